"""Store a document in one conditional statement, which also closes its attempt and begins the next
document.

The statement names the token of the claim: where that holds the document no more, nothing is
stored, closed or begun. It tells which rows of the project were moved by others since they were
read, so that the next document need not read all of them again (`models.row_versions`).

On PostgreSQL it is one statement, which is its own transaction; its first part locks the rows that
the token holds in the order of their keys. On SQLite, which has one writer at a time, it is a
statement for each of the three in one transaction. The SQL is built once for each combination of
columns.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction

from artifacts.models import Artifact, GenerationAttempt, Project, User
from artifacts.models.columns import assignments, column_of, prepared, statement_cursor, table_of
from artifacts.models.row_versions import artifact_version, told_version


@dataclass(frozen=True, slots=True)
class Changes:
    """What is stored of one document, and what closes its attempt; values by field, or expressions
    as `F` has them.
    """

    artifact: int
    attempt: int
    stored: Mapping[str, Any]
    waiting: Mapping[str, Any]
    """What becomes of the documents that the token holds besides; empty if these are left as
    they are.
    """
    begins: int | None
    """The document that is written at from now on, one of these."""
    receipt: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stored:
    """The versions of the documents' rows by key; none where the database does not tell, or nobody
    asks: on SQLite, where no document waits.
    """

    before: Mapping[int, str]
    """As they were, without the one that was stored."""
    now: Mapping[int, str]
    """As they are."""
    told: str = ""
    """The version of what the founder told."""


def store(token: uuid.UUID, project_id: uuid.UUID, changes: Changes) -> Stored | None:
    """Store `changes`. If the token no longer holds the document, store nothing and return None."""
    if connections[DEFAULT_DB_ALIAS].vendor == "postgresql":
        return _store_at_once(token, project_id, changes)
    return _store_in_steps(token, project_id, changes)


def _store_at_once(token: uuid.UUID, project_id: uuid.UUID, changes: Changes) -> Stored | None:
    sets, values = assignments(Artifact, changes.stored)
    others, waiting = _for_those_that_wait(changes)
    closing, receipt = assignments(GenerationAttempt, changes.receipt)
    own = changes.artifact
    parameters = [
        *([token] if others else [token, own]),
        *(*values, own, token),
        *((*waiting, own, token) if others else ()),
        *(*receipt, changes.attempt, project_id),
    ]
    with statement_cursor() as cursor:
        cursor.execute(_at_once(sets, others, closing), parameters)
        rows = cursor.fetchall()
    if not any(key == own and moved for key, _, moved, _ in rows):
        return None
    before = {key: version for key, version, _, _ in rows if key != own}
    return Stored(before, {key: moved or version for key, version, moved, _ in rows}, rows[0][3])


def _store_in_steps(token: uuid.UUID, project_id: uuid.UUID, changes: Changes) -> Stored | None:
    sets, values = assignments(Artifact, changes.stored)
    others, waiting = _for_those_that_wait(changes)
    closing, receipt = assignments(GenerationAttempt, changes.receipt)
    own, holder = changes.artifact, prepared(Artifact, "generation_token", token)
    connection = connections[DEFAULT_DB_ALIAS]
    # Where nothing waits, no next document asks what others have changed: hashing all rows would
    # take as long as the statements.
    tells = connection.features.can_return_columns_from_insert and bool(others)
    project = [prepared(Project, "pk", project_id)] * 2 if tells else []
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute(_storing(sets), [*values, own, holder])
        if not cursor.rowcount:
            return None
        if others:
            cursor.execute(_moving(others), [*waiting, own, holder])
        cursor.execute(_closing(closing, tells=tells), [*receipt, changes.attempt, *project])
        row = cursor.fetchone() if tells else None
    if row is None:  # nobody asks, or the attempt was closed already or is gone
        return Stored({}, {})
    now = {
        int(key): version for key, _, version in (part.partition("=") for part in row[0].split(";"))
    }
    return Stored({key: version for key, version in now.items() if key != own}, now, row[1])


def _for_those_that_wait(changes: Changes) -> tuple[str, list[Any]]:
    """Return what becomes of the documents that wait, of which one is begun, with its parameters;
    nothing if they are left as they are.
    """
    if not changes.waiting:
        return "", []
    others = {name: value for name, value in changes.waiting.items() if name != "begun_at"}
    sets, parameters = assignments(Artifact, others)
    begun = prepared(Artifact, "begun_at", changes.waiting["begun_at"])
    begins = f"{column_of(Artifact, 'begun_at')} = CASE WHEN t.id = %s THEN %s END"
    return f"{sets}, {begins}", [*parameters, changes.begins, begun]


@lru_cache(maxsize=64)
def _at_once(sets: str, others: str, closing: str) -> str:
    artifacts = table_of(Artifact)
    only = "" if others else " AND h.id = %s"
    is_held = "t.id IN (SELECT id FROM held)"
    moved = "SELECT id, version FROM stored"
    waiting = ""
    if others:
        moved = f"{moved} UNION ALL SELECT id, version FROM waiting"
        waiting = f"""waiting AS (
            {_moving(others)} AND {is_held} AND EXISTS (SELECT 1 FROM stored)
            RETURNING t.id, {artifact_version("postgresql", "t")} AS version
        ),"""
    return f"""
        WITH held AS MATERIALIZED (
            SELECT h.id FROM {artifacts} h WHERE {_held("h")}{only} ORDER BY h.id FOR UPDATE
        ), stored AS (
            {_storing(sets)} AND {is_held}
            RETURNING t.id, {artifact_version("postgresql", "t")} AS version
        ), {waiting} moved AS ({moved}), closed AS (
            {_closing(closing, tells=False)} AND EXISTS (SELECT 1 FROM stored)
        )
        SELECT a.id, {artifact_version("postgresql", "a")}, moved.version,
            {told_version("postgresql", "p", "u")}
        FROM {artifacts} a JOIN {table_of(Project)} p ON p.id = a.project_id
        JOIN {table_of(User)} u ON u.id = p.owner_id
        LEFT JOIN moved ON moved.id = a.id WHERE a.project_id = %s
    """


@lru_cache(maxsize=64)
def _storing(sets: str) -> str:
    return f"UPDATE {table_of(Artifact)} AS t SET {sets} WHERE t.id = %s AND {_held('t')}"


@lru_cache(maxsize=64)
def _moving(others: str) -> str:
    return f"UPDATE {table_of(Artifact)} AS t SET {others} WHERE t.id <> %s AND {_held('t')}"


@lru_cache(maxsize=64)
def _closing(closing: str, *, tells: bool) -> str:
    statement = (
        f"UPDATE {table_of(GenerationAttempt)} AS t SET {closing} WHERE t.id = %s AND t.outcome ="
        " 'open'"
    )
    versions = f"group_concat(a.id || '=' || {artifact_version('sqlite', 'a')}, ';')"
    told = f"{table_of(Project)} p JOIN {table_of(User)} u ON u.id = p.owner_id WHERE p.id = %s"
    returning = f"""
        RETURNING (SELECT {versions} FROM {table_of(Artifact)} a WHERE a.project_id = %s),
            (SELECT {told_version("sqlite", "p", "u")} FROM {told})
    """
    return statement + returning if tells else statement


def _held(alias: str) -> str:
    return f"{alias}.generation_status = 'generating' AND {alias}.generation_token = %s"
