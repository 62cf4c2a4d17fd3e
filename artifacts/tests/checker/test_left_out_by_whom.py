"""What is left out and done all the same, in sentences with another subject or in other forms."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

LIBRARY = {
    "name": "Strings",
    "idea": "An instrument library in the old telephone exchange in Thunder Bay.",
    "target_user": "Grown-ups who start late.",
    "problem": "A decent beginner's cello is $1,900, and parents pay for it.",
    "price": "$60 a year.",
    "constraint": "We give no lessons, and no car seats. Four of us, $27,000.",
}
BLANKETS = {
    "name": "Pferdedecken",
    "idea": "Ein Anhänger wäscht Pferdedecken im Landkreis Verden von Stall zu Stall.",
    "problem": "Die Reinigung verliert gern die Gurte.",
    "price": "14,50 € je Decke.",
    "constraint": (
        "Genäht wird bei uns nicht. Keine Kontoführung für die Ställe. Anträge auf"
        " Ausnahmegenehmigung schreiben wir nicht. Zu zweit, 39.000 €."
    ),
}
LAUNDRY = {
    "name": "Lavandería",
    "idea": "Una lavandería por kilo en El Alto para familias y hostales.",
    "price": "9 bolivianos el kilo.",
    "constraint": "Lavado en seco no hacemos. Carbón no vamos a vender. Somos dos.",
}


def found(told: dict[str, str], section: str, text: str) -> set[str]:
    project = ProjectInput.from_brief({**told, "today": date(2026, 11, 29)})
    return rules_on(project, section, text)


@pytest.mark.parametrize(
    ("told", "section", "text"),
    [
        (LIBRARY, "mvp_scope.scalability_plan", "Beginners' lessons are on offer from day one."),
        (LIBRARY, "brief.differentiation_points", "Parents can also borrow a car seat."),
        (BLANKETS, "brief.differentiation_points", "Gurte und Löcher nähen wir gleich mit."),
        (BLANKETS, "how_it_works.integration_points", "Die App führt auch das Konto des Stalls."),
        (
            BLANKETS,
            "mvp_scope.scalability_plan",
            "Wir stellen für den Stall gleich den Antrag auf Ausnahmegenehmigung.",
        ),
        (
            LAUNDRY,
            "brief.competitive_strategy",
            "Los ternos se mandan a lavado en seco, que ofrecemos a los hostales.",
        ),
        (
            LAUNDRY,
            "brief.competitive_strategy",
            "Para no perder clientes también se venden sacos de carbón.",
        ),
    ],
)
def test_what_is_left_out_is_done_all_the_same(
    told: dict[str, str], section: str, text: str
) -> None:
    assert "left_out_promised" in found(told, section, text)


@pytest.mark.parametrize(
    ("told", "section", "text"),
    [
        (LIBRARY, "brief.differentiation_points", "Parents can also borrow a cello."),
        (BLANKETS, "brief.differentiation_points", "Gurte und Schnallen prüfen wir gleich mit."),
        (BLANKETS, "how_it_works.integration_points", "Die App führt eine Liste der Decken."),
        (LAUNDRY, "brief.competitive_strategy", "Para no perder ropa se anota cada kilo."),
    ],
)
def test_what_is_done_is_not_left_out(told: dict[str, str], section: str, text: str) -> None:
    assert not found(told, section, text)
