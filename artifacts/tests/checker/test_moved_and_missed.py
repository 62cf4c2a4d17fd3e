"""Days that are named for something else, marks that are missed, and amounts only spoken of."""

from __future__ import annotations

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

KILN = ProjectInput.from_brief(
    {
        "name": "Kiln Yard",
        "idea": "We fire pots in Stoke for potters without a kiln, and fetch them by van.",
        "answers": {
            "price": "£45 a shelf and month.",
            "problem": "A school sent its pots to Leeds last year. It cost £900 and a mug broke.",
            "constraint": (
                "First paid firing by 13 September 2027 at the latest; from November on it is too"
                " damp in the yard. £9,000, of which £2,000 in ten instalments. There are three of"
                " us, 30 hours a week together."
            ),
            "validation": "12 potters in 6 weeks. Passed if nine of the 12 fire again.",
        },
    }
)
OFEN = ProjectInput.from_brief(
    {
        "name": "Ofenhof",
        "idea": "Wir brennen in Kassel Töpfe für Töpfer, die keinen Ofen haben.",
        "answers": {
            "price": "45 € je Brett und Monat.",
            "constraint": "9.000 € sind da. Wir sind zu dritt, zusammen 30 Stunden in der Woche.",
            "validation": "12 Töpfer, 6 Wochen. Bestanden, wenn neun der 12 wieder brennen lassen.",
        },
    }
)
METRICS = "mvp_scope.success_metrics"
PLAN = "milestones.resource_plan"


@pytest.mark.parametrize(
    ("project", "section", "text", "rule"),
    [
        (KILN, PLAN, "The first paid firing is in November 2027.", "deadline_differs"),
        (
            KILN,
            PLAN,
            "Each of the three works 30 hours, so there are 90 hours a week.",
            "hours_differ",
        ),
        (
            KILN,
            PLAN,
            "A potter makes a one-off payment of £45 for the shelf.",
            "price_period_differs",
        ),
        (OFEN, PLAN, "Ein Töpfer zahlt einmalig 45 € für sein Brett.", "price_period_differs"),
        (OFEN, METRICS, "Bestanden, wenn drei der 12 wieder brennen lassen.", "test_differs"),
    ],
)
def test_what_is_moved_or_multiplied_is_found(
    project: ProjectInput, section: str, text: str, rule: str
) -> None:
    assert rule in rules_on(project, section, text)


@pytest.mark.parametrize(
    ("project", "section", "text"),
    [
        (KILN, PLAN, "From November on it is too damp in the yard."),
        (KILN, METRICS, "If more than three of the 12 potters stay away, the mark is missed."),
        (OFEN, METRICS, "Bleiben mehr als drei der 12 Töpfer weg, ist das Ziel verfehlt."),
        (KILN, "brief.market_analysis", "A shelf is 5 % of what the school paid for its pots."),
        (
            KILN,
            PLAN,
            "Without the instalments there is £7,000; the other £2,000 comes in parts of £200.",
        ),
        (KILN, PLAN, "Each of the three works 10 hours, so there are 30 hours a week."),
    ],
)
def test_what_the_answers_make_is_true(project: ProjectInput, section: str, text: str) -> None:
    assert rules_on(project, section, text) == set()
