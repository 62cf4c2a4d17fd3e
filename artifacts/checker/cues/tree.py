"""Many phrases as a tree of their words: one walk along a text tells which of them stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

ENDING_MOST = 14
"""Characters that a "*" in a phrase stands for, at most."""


class _Pattern(NamedTuple):
    """A word of a phrase with a "*" in it."""

    prefix: str
    suffix: str

    def fits(self, word: str) -> bool:
        least = len(self.prefix) + len(self.suffix)
        is_long = least <= len(word) <= least + ENDING_MOST
        return is_long and word.startswith(self.prefix) and word.endswith(self.suffix)


class _Node:
    """A beginning of phrases: the bits of those that end with it, and how the others go on."""

    __slots__ = ("bits", "exact", "goes_on", "patterns")

    def __init__(self) -> None:
        self.bits = 0
        self.goes_on = False
        self.exact = _NOTHING
        self.patterns = _NO_PATTERNS

    def add(self, words: Sequence[str], bits: int) -> None:
        node = self
        for word in words:
            node = node._child(word)
        node.bits |= bits

    def _child(self, word: str) -> _Node:
        if not self.goes_on:  # most go on with nothing, and share that
            self.goes_on, self.exact, self.patterns = True, {}, {}
        prefix, star, suffix = word.partition("*")
        if star:
            return self.patterns.setdefault(_Pattern(prefix, suffix), _Node())
        return self.exact.setdefault(word, _Node())

    def bits_behind(self, words: Sequence[str], at: int) -> int:
        """Return the bits of the phrases that go on with the words from `at` on."""
        if at == len(words):
            return 0
        word = words[at]
        node = self.exact.get(word)
        said = 0 if node is None else node.bits_from(words, at)
        for pattern, node in self.patterns.items():
            if pattern.fits(word):
                said |= node.bits_from(words, at)
        return said

    def bits_from(self, words: Sequence[str], at: int) -> int:
        """Return the bits of the phrases that reach this node with the word at `at`."""
        return self.bits | self.bits_behind(words, at + 1) if self.goes_on else self.bits


_NOTHING: dict[str, _Node] = {}
_NO_PATTERNS: dict[_Pattern, _Node] = {}


class PhraseTree:
    """Phrases, each with the bits of the lists that it is in."""

    def __init__(self, phrases: Iterable[tuple[str, int]]) -> None:
        """A word of a phrase may have one "*" in it."""
        self._root = _Node()
        for phrase, bits in phrases:
            self._root.add(phrase.split(" "), bits)
        self._by_prefix: dict[str, list[tuple[_Pattern, _Node]]] = {}
        for pattern, node in self._root.patterns.items():
            self._by_prefix.setdefault(pattern.prefix, []).append((pattern, node))
        # Most words are said over and over.
        self._begun_by = lru_cache(maxsize=16_384)(self._find_begun_by)

    def bits_in(self, words: Sequence[str]) -> int:
        """Return the bits of all phrases that stand in `words`, which are in lower case."""
        said = 0
        for at, word in enumerate(words):
            for node in self._begun_by(word):
                said |= node.bits_from(words, at)
        return said

    def _find_begun_by(self, word: str) -> tuple[_Node, ...]:
        """Return how the phrases go on that can begin with a word."""
        found = [self._root.exact[word]] if word in self._root.exact else []
        for size in range(len(word) + 1):
            candidates = self._by_prefix.get(word[:size], ())
            found += (node for pattern, node in candidates if pattern.fits(word))
        return tuple(found)
