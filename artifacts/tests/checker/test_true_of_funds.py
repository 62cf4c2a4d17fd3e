"""True sentences on money of which a part waits for something, and false ones beside them."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

POOL = {
    "name": "Small Pool",
    "idea": "A pool on a trailer for country schools near Napier.",
    "price": "NZ$800 a week from the school.",
    "constraint": (
        "The two of us. NZ$90,000: NZ$40,000 from the lottery, which we have, and NZ$50,000 from a"
        " trust, half of that only once the water has passed its first test. Ready by 1 November"
        " 2027."
    ),
}
CANNERY = {
    "name": "Bocaux",
    "idea": "Un camion qui met en bocaux les légumes des fermes du Diois.",
    "price": "2 € le bocal.",
    "constraint": (
        "À deux. 60 000 € en tout : 24 000 € de prêt et 36 000 € de la région, la moitié au"
        " démarrage et l'autre moitié sur factures acquittées. Prêt le 1er juin 2027."
    ),
}


def rules(idea: dict[str, str], text: str) -> set[str]:
    project = ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)})
    return rules_on(project, "milestones.resource_plan", text)


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (POOL, "Of the NZ$50,000 half comes before the test of the water."),
        (CANNERY, "Au démarrage on dispose de 42 000 € : le prêt et la moitié de la région."),
    ],
)
def test_the_part_that_does_not_wait_is_there(idea: dict[str, str], text: str) -> None:
    assert rules(idea, text) == set()


def test_all_of_it_is_not() -> None:
    text = "The trust pays its whole NZ$50,000 before the test of the water."
    assert "money_too_early" in rules(POOL, text)


def test_the_region_gives_no_other_amount() -> None:
    assert "source_of_money_differs" in rules(CANNERY, "La région donne 24 000 €.")
