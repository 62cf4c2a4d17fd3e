"""What a founder is told about each document."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from artifacts.generation.leases import LEASE
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactType
from artifacts.services.documents.status import DocumentState, project_status, stale_types
from artifacts.services.editing.manual_edits import edit_section, fingerprint
from artifacts.services.editing.restoring import revert_section
from artifacts.tests.support.factories import StubRunner, claim_all
from artifacts.tests.support.plain import ALL_DOCUMENTS

pytestmark = pytest.mark.django_db


def states(project: Project, **later: Any) -> list[DocumentState]:
    fresh = Project.objects.get(pk=project.pk)
    return [
        document.state
        for document in project_status(fresh, now=timezone.now() + timedelta(**later)).documents
    ]


def change_brief(project: Project, founder: User, text: str) -> None:
    brief = Artifact.objects.get(project=project, artifact_type="brief")
    assert brief.content is not None
    base = fingerprint(brief.content.model_dump()["key_constraint"])
    edit_section(
        brief,
        section="key_constraint",
        value=text,
        base=base,
        editor=founder,
        tier=founder.get_tier(),
    )


def test_an_order_waits_in_the_queue_until_a_writer_begins_it(project: Project) -> None:
    claim_all(project, started=False)
    assert states(project) == [DocumentState.QUEUED] * ALL_DOCUMENTS
    assert (
        states(project, seconds=2 * LEASE.total_seconds()) == [DocumentState.QUEUED] * ALL_DOCUMENTS
    )


def test_one_document_is_written_while_the_others_wait(project: Project) -> None:
    seen: list[list[DocumentState]] = []
    cascade = claim_all(project, started=False)
    write_claim(cascade, runner=StubRunner(before=lambda _: seen.append(states(project))))
    assert seen[0] == [DocumentState.WRITING, *[DocumentState.QUEUED] * (ALL_DOCUMENTS - 1)]
    assert seen[2] == [
        DocumentState.READY,
        DocumentState.READY,
        DocumentState.WRITING,
        *[DocumentState.QUEUED] * (ALL_DOCUMENTS - 3),
    ]
    assert states(project) == [DocumentState.READY] * ALL_DOCUMENTS


def test_what_was_begun_and_whose_lease_ended_is_interrupted(project: Project) -> None:
    claim_all(project, started=True)
    assert states(project, seconds=LEASE.total_seconds() + 1) == [
        DocumentState.INTERRUPTED,
        *[DocumentState.QUEUED] * (ALL_DOCUMENTS - 1),
    ]


@pytest.mark.parametrize(
    ("started", "said"), [(False, "Starting in a moment"), (True, "was interrupted")]
)
def test_only_an_order_that_a_writer_left_is_called_interrupted(
    project: Project, started: bool, said: str
) -> None:
    claim_all(project, started=started)
    status = project_status(Project.objects.get(pk=project.pk), now=timezone.now() + 2 * LEASE)
    sentence = render_to_string("artifacts/generation/_progress_sentence.html", {"status": status})
    assert said in sentence
    assert ("interrupted" in sentence) is started


def test_seconds_are_counted_from_the_moment_the_writer_began(project: Project) -> None:
    claim_all(project, started=True)
    status = project_status(
        Project.objects.get(pk=project.pk), now=timezone.now() + timedelta(seconds=7.5)
    )
    assert status.documents[0].seconds == 7


def test_an_edited_section_makes_what_was_written_from_it_stale_and_is_named(
    written_project: Project, founder: User
) -> None:
    change_brief(written_project, founder, "Two developers.")
    status = project_status(Project.objects.get(pk=written_project.pk), now=timezone.now())
    assert stale_types(status) == ArtifactType.BRIEF.later
    assert status.documents[1].causes == ("Product Brief: Key constraint",)


def test_taking_the_edit_back_makes_it_fresh_again(written_project: Project, founder: User) -> None:
    change_brief(written_project, founder, "Two developers.")
    brief = Artifact.objects.get(project=written_project, artifact_type="brief")
    revert_section(brief, section="key_constraint", editor=founder, tier=founder.get_tier())
    assert states(written_project) == [DocumentState.READY] * ALL_DOCUMENTS


def test_a_document_between_that_was_regenerated_with_the_same_text_makes_nothing_stale(
    written_project: Project,
) -> None:
    write_claim(claim_all(written_project, [ArtifactType.MVP_SCOPE]), runner=StubRunner())
    assert states(written_project) == [DocumentState.READY] * ALL_DOCUMENTS


def test_a_restored_version_of_which_nobody_knows_the_inputs_is_not_called_stale(
    written_project: Project,
) -> None:
    Artifact.objects.filter(project=written_project).update(inputs={})
    assert states(written_project) == [DocumentState.READY] * ALL_DOCUMENTS
