"""When a test is passed: the nearest sentences that keep the founder's mark, and that do not."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.broken_marks import breaks_mark
from artifacts.checker.knowledge import Knowledge
from artifacts.interview.questions import ProjectInput

TWELVE = "Twenty walkers try it. It works if 12 of the 20 walkers pay."
SIXTY = "Twenty walkers try it. It works if 60 percent of them come again."
PAY = "Twenty walkers try it. It works if 60 percent of them pay £5 again."
NEIGHBOURS = f"The neighbours look on. {SIXTY}"
SEVENTY_ONE = "A hundred walkers try it. It works if 71 percent of the walkers come again."
TWO = "It runs for 3 weeks. It works if two walkers pay."
ONE = "It runs for 3 weeks. It works if at least one walker pays."
BOAT = "It runs for 3 weeks. It works if no more than one boat with walkers is late."


@cache
def known_of(validation: str) -> Knowledge:
    project = ProjectInput.from_brief(
        {
            "name": "Night Ferry",
            "idea": "A rowing boat takes people across the Ouse near Ely after the last bus.",
            "validation": validation,
            "today": date(2026, 12, 1),
        }
    )
    return Knowledge(project.all_texts(), project.sheet, project.today)


@pytest.mark.parametrize(
    ("told", "text", "is_broken"),
    [
        (TWELVE, "In the test 3 of 8 walkers pay.", True),
        (TWELVE, "In the test one walker out of 8 is wet.", False),
        (SIXTY, "In the test 3 of 8 walkers are wet.", False),
        (SIXTY, "It is passed if 61 percent of the walkers come again.", False),
        (SIXTY, "It is passed if 62 percent of the walkers come again.", True),
        (NEIGHBOURS, "It is passed if 30 % of the neighbours agree.", False),
        (PAY, "It is passed if 30 percent of the walkers pay £5 again.", True),
        (SIXTY, "It is passed if 30 percent of the walkers pay £5 again.", False),
        (SEVENTY_ONE, "It is passed if about three quarters of the walkers come again.", True),
        (SEVENTY_ONE, "It is passed if about seven tenths of the walkers come again.", False),
        (TWELVE, "It is passed if 12 of the 20 walkers pay, which is 64 percent.", False),
        (TWELVE, "It is passed if 12 of the 20 walkers pay, which is 65 percent.", True),
        (TWO, "It is passed if a single walker is enough.", True),
        (ONE, "It is passed if a single walker is enough.", False),
        (BOAT, "It is passed if three boats are late.", True),
        (BOAT, "It is passed if three walkers are late.", False),
    ],
)
def test_a_mark_is_kept_or_broken(told: str, text: str, is_broken: bool) -> None:
    known = known_of(told)
    passing = list(known.told["validation"][-1:])
    (sentence,) = read_text(text, "en", "")
    assert breaks_mark(known, sentence, passing, is_metric=False) is is_broken
