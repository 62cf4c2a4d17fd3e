"""Bare numbers that are amounts or not, and amounts that are another price or somebody else's."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.price_of_others import price_of_somebody_else
from artifacts.checker.comparisons.price_tiers import price_of_other_tier
from artifacts.checker.knowledge import Knowledge
from artifacts.interview.questions import ProjectInput


@cache
def known(**told: str) -> Knowledge:
    idea = "We sweep chimneys in the villages around Ludlow."
    project = ProjectInput.from_brief({"name": "Ember", "idea": idea, **told})
    return Knowledge(project.all_texts(), project.sheet, date(2026, 12, 1))


@pytest.mark.parametrize(
    ("budget", "amounts"),
    [
        ("We have £50,000. 1000 of that is a gift.", [1000]),
        ("There is £60,000 in all. Thirty thousand is ours, sixteen is Dad's.", [30_000, 16_000]),
        ("There is £9,000 in all. One thousand is ours, two is Dad's.", [1000, 2000]),
        ("£9,000: 8 mine and 1000 from Dad.", [8000, 1000]),
        ("We have £5,000 for 5 stalls with 0 staff.", []),
        ("£22,000: most is ours, the other eight a loan.", [8000, 14_000]),
        ("£22,000: most is ours, the rest goes into 2 vans.", []),
        ("£22,000: all twenty-two is ours, the rest would be a loan.", []),
        ("We have £58,000 22 of it from my wife.", [22_000]),
        ("We have £22,000, and 22 of it in the bank.", []),
    ],
)
def test_what_a_bare_number_stands_for(budget: str, amounts: list[int]) -> None:
    assert [figure.amount for figure in known(budget=budget).money if figure.is_bare] == amounts


BY_TIME = "£3 a day, £10 a week, £40 a month for up to 10 boats. Storage is £15 a month."


@pytest.mark.parametrize(
    ("price", "text", "right"),
    [
        ("berths", "8 boats cost £15 a month.", "40"),
        ("berths", "8 boats cost £40 a month.", ""),
        ("berths", "8 boats cost £90 a month.", ""),
        ("by time", "8 boats cost £15 a month.", "40"),
        ("by time", "8 boats cost £10 a week.", ""),
    ],
)
def test_the_price_for_so_many(price: str, text: str, right: str) -> None:
    founder = (
        known(
            price="£40 a month for up to 10 boats, £60 a month for 11 to 20 boats."
            " Storage is £15 a month.",
            problem="The marina charges £90 a month.",
        )
        if price == "berths"
        else known(price=BY_TIME)
    )
    (sentence,) = read_text(text, founder.language, founder.home)
    found = price_of_other_tier(founder, sentence)
    assert (f"{found[1].amount}" if found else "") == right


ROOFERS = "Owners pay a roofer £96 for a visit."
IN_EUROS = "Owners pay a roofer €96 for a visit."
OF_THREE = "A roofer asks £80 a chimney. £48 a chimney from each owner."


@pytest.mark.parametrize(
    ("price", "workaround", "text", "ours"),
    [
        (OF_THREE, ROOFERS, "An owner pays £96 a chimney.", "48"),
        (OF_THREE, ROOFERS, "An owner pays £96 for two chimneys.", ""),
        (OF_THREE, IN_EUROS, "An owner pays €96 for a chimney.", ""),
        (OF_THREE, ROOFERS, "An owner pays £48 for a chimney.", ""),
    ],
)
def test_the_price_of_somebody_else(price: str, workaround: str, text: str, ours: str) -> None:
    founder = known(price=price, workaround=workaround)
    (sentence,) = read_text(text, founder.language, founder.home)
    found = price_of_somebody_else(founder, sentence)
    assert (f"{found[1].amount}" if found else "") == ours
