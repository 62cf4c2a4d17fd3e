"""Who pays, where that is somebody else than who uses it."""

from __future__ import annotations

import pytest

from artifacts.interview.questions import Answers, ProjectInput


def payer(target_user: str) -> str | None:
    answers = Answers(target_user=target_user, problem="They forget when the next walk is due.")
    facts = ProjectInput(name="Walkies", idea="A planner of walks.", answers=answers).sheet
    return facts.payer.value


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Dog owners in rented flats. Their landlords pay for it.",
            "Their landlords pay for it",
        ),
        ("Dog owners in rented flats. They pay nothing for it.", None),
        ("Dog owners in rented flats.", None),
    ],
)
def test_a_sentence_about_the_users_says_who_pays(told: str, expected: str | None) -> None:
    assert payer(told) == expected
