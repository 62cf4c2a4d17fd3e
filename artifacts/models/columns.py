"""Model columns in our own SQL: their quoted names, and a row as one text."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from functools import cache, lru_cache
from itertools import compress
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from django.db.models import F
from django.db.models.expressions import Combinable, CombinedExpression, Value

from cofounder.json_columns import as_json


def statement_cursor() -> AbstractContextManager[Any]:
    """Return a cursor for one of our own statements, whose text is the same each time: a server
    that can prepares it.
    """
    database: Any = connections[DEFAULT_DB_ALIAS]
    # Only the server of PostgreSQL can.
    make = database.statement_cursor if database.vendor == "postgresql" else database.cursor
    cursor: AbstractContextManager[Any] = make()
    return cursor


SURVEYED = frozenset({"is_stale", "worst_finding", "surveyed_at"})
"""Columns that the index for staff keeps, and that no page of the project shows."""


def row_text(vendor: str, alias: str, columns: tuple[str, ...]) -> str:
    """Return an expression for all of these columns of a row as one text."""
    if vendor == "postgresql":
        return f"ROW({', '.join(f'{alias}.{column}' for column in columns)})::text"
    # In one piece: each `||` copies all that stands before it.
    form = ",".join(["%%s"] * len(columns))
    return f"printf('{form}', {', '.join(f'quote({alias}.{column})' for column in columns)})"


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
    return _field(model, name).get_db_prep_save(value, connections[DEFAULT_DB_ALIAS])


def assignments(model: type[models.Model], values: Mapping[str, Any]) -> tuple[str, list[Any]]:
    """Return the SET of an UPDATE of `model` AS t, and its parameters.

    `values` are the new values by field: plain ones, another field's as `F`, or that and a number.
    The text is built once for each combination of fields, nulls and expressions. Raises TypeError
    for other expressions.
    """
    sets, fields = _set_clause(model, tuple(values), _shapes_of(values))
    return sets, _prepared_all(fields, values, json_as_text=True)


def insertion(model: type[models.Model], values: Mapping[str, Any]) -> tuple[str, str, list[Any]]:
    """Return the columns and the values of an INSERT into `model`, and the parameters of these."""
    columns, given, fields = _values_clause(model, tuple(values), _shapes_of(values))
    return columns, given, _prepared_all(fields, values)


_PLAIN = object()
"""Stands for a value that is a parameter of its statement."""
_Shapes = tuple[Any, ...]
"""For each value of a statement null, its expression, or `_PLAIN`."""


def _shapes_of(values: Mapping[str, Any]) -> _Shapes:
    return tuple(
        [
            value if value is None or isinstance(value, Combinable) else _PLAIN
            for value in values.values()
        ]
    )


_Types = Mapping[type[models.Field[Any, Any]], object]
_IN_UTC = object()
"""Stands for the type of a moment in a database that keeps these as texts, in UTC."""
_AS_THEY_ARE: _Types = {
    models.CharField: str,
    models.TextField: str,
    models.IntegerField: int,
    models.PositiveIntegerField: int,
    models.PositiveSmallIntegerField: int,
    models.FloatField: float,
    models.BooleanField: bool,
}
"""Values that every database takes as they are, by the class of their field. Asking the field for
that takes ten times as long.
"""
_WITH_TIME_ZONES: _Types = {**_AS_THEY_ARE, models.DateTimeField: datetime}
"""The same for a database whose moments have a time zone, as ours have."""
_WITH_MOMENTS_IN_UTC: _Types = {**_AS_THEY_ARE, models.DateTimeField: _IN_UTC}
"""The same for one that keeps moments as texts."""

_AS_JSON = object()
"""Stands for the type of a JSON column, whose values are never taken as they are."""
_Given = tuple[str, Any, object]
"""A field whose value is a parameter: its name, itself, and the type that is taken as it is."""


def _prepared_all(
    fields: tuple[_Given, ...], values: Mapping[str, Any], *, json_as_text: bool = False
) -> list[Any]:
    """Return these values as the database takes them for their fields.

    With `json_as_text`, JSON is given as its text, which is enough where it is assigned to a
    column: psycopg's `Jsonb` need not be made for each value.
    """
    found: list[Any] = []
    for name, field, plain in fields:
        value: Any = values[name]
        has_zone = plain is not datetime or getattr(value, "tzinfo", None)
        if has_zone and type(value) is plain:
            found.append(value)
        elif json_as_text and plain is _AS_JSON:
            found.append(as_json(value).decode())
        elif plain is _IN_UTC and type(value) is datetime and value.tzinfo:
            found.append(str(value.astimezone(UTC).replace(tzinfo=None)))
        else:
            found.append(field.get_db_prep_save(value, connections[DEFAULT_DB_ALIAS]))
    return found


def _given(
    model: type[models.Model], names: tuple[str, ...], shapes: _Shapes
) -> tuple[_Given, ...]:
    """Return the fields of a statement whose values are its parameters."""
    database = connections[DEFAULT_DB_ALIAS]
    plain = _AS_THEY_ARE
    if database.features.supports_timezones:
        plain = _WITH_TIME_ZONES
    elif database.timezone is UTC:
        plain = _WITH_MOMENTS_IN_UTC
    is_given = (shape is _PLAIN for shape in shapes)
    fields = ((name, _field(model, name)) for name in compress(names, is_given))
    return tuple((name, field, _taken(field, plain)) for name, field in fields)


def _taken(field: Any, plain: _Types) -> object:
    """Return the type of the values of `field` that are taken as they are."""
    is_json = type(field) is models.JSONField and field.encoder is None
    return _AS_JSON if is_json else plain.get(type(field))


@lru_cache(maxsize=256)
def _set_clause(
    model: type[models.Model], names: tuple[str, ...], shapes: _Shapes
) -> tuple[str, tuple[_Given, ...]]:
    """Return the text of a SET, and the fields whose values are its parameters."""
    sets = ", ".join(
        f"{column_of(model, name)} = {_expression(model, shape)}"
        for name, shape in zip(names, shapes, strict=True)
    )
    return sets, _given(model, names, shapes)


@lru_cache(maxsize=256)
def _values_clause(
    model: type[models.Model], names: tuple[str, ...], shapes: _Shapes
) -> tuple[str, str, tuple[_Given, ...]]:
    """Return the columns and the values of an INSERT, and the fields of its parameters."""
    return (
        ", ".join(column_of(model, name) for name in names),
        ", ".join(_expression(model, shape) for shape in shapes),
        _given(model, names, shapes),
    )


def _expression(model: type[models.Model], value: Any) -> str:
    match value:
        case None:
            return "NULL"
        case CombinedExpression(lhs=F() as field, connector="+", rhs=Value(value=int() as number)):
            return f"{_other(model, field)} + {number}"
        case F():
            return _other(model, value)
        case Combinable():
            raise TypeError(f"{value!r} cannot be stored here")
    return "%s"


def _other(model: type[models.Model], field: F) -> str:
    name: str = vars(field)["name"]
    return f"t.{column_of(model, name)}"


@cache
def _field(model: type[models.Model], name: str) -> Any:
    return model._meta.pk if name == "pk" else model._meta.get_field(name)


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)
