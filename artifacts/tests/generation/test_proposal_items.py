"""A new version that waits, decided item by item."""

from __future__ import annotations

from typing import Any

import pytest

from artifacts.diff.three_way import Choice
from artifacts.exceptions import InvalidChoice, StaleUpdate
from artifacts.generation.proposals import Choices, decide_proposal
from artifacts.models import Project, User
from artifacts.services.editing import add_item, delete_item, fingerprint, move_item
from artifacts.services.restoring import revert_section
from artifacts.tests.support.proposed import (
    MILESTONES,
    RISKS,
    SCOPE,
    change,
    decide,
    feature,
    items,
    log,
    milestone,
    plan,
    propose,
    risk,
    row,
    scope,
    waiting,
)
from artifacts.tests.support.versions import write_again
from artifacts.tiers import Tier

FEATURES, STEPS, TECHNICAL, MARKET = (
    "core_features",
    "milestones",
    "technical_risks",
    "market_risks",
)
A, B, C = (feature(name) for name in ("Count", "Order", "Report"))
D = feature("Scan", id="F-40")
MINE = "Mine, in my words."


def hand(project: Project) -> dict[str, Any]:
    return {"editor": project.owner, "tier": Tier.CTO_SCALE}


def described(project: Project) -> dict[str, str]:
    content: Any = row(project, SCOPE).content
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
    assert row(project, SCOPE).superseded_items[scan]["title"] == "Scan"
    added = add_item(row(project, SCOPE), section=FEATURES, values=feature("Mine"), **hand(project))
    assert added.id != scan


def test_an_item_that_the_new_version_drops_can_be_kept_or_let_go(project: Project) -> None:
    count, order, report = items(project, SCOPE, FEATURES)
    propose(project, SCOPE, scope(A))
    decide(project, SCOPE, core_features={order: "mine"})
    assert list(items(project, SCOPE, FEATURES)) == [count, order]
    assert report in row(project, SCOPE).superseded_items


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
    before = row(project, SCOPE).current_content or {}
    propose(project, SCOPE, scope(D, feature("Order", "New."), A))
    proposal = waiting(project, SCOPE)
    decide(project, SCOPE, core_features=dict.fromkeys(proposal.items[FEATURES], choice))
    version = {"mine": before, "new": proposal.content.model_dump(mode="json")}[choice]
    after = row(project, SCOPE)
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
    revert_section(row(project, SCOPE), section=FEATURES, **hand(project))
    after = row(project, SCOPE)
    assert (after.current_content or {})[FEATURES] == new
    assert after.edited_sections == {}


