"""Links that name their target elsewhere: `[text][label]` with `[label]: target` anywhere in the
file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from artifacts.text import fold_title

_DEFINITION = re.compile(
    r"""\ {0,3}\[(?P<label>(?:\\.|[^\\\[\]\n]){1,200})\]:[ \t]*
    (?:<(?P<angled>[^<>\n]{0,2000})>|(?P<bare>[^\s<]\S{0,2000}))
    (?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*(?:\n|$)""",
    re.VERBOSE,
)
_REFERENCE = re.compile(
    r"\\.|\[(?P<words>(?:\\.|[^\\\[\]]){1,1000})\](?![(:])(?:\[(?P<label>(?:\\.|[^\\\[\]]){0,200})\])?",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Definition:
    label: str
    target: str
    source: str


@dataclass(slots=True)
class Definitions:
    """The definitions of a file by their label. Of two with the same label the first one counts."""

    targets: dict[str, Definition] = field(default_factory=dict)
    repeated: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def add(self, found: Iterable[Definition]) -> None:
        for one in found:
            if one.label in self.targets:
                self.repeated.append(one.source)
            else:
                self.targets[one.label] = one

    def unused(self) -> list[str]:
        """Return the sources of those that no link names, so that none of them is lost."""
        return [
            one.source for label, one in self.targets.items() if label not in self.used
        ] + self.repeated


def split_definitions(raw: str) -> tuple[list[Definition], str]:
    """Return the definitions that a paragraph begins with, and the rest of it."""
    found = []
    start = 0
    while match := _DEFINITION.match(raw, start):
        target = match["angled"] if match["angled"] is not None else match["bare"]
        found.append(Definition(fold_title(match["label"]), target, match[0].strip()))
        start = match.end()
    return found, raw[start:]


def resolve(raw: str, definitions: Definitions) -> str:
    """Return a text with the targets of its links in it."""
    if "[" not in raw:
        return raw

    def inline(match: re.Match[str]) -> str:
        words = match["words"]
        if words is None:
            return match[0]
        label = fold_title(match["label"] or words)
        if label not in definitions.targets:
            return match[0]
        definitions.used.add(label)
        return f"[{words}]({definitions.targets[label].target})"

    return _REFERENCE.sub(inline, raw)
