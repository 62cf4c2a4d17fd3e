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
