"""A page that stays open asks what is new: nothing new is 204, after one query of its own."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.generation.claims import cancel_generation
from artifacts.generation.leases import renew
from artifacts.generation.streaming import publish
from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactType
from artifacts.tests.support.factories import (
    AnnotationFactory,
    claim_all,
    make_project,
    make_user,
    write,
)
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

Ask = Callable[[], Any]


@pytest.fixture
def running(founder: User) -> Project:
    """A project with five documents that are being written again; the first is in progress."""
    project = make_project(founder, written=True)
    claim_all(project)
    return project


def look(client: Client, page: str) -> Ask:
    """Return what asks as that page does, from what it has seen."""
    tag = re.search(r'<[^>]*hx-trigger="every 2s[^>]*>', client.get(page).content.decode())
    assert tag, "nothing polls"
    found = re.findall(r"(hx-headers)=(?:'([^']*)')", tag[0])
    headers = json.loads(unescape(found[0][1]))
    path = re.search(r'hx-get="([^"]*)"', tag[0])
    assert path
    address = f"{path[1]}?org.htmx.cache-buster=path"  # as htmx asks
    return lambda: client.get(address, headers={"HX-Request": "true", **headers})


def pages(project: Project) -> list[str]:
    named = [reverse("artifact_detail", args=[project.pk, name]) for name in ("brief", "risk_log")]
    return [reverse("project_detail", args=[project.pk]), *named]


def token_of(project: Project) -> Any:
    row = Artifact.objects.filter(project=project, begun_at__isnull=False).get()
    assert row.generation_token
    return row.generation_token


def test_nothing_new_is_an_empty_answer_after_one_query(
    founder_client: Client, running: Project, django_assert_num_queries: Any
) -> None:
    for page in pages(running):
        ask = look(founder_client, page)
        with django_assert_num_queries(1):
            answer = ask()
        assert (answer.status_code, answer.content) == (204, b"")
        assert "no-store" in answer["Cache-Control"]


def test_an_answer_with_news_makes_no_more_than_what_it_shows(
    founder_client: Client, running: Project
) -> None:
    ask = look(founder_client, pages(running)[0])
    AnnotationFactory.create(artifact=running.documents()[1], item_id="F-1")
    answer = ask()
    assert 'id="progress"' in answer.content.decode()
    assert "one_page" not in answer.context
    cancel_generation(running)
    answer = ask()
    assert answer.context["one_page"]
    assert 'id="one-page"' in answer.content.decode()


def test_a_document_that_was_never_written_polls_too(
    founder_client: Client, project: Project
) -> None:
    claim_all(project)
    assert look(founder_client, pages(project)[1])().status_code == 204


def test_a_lease_that_is_renewed_is_nothing_new(founder_client: Client, running: Project) -> None:
    ask = look(founder_client, pages(running)[0])
    assert renew([token_of(running)])
    assert ask().status_code == 204


NEWS: dict[str, Callable[[Project], object]] = {
    "stored": lambda project: write(claim_again(project)),
    "cancelled": cancel_generation,
    "a lease that has run out": lambda project: project.artifacts.update(
        lease_expires_at=timezone.now() - timedelta(seconds=1)
    ),
    "text that has come": lambda project: publish(
        token_of(project), ArtifactType.BRIEF, {"target_user": "Owners of shops"}
    ),
    "a note": lambda project: AnnotationFactory.create(
        artifact=project.documents()[0], section="target_user"
    ),
    "a new name": lambda project: Project.objects.filter(pk=project.pk).update(name="Another"),
}


def claim_again(project: Project) -> Any:
    cancel_generation(project)
    return claim_all(project)


@pytest.mark.parametrize("news", NEWS.values(), ids=NEWS.keys())
@pytest.mark.parametrize("which", [0, 1])
def test_what_is_new_is_told(
    founder_client: Client, running: Project, news: Callable[[Project], object], which: int
) -> None:
    ask = look(founder_client, pages(running)[which])
    news(running)
    answer = ask()
    assert answer.status_code == 200
    assert answer.content


def interval(client: Client, page: str) -> str:
    found = re.search(r'hx-trigger="every ([^"]*)"', client.get(page).content.decode())
    assert found
    return found[1]


@pytest.mark.parametrize("which", [0, 1])
def test_a_page_asks_less_often_while_its_order_only_waits_in_line(
    founder_client: Client, project: Project, which: int
) -> None:
    claim = claim_all(project)
    page = pages(project)[which]
    lock = Artifact.objects.filter(project=project)
    lock.update(begun_at=None)
    assert interval(founder_client, page) == "2s", "a free writer begins at once"
    lock.update(generation_started_at=timezone.now() - timedelta(seconds=30))
    assert interval(founder_client, page) == "10s"
    lock.filter(artifact_type=ArtifactType.BRIEF).held_by(claim.token).update(
        begun_at=timezone.now()
    )
    assert interval(founder_client, page) == "2s", "it is written at now"


def test_an_end_is_told(founder_client: Client, running: Project) -> None:
    ask = look(founder_client, pages(running)[0])
    cancel_generation(running)
    assert "every 2s" not in ask().content.decode()


def test_ages_are_told_again_after_five_minutes(
    founder_client: Client, running: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = look(founder_client, pages(running)[0])
    later = time.time() + 5 * 60
    monkeypatch.setattr("artifacts.web.polling.time.time", lambda: later)
    assert ask().status_code == 200


def test_another_plan_is_another_page(founder_client: Client, running: Project) -> None:
    ask = look(founder_client, pages(running)[1])
    User.objects.filter(pk=running.owner_id).update(tier=Tier.BOOTSTRAPPER.value)
    assert ask().status_code == 200


def test_nobody_learns_from_a_mark_whether_there_is_a_project(
    founder_client: Client, running: Project
) -> None:
    """I-9: what a founder's page has seen is worth nothing to a stranger."""
    page = pages(running)[0]
    html = founder_client.get(page).content.decode()
    seen = re.search(r'"Seen": "([^"]+)"', html)
    assert seen
    stranger = Client()
    stranger.force_login(make_user())
    assert stranger.get(page, headers={"HX-Request": "true", "Seen": seen[1]}).status_code == 404


def test_a_page_says_nothing_of_it_once_all_is_there(
    founder_client: Client, written_project: Project
) -> None:
    for page in pages(written_project):
        assert "Seen" not in founder_client.get(page).content.decode()
