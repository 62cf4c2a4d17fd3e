"""Counts that a share of ours makes, shares of nothing and of all, sums with a sign, and for how
long a thing is had.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

ROPES = {
    "name": "Rope Loft",
    "idea": "We splice ropes for sailors in Falmouth.",
    "price": "£8 a splice.",
    "constraint": "The two of us, £6,000, ready by 1 March 2027.",
}
FRAYED = {**ROPES, "problem": "At one club we looked at ropes: 85 % had frayed."}
HOIST = {**ROPES, "price": "A hoist is £54 for two weeks, a cover £7."}


def rules(idea: dict[str, str], text: str, *, by_model: bool = False) -> set[str]:
    project = ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)})
    return rules_on(project, "brief.market_analysis", text, by_model=by_model)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Of 40 ropes, 34 had frayed.", set()),
        ("34 had frayed, of 40 ropes at one club.", set()),
        ("At a club with 40 ropes 34 ropes had frayed.", set()),
        ("Of 40 ropes, 31 had frayed.", {"figure_without_source"}),
        ("At a club with 40 ropes 31 ropes had frayed.", {"figure_without_source"}),
    ],
)
def test_a_count_in_our_proportion_is_known(text: str, found: set[str]) -> None:
    assert rules(FRAYED, text, by_model=True) == found


@pytest.mark.parametrize(
    ("share", "found"),
    [("0", set()), ("100", set()), ("1", {"amount_unknown"}), ("7", {"amount_unknown"})],
)
def test_nothing_and_all_need_no_source(share: str, found: set[str]) -> None:
    assert rules(ROPES, f"{share} % of the ropes come back.", by_model=True) == found


@pytest.mark.parametrize(("total", "found"), [("320", False), ("330", True)])
def test_a_sum_with_a_sign_is_carried_out(total: str, found: bool) -> None:
    assert ("sum_wrong" in rules(ROPES, f"40 splices at £8 = £{total}.")) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A sailor keeps the hoist for three weeks for £54.", {"price_terms_differ"}),
        ("A sailor keeps the hoist for two weeks for £54.", set()),
        ("If it rains, a sailor keeps the hoist for three weeks for £54.", set()),
        ("No sailor keeps the hoist for three weeks for £54.", set()),
        ("For £54 we answer within three weeks.", set()),
        ("A sailor pays £54 and waits three weeks.", set()),
    ],
)
def test_a_price_gives_a_thing_for_its_time(text: str, found: set[str]) -> None:
    assert rules(HOIST, text) == found
