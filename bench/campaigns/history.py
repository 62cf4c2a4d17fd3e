"""What happened to the documents, in the order in which it happened, and whether it may happen.

A trigger writes down every change of a row of a document while that row is locked, so the changes
of one document stand in their true order. `check` reads them beside what the clients were told.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from artifacts.models import GenerationAttempt

COLUMNS = {
    "version": "version_number",
    "shown": "content_version",
    "status": "generation_status",
    "token": "generation_token",
    "lease": "lease_expires_at",
}
TEXTS = {
    "current": "current_content",
    "previous": "previous_content",
    "proposal": "proposal",
    "notes": "annotations",
    "edited": "edited_sections",
}


@dataclass(frozen=True)
class Told:
    """An act of a client on one place, and what the client was told of it."""

    document: int
    place: str
    """A section, or `note` with its id."""
    seen: Any
    text: str
    is_accepted: bool


@dataclass
class Change:
    """One change of one document, as the database wrote it down."""

    document: int
    at: str
    old: dict[str, Any]
    new: dict[str, Any]

    @property
    def is_version(self) -> bool:
        return bool(self.new["version"] != self.old["version"])

    @property
    def is_swap(self) -> bool:
        """Whether the current and the previous version changed places."""
        return not self.is_version and self.new["shown"] != self.old["shown"]

    def section(self, name: str) -> tuple[Any, Any]:
        return (self.old["current"] or {}).get(name), (self.new["current"] or {}).get(name)


def begin() -> None:
    """Have every change of a document written down from now on."""
    with connection.cursor() as cursor:
        for statement in _postgres() if connection.vendor == "postgresql" else _sqlite():
            cursor.execute(statement)


def end() -> None:
    """Stop recording, and forget what was recorded."""
    on = " ON artifacts_artifact" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER campaign_changes{on}")
        cursor.execute("DROP TABLE campaign_history")


def take() -> list[Change]:
    """Return what was written down since the last time."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT artifact, at, old, new FROM campaign_history ORDER BY id")
        rows = cursor.fetchall()
        cursor.execute("DELETE FROM campaign_history")
    return [Change(key, str(at), _read(old), _read(new)) for key, at, old, new in rows]


def _read(value: Any) -> Any:
    """SQLite tells JSON as text."""
    return json.loads(value) if isinstance(value, str) else value


def _pairs(row: str, text: str) -> str:
    pairs = [f"'{name}', {row}.{column}" for name, column in COLUMNS.items()]
    pairs += [f"'{name}', {text.format(f'{row}.{column}')}" for name, column in TEXTS.items()]
    return ", ".join(pairs)


def _postgres() -> Iterator[str]:
    yield (
        "CREATE TABLE campaign_history (id bigserial PRIMARY KEY, artifact bigint, at timestamptz,"
        " old jsonb, new jsonb)"
    )
    yield f"""
        CREATE OR REPLACE FUNCTION campaign_change() RETURNS trigger AS $$ BEGIN
            INSERT INTO campaign_history (artifact, at, old, new) VALUES (NEW.id, clock_timestamp(),
                jsonb_build_object({_pairs("OLD", "{}")}),
                jsonb_build_object({_pairs("NEW", "{}")}));
            RETURN NULL;
        END $$ LANGUAGE plpgsql
    """
    yield (
        "CREATE TRIGGER campaign_changes AFTER UPDATE ON artifacts_artifact FOR EACH ROW"
        " EXECUTE FUNCTION campaign_change()"
    )


def _sqlite() -> Iterator[str]:
    yield (
        "CREATE TABLE campaign_history (id INTEGER PRIMARY KEY AUTOINCREMENT, artifact INTEGER,"
        " at TEXT, old TEXT, new TEXT)"
    )
    old, new = _pairs("OLD", "json({})"), _pairs("NEW", "json({})")
    yield f"""
        CREATE TRIGGER campaign_changes AFTER UPDATE ON artifacts_artifact BEGIN
            INSERT INTO campaign_history (artifact, at, old, new) VALUES (NEW.id,
                strftime('%Y-%m-%d %H:%M:%f', 'now'), json_object({old}), json_object({new}));
        END
    """


