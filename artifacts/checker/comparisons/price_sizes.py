"""Prices up to a size or by a measure, and whether a text has them be the same for more."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.price_counts import prices_of_amount
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import Match, MoneyMatch, NumberMatch, SpanMatch
from artifacts.facts.grammar.sets import word_set


def beyond_its_size(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price up to a size ("19 for a call of up to 20 minutes"), where a
    sentence has more of it for the same; else "".
    """
    amounts = list(sentence.each(MoneyMatch))
    if len(amounts) != 1 or not sentence.is_certain or sentence.says(cues.COMPARED):
        return ""
    for said in prices_of_amount(known, amounts[0]):
        limits = dict(_limits_of_size(said))
        sizes = [(unit, size) for _, unit, size in _sizes(sentence) if unit in limits]
        if sizes and all(size > limits[unit] for unit, size in sizes):
            return said.sentence.text
    return ""


def _limits_of_size(said: Known) -> Iterator[tuple[str, Decimal]]:
    """Yield the units and the numbers up to which a price holds."""
    for match, unit, size in _sizes(said.clause):
        if cues.UP_TO(said.sentence.in_front(match)):
            yield unit, size


def _sizes(part: Sentence | Clause) -> Iterator[tuple[Match, str, Decimal]]:
    """Yield what is counted or measured, with its unit and how much of it there is."""
    yield from ((span, span.unit, span.amount) for span in part.each(SpanMatch))
    numbers = part.each(NumberMatch)
    yield from ((number, number.noun.casefold(), number.value) for number in numbers)


def same_at_any_size(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price by the acre or the kilo, where a sentence has it be the same
    however large something is; else "".
    """
    if not sentence.says(_ANY_SIZE) or sentence.negated:
        return ""
    for money in sentence.each(MoneyMatch):
        told = [] if money.per else prices_of_amount(known, money)
        if told and all(_MEASURES.intersection(map(str.casefold, k.per)) for k in told):
            return told[0].sentence.text
    return ""


_ANY_SIZE = cues.Cue("""
    however large, however big, however long, however heavy, however far, no matter how large
    no matter how big, no matter how long, whatever the size, egal wie groß, egal , wie groß
    ganz gleich wie groß, egal wie lang, egal wie schwer, egal wie weit, so groß * auch
    quelle que soit la taille, quelle que soit la surface, ongeacht de grootte, hoe groot ook
    sea cual sea el tamaño, por grande que sea
    """)
"""Phrases by which a price does not depend on a size."""
_MEASURES = word_set("""
    acre acres hectare hectares hektar ha m² m2 qm square kg kilo kilos kilogram kilogramm ton tonne
    tonnes tonnen liter litre litres liters metre meter metres meters mètre metro km kilometre
    kilometer kilometres kilomètre mile miles foot feet yard quadratmeter laufmeter
    """)
"""Units of measure that a price may be for one of."""
