"""What is taken for granted: what is listed, and where it is used."""

from __future__ import annotations

from typing import Any

import pytest

from artifacts.document_types.brief.schema import Assumption
from artifacts.models import Project, User
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import Item, SectionKind
from artifacts.services.assumptions import register
from artifacts.services.assumptions.register import AssumptionEntry, EntryKind
from artifacts.services.editing.locking import fingerprint
from artifacts.services.editing.manual_edits import edit_section
from artifacts.services.projects.lifecycle import (
    answer_question,
    leave_open,
)
from artifacts.tests.support.assuming import LINE, entry, fresh
from artifacts.tests.support.factories import (
    make_assuming_project,
    make_project,
)
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(founder: User) -> Project:
    """A written project whose brief has three assumptions and two open questions, and whose answers
    are empty.
    """
    return fresh(make_assuming_project(founder))


def uses(entry: AssumptionEntry) -> dict[str, list[str]]:
    return {
        use.artifact_type.value: [section.name for section in use.sections] for use in entry.uses
    }


class TestList:
    def test_it_has_assumptions_open_questions_and_unanswered_ones_and_the_settled_last(
        self, project: Project
    ) -> None:
        entries = register.list_entries(project, Tier.BOOTSTRAPPER)
        assert [one.key for one in entries[:2]] == ["brief.A-1", "brief.A-2"]
        assert [one.text for one in entries[2:4]] == [LINE, "What does a lost count cost?"]
        assert [one.key for one in entries[4:6]] == ["answers.target_user", "answers.problem"]
        assert [one.key for one in entries if one.is_settled] == ["brief.A-3"] == [entries[-1].key]

    def test_an_answer_leaves_it_and_a_question_left_open_says_so(self, project: Project) -> None:
        answer_question(project, key="price", text="9 euros")
        leave_open(project, key="stage")
        entries = {one.key: one for one in register.list_entries(fresh(project), Tier.PARTNER)}
        assert "answers.price" not in entries
        assert entries["answers.stage"].is_left_open
        assert not entries["answers.problem"].is_left_open

    def test_a_project_without_documents_has_the_unanswered_questions(self, founder: User) -> None:
        entries = register.list_entries(fresh(make_project(founder)), Tier.PARTNER)
        assert {one.kind for one in entries} == {EntryKind.UNANSWERED}
        assert {one.uses for one in entries} == {()}

    def test_each_says_which_sections_point_at_it_and_which_documents_were_written_from_it(
        self, project: Project
    ) -> None:
        found = uses(entry(project, "Owners keep"))
        expected = {
            "brief": ["problem_statement"],
            "mvp_scope": ["technical_architecture"],
            "milestones": [],
            "risk_log": ["technical_risks"],
            "how_it_works": [],
        }
        assert {name: found[name] for name in expected} == expected
        assert {
            use.artifact_type for use in entry(project, "Owners keep").uses if use.is_built_on
        } == set(ArtifactType.BRIEF.later)
        assert uses(entry(project, LINE))["mvp_scope"] == ["out_of_scope"]

    def test_a_section_above_the_readers_tier_is_not_named(self, project: Project) -> None:
        assert uses(entry(project, "Owners keep", Tier.BOOTSTRAPPER))["mvp_scope"] == []

    def test_it_needs_no_query(self, project: Project, django_assert_num_queries: Any) -> None:
        loaded = fresh(project)
        with django_assert_num_queries(0):
            register.list_entries(loaded, Tier.PARTNER)

    def test_the_same_question_twice_is_one_entry(self, project: Project) -> None:
        row = project.documents()[0]
        base = fingerprint([LINE, "What does a lost count cost?"])
        edit_section(
            row,
            section="open_questions",
            value=[LINE, LINE],
            base=base,
            editor=project.owner,
            tier=Tier.PARTNER,
        )
        assert (
            sum(one.text == LINE for one in register.list_entries(fresh(project), Tier.PARTNER))
            == 1
        )


def test_every_section_that_is_declared_unsettled_has_lines_or_assumptions() -> None:
    sections = [
        section
        for one in ArtifactType
        for section in one.content_class.sections()
        if section.unsettled
    ]
    assert sections
    for section in sections:
        assert section.kind is SectionKind.LINES or issubclass(
            section.item_class or Item, Assumption
        )
