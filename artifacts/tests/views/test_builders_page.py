"""The page on which a founder chooses what builders get, and looks at it."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.exporters.builders import forms
from artifacts.models import Project
from artifacts.tests.support.factories import make_project, make_user
from artifacts.tiers import Tier
from artifacts.views.builders import with_code


def page_of(client: Client, project: Project, **query: str | list[str]) -> str:
    return client.get(reverse("project_builders", args=[project.pk]), query).content.decode()


def test_it_offers_every_form_and_chooses_the_usual_ones(
    written_project: Project, founder_client: Client
) -> None:
    page = page_of(founder_client, written_project)
    for form in forms():
        assert f'name="handover" value="{form.name}"' in page
    assert 'value="openspec" checked' in page
    assert 'value="gantt" checked' in page


def test_it_shows_files_and_how_to_use_them(
    written_project: Project, founder_client: Client
) -> None:
    page = page_of(founder_client, written_project)
    assert "<summary>AGENTS.md</summary>" in page
    assert "<code>npx @fission-ai/openspec validate --all --strict</code>" in page


def test_every_file_is_one_link_away(written_project: Project, founder_client: Client) -> None:
    page = page_of(founder_client, written_project, handover="all", start="2027-01-04")
    download = {"format": "builders", "handover": "all", "start": "2027-01-04"}
    made = founder_client.get(reverse("project_download", args=[written_project.pk]), download)
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        for path in archive.namelist():
            assert re.search(
                rf"<summary>{re.escape(path)}</summary>|<a href=[^>]+>{re.escape(path)}</a>", page
            ), path


def test_one_file_is_shown_as_a_whole(written_project: Project, founder_client: Client) -> None:
    page = page_of(founder_client, written_project, file="openspec/changes/m-1-count/tasks.md")
    assert "<details open>" in page
    assert "- [ ] 1.1 F-1.1: A count survives a lost connection" in page


def test_it_says_what_is_left_open(written_project: Project, founder_client: Client) -> None:
    page = page_of(founder_client, written_project)
    assert "When is F-2 Reorder list done?" in page
    assert "When is F-2 Reorder list built?" in page
    assert "When do we start?" in page
    assert "When do we start?" not in page_of(founder_client, written_project, start="2027-01-04")


def test_only_what_is_chosen_is_shown(written_project: Project, founder_client: Client) -> None:
    page = page_of(founder_client, written_project, handover=["none", "gantt"])
    assert "plan/plan.mmd" in page
    assert "AGENTS.md</summary>" not in page
    assert 'value="none" checked' in page


@pytest.mark.parametrize("handover", [["none"], ["none", "calendar"]])
def test_a_choice_without_files_is_said(
    handover: list[str], written_project: Project, founder_client: Client
) -> None:
    query = {"handover": handover}
    response = founder_client.get(reverse("project_builders", args=[written_project.pk]), query)
    assert response.status_code == 422
    assert "There are no files by this choice" in response.content.decode()
    query = {"format": ["builders"], "handover": handover}
    response = founder_client.get(reverse("project_download", args=[written_project.pk]), query)
    assert response.status_code == 422
    assert "There are no files by this choice" in response.content.decode()


@pytest.mark.parametrize(
    "query", [{"handover": "cobol"}, {"start": "soon"}, {"start": "9999-12-31"}]
)
def test_a_wrong_choice_is_said(
    query: dict[str, str], written_project: Project, founder_client: Client
) -> None:
    response = founder_client.get(reverse("project_builders", args=[written_project.pk]), query)
    assert response.status_code == 422
    assert "Please" in response.content.decode()


def test_a_project_of_which_nothing_is_written_says_so(
    project: Project, founder_client: Client
) -> None:
    response = founder_client.get(reverse("project_builders", args=[project.pk]))
    assert response.status_code == 200
    assert "nothing to build" in response.content.decode()


def test_it_is_downloaded_as_it_is_shown(written_project: Project, founder_client: Client) -> None:
    choice = {
        "format": "builders",
        "handover": ["none", "gantt", "calendar"],
        "start": "2027-01-04",
    }
    response = founder_client.get(reverse("project_download", args=[written_project.pk]), choice)
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        assert archive.namelist() == ["plan/milestones.ics", "plan/plan.mmd"]
        assert "2027-01-04" in archive.read("plan/plan.mmd").decode()


def test_what_the_tier_hides_is_not_shown(db: None) -> None:
    project = make_project(make_user(Tier.BOOTSTRAPPER), written=True)
    client = Client()
    client.force_login(project.owner)
    assert "SECRET" not in page_of(client, project, handover="all", file="AGENTS.md")


def test_the_page_follows_its_reader_and_the_files_their_documents(
    written_project: Project, founder_client: Client
) -> None:
    url = reverse("project_builders", args=[written_project.pk])
    page = founder_client.get(url, headers={"Accept-Language": "de"}).content.decode()
    assert "Offen gelassen" in page
    assert "Wann ist F-2 Reorder list fertig?" in page
    assert "## Build in this order" in page


def test_code_in_a_sentence_is_text_too() -> None:
    assert with_code("run `a <b>` & go") == "run <code>a &lt;b&gt;</code> &amp; go"
