"""The scanner of typed values: what each language writes, and what is no figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeVar

import pytest

from artifacts.facts.grammar import (
    DateMatch,
    DateRangeMatch,
    FractionMatch,
    HoursMatch,
    LawMatch,
    Match,
    MoneyMatch,
    NumberMatch,
    OtherMatch,
    PlaceMatch,
    PlatformMatch,
    ShareMatch,
    SpanMatch,
    scan,
)
from artifacts.facts.grammar.tokens import tokenize

M = TypeVar("M", bound=Match)


def test_texts_that_say_the_same_word_share_it() -> None:
    one, other = (tokenize(text) for text in ("Shelfwise counts.", "shelfwise, and Shelfwise"))
    assert one[0].text is other[3].text
    assert one[0].lower is other[0].lower is other[3].lower


def found(kind: type[M], text: str, language: str = "en", home: str = "") -> list[M]:
    return [match for match in scan(text, language, home=home) if isinstance(match, kind)]


@pytest.mark.parametrize(
    ("language", "text", "amount", "currency", "per"),
    [
        ("en", "It is $5.25 per hen.", "5.25", "USD", ("hen",)),
        ("en", "£1.2m in all", "1200000", "GBP", ()),
        ("en", "about 60 cents apiece", "0.60", "USD", ("piece",)),
        ("en", "50p a mile", "0.50", "GBP", ("mile",)),
        ("en", "360p a kilo", "3.60", "GBP", ("kilo",)),
        ("en", "A bag costs 480p.", "4.80", "GBP", ()),
        ("en", "A screen wipe is 720p per box.", "7.20", "GBP", ("box",)),
        ("en", "C$2 per day and tool", "2", "CAD", ("day", "tool")),
        ("en", "KES 1,200 per bus per month", "1200", "KES", ("bus", "month")),
        ("en", "£9.50 for a 3 kg bag", "9.50", "GBP", ("bag",)),
        ("en", "95k euros", "95000", "EUR", ()),
        ("de", "5,25 € je Glas", "5.25", "EUR", ("Glas",)),
        ("de", "1.290,50\u00a0€ im Monat", "1290.50", "EUR", ("month",)),
        ("de", "Fr. 40.- pro Stück", "40", "CHF", ("Stück",)),
        ("de", "265 Franken einmalig", "265", "CHF", ("once",)),
        ("de", "3 € die Stunde", "3", "EUR", ("hour",)),
        ("fr", "72 000 € en tout", "72000", "EUR", ()),
        ("fr", "0,95 € HT le pot", "0.95", "EUR", ("pot",)),
        ("nl", "€ 0,46 per luier", "0.46", "EUR", ("luier",)),
        ("es", "190,000 pesos en total", "190000", "MXN", ()),
    ],
)
def test_money_is_read_in_all_habits(language, text, amount, currency, per):
    home = "MXN" if language == "es" else "USD"
    (match,) = found(MoneyMatch, text, language, home)
    assert (match.amount, match.currency, match.per) == (Decimal(amount), currency, per)


def test_a_range_of_money_keeps_both_ends():
    (match,) = found(MoneyMatch, "3 bis 5 € je Stück", "de")
    assert (match.amount, match.high) == (Decimal(3), Decimal(5))


def test_a_currency_nobody_named_stays_open():
    (match,) = found(MoneyMatch, "It is 40 pesos", "en")
    assert match.currency == ""


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "June 1, 2027", date(2027, 6, 1)),
        ("en", "the 1st of June 2027", date(2027, 6, 1)),
        ("en", "2027-06-01", date(2027, 6, 1)),
        ("de", "am 1. Juni 2027", date(2027, 6, 1)),
        ("de", "am 01.06.2027", date(2027, 6, 1)),
        ("fr", "le 1er juin 2027", date(2027, 6, 1)),
        ("nl", "1 juni 2027", date(2027, 6, 1)),
        ("es", "1 de junio de 2027", date(2027, 6, 1)),
    ],
)
def test_a_day_is_read_in_each_language(language, text, day):
    (match,) = found(DateMatch, text, language)
    assert match.on(date(2026, 11, 29)) == day


def test_a_day_without_a_year_is_the_next_one():
    (match,) = found(DateMatch, "on 3 March")
    assert match.on(date(2027, 3, 4)) == date(2028, 3, 3)


def test_a_day_that_could_be_two_days_is_none():
    assert not found(DateMatch, "on 03/04/2027")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("nur von Mai bis November", "de"),
        ("April bis Oktober", "de"),
        ("zwischen März und Juni", "de"),
        ("from May to November only", "en"),
        ("April to October", "en"),
        ("desde mayo hasta octubre", "es"),
    ],
)
def test_two_months_make_a_season(text: str, language: str) -> None:
    assert len(found(DateRangeMatch, text, language)) == 1


def test_two_days_make_a_range_with_the_year_of_the_second():
    (match,) = found(DateRangeMatch, "vom 26.04. bis zum 20.06.2027", "de")
    assert match.begin.on(date(2026, 1, 1)) == date(2027, 4, 26)


@pytest.mark.parametrize(
    ("language", "text", "part", "whole"),
    [
        ("en", "four of the six", 4, 6),
        ("en", "15 out of 20", 15, 20),
        ("de", "sechs von zehn", 6, 10),
        ("fr", "six sur huit", 6, 8),
        ("nl", "één van de twee", 1, 2),
        ("es", "siete de las diez", 7, 10),
    ],
)
def test_so_many_of_so_many_is_a_fraction(language, text, part, whole):
    (match,) = found(FractionMatch, text, language)
    assert (match.part, match.whole) == (part, whole)


@pytest.mark.parametrize(
    ("language", "text", "hours"),
    [
        ("de", "in der Woche 38 Stunden", 38),
        ("de", "jede Woche 38 Stunden", 38),
        ("de", "38 Stunden jede Woche", 38),
        ("de", "wöchentlich sieben Stunden", 7),
        ("de", "38 Stunden Arbeit in der Woche", 38),
        ("de", "38 Arbeitsstunden pro Woche", 38),
        ("en", "every week 38 hours", 38),
        ("en", "38 hours of work a week", 38),
        ("en", "30 hours a week", 30),
        ("de", "12 Stunden die Woche", 12),
        ("de", "15 Wochenstunden", 15),
        ("fr", "17 heures par semaine", 17),
        ("nl", "32 uur per week", 32),
        ("es", "45 horas a la semana", 45),
    ],
)
def test_hours_of_a_week_are_no_span(language, text, hours):
    assert [match.hours for match in found(HoursMatch, text, language)] == [hours]
    assert not found(SpanMatch, text, language)


@pytest.mark.parametrize(
    ("language", "text", "weeks"),
    [
        ("en", "eight weeks", 8),
        ("en", "8-week test", 8),
        ("de", "sechs Samstage hintereinander", 6),
        ("fr", "dix semaines", 10),
    ],
)
def test_a_span_has_a_length_in_weeks(language, text, weeks):
    assert [match.weeks for match in found(SpanMatch, text, language)] == [weeks]


def test_half_is_fifty_percent():
    assert [match.percent for match in found(ShareMatch, "half of them, or 12 %")] == [
        Decimal(50),
        Decimal(12),
    ]


def test_a_number_counts_the_noun_behind_it():
    (match,) = found(NumberMatch, "I know a dozen small growers there")
    assert (match.value, match.noun) == (Decimal(12), "small growers")


@pytest.mark.parametrize(
    ("text", "noun", "measure"),
    [
        ("100 kg Äpfel", "kg", True),
        ("20 Liter am Tag", "Liter", True),
        ("120 m² in einem Haus", "m²", True),
        ("Die 2-cm-Platte", "cm-Platte", False),
        ("Der 5-Liter-Beutel", "Liter-Beutel", False),
    ],
)
def test_a_german_number_has_its_measure(text: str, noun: str, measure: bool) -> None:
    (match,) = found(NumberMatch, text, "de")
    assert (match.noun, match.measure) == (noun, measure)


def test_a_number_with_two_readings_is_not_read():
    assert not found(NumberMatch, "etwa 1.2 Tonnen", "de")
    assert not found(MoneyMatch, "1,234.567,8 euros")


@pytest.mark.parametrize(
    "text", ["port 443", "version 2.1.3", "at 14:05", "page 12", "room 7", "in 2027"]
)
def test_what_counts_nothing_is_no_figure(text):
    assert found(OtherMatch, text)
    assert not found(NumberMatch, text)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "under the Data Protection Act, 2019 we", "Data Protection Act, 2019"),
        ("en", "by Regulation (EC) No 853/2004.", "Regulation (EC) No 853/2004"),
        ("en", "everybody needs a street trading licence", "street trading licence"),
        ("de", "nach § 17 Tierschutzgesetz strafbar", "§ 17 Tierschutzgesetz"),
        ("de", "Die Funkanlagenrichtlinie 2014/53/EU gilt", "Funkanlagenrichtlinie 2014/53/EU"),
        ("es", "cumplir la NOM-201-SSA1-2015 y", "NOM-201-SSA1-2015"),
    ],
)
def test_laws_are_read_by_their_pattern(language, text, name):
    assert [match.name for match in found(LawMatch, text, language)] == [name]
    assert not found(NumberMatch, text, language)


def test_two_sections_are_of_the_law_named_last():
    names = [match.name for match in found(LawMatch, "§ 134a und § 301a SGB V", "de")]
    assert names == ["§ 134a SGB V", "§ 301a SGB V"]


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "growers in Ohio and Michigan", ["US-OH", "US-MI"]),
        ("en", "in DeKalb County", [""]),
        ("de", "in Sachsen und Thüringen", ["DE-SN", "DE-TH"]),
        ("en", "no app in the house", []),
    ],
)
def test_places_have_their_code(language, text, places):
    assert [match.code for match in found(PlaceMatch, text, language)] == places


@pytest.mark.parametrize(
    ("language", "text", "platforms"),
    [
        ("en", "a web page, and it works with no signal", [("web", False), ("offline", False)]),
        ("en", "No app.", [("phone", True)]),
        ("de", "eine SMS, keine App", [("sms", False), ("phone", True)]),
        ("fr", "par mail ou par téléphone", [("email", False), ("phone call", False)]),
    ],
)
def test_platforms_that_are_denied_are_marked(language, text, platforms):
    assert [
        (match.platform, match.negated) for match in found(PlatformMatch, text, language)
    ] == platforms


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "two and a half litres", "2.5"),
        ("en", "one and a half hours", "1.5"),
        ("fr", "deux et demie tonnes", "2.5"),
        ("nl", "vier en een halve liter", "4.5"),
        ("es", "dos y medio litros", "2.5"),
    ],
)
def test_a_half_behind_a_number_word_belongs_to_it(language: str, text: str, value: str) -> None:
    first = scan(text, language)[0]
    assert isinstance(first, NumberMatch | SpanMatch)
    found = first.value if isinstance(first, NumberMatch) else first.amount
    assert found == Decimal(value)
