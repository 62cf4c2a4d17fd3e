"""Budgets whose parts or whole are told without a currency; the sentences are nobody's in the
measured sets.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts
from artifacts.facts.schema import Budget
from artifacts.tests.facts.test_facts_next_prices import IDEAS


def budget_of(language: str, said: str) -> Budget | None:
    told = {"idea": IDEAS[language], "constraint": said}
    return read_facts(told, today=date(2026, 11, 29)).budget.value


@pytest.mark.parametrize(
    ("language", "said", "amount"),
    [
        ("en", "£9,000 is a loan from the co-op and we add 4,000 ourselves, so 13,000.", 13000),
        ("en", "The co-op gives £9,000 and we add 4,000 ourselves, that's thirteen.", 13000),
        ("en", "£30,000 from the bank and £12,000 of ours, forty-two in all.", 42000),
        ("en", "I have £14,000 and my aunt puts in £6,000, that makes twenty thousand.", 20000),
        ("de", "Ich habe 20.000 € und die Stiftung gibt 10.000 €, macht dreißig.", 30000),
        ("de", "Die Gemeinde gibt 12.000 €, wir legen 8.000 selbst drauf, also 20.000.", 20000),
        ("fr", "La région donne 20 000 € et nous mettons 9 000 nous-mêmes, donc 29 000.", 29000),
        ("nl", "De provincie geeft € 20.000 en wij leggen 8.000 zelf bij, dus 28.000.", 28000),
        ("es", "El fondo da 20.000 euros y ponemos 6.000 propios, o sea 26.000.", 26000),
    ],
)
def test_what_the_parts_make_is_the_whole_and_no_part(
    language: str, said: str, amount: int
) -> None:
    budget = budget_of(language, said)

    assert budget is not None
    assert (int(budget.amount), budget.currency) == (amount, "GBP" if language == "en" else "EUR")


def test_a_nation_stands_for_its_money() -> None:
    budget = budget_of("en", "There's 25,000 Canadian, fifteen of it a loan.")

    assert budget is not None
    assert (int(budget.amount), budget.currency) == (25000, "CAD")


def test_a_nation_in_front_of_what_is_counted_is_no_money() -> None:
    assert budget_of("en", "There are 25,000 Canadian households with such a stove.") is None


def test_the_day_something_happens_is_no_rate() -> None:
    budget = budget_of("en", "£9,000 is ours and £4,000 comes the day the permit is signed.")

    assert budget is not None
    assert budget.amount == 13000
    assert [later.amount for later in budget.later] == [4000]


def test_the_sum_behind_a_condition_is_no_part_of_it() -> None:
    said = "We have £9,000 and the trust puts in £4,000 when the roof is on, so thirteen."
    budget = budget_of("en", said)

    assert budget is not None
    assert budget.amount == 13000
    assert [later.condition for later in budget.later] == ["when the roof is on"]
