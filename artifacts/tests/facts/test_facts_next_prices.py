"""Prices without a currency of their own, and amounts beside them that are none; the sentences are
nobody's in the measured sets.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.labels import display_value
from artifacts.facts.reading import read_facts

IDEAS = {
    "en": "We make a thing in England for people who need it and they use it every week at home.",
    "de": "Wir machen etwas in Hessen für Leute, die es jede Woche zu Hause brauchen.",
    "fr": "Nous faisons en France une chose pour les gens qui en ont besoin à la maison.",
    "nl": "Wij maken in Nederland iets voor mensen die het elke week thuis nodig hebben.",
    "es": "Hacemos en España algo para la gente que lo necesita cada semana en casa.",
}


def prices_of(language: str, said: str, idea: str = "") -> list[float]:
    told = {"idea": idea or IDEAS[language], "price": said}
    sheet = read_facts(told, today=date(2026, 11, 29))
    return [float(fact.value.amount) for fact in sheet.prices if fact.value]


@pytest.mark.parametrize(
    ("language", "said", "amounts"),
    [
        ("en", "£14 for a kettle, nine for a toaster and a microwave twenty-two.", [14, 9, 22]),
        ("en", "We charge £45 a visit; the second one in the same week is thirty.", [45, 30]),
        ("en", "Forty pounds a term. Brothers and sisters pay twenty-five.", [40, 25]),
        ("en", "£25 per hive up to ten hives, and eighteen a hive above that.", [25, 18]),
        ("en", "£90 for a gearbox. Clutches sixty each, brakes seventy each.", [90, 60, 70]),
        ("de", "Ein Rad 45 Euro, ein Kinderrad dreißig.", [45, 30]),
        ("de", "Der Kurs kostet 120 €, mit Mittagessen 150, ohne Buch 95.", [120, 150, 95]),
        ("de", "8 € Eintritt, Rentner fünf, Kinder bis 12 frei.", [8, 5]),
        ("fr", "Douze euros l'heure, dix pour les retraités.", [12, 10]),
        ("fr", "Une école paie 90 € le trimestre, une crèche paie 60.", [90, 60]),
        ("nl", "Zes euro, kinderen vier.", [6, 4]),
        ("nl", "Een boot kost € 40, een kano 15.", [40, 15]),
        ("es", "Doce euros la clase, ocho para los niños.", [12, 8]),
        ("es", "La carga a 1.800 euros en el taller y a 2.100 puesta en la obra.", [1800, 2100]),
        ("es", "1.800 euros la viga en el taller y 2.100 puesta en la obra.", [1800, 2100]),
    ],
)
def test_a_price_goes_on_with_the_currency_of_the_one_before(
    language: str, said: str, amounts: list[float]
) -> None:
    assert prices_of(language, said) == amounts


@pytest.mark.parametrize(
    ("language", "said", "amounts"),
    [
        ("en", "Twelve pounds a visit, ten if you pay for the month.", [12, 10]),
        ("de", "Ein Besuch kostet 30 €, der zweite am selben Tag 20.", [30, 20]),
        ("de", "Einrichtung 250 €, danach monatlich 19.", [250, 19]),
        ("de", "Fahrt 7 €, ab dem dritten Kilometer 1,50 je Kilometer.", [7, 1.5]),
        ("de", "Je Palette 14 €, ab 20 Paletten 11.", [14, 11]),
        ("de", "Der Mitbewerber verlangt 80 €, wir 55.", [55]),
        ("nl", "€ 25 per beurt, de tweede 20.", [25, 20]),
        ("nl", "Een abonnement kost € 12 per maand of 120 per jaar.", [12, 120]),
        ("nl", "€ 8 per zak, bij tien zakken 7.", [8, 7]),
        ("es", "La caja cuesta 12 euros y la media caja 7.", [12, 7]),
        ("en", "£12 a box, the van holds 40.", [12]),
        ("de", "12 € je Kiste, der Wagen fasst 20.", [12]),
    ],
)
def test_a_price_may_be_for_the_second_for_many_or_on_a_condition(
    language: str, said: str, amounts: list[float]
) -> None:
    assert prices_of(language, said) == amounts


@pytest.mark.parametrize(
    ("said", "amounts"),
    [
        ("£240 a year. A chain with more than five shops pays one-ninety each.", [240, 190]),
        ("£9 a head, seven-fifty from ten heads on.", [9, 7.5]),
        ("Three pounds a cup, two-eighty for pensioners.", [3, 2.8]),
    ],
)
def test_a_number_said_without_its_hundred_has_the_scale_of_the_price_before(
    said: str, amounts: list[float]
) -> None:
    assert prices_of("en", said) == amounts


@pytest.mark.parametrize(
    ("language", "said", "amounts"),
    [
        ("en", "£8 an hour, six hours at least.", [8]),
        ("en", "£12 a box, twenty boxes a week is what we can do.", [12]),
        ("en", "£6 a class, classes of twelve.", [6]),
        ("en", "£3.50 a loaf, three for ten.", [3.5]),
        ("en", "Our fee is £15 per pot, and we do 40 a week.", [15]),
        ("en", "£7 a delivery; we have 12 drivers.", [7]),
        ("de", "30 € im Monat für Gruppen bis 15.", [30]),
        ("de", "9 € pro Person, maximal 20.", [9]),
        ("de", "Pro Fenster 14 €, und wir putzen 30 am Tag.", [14]),
        ("fr", "8 € le kilo, il y en a 40 par jour.", [8]),
        ("nl", "€ 30 per maand voor 12 leden.", [30]),
        ("es", "El camión los vende a 9 euros, nosotros a 7 euros.", [7]),
    ],
)
def test_counts_and_limits_beside_a_price_are_none(
    language: str, said: str, amounts: list[float]
) -> None:
    assert prices_of(language, said) == amounts


@pytest.mark.parametrize(
    ("language", "said", "amounts"),
    [
        ("en", "5 % of the rent off the host, and three per cent on top from the guest.", [5, 3]),
        ("en", "£65 a month. Parts at the purchase price plus 12 %.", [65, 12]),
        ("de", "40 € die Stunde. Teile zum Einkaufspreis plus 10 %.", [40, 10]),
        ("en", "£65 a month. VAT at 20 per cent comes on top.", [65]),
        ("en", "£65 a month, and 20 % off in winter.", [65]),
    ],
)
def test_shares_of_both_sides_and_markups_are_prices(
    language: str, said: str, amounts: list[float]
) -> None:
    assert prices_of(language, said) == amounts


@pytest.mark.parametrize(
    ("language", "said", "amounts"),
    [
        ("en", "£85 a month. An agency gets twelve seats for £650 a month.", [85, 650]),
        ("de", "9 € im Monat. Eine Agentur bekommt zehn Plätze für 70 €.", [9, 70]),
        ("en", "In the shops £4 for a jar, that is what the shop pays me.", [4]),
        ("en", "£1,450 a year per council. The scanners at £390 are already on the vans.", [1450]),
        ("de", "49 € im Monat. Das Gerät vom großen Konzern kostet 1.200 €.", [49]),
    ],
)
def test_who_buys_several_is_no_rival_and_what_is_there_is_not_sold(
    language: str, said: str, amounts: list[float]
) -> None:
    assert prices_of(language, said) == amounts


def test_a_condition_is_about_us_though_people_buy_pieces_elsewhere() -> None:
    said = "£28 a lamp. If you take a whole hall, that is thirty lamps or more, it is £22 each."
    told = {"idea": IDEAS["en"], "price": said, "workaround": "The big lamps from town."}
    sheet = read_facts(told, today=date(2026, 11, 29))

    assert [fact.value.amount for fact in sheet.prices if fact.value] == [28, 22]


@pytest.mark.parametrize(
    ("idea", "said", "currency"),
    [
        ("Un taller de sillas en Osorno, con madera de la zona.", "40.000 pesos la silla.", "CLP"),
        ("Reparamos bombas en Medellín para los edificios.", "40.000 pesos la visita.", "COP"),
        ("On répare des chaloupes à Rimouski pendant l'hiver.", "40 $ l'heure.", "CAD"),
        ("On loue des canots aux familles du village.", "40 $ la journée.", "CAD"),
        ("We sharpen saws around Invercargill.", "12 dollars a saw.", "NZD"),
    ],
)
def test_a_city_or_the_language_tells_which_dollars_and_pesos(
    idea: str, said: str, currency: str
) -> None:
    sheet = read_facts({"idea": idea, "price": said}, today=date(2026, 11, 29))

    assert [fact.value.currency for fact in sheet.prices if fact.value] == [currency]


def pers_of(language: str, said: str) -> list[str]:
    sheet = read_facts({"idea": IDEAS[language], "price": said}, today=date(2026, 11, 29))
    return [fact.value.per for fact in sheet.prices if fact.value]


@pytest.mark.parametrize(
    ("language", "said", "per"),
    [
        ("en", "£16 per gallon of syrup, £12 if you have given us a Saturday.", "gallon"),
        ("en", "£18 a month, £15 for everybody who has three kitchens.", "month"),
        ("de", "38 € je Fühler, ab 50 Stück 31 €.", "Fühler"),
        ("fr", "210 € la barrique, à partir de vingt 185 €.", "barrique"),
    ],
)
def test_a_price_under_a_condition_is_for_one_of_the_same(
    language: str, said: str, per: str
) -> None:
    assert pers_of(language, said) == [per, per]


def test_another_price_is_not_for_one_of_the_same():
    assert pers_of("en", "£24 per worker, but at least £240 per visit.") == ["worker", "visit"]
    assert pers_of("en", "£20 a month. If you leave early it is £60.") == ["month", "once"]


def test_a_price_that_is_per_nothing_is_not_said_to_be_paid_once():
    sheet = read_facts({"idea": IDEAS["en"], "price": "We charge £14."}, today=date(2026, 11, 29))
    assert display_value(sheet.prices[0].value) == "£14"
