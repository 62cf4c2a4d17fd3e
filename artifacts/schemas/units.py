"""What a number counts, named in the form that the number asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class PluralForms(Protocol):
    """Chooses the form of a word for a number, as gettext's `ngettext` does."""

    def __call__(self, singular: str, plural: str, number: int) -> str: ...


def english(singular: str, plural: str, number: int) -> str:
    return singular if number == 1 else plural


@dataclass(frozen=True, slots=True)
class Unit:
    """Declaration of what a number counts, by its name for one and for several: "week" and
    "weeks".
    """

    one: str
    several: str

    def name(self, number: int, forms: PluralForms = english) -> str:
        """Return the name as it stands behind `number`; without `forms` in English."""
        return forms(self.one, self.several, number)

    def amount(self, number: int, forms: PluralForms = english) -> str:
        """Return the number with its unit, which stay on one line: "1 week"."""
        return f"{number}\N{NO-BREAK SPACE}{self.name(number, forms)}"
