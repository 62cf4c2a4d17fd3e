"""In which answers each fact is looked for: the same words in another answer are about something
else.
"""

from __future__ import annotations

from datetime import date
from operator import attrgetter

import pytest

from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading import read_facts
from artifacts.tests.facts.test_facts_in_other_words import IDEAS

TODAY = date(2026, 11, 29)
ANSWERS = word_set(
    "idea target_user problem workaround price stage evidence validation first_version left_out"
    " place constraint deadline budget team"
)


def answers_that_tell(path: str, text: str, verdict: str | None = None) -> set[str]:
    """Return the answers in which `text` tells the fact at `path`, or tells `verdict` of it."""

    def tells(answer: str) -> bool:
        facts = read_facts({"idea": IDEAS["en"], answer: text}, today=TODAY)
        fact = attrgetter(path)(facts)
        return bool(fact) if verdict is None else fact.value == verdict

    return set(filter(tells, ANSWERS))


@pytest.mark.parametrize(
    ("path", "text", "answers"),
    [
        ("budget", "We have £5,000 in all.", "idea stage constraint budget"),
        (
            "deadline",
            "It has to be ready by 3 May 2027.",
            "idea stage place constraint deadline budget team",
        ),
        (
            "duration_weeks",
            "It must be ready in twelve weeks.",
            "idea constraint deadline budget team",
        ),
        (
            "hours_per_week",
            "Together we have 20 hours a week.",
            "idea stage constraint deadline budget team",
        ),
        ("people", "There are three of us.", "idea stage constraint deadline budget team"),
        ("people", "I am alone.", "idea stage constraint deadline budget team"),
        (
            "laws",
            "The Ferries Act 1982 applies.",
            "idea target_user problem validation left_out place constraint deadline budget",
        ),
        ("left_out", "There is no app.", "left_out"),
        ("left_out", "No subscription.", "idea price left_out constraint"),
        (
            "platforms",
            "They order over WhatsApp.",
            "idea target_user price validation first_version place constraint deadline team",
        ),
        (
            "platforms",
            "It is a web page.",
            "idea target_user price stage validation first_version place constraint deadline team",
        ),
        ("prices", "It costs £9 a month.", "idea target_user price validation constraint"),
        ("regions", "We deliver in Glasgow.", "idea target_user place"),
        ("stage", "Three shops pay us $20 a month.", "stage evidence"),
        ("stage", "Three shops use it for free.", "stage evidence"),
    ],
)
def test_a_fact_is_looked_for_where_it_is_asked_for_and_told(
    path: str, text: str, answers: str
) -> None:
    assert answers_that_tell(path, text) == set(answers.split())


@pytest.mark.parametrize(
    ("trait", "verdict", "text", "answers"),
    [
        (
            "needs_permit",
            "yes",
            "We need a street trading licence first.",
            "idea target_user validation place constraint deadline team",
        ),
        (
            "needs_permit",
            "yes",
            "The Street Trading Permit Act 1982 asks for it.",
            "idea target_user validation place constraint deadline team",
        ),
        (
            "needs_permit",
            "yes",
            "The landlord has to give his permission by May.",
            "validation place constraint deadline team",
        ),
        (
            "seasonal",
            "yes",
            "The boats go out only from April to October.",
            "idea target_user problem price constraint team",
        ),
        ("seasonal", "yes", "It stops in winter.", "idea target_user price first_version"),
        (
            "seasonal",
            "yes",
            "Nothing happens between November and March.",
            "idea target_user problem price constraint team",
        ),
        (
            "seasonal",
            "no",
            "It goes on all year round.",
            "idea target_user problem price constraint deadline",
        ),
        ("sells_to_organisations", "yes", "The schools pay for it.", "idea target_user price"),
        (
            "takes_payments",
            "yes",
            "They pay by card.",
            "idea target_user price first_version left_out place constraint budget team",
        ),
    ],
)
def test_a_trait_is_looked_for_where_it_is_told(
    trait: str, verdict: str, text: str, answers: str
) -> None:
    assert answers_that_tell(f"traits.{trait}", text, verdict) == set(answers.split())


@pytest.mark.parametrize("answer", ["place", "constraint"])
@pytest.mark.parametrize(("word", "verdict"), [("vetted", None), ("paid", "no")])
def test_whether_vetting_is_a_permit_is_left_open(
    answer: str, word: str, verdict: str | None
) -> None:
    enough = ["We draw plans for the wards of the town", *["and the other one"] * 20]
    told = {"idea": " ".join(enough), answer: f"Everybody who helps has to be {word} first."}
    assert read_facts(told, today=TODAY).traits.needs_permit.value == verdict
