"""Steps that a line leaves out in other words than the founder's."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.checker.comparisons.step_words import step_terms
from artifacts.checker.comparisons.steps import stems_of_head, stems_of_step
from artifacts.checker.stems import stems_of
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

DEPOT = {
    "idea": "We lend garden tools in Truro and bring them to the gate.",
    "first_version": [
        "A member picks a tool on the web page",
        "Jo drops it off between 5 and 7 in the morning",
        "The member signs with a finger",
        "The depot is warned on day six if nobody has been there",
        "The driver notes the miles",
    ],
}
BECKEN = {
    "idea": "Ein Becken für Schulen in Greiz.",
    "first_version": [
        "Das Wasser wird beprobt und das Gesundheitsamt gibt frei",
        "Das Büro liest gegen und verbessert",
        "Eine Sprecherin liest alles als Nachricht ein",
        "Der Fahrer fotografiert das Stück bei der Ablieferung",
    ],
}
OUT = "mvp_scope.out_of_scope"


def rules(told: dict[str, object], text: str) -> set[str]:
    project = ProjectInput.from_brief({"name": "Bilge", **told, "today": date(2026, 12, 1)})
    return rules_on(project, OUT, text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (DEPOT, "Delivery in the early morning; members come to the depot"),
        (DEPOT, "The warning to the depot on day six (phase two)"),
        (DEPOT, "Writing down the miles; every trip counts the same"),
        (DEPOT, "The finger comes in the second year"),
        (DEPOT, "Signatures; the driver ticks a box instead"),
        (BECKEN, "Die Probe des Wassers, die später kommt"),
        (BECKEN, "Das Gegenlesen im Büro; der Text geht ungeprüft hinaus"),
        (BECKEN, "Das Einlesen durch eine Sprecherin"),
        (BECKEN, "Das Foto bei der Ablieferung; das Geld kommt schon vorher"),
    ],
)
def test_a_step_in_other_words_is_a_step(told: dict[str, object], text: str) -> None:
    assert "core_step_left_out" in rules(told, text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (DEPOT, "A second depot"),
        (DEPOT, "A camera on the tool, which members buy themselves"),
        (DEPOT, "Route planning for the driver"),
        (BECKEN, "Ein zweites Becken"),
        (BECKEN, "Eine Übersetzung, die später kommt"),
        (BECKEN, "Der Verkauf von Handtüchern"),
    ],
)
def test_what_no_step_does_may_be_left_out(told: dict[str, object], text: str) -> None:
    assert "core_step_left_out" not in rules(told, text)


@pytest.mark.parametrize(
    ("head", "step"),
    [
        ("Das Gegenlesen", "Drei Leute lesen gegen und streichen an"),
        ("Die Freigabe", "Das Amt gibt frei"),
        ("Die Aufnahme", "Der Vorarbeiter nimmt seine Nachricht auf"),
        ("Die Probe", "Das Wasser wird beprobt"),
    ],
)
def test_german_nouns_of_doing_are_their_verbs(head: str, step: str) -> None:
    stems = stems_of_head(stems_of(head, "de"), head, "de")
    assert stems & stems_of_step(step, "de")


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "signature", "signs"),
        ("en", "notes", "written"),
        ("de", "Foto", "fotografiert"),
        ("de", "Quittung und Rechnung", "abgerechnet"),
    ],
)
def test_words_for_one_act_are_one(language: str, one: str, other: str) -> None:
    assert step_terms(one, language) & step_terms(other, language)


def test_a_german_text_is_no_message() -> None:
    assert step_terms("Text", "en") == {"=text"}
    assert step_terms("Text", "de") == {"tex"}
