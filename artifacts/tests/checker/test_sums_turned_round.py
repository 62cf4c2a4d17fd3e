"""Sums whose verb comes last, whose price comes first, or that add an amount to a share."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

CASES = {
    "idea": "Unser Verein packt alte Dinge in Koffer und verleiht sie an Heime.",
    "price": "54 € für zwei Wochen.",
    "constraint": "Zwölf Koffer sollen es werden, jeder kostet 600 €. 11.400 € sind da.",
}
TENTS = {
    "idea": "Wir vermitteln Zelte zwischen den Vereinen im Landkreis Cham.",
    "price": "7 % vom Leihpreis und 5 € je Buchung. Ein Zelt kostet meistens 300 bis 500 €.",
}
POOL = {
    "idea": "Wir stellen ein Becken in Dörfern auf, und die Kinder lernen schwimmen.",
    "price": "Die Schule zahlt 2.300 € für drei Wochen am Vormittag.",
}
BAGS = {"idea": "We mill spelt for bakers in Shropshire.", "price": "£3 a bag."}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Trunk", **told, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (CASES, "Zwölf Koffer zu je 600 € kommen auf 7.800 €."),
        (CASES, "Zwölf Koffer zu je 600 € belaufen sich auf 7.800 €."),
        (CASES, "Für zwölf Koffer zu je 600 € werden 7.800 € fällig."),
        (CASES, "Zwölf Koffer, jeder zu 600 €, summieren sich auf 7.800 €."),
        (CASES, "Bei 600 € je Koffer ergeben zwölf Koffer 7.800 €."),
        (CASES, "Zwölf mal 600 € betragen 7.800 €."),
        (TENTS, "Bei 400 € Leihpreis werden die 7 % und die 5 € abgebucht, zusammen 35 €."),
        (BAGS, "At £3 a bag, 40 bags make £130."),
        (CASES, "Dann fehlen zwölf Koffer zu 600 € gleich 7.800 €."),
        (TENTS, "Von 400 € Leihpreis gehen 7 % ab, das sind 35 €, und der Verein bekommt 365 €."),
    ],
)
def test_a_wrong_sum_in_any_order_is_found(told: dict[str, str], text: str) -> None:
    assert "sum_wrong" in rules_on(project(told), "brief.market_analysis", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (CASES, "Zwölf Koffer zu je 600 € kommen auf 7.200 €, übrig bleiben 4.200 €."),
        (CASES, "Für zwölf Koffer zu je 600 € werden 7.200 € fällig."),
        (CASES, "Bei 600 € je Koffer ergeben zwölf Koffer 7.200 €."),
        (TENTS, "Bei 400 € Leihpreis werden die 7 % und die 5 € abgebucht, zusammen 33 €."),
        (TENTS, "Ein Zelt für 300 € bringt 7 % und 5 €, macht 26 €."),
        (TENTS, "Zehn Buchungen zu je 300 € bringen 7 % und je 5 €, zusammen 260 €."),
        (POOL, "Sechs Wochen am Vormittag bringen von der Schule 4.600 €."),
        (BAGS, "At £3 a bag, 40 bags make £120."),
        (CASES, "Dann fehlen zwölf Koffer zu 600 € gleich 7.200 €."),
        (TENTS, "Von 400 € Leihpreis gehen 7 % ab, das sind 28 €, und der Verein bekommt 372 €."),
        (TENTS, "Von 410 € Leihpreis gehen 7 % ab, das sind rund 29 €."),
    ],
)
def test_a_right_sum_is_no_fault(told: dict[str, str], text: str) -> None:
    assert not rules_on(project(told), "brief.market_analysis", text)
