"""Where the words of a trait have another sense, or are about somebody else."""

from __future__ import annotations

import re

from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Told
from artifacts.facts.reading.trait_patterns import pattern
from artifacts.facts.reading.trait_words import TRAIT_WORDS


def is_in_passing(told: Told, trait: str, match: re.Match[str]) -> bool:
    """Return whether the words that tell a trait are about others than those it is for or by."""
    about_others = _ABOUT_OTHERS.get(trait)
    return about_others is not None and about_others(told, match)


def _before(told: Told, match: re.Match[str]) -> str:
    return told.lower[max(match.start() - _NEAR, 0) : match.start()]


def _around(told: Told, match: re.Match[str]) -> str:
    return told.lower[max(match.start() - _NEAR, 0) : match.end() + _NEAR]


def _is_of_travellers(told: Told, match: re.Match[str]) -> bool:
    """Whether those travel whom it is for: "a round book for milkmen who drive ..."."""
    before = _before(told, match)
    if _FETCHES.match(match.group()) and _THEY_FETCH.search(before):
        return True
    return _TRAVELS.match(match.group()) is not None and _FOR_WHOM.search(before) is not None


def _is_of_kinds(told: Told, match: re.Match[str]) -> bool:
    """Whether kinds of people are brought together by what they do, or a thing has two sides."""
    if match.group() in ("two sides", "both sides", "zwei seiten", "beide seiten"):
        return _OF_A_THING.search(_around(told, match)) is not None
    return _KINDS_OF_PEOPLE.search(match.group()) is not None


def _is_shown(told: Told, match: re.Match[str]) -> bool:
    """Whether a card tells who somebody is, and pays nothing."""
    return match.group().startswith("card") and _SHOWN_CARD.search(_before(told, match)) is not None


def _is_of_others(told: Told, match: re.Match[str]) -> bool:
    """Whether sensors are there already, "an app that reads the sensors of the dairy", or a battery
    is that of their phone.
    """
    if match.group().startswith(("batter", "akku")):
        return _OF_PHONE.search(_around(told, match)) is not None
    if not match.group().startswith("sensor"):
        return False
    read = _READ_FROM.search(_before(told, match))
    return (read or _THERE_ALREADY.search(_around(told, match))) is not None


def _is_no_data(told: Told, match: re.Match[str]) -> bool:
    """Whether a profile is the shape of a thing, or a consent nobody's to what is kept of them."""
    if match.group() == "the member":
        return told.lower.startswith(" of staff", match.end())
    if match.group() == "consent":
        return _OF_SOMEBODY.search(_around(told, match)) is None
    if not match.group().startswith("profil"):
        return False
    around = _around(told, match)
    return _SHAPES.search(around) is not None and _OF_PEOPLE.search(around) is None


_NEAR = 60
_TRAVELS = re.compile(r"(?:who|that|which|die|der|qui|que|from|von|de|van) ")
_FOR_WHOM = re.compile(
    r"(?<!\w)(?:for|für|pour|voor|para|lets|helps|hilft|software|log|logs) [^.;:!?]{2,45}$"
)
_FETCHES = re.compile(r"(?:holt|holen|fetch|collect|bring|picks?|drop|take)")
_THEY_FETCH = re.compile(
    r"(?:^|[.;:!?] |, )(?:man|wer|you|people|customers|die leute|kunden|everybody|everyone)"
    r" [^.;:!?]{0,40}$"
)
"""Before what those do themselves who bring a thing and fetch it."""
_KINDS_OF_PEOPLE = re.compile(
    r"(?<!\w)(?:old and young|young and old|rich and poor|generations|alt und jung|jung und alt"
    r"|jeunes et vieux|jong en oud|jóvenes y mayores)(?!\w)"
)
"""Whom a choir brings together is no two sides."""
_OF_A_THING = re.compile(
    r"(?<!\w)(?:coarse|fine|front|rough|smooth|blades?|stones?|paper|fabric|cloth|border|river|road"
    r"|street|valley|grob|fein|glatt|rau|\w*klinge|\w*stein|stoff|papier|grenze|fluss|straße|tal)"
    r"(?!\w)"
)
_SHOWN_CARD = re.compile(r"(?:library|member|membership|id|student|staff|loyalty|bus|health) $")
_OF_PHONE = re.compile(r"(?<!\w)(?:phones?|phone's|handys?|telefons?|laptops?|tablets?)(?!\w)")
_READ_FROM = re.compile(
    r"(?<!\w)(?:reads?|reading|evaluates?|collects data from|data from|liest|lesen|wertet|werten)"
    r"(?: (?:out|the|their|your|its|existing|die|den|der|ihre|vorhandene))* $"
)
_THERE_ALREADY = re.compile(r"sensor\w*,? [^.;!?]{0,40}(?<!\w)(?:already|schon|bereits)(?!\w)")
_OF_SOMEBODY = re.compile(
    r"(?<!\w)(?:parent\w*|mothers?|fathers?|famil\w+|patients?|residents?|tenants?|guests?|users?"
    r"|members?|pupils?|learners?|students?|workers?|employees?|people|person\w*|child\w*|their|her"
    r"|his|everyone|everybody|each|every|data|photos?|pictures?|records?|recordings?|privacy)(?!\w)"
)
_SHAPES = re.compile(
    r"(?<!\w)(?:mill\w*|cut|cuts|plan(?:e|es|ing)|wood\w*|timber|steel|aluminium|metal|cornices?"
    r"|doors?|windows?|edges?|we profile|i profile|fräs\w*|hobel\w*|holz\w*|stahl\w*|türen"
    r"|haustüren|fenster\w*|leisten|tyres?|reifen)(?!\w)"
)
_OF_PEOPLE = re.compile(
    r"(?<!\w)(?:user|users|member\w*|account\w*|login|sign\w*|photo\w*|name\w*|person\w*|nutzer\w*"
    r"|mitglied\w*|konto|anleg\w*|legt|foto\w*)(?!\w)"
)


