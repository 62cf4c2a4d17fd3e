"""What names a part of a page: the values that its template is given, and nothing else.

A part is rendered with these values alone, so it cannot show what its key does not name. Values are
texts, numbers, moments, rows and dataclasses of these; what cannot be told completely is refused.
"""

from __future__ import annotations

import dataclasses
import marshal
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils.safestring import SafeString
from django.utils.timezone import get_current_timezone_name
from django.utils.translation import get_language
from pydantic import BaseModel

from artifacts.schemas.base import ItemField
from artifacts.services.documents.kept import kept_key
from artifacts.text import InContext

Told = Any
"""What `marshal` writes in the same way for equal values."""


def part_key(template_name: str, values: dict[str, Any]) -> str:
    """Return the key of what the template makes of `values` for a reader of this language and time
    zone.

    Raises TypeError for a value that cannot be told completely.
    """
    reader = (get_language(), get_current_timezone_name())
    told = (str.__str__(template_name), reader, tell(values))
    # Version 2 knows no references, which would tell equal values apart.
    return kept_key("part", marshal.dumps(told, 2))


def tell(value: Any) -> Told:
    """Return `value` as plain values that are equal only for what reads the same."""
    kind = type(value)
    if kind in _TOLD_AS_THEY_ARE:
        return value
    how = _HOW.get(kind)
    if how is None:
        how = _HOW[kind] = _how(kind)
    return how(value)


_TOLD_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})


_HOW: dict[type, Callable[[Any], Told]] = {}
"""How each kind of value that was met is told."""


def _how(kind: type) -> Callable[[Any], Told]:
    for known, how in _PLAIN.items():
        if issubclass(kind, known):
            return _named(kind, how)
    if issubclass(kind, (tuple, list)):
        return lambda value: [
            entry if type(entry) in _TOLD_AS_THEY_ARE else tell(entry) for entry in value
        ]
    if kind in _DECLARED:
        return _once(_named(kind, _all_of(_fields_of(kind))))
    if issubclass(kind, dict):
        return lambda value: [(tell(key), tell(entry)) for key, entry in value.items()]
    if names := _fields_of(kind):
        return _named(kind, _all_of(names))
    raise TypeError(f"A {kind.__name__} cannot name a part of a page.")


_PLAIN: dict[type, Callable[[Any], Told]] = {
    Enum: attrgetter("name"),
    SafeString: str.__str__,
    InContext: lambda text: [str(text), text.context],
    datetime: datetime.isoformat,
    date: date.isoformat,
    Decimal: str,
    UUID: str,
}


def _fields_of(kind: type) -> tuple[str, ...]:
    if dataclasses.is_dataclass(kind):
        return tuple(field.name for field in dataclasses.fields(kind))
    if issubclass(kind, BaseModel):
        return tuple(kind.model_fields)
    if issubclass(kind, Model):
        return tuple(field.attname for field in kind._meta.concrete_fields)
    return ()


def _all_of(names: tuple[str, ...]) -> Callable[[Any], Told]:
    if len(names) == 1:
        [name] = names
        return lambda value: [tell(getattr(value, name))]
    values = attrgetter(*names)
    return lambda value: [
        one if type(one) in _TOLD_AS_THEY_ARE else tell(one) for one in values(value)
    ]


_DECLARED = frozenset({ItemField})
"""What documents are declared with, in each language: a few hundred, which nobody changes."""


def _once(how: Callable[[Any], Told]) -> Callable[[Any], Told]:
    """Tell a declaration once for as long as it is the same object, which is held for that."""
    told: dict[int, tuple[Any, Told]] = {}

    def tell_once(value: Any) -> Told:
        known = told.get(id(value))
        if known is None:
            if len(told) >= _DECLARED_MOST:
                told.clear()
            known = told[id(value)] = value, how(value)
        return known[1]

    return tell_once


_DECLARED_MOST = 5_000


def _named(kind: type, how: Callable[[Any], Told]) -> Callable[[Any], Told]:
    """Tell the kind as well: templates ask things what they are."""
    name = f"{kind.__module__}.{kind.__qualname__}"
    return lambda value: [name, how(value)]
