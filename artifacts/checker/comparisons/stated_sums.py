"""Sums that a sentence carries out in full: what its own figures make, whatever else we know.

"20 bags at 3 euros are 70 euros" is wrong even where 70 euros follow from something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.bills import wrong_bill
from artifacts.checker.comparisons.derivations import is_amount_said
from artifacts.checker.comparisons.multipliers import PERIODS_IN_A_YEAR, is_for_each_day
from artifacts.checker.comparisons.stated_products import wrong_products
from artifacts.checker.comparisons.stated_ratios import wrong_ratios
from artifacts.checker.comparisons.stated_shares import wrong_shares
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import (
    FractionMatch,
    HoursMatch,
    Match,
    MoneyMatch,
    NumberMatch,
    ShareMatch,
    SpanMatch,
)

_NEAR = 5
"""Most words between what is counted and the price of one."""
_HALF_OFF = Decimal("0.5")
_MINUTES = {"minute": Decimal(1), "hour": Decimal(60), "day": Decimal(1440)}
_ABOUT_TIME = Decimal("0.1")


def wrong_results(known: Knowledge, sentence: Sentence) -> Iterator[Match]:
    """Yield the results in a sentence that its own factors or parts do not make."""
    if len(sentence.matches) < _FACTOR_AND_RESULT:
        return
    kinds = sentence.by_kind
    if MoneyMatch in kinds:
        yield from _wrong_bills(known, sentence)
        yield from _wrong_totals(known, sentence)
        if bill := wrong_bill(known, sentence):
            yield bill
        yield from wrong_shares(sentence)
    if NumberMatch in kinds:
        yield from _wrong_rest(sentence)
        yield from wrong_products(sentence)
        if SpanMatch in kinds:
            yield from _wrong_times(sentence)
    if HoursMatch in kinds:
        yield from _wrong_hours(sentence)
    yield from wrong_ratios(known, sentence)


# -- money
# --------------------------------------------------------------------------------------------------


def _wrong_bills(known: Knowledge, sentence: Sentence) -> Iterator[MoneyMatch]:
    """Yield what a count does not make of a price: "600 lots at 35 cents are $240"."""
    amounts = list(sentence.each(MoneyMatch))
    if len(amounts) < 2 or sentence.has(ShareMatch) or sentence.has(FractionMatch):
        return
    for price, total in pairwise(amounts):
        counted = _counted_for(sentence, price, total)
        if counted is None or is_for_each_day(counted, price, total):
            continue
        is_right = _is_right_bill(known, sentence, counted, price, total)
        if not is_right and not is_amount_said(known, total):
            yield total


def _is_right_bill(
    known: Knowledge,
    sentence: Sentence,
    counted: NumberMatch | SpanMatch,
    price: MoneyMatch,
    total: MoneyMatch,
) -> bool:
    """Whether a total is what a count makes of a price: our share of it, times other figures, or
    together with what is counted at other prices before.
    """
    made = _count_of(counted) * price.amount
    if known.shares and _is_share_of(known, total.amount, made):
        return True
    if is_made(sentence, total, made, (counted, price)):
        return True
    return made + _bills_before(sentence, price) == total.amount


def _bills_before(sentence: Sentence, price: MoneyMatch) -> Decimal:
    """Return what those come to that a sentence counts at other prices before: "ten at $85 and
    three at $20".
    """
    others = (
        (m, _counted_at(sentence, m)) for m in sentence.each(MoneyMatch) if m.first < price.first
    )
    return sum((_count_of(n) * m.amount for m, n in others if n is not None), Decimal(0))


def _counted_for(
    sentence: Sentence, price: MoneyMatch, total: MoneyMatch
) -> NumberMatch | SpanMatch | None:
    """Return what is counted at a price, if the total is the result of it."""
    return _counted_at(sentence, price) if _is_result_of(sentence, price, total) else None


def _counted_at(sentence: Sentence, price: MoneyMatch) -> NumberMatch | SpanMatch | None:
    """Return what is counted right in front of "at" and the price of one, None if nothing is."""
    if not {sentence.source.word(price.first - 1), sentence.source.word(price.first - 2)} & _AT:
        return None
    counted = _last_counted(sentence, price)
    if counted is None or price.first - counted.last > _NEAR or _count_of(counted) <= 1:
        return None
    between = sentence.padded(counted.last, price.first)
    is_apart = "," in between and not cues.EACH.begin(between.replace(" ,", ""))
    return None if is_apart or cues.RESULT(between) else counted


def _last_counted(sentence: Sentence, price: MoneyMatch) -> NumberMatch | SpanMatch | None:
    """Return what is counted last in front of a price; a number alone in front of "times"."""
    counted: NumberMatch | SpanMatch | None = None
    for match in sentence.matches:
        if match.first >= price.first:
            break
        if isinstance(match, SpanMatch):
            counted = match
        elif isinstance(match, NumberMatch):
            is_factor = match.noun or sentence.source.word(match.last) in _TIMES_WORDS
            counted = match if is_factor else counted
    return counted


_AT = frozenset(("at", "zu", "je", "à", "a", "te", "tegen", "×", "x", "mal"))
"""Words between things and the price of one of them."""


def _count_of(match: NumberMatch | SpanMatch) -> Decimal:
    return match.amount if isinstance(match, SpanMatch) else match.value


def _is_result_of(sentence: Sentence, price: MoneyMatch, total: MoneyMatch) -> bool:
    """Whether only a word like "are" or "make" stands between a price and a total."""
    between = sentence.padded(price.last, total.first)
    if price.high is not None or total.high is not None or total.currency != price.currency:
        return False
    if any(price.first < m.first < total.first for m in sentence.matches):
        return False
    is_calculated = _is_equal(between) or _ends_in_result(sentence, total)
    behind = sentence.behind(total)
    return is_calculated and not (
        cues.NEGATION(between)
        or cues.COMPARED(between + behind)
        or cues.JOINED(between)
        or cues.APPROXIMATE(between)
    )


def _is_equal(between: str) -> bool:
    return cues.RESULT(between) or " = " in between or between.endswith(" gleich ")


def _ends_in_result(sentence: Sentence, total: MoneyMatch) -> bool:
    """Whether a German verb around an amount says what it is: "werden 7.800 € fällig"."""
    begins = sentence.says_between(_BEGINS, total.first - _NEAR, total.first)
    return begins and sentence.begins_at(_ENDS, total.last)


_BEGINS = cues.Cue("wird, werden, wurden, kommen, kommt, fallen, fällt, gehen, geht, sind, ist")
_ENDS = cues.Cue("""
    fällig, zusammen, an, drauf, weg, ab, berechnet, verrechnet, bezahlt, gezahlt, überwiesen
    abgebucht, abgezogen, eingenommen, in rechnung, zu zahlen
    """)


def is_made(sentence: Sentence, total: MoneyMatch, made: Decimal, used: tuple[Match, ...]) -> bool:
    """Return whether a total is what was `made`, times other figures of the sentence that are not
    `used`.
    """
    rest: list[Decimal] = []
    for match in sentence.matches:
        if match not in used and isinstance(match, NumberMatch | SpanMatch):
            rest.append(_count_of(match))
    if sentence.says(cues.YEARLY):
        rest += map(Decimal, PERIODS_IN_A_YEAR.values())
    if sentence.says(cues.BOTH_OF):
        rest.append(Decimal(2))
    factors = [Decimal(1), *rest, *(one * other for one, other in combinations(rest[:_NEAR], 2))]
    return any(abs(total.amount - made * factor) < _CENT for factor in factors)


_CENT = Decimal("0.01")


def _is_share_of(known: Knowledge, part: Decimal, whole: Decimal) -> bool:
    """Whether a part is what our answers leave of a whole, or take of it."""
    shares = [share.amount for share in known.shares]
    shares += [one + other for one, other in combinations(shares[:_NEAR], 2)]
    return any(
        part * 100 in (whole * share, whole * (100 - share), whole * (100 + share))
        for share in shares
    )


def _wrong_totals(known: Knowledge, sentence: Sentence) -> Iterator[MoneyMatch]:
    """Yield what parts do not come to: "€320 plus twice €70, together €480"."""
    amounts = [m for m in sentence.each(MoneyMatch) if m.high is None]
    if len(amounts) < _PARTS_AND_TOTAL or any(sentence.each(ShareMatch)):
        return
    *parts, total = amounts
    is_less = total.amount < max(part.amount for part in parts)  # no sum of them
    if is_less or not _are_added_up(sentence, parts, total):
        return
    made = sum(part.amount * _times(sentence, part) for part in parts)
    if abs(made - total.amount) >= _CENT and not is_amount_said(known, total):
        yield total


_PARTS_AND_TOTAL = 3


def _are_added_up(sentence: Sentence, parts: list[MoneyMatch], total: MoneyMatch) -> bool:
    """Whether words like "plus" join all parts, and one like "together" leads to the total."""
    if not sentence.says_between(cues.IN_SUM, parts[-1].last, total.first):
        return False
    between = (sentence.padded(one.last, other.first) for one, other in pairwise(parts))
    return all(cues.PLUS(words) for words in between)


def _times(sentence: Sentence, part: MoneyMatch) -> Decimal:
    """Return how many times a part is taken: "twice €70", "zweimal 70 €", "twee keer € 70"."""
    source = sentence.source
    word = source.word(part.first - 1)
    if word in cues.TIMES:
        return cues.TIMES[word]
    if word.endswith("mal") and word[:-3] in source.lexicon.numbers:
        return source.lexicon.numbers[word[:-3]]
    if word in _TIMES_WORDS:
        counted = source.word(part.first - 2)
        return source.lexicon.numbers.get(counted) or _digits(counted)
    before = (n for n in sentence.each(NumberMatch) if n.last == part.first - 1)
    counts = (n.value for n in before if n.noun and word in _AT)
    return next(counts, Decimal(1))


_TIMES_WORDS = frozenset(("times", "mal", "fois", "keer", "maal", "veces", "x", "×"))


def _digits(word: str) -> Decimal:
    return Decimal(word) if word.isdigit() and word.isascii() else Decimal(1)


def _wrong_rest(sentence: Sentence) -> Iterator[NumberMatch]:
    """Yield what a part does not leave of a whole: "of 67 trees 59 came back, so 18 were lost",
    "three of the 14 are filled, the other 13 stand dry".
    """
    counts = [n for n in sentence.each(NumberMatch) if not n.measure and n.high is None]
    found = _fraction_and_rest(sentence, counts) or _whole_part_and_rest(sentence, counts)
    if found is None:
        return
    left, last, rest = found
    behind = sentence.padded(rest.last - 1, rest.last + _NEAR)
    between = sentence.padded(last, rest.first)
    is_rest = cues.THAT_IS(between) and cues.MISSING(behind)
    is_rest = is_rest or sentence.says_between(_OTHERS, rest.first - 2, rest.first)
    is_rest = is_rest or sentence.begins_at(_THAT_NONE, rest.first + 1)
    if is_rest and left != rest.value:
        yield rest


_OTHERS = cues.Cue("""
    the other, the remaining, die anderen, die übrigen, die restlichen, les autres, de andere
    de overige, los otros, las otras, los demás, las demás
    """)
_THAT_NONE = cues.Cue("""
    that nobody, that no one, which nobody, which no one, that none, die niemand, die keiner
    que personne, que nadie
    """)
"""Words behind a number of those that were left out of a part."""
_Rest = tuple[Decimal, int, NumberMatch]
"""What a part leaves, the token behind whole and part, and the number that is said to be left."""


def _fraction_and_rest(sentence: Sentence, counts: list[NumberMatch]) -> _Rest | None:
    """Return what "90 of the 640" leaves and the only count behind it, None if there are others."""
    figures = [m for m in sentence.matches if isinstance(m, FractionMatch) or m in counts]
    match figures:
        case [FractionMatch() as fraction, NumberMatch() as rest]:
            return fraction.whole - fraction.part, fraction.last, rest
    return None


def _whole_part_and_rest(sentence: Sentence, counts: list[NumberMatch]) -> _Rest | None:
    """Return what the second of three counts leaves of the first, and the third, None if the first
    is no whole.
    """
    if len(counts) != _WHOLE_PART_AND_REST:
        return None
    whole, part, rest = counts
    before = sentence.in_front(whole).split()
    is_whole = any(word in cues.WHOLE_OF for word in before) and part.value <= whole.value
    return (whole.value - part.value, part.last, rest) if is_whole else None


_WHOLE_PART_AND_REST = 3


# -- counts and hours
# --------------------------------------------------------------------------------------------------


def _wrong_times(sentence: Sentence) -> Iterator[SpanMatch]:
    """Yield how long several things do not take: "26 visits of 15 minutes each take 9 hours"."""
    spans = [s for s in sentence.each(SpanMatch) if s.unit in _MINUTES]
    if len(spans) != _FACTOR_AND_RESULT or not sentence.says(cues.EACH):
        return
    each, total = spans
    counts = [n.value for n in sentence.each(NumberMatch) if n.last <= each.first]
    if len(counts) != 1 or counts[0] <= 1 or not _is_time_of_all(sentence, each, total):
        return
    made = counts[0] * each.amount * _MINUTES[each.unit]
    if abs(made - total.amount * _MINUTES[total.unit]) > made * _ABOUT_TIME:
        yield total


def _is_time_of_all(sentence: Sentence, each: SpanMatch, total: SpanMatch) -> bool:
    """Whether a span is called that of each thing, and the other one how long all of it takes."""
    if total.unit == "day":
        return False
    around = sentence.in_front(each) + sentence.padded(each.last, each.last + 1)
    return cues.EACH(around) and sentence.says_between(cues.LASTS, each.last, total.first)


_FACTOR_AND_RESULT = 2


def _wrong_hours(sentence: Sentence) -> Iterator[HoursMatch]:
    hours = list(sentence.each(HoursMatch))
    if len(hours) < 2 or not sentence.says(cues.RESULT):
        return
    bare = [n.value for n in sentence.each(NumberMatch) if not n.noun]
    parts = [h.hours for h in hours[:-1]] + bare
    if len(parts) > 1 and abs(sum(parts) - hours[-1].hours) > _HALF_OFF:
        yield hours[-1]
