"""Pointers in prose: `[[brief.key_constraint]]` names a section, `[[F-2]]` an item. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from artifacts.schemas import ArtifactContent, ArtifactType
from artifacts.schemas.base import ITEM_ID, Section
from artifacts.tiers import Tier

POINTER = re.compile(rf"\[\[({ITEM_ID}|[a-z_]{{1,40}}\.[a-z_]{{1,60}})\]\]")


@dataclass(frozen=True, slots=True)
class Target:
    """What a pointer leads to: the artifact, the anchor on its page, and the words that stand for it."""

    artifact_type: ArtifactType
    anchor: str
    title: str
    item_id: str = ""

    @property
    def label(self) -> str:
        return f"{self.item_id} {self.title}" if self.item_id else self.title


class ReferenceIndex:
    """Every section and item that a reader of one tier may be led to.

    What is gated above the tier is not in the index, so neither a link nor a title of it can slip through.
    """

    def __init__(self, contents: Mapping[ArtifactType, ArtifactContent], tier: Tier) -> None:
        self._targets: dict[str, Target] = {}
        for artifact_type, content in contents.items():
            sections = content.access(tier).readable
            for section in sections:
                self._add_section(artifact_type, section)
            for _, item in content.items(sections):
                self._targets[item.id] = Target(artifact_type, item.id, item.label, item.id)

    def _add_section(self, artifact_type: ArtifactType, section: Section) -> None:
        words = section.title[:1].lower() + section.title[1:]
        self._targets[f"{artifact_type.value}.{section.name}"] = Target(artifact_type, section.name, words)

    def find(self, pointer: str) -> Target | None:
        """Return the target of a section name or item id, or None where this reader has none."""
        return self._targets.get(pointer)


def split(text: str) -> Iterator[tuple[str, str]]:
    """Yield `text` in pieces: (plain text, "") and ("", pointer) in the order in which they stand."""
    end = 0
    for match in POINTER.finditer(text):
        yield text[end : match.start()], ""
        yield "", match[1]
        end = match.end()
    yield text[end:], ""


def pointers(text: str) -> list[str]:
    """Return the section names and item ids that `text` points at."""
    return [match[1] for match in POINTER.finditer(text)]


def rewrite(text: str, new_pointer: Callable[[str], str]) -> str:
    """Return `text` with every pointer replaced by what `new_pointer` makes of it."""
    return POINTER.sub(lambda match: f"[[{new_pointer(match[1])}]]", text)
