"""Whether it is needed only in a part of the year."""

from __future__ import annotations

import re
from itertools import pairwise

from artifacts.facts.grammar.matches import DateMatch, DateRangeMatch, Match
from artifacts.facts.reading.context import Reading, Told, read
from artifacts.facts.reading.trait_patterns import pattern
from artifacts.facts.schema import Fact, Facts, Verdict

_YES: Verdict = "yes"
SEASONS = (
    "spring summer autumn fall winter frühjahr frühling sommer herbst winter printemps été automne"
    " hiver lente zomer herfst primavera verano otoño invierno sommers winters"
)
NOT_EVERY_YEAR = (
    "last since this next one whole all~last vorigen voriges letzten letztes seit diesen dieses"
    " ganzen nächsten depuis dernier sinds vorige pasado pasada desde"
)


def read_season(reading: Reading, sheet: Facts) -> Fact[Verdict] | None:
    for fact in sheet.prices:
        if fact.value and fact.value.months_a_year:
            return Fact(value="yes", said=fact.said, state="read")
    if said := _said_of_the_year(reading):
        return said
    in_doubt = False
    for told in reading.pick(("idea", "target_user", "price", "team", "problem", "constraint")):
        for match in told.matches:
            if _is_part_of_year(told, match):
                return Fact(value="yes", said=(told.span(match.start, match.end),), state="read")
            in_doubt = in_doubt or _leaves_doubt(told, match)
        if pair := _two_months(told):
            return pair
    named = _named_season(reading)
    return Fact() if named is None and in_doubt else named


_BECAUSE = re.compile(
    r"(?<!\w)(?:because|weil|denn|car|parce qu\w*|omdat|porque)(?!\w)|, (?:in|im) "
)
_EVERYBODY = re.compile(
    r"(?<!\w)(?:they|all|most|everybody|everyone|everything|people|no(?:body| one)"
    r"|\w+s (?:do|make|have|are|want|need|come|go|open|order|plan|write|start|begin)"
    r"|alle|alles|jeder|jede|man|die meisten|sie|niemand|keiner|tout|tous|on|ils|elles|iedereen|ze"
    r"|todos|todo)(?!\w)"
)
"""Whom a reason is about that holds every year, and not for the bank or the landlord."""
_RECURS = (
    r"easter|whitsun|advent|christmas|thanksgiving|diwali|ramadan|carnival|(?:memorial|labou?r"
    r"|mother's|father's) day|ostern|pfingsten|weihnachten|fasching|karneval|muttertag|noël"
    r"|pâques|kerst|pasen|navidad"
)


def _reason_of_date(reading: Reading) -> Fact[Verdict] | None:
    """Return "yes" where a day is given a reason that comes back every year: "by 30 August 2027,
    because in October everybody rings".
    """
    for told in reading.pick(("constraint", "deadline")):
        money = {told.source.sentence(index) for index in told.money_begins}
        for first, last in told.sentences:
            start, end = told.source.tokens[first].start, told.source.tokens[last - 1].end
            is_of_money = told.source.sentence(first) in money
            because = None if is_of_money else _BECAUSE.search(told.lower, start, end)
            if because and _is_reason_of_day(told, because, start, end):
                return read(_YES, told.span(because.start(), end))
    return None


def _is_reason_of_day(told: Told, because: re.Match[str], start: int, end: int) -> bool:
    """Whether a reason that holds every year stands behind a day in its sentence."""
    days = [day for day in told.each(DateMatch) if start <= day.start < end]
    behind = [day for day in days if day.start >= because.start()]
    is_of_day = any(day.day and day.start < because.start() for day in days)
    return is_of_day and _is_of_every_year(told, behind, because.end(), end)


def _is_of_every_year(told: Told, dates: list[DateMatch], start: int, end: int) -> bool:
    """Whether a reason is a feast, or what everybody does in a month, and neither of a single year
    nor about us.
    """
    text = told.lower
    if _OURS.search(text, start, end) or pattern(NOT_EVERY_YEAR).search(text, start, end):
        return False
    if _EVERY_YEAR.search(text, start - 1, end):
        return True
    return any(map(_is_month, dates)) and _EVERYBODY.search(text, start, end) is not None


