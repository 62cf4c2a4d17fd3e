"""Contradictions and true sentences in words of founders whom nobody has seen."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

RAFT = {
    "name": "Raft Days",
    "idea": "We rent out rafts on the Saskatchewan River and bring them back by trailer.",
    "price": "C$45 a day for a raft. A summer camp pays C$600 a week for six rafts.",
    "constraint": (
        "C$31,000: C$24,000 is our own and C$7,000 a county fund pays in May, when the dock is"
        " built. It has to be running by 1 June 2027."
    ),
}


@cache
def raft() -> ProjectInput:
    return ProjectInput.from_brief({**RAFT, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    "text",
    [
        "With three docks built there is C$24,000, with four C$31,000.",
        "Nothing beyond C$24,000 is paid out before May.",
        "No more than C$24,000 is spent until the dock is built.",
    ],
)
def test_money_of_known_parts_is_left_alone(text: str) -> None:
    assert rules_on(raft(), "milestones.resource_plan", text) == set()


def test_a_short_text_is_read_in_the_language_of_its_words() -> None:
    told = {
        "name": "Casa Lana",
        "idea": "Compramos lana a los pastores de Huesca y la vendemos en ovillos a las tiendas.",
        "price": "12.500 pesos el saco de lana. Desde 20 sacos queda a 11.000.",
        "target_user": "Tiendas de Antioquia que venden lana por sacos.",
    }
    project = ProjectInput.from_brief({**told, "today": date(2026, 12, 1)})
    text = "Veinte sacos a 11.000 pesos son 220.000 pesos."
    wrong = "Veinte sacos a 11.000 pesos son 250.000 pesos."
    assert rules_on(project, "brief.market_analysis", text) == set()
    assert "sum_wrong" in rules_on(project, "brief.market_analysis", wrong)


@pytest.mark.parametrize(
    "text",
    [
        "Four rafts at C$45 a day each make C$180.",
        "Four rafts at C$45 a day make C$900 in five days.",
        "A day at C$45 plus twice C$45 for the others, together C$135.",
        "Eight camps with six rafts each are 48 rafts, more than we have.",
        "Ten trips of 40 minutes each take almost 7 hours.",
        "Ten trips of 40 minutes each leave 3 hours for the trailer on a long day.",
        "Two rafts at C$45 with a trailer at C$30 cost C$120.",
        "Twelve rafts at C$45 are C$60 cheaper if two of them are old.",
    ],
)
def test_sums_that_are_right_are_left_alone(text: str) -> None:
    assert "sum_wrong" not in rules_on(raft(), "brief.market_analysis", text)


@pytest.mark.parametrize(
    "text",
    [
        "Four rafts at C$45 a day each make C$190.",
        "Four rafts at C$45 apiece are C$200 for a family.",
        "A day at C$45 plus twice C$45 for the others, together C$145.",
        "Eight camps with six rafts each are 58 rafts.",
        "30 trips of 40 minutes each take 24 hours.",
    ],
)
def test_sums_that_are_wrong_are_found_whatever_else_we_know(text: str) -> None:
    assert "sum_wrong" in rules_on(raft(), "brief.market_analysis", text)
