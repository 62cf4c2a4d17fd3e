"""Sentences that decide what of a sum waits, and what is there of it before."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.awaited import awaited_of, comes_early
from artifacts.checker.knowledge import Knowledge
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

FUND = "£30,000 in all: £18,000 of savings and £12,000 from a farm fund"
OF_TWO = "£20,000 in all: £8,000 from the council and £12,000 from the bank."
BANK = "£30,000 in all: £18,000 of savings and £12,000 from the bank only against the signed lease."
QUARTER = f"{FUND}, a quarter on signing with the rest after the report."
SAVED = "£30,000 in all: £18,000 of savings"
OF_IT = "of the £12,000 from a farm fund comes on signing and the rest after the report."
AS_MUCH = "£24,000 in all: £12,000 of savings and £12,000 from the bank only against the lease."


def project(constraint: str) -> ProjectInput:
    return ProjectInput.from_brief(
        {
            "name": "Night Ferry",
            "idea": "A rowing boat takes walkers across the Ouse near Ely after the last bus.",
            "constraint": constraint,
            "today": date(2026, 12, 1),
        }
    )


def known_of(constraint: str) -> Knowledge:
    told = project(constraint)
    return Knowledge(told.all_texts(), told.sheet, told.today)


@pytest.mark.parametrize(
    ("constraint", "waiting"),
    [
        (f"{FUND}, half of it only after the report.", [(12_000, 6_000)]),
        (f"{FUND}, half on signing and the rest after the report.", [(12_000, 6_000)]),
        (f"{FUND}, half now, a quarter in May and the rest after it.", [(12_000, 3_000)]),
        (f"{FUND}, 25 % on signing and the rest after the report.", [(12_000, 9_000)]),
        (f"{FUND}, 60 % on signing, 40 % in May and the rest after the report.", []),
        (f"{FUND}. It pays its £12,000 only after a report, half in cash.", [(12_000, 12_000)]),
        (QUARTER, [(12_000, 9_000)]),
        (QUARTER.replace(" a quarter", " 25 %"), [(12_000, 9_000)]),
        (f"{SAVED}, a third of it lent. A quarter {OF_IT}", [(12_000, 9_000)]),
        (f"{SAVED}, 40 % of it lent. 25 % {OF_IT}", [(12_000, 9_000)]),
        (BANK.replace(" only", " at 3 % interest only"), [(12_000, 12_000)]),
        (f"{OF_TWO} The council pays only after the bank has signed.", [(8_000, 8_000)]),
        (f"{OF_TWO} The bank pays only after the council has signed.", [(12_000, 12_000)]),
    ],
)
def test_so_much_of_a_sum_waits(constraint: str, waiting: list[tuple[int, int]]) -> None:
    assert [(int(a.whole), int(a.part)) for a in awaited_of(known_of(constraint))] == waiting


@pytest.mark.parametrize(
    ("constraint", "text", "rules"),
    [
        (BANK, "The bank pays all of its £12,000.", set()),
        (BANK, "The bank pays all of its £12,000 at the start.", {"money_too_early"}),
        (BANK, "The bank pays its £12,000 even though the boat is small.", set()),
        (BANK, "The bank pays its £12,000 even though no lease is signed.", {"money_too_early"}),
        (BANK, "The bank comes last, and the council pays on signing.", set()),
        (BANK, "The council comes last, and the bank pays on signing.", {"money_too_early"}),
        (BANK, "Already the bank knows us, and the savings are spent first.", set()),
        (BANK, "Already the bank has paid, and the savings are spent first.", {"money_too_early"}),
        (BANK, "On signing the bank gives its part of the £30,000.", {"money_too_early"}),
        (QUARTER, "Nothing is held back: the fund pays £12,000 in one go.", {"money_too_early"}),
        (QUARTER, "The fund does not pay its £12,000 in one go.", set()),
        (QUARTER, "The fund pays £9,000 at the start.", {"money_too_early"}),
        (QUARTER, "The fund pays £3,000 at the start.", set()),
    ],
)
def test_what_waits_is_not_there_before(constraint: str, text: str, rules: set[str]) -> None:
    assert rules_on(project(constraint), "milestones.resource_plan", text) == rules


@pytest.mark.parametrize(
    ("text", "is_early"),
    [
        ("The £12,000 of savings are spent on signing.", False),
        ("The £12,000 of the bank are spent on signing.", True),
        ("Of all £24,000, £12,000 are spent on signing.", False),
    ],
)
def test_an_amount_that_waits_may_be_another_as_large(text: str, is_early: bool) -> None:
    (sentence,) = read_text(text, "en", "")
    assert comes_early(known_of(AS_MUCH), sentence) == (AS_MUCH if is_early else "")
