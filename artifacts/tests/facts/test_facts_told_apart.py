"""Answers that differ by the one word, or the one word more, on which it depends what is read.

`told_apart.txt` has them in the form of `readings.txt`, with the stage.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from artifacts.checker.claims import read_text
from artifacts.facts.grammar.matches import MoneyMatch
from artifacts.facts.reading import read_facts
from artifacts.tests.facts.test_facts_read_words import answered, plain, rows
from artifacts.tests.facts.test_facts_trait_words import FOUNDERS
from artifacts.tests.support.recorded import Compare, Recording

TOLD_APART = Recording(Path(__file__).with_name("told_apart.txt"), mark="")
TODAY = date(2026, 11, 29)


@pytest.mark.parametrize("line", TOLD_APART.headings)
def test_one_word_decides_what_is_read(line: str, recorded: Compare) -> None:
    facts = read_facts(answered(line)[0], today=TODAY)
    said = " | ".join(span.text for span in facts.stage.said)
    stage = [f"stage: {plain(facts.stage.value)} « {said} »"] if facts.stage else []

    recorded(TOLD_APART, line, rows(facts) + stage)


def test_what_is_read_says_that_it_was_read() -> None:
    for line in FOUNDERS.headings:
        told = dict(part.split(": ", 1) for part in line.split(" | "))
        states = {(bool(fact), fact.state) for _, fact in read_facts(told, today=TODAY).each()}
        assert states <= {(True, "read"), (False, "open")}, line


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("We have five thousand and four hundred pounds.", [400]),
        ("It costs two hundred and fifty pounds.", [250]),
        ("It costs two thousand five hundred pounds.", [2_500]),
        ("It costs two thousand and fifty pounds.", [2_050]),
        ("It costs two thousand one hundred and fifty pounds.", [2_150]),
        ("It costs two thousand and forty-nine pounds.", [2_049]),
        ("It costs two thousand pounds and fifty dollars.", [2_000, 50]),
    ],
)
def test_and_goes_on_with_less_than_a_hundred(text: str, amounts: list[int]) -> None:
    (sentence,) = read_text(text, "en", "GBP")
    assert [money.amount for money in sentence.each(MoneyMatch)] == amounts
