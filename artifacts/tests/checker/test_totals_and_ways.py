"""Hours that are added up, ratios that a sentence names twice, and ways that are denied."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

CHOIR = {
    "idea": "Choir scores in large print for singers, on a web page and on paper without internet.",
    "price": "£84 for a set of 12 scores.",
    "constraint": (
        "I have 14 hours a week and my sister has 6. It must work without a connection. It has to"
        " be there by 1 June 2027."
    ),
}
PEGEL = {
    "idea": "Ein Pegel am Bach warnt die Feuerwehr per E-Mail und auf einer Webseite.",
    "price": "30 € im Monat von der Gemeinde.",
    "constraint": "Am 1. Juni 2027 muss es laufen.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Treble", **told, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("told", "section", "text", "rule"),
    [
        (
            CHOIR,
            "milestones.resource_plan",
            "My sister and I have 14 hours a week each, together 28 hours.",
            "hours_differ",
        ),
        (CHOIR, "how_it_works.data_flow", "Scores can only be streamed.", "offline_denied"),
        (
            CHOIR,
            "brief.market_analysis",
            "If one page in six is blurred, that makes 40 out of 120 pages.",
            "sum_wrong",
        ),
        (CHOIR, "brief.market_analysis", "12 scores are £84, each score costs £8.", "sum_wrong"),
        (
            PEGEL,
            "how_it_works.data_flow",
            "E-Mails verschickt der Pegel nicht.",
            "platform_differs",
        ),
    ],
)
def test_another_total_or_way_is_found(
    told: dict[str, str], section: str, text: str, rule: str
) -> None:
    assert rule in rules_on(project(told), section, text)


@pytest.mark.parametrize(
    ("told", "section", "text"),
    [
        (CHOIR, "milestones.resource_plan", "14 hours a week and 6 hours, together 20 hours."),
        (CHOIR, "how_it_works.data_flow", "Scores can be printed; nothing has to be streamed."),
        (
            CHOIR,
            "brief.market_analysis",
            "If one page in six is blurred, that makes 20 out of 120 pages.",
        ),
        (CHOIR, "brief.market_analysis", "12 scores are £84, each score costs £7."),
        (PEGEL, "how_it_works.data_flow", "E-Mails verschickt der Pegel nur bei Hochwasser."),
    ],
)
def test_what_we_said_is_no_fault(told: dict[str, str], section: str, text: str) -> None:
    rules = rules_on(project(told), section, text)
    assert not {"hours_differ", "offline_denied", "sum_wrong", "platform_differs"} & rules
