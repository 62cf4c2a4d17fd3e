"""Whether the texts that a reader may see state a fact; one that they do not state is not shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from artifacts.facts.grammar import (
    DateMatch,
    FractionMatch,
    HoursMatch,
    MoneyMatch,
    NumberMatch,
    ShareMatch,
    SpanMatch,
    scan,
)
from artifacts.facts.grammar.matches import Match
from artifacts.facts.schema import Budget, Count, Money, Price, Test
from artifacts.schemas.marks import without_marks
from artifacts.text import fold_title


class ToldText:
    """The figures, days and words of some texts."""

    def __init__(self, texts: Iterable[str], language: str, today: date) -> None:
        plain = "\n".join(without_marks(text) for text in texts)
        self._words = _letters(plain)
        self._money: set[Decimal] = set()
        self._numbers: set[Decimal] = set()
        self._days: set[date] = set()
        for match in scan(plain, language):
            self._note(match, today)

    def _note(self, match: Match, today: date) -> None:
        match match:
            case MoneyMatch():
                self._money.update(n for n in (match.amount, match.high) if n is not None)
            case DateMatch():
                if day := match.on(today):
                    self._days.add(day)
            case ShareMatch():
                self._numbers.add(match.percent)
            case SpanMatch():
                self._numbers.update({match.amount, *([match.weeks] if match.weeks else [])})
            case HoursMatch():
                self._numbers.add(match.hours)
            case NumberMatch():
                self._numbers.add(match.value)
            case FractionMatch():
                self._numbers.update({match.part, match.whole})

    def tells(self, value: Any) -> bool:
        """Return whether the texts say this value of a fact: its amount, its day, or its words."""
        match value:
            case Price(currency=None):
                return value.amount in self._numbers
            case Price() | Money():
                return value.amount in self._money
            case Budget():
                return value.amount in self._money and all(
                    part.amount in self._money for part in value.later
                )
            case Count():
                return Decimal(value.number) in self._numbers
            case Test():
                return self._tells_test(value)
            case date():
                return value in self._days
            case int() | Decimal():
                return Decimal(value) in self._numbers
        return _letters(str(value)) in self._words

    def _tells_test(self, test: Test) -> bool:
        numbers = [n for n in (test.weeks, test.participants) if n is not None]
        days = [day for day in (test.begins, test.ends) if day is not None]
        words = [words for words in (test.pass_mark, test.rhythm) if words]
        return bool(numbers or days or words) and all(map(self.tells, [*numbers, *days, *words]))


def _letters(text: str) -> str:
    """Return what two ways to write the same words have in common: quotation marks differ."""
    kept = "".join(char if char.isalnum() else " " for char in fold_title(text))
    return f" {' '.join(kept.split())} "
