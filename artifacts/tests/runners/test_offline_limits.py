"""Whatever is told, the offline writer gives sound documents."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from artifacts.interview.questions import ANSWER_MAX, NAME_MAX, Answers
from artifacts.schemas.fields import PROSE_MAX
from artifacts.tests.support.fillers import FILLERS, filled_answers
from artifacts.tests.support.offline_documents import (
    ANY_TEXT,
    MIXED,
    check_everything,
    contents_of,
    texts_of,
)
from artifacts.text import clean_text, is_blank


@given(
    st.fixed_dictionaries(
        {"name": ANY_TEXT, "idea": ANY_TEXT} | dict.fromkeys(Answers.model_fields, ANY_TEXT)
    )
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_gives_sound_documents(brief):
    if is_blank(clean_text(brief["idea"])):
        brief = {**brief, "idea": "x"}
    brief = {**brief, "name": brief["name"][:NAME_MAX]}
    contents = contents_of(brief)
    check_everything(contents)
    assert contents == contents_of(brief)


@given(MIXED)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_mixture_of_answers_gives_sound_documents(brief):
    check_everything(contents_of(brief))


@pytest.mark.parametrize("weeks", [1, 2, 3, 4, 8])
def test_the_longest_name_fits_every_plan(weeks):
    contents_of({"name": "W" * NAME_MAX, "idea": "umbrella", "deadline": f"{weeks} weeks"})


def test_longest_answers_stay_within_limits():
    brief = {"name": "x", "idea": "An app for shops. " * 555} | dict.fromkeys(
        Answers.model_fields, ("No and no and no " * 700)[:ANSWER_MAX]
    )
    assert all(len(text) <= PROSE_MAX for _, _, text in texts_of(contents_of(brief)))


@pytest.mark.parametrize("filler", FILLERS)
def test_one_thing_over_and_over_stays_within_limits(filler):
    """With answers of all their length, and how long that takes: bench/writer.py."""
    assert all(
        len(text) <= PROSE_MAX
        for _, _, text in texts_of(contents_of(filled_answers(filler, ANSWER_MAX // 4)))
    )


@pytest.mark.parametrize(
    "begin",
    ["early May", "the first week of May", "mid-May", "the end of May", "the last week of May"],
)
def test_a_test_may_begin_in_any_part_of_a_month(begin):
    validation = f"Four shops for six weeks from {begin}, passed if three of the four stay."
    check_everything(contents_of({"idea": "A rota for small shops.", "validation": validation}))
