"""More ways to deny a duty, to hand something in late and to bring things to people."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

CALLS = {
    "idea": "Eine Hebamme berät Eltern in Rostock nachts am Telefon.",
    "constraint": "Die Kliniken erfahren nie, wer angerufen hat. Die Kühlkette der Muttermilch muss"
    " dokumentiert sein. Die Räder müssen der StVZO entsprechen.",
}
BREAD = {
    "idea": "Bäckereien in Linz tragen ein, was übrig ist, und Vereine holen es ab.",
    "constraint": "Kein Verkauf an Private, keine Lieferung.",
}
DRONE = {
    "idea": "A drone that finds fawns in the hay before mowing.",
    "constraint": "Flying needs an operational authorisation from the Civil Aviation Authority"
    " first. Everybody who flies needs a DBS check before the first field.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Ember", **told, "today": date(2026, 12, 1)})


FOUND = {"law_denied", "left_out_promised"}


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (CALLS, "Die Klinik bekommt am Monatsende eine Liste, wer angerufen hat."),
        (CALLS, "Eine Dokumentation der Kühlkette verlangt niemand von uns."),
        (CALLS, "Weil auf dem Hof gefahren wird, gilt die StVZO für die Räder nicht."),
        (BREAD, "Ab März bringt ein Fahrer das Brot zu den Vereinen."),
        (BREAD, "Was um acht noch da ist, kaufen Privatleute zum halben Preis."),
        (DRONE, "The first fields are flown while the Civil Aviation Authority is still deciding."),
        (DRONE, "The pilots begin in May and hand in their DBS checks by Christmas."),
    ],
)
def test_what_goes_against_a_duty_is_found(told: dict[str, str], text: str) -> None:
    assert FOUND & rules_on(project(told), "how_it_works.security_compliance", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (CALLS, "Die Klinik bekommt eine Rechnung, und niemand sagt, wer angerufen hat."),
        (CALLS, "Eine Waage in der Küche verlangt niemand von uns."),
        (CALLS, "Die StVZO gilt für jedes Rad."),
        (BREAD, "Der Verein bringt die Kisten am Freitag zurück."),
        (BREAD, "Was um acht noch da ist, holen die Vereine."),
        (DRONE, "No field is flown while the Civil Aviation Authority is still deciding."),
        (DRONE, "The pilots begin in May, when their DBS checks are there."),
    ],
)
def test_what_keeps_to_it_is_none(told: dict[str, str], text: str) -> None:
    assert not FOUND & rules_on(project(told), "how_it_works.security_compliance", text)
