"""All that is read and asked of 220 founders, with the words it was read from.

`founders.txt` has each of them by their id: every fact with its value and the words it was read
from, the questions about facts that do not fit together with what each answer changes, the sums
that follow. Of every third one what the texts hold follows: amounts, days, counts and the like.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from artifacts.facts.conflicts import Conflict, find_conflicts
from artifacts.facts.grammar import Match, scan
from artifacts.facts.labels import value_text
from artifacts.facts.reading import read_facts
from artifacts.facts.schema import TRAITS, Budget, Fact, Facts, Span, Test
from artifacts.facts.sum_cards import SumCard, sum_cards
from artifacts.tests.facts.test_fact_conflict_words import rows as rows_of_conflict
from artifacts.tests.facts.test_facts_phrases import told as match_told
from artifacts.tests.facts.test_facts_read_words import plain
from artifacts.tests.support.recorded import Compare, Recording, shortened
from artifacts.tests.support.studied import FOUNDERS
from bench.facts import TODAY, texts_of

RECORDING = Recording(Path(__file__).with_name("founders.txt"))
LONGEST = 36
SCANNED = FOUNDERS[::3]


def lines_of(founder: Mapping[str, Any]) -> Iterator[str]:
    texts = texts_of(founder)
    facts = read_facts(texts, today=TODAY)
    yield f"language: {facts.language}"
    taken = _taken_whole(facts, texts)
    yield f"first_version: {taken} lines as they were told"
    for path, fact in facts.each():
        is_taken = path.startswith("first_version.") and int(path.partition(".")[2]) < taken
        if not is_taken and not path.startswith("traits.") and fact != Fact():
            yield _fact(path, fact)
    yield from _traits(facts)
    for conflict in find_conflicts(facts, today=TODAY):
        yield from _question(conflict)
    for card in sum_cards(facts, today=TODAY):
        yield _sum(card)
    for key, text in texts.items() if founder in SCANNED else ():
        matches = [_match(match, text) for match in scan(text, facts.language)]
        if matches:
            yield f"in {key}: {'; '.join(matches)}"


def _taken_whole(facts: Facts, texts: Mapping[str, str]) -> int:
    """Return how many steps at the beginning are the founder's own lines, word for word."""
    told = texts.get("first_version", "")
    at = number = 0
    for fact, line in zip(facts.first_version, told.splitlines(), strict=False):
        span = Span(answer="first_version", start=at, end=at + len(line), text=line)
        if fact != Fact(value=line, said=(span,), state="read"):
            break
        at += len(line) + 1
        number += 1
    return number


def _fact(path: str, fact: Fact[Any]) -> str:
    """Return a fact with its state unless it was read, its value, how it is shown, and its words.
    A value that is a text is left out where it stands in them.
    """
    shown = value_text(path, fact.value)
    is_text = isinstance(fact.value, str) and fact.value == shown
    value = plain(_not_shown(fact.value)) if isinstance(fact.value, BaseModel) or is_text else ""
    if is_text and len(fact.said) == 1 and value in fact.said[0].text:
        value = ""
    parts = [
        "" if fact.state == "read" else fact.state,
        shortened(value, LONGEST * 2),
        "" if is_text or value == f"name {shown}" else f"= {shown}",
        _said(fact),
    ]
    return f"{path}: {' '.join(filter(None, parts))}"


def _not_shown(value: Any) -> Any:
    """Return a value, or of one that is shown at length what only decides something."""
    if isinstance(value, Test):
        return Test(pass_number=value.pass_number, pass_share=value.pass_share)
    return "" if isinstance(value, Budget) else value


def _question(conflict: Conflict) -> Iterator[str]:
    """Yield a question, and in one line what its answers change; conflicts.txt has their words."""
    _, text, *answers = rows_of_conflict(conflict)
    yield f"{conflict.id}: {text}"
    changed = [answer.partition(": ")[0] + answer.rpartition(" ->")[2] for answer in answers]
    yield f"{conflict.id}: {' / '.join(changed)}"


def _match(match: Match, text: str) -> str:
    told, quoted = match_told(match), text[match.start : match.end]
    return told if told.endswith(f" {quoted}") else f"{told} «{quoted}»"


def _said(fact: Fact[Any]) -> str:
    spans = (f"{s.answer} {s.start}-{s.end} «{shortened(s.text, LONGEST)}»" for s in fact.said)
    return " | ".join(spans)


def _traits(facts: Facts) -> Iterator[str]:
    """Yield the traits: those that no words tell stand in one line."""
    silent: dict[str, list[str]] = {}
    for name in TRAITS:
        fact: Fact[Any] = getattr(facts.traits, name)
        verdict = f"{fact.value or 'open'}"
        if fact.said or fact.state == "confirmed":
            yield f"{verdict} {name}: {_said(fact)}"
        else:
            silent.setdefault(verdict, []).append(name)
    yield from (f"{verdict}: {', '.join(names)}" for verdict, names in sorted(silent.items()))


def _sum(card: SumCard) -> str:
    parts = dict.fromkeys(part.path.partition(".")[0] for part in card.parts)
    return f"{card.key}: {card.figure} = {card.sum} ({', '.join(parts)})"


@pytest.mark.parametrize("founder", FOUNDERS, ids=lambda founder: founder["id"])
def test_founders_are_read_as_recorded(founder: Mapping[str, Any], recorded: Compare) -> None:
    recorded(RECORDING, founder["id"], lines_of(founder))


def test_every_founder_is_recorded() -> None:
    assert RECORDING.headings == [founder["id"] for founder in FOUNDERS]
