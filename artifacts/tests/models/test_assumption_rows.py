"""What the row of a test of an assumption says."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime
from typing import Any

import pytest

from artifacts.documents.testing import AssumptionOutcome, Result
from artifacts.models import AssumptionTest, Project
from artifacts.models.testing import read_tests

DAY = date(2026, 3, 1)


def trial(**columns: Any) -> AssumptionTest:
    return AssumptionTest(assumption="brief.A-1", statement="Owners count weekly", **columns)


def test_it_is_named_by_its_assumption_and_knows_the_item() -> None:
    assert str(trial()) == "Test of brief.A-1"
    assert trial().item_id == "A-1"


@pytest.mark.parametrize(
    ("state", "is_draft", "is_started", "is_over"),
    [
        ("draft", True, False, False),
        ("started", False, True, False),
        ("passed", False, False, True),
        ("failed", False, False, True),
        ("unclear", False, False, True),
    ],
)
def test_it_is_a_draft_or_runs_or_is_over(
    state: str, is_draft: bool, is_started: bool, is_over: bool
) -> None:
    test = trial(state=state, ended_on=DAY if is_over else None)
    assert (test.is_draft, test.is_started, test.is_over) == (is_draft, is_started, is_over)
    assert (test.outcome is not None) == is_over


@pytest.mark.parametrize("result", list(Result))
def test_what_it_found_names_the_assumption_as_it_was_and_the_day(result: Result) -> None:
    test = trial(state=result.value, ended_on=DAY)
    expected = AssumptionOutcome("brief.A-1", result, DAY, "Owners count weekly", str(test.pk))
    assert test.outcome == expected


def test_a_result_without_its_day_says_nothing() -> None:
    assert trial(state="passed", ended_on=None).outcome is None


@pytest.mark.parametrize(
    ("statement", "claim"),
    [
        ("Owners count weekly", "Owners count weekly"),
        ("They like [[F-2]] most", "They like F-2 most"),
        ("It rests on [[brief.key_constraint]].", "It rests on key constraint."),
        ("We need [[F-1]], [[F-2]]", "We need F-1, F-2"),
    ],
)
def test_its_claim_is_read_without_pointers(statement: str, claim: str) -> None:
    assert AssumptionTest(statement=statement).claim == claim


def test_a_copy_says_the_same_and_awaits_no_draft_of_a_model() -> None:
    test = trial(
        project=Project(),
        whom="Ada",
        what="Ask her",
        kills="She says no",
        due=DAY,
        state="passed",
        ended_on=DAY,
        note="She pays",
        said_yes=3,
        asked=5,
        created_at=datetime(2026, 2, 1, tzinfo=UTC),
        order="some order",
        ordered_at=datetime(2026, 2, 1, tzinfo=UTC),
    )
    other = Project()
    copy = test.copy_to(other)
    same = "assumption statement whom what kills due state ended_on note said_yes asked created_at"
    for name in same.split():
        assert getattr(copy, name) == getattr(test, name), name
    assert (copy.project_id, copy.order, copy.ordered_at) == (other.pk, "", None)
    assert copy.pk != test.pk


def test_a_project_without_tests_has_none() -> None:
    assert read_tests(Project(), None) == []
    assert read_tests(Project(), []) == []


@pytest.mark.django_db
def test_tests_that_are_read_with_their_project_are_those_that_are_stored(
    project: Project, django_assert_num_queries: Any
) -> None:
    for number, moment in enumerate((2, 1, 1)):
        AssumptionTest.objects.create(
            id=uuid.UUID(int=9 - number),
            project=project,
            assumption=f"brief.A-{number}",
            statement="Owners count weekly",
            due=DAY,
            said_yes=1,
            asked=number + 1,
            created_at=datetime(2026, 3, moment, 12, tzinfo=UTC),
        )
    told = Project.objects.with_artifacts().get(pk=project.pk)
    stored = list(project.tests.order_by("created_at", "pk"))
    with django_assert_num_queries(0):
        assert told.known_tests == stored
    assert project.known_tests == stored
    assert [test.assumption for test in stored] == ["brief.A-2", "brief.A-1", "brief.A-0"]
    for test, same in zip(told.known_tests, stored, strict=True):
        for field in AssumptionTest._meta.concrete_fields:
            assert getattr(test, field.attname) == getattr(same, field.attname), field.name
        assert test.project is told
