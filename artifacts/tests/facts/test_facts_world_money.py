"""Money in countries whose signs and words mean something else elsewhere."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from artifacts.facts.reading import read_facts


def prices_of(idea: str, price: str) -> list[tuple[Decimal, str | None]]:
    sheet = read_facts({"idea": idea, "price": price}, today=date(2026, 11, 29))
    return [(fact.value.amount, fact.value.currency) for fact in sheet.prices if fact.value]


def budget_of(idea: str, constraint: str) -> tuple[Decimal, str] | None:
    sheet = read_facts({"idea": idea, "constraint": constraint}, today=date(2026, 11, 29))
    budget = sheet.budget.value
    return (budget.amount, budget.currency) if budget else None


@pytest.mark.parametrize(
    ("idea", "price", "expected"),
    [
        ("Soap from ash in Lusaka, Zambia.", "K25 a bar.", [(25, "ZMW")]),
        ("Soap from ash in Blantyre, Malawi.", "K900 a bar.", [(900, "MWK")]),
        ("Goat cheese in Maun, Botswana.", "P40 a wheel, P22 half.", [(40, "BWP"), (22, "BWP")]),
        ("Tailoring in Sylhet, Bangladesh.", "Tk 350 a shirt.", [(350, "BDT")]),
        ("Rope shoes in Bandung, Indonesia.", "Rp 90.000 a pair.", [(90000, "IDR")]),
        ("Kayaks in Speightstown, Barbados.", "Bds$60 a trip.", [(60, "BBD")]),
        ("Drums in Port of Spain, Trinidad.", "TT$200 a lesson.", [(200, "TTD")]),
        ("Honey in Mandeville, Jamaica.", "J$1,200 a jar.", [(1200, "JMD")]),
        ("Mats in Apia.", "EC$15 a mat.", [(15, "XCD")]),
        ("Tours in Luxor, Egypt.", "300 pounds a head.", [(300, "EGP")]),
        ("Baskets in Djerba, Tunisia.", "45 dinars each.", [(45, "TND")]),
        ("Injera by bike in Adama, Ethiopia.", "60 birr a meal.", [(60, "ETB")]),
        ("Fromages à Butare, Rwanda.", "2 500 francs la pièce.", [(2500, "RWF")]),
        ("A boat in Hull, England.", "12 pounds a ride.", [(12, "GBP")]),
        ("A shelf in Lyon, France.", "K2 is a mountain, and 9 euros a month.", [(9, "EUR")]),
    ],
)
def test_letters_and_words_are_those_of_the_country(idea, price, expected):
    assert prices_of(idea, price) == expected


@pytest.mark.parametrize(
    ("idea", "constraint", "expected"),
    [
        (
            "A bakery van in Mysore, India.",
            "Twelve lakh: seven lakh mine and five from the bank.",
            (1200000, "INR"),
        ),
        ("A loom in Pokhara, Nepal.", "We have six lakh rupees, NPR 600,000.", (600000, "NPR")),
        ("A clinic boat in Kochi, India.", "Three lakh households live there.", None),
        ("A kiln in Kabwe, Zambia.", "K60,000 is what there is.", (60000, "ZMW")),
    ],
)
def test_money_counted_in_lakhs_needs_no_name(idea, constraint, expected):
    assert budget_of(idea, constraint) == expected
