"""What a change of one input would affect: the documents written from it, and the sections that
mention it.

Pure functions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from artifacts.documents.references import pointers
from artifacts.schemas import GENERATION_ORDER, ArtifactContent, ArtifactType, Contents
from artifacts.schemas.base import Section
from artifacts.schemas.fields import ITEM_ID
from artifacts.text import fold_title
from artifacts.tiers import Tier

QUOTED_WORDS = 3
"""A part of an answer is looked for when it has at least so many words; shorter ones occur by
chance.
"""

_ID = re.compile(ITEM_ID)
_PART_END = re.compile(r"[.;:!?\n]+")


@dataclass(frozen=True, slots=True)
class Touched:
    """A document that was written from what is to be changed, and which of its sections point at it
    or quote it.
    """

    artifact_type: ArtifactType
    sections: tuple[Section, ...]


def touched_by_answer(
    key: str,
    text: str,
    contents: Contents,
    inputs: Mapping[ArtifactType, Collection[str]],
    tier: Tier,
) -> tuple[Touched, ...]:
    """Return what changing the answer, name or idea `key`, which says `text` now, would touch for a
    reader of `tier`.

    `inputs` holds the keys of what each document was written from.
    """
    parts = [
        folded
        for part in _PART_END.split(text)
        if len((folded := fold_title(part)).split()) >= QUOTED_WORDS
    ]
    return _touched(
        key, contents, inputs, tier, lambda words: any(part in fold_title(words) for part in parts)
    )


def touched_by_section(
    artifact_type: ArtifactType,
    section: Section,
    contents: Contents,
    inputs: Mapping[ArtifactType, Collection[str]],
    tier: Tier,
    item_ids: Collection[str] | None = None,
) -> tuple[Touched, ...]:
    """Return what a change of a section, or only of the items `item_ids` in it, would touch for a
    reader of `tier`.
    """
    key = f"{artifact_type.value}.{section.name}"
    if item_ids is None:
        content = contents[artifact_type]
        named = {key, *(item.id for _, item in content.items((section,)))}
    else:
        named = set(item_ids)
    return _touched(
        key,
        contents,
        inputs,
        tier,
        lambda words: words in named or not named.isdisjoint(pointers(words)),
    )


def mentions(contents: Contents, tier: Tier) -> dict[str, dict[ArtifactType, tuple[Section, ...]]]:
    """Return, by section name and item id, the sections that point at it or link to it and that
    `tier` may read.
    """
    found: dict[str, dict[ArtifactType, tuple[Section, ...]]] = {}
    for artifact_type, content in contents.items():
        stored = content.model_dump(mode="json")
        for section in content.access(tier).readable:
            words = list(_strings(stored[section.name]))
            named = {pointer for text in words for pointer in pointers(text)} | set(
                filter(_ID.fullmatch, words)
            )
            for name in named:
                by_type = found.setdefault(name, {})
                by_type[artifact_type] = (*by_type.get(artifact_type, ()), section)
    return found


def _touched(
    key: str,
    contents: Contents,
    inputs: Mapping[ArtifactType, Collection[str]],
    tier: Tier,
    speaks_of_it: Callable[[str], bool],
) -> tuple[Touched, ...]:
    return tuple(
        Touched(artifact_type, tuple(_sections(contents[artifact_type], tier, speaks_of_it)))
        for artifact_type in GENERATION_ORDER
        if artifact_type in contents and key in inputs.get(artifact_type, ())
    )


def _sections(
    content: ArtifactContent, tier: Tier, speaks_of_it: Callable[[str], bool]
) -> Iterator[Section]:
    stored = content.model_dump(mode="json")
    for section in content.access(tier).readable:
        if any(speaks_of_it(words) for words in _strings(stored[section.name])):
            yield section


def _strings(value: Any) -> Iterator[str]:
    """Yield every text in dumped content, and every id that links to an item; an item's own id is
    not one.
    """
    match value:
        case str():
            yield value
        case list():
            for entry in value:
                yield from _strings(entry)
        case dict():
            for name, entry in value.items():
                if name != "id":
                    yield from _strings(entry)
