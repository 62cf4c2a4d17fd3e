"""Products that stop when a connection is lost, and permits that are still on their way."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

SHEETS = {
    "idea": "A recipe book on a tablet for the cooks of nurseries. It works without a connection.",
    "constraint": "Gas Safe registration comes first, before the first visit.",
}
GRAVES = {
    "idea": "Ein Programm für das Tablet, mit dem der Friedhofswärter die Grabsteine prüft.",
    "constraint": "Auf den meisten Friedhöfen ist kein Netz, es muss ohne Netz gehen. Ohne"
    " Anerkennung durch den Kreis beginnen wir nicht. Wer mit den Kindern arbeitet, legt vorher ein"
    " erweitertes Führungszeugnis vor.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Ember", **told, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("told", "text", "rule"),
    [
        (SHEETS, "When the wifi fails a recipe can be read but not changed.", "offline_denied"),
        (SHEETS, "The tablet holds a permanent connection to the server.", "offline_denied"),
        (GRAVES, "Ist das Netz weg, lässt sich kein Stein eintragen.", "offline_denied"),
        (GRAVES, "Das Tablet hält eine stehende Verbindung zum Server.", "offline_denied"),
        (GRAVES, "Wo kein Empfang ist, wartet man damit, bis man wieder da ist.", "offline_denied"),
        (
            SHEETS,
            "The first visit is in May, while the registration is still in the post.",
            "law_denied",
        ),
        (
            GRAVES,
            "Solange der Kreis über die Anerkennung noch berät, geht die erste Rechnung schon weg.",
            "law_denied",
        ),
        (
            GRAVES,
            "Beide fangen im Juni an, die Führungszeugnisse reichen sie bis zum Herbst nach.",
            "law_denied",
        ),
    ],
)
def test_it_does_not_go_with_the_answers(told: dict[str, str], text: str, rule: str) -> None:
    assert rule in rules_on(project(told), "how_it_works.architecture", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (SHEETS, "When the wifi fails nothing is lost, and what was changed is sent later."),
        (SHEETS, "When the wifi fails the cook does not notice."),
        (GRAVES, "Ist das Netz weg, wird der Stein auf dem Tablet eingetragen."),
        (GRAVES, "Wo kein Empfang ist, bleibt das Ergebnis auf dem Gerät."),
        (GRAVES, "Solange der Kreis über die Anerkennung berät, beginnt niemand."),
        (GRAVES, "Bis zum Herbst legen alle ihr Führungszeugnis vor."),
    ],
)
def test_what_goes_with_them_is_none(told: dict[str, str], text: str) -> None:
    found = rules_on(project(told), "how_it_works.architecture", text)
    assert not found & {"offline_denied", "law_denied"}
