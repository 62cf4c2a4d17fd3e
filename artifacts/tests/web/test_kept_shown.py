"""A page is rendered again when something has changed that it shows, and not for anything else."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django import shortcuts
from django.contrib.auth.models import AnonymousUser
from django.core.cache import caches
from django.db.models import F
from django.http import HttpRequest
from django.test import Client
from django.utils import timezone

from artifacts.models import Artifact, GenerationAttempt, PlanRequest, Project, User
from artifacts.services.documents.kept import keep
from artifacts.services.documents.status import changed_under
from artifacts.tests.support.factories import ArtifactFactory, make_project, make_user
from artifacts.tests.views.test_kept_pages import document, overview, shown
from artifacts.tests.views.test_kept_regions import client_of, content, fresh, pages
from artifacts.tiers import Tier
from artifacts.web import kept_pages, kept_shown
from artifacts.web.kept_pages import KeptPage
from artifacts.web.kept_shown import may_be_shown_again

pytestmark = pytest.mark.django_db


@pytest.fixture
def project() -> Project:
    """A project whose founder has a plan below the largest."""
    return make_project(make_user(Tier.PARTNER), written=True)


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates of the pages that were rendered."""
    found: list[str] = []

    def note_and_render(request: HttpRequest, name: str, values: dict[str, Any]) -> Any:
        found.append(name)
        return shortcuts.render(request, name, values)

    monkeypatch.setattr(kept_shown, "render", note_and_render)
    return found


def of(project: Project, name: str) -> Artifact:
    return Artifact.objects.get(project=project, artifact_type=name)


def edit_elsewhere(project: Project, text: str) -> None:
    """Change what neither the brief nor the page of the project shows."""
    content(project, "risk_log", "technical_risks", description=text)


