"""What the offline writer makes of the idea."""

from __future__ import annotations

import pytest

from artifacts.runners.base import ProjectInput
from artifacts.runners.offline.steps import clauses
from artifacts.runners.offline.story import Story


@pytest.mark.parametrize(
    ("idea", "repeated"),
    [
        ("Ropewalk: we splice ropes.", "we splice ropes."),
        ("ropewalk – we splice ropes.", "we splice ropes."),
        ("Ropewalk splices ropes.", "Ropewalk splices ropes."),
        ("Ropewalks: there are few.", "Ropewalks: there are few."),
    ],
)
def test_the_name_in_front_of_the_idea_is_not_repeated(idea: str, repeated: str) -> None:
    assert Story(ProjectInput(name="Ropewalk", idea=idea), {}).text("idea") == repeated


def test_verbs_that_share_an_object_stay_one_step() -> None:
    assert clauses(
        "We plant, water and weed four times a year and send a photo to the family."
    ) == [
        "We plant, water and weed four times a year",
        "Send a photo to the family",
    ]


def test_a_clause_with_a_subject_of_its_own_gets_no_other() -> None:
    idea = "Wir jäten im Park in Minden die Beete, und nach jedem Gang gibt's ein Bild."
    assert clauses(idea) == [idea.rstrip(".")]


@pytest.mark.parametrize(
    "said",
    [
        "Im Odenwald und im Landkreis Fulda.",
        "Kein Vertrag für drei Jahre wie bei der Stadt.",
        "Dade County and Kent County, and nothing north of the river.",
    ],
)
def test_where_it_is_offered_and_what_is_not_done_are_no_steps(said: str) -> None:
    assert clauses(f"We weed the beds on Mondays. {said}") == ["We weed the beds on Mondays"]
