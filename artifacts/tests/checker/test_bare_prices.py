"""Numbers without a currency in the answer about the price."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from artifacts.checker.knowledge import Knowledge
from artifacts.interview.questions import ProjectInput


def bare_prices(price: str) -> list[Decimal]:
    project = ProjectInput.from_brief(
        {"name": "Kiln", "idea": "We fire pots for potters.", "price": price}
    )
    known = Knowledge(project.all_texts(), project.sheet, date(2026, 12, 1))
    return [figure.amount for figure in known.money if figure.is_bare]


@pytest.mark.parametrize(
    ("price", "amounts"),
    [
        ("£14 for a bowl, nine for a cup and a vase twenty-two.", [9, 22]),
        ("£30 a month, and an invoice with 14 days to pay.", []),
        ("£8 for a shelf of 12, at most 3 shelves.", []),
        ("Die 2-cm-Platte 8,90 €, die 5-cm-Platte 16,40 €.", []),
    ],
)
def test_they_are_prices_where_the_reader_of_facts_takes_them_for_one(
    price: str, amounts: list[int]
) -> None:
    assert bare_prices(price) == amounts
