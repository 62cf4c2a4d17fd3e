"""Which of the founder's sentences the offline writer repeats."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.runners.base import ProjectInput
from artifacts.runners.offline.quoting import around
from artifacts.runners.offline.story import Story


def remaining(answer: str, said: str) -> str:
    project = ProjectInput.from_brief(
        {
            "name": "Ropewalk",
            "idea": "We splice ropes for sailing clubs in Kiel.",
            answer: said,
            "today": date(2026, 12, 1),
        }
    )
    return Story(project, {}).remaining(answer)


@pytest.mark.parametrize(
    ("answer", "said", "kept"),
    [
        (
            "price",
            "€40 a rope from the club. The chandler asks €95 for one. Washing it is included.",
            "Washing it is included.",
        ),
        (
            "constraint",
            "Ready by 1 May 2027. There is talk of a grant, €8,000. We only splice by hand.",
            "We only splice by hand.",
        ),
    ],
)
def test_money_of_others_and_money_that_may_not_come_is_not_repeated(
    answer: str, said: str, kept: str
) -> None:
    assert remaining(answer, said) == kept


def test_a_date_is_not_cut_at_its_comma() -> None:
    sentence = (
        "It has to be ready by March 8, 2027, and there is no opening without a plant license from"
        " the state department of agriculture and consumer protection"
    )
    shown = around(sentence, "plant license", 110)
    assert shown.startswith("… and there is no opening")