_OURS = re.compile(
    r"(?<!\w)(?:i|my|our|mein\w*|unser\w*|mijn|onze|mon|ma|mes|notre|nos|mi|mis|nuestr\w+"
    r"|(?:free|frei) from|budgets?|haushalte?|haushaltsplan|begroting|presupuestos?)(?!\w)"
)
"""Months in which the founders themselves have time or get money, or others settle theirs."""


def _leaves_doubt(told: Told, match: Match) -> bool:
    """Whether a month is named that may be one in which it is needed."""
    return any(map(_is_month, _days_of(match))) and not _is_of_ours(told, match)


def _is_of_ours(told: Told, match: Match) -> bool:
    """Whether a month is the only one in a sentence about our money."""
    sentence = told.source.sentence(match.first)
    if told.key not in ("constraint", "team"):
        return False
    if sentence not in {told.source.sentence(index) for index in told.money_begins}:
        return False
    months = [
        other
        for other in told.each(DateMatch)
        if _is_month(other) and told.source.sentence(other.first) == sentence
    ]
    return len(months) == 1


_ALL_YEAR = re.compile(
    r"(?<!\w)(?:all(?: the)? year(?: round| long)?|the whole year(?: round)?|year[- ]round"
    r"|summer and winter alike|das ganze jahr|ganzjährig|sommers wie winters|toute l'année"
    r"|het hele jaar|jaarrond|todo el año)(?!\w)"
)
_OFF_SEASON = re.compile(
    r"(?<!\w)(?:winter|summer|spring|autumn|monsoon|the rains?) (?:is|are)"
    r" (?:dead|quiet|closed|off)"
    r"|(?<!\w)in (?:the )?(?:winter|summer) (?:nothing|nobody|there is no)"
    r"|(?<!\w)im (?:winter|sommer) (?:ist (?:zu|ruhe|nichts|pause|geschlossen)|ruht|läuft nichts"
    r"|geht nichts|braucht (?:es|das) keiner)"
    r"|(?<!\w)en (?:el )?invierno no |(?<!\w)l'hiver,? (?:rien|on ferme|c'est mort)"
    r"|(?<!\w)'s winters (?:niets|dicht)|(?<!\w)in de winter (?:niets|ligt)"
    r"|(?<!\w)from (?:easter|whitsun|advent|christmas) (?:to|till|until) "
    r"|(?<!\w)von (?:ostern|pfingsten|advent) bis "
)
"""What says that it rests in a part of the year."""
_EVERY_YEAR = re.compile(rf"(?<!\w)(?:{_RECURS}|{'|'.join(SEASONS.split())})(?!\w)")


_OFF = ("winter", "summer", "sommer", "spring", "autumn", "monsoon", "rain", "hiver", "invierno",
        "from ", "von ")  # fmt: skip
_YEARS = ("year", "jahr", "sommers", "année", "jaar", "año", "alike")
"""Letters without which a text says neither: patterns are slow to look for."""


def _said_of_the_year(reading: Reading) -> Fact[Verdict] | None:
    """Return what is said in so many words, "all year round", or by the reason of the last day."""
    for told in reading.pick(_TELLS_YEAR):
        if any(m in told.lower for m in _OFF) and (found := _OFF_SEASON.search(told.lower)):
            return Fact(value="yes", said=(told.span(found.start(), found.end()),), state="read")
    for told in reading.pick(_TELLS_YEAR):
        if any(m in told.lower for m in _YEARS) and (found := _ALL_YEAR.search(told.lower)):
            return Fact(value="no", said=(told.span(found.start(), found.end()),), state="read")
    return _reason_of_date(reading)


_TELLS_YEAR = ("idea", "target_user", "price", "problem", "constraint", "deadline")


def _is_part_of_year(told: Told, match: Match) -> bool:
    """Whether months are named without a year, in a range or where the use is told."""
    is_clear = isinstance(match, DateRangeMatch) or told.key in _ABOUT_USE
    return is_clear and all(map(_is_month, _days_of(match)))


