"""A stamp of everything that a project's pages show, computed by one statement in the database.

A stamp is a hash of all columns of all rows that the page is made of. So no writer has to think of
it, whatever changes a row: two equal stamps mean equal rows. Columns that a survey writes beside
are left out.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.contrib.sessions.models import Session
from django.db import connection

from artifacts.models.artifact import Artifact
from artifacts.models.attempt import GenerationAttempt
from artifacts.models.columns import (
    SURVEYED,
    columns_of,
    prepared,
    row_text,
    statement_cursor,
    table_of,
)
from artifacts.models.plan_request import PlanRequest
from artifacts.models.project import Project
from artifacts.models.share import GuestNote, ShareLink
from artifacts.models.testing import AssumptionTest
from artifacts.models.user import User
from cofounder.sqlite.functions import SHA256_OF_BYTES

UNSEEN = SURVEYED | {"lease_expires_at"}
OF_ATTEMPTS = frozenset(
    {
        "outcome",
        "trigger",
        "reason",
        "version_written",
        "started_at",
        "finished_at",
        "duration_seconds",
        "cost_usd",
    }
)
"""What a receipt may still change, or is told by; the rest of an attempt never changes."""
OF_FOUNDERS = frozenset(
    {"id", "password", "is_active", "tier", "language", "time_zone", "erase_at"}
)
"""What tells whose a session is, and how its founder reads a page."""
OF_NOTES = frozenset({"state", "tier", "artifact_type"})
OF_REQUESTS = frozenset({"tier", "created_at"})
OF_A_LIST = frozenset(
    {"version_number", "generation_status", "blocked_by", "updated_at", *SURVEYED}
)


@dataclass(frozen=True, slots=True)
class PageStamp:
    """Equal for equal rows, as far as a reader sees them: a lease that is renewed changes
    nothing.
    """

    text: str
    is_moving: bool = False
    """Whether something is being written, which a page tells by the second."""
    late: int = 0
    """How many leases have run out."""
    writing: tuple[uuid.UUID, str] | None = None
    """The claim that writes, and the type of the document that it is at."""


def project_stamp(
    project_id: uuid.UUID, owner: int, *, now: datetime, since: datetime
) -> PageStamp | None:
    """Return the stamp of all that pages of a founder's project show; None if that founder has
    no such project.

    With the founder's orders of any project from `since` on, which a quota is told from, and the
    plans that they have asked for. One query.
    """
    project = prepared(Project, "pk", project_id)
    moment = prepared(Artifact, "lease_expires_at", now)
    begins = prepared(GenerationAttempt, "created_at", since)
    with statement_cursor() as cursor:
        cursor.execute(
            _project_statement(connection.vendor),
            [*[project] * 4, begins, moment, project, project, owner],
        )
        row = cursor.fetchone()
    return None if row is None else _stamp(row)


def _stamp(row: Sequence[Any]) -> PageStamp:
    moving, late, claim, document, *parts = row
    writing = (
        (claim if isinstance(claim, uuid.UUID) else uuid.UUID(claim), document) if claim else None
    )
    return PageStamp("/".join(map(str, parts)), bool(moving), late or 0, writing)


@dataclass(frozen=True, slots=True)
class Look:
    """What tells whether there is news for an open page of a project, and who may ask."""

    session: str
    """The data of the session that asks, as it is stored: nobody has looked yet whose it is."""
    founder: User
    """The project's founder, with the columns of `OF_FOUNDERS`."""
    stamp: PageStamp


def look_stamp(
    project_id: uuid.UUID, session_key: str, *, now: datetime, since: datetime
) -> Look | None:
    """Return the same stamp with the session of that key, which has not expired, and the project's
    founder; None if there is no such session or project. One query.
    """
    project = prepared(Project, "pk", project_id)
    moment = prepared(Artifact, "lease_expires_at", now)
    begins = prepared(GenerationAttempt, "created_at", since)
    with statement_cursor() as cursor:
        cursor.execute(
            _look_statement(connection.vendor),
            [*[project] * 4, begins, session_key, moment, moment, project, project],
        )
        row = cursor.fetchone()
    if row is None:
        return None
    session, *rest = row
    founder = User.from_db(connection.alias, OF_FOUNDERS, rest[: len(OF_FOUNDERS)])
    return Look(session, founder, _stamp(rest[len(OF_FOUNDERS) :]))


def database_moment() -> tuple[object, int, int] | None:
    """Return what is another value once anything was written to the database, on this connection or
    any other; None where the database has no cheap word for that.
    """
    if connection.vendor != "sqlite":
        return None
    connection.ensure_connection()
    with connection.wrap_database_errors:
        [version] = connection.connection.execute("PRAGMA data_version").fetchone()
    # Both count for a connection of its own.
    return connection.connection, version, connection.connection.total_changes


