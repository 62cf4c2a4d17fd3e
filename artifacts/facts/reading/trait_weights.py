"""How likely a trait is by all the words of a founder together, where single words do not tell it.

Each trait has a weight for each word that several founders used, learned from founders with the
truth: a logistic regression over the rarity of their words (tf-idf without counts, each text of
length 1). `python -m bench.trait_weights` learns the weights and says how well they tell.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from artifacts.facts.reading.context import Reading
from artifacts.facts.schema import Fact, Verdict

FILE = Path(__file__).with_suffix(".json")
ANSWERS = frozenset(
    {"idea", "target_user", "price", "first_version", "constraint", "place", "team"}
)
"""Answers about the product; problem, workaround and evidence tell of the world without it."""
STEM = 5
"""How many letters of a word count: a stem in all five languages, as far as traits go."""
SHORTEST = 3
ENOUGH_STEMS = 60
"""How many different words with a weight have to be told: in a few, each one would decide."""
DOUBTED = 0.6
"""From which likelihood on a verdict that says the opposite is left open."""
SURE = 0.75
"""From which likelihood on a trait is decided of which nothing else tells. Both were chosen on
founders that the weights were not learned from.
"""
SCALE = 100
"""Numbers are stored as hundredths."""


@dataclass(frozen=True)
class Weights:
    traits: tuple[str, ...]
    bias: tuple[float, ...]
    stems: Mapping[str, tuple[float, ...]]
    """By stem its rarity, and then its weight for each trait."""

    def likelihoods(self, stems: Iterable[str]) -> dict[str, float]:
        """Return for each trait how likely it is, from 0 to 1."""
        rows = [self.stems[stem] for stem in stems if stem in self.stems]
        length = math.sqrt(sum(row[0] ** 2 for row in rows)) or 1.0
        sums = [sum(row[0] * row[place] for row in rows) for place in range(1, len(self.bias) + 1)]
        return {
            trait: 1 / (1 + math.exp(-bias - total / length))
            for trait, bias, total in zip(self.traits, self.bias, sums, strict=True)
        }


@cache
def weights() -> Weights:
    """Return what was learned."""
    stored = json.loads(FILE.read_text(encoding="utf-8"))

    def scaled(numbers: Iterable[int]) -> tuple[float, ...]:
        return tuple(number / SCALE for number in numbers)

    return Weights(
        tuple(stored["traits"]),
        scaled(stored["bias"]),
        {stem: scaled(row) for stem, row in stored["stems"].items()},
    )


def stems_of(texts: Mapping[str, str]) -> list[str]:
    """Return the stems of the words in the answers about the product, by key, each once and in
    the order of the alphabet: sums then come out the same everywhere.
    """
    words = (word for key in ANSWERS & texts.keys() for word in _WORD.findall(texts[key]))
    return sorted({word[:STEM] for word in words if len(word) >= SHORTEST})


_WORD = re.compile(r"[^\W\d_]+")


def weighed(reading: Reading, found: dict[str, Fact[Verdict]]) -> dict[str, Fact[Verdict]]:
    """Return the traits, with those left open that all words together speak against, and those
    decided that were open. What a founder denies in so many words stays denied.
    """
    texts = {told.key: told.lower for told in reading.told.values()}
    stems = stems_of(texts)
    if len(weights().stems.keys() & set(stems)) < ENOUGH_STEMS:
        return found
    likely = weights().likelihoods(stems)
    return {trait: _weighed(fact, likely[trait]) for trait, fact in found.items()}


def _weighed(fact: Fact[Verdict], likelihood: float) -> Fact[Verdict]:
    if fact.value == "yes":
        return Fact() if likelihood < 1 - DOUBTED else fact
    if fact.value == "no":
        return Fact() if likelihood > DOUBTED and not fact.said else fact
    if likelihood > SURE:
        return Fact(value="yes", state="read")
    return Fact(value="no", state="read") if likelihood < 1 - SURE else fact
