"""The log leads from a request to the documents that it ordered, and tells neither secrets nor what
founders wrote.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

import pytest
from django.db import DataError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.generation.claims import Outcome
from artifacts.generation.leases import LEASE
from artifacts.generation.recovery import resume_abandoned
from artifacts.generation.writer import write_claim
from artifacts.models import GenerationAttempt, Project, User
from artifacts.monitoring import masking
from artifacts.monitoring.context import add, bound, current_ids, new_order, request_of
from artifacts.monitoring.formatters import TextFormatter
from artifacts.runners.base import PermanentRunnerError, RunnerError
from artifacts.schemas import ArtifactType
from artifacts.services.sharing.links import link_token, make_link
from artifacts.tests.support.factories import PLAIN, StubRunner, claim_all, make_project
from artifacts.tests.support.log_lines import logged
from artifacts.tiers import Tier
from artifacts.views import projects

logger = logging.getLogger("artifacts.tests")

PLANTED = "PLANTED founder's text"


def order(client: Client, project: Project) -> str:
    """Order all documents, and return the id of that request."""
    return client.post(reverse("project_generate", args=[project.pk]), {"scope": "all"})[
        "X-Request-ID"
    ]


# Ids


def test_ids_are_those_of_the_block_that_a_line_is_logged_in() -> None:
    with logged() as log, bound(is_fresh=True, request_id="r-1"):
        with bound(project_id="p-1", artifact_id=None):
            logger.info("inside")
            add(attempt_id=7)
        logger.info("outside")
    inside, outside = log.saying("inside"), log.saying("outside")
    assert (inside[0]["request_id"], inside[0]["project_id"]) == ("r-1", "p-1")
    assert "artifact_id" not in inside[0]
    assert "project_id" not in outside[0]
    assert current_ids() == {}


@pytest.mark.django_db(transaction=True)
def test_a_request_is_followed_from_the_page_to_each_document(
    project: Project, founder_client: Client
) -> None:
    with logged() as log:
        request_id = order(founder_client, project)
    ended = log.saying("Ended ")
    attempts = GenerationAttempt.objects.order_by("pk")
    assert [line["attempt_id"] for line in ended] == [str(attempt.pk) for attempt in attempts]
    assert {
        line["request_id"]
        for line in [*ended, *log.saying("Claimed"), *log.saying("POST /projects")]
    } == {request_id}
    assert {line["project_id"] for line in ended} == {str(project.pk)}
    assert [line["artifact_id"] for line in ended] == [
        str(attempt.artifact_id) for attempt in attempts
    ]
    assert {attempt.request_id for attempt in attempts} == {request_id}
    assert {line["outcome"] for line in ended} == {"stored"}
    assert all(isinstance(line["seconds"], float) for line in ended)


@pytest.mark.django_db(transaction=True)
def test_what_another_worker_takes_up_is_still_of_the_first_request(project: Project) -> None:
    with bound(request_id="the-first-request"):
        claim_all(project)
    project.artifacts.update(begun_at=timezone.now())
    taken_up: list[Any] = []
    with logged() as log:
        resume_abandoned(deliver=taken_up.append, now=timezone.now() + LEASE + timedelta(seconds=1))
        write_claim(taken_up[0], runner=StubRunner())
    assert log.saying("Taking up")[0]["request_id"] == "the-first-request"
    assert {line["request_id"] for line in log.saying("Ended ")} == {"the-first-request"}
    assert GenerationAttempt.objects.filter(outcome=Outcome.ABANDONED).count() == 1


@pytest.mark.parametrize("told", ["an-id-of-the-proxy", ""])
def test_an_id_of_the_proxy_is_kept_where_the_proxy_is_trusted(
    told: str, settings: Any, client: Client
) -> None:
    settings.BEHIND_PROXY = True
    answered = client.get("/robots.txt", headers={"X-Request-ID": told})["X-Request-ID"]
    assert answered == told if told else len(answered) == 32


@pytest.mark.parametrize(
    "told", ["short", "x" * 65, "two words of it", "line\nbreak-in-it", "<script>alert(1)"]
)
def test_an_id_that_is_none_is_replaced(told: str, settings: Any, client: Client) -> None:
    settings.BEHIND_PROXY = True
    assert client.get("/robots.txt", headers={"X-Request-ID": told})["X-Request-ID"] != told


def test_a_visitor_gives_no_id(client: Client) -> None:
    assert (
        client.get("/robots.txt", headers={"X-Request-ID": "an-id-of-a-visitor"})["X-Request-ID"]
        != "an-id-of-a-visitor"
    )


def test_an_order_of_questions_says_which_request_it_came_from() -> None:
    with bound(request_id="0123456789abcdef"):
        one, other = new_order(), new_order()
    assert one != other
    assert request_of(one) == request_of(other) == "0123456789abcdef"
    assert request_of("an order of an older build") == ""


def test_lines_for_people_have_the_ids_in_brackets() -> None:
    with logged(TextFormatter()) as log, bound(is_fresh=True, request_id="r-1", project_id="p-1"):
        logger.warning("Something %s", "odd")
    assert log.text.endswith(
        "WARNING artifacts.tests Something odd [request_id=r-1 project_id=p-1]\n"
    )


# What is never told


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/s/SECRET-TOKEN/brief/",
        "/accounts/password/reset/key/1-SECRET-TOKEN/",
        "/accounts/confirm-email/SECRET-TOKEN/",
    ],
)
def test_addresses_that_open_something_are_masked(address: str, client: Client) -> None:
    with logged() as log:
        client.get(address)
    assert log.saying(address.partition("SECRET")[0].rstrip("1-"))
    assert "SECRET-TOKEN" not in log.text


@pytest.mark.django_db
def test_a_traceback_shows_no_token(
    written_project: Project, monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    documents = list(ArtifactType)
    link = make_link(
        written_project, now=timezone.now(), documents=documents, tier=Tier.BOOTSTRAPPER, days=30
    )
    token = link_token(link)

    def break_down(*_: Any, **__: Any) -> None:
        raise FileNotFoundError(f"/s/{token}/brief/")

    monkeypatch.setattr("artifacts.views.shared.open_link", break_down)
    client.raise_request_exception = False
    with logged() as log:
        assert client.get(reverse("shared", args=[token])).status_code == 500
    assert token
    assert "FileNotFoundError: /s/*/brief/" in log.text
    assert token not in log.text


@pytest.mark.parametrize(
    "text",
    [
        "postgres://cofounder:hunter2hunter2@db:5432/x",
        "Authorization: Bearer abcdef.hunter2hunter2.xyz",
        "refused the key sk-ant-hunter2hunter2-abc",
        "sessionid=hunter2hunter2; csrftoken: hunter2hunter2",
        "{'password1': 'hunter2hunter2'}",
    ],
)
def test_secrets_are_known_by_where_they_stand(text: str) -> None:
    assert "hunter2" not in masking.mask(text)


def test_secrets_of_the_settings_are_known_by_their_value(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "zyxwvuts-key")
    monkeypatch.setenv("DATABASE_URL", "postgres://me:p%40ssphrase@host/name")
    masking._secrets.cache_clear()
    try:
        told = masking.mask(f"{settings.SECRET_KEY} zyxwvuts-key p@ssphrase words")
    finally:
        masking._secrets.cache_clear()
    assert told == "* * * words"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(28, "No space left on device"), "OSError: [Errno 28] No space left on device"),
        (KeyError(PLANTED), "KeyError"),
        (ValueError(PLANTED), "ValueError"),
        (DataError(f"value is too long\nDETAIL: ({PLANTED})"), "DataError: value is too long"),
        (
            DataError(f'invalid input syntax for type json: "{PLANTED}"'),
            "DataError: invalid input syntax for type json",
        ),
        (PermanentRunnerError(PLANTED), "PermanentRunnerError"),
    ],
)
def test_an_error_tells_its_message_only_where_that_quotes_nothing(
    error: Exception, told: str
) -> None:
    with logged() as log:
        try:
            raise error
        except type(error):
            logger.exception("It broke: %s", error)
    assert told in log.lines[0]["exception"]
    assert PLANTED not in log.text


def failing(error: Exception) -> StubRunner:
    def fail(_: ArtifactType) -> None:
        raise error

    return StubRunner(before=fail)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "runner",
    [
        failing(ValueError(PLANTED)),
        failing(KeyError(PLANTED)),
        failing(PermanentRunnerError(f"The answer is no JSON: {PLANTED}")),
        StubRunner(contents={**PLAIN, ArtifactType.BRIEF: {PLANTED: PLANTED}}),
        StubRunner(
            contents={
                **PLAIN,
                ArtifactType.BRIEF: {**PLAIN[ArtifactType.BRIEF], "assumptions": [PLANTED]},
            }
        ),
    ],
)
def test_a_failed_generation_tells_nothing_that_was_written(
    founder: User, runner: StubRunner
) -> None:
    with logged() as log:
        project = make_project(founder, name=f"{PLANTED} name", idea=f"{PLANTED} idea")
        write_claim(claim_all(project), runner=runner)
    assert log.saying("Failed to write brief")
    assert PLANTED not in log.text


@pytest.mark.django_db
def test_a_page_that_breaks_tells_nothing_that_was_sent(
    founder_client: Client, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: Any, **__: Any) -> None:
        raise RunnerError(PLANTED)

    monkeypatch.setattr(projects, "render", break_down)
    founder_client.raise_request_exception = False
    with logged() as log:
        founder_client.get(
            reverse("project_detail", args=[project.pk]),
            {"q": PLANTED},
            headers={"Referer": PLANTED},
        )
    assert "RunnerError" in log.text
    assert PLANTED not in log.text
