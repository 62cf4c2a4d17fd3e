"""True sentences on prices that are near what our answers deny, and false ones beside them."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

JUICE = {
    "name": "Yard Press",
    "idea": "We press apples for families near Ross in a shed, and they take the juice home.",
    "target_user": "Families with an orchard in Ross. They pay at the counter.",
    "workaround": "They sell the apples at 20p a kilo.",
    "price": "£3 per litre of finished juice. A batch is at least 60 litres of crushed apples.",
    "constraint": "One press and £9,000. We do not buy apples. Ready by 1 September 2027.",
}


def rules(idea: dict[str, str], text: str) -> set[str]:
    project = ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)})
    return rules_on(project, "brief.market_analysis", text)


@pytest.mark.parametrize(
    "text",
    [
        "A family that takes home twenty litres of juice pays £60.",
        "The smallest batch, 60 litres of crushed apples, gives about 30 litres, which is £90.",
    ],
)
def test_a_least_amount_of_one_thing_is_none_of_what_is_made_of_it(text: str) -> None:
    assert rules(JUICE, text) == set()


def test_fewer_than_the_least_are_not_billed() -> None:
    price = "£2 per kilo of apples, but at least 60 kilos of apples."
    assert "price_terms_differ" in rules(
        {**JUICE, "price": price}, "A family with 40 kilos of apples pays £80."
    )
