"""A new version that waits, decided item by item."""

from __future__ import annotations

from typing import Any

import pytest

from artifacts.diff.three_way import Choice
from artifacts.exceptions import InvalidChoice, StaleUpdate
from artifacts.generation.proposals import Choices, decide_proposal
from artifacts.models import Project, User
from artifacts.services.editing.manual_edits import add_item, delete_item, fingerprint, move_item
from artifacts.services.editing.restoring import revert_section
from artifacts.tests.support.edits import hand
from artifacts.tests.support.proposed import (
    SCOPE,
    change,
    decide,
    feature,
    items,
    propose,
    scope,
    waiting,
)
from artifacts.tests.support.rows import row_of
from artifacts.tests.support.versions import write_again
from artifacts.tiers import Tier

FEATURES = "core_features"
A, B, C = (feature(name) for name in ("Count", "Order", "Report"))
D = feature("Scan", id="F-40")
MINE = "Mine, in my words."


def described(project: Project) -> dict[str, str]:
    content: Any = row_of(project, SCOPE).content
    return {item.id: item.description for item in content.core_features}


@pytest.fixture
def project(written_project: Project) -> Project:
    """A project with features F-3 to F-5, of which the first has the founder's words."""
    write_again(written_project, scope(A, B, C), SCOPE)
    change(written_project, SCOPE, FEATURES, first(written_project), description=MINE)
    return written_project


def first(project: Project, place: int = 0) -> str:
    return list(items(project, SCOPE, FEATURES))[place]


def test_items_that_were_edited_are_kept_by_the_preset_and_others_are_new(project: Project) -> None:
    count, order, report = items(project, SCOPE, FEATURES)
    propose(
        project,
        SCOPE,
        scope(feature("Count", "New."), feature("Order", "New."), feature("Report"), D),
    )
    preset = waiting(project, SCOPE).items[FEATURES]
    scan = next(iter(set(preset) - {count, order, report}))
    assert preset == {count: "mine", order: "new", report: "new", scan: "new"}
    decide(project, SCOPE)
    assert described(project) == {
        count: MINE,
        order: "New.",
        report: "We do it.",
        scan: "We do it.",
    }


def test_an_item_can_be_taken_and_another_one_kept_against_the_preset(project: Project) -> None:
    count, order, report = items(project, SCOPE, FEATURES)
    propose(
        project, SCOPE, scope(feature("Count", "New."), feature("Order", "New."), feature("Report"))
    )
    decide(project, SCOPE, core_features={count: "new", order: "mine"})
    assert described(project) == {count: "New.", order: "We do it.", report: "We do it."}


def test_a_new_item_can_be_left_out_and_its_id_is_never_given_again(project: Project) -> None:
    propose(project, SCOPE, scope(A, B, C, D))
    scan = list(waiting(project, SCOPE).items[FEATURES])[-1]
    decide(project, SCOPE, core_features={scan: "mine"})
    assert scan not in items(project, SCOPE, FEATURES)
    assert row_of(project, SCOPE).superseded_items[scan]["title"] == "Scan"
    added = add_item(
        row_of(project, SCOPE), section=FEATURES, values=feature("Mine"), **hand(project)
    )
    assert added.id != scan


def test_an_item_that_the_new_version_drops_can_be_kept_or_let_go(project: Project) -> None:
    count, order, report = items(project, SCOPE, FEATURES)
    propose(project, SCOPE, scope(A))
    decide(project, SCOPE, core_features={order: "mine"})
    assert list(items(project, SCOPE, FEATURES)) == [count, order]
    assert report in row_of(project, SCOPE).superseded_items


def test_what_is_kept_stands_after_what_it_followed_in_the_order_of_the_new_version(
    project: Project,
) -> None:
    count, order, report = items(project, SCOPE, FEATURES)
    propose(project, SCOPE, scope(C, D, A))
    decide(project, SCOPE, core_features={order: "mine", count: "new", report: "new"})
    assert list(items(project, SCOPE, FEATURES).values()) == ["Report", "Scan", "Count", "Order"]


def test_an_item_can_keep_its_place(project: Project) -> None:
    _count, _order, report = items(project, SCOPE, FEATURES)
    propose(project, SCOPE, scope(C, A, B, D))
    decide(project, SCOPE, core_features={report: "mine"})
    assert list(items(project, SCOPE, FEATURES).values()) == ["Count", "Order", "Report", "Scan"]


@pytest.mark.parametrize("choice", ["mine", "new"])
def test_the_same_choice_for_every_item_is_that_choice_for_the_section(
    project: Project, choice: Choice
) -> None:
    before = row_of(project, SCOPE).current_content or {}
    propose(project, SCOPE, scope(D, feature("Order", "New."), A))
    proposal = waiting(project, SCOPE)
    decide(project, SCOPE, core_features=dict.fromkeys(proposal.items[FEATURES], choice))
    version = {"mine": before, "new": proposal.content.model_dump(mode="json")}[choice]
    after = row_of(project, SCOPE)
    assert (after.current_content or {})[FEATURES] == version[FEATURES]
    assert (FEATURES in after.edited_sections) == (choice == "mine")


