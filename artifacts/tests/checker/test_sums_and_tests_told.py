"""True sentences that calculate in two steps, or speak of a trial run, are no faults; wrong sums
are.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

FERRY = {
    "idea": "We sharpen kitchen knives for 240 inns along the canal, from a narrowboat.",
    "price": "12 % of the bill from the inn and £3.50 per visit. A stone is £6, a cloth a quid.",
    "constraint": "There is £8,000. It has to be running by 1 June 2027.",
    "validation": "Six inns, 5 weeks, starting on 14 June. It is good if 4 of the 6 call us again.",
}
KILN = {
    "idea": "Secamos madera para los carpinteros de Soria.",
    "price": "40 euros el metro cúbico.",
    "constraint": "Tenemos 7,5 millones de pesos: 3 millones son ahorros y 4,5 millones un premio.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Whetstone", **told, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (FERRY, "A bill of £50 leaves us £9.50, the share and the visit together."),
        (FERRY, "One inn in twelve out of 240 would bring in £70 a visit."),
        (FERRY, "A stone with a cloth is £7."),
        (KILN, "Los ahorros cubren 3 de los 7,5 millones, el 40 %."),
    ],
)
def test_a_sum_in_two_steps_is_no_fault(told: dict[str, str], text: str) -> None:
    assert rules_on(project(told), "brief.market_analysis", text) == set()


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (FERRY, "A bill of £50 leaves us £11.50, the share and the visit together."),
        (FERRY, "One inn in twelve out of 240 would bring in £95 a visit."),
        (FERRY, "A stone with a cloth is £8.20."),
        (KILN, "Los ahorros cubren 3 de los 7,5 millones, el 55 %."),
    ],
)
def test_a_wrong_sum_in_two_steps_is_one(told: dict[str, str], text: str) -> None:
    assert {"sum_wrong", "amount_unknown"} & rules_on(project(told), "brief.market_analysis", text)


def test_a_trial_run_may_come_before_the_test() -> None:
    section = "milestones.risk_mitigation_timeline"
    run = "A trial run on 20 May 2027 leaves time until the boat has to leave."
    begins = "The trial begins on 20 May 2027."
    assert "test_differs" not in rules_on(project(FERRY), section, run)
    assert "test_differs" in rules_on(project(FERRY), section, begins)
