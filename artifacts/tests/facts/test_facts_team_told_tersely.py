"""Who works on it and how much, in few words: ages, trades and "both" are no hours."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts


def team_of(said: str) -> tuple[int | None, int | None]:
    facts = read_facts({"constraint": said}, today=date(2026, 11, 29))
    hours = facts.hours_per_week.value
    return facts.people.value, None if hours is None else int(hours)


@pytest.mark.parametrize(
    ("said", "people", "hours"),
    [
        ("Inga drives, 24 hours a week. I do the labels, 10. Nothing frozen.", 2, 34),
        ("Four persons, myself 48 hours a week, helmsman 48, two helpers 30 each.", 4, 156),
        ("Me and my apprentice, he is 19, I give it 40 hours a week and him 30.", 2, 70),
        ("Thandeka does 20 hours a week, I do 10 because I drive a taxi.", 2, 30),
        ("Wiebke macht 38 Stunden die Woche, ich 30, und Hinnerk, 71, acht.", 3, 76),
        ("Wiebke macht 38 Stunden die Woche, ich 30, und Hinnerk acht.", 3, 76),
    ],
)
def test_each_one_s_hours_are_counted_and_no_age(said: str, people: int, hours: int) -> None:
    assert team_of(said) == (people, hours)


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("Wir sind zu zweit, 22 Stunden in der Woche, beide Seglerinnen seit der Schule.", 22),
        ("Two of us, 22 hours a week, both sailors since school.", 22),
        ("Two of us, 22 hours a week, both.", 44),
        ("Wir sind zu zweit, jede 22 Stunden in der Woche.", 44),
    ],
)
def test_both_of_a_trade_are_not_both_with_these_hours(said: str, hours: int) -> None:
    assert team_of(said) == (2, hours)


@pytest.mark.parametrize(
    "said",
    [
        "Working alone, 48 hours a week, eleven years a mechanic.",
        "Allein, 48 Stunden in der Woche, gelernter Werkzeugmacher.",
    ],
)
def test_who_opens_with_alone_speaks_of_themselves(said: str) -> None:
    assert team_of(said) == (1, 48)


def test_customers_who_live_alone_are_no_team() -> None:
    assert team_of("Many live alone, 48 of them in one street.") == (None, None)


def test_a_relative_who_does_a_part_of_it_is_one_more() -> None:
    said = "I can give it three days and my daughter does the photographs."
    assert team_of(said) == (2, None)


def test_a_relative_who_owns_a_thing_is_no_one_more() -> None:
    assert team_of("I give it 12 hours a week and my daughter has a van.") == (1, 12)
