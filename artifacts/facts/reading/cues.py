"""Sets of words and phrases that tell what a value near them means."""

from __future__ import annotations

_LONGEST = 5


class Cues:
    """Phrases of one or more words, split by semicolons; looked up by their first word."""

    __slots__ = ("_by_first", "_phrases", "_words")

    def __init__(self, text: str) -> None:
        phrases = [" ".join(phrase.split()) for phrase in text.split(";")]
        self._phrases = frozenset(phrase for phrase in phrases if phrase)
        self._words = frozenset(phrase for phrase in self._phrases if " " not in phrase)
        self._by_first: dict[str, list[str]] = {}
        for phrase in self._phrases - self._words:
            self._by_first.setdefault(phrase.partition(" ")[0], []).append(phrase)

    def within(self, words: str) -> bool:
        """Whether one of the phrases stands in `words`, which have a space in front of and behind
        each word.
        """
        told = set(words.split())
        if not self._words.isdisjoint(told):
            return True
        for first in told & self._by_first.keys():
            if any(f" {phrase} " in words for phrase in self._by_first[first]):
                return True
        return False

    def found_in(self, words: str) -> list[str]:
        """Return the phrases of several words that stand in `words`."""
        return [
            phrase
            for first in set(words.split()) & self._by_first.keys()
            for phrase in self._by_first[first]
            if f" {phrase} " in words
        ]

    def removed_from(self, words: str) -> str:
        """Return `words` without the phrases of several words."""
        for first in set(words.split()) & self._by_first.keys():
            for phrase in self._by_first[first]:
                words = words.replace(f" {phrase} ", " ")
        return words

    def end(self, words: str) -> bool:
        """Whether `words` end with one of the phrases."""
        told = words.split()[-_LONGEST:]
        return any(" ".join(told[at:]) in self._phrases for at in range(len(told)))

    def begin(self, words: str) -> bool:
        """Whether `words` begin with one of the phrases."""
        told = words.split()[:_LONGEST]
        return any(" ".join(told[:at]) in self._phrases for at in range(1, len(told) + 1))
