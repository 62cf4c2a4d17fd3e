"""Whole answers of founders that were written for this test, with what a careful reader finds.

They hold what is no fact of ours beside what is: helpers without hours of their own, money that may
not come, what others charge.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from artifacts.facts.reading import read_facts
from artifacts.facts.schema import Facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
}
FOUNDERS = json.loads(Path(__file__).with_name("own_founders.json").read_text(encoding="utf-8"))


def values_of(sheet: Facts) -> dict[str, object]:
    deadline, budget = sheet.deadline.value, sheet.budget.value
    test, stage = sheet.test.value, sheet.stage.value
    return {
        "prices": [float(fact.value.amount) for fact in sheet.prices if fact.value],
        "deadline": deadline.isoformat() if deadline else None,
        "weeks": sheet.duration_weeks.value,
        "people": sheet.people.value,
        "hours": sheet.hours_per_week.value,
        "budget": budget.amount if budget else None,
        "test_weeks": test.weeks if test else None,
        "participants": test.participants if test else None,
        "platforms": sorted(fact.value for fact in sheet.platforms if fact.value),
        "stage": stage.stage if stage else None,
    }


@pytest.mark.parametrize("founder", FOUNDERS, ids=range(len(FOUNDERS)))
def test_whole_answers_are_read_as_a_careful_reader_would(founder):
    told = {"idea": IDEAS[founder["language"]], **founder["answers"]}
    values = values_of(read_facts(told, today=date(2026, 11, 29)))
    assert {key: values[key] for key in founder["expected"]} == founder["expected"]
