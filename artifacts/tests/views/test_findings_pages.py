from __future__ import annotations

import re
from typing import Any

import pytest
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.urls import reverse

from artifacts.generation.writer import write_claim
from artifacts.models import Project, User
from artifacts.runners.fake import RunnerFake
from artifacts.services.documents.checks import REASON_MAX, check_project, ignore_finding
from artifacts.tests.support.factories import (
    ProjectFactory,
    UserFactory,
    claim_all,
    make_project,
    make_user,
)
from artifacts.tests.support.faults import spoil
from artifacts.tiers import Tier
from artifacts.web.consistency import consistency_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(founder: User) -> Project:
    """A project in which one pointer leads nowhere, one gated section has a fault, and all else is
    sound.
    """
    project = ProjectFactory.create(answered=True, owner=founder)
    write_claim(claim_all(project), runner=RunnerFake())
    spoil(project, "how_it_works", "data_flow", "Shelfwise: see [[F-99]].")
    spoil(project, "brief", "competitive_strategy", "Shelfwise has SECRET: 4711 users.")
    return Project.objects.with_artifacts().get(pk=project.pk)


def finding_of(project: Project, rule: str) -> str:
    fresh = Project.objects.with_artifacts().get(pk=project.pk)
    report = check_project(fresh)
    return next(f.id for f in (*report.findings, *report.ignored) if f.rule == rule)


def address(name: str, project: Project, rule: str = "pointer_unknown") -> str:
    return reverse(name, args=[project.pk, finding_of(project, rule)])


def panel(project: Project, user: User, name: str = "_panel", **more: Any) -> str:
    """The panel as a page of that user includes it."""
    request = RequestFactory().get("/")
    request.user = user
    fresh = Project.objects.with_artifacts().get(pk=project.pk)
    template = Template(f'{{% include "artifacts/findings/{name}.html" %}}')
    only = more["here"] if name == "_beside" else None
    checked = consistency_of(fresh, user.get_tier(), only)
    values = {"project": fresh, "user": user, "request": request, "checked": checked, "here": only}
    return template.render(Context({**values, **more}))


