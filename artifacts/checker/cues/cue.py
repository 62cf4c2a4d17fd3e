"""How a list of phrases is looked for."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from itertools import groupby

from artifacts.checker.cues.tree import ENDING_MOST, PhraseTree
from artifacts.unlocked import cached_property

_BETWEEN_PHRASES = re.compile(r"(?<! ),|\n")


class Cue:
    """Any of some phrases, in lower-case text whose words have single spaces between and around
    them. A comma with a space in front of it belongs to its phrase: "gut , wenn".

    Which cues stand in a sentence is told for all of them at once by `cues_said`. A pattern
    is compiled when it is first searched for: all of them take half a second.
    """

    def __init__(self, phrases: str) -> None:
        self._phrases = phrases
        self.bit = _bit_of(self)
        """What stands for it in the answer of `cues_said`."""

    @cached_property
    def phrases(self) -> list[str]:
        """Its phrases, in the order in which they are tried."""
        phrases = _BETWEEN_PHRASES.split(self._phrases)
        lines = {phrase.strip() for phrase in phrases if phrase.strip()}
        return sorted(lines, reverse=True)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(f" {_any_of(self.phrases)}(?= )")

    def search(self, words: str) -> re.Match[str] | None:
        return self._pattern.search(words)

    def without(self, words: str) -> str:
        """Return `words` without any of the phrases."""
        return self._pattern.sub(" ", words)

    def begin(self, words: str) -> bool:
        """Return whether `words` begin with one of the phrases."""
        return self._pattern.match(words) is not None

    def __call__(self, words: str) -> bool:
        """Return whether one of the phrases stands in `words`."""
        return self._pattern.search(words) is not None


def _any_of(phrases: Sequence[str], at: int = 0) -> str:
    """Return a pattern for any of some phrases from character `at` on, tried in their order.

    They are sorted, and what they begin with alike is looked for once: a list of hundreds costs no
    more than its first letters where none of them stands there.
    """
    alternatives = []
    for first, group in groupby(phrases, key=lambda phrase: phrase[at : at + 1]):
        alike = list(group)
        if len(alike) > 1:
            alternatives.append(_sign(first) + _any_of(alike, at + 1))
        else:
            alternatives.append("".join(map(_sign, alike[0][at:])))
    return alternatives[0] if len(alternatives) == 1 else f"(?:{'|'.join(alternatives)})"


def _sign(character: str) -> str:
    """Return the pattern for a character of a phrase; "*" is any ending of a word."""
    return f"[^ ]{{0,{ENDING_MOST}}}" if character == "*" else re.escape(character)


ALL_CUES: list[Cue] = []
"""Every cue that `cues_said` tells, in the order of their bits."""
LATE = 1
"""The bit of all cues that are made after the first text was looked at: each text may say them."""
_lock = threading.Lock()
_trees: list[PhraseTree] = []
"""The tree of all phrases, once a text was looked at."""


def _bit_of(cue: Cue) -> int:
    with _lock:
        if _trees:
            return LATE
        ALL_CUES.append(cue)
        return LATE << len(ALL_CUES)


def cues_said(words: str) -> int:
    """Return the bits of all cues that stand in `words`, which are in lower case with single spaces
    between and around them, and always `LATE`.

    One walk along the words instead of a search for each of hundreds of cues.
    """
    tree = _trees[0] if _trees else _plant()
    return LATE | tree.bits_in(words[1:-1].split(" "))


def _plant() -> PhraseTree:
    with _lock:
        if not _trees:
            _trees.append(PhraseTree((p, cue.bit) for cue in ALL_CUES for p in cue.phrases))
        return _trees[0]
