"""How many of those who take part have to do something for a test to be passed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.made_here import is_made_here
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.stems import stems_of
from artifacts.facts.grammar.matches import FractionMatch, NumberMatch, ShareMatch
from artifacts.facts.schema import Test

_NOUN_WITHIN = 4
"""Words behind a number that the noun it is counted of is among: "ten of the families"."""


def _test(known: Knowledge) -> Test:
    """Return the founder's test, without which there is no mark to compare with."""
    assert known.test is not None
    return known.test


def reached(known: Knowledge) -> set[Decimal]:
    """Return what the numbers of the pass mark are of all who take part, six of them of eight, and
    of a larger count of the same thing: four of 80 shutters.
    """
    whole = _test(known).participants
    counts = [
        (number.value, sentence.stems_between(number.first, number.last))
        for sentence in known.told["validation"]
        for number in sentence.each(NumberMatch)
    ]
    found = {value / whole for value, _ in counts if value < whole} if whole else set()
    return found | {
        part / value
        for part, stems in counts
        for value, others in counts
        if part < value and stems & others
    }


def another_number_passes(
    known: Knowledge, sentence: Sentence, passing: Iterable[Sentence], ratios: set[Decimal]
) -> bool:
    """Return whether a sentence has another number of those who take part be enough, and none of
    the founder's `ratios` of them.
    """
    said = list(passing)
    nouns = frozenset().union(*(_counted(known, one) for one in said))
    about = frozenset().union(*(one.stems for one in said)) - nouns
    if not nouns or not (sentence.says(cues.PASSED) or sentence.stems & about):
        return False
    others = _numbers_told(said)
    return any(value not in others and stems & nouns for value, stems in _parts(sentence, ratios))


def _numbers_told(said: Iterable[Sentence]) -> set[Decimal]:
    found = set()
    for one in said:
        found |= {number.value for number in one.each(NumberMatch)}
        found |= {fraction.part for fraction in one.each(FractionMatch)}
    return found


def ratios_asked(
    known: Knowledge, sentence: Sentence, passing: Iterable[Sentence], ratios: set[Decimal]
) -> set[Decimal]:
    """Return the shares of all that a sentence may name by the founder's `ratios`: what these leave
    where it says how many at most do something else, as no more than three stay away where seven of
    ten have to come back.
    """
    whole = _test(known).participants
    rest = {1 - ratio for ratio in ratios}
    if sentence.says(cues.MAY) or sentence.says(_FAILED):
        return ratios | rest
    if any(_bounds_a_part(said, AT_MOST, but=NO_FEWER) for said in passing):
        return ratios | rest if _bounds_a_part(sentence, _AT_LEAST, but=_NO_MORE) else ratios
    if not _bounds_a_part(sentence, AT_MOST, but=NO_FEWER):
        return ratios
    # "Fewer than six" are five at most.
    return rest | {ratio + Decimal(1) / whole for ratio in rest if whole and sentence.says(FEWER)}


def _bounds_a_part(sentence: Sentence, bound: cues.Cue, *, but: cues.Cue) -> bool:
    """Whether one of some words stands in front of a share or of so many of so many, but for those
    that hold it and mean the reverse.
    """
    parts = (m for m in sentence.matches if isinstance(m, FractionMatch | ShareMatch))
    before = (sentence.padded(part.first - BOUND_WITHIN, part.first) for part in parts)
    return any(bound(but.without(words)) for words in before)


_FAILED = cues.Cue("""
    is missed, is failed, has failed, have failed, is not passed, not reached, nicht bestanden
    nicht erreicht, verfehlt, durchgefallen, gescheitert, raté, manqué, échoué, niet gehaald
    mislukt, no pasa, no se pasa, fallado
    """)
"""Phrases by which a sentence says when a test is not passed."""
AT_MOST = cues.Cue("""
    at most, no more than, not more than, never more than, up to, fewer than, less than, höchstens
    nicht mehr als, maximal, bis zu, weniger als, au plus, au maximum, pas plus de, moins de
    hoogstens, maximaal, niet meer dan, minder dan, a lo sumo, como máximo, no más de, menos de
    """)
NO_FEWER = cues.Cue("""
    no fewer than, not fewer than, no less than, not less than, nicht weniger als, pas moins de
    niet minder dan, no menos de
    """)
_NO_MORE = cues.Cue("""
    no more than, not more than, nicht mehr als, pas plus de, niet meer dan, no más de
    """)
