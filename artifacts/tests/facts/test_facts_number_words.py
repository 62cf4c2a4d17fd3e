"""Numbers and lengths of time as they are said in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from artifacts.checker.claims import read_text
from artifacts.facts.grammar.matches import MoneyMatch, SpanMatch


@pytest.mark.parametrize(
    ("language", "text", "amount"),
    [
        ("de", "Das kostet zweihundertvierzig Euro.", 240),
        ("de", "Das kostet hundertzwanzig Euro.", 120),
        ("de", "Wir haben vierunddreissigtausend Franken.", 34_000),
        ("de", "Wir haben zweihundertfünfzigtausend Euro.", 250_000),
        ("de", "Wir haben dreieinhalbtausend Euro.", 3_500),
        ("nl", "Dat kost tweehonderdvijftig euro.", 250),
        ("fr", "Cela coûte quatre-vingt-douze euros.", 92),
        ("fr", "Cela coûte soixante et onze euros.", 71),
        ("fr", "Nous avons mille deux cents euros.", 1_200),
        ("fr", "Nous avons deux cent cinquante euros.", 250),
        ("es", "Cuesta ciento veinte euros.", 120),
        ("es", "Tenemos mil quinientos euros.", 1_500),
        ("es", "Tenemos setecientos mil pesos.", 700_000),
        ("en", "We have one point two million dollars.", 1_200_000),
        ("en", "We have half a million dollars.", 500_000),
    ],
)
def test_amounts_in_words(language: str, text: str, amount: int) -> None:
    (sentence,) = read_text(text, language, "EUR")
    assert [money.amount for money in sentence.each(MoneyMatch)] == [amount]


@pytest.mark.parametrize(
    ("language", "text", "amount", "unit"),
    [
        ("en", "It takes half a year.", "6", "month"),
        ("en", "It takes a fortnight.", "2", "week"),
        ("en", "One job takes half an hour.", "30", "minute"),
        ("de", "Das dauert ein Vierteljahr.", "3", "month"),
        ("de", "Im ersten halben Jahr ist es billiger.", "0.5", "year"),
        ("fr", "Cela dure un an et demi.", "1.5", "year"),
        ("nl", "Dat duurt een half jaar.", "6", "month"),
        ("es", "Tarda un año y medio.", "1.5", "year"),
    ],
)
def test_lengths_of_time_with_halves(language: str, text: str, amount: str, unit: str) -> None:
    (sentence,) = read_text(text, language, "EUR")
    assert [(span.amount, span.unit) for span in sentence.each(SpanMatch)] == [
        (Decimal(amount), unit)
    ]


def test_how_often_is_no_length_of_time() -> None:
    (sentence,) = read_text("We meet every fortnight.", "en", "EUR")
    assert not list(sentence.each(SpanMatch))
