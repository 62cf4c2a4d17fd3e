"""Who does the work on how many days, and which step a line names: the nearest on both sides."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.compounds import shares_head, told_in_compounds
from artifacts.checker.comparisons.deadline import read_deadline
from artifacts.checker.comparisons.steps import (
    main_noun,
    repeated_step,
    stems_of_head,
    stems_of_step,
)
from artifacts.checker.comparisons.team_claims import team_differs
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.sheet import corrected
from artifacts.interview.questions import ProjectInput

TWO = "We are two: I row and my sister steers."
EIGHTEEN = f"{TWO} Together 18 hours a week."
TWENTY_FIVE = f"{TWO} Together 25 hours a week."
UNLIKE = "We are two: my sister steers 4 hours a week, I row 30 hours a week."
HELPERS = f"{TWO} A driver is hired for Mondays. Four helpers come on Saturdays."


def project(team: str) -> ProjectInput:
    return ProjectInput.from_brief(
        {
            "name": "Night Ferry",
            "idea": "A rowing boat takes walkers across the Ouse near Ely after the last bus.",
            "team": team,
            "today": date(2026, 12, 1),
        }
    )


@cache
def known_of(team: str) -> Knowledge:
    told = project(team)
    return Knowledge(told.all_texts(), told.sheet, told.today)


@pytest.mark.parametrize(
    ("team", "text", "found"),
    [
        # Five hours a day are a day's work, and half of them a day that somebody comes on.
        (EIGHTEEN, "We work on it five days a week.", TWO),
        (EIGHTEEN, "We work on it four days a week.", ""),
        (TWENTY_FIVE, "We work on it five days a week.", ""),
        (TWENTY_FIVE, "We work on it six days a week.", TWO),
        (TWO, "We work on it five days a week.", ""),
        (UNLIKE, "I work on it five days a week.", ""),
        (UNLIKE, "The sister works on it five days a week.", UNLIKE),
        (HELPERS, "Four helpers work with us.", ""),
        (HELPERS, "Five helpers work with us.", TWO),
        (HELPERS, "A driver is hired for the books.", ""),
        (TWO, "A driver is hired for the books.", TWO),
    ],
)
def test_who_works_on_how_many_days(team: str, text: str, found: str) -> None:
    (sentence,) = read_text(text, "en", "")
    assert team_differs(known_of(team), sentence) == found


def test_facts_that_were_corrected_without_words_are_compared() -> None:
    told = project("")
    facts = corrected(corrected(told.sheet, "people", 2), "deadline", date(2027, 5, 1))
    known = Knowledge(told.all_texts(), facts, told.today)
    (sentence,) = read_text("Five helpers work on it.", "en", "")
    assert team_differs(known, sentence) == "-"
    deadline = read_deadline(known)
    assert deadline is not None
    assert (deadline.told, deadline.about) == ("", frozenset())


@pytest.mark.parametrize(
    ("line", "step", "is_repeated"),
    [
        ("Reminders for overdue keys", "Reminders about keys", True),
        ("Reminders for books", "Reminders about keys", False),
        ("For now a list of open keys", "The caretaker sees a list of open keys", True),
        ("For now a list of all the keys", "The caretaker sees a list of open keys", False),
        ("For them what is in it", "She sees what is in it", False),
    ],
)
def test_a_step_is_repeated_in_its_own_words(line: str, step: str, is_repeated: bool) -> None:
    (sentence,) = read_text(line, "en", "")
    assert repeated_step(sentence, ["A key is lent", step]) == (step if is_repeated else "")


def test_words_that_stand_apart_are_joined() -> None:
    assert stems_of_step("Der Koch - sagt ab", "de") == {"koch", "sag", "abd", "abkoch", "absag"}


@pytest.mark.parametrize(
    ("text", "stems"),
    [("Abgabe der Texte", {"abgeb", "text"}), ("Fahrt im Zug", {"fahr", "zug"})],
)
def test_german_nouns_of_doing_have_a_verb(text: str, stems: set[str]) -> None:
    (sentence,) = read_text(text, "de", "")
    assert stems_of_head(sentence.stems, text, "de") == stems


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Reminders by text message", "remind"),
        ("Keys by hand. Automatic reminders", "remind"),
        ("And", ""),
    ],
)
def test_a_line_is_about_its_noun(text: str, noun: str) -> None:
    assert main_noun(read_text(text, "en", "")[-1]) == noun


@pytest.mark.parametrize(
    ("word", "text", "stems"),
    [
        ("schloss", "schlossbau", {"schlos"}),
        ("schloss", "schlosser", set()),
        ("woche", "wochenplan", set()),
        ("pflegekassen", "kasse pflege", {"pflege"}),
        ("pflegekassen", "kiste pflege", set()),
    ],
)
def test_what_is_told_in_compounds(word: str, text: str, stems: set[str]) -> None:
    assert told_in_compounds([word], text.split(), "de") == stems


@pytest.mark.parametrize(("word", "is_kind"), [("hauskasse", True), ("vorkasse", False)])
def test_a_compound_is_a_kind_of_its_end(word: str, is_kind: bool) -> None:
    assert shares_head([word], ["kasse"], "de") is is_kind
