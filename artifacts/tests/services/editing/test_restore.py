"""The way back to the previous version, whole or by section."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.models import Project, User
from artifacts.schemas import ArtifactType
from artifacts.tests.support.factories import PLAIN, claim_all
from artifacts.tests.support.versions import OLD_BRIEF, brief, edit, page, text, url, write_again

RESTORE = "artifact_restore"
LIMIT = "key_constraint"


@pytest.fixture
def twice(written_project: Project) -> Project:
    """A project whose brief has two versions."""
    write_again(written_project)
    return written_project


def restore(client: Client, project: Project, section: str = "", **data: str) -> Any:
    """Press the button of the page as it is shown now."""
    shown = client.get(url(RESTORE, project), {"section": section})
    return client.post(
        url(RESTORE, project),
        {"section": section, "base": shown.context["base"], **data},
        follow=True,
    )


def test_it_asks_first_and_shows_what_would_come_back(
    twice: Project, founder_client: Client
) -> None:
    shown = page(founder_client, RESTORE, twice)
    assert "Product Brief: restore version 1?" in shown
    assert "One developer</ins>" in shown
    assert "also for the sections that your plan does not open" in shown
    assert "they are marked as out of date" in shown
    assert brief(twice).content_version == 2


def test_the_versions_change_places_and_the_page_says_what_to_do_next(
    twice: Project, founder_client: Client
) -> None:
    shown = restore(founder_client, twice).content.decode()
    assert (brief(twice).content_version, brief(twice).previous_version) == (1, 2)
    assert (
        "Version 1 is restored. Version 2 is the previous one now. Have a look at the later"
        " documents" in shown
    )


def test_it_can_be_done_again_the_other_way(twice: Project, founder_client: Client) -> None:
    restore(founder_client, twice)
    restore(founder_client, twice)
    assert (brief(twice).content_version, brief(twice).previous_version) == (2, 1)


def test_the_last_document_has_no_later_ones_to_look_at(
    written_project: Project, founder_client: Client
) -> None:
    write_again(written_project, PLAIN[ArtifactType.HOW_IT_WORKS], ArtifactType.HOW_IT_WORKS)
    shown = founder_client.get(
        reverse(RESTORE, args=[written_project.pk, "how_it_works"])
    ).content.decode()
    assert "How It Works: restore version 1?" in shown
    assert "marked as stale" not in shown


@pytest.mark.parametrize("base", ["1", "", "x"])
def test_a_page_that_is_out_of_date_changes_nothing(
    twice: Project, founder_client: Client, base: str
) -> None:
    response = restore(founder_client, twice, base=base)
    assert response.status_code == 409
    assert "This has changed since you opened the page." in response.content.decode()
    assert brief(twice).content_version == 2


def test_one_section_is_taken_over_as_an_edit(twice: Project, founder_client: Client) -> None:
    response = restore(founder_client, twice, LIMIT)
    assert (
        "“Key constraint” is as it was before. It counts as your edit" in response.content.decode()
    )
    assert response.redirect_chain[-1][0].endswith("#key_constraint")
    assert text(twice) == OLD_BRIEF[LIMIT]
    assert list(brief(twice).edited_sections) == [LIMIT]


def test_a_section_that_is_as_it_was_generated_again_is_not_called_an_edit(
    twice: Project, founder: User, founder_client: Client
) -> None:
    write_again(twice, OLD_BRIEF)
    write_again(twice, OLD_BRIEF)
    edit(twice, founder, "My limit.")
    shown = restore(founder_client, twice, LIMIT).content.decode()
    assert "which is also how we wrote it" in shown
    assert brief(twice).edited_sections == {}


def test_an_edit_that_would_be_replaced_is_named_first(
    twice: Project, founder: User, founder_client: Client
) -> None:
    warning = "What you wrote there is replaced and not kept anywhere else."
    assert warning not in page(founder_client, RESTORE, twice, section=LIMIT)
    edit(twice, founder, "My limit.")
    assert warning in page(founder_client, RESTORE, twice, section=LIMIT)
    assert warning not in page(founder_client, RESTORE, twice)


def test_an_edit_made_meanwhile_is_not_replaced_unseen(
    twice: Project, founder: User, founder_client: Client
) -> None:
    base = founder_client.get(url(RESTORE, twice), {"section": LIMIT}).context["base"]
    edit(twice, founder, "My limit.")
    response = restore(founder_client, twice, LIMIT, base=base)
    assert response.status_code == 409
    assert "My limit" in response.content.decode()
    assert text(twice) == "My limit."
    restore(founder_client, twice, LIMIT)
    assert text(twice) == OLD_BRIEF[LIMIT]


def test_a_section_that_says_the_same_in_both_offers_nothing_to_press(
    twice: Project, founder_client: Client
) -> None:
    shown = page(founder_client, RESTORE, twice, section="target_user")
    assert "there is nothing to take over" in shown
    assert "Take the section over" not in shown


@pytest.mark.parametrize("section", ["competitive_strategy", "nothing"])
def test_a_section_that_is_not_open_is_not_there(
    twice: Project, founder_client: Client, section: str
) -> None:
    assert founder_client.get(url(RESTORE, twice), {"section": section}).status_code == 404
    assert founder_client.post(url(RESTORE, twice), {"section": section}).status_code == 404


def test_a_computed_section_cannot_be_taken_over(
    written_project: Project, founder_client: Client
) -> None:
    address = reverse(RESTORE, args=[written_project.pk, "milestones"])
    assert founder_client.get(address, {"section": "critical_path"}).status_code == 404


def test_nothing_changes_while_a_new_version_is_written(
    twice: Project, founder_client: Client
) -> None:
    claim_all(twice)
    response = restore(founder_client, twice)
    assert response.status_code == 409
    assert "We are writing a new version" in response.content.decode()
    assert brief(twice).content_version == 2


def test_without_a_previous_version_it_leads_to_the_page_that_says_so(
    written_project: Project, founder_client: Client
) -> None:
    response = founder_client.post(url(RESTORE, written_project), {"base": "1"})
    assert response["Location"] == url("artifact_compare", written_project)


@pytest.mark.parametrize("section", ["", LIMIT])
def test_its_queries_are_few(
    section: str, twice: Project, founder_client: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(8):
        page(founder_client, RESTORE, twice, section=section)
