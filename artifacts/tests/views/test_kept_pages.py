"""A page that was seen before is sent again as it was, and only if nothing has changed that it
shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.documents import presentation
from artifacts.models import Artifact, GenerationAttempt, Project, User
from artifacts.services.editing.manual_edits import edit_section, fingerprint
from artifacts.services.projects.lifecycle import delete_project
from artifacts.templatetags import artifacts_kept
from artifacts.tests.support.factories import (
    AnnotationFactory,
    GuestNoteFactory,
    ShareLinkFactory,
    make_user,
)
from artifacts.tiers import Tier
from artifacts.web import kept_pages
from artifacts.web.clock import age_holds, today_holds, watch_clock

pytestmark = pytest.mark.django_db
TOKENS = re.compile(
    r'(csrfmiddlewaretoken" value="|X-CSRFToken": "|name="once" value=")[0-9a-zA-Z]+'
)


def shown(response: Any) -> str:
    """The page without what is another one in each answer."""
    return TOKENS.sub(r"\1", response.content.decode())


def document(project: Project, name: str = "brief") -> str:
    return reverse("artifact_detail", args=[project.pk, name])


def overview(project: Project) -> str:
    return reverse("project_detail", args=[project.pk])


def pages(project: Project) -> list[str]:
    return [
        reverse("project_list"),
        overview(project),
        document(project),
        document(project, "mvp_scope"),
    ]


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the pages that were rendered and kept."""
    found: list[str] = []
    keep = kept_pages.KeptPage.of

    def note_and_keep(response: Any) -> Any:
        found.append("kept")
        return keep(response)

    monkeypatch.setattr(kept_pages.KeptPage, "of", note_and_keep)
    return found


class TestSeenBefore:
    def test_it_is_the_same_page(
        self, founder_client: Client, written_project: Project, rendered: list[str]
    ) -> None:
        for path in pages(written_project):
            caches["kept"].clear()
            first, kept = founder_client.get(path), founder_client.get(path)
            caches["kept"].clear()
            again = founder_client.get(path)
            assert shown(first) == shown(kept) == shown(again)
            alike = [dict(response.headers) for response in (first, kept)]
            for headers in alike:
                assert headers.pop("X-Request-ID"), "each request has an id of its own"
            assert alike[0] == alike[1]
        assert len(rendered) == 2 * len(pages(written_project))

    def test_it_takes_three_queries(
        self, founder_client: Client, written_project: Project, django_assert_num_queries: Any
    ) -> None:
        for path in pages(written_project):
            founder_client.get(path)
            with django_assert_num_queries(3):
                founder_client.get(path)

    def test_each_answer_has_tokens_of_its_own_that_work(
        self, founder: User, written_project: Project
    ) -> None:
        client = Client(enforce_csrf_checks=True)
        client.force_login(founder)
        path = document(written_project)
        pages = [client.get(path).content.decode() for _ in range(3)]
        marks = [set(re.findall(r'name="once" value="([0-9a-f]{32})"', page)) for page in pages]
        assert all(marks)
        assert not marks[0] & marks[1]
        assert not marks[1] & marks[2]
        tokens = [re.findall(r'csrfmiddlewaretoken" value="([^"]+)"', page) for page in pages]
        assert len({token for found in tokens for token in found}) == 3
        sent = {"note": "Ask Ada", "csrfmiddlewaretoken": tokens[2][0]}
        added = client.post(
            reverse("note_add", args=[written_project.pk, "brief"]) + "?section=target_user", sent
        )
        assert added.status_code == 302

    def test_two_notes_from_two_visits_are_two(
        self, founder_client: Client, written_project: Project
    ) -> None:
        founder_client.get(document(written_project))
        url = reverse("note_add", args=[written_project.pk, "brief"]) + "?section=target_user"
        for _ in range(2):
            page = founder_client.get(document(written_project)).content.decode()
            form = page[page.index('id="note-new-target_user"') :]
            mark = re.search(r'name="once" value="([0-9a-f]{32})"', form)
            assert mark
            founder_client.post(url, {"note": "Ask Ada", "once": mark[1]})
        row = Artifact.objects.get(project=written_project, artifact_type="brief")
        assert [note["note"] for note in row.annotations] == ["Ask Ada", "Ask Ada"]

    def test_a_message_is_told_once(self, founder_client: Client, written_project: Project) -> None:
        founder_client.get(overview(written_project))
        cancelled = founder_client.post(
            reverse("project_cancel", args=[written_project.pk]), follow=True
        )
        assert "Nothing was being written" in cancelled.content.decode()
        assert (
            "Nothing was being written"
            not in founder_client.get(overview(written_project)).content.decode()
        )

    def test_another_language_is_another_page(
        self, founder_client: Client, written_project: Project
    ) -> None:
        english = founder_client.get(document(written_project)).content.decode()
        german = founder_client.get(
            document(written_project), headers={"Accept-Language": "de"}
        ).content.decode()
        assert 'lang="de"' in german
        assert english == english.replace("Abmelden", "")
        assert "Abmelden" in german


