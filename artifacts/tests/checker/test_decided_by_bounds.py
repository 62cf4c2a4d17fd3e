"""Sentences at the bounds of a rule, beside the same on the other side of it."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

MARKET, MONEY = "brief.market_analysis", "milestones.resource_plan"


def project(**told: str) -> ProjectInput:
    return ProjectInput.from_brief(
        {
            "name": "Night Ferry",
            "idea": "A rowing boat takes walkers across the Ouse near Ely after the last bus.",
            **told,
            "today": date(2026, 12, 1),
        }
    )


FREE = {"price": "The first 30 days are free, then it costs £9 a month."}
HOURS = {"team": "Two of us, Ann and Bo, each 12 hours a week."}
ELY = {"constraint": "It has to be ready on 1 May 2027. We row in Ely only."}


@pytest.mark.parametrize(
    ("told", "section", "text", "rules"),
    [
        (FREE, MARKET, "The first 30 days are free.", set()),
        (FREE, MARKET, "The first 31 days are free.", set()),
        (FREE, MARKET, "The first 4 weeks are free.", set()),
        (FREE, MARKET, "The first 60 days are free.", {"price_terms_differ"}),
        (FREE, MARKET, "The first month is free.", set()),
        (HOURS, MONEY, "Ann works 12 hours a week.", set()),
        (HOURS, MONEY, "Ann works three hours fewer a week.", set()),
        (HOURS, MONEY, "Ann works 15 hours a week.", {"hours_differ"}),
        (HOURS, MONEY, "We work 12 hours a week each, which makes 24.", set()),
        (HOURS, MONEY, "We work 12 hours a week each, which makes 36.", {"hours_differ"}),
        (HOURS, MONEY, "Both work 20 hours a week.", {"hours_differ"}),
        (HOURS, MONEY, "They row 168 hours a week.", {"hours_differ"}),
        (HOURS, MONEY, "Ann and Bo work 36 hours a week together.", {"hours_differ"}),
        (HOURS, MONEY, "We both work 24 hours a week.", set()),
        (HOURS, MONEY, "Two people work 24 hours a week each.", {"hours_differ"}),
        (HOURS, MONEY, "One person works 24 hours a week.", {"hours_differ"}),
        (HOURS, MONEY, "They work 12 hours a week each, that is 24 together.", set()),
        (HOURS, MONEY, "They work 12 hours a week each, that is 30 together.", {"hours_differ"}),
        (HOURS, MONEY, "Each works 12 hours a week, which gives 24 hours.", set()),
        (HOURS, MONEY, "Each works 12 hours a week, which gives 48 hours.", {"hours_differ"}),
        (HOURS, MONEY, "Each works 12 hours a week, which makes 2 hours a day.", set()),
        (HOURS, MONEY, "Each works 12 hours a week and makes 40, all by hand.", set()),
        (FREE, MARKET, "The first 33 days are free.", set()),
        (FREE, MARKET, "The first 35 days are free.", {"price_terms_differ"}),
        (FREE, MARKET, "The first 27 days are free.", set()),
        (FREE, MARKET, "The first 5 weeks are free.", {"price_terms_differ"}),
        (FREE, MARKET, "The first 25 days are free.", {"price_terms_differ"}),
        (ELY, MARKET, "The first ones are in Cambridge.", {"region_differs"}),
    ],
)
def test_a_bound_decides(told: dict[str, str], section: str, text: str, rules: set[str]) -> None:
    assert rules_on(project(**told), section, text) == rules
