"""Who is named beside hours of work, and how old somebody is."""

from __future__ import annotations

from artifacts.facts.grammar.matches import Match
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Told
from artifacts.facts.reading.hour_words import AGE, OPENERS, TITLES

FIRST_PERSON = word_set("i i'll i'd i've my me we us ich wir je j' nous ik wij yo nosotros")
ANDS = word_set("and und et en y")
LISTS = ANDS | {","}
PRONOUNS = word_set(
    "i me he him she her they we ich er sie wir ik hij zij ze wij je il elle nous yo él ella"
)
CLOSES = word_set(". ; ,") | {""}
_BOUNDS = word_set(
    "maximum minimum max min maximal minimal mindestens höchstens about around roughly nearly"
    " almost rund etwa circa ungefähr fast environ presque ongeveer bijna unos unas casi only just"
    " later sometimes often now then nur manchmal oft jetzt dann about at up over under since until"
    " age aged section from for"
)
_NAME_AND_COMMA = 2
_OPEN_AFTER = word_set(", ; . : and und et en y plus sowie")


def tells_age(told: Told, match: Match) -> bool:
    """Whether a number is how old somebody is, and not what one gives: "me at 12"."""
    before = told.before(match, 2).split()
    if before[-1:] == ["at"] and before[0] in PRONOUNS:
        return False
    if _is_age_of(told, match.first):
        return True
    return bool(AGE & set(before)) or before[-1:] == ["of"]


def _is_age_of(told: Told, index: int) -> bool:
    """Whether a number at token `index` stands between a name and another number."""
    number = told.source.number(index)
    if number is None or told.source.word(index - 1) != "," or index < _NAME_AND_COMMA:
        return False
    named = told.source.tokens[index - 2].text.istitle()
    behind = told.source.number(number.last + 1)
    return named and told.source.word(number.last) == "," and behind is not None


def is_of_a_trade(told: Told, match: Match) -> bool:
    """Whether all that stands between two commas is who somebody is and a number: ", helmsman
    48,".
    """
    at = match.first - 1
    alone = told.source.word(at - 1) in LISTS and told.source.word(match.last) in LISTS | CLOSES
    return alone and told.source.is_word(at) and told.source.word(at) not in _BOUNDS


def names(told: Told, index: int) -> bool:
    """Whether a name or "I" stands right in front of a number: "Hemi 18"."""
    if told.source.word(index - 1) == ",":
        index -= 1
        if _is_age_of(told, index - 1):
            index -= 2
    before = told.source.tokens[index - 1]
    dated = (
        before.lower in told.source.lexicon.weekdays or before.lower in told.source.lexicon.months
    )
    return index > 0 and before.kind == "word" and before.text[0].isupper() and not dated


def is_name(told: Told, index: int) -> bool:
    token = told.source.tokens[index]
    return token.kind == "word" and token.text.istitle() and token.lower not in FIRST_PERSON


def names_somebody(told: Told, first: int, last: int) -> bool:
    """Whether somebody opens a part of the text: ", and Dave does the sound", "a jurist reads the
    contracts", "Tunde who codes".
    """
    for index in range(first, last - 1):
        token, before = told.source.tokens[index], told.source.word(index - 1)
        opens = before in _OPEN_AFTER or index == first
        if not opens or token.kind != "word" or token.lower in told.source.lexicon.months:
            continue
        behind = told.source.tokens[index + 1].text
        is_followed = behind[0].islower() or behind == "(" or token.lower in TITLES
        if (token.text.istitle() and is_followed) or token.lower in OPENERS:
            return True
    return False
