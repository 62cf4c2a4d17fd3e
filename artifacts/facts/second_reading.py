"""Set what a language model read from the answers beside what the grammar read. Pure functions.

No fact of the model counts without its proof: the words it names must stand in the answer. Where
both readers say the same, or only one of them says anything, the fact is read; where they differ it
is open, and becomes a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from artifacts.facts.schema import FACTS_MAX, TRAITS, Count, Fact, Facts, Price, Span, Traits
from artifacts.facts.sheet import LISTS, OWN_WORDS, SCALARS
from artifacts.text import fold_spaces

READ_LISTS: tuple[str, ...] = tuple(
    name for name in LISTS if name not in OWN_WORDS and name != "more"
)
"""The lists that a model reads; the founder's own lines are taken as they stand, and the rest was
asked for.
"""
READ_GROUPS: tuple[str, ...] = (*SCALARS, *READ_LISTS, *(f"traits.{trait}" for trait in TRAITS))

QUOTES_MAX = 4
"""Quotes of one fact that are looked at."""
_QUOTE_LEAST = 2
_WORDING = frozenset({"unit", "payer", "noun", "rhythm", "pass_mark", "condition", "name"})
"""Fields in the founder's words: another wording of them says nothing else."""
_ENTRIES_MAX = 200


def fact_class(group: str) -> type[Fact[Any]]:
    """Return the class of the facts in `group` ("budget", "prices", "traits.seasonal")."""
    if group.startswith("traits."):
        kind = Traits.model_fields[group.removeprefix("traits.")].annotation
    else:
        kind = Facts.model_fields[group].annotation
        kind = get_args(kind)[0] if group in LISTS else kind
    assert isinstance(kind, type)
    assert issubclass(kind, Fact)
    return kind


def read_entries(entries: Iterable[Any], texts: Mapping[str, str], *, language: str = "") -> Facts:
    """Return the sheet that a model's `entries` make: objects with `fact`, `value` and `quotes`
    (answer, text).

    An entry that does not fit the schema, or of which no quote stands in `texts`, is dropped.
    """
    found: dict[str, list[Fact[Any]]] = {}
    for entry in list(entries)[:_ENTRIES_MAX]:
        group = _group_of(entry)
        fact = _proven_fact(group, entry, texts) if group else None
        if fact is not None:
            found.setdefault(group, []).append(fact)
    changes: dict[str, Any] = {name: found[name][0] for name in SCALARS if name in found}
    changes |= {name: tuple(found[name][:FACTS_MAX]) for name in READ_LISTS if name in found}
    traits = {trait: found[f"traits.{trait}"][0] for trait in TRAITS if f"traits.{trait}" in found}
    code = language[:2].lower() if re.match("[a-zA-Z]{2}", language) else ""
    return Facts(language=code).model_copy(update={**changes, "traits": Traits(**traits)})


def _proven_fact(
    group: str, entry: Mapping[str, Any], texts: Mapping[str, str]
) -> Fact[Any] | None:
    """Return what an entry says if it fits the schema and one of its quotes stands in `texts`."""
    said = _spans(entry.get("quotes"), texts)
    if not said or entry.get("value") in (None, "unknown"):
        return None
    data = {
        "value": entry["value"],
        "said": [span.model_dump() for span in said],
        "state": "read",
    }
    try:
        return fact_class(group).model_validate(data)
    except ValidationError:
        return None


def combine(own: Facts, other: Facts, texts: Mapping[str, str]) -> Facts:
    """Return `own`, what the grammar read from `texts`, with what a model read in `other` of the
    words that are there.

    Neither reader decides over the other: where both say something else, the fact is open with both
    `readings`.
    """
    other = _still_said(other, texts)
    changes: dict[str, Any] = {
        name: _settle(getattr(own, name), getattr(other, name)) for name in SCALARS
    }
    changes |= {name: _settle_list(getattr(own, name), getattr(other, name)) for name in READ_LISTS}
    traits = {
        name: _settle_trait(getattr(own.traits, name), getattr(other.traits, name))
        for name in TRAITS
    }
    language = own.language or other.language
    return own.model_copy(update={**changes, "traits": Traits(**traits), "language": language})


def _group_of(entry: Any) -> str:
    """Return the group that an entry names, with or without "traits."; "" where there is none of
    that name.
    """
    name = entry.get("fact") if isinstance(entry, Mapping) else None
    if not isinstance(name, str):
        return ""
    return next((group for group in (name, f"traits.{name}") if group in READ_GROUPS), "")


def _spans(quotes: Any, texts: Mapping[str, str]) -> tuple[Span, ...]:
    """Return where the quotes stand; one that stands nowhere is no proof."""
    quotes = quotes if isinstance(quotes, list) else [quotes]
    spans = (_span(quote, texts) for quote in quotes[:QUOTES_MAX] if isinstance(quote, Mapping))
    return tuple(dict.fromkeys(span for span in spans if span is not None))


