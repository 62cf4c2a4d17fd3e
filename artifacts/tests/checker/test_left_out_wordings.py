"""More ways to say what is left out, and to promise it: by post, not a single one, to a home."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

RAIL = {
    "idea": "A van with clothes rails stands in school playgrounds and swaps outgrown uniform.",
    "constraint": "We keep no list of families, not a single name.",
}
KNIVES = {
    "idea": "Ich schleife Messer auf dem Wochenmarkt in Luzern.",
    "constraint": "Keine Rasenmäher, keine Sägeketten und nichts per Post.",
}
CELLAR = {
    "idea": "Ein Kellerbuch fürs Handy, für kleine Weinbauern.",
    "constraint": "Keine Lagerverwaltung für die Flaschen.",
}
TIMBER = {
    "idea": "Une association récupère les matériaux des chantiers et les revend.",
    "constraint": "Pas de livraison, pas de matériel électrique.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Ember", **told, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (RAIL, "Each family is entered with its name, so that we can write to them."),
        (KNIVES, "Wer weit weg wohnt, schickt seine Messer per Post."),
        (CELLAR, "Noch vor der Lese kommt ein Flaschenlager mit Mindestbestand dazu."),
        (TIMBER, "Le camion livre les poutres et le carrelage chez l'acheteur."),
    ],
)
def test_what_is_left_out_is_found(told: dict[str, str], text: str) -> None:
    assert "left_out_promised" in rules_on(project(told), "how_it_works.data_flow", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (RAIL, "A single blazer is swapped for the next size up."),
        (RAIL, "The school is entered with its address."),
        (KNIVES, "Wer weit weg wohnt, bringt seine Messer am Samstag."),
        (CELLAR, "Die Flaschen stehen im Keller."),
        (TIMBER, "Le camion va chercher les poutres sur le chantier."),
    ],
)
def test_what_is_not_left_out_is_none(told: dict[str, str], text: str) -> None:
    assert "left_out_promised" not in rules_on(project(told), "how_it_works.data_flow", text)
