"""What kind of product it is, preselected from words.

A trait is "yes" where a word says so that means little else, open where a word only hints at it,
and "no" where somebody who told us enough used no word that touches it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from artifacts.facts.grammar.matches import PlatformMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Reading, Told
from artifacts.facts.reading.trait_doubts import is_posted, is_record, settle
from artifacts.facts.reading.trait_forms import FORMS, MARKS, form_in
from artifacts.facts.reading.trait_patterns import WHAT_IT_DOES, is_denied, pattern
from artifacts.facts.reading.trait_payer_words import NOT_OUR_MONEY
from artifacts.facts.reading.trait_payers import read_invoiced, read_organisations
from artifacts.facts.reading.trait_permits import is_vetted, permit_by_law, read_permit
from artifacts.facts.reading.trait_seasons import read_season
from artifacts.facts.reading.trait_senses import is_in_passing, means_otherwise
from artifacts.facts.reading.trait_silences import without_likely
from artifacts.facts.reading.trait_units import is_share, with_prices
from artifacts.facts.reading.trait_weights import weighed
from artifacts.facts.reading.trait_words import (
    GIVING,
    MINORS,
    PRIVACY,
    SOFTWARE,
    TEACHING,
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

_SAID_IN = {
    "physical_goods": frozenset({"idea", "price", "first_version"}),
    "children": _OWN - {"price", "team", "budget"},
    "depends_on_partner": _OWN - {"price", "team", "first_version"},
}
"""Answers in which a strong word counts, where these are not all about the product: what the team
lends or the users work with is no product.
"""

_HINTED_IN = {
    "two_sides": _ABOUT_SIDES,
    "children": WHAT_IT_DOES,
    "hardware": WHAT_IT_DOES,
    "personal_data": WHAT_IT_DOES,
    "seasonal": (
        _OWN
        | {"problem", "workaround", "validation", "stage", "deadline", "user", "payer", "evidence"}
    ),
}
"""Answers in which a hint counts, where these are not all about the product; seasons show in what
users tell.
"""

_OFTEN_UNSAID = frozenset({"physical_goods", "seasonal", "sells_to_organisations"})
"""Traits of which silence says too little: every fifth or third founder who spoke of no season, of
no thing and of no organisation had one.
"""

_DIGITAL = frozenset({"web", "phone", "sms", "desktop", "tablet"})


@dataclass(frozen=True)
class _Signs:
    """What the words of one answer after the other say of one trait."""

    strong: Span | None
    denied: Span | None
    hinted: bool


def read_traits(reading: Reading, sheet: Facts) -> Traits:
    """Return the traits as far as the words tell; `sheet` holds the facts that were read
    already.
    """
    words = sum(len(told.source.tokens) for told in reading.told.values())
    enough = bool(reading.language) and words >= ENOUGH_WORDS
    found = {
        trait: _verdict(_signs(reading, trait), enough=enough and trait not in _OFTEN_UNSAID)
        for trait in TRAITS
    }
    derived = _from_facts(
        reading, sheet, enough=enough, payments_open=not found["takes_payments"].said
    )
    if found["needs_permit"].value == "yes" and not derived.get("needs_permit", Fact()).said:
        derived.pop("needs_permit", None)
    if found["seasonal"].value == "yes" and not derived.get("seasonal"):
        derived.pop("seasonal", None)
    found |= derived
    if not found["takes_payments"].said:
        found["takes_payments"] = _unsaid_payment(sheet, found, enough=enough)
    found = _with_consequences(reading, sheet, _without_things(reading, sheet, found))
    if enough:
        found = without_likely(reading, settle(reading, found, digital=_is_digital(reading)))
        found = weighed(reading, found)
    return Traits(**found)


def _unsaid_payment(
    sheet: Facts, found: dict[str, Fact[Verdict]], *, enough: bool
) -> Fact[Verdict]:
    """Return "no" for a price whose way of payment nobody told where organisations or buyers of
    devices pay, who get an invoice: how other people pay has to be told.
    """
    invoiced = any(found[key].value == "yes" for key in ("sells_to_organisations", "hardware"))
    return Fact(value="no", state="read") if enough and sheet.prices and invoiced else Fact()


def _without_things(
    reading: Reading, sheet: Facts, found: dict[str, Fact[Verdict]]
) -> dict[str, Fact[Verdict]]:
    """Return the traits where software is no thing, and brings nobody to the place."""
    software = _is_software(reading)
    no_things = software or _brings_no_things(reading, sheet, found)
    for trait, ruled_out in (("physical_goods", no_things), ("on_site_service", software)):
        if ruled_out and found[trait].value is None:
            found[trait] = Fact(value="no", state="read")
    if found["physical_goods"].value == "yes" and not _by_piece(sheet) and _only_names(reading):
        found["physical_goods"] = Fact()
    return found


def _only_names(reading: Reading) -> bool:
    """Whether things are only named: software or a list is about them, people learn to make them,
    or they are the tools of a service.
    """
    if _is_software(reading) or is_record(reading) or _is_course(reading):
        return True
    return not _gives_things(reading)


def _is_course(reading: Reading) -> bool:
    """Whether the idea is to teach something, so that the things in it are what people learn to
    make.
    """
    idea = reading.told.get("idea")
    return bool(idea and _COURSE.search(idea.lower))


_COURSE = re.compile(
    r"(?:^|[.!?] |(?<!\w)we (?:run|give|teach|hold) )(?:an? |ein |eine )?(?:[\w-]+ )?(?:courses?"
    r"|workshops?|class|classes|lessons?|\w*kurse?|lehrgang|seminare?)(?!\w)"
)


def _brings_no_things(reading: Reading, sheet: Facts, found: dict[str, Fact[Verdict]]) -> bool:
    """Whether people are taught, or use it on a screen and get nothing besides."""
    idea = reading.told.get("idea")
    if idea and pattern(TEACHING).search(idea.lower) and not _gives_things(reading):
        return True
    if is_posted(reading):
        return False
    is_on_screen = _is_digital(reading) and found["hardware"].value == "no"
    return is_on_screen and not _by_piece(sheet) and not _sells_thing(reading)


def _with_consequences(
    reading: Reading, sheet: Facts, found: dict[str, Fact[Verdict]]
) -> dict[str, Fact[Verdict]]:
    """Return the traits with those that follow from others: a device is a thing, and somebody who
    brings two sides together may know both.
    """
    if found["hardware"].value == "yes":
        found["physical_goods"] = found["hardware"]
    known = _by_people_known(sheet, found)
    if found["personal_data"].value != "yes" and known is not None:
        found["personal_data"] = known
    if found["needs_permit"].value is None and sheet.laws:
        found["needs_permit"] = permit_by_law(reading, sheet, device=found["hardware"].value)
    if found["needs_permit"].value == "no" and _may_need_permit(reading, found):
        found["needs_permit"] = Fact()
    if found["two_sides"].value == "no" and any(is_share(fact) for fact in sheet.prices):
        # a share of what others charge: there may be two sides
        found["two_sides"] = Fact()
    return with_prices(reading, sheet, found)


def _may_need_permit(reading: Reading, found: dict[str, Fact[Verdict]]) -> bool:
    """Whether helpers are looked into, or a device is sold of which nobody says that it needs no
    paper: it has to be declared to conform.
    """
    return is_vetted(reading) or (
        found["hardware"].value == "yes" and not found["needs_permit"].said
    )


def _by_people_known(sheet: Facts, found: dict[str, Fact[Verdict]]) -> Fact[Verdict] | None:
    """Return "yes" where a law on privacy is named, or somebody has to be known for another
    trait.
    """
    for law in sheet.laws:
        if law.value and pattern(PRIVACY).search(law.value.lower()):
            return Fact(value="yes", said=law.said, state="read")
    if found["health_data"].value == "yes":
        return Fact(value="yes", said=found["health_data"].said, state="read")
    if found["children"].value == "yes":
        # who sells jackets for children need not know one of them
        sold = found["physical_goods"].value == "yes"
        return Fact() if sold else Fact(value="yes", said=found["children"].said, state="read")
    # who brings two sides together may know both by name, or only what they order
    return Fact() if found["two_sides"].value == "yes" else None


def _verdict(signs: _Signs, *, enough: bool) -> Fact[Verdict]:
    if signs.denied:
        return Fact(value="no", said=(signs.denied,), state="read")
    if signs.strong:
        return Fact(value="yes", said=(signs.strong,), state="read")
    return Fact(value="no", state="read") if enough and not signs.hinted else Fact()


def _signs(reading: Reading, trait: str) -> _Signs:
    words = TRAIT_WORDS[trait]
    strong = denied = None
    for told in reading.told.values():
        if told.key not in _SAID_IN.get(trait, _OWN):
            continue
        match = _told_by(told, trait, reading.language)
        if match and not is_in_passing(told, trait, match):
            span = told.span(match.start(), match.end())
            if is_denied(told, match.start()):
                denied = denied or span
            else:
                strong = strong or span
    hinted = bool(words.hints) and any(_hints(told, trait) for told in reading.told.values())
    return _Signs(strong, None if strong or trait in _NEVER_DENIED else denied, hinted)


def _told_by(told: Told, trait: str, language: str) -> re.Match[str] | None:
    """Return the words of an answer that tell a trait, alone or by their form."""
    match = _first(told, trait, TRAIT_WORDS[trait].strong) or _by_form(told, trait)
    return match or form_in(told.lower, trait, told.key, language)


def _hints(told: Told, trait: str) -> bool:
    """Whether an answer hints at a trait, or names it where that alone does not count."""
    if told.key not in _HINTED_IN.get(trait, _OWN):
        if trait != "children" or told.key != "target_user":
            return False
        named = pattern(MINORS).search(told.lower)
        return bool(named or pattern(TRAIT_WORDS[trait].strong).search(told.lower))
    words = TRAIT_WORDS[trait]
    if pattern(words.hints).search(told.lower):
        return True
    return told.key not in _OWN and bool(pattern(words.strong).search(told.lower))


def _by_form(told: Told, trait: str) -> re.Match[str] | None:
    form = FORMS.get(trait)
    keys = _OWN if trait == "depends_on_partner" else _ABOUT_SIDES
    if form is None or told.key not in keys:
        return None
    found = form.finditer(told.lower) if any(m in told.lower for m in MARKS[trait]) else ()
    return next((match for match in found if not is_in_passing(told, trait, match)), None)


def _first(told: Told, trait: str, words: str) -> re.Match[str] | None:
    """Return the first of `words` that means what it seems to.

    "AI" has capitals, where "j'ai" has none. A jar of the user's own is no product, and neither is
    money that others settle among themselves a payment to us.
    """
    for match in pattern(words).finditer(told.lower):
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
        if means_otherwise(trait, match.group(), before, after):
            continue
        if is_in_passing(told, trait, match):
            continue
        if trait == "takes_payments" and pattern(NOT_OUR_MONEY).search(before + after):
            continue
        return match
    return None


_SHORT = 2
_THEIRS = word_set(THEIRS)


def _is_software(reading: Reading) -> bool:
    idea = reading.told.get("idea")
    return bool(idea and pattern(SOFTWARE).search(idea.lower))


def _is_digital(reading: Reading) -> bool:
    """Whether the idea names a screen or text messages as what people use."""
    return any(
        match.platform in _DIGITAL and not match.negated
        for told in reading.pick(("idea",))
        for match in told.each(PlatformMatch)
    )


def _sells_thing(reading: Reading) -> bool:
    """Whether the answer about the price names a thing."""
    words = pattern(TRAIT_WORDS["physical_goods"].hints)
    return any(words.search(told.lower) for told in reading.pick(("price",)))


def _gives_things(reading: Reading) -> bool:
    """Whether things are said to be sold, made, lent or delivered, or have a price."""
    return _sells_thing(reading) or any(
        pattern(GIVING).search(told.lower) for told in reading.pick(("idea", "first_version"))
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
    if payments_open and (invoiced := read_invoiced(reading)):
        found["takes_payments"] = invoiced
    if permit := read_permit(reading):
        found["needs_permit"] = permit
    elif sheet.laws:
        found["needs_permit"] = Fact()
    season = read_season(reading, sheet)
    if season is not None:
        found["seasonal"] = season
    found["sells_to_organisations"] = read_organisations(reading, sheet, enough=enough)
    return found
