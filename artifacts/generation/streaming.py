"""The text of a document, shown while it is being written.

What a writer has so far goes through the cache `live`, because the web and the worker are different
processes. It is stored nowhere, expires automatically, and the document replaces it. The key names
the claim: what a writer that lost its lease says is never shown for the claim that took over.

All of the cache is written from one thread of its own, once a second: a runner says what it has as
often as it likes and waits for nothing, and a cache that is slow or away stops no writing.
"""

from __future__ import annotations

import logging
import re
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.core.cache import BaseCache, caches

from artifacts.documents.labels import mark_label, section_in
from artifacts.documents.references import ProsePiece, ReferenceIndex, split
from artifacts.generation.connections import start_thread
from artifacts.language import DEFAULT_LANGUAGE
from artifacts.models import Artifact
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import FieldKind, Item, Section, SectionKind
from artifacts.schemas.fields import LINE_MAX, LIST_MAX, PROSE_MAX
from artifacts.text import clean_text
from artifacts.tiers import Tier

logger = logging.getLogger(__name__)

INTERVAL_SECONDS = 1.0
REST = 4
"""How many times as long as it works the thread rests, where many documents make that more than the
interval.
"""
EXPIRES_SECONDS = 600
TEXT_MAX = 40_000
"""How many characters of one document are shown at most; it is sent again with every poll."""

OnPartial = Callable[[Mapping[str, Any]], None]
_Key = tuple[uuid.UUID, ArtifactType]

_UNFINISHED_POINTER = re.compile(r"\[\[?[^\[\]]*\]?$")


@dataclass(frozen=True, slots=True)
class LiveItem:
    """An item as far as it is written: its title, and its texts in order."""

    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LiveSection:
    """A section as far as it is written; which of the three is filled follows from its kind."""

    section: Section
    paragraphs: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    items: tuple[LiveItem, ...] = ()


@dataclass(frozen=True, slots=True)
class LiveDocument:
    """What a reader may see of a document that is being written, in reading order, and what is
    still to come.
    """

    sections: tuple[LiveSection, ...]
    to_come: tuple[Section, ...]
    language: str


class Publisher:
    """Puts what writers say into the cache; its thread lives only while there is something to
    say.
    """

    def __init__(self, interval_seconds: float = INTERVAL_SECONDS) -> None:
        self._interval_seconds = interval_seconds
        self._open: set[_Key] = set()
        self._shown: set[_Key] = set()
        self._waiting: dict[_Key, Mapping[str, Any] | None] = {}
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    @contextmanager
    def publishing(self, token: uuid.UUID, artifact_type: ArtifactType) -> Iterator[OnPartial]:
        """Yield what takes the text so far, from any thread; at the end of the block the text is
        dropped.
        """
        key = (token, artifact_type)
        with self._changed:
            self._open.add(key)
        try:
            yield lambda partial: self._enqueue(key, partial)
        finally:
            with self._changed:
                self._open.discard(key)
                self._waiting.pop(key, None)
                if key in self._shown:
                    self._waiting[key] = None
                    self._changed.notify_all()

    def flush(self) -> None:
        """Put into the cache what has been said since the last time, and take out what is over."""
        with self._changed:
            waiting, self._waiting = self._waiting, {}
            # Set before the text is published, so that a block which ends in between knows that
            # there is something to drop.
            self._shown |= {key for key, partial in waiting.items() if partial is not None}
            self._shown -= {key for key, partial in waiting.items() if partial is None}
        for key, partial in waiting.items():
            try:
                if partial is None:
                    drop(*key)
                else:
                    publish(*key, partial)
            except Exception as error:
                logger.warning("Could not show a document that is being written: %r", error)

    def _enqueue(self, key: _Key, partial: Mapping[str, Any]) -> None:
        with self._changed:
            if key not in self._open:
                return
            self._waiting[key] = partial
            if self._thread is None:
                self._thread = start_thread("live text", self._run)

    def _run(self) -> None:
        while True:
            began = time.monotonic()
            self.flush()
            took = time.monotonic() - began
            with self._changed:
                if not self._open and not self._waiting:
                    self._thread = None
                    return
                self._changed.wait(max(self._interval_seconds, REST * took))


publisher = Publisher()


def publish(token: uuid.UUID, artifact_type: ArtifactType, partial: Mapping[str, Any]) -> None:
    """Show `partial` as what the claim `token` has so far of this document."""
    _cache().set(
        _name(token, artifact_type), readable_parts(artifact_type, partial), EXPIRES_SECONDS
    )


def drop(token: uuid.UUID, artifact_type: ArtifactType) -> None:
    _cache().delete(_name(token, artifact_type))


