"""The library of kinds of ideas, and how an idea finds its kind."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from artifacts.runners.offline.kinds import care, goods, household, making, people, places, software
from artifacts.runners.offline.kinds.anything import ANYTHING
from artifacts.runners.offline.kinds.base import Capability, Hazard, Kind, Move

__all__ = ["ALL_KINDS", "Capability", "Hazard", "Kind", "Move", "match_kind"]

ALL_KINDS: tuple[Kind, ...] = (
    *goods.KINDS,
    *places.KINDS,
    *people.KINDS,
    *household.KINDS,
    *care.KINDS,
    *software.KINDS,
    *making.KINDS,
    ANYTHING,
)

_TOKEN = re.compile(r"[^\W_]+")
_UNSPACED = re.compile("[\u0600-\u06ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_IDEA_WEIGHT = 3
_STEM_MIN = 3
_ENOUGH = 5

# A keyword may belong to several kinds: keyword -> [(number of the kind, points)].
_Index = dict[str, list[tuple[int, int]]]
_WHOLE: _Index = defaultdict(list)
_STEMS: _Index = defaultdict(list)
_UNSPACED_WORDS: _Index = defaultdict(list)


def _index() -> None:
    for number, kind in enumerate(ALL_KINDS):
        for word in dict.fromkeys(kind.words.split()):
            points, bare = (2, word[1:]) if word.startswith("+") else (1, word)
            if _UNSPACED.search(bare):
                # Such a word is a compound already and says as much as two plain ones.
                _UNSPACED_WORDS[bare].append((number, 2))
            elif bare.endswith("*"):
                _STEMS[bare[:-1]].append((number, points))
            else:
                _WHOLE[bare.replace("_", " ")].append((number, points))


_index()
_LONGEST_STEM = max(map(len, _STEMS))


def match_kind(idea: str, around: str) -> Kind:
    """Return the kind that an idea is plainly of, else ANYTHING, which says less but is about nobody else's business.

    The idea counts more than what is around it. A kind needs more than one plain word of the idea, and twice the points
    of the next.
    """
    scores = [0] * len(ALL_KINDS)
    for text, weight in ((idea, _IDEA_WEIGHT), (around, 1)):
        for number, points in _hits(text.casefold()):
            scores[number] += points * weight
    second, best = sorted(scores)[-2:]
    return ALL_KINDS[scores.index(best)] if best >= _ENOUGH and best >= 2 * second else ANYTHING


def _hits(text: str) -> list[tuple[int, int]]:
    """Return what every keyword found in `text` counts for; a keyword counts once however often it occurs."""
    tokens = _TOKEN.findall(text)
    found: dict[str, list[tuple[int, int]]] = {}
    for candidate in (*tokens, *(f"{first} {then}" for first, then in pairwise(tokens))):
        if candidate in _WHOLE:
            found[candidate] = _WHOLE[candidate]
    for token in set(tokens):
        for length in range(_STEM_MIN, min(len(token), _LONGEST_STEM) + 1):
            if token[:length] in _STEMS:
                found[f"{token[:length]}*"] = _STEMS[token[:length]]
    if _UNSPACED.search(text):
        found |= {word: worth for word, worth in _UNSPACED_WORDS.items() if word in text}
    return [hit for worth in found.values() for hit in worth]
