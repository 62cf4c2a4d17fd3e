"""The page on which a waiting version is decided item by item."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.models import Project, User
from artifacts.services.editing.manual_edits import add_item, delete_item, fingerprint
from artifacts.tests.support.factories import make_project, make_user
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
    scope,
    waiting,
)
from artifacts.tests.support.rows import row_of
from artifacts.tests.support.versions import edit, write_again
from artifacts.tiers import Tier

FEATURES, STEPS = "core_features", "milestones"


def url(project: Project, name: str = "mvp_scope") -> str:
    return reverse("artifact_proposal", args=[project.pk, name])


@pytest.fixture
def project(written_project: Project, founder: User) -> Project:
    """A scope in which one feature of four was edited and one added, and of which a new version
    waits.
    """
    write_again(written_project, scope(*map(feature, ("Count", "Order", "Report", "Print"))), SCOPE)
    count = next(iter(items(written_project, SCOPE, FEATURES)))
    change(written_project, SCOPE, FEATURES, count, description="Mine, in my words.")
    add_item(
        row_of(written_project, SCOPE),
        section=FEATURES,
        values=feature("By voice"),
        editor=founder,
        tier=Tier.PARTNER,
    )
    new = feature("Scan <b>it</b>", id="F-40")
    propose(
        written_project,
        SCOPE,
        scope(feature("Print"), feature("Count", "New words."), feature("Order", "New."), new),
    )
    return written_project


def named(project: Project) -> dict[str, str]:
    """Return the ids of all features on the page by the first word of their names."""
    every = items(project, SCOPE, FEATURES) | {
        i.id: i.label for _, i in waiting(project, SCOPE).content.items()
    }
    return {title.split()[0]: item_id for item_id, title in every.items()}


def carried(client: Client, project: Project, name: str = "mvp_scope") -> dict[str, str]:
    """Return all that a browser would send of the form as it is shown."""
    shown = client.get(url(project, name)).content.decode()
    hidden = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', shown)
    chosen = re.findall(r'type="radio" name="([^"]+)" value="([^"]+)" checked', shown)
    return dict([*hidden, *chosen])


def send(client: Client, project: Project, form: dict[str, str], name: str = "mvp_scope") -> Any:
    return client.post(url(project, name), {"decision": "choose", **form}, follow=True)


def block(client: Client, project: Project, item_id: str) -> str:
    """Return the part of the page about one feature."""
    shown = client.get(url(project)).content.decode()
    return shown.partition(f'id="{FEATURES}-{item_id}"')[2].partition('class="compare-pick"')[0]


def test_an_edited_item_shows_what_was_generated_mine_and_the_new_one(
    project: Project, founder_client: Client
) -> None:
    shown = block(founder_client, project, named(project)["Count"])
    labels = re.findall(r'class="compare-side">([^<]+)<', shown)
    assert labels == ["Last generated", "Mine", "New"]
    assert ["We do it" in part for part in shown.split('class="compare-side"')[1:]] == [
        True,
        False,
        False,
    ]
    assert "Mine, in my" in shown
    assert re.search(r'value="mine" checked><span>Keep mine<', shown)


@pytest.mark.parametrize(
    ("name", "mine", "new"),
    [
        ("Order", "Keep the current text", "Take the new one"),
        ("Report", "Keep it", "Let it go"),
        ("Scan", "Leave it out", "Take it in"),
        ("Print", "Keep its place", "Move it"),
    ],
)
def test_what_can_be_done_with_an_item_is_said_in_words(
    project: Project, founder_client: Client, name: str, mine: str, new: str
) -> None:
    shown = block(founder_client, project, named(project)[name])
    assert re.findall(r'value="(?:mine|new)"[^>]*><span>([^<]+)<', shown) == [mine, new]
    assert re.search(r'value="new" checked', shown)


def test_an_item_that_moves_says_from_where_to_where(
    project: Project, founder_client: Client
) -> None:
    shown = block(founder_client, project, named(project)["Print"])
    assert re.findall(r"Place \d of \d", shown) == ["Place 4 of 5", "Place 1 of 4"]


def test_an_item_that_was_taken_out_by_hand_is_left_out_and_says_so(
    written_project: Project, founder: User, founder_client: Client
) -> None:
    content: Any = row_of(written_project, SCOPE).content
    gone = content.core_features[1]
    where: dict[str, Any] = {"section": FEATURES, "editor": founder, "tier": Tier.PARTNER}
    delete_item(row_of(written_project, SCOPE), item_id=gone.id, base=fingerprint(gone), **where)
    propose(written_project, SCOPE, scope(feature("Shelf count"), feature("Reorder list")))
    again = named(written_project)["Reorder"]
    shown = block(founder_client, written_project, again)
    assert again != gone.id
    assert re.search(r'value="mine" checked><span>Leave it out<', shown)
    assert "You had taken this out." in shown


def test_text_of_items_is_escaped(project: Project, founder_client: Client) -> None:
    shown = founder_client.get(url(project)).content.decode()
    assert "<b>it" not in shown
    assert "&lt;b&gt;it" in shown


def test_the_form_as_it_is_shown_stores_the_preset(
    project: Project, founder_client: Client
) -> None:
    form = carried(founder_client, project)
    assert form[f"choice-{FEATURES}"] == "each"
    assert "Saved as version 3." in send(founder_client, project, form).content.decode()
    titles = list(items(project, SCOPE, FEATURES).values())
    assert titles == ["Print", "Count", "Order", "By voice", "Scan <b>it</b>"]
    content: Any = row_of(project, SCOPE).content
    assert [one.description for one in content.core_features][1:3] == ["Mine, in my words.", "New."]


def test_one_item_is_taken_and_another_left(project: Project, founder_client: Client) -> None:
    ids = named(project)
    choices = {
        f"choice-{FEATURES}-{ids['Scan']}": "mine",
        f"choice-{FEATURES}-{ids['Report']}": "mine",
    }
    send(founder_client, project, {**carried(founder_client, project), **choices})
    assert "Scan <b>it</b>" not in items(project, SCOPE, FEATURES).values()
    assert ids["Report"] in items(project, SCOPE, FEATURES)


def test_the_whole_section_can_be_chosen_at_once(project: Project, founder_client: Client) -> None:
    before = items(project, SCOPE, FEATURES)
    send(
        founder_client, project, {**carried(founder_client, project), f"choice-{FEATURES}": "mine"}
    )
    assert items(project, SCOPE, FEATURES) == before
    assert row_of(project, SCOPE).version_number == 3


def test_everything_new_is_taken_whatever_was_chosen_for_items(
    project: Project, founder_client: Client
) -> None:
    new = waiting(project, SCOPE).content.model_dump(mode="json")
    founder_client.post(url(project), {**carried(founder_client, project), "decision": "accept"})
    assert row_of(project, SCOPE).current_content == new
    assert row_of(project, SCOPE).edited_sections == {}


def test_a_combination_that_does_not_fit_hands_the_choices_back(
    written_project: Project, founder_client: Client
) -> None:
    write_again(written_project, plan(milestone("Count"), milestone("Pilot", "M-1")), MILESTONES)
    count, pilot = items(written_project, MILESTONES, STEPS)
    change(written_project, MILESTONES, STEPS, count, description="Mine.")
    propose(
        written_project,
        MILESTONES,
        plan(milestone("Count"), milestone("Beta", id="M-40"), milestone("Tour", "M-40")),
    )
    beta = next(
        i.id for _, i in waiting(written_project, MILESTONES).content.items() if i.label == "Beta"
    )
    form = carried(founder_client, written_project, "milestones") | {
        f"choice-{STEPS}-{beta}": "mine"
    }
    response = send(founder_client, written_project, form, "milestones")
    shown = response.content.decode()
    assert response.status_code == 422
    assert f"needs {beta} “Beta”, which you did not take." in shown
    assert 'href="#milestones"' in shown
    assert f'name="choice-{STEPS}-{beta}" value="mine" checked' in shown
    assert row_of(written_project, MILESTONES).proposal is not None
    assert pilot in items(written_project, MILESTONES, STEPS)


def test_choices_for_items_survive_a_conflict(project: Project, founder_client: Client) -> None:
    ids = named(project)
    form = {**carried(founder_client, project), f"choice-{FEATURES}-{ids['Scan']}": "mine"}
    change(project, SCOPE, FEATURES, ids["Order"], description="Mine too.")
    response = send(founder_client, project, form)
    assert response.status_code == 409
    assert (
        f'name="choice-{FEATURES}-{ids["Scan"]}" value="mine" checked' in response.content.decode()
    )
    assert [section.name for section in response.context["changed"]] == [FEATURES]


def test_a_new_version_that_took_the_place_of_the_one_shown_is_looked_at_first(
    project: Project, founder_client: Client
) -> None:
    form = carried(founder_client, project)
    propose(
        project,
        SCOPE,
        scope(feature("Count", "Anything-but-that."), feature("Order"), feature("Report")),
    )
    response = send(founder_client, project, form)
    assert response.status_code == 409
    assert "Anything-but-that" in response.content.decode()
    assert [section.name for section in response.context["changed"]] == [FEATURES]


def test_a_plan_that_changed_meanwhile_is_named(
    project: Project, founder: User, founder_client: Client
) -> None:
    form = carried(founder_client, project)
    User.objects.filter(pk=founder.pk).update(tier=Tier.CTO_SCALE.value)
    response = send(founder_client, project, form)
    assert response.status_code == 409
    assert "Your plan has changed since you opened the page" in response.content.decode()
    assert row_of(project, SCOPE).proposal is not None


def test_it_says_what_has_changed_upstream_since_it_was_written(
    project: Project, founder: User, founder_client: Client
) -> None:
    sentence = "What the new version was written from has changed since."
    assert sentence not in founder_client.get(url(project)).content.decode()
    edit(project, founder, "Another limit.")
    shown = founder_client.get(url(project)).content.decode()
    assert sentence in shown
    assert "Product Brief: Key constraint" in shown


def test_a_lower_tier_sees_and_chooses_no_item_of_a_locked_section(
    client: Client, db: None
) -> None:
    founder = make_user(Tier.BOOTSTRAPPER)
    project = make_project(founder, written=True)
    [runs_out] = items(project, RISKS, "financial_risks")
    change(project, RISKS, "financial_risks", runs_out, description="SECRET-BUSINESS of mine.")
    change(project, RISKS, "technical_risks", "R-1", description="My own words.")
    propose(
        project,
        RISKS,
        log([risk("Lost counts")], [], financial_risks=[risk("SECRET-BUSINESS new", id="R-40")]),
    )
    client.force_login(founder)
    shown = client.get(url(project, "risk_log")).content.decode()
    assert "My own words" in shown
    assert "SECRET" not in shown
    assert "financial_risks" not in shown
    form = {**carried(client, project, "risk_log"), f"choice-financial_risks-{runs_out}": "new"}
    send(client, project, form, "risk_log")
    content: Any = row_of(project, RISKS).content
    assert [one.description for one in content.financial_risks] == ["SECRET-BUSINESS of mine."]


def test_a_section_whose_items_stand_elsewhere_by_an_earlier_choice_is_shown(
    written_project: Project, founder_client: Client
) -> None:
    write_again(written_project, log([risk("Phones die")], []), RISKS)
    [dies] = items(written_project, RISKS, "technical_risks")
    change(written_project, RISKS, "technical_risks", dies, description="Mine.")
    propose(written_project, RISKS, log([], [risk("Phones die"), risk("Nobody pays", id="R-40")]))
    decide(written_project, RISKS, technical_risks={dies: "mine"}, market_risks={dies: "mine"})
    propose(written_project, RISKS, log([risk("Phones die")], []))
    assert founder_client.get(url(written_project, "risk_log")).status_code == 200


def test_its_queries_are_few(
    project: Project, founder_client: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(8):
        founder_client.get(url(project))
