"""Both versions of a document beside each other."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.generation.writer import write_claim
from artifacts.models import Project
from artifacts.runners.fake import RunnerFake
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.projects.lifecycle import answer_question
from artifacts.tests.support.factories import (
    PLAIN,
    ProjectFactory,
    claim_all,
    make_project,
    make_user,
)
from artifacts.tests.support.versions import OLD_BRIEF, brief, page, write_again, write_all_again
from artifacts.tiers import Tier

VIEWS = [{"view": view, "show": show} for view in ("side", "inline") for show in ("changed", "all")]


@pytest.fixture
def twice(written_project: Project) -> Project:
    """A project whose brief has two versions."""
    write_again(written_project)
    return written_project


def test_it_marks_the_words_that_changed_and_says_so_to_screen_readers(
    twice: Project, founder_client: Client
) -> None:
    shown = page(founder_client, "artifact_compare", twice, view="inline")
    assert '<del><span class="unseen"> [removed:] </span>One developer</del>' in shown
    assert '<ins><span class="unseen"> [added:] </span>Two developers</ins>' in shown


def test_side_by_side_each_version_has_only_its_own_words(
    twice: Project, founder_client: Client
) -> None:
    shown = page(founder_client, "artifact_compare", twice)
    assert "Before: version 1" in shown
    assert "Now: version 2" in shown
    assert "One developer</del> for eight weeks." in shown
    assert "Two developers</ins> for eight weeks." in shown


def test_it_begins_with_how_much_differs_and_leads_there(
    twice: Project, founder_client: Client
) -> None:
    shown = page(founder_client, "artifact_compare", twice)
    assert "Version 1 beside version 2." in shown
    assert "3 of 8 sections differ." in shown
    assert "1 entry added." in shown
    assert '<a href="#key_constraint">Key constraint</a>' in shown


def test_only_what_changed_is_shown_unless_everything_is_asked_for(
    twice: Project, founder_client: Client
) -> None:
    changed = page(founder_client, "artifact_compare", twice)
    assert "Owners of small shops." not in changed
    assert "1 more entry is the same in both." in changed
    assert "Owners of small shops." in page(founder_client, "artifact_compare", twice, show="all")


def test_a_switch_keeps_what_the_other_one_says(twice: Project, founder_client: Client) -> None:
    shown = page(founder_client, "artifact_compare", twice, view="inline", show="all")
    assert 'href="?view=side&amp;show=all"' in shown
    assert 'href="?view=inline&amp;show=changed"' in shown


def test_text_is_escaped(twice: Project, founder_client: Client) -> None:
    for query in VIEWS:
        shown = page(founder_client, "artifact_compare", twice, **query)
        assert "<script>alert" not in shown
        assert "&lt;script&gt;alert" in shown


def test_an_item_stands_beside_what_it_was(
    written_project: Project, founder_client: Client
) -> None:
    write_all_again(written_project)
    response = founder_client.get(
        reverse("artifact_compare", args=[written_project.pk, "mvp_scope"])
    )
    shown = response.content.decode()
    assert shown.count('<span class="item-id">F-1</span>') == 2
    assert shown.count(' class="compare-sides compare-row" data-change') == 2


def test_one_section_may_be_taken_over_unless_it_is_computed(
    written_project: Project, founder_client: Client
) -> None:
    slower = [{"title": "Count", "description": "We build [[F-1]].", "estimated_weeks": 9}]
    write_again(
        written_project,
        {**PLAIN[ArtifactType.MILESTONES], "milestones": slower},
        ArtifactType.MILESTONES,
    )
    shown = founder_client.get(
        reverse("artifact_compare", args=[written_project.pk, "milestones"])
    ).content.decode()
    assert "?section=milestones" in shown
    assert 'id="total_duration_weeks"' in shown
    assert "?section=total_duration_weeks" not in shown


def test_what_is_locked_is_counted_and_not_shown(twice: Project, founder_client: Client) -> None:
    shown = page(founder_client, "artifact_compare", twice, show="all")
    assert "SECRET-BUSINESS" in shown
    assert "SECRET-STRATEGIC" not in shown
    assert "One section that your plan does not open is left out here." in shown


@pytest.mark.parametrize("artifact_type", GENERATION_ORDER)
@pytest.mark.parametrize("name", ["artifact_compare", "artifact_restore"])
def test_a_lower_tier_sees_nothing_of_locked_sections_in_either_version(
    name: str, artifact_type: ArtifactType, client: Client, db: None
) -> None:
    founder = make_user(Tier.BOOTSTRAPPER)
    project = make_project(founder, written=True)
    write_all_again(project)
    client.force_login(founder)
    for query in VIEWS:
        shown = client.get(
            reverse(name, args=[project.pk, artifact_type.value]), query
        ).content.decode()
        assert "Again." in shown
        assert "SECRET" not in shown
        for section in artifact_type.content_class.access(Tier.BOOTSTRAPPER).locked:
            assert section.name not in shown


def test_with_one_version_it_says_when_there_will_be_something(
    written_project: Project, founder_client: Client
) -> None:
    assert "nothing to compare yet" in page(founder_client, "artifact_compare", written_project)


def test_without_any_version_it_says_so_too(project: Project, founder_client: Client) -> None:
    assert "This document is not written yet." in page(founder_client, "artifact_compare", project)


def test_two_versions_that_say_the_same_are_said_to(
    written_project: Project, founder_client: Client
) -> None:
    write_again(written_project, OLD_BRIEF)
    shown = page(founder_client, "artifact_compare", written_project)
    assert "Both say the same in the sections that your plan opens." in shown


def test_a_change_behind_the_gate_alone_is_none_for_this_reader(
    written_project: Project, founder_client: Client
) -> None:
    write_again(written_project, {**OLD_BRIEF, "competitive_strategy": "SECRET-STRATEGIC but new."})
    shown = page(founder_client, "artifact_compare", written_project)
    assert "Both say the same in the sections that your plan opens." in shown
    assert brief(written_project).content_version == 2


@pytest.mark.parametrize("artifact_type", GENERATION_ORDER)
def test_its_queries_are_few(
    artifact_type: ArtifactType,
    written_project: Project,
    founder_client: Client,
    django_assert_max_num_queries: Any,
) -> None:
    write_all_again(written_project)
    with django_assert_max_num_queries(8):
        founder_client.get(
            reverse("artifact_compare", args=[written_project.pk, artifact_type.value]),
            {"show": "all"},
        )


def test_both_versions_of_a_usual_document_make_a_small_page(client: Client, db: None) -> None:
    founder = make_user(Tier.CTO_SCALE)
    project = ProjectFactory.create(answered=True, owner=founder)
    write_claim(claim_all(project), runner=RunnerFake())
    answer_question(
        project, key="first_version", text="The rider books a time\nA mechanic comes to the door"
    )
    write_claim(claim_all(project), runner=RunnerFake())
    client.force_login(founder)
    for artifact_type in GENERATION_ORDER:
        response = client.get(
            reverse("artifact_compare", args=[project.pk, artifact_type.value]), {"show": "all"}
        )
        assert response.context["difference"].changed
        assert len(response.content) < 60_000
