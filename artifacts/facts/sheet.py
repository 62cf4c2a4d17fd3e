"""Merge a new reading into a fact sheet, and change single facts in it. Pure functions.

A list fact that the founder removed stays in the stored sheet without a value, so that the next
reading of the same words does not bring it back; `without_removed` is what writers and pages see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from artifacts.facts.schema import FACTS_MAX, TRAITS, Fact, Facts, Span, Traits
from artifacts.text import fold_spaces

OWN_WORDS = frozenset({"first_version", "left_out"})
"""Lists that repeat the founder's lines word for word: a line that was reworded is the new line."""

SCALARS: tuple[str, ...] = tuple(
    name for name in Facts.model_fields if isinstance(getattr(Facts(), name), Fact)
)
LISTS: tuple[str, ...] = tuple(
    name for name in Facts.model_fields if isinstance(getattr(Facts(), name), tuple)
)
GROUPS: tuple[str, ...] = (*SCALARS, *LISTS, *(f"traits.{trait}" for trait in TRAITS))
"""Every place in a sheet that holds one fact or a list of them."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A confirmed fact whose words have changed; `reading` is what they say now, if anything."""

    path: str
    kept: Fact[Any]
    reading: Fact[Any] | None


def group_of(path: str) -> str:
    """Return the group of a fact: "prices" for "prices.0", "traits.seasonal" for itself."""
    name, _, rest = path.partition(".")
    return path if name == "traits" else name if rest else path


def fact_at(facts: Facts, path: str) -> Fact[Any] | None:
    """Return the fact at `path`, or None if there is no such place."""
    return dict(facts.each()).get(path)


def merge(kept: Facts, reading: Facts) -> Facts:
    """Return `reading` with all that the founder confirmed in `kept`."""
    changes: dict[str, Any] = {
        name: _merge_fact(getattr(kept, name), getattr(reading, name)) for name in SCALARS
    }
    changes |= {
        name: _merge_list(name, getattr(kept, name), getattr(reading, name)) for name in LISTS
    }
    traits = {
        name: _merge_fact(getattr(kept.traits, name), getattr(reading.traits, name))
        for name in TRAITS
    }
    return reading.model_copy(update={**changes, "traits": Traits(**traits)})


def find_doubts(kept: Facts, reading: Facts, texts: Mapping[str, str]) -> tuple[Doubt, ...]:
    """Return the confirmed facts of `kept` that the words in `texts` no longer say."""
    doubts = [*_doubts_of_scalars(kept, reading), *_doubts_of_lists(kept, reading)]
    told = {doubt.path for doubt in doubts}
    for path, fact in kept.each():
        if path in told or group_of(path) in OWN_WORDS:
            continue
        if fact and fact.state == "confirmed" and _words_are_gone(fact, texts):
            doubts.append(Doubt(path, fact, None))
    return tuple(doubts)


def _doubts_of_scalars(kept: Facts, reading: Facts) -> Iterator[Doubt]:
    for path, fact in kept.each():
        if group_of(path) in SCALARS or path.startswith("traits."):
            fresh = fact_at(reading, path)
            if fresh and _is_contradicted(fact, fresh):
                yield Doubt(path, fact, fresh)


def _doubts_of_lists(kept: Facts, reading: Facts) -> Iterator[Doubt]:
    for name in LISTS:
        if name in OWN_WORDS:
            continue
        olds, news = getattr(kept, name), getattr(reading, name)
        for ours, theirs in _pair(olds, news).items():
            if _is_contradicted(olds[ours], news[theirs]):
                yield Doubt(f"{name}.{ours}", olds[ours], news[theirs])


def confirmed(facts: Facts, path: str) -> Facts:
    """Return `facts` with the fact at `path` confirmed as it is."""
    return change(facts, path, lambda fact: fact.model_copy(update={"state": "confirmed"}))


def corrected(facts: Facts, path: str, value: Any, said: Sequence[Span] | None = None) -> Facts:
    """Return `facts` with another value at `path`: a model or plain data; None leaves it open.

    Without `said` the fact keeps the words it was read from. Raises pydantic.ValidationError.
    """
    words = None if said is None else [span.model_dump() for span in said]
    stored = facts.model_dump(mode="json")
    name, _, rest = path.partition(".")
    place: Any = stored[name] if rest else stored
    key: Any = int(rest) if rest.isdecimal() else rest or name
    old = place[key]
    place[key] = {
        "value": plain(value),
        "said": old["said"] if words is None else words,
        "state": "confirmed",
    }
    if value is None and name in LISTS and not place[key]["said"]:
        del place[key]  # nothing could bring it back
    return Facts.model_validate(stored)


