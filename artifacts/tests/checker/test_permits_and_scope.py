"""Beginning without a permit, building what is left out, and leaving out what comes first."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

FERRY = {
    "name": "Reed Ferry",
    "idea": "A small electric ferry takes walkers across the Wensum near Norwich at weekends.",
    "price": "£4 a crossing, or £96 a year for as many as you like. The walker pays by card.",
    "constraint": (
        "Before the first crossing we need the licence of the Broads Authority. No bicycles, no"
        " guided tours. It has to run by 1 May 2027."
    ),
    "validation": "Eight weekends with 25 walkers. Passed if 80 % of them cross a second time.",
    "first_version": (
        "The walker rings the bell\nThe walker pays with a card\nA receipt goes out by text message"
    ),
}


@cache
def project() -> ProjectInput:
    return ProjectInput.from_brief({**FERRY, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    "text",
    [
        "Walkers are taken across without a licence from the Broads Authority.",
        "The ferry makes its first trips before the licence of the Broads Authority is there.",
        "The first walkers cross while the licence is still being applied for.",
    ],
)
def test_nothing_begins_without_the_permit_that_has_to_come_first(text: str) -> None:
    assert "law_denied" in rules_on(project(), "how_it_works.security_compliance", text)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody is taken across without a licence.",
        "We do not begin before the licence of the Broads Authority is there.",
    ],
)
def test_to_wait_for_a_permit_is_no_contradiction(text: str) -> None:
    assert "law_denied" not in rules_on(project(), "how_it_works.security_compliance", text)


def test_what_is_left_out_may_not_be_built_instead_of_something_else() -> None:
    built = "In the first summer walkers can book guided tours instead of a crossing."
    kept = "In the first summer walkers book a crossing instead of guided tours."
    assert "left_out_promised" in rules_on(project(), "how_it_works.data_flow", built)
    assert "left_out_promised" not in rules_on(project(), "how_it_works.data_flow", kept)


def test_a_step_of_the_first_version_is_not_out_of_scope() -> None:
    line = "The receipt by text; the first version only shows it on the screen"
    assert "core_step_left_out" in rules_on(project(), "mvp_scope.out_of_scope", line)


@pytest.mark.parametrize(
    "text",
    [
        "Paid by the year it comes to £8 a month.",
        "Of 25 walkers, 20 have to cross a second time.",
        "£300 for the mooring and £250 for paint leave £50 of £600.",
    ],
)
def test_what_follows_from_known_figures_is_not_unknown(text: str) -> None:
    found = rules_on(project(), "milestones.resource_plan", text)
    assert not found & {"amount_unknown", "figure_without_source", "sum_wrong"}
