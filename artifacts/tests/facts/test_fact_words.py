"""How facts are written for the founder, in English and in German."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils.translation import override

from artifacts.facts.labels import fact_rows, value_text
from artifacts.facts.schema import Facts
from artifacts.tests.facts.test_fact_questions import EUR, read


def price(amount: str, per: str, currency: str | None = "EUR", **more: Any) -> dict[str, Any]:
    return read({"amount": amount, "currency": currency, "per": per, **more})


def written(language: str, facts: dict[str, Any]) -> list[str]:
    """Return the values of a sheet as they are written, with plain spaces."""
    with override(language):
        return [
            value_text(path, fact.value).replace("\N{NO-BREAK SPACE}", " ")
            for path, fact in Facts.model_validate(facts).each()
            if fact
        ]


@pytest.mark.parametrize(
    ("told", "english", "german"),
    [
        (price("29", "month"), "€29 a month", "29 € im Monat"),
        (price("29.5", "year"), "€29.50 a year", "29,50 € im Jahr"),
        (price("7", "week"), "€7 a week", "7 € in der Woche"),
        (price("8", "day", "INR"), "₹8 a day", "8 ₹ am Tag"),
        (price("12", "hour", "CHF"), "12 CHF an hour", "12 CHF in der Stunde"),
        (price("15", "once", "USD"), "$15", "15 $"),
        (price("15", "cup", "GBP"), "£15 per cup", "15 £ pro cup"),
        (price("5", "once", "JPY", unit="seat"), "¥5 per seat", "5 ¥ pro seat"),
        (
            price("1200", "month", "KES", unit="bus"),
            "1,200 KES a month per bus",
            "1.200 KES im Monat pro bus",
        ),
        (price("1234567.25", "once"), "€1,234,567.25", "1.234.567,25 €"),
        (
            price("9", "month", payer="clinics"),
            "€9 a month, paid by clinics",
            "9 € im Monat; wer zahlt: clinics",
        ),
        (price("9", "visit", is_minimum=True), "at least €9 per visit", "mindestens 9 € pro visit"),
        (
            price("9", "once", is_shared=True),
            "€9, of which others get a part",
            "9 €, davon bekommen andere einen Teil",
        ),
        (
            price("9", "month", months_a_year=7),
            "€9 a month, 7 months a year",
            "9 € im Monat, 7 Monate im Jahr",
        ),
        (price("9", "month", months_a_year=12), "€9 a month", "9 € im Monat"),
        (
            price(
                "9",
                "month",
                months_a_year=11,
                is_minimum=True,
                is_shared=True,
                payer="inns",
                unit="room",
            ),
            (
                "at least €9 a month per room, 11 months a year, of which others get a part, paid"
                " by inns"
            ),
            (
                "mindestens 9 € im Monat pro room, 11 Monate im Jahr, davon bekommen andere einen"
                " Teil; wer zahlt: inns"
            ),
        ),
        (price("5", "percent", None), "5 %", "5 %"),
        (
            price("2.5", "percent", None, unit="sale", payer="sellers"),
            "2.5 % of sale, paid by sellers",
            "2,5 % von sale; wer zahlt: sellers",
        ),
    ],
)
def test_a_price_is_written_with_all_that_it_rests_on(
    told: dict[str, Any], english: str, german: str
) -> None:
    assert written("en", {"prices": [told]}) == [english]
    assert written("de", {"prices": [told]}) == [german]


LATER = [
    {"amount": "4000.5", "condition": "in May"},
    {"amount": "1", "condition": "at signing"},
]


@pytest.mark.parametrize(
    ("facts", "english", "german"),
    [
        ({"budget": read({**EUR, "amount": "12000"})}, "€12,000", "12.000 €"),
        (
            {"budget": read({**EUR, "amount": "12000", "later": LATER})},
            "€12,000, of which €4,000.50 only later: in May, of which €1 only later: at signing",
            "12.000 €, davon 4.000,50 € erst später: in May, davon 1 € erst später: at signing",
        ),
        ({"stage": read({"stage": "idea"})}, "An idea", "Eine Idee"),
        (
            {"stage": read({"stage": "pilot", "count": 1200, "noun": "growers"})},
            "A first trial in use: 1,200 growers",
            "Ein erster Probelauf: 1.200 growers",
        ),
        (
            {"stage": read({"stage": "talks", "count": 3})},
            "Talks with people: 3",
            "Gespräche mit Leuten: 3",
        ),
        (
            {
                "test": read(
                    {
                        "participants": 1200,
                        "noun": "growers",
                        "weeks": "6.5",
                        "begins": "2027-05-03",
                        "ends": "2027-06-14",
                        "rhythm": "every week",
                        "pass_mark": "five stay",
                    }
                )
            },
            (
                "1,200 growers, 6.5 weeks, from May 3, 2027, until June 14, 2027, every week;"
                " pass mark: “five stay”"
            ),
            (
                "1.200 growers, 6,5 Wochen, ab 3. Mai 2027, bis 14. Juni 2027, every week;"
                " Maßstab: „five stay“"
            ),
        ),
        (
            {"test": read({"pass_mark": "five stay"})},
            "pass mark: “five stay”",
            "Maßstab: „five stay“",
        ),
        ({"test": read({"participants": 4})}, "4", "4"),
        ({"test": read({"weeks": "1"})}, "1 week", "1 Woche"),
        ({"people": read(1)}, "1 person", "1 Person"),
        ({"people": read(2)}, "2 people", "2 Personen"),
        (
            {"hours_per_week": read("12.50")},
            "12.5 hours a week together",
            "12,5 Stunden in der Woche zusammen",
        ),
        ({"duration_weeks": read("1")}, "1 week", "1 Woche"),
        ({"duration_weeks": read("1.5")}, "1.5 weeks", "1,5 Wochen"),
        ({"deadline": read("2027-05-03")}, "May 3, 2027", "3. Mai 2027"),
        ({"earliest_start": read("2027-05-03")}, "May 3, 2027", "3. Mai 2027"),
        ({"regions": [read({"name": "Bavaria", "code": "DE-BY"})]}, "Bavaria", "Bavaria"),
        ({"counts": [read({"number": 1500, "noun": "growers"})]}, "1,500 growers", "1.500 growers"),
        ({"counts": [read({"number": 3, "noun": ""})]}, "3", "3"),
        ({"platforms": [read("web")]}, "Web", "Web"),
        ({"platforms": [read("phone call")]}, "Phone calls", "Telefon"),
        ({"traits": {"seasonal": read("unknown")}}, "Not sure", "Unsicher"),
        ({"traits": {"children": read("yes")}}, "Yes", "Ja"),
        ({"traits": {"children": read("no")}}, "No", "Nein"),
        ({"user": read("bakers")}, "bakers", "bakers"),
        (
            {"more": [read({"topic": "", "question": "Who?", "answer": "Me"})]},
            "Who?: Me",
            "Who?: Me",
        ),
        (
            {"more": [read({"topic": "Power", "question": "Who?", "answer": "Me"})]},
            "Power: Me",
            "Power: Me",
        ),
    ],
)
def test_a_fact_is_written_in_the_readers_language(
    facts: dict[str, Any], english: str, german: str
) -> None:
    assert written("en", facts) == [english]
    assert written("de", facts) == [german]


def test_staff_see_what_was_said_and_what_was_settled_without_a_value() -> None:
    facts = {
        "people": read(2),
        "deadline": {"value": None, "state": "confirmed"},
        "platforms": [read("paper")],
    }
    with override("en"):
        assert list(fact_rows(Facts.model_validate(facts))) == [
            ("Ready by", "–", "confirmed"),
            ("How many work on it", "2 people", "read"),
            ("Runs on", "Paper", "read"),
        ]
