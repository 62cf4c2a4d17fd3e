"""The hours of work in a week that somebody is said to give, one statement for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from artifacts.facts.grammar.matches import HoursMatch, Match, NumberMatch, SpanMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Told, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.hour_names import (
    ANDS,
    CLOSES,
    LISTS,
    PRONOUNS,
    is_name,
    is_of_a_trade,
    names,
    names_somebody,
    tells_age,
)
from artifacts.facts.reading.hour_words import (
    A_WEEK,
    AGE,
    BOTH,
    DOES,
    EACH,
    ENDS_NUMBER,
    OF_THOSE,
    OF_WHICH,
    OTHERS,
    PERSON,
    TOGETHER,
    WORKERS,
)
from artifacts.facts.reading.team_lists import doers_before, is_with_thing
from artifacts.facts.reading.team_words import COUNTED_AND_I


@dataclass
class Statement:
    told: Told
    hours: Decimal
    start: int
    end: int
    first: int
    last: int
    total: bool
    each: bool
    times: int = 1
    """How many people it is said of, beside others: "two developers with 15 hours each"."""


_MOST_HOURS = 80
_FAR = 18
"""How many words may stand between two statements that go together."""


def statements_in(told: Told) -> Iterator[Statement]:
    """Yield who gives how many hours: each number that is called hours a week, and those beside it
    that go on with it or lead up to it.
    """
    sure = [match for match in told.matches if _is_weekly(told, match)]
    if not sure:
        return
    sentences = {told.source.sentence(match.first) for match in sure}
    known = {match.first for match in sure}
    last: Match | None = None
    for match in told.matches:
        sentence = told.source.sentence(match.first)
        if match.first in known:
            yield from _listed(told, match)
        elif not (
            (last and _goes_on(told, match, last))
            or (sentence in sentences and _leads_up(told, match))
        ):
            continue
        yield _stated(told, _amount(match), match, last)
        last = match


def _is_weekly(told: Told, match: Match) -> bool:
    if getattr(match, "high", None) is not None and not _is_several(told, match):
        return False
    if isinstance(match, HoursMatch):
        weekly = True
    elif isinstance(match, SpanMatch):
        weekly = match.unit == "hour" and _is_called_weekly(told, match)
    else:
        weekly = (
            isinstance(match, NumberMatch)
            and _does(told, match)
            and A_WEEK.begin(told.after(match))
        )
    return weekly and (told.key == "team" or not says(told.clause(match), OTHERS))


def _is_called_weekly(told: Told, match: SpanMatch) -> bool:
    called = says(told.after(match, 16), A_WEEK) or says(told.before(match, 10), A_WEEK)
    return called or TOGETHER.begin(told.after(match)) or _each_of_us(told, match)


def _each_of_us(told: Told, match: Match) -> bool:
    """Whether the hours are each one's of those counted with the teller: "two riders and me, 40
    hours each".
    """
    counted = COUNTED_AND_I.search(told.before(match))
    return bool(counted and EACH & set(told.after(match, 1).split()))


def _is_several(told: Told, match: Match) -> bool:
    """Whether what reads like a range are so many with hours each, as in French "deux à quarante
    heures par semaine".
    """
    if not isinstance(match, HoursMatch) or match.high is None:
        return False
    number = told.source.number(match.first)
    return number is not None and told.source.word(number.last) == "à" and _is_far(match)


def _is_far(match: HoursMatch) -> bool:
    """Whether the ends of a range are too far apart to be one."""
    return match.high is not None and match.hours <= 5 and match.high >= 4 * match.hours


def _does(told: Told, match: NumberMatch) -> bool:
    """Whether a bare number is what somebody does: "and I do 33 a week"."""
    if match.noun or not 0 < match.value <= _MOST_HOURS:
        return False
    return DOES.end(told.before(match)) or (match.first > 0 and names(told, match.first))


def _listed(told: Told, match: Match) -> Iterator[Statement]:
    """Yield the bare numbers right in front of hours: "14, 11 and 9 hours a week"."""
    if _several_with(told, match):
        return
    listed = []
    first = match.first
    for other in reversed(list(told.within(NumberMatch, match.first - 60, match.first))):
        if other.noun or other.value > _MOST_HOURS or not _joins(told, other.last, first):
            break
        if told.source.word(other.first - 1) in AGE | _ARE:
            break
        if other.worded and told.source.tokens[first].kind == "number":
            break  # "We are three, 25, 20 and 15 hours a week"
        listed.append(other)
        first = other.first
    yield from (_stated(told, other.value, other) for other in reversed(listed))


def _joins(told: Told, first: int, last: int) -> bool:
    """Whether only commas, "and" and who gives them stand between two numbers of a list."""
    if not 0 < last - first < 5:
        return False
    words = [told.source.word(index) for index in range(first, last)]
    named = [index for index in range(first, last) if told.source.tokens[index].text.istitle()]
    return words[0] in LISTS and len(set(words) - LISTS - PERSON) <= len(named)


_ARE = word_set("sind sommes zijn somos")
"""In front of how many somebody is: "wir sind 3, je 10 Stunden"."""


def _amount(match: Match) -> Decimal:
    if isinstance(match, HoursMatch):
        return match.high if match.high is not None else match.hours
    if isinstance(match, SpanMatch):
        return match.amount
    return match.value if isinstance(match, NumberMatch) else Decimal(0)


def _stated(told: Told, hours: Decimal, match: Match, last: Match | None = None) -> Statement:
    near = told.before(match, 9).rpartition(" ; ")[2]
    if last:
        near = _of_the_next(told.source.words(last.last, match.first)) or near
    if GIVES & set(near.split()[-4:]):
        near = near.rpartition(" , ")[2]
    near = " " + near.lstrip().replace("zusammen mit", "mit").replace("together with", "with")
    total = says(near, TOGETHER) or says(told.after(match, 3), TOGETHER)
    total = total and told.source.word(match.first - 1) not in PRONOUNS
    each = _is_each(told, match) or "neither" in near.split()
    times = 0 if total else _times(told, match, each=each)
    return Statement(
        told,
        hours,
        match.start,
        match.end,
        match.first,
        match.last,
        total,
        (each and not total) or times > 1,
        max(times, 1),
    )


def _of_the_next(between: str) -> str:
    """Return what belongs to the later of two hours: "together" in "we do 50 hours together and my
    wife 8" belongs to those before.
    """
    words = between.split()
    first = next((place for place, word in enumerate(words) if word in ANDS), None)
    return "" if first is None else f" {' '.join(words[first:])} "


def _times(told: Told, match: Match, *, each: bool) -> int:
    """Return how many people give these hours."""
    times = (
        (doers_before(told, match) or workers_before(told, match))
        if each
        else _several_with(told, match) or 1
    )
    return times + 1 if says(told.after(match, 6), _SO_AM_I) else times


def _is_each(told: Told, match: Match) -> bool:
    """Whether the hours are those of each of several."""
    within = told.source.words(match.first, match.last)
    behind = told.after(match, 3).split()
    if behind[:1] == [","] and behind[1:2] and behind[1] in BOTH and behind[-1] not in ENDS_NUMBER:
        behind = []  # "22 hours a week, both sailors since school"
    near = {*behind[:2], *told.before(match, 3).split()}
    return any(cue in within for cue in ("each per", "each a ")) or bool(EACH & near)


def _several_with(told: Told, match: Match) -> int:
    """Return how many give these hours each where only their number leads up to them: "two at
    forty hours", 0 where it does not.
    """
    if isinstance(match, HoursMatch) and match.high is not None:
        return int(match.hours)
    if told.source.word(match.first - 1) not in _WITH:
        return 0
    number = told.source.number(match.first - 2)
    if number is None or number.article or not 1 < number.value <= 20:
        return 0
    return int(number.value)


_SO_AM_I = Cues(
    ", so am i; , so do i; , and so am i; , and so do i; , as am i; , ich auch; , ich genauso;"
    " , moi aussi; , ik ook; , yo también"
)
"""Somebody else gives as much: "Aoife is in for 25 hours a week, so am I"."""


def workers_before(told: Told, match: Match) -> int:
    """Return how many people are named in front of hours that each of them gives, 1 if none are."""
    opening = told.opening(match.first, 20)
    for other in reversed(list(told.within(NumberMatch, opening, match.first))):
        behind = set(told.padded(other.first + 1, min(other.last + 3, match.first)).split())
        of_people = behind & (WORKERS | _WITH) or told.source.word(other.first - 1) == "met"
        if of_people and 1 < other.value <= 20:
            joined = told.source.word(other.first - 1) in ANDS and other.first - 1 > opening
            return int(other.value) + (joined and names(told, other.first - 1))
    for index in range(max(match.first - 8, opening + 1), match.first - 1):
        if told.source.word(index) in ("and", "und") and names(told, index):
            return 2 if names(told, index + 2) else 1
    return 2 if _AND_ME.within(told.padded(opening, match.first)) else 1


_WITH = word_set("mit with met avec con at à")
"""Between those who work and the hours of each: "two helpers with 20 each"."""

_AND_ME = Cues(
    "and i; and me; and myself; und ich; ich und; et moi; en ik; y yo; both of us; we both; wir"
    " beide"
)


def _goes_on(told: Told, match: Match, hours: Match) -> bool:
    """Whether a bare number goes on with the hours before it: "30 hours a week and my husband for
    6".
    """
    apart = told.source.sentence(match.first) - told.source.sentence(hours.first)
    if not _is_near(told, match, hours, apart) or not _can_be_hours(match):
        return False
    between = set(told.source.words(hours.last, match.first).split())
    if _THAT_IS.end(told.before(match)) and not (apart and _is_whose(told, match)):
        return bool(between & set(told.source.lexicon.weekdays))
    if tells_age(told, match) or (apart and not _is_whose(told, match)):
        return False
    if EACH & set(told.after(match, 1).split()) and doers_before(told, match):
        return True
    return _from_somebody(told, match) or _is_of_somebody(told, match, hours, between)


def _is_near(told: Told, match: Match, hours: Match, apart: int) -> bool:
    """Whether a number is near enough to the hours, and no part of them."""
    if apart not in (0, 1) or not 0 <= match.first - hours.last <= _FAR:
        return False
    between = told.padded(hours.last, match.last + 2)
    return OF_WHICH.isdisjoint(between.split()) and not OF_THOSE.within(between)


def _is_of_somebody(told: Told, match: Match, hours: Match, between: set[str]) -> bool:
    """Whether a person is named `between` the hours and a number that ends its clause."""
    ends = told.source.word(match.last) in ENDS_NUMBER | EACH
    if (not isinstance(match, SpanMatch) and not ends) or is_with_thing(told, match):
        return False
    if between & GIVES or between & PERSON or is_of_a_trade(told, match):
        return True
    return names(told, match.first) or names_somebody(told, hours.last, match.first)


_THAT_IS = Cues("which is; that is; that's; which makes; das sind; das macht; c'est; dat is")
"""In front of the hours of a day of the week that somebody gives: "Tuesdays, which is six"."""


def _is_whose(told: Told, match: Match) -> bool:
    """Whether the words in front of a number say whose hours these are."""
    at = match.first - 1
    while told.source.word(at) in (",", "(", "about", "another", "etwa", "rund"):
        at -= 1
    before = told.padded(at - 2, at + 1)
    opening = told.opening(match.first, 12)
    by_name = is_name(told, opening) and told.source.word(opening + 1) in (",", "who", "our", "my")
    whose = (
        by_name or names(told, at + 1) or bool(GIVES & set(before.split()[-2:])) or DOES.end(before)
    )
    if told.source.word(opening) in PRONOUNS and told.source.word(match.first - 1) == ",":
        # "I do the labels and the phone, 10."
        whose = whose or told.source.word(match.last) in CLOSES - {","}
    if isinstance(match, SpanMatch):
        whose = whose or bool(PERSON & set(told.before(match, 12).split()))
    return whose or told.source.word(at) in ("mir", "moi", "mij", "ich")


def _from_somebody(told: Told, match: Match) -> bool:
    """Whether who gives them is named behind hours: "11 from Peter", "20 for me"."""
    if told.source.word(match.last) in _FOR and told.source.word(match.last + 1) in _WHOSE:
        return True
    named = match.last + 1 < len(told.source.tokens) and names(told, match.last + 2)
    return named and told.source.word(match.last) in ("from", "von", "de", "van")


_FOR = ("for", "für", "bei", "pour", "voor", "para")
_WHOSE = word_set("me her him mich sie ihn mir ihr ihm moi elle lui mij haar hem mí ella él")


def _can_be_hours(match: Match) -> bool:
    if isinstance(match, SpanMatch):
        return match.unit == "hour" and match.high is None
    bare = isinstance(match, NumberMatch) and not match.noun and match.high is None
    return bare and _amount(match) <= _MOST_HOURS


def _leads_up(told: Told, match: Match) -> bool:
    """Whether hours stand in front of those that are called weekly: "he five hours and I seven
    hours a week".
    """
    if not isinstance(match, SpanMatch) or not _can_be_hours(match):
        return False
    return told.source.word(match.first - 1) in PRONOUNS


GIVES = word_set(
    "puts gives adds contributes manages does works steuert schafft gibt macht arbeitet hilft donne"
    " apporte geeft levert aporta pone"
)
