"""What a part leaves of a whole, and sums by a measure that has several names."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

COUNTY = {
    "name": "County Shelves",
    "idea": "A search page for the shelves of county archives in Ohio.",
    "problem": "Of our 520 boxes 80 have a list. Of 24 archives 11 had a search page once.",
    "price": "$2.40 a kilo for paper that we take away, in boxes of 12 kg. A lost box is $3.",
    "constraint": "The two of us, $9,000, ready by 1 May 2027.",
}


def rules(text: str) -> set[str]:
    project = ProjectInput.from_brief({**COUNTY, "today": date(2026, 12, 1)})
    return rules_on(project, "brief.problem_statement", text)


@pytest.mark.parametrize(
    "text",
    [
        "With 80 of the 520 boxes listed there are 340 that nobody can search.",
        "Eleven of the 24 archives had a search page, the other 12 never did.",
        "Of the 24 archives 11 had a search page once, so 12 never had one.",
        "120 kg cost an archive $828.",
    ],
)
def test_another_rest_or_sum_is_wrong(text: str) -> None:
    assert "sum_wrong" in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "With 80 of the 520 boxes listed there are 440 that nobody can search.",
        "Eleven of the 24 archives had a search page, the other 13 never did.",
        "With 80 of the 520 boxes listed, it takes 12 volunteers who never rest.",
        "120 kg cost an archive $288.",
    ],
)
def test_the_rest_and_the_sum_are_right(text: str) -> None:
    assert "sum_wrong" not in rules(text)
