from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_text_list

from artifacts.generation.recovery import resume_abandoned
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, GenerationAttempt, Project
from artifacts.schemas import ArtifactType
from artifacts.tests.support.factories import StubRunner, claim_all
from artifacts.tests.support.operators import VIEWER, make_operator, operator_client, page
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.tests.support.rows import row_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return operator_client()


def address(artifact: Artifact) -> str:
    return reverse("admin:artifacts_artifact_release", args=[artifact.pk])


def release(client: Client, artifact: Artifact, reason: str = "hangs since noon") -> str:
    """Post the form with the token that the page showed, and return what the next page says."""
    form = {"token": artifact.generation_token, "reason": reason}
    return str(client.post(address(artifact), form, follow=True).content.decode())


def test_the_page_says_what_may_still_be_running(client: Client, project: Project) -> None:
    claim_all(project)
    artifact = row_of(project, "brief")
    shown = page(client, address(artifact))
    assert "Its writer is probably still at work." in shown
    assert str(artifact.generation_token) in shown
    others = get_text_list([f"the {one.label}" for one in ArtifactType.BRIEF.later], "and")
    assert f"{others} too" in shown
    project.artifacts.update(lease_expires_at=timezone.now() - timedelta(seconds=1))
    assert "You may not need this." in page(client, address(artifact))


def test_what_a_service_has_put_off_is_released_too(client: Client, project: Project) -> None:
    claim_all(project, started=False)
    until = timezone.now() + timedelta(minutes=5)
    project.artifacts.update(resumes_at=until, lease_expires_at=until)
    artifact = row_of(project, "brief")
    assert "Nobody is at work on it." in page(client, address(artifact))
    assert "Postponed until" in page(client, address(artifact))
    release(client, artifact)
    assert set(project.artifacts.values_list("generation_status", "resumes_at")) == {("idle", None)}
    assert set(GenerationAttempt.objects.values_list("outcome", flat=True)) == {"cancelled"}


def test_a_release_frees_the_generation_and_says_who_and_why(
    client: Client, project: Project
) -> None:
    claim_all(project)
    said = release(client, row_of(project, "brief"))
    assert (
        "Released the Product Brief of Shelfwise. With it, what the same generation held: MVP Scope"
        in said
    )
    assert set(project.artifacts.values_list("generation_status", "generation_token")) == {
        ("idle", None)
    }
    outcomes = {
        a.artifact.type: a.outcome for a in GenerationAttempt.objects.select_related("artifact")
    }
    assert outcomes.pop(ArtifactType.BRIEF) == "abandoned"
    assert set(outcomes.values()) == {"cancelled"}
    errors = set(GenerationAttempt.objects.values_list("error", flat=True))
    assert len(errors) == 1
    assert errors.pop().endswith(": hangs since noon")
    logged = LogEntry.objects.get(content_type__model="artifact")
    assert logged.change_message.endswith("Reason: hangs since noon")


def test_a_writer_that_comes_back_stores_nothing(client: Client, project: Project) -> None:
    cascade = claim_all(project)

    def be_released(artifact_type: ArtifactType) -> None:
        if artifact_type is ArtifactType.MVP_SCOPE:
            release(client, row_of(project, "mvp_scope"))

    write_claim(cascade, runner=StubRunner(before=be_released))
    documents = Project.objects.get(pk=project.pk).documents()
    assert [one.type for one in documents if one.version_number] == [ArtifactType.BRIEF]
    assert row_of(project, "mvp_scope").generation_status == "idle"


def test_nothing_is_released_when_the_holder_has_stored_meanwhile(
    client: Client, project: Project
) -> None:
    cascade = claim_all(project, [ArtifactType.BRIEF])
    seen = row_of(project, "brief")
    write_claim(cascade, runner=StubRunner())
    assert "Nothing was released: its holder has since stored version 1." in release(client, seen)
    assert not LogEntry.objects.exists()
    assert "nothing to release" in page(client, address(seen))


def test_the_rest_of_a_generation_stays_when_the_document_is_done(
    client: Client, project: Project
) -> None:
    """The token lives on: it holds the documents after it."""
    cascade = claim_all(project)
    seen = row_of(project, "brief")
    writing = StubRunner(
        before=lambda t: release(client, seen) if t is ArtifactType.MVP_SCOPE else None
    )
    write_claim(cascade, runner=writing)
    assert set(project.artifacts.values_list("version_number", flat=True)) == {1}


def test_nothing_is_released_when_another_worker_has_taken_it_over(
    client: Client, project: Project
) -> None:
    claim_all(project)
    seen = row_of(project, "brief")
    later = timezone.now() + timedelta(minutes=1)
    resume_abandoned(deliver=lambda cascade: None, now=later)
    assert "Nothing was released" in release(client, seen)
    assert project.artifacts.generating().count() == ALL_DOCUMENTS


def test_two_members_of_staff_release_once(client: Client, project: Project) -> None:
    claim_all(project)
    seen = row_of(project, "brief")
    release(operator_client(), seen, "mine")
    said = release(client, seen, "yours")
    assert "Nothing was released: somebody else was quicker (Released by" in said
    assert LogEntry.objects.filter(content_type__model="artifact").count() == 1


def test_a_reason_is_needed(client: Client, project: Project) -> None:
    claim_all(project)
    assert "Please say why" in release(client, row_of(project, "brief"), " ")
    assert project.artifacts.generating().count() == ALL_DOCUMENTS


def test_who_may_not_release_sees_no_button_and_is_refused(project: Project) -> None:
    claim_all(project)
    artifact = row_of(project, "brief")
    client = Client()
    client.force_login(make_operator(*VIEWER, "regenerate_artifact"))
    assert "/release/" not in page(
        client, reverse("admin:artifacts_artifact_change", args=[artifact.pk])
    )
    assert client.get(address(artifact)).status_code == 403
    assert (
        client.post(
            address(artifact), {"reason": "x", "token": artifact.generation_token}
        ).status_code
        == 403
    )
    assert project.artifacts.generating().count() == ALL_DOCUMENTS
    shown = page(operator_client(), reverse("admin:artifacts_artifact_change", args=[artifact.pk]))
    assert address(artifact) in shown
