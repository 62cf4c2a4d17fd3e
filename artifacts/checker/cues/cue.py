"""How a list of phrases is looked for."""

from __future__ import annotations

import re

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
        lines = [phrase.strip() for phrase in phrases if phrase.strip()]
        ends = "|".join(
            re.escape(line).replace(r"\*", r"[^ ]{0,14}") for line in sorted(lines, reverse=True)
        )
        return re.compile(f" (?:{ends})(?= )")

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
