"""What somebody proposes, sets or caps is no price of ours, nor what an order must reach."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts


def prices_of(said: str) -> list[str]:
    prices = read_facts({"price": said}, today=date(2026, 11, 29)).prices
    return [str(fact.value.amount) for fact in prices if fact.value]


@pytest.mark.parametrize(
    "said",
    [
        "£9 a month. Somebody advised me to take £5 from each tenant; I refused.",
        "£9 a month. My nephew says £8 looks better.",
        "£9 a month. My brother wanted £12 a month; I said no.",
        "9 € im Monat. Der Verband hätt gern 6 Euro ausgehandelt, da hab ich nein gesagt.",
        "9 € par mois. Un ami m'a conseillé 12 € par mois.",
    ],
)
def test_advice_is_no_price(said: str) -> None:
    assert prices_of(said) == ["9"]


def test_what_we_said_to_them_is_a_price() -> None:
    assert prices_of("We said £9 a month and they nodded.") == ["9"]


@pytest.mark.parametrize(
    ("said", "prices"),
    [
        ("The club sets the hire, mostly £90 a tent, and we keep 10% of that.", ["10"]),
        ("The state caps an act at $15, so we take $10 per act.", ["10"]),
        ("Das Haus setzt den Preis selbst fest, meist 40 € die Woche. Wir nehmen 15 %.", ["15"]),
    ],
)
def test_what_others_set_is_no_price(said: str, prices: list[str]) -> None:
    assert prices_of(said) == prices


@pytest.mark.parametrize(
    ("said", "prices"),
    [
        ("$42 a year. There is a big vendor at $290 a year.", ["42"]),
        ("39 € im Monat. Die großen Programme fangen bei 400 € im Jahr an.", ["39"]),
        ("14 € im Monat. Mich kostet das Modell so um die 6 € im Monat.", ["14"]),
        ("8,90 € das Stück, im Regal steht es dann für 12,90 €.", ["8.90"]),
        ("190 € der Termin. Das Labor verrechnet uns 21 € je Probe.", ["190"]),
        ("€ 25 per stuk. Vervoer regelen ze zelf, een bus huren is ergens € 70.", ["25"]),
        ("The fare is up to them, usually £11. £5 per horse is our fee.", ["5"]),
        ("Die großen Kisten kosten 9 € im Monat.", ["9"]),
    ],
)
def test_what_others_sell_or_bill_us_is_no_price(said: str, prices: list[str]) -> None:
    assert prices_of(said) == prices


@pytest.mark.parametrize(
    ("said", "prices"),
    [
        ("£900 a sleeve. The co-op pays 40 % when ordering and the rest on delivery.", ["900"]),
        ("Maden 3 € die Dose. Der Campingplatz bekommt 10 % vom Umsatz.", ["3"]),
        ("The seller pays 7 % of the fare.", ["7"]),
    ],
)
def test_an_instalment_and_what_others_get_is_no_share_of_ours(
    said: str, prices: list[str]
) -> None:
    assert prices_of(said) == prices


def test_what_we_set_is_a_price() -> None:
    assert prices_of("We set the fee at £90 a tent.") == ["90"]


@pytest.mark.parametrize(
    ("said", "prices"),
    [
        ("Versand 3,95 € je Sendung, ab 40 € Bestellwert frei.", ["3.95"]),
        ("Delivery is £4 a parcel, over £40 free.", ["4"]),
        ("Liefern kostet 6 €, wenn die Bestellung unter 60 € liegt, sonst nichts.", ["6"]),
        ("$11 a month, postage included, or $118 a year.", ["11", "118"]),
        ("Die Kiste 8 €, Porto 5 € pro Paket.", ["8", "5"]),
        ("₹600 per visit, beyond that 45 paise per litre.", ["600", "0.45"]),
        ("15 % auf den Leihpreis, die zahlt der Ausleiher.", ["15"]),
        ("La tienda paga 10.50 dólares por madeja, desde cien.", ["10.50"]),
    ],
)
def test_what_an_order_must_reach_is_no_price_and_postage_is(said: str, prices: list[str]) -> None:
    assert prices_of(said) == prices


def test_postage_that_we_pay_is_a_cost() -> None:
    assert prices_of("The box is £8. We pay the postage, £5 a parcel.") == ["8"]