def list_stamp(owner: int, *, first: int, count: int, deleted_since: datetime) -> PageStamp:
    """Return the stamp of `count` projects of a founder from number `first` on, newest first, as a
    list shows them.

    With how many there are, and those that were deleted after `deleted_since`. One query.
    """
    since = prepared(Project, "deleted_at", deleted_since)
    with statement_cursor() as cursor:
        cursor.execute(
            _list_statement(connection.vendor),
            [owner, owner, count, first, owner, count, first, owner, since],
        )
        parts = cursor.fetchone()
    return PageStamp("/".join(map(str, parts)))


@cache
def _project_statement(vendor: str) -> str:
    """One row: whether something is being written, and a hash of each table's rows."""
    return _stamping(vendor) + " AND p.owner_id = %s"


@cache
def _look_statement(vendor: str) -> str:
    """The same behind the data of a session and what is asked of a founder."""
    told = ", ".join(f"u.{column}" for column in columns_of(User, only=OF_FOUNDERS))
    return _stamping(
        vendor,
        told=f"s.session_data, {told},",
        of=f"""JOIN {table_of(User)} u ON u.id = p.owner_id
            JOIN {table_of(Session)} s ON s.session_key = %s AND s.expire_date > %s""",
    )


def _stamping(vendor: str, *, told: str = "", of: str = "") -> str:
    """Return the SELECT of a stamp, with what else is `told`, `of` other tables."""
    artifacts, links = table_of(Artifact), table_of(ShareLink)
    own_attempts = f"t.artifact_id IN (SELECT a.id FROM {artifacts} a WHERE a.project_id = %s)"
    own_orders = "t.requested_by_id = p.owner_id AND t.created_at >= %s"
    own_requests = "t.founder_id = p.owner_id AND t.state = 'open'"
    requests, of_requests = table_of(PlanRequest), columns_of(PlanRequest, only=OF_REQUESTS)
    own_notes = f"t.link_id IN (SELECT l.id FROM {links} l WHERE l.project_id = %s)"
    attempts, tests = table_of(GenerationAttempt), table_of(AssumptionTest)
    of_attempts = columns_of(GenerationAttempt, only=OF_ATTEMPTS)
    return f"""
        SELECT {told} g.moving, g.late, w.generation_token, w.artifact_type,
            {row_text(vendor, "p", columns_of(Project, without=SURVEYED))},
            {_hash(vendor, artifacts, columns_of(Artifact, without=UNSEEN), "t.project_id = %s")},
            {_hash(vendor, attempts, of_attempts, own_attempts)},
            {_hash(vendor, table_of(GuestNote), columns_of(GuestNote, only=OF_NOTES), own_notes)},
            {_hash(vendor, tests, columns_of(AssumptionTest), "t.project_id = %s")},
            {_hash(vendor, attempts, of_attempts, own_orders)},
            {_hash(vendor, requests, of_requests, own_requests)}
        FROM {table_of(Project)} p {of}
        LEFT JOIN (
            SELECT COUNT(*) AS moving,
                SUM(CASE WHEN a.lease_expires_at < %s THEN 1 ELSE 0 END) AS late,
                MIN(CASE WHEN a.begun_at IS NOT NULL THEN a.id END) AS writing
            FROM {artifacts} a WHERE a.project_id = %s AND a.generation_status = 'generating'
        ) g ON 1 = 1
        LEFT JOIN {artifacts} w ON w.id = g.writing
        WHERE p.id = %s AND p.deleted_at IS NULL
    """


@cache
def _list_statement(vendor: str) -> str:
    projects, artifacts = table_of(Project), table_of(Artifact)
    shown = (
        f"SELECT p.id FROM {projects} p WHERE p.owner_id = %s AND p.deleted_at IS NULL"
        " ORDER BY p.created_at DESC LIMIT %s OFFSET %s"
    )
    shown_rows = f"t.id IN (SELECT s.id FROM ({shown}) s)"
    their_rows = f"t.project_id IN (SELECT s.id FROM ({shown}) s)"
    return f"""
        SELECT (SELECT COUNT(*) FROM {projects} p WHERE p.owner_id = %s AND p.deleted_at IS NULL),
            {_hash(vendor, projects, columns_of(Project), shown_rows)},
            {_hash(vendor, artifacts, columns_of(Artifact, only=OF_A_LIST), their_rows)},
            {
        _hash(
            vendor,
            projects,
            columns_of(Project, only={"name", "deleted_at"}),
            "t.owner_id = %s AND t.deleted_at > %s",
        )
    }
    """


def _hash(vendor: str, table: str, columns: tuple[str, ...], where: str) -> str:
    """Return a subquery for a hash of these rows, "" where there are none."""
    text = row_text(vendor, "t", columns)
    if vendor == "postgresql":
        rows = f"SELECT string_agg({text}, ';' ORDER BY t.id) AS text FROM {table} t WHERE {where}"
        made = "hashtextextended(r.text, 1)::text || hashtextextended(r.text, 2)::text"
    else:
        in_order = f"SELECT {text} AS text FROM {table} t WHERE {where} ORDER BY t.id"
        rows = f"SELECT group_concat(s.text, ';') AS text FROM ({in_order}) s"
        made = f"{SHA256_OF_BYTES}(CAST(r.text AS BLOB))"
    return f"(SELECT {made} FROM ({rows}) r)"
