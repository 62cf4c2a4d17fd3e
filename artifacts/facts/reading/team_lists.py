"""People of the team who are told one after the other, or as a group: "I, my cousin and two
fitters", "three mums, together 12 hours a week", "the two mechanics 20 each".
"""

from __future__ import annotations

import re
from itertools import pairwise

from artifacts.facts.grammar.matches import Match, NumberMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.actors import is_outsider
from artifacts.facts.reading.context import Told
from artifacts.facts.reading.hour_words import EACH, PERSON, TOGETHER, WORKERS
from artifacts.facts.reading.team_words import ALL_RELATIVES, COUNTED_AND_ONE, ORDINAL
from artifacts.facts.schema import Span

_TELLER = word_set("i me myself ich mich je moi ik mij yo")
_MY = word_set(
    "my our mein meine unser unsere mon ma notre nos mijn onze mi nuestra nuestro her his"
)
_ONE = word_set("a an ein eine un une een una the der die le la de het el")
_AND = word_set("and und et en y plus sowie")
_MOST_GROUP = 20
_LEAST_LISTED = 3


def people_listed(told: Told) -> tuple[int, Span] | None:
    """Count the teller and others in a list that opens a sentence or a part of one."""
    for first, last in told.sentences:
        for begin in range(first, last):
            if begin > first and told.source.word(begin - 1) not in (":", ","):
                continue
            found = _list_from(told, begin, last)
            if found:
                count, end = found
                tokens = told.source.tokens
                return count, told.span(tokens[begin].start, tokens[end - 1].end)
    return None


def _list_from(told: Told, index: int, last: int) -> tuple[int, int] | None:
    """Return how many a list from token `index` on names, with the teller in it, and the token
    behind it.
    """
    count, teller, ended = 0, False, False
    while index < last:
        item = _item(told, index, last)
        if item is None:
            return None
        count, index = count + item[0], item[1]
        teller = teller or told.source.word(index - 1) in _TELLER
        if ended or index >= last:
            break
        sign = told.source.word(index)
        if sign in _AND:
            ended = told.source.word(index + 1) not in _AND
            index += 1
        elif sign == ",":
            index += 2 if told.source.word(index + 1) in _AND else 1
            ended = told.source.word(index - 1) in _AND
        else:
            return None
    return (count, index) if ended and teller and count >= _LEAST_LISTED else None


def _item(told: Told, index: int, last: int) -> tuple[int, int] | None:
    """Return how many people token `index` begins to name, and the token behind them."""
    word = told.source.word(index)
    if word in _TELLER:
        return 1, index + 1
    if word in _MY or word in _ONE:
        return _relative(told, index + 1, last) or _group(told, index + 1)
    return _group(told, index) or _name(told, index)


def _relative(told: Told, index: int, last: int) -> tuple[int, int] | None:
    for at in range(index, min(index + 3, last)):
        if told.source.word(at) in ALL_RELATIVES or is_outsider(told, at):
            return 1, at + 1
    return None


def _group(told: Told, index: int) -> tuple[int, int] | None:
    number = told.source.number(index)
    if number is None or not 1 < number.value <= _MOST_GROUP:
        return None
    for at in (number.last, number.last + 1):
        if _is_people(told, at):
            return int(number.value), at + 1
    return None


def _is_people(told: Told, index: int) -> bool:
    if index >= len(told.source.tokens) or told.source.lexicon.units.get(told.source.word(index)):
        return False
    word = told.source.word(index)
    if word in WORKERS or word.removesuffix("s") in ALL_RELATIVES or is_outsider(told, index):
        return True
    trades = _TRADES.get(told.source.lexicon.language)
    return bool(trades and trades.fullmatch(word))


_TRADES = {
    "de": re.compile(
        r"\w*(?:innen|eure|isten|enten|linge|gesellen|gehilfen|helfer|fahrer|meister)"
    ),
    "fr": re.compile(r"\w+(?:eurs|euses|iers|ières|istes|iens|iennes|antes?s?)"),
    "nl": re.compile(r"\w+(?:ers|sters|isten|enten)"),
    "es": re.compile(r"\w+(?:eros|eras|ores|oras|istas|antes|entes|feres)"),
}
"""What those who work are called in the plural, by the endings of trades."""


def _name(told: Told, index: int) -> tuple[int, int] | None:
    token = told.source.tokens[index]
    known = token.lower in told.source.lexicon.weekdays or token.lower in told.source.lexicon.months
    is_name = token.kind == "word" and token.text.istitle() and not known
    return (1, index + 1) if is_name and told.source.word(index + 1) in _AND | {","} else None


def group_at_opening(told: Told, first: int) -> tuple[int, Span] | None:
    """Return a group that opens the sentence of hours at token `first` and gives them together or
    each: "three mums, together 12 hours a week".
    """
    opening = told.opening(first, _MOST_WORDS)
    found = _group(told, opening)
    if found is None:
        return None
    end = _behind_origin(told, found[1])
    if told.source.word(end) != ",":
        return None
    words = told.padded(end, first)
    if not TOGETHER.within(words) and not EACH & set(words.split()):
        return None
    tokens = told.source.tokens
    return found[0], told.span(tokens[opening].start, tokens[found[1] - 1].end)


_MOST_WORDS = 12


def _behind_origin(told: Told, index: int) -> int:
    """Return the token behind where a group comes from: "four plumbers from two firms,"."""
    if told.source.word(index) not in _FROM:
        return index
    comma = (at for at in range(index, index + _MOST_ORIGIN) if told.source.word(at) == ",")
    return next(comma, index)


