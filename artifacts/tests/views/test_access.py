"""Rule I-9 for every URL that names a project, found in the URL configuration: no new page can be
forgotten.
"""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.models import Project
from artifacts.tests.support.pages import NAMES, url

METHODS = ("get", "post")


@pytest.mark.parametrize("method", METHODS)
def test_a_stranger_gets_404_everywhere(
    method: str, written_project: Project, stranger_client: Client
) -> None:
    before = list(written_project.artifacts.values())
    wrong = []
    for name in NAMES:
        response = getattr(stranger_client, method)(url(name, written_project))
        is_refused = response.status_code == 404 or (
            response.status_code == 405 and not response.content
        )
        if (
            not is_refused
            or written_project.name.encode() in response.content
            or list(written_project.artifacts.values()) != before
        ):
            wrong.append(name)
    assert wrong == []


@pytest.mark.parametrize("method", METHODS)
def test_a_visitor_who_is_not_signed_in_is_sent_to_sign_in(
    method: str, written_project: Project
) -> None:
    wrong = []
    for name in NAMES:
        response = getattr(Client(), method)(url(name, written_project))
        is_sent = response.status_code == 302 and response["Location"].startswith(
            reverse("account_login")
        )
        if not is_sent:
            wrong.append(name)
    assert wrong == []


@pytest.mark.parametrize("name", ["project_list", "project_new"])
def test_pages_without_a_project_need_a_founder_too(name: str, db: None) -> None:
    assert Client().get(reverse(name))["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize(
    "name", ["project_detail", "artifact_detail", "artifact_compare", "project_assumptions"]
)
def test_browsers_keep_no_copy_of_what_only_shows(
    name: str, written_project: Project, founder_client: Client
) -> None:
    response = founder_client.get(url(name, written_project))
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("name", ["artifact_detail", "artifact_compare"])
def test_a_document_type_that_does_not_exist_is_404(
    name: str, project: Project, founder_client: Client
) -> None:
    assert founder_client.get(reverse(name, args=[project.pk, "weather"])).status_code == 404
