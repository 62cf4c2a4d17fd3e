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
ARCHIVE = {
    "name": "Folder Search",
    "idea": "A search page for village archives, which volunteers fill on the web.",
    "target_user": "Archives in Kent without a paid archivist. A museum pays for its archive.",
    "price": (
        "£30 a month, or £300 a year. Six volunteers are included, each one above six is £5 a"
        " month. The first two months are free."
    ),
    "constraint": "I build it alone, 10 hours a week, with £4,000, by 1 June 2027.",
}
GAUGE = {
    "name": "Bridge Gauge",
    "idea": "A gauge on a bridge that sends a text message when the water rises.",
    "target_user": "Councils in Queensland. The council buys the gauge.",
    "price": (
        "A$900 per gauge, once, and A$12 a month per gauge, which we don't charge in the first"
        " dry season."
    ),
    "constraint": "Two of us, A$30,000, ready by 1 October 2027. No cameras.",
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


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (ARCHIVE, "An archive with eight volunteers pays £40 a month: £30 and twice £5."),
        (ARCHIVE, "An archive with six volunteers pays £30 a month, one with seven £35."),
        (JUICE, "A family brings 60 litres of apples and pays £90 for its 30 litres of juice."),
        (GAUGE, "Ten gauges are A$9,000 once and A$120 a month after the first dry season."),
        (GAUGE, "Through the first dry season the council pays nothing by the month."),
    ],
)
def test_what_is_not_charged_lets_off_none_of_those_who_pay(
    idea: dict[str, str], text: str
) -> None:
    assert rules(idea, text) == set()


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (ARCHIVE, "For a museum it is free."),
        (GAUGE, "For the council the gauge is free for good."),
    ],
)
def test_who_pays_is_not_let_off(idea: dict[str, str], text: str) -> None:
    assert "payer_differs" in rules(idea, text)


HEDGES = {
    "name": "Hedge Round",
    "idea": "We cut the hedges of farms in Devon with a quiet saw, twice a year.",
    "problem": "A contractor asks about £1,500 a field and comes when he likes.",
    "price": "£500 per field for the first cut and £350 per field for a second one.",
    "constraint": "The two of us, £8,000, ready by 1 March 2027.",
}


@pytest.mark.parametrize(
    "text",
    [
        "The first cut costs a third of the £1,500 that a contractor asks.",
        "The first cut is about a third of what a contractor at £1,500 a field costs.",
        "The first cut costs less than the £1,500 of a contractor.",
    ],
)
def test_what_the_first_is_compared_with_is_not_its_price(text: str) -> None:
    assert rules(HEDGES, text) == set()


def test_the_first_has_its_own_price() -> None:
    assert rules(HEDGES, "The first cut costs £350 per field.") == {"payer_differs"}


CHARCOAL = {
    "name": "Hazel Coal",
    "idea": "Charcoal for the grills of restaurants in Kent.",
    "target_user": "Restaurants. Shops buy for £2 a kilo elsewhere and sell at £3.",
    "price": (
        "£2.40 a kilo in sacks of 12 kg, £2.15 a kilo from ten sacks per order. At least £60 per"
        " delivery. A scuttle is £9 more."
    ),
    "constraint": "The two of us, £9,000, ready by 1 June 2027. No lessons for adults.",
    "first_version": "A restaurant orders\nWe burn a batch\nA lesson on the grill is given",
}
STAND = {
    "name": "Fietskar",
    "idea": "Wij herstellen fietsen op scholen in Lier.",
    "price": "Een platte band € 14, een licht € 11, een grote beurt € 39.",
    "constraint": "Met twee, € 6.000, klaar op 1 maart 2027.",
}


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (CHARCOAL, "Ten sacks cost £258, while five sacks are £144."),
        (CHARCOAL, "Ten sacks are £258, nine at £2.40 a kilo £259.20."),
        (CHARCOAL, "A delivery with six sacks costs £172.80, and four scuttles £36."),
        (CHARCOAL, "A shop earns £1 on each kilo today."),
        (STAND, "Een band en een licht kosten samen € 25."),
    ],
)
def test_sums_of_pieces_that_hold_something_are_right(idea: dict[str, str], text: str) -> None:
    assert rules(idea, text) == set()


@pytest.mark.parametrize(
    ("idea", "text", "rule"),
    [
        (CHARCOAL, "Ten sacks cost £278.", "sum_wrong"),
        (CHARCOAL, "A delivery with two sacks costs £57.60.", "price_beyond_limit"),
        (STAND, "Een licht kost € 25.", "price_terms_differ"),
    ],
)
def test_others_are_wrong(idea: dict[str, str], text: str, rule: str) -> None:
    assert rule in rules(idea, text)


def test_a_lesson_that_is_sold_is_not_left_out_with_those_for_adults() -> None:
    assert rules(CHARCOAL, "Three lessons on the grill are planned for a restaurant.") == set()


def test_the_clause_before_an_amount_names_what_it_is_for() -> None:
    price = "£16 per litre of syrup. Small jugs are extra, £2 apiece."
    assert rules({**JUICE, "price": price}, "A litre in two jugs comes to £20.") == set()
    assert "sum_wrong" in rules({**JUICE, "price": price}, "A litre in two jugs comes to £23.")
