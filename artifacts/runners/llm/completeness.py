"""Whether a document says what it is there to say, in its own language and once.

What a founder leaves out by hand is theirs; a model is asked again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from artifacts.checker.context import CheckContext
from artifacts.checker.passages import Passage
from artifacts.checker.readings import paragraph_language
from artifacts.checker.text import WORD
from artifacts.runners.llm.problem import Problem
from artifacts.runners.prompts.blocks import language_to_write, name_of_language
from artifacts.schemas import ArtifactContent, ArtifactType
from artifacts.schemas.base import FieldKind, Item
from artifacts.schemas.declared import Advised
from artifacts.schemas.fields import PROSE_MAX, TITLE_MAX
from artifacts.text import fold_spaces
from artifacts.tiers import Gate

_WORDS_MIN, _CHARACTERS_MIN = 3, 20
"""A text with fewer words and characters than these says nothing: "Time.", "To follow"."""
_REPEATED_MAX = 2
_SENTENCE_MIN = 5
"""Words of a sentence that is not said again by chance."""
_TELLING = 150
"""Characters of a text from which its language is judged."""


def incomplete(
    context: CheckContext, artifact_type: ArtifactType, previous: ArtifactContent | None
) -> Iterator[Problem]:
    """Find what is empty, too short or too long a list, repeated, or in another language.

    A list may stay as long or as short as it is in `previous`, which the founder may have changed.
    """
    document = context.contents[artifact_type]
    passages = context.passages_of(artifact_type)
    yield from _empty(passages)
    yield from _counts(document, previous)
    yield from _repeated(passages)
    yield from _foreign(context, passages)


def _empty(passages: Sequence[Passage]) -> Iterator[Problem]:
    """Find texts that say nothing.

    Of whole sections for larger plans a rule of the checker tells.
    """
    for passage in passages:
        text = passage.text.strip()
        if passage.field and (passage.field.limits.max_length or PROSE_MAX) <= TITLE_MAX:
            continue  # a title of a few words
        is_told = bool(passage.pointers) or (
            passage.field is None and passage.section.gate is not Gate.CORE
        )
        if (
            not passage.is_prose
            or is_told
            or len(text) >= _CHARACTERS_MIN
            or len(WORD.findall(text)) >= _WORDS_MIN
        ):
            continue
        said = "This says nothing yet. Write what is asked for here, about this project."
        yield Problem(passage.place.section, f"{_where(passage)}: {said}")


def _counts(document: ArtifactContent, previous: ArtifactContent | None) -> Iterator[Problem]:
    for section in document.sections():
        entries = getattr(document, section.name) or []
        if section.advised:
            before = getattr(previous, section.name, None)
            yield from _count(section.name, section.name, len(entries), section.advised, before)
        if section.item_class is None:
            continue
        lists = [
            field
            for field in section.item_class.fields()
            if field.kind is FieldKind.LINES and field.advised
        ]
        for item, field in ((item, field) for item in entries for field in lists):
            assert field.advised is not None
            before = getattr(_same(item, previous), field.name, None)
            where = f"{section.name} > {item.id} > {field.name}"
            yield from _count(
                section.name, where, len(getattr(item, field.name)), field.advised, before
            )


def _count(
    section: str, where: str, count: int, advised: Advised, before: Any
) -> Iterator[Problem]:
    kept = len(before) if before else advised.least
    if count < min(advised.least, kept) or count > max(advised.most, kept):
        there = "is 1 entry" if count == 1 else f"are {count} entries"
        yield Problem(
            section,
            f"{where}: There {there}. Give {advised}, each one that says something of its own.",
        )


def _same(item: Item, previous: ArtifactContent | None) -> Item | None:
    return (
        next((old for _, old in previous.items() if old.id == item.id), None) if previous else None
    )


def _repeated(passages: Sequence[Passage]) -> Iterator[Problem]:
    """Find sentences that stand there more than twice: a model that runs in circles repeats them
    for pages.
    """
    places: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        for sentence in _sentences(passage.own) if passage.is_prose else ():
            places[sentence].append(passage)
    for sentence, found in places.items():
        if len(found) > _REPEATED_MAX:
            said = (
                f"This stands in the document {len(found)} times: “{sentence[:120]}”. Say it once."
            )
            yield from (Problem(name, f"{name}: {said}") for name in _sections_of(found))


def _sentences(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        for part in line.replace("! ", ". ").replace("? ", ". ").split(". "):
            sentence = fold_spaces(part).strip(" .!?").casefold()
            if len(WORD.findall(sentence)) >= _SENTENCE_MIN:
                yield sentence


def _foreign(context: CheckContext, passages: Sequence[Passage]) -> Iterator[Problem]:
    """Find texts that are in another language than the one to write in, where both can be told."""
    wanted = language_to_write(context.project)
    for name in _sections_of(passages) if wanted else ():
        own = "\n".join(passage.own for passage in passages if passage.place.section == name)
        found = paragraph_language(own) if len(own) >= _TELLING else ""
        if found and found != wanted:
            yield Problem(
                name,
                f"{name}: This is in {name_of_language(found)}. Write it in"
                f" {name_of_language(wanted)}.",
            )


def _sections_of(passages: Sequence[Passage]) -> list[str]:
    return list(dict.fromkeys(passage.place.section for passage in passages))


def _where(passage: Passage) -> str:
    place = passage.place
    return " > ".join(part for part in (place.section, place.item_id, place.field) if part)