def _span(quote: Mapping[str, Any], texts: Mapping[str, str]) -> Span | None:
    answer, words = quote.get("answer"), quote.get("text")
    if (
        not isinstance(answer, str)
        or not isinstance(words, str)
        or len(words.strip()) < _QUOTE_LEAST
    ):
        return None
    text = texts.get(answer, "")
    found = re.search(r"\s+".join(map(re.escape, words.split())), text, re.IGNORECASE)
    return (
        Span(answer=answer, start=found.start(), end=found.end(), text=found[0]) if found else None
    )


def _still_said(facts: Facts, texts: Mapping[str, str]) -> Facts:
    """Return the facts whose words are all still there, each where it stands now."""

    def kept(fact: Fact[Any]) -> Fact[Any]:
        quotes = [{"answer": span.answer, "text": span.text} for span in fact.said]
        spans = _spans(quotes, texts)
        return (
            fact.model_copy(update={"said": spans})
            if len(spans) == len(set(fact.said)) > 0
            else Fact()
        )

    changes: dict[str, Any] = {name: kept(getattr(facts, name)) for name in SCALARS}
    changes |= {name: tuple(filter(None, map(kept, getattr(facts, name)))) for name in READ_LISTS}
    traits = {name: kept(getattr(facts.traits, name)) for name in TRAITS}
    return facts.model_copy(update={**changes, "traits": Traits(**traits)})


def _settle(own: Fact[Any], other: Fact[Any]) -> Fact[Any]:
    if not own or not other:
        return own if own or not other else other
    if isinstance(own.value, str):
        return own  # two wordings of one thing; the founder sees ours with its words
    if not _differ(own.value, other.value):
        return own.model_copy(update={"value": _filled(own.value, other.value)})
    return _left_open(own, other)


def _settle_trait(own: Fact[Any], other: Fact[Any]) -> Fact[Any]:
    if not other:
        return own
    # Where nothing was said of a trait the grammar takes it for absent; a quotation is more than
    # that.
    if not own or not own.said:
        return other
    return own if own.value == other.value else _left_open(own, other)


def _settle_list(own: tuple[Fact[Any], ...], other: tuple[Fact[Any], ...]) -> tuple[Fact[Any], ...]:
    """Return the entries of `own` in their order, then what only `other` has."""
    settled = list(own)
    left = list(range(len(own)))
    new = []
    for fact in other:
        same = next((place for place in left if _is_same(own[place], fact)), None)
        if same is not None:
            left.remove(same)
            settled[same] = _settle(own[same], fact)
        else:
            new.append(fact)
    for fact in new:
        place = next((place for place in left if _share_words(own[place], fact)), None)
        if place is None:
            settled.append(fact)
        elif isinstance(fact.value, Price):
            left.remove(place)
            settled[place] = _left_open(own[place], fact)
    return tuple(settled[:FACTS_MAX])


def _is_same(one: Fact[Any], other: Fact[Any]) -> bool:
    return not _differ(one.value, other.value)


def _share_words(one: Fact[Any], other: Fact[Any]) -> bool:
    pairs = ((mine, theirs) for mine in one.said for theirs in other.said)
    return any(a.answer == b.answer and a.start < b.end and b.start < a.end for a, b in pairs)


def _left_open(own: Fact[Any], other: Fact[Any]) -> Fact[Any]:
    said = tuple(dict.fromkeys((*own.said, *other.said)))
    return own.model_copy(
        update={"value": None, "state": "open", "said": said, "readings": (own.value, other.value)}
    )


def _differ(one: Any, other: Any) -> bool:
    """Return whether two values cannot both be meant.

    What one of them leaves out is no contradiction.
    """
    if isinstance(one, BaseModel) and isinstance(other, BaseModel):
        names = _fields_compared(one, other)
        return any(_differ(getattr(one, name), getattr(other, name)) for name in names)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) != len(other) or any(map(_differ, one, other))
    if isinstance(one, str) and isinstance(other, str):
        return not _loosely_equal(one, other)
    return bool(one != other)


def _fields_compared(one: BaseModel, other: BaseModel) -> list[str]:
    """Return the fields that both values fill; those in the founder's words only if no other is."""
    told = [
        name
        for name in type(one).model_fields
        if not (_is_empty(one, name) or _is_empty(other, name))
    ]
    if isinstance(one, Count):
        return told
    return [name for name in told if name not in _WORDING] or told


def _filled(one: Any, other: Any) -> Any:
    """Return `one` with what only `other` says."""
    if not isinstance(one, BaseModel):
        return one
    missing = (name for name in type(one).model_fields if _is_empty(one, name))
    return one.model_copy(update={name: getattr(other, name) for name in missing})


def _is_empty(value: BaseModel, name: str) -> bool:
    found = getattr(value, name)
    return found is None or found is False or found in ("", ())


def _loosely_equal(one: str, other: str) -> bool:
    a, b = fold_spaces(one).casefold(), fold_spaces(other).casefold()
    return a == b or a in b or b in a
