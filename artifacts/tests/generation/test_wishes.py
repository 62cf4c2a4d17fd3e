"""What a founder wants of a new version reaches the writer, by every way in which one is
ordered.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from artifacts.generation.claims import Edits, Requester
from artifacts.generation.rewriting import WISH_MAX, rewriting_of
from artifacts.generation.service import generate
from artifacts.interview.questions import ProjectInput
from artifacts.models import GenerationAttempt, Project, User
from artifacts.runners import fake
from artifacts.runners.base import Contents, WriteRequest, WriteResult
from artifacts.schemas import ArtifactType
from artifacts.services.documents.notes import add_note, delete_note, resolve_note
from artifacts.services.projects.lifecycle import answer_question, create_project
from artifacts.tests.support.rows import row_of

pytestmark = pytest.mark.django_db

SCOPE = ArtifactType.MVP_SCOPE


@pytest.fixture
def orders(monkeypatch: pytest.MonkeyPatch) -> dict[ArtifactType, WriteRequest]:
    """The orders that the offline writer got, by document."""
    seen: dict[ArtifactType, WriteRequest] = {}
    write = fake.RunnerFake.write

    def listen(
        self: Any,
        project: ProjectInput,
        artifact_type: ArtifactType,
        earlier: Contents,
        order: WriteRequest,
    ) -> WriteResult:
        seen[artifact_type] = order
        return write(self, project, artifact_type, earlier, order)

    monkeypatch.setattr(fake.RunnerFake, "write", listen)
    return seen


def rewrite(project: Project, **options: Any) -> None:
    trigger = Requester(GenerationAttempt.Trigger.COMMAND)
    generate(project, [SCOPE], trigger=trigger, edits=Edits.OVERWRITE, **options)


def test_the_command_passes_a_wish_on_and_stores_it(
    written_project: Project, orders: Mapping[ArtifactType, WriteRequest]
) -> None:
    call_command(
        "regenerate",
        str(written_project.pk),
        "--only",
        "mvp_scope",
        note=" Less to build. ",
        stdout=StringIO(),
    )
    assert orders[SCOPE].rewriting.wish == "Less to build."
    assert (
        GenerationAttempt.objects.get(artifact=row_of(written_project, SCOPE), wish__gt="").wish
        == "Less to build."
    )


def test_a_wish_that_is_too_long_starts_nothing(written_project: Project) -> None:
    with pytest.raises(
        CommandError, match=f"shorten your wish to {WISH_MAX} characters; it has {WISH_MAX + 1} now"
    ):
        call_command(
            "regenerate", str(written_project.pk), note="x" * (WISH_MAX + 1), stdout=StringIO()
        )
    assert not GenerationAttempt.objects.exclude(wish="").exists()
    assert row_of(written_project, SCOPE).version_number == 1


def test_the_page_asks_for_a_wish_where_a_model_writes(
    written_project: Project, founder_client: Client, settings: Any
) -> None:
    address = reverse("project_generate", args=[written_project.pk])
    assert 'name="wish"' not in founder_client.get(address).content.decode()
    settings.RUNNER = "llm"
    assert 'name="wish"' in founder_client.get(address).content.decode()


def test_the_page_hands_a_wish_to_the_queue_with_the_order(
    written_project: Project, founder_client: Client
) -> None:
    address = reverse("project_generate", args=[written_project.pk])
    founder_client.post(
        address, {"artifact_type": "mvp_scope", "edits": "keep", "wish": "<b>Shorter</b>"}
    )
    assert (
        GenerationAttempt.objects.filter(artifact=row_of(written_project, SCOPE)).latest("pk").wish
        == "<b>Shorter</b>"
    )


def test_a_wish_that_is_too_long_comes_back_on_the_page(
    written_project: Project, founder_client: Client, settings: Any
) -> None:
    settings.RUNNER = "llm"
    wish = "x" * (WISH_MAX + 1)
    response = founder_client.post(
        reverse("project_generate", args=[written_project.pk]), {"wish": wish}
    )
    assert response.status_code == 422
    assert wish in response.content.decode()
    assert not GenerationAttempt.objects.exclude(wish="").exists()


def test_a_worker_that_takes_an_order_up_knows_the_wish(written_project: Project) -> None:
    rewrite(written_project, wish="Shorter.")
    attempt = GenerationAttempt.objects.get(
        artifact=row_of(written_project, SCOPE), wish="Shorter."
    )
    assert attempt.for_artifact(attempt.artifact_id).wish == "Shorter."


def test_open_notes_and_the_ids_that_later_documents_name_are_passed_on(
    project: Project, founder: User, orders: Mapping[ArtifactType, WriteRequest]
) -> None:
    generate(project, trigger=Requester(GenerationAttempt.Trigger.COMMAND))
    assert orders[SCOPE].rewriting.previous is None
    scope, tier = row_of(project, SCOPE), founder.get_tier()
    add: dict[str, Any] = {"section": "core_features", "author": founder, "tier": tier}
    for text in ("Open.", "Settled.", "Deleted."):
        add_note(scope, item_id="F-1", text=text, **add)
    add_note(scope, item_id=None, text="On all of them.", **add)
    notes = {note["note"]: note["id"] for note in row_of(project, SCOPE).annotations}
    resolve_note(scope, note_id=notes["Settled."], by=founder, tier=tier)
    delete_note(scope, note_id=notes["Deleted."], by=founder, tier=tier)
    rewrite(project)
    told = orders[SCOPE].rewriting
    assert told.previous == scope.content
    assert told.notes == (("F-1", "Open."), ("core_features", "On all of them."))
    assert "F-1" in told.used_ids
    assert all(item_id.startswith("F-") for item_id in told.used_ids)


def test_nothing_later_is_nothing_used(project: Project) -> None:
    generate(project, trigger=Requester(GenerationAttempt.Trigger.COMMAND))
    last = row_of(project, ArtifactType.HOW_IT_WORKS)
    assert rewriting_of(last, project.artifacts.all()).used_ids == frozenset()


def test_the_day_of_the_last_answer_is_told(founder: User, monkeypatch: pytest.MonkeyPatch) -> None:
    project = create_project(owner=founder, described=ProjectInput(name="Shelf", idea="Counting."))
    Project.objects.filter(pk=project.pk).update(answered_at=None)
    project.refresh_from_db()
    assert project.get_input().answered is None
    answered = answer_question(project, key="price", text="29 euros a month")
    assert answered.answered_at is not None
    assert answered.get_input().answered is not None
