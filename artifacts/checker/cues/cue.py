"""How a list of phrases is looked for."""

from __future__ import annotations

import re


class Cue:
    """Any of some phrases, in lower-case text whose words have single spaces between and around
    them.
    """

    def __init__(self, phrases: str) -> None:
        lines = [line.strip() for line in phrases.replace("\n", ",").split(",") if line.strip()]
        ends = "|".join(
            re.escape(line).replace(r"\*", r"[^ ]{0,14}") for line in sorted(lines, reverse=True)
        )
        self._pattern = re.compile(f" (?:{ends})(?= )")

    def search(self, words: str) -> re.Match[str] | None:
        return self._pattern.search(words)

    def begin(self, words: str) -> bool:
        """Return whether `words` begin with one of the phrases."""
        return self._pattern.match(words) is not None

    def __call__(self, words: str) -> bool:
        """Return whether one of the phrases stands in `words`."""
        return self._pattern.search(words) is not None
