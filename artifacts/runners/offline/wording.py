"""How values are said in the language of the documents: money, days, numbers, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, get_currency_precision

from artifacts.facts.schema import Budget, Fact, Facts, Money, Price
from artifacts.runners.offline.library import Library, fill

NBSP = "\N{NO-BREAK SPACE}"
_SPELLED = 12
_COUNTED = frozenset({"step", "person"})
_FULL_DOLLAR = re.compile(r"[A-Z]{1,2}\$")
_DOLLAR = re.compile(r"(?<![^\W\d_])[A-Z]{0,2}\$")
_CODE_BEFORE = re.compile(r"(?<=[A-Za-z]{2})(?=\d)")


class Wording:
    """Says values in one language.

    British or American habits follow from the founder's money and places.
    """

    def __init__(self, library: Library, language: str, facts: Facts) -> None:
        self._library = library
        self.language = language
        self.locale = Locale.parse(_locale(language, facts))
        self._dollars = dict(_dollars(facts))

    def money(self, money: Money | Budget | Price) -> str:
        """Return "$5.25", "1.290,50 €", or "12 %" for a share; whole amounts have no decimals."""
        if money.currency is None:
            return f"{self.number(money.amount)}{'' if self.language == 'en' else NBSP}%"
        whole = money.amount == money.amount.to_integral_value() or not get_currency_precision(
            money.currency
        )
        said = str(
            format_currency(
                money.amount,
                money.currency,
                format=_without_decimals(self.locale) if whole else None,
                locale=self.locale,
                currency_digits=not whole,
            )
        )
        said = _DOLLAR.sub(self._dollars.get(money.currency, r"\g<0>"), said)
        return _CODE_BEFORE.sub(NBSP, said, count=1)

    def price(self, price: Price) -> str:
        """Return "$95 a month per dealer", "at least $20 a visit"."""
        said = self.money(price)
        if price.is_minimum:
            said = fill(self._library.per["least"], {"other": said})
        per = self._library.per.get(price.per)
        if per is None:
            return f"{said} {fill(self._library.per['each'], {'other': price.per})}"
        said = f"{said} {per}".strip()
        return (
            f"{said} {fill(self._library.per['each'], {'other': price.unit})}"
            if price.unit
            else said
        )

    def day(self, day: date) -> str:
        return str(format_date(day, self._day_pattern, locale=self.locale))

    def number(self, number: Decimal | int) -> str:
        return str(format_decimal(number, locale=self.locale))

    def count(self, number: Decimal | int, unit: str) -> str:
        """Return "1 week", "21 weeks", but "two people": units stand with numerals, what is counted
        with words.
        """
        forms = self._library.units[unit]
        shown = self.small(number) if unit in _COUNTED else self.number(number)
        return fill(forms[0] if number == 1 else forms[1], {"n": shown}).replace(
            f"{shown} ", f"{shown}{NBSP}"
        )

    def counted(self, number: int, noun: str) -> str:
        """Return a number before the founder's own noun."""
        return f"{self.small(number)} {noun}".strip()

    def small(self, number: Decimal | int) -> str:
        """Return a number as it stands before a noun: in words up to twelve."""
        if number == int(number) and 0 <= number <= _SPELLED:
            return self._library.numbers[int(number)]
        return self.number(number)

    def listed(self, parts: Sequence[str]) -> str:
        """Return "a, b and c"."""
        if len(parts) < 2:
            return "".join(parts)
        joiner = fill(self._library.per["and"], {"other": parts[-1]})
        return f"{', '.join(parts[:-1])} {joiner}"

    @cached_property
    def _day_pattern(self) -> str:
        if self.language == "de":
            return "d. MMMM y"
        return "MMMM d, y" if self.locale.territory == "US" else "d MMMM y"


def _dollars(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the sign of each currency that the founder writes in full: "C$" for CAD."""
    amounts: list[Fact[Price] | Fact[Budget]] = [*facts.prices, facts.budget]
    for fact in amounts:
        for span in fact.said:
            sign = _FULL_DOLLAR.match(span.text)
            if sign and fact.value and fact.value.currency:
                yield fact.value.currency, sign[0]


_TERRITORIES = {"USD": "US", "CAD": "CA", "AUD": "AU", "NZD": "NZ"}


def _locale(language: str, facts: Facts) -> str:
    if language != "en":
        return language
    currencies = [price.value.currency for price in facts.prices if price.value]
    currencies += [facts.budget.value.currency] if facts.budget.value else []
    codes = [region.value.code[:2] for region in facts.regions if region.value]
    territory = next(
        (_TERRITORIES[c] for c in currencies if c in _TERRITORIES), "US" if "US" in codes else "GB"
    )
    return f"en_{territory}"


def _without_decimals(locale: Locale) -> str:
    return str(locale.currency_formats["standard"].pattern).replace(".00", "").replace("0.00", "0")
