"""Store a document in one conditional statement, which also closes its attempt and begins the next
document.

The statement names the token of the claim: where that holds the document no more, nothing is
stored, closed or begun. It tells which rows of the project were moved by others since they were
read, so that the next document need not read all of them again (`models.row_versions`).

On PostgreSQL it is one statement, which is its own transaction; its first part locks the rows that
the token holds in the order of their keys. On SQLite, which has one writer at a time, it is two
statements in one transaction.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Model
from django.db.models.expressions import Combinable, CombinedExpression, Value

from artifacts.models import Artifact, GenerationAttempt, Project, User
from artifacts.models.columns import column_of, prepared, table_of
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
    """What becomes of the documents that the token holds besides; empty where these are left as
    they are.
    """
    begins: int | None
    """The document that is written at from now on, one of these."""
    receipt: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stored:
    """The versions of the documents' rows by key; none where the database does not tell."""

    before: Mapping[int, str]
    """As they were, without the one that was stored."""
    now: Mapping[int, str]
    """As they are."""
    told: str = ""
    """The version of what the founder told."""


def store(token: uuid.UUID, project_id: uuid.UUID, changes: Changes) -> Stored | None:
    """Store `changes`. If the token no longer holds the document, store nothing and return None."""
    if connection.vendor == "postgresql":
        return _store_at_once(token, project_id, changes)
    return _store_in_two(token, project_id, changes)


def _store_at_once(token: uuid.UUID, project_id: uuid.UUID, changes: Changes) -> Stored | None:
    sets, values = _moves(changes)
    closing, receipt = _assignments(GenerationAttempt, changes.receipt)
    own = changes.artifact
    alone = [] if changes.waiting else [own]
    parameters = [token, *alone, *values, token, own, *receipt, changes.attempt, own, project_id]
    with connection.cursor() as cursor:
        cursor.execute(_at_once(sets, closing, is_alone=bool(alone)), parameters)
        rows = cursor.fetchall()
    if not any(key == own and moved for key, _, moved, _ in rows):
        return None
    before = {key: version for key, version, _, _ in rows if key != own}
    return Stored(before, {key: moved or version for key, version, moved, _ in rows}, rows[0][3])


def _store_in_two(token: uuid.UUID, project_id: uuid.UUID, changes: Changes) -> Stored | None:
    sets, values = _moves(changes)
    closing, receipt = _assignments(GenerationAttempt, changes.receipt)
    own, holder = changes.artifact, prepared(Artifact, "generation_token", token)
    alone = [] if changes.waiting else [own]
    tells = connection.features.can_return_columns_from_insert
    project = [prepared(Project, "pk", project_id)] * 2 if tells else []
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute(_moving(sets, is_alone=bool(alone)), [*values, holder, *alone, own, holder])
        if not cursor.rowcount:
            return None
        cursor.execute(_closing(closing, tells=tells), [*receipt, changes.attempt, *project])
        row = cursor.fetchone() if tells else None
    if row is None:  # also where the attempt was closed already, or is gone
        return Stored({}, {})
    now = {
        int(key): version for key, _, version in (part.partition("=") for part in row[0].split(";"))
    }
    return Stored({key: version for key, version in now.items() if key != own}, now, row[1])


@lru_cache(maxsize=64)
def _at_once(sets: str, closing: str, *, is_alone: bool) -> str:
    artifacts = table_of(Artifact)
    only = " AND h.id = %s" if is_alone else ""
    return f"""
        WITH held AS MATERIALIZED (
            SELECT h.id FROM {artifacts} h WHERE {_held("h")}{only} ORDER BY h.id FOR UPDATE
        ), moved AS (
            UPDATE {artifacts} AS t SET {sets}
            WHERE {_held("t")} AND t.id IN (SELECT id FROM held)
                AND EXISTS (SELECT 1 FROM held WHERE held.id = %s)
            RETURNING t.id, {artifact_version("postgresql", "t")} AS version
        ), closed AS (
            UPDATE {table_of(GenerationAttempt)} AS t SET {closing}
            WHERE t.id = %s AND t.outcome = 'open'
                AND EXISTS (SELECT 1 FROM moved WHERE moved.id = %s)
        )
        SELECT a.id, {artifact_version("postgresql", "a")}, moved.version,
            {told_version("postgresql", "p", "u")}
        FROM {artifacts} a JOIN {table_of(Project)} p ON p.id = a.project_id
        JOIN {table_of(User)} u ON u.id = p.owner_id
        LEFT JOIN moved ON moved.id = a.id WHERE a.project_id = %s
    """


@lru_cache(maxsize=64)
def _moving(sets: str, *, is_alone: bool) -> str:
    artifacts = table_of(Artifact)
    only = " AND t.id = %s" if is_alone else ""
    is_held = f"EXISTS (SELECT 1 FROM {artifacts} h WHERE h.id = %s AND {_held('h')})"
    return f"UPDATE {artifacts} AS t SET {sets} WHERE {_held('t')}{only} AND {is_held}"


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


def _moves(changes: Changes) -> tuple[str, list[Any]]:
    """Return the SET for the stored document and for those that wait, with its parameters."""
    if not changes.waiting:
        return _assignments(Artifact, changes.stored)
    parts: list[str] = []
    parameters: list[Any] = []
    for name in dict.fromkeys((*changes.stored, *changes.waiting)):
        column = column_of(Artifact, name)
        if (
            name in changes.stored
            and name in changes.waiting
            and changes.stored[name] is changes.waiting[name] is None
        ):
            parts.append(f"{column} = NULL")
            continue
        own, own_values = _expression(Artifact, name, changes.stored.get(name, F(name)))
        other, other_values = _expression(Artifact, name, changes.waiting.get(name, F(name)))
        if name == "begun_at":
            other, other_values = (
                f"CASE WHEN t.id = %s THEN {other} END",
                [
                    changes.begins,
                    *other_values,
                ],
            )
        parts.append(f"{column} = CASE WHEN t.id = %s THEN {own} ELSE {other} END")
        parameters += [changes.artifact, *own_values, *other_values]
    return ", ".join(parts), parameters


def _assignments(model: type[Model], values: Mapping[str, Any]) -> tuple[str, list[Any]]:
    parts: list[str] = []
    parameters: list[Any] = []
    for name, value in values.items():
        expression, more = _expression(model, name, value)
        parts.append(f"{column_of(model, name)} = {expression}")
        parameters += more
    return ", ".join(parts), parameters


def _expression(model: type[Model], name: str, value: Any) -> tuple[str, list[Any]]:
    """Return the SQL for the new value of a field, a plain one, another field's, or another field's
    and a number.
    """
    match value:
        case CombinedExpression(lhs=F() as field, connector="+", rhs=Value(value=int() as number)):
            return f"{_other(model, field)} + {number}", []
        case F():
            return _other(model, value), []
        case Combinable():
            raise TypeError(f"{value!r} cannot be stored here")
    return "%s", [prepared(model, name, value)]


def _other(model: type[Model], field: F) -> str:
    name: str = vars(field)["name"]
    return f"t.{column_of(model, name)}"
