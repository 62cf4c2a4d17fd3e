"""What settling an assumption or a question changes, or refuses to change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from artifacts.exceptions import (
    DocumentLocked,
    EditConflict,
    EntryGone,
    InvalidEdit,
    ItemGone,
    ProjectDeleted,
    StaleUpdate,
)
from artifacts.interview.questions import ANSWER_MAX
from artifacts.models import Project, User
from artifacts.schemas import ArtifactType
from artifacts.services.assumptions import settling
from artifacts.services.assumptions.register import SettleAction
from artifacts.services.documents.status import DocumentState, project_status
from artifacts.services.editing.manual_edits import change_item
from artifacts.services.editing.restoring import revert_section
from artifacts.services.facts.founder_texts import fitting_place
from artifacts.services.projects.lifecycle import (
    answer_question,
    delete_project,
    input_fingerprint,
    leave_open,
)
from artifacts.tests.support.assuming import LINE, brief, entry, fresh
from artifacts.tests.support.factories import (
    claim_all,
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


def settle(project: Project, act: Callable[..., None], text: str, /, **changes: Any) -> None:
    """Do the act as a page would that was opened this moment."""
    one = entry(project, text)
    arguments = {"key": one.key, "base": one.base, "editor": project.owner, "tier": Tier.PARTNER}
    if act is not settling.reject:
        arguments |= {"place": "answers.price", "seen": input_fingerprint(fresh(project))}
    act(fresh(project), **{**arguments, **changes})


def stale(project: Project) -> list[str]:
    status = project_status(fresh(project), now=timezone.now())
    return [
        document.type.value
        for document in status.documents
        if document.state is DocumentState.STALE
    ]


class TestEffect:
    @pytest.mark.parametrize("text", ["Owners keep", LINE])
    def test_what_a_rejection_says_is_what_gets_stale(self, project: Project, text: str) -> None:
        told = settling.effect(project, entry(project, text), SettleAction.REJECT)
        settle(project, settling.reject, text)
        assert [document.artifact_type.value for document in told.documents] == stale(project)
        assert stale(project) == list(ArtifactType.BRIEF.later)

    def test_what_a_confirmation_says_is_what_gets_stale(self, project: Project) -> None:
        told = settling.effect(project, entry(project, "Owners keep"), SettleAction.CONFIRM)
        settle(project, settling.confirm, "Owners keep")
        assert [document.artifact_type.value for document in told.documents] == stale(project)
        assert "brief" in stale(project)

    def test_it_estimates_what_regenerating_takes(self, project: Project) -> None:
        told = settling.effect(project, entry(project, LINE), SettleAction.REJECT)
        assert told.estimate.seconds is None or told.estimate.seconds >= 0
        assert [d.artifact_type.value for d in told.mentions] == ["mvp_scope"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Somebody will pay a price that we have yet to find", "answers.price"),
        ("The problem comes up often", "answers.problem"),
        ("Counting on paper is a habit", "answers.workaround"),
        ("Zeppelins", "idea"),
    ],
)
def test_the_fitting_answer_is_the_one_that_speaks_of_the_same(
    founder: User, text: str, place: str
) -> None:
    project = make_project(founder, workaround="A list on paper")
    assert fitting_place(project, text) == place


class TestConfirm:
    def test_the_words_become_part_of_the_answer_and_the_assumption_is_marked(
        self, project: Project
    ) -> None:
        answer_question(project, key="price", text="9 euros")
        settle(project, settling.confirm, "Owners keep")
        assert fresh(project).get_answers().price == "9 euros\nOwners keep counting"
        item = brief(project).assumptions[0]
        assert (item.basis, item.confidence) == ("answer", "high")
        assert entry(project, "Owners keep").is_settled

    def test_without_an_answer_it_is_one_of_its_own_and_no_question_left_open(
        self, project: Project
    ) -> None:
        leave_open(project, key="price")
        settle(project, settling.confirm, "Owners keep")
        assert fresh(project).get_answers().price == "Owners keep counting"
        assert fresh(project).unknown_answers == []

    def test_pointers_become_words(self, project: Project) -> None:
        settle(project, settling.confirm, "Shops have a phone", place="idea")
        assert fresh(project).idea.endswith("\nShops have a phone, see target user")

    def test_an_answer_that_says_it_already_does_not_say_it_twice(self, project: Project) -> None:
        answer_question(project, key="price", text="I know that owners  KEEP counting.")
        settle(project, settling.confirm, "Owners keep")
        assert fresh(project).get_answers().price == "I know that owners  KEEP counting."

    def test_the_edit_can_be_taken_back(self, project: Project) -> None:
        settle(project, settling.confirm, "Owners keep")
        revert_section(
            project.documents()[0], section="assumptions", editor=project.owner, tier=Tier.PARTNER
        )
        assert brief(project).assumptions[0].basis == "guess"

    def test_where_there_is_no_room_in_the_answer_nothing_is_changed(
        self, project: Project
    ) -> None:
        answer_question(project, key="price", text="x" * ANSWER_MAX)
        with pytest.raises(InvalidEdit) as caught:
            settle(project, settling.confirm, "Owners keep")
        assert list(caught.value.errors) == ["place"]
        assert brief(project).assumptions[0].basis == "guess"

    @pytest.mark.parametrize("place", ["", "name", "answers.nothing"])
    def test_it_is_added_to_nothing_else(self, project: Project, place: str) -> None:
        with pytest.raises(InvalidEdit):
            settle(project, settling.confirm, "Owners keep", place=place)
        assert brief(project).assumptions[0].basis == "guess"


class TestCorrect:
    def test_what_is_true_takes_the_place_of_the_assumption(self, project: Project) -> None:
        settle(project, settling.correct, "Owners keep", text="Owners stop after a week")
        item = brief(project).assumptions[0]
        assert (item.id, item.text, item.basis) == ("A-1", "Owners stop after a week", "answer")
        assert fresh(project).get_answers().price == "Owners stop after a week"

    def test_an_answered_question_leaves_the_document(self, project: Project) -> None:
        settle(project, settling.correct, LINE, text="The owner pays.")
        assert brief(project).open_questions == ["What does a lost count cost?"]
        assert fresh(project).get_answers().price == "The owner pays."

    def test_a_question_of_the_interview_gets_its_own_answer_whatever_place_is_named(
        self, project: Project
    ) -> None:
        settle(project, settling.correct, "How far are we?", text="A prototype", place="")
        assert fresh(project).get_answers().stage == "A prototype"

    def test_a_text_that_does_not_fit_is_refused_whole(self, project: Project) -> None:
        with pytest.raises(InvalidEdit) as caught:
            settle(project, settling.correct, "Owners keep", text="x" * 1_001)
        assert list(caught.value.errors) == ["text"]
        assert fresh(project).get_answers().price == ""


class TestReject:
    def test_it_takes_the_assumption_out_and_remembers_its_id(self, project: Project) -> None:
        settle(project, settling.reject, "Owners keep")
        assert [item.id for item in brief(project).assumptions] == ["A-2", "A-3"]
        assert "A-1" in fresh(project).documents()[0].superseded_items

    def test_it_takes_the_question_out_and_leaves_the_answers_alone(self, project: Project) -> None:
        before = input_fingerprint(project)
        settle(project, settling.reject, LINE)
        assert brief(project).open_questions == ["What does a lost count cost?"]
        assert input_fingerprint(fresh(project)) == before

    def test_the_edit_can_be_taken_back(self, project: Project) -> None:
        settle(project, settling.reject, "Owners keep")
        revert_section(
            project.documents()[0], section="assumptions", editor=project.owner, tier=Tier.PARTNER
        )
        assert [item.id for item in brief(project).assumptions] == ["A-1", "A-2", "A-3"]
        assert stale(project) == []


ACTS = [
    (settling.confirm, {}),
    (settling.correct, {"text": "Mine"}),
    (settling.reject, {}),
]


@pytest.mark.parametrize(("act", "more"), ACTS, ids=["confirm", "correct", "reject"])
class TestRaces:
    def test_an_assumption_that_somebody_else_changed_stays_as_it_is(
        self, project: Project, act: Callable[..., None], more: dict[str, str]
    ) -> None:
        seen = entry(project, "Owners keep").base
        change_item(
            project.documents()[0],
            section="assumptions",
            item_id="A-1",
            values={"text": "Theirs"},
            base=seen,
            editor=project.owner,
            tier=Tier.PARTNER,
        )
        with pytest.raises(EditConflict):
            settle(project, act, "Theirs", base=seen, **more)
        assert brief(project).assumptions[0].text == "Theirs"
        assert fresh(project).get_answers().price == ""

    def test_done_twice_it_is_done_once(
        self, project: Project, act: Callable[..., None], more: dict[str, str]
    ) -> None:
        opened = entry(project, "Owners keep")
        settle(project, act, "Owners keep", **more)
        after = fresh(project).answers
        with pytest.raises((ItemGone, EditConflict)):
            settle(project, act, "Shops have", key=opened.key, base=opened.base, **more)
        assert fresh(project).answers == after

    def test_while_the_document_is_written_nothing_is_changed(
        self, project: Project, act: Callable[..., None], more: dict[str, str]
    ) -> None:
        claim_all(project)
        with pytest.raises(DocumentLocked, match="Product Brief"):
            settle(project, act, "Owners keep", **more)
        assert brief(project).assumptions[0].basis == "guess"
        assert fresh(project).get_answers().price == ""

    def test_of_a_deleted_project_nothing_is_changed(
        self, project: Project, act: Callable[..., None], more: dict[str, str]
    ) -> None:
        delete_project(project)
        with pytest.raises(ProjectDeleted):
            settle(project, act, "Owners keep", **more)
        assert brief(project).assumptions[0].basis == "guess"

    def test_what_is_not_there_cannot_be_settled(
        self, project: Project, act: Callable[..., None], more: dict[str, str]
    ) -> None:
        for key in ("brief.A-99", "brief.0123456789abcdef", "nothing.A-1", "answers.nothing"):
            with pytest.raises(EntryGone):
                settle(project, act, "Owners keep", key=key, **more)


@pytest.mark.parametrize(("act", "more"), ACTS[:2], ids=["confirm", "correct"])
def test_an_answer_that_was_changed_meanwhile_stays_and_so_does_the_document(
    project: Project, act: Callable[..., None], more: dict[str, str]
) -> None:
    seen = input_fingerprint(project)
    answer_question(project, key="price", text="Theirs")
    with pytest.raises(StaleUpdate):
        settle(project, act, "Owners keep", seen=seen, **more)
    assert fresh(project).get_answers().price == "Theirs"
    assert brief(project).assumptions[0].basis == "guess"


def test_another_answer_that_was_changed_meanwhile_is_no_conflict(project: Project) -> None:
    seen = input_fingerprint(project)
    answer_question(project, key="stage", text="Theirs")
    settle(project, settling.confirm, "Owners keep", seen=seen)
    answers = fresh(project).get_answers()
    assert (answers.stage, answers.price) == ("Theirs", "Owners keep counting")


def test_two_open_questions_can_be_settled_at_the_same_moment(project: Project) -> None:
    mine, theirs = entry(project, LINE), entry(project, "lost count")
    for one in (mine, theirs):
        settling.reject(
            fresh(project), key=one.key, base=one.base, editor=project.owner, tier=Tier.PARTNER
        )
    assert brief(project).open_questions == []


def test_another_document_may_be_written_meanwhile(project: Project) -> None:
    claim_all(project, [ArtifactType.RISK_LOG])
    settle(project, settling.reject, "Owners keep")
    assert [item.id for item in brief(project).assumptions] == ["A-2", "A-3"]
