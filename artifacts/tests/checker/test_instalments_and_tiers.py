"""What follows from a price in steps and a grant in parts, and what denies them."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

KILN = {
    "name": "Lantern Hire",
    "idea": (
        "We hire out storm lanterns for weddings in Kendal and Penrith. The couple pays, not the"
        " farmer whose barn it is."
    ),
    "price": (
        "£9 a lantern up to 20 lanterns, £7 for each lantern over that, and £35 for bringing them."
        " A registry office pays £110 a month, from May to September only. Broken glass is £6."
    ),
    "constraint": (
        "£12,000 in all: £3,000 of savings and £9,000 from a trust in three equal parts, in"
        " January, April and July. It has to be ready by 1 May 2027. I have 12 hours a week, my"
        " cousin 8 and her neighbour 5. No candles and no marquee lights. It has to work without"
        " a signal, barns have none."
    ),
    "validation": (
        "Six weddings in seven weeks. It is good if 40 guests on average write in the book."
    ),
    "first_version": (
        "The couple counts the lanterns on the web page\nWe bring the lanterns to the barn\n"
        "The couple pays with a card\nThe lanterns are counted without a signal"
    ),
}


@cache
def project() -> ProjectInput:
    return ProjectInput.from_brief({**KILN, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("brief.market_analysis", "A couple with 26 lanterns pays £222 before we bring them."),
        ("brief.market_analysis", "One broken glass and the drive on the same day cost £41."),
        ("milestones.resource_plan", "After the first part of the grant there is £6,000."),
        ("milestones.resource_plan", "Until July £9,000 can be spent; £3,000 follow then."),
        ("milestones.resource_plan", "All three of us together give 25 hours a week."),
        ("brief.market_analysis", "When a barn earns £800 with a wedding, the farmer keeps £800."),
        ("how_it_works.data_flow", "Pictures are shrunk to 1400 by 1050 and sent over HTTPS."),
        (
            "milestones.risk_mitigation_timeline",
            "On 12 April 2027 60 of the lanterns hang in our own barn.",
        ),
    ],
)
def test_what_follows_is_left_alone(section: str, text: str) -> None:
    assert rules_on(project(), section, text) == set()


@pytest.mark.parametrize(
    ("section", "text", "rule"),
    [
        (
            "brief.market_analysis",
            "A couple pays £9 a lantern, no matter how many lanterns there are over 20.",
            "price_condition_dropped",
        ),
        (
            "brief.market_analysis",
            "A registry office pays £110 a month, all year.",
            "price_condition_dropped",
        ),
        ("brief.market_analysis", "The farmer pays £35 when we come.", "payer_differs"),
        ("brief.market_analysis", "A couple with 26 lanterns pays £230.", "sum_wrong"),
        (
            "milestones.resource_plan",
            "The trust's £9,000 are in the account before the opening.",
            "money_too_early",
        ),
        ("brief.key_constraint", "The web page is complete on 1 June 2027.", "deadline_differs"),
        (
            "mvp_scope.success_metrics",
            "25 guests on average in the book are enough.",
            "test_differs",
        ),
        ("brief.market_analysis", "Penrith is not served for now.", "region_differs"),
        (
            "how_it_works.data_flow",
            "The lanterns can only be counted where the phone has a signal.",
            "offline_denied",
        ),
        ("mvp_scope.scalability_plan", "A couple also gets candles.", "left_out_promised"),
    ],
)
def test_what_contradicts_is_found(section: str, text: str, rule: str) -> None:
    assert rule in rules_on(project(), section, text)