class TestReaders:
    def test_nobody_else_gets_it(self, founder_client: Client, written_project: Project) -> None:
        stranger = Client()
        stranger.force_login(make_user())
        for path in (overview(written_project), document(written_project)):
            founder_client.get(path)
            assert stranger.get(path).status_code == 404
            assert Client().get(path).status_code == 302

    def test_a_lower_tier_gets_nothing_of_it(self, written_project: Project) -> None:
        """I-8: text of a higher tier is planted everywhere, and a page of it kept; then the plan
        ends.
        """
        founder = written_project.owner
        client = Client()
        client.force_login(founder)
        for tier, secrets in (
            (Tier.CTO_SCALE, {"SECRET-BUSINESS", "SECRET-STRATEGIC"}),
            (Tier.BOOTSTRAPPER, set()),
            (Tier.PARTNER, {"SECRET-BUSINESS"}),
            (Tier.CTO_SCALE, {"SECRET-BUSINESS", "SECRET-STRATEGIC"}),
            (Tier.BOOTSTRAPPER, set()),
        ):
            User.objects.filter(pk=founder.pk).update(tier=tier.value)
            for _ in range(2):
                text = client.get(document(written_project)).content.decode()
                assert set(re.findall("SECRET-(?:BUSINESS|STRATEGIC)", text)) == secrets

    def test_a_deleted_project_is_gone(
        self, founder_client: Client, written_project: Project
    ) -> None:
        founder_client.get(document(written_project))
        delete_project(written_project)
        assert founder_client.get(document(written_project)).status_code == 404


def _edit(project: Project) -> None:
    row = project.documents()[0]
    text = row.content.target_user if row.content else ""  # type: ignore[attr-defined]
    edit_section(
        row,
        section="target_user",
        value="Bakers of CHANGED towns",
        base=fingerprint(text),
        editor=project.owner,
        tier=Tier.CTO_SCALE,
    )


