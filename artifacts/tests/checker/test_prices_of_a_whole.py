"""Prices of a whole, of a case, or of nobody that a text replaces by a plain sum of others, and who
bears a share.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

CHAIRS = {
    "name": "Korbwerk",
    "idea": "Wir flechten Stühle in Husum neu.",
    "target_user": "Gasthäuser in Husum. Das Gasthaus zahlt.",
    "price": (
        "Geflecht 200 € je Stuhl, Bezug 140 € je Stuhl, beides zusammen 310 €. Von jedem Verkauf"
        " behalten wir 8 %, die trägt das Gasthaus. Händler bekommen keinen Rabatt. Ein halber"
        " Satz 500 €, ein ganzer 900 €."
    ),
    "constraint": "Zu zweit, 30 Stunden in der Woche, 9.000 €, fertig am 1. September 2027.",
}
HUTS = {
    "name": "Cold Hut",
    "idea": "Huts on a frozen lake, for a day or a night.",
    "target_user": "People from Barrie who fish. Everyone pays for himself.",
    "price": (
        "C$90 a person for a day, C$140 a person if you stay the night, day included. Sailing club"
        " members C$70 a person. My cousin said to ask C$200 and I laughed at him."
    ),
    "constraint": "Two of us, 30 hours a week, C$9,000. Ready by January 9, 2027.",
}
TRAPS = {
    "name": "Trap Count",
    "idea": "A log for trapping groups in Northland.",
    "target_user": "Groups in Northland. The group pays.",
    "price": (
        "First forty traps free, then NZ$2.50 per trap and year. £12 per meeting for the minutes."
        " The standing fee of £20 a month starts with the fourth month."
    ),
    "constraint": "Two of us, 30 hours a week, NZ$9,000. Ready by 1 May 2027.",
}
BREAD = {
    "name": "Ruta",
    "idea": "Una furgoneta con pan para los pueblos de Teruel.",
    "target_user": "Los vecinos pagan, y los hoteles.",
    "price": "La barra a 1,50 €. Los hoteles pagan 1,20 € por barra, desde 20 barras.",
    "constraint": "Somos dos, 50 horas a la semana. Hay 9.000 €. Salimos el 1 de junio de 2027.",
}
REFS = {
    "name": "Fluitje",
    "idea": "Een rooster voor scheidsrechters in Delft.",
    "target_user": "Clubs in Delft. De club betaalt.",
    "price": "€ 1,20 per lid per jaar, minimaal € 190 per seizoen.",
    "constraint": "Er is € 9.000. Klaar op 1 maart 2027, met z'n tweeën, 20 uur per week.",
}


def rules(idea: dict[str, str], text: str) -> set[str]:
    project = ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)})
    return rules_on(project, "brief.market_analysis", text)


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (CHAIRS, "Geflecht und Bezug zusammen kosten das Gasthaus 340 € je Stuhl."),
        (CHAIRS, "Der Händler trägt die 8 %."),
        (CHAIRS, "Händler bekommen die Stühle günstiger."),
        (CHAIRS, "Wer einen halben Satz nimmt, bezahlt die Hälfte des ganzen, also 450 €."),
        (HUTS, "Somebody who stays the night is charged C$230, the day at C$90 plus the night."),
        (HUTS, "A person pays C$200 for a day."),
        (TRAPS, "A group with 100 traps is billed NZ$250 a year."),
        (TRAPS, "For £12 a group has as many meetings written up as it likes."),
        (TRAPS, "The standing fee of £20 is due from the first month."),
        (BREAD, "Los hoteles pagan lo mismo que los vecinos."),
        (REFS, "Een club met 100 leden betaalt € 120 per seizoen."),
    ],
)
def test_a_price_that_is_made_up_otherwise_is_questioned(idea: dict[str, str], text: str) -> None:
    assert rules(idea, text)


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (CHAIRS, "Geflecht und Bezug zusammen kosten das Gasthaus 310 €."),
        (CHAIRS, "Geflecht und Bezug sind einzeln 340 €, zusammen 310 €."),
        (CHAIRS, "Das Gasthaus trägt die 8 %."),
        (CHAIRS, "Ein halber Satz kostet 500 €."),
        (HUTS, "Somebody who stays the night is charged C$140, with the day."),
        (TRAPS, "A group with 100 traps is billed NZ$150 a year."),
        (TRAPS, "Three meetings are £36."),
        (BREAD, "Los hoteles pagan 1,20 € por barra."),
        (REFS, "Een club met 200 leden betaalt € 240 per jaar."),
    ],
)
def test_a_price_as_it_was_told_is_not(idea: dict[str, str], text: str) -> None:
    assert rules(idea, text) == set()


def test_a_price_for_members_is_not_the_same_for_all() -> None:
    text = "Whether somebody is in the sailing club or not, a day is C$90 a person."
    assert rules(HUTS, text)
    assert rules(HUTS, "Whether it snows or not, a day is C$90 a person.") == set()
