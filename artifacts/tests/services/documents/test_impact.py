"""What a change would touch is said before it is made."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.documents.impact import Touched, touched_by_answer, touched_by_section
from artifacts.models import Project
from artifacts.schemas import GENERATION_ORDER, ArtifactType, Contents, load_content
from artifacts.services.documents.impact import impact_of_answers, impact_of_section
from artifacts.tests.support.factories import PLAIN
from artifacts.tiers import Tier

BRIEF, SCOPE, MILESTONES = ArtifactType.BRIEF, ArtifactType.MVP_SCOPE, ArtifactType.MILESTONES
RISKS, JOURNEY = ArtifactType.RISK_LOG, ArtifactType.HOW_IT_WORKS


def contents(**changed: dict[str, object]) -> Contents:
    return {t: load_content(t, {**PLAIN[t], **changed.get(t.value, {})}) for t in GENERATION_ORDER}


def names(touched: tuple[Touched, ...]) -> dict[ArtifactType, list[str]]:
    return {
        document.artifact_type: [section.name for section in document.sections]
        for document in touched
    }


def test_a_section_touches_what_was_written_from_it_and_names_where_it_is_pointed_at() -> None:
    section = BRIEF.content_class.section("key_constraint")
    assert section is not None
    stored = contents(
        how_it_works={"data_flow": "Small, as [[brief.key_constraint]] asks."}, risk_log={}
    )
    inputs = {
        SCOPE: ["name"],
        MILESTONES: ["brief.key_constraint"],
        JOURNEY: ["brief.key_constraint"],
    }
    touched = names(touched_by_section(BRIEF, section, stored, inputs, Tier.CTO_SCALE))
    assert touched == {MILESTONES: [], JOURNEY: ["data_flow"]}


def test_an_item_is_found_where_it_is_linked_or_pointed_at_and_not_in_another_items_name() -> None:
    section = SCOPE.content_class.section("core_features")
    assert section is not None
    stored = contents(how_it_works={"data_flow": "From [[F-1]], never F-11 or [[F-11]]."})
    inputs = dict.fromkeys((MILESTONES, JOURNEY), ("mvp_scope.core_features",))
    one = names(touched_by_section(SCOPE, section, stored, inputs, Tier.CTO_SCALE, ["F-1"]))
    assert one[MILESTONES] == ["milestones"]
    assert one[JOURNEY] == ["user_journey", "data_flow"]
    other = names(touched_by_section(SCOPE, section, stored, inputs, Tier.CTO_SCALE, ["F-12"]))
    assert other == {MILESTONES: [], JOURNEY: []}


def test_an_answer_is_found_where_it_is_quoted_whatever_the_case_and_spacing() -> None:
    stored = contents(brief={"problem_statement": "“They  count on PAPER” every week."})
    inputs = dict.fromkeys(GENERATION_ORDER, ("answers.problem",))
    text = "Shops. They count on paper; it is slow."
    touched = names(touched_by_answer("answers.problem", text, stored, inputs, Tier.CTO_SCALE))
    assert touched == {**{one: [] for one in GENERATION_ORDER}, BRIEF: ["problem_statement"]}


def test_what_the_tier_does_not_open_is_not_named() -> None:
    gated = next(s for s in JOURNEY.content_class.sections() if s.name == "integration_points")
    section = BRIEF.content_class.section("key_constraint")
    assert section is not None
    stored = contents(how_it_works={gated.name: "See [[brief.key_constraint]]."})
    inputs = {JOURNEY: ["brief.key_constraint"]}
    assert names(touched_by_section(BRIEF, section, stored, inputs, Tier.BOOTSTRAPPER)) == {
        JOURNEY: []
    }
    assert names(touched_by_section(BRIEF, section, stored, inputs, Tier.CTO_SCALE)) == {
        JOURNEY: [gated.name]
    }


@pytest.mark.django_db
def test_what_is_named_is_what_gets_stale(written_project: Project) -> None:
    section = SCOPE.content_class.section("out_of_scope")
    assert section is not None
    project = Project.objects.with_artifacts().get(pk=written_project.pk)
    impact = impact_of_section(project, SCOPE, section, Tier.CTO_SCALE)
    assert [document.artifact_type for document in impact.documents] == [*SCOPE.later]
    assert [
        d.artifact_type for d in impact_of_answers(project, Tier.CTO_SCALE)["idea"].documents
    ] == [*GENERATION_ORDER]


def test_the_forms_say_it(written_project: Project, founder_client: Client) -> None:
    edit = reverse("section_edit", args=[written_project.pk, "mvp_scope", "out_of_scope"])
    assert (
        f"{len(SCOPE.later)} documents were written from this"
        in founder_client.get(edit).content.decode()
    )
    answers = founder_client.get(
        reverse("project_answers", args=[written_project.pk])
    ).content.decode()
    assert "Regenerating them usually takes" in answers
    final = GENERATION_ORDER[-1]
    last = reverse(
        "section_edit",
        args=[written_project.pk, final.value, final.content_class.sections()[-1].name],
    )
    assert "written from this" not in founder_client.get(last).content.decode()
