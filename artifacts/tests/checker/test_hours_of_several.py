"""Hours of several people: what each has, what they have together, and how many they are."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

TOLD = {
    "en": {
        "idea": "We shear sheep for owners of small blocks near Masterton.",
        "price": "$16 a sheep.",
        "team": "I shear 24 hours a week, and my daughter does the pens for 9.",
    },
    "helpers": {
        "idea": "Wir nehmen Familien in Brakel für zwei Stunden Arbeit im Haushalt ab.",
        "price": "33 € die Stunde.",
        "team": "Ich mache 30 Stunden in der Woche, die zwei Helferinnen je 8.",
    },
    "Max": {
        "idea": "Wir vermitteln Zelte zwischen den Vereinen im Landkreis Cham.",
        "price": "5 € je Buchung.",
        "team": "Ich mach es abends, 9 Stunden in der Woche, der Max programmiert, 12 Stunden.",
    },
    "members": {
        "idea": "Unser Verein richtet in vier Dörfern im Wendland je einen Arbeitsraum ein.",
        "price": "2 € die Stunde.",
        "team": "Im Verein sind wir 38, die Arbeit machen drei, zusammen 12 Stunden in der Woche.",
    },
    "four": {
        "idea": "Unser Verein packt alte Dinge in Koffer und verleiht sie an Heime.",
        "price": "54 € für zwei Wochen.",
        "team": "Wir sind zu viert, alle ehrenamtlich, jeden Mittwochnachmittag.",
    },
}


@cache
def project(told: str) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Hand", **TOLD[told], "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("en", "Both of them shear, 24 hours a week each, which makes 48."),
        ("en", "They shear 24 hours a week each."),
        ("en", "Both work 24 hours a week on it, which gives 48 hours."),
        ("en", "Both are on the road all week, together 70 hours."),
        ("helpers", "Die beiden Helferinnen leisten zusammen 30 Stunden in der Woche."),
        ("helpers", "Die Leitung macht 30 Stunden in der Woche, die Helferinnen 20."),
        ("helpers", "Die ganze Woche sind alle im Haus, zusammen 90 Stunden."),
        ("Max", "Der Max programmiert 21 Stunden in der Woche."),
        ("en", "The founder gives 9 hours a week and the daughter 24, so 33 hours together."),
        ("en", "One person shears and does the pens, 33 hours a week."),
        ("members", "Alle 38 Mitglieder arbeiten mit, jedes 12 Stunden in der Woche."),
        ("Max", "In der Woche 30 Stunden sind es mit dem Max."),
    ],
)
def test_hours_of_somebody_else_are_found(told: str, text: str) -> None:
    assert "hours_differ" in rules_on(project(told), "milestones.resource_plan", text)


@pytest.mark.parametrize("text", ["Zu siebt packen wir die Koffer.", "Eine Angestellte packt mit."])
def test_more_of_us_than_there_are_is_found(text: str) -> None:
    assert "people_differ" in rules_on(project("four"), "milestones.resource_plan", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("en", "One shears 24 hours a week, the other does the pens for 9, which makes 33."),
        ("en", "The founder gives 24 hours a week and the daughter 9, so 33 hours together."),
        ("en", "With the daughter's 9 hours there are 33 hours a week."),
        ("en", "The daughter does the pens for nine hours; the other 24 hours a week are mine."),
        ("helpers", "Die beiden Helferinnen leisten zusammen 16 Stunden in der Woche."),
        ("helpers", "Mit den zwei Helferinnen sind es zusammen 46 Stunden in der Woche."),
        ("helpers", "Ich und eine Helferin sind zusammen 38 Stunden in der Woche unterwegs."),
        ("Max", "Der Max kommt auf 12 Stunden in der Woche, ich auf 9, zusammen 21."),
        ("four", "Zu viert packen wir jeden Mittwochnachmittag."),
    ],
)
def test_hours_as_they_were_told_are_no_fault(told: str, text: str) -> None:
    assert not rules_on(project(told), "milestones.resource_plan", text)
