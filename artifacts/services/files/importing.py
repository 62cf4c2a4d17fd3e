"""Take over an edited technical Markdown export: what differs from the documents now, and the
chosen part of it.

Nothing is kept between the two: the page carries the file's text along, and it is compared with the
current version again each time. What the file cannot say, because its reader may not read it, is
never compared, changed or named.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from artifacts.exceptions import ArtifactsError, ProjectDeleted, StaleUpdate
from artifacts.exporters import Format
from artifacts.importing import (
    MAX_BYTES,
    MAX_LINES,
    Reason,
    Unreadable,
    UnreadableFile,
    decode,
    read_file,
)
from artifacts.importing.changes import ChangeKind, ImportedChange, Unmatched
from artifacts.importing.made import not_made
from artifacts.importing.parsed import ParsedFile
from artifacts.importing.reader import Readable
from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactContent, ArtifactType
from artifacts.schemas.base import Section, SectionKind
from artifacts.services.editing import manual_edits
from artifacts.services.files.exporting import order_export
from artifacts.services.files.import_changes import find_changes
from artifacts.tiers import Tier

logger = logging.getLogger(__name__)


class Origin(StrEnum):
    """What the file says of where it comes from."""

    NOW = "now"
    OLDER = "older"
    OTHER = "other"
    UNKNOWN = "unknown"


UNASKED_SHARE = 5
"""An import deletes up to one in this many items and entries of a document without being asked."""


@dataclass(frozen=True, slots=True)
class Deletions:
    """How many of the items and entries of a document an import deletes."""

    artifact_type: ArtifactType
    count: int
    size: int

    def __str__(self) -> str:
        sentence = _("This deletes %(count)s of the %(size)s items and entries of %(label)s.")
        return sentence % {
            "count": self.count,
            "size": self.size,
            "label": _(self.artifact_type.label),
        }


class TooManyDeletions(ArtifactsError):
    """Raised when an import deletes more than a fifth of a document, and nobody said that this is
    meant.
    """

    def __init__(self, deletions: Sequence[Deletions]) -> None:
        self.deletions = tuple(deletions)
        super().__init__(" ".join(map(str, deletions)))


@dataclass(frozen=True, slots=True)
class DocumentPlan:
    """What the file changes in one document; `merged` is how that would read with all of it."""

    artifact: Artifact
    before: ArtifactContent
    merged: ArtifactContent
    changes: tuple[ImportedChange, ...]
    size: int
    """How many items and entries of lists the editor may read in the document."""

    def chosen(self, keys: Collection[str]) -> list[ImportedChange]:
        return [change for change in self.changes if change.key in keys]

    def deletions(self, keys: Collection[str]) -> Deletions | None:
        """Return what the changes named by `keys` delete, if that is more than nobody needs to be
        asked about.
        """
        count = sum(change.removed(self.before) for change in self.chosen(keys))
        return (
            Deletions(self.artifact.type, count, self.size)
            if count * UNASKED_SHARE > self.size
            else None
        )


@dataclass(frozen=True, slots=True)
class ImportPlan:
    origin: Origin
    other_project: str
    """The name of the project that the file says it is of, where that is another one."""
    outdated: tuple[tuple[ArtifactType, int, int], ...]
    """Documents that have changed since: the version in the file, and the one that stands."""
    documents: tuple[DocumentPlan, ...]
    unmatched: tuple[Unmatched, ...]
    found: int
    """How many sections of the documents are in the file."""

    @property
    def changes(self) -> tuple[ImportedChange, ...]:
        return tuple(change for document in self.documents for change in document.changes)

    def deletions(self, keys: Collection[str]) -> tuple[Deletions, ...]:
        """Return what has to be confirmed before the changes named by `keys` are made."""
        return tuple(
            found for document in self.documents if (found := document.deletions(keys)) is not None
        )

    def offered(self) -> list[ImportedChange]:
        """Return the changes that are chosen beforehand: an older file misses items that nobody
        took out of it.
        """
        match self.origin:
            case Origin.NOW:
                return list(self.changes)
            case Origin.OLDER:
                left = (ChangeKind.DELETE, ChangeKind.ORDER)
                return [change for change in self.changes if change.kind not in left]
            case Origin.OTHER | Origin.UNKNOWN:
                return []


@dataclass(slots=True)
class ImportOutcome:
    taken: list[ImportedChange] = field(default_factory=list)
    refused: list[tuple[ImportedChange, str]] = field(default_factory=list)


class ImportFailed(ArtifactsError):
    """Raised when a file cannot be read as an export at all. Nothing was changed."""


def read_upload(data: bytes) -> str:
    """Return the text of an uploaded file. Raises ImportFailed with a sentence."""
    try:
        return decode(data)
    except UnreadableFile as error:
        raise ImportFailed(_unreadable(error.reason)) from error


def plan_import(project: Project, text: str, *, tier: Tier) -> ImportPlan:
    """Return what `text` changes in the documents of `project` as a reader of `tier` may change
    them.
    """
    contents = project.contents()
    readable: Readable = {
        artifact_type: artifact_type.content_class.access(tier).readable
        for artifact_type in contents
    }
    titles = {
        item.id: item.label
        for artifact_type, content in contents.items()
        for _section, item in content.items(tuple(readable[artifact_type]))
    }
    parsed = read_file(text, readable, titles)
    # Downloads keep to this language, and what they say between the sections is compared word by
    # word.
    with override(settings.LANGUAGE_CODE):
        standing = _standing(project, parsed, readable, tier)
        index = project.reference_index(tier)
    outdated = tuple(_outdated(parsed, standing))
    is_current = bool(parsed.stamps) and not outdated
    left = not_made(
        parsed.leftovers,
        standing.leftovers,
        is_current=is_current,
        purposes=[artifact_type.content_class.purpose for artifact_type in ArtifactType],
    )
    unmatched = [Unmatched(one.text, _reason(one.reason)) for one in left]
    documents = []
    for artifact in project.documents():
        if artifact.content is None:
            continue
        found = find_changes(
            artifact, parsed, standing, index, readable[artifact.type], is_current=is_current
        )
        size = _size(artifact.content, readable[artifact.type])
        documents.append(
            DocumentPlan(artifact, artifact.content, found.merged, found.changes, size)
        )
        unmatched += found.unmatched
    return ImportPlan(
        _origin(project, parsed, is_current=is_current),
        parsed.project_name,
        outdated,
        tuple(document for document in documents if document.changes),
        tuple(_joined(unmatched)),
        len(parsed.sections),
    )


def take_over(
    plan: ImportPlan,
    *,
    keys: Collection[str],
    bases: Mapping[str, str] | None,
    editor: User,
    tier: Tier,
    allow_deletions: bool = False,
) -> ImportOutcome:
    """Make the changes named by `keys` as the editor's edits; each one is made whole or not at all.

    `bases` are the fingerprints of what the editor saw, by key; None if nobody was shown it.
    What cannot be made is in the outcome with the reason. Raises ProjectDeleted; and
    TooManyDeletions, before anything is changed, where more than a fifth of a document would be
    deleted and `allow_deletions` is not set.
    """
    if not allow_deletions and (deletions := plan.deletions(keys)):
        raise TooManyDeletions(deletions)
    outcome = ImportOutcome()
    for document in plan.documents:
        known = {item.id for _section, item in document.before.items()}
        for change in document.chosen(keys):
            try:
                _check_base(change, bases)
                _make(document.artifact, change, editor, tier, known)
            except ProjectDeleted:
                raise
            except ArtifactsError as error:
                outcome.refused.append((change, str(error)))
            else:
                outcome.taken.append(change)
    if outcome.taken:
        logger.info("Imported %s changes by user %s", len(outcome.taken), editor.pk)
    return outcome


def _check_base(change: ImportedChange, bases: Mapping[str, str] | None) -> None:
    """Raise StaleUpdate where the editor saw something else than what the change is made of now."""
    if bases is not None and bases.get(change.key) != change.base:
        raise StaleUpdate


def _make(
    artifact: Artifact, change: ImportedChange, editor: User, tier: Tier, known: set[str]
) -> None:
    common: dict[str, Any] = {"section": change.section.name, "editor": editor, "tier": tier}
    match change.kind:
        case ChangeKind.TEXT:
            manual_edits.edit_section(artifact, value=change.value, base=change.base, **common)
        case ChangeKind.ITEM:
            manual_edits.change_item(
                artifact, item_id=change.item_id, values=change.value, base=change.base, **common
            )
        case ChangeKind.ADD:
            # The same file may be taken over twice in the same moment.
            known.add(
                manual_edits.add_item(artifact, values=change.value, known=known, **common).id
            )
        case ChangeKind.DELETE:
            manual_edits.delete_item(artifact, item_id=change.item_id, base=change.base, **common)
        case ChangeKind.ORDER:
            _arrange(artifact, change, common)


def _arrange(artifact: Artifact, change: ImportedChange, common: Mapping[str, Any]) -> None:
    """Bring the items that the file names into its order; all others stay where they are."""
    artifact.refresh_from_db()
    artifact.__dict__.pop("content", None)
    have = [item.id for item in getattr(artifact.content, change.section.name) or ()]
    for place, item_id in enumerate(change.arranged(have)):
        if (now := have.index(item_id)) != place:
            manual_edits.move_item(artifact, item_id=item_id, by=place - now, **common)
            have.insert(place, have.pop(now))


def _standing(project: Project, parsed: ParsedFile, readable: Readable, tier: Tier) -> ParsedFile:
    """Return what a file without a change would say."""
    if not readable:
        return ParsedFile()
    only = parsed.documents[0] if parsed.is_single and len(parsed.documents) == 1 else None
    order = order_export(project, tier=tier, file_format=Format.MARKDOWN_TECHNICAL, only=only)
    return read_file(order.file().content.decode(), readable)


def _size(content: ArtifactContent, readable: Sequence[Section]) -> int:
    countable = [
        s for s in readable if s.kind in (SectionKind.ITEMS, SectionKind.LINES) and not s.computed
    ]
    return sum(len(getattr(content, section.name) or ()) for section in countable)


def _outdated(parsed: ParsedFile, standing: ParsedFile) -> Iterator[tuple[ArtifactType, int, int]]:
    for artifact_type, stamp in parsed.stamps.items():
        now = standing.stamps.get(artifact_type)
        if now is not None and artifact_type in parsed.documents and stamp != now:
            yield artifact_type, stamp.version, now.version


def _origin(project: Project, parsed: ParsedFile, *, is_current: bool) -> Origin:
    if not parsed.project_id:
        return Origin.UNKNOWN
    if parsed.project_id != str(project.pk):
        return Origin.OTHER
    return Origin.NOW if is_current else Origin.OLDER


def _joined(pieces: list[Unmatched]) -> list[Unmatched]:
    """Put what follows each other for the same reason into one piece."""
    texts: list[tuple[str, list[str]]] = []
    for piece in pieces:
        if not texts or texts[-1][0] != piece.reason:
            texts.append((piece.reason, []))
        texts[-1][1].append(piece.text)
    return [Unmatched("\n\n".join(parts), reason) for reason, parts in texts]


def _reason(reason: Reason) -> str:
    match reason:
        case Reason.HEADING:
            return _("This heading belongs to no section or item that you could change here.")
        case Reason.OUTSIDE:
            return _("This is outside the sections.")
        case Reason.MADE:
            return _("This is drawn from the documents and follows when they change.")
        case Reason.NO_TEXT_HERE:
            return _("There is no place for this kind of text in its section.")
        case Reason.TWICE:
            return _("This section is in the file twice; we looked at the first one.")
        case Reason.FRONT_MATTER:
            return _(
                "These rows at the top could not be read, so we do not know which project the file"
                " is of."
            )
        case Reason.UNUSED:
            return _("This names the target of a link, and no link in the file uses it.")


def _unreadable(reason: Unreadable) -> str:
    match reason:
        case Unreadable.TOO_BIG:
            sentence = _(
                "This file is larger than %(max)s MB, which no export is. Nothing was read."
            )
            return sentence % {"max": MAX_BYTES // 1_000_000}
        case Unreadable.NOT_UTF8:
            return _(
                "This file is not text in UTF-8. Save it as UTF-8 in your editor and upload it"
                " again."
            )
        case Unreadable.NUL:
            return _(
                "This file has NUL characters in it, so it is not text. Please choose the Markdown"
                " file."
            )
        case Unreadable.TOO_LONG:
            return _(
                "This file has more than %(max)s lines, which no export has. Nothing was read."
            ) % {"max": MAX_LINES}
        case Unreadable.EMPTY:
            return _("This file is empty. Please choose the Markdown file that you edited.")


__all__ = [
    "ChangeKind",
    "Deletions",
    "DocumentPlan",
    "ImportFailed",
    "ImportOutcome",
    "ImportPlan",
    "ImportedChange",
    "Origin",
    "TooManyDeletions",
    "Unmatched",
    "plan_import",
    "read_upload",
    "take_over",
]
