"""Querysets whose SQL is built once, for what almost every page reads: building it costs several
times as much as the database takes to answer it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.db import connection, models
from django.db.models.expressions import Expression

Row = TypeVar("Row", bound=models.Model)


class Parameter(Expression):
    """Stands in a queryset for a value that is given each time it is asked."""

    def __init__(self, name: str, field: Any) -> None:
        """`field` is the model's field that the value is compared with."""
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        return "%s", (self,)

    def prepared(self, values: dict[str, Any]) -> Any:
        """Return this parameter's value as the database takes it."""
        return self.output_field.get_db_prep_value(values[self.name], connection)


class CompiledQuery(Generic[Row]):
    """A queryset with parameters.

    What it annotates is on its rows as the database told it, without a conversion.
    """

    def __init__(self, make: Callable[[], models.QuerySet[Row]]) -> None:
        """`make` is called once for each kind of database, when it is first asked."""
        self._make = make
        self._made: dict[str, tuple[models.QuerySet[Row], str, tuple[Any, ...]]] = {}

    def rows(self, **values: Any) -> list[Row]:
        """Return the rows for these values of the parameters. One query."""
        queryset, sql, params = self._statement()
        filled = [
            param.prepared(values) if isinstance(param, Parameter) else param for param in params
        ]
        return list(queryset.raw(sql, filled))

    def _statement(self) -> tuple[models.QuerySet[Row], str, tuple[Any, ...]]:
        vendor = connection.vendor
        if vendor not in self._made:
            queryset = self._make()
            self._made[vendor] = (queryset, *queryset.query.sql_with_params())
        return self._made[vendor]
