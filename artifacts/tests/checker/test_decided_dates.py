"""The last day that keeps the deadline, or on which the test may end, and the day after."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.deadline import Deadline, read_deadline
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import DateMatch
from artifacts.interview.questions import ProjectInput

MAY = "The boat has to be ready on 1 May 2027."
JUNE = "The boat has to be ready on 1 June 2027."
SIGNS = "The signs have to be there on 1 May 2027."
DECEMBER = "The boat has to be ready on 1 December 2027."
IN_A_YEAR = "The boat has to be ready on 1 July 2027."
TESTED = "The test begins on 1 June 2027 and takes 2 weeks. The fair is on 20 June 2027."
UNTIL_29 = "The test begins on 15 December 2027 and takes 2 weeks."
UNTIL_28 = "The test begins on 14 December 2027 and takes 2 weeks."


@cache
def deadline(constraint: str, validation: str, today: date) -> Deadline:
    project = ProjectInput.from_brief(
        {
            "name": "Night Ferry",
            "idea": "A rowing boat takes walkers across the Ouse near Ely after the last bus.",
            "constraint": constraint,
            "validation": validation,
            "today": today,
        }
    )
    found = read_deadline(Knowledge(project.all_texts(), project.sheet, project.today))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("told", "tested", "text", "is_broken"),
    [
        (MAY, "", "We open two weeks before 15 May 2027.", False),
        (MAY, "", "We open two weeks before 16 May 2027.", True),
        (MAY, "", "We open two hours before 2 May 2027.", True),
        (MAY, "", "On 10 May 2027, two weeks before the fair, we open.", True),
        (MAY, "", "The test ends on 20 June 2027.", False),
        (SIGNS, "", "The signs are welded on 3 May 2027.", True),
        (SIGNS, "", "The lamps are welded on 3 May 2027.", False),
        # The test ends on 15 June, and what was lent is back the day after.
        (MAY, TESTED, "The boat lies at Ely until 16 June 2027.", False),
        (MAY, TESTED, "The boat lies at Ely until 17 June 2027.", True),
        # So many days of the test from a day that was told, or about so many weeks from one.
        (MAY, TESTED, "After the fair on 20 June 2027 the test rests until 21 June 2027.", False),
        (MAY, TESTED, "After the fair on 20 June 2027 the test lasts until 4 July 2027.", False),
        (MAY, TESTED, "After the fair on 20 June 2027 the test lasts until 5 July 2027.", True),
        (MAY, TESTED, "Three weeks from 1 June 2027 the boat goes home, on 29 June 2027.", False),
        (MAY, TESTED, "Three weeks from 1 June 2027 the boat goes home, on 30 June 2027.", True),
    ],
)
def test_the_last_day_that_keeps_the_deadline(
    told: str, tested: str, text: str, is_broken: bool
) -> None:
    (sentence,) = read_text(text, "en", "")
    *_, last = sentence.each(DateMatch)
    assert deadline(told, tested, date(2026, 12, 1)).is_broken_by(sentence, last) is is_broken


@pytest.mark.parametrize(
    ("today", "is_broken"), [(date(2026, 7, 1), True), (date(2026, 7, 2), False)]
)
def test_a_month_is_the_next_one_where_the_deadline_is_within_a_year(
    today: date, is_broken: bool
) -> None:
    (sentence,) = read_text("We open in September.", "en", "")
    (match,) = sentence.each(DateMatch)
    assert deadline(IN_A_YEAR, "", today).is_broken_by(sentence, match) is is_broken


@pytest.mark.parametrize(
    ("told", "tested", "text", "year", "season"),
    [
        (JUNE, "", "The boat is ready in summer 2027.", None, ""),
        (MAY, "", "The boat is ready in summer 2027.", None, "in summer 2027"),
        (DECEMBER, UNTIL_29, "The test of the boat ends in 2028.", None, ""),
        (DECEMBER, UNTIL_28, "The test of the boat ends in 2028.", 2028, ""),
    ],
)
def test_a_season_or_a_year_behind_the_deadline(
    told: str, tested: str, text: str, year: int | None, season: str
) -> None:
    (sentence,) = read_text(text, "en", "")
    found = deadline(told, tested, date(2026, 12, 1))
    assert (found.later_year(sentence), found.later_season(sentence)) == (year, season)
