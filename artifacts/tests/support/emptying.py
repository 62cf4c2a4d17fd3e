"""How a test whose transactions were committed leaves an empty PostgreSQL behind.

Django empties all tables by TRUNCATE, which gives each table and each index of it new files:
seconds on a busy disk, although most of them are empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.backends.postgresql.operations import DatabaseOperations

truncate = DatabaseOperations.sql_flush


def sql_flush(
    operations: DatabaseOperations, style: Any, tables: Sequence[str], **options: Any
) -> list[str]:
    """Return one statement that deletes all rows of `tables`, in whatever order they refer to each
    other: foreign keys are looked at when the transaction ends.

    Where sequences are to begin again, or other tables to be emptied too, Django's own statement.
    """
    if not tables or any(options.values()):
        return truncate(operations, style, tables, **options)
    deletions = (
        f"t{number} AS (DELETE FROM {operations.quote_name(table)})"
        for number, table in enumerate(tables)
    )
    return [f"WITH {', '.join(deletions)} SELECT 1"]


def delete_instead_of_truncate() -> None:
    DatabaseOperations.sql_flush = sql_flush  # type: ignore[method-assign, assignment]
