"""What is left out, told by a German clause whose object comes first."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts

IDEA = "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben."


def left_out(said: str) -> list[str]:
    sheet = read_facts({"idea": IDEA, "constraint": said}, today=date(2026, 11, 29))
    return [fact.value for fact in sheet.left_out if fact.value]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Die Lüftung regeln wir nicht.", ["Die Lüftung regeln wir nicht"]),
        ("Dach und Fassade machen wir auch nicht.", ["Dach und Fassade machen wir auch nicht"]),
        ("Sensen und Sicheln nehme ich nicht.", ["Sensen und Sicheln nehme ich nicht"]),
        (
            "Räder reparieren wir nicht, und am Montag ist zu.",
            ["Räder reparieren wir nicht"],
        ),
        ("Möbel liefern wir nicht aus.", ["Möbel liefern wir nicht aus"]),
        ("Bis Mai muss es stehen, Versicherungen vermitteln wir nicht.", [
            "Versicherungen vermitteln wir nicht"
        ]),
        ("Mehr Zeit haben wir nicht.", []),
        ("Vor Mai bauen wir nicht.", []),
        ("Die Nachbarn kennen wir nicht.", []),
    ],
)  # fmt: skip
def test_an_object_that_comes_first_is_left_out(said, lines):
    assert left_out(said) == lines
