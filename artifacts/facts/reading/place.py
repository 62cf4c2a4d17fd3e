"""Where it is offered, and over which platforms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import get_args

from babel.core import Locale, get_global

from artifacts.facts.grammar.cities import country_of_cities
from artifacts.facts.grammar.matches import PlaceMatch, PlatformMatch
from artifacts.facts.grammar.places_german import is_german_name
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Reading, Told, read, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.elsewhere import is_of_others
from artifacts.facts.reading.language import READ
from artifacts.facts.reading.left_aside import left_aside
from artifacts.facts.reading.offer import NOT_OFFERED
from artifacts.facts.reading.platforms_today import drop_todays_paper
from artifacts.facts.reading.refusals import is_left_out, is_where_another_is_from
from artifacts.facts.schema import FACTS_MAX, Fact, Platform, Region

_WHERE = ("idea", "place", "target_user")
_NOT_WHERE = Cues(
    "office in; zentrale in; from abroad; import; imported; supplier; based in; head office; siège;"
    " moved from; born in; comes from; kommt aus; kommen aus; studied; studiert; moved to; längst"
    " in; weggezogen; not in; nicht in; pas en"
)
_LIVES = Cues(
    "live in; lives in; living in; lebt in; leben in; wohnt in; wohnen in; vit à; vivent à; habite"
    " à; vive en; viven en; woont in; wonen in"
)
"""Where somebody lives says where it is offered only if nothing else does."""

_FOR_THOSE = Cues("for; für; pour; voor; para")
"""In front of those who live there: it is for them."""

_STAY = Cues("sitzen; wohnen; leben; arbeiten; who pay; who pays; habitent; wonen; viven")
"""Behind the name of a place: those who are there are not those it is offered to."""

_OR_ANYWHERE = Cues(
    "oder sonst wo; oder sonstwo; oder anderswo; oder sonst irgendwo; or elsewhere; or somewhere"
    " else; or wherever; or anywhere else; ou ailleurs; of elders; of ergens anders; o donde sea"
)
"""Behind a place that is only an example: "who live in Hamburg or somewhere else"."""

_NAME = r"[A-ZÀ-Ý][\w'’-]{2,30}(?: (?:[A-ZÀ-Ý][\w'’-]{1,30})){0,2}"
_NAMES = rf"{_NAME}(?:(?:, | and | & | und | et | y | en ){_NAME}){{0,4}}"
_ONLY = re.compile(
    r"(?<!\w)(?:Only|Just|Nur|Solo|Sólo|Seulement|Uniquement|Alleen)(?: in| à| en)?"
    rf" (?P<only>{_NAMES})(?=[.;,]|$)"
    rf"|(?:^|(?<=[.;] ))(?P<ends>{_NAMES}) (?:only|alone)(?=[.;,]|$)"
    rf"|(?:^|(?<=[.;] ))(?P<first>{_NAMES}) first, then (?P<then>{_NAMES})(?=[.;,]|$)"
    rf"|(?:^|(?<=[.;] ))(?:Erst|Zuerst) (?P<erst>{_NAMES}), dann (?P<dann>{_NAMES})(?=[.;,]|$)"
)
_ALONG = re.compile(
    rf"(?<!\w)(?:from|From) (?P<a1>{_NAME}) (?:[a-z]+ )?to (?P<b1>{_NAME})"
    rf"|(?<!\w)[Vv]on (?P<a2>{_NAME})(?: über (?P<c2>{_NAME}))? (?:bis|nach) (?P<b2>{_NAME})"
    rf"|(?<!\w)[Dd]e (?P<a3>{_NAME}) (?:à|a|hasta|jusqu'à) (?P<b3>{_NAME})"
    rf"|(?<!\w)[Vv]an (?P<a4>{_NAME}) (?:tot|naar) (?P<b4>{_NAME})"
)
_SPLIT = re.compile(r", | and | & | und | et | y | en ")
_NO_PLACE = word_set(
    "web paper phone app online sms email browser cash card english german french dutch spanish"
    " welsh visa mastercard paypal stripe twint android iphone windows excel whatsapp facebook"
    " instagram telegram ios mac linux google apple me working living anfang beginn hand haus tür"
)
_NO_REGION = word_set(
    "university college ministry institute academy court universität hochschule ministerium"
    " université"
)
_PLATFORMS = (
    "idea",
    "first_version",
    "place",
    "constraint",
    "stage",
    "target_user",
    "deadline",
    "team",
    "price",
)
_BY_THE_WAY = frozenset({"paper", "email"})
"""Kinds that steps of a first version, and answers about the test, name in passing."""
_PASSING = {
    "price": frozenset({"paper", "email", "phone", "phone call", "desktop", "offline", "sms"}),
    "first_version": _BY_THE_WAY,
    "stage": _BY_THE_WAY | {"desktop", "whatsapp", "phone call"},
}
"""What is named in passing: by a step, or as the founders' own computer."""
_WHO_LACK = Cues("who; those; anyone; somebody; some; wer; die; qui; ceux; wie; quien; quienes")
_KNOWN_PLATFORMS: frozenset[str] = frozenset(get_args(Platform))