class TestUnseenChanges:
    def test_no_template_is_rendered_for_what_the_page_does_not_show(
        self, project: Project, rendered: list[str]
    ) -> None:
        client = client_of(project.owner)
        paths = [document(project), overview(project)]
        edit_elsewhere(project, "What builds on it is out of date from now on.")
        before = [shown(client.get(path)) for path in paths]
        rendered.clear()
        edit_elsewhere(project, "CHANGED where neither shows it.")
        assert [shown(client.get(path)) for path in paths] == before
        assert rendered == []
        assert "CHANGED where" in shown(client.get(document(project, "risk_log")))

    def test_each_answer_has_tokens_of_its_own(self, project: Project) -> None:
        client = client_of(project.owner)
        answers = []
        for text in ("One.", "Two."):
            edit_elsewhere(project, text)
            answers.append(client.get(document(project)))
        assert answers[0].content != answers[1].content
        assert shown(answers[0]) == shown(answers[1])

    def test_a_form_of_a_page_that_is_sent_again_is_taken(self, project: Project) -> None:
        client = Client(enforce_csrf_checks=True)
        client.force_login(project.owner)
        for text in ("One.", "Two."):
            edit_elsewhere(project, text)
            page = client.get(document(project)).content.decode()
        token = page.partition('name="csrfmiddlewaretoken" value="')[2][:64]
        sent = {"note": "Ask Ada", "csrfmiddlewaretoken": token}
        url = f"{document(project)}notes/add/?section=target_user"
        assert client.post(url, sent).status_code == 302
        assert "Ask Ada" in client.get(document(project)).content.decode()

    def test_an_age_on_it_ends_it(
        self, project: Project, rendered: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        client = client_of(project.owner)
        project.artifacts.update(generated_at=timezone.now() - timedelta(minutes=5, seconds=30))
        client.get(document(project))
        rendered.clear()
        edit_elsewhere(project, "CHANGED a moment later.")
        now = time.time() + 45
        monkeypatch.setattr(time, "time", lambda: now)
        client.get(document(project))
        assert len(rendered) == 1


def _restore(project: Project) -> None:
    project.artifacts.filter(artifact_type="brief").update(
        previous_content=F("current_content"), previous_version=1, version_number=3
    )


def _say_that_it_fits(project: Project) -> None:
    project.answers["price"] = "CHANGED: 31 euros a month"
    project.facts = {}
    project.reread_facts()
    project.save()
    row = of(project, "brief")
    changed, _fits = changed_under(project, row, project.documents())
    row.still_fits = {
        "version": row.content_version,
        "inputs": changed,
        "at": timezone.now().isoformat(),
        "by": "Support",
        "by_support": True,
    }
    row.save(update_fields=["still_fits"])


SEEN: dict[str, Callable[[Project], object]] = {
    "a plan that is asked for": lambda project: PlanRequest.objects.create(
        founder=project.owner, tier=Tier.CTO_SCALE.value, created_at=timezone.now()
    ),
    "a version that waits": lambda project: ArtifactFactory.create(
        project=project, artifact_type="brief", edited=True, with_proposal=True
    ),
    "a version before": lambda project: project.artifacts.update(
        previous_content=F("current_content"), previous_version=1
    ),
    "an older version that is current again": _restore,
    "a word that it still fits": _say_that_it_fits,
    "another version": lambda project: project.artifacts.update(
        version_number=7, content_version=7
    ),
    "why support wrote it": lambda project: GenerationAttempt.objects.filter(
        artifact__project=project
    ).update(trigger="recovery", reason="CHANGED"),
    "another tier": lambda project: User.objects.filter(pk=project.owner_id).update(
        tier=Tier.BOOTSTRAPPER.value
    ),
}


@pytest.mark.parametrize("change", SEEN.values(), ids=SEEN.keys())
def test_what_a_page_shows_is_never_older_than_its_rows(
    project: Project, change: Callable[[Project], object]
) -> None:
    client = client_of(project.owner)
    before = pages(client, project)
    change(Project.objects.with_artifacts().get(pk=project.pk))
    after = pages(client, project)
    assert after == fresh(client, project)
    assert after != before


def test_a_message_is_on_one_page_only(project: Project) -> None:
    client = client_of(project.owner)
    client.get(document(project))
    sent = client.post(f"{overview(project)}cancel/")
    assert sent.status_code == 302
    told = "Nothing was being written"
    assert told in client.get(document(project)).content.decode()
    edit_elsewhere(project, "CHANGED after the message.")
    assert told not in client.get(document(project)).content.decode()


def test_only_a_page_that_was_asked_for_by_its_stamp_is_kept() -> None:
    request = HttpRequest()
    request.user = AnonymousUser()
    assert not may_be_shown_again(request)


class TestHeldOnce:
    """A page that is kept under what it shows is not held under its rows as well."""

    @pytest.fixture
    def kept(self, monkeypatch: pytest.MonkeyPatch) -> list[KeptPage]:
        """What is kept under rows."""
        found: list[KeptPage] = []

        def note_and_keep(key: str, page: KeptPage, *, seconds: float) -> None:
            found.append(page)
            keep(key, page, seconds=seconds)

        monkeypatch.setattr(kept_pages, "keep", note_and_keep)
        return found

    def test_it_is_sent_as_it_was_rendered(
        self, project: Project, rendered: list[str], kept: list[KeptPage]
    ) -> None:
        client = client_of(project.owner)
        answers = [client.get(overview(project)) for _ in range(3)]
        assert len(rendered) == len(kept) == 1
        assert kept[0].html is None
        assert len({shown(answer) for answer in answers}) == 1
        assert len({frozenset(answer.headers) for answer in answers}) == 1

    def test_it_is_rendered_again_where_it_is_no_longer_held(
        self, project: Project, rendered: list[str], kept: list[KeptPage]
    ) -> None:
        client = client_of(project.owner)
        first = client.get(overview(project))
        caches["kept"].delete(kept[0].shown_key)
        assert shown(client.get(overview(project))) == shown(first)
        assert len(rendered) == 2
