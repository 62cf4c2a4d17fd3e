"""The last chapter of an export: what the checker finds, as far as its reader may know of it."""

from __future__ import annotations

import io
import json
import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from docx import Document
from markdown_it import MarkdownIt

from artifacts.checker.findings import Finding, Location, Report, Severity
from artifacts.exporters import Export, Format, KnownGaps, Options
from artifacts.exporters.package import make_package
from artifacts.generation.writer import write_claim
from artifacts.models import Project
from artifacts.runners.fake import RunnerFake
from artifacts.schemas import ArtifactType
from artifacts.services.documents.checks import check_project, ignore_finding
from artifacts.services.files.exporting import order_export
from artifacts.tests.exporters.test_export_hostile import TEXTS
from artifacts.tests.support.exports import (
    all_text,
    make_export,
    make_sources,
    pdf_objects,
    pdf_pages,
)
from artifacts.tests.support.factories import claim_all, make_project, make_user
from artifacts.tests.support.faults import spoil
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.tiers import Gate, Tier

pytestmark = pytest.mark.one_database

WITHOUT_CHAPTER = (Format.CSV, Format.BUILDERS)
CHAPTER = [f for f in Format if f not in WITHOUT_CHAPTER]
PROSE = [f for f in CHAPTER if f is not Format.JSON]
FEATURE = Location(ArtifactType.MVP_SCOPE, "core_features", "F-1")
OPEN = Finding(
    id="0123456789ab",
    rule="made_up",
    severity=Severity.IMPORTANT,
    place=FEATURE,
    gate=Gate.CORE,
    template="The kiosk at %(where)s says “%(quote)s”.",
    values=(("where", Location(ArtifactType.RISK_LOG, "technical_risks")), ("quote", "nine lives")),
    hint="Let the kiosk say less.",
    about=(Location(ArtifactType.RISK_LOG, "technical_risks"),),
)
IGNORED = replace(
    OPEN,
    id="ab0123456789",
    severity=Severity.BROKEN,
    template="The awning is blue.",
    values=(),
    about=(),
)
GATED = replace(
    OPEN,
    id="ffffffffffff",
    gate=Gate.STRATEGIC,
    severity=Severity.BROKEN,
    place=Location(ArtifactType.BRIEF, "competitive_strategy"),
    template="SECRET-FINDING",
    values=(),
    about=(),
)
GAPS = KnownGaps(Report((OPEN,), (), (IGNORED,)), {IGNORED.id: "We like blue."})


def quoting(text: str) -> KnownGaps:
    """A finding that quotes `text`, and an ignored one for which it is the reason."""
    quoted = replace(OPEN, values=(("where", FEATURE), ("quote", text)))
    return KnownGaps(Report((quoted,), (), (IGNORED,)), {IGNORED.id: text})


def shown(file: Export) -> str:
    """What a person reads, with single spaces."""
    if file.content.startswith(b"%PDF"):
        return " ".join(pdf_pages(file.content))
    if file.content.startswith(b"PK"):
        return " ".join(
            " ".join(p.text.split()) for p in Document(io.BytesIO(file.content)).paragraphs
        )
    return " ".join(file.content.decode().replace("\\", "").split())


def json_of(gaps: KnownGaps | None, **more: Any) -> Any:
    return json.loads(make_export(Format.JSON, gaps=gaps, **more).content)


# -- what it says
# --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file_format", PROSE)
def test_it_says_how_things_stand_where_what_and_how_to_fix_it(file_format: Format) -> None:
    text = shown(make_export(file_format, gaps=GAPS))
    for words in (
        "Known gaps",
        "Documents agree in part",
        "95 of 100",
        "found 1 thing to fix",
        "A reader would be misled",
        "MVP Scope, Core features, F-1",
        "The kiosk at Risk Log, Technical risks says “nine lives”.",
        "How to fix it:",
        "Let the kiosk say less.",
        "See also:",
        "Left as it is",
        "The awning is blue.",
        "We like blue.",
    ):
        assert words in text, words