def read_regions(reading: Reading) -> tuple[Fact[Region], ...]:
    """Return the places it is for, from the idea and from the answers about the place and the
    users.
    """
    found: dict[str, Fact[Region]] = {}
    for told in reading.pick(_WHERE):
        for match in told.each(PlaceMatch):
            if not _is_offered_there(told, match, known=bool(found)):
                continue
            region = Region(name=match.name[:400], code=match.code)
            found.setdefault(
                match.code or match.name.lower(), read(region, told.span(match.start, match.end))
            )
    _drop_countries_of_regions(found)
    for told in reading.pick((*_WHERE, "constraint")):
        for name, start, end in _bounds(told, found):
            if any(fact.value and fact.value.name == name for fact in found.values()):
                continue
            found.setdefault(name.lower(), read(Region(name=name, code=""), told.span(start, end)))
    return tuple(found.values())[:FACTS_MAX]


def _drop_countries_of_regions(found: dict[str, Fact[Region]]) -> None:
    """Leave out a country one of whose regions is named: "Tyrol, Austria" is no more than Tyrol."""
    for code in [key for key in found if len(key) == 2 and key.isupper()]:
        if any(key.startswith(f"{code}-") for key in found):
            del found[code]


def _is_offered_there(told: Told, match: PlaceMatch, *, known: bool) -> bool:
    """Whether a place is where it is offered; `known` says that another one is already."""
    before = told.before(match, 5)
    behind = told.padded(match.last, match.last + 4)
    if says(before, _NOT_WHERE) or says(behind, _OR_ANYWHERE):
        return False
    if is_left_out(told, match, _before_list(told, match)) or is_where_another_is_from(told, match):
        return False
    before = _before_list(told, match)
    if is_of_others(told, match, before, known=known):
        return False
    if known and _is_where_they_stay(told, match, before):
        return False
    words = match.name.lower().split()
    if match.code or words[0] in _NO_REGION:
        return bool(match.code)
    # a language, but "Spanish Town" is a place
    return len(words) > 1 or words[0] not in _language_names()


_LISTS = word_set(", or and oder und ou et of en o y")


def _is_where_they_stay(told: Told, match: PlaceMatch, before: str) -> bool:
    """Whether somebody lives in a place, without a word that it is for those."""
    if _LIVES.end(before) and not says(told.before(match, 9), _FOR_THOSE):
        return True
    return says(told.part(match), _STAY)


def _before_list(told: Told, match: PlaceMatch) -> str:
    """Return the words in front of the first of the places that are listed up to `match`."""
    at, opening = match.first - 1, told.opening(match.first, 12)
    while at > opening and (
        told.source.word(at) in _LISTS or told.source.tokens[at].text[0].isupper()
    ):
        at -= 1
    return told.padded(max(at - 4, opening), at + 1)


