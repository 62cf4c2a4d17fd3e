"""Marks that a text lowers in other words, bills that it compares, and prices it lets grow."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

STONES = {
    "name": "Stone Proof",
    "idea": "A page on which a family sees a stone before it is cut, for shops near Erie.",
    "target_user": "Shops near Erie. The shop pays, the family never does.",
    "price": "$70 a month per shop. $5 for every order that gets filled, from the shop.",
    "constraint": "From April I do 40 hours a week and Bo does 20. $9,000. Ready by June 1, 2027.",
    "validation": "40 shops for 9 weeks. Passed if 28 of them stay and not one stone is cut again.",
}
JACKETS = {
    "name": "Jacke heil",
    "idea": "Wir flicken Jacken und Hosen der Feuerwehren bei Kassel.",
    "target_user": "Feuerwehren bei Kassel. Die Gemeinde zahlt.",
    "price": "34 € je Jacke und 26 € je Hose, pauschal.",
    "constraint": "Zu zweit, 20.000 €, am 01.05.2027 muss es laufen.",
    "validation": "Vier Vereine, 12 Wochen. Weiter geht es, wenn drei der vier verlängern.",
}


def rules(idea: dict[str, str], text: str, section: str) -> set[str]:
    project = ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)})
    return rules_on(project, section, text)


@pytest.mark.parametrize(
    ("idea", "text", "is_true"),
    [
        (STONES, "The trial is passed if half of the 40 shops stay", False),
        (STONES, "The trial is passed if no more than three stones have to be cut again", False),
        (STONES, "The trial is passed if 28 shops stay and not one stone is cut again", True),
        (JACKETS, "Wenn zwei der vier Vereine verlängern, wird das Angebot ausgeweitet", False),
        (JACKETS, "Wenn drei der vier Vereine verlängern, wird das Angebot ausgeweitet", True),
    ],
)
def test_a_mark_told_otherwise(idea: dict[str, str], text: str, is_true: bool) -> None:
    found = rules(idea, text, "mvp_scope.success_metrics")
    assert ("test_differs" not in found) is is_true


@pytest.mark.parametrize(
    ("idea", "text", "rule"),
    [
        (JACKETS, "Zwanzig Jacken und zehn Hosen kosten die Gemeinde 920 €, weniger als neue.",
         "sum_wrong"),
        (JACKETS, "Zwanzig Jacken und zehn Hosen kosten die Gemeinde 940 €, weniger als neue.", ""),
        (STONES, "For the shop it is free, a family pays $5 for work that would otherwise stop.",
         "payer_differs"),
    ],
)  # fmt: skip
def test_what_a_bill_is_compared_with_makes_it_no_other(
    idea: dict[str, str], text: str, rule: str
) -> None:
    assert rules(idea, text, "brief.market_analysis") == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("text", "is_true"),
    [
        ("Both cutters are on the tools for 40 hours a week, which makes 80 hours.", False),
        ("Both cutters are on the tools, 60 hours a week together.", True),
    ],
)
def test_both_do_not_have_the_hours_of_one(text: str, is_true: bool) -> None:
    found = rules(STONES, text, "milestones.resource_plan")
    assert ("hours_differ" not in found) is is_true
