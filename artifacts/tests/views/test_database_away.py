"""What founders get while the database does not answer: soon, in words, and with what they
typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from artifacts.models import Project
from artifacts.tests.support.log_lines import logged

WORDS = "Our database does not answer at the moment"


class Away:
    """As `connection.execute_wrapper` wants it: fails whatever is asked."""

    def __call__(self, *_: Any) -> Any:
        raise OperationalError("connection refused")


@pytest.fixture
def away(
    request: pytest.FixtureRequest, founder_client: Client, project: Project
) -> Iterator[Client]:
    founder_client.raise_request_exception = False
    with connection.execute_wrapper(Away()):
        yield founder_client


def test_a_page_says_so_and_when_to_come_back(away: Client, project: Project) -> None:
    response = away.get(reverse("project_detail", args=[project.pk]))
    assert response.status_code == 503
    assert response["Retry-After"] == "10"
    page = response.content.decode()
    assert WORDS in page
    assert "Sign in" not in page  # nobody knows whether somebody is


def test_it_is_said_in_german_too(away: Client, project: Project) -> None:
    response = away.get(
        reverse("project_detail", args=[project.pk]), headers={"Accept-Language": "de"}
    )
    assert 'lang="de"' in response.content.decode()
    assert WORDS not in response.content.decode()


def test_what_was_typed_comes_back_to_be_sent_again(away: Client, project: Project) -> None:
    address = reverse("section_edit", args=[project.pk, "brief", "target_user"])
    fields = {"target_user": "Mine is long and was typed.", "base": "0123456789abcdef"}
    response = away.post(address, fields, headers={"Origin": "http://testserver"})
    page = response.content.decode()
    assert response.status_code == 503
    assert "Mine is long and was typed." in page
    assert f'action="{address}"' in page
    assert 'name="csrfmiddlewaretoken" value=""' not in page
    assert "csrfmiddlewaretoken" in page


def test_another_site_learns_nothing_of_what_its_form_held(away: Client, project: Project) -> None:
    address = reverse("section_edit", args=[project.pk, "brief", "target_user"])
    response = away.post(
        address, {"target_user": "Theirs."}, headers={"Origin": "https://evil.example"}
    )
    assert "Theirs." not in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/accounts/login/", "/robots.txt", "/healthz"])
def test_what_needs_no_database_goes_on(path: str) -> None:
    with connection.execute_wrapper(Away()):
        assert Client().get(path).status_code == 200


def test_the_log_says_it_without_a_founders_text(away: Client, project: Project) -> None:
    with logged() as log:
        away.get(reverse("project_detail", args=[project.pk]))
    assert "OperationalError: connection refused" in log.text


def test_any_other_fault_is_still_one_of_ours(
    founder_client: Client, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("artifacts.views.projects.render", break_down)
    founder_client.raise_request_exception = False
    response = founder_client.get(reverse("project_detail", args=[project.pk]))
    assert response.status_code == 500
    assert "Something broke on our side" in response.content.decode()