def _bounds(told: Told, found: Mapping[str, Fact[Region]]) -> Iterator[tuple[str, int, int]]:
    """Yield the names of "only in Lens and Arras" and "from Deal round to Hythe", with where they
    stand.
    """
    text = told.source.text
    for match in (*_ONLY.finditer(text), *_ALONG.finditer(text)):
        spans = [match.span(group) for group, said in match.groupdict().items() if said]
        names = [name for start, end in spans for name in _SPLIT.split(text[start:end])]
        if not _are_places(told, names, found):
            continue
        for start, end in spans:
            at = start
            for name in _SPLIT.split(text[start:end]):
                at = text.index(name, at, end)
                yield name[:400], at, at + len(name)


def _are_places(told: Told, names: Sequence[str], found: Mapping[str, Fact[Region]]) -> bool:
    """Whether names with capitals are places; German nouns have capitals too: there, one of the
    names has to be known as a place, or to end as one.
    """
    if any(_is_no_place(told, name) for name in names):
        return False
    if told.source.lexicon.language != "de":
        return True
    return any(name.lower() in found or is_german_name(name) for name in names)


@cache
def _language_names() -> frozenset[str]:
    """Return the languages of the world by the names that founders' languages have for them:
    "kurdish", "kurdisch".
    """
    names = (Locale.parse(language).languages.values() for language in sorted(READ))
    return _DIALECTS | {name.lower() for found in names for name in found if " " not in name}


_DIALECTS = word_set("hokkien teochew hakka")


def _is_no_place(told: Told, name: str) -> bool:
    words = name.lower().split()
    lexicon = told.source.lexicon
    return any(
        word in _NO_PLACE or word in lexicon.months or word in lexicon.weekdays for word in words
    )


def country_of(tolds: Iterator[Told]) -> str:
    """Return the one country (ISO 3166) that the places named most point to, "" where there is
    none.
    """
    votes: dict[str, int] = {}
    for told in tolds:
        for match in told.each(PlaceMatch):
            if match.code and told.key in _WHERE:
                votes[match.code[:2]] = votes.get(match.code[:2], 0) + 1
            elif told.key in _WHERE and (country := _country_of_city(match.name)):
                votes[country] = votes.get(country, 0) + 1
    return max(votes, key=lambda code: votes[code]) if votes else ""


def _country_of_city(name: str) -> str:
    return _cities().get(name.lower(), "")


@cache
def _cities() -> dict[str, str]:
    """Return the country of each city that a time zone is named for, or that `CITIES` names."""
    zones = get_global("zone_territories")
    by_zone = {
        zone.rpartition("/")[2].replace("_", " ").lower(): country
        for zone, country in zones.items()
    }
    return by_zone | country_of_cities()


def read_platforms(reading: Reading) -> tuple[Fact[Platform], ...]:
    """Return by which means people reach it; what they use today and what is left out does not
    count.
    """
    refused = _refused_platforms(reading)
    found = _named_platforms(reading, refused) or _in_test(reading, refused)
    drop_todays_paper(reading, found)
    if "tablet" in found and "phone" in found and _is_app(found["phone"]):
        # what is called an app runs on the tablet
        del found["phone"]
    return tuple(found.values())


def _refused_platforms(reading: Reading) -> set[str]:
    refused = {
        match.platform
        for told in reading.told.values()
        for match in told.each(PlatformMatch)
        if _is_refused(told, match)
        and not says(told.before(match, 6), _WHO_LACK)
        and told.source.words(match.first, match.last) not in _BRANDS
    }
    refused |= {
        match.platform
        for told in reading.pick(("constraint", "price", "idea"))
        for match in _left_aside(told)
    }
    return refused | {
        match.platform for told in reading.pick(("left_out",)) for match in told.each(PlatformMatch)
    }


_BRANDS = ("iphone", "ios", "ipad", "android")
"""Who builds for one of them only has an app all the same."""


def _is_refused(told: Told, match: PlatformMatch) -> bool:
    """Whether it is denied, also behind: "eine App machen wir nicht"."""
    return match.negated or says(told.part(match), NOT_OFFERED)


def _named_platforms(reading: Reading, refused: set[str]) -> dict[Platform, Fact[Platform]]:
    found: dict[Platform, Fact[Platform]] = {}
    passing: dict[Platform, str] = {}
    for told in reading.pick(_PLATFORMS):
        aside = [match.first for match in _left_aside(told)]
        for match in told.each(PlatformMatch):
            if match.first in aside or _is_out(told, match, refused):
                continue
            key: Platform = match.platform  # type: ignore[assignment]
            if _in_passing(told, match) and passing.setdefault(key, told.key) == told.key:
                continue
            found.setdefault(key, read(key, told.span(match.start, match.end)))
    return found


