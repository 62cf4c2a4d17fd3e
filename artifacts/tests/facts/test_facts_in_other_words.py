"""Prices, limits and teams in further wordings; the sentences are nobody's in the measured sets."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts
from artifacts.facts.schema import Facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
    "fr": "Nous faisons une chose pour des gens qui en ont besoin toutes les semaines chez eux.",
    "nl": "Wij maken iets voor mensen die het elke week thuis nodig hebben en niet hebben.",
    "es": "Hacemos una cosa para la gente que la necesita todas las semanas en su casa.",
}


def read(language: str, **told: str) -> Facts:
    return read_facts({"idea": IDEAS[language], **told}, today=date(2026, 11, 29))


@pytest.mark.parametrize(
    ("language", "said", "amounts"),
    [
        ("en", "80 cents a page, never more than $45 for one thesis.", [0.8, 45]),
        ("en", "£9 per dog per walk, though never less than £30 a week per owner.", [9, 30]),
        ("en", "€25 a lesson. The music school takes €48, to compare.", [25]),
        ("en", "A club pays €40, a stranger who comes to us pays €55.", [40, 55]),
        ("en", "$30 a ride. The boat tour is $75 a head, that is another firm.", [30]),
        ("de", "6 € je Hemd, nie mehr als 60 € je Woche.", [6, 60]),
        ("de", "14 € die Stunde. Beim Handwerker sind es 70 €, nur zum Vergleich.", [14]),
        ("de", "30 € im Monat. Die 5 € Trinkgeld gehen nicht über uns.", [30]),
        ("fr", "8 € la séance, jamais plus de 50 € par mois.", [8, 50]),
        ("es", "12 euros la hora, nunca menos de 30 euros por visita.", [12, 30]),
    ],
)
def test_a_least_and_a_most_are_prices_and_what_others_ask_is_none(language, said, amounts):
    prices = [float(fact.value.amount) for fact in read(language, price=said).prices if fact.value]
    assert prices == pytest.approx(amounts)


def test_what_others_ask_may_start_at_an_amount():
    told = {"price": "€140 for a sensor. A sensor from a laboratory starts at €900."}
    sheet = read("en", **told, workaround="A sensor of the laboratory, once a year.")
    assert [fact.value.amount for fact in sheet.prices if fact.value] == [140]


def test_pesos_are_those_of_the_country_that_a_region_lies_in():
    sheet = read("es", target_user="Hoteles en Antioquia", price="18.000 pesos la noche.")
    assert [fact.value.currency for fact in sheet.prices if fact.value] == ["COP"]


def test_millions_of_a_currency_are_money():
    told = "Tenemos 12.000.000 de pesos: 9.000.000 de crédito y 3.000.000 de ahorros."
    budget = read("es", target_user="Hoteles en Antioquia", constraint=told).budget.value
    assert budget is not None
    assert budget.amount == 12_000_000


@pytest.mark.parametrize(
    ("language", "said", "weeks"),
    [
        (
            "en",
            "From the day we sign to the first guest it must not take longer than 28 weeks.",
            28,
        ),
        ("en", "From the order to five finished boats we allow ourselves 40 weeks.", 40),
        ("en", "From the start to the first loaf we give ourselves 12 weeks, the test is two.", 12),
        ("de", "Vom Auftrag bis zum ersten fertigen Boot geben wir uns 30 Wochen.", 30),
        (
            "de",
            "Von der Zusage bis zur ersten Fahrt darf es nicht länger als 24 Wochen dauern.",
            24,
        ),
        ("de", "In Oberbayern wartet man darauf neun Wochen, das muss schneller laufen.", None),
        ("en", "In our town people wait nine weeks for it, and that has to end.", None),
    ],
)
def test_a_span_is_the_limit_where_both_ends_are_named(language, said, weeks):
    assert read(language, constraint=said).duration_weeks.value == weeks


def test_the_day_it_is_wanted_by_is_the_deadline():
    said = "I want it out on May 3, 2027, the season starts on June 1."
    assert read("en", constraint=said).deadline.value == date(2027, 5, 3)


@pytest.mark.parametrize(
    ("language", "said", "people", "hours"),
    [
        ("en", "We are four, 20, 15, 10 and 5 hours a week.", 4, 50),
        ("de", "Wir sind drei, 12, 10 und 8 Stunden in der Woche.", 3, 30),
        ("fr", "Nous sommes quatre, 20, 15, 10 et 5 heures par semaine.", 4, 50),
    ],
)
def test_how_many_we_are_is_not_one_of_the_hours(language, said, people, hours):
    sheet = read(language, constraint=said)
    assert (sheet.people.value, sheet.hours_per_week.value) == (people, hours)


@pytest.mark.parametrize(
    ("language", "said", "amount"),
    [
        ("en", "We have six and a half thousand pounds, all saved.", 6500),
        ("en", "Three thousand two hundred and fifty dollars of my own, saved.", 3250),
        ("en", "₹3 lakh is saved and there is no more.", 300_000),
        ("de", "Wir haben siebentausendfünfhundert Euro gespart.", 7500),
    ],
)
def test_numbers_of_several_words_are_one_amount(language, said, amount):
    budget = read(language, constraint=said).budget.value
    assert budget is not None
    assert budget.amount == amount


@pytest.mark.parametrize(
    ("language", "said", "amounts"),
    [
        ("en", "€60 a set. A club that takes five sets gets them for €52 a set.", [60, 52]),
        ("en", "The first hour is $80, because it takes longer; each one after is $50.", [80, 50]),
        ("de", "Ein Beet 30 € im Monat, Doppelbeet 44.", [30, 44]),
        ("de", "Der Tag kostet 90 €. Jeder Tag länger kostet 40.", [90, 40]),
        ("de", "12 € die Stunde. Der Gärtner nebenan will 45 € die Stunde.", [12]),
        ("en", "$6 a bag. They put it on the shelf at around $9.", [6]),
    ],
)
def test_a_buyer_who_gets_something_pays_our_price(language, said, amounts):
    prices = [float(fact.value.amount) for fact in read(language, price=said).prices if fact.value]
    assert prices == pytest.approx(amounts)


@pytest.mark.parametrize(
    ("language", "said", "people", "hours"),
    [
        ("en", "I can do 16 hours a week and my nephew does 5 from his desk.", 2, 21),
        ("en", "There are three of us, two at 9 hours a week each and me at 14.", 3, 32),
        ("de", "Ich mit 20 Wochenstunden, Ina mit acht und Frau Demir abends mit fünf.", 3, 33),
        ("nl", "Mijn broer en ik doen het samen, hij zes uur en ik acht uur in de week.", 2, 14),
    ],
)
def test_hours_are_those_of_everybody_named(language, said, people, hours):
    sheet = read(language, constraint=said)
    assert (sheet.people.value, sheet.hours_per_week.value) == (people, hours)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Die Anmeldung geht über die Webseite. Eine App machen wir nicht."),
        ("nl", "Het draait op een webpagina; een app in de winkel komt er niet."),
        ("en", "It runs on a web page. An app we do not offer."),
    ],
)
def test_a_platform_that_is_denied_behind_is_none(language, said):
    assert [fact.value for fact in read(language, constraint=said).platforms] == ["web"]
