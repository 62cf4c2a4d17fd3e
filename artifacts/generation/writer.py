"""Write what a claim holds, one artifact after the other, each from all before it.

A runner is called with no transaction open and no connection held. Each artifact is committed
before the next one begins, by one conditional UPDATE that names the claim's token: a worker that
has lost the token to another one, because its lease ran out, stores nothing.
"""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import datetime, timedelta
from typing import Any

from django.db import DataError, IntegrityError, OperationalError, transaction
from pydantic import ValidationError

from artifacts.documents.staleness import recorded_inputs
from artifacts.exceptions import RunnerUnavailable
from artifacts.generation.attempts import (
    Effort,
    Turn,
    begun,
    close_attempt,
    note_end,
    receipt_columns,
    usage_columns,
    wait_before_next_try,
)
from artifacts.generation.claims import Claim, Outcome, begin, block, cancel
from artifacts.generation.clock import shared_now
from artifacts.generation.connections import (
    away_from_database,
    database_slot,
    retry_on_lost_connection,
)
from artifacts.generation.last_pass import add_last_pass
from artifacts.generation.leases import LEASE, heartbeat
from artifacts.generation.preconditions import NOTHING, check_upstream, spendable_usd
from artifacts.generation.progress import Progress, ProgressCallbackFailed, notify
from artifacts.generation.rewriting import rewriting_of
from artifacts.generation.rows import ProjectRows
from artifacts.generation.shutdown import abandon, is_stopping
from artifacts.generation.storing import Changes, Stored, store
from artifacts.generation.streaming import OnPartial, publisher
from artifacts.generation.versions import NewVersion, new_version, standing_rows
from artifacts.models import Artifact, GenerationAttempt
from artifacts.models.generation_lock import RELEASED, begun_values
from artifacts.models.stored import Failure
from artifacts.monitoring.context import bound
from artifacts.monitoring.masking import kind_of
from artifacts.runners import asks_a_model, get_runner
from artifacts.runners.base import (
    NOT_AVAILABLE,
    PermanentRunnerError,
    RetryableRunnerError,
    Runner,
    RunnerError,
    Usage,
    WriteRequest,
)
from artifacts.schemas import ArtifactContent, ArtifactType, load_content
from artifacts.schemas.base import describe_errors
from artifacts.services.operations.language_models import schema_models
from artifacts.text import clean_text, gettext_noop
from cofounder.postgresql.trust import trusting_connections

logger = logging.getLogger(__name__)

ERROR_MAX = 2_000


def write_claim(
    cascade: Claim,
    *,
    runner: Runner | None = None,
    on_step: Callable[[Progress], None] | None = None,
) -> list[Progress]:
    """Write every artifact that `cascade` still holds, and return how each ended, in order.

    Does nothing if somebody else holds them by now. An interruption such as Ctrl-C gives the
    locks back first; in a worker that is being stopped, the documents after the current one are
    handed to another worker.
    """
    steps: list[Progress] = []
    with heartbeat.holding(cascade.token), database_slot():
        try:
            for step in CascadeRunner(cascade, runner).steps():
                steps.append(step)
                if on_step:
                    notify(on_step, step)
        except (KeyboardInterrupt, SystemExit, ProgressCallbackFailed):
            cancel(cascade)
            raise
    return steps


