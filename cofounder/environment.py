"""Reads what is set for this installation: from the environment, and beside it from the file
`.env`.

Whatever cannot be understood is refused in one sentence that names the variable, and its line where
it comes from the file. A misspelt word never counts as some default.
"""

from __future__ import annotations

import math
import os
import re
import warnings
from collections.abc import Callable, Mapping, MutableMapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

ON = ("on", "true", "yes", "y", "1")
OFF = ("off", "false", "no", "n", "0")

_ASSIGNMENT = re.compile(r"(?:export\s+)?([A-Za-z_][A-Za-z_0-9]*)\s*=(.*)", re.DOTALL)
_COMMENT = r"(?:\s+#.*)?"
_QUOTED = {
    "'": re.compile(rf"'([^']*)'{_COMMENT}"),
    '"': re.compile(rf'"((?:[^"\\]|\\.)*)"{_COMMENT}'),
}


class Environment:
    """Variables, and for those that the file set the number of their line.

    An empty value counts as not set.
    """

    def __init__(self, values: Mapping[str, str], lines: Mapping[str, int] | None = None) -> None:
        self._values = values
        self._lines = lines or {}

    @classmethod
    def read(cls, path: Path, into: MutableMapping[str, str] = os.environ) -> Environment:
        """Read the file, if there is one, into the environment, which has precedence."""
        lines: dict[str, int] = {}
        if path.is_file():
            for name, (value, number) in parse_file(path.read_text("utf-8-sig")).items():
                if into.setdefault(name, value) == value:
                    lines[name] = number
        return cls(into, lines)

    def text(self, name: str, default: str = "") -> str:
        """Return the value as it is, but for blanks around it."""
        return self._values.get(name, "").strip() or default

    def texts(self, name: str) -> list[str]:
        """Return the parts between commas, without blanks around them and without empty ones."""
        return [part.strip() for part in self.text(name).split(",") if part.strip()]

    def switch(self, name: str, *, default: bool) -> bool:
        word = self.text(name).lower()
        if not word:
            return default
        if word not in ON + OFF:
            raise self.refusal(name, "use on or off.")
        return word in ON

    def one_of(self, name: str, choices: tuple[str, ...]) -> str:
        """Return the value, which must be one of `choices`; the first is the default."""
        value = self.text(name, choices[0])
        if value not in choices:
            raise self.refusal(name, f"use one of: {', '.join(choices)}.")
        return value

    def whole(self, name: str, default: int, *, least: int = 0) -> int:
        """Return a whole number of at least `least`."""
        text = self.text(name, str(default))
        if not re.fullmatch(r"[+-]?\d{1,9}", text, re.ASCII):
            raise self.refusal(name, "it must be a whole number.")
        if int(text) < least:
            raise self.refusal(name, f"it must be {least} or more.")
        return int(text)

    def number(self, name: str) -> float | None:
        """Return a number of at least 0; None if it is not set."""
        text = self.text(name)
        if not text:
            return None
        try:
            value = float(text)
        except ValueError:
            raise self.refusal(name, "it must be a number.") from None
        if not (math.isfinite(value) and value >= 0):
            raise self.refusal(name, "it must be 0 or more.")
        return value

    def usd(self, name: str) -> Decimal | None:
        """Return an amount in USD; None if it is not set."""
        text = self.text(name)
        if not text:
            return None
        try:
            amount = Decimal(text)
        except InvalidOperation:
            amount = Decimal(0)
        if not amount.is_finite() or amount <= 0:
            raise self.refusal(name, "it must be a number of USD above 0, such as 2.50.")
        return amount

    def price(self, name: str) -> tuple[Decimal, str, str] | None:
        """Return an amount, a currency of ISO 4217 and a period; None if it is not set."""
        text = self.text(name)
        if not text:
            return None
        match = re.fullmatch(
            r"(\d{1,7}(?:\.\d{1,2})?) ([A-Z]{3}) (month|year|once)", text, re.ASCII
        )
        if match is None:
            raise self.refusal(
                name, "use amount, currency and month, year or once, such as: 29 EUR month."
            )
        return Decimal(match[1]), match[2], match[3]

    def folder(self, name: str) -> Path | None:
        """Return a folder that is there; None if it is not set."""
        text = self.text(name)
        if not text:
            return None
        if not Path(text).is_dir():
            raise self.refusal(name, "there is no such folder.")
        return Path(text)

    def address(self, name: str) -> tuple[str, int] | None:
        """Return a host and a port; None if it is not set."""
        text = self.text(name)
        if not text:
            return None
        host, _, port = text.rpartition(":")
        if not host or not re.fullmatch(r"\d{1,5}", port, re.ASCII) or int(port) > 65535:
            raise self.refusal(name, "use host:port, such as 127.0.0.1:9101.")
        return host.strip("[]"), int(port)

    def url(
        self, name: str, default: str, parse: Callable[[str], dict[str, Any]], *, examples: str
    ) -> dict[str, Any]:
        """Return what `parse` makes of the address.

        An empty one is refused: nobody means the default by it.
        """
        text = self._values.get(name, default).strip()
        try:
            with warnings.catch_warnings(action="error"):
                parsed = parse(text) if text else {}
        except (ImproperlyConfigured, ValueError, KeyError, AttributeError, Warning):
            parsed = {}
        if not parsed:
            # Not the value, which may hold a password.
            what = "cannot be understood" if text else "is empty"
            raise ImproperlyConfigured(
                f"{self.place(name)} {what}; use {examples}, or leave it out."
            )
        return parsed

    def place(self, name: str) -> str:
        """Return the name, and where the file sets it."""
        return f"{name} (line {self._lines[name]} of .env)" if name in self._lines else name

    def refusal(self, name: str, advice: str) -> ImproperlyConfigured:
        return ImproperlyConfigured(f"{self.place(name)} is {self.text(name)!r}; {advice}")


def parse_file(content: str) -> dict[str, tuple[str, int]]:
    """Return the value and the line of each variable; of one that is set twice, the last.

    Raises ImproperlyConfigured naming a line that cannot be understood.
    """
    found: dict[str, tuple[str, int]] = {}
    for number, line in enumerate(content.split("\n"), start=1):
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        assignment = _ASSIGNMENT.fullmatch(stripped)
        if assignment is None:
            raise ImproperlyConfigured(
                f"Line {number} of .env cannot be understood; write NAME=value."
            )
        found[assignment[1]] = (_value(assignment[2], number), number)
    return found


def _value(text: str, number: int) -> str:
    """Return the text after the "=", without quotes and without a comment, which begins with a
    blank and a "#".
    """
    quote = text.strip()[:1]
    if quote not in _QUOTED:
        return re.split(r"\s#", text, maxsplit=1)[0].strip()
    match = _QUOTED[quote].fullmatch(text.strip())
    if match is None:
        raise ImproperlyConfigured(
            f"Line {number} of .env has a quotation mark too many or too few."
        )
    # In double quotes a backslash is left out before anything but the letters of line breaks and
    # tabs.
    return re.sub(r"\\([^rnt])", r"\1", match[1]) if quote == '"' else match[1]
