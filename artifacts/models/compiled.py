"""Querysets whose SQL is built once, for what almost every page reads: building it costs several
times as much as the database takes to answer it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Self, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, models
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


@dataclass(frozen=True, slots=True)
class _Statement:
    """What a queryset comes to on one kind of database."""

    sql: str
    params: tuple[Any, ...]
    converters: tuple[tuple[int, Sequence[Callable[..., Any]], Any], ...]
    """Columns by their place, what turns what the database tells into their values, and of what."""
    fields: tuple[str, ...]
    """The attributes of a model's row; empty where the queryset gives values."""
    annotations: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, queryset: models.QuerySet[Any]) -> Self:
        compiler: Any = queryset.query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        converters = compiler.get_converters(expression for expression, *_ in compiler.select)
        found = compiler.klass_info
        return cls(
            sql,
            tuple(params),
            tuple((place, convert, of) for place, (convert, of) in converters.items()),
            # The columns of the model come first.
            tuple(compiler.select[place][0].target.attname for place in found["select_fields"])
            if found
            else (),
            tuple(compiler.annotation_col_map.items()) if found else (),
        )

    def values(self, given: dict[str, Any]) -> list[list[Any]]:
        filled = [
            param.prepared(given) if isinstance(param, Parameter) else param
            for param in self.params
        ]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, filled)
            rows = [list(row) for row in cursor.fetchall()]
        for row in rows:
            for place, convert, of in self.converters:
                for step in convert:
                    row[place] = step(row[place], of, connection)
        return rows


class CompiledQuery(Generic[Row]):
    """A queryset with parameters, without related rows."""

    def __init__(self, make: Callable[[], models.QuerySet[Row, Any]]) -> None:
        """`make` is called once for each kind of database, when it is first asked."""
        self._make = make
        self._made: dict[str, tuple[type[Row], _Statement]] = {}

    def rows(self, **given: Any) -> list[Row]:
        """Return the rows for these values of the parameters. One query."""
        model, statement = self._statement()
        count = len(statement.fields)
        rows = []
        for values in statement.values(given):
            row = model.from_db(DEFAULT_DB_ALIAS, statement.fields, values[:count])
            for name, place in statement.annotations:
                setattr(row, name, values[place])
            rows.append(row)
        return rows

    def values(self, **given: Any) -> list[list[Any]]:
        """Return what a queryset of `values_list()` tells for these values of the parameters. One
        query.
        """
        return self._statement()[1].values(given)

    def _statement(self) -> tuple[type[Row], _Statement]:
        vendor = connection.vendor
        if vendor not in self._made:
            queryset = self._make()
            self._made[vendor] = (queryset.model, _Statement.of(queryset))
        return self._made[vendor]
