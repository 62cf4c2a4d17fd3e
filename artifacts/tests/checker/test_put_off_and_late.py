"""What is left out in a sentence without a verb or put off, and what comes after the deadline in a
part of a month or a season.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

CHEESE = {
    "name": "Alpteil",
    "idea": "Wir verkaufen Anteile an einem Käsekeller in Graubünden.",
    "target_user": "Familien in Zürich. Die Familie zahlt.",
    "price": "Fr. 240 im Jahr je Anteil.",
    "constraint": (
        "Zu zweit, 20 Stunden in der Woche, Fr. 9'000. Der Keller muss am 12. Juni 2027 fertig"
        " sein. Butter und Fleisch nicht. Kostüme kommen vielleicht später, in der ersten Fassung"
        " nicht."
    ),
}
MINUTES = {
    "name": "Minute Draft",
    "idea": "We draft the minutes of parish councils in Shropshire.",
    "target_user": "Clerks in Shropshire. The council pays.",
    "price": "£12 per meeting.",
    "constraint": (
        "First drafts out by 22 February 2027. £6,000, two of us, 19 hours a week. No video."
    ),
}


def rules(idea: dict[str, str], section: str, text: str) -> set[str]:
    project = ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)})
    return rules_on(project, section, text)


@pytest.mark.parametrize(
    "text",
    [
        "Zum Käse kommt im ersten Herbst ein Paket mit Butter.",
        "Vom ersten Tag an werden auch Kostüme verliehen.",
    ],
)
def test_what_is_left_out_without_a_verb_is_not_promised(text: str) -> None:
    assert rules(CHEESE, "mvp_scope.scalability_plan", text) == {"left_out_promised"}


def test_what_is_not_left_out_may_be() -> None:
    text = "Zum Käse kommt im ersten Herbst eine Karte vom Senn."
    assert rules(CHEESE, "mvp_scope.scalability_plan", text) == set()


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (CHEESE, "Im Herbst, wenn die Kühe wieder im Tal sind, ist der neue Keller fertig."),
        (CHEESE, "Der Keller wird im Lauf des Juli fertig."),
        (MINUTES, "The first drafts reach the clerks in the second week of March."),
    ],
)
def test_what_is_late_is_questioned(idea: dict[str, str], text: str) -> None:
    assert "deadline_differs" in rules(idea, "milestones.risk_mitigation_timeline", text)


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (CHEESE, "Der Keller wird im Lauf des Mai fertig."),
        (MINUTES, "The first drafts reach the clerks in the second week of February."),
    ],
)
def test_what_is_in_time_is_not(idea: dict[str, str], text: str) -> None:
    assert rules(idea, "milestones.risk_mitigation_timeline", text) == set()
