"""How often a law asks for something, and whether a text says another rhythm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.requirements import requirements_in
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import SpanMatch
from artifacts.facts.grammar.sets import word_set

_EVERY = word_set("every each alle aller per elke iedere cada tous toutes")
_RHYTHM = re.compile(
    r" (?P<name>daily|weekly|fortnightly|monthly|quarterly|yearly|annually|annual|täglich"
    r"|wöchentlich|monatlich|vierteljährlich|halbjährlich|jährlich|wöchentliche[nrs]?"
    r"|monatliche[nrs]?|jährliche[nrs]?)(?= )"
    r"| (?:once|twice|one|a single|einmal|every|each|jede[nrs]?|eine?n?)(?: [^ .,;\d]+){0,2}?"
    r" (?:a |per |im |in der |pro |am )?(?P<unit>day|week|fortnight|month|quarter|year|tag|woche"
    r"|monat|quartal|jahr)(?= )"
)
_WEEKS = {
    "dail": "0.142857", "tägl": "0.142857", "day": "0.142857", "tag": "0.142857",
    "week": "1", "wöch": "1", "woch": "1", "fort": "2", "mont": "4.345", "mona": "4.345",
    "quar": "13", "vier": "13", "halb": "26", "year": "52", "annu": "52", "jähr": "52",
    "jahr": "52",
}  # fmt: skip
_SLACK = Decimal("0.15")
"""How much of a time may be rounded away: 30 days are a month."""


def rhythm_differs(known: Knowledge, sentence: Sentence) -> tuple[str, str]:
    """Return a law and the founder's sentence on how often it asks for something, where a sentence
    on that law says it otherwise; two empty strings if none does.
    """
    named = [one for one in requirements_in(known, sentence) if one.is_law]
    for one in named if sentence.is_certain else ():
        told = set(_rhythms(one.told)) if one.told.has(SpanMatch) else set()
        said = set(_rhythms(sentence)) if told else set()
        if said and not any(abs(a - b) <= a * _SLACK for a in told for b in said):
            return one.word, one.told.text
    return "", ""


def _rhythms(sentence: Sentence) -> Iterator[Decimal]:
    """Yield the weeks between two times of what is done again and again."""
    for span in sentence.each(SpanMatch):
        if span.weeks and sentence.source.word(span.first - 1) in _EVERY:
            yield span.weeks
    for found in _RHYTHM.finditer(sentence.words):
        yield Decimal(_WEEKS[(found["name"] or found["unit"])[:4]])
