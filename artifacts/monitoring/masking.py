"""Mask secrets and founders' words in the log.

Secrets are known by their values, which the settings hold, or by where they stand: in addresses, in
headers. What a founder wrote is known by nothing. So lines of the log never name it, and the
message of an error that quotes the value it stumbled over is left out.
"""

from __future__ import annotations

import logging
import os
import re
import traceback
from collections.abc import Iterator
from functools import cache
from types import TracebackType
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db import DataError
from django.db import Error as DatabaseError
from pydantic import ValidationError

MASK = "*"
SECRET_MIN = 6
"""A shorter value is no secret, and would mask parts of words."""

_PLACES = (
    # The address of a share link, of the end of mails, of an answer to one, of a password reset and
    # of a confirmation: each opens what it is for.
    (re.compile(r"(/s/|/mails/off/|/answers/)[^/\s\"'?]+"), rf"\1{MASK}"),
    (re.compile(r"(/reset/key/|/confirm-email/)[^/\s\"'?]+"), rf"\1{MASK}"),
    (re.compile(r"(://[^\s:/@]*:)[^\s@/]+(@)"), rf"\1{MASK}\2"),
    (re.compile(r"(?i)\b(bearer|basic) [\w.~+/=-]{8,}"), rf"\1 {MASK}"),
    (re.compile(r"\b(sk|pk|rk)-[\w-]{12,}"), rf"\1-{MASK}"),
    (
        re.compile(
            r"(?i)\b(sessionid|csrftoken|csrfmiddlewaretoken|password\d?)(['\"]?\s*[=:]\s*['\"]?)[^\s'\",;&]+"
        ),
        rf"\1\2{MASK}",
    ),
)
_END_OF_KIND = re.compile(r"[:(\n\"'“„]|\. ")
KIND_MAX = 120
_NAMES_OF_SECRETS = re.compile(r"(_KEY|_TOKEN|_SECRET|_PASSWORD|^SECRET_KEY|_DSN)$")
_ADDRESSES = ("DATABASE_URL", "QUEUE_URL", "CACHE_URL", "EMAIL_URL")

PLAIN_MESSAGES = (
    OSError,
    ImportError,
    NameError,
    AttributeError,
    TypeError,
    AssertionError,
    ArithmeticError,
    MemoryError,
)
"""Errors whose messages name code, files and numbers, not values."""


def mask(text: str) -> str:
    """Return `text` without secrets."""
    for secret in _secrets():
        text = text.replace(secret, MASK)
    for pattern, replacement in _PLACES:
        text = pattern.sub(replacement, text)
    return text


@cache
def _secrets() -> tuple[str, ...]:
    """Return what must never be told, the longest first."""
    found = {value for name, value in os.environ.items() if _NAMES_OF_SECRETS.search(name)}
    found |= {
        settings.SECRET_KEY,
        settings.EMAIL_HOST_PASSWORD,
        *map(str, settings.SECRET_KEY_FALLBACKS),
    }
    found |= {database.get("PASSWORD", "") for database in settings.DATABASES.values()}
    for name in _ADDRESSES:
        try:
            found.add(unquote(urlsplit(os.environ.get(name, "")).password or ""))
        except ValueError:
            continue
    return tuple(
        sorted(
            (value for value in found if value and len(value) >= SECRET_MIN), key=len, reverse=True
        )
    )


def kind_of(detail: str) -> str:
    """Return the first words of what was recorded of a failure: after them it quotes the case at
    hand.

    The whole of it is in the receipt, which staff find by its reference.
    """
    return _END_OF_KIND.split(detail, maxsplit=1)[0][:KIND_MAX].strip()


def message_of(error: BaseException) -> str:
    """Return what may be told of an error beside its type; empty if its message may quote what a
    founder wrote.
    """
    if isinstance(error, ValidationError):
        places = (
            ".".join(str(part) for part in found["loc"])
            for found in error.errors(include_input=False)
        )
        return f"{error.error_count()} errors in {error.title}: {', '.join(places)}"[:500]
    if isinstance(error, DatabaseError):
        # The lines after the first one quote the row.
        sqlstate = getattr(error.__cause__, "sqlstate", None)
        first = str(error).partition("\n")[0]
        if isinstance(error, DataError):
            first = first.partition(': "')[0]
        return f"{first} (SQLSTATE {sqlstate})" if sqlstate else first
    return str(error) if isinstance(error, PLAIN_MESSAGES) else ""


def safe_traceback(error: BaseException) -> str:
    """Return the traceback of an error and of what caused it, without what may be secret or a
    founder's.
    """
    return mask("\n".join(_lines(error)))


def _lines(error: BaseException) -> Iterator[str]:
    seen: list[BaseException] = []
    chain: BaseException | None = error
    while chain is not None and chain not in seen:
        seen.append(chain)
        chain = chain.__cause__ or (None if chain.__suppress_context__ else chain.__context__)
    for number, cause in enumerate(reversed(seen)):
        if number:
            yield "\nwhich led to:\n"
        yield "Traceback (most recent call last):"
        yield from (line.rstrip("\n") for line in traceback.format_tb(cause.__traceback__))
        message = message_of(cause)
        name = f"{type(cause).__module__}.{type(cause).__qualname__}".removeprefix("builtins.")
        yield f"{name}: {message}" if message else name


ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def safe_record(record: logging.LogRecord) -> tuple[str, str]:
    """Return the message and the traceback of a record, both fit to be kept."""
    args: Any = record.args
    if isinstance(args, tuple):
        record = logging.makeLogRecord(
            {**record.__dict__, "args": tuple(_shown(argument) for argument in args)}
        )
    error = record.exc_info[1] if record.exc_info else None
    return mask(record.getMessage()), safe_traceback(error) if error else ""


def _shown(argument: Any) -> Any:
    """An error that is a part of a line says of itself what its traceback would say."""
    if not isinstance(argument, BaseException):
        return argument
    message = message_of(argument)
    return _Told(f"{type(argument).__name__}: {message}" if message else type(argument).__name__)


class _Told(str):
    """A text that looks the same with %r as with %s."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)
