"""Money is there no month before it comes, nor before what it is repaid for; and what is spent is
not left.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

IDEAS = {
    "en": "We print seed packets for small gardens and sell them to garden clubs in Kent.",
    "de": "Wir drucken Samentüten für kleine Gärten und verkaufen sie an Vereine in Kassel.",
}
TOLD = {
    "receipts": (
        "There is £21,000, and £8,000 of it is a grant that comes afterwards against invoices. The"
        " press costs £9,500. It has to be ready by 14 June 2027."
    ),
    "promised": (
        "There is £26,000: £12,000 of ours and £14,000 of donations, £4,000 of which arrive when"
        " the fair is over. The press costs £9,500. It has to be ready by 14 June 2027."
    ),
    "Belege": (
        "Mehr als 21.000 € sind es nicht, und 8.000 € davon sind Förderung und kommen im"
        " Nachhinein gegen Rechnung. Die Presse kostet 9.500 €. Bis zum 14.06.2027 muss es laufen."
    ),
    "zugesagt": (
        "Es darf 26.000 € kosten: 12.000 € von uns und 14.000 € Spenden, von denen sind 10.000 €"
        " da und 4.000 € kommen im April, wenn der Basar vorbei ist. Die Presse kostet 9.500 €."
        " Bis zum 14.06.2027 muss es laufen."
    ),
    "davon": (
        "Wir haben 26.000 €: 12.000 € Kredit und 14.000 € eigenes Geld, davon 4.000 € erst, wenn"
        " das Auto verkauft ist. Die Presse kostet 9.500 €. Bis zum 14.06.2027 muss es laufen."
    ),
}


@cache
def project(constraint: str) -> ProjectInput:
    language = "en" if TOLD[constraint].startswith("There") else "de"
    price = "12 € im Monat je Verein" if language == "de" else "£12 a month for each club"
    told = {"name": "Seedling", "idea": IDEAS[language], "price": price}
    return ProjectInput.from_brief(
        {**told, "constraint": TOLD[constraint], "today": date(2026, 12, 1)}
    )


@pytest.mark.parametrize(
    ("constraint", "text"),
    [
        ("receipts", "In March the grant of £8,000 pays for a part of the press."),
        ("receipts", "A deposit on the press is paid from the £8,000 of the grant."),
        ("promised", "The £14,000 of donations are in the bank from the first day."),
        ("promised", "Both the £12,000 and the £14,000 are spent before the fair is over."),
        ("Belege", "Mit den 8.000 € Förderung wird im Frühjahr die Presse angezahlt."),
        ("Belege", "Im März bezahlt die Förderung von 8.000 € einen Teil der Presse."),
        ("zugesagt", "Im Februar sind die 14.000 € Spenden da."),
        ("zugesagt", "Die 14.000 € Spenden sind schon eingegangen."),
        ("davon", "Die 14.000 € eigenes Geld liegen vom ersten Tag an auf dem Konto."),
    ],
)
def test_money_that_comes_later_is_not_there_in_a_month_before(constraint: str, text: str) -> None:
    assert "money_too_early" in rules_on(project(constraint), "milestones.resource_plan", text)


@pytest.mark.parametrize(
    ("constraint", "text"),
    [
        ("receipts", "By March we have spent £13,000, and the grant of £8,000 follows."),
        ("receipts", "The £8,000 comes in the autumn, against the invoices of the press."),
        ("promised", "£10,000 of the £14,000 are in the bank, and £4,000 follow the fair."),
        ("Belege", "Bis Mai sind 13.000 € ausgegeben, die 8.000 € werden danach abgerechnet."),
        ("Belege", "Im Januar stellen wir den Antrag auf die 8.000 € Förderung."),
        ("zugesagt", "10.000 € an Spenden sind schon eingegangen, 4.000 € folgen im April."),
        ("zugesagt", "Im April kommen die 4.000 €, dann sind es 26.000 €."),
        ("davon", "Von den 14.000 € eigenem Geld sind 10.000 € vom ersten Tag an da."),
        ("davon", "Die 14.000 € sind erst vollständig, wenn das Auto verkauft ist."),
    ],
)
def test_money_at_its_time_is_no_fault(constraint: str, text: str) -> None:
    assert not rules_on(project(constraint), "milestones.resource_plan", text)


@pytest.mark.parametrize(
    ("constraint", "text"),
    [
        ("receipts", "Once the press is paid for, we still have £21,000 for paper."),
        ("Belege", "Nach dem Kauf der Presse bleiben noch 21.000 € für Papier."),
        ("Belege", "Übrig sind nach der Presse 21.000 €."),
    ],
)
def test_all_of_the_money_is_not_left_when_something_is_bought(constraint: str, text: str) -> None:
    assert "budget_differs" in rules_on(project(constraint), "milestones.resource_plan", text)


@pytest.mark.parametrize(
    ("constraint", "text"),
    [
        ("receipts", "Once the press is paid for, £11,500 of the £21,000 are left."),
        ("Belege", "Nach dem Kauf der Presse bleiben noch 11.500 €."),
        ("Belege", "Nach dem Kauf der Presse sind 3.500 € da, bis die Förderung kommt."),
    ],
)
def test_what_a_cost_leaves_is_no_fault(constraint: str, text: str) -> None:
    assert not rules_on(project(constraint), "milestones.resource_plan", text)
