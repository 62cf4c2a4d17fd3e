"""True sums that a careful writer makes of the founder's figures, and wrong ones beside them."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

PLAN = "milestones.resource_plan"
MARKET = "brief.market_analysis"


@cache
def toolshed() -> ProjectInput:
    answers = {
        "price": (
            "Twenty-four dollars a day for a mower, eighteen for a drill. A club that takes twelve"
            " or more pays fifteen for each. Sand is $640 a ton. Two hundred and forty dollars for"
            " the six evenings of the course. The shop next door takes ninety. The stall is $80 a"
            " month, from May to September only."
        ),
        "constraint": (
            "Twenty-six thousand dollars for all of it. Nineteen is ours and already here; the"
            " other seven comes from the bank when the lease is signed."
        ),
        "validation": "Ten weeks with sixty members. Good if no more than three of the sixty quit.",
    }
    return ProjectInput.from_brief(
        {
            "name": "Tool Shed",
            "idea": "A tool library in Dayton, Ohio.",
            "answers": answers,
            "today": date(2026, 11, 29),
        }
    )


@pytest.mark.parametrize(
    ("section", "text"),
    [
        (MARKET, "A mower and a drill for one day come to $42 in all."),
        (MARKET, "A club that takes twelve drills saves $36 against the single price."),
        (MARKET, "Loose at $640 a ton the sand costs 32 cents a pound."),
        (MARKET, "An evening of the course costs $40."),
        (MARKET, "Over the whole year the stall costs $400."),
        (MARKET, "With 6 % sales tax a mower of $24 is $25.44."),
        (PLAN, "Until the lease is signed $19,000 can be spent."),
        ("mvp_scope.success_metrics", "Three of sixty are 5 %; the fourth is one too many."),
    ],
)
def test_true_sums_are_accepted(section: str, text: str) -> None:
    assert not rules_on(toolshed(), section, text)


@pytest.mark.parametrize(
    ("section", "text"),
    [
        (MARKET, "A mower and a drill for one day come to $47 in all."),
        (MARKET, "Over the whole year the stall costs $731."),
        (PLAN, "Until the lease is signed $23,500 can be spent."),
    ],
)
def test_wrong_ones_are_told(section: str, text: str) -> None:
    assert rules_on(toolshed(), section, text)


def test_a_ban_on_new_things_is_none_on_their_kind() -> None:
    project = ProjectInput.from_brief(
        {
            "name": "Second Coat",
            "idea": "Families in Hull swap school uniforms at a stall.",
            "answers": {"left_out": "No new clothes", "price": "£3 a piece"},
            "today": date(2026, 11, 29),
        }
    )
    assert not rules_on(project, MARKET, "A family that takes two shirts pays £6.")
    assert "left_out_promised" in rules_on(project, MARKET, "We also sell new shirts.")


def test_half_of_somebodys_money_is_theirs() -> None:
    project = ProjectInput.from_brief(
        {
            "name": "Second Coat",
            "idea": "Families in Hull swap school uniforms at a stall.",
            "answers": {
                "constraint": (
                    "£9,500 in all: £6,000 of mine and £3,500 from the women's guild, half of that"
                    " only after six months."
                )
            },
            "today": date(2026, 11, 29),
        }
    )
    assert not rules_on(
        project, PLAN, "Before the second half from the women's guild there is £7,750 to spend."
    )
