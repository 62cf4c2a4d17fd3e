"""A form of words that tells a trait, though none of its words does so alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from artifacts.unlocked import cached_property


@dataclass
class WordForm:
    """Words that stand apart: "we keep 8 % and pass the rest on"."""

    marks: tuple[str, ...]
    """Letters one of which every such text has: patterns are slow to look for."""
    text: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{self.text})(?!\w)")

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first place in `text`, which is in lower case, that has this form."""
        # a loop, because texts are asked for marks thousands of times
        for mark in self.marks:
            if mark in text:
                return self.pattern.search(text)
        return None


def form(marks: str, text: str, parts: Mapping[str, str]) -> WordForm:
    """Return a form with `marks` split by "|", and with each of `parts` in place of its name in
    `text`.
    """
    for name, part in parts.items():
        text = text.replace(name, part)
    return WordForm(tuple(marks.split("|")), text)
