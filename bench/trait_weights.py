"""Learn how words weigh for traits, from founders with the truth.

`python -m bench.trait_weights` writes `artifacts/facts/reading/trait_weights.json`, and prints how
well traits are told of the founders who are kept for measuring. With `--folds` it says instead how
well those are told whom the weights are learned from: of each tenth of them by what is learned from
the other nine.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from artifacts.facts.reading.trait_weights import FILE, SCALE, SURE, Weights, stems_of
from artifacts.facts.schema import TRAITS
from bench.facts import FOUNDERS, texts_of

LEARNED_FROM = tuple(
    FOUNDERS.with_name(f"{name}.json")
    for name in ("founders", "studied_founders", "trait_founders")
)
"""The last have the truth about traits alone."""
KEPT = FOUNDERS.with_name("kept_founders.json")

FEWEST = 3
"""How many founders have to use a word for it to count."""
LOOSENESS = 10.0
"""How much the founders count against weights that are small: the inverse of the strength of
regularisation.
"""
STEPS = 400
FOLDS = 10


@dataclass(frozen=True)
class Example:
    """What one founder used of the words, and whether a trait is there."""

    stems: list[str]
    traits: Mapping[str, bool]


def examples(path: Path) -> list[Example]:
    """Return the founders of a file of those with the truth."""
    return [
        Example(
            stems_of({key: text.lower() for key, text in texts_of(founder).items()}),
            founder["traits"] if "traits" in founder else founder["facts"]["traits"],
        )
        for founder in json.loads(path.read_text(encoding="utf-8"))
    ]


def learn(founders: Sequence[Example]) -> Weights:
    """Return the weights that tell the traits of `founders`, rounded as they are stored."""
    rarity = _rarity(founders)
    places = {stem: place for place, stem in enumerate(rarity)}
    rows = [_row(one.stems, rarity, places) for one in founders]
    bound = _bound(rows, len(places))
    learned = [
        _regression(rows, [one.traits[trait] for one in founders], len(places), bound)
        for trait in TRAITS
    ]
    stored = {
        stem: _rounded([rarity[stem], *(weights[place] for _, weights in learned)])
        for stem, place in places.items()
    }
    return Weights(tuple(TRAITS), _rounded(bias for bias, _ in learned), stored)


def _rarity(founders: Sequence[Example]) -> dict[str, float]:
    """Return how rare each word is that enough founders use, in the order of the alphabet."""
    used = Counter(chain.from_iterable(one.stems for one in founders))
    return {
        stem: math.log((1 + len(founders)) / (1 + count)) + 1
        for stem, count in sorted(used.items())
        if count >= FEWEST
    }


Row = list[tuple[int, float]]
"""The places of a founder's words, each with its share of a vector of length 1."""


def _row(stems: Iterable[str], rarity: Mapping[str, float], places: Mapping[str, int]) -> Row:
    found = [(places[stem], rarity[stem]) for stem in stems if stem in rarity]
    length = math.sqrt(sum(value**2 for _, value in found)) or 1.0
    return [(place, value / length) for place, value in found]


def _rounded(numbers: Iterable[float]) -> tuple[float, ...]:
    return tuple(round(number * SCALE) / SCALE for number in numbers)


def _bound(rows: Sequence[Row], width: int) -> float:
    """Return the largest eigenvalue of the founders' products, which bounds how fast the slope
    turns; by power iteration.
    """
    value, vector = 1.0, [1.0] * width
    for _ in range(30):
        sums = [sum(vector[place] * share for place, share in row) for row in rows]
        vector = [0.0] * width
        for total, row in zip(sums, rows, strict=True):
            for place, share in row:
                vector[place] += total * share
        value = math.sqrt(sum(number**2 for number in vector))
        vector = [number / value for number in vector]
    return value


def _regression(
    rows: Sequence[Row], truth: Sequence[bool], width: int, bound: float
) -> tuple[float, list[float]]:
    """Return bias and weights of a logistic regression in which both answers count the same, by
    Nesterov's accelerated descent.
    """
    counts = Counter(truth)
    shares = {answer: LOOSENESS * len(rows) / (2 * count) for answer, count in counts.items()}
    # One more than the words: the bias, which each founder has once and nothing makes small.
    step = 1 / (1 + max(shares.values()) * (bound + len(rows)) / 4)
    point = [0.0] * (width + 1)
    ahead, momentum = point, 1.0
    for _ in range(STEPS):
        slope = [*ahead[:-1], 0.0]
        for row, is_there in zip(rows, truth, strict=True):
            total = ahead[-1] + sum(ahead[place] * share for place, share in row)
            error = shares[is_there] * (1 / (1 + math.exp(-total)) - is_there)
            slope[-1] += error
            for place, share in row:
                slope[place] += error * share
        after = [value - step * change for value, change in zip(ahead, slope, strict=True)]
        grown = (1 + math.sqrt(1 + 4 * momentum**2)) / 2
        carried = (momentum - 1) / grown
        ahead = [new + carried * (new - old) for new, old in zip(after, point, strict=True)]
        point, momentum = after, grown
    return point[-1], point[:-1]


def write(weights: Weights, path: Path = FILE) -> None:
    """Store what was learned, a word in each line."""

    def scaled(numbers: Iterable[float]) -> str:
        return json.dumps([round(number * SCALE) for number in numbers])

    stems = ",\n".join(
        f"  {json.dumps(stem, ensure_ascii=False)}: {scaled(row)}"
        for stem, row in weights.stems.items()
    )
    path.write_text(
        f'{{"traits": {json.dumps(weights.traits)},\n"bias": {scaled(weights.bias)},\n'
        f'"stems": {{\n{stems}\n}}}}\n',
        encoding="utf-8",
    )


def told(weights: Weights, founders: Iterable[Example]) -> Counter[str]:
    """Return how often the weights alone tell a trait rightly, wrongly, or not."""
    found: Counter[str] = Counter()
    for one in founders:
        for trait, likelihood in weights.likelihoods(one.stems).items():
            verdict = likelihood > SURE if not 1 - SURE <= likelihood <= SURE else None
            found[
                "open" if verdict is None else "right" if verdict == one.traits[trait] else "wrong"
            ] += 1
    return found


def _print(name: str, found: Counter[str]) -> None:
    every = found.total()
    shares = ", ".join(f"{found[key] / every:.1%} {key}" for key in ("right", "wrong", "open"))
    print(f"{name}: {shares}, by the weights alone")


def main(arguments: Any = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.trait_weights", description=__doc__)
    parser.add_argument("--folds", action="store_true", help="tell each tenth by the other nine")
    options = parser.parse_args(arguments)
    founders = [one for path in LEARNED_FROM for one in examples(path)]
    if options.folds:
        found: Counter[str] = Counter()
        for fold in range(FOLDS):
            others = [one for place, one in enumerate(founders) if place % FOLDS != fold]
            found += told(learn(others), founders[fold::FOLDS])
        _print(f"{len(founders)} founders in {FOLDS} parts", found)
        return
    learned = learn(founders)
    write(learned)
    print(f"{len(learned.stems)} words of {len(founders)} founders, in {FILE}")
    _print(KEPT.name, told(learned, examples(KEPT)))


if __name__ == "__main__":
    main()
