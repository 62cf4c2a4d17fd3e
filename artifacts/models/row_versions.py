"""Versions of rows, by which a reader notices that a row has changed since it was read.

PostgreSQL gives every version of a row an identity of its own. SQLite does not, so there it is a
hash of what a writer reads of a document and keeps. Leases are left out of that: they change while
nothing is written that anybody reads. It is SHA-1, which processors compute themselves: a store
hashes all documents of a project.
"""

from __future__ import annotations

from functools import cache

from django.db import connection
from django.db.models.expressions import RawSQL

from artifacts.models.artifact import Artifact
from artifacts.models.columns import SURVEYED, columns_of, row_text, table_of
from artifacts.models.project import Project
from artifacts.models.user import User

KEPT_BY_WRITERS = (
    "current_content",
    "version_number",
    "content_version",
    "edited_sections",
    "superseded_items",
    "findings",
    "generation_status",
    "generation_token",
)
"""The columns of a document that a writer keeps while it writes others, but for leases."""


@cache
def artifact_version(vendor: str, alias: str) -> str:
    """Return an expression for the version of a document's row."""
    if vendor == "postgresql":
        return f"{alias}.xmin::text || {alias}.ctid::text"
    return f"SHA1({row_text(vendor, alias, columns_of(Artifact, only=KEPT_BY_WRITERS))})"


@cache
def told_version(vendor: str, project: str, owner: str) -> str:
    """Return an expression for the version of what the founder told, and of their tier."""
    if vendor == "postgresql":
        return f"{project}.xmin::text || {project}.ctid::text || {owner}.tier"
    told = row_text(vendor, project, columns_of(Project, without=SURVEYED))
    return f"SHA1({told} || quote({owner}.tier))"


def annotated_versions() -> dict[str, RawSQL]:
    """Return the versions as annotations of a query that reads documents with their project and its
    owner.
    """
    vendor = connection.vendor
    told = told_version(vendor, table_of(Project), table_of(User))
    return {
        "row_version": RawSQL(artifact_version(vendor, table_of(Artifact)), []),  # noqa: S611
        "told_version": RawSQL(told, []),  # noqa: S611
    }