@dataclass
class Model:
    """What may follow on what; `problems` yields what may not."""

    changes: list[Change]
    told: list[Told]
    watched: frozenset[str]
    """The sections whose every change has to be somebody's."""
    taken_over: int = 0
    _moves: dict[tuple[int, str], list[tuple[Any, Any]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def problems(self) -> Iterator[str]:
        policies = dict(GenerationAttempt.objects.values_list("token", "edits"))
        kept = {token.hex for token, edits in policies.items() if edits == "keep"}
        last: dict[int, dict[str, Any]] = {}
        for change in self.changes:
            before = last.get(change.document, change.old)
            if before != change.old:
                yield f"document {change.document} changed without a trace"
            last[change.document] = change.new
            yield from self._version(change)
            yield from self._lock(change)
            yield from self._notes(change)
            yield from self._kept(change, kept)
            self._note_moves(change)
        yield from self._edits()

    def _version(self, change: Change) -> Iterator[str]:
        old, new = change.old, change.new
        if new["version"] - old["version"] not in (0, 1):
            yield f"I-1 version {old['version']} became {new['version']}"
        if change.is_version and old["version"] and new["previous"] != old["current"]:
            yield f"I-2 the previous text of version {new['version']} was not the current one"
        if change.is_version and new["shown"] != new["version"]:
            yield f"I-1 version {new['version']} is shown as {new['shown']}"
        if change.is_swap and (new["current"], new["previous"]) != (
            old["previous"],
            old["current"],
        ):
            yield "I-2 a version was restored, and the other one is not the previous one"

    def _lock(self, change: Change) -> Iterator[str]:
        old, new = change.old, change.new
        was, is_held = (one["status"] == "generating" for one in (old, new))
        if was and is_held and old["token"] != new["token"]:
            if str(old["lease"]).replace("T", " ")[:19] > change.at[:19]:
                yield f"I-3 {new['token']} took a lock that {old['token']} held"
            self.taken_over += 1
        if was and not change.is_version and old["current"] != new["current"]:
            yield "I-3 a text was changed while somebody held its lock"
        if not was and change.is_version and old["proposal"] is None:
            yield "I-3 a version was stored by nobody who held the lock"

    def _notes(self, change: Change) -> Iterator[str]:
        ids = {note["id"] for note in change.new["notes"] or []}
        for note in change.old["notes"] or []:
            if note["id"] not in ids:
                yield f"I-7 note {note['id']} vanished"

    def _kept(self, change: Change, kept: set[str]) -> Iterator[str]:
        token = str(change.old["token"]).replace("-", "")
        if not change.is_version or token not in kept:
            return
        for name in change.old["edited"] or {}:
            was, now = change.section(name)
            if was != now:
                yield f"I-7 an edit of {name} was to be kept, and was not"

    def _note_moves(self, change: Change) -> None:
        """Remember what was changed by hand."""
        if not (change.is_version or change.is_swap):
            for name in self.watched:
                was, now = change.section(name)
                if was != now:
                    self._moves[(change.document, name)].append((was, now))
        texts = {note["id"]: note["note"] for note in change.old["notes"] or []}
        for note in change.new["notes"] or []:
            was = texts.get(note["id"])
            if was != note["note"]:
                self._moves[(change.document, f"note {note['id']}")].append((was, note["note"]))

    def _edits(self) -> Iterator[str]:
        """Every accepted edit happened once, to what its editor had seen; no refused one ever."""
        counted = {place: Counter(map(json.dumps, moves)) for place, moves in self._moves.items()}
        written = {
            (document, place, _text(now))
            for (document, place), moves in self._moves.items()
            for _, now in moves
        }
        known: set[tuple[int, str, str]] = set()
        for act in self.told:
            place = (act.document, act.place)
            known.add((*place, act.text))
            shape = [act.text] if isinstance(act.seen, list) else act.text
            times = counted.get(place, Counter())[json.dumps((act.seen, shape))]
            if act.is_accepted and times != 1:
                yield f"I-7 {act.text!r} of {act.place} was accepted, and happened {times} times"
            if not act.is_accepted and (*place, act.text) in written:
                yield f"I-7 {act.text!r} of {act.place} was refused, and happened"
        for _, name, text in written - known:
            if text.startswith(MARK):
                yield f"I-7 nobody wrote {text!r} into {name}"


MARK = "By hand"


def _text(value: Any) -> str:
    return str(value[0]) if isinstance(value, list) and value else str(value)
