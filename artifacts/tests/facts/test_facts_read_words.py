"""Everything that is read from an answer, and the words that each fact names as its source.

`readings.txt` has an answer in each line, behind its language and the question, and below it what
is read from it and from which words; `stages.txt` has the same for the stage alone, and traits have
tests of their own. The founders of
`own_founders.json` have the same for whole interviews, without what is read of them wrongly.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from artifacts.facts.reading import read_facts
from artifacts.facts.schema import Facts
from artifacts.tests.facts import test_facts_sheets as whole
from artifacts.tests.facts.test_facts_in_other_words import IDEAS
from artifacts.tests.support.recorded import Compare, Recording

READINGS = Recording(Path(__file__).with_name("readings.txt"), mark="")
STAGES = Recording(Path(__file__).with_name("stages.txt"), mark="")
TODAY = date(2026, 11, 29)
OF_OTHER_TESTS = {"traits", "stage", "first_version"}


def answered(line: str) -> tuple[dict[str, str], str]:
    """Return what a founder told who gave the answer of a line, and the question to it."""
    head, _, text = line.partition(" | ")
    language, question = head.split()
    return {"idea": IDEAS[language], question: text}, question


def plain(value: Any) -> str:
    """Return a value as it is written in the files: what is empty in it is left out."""
    if isinstance(value, BaseModel):
        fields = ((name, getattr(value, name)) for name in type(value).model_fields)
        told = ((name, one) for name, one in fields if one not in (None, "", False, ()))
        return ", ".join(f"{name} {plain(one)}" for name, one in told)
    if isinstance(value, tuple):
        return f"[{'; '.join(map(plain, value))}]"
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def rows(facts: Facts) -> list[str]:
    """Return every fact with its value and the words it was read from."""
    told = ((path.partition(".")[0], fact) for path, fact in facts.each() if fact)
    return [
        f"{group}: {plain(fact.value)} « {' | '.join(span.text for span in fact.said)} »"
        for group, fact in told
        if group not in OF_OTHER_TESTS
    ]


@pytest.mark.parametrize("line", READINGS.headings)
def test_all_that_an_answer_says_is_read_from_its_words(line: str, recorded: Compare) -> None:
    told, question = answered(line)
    facts = read_facts(told, today=TODAY)

    recorded(READINGS, line, rows(facts))
    spans = [span for _, fact in facts.each() for span in fact.said if span.answer == question]
    assert all(told[question][span.start : span.end] == span.text for span in spans)


@pytest.mark.parametrize("line", STAGES.headings)
def test_how_far_it_is_is_read_from_the_sentence_that_tells_it(
    line: str, recorded: Compare
) -> None:
    stage = read_facts(answered(line)[0], today=TODAY).stage
    said = " | ".join(span.text for span in stage.said)

    recorded(STAGES, line, [f"{plain(stage.value)} « {said} »"] if stage else [])


@pytest.mark.parametrize("founder", whole.FOUNDERS, ids=range(len(whole.FOUNDERS)))
def test_whole_interviews_are_read_from_the_words_that_say_it(founder: dict[str, Any]) -> None:
    told = {"idea": whole.IDEAS[founder["language"]], **founder["answers"]}
    left_out = founder.get("not_compared", ())
    found = rows(read_facts(told, today=TODAY))

    assert [row for row in found if row.partition(":")[0] not in left_out] == founder["read"]
