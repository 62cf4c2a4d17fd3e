"""Whatever a page keeps of its parts, it reads as a page does that keeps nothing."""

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

from artifacts.models import Artifact, AssumptionTest, GenerationAttempt, Project, User
from artifacts.schemas import shared
from artifacts.schemas.marks import Mark
from artifacts.services.documents.checks import check_project, ignore_finding
from artifacts.services.editing.manual_edits import fingerprint
from artifacts.services.mails.week import Ticked, tick
from artifacts.templatetags import artifacts_kept
from artifacts.tests.support.factories import (
    AnnotationFactory,
    ArtifactFactory,
    AssumptionTestFactory,
    make_assuming_project,
    make_project,
    make_staff,
    make_user,
)
from artifacts.tests.views.test_kept_pages import CHANGES, document, overview, shown
from artifacts.tiers import Tier
from artifacts.web.known_rows import known_rows

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true", "HX-Boosted": "true", "HX-Target": "F-1"}
SECRET = re.compile("SECRET-(?:BUSINESS|STRATEGIC)")


def paths(project: Project) -> list[str]:
    return [overview(project), *(document(project, row.type.value) for row in project.documents())]


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def pages(client: Client, project: Project, **headers: str) -> dict[str, str]:
    """Return all pages of the project, each without what is another one in each answer."""
    return {path: shown(client.get(path, headers=headers)) for path in paths(project)}


def fresh(client: Client, project: Project, **headers: str) -> dict[str, str]:
    """Return the same as they read where nothing is kept at all."""
    found = {}
    for path in paths(project):
        forget_all()
        found[path] = shown(client.get(path, headers=headers))
    return found


def forget_all() -> None:
    caches["kept"].clear()
    shared._shared.clear()
    known_rows.clear()


@pytest.fixture
def whole() -> Project:
    return make_project(make_user(Tier.CTO_SCALE), written=True)


def content(project: Project, name: str, section: str, /, **changes: Any) -> None:
    """Change the first item of a section."""
    row = project.artifacts.get(artifact_type=name)
    assert row.current_content is not None
    row.current_content[section][0].update(changes)
    row.save(update_fields=["current_content"])


def ignore(project: Project) -> None:
    finding = check_project(project).findings[0]
    ignore_finding(
        project, finding_id=finding.id, reason="CHANGED", by=project.owner, tier=Tier.CTO_SCALE
    )


def tell(project: Project, **changes: str) -> None:
    project.answers.update(changes)
    project.facts = {}
    project.reread_facts()
    project.save()


MORE: dict[str, Callable[[Project], object]] = {
    **CHANGES,
    "a risk of the summary": lambda project: content(
        project, "risk_log", "technical_risks", title="CHANGED", mitigation="CHANGED as well"
    ),
    "a feature that others point at": lambda project: content(
        project, "mvp_scope", "core_features", name="CHANGED"
    ),
    "what a text that others point at points at": lambda project: content(
        project, "mvp_scope", "core_features", description="CHANGED, as [[R-1]] asks."
    ),
    "a milestone": lambda project: content(project, "milestones", "milestones", title="CHANGED"),
    "an answer": lambda project: tell(project, price="CHANGED: 31 euros a month"),
    "the idea": lambda project: Project.objects.filter(pk=project.pk).update(idea="CHANGED"),
    "an ignored finding": ignore,
    "a milestone that is reached": lambda project: tick(
        project, what=Ticked.MILESTONE, key="M-1", done=True, today=timezone.localdate()
    ),
    "an edit of another document": lambda project: ArtifactFactory.create(
        project=project, artifact_type="mvp_scope", edited=True
    ),
    "the time of writing": lambda project: project.artifacts.update(
        generated_at=timezone.now() - timedelta(days=3)
    ),
    "a note that is open": lambda project: AnnotationFactory.create(
        artifact=project.documents()[1], section="core_features", item_id="F-1", text="CHANGED"
    ),
    "what writing took": lambda project: GenerationAttempt.objects.filter(
        artifact__project=project
    ).update(tokens_in=7_000, duration_seconds=65.0),
    "the founder's name": lambda project: User.objects.filter(pk=project.owner_id).update(
        first_name="CHANGED"
    ),
    "the allowance of a day": lambda project: User.objects.filter(pk=project.owner_id).update(
        daily_documents=77
    ),
}


@pytest.mark.parametrize("change", MORE.values(), ids=MORE.keys())
def test_after_a_change_kept_parts_read_as_fresh_ones(
    whole: Project, change: Callable[[Project], object]
) -> None:
    client = client_of(whole.owner)
    before = pages(client, whole)
    change(Project.objects.with_artifacts().get(pk=whole.pk))
    after = pages(client, whole)
    assert after == fresh(client, whole)
    assert after != before


def test_what_a_test_decides_shows_at_once() -> None:
    project = make_assuming_project(make_user(Tier.CTO_SCALE))
    client = client_of(project.owner)
    before = pages(client, project)
    AssumptionTestFactory.create(project=project, result="failed", asked=10, said_yes=1)
    after = pages(client, project)
    assert after != before
    AssumptionTest.objects.update(note="CHANGED", due=timezone.localdate() + timedelta(days=3))
    assert pages(client, project) == fresh(client, project)


