"""Prices that a text calls equal to those of others, and one price for two kinds of a thing."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

SWAP = {
    "idea": "A van with clothes rails stands in school playgrounds and swaps outgrown uniform.",
    "problem": "The shop in town takes £34 for a blazer.",
    "price": "£70 a visit from the school. If you bring nothing it is £2 a piece and £5 for a"
    " blazer.",
}
KILN = {
    "idea": "A kiln in Stroud where hobby potters bring their pots and fetch them fired.",
    "problem": "The college charges £9 a shelf and fires once a month.",
    "price": "£12 a shelf for a bisque firing, £18 a shelf for a glaze firing. Pick-up is £6.",
}
PANELS = {
    "idea": "Wir binden aus Schilf Dämmplatten für alte Häuser im Burgenland.",
    "price": "Die 2-cm-Platte 8,90 € je m², die 5-cm-Platte 16,40 € je m². Der Importeur verlangt"
    " für die 5-cm-Platte 14,20 €. Die Zustellung kostet 55 €.",
}
HEELS = {
    "idea": "Schuhe werden am Bahnhof Göttingen abgegeben und am Abend besohlt zurückgegeben.",
    "problem": "In Kassel kosten die Sohlen 55 € das Paar.",
    "price": "Absätze 16 € das Paar, Sohlen 38 € das Paar.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Ember", **told, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (KILN, "At £9 a shelf we are as cheap as the college."),
        (PANELS, "Mit 14,20 € je m² ist die 5-cm-Platte genauso teuer wie die importierte."),
        (HEELS, "Sohlen kosten 55 € das Paar, gleich viel wie in Kassel, aber ohne die Fahrt."),
        (SWAP, "A family that brings nothing pays £5 for a piece, whether a tie or a blazer."),
        (SWAP, "A family pays £5 for any piece, whether it is a tie or a blazer."),
        (KILN, "A potter pays £12 for any firing, whether it is bisque or glaze."),
        (HEELS, "16 € kostet jedes Paar, ob Absätze oder Sohlen."),
    ],
)
def test_a_price_of_another_side_is_found(told: dict[str, str], text: str) -> None:
    found = rules_on(project(told), "brief.market_analysis", text)
    assert found & {"price_terms_differ", "price_condition_dropped"}


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (KILN, "The college takes £9 a shelf, so four of its shelves cost as much as two of ours."),
        (KILN, "A shelf of bisque is £3 dearer than at the college."),
        (KILN, "Pick-up is £6, whether it is for bisque or glaze."),
        (KILN, "A glaze firing is £18 a shelf, whether it is a mug or a bowl."),
        (PANELS, "Mit 16,40 € je m² ist die 5-cm-Platte nicht so teuer wie Holzfaser."),
        (PANELS, "Die Zustellung kostet 55 €, ob 2-cm-Platte oder 5-cm-Platte."),
        (SWAP, "£2 is paid for a piece, whether it is a tie or a jumper."),
        (HEELS, "38 € kosten die Sohlen, ob Leder oder Gummi."),
    ],
)
def test_a_price_of_its_own_side_is_none(told: dict[str, str], text: str) -> None:
    assert not rules_on(project(told), "brief.market_analysis", text)
