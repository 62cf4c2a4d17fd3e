"""A new version that waits: both texts, and the decision section by section."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from artifacts.generation.claims import Edits
from artifacts.models import Project, User
from artifacts.tests.support.factories import claim_all, make_project, make_user
from artifacts.tests.support.versions import (
    NEW_BRIEF,
    OLD_BRIEF,
    brief,
    edit,
    page,
    text,
    url,
    write_again,
)
from artifacts.tiers import Tier

PROPOSAL = "artifact_proposal"
LIMIT, POINTS, PEOPLE = "key_constraint", "differentiation_points", "target_user"


@pytest.fixture
def waiting(written_project: Project, founder: User) -> Project:
    """A project whose edited brief has a new version waiting."""
    edit(written_project, founder, "My limit.")
    write_again(written_project, edits=Edits.REVIEW)
    return written_project


def opened(client: Client, project: Project) -> dict[str, str]:
    """Return what the form carries as the page is shown now."""
    context = client.get(url(PROPOSAL, project)).context
    seen = {f"seen-{name}": mark for name, mark in context["seen"].items()}
    return {"base": context["proposal"].base, **seen}


def decide(
    client: Client, project: Project, form: dict[str, str], decision: str = "choose", **choices: str
) -> Any:
    chosen = {f"choice-{name}": choice for name, choice in choices.items()}
    return client.post(
        url(PROPOSAL, project), {**form, **chosen, "decision": decision}, follow=True
    )


def test_it_shows_both_texts_with_mine_chosen_where_i_edited(
    waiting: Project, founder_client: Client
) -> None:
    shown = page(founder_client, PROPOSAL, waiting)
    assert 'name="choice-key_constraint" value="mine" checked' in shown
    assert 'name="choice-differentiation_points" value="new" checked' in shown
    assert "My limit</ins>." in shown
    assert "Two developers</ins> for eight weeks" in shown or "Two</ins>" in shown


def test_nothing_of_mine_is_shown_as_taken_out(waiting: Project, founder_client: Client) -> None:
    shown = page(founder_client, PROPOSAL, waiting)
    gone = re.findall(r"<del>.*?</del>", shown)
    assert gone
    assert not [text for text in gone if "My limit" in text]


def test_it_shows_what_i_had_changed_of_what_was_written_before(
    waiting: Project, founder_client: Client
) -> None:
    folded = page(founder_client, PROPOSAL, waiting).partition("What I had changed")[2]
    assert "One developer for eight weeks</del>" in folded
    assert "My limit</ins>" in folded


def test_what_is_the_same_is_one_line(waiting: Project, founder_client: Client) -> None:
    shown = page(founder_client, PROPOSAL, waiting)
    assert "choice-target_user" not in shown
    assert "Problem statement, Target user, Value proposition" in shown


def test_text_is_escaped(waiting: Project, founder_client: Client) -> None:
    shown = page(founder_client, PROPOSAL, waiting)
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert" in shown


def test_the_choice_is_stored_as_a_new_version(waiting: Project, founder_client: Client) -> None:
    form = opened(founder_client, waiting)
    response = decide(founder_client, waiting, form, differentiation_points="mine")
    assert "Saved as version 2." in response.content.decode()
    assert text(waiting) == "My limit."
    assert text(waiting, POINTS) == OLD_BRIEF[POINTS]
    assert text(waiting, "market_analysis") == NEW_BRIEF["market_analysis"]


def test_everything_new_can_be_taken_at_once(waiting: Project, founder_client: Client) -> None:
    decide(
        founder_client, waiting, opened(founder_client, waiting), "accept", key_constraint="mine"
    )
    assert text(waiting) == NEW_BRIEF[LIMIT]
    assert brief(waiting).edited_sections == {}


def test_everything_can_stay_as_it_is(waiting: Project, founder_client: Client) -> None:
    decide(founder_client, waiting, opened(founder_client, waiting), "reject")
    assert (text(waiting), brief(waiting).proposal) == ("My limit.", None)


@pytest.mark.parametrize("decision", ["choose", "accept", "reject"])
def test_a_newer_proposal_is_shown_before_anything_is_decided(
    waiting: Project, founder_client: Client, decision: str
) -> None:
    form = opened(founder_client, waiting)
    write_again(waiting, {**NEW_BRIEF, PEOPLE: "Yet other people."}, edits=Edits.REVIEW)
    response = decide(founder_client, waiting, form, decision)
    assert response.status_code == 409
    assert "Yet other people</ins>" in response.content.decode()
    assert brief(waiting).proposal is not None


def test_an_edit_made_meanwhile_is_shown_before_anything_is_decided(
    waiting: Project, founder: User, founder_client: Client
) -> None:
    form = opened(founder_client, waiting)
    edit(waiting, founder, "My people.", PEOPLE)
    response = decide(founder_client, waiting, form, key_constraint="new")
    assert response.status_code == 409
    assert "My people</ins>." in response.content.decode()
    assert [section.name for section in response.context["changed"]] == [PEOPLE]
    assert brief(waiting).version_number == 1


def test_choices_survive_a_conflict_and_can_be_saved_then(
    waiting: Project, founder: User, founder_client: Client
) -> None:
    form = opened(founder_client, waiting)
    edit(waiting, founder, "My people.", PEOPLE)
    shown = decide(
        founder_client, waiting, form, key_constraint="new", differentiation_points="mine"
    )
    assert 'name="choice-key_constraint" value="new" checked' in shown.content.decode()
    assert 'name="choice-differentiation_points" value="mine" checked' in shown.content.decode()
    again = {**form, "base": shown.context["proposal"].base}
    decide(founder_client, waiting, again, key_constraint="new", differentiation_points="mine")
    assert (text(waiting), text(waiting, PEOPLE)) == (NEW_BRIEF[LIMIT], "My people.")


def test_it_says_when_my_text_is_newer_and_where(
    waiting: Project, founder: User, founder_client: Client
) -> None:
    assert "Your text has changed since" not in page(founder_client, PROPOSAL, waiting)
    edit(waiting, founder, "My people.", PEOPLE)
    response = founder_client.get(url(PROPOSAL, waiting))
    assert "Your text has changed since this was written" in response.content.decode()
    assert [section.name for section in response.context["edited_since"]] == [PEOPLE]


def test_nothing_is_decided_while_a_newer_version_is_written(
    waiting: Project, founder_client: Client
) -> None:
    form = opened(founder_client, waiting)
    claim_all(waiting, edits=Edits.KEEP)
    response = decide(founder_client, waiting, form, key_constraint="new")
    assert response.status_code == 409
    assert 'name="choice-key_constraint" value="new" checked' in response.content.decode()
    assert brief(waiting).proposal


def test_a_lower_tier_sees_nothing_of_locked_sections(client: Client, db: None) -> None:
    founder = make_user(Tier.BOOTSTRAPPER)
    project = make_project(founder, written=True)
    edit(project, founder, "My limit.")
    edit(project, founder, "SECRET-BUSINESS of mine.", "market_analysis")
    write_again(project, edits=Edits.REVIEW)
    client.force_login(founder)
    shown = page(client, PROPOSAL, project)
    assert "My limit" in shown
    assert "SECRET" not in shown
    assert "market_analysis" not in shown
    assert "In the sections that your plan does not open, what you had edited stays" in shown


def test_a_choice_about_a_locked_section_is_not_taken(
    waiting: Project, founder_client: Client
) -> None:
    decide(founder_client, waiting, opened(founder_client, waiting), competitive_strategy="mine")
    assert text(waiting, "competitive_strategy") == NEW_BRIEF["competitive_strategy"]


def test_without_a_proposal_it_leads_back_to_the_document(
    written_project: Project, founder_client: Client
) -> None:
    response = founder_client.get(url(PROPOSAL, written_project), follow=True)
    assert "There is no longer a proposal to decide on." in response.content.decode()


def test_its_queries_are_few(
    waiting: Project, founder_client: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(8):
        page(founder_client, PROPOSAL, waiting)
