"""Amounts, weights and counted days as founders write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from artifacts.facts.grammar import MoneyMatch, scan
from artifacts.facts.reading import read_facts

IDEAS = {
    "en": "We do something in Leeds for people who need it every week at home.",
    "de": "Wir machen in Graz etwas für Leute, die es jede Woche zu Hause brauchen.",
}


@pytest.mark.parametrize(
    ("language", "said", "amounts"),
    [
        ("en", "two-hundred pounds", [("200", None, "GBP")]),
        ("en", "three-hundred and fifty pounds", [("350", None, "GBP")]),
        ("en", "four-thousand dollars", [("4000", None, "USD")]),
        ("en", "30 euro cents", [("0.30", None, "EUR")]),
        ("en", "30 to 40 euro cents a sheet", [("0.30", "0.40", "EUR")]),
        ("de", "30 bis 40 Eurocent je Blatt", [("0.30", "0.40", "EUR")]),
        ("en", "3 to 4 k€", [("3000", "4000", "EUR")]),
        ("de", "4 k€", [("4000", None, "EUR")]),
        ("en", "4 k of rope", []),
        ("en", "a ten pound bag is £4", [("4", None, "GBP")]),
        ("en", "bags of ten pounds cost $8", [("8", None, "USD")]),
        ("en", "a ten pound note", [("10", None, "GBP")]),
        ("de", "zwei Pfund Kirschen für 9 €", [("9", None, "EUR")]),
    ],
)
def test_an_amount_is_read_as_it_is_written(language, said, amounts):
    read = [
        (m.amount, m.high, m.currency) for m in scan(said, language) if isinstance(m, MoneyMatch)
    ]
    wanted = [(Decimal(low), high and Decimal(high), currency) for low, high, currency in amounts]
    assert read == wanted


@pytest.mark.parametrize(
    ("language", "said", "day"),
    [
        ("en", "It must be ready three weeks before the fair on 1 June 2027.", date(2027, 5, 11)),
        ("en", "It must be ready a month before 1 June 2027.", date(2027, 5, 1)),
        ("en", "The fair is on 1 June 2027, three weeks before that it must be ready.",
         date(2027, 5, 11)),
        ("de", "Es muss drei Wochen vor dem Fest am 1. Juni 2027 fertig sein.", date(2027, 5, 11)),
        ("de", "Das Fest ist am 1. Juni 2027, drei Wochen vorher muss es fertig sein.",
         date(2027, 5, 11)),
        ("en", "It must be ready on 1 June 2027, three weeks before that we test.",
         date(2027, 6, 1)),
        ("en", "It must be ready on 1 June 2027, three weeks before the fair.", date(2027, 6, 1)),
    ],
)  # fmt: skip
def test_a_day_is_counted_from_what_happens_on_another(language, said, day):
    sheet = read_facts({"idea": IDEAS[language], "constraint": said}, today=date(2026, 11, 29))
    assert sheet.deadline.value == day


@pytest.mark.parametrize(
    ("language", "said", "count"),
    [
        ("en", "Landlords with three to ten flats. Five of them told me what they pay.", 5),
        ("de", "Vermieter mit drei bis zehn Wohnungen; sechs habe ich befragt.", 6),
        ("de", "Vermieter mit drei bis zehn Wohnungen, fünf davon habe ich gefragt.", 5),
    ],
)
def test_talks_are_told_in_the_answer_on_the_users(language, said, count):
    sheet = read_facts({"idea": IDEAS[language], "target_user": said}, today=date(2026, 11, 29))
    assert sheet.stage.value
    assert (sheet.stage.value.stage, sheet.stage.value.count) == ("talks", count)


@pytest.mark.parametrize(
    ("language", "said", "people"),
    [
        ("en", "Four plumbers from two firms, together 25 hours a week.", 4),
        ("de", "Vier Installateure aus zwei Betrieben, zusammen 25 Stunden die Woche.", 4),
        ("en", "It's me and Jase, Jase codes when the kids are asleep.", 2),
        ("en", "It is me and a retired bailiff, together 26 hours a week.", 2),
        ("en", "It's me and the kids. 10 hours a week.", None),
    ],
)
def test_a_group_and_one_beside_the_teller_are_counted(language, said, people):
    sheet = read_facts({"idea": IDEAS[language], "constraint": said}, today=date(2026, 11, 29))
    assert sheet.people.value == people


@pytest.mark.parametrize(
    ("said", "platforms"),
    [
        ("It is for old kilns that have nothing but a dial.", []),
        ("The first ring up is on 1 May.", []),
        ("People dial a number to book.", ["phone call"]),
        ("Owner rings or turns up.", ["phone call"]),
    ],
)
def test_a_dial_and_a_ring_are_no_calls(said, platforms):
    sheet = read_facts({"idea": IDEAS["en"], "constraint": said}, today=date(2026, 11, 29))
    assert [fact.value for fact in sheet.platforms] == platforms


@pytest.mark.parametrize(
    ("language", "said", "laws"),
    [
        ("de", "Über 100 Tonnen bräuchte der Platz auch noch eine Betriebsbewilligung.", []),
        ("de", "Der Platz braucht eine Betriebsbewilligung.", ["Betriebsbewilligung"]),
        ("en", "For food we would need a street trading licence.", []),
        ("en", "We need a street trading licence.", ["street trading licence"]),
    ],
)
def test_what_would_be_needed_for_more_is_no_permit_of_ours(language, said, laws):
    sheet = read_facts({"idea": IDEAS[language], "constraint": said}, today=date(2026, 11, 29))
    assert [fact.value for fact in sheet.laws] == laws


@pytest.mark.parametrize(
    ("language", "said", "amount"),
    [
        (
            "de",
            "Einer kostet 3.100 €. Zwölftausend hab ich, viertausend leiht mir Jo. Macht 16.000.",
            "16000",
        ),
        ("en", "I have twelve thousand, my uncle lends me four. That makes 16,000.", "16000"),
        ("en", "Each is £3,100. We have been at it since 2004, and there are 4,000 people.", None),
        ("en", "$38,500: $26,000 is mine, and $12,500 is a cost share that pays on receipts.",
         "38500"),
    ],
)  # fmt: skip
def test_thousands_that_somebody_has_are_the_budget(language, said, amount):
    told = {"idea": IDEAS[language], "price": "3 €" if language == "de" else "£3"}
    budget = read_facts({**told, "constraint": said}, today=date(2026, 11, 29)).budget.value
    assert (budget and str(budget.amount)) == amount
    if budget and "share" in said:
        assert [str(part.amount) for part in budget.later] == ["12500"]
