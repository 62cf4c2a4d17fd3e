"""Facts in the reader's language and formats, for pages and the admin."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, gettext_noop, ngettext
from django.utils.translation import gettext as _

from artifacts.facts.conflict_kinds import FactValue
from artifacts.facts.naming import title_of
from artifacts.facts.schema import (
    Budget,
    Count,
    Facts,
    Money,
    OwnAnswer,
    Price,
    Region,
    StageReached,
    Test,
)
from artifacts.facts.sheet import group_of

SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "INR": "₹", "CHF": "CHF"}
SPACE = "\N{NO-BREAK SPACE}"

STAGES = {
    "idea": gettext_noop("An idea"),
    "talks": gettext_noop("Talks with people"),
    "prototype": gettext_noop("A prototype"),
    "pilot": gettext_noop("A first trial in use"),
    "customers": gettext_noop("Customers who pay"),
}
VERDICTS = {
    "yes": gettext_noop("Yes"),
    "no": gettext_noop("No"),
    "unknown": gettext_noop("Not sure"),
}
PLATFORMS = {
    "web": gettext_noop("Web"),
    "phone": gettext_noop("Phone app"),
    "tablet": gettext_noop("Tablet"),
    "desktop": gettext_noop("Computer"),
    "offline": gettext_noop("Without a connection"),
    "sms": gettext_noop("Text messages"),
    "phone call": gettext_noop("Phone calls"),
    "email": gettext_noop("Email"),
    "whatsapp": gettext_noop("WhatsApp"),
    "paper": gettext_noop("Paper"),
}
PERIODS = {
    "month": gettext_noop("a month"),
    "year": gettext_noop("a year"),
    "week": gettext_noop("a week"),
    "day": gettext_noop("a day"),
    "hour": gettext_noop("an hour"),
    "once": gettext_noop("once"),
}


def value_text(path: str, value: Any) -> str:
    """Return the words for a fact's value, in the active language; "" for None."""
    group = group_of(path)
    if value is None:
        return ""
    if group.startswith("traits."):
        return _(VERDICTS[value])
    if group == "platforms":
        return _(PLATFORMS[value])
    if group == "duration_weeks":
        return weeks_text(value)
    if group == "hours_per_week":
        return _("%(number)s hours a week together") % {"number": number_text(value)}
    if group == "people":
        return ngettext("%(number)s person", "%(number)s people", value) % {
            "number": number_text(value)
        }
    return display_value(value)


def display_value(value: Any) -> str:
    """Return the words for a typed value, whatever fact it belongs to."""
    words = _WORDS.get(type(value))
    if words:
        return words(value)
    if isinstance(value, tuple):
        return money_text(*value)
    return str(value)


def fill(words: str, values: Mapping[str, Any]) -> str:
    """Return translatable `words` in the active language with their typed values in it."""
    return _(words) % {name: display_value(value) for name, value in values.items()}


def money_text(amount: Decimal, currency: str | None) -> str:
    """Return an amount with its currency as the active language writes it: €29.50, 29,50 €."""
    number = number_text(amount, decimals=2)
    if not currency:
        return number
    sign = SIGNS.get(currency, currency)
    if (get_language() or "en").startswith("en") and len(sign) == 1:
        return f"{sign}{number}"
    return f"{number}{SPACE}{sign}"


def number_text(number: Decimal | int, *, decimals: int | None = None) -> str:
    """Return a number with grouping; what is not whole has `decimals`, or as many as it needs."""
    if number == int(number):
        return number_format(int(number), force_grouping=True)
    exact = number if decimals is not None else Decimal(number).normalize()
    return number_format(exact, decimal_pos=decimals, force_grouping=True)


def weeks_text(weeks: Decimal | int) -> str:
    number = int(weeks) if weeks == int(weeks) else 2
    return ngettext("%(number)s week", "%(number)s weeks", number) % {"number": number_text(weeks)}


def fact_rows(facts: Facts) -> Iterator[tuple[str, str, str]]:
    """Yield title, value and state of every fact that was said or settled, for staff."""
    for path, fact in facts.each():
        if fact or fact.state == "confirmed":
            yield _(title_of(path)), value_text(path, fact.value) or "–", fact.state


def _per_text(amount: str, per: str) -> str:
    """Return an amount by the period or the thing it is counted by."""
    if period := PERIODS.get(per):
        return f"{amount} {_(period)}"
    return _("%(amount)s per %(unit)s") % {"amount": amount, "unit": per}


def _price_text(price: Price) -> str:
    if price.per == "percent":
        words = f"{number_text(price.amount)}{SPACE}%"
        words = (
            _("%(share)s of %(unit)s") % {"share": words, "unit": price.unit}
            if price.unit
            else words
        )
    else:
        amount = money_text(price.amount, price.currency)
        words = amount if price.per == "once" else _per_text(amount, price.per)
        if price.unit:
            words = _("%(amount)s per %(unit)s") % {"amount": words, "unit": price.unit}
    if price.is_minimum:
        words = _("at least %(amount)s") % {"amount": words}
    if price.months_a_year and price.months_a_year < 12:
        words += ", " + _("%(months)s months a year") % {"months": price.months_a_year}
    if price.is_shared:
        words += ", " + _("of which others get a part")
    if price.payer:
        return _("%(amount)s, paid by %(payer)s") % {"amount": words, "payer": price.payer}
    return words


def _budget_text(budget: Budget) -> str:
    parts = [money_text(budget.amount, budget.currency)]
    parts += [
        _("of which %(amount)s only later: %(condition)s")
        % {
            "amount": money_text(part.amount, budget.currency),
            "condition": part.condition,
        }
        for part in budget.later
    ]
    return ", ".join(parts)


def _stage_text(reached: StageReached) -> str:
    words = _(STAGES[reached.stage])
    if reached.count is None:
        return words
    return f"{words}: {number_text(reached.count)} {reached.noun}".rstrip()


def _test_text(test: Test) -> str:
    parts = []
    if test.participants is not None:
        parts.append(f"{number_text(test.participants)} {test.noun}".strip())
    if test.weeks:
        parts.append(weeks_text(test.weeks))
    if test.begins:
        parts.append(_("from %(day)s") % {"day": display_value(test.begins)})
    if test.ends:
        parts.append(_("until %(day)s") % {"day": display_value(test.ends)})
    if test.rhythm:
        parts.append(test.rhythm)
    words = ", ".join(parts)
    if not test.pass_mark:
        return words
    passed = _("pass mark: “%(mark)s”") % {"mark": test.pass_mark}
    return f"{words}; {passed}" if words else passed


_WORDS: dict[type, Callable[[Any], str]] = {
    Price: _price_text,
    Budget: _budget_text,
    StageReached: _stage_text,
    Test: _test_text,
    Count: lambda count: f"{number_text(count.number)} {count.noun}".strip(),
    Money: lambda money: money_text(money.amount, money.currency),
    Region: lambda region: str(region.name),
    OwnAnswer: lambda own: f"{own.topic or own.question}: {own.answer}",
    FactValue: lambda found: value_text(found.path, found.value),
    date: lambda day: date_format(day, "DATE_FORMAT"),
    int: number_text,
    Decimal: number_text,
}