def test_items_that_were_added_or_moved_by_hand_are_kept_by_the_preset(project: Project) -> None:
    count, _order, report = items(project, SCOPE, FEATURES)
    added = add_item(
        row(project, SCOPE), section=FEATURES, values=feature("Mine"), **hand(project)
    ).id
    move_item(row(project, SCOPE), section=FEATURES, item_id=report, by=-2, **hand(project))
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
    content: Any = row(project, SCOPE).content
    report = content.core_features[2]
    delete_item(
        row(project, SCOPE),
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
    before = row(project, SCOPE)
    with pytest.raises(InvalidChoice) as refused:
        decide(project, SCOPE, core_features=choices)
    assert refused.value.problems == {FEATURES: ["Core features: At least 1 entry must stay here."]}
    after = row(project, SCOPE)
    assert (after.current_content, after.proposal) == (before.current_content, before.proposal)


# Links and circles


@pytest.fixture
def planned(written_project: Project) -> Project:
    """A project with milestones M-3 to M-5, each after the one before, the last one edited."""
    write_again(
        written_project,
        plan(milestone("Count"), milestone("Pilot", "M-1"), milestone("Launch", "M-2")),
        MILESTONES,
    )
    change(
        written_project,
        MILESTONES,
        STEPS,
        list(items(written_project, MILESTONES, STEPS))[2],
        description=MINE,
    )
    return written_project


def test_an_item_is_not_taken_without_what_it_links_to(planned: Project) -> None:
    propose(
        planned,
        MILESTONES,
        plan(
            milestone("Count"),
            milestone("Beta", "M-1", id="M-40"),
            milestone("Tour", "M-40", id="M-41"),
        ),
    )
    old = list(items(planned, MILESTONES, STEPS))
    beta, tour = (
        item_id for item_id in waiting(planned, MILESTONES).items[STEPS] if item_id not in old
    )
    with pytest.raises(InvalidChoice) as refused:
        decide(planned, MILESTONES, milestones={beta: "mine", tour: "new"})
    sentence = (
        f"{tour} “Tour” needs {beta} “Beta”, which you did not take. Take both, or leave both."
    )
    assert refused.value.problems == {STEPS: [sentence]}
    assert str(refused.value) == "What you chose does not fit together. Nothing was saved."
    assert row(planned, MILESTONES).proposal is not None


def test_an_item_is_not_kept_without_what_it_links_to(planned: Project) -> None:
    _count, pilot, launch = items(planned, MILESTONES, STEPS)
    propose(planned, MILESTONES, plan(milestone("Count")))
    with pytest.raises(InvalidChoice):
        decide(planned, MILESTONES, milestones={pilot: "new", launch: "mine"})


def test_the_preset_takes_what_a_kept_item_needs_too(planned: Project) -> None:
    count, pilot, launch = items(planned, MILESTONES, STEPS)
    propose(planned, MILESTONES, plan(milestone("Beta", id="M-40")))
    decide(planned, MILESTONES)
    assert {count, pilot, launch} < set(items(planned, MILESTONES, STEPS))


def test_items_do_not_come_to_depend_on_each_other_in_a_circle(planned: Project) -> None:
    count, pilot, launch = items(planned, MILESTONES, STEPS)
    propose(
        planned,
        MILESTONES,
        plan(milestone("Count", "M-3"), milestone("Pilot"), milestone("Launch", "M-2")),
    )
    with pytest.raises(InvalidChoice) as refused:
        decide(planned, MILESTONES, milestones={count: "new", pilot: "mine", launch: "mine"})
    [sentence] = refused.value.problems[STEPS]
    assert "would wait for each other in a circle" in sentence
    assert all(f"{item_id} “" in sentence for item_id in (count, pilot, launch))


def test_computed_sections_follow_from_what_was_taken(planned: Project) -> None:
    count, pilot, launch = items(planned, MILESTONES, STEPS)
    propose(
        planned, MILESTONES, plan(milestone("Count", weeks=9), milestone("Pilot", "M-1", weeks=9))
    )
    decide(planned, MILESTONES, milestones={count: "new", pilot: "mine", launch: "mine"})
    content: Any = row(planned, MILESTONES).content
    assert (content.critical_path, content.total_duration_weeks) == ([count, pilot, launch], 13)


def test_nothing_is_to_be_chosen_of_a_computed_section(planned: Project) -> None:
    propose(planned, MILESTONES, plan(milestone("Count")))
    with pytest.raises(InvalidChoice) as refused:
        decide(planned, MILESTONES, {"critical_path": "mine"})
    assert list(refused.value.problems) == ["critical_path"]


def test_a_link_that_led_nowhere_before_is_in_nobodys_way(planned: Project) -> None:
    content: Any = row(planned, MILESTONES).content
    first = content.milestones[0]
    delete_item(
        row(planned, MILESTONES),
        section=STEPS,
        item_id=first.id,
        base=fingerprint(first),
        **hand(planned),
    )
    propose(planned, MILESTONES, plan(milestone("Beta", id="M-40")))
    decide(planned, MILESTONES, {STEPS: "mine"})
    assert list(items(planned, MILESTONES, STEPS).values()) == ["Pilot", "Launch"]


# Items in several sections, some of them locked


@pytest.fixture
def logged(written_project: Project) -> Project:
    write_again(written_project, log([risk("Phones die")], [risk("Nobody pays")]), RISKS)
    first = next(iter(items(written_project, RISKS, TECHNICAL)))
    change(written_project, RISKS, TECHNICAL, first, description=MINE)
    return written_project


def test_an_item_kept_in_one_section_and_taken_in_another_has_two_ids(logged: Project) -> None:
    [dies] = items(logged, RISKS, TECHNICAL)
    propose(logged, RISKS, log([], [risk("Phones die"), risk("Nobody pays")]))
    decide(logged, RISKS, technical_risks={dies: "mine"}, market_risks={dies: "new"})
    [again, _pays] = items(logged, RISKS, MARKET)
    assert list(items(logged, RISKS, TECHNICAL)) == [dies]
    assert again != dies
    assert (row(logged, RISKS).current_content or {})[TECHNICAL][0]["description"] == MINE


def test_an_item_that_moves_to_another_section_keeps_its_id(logged: Project) -> None:
    [dies] = items(logged, RISKS, TECHNICAL)
    propose(logged, RISKS, log([], [risk("Phones die"), risk("Nobody pays")]))
    decide(logged, RISKS, technical_risks={dies: "new"}, market_risks={dies: "new"})
    assert items(logged, RISKS, TECHNICAL) == {}
    assert dies in items(logged, RISKS, MARKET)


def test_locked_sections_go_by_the_preset_and_no_message_names_their_items(logged: Project) -> None:
    [runs_out] = items(logged, RISKS, "financial_risks")
    change(logged, RISKS, "financial_risks", runs_out, description="SECRET-BUSINESS of mine.")
    new = log(
        [risk("New", "R-41", id="R-40")],
        [],
        financial_risks=[risk("SECRET-BUSINESS new", id="R-41")],
    )
    propose(logged, RISKS, new)
    wanted: dict[str, Choice] = {runs_out: "new"}
    decide(logged, RISKS, tier=Tier.BOOTSTRAPPER, financial_risks=wanted)
    content: Any = row(logged, RISKS).content
    assert [item.description for item in content.financial_risks] == ["SECRET-BUSINESS of mine."]
    assert [item.label for item in content.technical_risks] == ["Phones die", "New"]


# What changes while it waits


def test_a_decision_about_another_new_version_is_not_taken(project: Project, founder: User) -> None:
    propose(project, SCOPE, scope(A, B, D))
    base = waiting(project, SCOPE).base
    propose(project, SCOPE, scope(A, B, feature("Something else")))
    with pytest.raises(StaleUpdate):
        decide_proposal(
            row(project, SCOPE), choices=Choices(), base=base, decider=founder, tier=Tier.CTO_SCALE
        )


def test_a_decision_made_under_another_tier_is_not_taken(project: Project) -> None:
    propose(project, SCOPE, scope(A))
    with pytest.raises(StaleUpdate):
        decide(project, SCOPE, tier=Tier.PARTNER, seen_by=Tier.CTO_SCALE)
    assert row(project, SCOPE).proposal is not None


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
