"""Days, weeks, pointers and mitigations on both sides of what decides on them."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.checker.check import check
from artifacts.checker.rules.registry import shorten
from artifacts.checker.sample import sample
from artifacts.interview.questions import ProjectInput
from artifacts.schemas import ArtifactType, Contents
from artifacts.tests.checker.added_texts import rules_on
from artifacts.tests.support.sample_rules import rules_found

STOCK = {
    "problem": "The owner reports the stock by 31 January.",
    "constraint": "It has to be ready within eight weeks.",
}


@pytest.mark.parametrize(
    ("section", "text", "rules"),
    [
        ("brief.market_analysis", "By 31 March the owner reports.", {"date_differs"}),
        ("brief.market_analysis", "By 31 March the owner has lunch.", set()),
        ("milestones.resource_plan", "It is ready after a good 14 weeks.", {"duration_exceeded"}),
        ("milestones.resource_plan", "It is ready after the rain, 14 weeks of it.", set()),
    ],
)
def test_a_day_and_a_time_are_those_of_the_founder(
    section: str, text: str, rules: set[str]
) -> None:
    told = {"name": "Shelfwise", "idea": "Stock counting on a phone for small shops.", **STOCK}
    project = ProjectInput.from_brief({**told, "today": date(2026, 12, 1)})
    assert rules_on(project, section, text) == rules


@pytest.mark.parametrize(
    ("said", "rules"),
    [("The key constraint is time.", {"pointer_malformed"}), ("It is [[key constraint]].", set())],
)
def test_brackets_may_be_those_of_the_founder(said: str, rules: set[str]) -> None:
    text = "Counts reach Shelfwise within our [[key constraint]]."
    constraint = f"One developer for eight weeks. {said}"
    assert rules_found(answers__constraint=constraint, how_it_works__data_flow=text) == rules


@pytest.mark.parametrize("line", ["Reorder list.", "Reorder list - later: too much"])
def test_the_heading_of_what_is_out_of_scope_ends_at_its_sign(line: str) -> None:
    assert rules_found(mvp_scope__out_of_scope=[line]) == {"feature_out_of_scope"}


@pytest.mark.parametrize(
    ("pointer", "rules"),
    [
        ("milestones.resource_plan", set()),
        ("milestones.nothing", {"pointer_unknown"}),
        ("brief.resource_plan", {"pointer_unknown"}),
        ("M-9", set()),
        ("F-9", {"pointer_unknown"}),
    ],
)
def test_nobody_can_say_what_is_not_written_yet(pointer: str, rules: set[str]) -> None:
    text = f"See [[{pointer}]]."
    project, contents, superseded = sample({"brief.key_constraint": text})
    written: Contents = {
        key: one for key, one in contents.items() if key != ArtifactType.MILESTONES
    }
    found = check(project, written, superseded=superseded).findings
    assert {finding.rule for finding in found} == rules


@pytest.mark.parametrize(
    ("mitigation", "rules"),
    [
        ("Nothing yet." + " " * 80 + "-", {"risk_without_mitigation"}),
        ("リスクは受け入れない", set()),
        ("None of the shops counts at night.", set()),
    ],
)
def test_a_mitigation_says_something(mitigation: str, rules: set[str]) -> None:
    assert rules_found(**{"risk_log__R-1__mitigation": mitigation}) == rules


def test_a_text_is_cut_behind_a_word() -> None:
    assert shorten("We row to pier X, and on to the mill", 20) == "We row to pier X…"
