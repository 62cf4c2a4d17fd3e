"""What the checker says of sentences that do and do not agree with what the founder told."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from artifacts.checker.check import check
from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.arithmetic import Operands, derive
from artifacts.checker.sample import check_sample, sample
from artifacts.interview.questions import ProjectInput
from artifacts.runners.llm.judging import judge
from artifacts.schemas import ArtifactType
from artifacts.tests.checker.test_checker import written
from bench.contradictions import CONTRADICTIONS, Tally, try_founder

SETS = (CONTRADICTIONS, CONTRADICTIONS.with_name("more_contradictions.json"))
RECALL, FALSE_ALARMS = 0.85, 0.03

FERRY = {
    "name": "Night Ferry",
    "idea": (
        "A rowing boat takes walkers across the Ouse near Ely after the last bus. Walkers pay, the"
        " pub only rings."
    ),
    "price": (
        "£4 a crossing or £30 a month, at most £12 a day. Children cross for nothing. The rower"
        " gets £3 of each."
    ),
    "constraint": (
        "The first crossing has to be on 1 May 2027. £6,000 in all, £2,000 of it only after the"
        " boat has passed its survey. My aunt talks about £500, I do not count on that. Me 10 hours"
        " a week and my brother 6. No dogs on board. Everybody who rows needs a boatman's licence."
    ),
    "validation": "Six weeks with 20 walkers. We go on if 15 of the 20 cross twice.",
    "first_version": (
        "A walker rings the bell\nThe rower brings the boat\nThe walker pays with a card"
    ),
    "today": "2026-12-01",
}


@cache
def ferry() -> ProjectInput:
    return ProjectInput.from_brief({**FERRY, "today": date(2026, 12, 1)})


def rules_on(section: str, text: str, *, edited: bool = True) -> set[str]:
    """Return the rules that object to `text` at the end of a section of the ferry's documents."""
    contents = written(ferry())
    document, _, name = section.partition(".")
    artifact_type = ArtifactType(document)
    before = {finding.id for finding in check(ferry(), contents).findings}
    value = getattr(contents[artifact_type], name)
    setattr(
        contents[artifact_type],
        name,
        [*value, text] if isinstance(value, list) else f"{value}\n\n{text}",
    )
    edits = {artifact_type: (name,)} if edited else {}
    return {f.rule for f in check(ferry(), contents, edited=edits).findings if f.id not in before}


@pytest.mark.parametrize(
    ("section", "text", "rule"),
    [
        ("brief.value_proposition", "A walker pays £5 a crossing.", "amount_unknown"),
        ("brief.market_analysis", "Ten crossings at £4 make £45.", "sum_wrong"),
        ("brief.market_analysis", "Twelve planks of 3 kg weigh 40 kg.", "sum_wrong"),
        ("brief.market_analysis", "Children pay £4 a crossing.", "payer_differs"),
        ("brief.market_analysis", "Five crossings a day cost £20.", "price_beyond_limit"),
        ("brief.market_analysis", "A walker pays £30 a week.", "price_period_differs"),
        (
            "milestones.resource_plan",
            "The whole £6,000 is in the bank from the first day.",
            "money_too_early",
        ),
        (
            "milestones.resource_plan",
            "We spend £6,000 and the £500 of the aunt.",
            "money_not_counted",
        ),
        ("milestones.resource_plan", "The brother rows 14 hours a week.", "hours_differ"),
        ("milestones.resource_plan", "Both of us work on it full time.", "hours_differ"),
        ("milestones.resource_plan", "Three founders row in turn.", "team_size_differs"),
        ("brief.key_constraint", "The ferry opens on 1 June 2027.", "deadline_differs"),
        ("mvp_scope.success_metrics", "10 of the 20 walkers cross twice.", "test_differs"),
        ("mvp_scope.scalability_plan", "On Sundays dogs ride on board too.", "left_out_promised"),
        ("mvp_scope.out_of_scope", "Paying with a card; that comes later", "core_step_left_out"),
        (
            "how_it_works.security_compliance",
            "The boatman's licence is not needed on the Ouse.",
            "law_denied",
        ),
        (
            "brief.market_analysis",
            "According to a recent study walkers like ferries.",
            "evidence_without_source",
        ),
    ],
)
def test_a_contradiction_is_found_in_an_edit_and_in_a_models_text(section, text, rule):
    assert rules_on(section, text) == rules_on(section, text, edited=False) == {rule}


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("brief.market_analysis", "Ten crossings at £4 make £40."),
        ("brief.market_analysis", "On a fare of £80 nobody would cross."),
        ("brief.market_analysis", "If a crossing is £9, they walk."),
        ("brief.market_analysis", "A year of months comes to £360."),
        ("milestones.resource_plan", "Before the survey there is £4,000 to spend."),
        ("milestones.resource_plan", "Together we have 16 hours a week."),
        (
            "milestones.risk_mitigation_timeline",
            "A trial with 5 friends on 10 April 2027 shows what fails.",
        ),
        ("mvp_scope.success_metrics", "Three quarters of the walkers cross twice."),
        (
            "how_it_works.data_flow",
            "The bell rings over port 443 with TLS 1.3, at 868 MHz, in a box for 60 °C.",
        ),
        ("how_it_works.data_flow", "No dogs are let on board."),
        ("how_it_works.security_compliance", "Nobody rows before the boatman's licence is there."),
    ],
)
def test_a_sentence_that_agrees_is_left_alone(section, text):
    assert rules_on(section, text) == rules_on(section, text, edited=False) == set()


def test_what_follows_is_told_with_its_derivation():
    given = Operands(near=(Decimal(40_000),), groups=((Decimal(95_000),),))
    assert derive(Decimal(55_000), given) == "95,000 - 40,000"
    assert derive(Decimal(56_000), given) is None


def test_a_text_that_was_read_is_not_read_again():
    assert read_text("We ask for £4.", "en", "GBP") is read_text("We ask for £4.", "en", "GBP")


def test_a_model_is_told_what_it_can_do():
    project, contents, _ = sample(
        {"brief.market_analysis": "The counting costs a shop 49 euros a month."}
    )
    brief = contents[ArtifactType.BRIEF].model_dump()
    problems = judge(project, ArtifactType.BRIEF, {}, brief).problems
    [problem] = [problem for problem in problems if problem.section == "market_analysis"]
    assert "Use a figure from the interview" in problem.sentence
    assert "our answers" not in problem.sentence


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_the_figures_in_the_handbook_are_reached(path):
    """The founders of the benchmark: what is found and what is refused wrongly, as an edit and as a
    model's text.
    """
    edits, texts = Tally(), Tally()
    base = sum(try_founder(founder, edits, texts) for founder in json.loads(path.read_text()))
    assert base == 0
    for tally in (edits, texts):
        refused = sum(n for key, n in tally.found.items() if key == "harmless")
        assert tally.found["all"] >= RECALL * tally.of["all"], tally.details
        assert refused <= FALSE_ALARMS * tally.of["harmless"], tally.details


@pytest.mark.parametrize(
    ("sentence", "made"),
    [
        ("Three shops at 29 euros a month make 97 euros a month.", "3 × 29 = 87"),
        ("29 euros and 29 euros together make 68 euros.", "29 + 29 = 58"),
    ],
)
def test_a_wrong_sum_comes_with_the_right_one(sentence, made):
    found = check_sample({"brief.market_analysis": sentence}).findings
    assert [finding.derivation for finding in found if finding.rule == "sum_wrong"] == [made]
