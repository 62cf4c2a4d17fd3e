"""Steps of the first version that a line leaves out, and things that we do not touch."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

BOAT = {
    "idea": "We look after boats in winter and tell the owner on a web page how they are.",
    "constraint": "We do not touch the engine. No snacks, no clothing.",
    "first_version": [
        "The owner enters the boat",
        "Pictures of the deck go to the owner every Sunday",
        "A text message says that the bilge is dry",
    ],
}
HOF = {
    "idea": "Wir liefern Kisten mit Gemüse an Büros in Erfurt.",
    "constraint": "Es muss im Mai 2027 laufen.",
    "first_version": [
        "Das Büro wählt eine Kiste",
        "Wer verreist, bestellt die Kiste ab",
        "Die Küche bekommt eine Mail, wenn die Kiste gepackt ist",
    ],
}
ESTUFAS = {
    "idea": "Vendemos leña seca en bolsas a las casas de Valdivia.",
    "constraint": "Carbón no vendemos, y tampoco limpiamos chimeneas.",
    "first_version": ["La casa pide una bolsa"],
}


def project(told: Mapping[str, object]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Bilge", **told, "today": date(2026, 12, 1)})


OUT = "mvp_scope.out_of_scope"
OFFER = "brief.value_proposition"


@pytest.mark.parametrize(
    ("told", "section", "text", "rule"),
    [
        (BOAT, OUT, "Pictures of the painted deck; the owner comes by", "core_step_left_out"),
        (HOF, OUT, "Das Abbestellen einer Kiste; sie kommt jede Woche", "core_step_left_out"),
        (HOF, OUT, "Ein Zeichen, dass die Kiste gepackt ist", "core_step_left_out"),
        (BOAT, OFFER, "In spring we oil the engine and start it once.", "left_out_promised"),
        (BOAT, OFFER, "The owner can also order a jacket for the crew.", "left_out_promised"),
        (ESTUFAS, OFFER, "También limpiamos la chimenea de cada casa.", "left_out_promised"),
    ],
)
def test_what_was_left_out_or_asked_for_is_kept_to(
    told: dict[str, object], section: str, text: str, rule: str
) -> None:
    assert rule in rules_on(project(told), section, text)


@pytest.mark.parametrize(
    ("told", "section", "text"),
    [
        (BOAT, OUT, "Pictures from the air; nobody asked for them"),
        (BOAT, OUT, "Repairs of the engine, which the yard does"),
        (HOF, OUT, "Ein Anruf, wenn die Kiste gepackt ist"),
        (HOF, OUT, "Ein Rezept, das zur Kiste passt"),
        (BOAT, OFFER, "The owner sees that the bilge is dry without a drive to the harbour."),
        (ESTUFAS, OFFER, "La bolsa llega seca a cada casa."),
    ],
)
def test_what_is_neither_is_left_alone(told: dict[str, object], section: str, text: str) -> None:
    rules = rules_on(project(told), section, text)
    assert not {"core_step_left_out", "left_out_promised"} & rules


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("Pictures of the deck", True),
        ("Pictures go to the owner by post", True),
        ("Pictures of the bilge; they come later", True),
        ("Pictures of the bilge", False),
        ("Owner messages; they come later", True),
        ("Owner messages", False),
        ("Repairs of the deck; they come later", False),
        ("No pictures of the deck", False),
    ],
)
def test_words_of_several_steps_name_one_that_is_put_off(text: str, left_out: bool) -> None:
    assert ("core_step_left_out" in rules_on(project(BOAT), OUT, text)) is left_out
