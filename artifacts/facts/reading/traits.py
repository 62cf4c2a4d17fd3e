"""What kind of product it is, preselected from words.

A trait is "yes" where a word says so that means little else, open where a word only hints at it,
and "no" where somebody who told us enough used no word that touches it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from artifacts.facts.grammar.matches import DateMatch, DateRangeMatch, LawMatch, PlatformMatch
from artifacts.facts.grammar.platforms import NEGATIONS
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Reading, Told, read
from artifacts.facts.reading.trait_words import (
    INVOICED,
    NOT_OUR_MONEY,
    ORGANISATIONS,
    PEOPLE_PAY,
    PERMITS,
    SOFTWARE,
    THEIRS,
    TRAIT_WORDS,
)
from artifacts.facts.schema import TRAITS, Fact, Facts, Span, Traits, Verdict

ENOUGH_WORDS = 60
"""Below that many words, a trait nobody mentioned stays open."""

_OWN = frozenset(
    {
        "idea",
        "target_user",
        "price",
        "constraint",
        "first_version",
        "place",
        "budget",
        "team",
        "left_out",
    }
)
"""Answers about the product itself; problem and workaround tell of the world without it."""


_NEVER_DENIED = frozenset(
    {"personal_data", "health_data", "children", "on_site_service", "physical_goods"}
)
"""What a sentence such as "No therapy for children" leaves open."""


_ABOUT_SIDES = frozenset({"idea", "target_user", "price", "first_version"})
"""Answers in which a hint at two sides counts; elsewhere "together" and "lend" are about the team
and the money.
"""

_HINTED_IN = {
    "two_sides": _ABOUT_SIDES,
    "seasonal": (
        _OWN
        | {"problem", "workaround", "validation", "stage", "deadline", "user", "payer", "evidence"}
    ),
}
"""Answers in which a hint counts, where these are not all about the product; seasons show in what
users tell.
"""

_DIGITAL = frozenset({"web", "phone", "sms", "desktop", "tablet", "whatsapp"})


@dataclass(frozen=True)
class _Signs:
    """What the words of one answer after the other say of one trait."""

    strong: Span | None
    denied: Span | None
    hinted: bool


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """Return a pattern for words split by spaces; "~" stands for a space, "*" at the end for any
    ending.
    """
    parts = [re.escape(word).replace(r"\~", " ").replace("~", " ") for word in words.split()]
    parts = [part[:-2] + r"[\w-]{0,24}" if part.endswith(r"\*") else part for part in parts]
    parts = [r"[\w-]{0,24}" + part[2:] if part.startswith(r"\*") else part for part in parts]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w)")


def read_traits(reading: Reading, sheet: Facts) -> Traits:
    """Return the traits as far as the words tell; `sheet` holds the facts that were read
    already.
    """
    enough = (
        bool(reading.language)
        and sum(len(told.source.tokens) for told in reading.told.values()) >= ENOUGH_WORDS
    )
    found: dict[str, Fact[Verdict]] = {}
    for trait in TRAITS:
        signs = _signs(reading, trait)
        found[trait] = _verdict(signs, enough=enough)
    found |= _from_facts(
        reading, sheet, enough=enough, payments_open=found["takes_payments"].value is None
    )
    if found["takes_payments"].value is None and sheet.prices and enough:
        # a price whose way of payment nobody told
        found["takes_payments"] = Fact(value="no", state="read")
    software = _is_software(reading)
    no_things = software or (
        _is_digital(reading) and found["hardware"].value == "no" and not _by_piece(sheet)
    )
    for trait, ruled_out in (("physical_goods", no_things), ("on_site_service", software)):
        if ruled_out and found[trait].value is None:
            found[trait] = Fact(value="no", state="read")
    if found["hardware"].value == "yes":
        found["physical_goods"] = found["hardware"]
    if "yes" in (found["health_data"].value, found["children"].value):
        found["personal_data"] = next(
            f for f in (found["health_data"], found["children"]) if f.value == "yes"
        )
    return Traits(**found)


def _verdict(signs: _Signs, *, enough: bool) -> Fact[Verdict]:
    if signs.denied:
        return Fact(value="no", said=(signs.denied,), state="read")
    if signs.strong:
        return Fact(value="yes", said=(signs.strong,), state="read")
    return Fact(value="no", state="read") if enough and not signs.hinted else Fact()


def _signs(reading: Reading, trait: str) -> _Signs:
    words = TRAIT_WORDS[trait]
    strong = denied = None
    hinted = False
    for told in reading.told.values():
        if told.key in _OWN and (match := _first(told, trait, words.strong)):
            span = told.span(match.start(), match.end())
            if _is_denied(told, match.start()):
                denied = denied or span
            else:
                strong = strong or span
        if words.hints and not hinted and told.key in _HINTED_IN.get(trait, _OWN):
            hinted = bool(_pattern(words.hints).search(told.lower)) or (
                told.key not in _OWN and bool(_pattern(words.strong).search(told.lower))
            )
    return _Signs(strong, None if strong or trait in _NEVER_DENIED else denied, hinted)


def _first(told: Told, trait: str, words: str) -> re.Match[str] | None:
    """Return the first of `words` that means what it seems to.

    "AI" has capitals, where "j'ai" has none. A jar of the user's own is no product, and neither is
    money that others settle among themselves a payment to us.
    """
    for match in _pattern(words).finditer(told.lower):
        start, end = match.span()
        if (
            end - start <= _SHORT
            and trait == "ai_output"
            and not told.source.text[start:end].isupper()
        ):
            continue
        before, after = told.lower[max(start - 60, 0) : start], told.lower[end : end + 60]
        if trait == "physical_goods" and before.split()[-1:] and before.split()[-1] in _THEIRS:
            continue
        if trait == "takes_payments" and _pattern(NOT_OUR_MONEY).search(before + after):
            continue
        return match
    return None


_SHORT = 2
_THEIRS = word_set(THEIRS)


def _is_denied(told: Told, start: int) -> bool:
    """Whether one of the three words in front of `start` in its sentence denies what follows."""
    before = re.split(r"[.!?;,]", told.lower[max(start - 40, 0) : start])[-1].split()
    return bool(NEGATIONS & set(before[-3:]))


def _is_software(reading: Reading) -> bool:
    idea = reading.told.get("idea")
    return bool(idea and _pattern(SOFTWARE).search(idea.lower))


def _is_digital(reading: Reading) -> bool:
    """Whether the idea names a screen or text messages as what people use."""
    return any(
        match.platform in _DIGITAL and not match.negated
        for told in reading.pick(("idea",))
        for match in told.each(PlatformMatch)
    )


def _by_piece(sheet: Facts) -> bool:
    return any(fact.value and "piece" in (fact.value.per, fact.value.unit) for fact in sheet.prices)


def _from_facts(
    reading: Reading, sheet: Facts, *, enough: bool, payments_open: bool
) -> dict[str, Fact[Verdict]]:
    """Return the traits that follow from other facts: offline, seasonal, permits and who pays."""
    found: dict[str, Fact[Verdict]] = {}
    offline = next((fact for fact in sheet.platforms if fact.value == "offline"), None)
    if offline:
        found["works_offline"] = Fact(value="yes", said=offline.said, state="read")
    if payments_open and (invoiced := _invoiced(reading)):
        found["takes_payments"] = invoiced
    if permit := _permit(reading):
        found["needs_permit"] = permit
    elif sheet.laws:
        found["needs_permit"] = Fact()
    if season := _season(reading, sheet):
        found["seasonal"] = season
    found["sells_to_organisations"] = _organisations(reading, sheet, enough=enough)
    return found


def _invoiced(reading: Reading) -> Fact[Verdict] | None:
    """Return "no" for payments where people get an invoice afterwards."""
    for told in reading.pick(("price", "constraint", "first_version", "idea", "target_user")):
        if match := _pattern(INVOICED).search(told.lower):
            return Fact(value="no", said=(told.span(match.start(), match.end()),), state="read")
    return None


def _permit(reading: Reading) -> Fact[Verdict] | None:
    for told in reading.pick(("place", "constraint", "idea", "deadline", "validation", "team")):
        match = _pattern(PERMITS).search(told.lower)
        if match:
            verdict: Verdict = (
                "no" if _is_denied(told, match.start()) and told.key == "place" else "yes"
            )
            return Fact(value=verdict, said=(told.span(match.start(), match.end()),), state="read")
        for law in told.each(LawMatch):
            if _pattern(PERMITS).search(law.name.lower()):
                return Fact(value="yes", said=(told.span(law.start, law.end),), state="read")
    return None


def _season(reading: Reading, sheet: Facts) -> Fact[Verdict] | None:
    in_doubt = False
    for fact in sheet.prices:
        if fact.value and fact.value.months_a_year:
            return Fact(value="yes", said=fact.said, state="read")
    for told in reading.pick(("idea", "target_user", "price", "team", "problem", "constraint")):
        for match in told.matches:
            stretch = isinstance(match, DateRangeMatch)
            months = [match.begin, match.end_date] if isinstance(match, DateRangeMatch) else [match]
            if (stretch or told.key in _ABOUT_USE) and all(_is_month(month) for month in months):
                return Fact(value="yes", said=(told.span(match.start, match.end),), state="read")
            if any(_is_month(month) for month in months):
                in_doubt = True
    return Fact() if in_doubt else None


_ABOUT_USE = frozenset({"idea", "target_user", "problem"})
"""Answers in which one month alone tells when it is needed."""


def _is_month(match: object) -> bool:
    """Whether a month of every year is named: "in July"."""
    return isinstance(match, DateMatch) and match.year is None and match.day is None


def _organisations(reading: Reading, sheet: Facts, *, enough: bool) -> Fact[Verdict]:
    """Return whether an organisation pays: one is named with a price, or where the users are told.

    It is "no" only where people are named who would pay themselves.
    """
    hinted = False
    for told in reading.pick(("price", "target_user", "idea")):
        for first, last in told.sentences:
            start, end = told.source.tokens[first].start, told.source.tokens[last - 1].end
            match = _pattern(ORGANISATIONS).search(told.lower, start, end)
            if not match or _is_denied(told, match.start()):
                continue
            hinted = True
            opens = told.key == "target_user" and first == 0 and match.start() - start < 60
            paid = bool(
                _pattern(TRAIT_WORDS["takes_payments"].hints).search(told.lower, start, end)
            )
            if told.key == "price" and any(first <= index < last for index in told.money_begins):
                paid = _has_price(sheet, start, end)
            if paid or opens:
                return read(_YES, told.span(match.start(), match.end()))
    people = any(
        _pattern(PEOPLE_PAY).search(told.lower)
        for told in reading.pick(("price", "target_user", "idea"))
    )
    return Fact(value="no", state="read") if people and enough and not hinted else Fact()


def _has_price(sheet: Facts, start: int, end: int) -> bool:
    """Whether one of our own prices stands between `start` and `end` of the answer about the
    price.
    """
    return any(
        span.answer == "price" and start <= span.start < end
        for fact in sheet.prices
        for span in fact.said
    )


_YES: Verdict = "yes"
