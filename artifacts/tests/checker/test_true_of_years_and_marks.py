"""True sentences on later years, on what others have and on figures beside the test, and false ones
beside them.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

BOOTH = {
    "name": "Booth",
    "idea": "A van with a booth tests the hearing of the workers of a plant in Kent and Essex.",
    "target_user": "Plants in Kent and Essex. The plant pays, the worker pays for the earplugs.",
    "problem": "Last year eight of 29 workers had no test at one plant.",
    "workaround": "Some plants have a booking program for a clinic at £59 a month.",
    "price": "£27 per worker tested. Earplugs are £9. A second booth is £5 per worker extra.",
    "constraint": (
        "The van takes orders by 5 April 2027, because plants write in the weeks before the end of"
        " May. I have £88,000 and 40 hours a week. No booking program."
    ),
    "validation": (
        "Five plants for 9 weeks from 12 April 2027. Passed if four of the five sign and fewer than"
        " 6 % of the tests are repeated."
    ),
}
COURSE = {
    "name": "Folgen",
    "idea": "Wir sprechen einen Kurs für Angler in Wien und in Graz.",
    "target_user": "Angler in Wien und in Graz. Der Angler zahlt, oder sein Verein.",
    "price": "34 € für den Kurs. Ein Verein zahlt 21 € je Teilnehmer, ab zehn Teilnehmern.",
    "constraint": "In höchstens 22 Wochen fertig. Zu zweit, 38 Stunden in der Woche, 4.000 €.",
}


def rules(idea: dict[str, str], section: str, text: str) -> set[str]:
    project = ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)})
    return rules_on(project, section, text)


PLAN = "milestones.resource_plan"
METRICS = "mvp_scope.success_metrics"
USER = "brief.target_user"
MARKET = "brief.market_analysis"


@pytest.mark.parametrize(
    ("idea", "section", "text"),
    [
        (BOOTH, METRICS, "Out of 500 tests no more than 29 are repeated."),
        (BOOTH, METRICS, "Of the workers of one plant 21 of 29 had a test last year."),
        (BOOTH, PLAN, "The page is ready eight weeks before 31 May 2027."),
        (BOOTH, USER, "Firms in Suffolk, outside of our two places, are visited from 2028 on."),
        (BOOTH, PLAN, "5 April 2027 is eight weeks before Memorial Day on 31 May."),
        (BOOTH, MARKET, "A worker with the second booth costs the plant £32."),
        (
            BOOTH,
            MARKET,
            "The booking program that some of them have costs £32 a month more than ours.",
        ),
        (BOOTH, PLAN, "Five tests of 45 minutes take three hours and three quarters."),
        (COURSE, PLAN, "In 22 Wochen kommen bei 38 Stunden in der Woche 836 Stunden zusammen."),
        (COURSE, USER, "Linz grenzt an keinen der beiden Orte, dorthin kommen wir noch nicht."),
        (
            COURSE,
            MARKET,
            "Für zehn Teilnehmer zahlt ein Verein 210 €, zehn einzelne Angler zahlen 340 €.",
        ),
    ],
)
def test_what_is_near_what_was_told_is_true(idea: dict[str, str], section: str, text: str) -> None:
    assert rules(idea, section, text) == set()


@pytest.mark.parametrize(
    ("idea", "section", "text", "rule"),
    [
        (BOOTH, METRICS, "Out of 500 tests no more than 45 are repeated.", "test_differs"),
        (BOOTH, METRICS, "Three of the five plants sign.", "test_differs"),
        (BOOTH, MARKET, "A plant pays nothing.", "payer_differs"),
        (BOOTH, USER, "Plants in Suffolk can be visited from the first day on.", "region_differs"),
        (BOOTH, PLAN, "The page is ready two weeks before 21 June 2027.", "deadline_differs"),
        (BOOTH, PLAN, "The page goes live on 14 June 2027.", "deadline_differs"),
        (BOOTH, MARKET, "A plant that signs up pays nothing.", "payer_differs"),
        (BOOTH, PLAN, "With 500 tests we have £71,300 left of the £88,000.", "amount_unknown"),
        (BOOTH, PLAN, "The van takes orders from 28 June 2027 on.", "deadline_differs"),
        (COURSE, PLAN, "In Woche 26 ist der Kurs fertig.", "duration_exceeded"),
        (COURSE, MARKET, "Für zehn Teilnehmer zahlt ein Verein 340 €.", "price_of_another_case"),
    ],
)
def test_what_differs_beside_it_is_found(
    idea: dict[str, str], section: str, text: str, rule: str
) -> None:
    assert rule in rules(idea, section, text)
