"""How much of a budget comes later; the sentences are nobody's in the measured sets."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts
from artifacts.facts.schema import LaterMoney

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
}


def later_of(language: str, said: str) -> list[LaterMoney]:
    sheet = read_facts({"idea": IDEAS[language], "constraint": said}, today=date(2026, 11, 29))
    return list(sheet.budget.value.later) if sheet.budget.value else []


@pytest.mark.parametrize(
    ("language", "said", "amount"),
    [
        ("en", "We have £30,000: £20,000 from a trust, £10,000 only after the opening.", 10000),
        (
            "en",
            (
                "We have £30,000: £20,000 from a trust, 70 % now and 30 % after the opening, and"
                " £10,000 of ours."
            ),
            6000,
        ),
        (
            "en",
            (
                "We have $50,000: $40,000 from a fund, which keeps back 10 % until the audit, and"
                " $10,000 saved."
            ),
            4000,
        ),
        (
            "de",
            (
                "Wir haben 42.000 €: 25.000 von einer Bank, 9.000 vom Chor, beides da, und 8.000"
                " vom Land, aber die erst nach der Abnahme."
            ),
            8000,
        ),
        (
            "de",
            (
                "Wir haben 12.000 €: 8.000 € vom Kreis, davon 25 % erst nach der Prüfung, und"
                " 4.000 € erspart."
            ),
            2000,
        ),
        (
            "de",
            (
                "Wir haben 12.000 €: 8.000 € vom Kreis in zwei Hälften, die zweite nach dem Fest,"
                " und 4.000 € erspart."
            ),
            4000,
        ),
        (
            "de",
            (
                "Wir haben 12.000 €: 8.000 € als Darlehen zu 3 % Zinsen erst nach dem Umbau, und"
                " 4.000 € erspart."
            ),
            8000,
        ),
    ],
)
def test_a_share_that_comes_later_is_no_more_than_that(
    language: str, said: str, amount: int
) -> None:
    assert [part.amount for part in later_of(language, said)] == [amount]


def test_the_words_about_it_do_not_end_with_what_joins_the_next_sum() -> None:
    said = "We have £30,000: £20,000 only after the opening, and £10,000 of ours."
    assert [part.condition for part in later_of("en", said)] == ["only after the opening"]
