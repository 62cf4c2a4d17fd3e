"""Prices for any number, the first piece, what is kept in full, and who an amount is from."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

LOOM = {
    "idea": "We lend looms to schools in Galway and come to tune them.",
    "target_user": "Schools, and weavers who teach there.",
    "price": (
        "€40 a month for each loom. Yarn is €3 a cone, from ten cones on €2.50. The first visit is"
        " in the price, then €25 a visit. The weaver gives us 12 % of what the school pays her."
    ),
}
BAND = {
    "idea": "Brass lessons in the valley, with instruments to borrow.",
    "price": "£11 a child per lesson from the school, and £3 a lesson from the parent.",
}
RIDES = {
    "idea": "Donkey rides for families on the beach at Filey.",
    "price": "£8 a ride or £70 for a card of ten rides. The first brushing is free, then £5.",
}
MARKET = {
    "idea": "Wir verkaufen Obst von alten Bäumen an Haustüren in Trier.",
    "price": "Äpfel kosten 2 € das Kilo, Quitten und Mispeln kosten 5 € das Kilo.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Warp", **told, "today": date(2026, 12, 1)})


PRICES = {
    "payer_differs",
    "price_condition_dropped",
    "price_terms_differ",
    "price_of_another_case",
}


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (LOOM, "A school pays €40 a month in all, whether it has two looms or nine."),
        (LOOM, "A cone of yarn costs €3, no matter how many cones the school takes."),
        (LOOM, "A visit is €25, the first one included."),
        (RIDES, "A brushing is £5, from the first one on."),
        (LOOM, "A weaver keeps the whole fee that the school pays her."),
        (BAND, "The parent pays £11 a lesson and the school £3."),
        (MARKET, "Quitten kosten 2 € das Kilo, wie die Äpfel."),
    ],
)
def test_another_price_is_found(told: dict[str, str], text: str) -> None:
    assert PRICES & rules_on(project(told), "brief.market_analysis", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (LOOM, "A school pays €40 a month for each loom, whether it has two looms or nine."),
        (LOOM, "A school pays €40 a month for each loom, however many pupils it has."),
        (LOOM, "Two visits after the first one cost €50."),
        (LOOM, "A weaver keeps 88 % of what the school pays her."),
        (BAND, "The school pays £11 a lesson and the parent £3."),
        (MARKET, "Quitten kosten 5 € das Kilo, die Äpfel 2 €."),
        (RIDES, "A ride is £8 per ride."),
        (MARKET, "Mispeln kosten 5 € das Kilo."),
    ],
)
def test_the_price_we_named_is_none(told: dict[str, str], text: str) -> None:
    assert not PRICES & rules_on(project(told), "brief.market_analysis", text)


WEBEN = {
    "idea": "Wir leihen Schulen in Bonn Webstühle und stimmen sie.",
    "price": (
        "40 € im Monat je Webstuhl. Garn kostet 3 € die Spule, ab zehn Spulen 2,50 €. Der erste"
        " Besuch ist im Preis, dann 25 € je Besuch. Die Weberin gibt uns 12 % von dem, was die"
        " Schule ihr zahlt."
    ),
}


@pytest.mark.parametrize(
    ("told", "text", "differs"),
    [
        (LOOM, "A cone costs €3, however many.", True),
        (LOOM, "A cone costs €3, however many trucks come.", False),
        (LOOM, "A cone costs €2.50, however many cones the school takes.", True),
        (LOOM, "A visit is €25, the first visit like all others.", True),
        (LOOM, "A visit is €25 like every other.", False),
        (LOOM, "A visit is €25, and the first one is not included.", False),
        (LOOM, "The first cone is €3, like every other cone.", False),
        (LOOM, "A loom is €40 a month, the first one included.", False),
        (LOOM, "A weaver does not keep the whole fee.", False),
        (LOOM, "A tuner keeps the whole fee.", False),
        (WEBEN, "Ein Besuch kostet 25 €, auch der erste.", True),
        (WEBEN, "Ein Besuch kostet 25 €, der erste Besuch wie jeder andere.", True),
        (WEBEN, "Die Weberin behält alles.", True),
        (WEBEN, "Die Weberin behält nicht alles.", False),
        (WEBEN, "Eine Spule kostet 3 €, egal wie viele Spulen es sind.", True),
        (WEBEN, "Die Schule zahlt 40 € im Monat, ob sie zwei Webstühle hat oder neun.", True),
        (WEBEN, "Die Schule zahlt 40 € im Monat je Webstuhl, egal wie viele sie hat.", False),
    ],
)
def test_pieces_first_ones_and_shares_are_as_told(
    told: dict[str, str], text: str, differs: bool
) -> None:
    assert bool(PRICES & rules_on(project(told), "brief.market_analysis", text)) is differs
