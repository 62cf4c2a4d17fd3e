"""All that the checker knows of 110 founders, with which it compares what is written of them.

`known.txt` has every second founder by their id, and below it each property of what is known that
says something. Of sets of many words only their number is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.awaited import awaited_of
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.money_to_come import money_there
from artifacts.checker.comparisons.price_conditions import who_pays_nothing
from artifacts.checker.comparisons.ways import makers_ruled_out
from artifacts.checker.comparisons.withheld import kept_from_some
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import Match
from artifacts.tests.facts.test_facts_phrases import told as match_told
from artifacts.tests.support.recorded import Compare, Recording, shortened
from artifacts.tests.support.studied import FOUNDERS, project_of
from artifacts.unlocked import cached_property

RECORDING = Recording(Path(__file__).with_name("known.txt"))
LONGEST = 20
WORDS_MOST = 12
FEWER = FOUNDERS[::2]

NOTHING: tuple[object, ...] = (None, False, (), frozenset(), {})
WHOLE_TEXTS = {"sentences", "clauses", "clauses_on_paying"}
PROPERTIES = tuple(
    name
    for kind in reversed(Knowledge.__mro__)
    for name, value in vars(kind).items()
    if isinstance(value, cached_property) and name not in WHOLE_TEXTS
)
FUNCTIONS: tuple[Callable[[Knowledge], object], ...] = (
    awaited_of,
    kept_from_some,
    makers_ruled_out,
    money_there,
    who_pays_nothing,
)


def lines_of(founder: Mapping[str, Any]) -> Iterator[str]:
    project = project_of(founder)
    known = Knowledge(project.all_texts(), project.sheet, project.today)
    for key, sentences in known.told.items():
        clauses = " ".join(f"{len(sentence.clauses)}{sentence.mark}" for sentence in sentences)
        yield f"clauses of {key}: {clauses}"
    for name in PROPERTIES:
        yield from _row(name, getattr(known, name))
    for function in FUNCTIONS:
        yield from _row(function.__name__, function(known))


def _row(name: str, value: object) -> Iterator[str]:
    if value not in NOTHING:
        told = value if isinstance(value, tuple) else (value,)
        yield f"{name}: {'; '.join(map(_text, told))}"


def _text(value: object) -> str:
    match value:
        case Sentence() | Clause():
            return f"«{shortened(value.words, LONGEST)}»"
        case Match():
            return match_told(value)
        case Known():
            per = "".join(f" / {one}" for one in value.per)
            bare = " without a currency" if value.is_bare else ""
            return f"{_text(value.amount)} {value.unit}{per}{bare} {_text(value.clause)}"
        case Decimal():
            return f"{round(value, 4).normalize():f}"
        case dict():
            return "; ".join(f"{_text(key)}: {_text(one)}" for key, one in value.items())
        case frozenset() if len(value) > WORDS_MOST:
            return f"{len(value)} of them"
        case frozenset():
            return f"({' '.join(sorted(map(_text, value)))})"
        case tuple():
            return " ".join(map(_text, value))
    if is_dataclass(value):
        return " ".join(_text(getattr(value, field.name)) for field in fields(value))
    return str(value)


@pytest.mark.parametrize("founder", FEWER, ids=lambda founder: founder["id"])
def test_what_is_known_of_founders_is_as_recorded(
    founder: Mapping[str, Any], recorded: Compare
) -> None:
    recorded(RECORDING, founder["id"], lines_of(founder))


def test_every_founder_is_recorded() -> None:
    assert RECORDING.headings == [founder["id"] for founder in FEWER]
