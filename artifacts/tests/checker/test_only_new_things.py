"""Left-out things that are named by a part of a compound, by "new", or as a fee."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

BEDS = {
    "name": "Federwagen",
    "idea": "Mit einer Maschine auf dem Anhänger reinigen wir Betten im Landkreis Wittmund.",
    "price": "38 € für ein Oberbett mit neuem Inlett, 12 € für ein Kissen.",
    "constraint": "Neue Betten verkaufen wir nicht. Keine Zugangskarten. Zu zweit, 39.000 €.",
}
STEAM = {
    "name": "Steamer",
    "idea": "We steam the beds of nurseries near Spalding.",
    "price": "£3.40 per m², no call-out charge.",
    "constraint": "The two of us, £39,000, by phone and on a web page.",
}
CARERS = {
    "name": "Bericht",
    "idea": "Eine App schreibt den Jahresbericht für Betreuer.",
    "price": (
        "34 € im Monat, in den ersten sechs Monaten 22 € im Monat. Nach der Zahl der Betreuten"
        " fragen wir nicht."
    ),
    "constraint": "Zu zweit, 21.000 €, fertig bis 1. Juni 2027.",
}
FAIR = {
    "name": "Kino",
    "idea": "Unser Verein bringt das Kino zurück in vier Dörfer bei Salzwedel.",
    "price": "4 € Eintritt.",
    "constraint": (
        "Zu dritt. Zusammen haben wir 26.500 €, davon 18.000 € aus der Dorfförderung, das andere"
        " haben die Leute gespendet."
    ),
}


def found(told: dict[str, str], section: str, text: str) -> set[str]:
    project = ProjectInput.from_brief({**told, "today": date(2026, 11, 29)})
    return rules_on(project, section, text)


@pytest.mark.parametrize(
    ("told", "text", "rule"),
    [
        (BEDS, "Wer mag, kann am Anhänger auch gleich ein neues Bett kaufen.", "left_out_promised"),
        (BEDS, "Jeder bekommt eine Zugangskarte für den Anhänger.", "left_out_promised"),
        (STEAM, "A call-out charge of £25 is added to each job.", "payer_differs"),
    ],
)
def test_what_is_left_out_is_found(told: dict[str, str], text: str, rule: str) -> None:
    assert rule in found(told, "brief.value_proposition", text)


@pytest.mark.parametrize(
    ("told", "section", "text"),
    [
        (BEDS, "brief.market_analysis", "Vier Oberbetten mit neuem Inlett kosten 152 €."),
        (BEDS, "mvp_scope.technical_architecture", "Der Zugang zum Anhänger ist offen."),
        (STEAM, "mvp_scope.technical_architecture", "What people use: phone calls and a page."),
        (
            CARERS,
            "brief.market_analysis",
            "Ein Betreuer zahlt im Jahr 336 €, nämlich sechs Monate zu 22 € und sechs zu 34 €.",
        ),
        (FAIR, "milestones.resource_plan", "Aus Spenden der Leute stammen 8.500 €."),
    ],
)
def test_what_only_sounds_like_it_is_none(told: dict[str, str], section: str, text: str) -> None:
    assert not found(told, section, text)
