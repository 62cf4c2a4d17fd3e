"""Sentences on which one condition of a rule decides, beside the same without it."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.checker.readings import Readings
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

LAWS, MONEY, MARKET = (
    "how_it_works.security_compliance",
    "milestones.resource_plan",
    "brief.market_analysis",
)
LICENCE = {
    "constraint": (
        "The first crossing has to be on 1 May 2027. Everybody who rows needs a boatman's licence."
    )
}
TIERS = {
    "price": (
        "£40 a month for up to 10 boats, £60 a month for 11 to 20 boats. Storage is £15 a month."
    )
}
GRANT = {"budget": "Wir haben 9.000 €, davon 4.000 € erst im Oktober vom Landkreis."}
FIRST_VISIT = {"price": "The first visit costs £9, each further one £5."}
FIRST_FREE = {"price": "The first visit is free, each further one costs £5."}
ALL_THERE = {"budget": "We have £9,000 in the bank."}
PART_LATER = {"budget": "We have £9,000, of which £4,000 comes in October 2027 from the council."}
CALL = {"price": "£19 for a call of up to 20 minutes."}
LOAVES = {"price": "£9 for up to 5 loaves."}


def project(told: dict[str, str]) -> ProjectInput:
    idea = (
        "Ein Ruderboot bringt Wanderer nach dem letzten Bus bei Celle über die Aller."
        if told is GRANT
        else "A rowing boat takes walkers across the Ouse near Ely after the last bus."
    )
    return ProjectInput.from_brief(
        {"name": "Night Ferry", "idea": idea, **told, "today": date(2026, 12, 1)}
    )


@pytest.mark.parametrize(
    ("told", "section", "text", "rules"),
    [
        (
            {"constraint": "The Inland Ferries Act 1982 asks us for a lamp."},
            LAWS,
            "The Ferries Act is superfluous for us.",
            {"law_denied"},
        ),
        (LICENCE, LAWS, "The licence is applied for, but after the first season.", {"law_denied"}),
        (
            LICENCE,
            LAWS,
            "We apply for the licence, once the first summer has gone well.",
            {"law_denied"},
        ),
        (
            LICENCE,
            LAWS,
            "We apply for the licence in June and start to row in April 2027.",
            {"law_denied", "deadline_differs"},
        ),
        (FIRST_VISIT, MARKET, "The first visit costs £9.", set()),
        (FIRST_FREE, MARKET, "The first visit costs £5.", {"payer_differs"}),
        (ALL_THERE, MONEY, "In May 2027 we have the whole £9,000 in the bank.", set()),
        (
            PART_LATER,
            MONEY,
            "In May 2027 we have the whole £9,000 in the bank.",
            {"money_too_early"},
        ),
        (LICENCE, MARKET, "We open two weeks before 10 May 2027.", set()),
        (LICENCE, MARKET, "We open two weeks before 20 May 2027.", {"deadline_differs"}),
        (LICENCE, MARKET, "We open on 10 May 2027.", {"deadline_differs"}),
        (
            {"constraint": "We row at night and have two lamps."},
            LAWS,
            "We start as soon as the form is posted to the council.",
            set(),
        ),
        (GRANT, MONEY, "Im März 2027 kommen die 4.000 €.", {"money_too_early"}),
        (GRANT, MONEY, "Im November 2027 kommen die 4.000 €.", set()),
        (TIERS, MARKET, "8 boats cost £15 a month.", {"payer_differs", "price_of_another_case"}),
        (TIERS, MARKET, "8 boats cost £40 a month.", set()),
        (CALL, MARKET, "A call of 45 minutes costs £19.", {"price_terms_differ"}),
        (CALL, MARKET, "A call of 20 minutes costs £19.", set()),
        (LOAVES, MARKET, "8 loaves cost £9.", {"price_terms_differ"}),
        (LOAVES, MARKET, "5 loaves cost £9.", set()),
    ],
)
def test_one_condition_decides(
    told: dict[str, str], section: str, text: str, rules: set[str]
) -> None:
    assert rules_on(project(told), section, text) == rules


def test_what_one_founder_told_is_not_taken_for_anothers() -> None:
    readings = Readings()
    first, second = project(CALL), project(LOAVES)
    told = readings.told(first)
    assert readings.told(first) is told
    assert readings.told(second).project is second