@pytest.mark.parametrize("file_format", list(Format))
def test_without_being_asked_for_it_is_not_there(file_format: Format) -> None:
    text = all_text(make_export(file_format))
    assert "Known gaps" not in text
    assert "known_gaps" not in text


@pytest.mark.parametrize("file_format", PROSE)
def test_where_there_is_nothing_it_says_so_and_promises_no_more(file_format: Format) -> None:
    text = shown(make_export(file_format, gaps=KnownGaps(Report())))
    assert "found nothing to fix" in text
    assert "only customers can say" in text
    assert "100 of 100" in text
    assert "Left as it is" not in text


def test_json_has_a_list_that_the_published_schema_describes() -> None:
    found = json_of(GAPS)
    assert found["coherence"] == {"verdict": "needs_work", "score": 95, "evidence": None}
    first, second = found["known_gaps"]
    assert (first["id"], first["section"], first["item"]) == (OPEN.id, "core_features", "F-1")
    assert first["message"] == "The kiosk at Risk Log, Technical risks says “nine lives”."
    assert (first["ignored_because"], second["ignored_because"]) == (None, "We like blue.")
    schema = json.loads(Path("docs/schemas/package.json").read_text())
    assert set(found) == set(schema["properties"])
    assert set(first) == set(schema["properties"]["known_gaps"]["items"]["properties"])


def test_of_one_document_it_says_what_concerns_that() -> None:
    assert [gap["id"] for gap in json_of(GAPS, only=ArtifactType.RISK_LOG)["known_gaps"]] == [
        OPEN.id
    ]
    assert json_of(GAPS, only=ArtifactType.BRIEF)["known_gaps"] == []
    assert "this document against the others" in shown(
        make_export(Format.MARKDOWN, gaps=GAPS, only=ArtifactType.RISK_LOG)
    )


# -- links
# --------------------------------------------------------------------------------------------------


def test_places_are_links_in_the_markdown_for_developers() -> None:
    text = make_export(Format.MARKDOWN_TECHNICAL, gaps=GAPS).content.decode()
    assert "[MVP Scope, Core features, F-1](#F-1)" in text
    assert "[Risk Log, Technical risks](#risk_log.technical_risks)" in text
    assert f"{ALL_DOCUMENTS + 1}. [Known gaps](#known_gaps)" in text
    assert '## <a id="known_gaps"></a>Known gaps' in text


def test_places_are_links_in_word_and_the_chapter_is_in_the_contents() -> None:
    body = Document(io.BytesIO(make_export(Format.DOCX, gaps=GAPS).content)).element.body
    xml = body.xml
    names = set(body.xpath("//w:bookmarkStart/@w:name"))
    leads = body.xpath("//w:hyperlink/@w:anchor")
    assert set(leads) <= names
    assert leads.count("g0") == 1
    numbers = body.xpath("//w:bookmarkStart/@w:id")
    assert len(numbers) == len(set(numbers))
    assert xml.count("MVP Scope, Core features, F-1") == 2


def test_places_are_links_in_the_pdf() -> None:
    without, with_gaps = (
        sum(isinstance(o, dict) and o.get("/Subtype") == "/Link" for o in pdf_objects(file.content))
        for file in (make_export(Format.PDF), make_export(Format.PDF, gaps=GAPS))
    )
    # Two places of the finding, that of the ignored one, and the chapter with its two groups in the
    # contents.
    assert with_gaps - without == 6


@pytest.mark.parametrize("file_format", CHAPTER)
def test_a_place_that_is_not_in_the_file_is_named_without_a_link(file_format: Format) -> None:
    text = all_text(make_export(file_format, gaps=GAPS, only=ArtifactType.RISK_LOG))
    assert "(#F-1)" not in text
    assert "kiosk" in text


