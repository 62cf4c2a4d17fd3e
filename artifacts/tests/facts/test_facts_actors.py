"""Who acts in a clause: people outside, or the founders' own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from artifacts.facts.grammar.source import source
from artifacts.facts.reading.actors import (
    lasts,
    names_kin,
    names_own_kin,
    outsiders_act,
    outsiders_met,
    served_kin,
)
from artifacts.facts.reading.context import Told

ACT = {
    "en": (
        "two crews have been on it; Mr Miller came; the baker came; the baker's own yard; the old"
        " baker came; the teachers came; the bakery came; the council said; microbrewery asked; the"
        " hospital asked; six growers nodded; I went to see seven growers, four nodded"
    ),
    "de": (
        "zwei Bäcker kamen; beim Bäcker; die Stadtwerke kamen; die Lehrerinnen kamen; Frau Meier"
        " kam; der Kindergarten kam"
    ),
    "fr": "deux boulangers sont venus; le boulanger est venu",
    "nl": "twee boeren kwamen",
    "es": "dos vecinos vinieron",
}
ACT_NOT = {
    "en": (
        "there are two crews; those for two crews; that two crews; my baker came; in the bakery; in"
        " the yard of the baker; behind the baker; our own baker came; the letters came; the"
        " jewellery came; people came"
    ),
    "de": (
        "es gibt zwei Bäcker; für zwei Bäcker; unser Bäcker kam; unser eigener Bäcker kam; Man kam;"
        " die stadtwerke kamen; die Schererei lief; die Frau kam"
    ),
    "fr": "dans le four du boulanger; notre boulanger est venu; nos voisins sont venus",
    "nl": "onze boer kwam",
    "es": "en el vecino; nuestro vecino vino",
}
MET = {
    "en": (
        "coffee with nine headteachers; coffee of nine headteachers; coffee with the old big"
        " headteachers"
    ),
    "de": "Kaffee mit neun Lehrern",
}
MET_NOT = {
    "en": (
        "there is coffee with nine headteachers; nine headteachers; coffee with a very old good"
        " nice headteacher"
    ),
    "de": "es gibt Kaffee mit Lehrern; Kaffee ohne Lehrer",
}
KIN = {"en": "my nephew; the nephew", "de": "meine Frau"}
KIN_NOT = {"en": "3 partner; nobody", "de": "3 Partner"}
OWN_KIN = {"en": "my nephew; our mum", "de": "meiner Frau", "fr": "ma mère"}
OWN_KIN_NOT = {"en": "three nephews; the nephew", "de": "der Frau", "fr": "la mère"}
SERVED = {"en": "done for my aunt; for our good aunt", "de": "bei unserer Tante"}
SERVED_NOT = {
    "en": "done at the house of my aunt; my aunt; for our very good aunt",
    "de": "die Tante",
}


def clauses() -> Iterator[tuple[Callable[[Told, int, int], bool], str, str, bool]]:
    for find, told, denied in (
        (outsiders_act, ACT, ACT_NOT),
        (outsiders_met, MET, MET_NOT),
        (names_kin, KIN, KIN_NOT),
        (names_own_kin, OWN_KIN, OWN_KIN_NOT),
        (served_kin, SERVED, SERVED_NOT),
    ):
        for table, verdict in ((told, True), (denied, False)):
            for language, text in table.items():
                yield from ((find, language, one.strip(), verdict) for one in text.split(";"))


@pytest.mark.parametrize(("find", "language", "clause", "verdict"), list(clauses()))
def test_a_clause_tells_who_acts(
    find: Callable[[Told, int, int], bool], language: str, clause: str, verdict: bool
) -> None:
    told = Told("stage", source(clause, language))

    assert find(told, 0, len(told.source.tokens)) is verdict


@pytest.mark.parametrize(
    ("clause", "acts"),
    [
        ("four nodded", True),
        ("four still do", True),
        ("four of them came", True),
        ("four boats", False),
        ("four", False),
        ("four Boats nodded", False),
        ("four still", False),
    ],
)
def test_a_number_alone_stands_for_those_who_were_named(clause: str, acts: bool) -> None:
    told = Told("stage", source(f"I went to see seven growers, {clause}", "en"))
    first = next(at for at in range(len(told.source.tokens)) if told.source.word(at) == ",") + 1

    assert outsiders_act(told, first, len(told.source.tokens)) is acts


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("for the holidays", True),
        ("for two long weeks", True),
        ("for a very long old week", False),
        ("over the summer", True),
        ("all autumn", True),
        ("during spring", True),
        ("through the evenings", True),
        ("in the evening", False),
        ("den ganzen Juli", True),
        ("die halbe Woche", True),
        ("die Woche", False),
        ("tout l'été", True),
        ("todo el verano", True),
    ],
)
def test_a_length_of_time_is_told_by_a_part_of_the_year(words: str, verdict: bool) -> None:
    assert lasts(f" {words} ") is verdict


def test_what_is_done_for_kin_in_another_sentence_does_not_count() -> None:
    told = Told("stage", source("We baked for my aunt. The oven is hot.", "en"))
    (first, second) = told.sentences

    assert served_kin(told, *first)
    assert not served_kin(told, *second)
