"""What a service for errors is sent, where one is named: where it broke, and nothing that anybody
wrote.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import sentry_sdk
from django.test import Client
from django.urls import reverse
from sentry_sdk.transport import Transport

from artifacts.models import Project
from artifacts.monitoring.context import bound
from artifacts.monitoring.error_reports import report_errors
from artifacts.views import projects

logger = logging.getLogger("artifacts.tests")

PLANTED = "PLANTED founder's text"


class Kept(Transport):
    """Keeps what would be sent."""

    def __init__(self) -> None:
        super().__init__({})
        self.events: list[dict[str, Any]] = []

    def capture_envelope(self, envelope: Any) -> None:
        event = envelope.get_event()
        if event is not None:
            self.events.append(event)


@pytest.fixture
def service(settings: Any) -> Iterator[Kept]:
    settings.SENTRY_DSN = "https://key@errors.example/1"
    kept = Kept()
    assert report_errors(transport=kept)
    yield kept
    # Without integrations: all that are found would be turned on, for the rest of the run.
    sentry_sdk.init(default_integrations=False, auto_enabling_integrations=False)


def test_nothing_is_reported_unless_a_service_is_named() -> None:
    assert not report_errors()


def test_a_report_says_what_broke_where_and_in_which_request(service: Kept) -> None:
    with bound(is_fresh=True, request_id="r-1", attempt_id=7):
        try:
            raise KeyError(PLANTED)
        except KeyError:
            logger.exception("Could not take up a cascade of project %s", PLANTED)
    (event,) = service.events
    assert event["tags"] == {"request_id": "r-1", "attempt_id": "7"}
    assert event["logentry"]["message"] == "Could not take up a cascade of project %s"
    (error,) = event["exception"]["values"]
    assert (error["type"], error["value"]) == ("KeyError", "")
    assert (
        error["stacktrace"]["frames"][-1]["function"]
        == "test_a_report_says_what_broke_where_and_in_which_request"
    )
    assert PLANTED not in json.dumps(event, default=str)


def test_a_message_without_anybodys_words_is_reported(service: Kept) -> None:
    try:
        raise FileNotFoundError(2, "No such file or directory", "/s/SECRET-TOKEN/")
    except OSError as error:
        try:
            raise ValueError(PLANTED) from error
        except ValueError:
            logger.exception("It broke")
    values = {one["type"]: one["value"] for one in service.events[0]["exception"]["values"]}
    assert values == {
        "FileNotFoundError": "[Errno 2] No such file or directory: '/s/*/'",
        "ValueError": "",
    }


@pytest.mark.django_db
def test_a_page_that_breaks_is_reported_without_what_was_sent(
    service: Kept, founder_client: Client, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: Any, **__: Any) -> None:
        raise ValueError(PLANTED)

    monkeypatch.setattr(projects, "render", break_down)
    founder_client.raise_request_exception = False
    page = reverse("project_detail", args=[project.pk])
    response = founder_client.get(
        page, {"q": PLANTED}, headers={"Referer": PLANTED, "User-Agent": PLANTED}
    )
    (event,) = service.events
    assert event["tags"]["request_id"] == response["X-Request-ID"]
    assert event["tags"]["project_id"] == str(project.pk)
    told = json.dumps(event, default=str)
    assert PLANTED not in told
    assert founder_client.cookies["sessionid"].value not in told


def test_warnings_are_not_reported(service: Kept) -> None:
    logger.warning("It is late")
    assert service.events == []
