"""Statements whose SQL is built once, for what almost every page and every generation asks:
building it costs several times as much as the database takes to answer it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Self, TypeVar

from django.db import DEFAULT_DB_ALIAS, NotSupportedError, connection, connections, models
from django.db.models.base import ModelState
from django.db.models.expressions import Col, Expression
from django.db.models.sql import UpdateQuery

from artifacts.models.columns import statement_cursor
from cofounder.json_columns import read_json

Row = TypeVar("Row", bound=models.Model)
Known = dict[tuple[int, Any], models.Model]
"""The related rows that one answer has told already, by what tells them and their key."""


class Parameter(Expression):
    """Stands in a queryset for a value that is given each time it is asked."""

    def __init__(self, name: str, field: Any) -> None:
        """`field` is the model's field that the value is compared with."""
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        return "%s", (self,)

    def prepared(self, values: Mapping[str, Any], database: Any) -> Any:
        """Return this parameter's value as `database` takes it."""
        return self.output_field.get_db_prep_value(values[self.name], database)


class CompiledQuery(Generic[Row]):
    """A queryset with parameters, which may have `select_related`: rows that several of its rows
    refer to are one object then. It prefetches nothing.
    """

    def __init__(self, make: Callable[[], models.QuerySet[Row, Any]]) -> None:
        """`make` is called once for each kind of database, when it is first asked."""
        self._make = make
        self._made: dict[str, _Reading] = {}

    def rows(self, **values: Any) -> list[Row]:
        """Return the rows for these values of the parameters. One query."""
        return self._reading().rows(values)

    def values(self, **values: Any) -> list[list[Any]]:
        """Return what a queryset of `values_list()` tells for these values of the parameters. One
        query.
        """
        return self._reading().answer(values)

    def _reading(self) -> _Reading:
        vendor = connection.vendor
        if vendor not in self._made:
            self._made[vendor] = _Reading.of(self._make())
        return self._made[vendor]


class CompiledUpdate:
    """An UPDATE of one table with parameters."""

    def __init__(self, make: Callable[[], tuple[models.QuerySet[Any], Mapping[str, Any]]]) -> None:
        """`make` returns the rows and their new values; it is called once for each kind of
        database, when the statement is first run.
        """
        self._make = make
        self._made: dict[str, tuple[str, tuple[Any, ...]]] = {}

    def run(self, **values: Any) -> int:
        """Update the rows for these values of the parameters, and return how many those are."""
        made = self._made.get(connection.vendor)
        if made is None:
            queryset, changes = self._make()
            query: Any = queryset.query.chain(UpdateQuery)
            query.add_update_values(changes)
            made = self._made[connection.vendor] = query.sql_with_params()
        sql, params = made
        with statement_cursor() as cursor:
            cursor.execute(sql, _filled(params, values))
            count: int = cursor.rowcount
            return count


Converter = tuple[int, Sequence[Callable[..., Any]], Any]
"""The place of a value, what turns what the database tells into it, and of which expression."""


_EMPTY: dict[Any, Callable[[], Any]] = {"{}": dict, "[]": list}
"""What most JSON columns of a row hold, and what makes that."""


def _steps_of(steps: Sequence[Callable[..., Any]], of: Any) -> Sequence[Callable[..., Any]]:
    """Return what converts a value, with a shorter way for whole columns of JSON."""
    field = of.output_field
    if type(field) is not models.JSONField or field.decoder or not isinstance(of, Col):
        return steps
    return (_json_of,)


def _json_of(value: str, _of: Any, _database: Any) -> Any:
    empty = _EMPTY.get(value)
    return read_json(value) if empty is None else empty()


def _convert(told: list[Any], converters: Sequence[Converter], database: Any) -> None:
    for place, steps, of in converters:
        if told[place] is None:
            continue  # null is null for every kind of field that we have
        for step in steps:
            told[place] = step(told[place], of, database)


def _filled(params: Sequence[Any], values: Mapping[str, Any]) -> list[Any]:
    database = connections[DEFAULT_DB_ALIAS]
    return [
        param.prepared(values, database) if isinstance(param, Parameter) else param
        for param in params
    ]