_FROM = word_set("from of at aus von vom bei de du van uit")
_MOST_ORIGIN = 6


def doers_before(told: Told, match: Match) -> int:
    """Return how many do so many hours each: "two carers do thirty each", "les deux mécaniciens 20
    chacun"; 0 where nobody is counted right in front.
    """
    for other in reversed(list(told.within(NumberMatch, match.first - 6, match.first))):
        if other.high is not None or not 1 < other.value <= _MOST_GROUP or not other.noun:
            continue
        noun = other.noun.lower().split()[-1]
        between = set(told.source.words(other.last, match.first).split())
        if not between <= _DO or told.source.lexicon.units.get(noun) or noun in _PARTS_OF_DAY:
            return 0
        return int(other.value)
    return 0


_DO = word_set(
    "do give put in work at with for about machen geben arbeiten mit je jeweils font travaillent"
    " donnent à avec doen werken geven met hacen trabajan dan con"
)
_PARTS_OF_DAY = word_set(
    "evenings mornings afternoons nights weekends abende abenden vormittage nachmittage soirs"
    " matins avonden ochtenden tardes mañanas noches shifts euros dollars"
)


def listed_together(told: Told, first: int) -> tuple[int, Span] | None:
    """Count the people whom a sentence opens with, in front of the hours of all at token `first`:
    "a potter and a retired programmer, together 32 hours".
    """
    opening = told.opening(first, _MOST_LISTED)
    end = next((at for at in range(opening, first) if _begins_sum(told, at)), None)
    if end is None:
        return None
    items = _items(told, opening, end)
    others = [_person_at(told, *item) for item in items[1:]]
    if not others or 0 in others:
        return None
    is_sum = _counts_rest(told, items[0], sum(others))
    opens = 0 if is_sum else _person_at(told, *items[0])
    if not (is_sum or opens):
        return None
    tokens = told.source.tokens
    return opens + sum(others), told.span(tokens[opening].start, tokens[end - 1].end)


def _items(told: Told, first: int, last: int) -> list[tuple[int, int]]:
    """Return where the parts of a list begin and end, between its commas and "and"."""
    cuts = [first - 1, *(at for at in range(first, last) if _parts_list(told, at)), last]
    return [(before + 1, at) for before, at in pairwise(cuts) if at > before + 1]


def _counts_rest(told: Told, item: tuple[int, int], rest: int) -> bool:
    """Whether the first of a list counts those who follow: "three of us, a clerk, a cook and I"."""
    for at in range(*item):
        number = told.source.number(at)
        if number is not None and number.value == rest:
            return number.last >= item[1] or told.source.word(number.last) in _OF
    return False


_OF = word_set("of von de d' van")
_MOST_LISTED = 30


def _begins_sum(told: Told, index: int) -> bool:
    """Whether a comma and "together" stand there, behind which the hours of all follow."""
    following = told.padded(index + 1, index + 4)
    return told.source.word(index) == "," and TOGETHER.begin(following)


def _parts_list(told: Told, index: int) -> bool:
    return told.source.word(index) in _AND or told.source.word(index) == ","


def _person_at(told: Told, first: int, last: int) -> int:
    """Return how many people the tokens from `first` to `last` name, 0 where they name none."""
    word = told.source.word(first)
    if last - first > _LONGEST_NAME or told.source.word(last - 1) in _VERBS:
        return 0
    number = told.source.number(first)
    if number is not None and 1 < number.value <= _MOST_GROUP and number.last < last:
        is_unit = told.source.lexicon.units.get(told.source.word(number.last))
        return 0 if is_unit else int(number.value)
    if word in _TELLER:
        return int(last - first == 1)
    return int(word in _MY | _ONE and last - first > 1)


_LONGEST_NAME = 5
_VERBS = word_set("is are was has have does do ist sind hat haben macht machen est sont a is zijn")


def counted_and_one(told: Told, text: str) -> tuple[int, Span] | None:
    """Count "two mechanics and a woman at the desk, together 90 hours"."""
    for match in COUNTED_AND_ONE.finditer(text):
        size = team_size(told, match[1])
        if size and size > 1 and told.source.lexicon.units.get(match["noun"]) is None:
            return size + 1, told.span(match.start(), match.end())
    return None


def team_size(told: Told, word: str) -> int | None:
    """Return the whole number from 1 to 50 that a word stands for, or None."""
    value = ORDINAL.get(word) or told.source.lexicon.numbers.get(word)
    if value is None and word.isdigit():
        value = int(word)
    if value is None or not 1 <= value <= 50 or value != int(value):
        return None
    return int(value)


def is_with_thing(told: Told, match: Match) -> bool:
    """Whether so many of the hours before are spent with a thing: "20 hours with Jo, 8 with the
    van".
    """
    source, at = told.source, match.last
    opens = source.word(match.first - 1) in (",", *_AND) and source.word(at) in _BESIDE
    if not opens or source.word(at + 1) not in _THE or not source.is_word(at + 2):
        return False
    # German names may have an article, and German things a capital
    plain = source.lexicon.language != "de" and source.tokens[at + 2].text.islower()
    return plain and source.word(at + 2) not in PERSON | WORKERS


_BESIDE = word_set("mit with met avec con at à")
_THE = word_set("the le la les l' de het el los las")