CHANGES: dict[str, Callable[[Project], object]] = {
    "an edit": _edit,
    "a note": lambda project: AnnotationFactory.create(
        artifact=project.documents()[0], section="target_user", text="CHANGED my mind"
    ),
    "the name": lambda project: Project.objects.filter(pk=project.pk).update(name="CHANGED"),
    "a failure": lambda project: project.artifacts.update(
        generation_status="failed",
        failure={"message": "CHANGED", "reference": "ab", "retryable": True},
    ),
    "a document that is written now": lambda project: project.artifacts.update(
        generation_status="generating",
        generation_token="3f0c3a3e-7d0f-4e3e-9d1e-0b8c1c1b1a11",
        generation_started_at=timezone.now(),
        lease_expires_at=timezone.now() + timedelta(seconds=30),
    ),
    "a note of a guest": lambda project: GuestNoteFactory.create(
        link=ShareLinkFactory.create(project=project, allows_notes=True), artifact_type="brief"
    ),
    "what staff said": (
        lambda project: GenerationAttempt.objects.filter(artifact__project=project).update(
            trigger="staff", reason="CHANGED for you"
        )
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_shows_at_once(
    founder_client: Client, written_project: Project, change: Callable[[Project], object]
) -> None:
    for path in (overview(written_project), document(written_project)):
        founder_client.get(path)
    before = shown(founder_client.get(document(written_project)))
    change(written_project)
    after = shown(founder_client.get(document(written_project)))
    caches["kept"].clear()
    assert shown(founder_client.get(document(written_project))) == after
    assert after != before


def test_what_changes_while_a_page_is_read_is_not_kept_for_what_was_before(
    founder_client: Client,
    written_project: Project,
    monkeypatch: pytest.MonkeyPatch,
    rendered: list[str],
) -> None:
    def change_and_present(*arguments: Any, **more: Any) -> Any:
        Project.objects.filter(pk=written_project.pk).update(idea=f"Changed {timezone.now()}")
        return present(*arguments, **more)

    present = presentation.present_document
    monkeypatch.setattr("artifacts.views.documents.present_document", change_and_present)
    founder_client.get(document(written_project))
    assert rendered == []


def test_nothing_is_kept_while_it_is_written(
    founder_client: Client, written_project: Project, rendered: list[str]
) -> None:
    CHANGES["a document that is written now"](written_project)
    for path in (overview(written_project), document(written_project)):
        founder_client.get(path)
    assert rendered == []


class TestSections:
    def test_a_title_that_changes_elsewhere_changes_the_links_to_it(
        self, founder_client: Client, written_project: Project
    ) -> None:
        page = document(written_project, "milestones")
        assert "Shelf count" in founder_client.get(page).content.decode()
        row = written_project.artifacts.get(artifact_type="mvp_scope")
        assert row.current_content is not None
        row.current_content["core_features"][0]["name"] = "Renamed elsewhere"
        row.save(update_fields=["current_content"])
        text = founder_client.get(page).content.decode()
        assert "Renamed elsewhere" in text
        assert "Shelf count" not in text

    def test_only_the_section_that_changed_is_rendered_again(
        self, founder_client: Client, written_project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rendered: list[str] = []
        render = artifacts_kept._rendered

        def note_and_render(context: Any, section: Any, csrf: str) -> Any:
            rendered.append(section.section.name)
            return render(context, section, csrf)

        monkeypatch.setattr(artifacts_kept, "_rendered", note_and_render)
        founder_client.get(document(written_project))
        assert len(rendered) > 5
        rendered.clear()
        _edit(written_project)
        founder_client.get(document(written_project))
        assert rendered == ["target_user"]

    def test_the_pictures_follow_what_they_show_and_the_readers_language(
        self, founder_client: Client, written_project: Project
    ) -> None:
        page = document(written_project, "milestones")

        def pictures(**headers: str) -> str:
            html = founder_client.get(page, headers=headers).content.decode()
            return html.partition('id="pictures"')[2].partition("<section id=")[0]

        before = pictures()
        row = written_project.artifacts.get(artifact_type="milestones")
        assert row.current_content is not None
        row.current_content["milestones"][0]["title"] = "Renamed elsewhere"
        row.save(update_fields=["current_content"])
        assert "Renamed elsewhere" not in before
        assert "Renamed elsewhere" in pictures()
        assert pictures(accept_language="de") != pictures()

    def test_while_it_is_written_again_nothing_offers_to_edit_it(
        self, founder_client: Client, written_project: Project
    ) -> None:
        assert "target_user-edit" in founder_client.get(document(written_project)).content.decode()
        CHANGES["a document that is written now"](written_project)
        assert (
            "target_user-edit" not in founder_client.get(document(written_project)).content.decode()
        )


class TestAges:
    @pytest.mark.parametrize(
        ("age", "seconds"),
        [(0, 60), (59, 1), (60, 60), (61.5, 58.5), (3_600, 3_600), (86_400 * 9 + 400, 86_000)],
    )
    def test_an_age_holds_until_its_unit_counts_one_more(self, age: float, seconds: float) -> None:
        with watch_clock(1e9) as clock:
            age_holds(age)
        assert clock.seconds == seconds

    def test_what_counts_from_today_holds_until_midnight(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        late = timezone.localtime().replace(hour=23, minute=59, second=30)
        monkeypatch.setattr(timezone, "localtime", lambda: late)
        with watch_clock(1e9) as clock:
            today_holds()
        assert clock.seconds == 30

    def test_a_page_is_kept_until_its_first_age_is_wrong(
        self, founder_client: Client, written_project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kept: list[float] = []
        monkeypatch.setattr(
            kept_pages, "keep", lambda _key, _page, *, seconds: kept.append(seconds)
        )
        written_project.artifacts.update(
            generated_at=timezone.now() - timedelta(hours=3, minutes=50)
        )
        founder_client.get(document(written_project))
        assert 0 < kept[0] <= 600
