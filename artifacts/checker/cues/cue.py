"""How a list of phrases is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from itertools import groupby
from operator import or_

from artifacts.unlocked import cached_property

_BETWEEN_PHRASES = re.compile(r"(?<! ),|\n")


class Cue:
    """Any of some phrases, in lower-case text whose words have single spaces between and around
    them. A comma with a space in front of it belongs to its phrase: "gut , wenn".

    Its pattern is compiled when it is first looked for: all of them take half a second, which
    processes that check nothing are spared. Texts without a word that a phrase begins with are
    told by `cues_possible`, for all cues at once.
    """

    def __init__(self, phrases: str) -> None:
        self._phrases = phrases
        self.bit = 1 << len(ALL_CUES)
        """What stands for it in the answer of `cues_possible`."""
        ALL_CUES.append(self)
        _begun_by.cache_clear()

    @cached_property
    def phrases(self) -> list[str]:
        """Its phrases, in the order in which they are tried."""
        phrases = _BETWEEN_PHRASES.split(self._phrases)
        lines = {phrase.strip() for phrase in phrases if phrase.strip()}
        return sorted(lines, reverse=True)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(f" {_any_of(self.phrases)}(?= )")

    @property
    def first_words(self) -> frozenset[str]:
        """The words that its phrases begin with; "*" in them is any ending or beginning."""
        return frozenset(line.partition(" ")[0] for line in self.phrases)

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
    return "[^ ]{0,14}" if character == "*" else re.escape(character)


ALL_CUES: list[Cue] = []
"""Every cue there is, in the order of their bits."""


def cues_possible(words: Iterable[str]) -> int:
    """Return the bits of all cues of which a phrase begins with one of some lower-case words: no
    other cue can stand there.

    One look at each word instead of one at the whole text for each of hundreds of cues.
    """
    # Cues that are not there yet may be asked for later, and may well stand there.
    return reduce(or_, map(_begun_by, words), -1 << len(ALL_CUES))


@lru_cache(maxsize=16_384)
def _begun_by(word: str) -> int:
    """Return the bits of the cues that have a phrase which can begin with a word."""
    beginnings = _beginnings(len(ALL_CUES))
    if " " in word:  # a figure whose thousands are apart
        return reduce(or_, map(_begun_by, word.split(" ")), 0)
    found = beginnings.whole.get(word, 0) | beginnings.any_word
    for size in range(1, len(word) + 1):
        found |= beginnings.prefixes.get(word[:size], 0)
        found |= beginnings.suffixes.get(word[-size:], 0)
    return found


class _Beginnings:
    """The bits of cues by what their phrases begin with: a word, or a part of one beside a "*"."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self.whole: dict[str, int] = {}
        self.prefixes: dict[str, int] = {}
        self.suffixes: dict[str, int] = {}
        self.any_word = 0
        for cue in cues:
            for word in cue.first_words:
                self._add(word, cue.bit)

    def _add(self, word: str, bit: int) -> None:
        prefix, star, rest = word.partition("*")
        suffix = rest.rpartition("*")[2]
        if not star:
            self.whole[word] = self.whole.get(word, 0) | bit
        elif prefix:
            self.prefixes[prefix] = self.prefixes.get(prefix, 0) | bit
        elif suffix:
            self.suffixes[suffix] = self.suffixes.get(suffix, 0) | bit
        else:
            self.any_word |= bit


@lru_cache(maxsize=1)
def _beginnings(count: int) -> _Beginnings:
    return _Beginnings(ALL_CUES[:count])