def live_mark(token: uuid.UUID, artifact_type: str) -> str:
    """Return a mark of what the claim `token` has so far, for telling whether that is more than
    before; "" for nothing.

    Asks no database.
    """
    try:
        parts = _cache().get(_name(token, ArtifactType(artifact_type)))
        return repr(parts) if parts else ""
    except Exception as error:
        logger.warning("Could not read what is written so far for %s: %r", token, error)
        return ""


def readable_parts(artifact_type: ArtifactType, partial: Mapping[str, Any]) -> dict[str, Any]:
    """Return what can be shown of `partial`, by section, cleaned and cut; whatever is odd in it is
    left out.

    Texts, lists of texts, and lists of [title, texts] for items. Nothing of it has been validated.
    """
    room = TEXT_MAX

    def text(value: object, most: int) -> str:
        nonlocal room
        cut = clean_text(value[: min(most, room)]).strip() if isinstance(value, str) else ""
        room -= len(cut)
        return cut

    def part(section: Section, value: object) -> Any:
        if section.kind is SectionKind.PROSE:
            return text(value, PROSE_MAX)
        if not isinstance(value, list):
            return None
        if section.item_class is None:
            return [line for entry in value[:LIST_MAX] if (line := text(entry, LINE_MAX))]
        item_class = section.item_class
        return [
            item
            for entry in value[:LIST_MAX]
            if isinstance(entry, Mapping) and (item := parts(item_class, entry))
        ]

    def parts(item_class: type[Item], entry: Mapping[str, Any]) -> list[Any]:
        title = text(entry.get(item_class.title_field), LINE_MAX)
        texts = [
            found for name in _text_fields(item_class) if (found := text(entry.get(name), LINE_MAX))
        ]
        return [title, texts] if title else []

    found = {}
    for name, value in list(partial.items()):
        section = artifact_type.content_class.section(name)
        if section and not section.computed and (shown := part(section, value)):
            found[section.name] = shown
    return found


def read_live(
    artifact: Artifact, tier: Tier, index: ReferenceIndex, language: str = DEFAULT_LANGUAGE
) -> LiveDocument | None:
    """Return what is written so far of `artifact`, as far as a reader of `tier` may see it; asks no
    database.

    `language` is the one it is written in.

    Without sections where its writer has said nothing yet; None if it is not being written or
    the cache is away.
    """
    if not artifact.is_generating or artifact.begun_at is None or artifact.generation_token is None:
        return None
    try:
        parts = _cache().get(_name(artifact.generation_token, artifact.type)) or {}
        readable = [
            section_in(s, language) for s in artifact.type.content_class.access(tier).readable
        ]
        words = _PartialWords(artifact.type, index, language)
        sections = tuple(
            _section(section, parts[section.name], words)
            for section in readable
            if section.name in parts
        )
        to_come = tuple(s for s in readable if s.name not in parts and not s.computed)
        return LiveDocument(sections, to_come, language)
    except Exception as error:
        logger.warning("Could not read what is written so far of %s: %r", artifact.pk, error)
        return None


class _PartialWords:
    """Puts words for the pointers of a text: there can be no links before the document is there."""

    def __init__(self, artifact_type: ArtifactType, index: ReferenceIndex, language: str) -> None:
        self._type = artifact_type
        self._index = index
        self._language = language

    def __call__(self, text: str) -> str:
        finished = _UNFINISHED_POINTER.sub("", text)
        return "".join(map(self._piece, split(finished)))

    def _piece(self, piece: ProsePiece) -> str:
        if piece.mark:
            return f" ({mark_label(piece.mark, self._language)})"
        return self._name(piece.pointer) if piece.pointer else piece.text

    def _name(self, pointer: str) -> str:
        target = self._index.find(pointer)
        # What the index knows of this document is the version before, whose ids the new one need
        # not keep.
        if target is None or target.is_gone or target.artifact_type is self._type:
            return pointer.rpartition(".")[2].replace("_", " ")
        return target.label


def _section(section: Section, part: Any, words: _PartialWords) -> LiveSection:
    if section.kind is SectionKind.PROSE:
        return LiveSection(
            section, paragraphs=tuple(p for p in words(part).split("\n\n") if p.strip())
        )
    if section.item_class is None:
        return LiveSection(section, lines=tuple(map(words, part)))
    if not _text_fields(section.item_class):
        return LiveSection(section, lines=tuple(words(title) for title, _ in part))
    return LiveSection(
        section,
        items=tuple(LiveItem(words(title), tuple(map(words, texts))) for title, texts in part),
    )


def _text_fields(item_class: type[Item]) -> list[str]:
    return [field.name for field in item_class.fields() if field.kind is FieldKind.TEXT]


def _name(token: uuid.UUID, artifact_type: ArtifactType) -> str:
    return f"live-{token.hex}-{artifact_type.value}"


def _cache() -> BaseCache:
    return caches["live"]
