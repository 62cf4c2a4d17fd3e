"""What counted things come to is made from all of them, at the prices that are theirs."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

EN = {
    "idea": "We mend nets and ropes for the fishing boats of Newlyn in a shed on the quay.",
    "workaround": "The chandler in Plymouth takes £14 a rope.",
    "price": (
        "£8.50 a rope and £21 a net. A float is 40p, from 200 floats on 30p. A harbour pays £300 a"
        " year. Whoever pays by the month pays £6 a month for each locker."
    ),
}
STEPS = {
    "idea": "We carry parcels for the shops of Kerry from the railway to the villages.",
    "price": "€6 per parcel up to four kilos, each kilo above is €1.20. A pallet is €45.",
}
DE = {
    "idea": "Wir verleihen Zelte und Bänke für Feste in den Dörfern rund um Verden.",
    "price": "24 € im Monat je Verein und 35 Cent für jede Bank. Ein Zelt kostet 80 €.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Quayside", **told, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (EN, "Six ropes and three nets come to £114."),
        (EN, "With six ropes at £8.50 and three nets at £21 the shed takes in £114."),
        (EN, "250 floats cost £75."),
        (EN, "Two harbours with five lockers bring £960 in a year."),
        (EN, "Three lockers for four months are £72."),
        (EN, "Ten ropes cost £140 at the chandler in Plymouth."),
        (STEPS, "A parcel of nine kilos costs €12."),
        (STEPS, "Two pallets and one parcel come to €96."),
        (DE, "Ein Verein mit 100 Bänken zahlt 59 € im Monat."),
        (DE, "Zwei Zelte und 40 Bänke machen 174 €."),
    ],
)
def test_a_bill_at_our_prices_is_no_fault(told: dict[str, str], text: str) -> None:
    assert not rules_on(project(told), "brief.market_analysis", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (EN, "Six ropes and three nets come to £105.50."),
        (EN, "With six ropes at £8.50 and three nets at £21 the shed would take in £132."),
        (EN, "250 floats cost £100."),
        (EN, "Three lockers for four months are £96."),
        (STEPS, "A parcel of nine kilos costs €13.20."),
        (DE, "Ein Verein mit 100 Bänken zahlt 69 € im Monat."),
        (DE, "Zwei Zelte und 40 Bänke machen 182 €."),
    ],
)
def test_another_sum_is_one(told: dict[str, str], text: str) -> None:
    assert "sum_wrong" in rules_on(project(told), "brief.market_analysis", text)


@pytest.mark.parametrize(
    "text",
    [
        "A call with two ropes is billed £17.",
        "The owner of a boat with two ropes pays £17 for the call.",
    ],
)
def test_a_bill_is_no_smaller_than_the_smallest(text: str) -> None:
    told = {**EN, "price": "£8.50 a rope, the smallest bill for a call is £34."}
    assert "price_beyond_limit" in rules_on(project(told), "brief.market_analysis", text)
