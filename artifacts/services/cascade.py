"""Write what a claim holds, one artifact after the other, each from all before it.

A runner is called with no transaction open and no connection held. Each artifact is committed before the next one
begins, by one conditional UPDATE that names the claim's token: whoever has lost the token to somebody else, because
its lease ran out, stores nothing.
"""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypedDict

from django.db import DataError, IntegrityError, OperationalError, transaction
from django.utils import timezone
from pydantic import ValidationError

from artifacts.coherence.identity import assign_ids
from artifacts.coherence.staleness import input_hashes
from artifacts.exceptions import RunnerUnavailable
from artifacts.models import Artifact, GenerationAttempt
from artifacts.runners import get_runner
from artifacts.runners.base import PermanentRunnerError, RetryableRunnerError, Runner, RunnerError, Usage
from artifacts.schemas import ArtifactContent, ArtifactType, load_content
from artifacts.schemas.base import describe_errors
from artifacts.services.claims import Cascade, Edits, Outcome, cancel
from artifacts.services.leases import LEASE, heartbeat, release_connection

logger = logging.getLogger(__name__)

STORE_TRIES = 5


@dataclass(frozen=True, slots=True)
class Step:
    """How one artifact of a cascade ended. `version_number` is the version that stands now."""

    artifact_type: ArtifactType
    outcome: GenerationAttempt.Outcome
    version_number: int
    seconds: float = 0.0
    message: str = ""
    reference: str = ""


class Failure(TypedDict):
    """What a failed artifact says: a sentence for the founder, and the reference that finds the log line."""

    message: str
    reference: str
    retryable: bool


@dataclass(frozen=True, slots=True)
class _Turn:
    """One artifact about to be written: its row, its order, the rows held for later, and all rows before it."""

    artifact: Artifact
    attempt: GenerationAttempt
    waiting: Sequence[Artifact]
    earlier: Sequence[Artifact]

    @property
    def type(self) -> ArtifactType:
        return self.artifact.type


def run_cascade(
    cascade: Cascade, *, runner: Runner | None = None, on_step: Callable[[Step], None] | None = None
) -> list[Step]:
    """Write every artifact that `cascade` still holds, and return how each ended, in order.

    Does nothing where somebody else holds them by now. An interruption such as Ctrl-C gives the locks back first.
    """
    steps: list[Step] = []
    with heartbeat.holding(cascade.token):
        try:
            while (turn := _next_turn(cascade)) is not None:
                for step in _take(turn, runner):
                    steps.append(step)
                    if on_step:
                        on_step(step)
        except (KeyboardInterrupt, SystemExit):
            cancel(cascade)
            raise
        finally:
            release_connection()
    return steps


def _next_turn(cascade: Cascade) -> _Turn | None:
    """Read the first artifact that the token still holds.

    All rows are read anew each time, so that what a founder has edited meanwhile is what the next document builds on.
    """
    now = timezone.now()
    rows = list(
        Artifact.objects.filter(project=cascade.project_id)
        .select_related("project")
        .defer("previous_content", "annotations", "proposal")
    )
    rows.sort(key=lambda row: row.type.number)
    held = [row for row in rows if row.is_generating and row.generation_token == cascade.token]
    if not held:
        return None
    artifact, *waiting = held
    attempt = GenerationAttempt.objects.open().of(cascade.token).get(artifact=artifact)
    if attempt.started_at is None and attempt.trigger == GenerationAttempt.Trigger.RECOVERY:
        # Recorded, so that an artifact which keeps killing its worker is given up in the end.
        GenerationAttempt.objects.filter(pk=attempt.pk).update(started_at=now)
    if artifact.lease_expires_at is not None and artifact.lease_expires_at < now + LEASE / 2:
        Artifact.objects.renew([cascade.token], until=now + LEASE)
    return _Turn(artifact, attempt, waiting, [row for row in rows if row.type in artifact.type.earlier])


def _take(turn: _Turn, runner: Runner | None) -> list[Step]:
    """Write and store one artifact, or record why it failed. Returns no step where the lock was lost."""
    began = time.monotonic()
    usage = Usage()
    try:
        project = turn.artifact.project.get_input()
        earlier = {row.type: row.content for row in turn.earlier if row.content is not None}
        runner = runner or get_runner(turn.attempt.runner)
        release_connection()
        written = runner.write(project, turn.type, earlier)
        usage = written.usage
        content = _validated(turn.type, written.content)
        seconds = time.monotonic() - began
        values = _version_values(turn, content)
        values["inputs"] = input_hashes(project, earlier)
        return _insist(lambda: _store(turn, values, usage, seconds))
    except RunnerError as error:
        failure = _failure(error)
    except RunnerUnavailable as error:
        failure = _failure(PermanentRunnerError(str(error), message=str(error)))
    except (DataError, IntegrityError) as error:
        failure = _failure(PermanentRunnerError(f"the database refused it: {error}"))
    except OperationalError:
        # The database is away. Nothing can be recorded now; the lease runs out and the cascade is taken up again.
        raise
    except Exception as error:
        logger.exception("A runner broke while writing %s of project %s", turn.type, turn.artifact.project_id)
        failure = _failure(RetryableRunnerError(repr(error)))
    logger.warning(
        "Failed to write %s of project %s, reference %s: %s",
        turn.type,
        turn.artifact.project_id,
        failure[0]["reference"],
        failure[1],
    )
    seconds = time.monotonic() - began
    return _insist(lambda: _record_failure(turn, *failure, usage, seconds))