def added(facts: Facts, name: str, value: Any, said: Sequence[Span] = ()) -> Facts:
    """Return `facts` with one more confirmed entry in the list `name`. Raises ValidationError."""
    stored = facts.model_dump(mode="json")
    entry = {
        "value": plain(value),
        "said": [span.model_dump() for span in said],
        "state": "confirmed",
    }
    stored[name].append(entry)
    return Facts.model_validate(stored)


def change(facts: Facts, path: str, how: Callable[[Fact[Any]], Fact[Any]]) -> Facts:
    """Return `facts` with `how` applied to the fact at `path`."""
    name, _, rest = path.partition(".")
    old = getattr(facts, name)
    if isinstance(old, tuple):
        number = int(rest)
        new: Any = (*old[:number], how(old[number]), *old[number + 1 :])
    elif isinstance(old, Traits):
        new = old.model_copy(update={rest: how(getattr(old, rest))})
    else:
        new = how(old)
    return facts.model_copy(update={name: new})


def without_removed(facts: Facts) -> Facts:
    """Return `facts` without the list entries that the founder removed."""
    left = {name: tuple(filter(None, getattr(facts, name))) for name in LISTS}
    return facts.model_copy(update=left)


def plain(value: Any) -> Any:
    """Return a fact's value as JSON holds it."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    return (
        value if value is None or isinstance(value, str | int | float | bool | dict) else str(value)
    )


def comparable(value: Any) -> Any:
    """Return a fact's value as JSON in which 29 and 29.00 are the same."""
    match value:
        case BaseModel():
            return {name: comparable(getattr(value, name)) for name in type(value).model_fields}
        case tuple():
            return [comparable(entry) for entry in value]
        case Decimal():
            return f"{value.normalize():f}"
    return plain(value)


def _merge_fact(kept: Fact[Any], fresh: Fact[Any]) -> Fact[Any]:
    if kept.state != "confirmed":
        return fresh
    if kept.value == fresh.value or _says_the_same(fresh, kept):
        return kept.model_copy(update={"said": fresh.said or kept.said})
    return kept


def _merge_list(
    name: str, kept: Sequence[Fact[Any]], fresh: Sequence[Fact[Any]]
) -> tuple[Fact[Any], ...]:
    """Return `fresh` in its order with the confirmed entries of `kept`, those without a pair
    last.
    """
    pairs = _pair(kept, fresh)
    by_fresh = {theirs: ours for ours, theirs in pairs.items()}
    merged = []
    for number, fact in enumerate(fresh):
        ours = by_fresh.get(number)
        reworded = ours is not None and name in OWN_WORDS and _is_contradicted(kept[ours], fact)
        merged.append(fact if ours is None or reworded else _merge_fact(kept[ours], fact))
    # A line of the founder's that is no longer among the lines is gone; other facts wait to be
    # asked about.
    alone = [
        fact
        for number, fact in enumerate(kept)
        if fact.state == "confirmed" and number not in pairs
        if not (name in OWN_WORDS and fact.said)
    ]
    return (*merged[: FACTS_MAX - len(alone)], *alone[:FACTS_MAX])


def _pair(kept: Sequence[Fact[Any]], fresh: Sequence[Fact[Any]]) -> dict[int, int]:
    """Return which confirmed entry of `kept` is which of `fresh`: by value, by words, by answer."""
    pairs: dict[int, int] = {}

    def match(fits: Callable[[Fact[Any], Fact[Any]], bool]) -> None:
        for ours, fact in enumerate(kept):
            if ours in pairs or fact.state != "confirmed":
                continue
            free = (n for n in range(len(fresh)) if n not in pairs.values())
            found = next((n for n in free if fits(fact, fresh[n])), None)
            if found is not None:
                pairs[ours] = found

    match(lambda ours, theirs: ours.value is not None and ours.value == theirs.value)
    match(lambda ours, theirs: bool(_words(ours) & _words(theirs)))
    match(lambda ours, theirs: bool(ours) and bool(_answers(ours) & _answers(theirs)))
    return pairs


def _is_contradicted(kept: Fact[Any], fresh: Fact[Any]) -> bool:
    return (
        kept.state == "confirmed"
        and bool(fresh)
        and kept.value != fresh.value
        and not _says_the_same(fresh, kept)
    )


def _says_the_same(fresh: Fact[Any], kept: Fact[Any]) -> bool:
    """Whether the founder saw all words of `fresh` when they confirmed `kept`."""
    return bool(fresh.said) and _words(fresh) <= _words(kept)


def _words_are_gone(fact: Fact[Any], texts: Mapping[str, str]) -> bool:
    said = [fold_spaces(span.text) in fold_spaces(texts.get(span.answer, "")) for span in fact.said]
    return bool(said) and not any(said)


def _words(fact: Fact[Any]) -> set[tuple[str, str]]:
    return {(span.answer, fold_spaces(span.text)) for span in fact.said}


def _answers(fact: Fact[Any]) -> set[str]:
    return {span.answer for span in fact.said}
