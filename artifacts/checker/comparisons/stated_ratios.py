"""Ratios that a sentence names twice: one in so many beside a count, and one piece of a bundle."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.derivations import is_amount_said, is_said
from artifacts.checker.comparisons.fractions import ones_in
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import FractionMatch, Match, MoneyMatch, NumberMatch

_ONE_PIECE = cues.Cue("""
    each * is, each * costs, each * comes, every * costs, a single * costs, jeder * kostet
    jede * kostet, jedes * kostet, chaque * coûte, chaque * revient, elke * kost, cada * cuesta
    cada * sale, cada * le sale, cada * les sale, cada * queda, cada * le queda
    """)
_ROUNDING = Decimal("0.02")


def wrong_ratios(known: Knowledge, sentence: Sentence) -> Iterator[Match]:
    """Yield parts that are not the ratio of their sentence, and prices of one piece that are not
    its share of the bundle.
    """
    yield from _wrong_parts(sentence)
    yield from _wrong_pieces(known, sentence)


def _wrong_parts(sentence: Sentence) -> Iterator[FractionMatch]:
    """Yield "that makes 30 of 180" beside "one in nine"."""
    if not sentence.has(FractionMatch):
        return
    ratios = [part / whole for part, whole in ones_in(sentence)]
    fractions = list(sentence.each(FractionMatch))
    if len(ratios) != 1 or len(fractions) != 1 or not sentence.says(cues.RESULT):
        return
    found = fractions[0]
    before = sentence.in_front(found)
    is_result = cues.RESULT(before) and not cues.APPROXIMATE(before)
    if is_result and abs(found.part / found.whole - ratios[0]) > _ROUNDING:
        yield found


def _wrong_pieces(known: Knowledge, sentence: Sentence) -> Iterator[Match]:
    """Yield what one piece of a bundle costs that our answers price otherwise."""
    if not sentence.says(_ONE_PIECE) or sentence.negated:
        return
    for whole in sentence.each(MoneyMatch):
        of_one = _of_one(sentence, whole)
        if of_one is None or not is_amount_said(known, whole):
            continue
        for value, match in _amounts_behind(sentence, whole):
            is_close = abs(value - of_one) <= of_one * _ROUNDING
            if not is_close and not is_said(known, value, known.home):
                yield match


def _of_one(sentence: Sentence, whole: MoneyMatch) -> Decimal | None:
    """Return what one piece costs where an amount stands behind the only count of them."""
    counts = [n.value for n in sentence.each(NumberMatch) if n.noun and n.last <= whole.first]
    return whole.amount / counts[0] if len(counts) == 1 and counts[0] > 1 else None


def _amounts_behind(sentence: Sentence, whole: MoneyMatch) -> Iterator[tuple[Decimal, Match]]:
    """Yield the amounts behind another one, with or without a currency."""
    piece = _ONE_PIECE.search(sentence.padded(whole.last, sentence.last))
    for match in sentence.matches if piece else ():
        if match.first <= whole.first:
            continue
        if isinstance(match, MoneyMatch):
            yield match.amount, match
        elif isinstance(match, NumberMatch) and not match.noun and not match.worded:
            yield match.value, match