def _validated(artifact_type: ArtifactType, content: Any) -> ArtifactContent:
    try:
        return load_content(artifact_type, content)
    except ValidationError as error:
        raise RetryableRunnerError(
            f"invalid output: {describe_errors(error)}",
            message="What was written did not have the form of this document, so we did not keep it. Please try again.",
        ) from error


def _version_values(turn: _Turn, content: ArtifactContent) -> dict[str, Any]:
    """Return the changes that make `content` the artifact's current version, with the edits that are to be kept."""
    artifact = turn.artifact
    edits = artifact.edited_sections if turn.attempt.edits == Edits.KEEP else {}
    identified = assign_ids(
        content, artifact.content, artifact.superseded_items, version=artifact.version_number, keep=tuple(edits)
    )
    return {
        **artifact.store_values(identified.content, now=timezone.now()),
        "superseded_items": identified.superseded,
        # An edit that was kept can be reverted to what was written for this version, not for an older one.
        "edited_sections": {name: {**edits[name], "generated": identified.replaced[name]} for name in edits},
    }


def _store(turn: _Turn, values: dict[str, Any], usage: Usage, seconds: float) -> list[Step]:
    now = timezone.now()
    version = turn.artifact.version_number + 1
    with transaction.atomic(durable=True):
        if not _release(turn, values):
            return []
        _begin_next(turn.waiting, now)
        _close_attempt(turn, Outcome.STORED, usage, seconds, now, version_written=version)
    return [Step(turn.type, Outcome.STORED, version, seconds)]


def _record_failure(turn: _Turn, failure: Failure, error: str, usage: Usage, seconds: float) -> list[Step]:
    """Mark the artifact failed, and free those that cannot be written without it. What is stored stays."""
    now = timezone.now()
    needed = turn.type.content_class.needed_by_later
    blocked = turn.waiting if needed else []
    with transaction.atomic(durable=True):
        status = {"generation_status": Artifact.GenerationStatus.FAILED, "failure": failure}
        if not _release(turn, status):
            return []
        block(blocked, by=turn.type, now=now)
        if not needed:
            _begin_next(turn.waiting, now)
        _close_attempt(turn, Outcome.FAILED, usage, seconds, now, error=error, reference=failure["reference"])
    skipped = f"Not written, because it builds on the {turn.type.label}."
    return [
        Step(
            turn.type,
            Outcome.FAILED,
            turn.artifact.version_number,
            seconds,
            failure["message"],
            failure["reference"],
        ),
        *(Step(row.type, Outcome.SKIPPED, row.version_number, message=skipped) for row in blocked),
    ]


def block(artifacts: Sequence[Artifact], *, by: ArtifactType, now: datetime) -> None:
    """Free `artifacts` and remember that the failure of `by` held them up, so that a retry writes them too."""
    for artifact in artifacts:
        assert artifact.generation_token is not None
        Artifact.objects.filter(pk=artifact.pk).release(artifact.generation_token, blocked_by=by.value)
    GenerationAttempt.objects.filter(artifact__in=artifacts).close(Outcome.SKIPPED, now=now)


def _release(turn: _Turn, values: dict[str, Any]) -> bool:
    token = turn.artifact.generation_token
    assert token is not None
    if Artifact.objects.filter(pk=turn.artifact.pk).release(token, **values):
        return True
    logger.warning(
        "Lost the lease of %s of project %s; what was written is discarded", turn.type, turn.artifact.project_id
    )
    return False


def _begin_next(waiting: Sequence[Artifact], now: datetime) -> None:
    for artifact in waiting[:1]:
        held = Artifact.objects.filter(pk=artifact.pk, generation_token=artifact.generation_token)
        held.update(generation_started_at=now, lease_expires_at=now + LEASE)


def _close_attempt(
    turn: _Turn, outcome: GenerationAttempt.Outcome, usage: Usage, seconds: float, now: datetime, **changes: Any
) -> None:
    GenerationAttempt.objects.filter(pk=turn.attempt.pk).close(
        outcome,
        now=now,
        started_at=now - timedelta(seconds=seconds),
        duration_seconds=round(seconds, 3),
        model=usage.model,
        prompt_version=usage.prompt_version,
        tokens_in=usage.tokens_in,
        tokens_out=usage.tokens_out,
        cost_usd=usage.cost_usd,
        upstream_versions={row.artifact_type: row.version_number for row in turn.earlier if row.is_written},
        **changes,
    )


def _failure(error: RunnerError) -> tuple[Failure, str]:
    """Return what the founder is told, and what the log and the attempt say."""
    return Failure(message=error.message, reference=secrets.token_hex(4), retryable=error.retryable), str(error)


def _insist(write: Callable[[], list[Step]]) -> list[Step]:
    """Call `write`, again where the database was busy or away for a moment; the token makes it safe to repeat."""
    for attempt in range(1, STORE_TRIES):
        try:
            return write()
        except OperationalError as error:
            logger.warning("The database was not available (%s); try %s of %s", error, attempt, STORE_TRIES)
            release_connection()
            time.sleep(0.2 * 2**attempt)
    return write()
