"""What of the money waits for something, and what of it is there."""

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

GOATS = {
    "name": "Bank Goats",
    "idea": "Goats that eat the brambles off flood banks near Boston.",
    "price": "£600 a hectare from the board.",
    "constraint": (
        "The two of us. £20,000 in all: £8,000 for the cows we sold and £12,000 from a farm fund,"
        " a third of that after the report on the first season. Ready by 1 May 2027."
    ),
}
NEWS = {
    "name": "Plain Page",
    "idea": "A newspaper in easy words for people in evening classes in Derry.",
    "price": "£2 a month.",
    "constraint": (
        "Three of us. £8,000: £5,000 from an arts council, £1,000 of which they keep until the year"
        " is complete, and £3,000 from a sale. Number one is out on 5 March 2027."
    ),
}
SHELVES = {
    "name": "Shelf Page",
    "idea": "A search page for county archives in Iowa.",
    "price": "$30 a month.",
    "constraint": (
        "The two of us. $11,000: $3,000 is mine and $8,000 comes from a council that holds back"
        " $2,000 until the final report. Ready by 1 May 2027."
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


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (GOATS, "The fund pays out its £12,000 in April, so the whole £20,000 can go into goats."),
        (GOATS, "All £20,000 can be spent before the report on the season."),
        (
            NEWS,
            "Both the £5,000 of the council and the £3,000 are spent before the year is complete.",
        ),
        (SHELVES, "All $8,000 of the council can be used before the final report."),
        (CANNERY, "La région verse ses 36 000 € à la commande, en un seul virement."),
    ],
)
def test_the_part_that_waits_is_not_there(idea: dict[str, str], text: str) -> None:
    assert "money_too_early" in rules(idea, text)


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (GOATS, "Before the report £8,000 of the fund and the £8,000 for the cows can be spent."),
        (NEWS, "Until the year is complete £4,000 of the council and £3,000 can be spent."),
        (SHELVES, "All $3,000 of my own can be used before the final report, and $6,000 besides."),
        (CANNERY, "La moitié des 36 000 € arrive au démarrage, en un seul virement."),
    ],
)
def test_what_is_left_of_it_is_there(idea: dict[str, str], text: str) -> None:
    assert rules(idea, text) == set()
