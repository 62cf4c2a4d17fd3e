"""What tests of assumptions have found, and what of the documents rests on it.

Pure functions. Whether an assumption holds is told by `standing` alone: pages, the evidence figure
and the list of what is unsettled all ask it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from artifacts.document_types.brief.schema import Assumption
from artifacts.documents.references import pointers
from artifacts.schemas import ArtifactContent, ArtifactType, Contents
from artifacts.schemas.base import Item
from artifacts.schemas.fields import ITEM_ID
from artifacts.schemas.marks import without_marks
from artifacts.text import fold_title
from artifacts.tiers import Tier

PLAN_FIELDS = ("whom", "what", "kills", "due")
"""What is said of a test before it starts."""

_ID = re.compile(ITEM_ID)


class Result(StrEnum):
    PASSED = "passed"
    FAILED = "failed"
    UNCLEAR = "unclear"


class Standing(StrEnum):
    OPEN = "open"
    """Nobody has vouched for it, and no test has decided it."""
    VOUCHED = "vouched"
    """The founder says so."""
    CONFIRMED = "confirmed"
    """A test has confirmed it."""
    DISPROVED = "disproved"
    """A test has disproved it, whatever was said before."""

    @property
    def holds(self) -> bool:
        return self in (Standing.VOUCHED, Standing.CONFIRMED)


@dataclass(frozen=True, slots=True)
class AssumptionOutcome:
    """What a test of an assumption found."""

    key: str
    """Of the assumption: "brief.A-1"."""
    result: Result
    on: date
    statement: str
    """What the assumption said then."""
    test: str = ""
    """Which test that was."""

    def is_about(self, text: str) -> bool:
        """Return whether an assumption still says what was tested."""
        return _plain(self.statement) == _plain(text)


AssumptionOutcomes = Iterable[AssumptionOutcome]


def is_vouched(assumption: Assumption) -> bool:
    """Return whether the founder has vouched for an assumption."""
    return assumption.basis == "answer" and assumption.confidence == "high"


def decisive(key: str, text: str, outcomes: AssumptionOutcomes) -> AssumptionOutcome | None:
    """Return the newest outcome that decides about the assumption `key`, which says `text` now;
    None if none does.
    """
    found = [
        outcome
        for outcome in outcomes
        if outcome.key == key and outcome.result is not Result.UNCLEAR and outcome.is_about(text)
    ]
    return max(found, key=lambda outcome: outcome.on, default=None)


def standing(assumption: Assumption, outcome: AssumptionOutcome | None) -> Standing:
    """Return where an assumption stands, given its decisive outcome: a test outweighs what the
    founder says.
    """
    if outcome is not None:
        passed = outcome.result is Result.PASSED
        return Standing.CONFIRMED if passed else Standing.DISPROVED
    return Standing.VOUCHED if is_vouched(assumption) else Standing.OPEN


@dataclass(frozen=True, slots=True)
class Decided:
    """An assumption that a test has decided about."""

    key: str
    standing: Standing
    on: date

    @property
    def item_id(self) -> str:
        return self.key.rpartition(".")[2]


def decided(contents: Contents, outcomes: AssumptionOutcomes) -> dict[str, Decided]:
    """Return the assumptions of these documents that a test has decided about, by the item's id."""
    outcomes = list(outcomes)
    found = {}
    for artifact_type, content in contents.items() if outcomes else ():
        for _, item in content.items():
            if not isinstance(item, Assumption):
                continue
            outcome = decisive(f"{artifact_type.value}.{item.id}", item.text, outcomes)
            if outcome is not None:
                found[item.id] = Decided(outcome.key, standing(item, outcome), outcome.on)
    return found


@dataclass(frozen=True, slots=True)
class WeakAssumption:
    """An assumption that nobody has vouched for and no test has decided about."""

    artifact_type: ArtifactType
    section: str
    item: Assumption


def weakest(contents: Contents, outcomes: AssumptionOutcomes, tier: Tier) -> list[WeakAssumption]:
    """Return the open assumptions in sections that `tier` opens, the weakest first: those of which
    we are least sure, and guesses before what follows from answers.
    """
    outcomes = list(outcomes)
    found = [
        WeakAssumption(artifact_type, section.name, item)
        for artifact_type, content in contents.items()
        for section in content.access(tier).readable
        for item in _items(getattr(content, section.name))
        if isinstance(item, Assumption)
        and _is_open(item, decisive(f"{artifact_type.value}.{item.id}", item.text, outcomes))
    ]
    return sorted(found, key=lambda one: _strength(one.item))


def _is_open(item: Assumption, outcome: AssumptionOutcome | None) -> bool:
    return standing(item, outcome) is Standing.OPEN


def _strength(item: Assumption) -> tuple[int, int]:
    sure = ("low", "medium", "high").index(item.confidence)
    return sure, ("guess", "inferred", "answer").index(item.basis)


def resting(
    content: ArtifactContent, known: Mapping[str, Decided], tier: Tier
) -> dict[tuple[str, str], tuple[Decided, ...]]:
    """Return what of a document rests on these assumptions, by section and item id; the id is ""
    for a section without items.

    An assumption rests on itself. Sections that `tier` does not open are left out.
    """
    found: dict[tuple[str, str], tuple[Decided, ...]] = {}
    for section in content.access(tier).readable if known else ():
        value = getattr(content, section.name)
        for place, words in _places(value, _items(value)):
            named = _named(words, known)
            if named:
                found[section.name, place] = tuple(known[one] for one in named)
    return found


def _places(value: Any, items: list[Item]) -> Iterator[tuple[str, list[str]]]:
    if items:
        for item in items:
            # Its own id too: an assumption is marked where it stands.
            yield item.id, [item.id, *_strings(item.model_dump(mode="json"))]
    else:
        yield "", list(_strings(value))


def _named(words: Iterable[str], known: Collection[str]) -> list[str]:
    named = {
        one
        for text in words
        for one in (text if _ID.fullmatch(text) else "", *pointers(text))
        if one in known
    }
    return sorted(named)


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list() | tuple():
            for entry in value:
                yield from _strings(entry)
        case dict():
            for entry in value.values():
                yield from _strings(entry)


def _items(value: Any) -> list[Item]:
    return [one for one in value if isinstance(one, Item)] if isinstance(value, list) else []


def _plain(text: str) -> str:
    return fold_title(without_marks(text))
