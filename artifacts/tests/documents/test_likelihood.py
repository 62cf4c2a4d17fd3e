"""A risk whose likelihood nobody has given: kept as it is, shown apart, and told as a thing to
settle.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.charts.pictures import draw
from artifacts.checker.findings import Severity
from artifacts.checker.sample import check_sample
from artifacts.document_types.risk_log.schema import RiskLogContent
from artifacts.exporters import Format
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType, load_content
from artifacts.services.editing.manual_edits import fingerprint
from artifacts.services.files.exporting import order_export
from artifacts.services.files.importing import plan_import, take_over
from artifacts.tests.support.exports import all_text, make_export, pdf_objects
from artifacts.tests.support.factories import PLAIN, StubRunner, claim_all
from artifacts.tiers import Tier

BARE = {
    "title": "Shops say no",
    "description": "Owners do not want to count.",
    "severity": "high",
    "mitigation": "We ask five of them first.",
}
LOG = {**PLAIN[ArtifactType.RISK_LOG], "market_risks": [BARE]}
PAPERS = {**PLAIN, ArtifactType.RISK_LOG: LOG}


def risk_log(*market_risks: dict[str, Any]) -> RiskLogContent:
    return RiskLogContent.model_validate({**LOG, "market_risks": list(market_risks)})


@pytest.fixture
def bare_project(project: Project) -> Project:
    write_claim(claim_all(project), runner=StubRunner(contents=PAPERS))
    return Project.objects.get(pk=project.pk)


def stored_likelihood(project: Project) -> str | None:
    row = Artifact.objects.get(project=project, artifact_type="risk_log")
    assert row.current_content is not None
    likelihood: str | None = row.current_content["market_risks"][0]["likelihood"]
    return likelihood


@pytest.mark.parametrize("given", [{}, {"likelihood": None}, {"likelihood": ""}])
def test_it_is_none_however_that_is_said(given: dict[str, Any]) -> None:
    content = risk_log({**BARE, **given})
    assert content.market_risks[0].likelihood is None
    assert load_content(ArtifactType.RISK_LOG, content.model_dump(mode="json")) == content


class TestTheMatrix:
    def test_it_stands_apart_and_comes_last(self) -> None:
        content = risk_log(BARE, {**BARE, "likelihood": "low", "severity": "low"})
        drawn = draw({ArtifactType.RISK_LOG: content}, Tier.BOOTSTRAPPER).risks
        assert drawn is not None
        placed = [r.target.item_id for row in drawn.rows for cell in row for r in cell.risks.shown]
        assert sorted(placed) == ["R-1", "R-3"]
        assert [risk.target.item_id for risk in drawn.unplaced.shown] == ["R-2"]
        assert [risk.target.item_id for risk in drawn.risks.shown] == ["R-1", "R-3", "R-2"]

    def test_the_project_page_names_it_beside_the_matrix(
        self, bare_project: Project, founder_client: Client
    ) -> None:
        page = founder_client.get(
            reverse("project_detail", args=[bare_project.pk])
        ).content.decode()
        apart = page[page.index("Likelihood not given:") :]
        assert "R-2" in apart[: apart.index("</ul>")]
        assert "<td>High</td><td>Not given</td>" in page

    def test_without_any_likelihood_no_empty_matrix_is_drawn(
        self, project: Project, founder_client: Client
    ) -> None:
        log = {"technical_risks": [], "market_risks": [BARE], "execution_risks": []}
        contents = {**PLAIN, ArtifactType.RISK_LOG: log}
        write_claim(claim_all(project), runner=StubRunner(contents=contents))
        page = founder_client.get(reverse("project_detail", args=[project.pk])).content.decode()
        assert "Likelihood not given:" in page
        assert 'class="matrix"' not in page


class TestExports:
    @pytest.mark.parametrize(
        "file_format", [Format.DOCX, Format.MARKDOWN, Format.MARKDOWN_TECHNICAL, Format.PDF]
    )
    def test_the_file_says_so(self, file_format: Format) -> None:
        assert "not given" in all_text(make_export(file_format, contents=PAPERS)).casefold()
        assert "not given" not in all_text(make_export(file_format)).casefold()

    def test_the_picture_in_the_pdf_says_so_to_those_who_do_not_see_it(self) -> None:
        found = pdf_objects(make_export(Format.PDF, contents=PAPERS).content)
        spoken = " ".join(
            str(one["/Alt"]) for one in found if isinstance(one, dict) and "/Alt" in one
        )
        assert "R-2 severity high, likelihood not given" in spoken

    def test_a_pdf_is_made_where_no_risk_has_one(self) -> None:
        log = {"technical_risks": [BARE], "market_risks": [], "execution_risks": []}
        text = all_text(make_export(Format.PDF, contents={**PLAIN, ArtifactType.RISK_LOG: log}))
        assert "Likelihood not given: R-1." in text

    def test_a_tracker_gets_an_empty_cell(self) -> None:
        lines = make_export(Format.CSV, contents=PAPERS).content.decode("utf-8-sig").splitlines()
        place = lines[0].split(",").index("Likelihood")
        [row] = [line for line in lines if line.startswith("R-2,")]
        assert row.split(",")[place] == ""


class TestImporting:
    def exported(self, project: Project) -> str:
        order = order_export(
            Project.objects.with_artifacts().get(pk=project.pk),
            tier=Tier.PARTNER,
            file_format=Format.MARKDOWN_TECHNICAL,
            only=None,
        )
        return order.file().content.decode()

    def take(self, project: Project, text: str) -> None:
        fresh = Project.objects.with_artifacts().get(pk=project.pk)
        plan = plan_import(fresh, text, tier=Tier.PARTNER)
        assert plan.unmatched == ()
        keys = [change.key for change in plan.changes]
        assert keys == ["risk_log.market_risks.R-2"]
        take_over(plan, keys=keys, bases=None, editor=project.owner, tier=Tier.PARTNER)

    @pytest.mark.parametrize("after", ["", " · Likelihood: not given", " · Likelihood: Not given"])
    def test_it_is_given_and_taken_out_again_in_a_file(
        self, bare_project: Project, after: str
    ) -> None:
        text = self.exported(bare_project)
        self.take(bare_project, text.replace("Likelihood: not given", "Likelihood: medium"))
        assert stored_likelihood(bare_project) == "medium"
        text = self.exported(bare_project)
        self.take(bare_project, text.replace(" · Likelihood: medium", after))
        assert stored_likelihood(bare_project) is None


class TestEditing:
    def address(self, project: Project) -> str:
        return reverse("item_edit", args=[project.pk, "risk_log", "market_risks", "R-2"])

    def send(self, project: Project, client: Client, likelihood: str) -> int:
        row = Artifact.objects.get(project=project, artifact_type="risk_log")
        assert isinstance(row.content, RiskLogContent)
        sent = {**BARE, "likelihood": likelihood, "base": fingerprint(row.content.market_risks[0])}
        return client.post(self.address(project), sent).status_code

    def test_the_form_offers_to_leave_it_open(
        self, bare_project: Project, founder_client: Client
    ) -> None:
        page = founder_client.get(self.address(bare_project)).content.decode()
        field = page[page.index('name="likelihood"') :]
        assert 'value="" ' in field
        assert "Not given" in field

    def test_it_is_set_and_left_open_again(
        self, bare_project: Project, founder_client: Client
    ) -> None:
        for sent, stored in (("low", "low"), ("", None)):
            assert self.send(bare_project, founder_client, sent) == 302
            assert stored_likelihood(bare_project) == stored

    def test_anything_else_is_refused(self, bare_project: Project, founder_client: Client) -> None:
        assert self.send(bare_project, founder_client, "banana") == 422
        assert stored_likelihood(bare_project) is None


def test_the_checker_asks_for_it_and_holds_nothing_else_against_it() -> None:
    found = check_sample({"risk_log.R-1.likelihood": None}).findings
    assert [(one.rule, one.severity, one.place.field) for one in found] == [
        ("risk_without_likelihood", Severity.MINOR, "likelihood")
    ]


def test_staff_and_founders_read_it_on_the_risk(
    bare_project: Project, admin_client: Client, founder_client: Client
) -> None:
    row = bare_project.artifacts.get(artifact_type="risk_log")
    for client, address in (
        (admin_client, reverse("admin:artifacts_artifact_change", args=[row.pk])),
        (founder_client, reverse("artifact_detail", args=[bare_project.pk, "risk_log"])),
    ):
        page = client.get(address).content.decode()
        risks = page.split("Shops say no")[1:]
        assert any("Likelihood <b>not given</b>" in risk.partition("</p>")[0] for risk in risks)


def test_it_is_said_in_german(project: Project, founder_client: Client) -> None:
    Project.objects.filter(pk=project.pk).update(language="de")
    write_claim(claim_all(project), runner=StubRunner(contents=PAPERS))
    page = founder_client.get(reverse("artifact_detail", args=[project.pk, "risk_log"]))
    assert "Wahrscheinlichkeit <b>nicht angegeben</b>" in page.content.decode()
