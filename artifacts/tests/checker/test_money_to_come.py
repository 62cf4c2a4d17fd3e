"""Money that comes later is not paid first, not in one sum, and not counted twice."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

TOLD = {
    "loan after an event": (
        "There is £16,000: £10,500 of savings and £5,500 from a village fund that is paid out when"
        " the first ten members have signed. It has to be ready by 1 May 2027."
    ),
    "halves": (
        "We have £23,000: the lottery gives £14,000, half at the start and half after the audit,"
        " and £9,000 is ours. It has to be ready by 1 May 2027."
    ),
    "a day": (
        "£16,000 in all, £10,500 of savings and £5,500 that my aunt sends in March. It has to be"
        " ready by 1 May 2027."
    ),
    "nach Ereignis": (
        "Wir haben 30.000 €, davon 21.000 € Kredit und 9.000 € Förderung, die nach der Abnahme"
        " kommt. Bis zum 01.05.2027 muss es laufen."
    ),
    "in Raten": (
        "Wir haben 30.000 €: 18.000 € von der Stiftung in zwei gleichen Raten, die zweite nach dem"
        " Zwischenbericht, und 12.000 € von uns. Bis zum 01.05.2027 muss es laufen."
    ),
}
IDEAS = {
    "en": "We print seed packets for small gardens and sell them to garden clubs in Kent.",
    "de": "Wir drucken Samentüten für kleine Gärten und verkaufen sie an Vereine in Kassel.",
}


@cache
def project(constraint: str) -> ProjectInput:
    language = "de" if "Wir haben" in TOLD[constraint] else "en"
    price = "12 € im Monat je Verein" if language == "de" else "£12 a month for each club"
    told = {"name": "Seedling", "idea": IDEAS[language], "price": price}
    return ProjectInput.from_brief(
        {**told, "constraint": TOLD[constraint], "today": date(2026, 12, 1)}
    )


@pytest.mark.parametrize(
    ("constraint", "text"),
    [
        (
            "loan after an event",
            "The village fund pays its £5,500 before the first seed is bought.",
        ),
        ("loan after an event", "The fund's £5,500 comes in first and pays for the press."),
        ("loan after an event", "The £5,500 are handed over before ten members have signed."),
        ("halves", "The lottery transfers its £14,000 in one payment."),
        ("halves", "The lottery's £14,000 arrives before the first packet is printed."),
        ("nach Ereignis", "Die 9.000 € Förderung werden vor dem ersten Druck überwiesen."),
        ("nach Ereignis", "Die Förderung zahlt ihre 9.000 € noch vor der Abnahme aus."),
        ("in Raten", "Die Stiftung überweist die 18.000 € in einem Betrag."),
        ("in Raten", "Von der Stiftung kommen die 18.000 € gleich zu Beginn."),
    ],
)
def test_what_waits_for_something_is_not_paid_first(constraint: str, text: str) -> None:
    assert "money_too_early" in rules_on(project(constraint), "milestones.resource_plan", text)


@pytest.mark.parametrize(
    ("constraint", "text"),
    [
        ("loan after an event", "Of the village fund's £5,500 nothing comes before ten sign."),
        ("loan after an event", "£10,500 can be spent before the first ten have signed."),
        ("loan after an event", "The fund pays £5,500 in one sum once ten members have signed."),
        ("loan after an event", "We ask the fund for its £5,500 before the first packet is sold."),
        ("halves", "The lottery pays £7,000 before the first packet is printed."),
        ("halves", "Before the audit there is £16,000, after it £23,000."),
        ("a day", "My aunt's £5,500 arrives before the first packet is printed."),
        ("nach Ereignis", "Vor der Abnahme sind 21.000 € da, die 9.000 € kommen danach."),
        ("nach Ereignis", "Die 9.000 € kommen in einem Betrag, sobald die Abnahme war."),
        ("in Raten", "Zu Beginn kommen von der Stiftung 9.000 €."),
        ("in Raten", "Bis zum Zwischenbericht sind 21.000 € da."),
    ],
)
def test_what_comes_when_we_said_is_left_alone(constraint: str, text: str) -> None:
    assert rules_on(project(constraint), "milestones.resource_plan", text) == set()


@pytest.mark.parametrize(
    ("constraint", "text", "found"),
    [
        ("loan after an event", "With the fund on top there is £21,500 to spend.", True),
        ("in Raten", "Mit der Stiftung stehen 48.000 € zur Verfügung.", True),
        ("loan after an event", "With the fund there is £16,000 to spend.", False),
        ("loan after an event", "If a second fund gave as much, there would be £21,500.", False),
    ],
)
def test_there_is_no_more_money_than_the_whole_budget(constraint, text, found) -> None:
    rules = rules_on(project(constraint), "milestones.resource_plan", text)
    assert ("budget_differs" in rules) is found
