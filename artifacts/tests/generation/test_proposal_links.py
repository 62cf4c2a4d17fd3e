"""Items of a new version that need each other, or that are in several sections."""

from __future__ import annotations

from typing import Any

import pytest

from artifacts.diff.three_way import Choice
from artifacts.exceptions import InvalidChoice
from artifacts.models import Project
from artifacts.services.editing.manual_edits import delete_item, fingerprint
from artifacts.tests.support.edits import hand
from artifacts.tests.support.proposed import (
    MILESTONES,
    RISKS,
    change,
    decide,
    items,
    log,
    milestone,
    plan,
    propose,
    risk,
    waiting,
)
from artifacts.tests.support.rows import row_of
from artifacts.tests.support.versions import write_again
from artifacts.tiers import Tier

STEPS, TECHNICAL, MARKET = "milestones", "technical_risks", "market_risks"
MINE = "Mine, in my words."


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
    assert row_of(planned, MILESTONES).proposal is not None


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
    content: Any = row_of(planned, MILESTONES).content
    assert (content.critical_path, content.total_duration_weeks) == ([count, pilot, launch], 13)


def test_nothing_is_to_be_chosen_of_a_computed_section(planned: Project) -> None:
    propose(planned, MILESTONES, plan(milestone("Count")))
    with pytest.raises(InvalidChoice) as refused:
        decide(planned, MILESTONES, {"critical_path": "mine"})
    assert list(refused.value.problems) == ["critical_path"]


def test_a_link_that_led_nowhere_before_is_in_nobodys_way(planned: Project) -> None:
    content: Any = row_of(planned, MILESTONES).content
    first = content.milestones[0]
    delete_item(
        row_of(planned, MILESTONES),
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
    assert (row_of(logged, RISKS).current_content or {})[TECHNICAL][0]["description"] == MINE


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
    content: Any = row_of(logged, RISKS).content
    assert [item.description for item in content.financial_risks] == ["SECRET-BUSINESS of mine."]
    assert [item.label for item in content.technical_risks] == ["Phones die", "New"]
