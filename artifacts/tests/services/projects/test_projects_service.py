"""Making, describing, renaming, copying and deleting projects."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from artifacts.exceptions import InvalidProject, ProjectDeleted, StaleUpdate
from artifacts.generation.writer import write_claim
from artifacts.interview.questions import ProjectInput
from artifacts.models import GenerationAttempt, Project, User
from artifacts.models.artifact import ROTATED
from artifacts.services.documents.status import DocumentState, project_status
from artifacts.services.editing.locking import fingerprint
from artifacts.services.editing.manual_edits import edit_section
from artifacts.services.projects.duplicates import duplicate_project
from artifacts.services.projects.lifecycle import (
    KEEP_DELETED,
    answer_question,
    create_project,
    delete_project,
    finish_interview,
    input_fingerprint,
    leave_open,
    rename_project,
    start_project,
    undelete_project,
    update_project,
    written_types,
)
from artifacts.tests.support.factories import AnnotationFactory, StubRunner, claim_all, make_project
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.tests.support.rows import again

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(founder: User) -> Project:
    return start_project(owner=founder, name="Ada", idea="Maps for sailors")


def described(project: Project, **changes: str) -> ProjectInput:
    said = project.get_input().model_dump()
    said["answers"] |= {key: text for key, text in changes.items() if key in said["answers"]}
    return ProjectInput.model_validate(
        {**said, **{key: text for key, text in changes.items() if key in said}}
    )


class TestInterview:
    def test_a_started_project_is_a_draft_with_its_artifacts(self, draft: Project) -> None:
        assert draft.is_draft
        assert draft.artifacts.count() == ALL_DOCUMENTS

    def test_a_created_project_is_none(self, project: Project) -> None:
        assert not project.is_draft

    @pytest.mark.parametrize(
        "said", [{"name": " ", "idea": "Maps"}, {"name": "Ada", "idea": "\x07"}]
    )
    def test_an_idea_without_words_starts_nothing(
        self, said: dict[str, str], founder: User
    ) -> None:
        with pytest.raises(InvalidProject):
            start_project(owner=founder, **said)
        assert not Project.objects.exists()

    def test_an_answer_is_stored_beside_the_others(self, draft: Project) -> None:
        answer_question(draft, key="price", text=" 9 euros ")
        answer_question(draft, key="stage", text="An idea")
        assert (again(draft).get_answers().price, again(draft).get_answers().stage) == (
            "9 euros",
            "An idea",
        )

    def test_what_was_left_open_is_remembered_until_it_is_answered(self, draft: Project) -> None:
        leave_open(draft, key="price")
        assert again(draft).unknown_answers == ["price"]
        answer_question(draft, key="price", text="9 euros")
        assert again(draft).unknown_answers == []

    def test_leaving_an_answer_open_takes_it_back(self, draft: Project) -> None:
        answer_question(draft, key="price", text="9 euros")
        leave_open(draft, key="price")
        assert (again(draft).get_answers().price, again(draft).unknown_answers) == ("", ["price"])

    @pytest.mark.parametrize("key", ["problem", "weather"])
    def test_what_is_needed_or_unknown_cannot_be_left_open(self, key: str, draft: Project) -> None:
        with pytest.raises(InvalidProject):
            leave_open(draft, key=key)

    @pytest.mark.parametrize(("key", "text"), [("weather", "fine"), ("price", "x" * 10_001)])
    def test_an_answer_that_does_not_fit_is_refused(
        self, key: str, text: str, draft: Project
    ) -> None:
        with pytest.raises(InvalidProject):
            answer_question(draft, key=key, text=text)

    def test_an_answer_from_another_window_is_not_replaced_unseen(self, draft: Project) -> None:
        seen = fingerprint(draft.get_answers().price)
        answer_question(draft, key="price", text="9 euros", base=seen)
        with pytest.raises(StaleUpdate):
            answer_question(draft, key="price", text="19 euros", base=seen)
        assert again(draft).get_answers().price == "9 euros"

    def test_it_cannot_end_without_what_is_needed_and_says_what_that_is(
        self, draft: Project
    ) -> None:
        answer_question(draft, key="problem", text="They run aground")
        with pytest.raises(InvalidProject, match="Who is it for first"):
            finish_interview(draft)
        assert again(draft).is_draft

    def test_it_ends_once(self, draft: Project) -> None:
        for key in ("problem", "target_user"):
            answer_question(draft, key=key, text="Sailors")
        ended = finish_interview(draft).interviewed_at
        assert ended
        assert finish_interview(draft).interviewed_at == ended

    def test_a_deleted_project_takes_no_answer(self, draft: Project) -> None:
        delete_project(draft)
        with pytest.raises(ProjectDeleted):
            answer_question(draft, key="price", text="9 euros")


class TestUpdate:
    def test_it_names_what_changed_and_nothing_else(self, project: Project) -> None:
        new = described(project, price="99 euros", idea="Another")
        assert update_project(project, described=new, base=input_fingerprint(project)) == [
            "idea",
            "answers.price",
        ]
        assert again(project).get_input().texts() == new.texts()

    def test_nothing_new_stores_nothing(self, project: Project) -> None:
        assert (
            update_project(project, described=described(project), base=input_fingerprint(project))
            == []
        )
        assert again(project).updated_at == project.updated_at

    def test_the_same_text_changed_in_two_windows_is_a_conflict(self, project: Project) -> None:
        base = input_fingerprint(project)
        update_project(project, described=described(project, price="9 euros"), base=base)
        with pytest.raises(StaleUpdate):
            update_project(
                project, described=described(project, price="99 euros", stage="Idea"), base=base
            )
        assert again(project).get_answers().model_dump(exclude_defaults=True) == {
            "price": "9 euros"
        }

    def test_different_texts_changed_in_two_windows_are_both_kept(self, project: Project) -> None:
        base = input_fingerprint(project)
        update_project(project, described=described(project, price="9 euros"), base=base)
        assert update_project(project, described=described(project, stage="Idea"), base=base) == [
            "answers.stage"
        ]
        assert again(project).get_answers().model_dump(exclude_defaults=True) == {
            "price": "9 euros",
            "stage": "Idea",
        }

    def test_a_form_from_before_a_question_was_added_leaves_its_answer_alone(
        self, project: Project
    ) -> None:
        old = " ".join(
            part
            for part in input_fingerprint(project).split()
            if not part.startswith("answers.stage=")
        )
        update_project(
            project, described=described(project, stage="Idea"), base=input_fingerprint(project)
        )
        assert update_project(project, described=described(project, price="9 euros"), base=old) == [
            "answers.price"
        ]
        assert again(project).get_answers().model_dump(exclude_defaults=True) == {
            "price": "9 euros",
            "stage": "Idea",
        }

    def test_a_form_from_before_a_question_was_taken_out_compares_the_right_texts(
        self, project: Project
    ) -> None:
        old = (
            "name=0000000000 answers.gone=0000000000"
            f" {input_fingerprint(project).partition(' ')[2]}"
        )
        assert update_project(project, described=described(project, price="9 euros"), base=old) == [
            "answers.price"
        ]

    @pytest.mark.parametrize("base", ["", "nonsense", "-".join("0" * 9)])
    def test_a_base_that_says_nothing_replaces_nothing(self, base: str, project: Project) -> None:
        with pytest.raises(StaleUpdate):
            update_project(project, described=described(project, price="9 euros"), base=base)

    def test_an_answer_ends_that_it_was_left_open(self, project: Project) -> None:
        leave_open(project, key="price")
        leave_open(project, key="stage")
        base = input_fingerprint(again(project))
        update_project(project, described=described(project, price="9 euros"), base=base)
        assert again(project).unknown_answers == ["stage"]

    def test_every_written_document_is_stale_then(self, written_project: Project) -> None:
        base = input_fingerprint(written_project)
        update_project(
            written_project, described=described(written_project, price="9 euros"), base=base
        )
        status = project_status(again(written_project), now=timezone.now())
        assert {
            document.type for document in status.documents if document.state is DocumentState.STALE
        } == set(written_types(written_project))
        assert len(written_types(written_project)) == ALL_DOCUMENTS


class TestRename:
    def test_it_renames(self, project: Project) -> None:
        rename_project(project, name=" Ada\x1b ")
        assert again(project).name == "Ada"

    @pytest.mark.parametrize("name", ["", " ", "x" * 121])
    def test_a_name_must_fit(self, name: str, project: Project) -> None:
        with pytest.raises(InvalidProject):
            rename_project(project, name=name)

    def test_another_new_name_is_not_replaced_unseen(self, project: Project) -> None:
        seen = fingerprint(project.name)
        rename_project(project, name="Ada", base=seen)
        with pytest.raises(StaleUpdate):
            rename_project(project, name="Bea", base=seen)


@pytest.mark.django_db(transaction=True)
class TestDelete:
    def test_it_hides_and_can_be_taken_back_as_it_was(self, written_project: Project) -> None:
        before = list(written_project.artifacts.values())
        delete_project(written_project)
        assert not Project.objects.active().exists()
        undelete_project(written_project)
        assert Project.objects.active().get() == written_project
        assert list(written_project.artifacts.values()) == before

    def test_it_stops_what_is_being_written(self, project: Project) -> None:
        cascade = claim_all(project)
        delete_project(project)
        assert write_claim(cascade, runner=StubRunner()) == []
        assert set(GenerationAttempt.objects.values_list("outcome", flat=True)) == {"cancelled"}

    def test_the_document_in_flight_is_not_stored_any_more(self, project: Project) -> None:
        write_claim(claim_all(project), runner=StubRunner(before=lambda _: delete_project(project)))
        assert set(project.artifacts.values_list("version_number", flat=True)) == {0}

    def test_nothing_is_written_of_a_deleted_project(self, project: Project) -> None:
        delete_project(project)
        with pytest.raises(ProjectDeleted):
            claim_all(project)

    def test_it_cannot_be_brought_back_when_its_time_is_over(self, project: Project) -> None:
        Project.objects.update(deleted_at=timezone.now() - KEEP_DELETED - timedelta(minutes=1))
        with pytest.raises(ProjectDeleted):
            undelete_project(project)

    def test_deleting_twice_keeps_the_first_moment(self, project: Project) -> None:
        delete_project(project)
        first = again(project).deleted_at
        delete_project(project)
        assert again(project).deleted_at == first


class TestDuplicate:
    COPIED = (
        "artifact_type",
        "version_number",
        "schema_version",
        "superseded_items",
        *ROTATED,
        *ROTATED.values(),
    )

    @pytest.fixture
    def edited(self, written_project: Project, founder: User) -> Project:
        write_claim(claim_all(written_project), runner=StubRunner())
        brief = written_project.artifacts.select_related("project").get(artifact_type="brief")
        assert brief.current_content is not None
        base = fingerprint(brief.current_content["target_user"])
        edit_section(
            brief,
            section="target_user",
            value="Bakers.",
            base=base,
            editor=founder,
            tier=founder.get_tier(),
        )
        AnnotationFactory.create(artifact=brief, section="target_user")
        return again(written_project)

    def test_all_that_was_said_written_and_edited_is_in_the_copy(self, edited: Project) -> None:
        leave_open(edited, key="price")
        copy = duplicate_project(edited)
        ours, theirs = (
            list(p.artifacts.order_by("pk").values(*self.COPIED)) for p in (copy, edited)
        )
        for one, other in zip(ours, theirs, strict=True):
            for name in ("inputs", "previous_inputs"):
                one[name].pop("name")
                other[name].pop("name")
        assert ours == theirs
        assert ours[0]["edited_sections"]
        assert (copy.idea, copy.answers, copy.unknown_answers) == (
            edited.idea,
            again(edited).answers,
            ["price"],
        )

    def test_notes_receipts_locks_and_failures_stay_behind(self, edited: Project) -> None:
        edited.artifacts.filter(artifact_type="risk_log").update(
            generation_status="failed", failure={"message": "x"}
        )
        claim_all(edited, [t for t in written_types(edited) if t == "milestones"])
        copy = duplicate_project(edited)
        assert set(
            copy.artifacts.values_list("generation_status", "generation_token", "failure")
        ) == {("idle", None, None)}
        assert all(artifact.annotations == [] for artifact in copy.artifacts.all())
        assert not GenerationAttempt.objects.filter(artifact__project=copy).exists()

    def test_a_copy_is_not_stale_for_its_name(self, written_project: Project) -> None:
        copy = again(duplicate_project(written_project))
        states = {document.state for document in project_status(copy, now=timezone.now()).documents}
        assert states == {DocumentState.READY}

    def test_each_copy_has_a_name_of_its_own(self, project: Project) -> None:
        names = [duplicate_project(project).name for _ in range(3)]
        assert names == ["Shelfwise (copy)", "Shelfwise (copy 2)", "Shelfwise (copy 3)"]

    def test_the_longest_name_can_be_copied(self, founder: User) -> None:
        long = make_project(founder, name="x" * 120)
        assert [len(duplicate_project(long).name) <= 120 for _ in range(2)] == [True, True]

    def test_copy_and_original_go_their_own_ways(self, written_project: Project) -> None:
        copy = duplicate_project(written_project)
        write_claim(claim_all(copy), runner=StubRunner())
        assert set(written_project.artifacts.values_list("version_number", flat=True)) == {1}
        assert set(copy.artifacts.values_list("version_number", flat=True)) == {2}


def test_create_project_keeps_what_was_described(founder: User) -> None:
    said: Any = {"name": "Ada", "idea": "Maps", "price": "9 euros"}
    project = create_project(owner=founder, described=ProjectInput.from_brief(said))
    described, stored = ProjectInput.from_brief(said), again(project).get_input()
    assert (stored.name, stored.texts()) == (described.name, described.texts())
