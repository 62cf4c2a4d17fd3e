"""Figures, totals, limits and prices: what the checker's rules about numbers tell apart."""

from __future__ import annotations

import pytest

from artifacts.checker.sample import check_sample
from artifacts.checker.text import has_number, language
from artifacts.tests.support.sample_rules import rules_found

FIGURES = {"figure_without_source", "amount_unknown", "sum_wrong", "count_differs"}

GROUNDED = [
    "We begin with 29 euros.",
    "It costs 348 euros in a year.",
    "Each pays 29,00 euros or nothing.",
    "We try it with 5 shops for 4 weeks.",
    "We have 8 weeks, which is 56 days.",
    "The plan takes 5 weeks, and the trial 2.",
    "About 40 shops, as we estimate.",
    "It needs 40 of them (see [[A-1]]).",
    "We assume that 40 of them would pay.",
    "Encrypted with AES 256 and signed in over OAuth 2.0, as Article 32 asks.",
    "An MP3 file, a 3D model, COVID-19 and a B2B contract.",
    "1. We count. 2. We order.",
    "(1) count, (2) order",
    "It is open 24/7, and 100 % ours.",
    "In week 3 we stop.",
    "In weeks 3–4 we stop, at 9:45.",
    "It runs on Node 20 and on Windows 11 too.",
    "Would 40 shops pay? Would 2.5 of them?",
    "The 2 features are delivered, the 1 of high priority first.",
    "ISO 27001 asks for that.",
    "It follows the Agenda 2030, and runs on Python 3.12.",
    "It is sent over 5G, and 2FA is asked for since the 1990s.",
]


@pytest.mark.parametrize("text", GROUNDED)
def test_a_figure_with_a_source_is_left_alone(text):
    assert not FIGURES & rules_found(brief__key_constraint=text)


@pytest.mark.parametrize(
    "text",
    [
        "The market is worth 4.2 billion.",
        "We estimate little. 38% of shops run out of stock.",
        "It saves 300 euros.",
        "EUR 99 per shop.",
        "Das kostet an Miete 470 Euro, und das ist nicht zu viel für den Laden.",
        "We reach 50k shops.",
        "The market is worth $3.2bn, and more next year.",
        "Over 5M shops do that.",
        "It costs us 5 million.",
        "Of the shops in Bavaria 62% count by hand.",
        "In all of Germany 4,800 shops count by hand.",
        "At Munich 17 euros are paid.",
    ],
)
def test_a_figure_out_of_nowhere_is_found(text):
    assert FIGURES & rules_found(brief__key_constraint=text)


def test_a_founder_may_write_any_count_and_no_other_amount():
    from artifacts.checker.check import check
    from artifacts.checker.sample import sample
    from artifacts.schemas import ArtifactType

    texts = {
        "brief.key_constraint": "We know 9,300 shops.",
        "brief.target_user": "We know 9400 shops.",
    }
    project, contents, _ = sample(
        {**texts, "brief.value_proposition": "We ask for 31 euros a month."}
    )
    edited = {ArtifactType.BRIEF: ["key_constraint", "value_proposition"]}
    for known, sections in (({}, {"key_constraint", "target_user"}), (edited, {"target_user"})):
        found = check(project, contents, edited=known).findings
        assert {finding.place.section for finding in found} == sections | {"value_proposition"}


def test_criteria_may_set_figures():
    assert (
        rules_found(**{"mvp_scope__F-1__acceptance_criteria": ["A count of 200 articles is kept"]})
        == set()
    )


# -- one quantity
# --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("The project takes a total of 7 weeks.", True),
        ("Das Projekt dauert insgesamt sieben Wochen.", True),
        ("The whole plan takes five weeks in total.", False),
        ("The trial of the plan takes 2 weeks in total.", False),
        ("They say: “The plan takes 7 weeks in total.”", False),
        ("Our plan rests on 8 weeks.", False),
    ],
)
def test_a_total_in_words_is_compared_with_the_computed_one(text, differs):
    assert ("weeks_differ" in rules_found(milestones__resource_plan=text)) == differs


@pytest.mark.parametrize(
    ("constraint", "is_exceeded"),
    [
        ("It has to be ready within 3 weeks", True),
        ("Ready in 4 weeks", True),
        ("Ready in 5 weeks", False),
        ("Two weeks of holidays, and 3 months in all", False),
        ("1 day a week", False),
        ("2 weeks experience with phones", False),
        ("We meet every Monday for 2 weeks", False),
        ("No budget", False),
    ],
)
def test_only_a_plain_limit_can_be_exceeded(constraint, is_exceeded):
    assert ("limit_exceeded" in rules_found(answers__constraint=constraint)) == is_exceeded


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("Our price is €35 a month.", True),
        ("We ask for 35 euros.", True),
        ("Our price is €29 a month.", False),
        ("We assume that they pay 35 euros for paper.", False),
        ("If the price is 35 euros, they leave.", False),
        ("A rival says: “Our price is 35 euros.”", False),
    ],
)
def test_another_price_than_the_founders_is_found(text, differs):
    assert bool(FIGURES & rules_found(brief__market_analysis=text)) == differs


def test_without_an_answer_two_documents_are_compared():
    found = check_sample(
        {
            "answers.price": "",
            "brief.market_analysis": "The price is 30 euros by our estimate.",
            "how_it_works.architecture": "For Shelfwise the price is 40 euros by our estimate.",
        }
    ).findings
    assert [(finding.rule, finding.place.artifact_type.value) for finding in found] == [
        ("price_differs", "brief")
    ]
    assert "40 euros" in found[0].message


def test_numbers_in_words_count():
    assert has_number("zwölf Läden")
    assert not has_number("a shop")
    assert has_number("Mindestens eine Zusage liegt vor")
    assert not has_number("Eine Zusage liegt vor")
    assert (
        language("the count of a shop"),
        language("der Laden und die Liste"),
        language("x"),
    ) == ("en", "de", "")
