"""What a document that cannot be written leaves behind."""

from __future__ import annotations

from typing import Any

import pytest

from artifacts.generation.claims import unfinished_types
from artifacts.generation.writer import write_claim
from artifacts.models import Project
from artifacts.runners.base import PermanentRunnerError, RetryableRunnerError
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.tests.support.document_rows import Status, artifact
from artifacts.tests.support.factories import PLAIN, StubRunner, claim_all

pytestmark = pytest.mark.django_db


def failing_at(*types: ArtifactType, error: Exception | None = None) -> StubRunner:
    def fail(artifact_type: ArtifactType) -> None:
        if artifact_type in types:
            raise error or PermanentRunnerError("no luck", message="It did not work.")

    return StubRunner(before=fail)


@pytest.mark.parametrize(
    ("failed", "blocks_later"),
    [
        ("brief", True),
        ("mvp_scope", True),
        ("milestones", False),
        ("risk_log", False),
        ("how_it_works", False),
    ],
)
def test_a_failure_stops_only_what_cannot_be_written_without_it(
    project: Project, failed: str, blocks_later: bool
) -> None:
    kind = ArtifactType(failed)
    write_claim(claim_all(project), runner=failing_at(kind))

    blocked = set(kind.later) if blocks_later else set()
    rows = {row.artifact_type: row for row in project.artifacts.all()}
    assert rows[failed].generation_status == Status.FAILED
    failure = rows[failed].failure
    assert failure is not None
    assert failure["message"] == "It did not work."
    assert failure["reference"]
    assert {name for name, row in rows.items() if row.blocked_by == failed} == blocked
    assert {name for name, row in rows.items() if row.version_number == 1} == set(ArtifactType) - {
        kind
    } - blocked
    assert not any(row.is_generating or row.generation_token for row in rows.values())


def test_a_retry_writes_nothing_good_again(project: Project) -> None:
    write_claim(
        claim_all(project), runner=failing_at(ArtifactType.MVP_SCOPE, ArtifactType.RISK_LOG)
    )
    retry = StubRunner()
    write_claim(claim_all(project, unfinished_types(project.documents())), runner=retry)

    assert [artifact_type for artifact_type, _ in retry.calls] == list(GENERATION_ORDER[1:])
    assert set(project.artifacts.values_list("version_number", "generation_status")) == {
        (1, Status.IDLE)
    }
    assert not project.artifacts.exclude(failure=None, blocked_by="").exists()


def test_a_failed_regeneration_keeps_the_version_that_was_there(written_project: Project) -> None:
    write_claim(claim_all(written_project), runner=failing_at(ArtifactType.BRIEF))
    brief = artifact(written_project, ArtifactType.BRIEF)
    assert (brief.version_number, brief.generation_status) == (1, Status.FAILED)
    assert brief.current_content is not None
    retry = unfinished_types(Project.objects.get(pk=written_project.pk).documents())
    assert retry == GENERATION_ORDER, "all were asked for, and none of them was regenerated"


@pytest.mark.parametrize(
    "output",
    [
        {},
        {"problem_statement": "x"},
        {**PLAIN[ArtifactType.BRIEF], "surprise": "x"},
        {
            **PLAIN[ArtifactType.BRIEF],
            "assumptions": [{"text": "x", "basis": "answer", "confidence": "banana"}],
        },
        "not even a dict",
    ],
)
def test_output_that_does_not_validate_is_not_stored(project: Project, output: Any) -> None:
    write_claim(
        claim_all(project), runner=StubRunner(contents={**PLAIN, ArtifactType.BRIEF: output})
    )
    brief = artifact(project, ArtifactType.BRIEF)
    assert (brief.version_number, brief.current_content, brief.generation_status) == (
        0,
        None,
        Status.FAILED,
    )
    assert brief.attempts.get().error.startswith("invalid output")
    assert brief.last_failure is not None
    assert brief.last_failure.retryable
    assert brief.last_failure.message == (
        "What was written did not have the form of this document, so we did not keep it."
        " Please try again."
    )


def test_a_bug_in_a_runner_ends_in_a_readable_failure_and_a_log_line(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    write_claim(
        claim_all(project),
        runner=failing_at(ArtifactType.BRIEF, error=ZeroDivisionError("secret detail")),
    )
    failure = artifact(project, ArtifactType.BRIEF).failure
    assert failure is not None
    assert "secret detail" not in failure["message"]
    assert failure["reference"] in caplog.text
    assert "secret detail" in caplog.text


@pytest.mark.parametrize(
    "detail", ["bad \x00 answer", "bad \ud800 answer", "x" * 100_000], ids=["nul", "half", "long"]
)
def test_a_failure_is_recorded_whatever_its_text_is(project: Project, detail: str) -> None:
    error = RetryableRunnerError(detail, message=f"Sorry: {detail[:50]}")
    write_claim(claim_all(project), runner=failing_at(ArtifactType.BRIEF, error=error))
    brief = artifact(project, ArtifactType.BRIEF)
    assert brief.has_failed
    assert brief.attempts.get().error == detail.replace("\x00", "").replace("\ud800", "")[:2000]


def test_a_document_whose_base_somebody_else_is_writing_fails_readably(project: Project) -> None:
    def lose_the_brief(artifact_type: ArtifactType) -> None:
        if artifact_type is ArtifactType.MVP_SCOPE:
            project.artifacts.filter(artifact_type="brief").update(
                version_number=0, current_content=None
            )

    write_claim(claim_all(project), runner=StubRunner(before=lose_the_brief))
    failure = artifact(project, ArtifactType.MILESTONES).failure
    assert failure is not None
    assert "Product Brief must be written first" in failure["message"]


def test_a_failure_says_whether_trying_again_may_help(project: Project) -> None:
    write_claim(
        claim_all(project),
        runner=failing_at(ArtifactType.BRIEF, error=RetryableRunnerError("busy")),
    )
    failure = artifact(project, ArtifactType.BRIEF).failure
    assert failure is not None
    assert failure["retryable"] is True


def test_a_failure_leaves_a_later_document_alone_that_somebody_else_has_taken_over(
    written_project: Project,
) -> None:
    def lose_the_last(artifact_type: ArtifactType) -> None:
        written_project.artifacts.filter(artifact_type="how_it_works").update(
            lease_expires_at="2020-01-01T00:00Z"
        )
        claim_all(written_project, [ArtifactType.HOW_IT_WORKS])
        raise PermanentRunnerError("no luck")

    write_claim(claim_all(written_project), runner=StubRunner(before=lose_the_last))
    last = artifact(written_project, ArtifactType.HOW_IT_WORKS)
    assert last.is_generating
    assert last.attempts.open().count() == 1
