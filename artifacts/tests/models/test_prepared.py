"""Statements of ours whose text stays the same are prepared by PostgreSQL, and outlive what happens
to their connection and to their tables.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import DataError, connection

from artifacts.models import Project, User
from artifacts.models.columns import statement_cursor
from artifacts.models.compiled import CompiledQuery, Parameter
from artifacts.tests.support.at_once import in_thread
from artifacts.tests.support.factories import make_project

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="is about PostgreSQL"),
]


def prepared(part: str) -> list[str]:
    """Return the prepared statements with that text in them: the connection may know others."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return [statement for (statement,) in cursor.fetchall() if part in statement]


def ask(value: Any, name: str = "more") -> Any:
    with statement_cursor() as cursor:
        cursor.execute(f"SELECT %s::int + 1 AS {name}", [value])
        return cursor.fetchone()[0]


def test_a_statement_is_prepared_once_it_was_asked_more_than_twice() -> None:
    assert [ask(number, "twice") for number in range(2)] == [1, 2]
    assert prepared("twice") == []
    assert [ask(number, "twice") for number in range(5)] == [1, 2, 3, 4, 5]
    assert prepared("twice") == ["SELECT $1::int + 1 AS twice"]


def test_statements_of_django_are_not_prepared() -> None:
    for _ in range(5):
        ask(1)
        User.objects.filter(first_name="never prepared").exists()
    assert prepared("more")
    assert not prepared("never prepared")


def test_values_that_are_refused_do_no_harm_to_the_next_ones() -> None:
    for _ in range(3):
        ask(1)
    with pytest.raises(DataError):
        ask(2**31)
    assert ask(41) == 42


def alter_name(kind: str) -> None:
    """Give the names of projects another type, on a connection of another thread."""
    table = connection.ops.quote_name(Project._meta.db_table)

    def alter() -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {table} ALTER COLUMN name TYPE {kind}")

    with ThreadPoolExecutor(1) as threads:
        in_thread(threads, alter).result()


def test_a_column_of_another_type_costs_a_connection_and_no_answer() -> None:
    project = make_project(name="Ferry times")
    query = CompiledQuery(
        lambda: Project.objects.filter(pk=Parameter("project", Project._meta.pk)).only("name")
    )
    for _ in range(4):
        query.rows(project=project.pk)
    try:
        alter_name("text")
        assert [row.name for row in query.rows(project=project.pk)] == ["Ferry times"]
    finally:
        connection.close()
        alter_name(f"varchar({Project._meta.get_field('name').max_length})")