FEWER = cues.Cue("fewer than, less than, weniger als, moins de, minder dan, menos de")
_AT_LEAST = cues.Cue("""
    at least, more than, mindestens, wenigstens, mehr als, au moins, plus de
    ten minste, minstens, meer dan, al menos, más de
    """)
BOUND_WITHIN = 3


def exceeds_mark(known: Knowledge, sentence: Sentence) -> bool:
    """Return whether a sentence says that more passed than the mark asks for, and does not ask for
    so many.
    """
    mark = _test(known).pass_number
    if not mark or not sentence.says(_MORE_THAN):
        return False
    if sentence.says(cues.PASSED) or sentence.says(_IF):
        return False
    named = {number.value for number in sentence.each(NumberMatch)}
    return mark in named and any(f.part > mark for f in sentence.each(FractionMatch))


_IF = cues.Cue("if, when, once, provided, wenn, falls, sofern, sobald, indien, wanneer, si, cuando")
_MORE_THAN = cues.Cue("more than, better than, mehr als, besser als, plus que, meer dan, más que")


def all_but_some(known: Knowledge) -> set[Decimal]:
    """Return which share of those who take part "all but one" of them are."""
    whole = _test(known).participants
    said = known.told["validation"]
    counts = [n for s in said for n, cue in _ALL_BUT.items() if cue(s.words)]
    return {1 - Decimal(number) / whole for number in counts} if whole else set()


_ALL_BUT = {
    1: cues.Cue("""
        all but one, everyone but one, every one but one, alle bis auf einen, alle bis auf eine
        alle bis auf eines, alle bis auf eins, tous sauf un, toutes sauf une, op één na, op een na
        todos menos uno, todas menos una
        """),
    2: cues.Cue("""
        all but two, alle bis auf zwei, tous sauf deux, toutes sauf deux, op twee na
        todos menos dos, todas menos dos
        """),
}
"""Phrases for how many may fail."""


def _counted(known: Knowledge, said: Sentence) -> frozenset[str]:
    """Return the stems of what a pass mark counts: those who take part where a number stands
    alone, "if 18 of them still listen".
    """
    test = _test(known)
    if not test.participants:
        return frozenset()
    numbers = _below(said, test.participants)
    of_some = (
        said.stems_between(n.last, n.last + _NOUN_WITHIN - 1)
        for n in numbers
        if said.begins_at(_OF, n.last)
    )
    found = frozenset().union(*of_some)
    is_of_all = any(f.whole == test.participants for f in said.each(FractionMatch))
    alone = any(not n.noun for n in numbers)
    return found | stems_of(test.noun, known.language) if is_of_all or alone else found


def _below(said: Sentence, whole: int) -> list[NumberMatch]:
    """Return the counts of a sentence that are fewer than all."""
    return [n for n in said.each(NumberMatch) if not n.measure and n.value < whole]


_BEHIND = 1
"""Words behind "40 of the 60" that are what is counted."""


def parts_counted(sentence: Sentence, ratios: set[Decimal]) -> Iterator[tuple[Decimal, int, int]]:
    """Yield the numbers of a sentence that are none of the founder's `ratios` of a whole, with
    where they stand.
    """
    for number in sentence.each(NumberMatch):
        if not is_made_here(sentence, number):
            yield number.value, number.first, number.last
    for fraction in sentence.each(FractionMatch):
        if fraction.part / fraction.whole not in ratios:
            yield fraction.part, fraction.first, fraction.last + _BEHIND


def _parts(sentence: Sentence, ratios: set[Decimal]) -> Iterator[tuple[Decimal, frozenset[str]]]:
    """Yield each number that is a part of several, with the stems of what it is counted of."""
    for fraction in sentence.each(FractionMatch):
        if fraction.part / fraction.whole in ratios:
            continue
        yield fraction.part, sentence.stems_between(fraction.first, fraction.last + 2)
    for number in sentence.each(NumberMatch):
        is_part = number.noun.casefold().startswith(cues.PARTS)
        behind = sentence.padded(number.last - 1, number.last + 2)
        if not number.measure and not is_part and _OF(behind):
            yield number.value, sentence.stems_between(number.first, number.last + _NOUN_WITHIN)


_OF = cues.Cue("""
    of the, of our, out of the, der, des, von den, unter den, sur les, parmi les, d' entre
    van de, uit de, de los, de las, entre los, entre las
    """)
"""Words between a part and the whole it is counted of."""
