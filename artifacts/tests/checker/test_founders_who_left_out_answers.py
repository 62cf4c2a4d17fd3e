"""What is said of sentences about founders who have not answered one of the questions.

`left_out_answers.txt` has every twelfth founder by their id. Below it some answers stand with the
rules that object to the founder's sentences without them, by their numbers. Without any of the
answers hardly a rule has anything to compare with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from artifacts.tests.support.recorded import Compare, Recording
from artifacts.tests.support.studied import FOUNDERS, judge_of, project_of, sentences_of

RECORDING = Recording(Path(__file__).with_name("left_out_answers.txt"))
TWELFTH = FOUNDERS[::12]


def lines_of(founder: Mapping[str, Any], number: int) -> Iterator[str]:
    """Yield what is said without all answers, and without each third one from `number` on."""
    keys = list(founder["answers"])
    yield f"none: {_judged({**founder, 'answers': {}, 'first_version': []}, founder)}"
    for left_out in keys[number % 3 :: 3]:
        told = {key: text for key, text in founder["answers"].items() if key != left_out}
        yield f"without {left_out}: {_judged({**founder, 'answers': told}, founder)}"


def _judged(told: Mapping[str, Any], founder: Mapping[str, Any]) -> str:
    judge = judge_of(project_of(told))
    judged = []
    for number, sentence in enumerate(sentences_of(founder), 1):
        rules = [finding.rule for finding in judge(*sentence)]
        judged += [f"{number} {' '.join(rules)}"] if rules else []
    return "; ".join(judged)


@pytest.mark.parametrize(
    ("number", "founder"), list(enumerate(TWELFTH)), ids=[founder["id"] for founder in TWELFTH]
)
def test_sentences_are_judged_without_an_answer(
    number: int, founder: Mapping[str, Any], recorded: Compare
) -> None:
    recorded(RECORDING, founder["id"], lines_of(founder, number))


def test_every_founder_is_recorded() -> None:
    assert RECORDING.headings == [founder["id"] for founder in TWELFTH]
