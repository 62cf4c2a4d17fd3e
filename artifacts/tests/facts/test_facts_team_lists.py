"""People and hours that are told in lists and groups; the sentences are nobody's in the measured
sets.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts
from artifacts.tests.facts.test_facts_next_prices import IDEAS


def team_of(language: str, said: str) -> tuple[int | None, float | None]:
    told = {"idea": IDEAS[language], "constraint": said}
    sheet = read_facts(told, today=date(2026, 11, 29))
    hours = sheet.hours_per_week.value
    return sheet.people.value, None if hours is None else float(hours)


@pytest.mark.parametrize(
    ("language", "said", "people", "hours"),
    [
        ("en", "Me, my nephew and three drivers, 140 hours a week between us.", 5, 140),
        ("en", "I, Ruth, Tom and a retired baker, 60 hours a week altogether.", 4, 60),
        ("de", "Ich, mein Bruder und zwei Gesellen, zusammen 130 Stunden in der Woche.", 4, 130),
        (
            "de",
            "Zwei Meister im Ruhestand und ich, zusammen 34 Stunden in der Woche.",
            3,
            34,
        ),
        ("de", "Mein Bruder ist Schreiner und ich bin Malerin, wir machen es abends.", 2, None),
        (
            "en",
            "A potter, an electrician and a retired programmer, together 32 hours a week.",
            3,
            32,
        ),
        ("fr", "Moi, ma cousine et deux soudeurs, 110 heures par semaine ensemble.", 4, 110),
        ("nl", "Ik, mijn zus en twee bakkers, samen 90 uur per week.", 4, 90),
        ("es", "Yo, mi primo y dos choferes, entre todos 120 horas a la semana.", 4, 120),
        ("en", "Two nurses, together 30 hours a week.", 2, 30),
        ("de", "Drei Frauen, zusammen 25 Stunden in der Woche.", 3, 25),
        ("en", "I, a van and two ladders, 30 hours a week.", 1, 30),
        ("en", "A retired joiner and me, together 20 hours a week.", 2, 20),
        ("en", "A vet, a welder and my sister, together 30 hours a week.", 3, 30),
        ("en", "Two foresters, a clerk and I, altogether 25 hours a week.", 4, 25),
        ("en", "Three of us, a nurse, a retired printer and me, together 17 hours a week.", 3, 17),
        ("de", "Zwei Bademeister im Ruhestand und ich, zusammen 34 Stunden in der Woche.", 3, 34),
        ("de", "Es sind zwei, ein Koch in Rente und ich, zusammen 26 Stunden die Woche.", 2, 26),
        ("fr", "Un menuisier, une comptable et moi, en tout 26 heures par semaine.", 3, 26),
        (
            "de",
            "Meine Schwester ist Sattlerin und ich bin Polsterer, wir machen es abends.",
            2,
            None,
        ),
    ],
)
def test_a_list_or_a_group_is_counted_whole(
    language: str, said: str, people: int, hours: float | None
) -> None:
    assert team_of(language, said) == (people, hours)


@pytest.mark.parametrize(
    ("language", "said", "people", "hours"),
    [
        ("en", "I do 15 hours a week and three volunteers do 5 each.", 4, 30),
        ("de", "Ich arbeite 20 Stunden in der Woche und zwei Fahrer machen je 15.", 3, 50),
        ("fr", "Moi 25 heures par semaine et les trois livreurs 12 chacun.", 4, 61),
        ("nl", "Ik doe 20 uur per week en twee chauffeurs 15 elk.", 3, 50),
        ("es", "Yo hago 30 horas a la semana y dos vecinas 10 cada una.", 3, 50),
        ("en", "I work 20 hours a week, an old schoolmate of mine 9.", 2, 29),
        ("de", "Ich mache 24 Stunden die Woche, mein Vater 6 fürs Lager.", 2, 30),
    ],
)
def test_bare_hours_behind_the_others_are_theirs(
    language: str, said: str, people: int, hours: float
) -> None:
    assert team_of(language, said) == (people, hours)


@pytest.mark.parametrize(
    ("language", "said", "people", "hours"),
    [
        ("en", "My wife and I give 30 hours a week together and my son 6 on Saturdays.", 3, 36),
        ("fr", "Ma femme et moi, 40 heures par semaine ensemble et mon fils 6.", 3, 46),
        (
            "de",
            "Meine Frau und ich zusammen 50 Stunden in der Woche und meine Mutter 5 im Laden.",
            3,
            55,
        ),
        ("en", "My sister and I do 44 hours a week together and we sleep 8.", 2, 44),
    ],
)
def test_who_comes_behind_the_hours_of_two_together_is_one_more(
    language: str, said: str, people: int, hours: float
) -> None:
    assert team_of(language, said) == (people, hours)


@pytest.mark.parametrize(
    ("language", "said", "people", "hours"),
    [
        (
            "de",
            "Im Verein sind wir zu sechst, machen tun es vier, zusammen 18 Stunden die Woche.",
            4,
            18,
        ),
        ("en", "We are nine, the work is done by three, 20 hours a week together.", 3, 20),
        ("en", "I've got it alone, 12 hours a week.", 1, 12),
        ("en", "I bake and my aunt sells, Sundays and one morning, together 9 hours a week.", 2, 9),
    ],
)
def test_those_who_do_the_work_are_the_team(
    language: str, said: str, people: int, hours: float
) -> None:
    assert team_of(language, said) == (people, hours)


def test_a_board_is_not_the_team() -> None:
    said = "Six of us on the board, but others do it, 22 hours a week together."

    assert team_of("en", said) == (None, 22)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "£9,000 from the trust, half of that only after six months of work."),
        ("de", "9.000 € vom Land, die Hälfte davon erst nach sechs Monaten Arbeit."),
        ("fr", "9 000 € de la région, dont la moitié seulement après six mois de travail."),
    ],
)
def test_when_a_part_of_the_money_comes_is_no_time_for_the_work(language: str, said: str) -> None:
    said += " The first shop must be open by 3 May 2027." if language == "en" else ""
    told = {"idea": IDEAS[language], "constraint": said}

    assert read_facts(told, today=date(2026, 11, 29)).duration_weeks.value is None