def shown(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


# -- the panel
# --------------------------------------------------------------------------------------------------


def test_the_panel_says_the_state_of_things_and_what_to_fix(project: Project) -> None:
    html = panel(project, project.owner)
    assert "Documents do not agree · 85 of 100" in shown(html)
    assert "found 1 thing to fix" in shown(html)
    assert "This points at F-99, and we have nothing of that name." in shown(html)
    assert f"{reverse('artifact_detail', args=[project.pk, 'how_it_works'])}#data_flow" in html
    assert reverse("section_edit", args=[project.pk, "how_it_works", "data_flow"]) in html
    assert address("finding_ignore", project) in html


def test_a_contradiction_stands_beside_what_was_said(client: Client, founder: User) -> None:
    project = make_project(founder, price="29 euros a month per shop. Free for suppliers.")
    write_claim(claim_all(project), runner=RunnerFake())
    spoil(project, "brief", "value_proposition", "Shelfwise: a supplier pays 29 euros a month.")
    html = panel(project, founder)
    assert "<mark>supplier</mark>" in html
    assert "<mark>suppliers.</mark>" in html
    assert reverse("project_facts", args=[project.pk]) in html
    assert reverse("section_edit", args=[project.pk, "brief", "value_proposition"]) in html
    client.force_login(founder)
    assert (
        "<mark>supplier</mark>"
        in client.get(address("finding_ignore", project, "payer_differs")).content.decode()
    )


def test_agreement_is_told_apart_from_evidence(project: Project) -> None:
    told = shown(panel(project, project.owner))
    assert "Evidence: " in told
    assert "We cannot know whether it is true." in told
    assert "Not checked: what sentences say beyond figures" in told


def test_the_panel_shows_coverage(project: Project) -> None:
    assert "Features that a milestone delivers 3 of 3" in shown(panel(project, project.owner))


def test_a_finding_on_an_item_leads_to_its_form(project: Project) -> None:
    spoil(
        project,
        "mvp_scope",
        "core_features",
        lambda found: [{**found[0], "acceptance_criteria": []}, *found[1:]],
    )
    assert reverse("item_edit", args=[project.pk, "mvp_scope", "core_features", "F-1"]) in panel(
        project, project.owner
    )


def test_a_finding_names_the_other_places_it_is_about(project: Project) -> None:
    spoil(
        project,
        "milestones",
        "milestones",
        lambda found: [{**milestone, "delivers": []} for milestone in found],
    )
    html = panel(project, project.owner)
    assert "F-1 The owner picks a shelf has high priority, and no milestone delivers it." in shown(
        html
    )
    assert (
        f'href="{reverse("artifact_detail", args=[project.pk, "milestones"])}#milestones">See'
        " Milestones</a>" in html
    )


def test_while_documents_are_being_written_nothing_is_judged(project: Project) -> None:
    class Running:
        is_running = True

    assert shown(panel(project, project.owner, status=Running())) == ""


@pytest.mark.parametrize("name", ["_panel", "_beside"])
@pytest.mark.parametrize("tier", list(Tier))
def test_the_panel_tells_a_tier_only_what_it_may_know(
    name: str, tier: Tier, project: Project
) -> None:
    artifact = project.documents()[0]
    html = panel(project, make_user(tier), name, here=artifact.type)
    assert ("SECRET" in html) == (tier is Tier.CTO_SCALE)
    if name == "_panel":
        assert ("80 of 100" in shown(html)) == (tier is Tier.CTO_SCALE)


def test_nothing_is_said_of_a_project_that_is_not_written(founder: User) -> None:
    assert panel(make_project(founder), founder).strip() == ""


def test_sound_documents_are_told_so(project: Project) -> None:
    spoil(project, "how_it_works", "data_flow", "Shelfwise keeps counts.")
    assert "Documents agree · 100 of 100" in shown(panel(project, project.owner))
    assert "found nothing to fix" in shown(panel(project, project.owner))


def test_beside_a_document_stand_its_own_findings(project: Project) -> None:
    documents = project.documents()
    there = panel(project, project.owner, "_beside", here=documents[4].type)
    elsewhere = panel(project, project.owner, "_beside", here=documents[2].type)
    assert "F-99" in there
    assert "?document=how_it_works" in there
    assert "Nothing here contradicts the other documents." in elsewhere


def test_a_thousand_findings_do_not_fill_the_page(project: Project) -> None:
    pointers = " ".join(f"[[F-{number}]]" for number in range(1000, 1500))
    spoil(project, "how_it_works", "data_flow", f"Shelfwise {pointers}")
    html = panel(project, project.owner)
    assert re.search(r"47\d more come up once these are fixed", shown(html))
    assert len(html) < 40_000


def test_what_the_texts_say_is_escaped(project: Project) -> None:
    spoil(
        project, "how_it_works", "data_flow", "Shelfwise has 4711 users <script>alert(1)</script>"
    )
    html = panel(project, project.owner)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_the_panel_needs_no_query_of_its_own(
    project: Project, django_assert_num_queries: Any
) -> None:
    request = RequestFactory().get("/")
    fresh = Project.objects.with_artifacts().get(pk=project.pk)
    template = Template('{% include "artifacts/findings/_panel.html" %}')
    user = make_user_of(project)
    with django_assert_num_queries(0):
        checked = consistency_of(fresh, user.get_tier())
        template.render(
            Context({"project": fresh, "user": user, "request": request, "checked": checked})
        )


def make_user_of(project: Project) -> User:
    return UserFactory.build(partner=True, pk=project.owner_id)


def test_both_pages_have_the_panel(
    founder_client: Client, project: Project, django_assert_max_num_queries: Any
) -> None:
    for url in (
        reverse("project_detail", args=[project.pk]),
        reverse("artifact_detail", args=[project.pk, "brief"]),
    ):
        with django_assert_max_num_queries(8):
            page = founder_client.get(url).content.decode()
        assert page.count('id="coherence"') == 1
        assert "css/coherence.css" in page


def test_the_panel_arrives_with_the_last_document(founder_client: Client, project: Project) -> None:
    fragment = founder_client.get(
        reverse("project_detail", args=[project.pk]), headers={"HX-Request": "true"}
    )
    assert (
        'id="coherence" aria-labelledby="coherence-title" hx-swap-oob="true"'
        in fragment.content.decode()
    )


# -- ignoring
# --------------------------------------------------------------------------------------------------


def test_the_form_shows_what_would_be_ignored(founder_client: Client, project: Project) -> None:
    page = founder_client.get(address("finding_ignore", project)).content.decode()
    assert "This points at F-99" in page
    assert "Why does this not matter here?" in page


def test_ignoring_takes_a_reason_and_leads_back(founder_client: Client, project: Project) -> None:
    url = address("finding_ignore", project)
    response = founder_client.post(url, {"reason": "It is coming"})
    assert response["Location"] == reverse("project_detail", args=[project.pk]) + "#coherence"
    html = panel(Project.objects.get(pk=project.pk), project.owner)
    assert "Documents agree · 100 of 100" in shown(html)
    assert "1 ignored" in shown(html)
    assert "It is coming" in shown(html)


def test_from_a_document_it_leads_back_there(founder_client: Client, project: Project) -> None:
    response = founder_client.post(
        address("finding_ignore", project) + "?document=brief", {"reason": "x"}
    )
    assert (
        response["Location"]
        == reverse("artifact_detail", args=[project.pk, "brief"]) + "#coherence"
    )


@pytest.mark.parametrize("reason", ["", "   ", "x" * (REASON_MAX + 1)])
def test_without_a_fitting_reason_nothing_is_ignored_and_the_text_stays(
    reason: str, founder_client: Client, project: Project
) -> None:
    response = founder_client.post(address("finding_ignore", project), {"reason": reason})
    assert response.status_code == 422
    assert reason in response.content.decode()
    assert Project.objects.get(pk=project.pk).ignored_findings == {}


def test_an_ignored_finding_can_count_again(founder_client: Client, project: Project) -> None:
    finding_id = finding_of(project, "pointer_unknown")
    ignore_finding(project, finding_id=finding_id, reason="x", by=project.owner, tier=Tier.PARTNER)
    response = founder_client.post(address("finding_unignore", project))
    assert response.status_code == 302
    assert Project.objects.get(pk=project.pk).ignored_findings == {}


def test_a_gated_finding_has_no_page_for_a_lower_tier(
    founder_client: Client, project: Project
) -> None:
    for method in (founder_client.get, founder_client.post):
        url = address("finding_ignore", project, "figure_without_source")
        response = method(
            url, {"reason": "x"} if method == founder_client.post else {}, follow=True
        )
        assert "SECRET" not in response.content.decode()
    assert founder_client.get(url).status_code == 404
    assert Project.objects.get(pk=project.pk).ignored_findings == {}


@pytest.mark.parametrize(
    "reason", ["It is <b>coming</b>", "It is <b>coming</b>" + "x" * REASON_MAX]
)
def test_the_reason_for_a_finding_that_was_fixed_meanwhile_is_handed_back(
    reason: str, founder_client: Client, project: Project
) -> None:
    url = address("finding_ignore", project)
    spoil(project, "how_it_works", "data_flow", "Shelfwise keeps counts.")
    assert founder_client.get(url).status_code == 404
    response = founder_client.post(url + "?document=how_it_works", {"reason": reason})
    page = response.content.decode()
    assert response.status_code == 409
    assert "We no longer find this" in page
    assert "It is &lt;b&gt;coming&lt;/b&gt;" in page
    assert (
        f'href="{reverse("artifact_detail", args=[project.pk, "how_it_works"])}#coherence"' in page
    )


def test_a_reason_typed_after_the_session_had_ended_is_kept(
    project: Project, founder: User
) -> None:
    client = Client()
    client.force_login(founder)
    client.get(address("finding_ignore", project))
    client.cookies.pop("sessionid")
    url = address("finding_ignore", project)
    client.post(url, {"reason": "My long reason"})
    client.force_login(founder)
    assert "My long reason" in client.get(url).content.decode()
    assert Project.objects.get(pk=project.pk).ignored_findings == {}


def test_a_reason_typed_after_the_session_had_ended_outlives_its_finding(
    project: Project, founder: User
) -> None:
    client = Client()
    client.force_login(founder)
    url = address("finding_ignore", project)
    client.get(url)
    client.cookies.pop("sessionid")
    client.post(url, {"reason": "My long reason"})
    spoil(project, "how_it_works", "data_flow", "Shelfwise keeps counts.")
    client.force_login(founder)
    assert "My long reason" in client.get(url).content.decode()
