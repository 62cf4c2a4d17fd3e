"""Tests of assumptions: how they come about, what they take, and what their results mean."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from artifacts.documents.testing import Result, Standing
from artifacts.exceptions import (
    AssumptionTestGone,
    EditConflict,
    EntryGone,
    InvalidEdit,
    NothingToTest,
)
from artifacts.generation.writer import write_claim
from artifacts.models import AssumptionTest, Project, User
from artifacts.schemas import ArtifactType
from artifacts.services.accounts.founder_data import erase_account
from artifacts.services.assumptions import testing
from artifacts.services.assumptions.register import SettleAction, find_entry, list_entries
from artifacts.services.documents.checks import check_project
from artifacts.services.editing.locking import fingerprint
from artifacts.services.editing.manual_edits import change_item
from artifacts.services.projects.duplicates import duplicate_project
from artifacts.services.projects.lifecycle import delete_project
from artifacts.tests.services.accounts.test_accounts import copy_of
from artifacts.tests.support.factories import (
    AssumptionTestFactory,
    StubRunner,
    claim_all,
    make_assuming_project,
)
from artifacts.tests.support.plain import ASSUMING
from artifacts.tests.support.rows import again
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

KEY = "brief.A-1"
PLAN = {"whom": "Ada", "what": "Ask her", "kills": "She says no", "due": date(2027, 1, 4)}


@pytest.fixture
def project(founder: User) -> Project:
    return make_assuming_project(founder)


def fresh(project: Project) -> Project:
    return Project.objects.with_artifacts().get(pk=project.pk)


def make(project: Project, key: str = KEY) -> AssumptionTest:
    return testing.make_test(fresh(project), key=key, tier=Tier.PARTNER, now=timezone.now())


def standing(project: Project, key: str = KEY) -> Standing:
    entry = find_entry(fresh(project), key, Tier.PARTNER)
    assert entry is not None
    return entry.standing


def enter(test: AssumptionTest, result: Result = Result.PASSED, **changes: Any) -> AssumptionTest:
    today = timezone.localdate()
    return testing.enter_result(test, result=result, **{"on": today, "today": today, **changes})


def reword(project: Project, text: str) -> None:
    brief = project.artifacts.get(artifact_type=ArtifactType.BRIEF)
    assert brief.content is not None
    item = next(item for _, item in brief.content.items() if item.id == "A-1")
    change_item(
        brief,
        section="assumptions",
        item_id="A-1",
        values={"text": text},
        base=fingerprint(item),
        editor=project.owner,
        tier=Tier.PARTNER,
    )


class TestMaking:
    def test_it_is_a_draft_of_ours_that_says_what_is_tested(self, project: Project) -> None:
        test = make(project)
        assert test.is_draft
        assert test.statement == "Owners keep counting"
        assert test.what != ""

    def test_a_second_one_goes_on_with_the_first(self, project: Project) -> None:
        assert make(project) == make(project)

    def test_the_database_keeps_a_second_one_out(self, project: Project) -> None:
        test = make(project)
        with pytest.raises(IntegrityError), transaction.atomic():
            AssumptionTest.objects.create(
                project=project, assumption=KEY, statement="?", created_at=test.created_at
            )

    def test_another_one_can_follow_one_that_is_over(self, project: Project) -> None:
        first = AssumptionTestFactory.create(project=project, result=Result.UNCLEAR)
        assert make(project) != first

    def test_an_open_question_is_no_assumption(self, project: Project) -> None:
        with pytest.raises(NothingToTest):
            make(project, "answers.price")

    def test_what_is_gone_cannot_be_tested(self, project: Project) -> None:
        with pytest.raises(EntryGone):
            make(project, "brief.A-99")


class TestChanging:
    def test_a_draft_may_have_gaps_but_does_not_start_with_them(self, project: Project) -> None:
        test = make(project)
        gaps = {**PLAN, "kills": " ", "due": None}
        test = testing.edit_test(test, values=gaps, base=testing.base_of(test))
        with pytest.raises(InvalidEdit) as refusal:
            testing.start_test(test, values=gaps, base=testing.base_of(test))
        assert set(refusal.value.errors) == {"kills", "due"}
        assert again(test).is_draft

    def test_what_kills_it_is_settled_once_it_runs(self, project: Project) -> None:
        test = AssumptionTestFactory.create(project=project)
        testing.edit_test(test, values={**PLAN}, base=testing.base_of(test))
        assert again(test).whom == "Ada"
        assert again(test).kills == "Fewer than three of ten pay"

    def test_another_window_is_not_overwritten(self, project: Project) -> None:
        test = make(project)
        seen = testing.base_of(test)
        testing.edit_test(test, values=PLAN, base=seen)
        with pytest.raises(EditConflict) as conflict:
            testing.edit_test(test, values={**PLAN, "whom": "Grace"}, base=seen)
        assert conflict.value.current["whom"] == "Ada"
        assert again(test).whom == "Ada"

    def test_a_text_that_is_too_long_is_refused(self, project: Project) -> None:
        test = make(project)
        with pytest.raises(InvalidEdit):
            testing.edit_test(test, values={**PLAN, "whom": "x" * 501}, base=testing.base_of(test))

    def test_a_deleted_project_takes_no_change(self, project: Project) -> None:
        test = make(project)
        delete_project(project)
        with pytest.raises(AssumptionTestGone):
            testing.edit_test(test, values=PLAN, base=testing.base_of(test))

    def test_one_that_is_over_takes_no_change_of_its_plan(self, project: Project) -> None:
        test = AssumptionTestFactory.create(project=project, result=Result.PASSED)
        with pytest.raises(InvalidEdit):
            testing.edit_test(test, values=PLAN, base=testing.base_of(test))


class TestResults:
    def test_a_draft_takes_none(self, project: Project) -> None:
        with pytest.raises(NothingToTest):
            enter(make(project))

    def test_a_link_changes_none_that_is_there(self, project: Project) -> None:
        test = AssumptionTestFactory.create(project=project, result=Result.PASSED)
        with pytest.raises(NothingToTest):
            enter(test, Result.FAILED)
        assert again(test).state == Result.PASSED

    def test_a_page_corrects_one(self, project: Project) -> None:
        test = AssumptionTestFactory.create(project=project, result=Result.PASSED)
        enter(test, Result.FAILED, base=testing.base_of(test))
        assert again(test).state == Result.FAILED

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            # Two days: the run may have begun yesterday.
            ({"on": timezone.localdate() + timedelta(days=2)}, "ended_on"),
            ({"asked": 5}, "said_yes"),
            ({"said_yes": 5}, "asked"),
            ({"said_yes": 6, "asked": 5}, "said_yes"),
            ({"note": "x" * 2001}, "note"),
        ],
    )
    def test_what_cannot_be_is_refused(
        self, project: Project, wrong: dict[str, Any], field: str
    ) -> None:
        test = AssumptionTestFactory.create(project=project)
        with pytest.raises(InvalidEdit) as refusal:
            enter(test, **wrong)
        assert list(refusal.value.errors) == [field]
        assert again(test).is_started

    @pytest.mark.parametrize(
        ("result", "expected"),
        [
            (Result.PASSED, Standing.CONFIRMED),
            (Result.FAILED, Standing.DISPROVED),
            (Result.UNCLEAR, Standing.OPEN),
        ],
    )
    def test_it_decides_about_the_assumption(
        self, project: Project, result: Result, expected: Standing
    ) -> None:
        AssumptionTestFactory.create(project=project, result=result)
        assert standing(project) is expected

    def test_the_evidence_figure_moves_with_it(self, project: Project) -> None:
        test = AssumptionTestFactory.create(project=project)
        before = check_project(fresh(project)).evidence
        enter(test)
        after = check_project(fresh(project)).evidence
        assert before is not None
        assert after is not None
        assert after.assumptions_confirmed == before.assumptions_confirmed + 1
        assert after.percent > before.percent
        enter(test, Result.FAILED, base=testing.base_of(again(test)))
        failed = check_project(fresh(project)).evidence
        assert failed is not None
        assert (failed.assumptions_confirmed, failed.assumptions_disproved) == (0, 1)

    def test_what_is_confirmed_is_settled_and_what_is_disproved_cannot_be_confirmed(
        self, project: Project
    ) -> None:
        test = AssumptionTestFactory.create(project=project, result=Result.PASSED)
        entry = next(one for one in list_entries(fresh(project), Tier.PARTNER) if one.key == KEY)
        assert entry.is_settled
        enter(test, Result.FAILED, base=testing.base_of(test))
        entry = next(one for one in list_entries(fresh(project), Tier.PARTNER) if one.key == KEY)
        assert not entry.is_settled
        assert SettleAction.CONFIRM not in entry.acts

    def test_it_outlives_a_regeneration(self, project: Project) -> None:
        AssumptionTestFactory.create(project=project, result=Result.PASSED)
        write_claim(claim_all(fresh(project)), runner=StubRunner(contents=ASSUMING))
        assert standing(project) is Standing.CONFIRMED

    def test_it_says_nothing_of_other_words_until_the_founder_says_so(
        self, project: Project
    ) -> None:
        test = AssumptionTestFactory.create(project=project, result=Result.PASSED)
        reword(project, "Owners count every Monday")
        assert standing(project) is Standing.OPEN
        testing.keep_result(fresh(project), test, tier=Tier.PARTNER)
        assert standing(project) is Standing.CONFIRMED


class TestWhereTheyGo:
    def test_a_copy_of_the_project_has_them(self, project: Project) -> None:
        AssumptionTestFactory.create(project=project, result=Result.FAILED, note="Nobody paid")
        copy = duplicate_project(project)
        assert standing(copy) is Standing.DISPROVED
        assert copy.tests.get().note == "Nobody paid"

    def test_the_copy_of_an_account_has_them_and_erasure_takes_them(
        self, project: Project, founder: User
    ) -> None:
        AssumptionTestFactory.create(project=project, note="", what="A planted question")
        assert "A planted question" in "".join(copy_of(founder).values())
        erase_account(founder)
        assert not AssumptionTest.objects.exists()

    def test_a_deleted_one_no_longer_counts(self, project: Project) -> None:
        test = AssumptionTestFactory.create(project=project, result=Result.PASSED)
        testing.delete_test(test)
        assert standing(project) is Standing.OPEN
        testing.delete_test(test)

    def test_it_is_hidden_where_its_assumption_is(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        test = AssumptionTestFactory.create(project=project)
        assert testing.list_tests(fresh(project), Tier.BOOTSTRAPPER) == [test]
        monkeypatch.setattr(
            testing,
            "list_entries",
            lambda project, tier: list_entries(project, tier) if tier is max(Tier) else [],
        )
        assert testing.list_tests(fresh(project), Tier.BOOTSTRAPPER) == []
        with pytest.raises(AssumptionTestGone):
            testing.find_test(fresh(project), test.pk, Tier.BOOTSTRAPPER)
        assert testing.list_tests(fresh(project), max(Tier)) == [test]
