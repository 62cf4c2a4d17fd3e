"""What the row of a document says of its versions, its notes and its findings."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from artifacts.models import Artifact, Project
from artifacts.models.stored import StillFits
from artifacts.schemas import ArtifactType, load_content
from artifacts.tests.support.factories import PLAIN, AnnotationFactory

BRIEF = load_content(ArtifactType.BRIEF, PLAIN[ArtifactType.BRIEF])
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def brief(**columns: Any) -> Artifact:
    return Artifact(project=Project(name="Riverbook"), **{"artifact_type": "brief", **columns})


def test_it_is_named_by_its_document_and_its_project() -> None:
    assert str(brief()) == "Product Brief of Riverbook"


@pytest.mark.parametrize(
    ("written", "current", "is_written", "is_restored"),
    [(0, 0, False, False), (1, 1, True, False), (2, 2, True, False), (2, 1, True, True)],
)
def test_a_restored_version_is_older_than_the_last_one_written(
    written: int, current: int, is_written: bool, is_restored: bool
) -> None:
    row = brief(version_number=written, content_version=current)
    assert (row.is_written, row.is_restored) == (is_written, is_restored)


def test_before_its_first_version_nothing_can_be_read_of_it() -> None:
    row = brief()
    assert (row.content, row.previous, row.has_previous) == (None, None, False)
    assert (row.has_user_edits, row.edited_names, row.edits) == (False, (), {})
    assert (row.has_proposal, row.stored_proposal, row.fitting) == (False, None, None)
    assert (row.notes, row.readable_notes, row.retired_items) == ([], [], {})
    assert (row.version_findings, row.last_pass, row.written_from) == (None, None, {})


def test_the_previous_version_is_read_as_the_current_one_is() -> None:
    row = brief(previous_content=BRIEF.model_dump(mode="json"))
    assert row.has_previous
    assert row.previous == BRIEF


class TestStillFits:
    WORD = StillFits(2, {"idea": "12ab"}, NOON, "ann", 7, by_support=True)

    def test_it_is_said_of_the_current_version(self) -> None:
        row = brief(version_number=3, content_version=2, still_fits=self.WORD.dump())
        assert row.fitting == self.WORD

    @pytest.mark.parametrize("version", [1, 3])
    def test_it_says_nothing_of_another_version(self, version: int) -> None:
        row = brief(version_number=3, content_version=version, still_fits=self.WORD.dump())
        assert row.fitting is None


def test_items_that_were_dropped_are_remembered_with_title_and_version() -> None:
    row = brief(superseded_items={"F-2": {"title": "Invoices", "version": 3}})
    assert row.retired_items == {"F-2": {"title": "Invoices", "version": 3}}


def test_what_the_last_pass_found_is_apart_from_what_the_checker_found() -> None:
    found = {"at": NOON.isoformat(), "found": [{"location": "brief.target_user"}]}
    row = brief(findings={"contradictions": found})
    assert row.last_pass == found
    assert row.version_findings is None


@pytest.mark.django_db
def test_notes_that_no_longer_validate_are_left_out_of_what_staff_can_read() -> None:
    """I-7: one odd row of an older build must not hide the notes around it."""
    first = AnnotationFactory.create(text="First")
    row = Artifact.objects.get(artifact_type="mvp_scope")
    AnnotationFactory.create(artifact=row, text="Last")
    row.refresh_from_db()
    row.annotations = [row.annotations[0], {"note": "Without a section"}, *row.annotations[1:]]
    assert [note.note for note in row.readable_notes] == ["First", "Last"]
    assert row.readable_notes[0] == first


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("artifact_type", "risk_log"),
        ("current_content", {"target_user": "Bakers"}),
        ("superseded_items", {"A-1": {"title": "", "version": 1}}),
        ("edited_sections", {"target_user": {}}),
        ("findings", {"contradictions": {"at": "", "found": []}}),
    ],
)
def test_a_check_is_made_again_once_what_it_reads_has_changed(column: str, value: Any) -> None:
    assert brief(**{column: value}).checked_columns != brief().checked_columns


def test_a_check_is_not_made_again_for_what_it_does_not_read() -> None:
    other = brief(version_number=4, annotations=[{}], findings={"version": 1, "after": []})
    assert other.checked_columns == brief().checked_columns


def test_a_new_version_takes_the_failure_of_the_last_attempt_away() -> None:
    values = brief().store_values(BRIEF, now=NOON)
    assert values["current_content"] == BRIEF.model_dump(mode="json")
    assert values["schema_version"] == BRIEF.schema_version
    assert (values["generated_at"], values["updated_at"]) == (NOON, NOON)
    assert values["failure"] is None
