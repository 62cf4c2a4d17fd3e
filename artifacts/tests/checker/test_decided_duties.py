"""What has to come first, how often a law asks for something, and what nobody else may get: the
nearest sentences on both sides.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.checker.claims import Sentence, read_text
from artifacts.checker.comparisons.rhythms import rhythm_differs
from artifacts.checker.comparisons.waived import waived
from artifacts.checker.comparisons.withheld import hands_over_what_is_withheld
from artifacts.checker.knowledge import Knowledge
from artifacts.interview.questions import ProjectInput

ROWERS = "Everybody who rows needs a boatman's licence."
CLUB = f"We are registered as a club. {ROWERS}"
HOLDERS = f"We have our licence already. {ROWERS}"
NIGHTS = "Everybody who rows at night with walkers needs a boatman's licence."
AMT = "Ohne Prüfung rudert niemand. Jeder braucht eine Prüfung vom Amt."


@cache
def known_of(constraint: str) -> Knowledge:
    idea = (
        "Ein Ruderboot bringt Wanderer nach dem letzten Bus bei Celle über die Aller."
        if constraint == AMT
        else "A rowing boat takes walkers across the Ouse near Ely after the last bus."
    )
    project = ProjectInput.from_brief(
        {
            "name": "Night Ferry",
            "idea": idea,
            "constraint": constraint,
            "today": date(2026, 12, 1),
        }
    )
    return Knowledge(project.all_texts(), project.sheet, project.today)


def sentence(known: Knowledge, text: str) -> Sentence:
    return read_text(text, known.language, "")[-1]


@pytest.mark.parametrize(
    ("told", "text", "is_waived"),
    [
        # What is got when we have begun is late; what waits for the thing itself is not.
        (ROWERS, "The licence is put on the list when the season is over.", True),
        (ROWERS, "The licence is put on the list when the licence is done.", False),
        (AMT, "Die Prüfung kommt auf die Liste, sobald der Test bestanden ist.", True),
        (AMT, "Die Prüfung kommt auf die Liste, sobald die Prüfung bestanden ist.", False),
        (ROWERS, "Everybody rows in May, and the licence is sought over the summer.", True),
        (ROWERS, "The quay is swept in May, and the licence is sought over the summer.", False),
        (ROWERS, "We start in May, and the licence is sought within six weeks.", True),
        (ROWERS, "The quay is swept in May, and the licence is sought within six weeks.", False),
        (ROWERS, "We apply for the licence in June and start to row in May 2027.", True),
        (ROWERS, "We apply for the licence in May and start to row in May 2027.", False),
        (ROWERS, "We take walkers across in April and apply for the licence in June.", True),
        (ROWERS, "We take no walkers in April and apply for the licence in June.", False),
        (ROWERS, "The quay is swept in April, and the licence is applied for in June.", False),
        (ROWERS, "The licence is applied for in January, and we start in December.", True),
        # Something happens before it is there.
        (ROWERS, "We row people across before the licence is there.", True),
        (ROWERS, "We paint the boat before the licence is there.", False),
        (ROWERS, "Nobody has a licence before the first walkers are across.", True),
        (ROWERS, "Nobody frames the licence before the quay is swept.", False),
        (ROWERS, "Nobody frames the licence before the boat has its licence.", False),
        # It is said to be there.
        (ROWERS, "The licence is there, so we can row on 1 May.", True),
        (ROWERS, "The licence is there, and we row on 1 May.", False),
        (CLUB, "We already have the licence.", True),
        (HOLDERS, "We already have the licence.", False),
        # It is on its way.
        (ROWERS, "Even if the licence is still pending, we row.", True),
        (ROWERS, "If the licence is still pending, we row.", False),
        (ROWERS, "As soon as the form for the licence is posted, we start.", True),
        (ROWERS, "As soon as the form for the licence is posted, we paint the boat.", False),
        (ROWERS, "We do not start as soon as the form for the licence is posted.", False),
        (ROWERS, "We take walkers although the licence is still pending.", True),
        (ROWERS, "We take nobody although the licence is still pending.", False),
        (ROWERS, "The boat itself waits although the licence is still pending.", False),
        # Another case than the one that it is asked for, or another thing.
        (NIGHTS, "No licence is needed, as no dogs are rowed.", True),
        (NIGHTS, "No licence is needed, as no walkers are rowed.", False),
        (ROWERS, "A swimming badge is shown instead of the licence.", True),
        (ROWERS, "The licence hangs in the cabin instead of a clock.", False),
    ],
)
def test_what_has_to_come_first(told: str, text: str, is_waived: bool) -> None:
    known = known_of(told)
    assert (waived(known, sentence(known, text)) is not None) is is_waived


CHECKS = "The Ferries Act asks for a check of the hull every 20 weeks."


@pytest.mark.parametrize(
    ("told", "text", "found"),
    [
        (CHECKS, "The Ferries Act has us check the hull every 17 weeks.", ("", "")),
        (CHECKS, "The Ferries Act has us check it every 16 weeks.", ("Ferries Act", CHECKS)),
        ("The Ferries Act asks for a lamp.", "The Ferries Act is read every week.", ("", "")),
    ],
)
def test_how_often_a_law_asks_for_something(told: str, text: str, found: tuple[str, str]) -> None:
    known = known_of(told)
    assert rhythm_differs(known, sentence(known, text)) == found


CURVES = "We test workers. The curves are health data, they never go to the firm."
CURVES_FIRST = "The curves are private. They never go to the firm."


@pytest.mark.parametrize(
    ("told", "text", "found"),
    [
        (CURVES, "The firm gets the curves.", CURVES.removeprefix("We test workers. ")),
        (CURVES, "If asked, the firm gets the curves.", ""),
        (CURVES, "The firm gets workers for a test.", ""),
        (CURVES_FIRST, "The firm gets the curves.", "They never go to the firm."),
        (CURVES_FIRST, "The firm gets the workers.", ""),
    ],
)
def test_what_somebody_never_gets(told: str, text: str, found: str) -> None:
    known = known_of(told)
    assert hands_over_what_is_withheld(known, sentence(known, text)) == found