def test_an_item_that_is_gone_leads_to_its_section() -> None:
    gone = replace(OPEN, place=replace(FEATURE, item_id="F-99"))
    text = make_export(Format.MARKDOWN_TECHNICAL, gaps=KnownGaps(Report((gone,)))).content.decode()
    assert "[MVP Scope, Core features, F-99](#mvp_scope.core_features)" in text


# -- gates
# --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tier", list(Tier))
@pytest.mark.parametrize("file_format", list(Format))
def test_no_format_holds_a_finding_or_a_reason_that_the_tier_does_not_open(
    file_format: Format, tier: Tier
) -> None:
    hidden = replace(GATED, id="eeeeeeeeeeee")
    gaps = KnownGaps(Report((GATED, OPEN), (), (hidden,)), {hidden.id: "SECRET-REASON"})
    text = all_text(make_export(file_format, tier, gaps=gaps))
    opens = tier is Tier.CTO_SCALE and file_format not in WITHOUT_CHAPTER
    assert ("SECRET-FINDING" in text) is opens
    assert ("SECRET-REASON" in text) is opens


def test_a_hidden_finding_counts_in_no_number() -> None:
    gaps = KnownGaps(Report((GATED, OPEN)))
    assert json_of(gaps, tier=Tier.PARTNER)["coherence"] == {
        "verdict": "needs_work",
        "score": 95,
        "evidence": None,
    }
    assert json_of(gaps, tier=Tier.CTO_SCALE)["coherence"] == {
        "verdict": "broken",
        "score": 80,
        "evidence": None,
    }


def test_a_package_keeps_nothing_of_the_findings_it_filtered() -> None:
    gaps = KnownGaps(Report((), (), (GATED,)), {GATED.id: "SECRET-REASON"})
    package = make_package("Shelfwise", make_sources(), Tier.PARTNER, None, gaps)
    assert "SECRET-" not in repr(package.gaps)


def test_a_hidden_finding_does_not_change_the_tag_and_a_visible_one_does() -> None:
    tags = {
        tier: [
            make_export(Format.JSON, tier, gaps=gaps).etag
            for gaps in (GAPS, KnownGaps(Report((GATED, OPEN))))
        ]
        for tier in Tier
    }
    one = [
        make_export(Format.JSON, Tier.PARTNER, gaps=KnownGaps(Report(found))).etag
        for found in ((OPEN,), ())
    ]
    hidden = make_export(Format.JSON, Tier.PARTNER, gaps=KnownGaps(Report((GATED, OPEN)))).etag
    assert hidden == one[0] != one[1]
    assert all(first != second for first, second in tags.values())


def test_another_reason_is_another_file() -> None:
    other = KnownGaps(GAPS.report, {IGNORED.id: "We like it very blue."})
    assert make_export(Format.JSON, gaps=GAPS).etag != make_export(Format.JSON, gaps=other).etag


# -- hostile texts
# --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("file_format", [Format.PDF, Format.DOCX])
def test_what_a_finding_quotes_is_shown_letter_by_letter(file_format: Format, text: str) -> None:
    letters = "".join(shown(make_export(file_format, gaps=quoting(text))).split())
    assert letters.count("".join(text.split())) == 2


@pytest.mark.parametrize("text", [*TEXTS.values(), "- x\n# y\n\n1. z"], ids=[*TEXTS, "blocks"])
@pytest.mark.parametrize("file_format", [Format.MARKDOWN, Format.MARKDOWN_TECHNICAL])
def test_markdown_makes_no_markup_of_a_quotation_or_a_reason(
    file_format: Format, text: str
) -> None:
    parser = MarkdownIt("gfm-like", {"linkify": False})
    tokens = parser.parse(make_export(file_format, gaps=quoting(text)).content.decode())
    plain = parser.parse(make_export(file_format, gaps=quoting("x")).content.decode())
    assert [token.type for token in tokens] == [token.type for token in plain]
    inline = [child for token in tokens for child in token.children or ()]
    assert not [
        child for child in inline if child.type in {"image", "s_open", "em_open", "code_inline"}
    ]
    assert all(
        child.content.startswith(('<a id="', "</a>"))
        for child in inline
        if child.type == "html_inline"
    )
    assert all(
        str(child.attrs["href"]).startswith("#") for child in inline if child.type == "link_open"
    )


