"""Take the locks of a generation, give them back, and say what would stop one from being taken."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from typing import Any

from django.db import transaction

from artifacts.exceptions import (
    AccountSuspended,
    ArtifactsError,
    GenerationInProgress,
    InterviewUnfinished,
    NothingToGenerate,
    ProjectDeleted,
    UnresolvedEdits,
    UpstreamMissing,
)
from artifacts.generation.clock import shared_now
from artifacts.generation.connections import once_more
from artifacts.generation.leases import LEASE, QUEUED
from artifacts.models import Artifact, GenerationAttempt, Project, User
from artifacts.models.compiled import CompiledQuery, CompiledUpdate, Parameter
from artifacts.models.generation_lock import begun_values, claim_values
from artifacts.monitoring.context import current_request_id
from artifacts.monitoring.metrics import count_ended
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.usage.budgets import check_budget
from artifacts.usage.quota import check_quota

logger = logging.getLogger(__name__)

Edits = GenerationAttempt.Edits
Outcome = GenerationAttempt.Outcome

HEAVY_FIELDS = (
    "current_content",
    "previous_content",
    "annotations",
    "inputs",
    "proposal",
    "superseded_items",
)


@dataclass(frozen=True, slots=True)
class Requester:
    """Who asked for a generation, and why."""

    kind: GenerationAttempt.Trigger
    user: User | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim: the token that holds the locks of some artifacts of this project."""

    project_id: uuid.UUID
    token: uuid.UUID


def claim(
    project: Project,
    types: Iterable[ArtifactType],
    *,
    trigger: Requester,
    edits: GenerationAttempt.Edits,
    runner: str,
    started: bool,
    wish: str = "",
    now: datetime | None = None,
) -> Claim:
    """Lock all of `types` for one generation, or none of them, in one transaction of its own.

    `started` says that the claimer writes at once; otherwise the queue will bring a worker. Raises
    InterviewUnfinished, ProjectDeleted, AccountSuspended, UpstreamMissing, UnresolvedEdits,
    QuotaExceeded, BudgetExhausted or GenerationInProgress.
    """
    if trigger.kind == GenerationAttempt.Trigger.FOUNDER and project.is_draft:
        raise InterviewUnfinished
    wanted = in_order(types)
    order = GenerationAttempt(
        token=uuid.uuid4(),
        trigger=trigger.kind,
        reason=trigger.reason,
        requested_by=trigger.user,
        edits=edits,
        wish=wish,
        runner=runner,
        request_id=current_request_id(),
        created_at=now or shared_now(),
    )
    once_more(lambda: _claim(project, wanted, order, started=started))
    logger.info("Claimed %s of project %s for %s", ", ".join(wanted), project.pk, trigger.kind)
    return Claim(project.pk, order.token)


def _claim(
    project: Project, wanted: Sequence[ArtifactType], order: GenerationAttempt, *, started: bool
) -> None:
    """Lock the documents, and give each of them an attempt like `order`."""
    now = order.created_at
    with transaction.atomic(durable=True):
        rows = lock_artifacts(project)
        try:
            check_claim(rows, wanted, edits=Edits(order.edits), now=now)
            founder = (
                order.requested_by if order.trigger == GenerationAttempt.Trigger.FOUNDER else None
            )
            if founder is not None:
                check_quota(founder, wanted=len(wanted), now=now)
            check_budget(None if founder is None else founder.pk, now=now)
        except ArtifactsError:
            check_open(project)  # why nothing can be written at all is said first
            raise
        keys = [rows[artifact_type].pk for artifact_type in wanted]
        free = _claiming(len(keys), begins=started)
        until = now + (LEASE if started else QUEUED)
        places = {_key(number): key for number, key in enumerate(keys)}
        claimed = free.run(project=project.pk, token=order.token, now=now, until=until, **places)
        if claimed < len(keys):
            check_open(project)
            raise GenerationInProgress(wanted)
        if any(rows[artifact_type].is_generating for artifact_type in wanted):
            GenerationAttempt.objects.filter(artifact__in=keys).close(Outcome.ABANDONED, now=now)
        order.save_for(keys)


def lock_artifacts(project: Project) -> dict[ArtifactType, Artifact]:
    """Return the project's artifacts with what a claim looks at, locked until the transaction ends.

    Makes the rows that are missing, as they are when a type was added after the project.
    """
    rows = {row.type: row for row in _LOCKING.rows(project=project.pk)}
    missing = [artifact_type for artifact_type in GENERATION_ORDER if artifact_type not in rows]
    if missing:
        if not rows:
            check_open(project)  # of one that is gone for good no rows can be made
        Artifact.objects.bulk_create(
            (
                Artifact(project=project, artifact_type=artifact_type.value)
                for artifact_type in missing
            ),
            ignore_conflicts=True,
        )
        rows = {row.type: row for row in _LOCKING.rows(project=project.pk)}
    return rows


_OF_PROJECT = Parameter("project", Project._meta.pk)
_LOOKED_AT = (
    "project",
    "artifact_type",
    "version_number",
    "edited_sections",
    "generation_status",
    "lease_expires_at",
)
_LOCKING = CompiledQuery(
    lambda: Artifact.objects.filter(project=_OF_PROJECT).only(*_LOOKED_AT).locked()
)


