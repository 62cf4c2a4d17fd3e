"""How far we are, what is left of several, how long something is had, and what has to come first,
in sentences that differ in one word only.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.checker.check import check
from artifacts.checker.messages import message_of
from artifacts.interview.questions import ProjectInput
from artifacts.schemas import ArtifactType
from artifacts.tests.checker.added_texts import rules_on
from artifacts.tests.checker.test_checker import written

MARKET = "brief.market_analysis"
PLAN = "milestones.resource_plan"
SCOPE = "mvp_scope.out_of_scope"
LAW = "how_it_works.security_compliance"
ROPES = {
    "name": "Rope Loft",
    "idea": "We splice ropes for sailors in Falmouth.",
    "price": "£8 a splice.",
    "constraint": "The two of us, £6,000, ready by 1 March 2027.",
}
HOIST = {**ROPES, "price": "A hoist costs £100 for up to 5 days, then £10 for each day more."}
COVER = {**ROPES, "price": "A splice is £8. A cover is £7."}
TALKED = {**ROPES, "stage": "We have talked to four sailors. Nobody has paid."}
PAID = {
    **ROPES,
    "stage": "We have talked to four sailors.",
    "evidence": "Two sailors have paid for a splice.",
}
RETURNS = {**ROPES, "problem": "Of 67 ropes 59 came back last year."}
HOURS = {
    **ROPES,
    "team": "Me and my brother.",
    "constraint": (
        "I have 10 hours a week and my brother 6 hours a week, £3,000, ready by 1 March 2027."
    ),
}
LICENCE = {
    **ROPES,
    "constraint": (
        "The two of us, £6,000, ready by 1 March 2027. We need a harbour licence from the port"
        " before we begin."
    ),
}
SAILS = {
    **ROPES,
    "left_out": "Sails",
    "first_version": "The sailor books a splice\nThe sailor sees the rope",
    "constraint": "The two of us, £6,000, ready by 1 March 2027. No sewing of sails.",
}
HALF_LATER = {
    **ROPES,
    "constraint": (
        "The two of us, £12,000 from the port: half of it comes only after the survey. Ready by 1"
        " March 2027."
    ),
}
SEASON = {**ROPES, "price": "£30 a month from April to September."}


def project_of(idea: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("idea", "section", "text", "rule"),
    [
        (TALKED, MARKET, "Three sailors have already paid.", "stage_differs"),
        (TALKED, MARKET, "Sailors already use it.", "stage_differs"),
        (PAID, MARKET, "Two sailors have already signed a contract.", "evidence_without_source"),
        (COVER, MARKET, "A splice costs £8, the cover included.", "price_terms_differ"),
        (COVER, MARKET, "Two splices cost £16, and the cover is included.", "price_terms_differ"),
        (COVER, MARKET, "The cover is included.", "price_terms_differ"),
        (HOIST, MARKET, "A hoist for one day costs £130.", "price_terms_differ"),
        (SEASON, MARKET, "Two boats pay £60 a month all year round.", "price_condition_dropped"),
        (ROPES, MARKET, "At £8 a splice, 40 splices make £330.", "sum_wrong"),
        (RETURNS, MARKET, "Of 67 ropes 59 came back, so 18 were lost.", "sum_wrong"),
        (RETURNS, MARKET, "Of the 67 ropes 59 came back, the other 13 are lost.", "sum_wrong"),
        (RETURNS, MARKET, "59 of the 67 ropes came back, so 18 were lost.", "sum_wrong"),
        (HOURS, PLAN, "My brother has 16 hours a week.", "hours_differ"),
        (HOURS, PLAN, "One of us alone has 16 hours a week.", "hours_differ"),
        (LICENCE, LAW, "We begin while the harbour licence is still pending.", "law_denied"),
        (
            LICENCE,
            LAW,
            "While the harbour licence is still pending, we begin with the first sailors.",
            "law_denied",
        ),
        (SAILS, SCOPE, "Booking a splice; this comes later", "core_step_left_out"),
        (SAILS, SCOPE, "Seeing the rope; later", "core_step_left_out"),
    ],
)
def test_what_differs_is_found(idea: dict[str, str], section: str, text: str, rule: str) -> None:
    assert rules_on(project_of(idea), section, text) == {rule}


@pytest.mark.parametrize(
    "text", ["A hoist for 8 days costs £155.", "Eight days with a hoist come to £155."]
)
def test_a_longer_time_costs_no_more_than_our_prices_make(text: str) -> None:
    assert "sum_wrong" in rules_on(project_of(HOIST), MARKET, text)


@pytest.mark.parametrize(
    ("idea", "section", "text"),
    [
        (PAID, MARKET, "Two sailors have already paid for a splice."),
        (COVER, MARKET, "The cover is not included."),
        (COVER, MARKET, "A splice costs £8, and a cover £7 on top."),
        (HOIST, MARKET, "A hoist for 8 days costs £130."),
        (HOIST, MARKET, "For 20 days a hoist costs £250."),
        (HOIST, MARKET, "Eight days with a hoist come to £130."),
        (ROPES, MARKET, "At £8 a splice, 40 splices make £320."),
        (ROPES, MARKET, "At £8 a splice, 40 splices a week make £1,280 a month."),
        (RETURNS, MARKET, "Of 67 ropes 59 came back, so 8 were lost."),
        (RETURNS, MARKET, "Of the 67 ropes 59 came back, the other 8 are lost."),
        (RETURNS, MARKET, "59 of the 67 ropes came back, the other 8 were lost."),
        (RETURNS, MARKET, "67 ropes, 59 splices and the other 13 knots are counted."),
        (HOURS, PLAN, "We both have 16 hours a week."),
        (HOURS, PLAN, "There are 16 hours a week for it."),
        (HALF_LATER, PLAN, "The port pays half of the £12,000 in full at the start."),
        (LICENCE, LAW, "We begin when the harbour licence is there."),
        (SAILS, SCOPE, "Sewing of sails; too much for two"),
        (SAILS, SCOPE, "Sails"),
        (SAILS, SCOPE, "Automatic reminders for overdue ropes"),
    ],
)
def test_what_says_the_same_is_not(idea: dict[str, str], section: str, text: str) -> None:
    assert rules_on(project_of(idea), section, text) == set()


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("The port pays the £12,000 in full at the start.", True),
        ("At the start the port pays us the full £12,000.", True),
        ("The port pays half of the £12,000 at the start.", False),
        ("After the survey the port pays us the full £12,000.", False),
    ],
)
def test_all_of_what_comes_in_parts_is_not_there_at_first(text: str, rules: bool) -> None:
    assert ("money_too_early" in rules_on(project_of(HALF_LATER), PLAN, text)) == rules


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It must be ready by the end of 2028.", "2028"),
        ("It has to be ready by the autumn of 2027.", "autumn of 2027"),
        ("The loft opens on 5 June.", "5 June"),
    ],
)
def test_a_finding_names_the_day_that_is_too_late(text: str, shown: str) -> None:
    project = project_of(ROPES)
    contents = written(project)
    brief = contents[ArtifactType.BRIEF]
    brief.key_constraint = f"{brief.key_constraint} {text}"
    edited = {ArtifactType.BRIEF: ("key_constraint",)}
    found = check(project, contents, edited=edited).findings
    [late] = [finding for finding in found if finding.rule == "deadline_differs"]
    assert f"{shown} is not the day we said: “" in message_of(late)
    assert "ready by 1 March 2027" in message_of(late)