def _row_of(model: type[models.Model], names: Sequence[str], values: Sequence[Any]) -> models.Model:
    """Return the row that `Model.from_db` would, in a sixth of its time; sends no signals.

    What is not named is asked for when it is needed.
    """
    state: Any = ModelState()
    state.adding, state.db = False, DEFAULT_DB_ALIAS
    row = model.__new__(model)
    vars(row).update(zip(names, values, strict=True), _state=state)
    return row


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of an answer that are one row of a model."""

    model: type[models.Model]
    start: int
    end: int
    names: tuple[str, ...]
    """The attributes that they are kept in."""
    key: int
    """The place of the key among the columns of the answer."""
    related: tuple[_Related, ...]
    converters: tuple[Converter, ...]
    """Of its own columns, by their place among these: a row that comes again with each row that
    refers to it is converted once.
    """

    def row(self, told: Sequence[Any], known: Known, database: Any) -> models.Model:
        values = list(told[self.start : self.end])
        if self.converters:
            _convert(values, self.converters, database)
        found = _row_of(self.model, self.names, values)
        for related in self.related:
            related.set_on(found, told, known, database)
        return found


@dataclass(frozen=True, slots=True)
class _Related:
    """A row that another one refers to, or None."""

    part: _Columns
    set_cached: Callable[[Any, Any], None]

    def set_on(self, row: Any, told: Sequence[Any], known: Known, database: Any) -> None:
        key = told[self.part.key]
        if key is None:
            self.set_cached(row, None)
            return
        found = known.get((id(self), key))
        if found is None:
            found = known[id(self), key] = self.part.row(told, known, database)
        self.set_cached(row, found)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A SELECT of one kind of database, and how its answer becomes rows."""

    sql: str
    params: tuple[Any, ...]
    converters: tuple[Converter, ...]
    """Of the columns that belong to no row of a model."""
    part: _Columns | None
    """None if the queryset gives values."""
    annotations: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, queryset: models.QuerySet[Any, Any]) -> Self:
        compiler: Any = queryset.query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        found = compiler.get_converters(column for column, *_ in compiler.select)
        converters = {place: (_steps_of(steps, of), of) for place, (steps, of) in found.items()}
        # Where values are asked for, the compiler names a model too if all are columns of it.
        info = compiler.klass_info if queryset.query.default_cols else None
        # Takes those of its own columns out of the others.
        part = _part(info, compiler.select, converters) if info else None
        return cls(
            sql,
            tuple(params),
            tuple((place, steps, of) for place, (steps, of) in converters.items()),
            part,
            tuple(compiler.annotation_col_map.items()),
        )

    def answer(self, values: Mapping[str, Any]) -> list[list[Any]]:
        try:
            answer = self._ask(values)
        except NotSupportedError:
            # A migration has changed what the statement tells, which this connection had prepared.
            if connection.in_atomic_block:
                raise
            connection.close()
            answer = self._ask(values)
        if self.converters:
            database = connections[DEFAULT_DB_ALIAS]
            for told in answer:
                _convert(told, self.converters, database)
        return answer

    def _ask(self, values: Mapping[str, Any]) -> list[list[Any]]:
        with statement_cursor() as cursor:
            cursor.execute(self.sql, _filled(self.params, values))
            return [list(told) for told in cursor.fetchall()]

    def rows(self, values: Mapping[str, Any]) -> list[Any]:
        assert self.part, "this queryset gives values"
        known: Known = {}
        rows = []
        # Django's `connection` looks up this thread's each time it is asked for anything.
        database = connections[DEFAULT_DB_ALIAS]
        for told in self.answer(values):
            row = self.part.row(told, known, database)
            for name, place in self.annotations:
                setattr(row, name, told[place])
            rows.append(row)
        return rows


def _part(
    info: Any, select: Sequence[Any], converters: dict[int, tuple[Sequence[Any], Any]]
) -> _Columns:
    """Return how Django's compiler says that a model's row stands among the columns, with its share
    of `converters`.
    """
    places = info["select_fields"]
    start, end = places[0], places[-1] + 1
    names = [select[place][0].target.attname for place in range(start, end)]
    model = info["model"]
    return _Columns(
        model,
        start,
        end,
        tuple(names),
        start + names.index(model._meta.pk.attname),
        tuple(
            _Related(_part(related, select, converters), related["local_setter"])
            for related in info.get("related_klass_infos", ())
        ),
        tuple(
            (place - start, *converters.pop(place))
            for place in range(start, end)
            if place in converters
        ),
    )