@cache
def _claiming(count: int, *, begins: bool) -> CompiledUpdate:
    """Return what locks so many documents of a project where `check_open` raises nothing; the first
    is begun or all wait.
    """
    keys: list[Any] = [Parameter(_key(number), Artifact._meta.pk) for number in range(count)]
    token, now, until = _moments()
    is_open = Project.objects.active().filter(pk=_OF_PROJECT, owner__is_active=True)
    free = Artifact.objects.filter(pk__in=keys, project__in=is_open).claimable(now=now)
    values = claim_values(token, now=now, until=until, begin=keys[0] if begins else None)
    return CompiledUpdate(lambda: (free, values))


def begin(token: uuid.UUID, key: int, *, now: datetime) -> int:
    """Restart the clock of the documents that `token` holds, and return how many those are: the one
    with `key` is written at from now on, the others wait.
    """
    with transaction.atomic(savepoint=False):
        return _BEGINNING.run(token=token, key=key, now=now, until=now + LEASE)


def _beginning() -> tuple[Any, dict[str, Any]]:
    token, now, until = _moments()
    key: Any = Parameter("key", Artifact._meta.pk)
    held = Artifact.objects.held_by(token).in_order()
    return held, begun_values(now=now, until=until, begin=key)


_BEGINNING = CompiledUpdate(_beginning)


def _moments() -> tuple[Any, ...]:
    """Return the parameters of a lock: its token, and from when until when it is held."""
    return tuple(
        Parameter(name, Artifact._meta.get_field(field))
        for name, field in (
            ("token", "generation_token"),
            ("now", "generation_started_at"),
            ("until", "lease_expires_at"),
        )
    )


def _key(number: int) -> str:
    return f"key_{number}"


def check_open(project: Project) -> None:
    """Raise ProjectDeleted or AccountSuspended if nobody may write at a project."""
    found = Project.objects.active().filter(pk=project.pk)
    founder_gets_in = found.values_list("owner__is_active", flat=True).first()
    if founder_gets_in is None:
        raise ProjectDeleted
    if not founder_gets_in:
        raise AccountSuspended


def check_claim(
    rows: Mapping[ArtifactType, Artifact],
    wanted: Sequence[ArtifactType],
    *,
    edits: GenerationAttempt.Edits,
    now: datetime,
) -> None:
    """Raise what stops a claim of `wanted`: the same answer for a dry run as for the claim
    itself.
    """
    busy = [t for t in wanted if not rows[t].is_claimable(now=now)]
    if busy:
        raise GenerationInProgress(busy)
    missing = [t for t in _needed_for(wanted) if not rows[t].is_written]
    if missing:
        raise UpstreamMissing(missing)
    edited = {t: rows[t].edited_names for t in wanted if rows[t].has_user_edits}
    if edited and edits is Edits.REFUSE:
        raise UnresolvedEdits(edited)


def _needed_for(wanted: Sequence[ArtifactType]) -> list[ArtifactType]:
    """Return what has to be written before `wanted`, and is not among them."""
    earlier = {earlier for t in wanted for earlier in t.earlier}
    return [t for t in in_order(earlier - set(wanted)) if t.content_class.needed_by_later]


def in_order(types: Iterable[ArtifactType]) -> tuple[ArtifactType, ...]:
    """Return `types` without repetition in the order in which they are written."""
    wanted = set(types)
    return tuple(artifact_type for artifact_type in GENERATION_ORDER if artifact_type in wanted)


def unfinished_types(artifacts: Iterable[Artifact]) -> tuple[ArtifactType, ...]:
    """Return what a retry has to write: what failed, what a failure held up, and what was never
    written.

    Raises NothingToGenerate where that is nothing.
    """
    unfinished = in_order(
        a.type for a in artifacts if a.has_failed or a.blocked_by or not a.is_written
    )
    if not unfinished:
        raise NothingToGenerate
    return unfinished


def cancel(cascade: Claim) -> int:
    """Give back every lock that `cascade` still holds, and return how many those were.

    What is stored stays.
    """
    with transaction.atomic(durable=True):
        list(Artifact.objects.held_by(cascade.token).only("pk").locked())
        return _give_back(cascade)


def cancel_generation(project: Project, *, note: str = "") -> int:
    """Stop whatever is being written of `project`, and return how many documents that were.

    What is stored stays.

    `note` goes into the attempts that end with it, for staff.
    """
    with transaction.atomic(durable=True):
        # All rows, whatever their state: a claim that is being made at this moment holds them, and
        # is waited for. They stay locked until all is given back, so that nobody moves them to
        # another token in between.
        rows = list(Artifact.objects.filter(project=project).defer(*HEAVY_FIELDS).locked())
        tokens = {row.generation_token for row in rows if row.is_generating}
        return sum(
            _give_back(Claim(project.pk, token), note) for token in tokens if token is not None
        )


def _give_back(cascade: Claim, note: str = "") -> int:
    attempts = GenerationAttempt.objects.of(cascade.token)
    attempts.mark_begun()
    released = Artifact.objects.release(cascade.token)
    runners = list(attempts.open().values_list("runner", flat=True))
    attempts.close(Outcome.CANCELLED, now=shared_now(), error=note)
    for runner in runners:
        transaction.on_commit(partial(count_ended, runner=runner, outcome=Outcome.CANCELLED))
    logger.info("Cancelled %s artifacts of project %s", released, cascade.project_id)
    return released


def block(artifacts: Sequence[Artifact], *, by: ArtifactType, now: datetime) -> None:
    """Free `artifacts` and remember that the failure of `by` held them up, so that a retry writes
    them too.
    """
    for artifact in artifacts:
        token = artifact.generation_token
        assert token is not None
        Artifact.objects.filter(pk=artifact.pk).release(token, blocked_by=by.value)
        GenerationAttempt.objects.of(token).filter(artifact=artifact).close(
            Outcome.SKIPPED, now=now
        )
