"""From uploaded files and archives to what they say. What is none of ours is refused by name."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from artifacts.importing.progress import backlog, linear, openspec
from artifacts.importing.progress.evidence import FormEvidence
from artifacts.importing.upload import MAX_BYTES, Unreadable, UnreadableFile, decode

MAX_FILES = 2_000
"""Of tasks, in one archive or folder; we hand over one for each feature."""
MAX_ENTRIES = 200_000
MAX_ARCHIVE_BYTES = 20_000_000
MAX_TOTAL_BYTES = 20_000_000
"""Of all texts together, unpacked."""
_CHANGE = re.compile(r"(?:^|/)openspec/changes/(?:[^/]+/){1,2}tasks\.md$")
_TASK = re.compile(r"(?:^|/)\.?backlog/(?:tasks|completed|drafts|archive/tasks)/[^/]+\.md$")
_CONFIG = re.compile(r"(?:^|/)\.?backlog/config\.ya?ml$")


class Refusal(StrEnum):
    """Why a file is not read, beside the reasons of every upload."""

    ARCHIVE_TOO_BIG = "archive_too_big"
    NOT_AN_ARCHIVE = "not_an_archive"
    ENCRYPTED = "encrypted"
    TOO_MANY = "too_many"
    TOO_MUCH = "too_much"
    NOTHING_IN_IT = "nothing_in_it"
    NOT_OURS = "not_ours"
    NOT_ISSUES = "not_issues"
    BROKEN_TABLE = "broken_table"
    BROKEN_TASK = "broken_task"


class RefusedFile(Exception):
    """Raised when a file cannot be read back."""

    def __init__(self, name: str, reason: Refusal | Unreadable) -> None:
        self.name = name
        self.reason = reason
        super().__init__(f"{name}: {reason.value}")


@dataclass
class _Found:
    """The texts by what they are."""

    changes: list[tuple[str, str]] = field(default_factory=list)
    tasks: list[tuple[str, str]] = field(default_factory=list)
    tables: list[tuple[str, str]] = field(default_factory=list)
    config: str = ""
    size: int = 0

    def add(self, name: str, text: str, kind: str) -> None:
        self.size += len(text)
        if len(self.changes) + len(self.tasks) + len(self.tables) >= MAX_FILES:
            raise RefusedFile(name, Refusal.TOO_MANY)
        if self.size > MAX_TOTAL_BYTES:
            raise RefusedFile(name, Refusal.TOO_MUCH)
        if kind == "config":
            self.config = self.config or text
        else:
            getattr(self, kind).append((name, text))


def is_wanted(path: str) -> bool:
    """Return whether a path inside a repository is one that we read."""
    return bool(_kind_of(path))


def read_evidence(files: Iterable[tuple[str, bytes]]) -> tuple[FormEvidence, ...]:
    """Return what `files` say, by form: archives, files of a repository by their paths, and tables.

    Raises RefusedFile for the first file that cannot be read.
    """
    found, name = _Found(), ""
    for name, content in files:
        if content.startswith(b"PK"):
            _unpack(found, name, content)
        else:
            _take(found, name, content)
    evidence = tuple(_evidence(found))
    if not evidence:
        raise RefusedFile(name, Refusal.NOTHING_IN_IT)
    return evidence


def _evidence(found: _Found) -> Iterator[FormEvidence]:
    if found.changes:
        yield openspec.read(found.changes)
    if found.tasks:
        try:
            yield backlog.read(found.tasks, found.config)
        except backlog.BrokenTask as error:
            raise RefusedFile(str(error), Refusal.BROKEN_TASK) from error
    for name, text in found.tables:
        try:
            yield linear.read(name, text)
        except linear.NotIssues as error:
            raise RefusedFile(name, Refusal.NOT_ISSUES) from error
        except linear.BrokenTable as error:
            raise RefusedFile(name, Refusal.BROKEN_TABLE) from error


def _take(found: _Found, name: str, content: bytes) -> None:
    """Add a file by its path, or by what is in it where it stands alone."""
    try:
        text = decode(content)
    except UnreadableFile as error:
        raise RefusedFile(name, error.reason) from error
    kind = _kind_of(name)
    if not kind and name.lower().endswith(".csv"):
        kind = "tables"
    elif not kind and backlog.is_task(text):
        kind = "tasks"
    elif not kind and openspec.TASK.search(text):
        kind = "changes"
    if not kind:
        raise RefusedFile(name, Refusal.NOT_OURS)
    found.add(name, text, kind)


def _unpack(found: _Found, name: str, content: bytes) -> None:
    if len(content) > MAX_ARCHIVE_BYTES:
        raise RefusedFile(name, Refusal.ARCHIVE_TOO_BIG)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_ENTRIES:
                raise RefusedFile(name, Refusal.TOO_MANY)
            wanted = [entry for entry in entries if not entry.is_dir() and _kind_of(entry.filename)]
            for entry in wanted:
                _take_entry(found, archive, entry)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        UnicodeDecodeError,
        OSError,
    ) as error:
        raise RefusedFile(name, Refusal.NOT_AN_ARCHIVE) from error
    except RuntimeError as error:
        # The library has no error of its own for a password that is wanted.
        raise RefusedFile(name, Refusal.ENCRYPTED) from error
    if not wanted:
        raise RefusedFile(name, Refusal.NOTHING_IN_IT)


def _take_entry(found: _Found, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    with archive.open(entry) as opened:
        # What an entry says of its size may be wrong.
        content = opened.read(MAX_BYTES + 1)
    if content.strip():
        try:
            text = decode(content)
        except UnreadableFile as error:
            raise RefusedFile(entry.filename, error.reason) from error
        found.add(entry.filename, text, _kind_of(entry.filename))


def _kind_of(path: str) -> str:
    path = path.replace("\\", "/")
    # Packages bring files of their own, and a Mac puts one that begins with a dot beside each.
    if "node_modules/" in path or path.rpartition("/")[2].startswith("."):
        return ""
    kinds = {"changes": _CHANGE, "tasks": _TASK, "config": _CONFIG}
    return next((kind for kind, pattern in kinds.items() if pattern.search(path)), "")