def test_a_choice_for_the_section_stands_above_those_for_its_items(project: Project) -> None:
    before = items(project, SCOPE, FEATURES)
    propose(project, SCOPE, scope(D))
    new = list(waiting(project, SCOPE).items[FEATURES])[-1]
    decide(project, SCOPE, {FEATURES: "mine"}, core_features={new: "new"})
    assert items(project, SCOPE, FEATURES) == before


def test_taking_the_edit_back_leads_to_what_was_newly_generated(project: Project) -> None:
    count, order, report = items(project, SCOPE, FEATURES)
    propose(project, SCOPE, scope(D, feature("Order", "New.")))
    new = waiting(project, SCOPE).content.model_dump(mode="json")[FEATURES]
    decide(project, SCOPE, core_features={count: "mine", order: "mine", report: "mine"})
    revert_section(row_of(project, SCOPE), section=FEATURES, **hand(project))
    after = row_of(project, SCOPE)
    assert (after.current_content or {})[FEATURES] == new
    assert after.edited_sections == {}


def test_items_that_were_added_or_moved_by_hand_are_kept_by_the_preset(project: Project) -> None:
    count, _order, report = items(project, SCOPE, FEATURES)
    added = add_item(
        row_of(project, SCOPE), section=FEATURES, values=feature("Mine"), **hand(project)
    ).id
    move_item(row_of(project, SCOPE), section=FEATURES, item_id=report, by=-2, **hand(project))
    propose(project, SCOPE, scope(A, B, C, D))
    preset = waiting(project, SCOPE).items[FEATURES]
    assert {item_id for item_id, choice in preset.items() if choice == "mine"} == {
        count,
        report,
        added,
    }
    decide(project, SCOPE)
    assert list(items(project, SCOPE, FEATURES).values()) == [
        "Report",
        "Count",
        "Order",
        "Mine",
        "Scan",
    ]


def test_an_item_that_was_taken_out_does_not_come_back_by_the_preset(project: Project) -> None:
    content: Any = row_of(project, SCOPE).content
    report = content.core_features[2]
    delete_item(
        row_of(project, SCOPE),
        section=FEATURES,
        item_id=report.id,
        base=fingerprint(report),
        **hand(project),
    )
    propose(project, SCOPE, scope(A, B, C, D))
    decide(project, SCOPE)
    assert list(items(project, SCOPE, FEATURES).values()) == ["Count", "Order", "Scan"]


def test_at_least_one_must_stay_where_the_schema_says_so(project: Project) -> None:
    ids = list(items(project, SCOPE, FEATURES))
    propose(project, SCOPE, scope(D))
    choices: dict[str, Choice] = {
        **dict.fromkeys(ids, "new"),
        list(waiting(project, SCOPE).items[FEATURES])[-1]: "mine",
    }
    before = row_of(project, SCOPE)
    with pytest.raises(InvalidChoice) as refused:
        decide(project, SCOPE, core_features=choices)
    assert refused.value.problems == {FEATURES: ["Core features: At least 1 entry must stay here."]}
    after = row_of(project, SCOPE)
    assert (after.current_content, after.proposal) == (before.current_content, before.proposal)


# What changes while it waits


def test_a_decision_about_another_new_version_is_not_taken(project: Project, founder: User) -> None:
    propose(project, SCOPE, scope(A, B, D))
    base = waiting(project, SCOPE).base
    propose(project, SCOPE, scope(A, B, feature("Something else")))
    with pytest.raises(StaleUpdate):
        decide_proposal(
            row_of(project, SCOPE),
            choices=Choices(),
            base=base,
            decider=founder,
            tier=Tier.CTO_SCALE,
        )


def test_a_decision_made_under_another_tier_is_not_taken(project: Project) -> None:
    propose(project, SCOPE, scope(A))
    with pytest.raises(StaleUpdate):
        decide(project, SCOPE, tier=Tier.PARTNER, seen_by=Tier.CTO_SCALE)
    assert row_of(project, SCOPE).proposal is not None


def test_an_item_that_is_not_there_is_not_decided_on(project: Project) -> None:
    propose(project, SCOPE, scope(A))
    with pytest.raises(StaleUpdate):
        decide(project, SCOPE, core_features={"F-99": "new"})


def test_an_item_that_is_edited_while_it_waits_is_kept_from_then_on(project: Project) -> None:
    order = first(project, 1)
    propose(project, SCOPE, scope(A, feature("Order", "New.")))
    change(project, SCOPE, FEATURES, order, description="Mine too.")
    assert waiting(project, SCOPE).items[FEATURES][order] == "mine"
    decide(project, SCOPE)
    assert described(project)[order] == "Mine too."
