"""Pass marks by another number, places in lists, hired people, and postponed first steps."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.steps import main_noun
from artifacts.checker.stems import stem
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

CHOIR = {
    "name": "Choir Coach",
    "idea": "I rehearse with small choirs in Hexham and Corbridge, and send them recordings.",
    "target_user": "Choirs in Hexham and Corbridge with 12 to 30 singers. The choir pays.",
    "workaround": "They go to Carlisle for a weekend.",
    "price": "£55 a rehearsal.",
    "constraint": "It is me and my sister. Nobody is hired. We begin on 1 May 2027.",
    "validation": "Nine choirs, eight weeks. Good if 7 of them ask for another term.",
    "first_version": (
        "A choir asks for a date\nI rehearse with them\nA recording goes out the same day\n"
        "A bill goes out at the end of the month"
    ),
}
SAUNA = {
    "name": "Saunabus",
    "idea": "Ein Bus mit Sauna fährt zu den Badestellen um Plön und Eutin, am Wochenende.",
    "target_user": "Badegäste in Plön und Eutin, bezahlt wird je Kopf.",
    "price": "12 € je Kopf.",
    "constraint": "Meine Frau und ich. Angestellt wird niemand.",
    "validation": "Sechs Badestellen, acht Wochen. Gut, wenn alle bis auf eine uns wieder wollen.",
}


def rules(section: str, text: str, idea: dict[str, str] = CHOIR) -> set[str]:
    return rules_on(ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)}), section, text)


@pytest.mark.parametrize(
    "text",
    [
        "The trial has succeeded if five of the choirs ask for another term.",
        "With 4 of the 9 choirs asking for another term the trial is passed.",
    ],
)
def test_another_number_of_those_who_take_part_is_no_pass(text: str) -> None:
    assert "test_differs" in rules("mvp_scope.success_metrics", text)


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (CHOIR, "The trial has succeeded if seven of the choirs ask for another term."),
        (CHOIR, "Seven of nine choirs ask for another term."),
        (SAUNA, "Fünf von sechs Badestellen wollen den Bus wieder."),
    ],
)
def test_the_number_of_the_pass_mark_is_one(idea: dict[str, str], text: str) -> None:
    assert "test_differs" not in rules("mvp_scope.success_metrics", text, idea)


@pytest.mark.parametrize(
    "text",
    [
        "In the first season the rehearsals span Hexham, Corbridge and Haltwhistle.",
        "We begin with choirs in Carlisle.",
    ],
)
def test_a_place_beside_ours_or_of_the_others_is_none_of_ours(text: str) -> None:
    assert "region_differs" in rules("mvp_scope.scalability_plan", text)


def test_a_list_of_our_places_and_of_songs_is_none_of_others() -> None:
    text = "The rehearsals span Hexham and Corbridge, with songs by Tallis, Byrd and Purcell."
    assert "region_differs" not in rules("mvp_scope.scalability_plan", text)


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (CHOIR, "A third teacher joins in January and is salaried from then on."),
        (CHOIR, "A second pianist is recruited in January."),
        (SAUNA, "Eine Vollzeitkraft fährt den Bus an den Wochenenden."),
    ],
)
def test_somebody_hired_is_found_where_nobody_is(idea: dict[str, str], text: str) -> None:
    assert "people_differ" in rules("milestones.resource_plan", text, idea)


@pytest.mark.parametrize(
    "text",
    [
        "Digital recordings of every song; for now the singers rely on their ears",
        "Monthly bills; in the first season they pay in cash",
    ],
)
def test_a_first_step_is_found_by_the_noun_that_it_alone_has(text: str) -> None:
    assert "core_step_left_out" in rules("mvp_scope.out_of_scope", text)


@pytest.mark.parametrize(
    ("text", "language", "noun"),
    [
        ("Automatic reminders for overdue keys; later", "en", "reminders"),
        ("Eine Auswertung der Lücken; sie folgt", "de", "Auswertung"),
        ("Le lavage des caisses ; plus tard", "fr", "laver"),
    ],
)
def test_the_noun_of_a_line_is_the_one_it_is_about(text: str, language: str, noun: str) -> None:
    assert main_noun(read_text(text, language, "")[0]) == stem(noun, language)
