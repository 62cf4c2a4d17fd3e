"""Pages that hand documents over say how many of them are out of date, and lead to each."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.models import Project
from artifacts.services.documents.status import project_status, stale_types
from artifacts.services.projects.lifecycle import answer_question

PAGES = ("project_export", "project_builders", "project_share", "share_new")


@pytest.mark.parametrize("name", PAGES)
def test_it_counts_them_and_leads_to_each(
    name: str, written_project: Project, founder_client: Client
) -> None:
    answer_question(written_project, key="price", text="Another price: 7 euros a month")
    project = Project.objects.get(pk=written_project.pk)
    stale = stale_types(project_status(project, now=timezone.now()))
    assert stale
    shown = founder_client.get(reverse(name, args=[project.pk])).content.decode()
    assert ("One document is" if len(stale) == 1 else f"{len(stale)} documents are") in shown
    for kind in stale:
        assert f'href="{reverse("artifact_detail", args=[project.pk, kind.value])}"' in shown


@pytest.mark.parametrize("name", PAGES)
def test_it_says_nothing_where_none_is(
    name: str, written_project: Project, founder_client: Client
) -> None:
    shown = founder_client.get(reverse(name, args=[written_project.pk])).content.decode()
    assert "out of date" not in shown