def test_a_pointer_in_a_quotation_is_not_followed() -> None:
    text = make_export(Format.MARKDOWN_TECHNICAL, gaps=quoting("[[F-1]]")).content.decode()
    assert r"\[\[F-1\]\]" in text


def test_the_pdf_stays_accessible(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="artifacts.exporters.pdf"):
        file = make_export(Format.PDF, gaps=quoting("العربية 在庫 🚀"))
    assert "PDF/UA" not in caplog.text
    assert b"pdfuaid" in file.content


# -- from the database
# -------------------------------------------------------------------------------------------------


@pytest.fixture
def project(db: None) -> Project:
    """A project of a partner with one open finding, one that is ignored, and one behind a gate."""
    project = make_project(make_user(Tier.PARTNER))
    write_claim(claim_all(project), runner=RunnerFake())
    spoil(project, "how_it_works", "data_flow", "Shelfwise: see [[F-99]].")
    spoil(project, "brief", "key_constraint", "Shelfwise: see [[F-98]].")
    spoil(
        project, "brief", "competitive_strategy", "Shelfwise has SECRET: 4711 users. See [[F-97]]."
    )
    project = Project.objects.with_artifacts().get(pk=project.pk)
    found = next(f for f in check_project(project).findings if "F-98" in f.message)
    ignore_finding(
        project, finding_id=found.id, reason="Soon.", by=project.owner, tier=Tier.PARTNER
    )
    return Project.objects.get(pk=project.pk)


def test_the_download_has_the_chapter_where_the_box_is_ticked(
    project: Project, client: Client
) -> None:
    client.force_login(project.owner)
    url = reverse("project_download", args=[project.pk])
    page = client.get(reverse("project_export", args=[project.pk])).content.decode()
    assert '<input type="checkbox" name="known_gaps"' in page
    plain = client.get(url, {"format": "md"})
    ticked = client.get(url, {"format": "md", "known_gaps": "on"})
    assert "Known gaps" not in plain.content.decode()
    assert "This points at F-99, and we have nothing of that name." in ticked.content.decode()
    assert "Soon." in ticked.content.decode()
    assert "F-97" not in ticked.content.decode()
    assert plain["ETag"] != ticked["ETag"]


def test_a_finding_that_is_ignored_since_makes_another_file(project: Project) -> None:
    def order() -> str:
        asked = Options(known_gaps=True)
        return order_export(
            project, tier=Tier.PARTNER, file_format=Format.MARKDOWN, options=asked
        ).tag

    before = order()
    found = next(f for f in check_project(project).visible_to(Tier.PARTNER).findings)
    ignore_finding(
        project, finding_id=found.id, reason="Later.", by=project.owner, tier=Tier.PARTNER
    )
    project.refresh_from_db()
    assert order() != before


def test_a_csv_is_the_same_file_with_and_without_it(project: Project) -> None:
    orders = [
        order_export(
            project, tier=Tier.PARTNER, file_format=Format.CSV, options=Options(known_gaps=asked)
        )
        for asked in (False, True)
    ]
    assert orders[0].file().content == orders[1].file().content


@pytest.mark.parametrize("tier", [Tier.BOOTSTRAPPER, Tier.CTO_SCALE])
def test_the_command_has_it_too(tier: Tier, project: Project, tmp_path: Path) -> None:
    target = tmp_path / "gaps.json"
    choices: dict[str, Any] = {
        "format": "json",
        "known_gaps": True,
        "tier": tier.value,
        "output": str(target),
    }
    call_command("export", str(project.pk), stdout=io.StringIO(), **choices)
    messages = " ".join(gap["message"] for gap in json.loads(target.read_text())["known_gaps"])
    assert "F-99" in messages
    assert ("F-97" in messages) is (tier is Tier.CTO_SCALE)
