"""How many of one measure make up another: 2,000 pounds to a ton, 100 litres to a hectolitre."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.remembered import remembered
from artifacts.facts.grammar.matches import NumberMatch

_SIZES = {
    "weight": {
        1: "g gr gram grams gramm gramme grammes gramo gramos",
        1000: "kg kilo kilos kilogram kilograms kilogramm kilogramme kilogrammes",
        100_000: "quintal quintals quintaux quintales doppelzentner",
        1_000_000: "tonne tonnes tonnen tonelada toneladas ton tons",
    },
    "weight in pounds": {1: "oz ounce ounces", 16: "lb lbs pound pounds", 32_000: "ton tons"},
    "volume": {
        1: "ml milliliter millilitre",
        10: "cl zentiliter centilitre",
        1000: "liter liters litre litres litro litros",
        100_000: "hl hektoliter hectolitre hectolitres hectoliter hectolitro",
    },
    "length": {
        1: "cm",
        100: "meter meters metre metres metro metros",
        100_000: "km kilometer kilometers kilometre kilometres kilomètre kilomètres kilómetro",
    },
    "area": {1: "m² qm sqm", 10_000: "ha hectare hectares hektar hectárea hectáreas"},
    "number": {1: "piece pieces stück pièce pièces stuk stuks", 12: "dozen dutzend dozijn"},
}
"""The names of measures by what they measure, in the smallest one of each kind. A ton is a thousand
kilograms to those who sell by the kilogram, and 2,000 pounds to those who sell by the pound.
"""
_Measure = tuple[str, int]
_MEASURES_OF: dict[str, list[_Measure]] = {}
for _kind, _names_by_size in _SIZES.items():
    for _size, _names in _names_by_size.items():
        for _name in _names.split():
            _MEASURES_OF.setdefault(_name, []).append((_kind, _size))


def conversions(sentence: Sentence, told: Iterable[Sentence]) -> tuple[Decimal, ...]:
    """Return how many of one measure that a sentence names make up one of another that it, or what
    the founder `told`, names; () where it names none.
    """
    here = _measures_in(sentence)
    if not here:
        return ()
    answers = list(told)
    all_of_them = here.union(*map(_measures_in, answers))
    ratios = {
        Decimal(max(one, other)) / min(one, other)
        for kind, one in here
        for other_kind, other in all_of_them
        if kind == other_kind and one != other
    }
    return tuple(ratios.union(*(_contents(answer, sentence, here) for answer in answers)))


def _contents(answer: Sentence, sentence: Sentence, here: set[_Measure]) -> Iterator[Decimal]:
    """Yield how many of a measure that a sentence names make up what a thing of ours that it names
    holds, or the other way round: 15 for "a sack of 15 kg" and "a kilo", 10 for "a bag of 100 g".
    """
    for found in _IN_ITS_NAME.finditer(answer.words):
        if answer.stems_of(found["thing"]) & sentence.stems:
            for kind, size in _MEASURES_OF.get(found["unit"], ()):
                yield from _ratios(Decimal(found["number"]) * size, kind, here)
    for number in answer.each(NumberMatch):
        if not number.value or answer.source.word(number.first - 1) not in cues.PER_PIECE:
            continue
        if not answer.stems_between(number.first - 2, number.first) & sentence.stems:
            continue
        for kind, size in _MEASURES_OF.get(number.noun.casefold(), ()):
            yield from _ratios(number.value * size, kind, here)


_IN_ITS_NAME = re.compile(
    r" (?P<number>[1-9][0-9]*)(?: -)?[ -](?P<unit>[a-z]+)[ -](?P<thing>[^ .,;:]+)(?= )"
)
"""What a thing holds by its name: "das 500-g-Glas", "a 150 g pack"."""


def _ratios(held: Decimal, kind: str, here: set[_Measure]) -> Iterator[Decimal]:
    ones = (Decimal(one) for same, one in here if same == kind)
    yield from (max(held, one) / min(held, one) for one in ones)


def is_same_measure(one: str, other: str) -> bool:
    """Return whether two words name the same measure: "kg", "kilo"."""
    of_one = _MEASURES_OF.get(one.casefold(), ())
    return any(measure in _MEASURES_OF.get(other.casefold(), ()) for measure in of_one)


def ratio(one: str, other: str) -> Decimal | None:
    """Return how many of a measure make up another one: 1,000 for "g" and "kg"; None where they
    measure different things.
    """
    sizes = dict(_MEASURES_OF.get(one.casefold(), ()))
    found = (Decimal(size) / sizes[kind] for kind, size in _measures_of(other) if kind in sizes)
    return next(found, None)


def _measures_of(word: str) -> list[_Measure]:
    return _MEASURES_OF.get(word.casefold(), [])


@remembered
def _measures_in(sentence: Sentence) -> set[_Measure]:
    return {measure for word in sentence.words.split() for measure in _MEASURES_OF.get(word, ())}
