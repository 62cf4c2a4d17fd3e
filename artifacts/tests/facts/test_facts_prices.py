"""A price is what we charge; the sentences are nobody's in the measured sets."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from artifacts.facts.reading import read_facts
from artifacts.facts.schema import Budget, Fact
from artifacts.facts.sums import break_even

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
}


def prices_of(language: str, said: str, **more: str) -> list[float]:
    told = {"idea": IDEAS[language], "price": said, **more}
    sheet = read_facts(told, today=date(2026, 11, 29))
    return [float(fact.value.amount) for fact in sheet.prices if fact.value]


@pytest.mark.parametrize(
    ("language", "said", "amounts"),
    [
        ("en", "$18 a visit, $12 for pensioners. A plumber asks $95.", [18, 12]),
        ("en", "€9 a month, or €90 for the year if they pay at once.", [9, 90]),
        ("en", "£2.40 a chair, a fiver for a bench.", [2.4, 5]),
        ("en", "We keep 12 % of each booking. The host sets the rest.", [12]),
        ("en", "£3 a candle, and a wick is a quid. In the beginning it went at £2.", [3, 1]),
        ("en", "€8 a lesson. The club next door is at €21, just so you know.", [8]),
        ("de", "Auf dem Markt verlangen wir 6,50 €. Im Fachgeschäft kostet sie 14 €.", [6.5]),
        ("de", "Ein Griff kommt auf 9 €, eine Klinge auf 16 €.", [9, 16]),
        ("en", "£6 a basket. The supermarket one is £4.50 but it is from Spain.", [6]),
        ("en", "Each school pays £300 a term. Spare parts at cost.", [300]),
        ("en", "A session is $40; the first one is free. A studio in Boston charges $120.", [40]),
        ("en", "Clubs up to 50 members €15 a month, larger ones €25.", [15, 25]),
        ("en", "Flour costs us 80 cents a loaf. The loaf is $6.", [6]),
        (
            "en",
            "€450 for the kit. After that €5 a month for the data, invoiced once a year.",
            [450, 5],
        ),
        ("en", "Deposit of £20, given back. Hire is £8 a day.", [8]),
        ("en", "The farmer gives 7 percent of the sale, the buyer nothing.", [7]),
        ("en", "We thought about €99 but nobody would pay that, so it is €59.", [59]),
        ("en", "They pay me R350 per lesson, in cash. Last year I took R200.", [350]),
        ("en", "A repaired chair is £35, a stool £20, a bench £55.", [35, 20, 55]),
        ("en", "The town pays us €60 a night, visitors €2 each.", [60, 2]),
        ("en", "£1.20 a mile and a minimum of £15.", [1.2, 15]),
        ("en", "Two prices: $25 for one hour, $60 for three.", [25, 60]),
        ("de", "12 € pro Stunde, Material extra. Der Handwerker nimmt 65 €.", [12]),
        (
            "de",
            "Monatlich 19 €, im Jahr 190 €. Die Software der Konkurrenz kostet 80 €.",
            [19, 190],
        ),
        ("de", "Ein Korb 14 €, der kleine 9 €. Im Bioladen zahlt man 18 €.", [14, 9]),
        ("de", "Wir nehmen 8 % vom Verkaufspreis.", [8]),
        ("de", "4 € das Stück, ab zehn 3,50 €.", [4, 3.5]),
        ("de", "Die Stunde kostet 45 €. Kaution 50 €, die gibt es zurück.", [45]),
        ("de", "Bisher habe ich 20 € genommen, künftig 28 € je Termin.", [28]),
        ("de", "Der Stoff kostet mich 11 € je Kleid. Das Kleid kostet 89 €.", [89]),
        ("de", "Schulen zahlen 240 € im Halbjahr, Vereine 120 €.", [240, 120]),
        ("de", "35 Franken je Einsatz, in der Nacht 50 Franken.", [35, 50]),
        ("de", "Neu kostet so ein Gerät 900 €. Bei uns 12 € am Tag.", [12]),
        ("en", "It is free for patients. The clinic pays $1.50 per call.", [1.5]),
        ("en", "Ten lessons cost €150. The exam fee of €40 goes to the state.", [150]),
    ],
)
def test_what_we_charge_is_a_price_and_nothing_else(language, said, amounts):
    assert prices_of(language, said) == pytest.approx(amounts)


def test_what_people_pay_today_is_no_price_of_ours():
    told = "€12 an evening. A babysitter is €18."
    assert prices_of("en", told, workaround="Grandparents, or babysitters.") == [12]
    assert prices_of("en", told) == [12, 18]


@pytest.mark.parametrize(
    ("language", "said", "currency"),
    [
        ("en", "29 Canadian dollars a visit.", "CAD"),
        ("en", "240 Danish kroner a lesson.", "DKK"),
        ("es", "El saco a 3.900 pesos chilenos, al contado.", "CLP"),
    ],
)
def test_a_currency_is_that_of_the_country_named_beside_it(language, said, currency):
    idea = {**IDEAS, "es": "Hacemos una cosa para la gente que la necesita cada semana."}[language]
    sheet = read_facts({"idea": idea, "price": said}, today=date(2026, 11, 29))
    assert [fact.value.currency for fact in sheet.prices if fact.value] == [currency]


@pytest.mark.parametrize(
    ("language", "said", "per"),
    [
        ("en", "The potter pays 12 pounds per half shelf, we keep 2 pounds of it", "half shelf"),
        ("en", "12 pounds per shelf", "shelf"),
        ("de", "12 Euro je halbes Fach", "halbes Fach"),
    ],
)
def test_a_part_of_something_is_counted_by_its_whole_name(
    language: str, said: str, per: str
) -> None:
    sheet = read_facts({"idea": IDEAS[language], "price": said}, today=date(2026, 11, 29))
    assert [fact.value.per for fact in sheet.prices if fact.value] == [per]


@pytest.mark.parametrize(
    "price",
    [
        "Studios pay £12 per half shelf, and we keep £2 of it.",
        "A ticket is 20 euros, of which 15 go to the guide.",
        "We charge 40 dollars a visit; the rest goes to the nurse.",
        "12 € je Fach. Die Hälfte bekommt der Besitzer.",
    ],
)
def test_of_a_price_that_others_get_a_part_of_nothing_is_summed_up(price):
    told = {"idea": IDEAS["de" if "je Fach" in price else "en"], "price": price}
    sheet = read_facts(told, today=date(2026, 11, 29))
    assert [fact.value.is_shared for fact in sheet.prices if fact.value] == [True]
    currencies = {"£": "GBP", "€": "EUR", "euros": "EUR", "dollars": "USD"}
    currency = next(code for sign, code in currencies.items() if sign in price)
    budget = Fact(value=Budget(amount=Decimal(2400), currency=currency), state="confirmed")
    assert break_even(sheet.model_copy(update={"budget": budget})) is None


@pytest.mark.parametrize(
    "price",
    [
        "29 euros a month per shop, invoiced to the owner.",
        "Each box costs 18 euros. Half of our customers pay in cash.",
        "49 € im Monat je Praxis, jährlich kündbar.",
    ],
)
def test_a_price_is_all_ours_where_nobody_is_said_to_get_a_part(price):
    told = {"idea": IDEAS["de" if "Praxis" in price else "en"], "price": price}
    sheet = read_facts(told, today=date(2026, 11, 29))
    assert [fact.value.is_shared for fact in sheet.prices if fact.value] == [False]


@pytest.mark.parametrize(
    ("said", "amounts"),
    [
        ("A helmet that is lost is $45 to the agency.", [45]),
        ("£9 a ride. The drummer gets £30 an evening from us.", [9]),
        ("£9 a ride. The drummer gets £30 an evening, so that is a cost and not a price.", [9]),
        ("The inn pays 12 percent on top of that.", [12]),
        ("We pay 12 percent to the bank. £9 a ride.", [9]),
        ("£40 a ride. We keep 15 % of that and the guide gets the rest.", [40, 15]),
        ("£40 a ride. The guide keeps 15 % of that.", [40]),
        ("£9 a ride. The licence itself costs about £200, we see none of it.", [9]),
    ],
)
def test_whom_it_is_for_is_nobody_else(said, amounts):
    told = {"target_user": "Agencies with fewer than 40 riders. Inns come later."}
    assert prices_of("en", said, **told) == amounts


def test_what_an_agency_asks_is_no_price_where_it_is_for_others():
    said = "£9 a ride. A guide from the agency is £60."
    assert prices_of("en", said, target_user="Families on holiday.") == [9]


def test_what_is_credited_is_no_price():
    said = "Die Lampe kostet 30 €. Für jede alte schreiben wir dem Wirt 4 € gut."
    assert prices_of("de", said) == [30]
    assert prices_of("en", "A lamp costs £30. For an old one we credit the inn £4.") == [30]


def test_what_the_big_ones_ask_is_no_price_and_big_things_have_one():
    assert prices_of("de", "12 € im Monat. Das Programm der Großen kostet 79 € im Monat.") == [12]
    assert prices_of("de", "Die kleinen Gläser kosten 9 €, die großen 14 €.") == [9, 14]


def test_a_bare_number_is_a_price_for_what_the_one_before_the_last_is_for() -> None:
    told = "9 bolivianos el kilo y 12 si lo recogemos. Para hostales 7 el kilo. Otra pide 22."
    idea = "Una lavandería por kilo en El Alto para familias y hostales."
    sheet = read_facts({"idea": idea, "price": told}, today=date(2026, 11, 29))
    prices = [fact.value for fact in sheet.prices if fact.value]
    assert [price.amount for price in prices] == [9, 12, 7]
    assert [price.per for price in prices] == ["kilo", "once", "kilo"]