class TestItems:
    @pytest.fixture
    def rendered(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """The ids of the items that were rendered, and the names of other parts."""
        found: list[str] = []
        alone = artifacts_kept._alone

        def note_and_render(template_name: str, values: dict[str, Any]) -> Any:
            item = values.get("item")
            found.append(item.id if item else template_name)
            return alone(template_name, values)

        monkeypatch.setattr(artifacts_kept, "_alone", note_and_render)
        return found

    def save(self, client: Client, project: Project, text: str) -> str:
        """Save the description of F-1, and return what htmx is answered."""
        url = reverse("item_edit", args=[project.pk, "mvp_scope", "core_features", "F-1"])
        row = Artifact.objects.get(project=project, artifact_type="mvp_scope")
        assert row.content is not None
        feature = next(item for _, item in row.content.items() if item.id == "F-1")
        sent = {"base": fingerprint(feature), "name": "Shelf count", "description": text}
        typed = {**sent, "priority": "high", "acceptance_criteria": "It counts"}
        answer = client.post(url, typed, headers=HTMX)
        assert answer.status_code == 200
        return shown(answer)

    def test_only_the_item_that_was_saved_is_rendered_again(
        self, whole: Project, rendered: list[str]
    ) -> None:
        client = client_of(whole.owner)
        self.save(client, whole, "We count.")
        rendered.clear()
        answer = self.save(client, whole, "CHANGED by the founder.")
        assert "CHANGED by the founder." in answer
        assert [name for name in rendered if re.fullmatch("[A-Z]-[0-9]+", name)] == ["F-1"]

    def test_the_answer_reads_as_one_for_which_nothing_is_kept(self, whole: Project) -> None:
        client = client_of(whole.owner)
        pages(client, whole)
        self.save(client, whole, "We count.")
        kept = self.save(client, whole, "We count twice.")
        self.save(client, whole, "We count.")
        forget_all()
        assert self.save(client, whole, "We count twice.") == kept
        assert pages(client, whole) == fresh(client, whole)

    def test_a_suggestion_is_accepted_at_the_text_it_stands_in_now(self, whole: Project) -> None:
        client = client_of(whole.owner)
        addresses = []
        for criterion in ("It counts", "It counts twice"):
            content(
                whole,
                "mvp_scope",
                "core_features",
                description=f"We count{Mark.SUGGESTED.code}.",
                acceptance_criteria=[criterion],
            )
            html = client.get(document(whole, "mvp_scope")).content.decode()
            addresses += re.findall(r'name="mark" value="(core_features/F-1/[^"]+)"', html)
        assert len(addresses) == len(set(addresses)) == 2


class TestReaders:
    def test_no_tier_gets_what_was_kept_for_a_higher_one(self, whole: Project) -> None:
        """I-8: text of every gate stands in the documents, and where others show it."""
        client = client_of(whole.owner)
        for tier in (Tier.CTO_SCALE, Tier.BOOTSTRAPPER, Tier.PARTNER, Tier.CTO_SCALE, Tier.PARTNER):
            User.objects.filter(pk=whole.owner_id).update(tier=tier.value)
            opened = {
                Tier.BOOTSTRAPPER: set(),
                Tier.PARTNER: {"SECRET-BUSINESS"},
                Tier.CTO_SCALE: {"SECRET-BUSINESS", "SECRET-STRATEGIC"},
            }[tier]
            for _ in range(2):
                found = "".join(pages(client, whole).values())
                assert set(SECRET.findall(found)) == opened
        assert pages(client, whole) == fresh(client, whole)

    def test_two_founders_with_the_same_documents_have_their_own_pages(
        self, whole: Project
    ) -> None:
        other = make_project(make_user(Tier.CTO_SCALE), written=True)
        for _ in range(2):
            for project, foreign in ((whole, other), (other, whole)):
                client = client_of(project.owner)
                text = "".join(pages(client, project).values())
                assert str(project.pk) in text
                assert str(foreign.pk) not in text
                assert pages(client, project) == fresh(client, project)

    def test_every_language_and_clock_has_its_own(self, whole: Project) -> None:
        client = client_of(whole.owner)
        english, german = pages(client, whole), pages(client, whole, accept_language="de")
        assert pages(client, whole) == english
        assert german == fresh(client, whole, accept_language="de")
        assert "Abmelden" in german[overview(whole)]
        User.objects.filter(pk=whole.owner_id).update(time_zone="Asia/Tokyo")
        assert pages(client, whole) == fresh(client, whole)

    def test_nobody_else_gets_them(self, whole: Project) -> None:
        pages(client_of(whole.owner), whole)
        staff = client_of(make_staff())
        for path in paths(whole):
            assert staff.get(path).status_code == 404
        stranger = client_of(make_user(Tier.CTO_SCALE))
        for path in paths(whole):
            assert stranger.get(path).status_code == 404


def test_no_part_is_sent_with_the_tokens_of_another_answer(whole: Project) -> None:
    client = client_of(whole.owner)
    tokens: list[str] = []
    for _ in range(2):
        for path in paths(whole):
            html = client.get(path).content.decode()
            found = set(re.findall(r'csrfmiddlewaretoken" value="([^"]+)"', html))
            assert len(found) == 1
            tokens += found | set(re.findall(r'name="once" value="([^"]+)"', html))
    assert len(tokens) == len(set(tokens)) > 2 * len(paths(whole))