def _is_behind_others(told: Told, match: re.Match[str]) -> bool:
    """Whether children are named behind those whom it is for: "families with children at school",
    and not "Girls of 8 to 12".
    """
    if told.key != "target_user":
        return False
    at = match.end() - len(match.group().lstrip(" .;:!?"))
    opening = max(told.lower.rfind(sign, 0, at) for sign in ".;:!?") + 1
    return len(told.lower[opening:at].split()) > _OPENING_WORDS


_OPENING_WORDS = 1


_ABOUT_OTHERS = {
    "children": _is_behind_others,
    "on_site_service": _is_of_travellers,
    "two_sides": _is_of_kinds,
    "takes_payments": _is_shown,
    "hardware": _is_of_others,
    "personal_data": _is_no_data,
}


def means_otherwise(trait: str, words: str, before: str, after: str) -> bool:
    """Return whether the words around `words` give them another sense: a loan is no partner, what
    is lent to us is no product, nor is what we work with, and a permit is no consent to data.
    """
    if trait == "depends_on_partner":
        return bool(_SUM.match(after)) or after.startswith((" your", " the size"))
    if trait == "physical_goods":
        return _is_no_product(words, before, after)
    if trait == "takes_payments":
        return _means_no_payment(words, before, after)
    if trait == "two_sides" and words == "both sides":
        return before.endswith("on ")
    return not _OF_ANOTHER_KIND.get(words, frozenset()).isdisjoint(before.split()[-1:])


def _is_no_product(words: str, before: str, after: str) -> bool:
    """Whether a thing is lent to us, made or owned by others, or what we work with."""
    to_us = not _US.isdisjoint(after.split()[:1])
    if words == "verleih":
        # those who lend films to cinemas
        to_us = not _ARTICLES.isdisjoint(before.split()[-1:]) and not after.startswith(" von ")
    of_others = _MAKERS_OF.search(before) is not None
    return to_us or of_others or tuple(before.split()[-2:]) in _WITH_OURS


def _means_no_payment(words: str, before: str, after: str) -> bool:
    """Whether nothing is paid, or a counter is named at which nobody pays."""
    if not _NOTHING.isdisjoint(after.split()[:1]):
        return True
    pays = pattern(TRAIT_WORDS["takes_payments"].hints)
    return words in _PLACES_TO_PAY and not pays.search(before + after)


_SUM = re.compile(
    r"\W{0,3}(?:[a-z]{1,2})?[$£€]?\s?\d|\W{0,3}(?:money|the money|a loan|geld|das geld)\b"
)
_NOTHING = word_set("nothing nichts rien niets nada")
_US = word_set("us me uns mir nous ons nos")
_WITH_OURS = frozenset(
    {
        ("mit", "dem"), ("mit", "unserem"), ("mit", "meinem"), ("mit", "eigenem"),
        ("with", "our"), ("with", "my"), ("avec", "nos"), ("avec", "mes"),
    }
)  # fmt: skip
_MAKERS_OF = re.compile(
    r"(?<!\w)(?:growers|makers|sellers|producers|owners|breeders|dealers|collectors|lovers|buyers"
    r"|importers|sharpeners|tuners|drivers|keepers) of (?:[a-z-]+ )?$"
)
"""In front of what the users make or own."""
_ARTICLES = word_set("der den dem des beim vom zum")
_PLACES_TO_PAY = frozenset({"at the desk", "at the counter"})
_OF_ANOTHER_KIND = {
    "consent": word_set("trading planning building resource council landowner's environmental"),
    "season": word_set("first last this next"),
    "saison": word_set("erste ersten erster letzte letzten diese dieser"),
}
"""Words in front of which a word has another sense: a permit is no consent to data, and a single
season is no part of each year.
"""
