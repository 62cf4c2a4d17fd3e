"""What tests have found: which outcome decides, and what rests on it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from artifacts.document_types.brief.schema import Assumption
from artifacts.documents.testing import (
    AssumptionOutcome,
    Result,
    Standing,
    decided,
    decisive,
    resting,
    standing,
    weakest,
)
from artifacts.schemas import ArtifactType, Contents, load_content
from artifacts.tests.support.plain import ASSUMING
from artifacts.tiers import Tier

DAY = date(2026, 5, 3)
TEXT = "Owners keep counting"


def found(
    result: Result = Result.PASSED, key: str = "brief.A-1", **changes: Any
) -> AssumptionOutcome:
    return AssumptionOutcome(
        key, result, changes.pop("on", DAY), changes.pop("statement", TEXT), **changes
    )


def assumption(**changes: Any) -> Assumption:
    fields = {"id": "A-1", "text": TEXT, "basis": "guess", "confidence": "low"}
    return Assumption.model_validate({**fields, **changes})


def contents() -> Contents:
    stored = {**ASSUMING[ArtifactType.BRIEF]}
    stored["assumptions"] = [
        {**one, "id": f"A-{number}"} for number, one in enumerate(stored["assumptions"], start=1)
    ]
    risks = {**ASSUMING[ArtifactType.RISK_LOG]}
    risks["technical_risks"] = [{**risks["technical_risks"][0], "id": "R-1"}]
    return {
        ArtifactType.BRIEF: load_content(ArtifactType.BRIEF, stored),
        ArtifactType.RISK_LOG: load_content(ArtifactType.RISK_LOG, risks),
    }


class TestDecisive:
    def test_the_newest_one_decides(self) -> None:
        older = found(Result.PASSED, on=DAY - timedelta(days=9))
        newer = found(Result.FAILED)
        assert decisive("brief.A-1", TEXT, [newer, older]) is newer

    def test_an_unclear_one_decides_nothing(self) -> None:
        passed = found(on=DAY - timedelta(days=9))
        assert decisive("brief.A-1", TEXT, [passed, found(Result.UNCLEAR)]) is passed

    def test_one_of_another_assumption_decides_nothing(self) -> None:
        assert decisive("brief.A-2", TEXT, [found()]) is None

    def test_one_of_other_words_decides_nothing(self) -> None:
        assert decisive("brief.A-1", "Owners stop counting", [found()]) is None

    @pytest.mark.parametrize("text", ["owners  keep counting", "Owners keep counting[[+]]"])
    def test_marks_and_spaces_are_no_other_words(self, text: str) -> None:
        assert decisive("brief.A-1", text, [found()]) is not None


class TestStanding:
    def test_a_test_outweighs_what_the_founder_says(self) -> None:
        vouched = assumption(basis="answer", confidence="high")
        assert standing(vouched, None) is Standing.VOUCHED
        assert standing(vouched, found(Result.FAILED)) is Standing.DISPROVED

    def test_a_test_confirms_a_guess(self) -> None:
        assert standing(assumption(), None) is Standing.OPEN
        assert standing(assumption(), found()) is Standing.CONFIRMED


class TestResting:
    def test_the_assumption_and_what_points_at_it_rest_on_it(self) -> None:
        known = decided(contents(), [found(Result.FAILED)])
        brief = resting(contents()[ArtifactType.BRIEF], known, Tier.BOOTSTRAPPER)
        assert set(brief) == {("problem_statement", ""), ("assumptions", "A-1")}
        risks = resting(contents()[ArtifactType.RISK_LOG], known, Tier.BOOTSTRAPPER)
        assert [one.standing for one in risks["technical_risks", "R-1"]] == [Standing.DISPROVED]

    def test_nothing_rests_on_what_was_not_tested(self) -> None:
        known = decided(contents(), [found(Result.UNCLEAR)])
        assert known == {}
        assert resting(contents()[ArtifactType.BRIEF], known, Tier.CTO_SCALE) == {}


class TestWeakest:
    def test_the_least_certain_comes_first_and_the_decided_ones_are_left_out(self) -> None:
        told = [one.item.id for one in weakest(contents(), [], Tier.BOOTSTRAPPER)]
        assert told == ["A-1", "A-2", "A-3"]
        told = [one.item.id for one in weakest(contents(), [found()], Tier.BOOTSTRAPPER)]
        assert told == ["A-2", "A-3"]