class CascadeRunner:
    """Writes one cascade; reads the next turn on the connection that stored the one before."""

    def __init__(self, cascade: Claim, runner: Runner | None) -> None:
        self._cascade = cascade
        self._runner = runner
        self._rows = ProjectRows(cascade)
        self._was_lost = False

    def steps(self) -> Iterator[Progress]:
        turn = self._first_turn()
        while turn is not None and not is_stopping():
            steps = self._take(turn)
            yield from steps
            goes_on = steps and steps[-1].outcome is not Outcome.POSTPONED and turn.waiting
            turn = retry_on_lost_connection(self._rows.next_turn) if goes_on else None
        if is_stopping():
            retry_on_lost_connection(lambda: abandon(self._cascade.token))

    def _first_turn(self) -> Turn | None:
        turn = self._rows.first_turn()
        if turn is None:
            logger.info(
                "Nothing is left to write for a claim of project %s", self._cascade.project_id
            )
            return None
        if turn.artifact.resumes_at is not None:
            # A message that came twice. The sweep enqueues a new token when it is time.
            return None
        # Recorded before the runner is called: an artifact that keeps killing its worker is given
        # up in the end.
        if turn.artifact.begun_at is None and not self._begin(turn.artifact, shared_now()):
            # Somebody took it over between our look and this; what we would write could not be
            # stored.
            return None
        return turn

    def _take(self, turn: Turn) -> list[Progress]:
        """Write and store one artifact, or record why it failed.

        Returns no step where the lock was lost.
        """
        attempt = turn.attempt
        project, artifact = self._cascade.project_id, turn.artifact.pk
        with (
            bound(
                request_id=attempt.request_id,
                project_id=project,
                artifact_id=artifact,
                attempt_id=attempt.pk,
            ),
            publisher.publishing(self._cascade.token, turn.type) as tell,
        ):
            return self._write(turn, tell)

    def _write(self, turn: Turn, tell: OnPartial) -> list[Progress]:
        began = time.monotonic()
        usage = NOTHING
        try:
            project = self._rows.project_input
            order = self._order(turn, tell)
            earlier = {row.type: row.content for row in turn.earlier if row.content is not None}
            self._runner = self._runner or get_runner(turn.attempt.runner)
            check_upstream(turn.type, earlier)
            usage = Usage()  # from here on nobody knows, until the runner says so
            with away_from_database():
                written = self._runner.write(project, turn.type, earlier, order)
            usage = written.usage
            content = _validated(turn.type, written.content)
            # Whatever a writer says of it: the labels around the text are in the language that was
            # asked for.
            content.language = project.document_language
            inputs = recorded_inputs(turn.type, self._rows.input_hashes(earlier), written.uses)
            new = new_version(turn, content, project, inputs=inputs, claimed=self._rows.attempts)
            if new.content is not None:
                usage = add_last_pass(turn, project, new.values, order, usage, now=shared_now())
            effort = Effort(usage, time.monotonic() - began)
            return retry_on_lost_connection(lambda: self._store(turn, new, effort))
        except RunnerError as error:
            failure, usage = error, error.usage
        except RunnerUnavailable as error:
            failure = PermanentRunnerError(str(error), message=NOT_AVAILABLE)
        except (DataError, IntegrityError) as error:
            failure = PermanentRunnerError(f"the database refused it: {error}")
            usage = Usage()  # it may be what was refused
        except OperationalError:
            # The database is away. Nothing can be recorded; the lease runs out and the cascade is
            # taken up again.
            raise
        except Exception as error:
            logger.exception(
                "A runner broke while writing %s of project %s", turn.type, self._cascade.project_id
            )
            failure = RetryableRunnerError(repr(error))
        effort = Effort(usage, time.monotonic() - began)
        wait = wait_before_next_try(turn.attempt, failure)
        if wait is not None:
            return retry_on_lost_connection(lambda: self._postpone(turn, failure, effort, wait))
        return retry_on_lost_connection(lambda: self._fail(turn, failure, effort))

    def _order(self, turn: Turn, tell: OnPartial) -> WriteRequest:
        """Return what the runner is asked for. Raises RunnerError if the budget is spent."""
        asks_model = asks_a_model(turn.attempt.runner)
        is_first = turn.artifact.content is None
        return WriteRequest(
            tier=turn.artifact.project.owner.get_tier(),
            budget_usd=spendable_usd(turn.attempt),
            rewriting=rewriting_of(
                turn.artifact,
                turn.rows,
                wish=turn.attempt.wish,
                standing=() if is_first else standing_rows(turn, self._rows.attempts),
            ),
            on_partial=tell,
            is_wanted=lambda: heartbeat.holds(self._cascade.token),
            schema_models=schema_models() if asks_model else frozenset(),
        )

    def _store(self, turn: Turn, new: NewVersion, effort: Effort) -> list[Progress]:
        now = shared_now()
        stored = new.content is not None
        outcome = Outcome.STORED if stored else Outcome.PROPOSED
        version = turn.artifact.version_number + stored
        waits = [] if is_stopping() else turn.waiting
        changes = Changes(
            artifact=turn.artifact.pk,
            attempt=turn.attempt.pk,
            stored={**RELEASED, **new.values},
            waiting=begun_values(now=now, until=now + LEASE) if waits else {},
            begins=waits[0].pk if waits else None,
            receipt=receipt_columns(
                turn, outcome, effort, now, version_written=version if stored else None
            ),
        )
        found = self._try_to_store(changes)
        if found is None:
            self._lose(turn, effort)
            return []
        note_end(turn, outcome, effort)
        self._rows.stored(turn, new.content, changes, found)
        return [Progress(turn.type, outcome, version, effort.seconds, new.why_not)]

    def _try_to_store(self, changes: Changes) -> Stored | None:
        """Store on the connection that comes first; after one that was lost, only on one that is
        known to be alive.
        """
        trusting = nullcontext() if self._was_lost else trusting_connections()
        try:
            with trusting:
                return store(self._cascade.token, self._cascade.project_id, changes)
        except OperationalError:
            self._was_lost = True
            raise

    def _fail(self, turn: Turn, error: RunnerError, effort: Effort) -> list[Progress]:
        """Mark the artifact failed, and free those that cannot be written without it.

        What is stored stays.
        """
        now = shared_now()
        self._rows.forget()
        blocked = turn.waiting if turn.type.content_class.needed_by_later else []
        reference = secrets.token_hex(4)
        detail = clean_text(str(error))[:ERROR_MAX]
        failure = Failure(
            message=clean_text(error.message), reference=reference, retryable=error.retryable
        )
        with transaction.atomic(durable=True):
            status = Artifact.GenerationStatus.FAILED
            if not self._release(
                turn, {"generation_status": status, "failure": failure.dump()}, effort
            ):
                return []
            # Only a failure ends here: what was stopped or handed back in between is written
            # elsewhere, or is no longer wanted.
            logger.warning(
                "Failed to write %s of project %s, reference %s: %s",
                turn.type,
                self._cascade.project_id,
                reference,
                kind_of(detail),
            )
            close_attempt(turn, Outcome.FAILED, effort, now, error=detail, reference=reference)
            block(blocked, by=turn.type, now=now)
            if turn.waiting and not blocked:
                self._begin(turn.waiting[0], now)
        version = turn.artifact.version_number
        failed = Progress(
            turn.type, Outcome.FAILED, version, effort.seconds, error.message, reference
        )
        reason = f"Not written, because it builds on the {turn.type.label}."
        skipped = [
            Progress(row.type, Outcome.SKIPPED, row.version_number, message=reason)
            for row in blocked
        ]
        return [failed, *skipped]

    def _postpone(
        self, turn: Turn, error: RunnerError, effort: Effort, wait: timedelta
    ) -> list[Progress]:
        """Let go of everything that is held until `wait` is over; a worker takes it up then, as if
        ours had died.

        The attempt is closed with what it took, and the same is ordered again.
        """
        now = shared_now()
        until = now + wait
        detail = clean_text(str(error))[:ERROR_MAX]
        logger.info(
            "Postponed %s of project %s until %s: %s",
            turn.type,
            self._cascade.project_id,
            until,
            kind_of(detail),
        )
        with transaction.atomic(durable=True):
            held = Artifact.objects.held_by(self._cascade.token)
            if turn.artifact.pk not in {row.pk for row in held.only("pk").locked()}:
                self._lose(turn, effort)
                return []
            held.postpone(now=now, until=until)
            # Nothing is left to close where this was done already and only the answer of the
            # database was lost.
            if close_attempt(turn, Outcome.POSTPONED, effort, now, error=detail):
                turn.attempt.again(
                    now=now, postponements=turn.attempt.postponements + 1, **begun(effort, now)
                )
        waits = (
            "The writing service asked us to wait. "
            f"A worker goes on with it, and with what was to follow, at {until:%H:%M} UTC."
        )
        return [
            Progress(
                turn.type, Outcome.POSTPONED, turn.artifact.version_number, effort.seconds, waits
            )
        ]

    def _release(self, turn: Turn, values: dict[str, Any], effort: Effort) -> bool:
        if turn.waiting:
            # More rows follow in this transaction, and theirs may be the smaller keys.
            list(Artifact.objects.held_by(self._cascade.token).only("pk").locked())
        if Artifact.objects.filter(pk=turn.artifact.pk).release(self._cascade.token, **values):
            return True
        self._lose(turn, effort)
        return False

    def _lose(self, turn: Turn, effort: Effort) -> None:
        """Note what a text took that is dropped because somebody else holds the document by now."""
        attempts = GenerationAttempt.objects.filter(pk=turn.attempt.pk)
        if is_stopping():
            level, words = logging.INFO, "Handed %s of project %s back; its text is dropped"
        elif attempts.filter(outcome=Outcome.CANCELLED).exists():
            level, words = logging.INFO, "%s of project %s was cancelled; its text is dropped"
        else:
            level, words = (
                logging.WARNING,
                "Lost the lease of %s of project %s; its text is dropped",
            )
        logger.log(level, words, turn.type, self._cascade.project_id)
        attempts.filter(duration_seconds=None).update(**usage_columns(effort))

    def _begin(self, artifact: Artifact, now: datetime) -> int:
        """Say that `artifact` is written at from now on, and return how many rows are still held.

        Says nothing in a worker that is being stopped: it will not write it.
        """
        if is_stopping():
            return 0
        return begin(self._cascade.token, artifact.pk, now=now)


def _validated(artifact_type: ArtifactType, content: Any) -> ArtifactContent:
    try:
        return load_content(artifact_type, content)
    except ValidationError as error:
        raise RetryableRunnerError(
            f"invalid output: {describe_errors(error)}",
            message=gettext_noop(
                "What was written did not have the form of this document, so we did not keep it."
                " Please try again."
            ),
        ) from error
