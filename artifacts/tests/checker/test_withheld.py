"""What never goes to somebody by the answers, handed to them in a text."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

EARS = {
    "idea": "Two audiometricians drive a van to small factories and test the workers' hearing.",
    "constraint": "The curves are health data under UK GDPR, and they never go to the firm. The"
    " landlord never sees who was tested.",
}
SAUNA = {
    "idea": "Wir stellen eine Fass-Sauna auf einem Anhänger in den Garten.",
    "constraint": "Die Namen der Gäste gehen nie an den Kaminkehrer. Fotos werden nicht an den"
    " Hersteller weitergegeben.",
}
CURVES = {
    "idea": "Nous testons l'audition des ouvriers dans un camion.",
    "constraint": "Les courbes ne vont jamais à l'employeur.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Ember", **told, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (EARS, "The firm receives the curves of all its workers."),
        (EARS, "After each day the curves are sent to the firm."),
        (EARS, "The landlord sees who was tested on which day."),
        (SAUNA, "Der Kaminkehrer bekommt die Namen der Gäste."),
        (SAUNA, "Die Namen bekommt der Kaminkehrer am Montag."),
        (SAUNA, "Alle Fotos werden an den Hersteller geschickt."),
        (CURVES, "L'employeur reçoit les courbes de ses ouvriers."),
    ],
)
def test_what_is_kept_from_somebody_is_not_theirs(told: dict[str, str], text: str) -> None:
    found = rules_on(project(told), "how_it_works.security_compliance", text)
    assert "left_out_promised" in found


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (EARS, "The firm receives a letter, and the worker gets the curves."),
        (EARS, "The curves are sent to the doctor and not to the firm."),
        (EARS, "The worker of the firm keeps the curves."),
        (EARS, "The landlord gets the rent."),
        (SAUNA, "Der Kaminkehrer bekommt den Prüfbericht, aber keine Namen."),
        (SAUNA, "Die Gäste bekommen die Fotos."),
        (CURVES, "L'employeur reçoit une lettre sans les courbes."),
    ],
)
def test_what_goes_to_others_is_theirs(told: dict[str, str], text: str) -> None:
    found = rules_on(project(told), "how_it_works.security_compliance", text)
    assert "left_out_promised" not in found
