"""Whether a text says that a test is passed by something else than the founder's mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.parts_of_all import (
    articles,
    is_part_of_a_time,
    is_rounded,
    loose_fractions,
    named_parts,
    ratios_told,
    shares_told,
    whole_first,
)
from artifacts.checker.comparisons.pass_marks import (
    AT_MOST,
    BOUND_WITHIN,
    FEWER,
    NO_FEWER,
    another_number_passes,
    exceeds_mark,
    parts_counted,
    ratios_asked,
    reached,
)
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import (
    FractionMatch,
    MoneyMatch,
    NumberMatch,
    ShareMatch,
    SpanMatch,
)


def breaks_mark(
    known: Knowledge, sentence: Sentence, passing: list[Sentence], *, is_metric: bool
) -> bool:
    """Return whether a sentence on the test has something else pass than the founder's sentences
    `passing`; in `is_metric` every figure is a mark.
    """
    if exceeds_mark(known, sentence):
        return False
    said = ratios_told(known)
    ratios = ratios_asked(known, sentence, passing, said)
    # "97 % in time lets no more than two of the eighty be late" names the mark and what it leaves.
    of_share = ratios | said if sentence.has(FractionMatch) else ratios
    is_mark = is_metric or sentence.says(cues.PASSED)
    loose = [*loose_fractions(sentence), *whole_first(sentence)]
    return (
        (is_mark and _other_measure(sentence, passing))
        or _other_fraction(known, sentence, loose, ratios, is_metric=is_metric)
        or (is_mark and _other_share(known, sentence, passing, of_share))
        or (is_mark and not loose and _other_count(sentence, passing, ratios))
        or another_number_passes(known, sentence, passing, ratios)
    )


def _other_fraction(
    known: Knowledge,
    sentence: Sentence,
    loose: list[tuple[Decimal, Decimal]],
    ratios: set[Decimal],
    *,
    is_metric: bool,
) -> bool:
    """Whether a sentence has another part of all pass than the founder's `ratios`."""
    test = known.test
    assert test is not None
    if not ratios:
        return False
    ratios = ratios | reached(known)
    close = [(f.part, f.whole) for f in sentence.each(FractionMatch)]
    return any(
        part / whole not in ratios
        and not _is_near_mark(known, part, whole)
        and (whole == test.participants or is_metric or (test.pass_number and is_close))
        for fractions, is_close in ((close, True), (loose, False))
        for part, whole in fractions
    )


def _is_rounded_part(sentence: Sentence, part: Decimal, ratios: set[Decimal]) -> bool:
    """Whether a part named in words only rounds the mark: "more than three quarters", at seven of
    nine.
    """
    is_near = any(abs(part - ratio) < _ROUNDED_BY for ratio in ratios)
    return is_near and sentence.says(cues.APPROXIMATE)


_ROUNDED_BY = Decimal("0.04")


def _is_near_mark(known: Knowledge, part: Decimal, whole: Decimal) -> bool:
    """Whether a part of all is a share of the mark in whole things, or of what the mark is not
    about.
    """
    is_below = any(said.says(FEWER) for said in known.told["validation"])
    is_share = is_rounded(part, whole, shares_told(known), is_below=is_below)
    return is_share or _is_told_elsewhere(known, whole)


def _is_told_elsewhere(known: Knowledge, whole: Decimal) -> bool:
    """Whether the founder names so many outside of the test, and not in it: "eight of 29 failed the
    exam last year".
    """
    in_test = {n.value for s in known.told["validation"] for n in s.each(NumberMatch)}
    in_test |= {f.whole for s in known.told["validation"] for f in s.each(FractionMatch)}
    return whole in known.numbers and whole not in in_test


def _other_share(
    known: Knowledge, sentence: Sentence, passing: list[Sentence], ratios: set[Decimal]
) -> bool:
    """Whether a sentence has another share of all pass than the founder's `ratios`, rounded."""
    told = reached(known) | ratios
    shares = _shares_named(sentence, told)
    if not ratios or not shares or _is_of_money(sentence, passing):
        return False
    if any(is_part_of_a_time(sentence, share) for share in sentence.each(ShareMatch)):
        return False
    if _are_ratios_here(sentence, shares):
        return False
    is_near = any(abs(ratio - share) < _ROUNDING for ratio in told for share in shares)
    return not is_near and any(sentence.stems & s.stems for s in passing)


def _shares_named(sentence: Sentence, told: set[Decimal]) -> set[Decimal]:
    """Return the shares of a sentence in percent and in words, but for words that only round what
    is `told`.
    """
    in_percent = {m.percent / 100 for m in sentence.each(ShareMatch)}
    in_words = named_parts(sentence)
    return in_percent | {p for p in in_words if not _is_rounded_part(sentence, p, told)}


def _is_of_money(sentence: Sentence, passing: list[Sentence]) -> bool:
    """Whether a sentence is about money, as no sentence on the test is."""
    return any(sentence.each(MoneyMatch)) and not any(any(s.each(MoneyMatch)) for s in passing)


_ROUNDING, _ROUGHLY = Decimal("0.02"), Decimal("0.05")


def _are_ratios_here(sentence: Sentence, shares: set[Decimal]) -> bool:
    """Whether shares only repeat "12 of 18" as "two thirds": if these are right is asked of the
    twelve.
    """
    here = {f.part / f.whole for f in sentence.each(FractionMatch)}
    return any(abs(ratio - share) < _ROUGHLY for ratio in here for share in shares)


