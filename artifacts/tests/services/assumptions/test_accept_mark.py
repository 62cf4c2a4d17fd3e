"""A founder accepts a suggestion: its mark is gone, and the text is theirs."""

from __future__ import annotations

from typing import Any

import pytest

from artifacts.exceptions import (
    ArtifactsError,
    DocumentLocked,
    EditConflict,
    ItemGone,
    SectionLocked,
    StaleUpdate,
)
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType, load_content
from artifacts.services.assumptions.settling import confirm
from artifacts.services.editing.manual_edits import edit_section, fingerprint
from artifacts.services.editing.marks import MarkAddress, MarkBases, accept_mark
from artifacts.services.projects.lifecycle import input_fingerprint
from artifacts.tests.support.factories import claim_all
from artifacts.tests.support.marked import BRIEF, SCOPE, content, marked, marked_project
from artifacts.tests.support.rows import row_of
from artifacts.tiers import Tier

pytestmark = pytest.mark.one_database


@pytest.fixture
def project(db: None) -> Project:
    return marked_project()


def address(
    project: Project,
    artifact_type: ArtifactType,
    section: str,
    item_id: str = "",
    field: str = "",
    entry: int = 0,
    *,
    number: int = 0,
) -> MarkAddress:
    base = MarkBases(content(project, artifact_type)).of(section, item_id)
    return MarkAddress(section, item_id, field, entry, number, base)


def accept(
    project: Project, artifact_type: ArtifactType, where: MarkAddress, tier: Tier = Tier.CTO_SCALE
) -> None:
    accept_mark(row_of(project, artifact_type), where, editor=project.owner, tier=tier)


class TestAccept:
    @pytest.mark.parametrize(
        ("artifact_type", "section", "place", "number", "before", "after"),
        [
            (BRIEF, "problem_statement", (), 0, "seconds[[+]]", "seconds"),
            (BRIEF, "differentiation_points", ("", "", 1), 0, "Ours[[+]]", "Ours"),
            (SCOPE, "core_features", ("F-1", "name"), 0, "Shelf count[[+]]", "Shelf count"),
            (SCOPE, "core_features", ("F-1", "description"), 1, "shelf[[+]]", "shelf"),
            (SCOPE, "core_features", ("F-1", "acceptance_criteria", 1), 1, "kept[[+]]", "kept"),
        ],
    )
    def test_it_takes_out_that_mark_and_is_an_edit_of_the_founder(
        self,
        project: Project,
        artifact_type: ArtifactType,
        section: str,
        place: tuple[Any, ...],
        number: int,
        before: str,
        after: str,
    ) -> None:
        old = content(project, artifact_type).model_dump_json()
        accept(
            project, artifact_type, address(project, artifact_type, section, *place, number=number)
        )
        assert content(project, artifact_type).model_dump_json() == old.replace(before, after)
        assert list(row_of(project, artifact_type).edited_sections) == [section]

    def test_a_text_that_was_changed_in_between_is_left_as_it_is(self, project: Project) -> None:
        where = address(project, BRIEF, "problem_statement")
        base = fingerprint(content(project, BRIEF).problem_statement)
        other = "Another[[+]] text."
        edit_section(
            row_of(project, BRIEF),
            section="problem_statement",
            value=other,
            base=base,
            editor=project.owner,
            tier=Tier.CTO_SCALE,
        )
        with pytest.raises(EditConflict):
            accept(project, BRIEF, where)
        assert content(project, BRIEF).problem_statement == other

    def test_another_item_that_was_changed_is_no_reason_to_refuse(self, project: Project) -> None:
        where = address(project, BRIEF, "problem_statement")
        base = fingerprint(content(project, BRIEF).target_user)
        edit_section(
            row_of(project, BRIEF),
            section="target_user",
            value="X",
            base=base,
            editor=project.owner,
            tier=Tier.CTO_SCALE,
        )
        accept(project, BRIEF, where)
        assert "seconds," in content(project, BRIEF).problem_statement

    @pytest.mark.parametrize(
        ("changes", "error"),
        [
            ({"number": 9}, StaleUpdate),
            ({"number": 1}, StaleUpdate),
            ({"section": "differentiation_points", "entry": 7}, StaleUpdate),
            ({"section": "assumptions", "item_id": "A-9", "field": "text"}, ItemGone),
            ({"section": "nothing"}, SectionLocked),
            ({"base": "0"}, EditConflict),
        ],
    )
    def test_what_is_not_there_is_refused_and_nothing_is_stored(
        self, project: Project, changes: dict[str, Any], error: type[ArtifactsError]
    ) -> None:
        old = row_of(project, BRIEF).current_content
        known = address(project, BRIEF, "problem_statement")
        fields = {name: getattr(known, name) for name in known.__slots__}
        with pytest.raises(error):
            accept(project, BRIEF, MarkAddress(**{**fields, **changes}))
        assert row_of(project, BRIEF).current_content == old

    def test_only_suggestions_are_accepted(self, project: Project) -> None:
        for number in (1, 2):
            with pytest.raises(StaleUpdate):
                accept(project, BRIEF, address(project, BRIEF, "problem_statement", number=number))

    @pytest.mark.parametrize("field", ["priority", "id", "nothing", "delivers"])
    def test_only_texts_have_marks(self, project: Project, field: str) -> None:
        with pytest.raises(ArtifactsError):
            accept(project, SCOPE, address(project, SCOPE, "core_features", "F-1", field))

    def test_a_section_above_the_plan_is_not_there(self, project: Project) -> None:
        with pytest.raises(SectionLocked):
            accept(project, BRIEF, address(project, BRIEF, "market_analysis"), Tier.BOOTSTRAPPER)

    def test_a_document_that_is_being_written_is_left_alone(self, project: Project) -> None:
        where = address(project, BRIEF, "problem_statement")
        claim_all(project)
        with pytest.raises(DocumentLocked):
            accept(project, BRIEF, where)

    def test_an_address_comes_back_from_its_words(self, project: Project) -> None:
        where = address(project, SCOPE, "core_features", "F-1", "acceptance_criteria", 1, number=1)
        assert MarkAddress.parse(str(where)) == where


def test_what_the_founder_confirms_has_no_mark_any_more(project: Project) -> None:
    brief = {
        **marked()[BRIEF],
        "assumptions": [{"text": "Shops pay[[+]]", "basis": "guess", "confidence": "low"}],
    }
    stored = load_content(BRIEF, brief).model_dump(mode="json")
    Artifact.objects.filter(pk=row_of(project, BRIEF).pk).update(current_content=stored)
    project = Project.objects.get(pk=project.pk)
    item = content(project, BRIEF).assumptions[0]
    seen = input_fingerprint(project)
    confirm(
        project,
        key=f"brief.{item.id}",
        base=fingerprint(item),
        place="answers.price",
        seen=seen,
        editor=project.owner,
        tier=Tier.CTO_SCALE,
    )
    project = Project.objects.get(pk=project.pk)
    assert content(project, BRIEF).assumptions[0].text == "Shops pay"
    assert project.answers["price"].endswith("Shops pay")
