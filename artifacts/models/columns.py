"""Columns of our models in SQL of our own."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import connection, models

SURVEYED = frozenset({"is_stale", "worst_finding", "surveyed_at"})
"""What a survey writes beside, and nobody reads on a page of the project."""


def row_text(vendor: str, alias: str, columns: tuple[str, ...]) -> str:
    """Return an expression for all of these columns of a row as one text."""
    if vendor == "postgresql":
        return f"ROW({', '.join(f'{alias}.{column}' for column in columns)})::text"
    return " || ',' || ".join(f"quote({alias}.{column})" for column in columns)


def columns_of(
    model: type[models.Model], *, only: Collection[str] = (), without: Collection[str] = ()
) -> tuple[str, ...]:
    """Return the quoted columns of these fields, and always that of the key."""
    return tuple(
        quoted(str(field.column))
        for field in model._meta.concrete_fields
        if field.primary_key or ((not only or field.name in only) and field.name not in without)
    )


def table_of(model: type[models.Model]) -> str:
    return quoted(model._meta.db_table)


def column_of(model: type[models.Model], name: str) -> str:
    field: Any = model._meta.get_field(name)
    return quoted(field.column)


def prepared(model: type[models.Model], name: str, value: Any) -> Any:
    """Return `value` as the database takes it for the field of that name."""
    field: Any = model._meta.pk if name == "pk" else model._meta.get_field(name)
    return field.get_db_prep_save(value, connection)


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)
