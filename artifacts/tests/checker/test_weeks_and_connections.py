"""Weeks and months that are counted by their number, and what works only with a connection."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.reach import needs_connection
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

STOVES = {
    "en": {
        "name": "Warm Hut",
        "idea": "We build small stoves for mountain huts in the Lake District, in our workshop.",
        "constraint": "From the order to the first stove it may take no more than 20 weeks.",
    },
    "de": {
        "name": "Hüttenofen",
        "idea": "Wir bauen in Füssen kleine Öfen für Berghütten, in unserer Werkstatt am Lech.",
        "constraint": "Vom Auftrag bis zum ersten Ofen dürfen es höchstens 20 Wochen sein.",
    },
}


def rules(language: str, text: str) -> set[str]:
    project = ProjectInput.from_brief({**STOVES[language], "today": date(2026, 12, 1)})
    return rules_on(project, "milestones.risk_mitigation_timeline", text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The first stove leaves the workshop in the 27th week of the project."),
        ("en", "The first stove is handed over in month seven after the order."),
        ("de", "Der erste Ofen wird in der 27. Woche nach dem Auftrag geliefert."),
        ("de", "Der erste Ofen steht im 7. Monat nach dem Auftrag in der Hütte."),
    ],
)
def test_a_week_behind_the_limit_is_found_by_its_number(language: str, text: str) -> None:
    assert "duration_exceeded" in rules(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The first stove leaves the workshop in the 18th week of the project."),
        ("en", "Room 27 of the hut gets the first stove in week 19 after the order."),
        ("de", "Der erste Ofen wird in der 18. Woche nach dem Auftrag geliefert."),
        ("de", "In KW 40 ist die Werkstatt geschlossen."),
    ],
)
def test_a_week_within_the_limit_is_none(language: str, text: str) -> None:
    assert "duration_exceeded" not in rules(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A visit can only be written down while the tablet is connected."),
        ("en", "To take down a visit a stable internet connection is required."),
        ("en", "In a cellar without reception the list stays locked until the network is back."),
        ("de", "Für jeden Eintrag ist eine stabile Internetverbindung Voraussetzung."),
        ("de", "Ein Eintrag setzt eine bestehende Verbindung voraus."),
        ("fr", "Une visite ne se note que si, et seulement si, une connexion est nécessaire."),
        ("nl", "Noteren kan alleen als het toestel verbinding met internet heeft."),
        ("es", "La visita sólo se anota cuando el teléfono tiene cobertura."),
    ],
)
def test_what_works_only_with_a_connection_is_known(language: str, text: str) -> None:
    assert any(map(needs_connection, read_text(text, language, "")))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Entries are sent only when there is a signal, and kept on the phone until then."),
        ("en", "No connection is required to write a visit down."),
        ("de", "Übertragen wird erst, wenn das Telefon wieder Netz hat."),
        ("nl", "De lijst wordt pas doorgestuurd als er weer verbinding is."),
    ],
)
def test_what_is_sent_later_works_without_one(language: str, text: str) -> None:
    assert not any(map(needs_connection, read_text(text, language, "")))