def _other_measure(sentence: Sentence, passing: list[Sentence]) -> bool:
    """Whether a sentence calls a length of time or an average enough that is not the founder's."""
    return _other_length(sentence, passing) or _other_average(sentence, passing)


def _other_length(sentence: Sentence, passing: list[Sentence]) -> bool:
    if any(is_part_of_a_time(sentence, share) for share in sentence.each(ShareMatch)):
        return False
    for unit in {span.unit for span in sentence.each(SpanMatch)} & _SHORT_UNITS:
        told = {m.amount for s in passing for m in s.each(SpanMatch) if m.unit == unit}
        if told and not told & {m.amount for m in sentence.each(SpanMatch) if m.unit == unit}:
            return True
    return False


def _other_average(sentence: Sentence, passing: list[Sentence]) -> bool:
    if not sentence.says(cues.AVERAGE):
        return False
    averages = [n for s in passing if s.says(cues.AVERAGE) for n in s.each(NumberMatch)]
    told_numbers = {number.value for number in averages}
    numbers = _numbers_like(sentence, averages)
    others = {n.value for s in passing for n in s.each(NumberMatch)}
    return bool(told_numbers and numbers - others) and not numbers & told_numbers


def _numbers_like(sentence: Sentence, averages: list[NumberMatch]) -> set[Decimal]:
    """Return the numbers of a sentence, and of its measures those that an average is told in."""
    measures = {number.noun for number in averages if number.measure}
    numbers = sentence.each(NumberMatch)
    return {n.value for n in numbers if not n.measure or n.noun in measures}


_NOUN_WITHIN = 5
"""Words behind "a single" that the noun is among."""
_SHORT_UNITS = frozenset({"minute", "hour", "day"})


def _other_count(sentence: Sentence, passing: list[Sentence], ratios: set[Decimal]) -> bool:
    """Whether a sentence counts the things of the pass mark, and another number of them."""
    if _allows_what_must_not_be(sentence, passing) or _other_times(sentence, passing):
        return True
    marks = [mark for said in passing for mark in (*_counted(said), *_limited_to_one(said))]
    told = {n.value for said in passing for n in said.each(NumberMatch)}
    if _has_one_suffice(sentence, marks):
        return True
    counted = frozenset().union(*(stems for stems, _ in marks))
    return any(
        counted & sentence.stems_between(first, last)
        for value, first, last in parts_counted(sentence, ratios)
        if value not in told
    )


def _has_one_suffice(sentence: Sentence, marks: list[tuple[frozenset[str], Decimal]]) -> bool:
    """Whether a single one of what a mark asks several of is said to be enough."""
    alone = _stems_of_one_alone(sentence)
    return any(stems & alone and value > 1 for stems, value in marks)


def _other_times(sentence: Sentence, passing: list[Sentence]) -> bool:
    """Whether something happens another number of times than the mark asks for, in one German
    word: "achtmal".
    """
    numbers = sentence.source.lexicon.numbers
    times = (word.removesuffix("mal") for word in sentence.words.split() if word.endswith("mal"))
    said = {numbers[time] for time in times if time in numbers} - {Decimal(1)}
    told = {Decimal(found) for one in passing for found in _TIMES.findall(one.words)}
    named = {Decimal(found) for found in _TIMES.findall(sentence.words)}
    return bool(said and told) and not (said | named) & told


_TIMES = re.compile(r" ([0-9]+) mal(?= )")


def _allows_what_must_not_be(sentence: Sentence, passing: list[Sentence]) -> bool:
    """Whether a sentence allows some of what the mark allows none of: "no more than three stones"
    for "not one stone".
    """
    for number in sentence.each(NumberMatch):
        before = sentence.padded(number.first - BOUND_WITHIN, number.first)
        if not number.noun or not number.value or not AT_MOST(NO_FEWER.without(before)):
            continue
        nouns = sentence.stems_between(number.first, number.last)
        for said in passing:
            none = _NOT_ONE.search(said.words)
            behind = said.words[none.end() :].split()[:_NOUN_WITHIN] if none else []
            if nouns & said.stems_of(" ".join(behind)):
                return True
    return False


_NOT_ONE = re.compile(
    r" (?:not one|not a single|not even one|kein einziger|keine einzige|kein einziges"
    r"|pas une? seule?|geen enkele?|ni una? sol[oa]|ningún|ninguna) "
)


def _stems_of_one_alone(sentence: Sentence) -> frozenset[str]:
    """Return the stems behind "a single", where a sentence says that one is enough."""
    alone = None if sentence.negated else sentence.find(cues.ONE_ALONE)
    if alone is None:
        return frozenset()
    words = sentence.words[alone.end() :].split()[:_NOUN_WITHIN]
    return sentence.stems_of(" ".join(words))


def _counted(said: Sentence) -> Iterator[tuple[frozenset[str], Decimal]]:
    """Yield what a sentence counts: the stems of the things, and their number."""
    for number in said.each(NumberMatch):
        if number.noun and not number.measure:
            yield said.stems_between(number.first, number.last), number.value


def _limited_to_one(said: Sentence) -> Iterator[tuple[frozenset[str], Decimal]]:
    """Yield what a sentence wants one of, at most or at least."""
    for index in articles(said):
        before = said.padded(index - BOUND_WITHIN, index)
        if cues.CAP(before) or cues.FLOOR(before):
            yield said.stems_between(index, index + 3), Decimal(1)