def _days_of(match: Match) -> list[Match]:
    """Return both ends of a range, else the match itself."""
    return [match.begin, match.end_date] if isinstance(match, DateRangeMatch) else [match]


def _two_months(told: Told) -> Fact[Verdict] | None:
    """Return "yes" where a sentence without money names two months of every year: "shows start in
    October and are done by March".
    """
    months = [match for match in told.each(DateMatch) if _is_month(match)]
    money = {told.source.sentence(index) for index in told.money_begins}
    for one, other in pairwise(months):
        sentence = told.source.sentence(one.first)
        if told.source.sentence(other.first) != sentence or sentence in money:
            continue
        if not _ABOUT_MONEY.search(told.lower, _start_of(told, one), one.end):
            return Fact(value="yes", said=(told.span(one.start, other.end),), state="read")
    return None


def _start_of(told: Told, match: Match) -> int:
    return told.source.tokens[told.opening(match.first, _NEAR)].start


_NEAR = 30
_ABOUT_MONEY = re.compile(
    r"(?<!\w)(?:grants?|loans?|money|wages|rent|lease|budgets?|the rest|instalments?|fördergeld\w*"
    r"|förderung|zuschuss|kredit|geld|miete|lohn|pacht|subvention|prêt|argent|loyer|subsidie|lening"
    r"|geld|subvención|dinero|boards?|committees?|jury|ausschuss|vorstand|kommission|tagt|meets)"
    r"(?!\w)"
)
"""Whose months say nothing of when it is needed."""


def _named_season(reading: Reading) -> Fact[Verdict] | None:
    """Return "yes" where a season is named where the use is told, nothing but doubt elsewhere.

    "Last winter" and "since spring" tell when something was, not when it is needed.
    """
    doubt = False
    for told in reading.pick((*_TELLS_USE, "problem", "constraint", "deadline")):
        for match in pattern(SEASONS).finditer(told.lower):
            before = told.last_words(match.start(), 2)
            if pattern(NOT_EVERY_YEAR).search(" ".join(before)):
                # what went wrong in one season may do so in each
                doubt = doubt or told.key == "problem"
                continue
            if _is_no_season(told, match, before) or _is_one_of_many(told, match):
                continue
            if told.key in _TELLS_USE:
                return read(_YES, told.span(match.start(), match.end()))
            doubt = True
    return Fact() if doubt else None


def _is_no_season(told: Told, match: re.Match[str], before: list[str]) -> bool:
    """Whether the word for a season is a fall, a coil or a name; `before` are those in front."""
    if match.group() == "fall" and before[-1:] not in (["the"], ["in"], ["every"]):
        return True
    if match.group() == "spring" and before[-1:] in (["a"], ["hot"], ["coil"], ["steel"]):
        return True
    return _STREET.match(told.lower, match.end()) is not None


_STREET = re.compile(r" (?:road|street|lane|house|hill|fields?|school|academy|court)(?!\w)")
"""Behind a season that is a name."""


def _is_one_of_many(told: Told, match: re.Match[str]) -> bool:
    """Whether a season is one that is over ("el verano pasado"), or one in which it goes on all
    the same: "auch im Winter".
    """
    is_even = _EVEN_IN.search(told.lower, 0, match.start()) is not None
    return is_even or _OVER.match(told.lower, match.end()) is not None


_EVEN_IN = re.compile(
    r"(?<!\w)(?:even|also|auch|selbst|sogar|même|aussi|ook|zelfs|incluso|también)"
    r"(?: (?:in|im|en|in de|in the|l'|en el))? ?(?:the |de |el )?$"
)
_OVER = re.compile(r" (?:pasad[oa]|dernier|dernière|too\b|as well\b)")


_TELLS_USE = ("idea", "target_user", "price", "first_version")
_ABOUT_USE = frozenset({"idea", "target_user"})
"""Answers in which one month alone tells when it is needed; a problem tells when it happened."""


def _is_month(match: object) -> bool:
    """Whether a month of every year is named: "in July"."""
    return isinstance(match, DateMatch) and match.year is None and match.day is None
