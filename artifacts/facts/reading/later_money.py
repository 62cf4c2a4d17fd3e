"""Money that comes only when something has happened: how much of a sum, and when."""

from __future__ import annotations

from decimal import Decimal

from artifacts.facts.grammar.matches import Match, NumberMatch, ShareMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Told, cut, says
from artifacts.facts.reading.cues import Cues

_LATER = Cues(
    "only; once; when; after; afterwards; as soon as; later; until; erst; nach; sobald; später;"
    " wenn; nachdem; seulement; quand; après; dès que; lorsque; pas; zodra; na; als; solo; sólo;"
    " cuando; después; en cuanto; the second; hinterher; receipts; comes in; not before; upon; on"
    " delivery"
)
_JOINS = word_set(", and und et en y plus dazu")


def condition_of(told: Told, match: Match) -> str:
    """Return the words that say when a sum comes, "" where it is there."""
    index, last = match.last, _end_of_words(told, match)
    if last == index or not says(told.padded(index, last), _LATER):
        return ""
    while last > index + 1 and told.source.word(last - 1) in _JOINS:
        last -= 1
    # "ten is a loan" says nothing without its number, which no sign of a currency finds again
    bare = isinstance(match, NumberMatch) and told.source.word(index) in _IS
    begin = match.first if bare else index
    return cut(told.text_of(begin, last).strip(" ,;.:"))


def _end_of_words(told: Told, match: Match) -> int:
    """Return the token behind what is said of a sum alone."""
    last = match.last
    sentence = told.source.sentence(match.first)
    sums = told.money_begins | {
        n.first for n in told.each(NumberMatch) if _is_sum(n) or _begins_part(told, n)
    }
    while (
        last < len(told.source.tokens)
        and told.source.sentence(last) == sentence
        and last < match.last + 30
    ):
        if told.source.tokens[last].text == ";" or last in sums:
            break
        last += 1
    return last


def _is_sum(number: NumberMatch) -> bool:
    """Whether a number without a currency is the next sum: "28.000.000 de crédito y 18.000.000"."""
    return number.value >= _SURELY_MONEY and not number.noun and not number.worded


_SURELY_MONEY = 500


def _begins_part(told: Told, number: NumberMatch) -> bool:
    """Whether a number of words is the next sum with its thousands left out: "sixteen thousand is
    our own, and ten is a loan".
    """
    bare = number.worded and not number.noun and not number.measure
    return bare and told.source.word(number.last) in _IS


_IS = word_set("is are comes come from ist sind kommt kommen von aus est sont vient is zijn es son")


_HALVES = Cues(
    "two halves; two equal halves; two equal parts; two equal instalments; in zwei hälften; zwei"
    " gleichen teilen; zwei gleichen raten; deux moitiés; twee helften; dos mitades"
)
_INTEREST = word_set("interest zins zinsen zinssatz intérêt intérêts rente interés apr")


def percent_later(told: Told, match: Match) -> Decimal:
    """Return how many per cent of a sum come later: all of it, or the shares that are said to:
    "60 % at once and 40 % after the report", "which keeps back 20 % until the end".
    """
    end = _end_of_words(told, match)
    shares = [
        share
        for share in told.each(ShareMatch)
        if match.last <= share.first < end and told.source.word(share.last) not in _INTEREST
    ]
    ends = [*(other.first for other in shares[1:]), end]
    later = sum(
        (
            share.percent
            for share, until in zip(shares, ends, strict=False)
            if says(_to_comma(told, share.last, until), _LATER)
        ),
        Decimal(0),
    )
    if not later and says(told.padded(match.last, end), _HALVES):
        return Decimal(50)
    return later if 0 < later <= 100 else Decimal(100)


def _to_comma(told: Told, first: int, last: int) -> str:
    """Return the words up to the next comma."""
    return told.padded(first, last).partition(" , ")[0] + " "