def _left_aside(told: Told) -> Iterator[PlatformMatch]:
    """Yield the platforms in clauses that leave something out: "We forgo an app"."""
    matches = list(told.each(PlatformMatch))
    spans = [span for _, span in left_aside(told)] if matches else []
    for match in matches:
        if any(span.start <= match.start < span.end for span in spans):
            yield match


def _is_out(told: Told, match: PlatformMatch, refused: set[str]) -> bool:
    """Whether this mention says nothing of how people reach it."""
    if _is_refused(told, match) or match.platform not in _KNOWN_PLATFORMS:
        return True
    if told.key == "stage" and says(told.before(match, 2), _OUR_OWN):
        return True
    if match.platform == "phone":
        tool = told.key == "stage" and told.source.word(match.first - 1) in _WITH
        tool = tool or (told.key == "stage" and says(told.before(match, 3), _OFF_MY))
        return tool or "phone" in refused
    return match.platform == "email" and told.source.word(match.last) in _ADDRESSES


_OUR_OWN = Cues(
    "my; our; my own; our own; mein; meine; meinen; meinem; meiner; unser; unsere; unseren;"
    " unserem; unserer; mon; ma; notre; mijn; ons; onze; mi; nuestro; nuestra"
)
"""In front of what the founders run it with so far."""
_WITH = word_set("off from through with")
_OFF_MY = Cues("off my; from my; through my; with my; off our; from our; with our; von meinem")
_ADDRESSES = word_set("address addresses adresse adressen")


def _in_passing(told: Told, match: PlatformMatch) -> bool:
    """Whether an answer names it only by the way, so that a second one has to name it too."""
    if match.platform not in _PASSING.get(told.key, ()):
        return False
    words = told.source.words(match.first, match.last)
    if told.key == "first_version" and words in _RECORDS:
        return False
    if told.key == "price" and match.platform == "phone" and words in _APPS:
        return False
    if told.key == "price" and match.platform == "email":
        return says(told.part(match), _BILL)
    if told.key == "first_version" and match.platform == "email":
        return not says(told.part(match), _ORDERS)
    return True


_ORDERS = Cues(
    "order; orders; book; books; reserves; asks; sends us; writes to us; signs up; registers;"
    " bestellt; bestellen; bucht; buchen; meldet sich; melden sich; meldet; fragt; schreibt uns;"
    " pdf; mailt die; mailt den; mailt das; mailen die; mailt uns;"
    " commande; commandent; réserve; réservent; demande; bestelt; bestellen; boekt; reserveert;"
    " pide; piden; reserva; reservan"
)
"""What people do over a channel by which they reach it; a mail that they only get is a notice."""


_RECORDS = frozenset(
    {"in the book", "into the book", "in a notebook", "in the notebook", "in the ledger"}
    | {"ins heft", "in ein heft", "dans le cahier", "in het schrift", "en el cuaderno"}
)
"""Where a step writes down what the product has to know."""

_APPS = frozenset({"app", "phone app", "mobile app", "application", "appli"})
_BILL = Cues("invoice; invoices; bill; receipt; rechnung; rechnungen; facture; factuur; factura")


def _in_test(reading: Reading, refused: set[str]) -> dict[Platform, Fact[Platform]]:
    """Return what the test runs over, where nothing else names a way to reach it."""
    found: dict[Platform, Fact[Platform]] = {}
    for told in reading.pick(("validation",)):
        for match in told.each(PlatformMatch):
            if not _is_out(told, match, refused) and match.platform not in _BY_THE_WAY:
                key: Platform = match.platform  # type: ignore[assignment]
                found.setdefault(key, read(key, told.span(match.start, match.end)))
    return found


def _is_app(fact: Fact[Platform]) -> bool:
    return all(
        span.text.lower() in ("app", "apps", "eine app", "application") for span in fact.said
    )
