"""How a list of phrases is looked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from artifacts.unlocked import cached_property

_BETWEEN_PHRASES = re.compile(r"(?<! ),|\n")


class Cue:
    """Any of some phrases, in lower-case text whose words have single spaces between and around
    them. A comma with a space in front of it belongs to its phrase: "gut , wenn".

    Its pattern is compiled when it is first looked for: all of them take half a second, which
    processes that check nothing are spared.
    """

    def __init__(self, phrases: str) -> None:
        self._phrases = phrases

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        phrases = _BETWEEN_PHRASES.split(self._phrases)
        lines = {phrase.strip() for phrase in phrases if phrase.strip()}
        return re.compile(f" {_any_of(sorted(lines, reverse=True))}(?= )")

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
