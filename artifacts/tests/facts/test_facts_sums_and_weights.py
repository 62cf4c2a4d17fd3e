"""Sums that are a limit or a part of another sum, and pounds that weigh."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from artifacts.facts.reading import read_facts
from artifacts.facts.schema import Facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
}


def read(language: str, **told: str) -> Facts:
    return read_facts({"idea": IDEAS[language], **told}, today=date(2026, 11, 29))


@pytest.mark.parametrize(
    ("language", "said", "amount"),
    [
        ("de", "Holz 3.000 €, Werkzeug 2.000 €, mehr als 11.000 € darf es nicht werden.", 11000),
        ("en", "Hives £3,000, van £2,000; it mustn't go over £11,000.", 11000),
        ("en", "It must not cost more than £11,000.", 11000),
        ("en", "We have £6,000 and the bank lends us £3,000.", 9000),
        ("en", "We have more than £6,000.", 6000),
    ],
)
def test_what_it_must_not_go_beyond_is_all_of_it(language, said, amount):
    budget = read(language, constraint=said).budget.value
    assert budget
    assert budget.amount == amount


@pytest.mark.parametrize(
    ("said", "amount", "later"),
    [
        ("We have £5,200, the last £2,200 not before March.", 5200, [2200]),
        ("£9,000 of savings and £4,000 from my aunt, the last £1,500 only in June.", 13000, [1500]),
        ("We have £6,000. 2,500 of that comes in March as prize money.", 6000, [2500]),
        ("We have £6,000. The aunt adds £2,500 in March.", 6000, []),
    ],
)
def test_a_part_of_a_sum_is_not_added_to_it(said, amount, later):
    budget = read("en", constraint=said).budget.value
    assert budget
    assert budget.amount == amount
    assert [part.amount for part in budget.later] == later


@pytest.mark.parametrize(
    ("language", "said", "prices"),
    [
        ("en", "$14 for a ten-pound bag.", [("14", "bag")]),
        ("en", "Dogs over 30 pounds get a coat for £40.", [("40", "once")]),
        ("en", "£40 per coat, and a coat weighs five pounds.", [("40", "coat")]),
        ("de", "Zwei Pfund Kirschen kosten 6 €.", [("6", "once")]),
        ("en", "A coat is forty pounds.", [("40", "coat")]),
        ("en", "£3 a week, or thirty pounds a year.", [("3", "week"), ("30", "year")]),
        ("en", "£5 a job, £4 of which goes to the helper.", [("5", "job")]),
    ],
)
def test_what_weighs_or_goes_to_others_is_no_price(language, said, prices):
    found = [fact.value for fact in read(language, price=said).prices if fact.value]
    assert [(price.amount, price.per) for price in found] == [
        (Decimal(amount), per) for amount, per in prices
    ]
