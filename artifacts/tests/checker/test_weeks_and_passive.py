"""Weeks that are counted in what the limit is for, and places that are served in the passive."""

from __future__ import annotations

import pytest

from artifacts.facts.grammar.matches import PlaceMatch
from artifacts.facts.grammar.scanner import scan
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

BRAUEREI = ProjectInput.from_brief(
    {
        "name": "Hopfenkeller",
        "idea": "Wir brauen Bier in Bamberg, für Gasthäuser in Bamberg und Hallstadt.",
        "answers": {
            "constraint": "In 26 Wochen muss der erste Sud verkauft sein.",
            "price": "2 € je Liter.",
        },
    }
)
BREWERY = ProjectInput.from_brief(
    {
        "name": "Hopcellar",
        "idea": "We brew beer in a cellar in Hull for pubs in Hull and Beverley.",
        "answers": {"constraint": "The first batch has to be sold in 26 weeks.", "price": "£2."},
    }
)
PLAN = "milestones.resource_plan"


@pytest.mark.parametrize(
    ("project", "text", "rule"),
    [
        (BRAUEREI, "Der erste Sud wird in Woche 31 verkauft.", "duration_exceeded"),
        (BREWERY, "The first batch is sold in week 31.", "duration_exceeded"),
        (BRAUEREI, "Beliefert werden Gasthäuser in Kulmbach und Hof.", "region_differs"),
    ],
)
def test_a_later_week_and_another_place_are_found(
    project: ProjectInput, text: str, rule: str
) -> None:
    assert rule in rules_on(project, PLAN, text)


@pytest.mark.parametrize(
    ("project", "text"),
    [
        (BRAUEREI, "Der erste Sud wird in Woche 24 verkauft."),
        (BREWERY, "The first batch is sold in week 24."),
        (BRAUEREI, "Beliefert werden Gasthäuser in Bamberg und Hallstadt."),
    ],
)
def test_a_week_in_time_and_our_own_places_are_true(project: ProjectInput, text: str) -> None:
    assert not {"duration_exceeded", "region_differs"} & rules_on(project, PLAN, text)


def test_a_numbered_week_is_no_place() -> None:
    found = scan("Die Ernte wird in Woche 31 verkauft, in Phase 2.", "de")
    assert not [match for match in found if isinstance(match, PlaceMatch)]
