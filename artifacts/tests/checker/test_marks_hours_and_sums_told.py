"""Pass marks, hours and sums in words that give them another way than our answers do."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

MARKET = "brief.market_analysis"
PLAN = "milestones.resource_plan"
METRICS = "mvp_scope.success_metrics"
BELL = {
    "name": "Bell Post",
    "idea": "We ring for the ferry at Lymington.",
    "price": "£4 a crossing.",
    "validation": (
        "Ten walkers for four weeks. It is passed if a bell is answered within 20 minutes and at"
        " most one walker gives up."
    ),
    "constraint": "Alone, £3,000, ready by 1 March 2027.",
}
FORTY = {
    **BELL,
    "validation": "Ten walkers for four weeks. It is passed if at least 40 crossings are paid.",
}
SIX_OF_TEN = {
    **BELL,
    "validation": "Ten walkers for four weeks. It is passed if six of the ten walkers come back.",
}
ROPES = {
    "name": "Rope Loft",
    "idea": "We splice ropes for sailors in Falmouth.",
    "price": "A splice is £8, a whip £3 and an eye £5.",
    "team": "I splice, and my brother sells on 3 evenings a week.",
    "constraint": "The two of us, £6,000, ready by 1 March 2027.",
}
HOURS = {
    **ROPES,
    "team": "Me and my brother.",
    "constraint": (
        "I have 10 hours a week and my brother 6 hours a week, £3,000, ready by 1 March 2027."
    ),
}
LOAN = {
    **ROPES,
    "constraint": (
        "The two of us, £22,000: most is ours, the other eight is a loan from the bank. Ready by 1"
        " March 2027."
    ),
}
LATER = {
    **ROPES,
    "price": "8 euros a splice.",
    "constraint": (
        "9,000 euros, of which 4,000 euros come only after the report of the town. Ready by 1"
        " March 2027."
    ),
}


def rules(idea: dict[str, str], section: str, text: str) -> set[str]:
    project = ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)})
    return rules_on(project, section, text)


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (BELL, "A bell is answered within 40 minutes"),
        (BELL, "At most three walkers give up"),
        (FORTY, "One single paid crossing is enough to pass"),
        (FORTY, "At least 30 crossings are paid"),
        (SIX_OF_TEN, "Three of the ten walkers come back"),
        (SIX_OF_TEN, "It is passed with 4 of the 10 walkers back"),
        (SIX_OF_TEN, "40 % of the ten walkers come back"),
    ],
)
def test_another_mark_is_found(idea: dict[str, str], text: str) -> None:
    assert rules(idea, METRICS, text) == {"test_differs"}


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (BELL, "A bell is answered within 20 minutes"),
        (BELL, "At most one walker gives up"),
        (FORTY, "At least 40 crossings are paid, and not a single one is free"),
        (SIX_OF_TEN, "60 % of the ten walkers come back"),
        (SIX_OF_TEN, "6 of the 10 walkers, three fifths, come back"),
    ],
)
def test_our_mark_in_other_words_is_none(idea: dict[str, str], text: str) -> None:
    assert rules(idea, METRICS, text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10 hours a week plus 6 hours a week equals 18 hours a week.", "sum_wrong"),
        ("My brother's 6 hours and my 10 hours make 18 hours a week.", "hours_differ"),
        ("With 6 hours and 10 hours a week the total is 16 hours a week.", ""),
        ("We have 10 hours and 6 hours, so 16 hours a week.", ""),
        ("We splice 4 ropes an hour, so 40 ropes in 10 hours.", ""),
    ],
)
def test_hours_that_are_added_up(text: str, found: str) -> None:
    assert rules(HOURS, PLAN, text) >= {found} if found else not rules(HOURS, PLAN, text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A sailmaker works 25 hours a week.", False),
        ("My brother and a sailmaker have 25 hours a week.", True),
        ("With a sailmaker my brother works 25 hours a week.", True),
    ],
)
def test_hours_of_others_are_ours_where_we_are_named_too(text: str, found: bool) -> None:
    told = {**HOURS, "problem": "A sailmaker spends 30 hours a week on ropes."}
    assert rules(told, PLAN, text) == ({"hours_differ"} if found else set())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("My brother sells on 5 evenings a week.", True),
        ("My brother sells on five evenings a week.", True),
        ("My brother sells on 3 evenings a week.", False),
        ("My brother sells on 2 evenings a week.", False),
    ],
)
def test_evenings_in_digits_and_words(text: str, found: bool) -> None:
    assert rules(ROPES, PLAN, text) == ({"people_differ"} if found else set())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("£300 plus three times £70, together £480.", True),
        ("£300 plus 3 times £70, together £480.", True),
        ("£320 plus twice £70, together £480.", True),
        ("£300 plus 3x £70, together £480.", True),
        ("£300 plus several times £70, together £480.", True),
        ("£300 plus three times £70, together £510.", False),
        ("£300 plus 3 times £70, together £510.", False),
        ("£320 plus twice £70, together £460.", False),
    ],
)
def test_parts_that_are_taken_so_many_times(text: str, found: bool) -> None:
    assert ("sum_wrong" in rules(ROPES, MARKET, text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One rope in 10 breaks, that makes 30 of 300.", False),
        ("One rope in ten breaks, that makes 30 of 300.", False),
        ("One rope in 10 breaks, that makes 40 of 300.", True),
        ("One rope in ten breaks, that makes 40 of 300.", True),
        ("Of £80 one splice in 8 is for us, which makes £10.", False),
        ("Of £80 one splice in 8 is for us, which makes £12.", True),
    ],
)
def test_one_in_so_many(text: str, found: bool) -> None:
    told = {**ROPES, "problem": "One rope in ten breaks, that makes 30 of 300 a year."}
    assert rules(told, MARKET, text) == ({"sum_wrong"} if found else set())


@pytest.mark.parametrize(
    "text",
    [
        "With VAT of 20 % a splice of £8 becomes £9.60.",
        "£40 plus £20 and £7 leave £67 to pay.",
        "Of our sailors 30 % come by boat and 25 % on foot, 55 % together.",
    ],
)
def test_what_the_figures_of_a_sentence_make_needs_no_source(text: str) -> None:
    assert rules(ROPES, MARKET, text) == set()


def test_shares_that_are_added_up_wrongly_do() -> None:
    text = "Of our sailors 30 % come by boat and 25 % on foot, 65 % together."
    assert rules(ROPES, MARKET, text) == {"amount_unknown"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Of the £22,000 we own £14,000.", False),
        ("Of the £22,000 we own £13,000.", True),
        ("The bank lends us £8,000 of the £22,000.", False),
        ("The bank lends us £9,000 of the £22,000.", True),
    ],
)
def test_a_part_in_thousands_and_its_rest_are_known(text: str, found: bool) -> None:
    assert ("amount_unknown" in rules(LOAN, PLAN, text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The 4,000 euros arrive before the report of the town.", True),
        ("We spend 4,000 euros before the report.", True),
        ("We spend all 9,000 euros before the report of the town.", True),
        ("We spend 5,000 euros before the report of the town.", False),
        ("After the report we spend the 4,000 euros.", False),
    ],
)
def test_money_before_what_it_waits_for(text: str, found: bool) -> None:
    assert rules(LATER, PLAN, text) == ({"money_too_early"} if found else set())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is ready on 5 June.", True),
        ("The loft opens on 5 June.", True),
        ("It is ready on 5 February.", False),
        ("It is ready on 1 March.", False),
    ],
)
def test_a_day_without_a_year_is_the_nearest_one(text: str, found: bool) -> None:
    assert rules(ROPES, "brief.key_constraint", text) == ({"deadline_differs"} if found else set())
