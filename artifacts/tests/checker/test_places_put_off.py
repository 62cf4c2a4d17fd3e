"""Places of ours that wait for a later season, and others that come before them."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

TENTS = {
    "idea": "Vereine im Landkreis Cham leihen sich gegenseitig Festzelt und Kühlwagen.",
    "target_user": "Vereine im Landkreis Cham mit einem eigenen Zelt.",
}
BOATS = {
    "idea": "A gas engineer who comes along the towpath between Bath and Devizes.",
    "target_user": "People who live aboard on the Kennet and Avon between Bath and Devizes.",
}
SHEEP = {
    "idea": "Un rebaño de ovejas que limpia los cortafuegos de los pueblos del Matarraña, Teruel.",
    "target_user": "Ayuntamientos del Matarraña.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Ember", **told, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (TENTS, "Cham kommt erst im zweiten Jahr dran."),
        (TENTS, "Zum Start werden nur Vereine im Landkreis Schwandorf aufgenommen."),
        (BOATS, "The round begins around Braunston."),
        (TENTS, "Zuerst werden Vereine in Offenburg und Lahr beliefert."),
        (TENTS, "Die ersten Vereine kommen aus Ulm und Augsburg."),
        (BOATS, "Devizes has to wait for the following season."),
    ],
)
def test_another_place_first_is_found(told: dict[str, str], text: str) -> None:
    assert "region_differs" in rules_on(project(told), "brief.market_analysis", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (TENTS, "Zum Start werden nur Vereine im Landkreis Cham aufgenommen."),
        (TENTS, "Zuerst werden Vereine in Cham beliefert."),
        (TENTS, "Die Zelte kommen aus Ulm."),
        (TENTS, "Im zweiten Jahr kommt ein Kühlwagen dazu."),
        (BOATS, "The round begins at Bath and ends in Devizes."),
        (BOATS, "In the following season there is a second engineer."),
        (SHEEP, "Los primeros clientes son los ayuntamientos del Matarraña."),
    ],
)
def test_our_place_first_is_none(told: dict[str, str], text: str) -> None:
    assert "region_differs" not in rules_on(project(told), "brief.market_analysis", text)
