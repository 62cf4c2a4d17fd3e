"""A founder's project with all that its pages show, in two statements that are built once."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from artifacts.models import Artifact, GenerationAttempt, GuestNote, Project, User
from artifacts.models.compiled import CompiledQuery, Parameter
from artifacts.models.project import ProjectQuerySet
from artifacts.models.testing import tests_in_project
from artifacts.services.sharing.guest_notes import guest_notes_on
from artifacts.tiers import Tier
from artifacts.usage.quota import DayUse, counted_since, day_used
from artifacts.usage.totals import start_of_day


def read_project(project_id: uuid.UUID, *, owner_id: int) -> Project | None:
    """Return a founder's project as `with_artifacts()` loads it; None if they have none of that
    id, or have deleted it. Two queries.
    """
    return _with_artifacts(_PROJECT.rows(project=project_id, owner=owner_id))


def read_project_with_guest_notes(
    project_id: uuid.UUID,
    *,
    owner: User,
    artifact_type: str,
    known: Sequence[Artifact] | None = None,
) -> tuple[Project, int] | None:
    """Return the same, and how many notes of guests there are on one document (`guest_notes_on`).
    Two queries; one where the documents are `known`.
    """
    query = _project_with_guest_notes(owner.get_tier())
    rows = query.rows(project=project_id, owner=owner.pk, artifact_type=artifact_type)
    found = _with_artifacts(rows, known)
    return None if found is None else (found, vars(found)["guest_notes"])


def read_project_with_counts(
    project_id: uuid.UUID,
    *,
    owner: User,
    now: datetime,
    known: Sequence[Artifact] | None = None,
) -> tuple[Project, DayUse] | None:
    """Return the same with `held_notes`, the number of notes that wait for its founder, and their
    use of today's documents. Two queries; one where the documents are `known`.
    """
    query = _project_with_counts(owner.get_tier())
    rows = query.rows(project=project_id, owner=owner.pk, since=start_of_day(now))
    found = _with_artifacts(rows, known)
    if found is None:
        return None
    return found, day_used(owner, vars(found)["ordered_today"], now=now)


def read_project_by_documents(
    project_id: uuid.UUID, *, owner: User, artifact_type: str
) -> tuple[Project, int] | None:
    """Return what `read_project_with_guest_notes` does of a project that has documents, with each
    of which its own row comes. One query.
    """
    query = _documents_with_project(owner.get_tier())
    rows = query.rows(project=project_id, owner=owner.pk, artifact_type=artifact_type)
    if not rows:
        return None
    project, told = rows[0].project, vars(rows[0])
    vars(project)["tests_told"] = told["tests_told"]
    _attach(project, rows)
    return project, told["guest_notes"]


def _with_artifacts(
    found: list[Project], known: Sequence[Artifact] | None = None
) -> Project | None:
    if not found:
        return None
    project = found[0]
    _attach(project, _ARTIFACTS.rows(project=project.pk) if known is None else known)
    return project


def _attach(project: Any, rows: Sequence[Artifact]) -> None:
    """Put the documents where `prefetch_related` keeps what it has read, which it cannot of
    statements like these, and where `refresh_from_db` forgets it.
    """
    artifacts = project.artifacts.all()
    artifacts._result_cache = list(rows)  # noqa: SLF001
    project._prefetched_objects_cache = {"artifacts": artifacts}  # noqa: SLF001
    for artifact in artifacts:
        artifact.project = project


def _own_project() -> ProjectQuerySet:
    own = Project.objects.active().filter(pk=_project(), owner=_owner())
    return own.annotate(tests_told=tests_in_project("pk"))


def _project() -> Parameter:
    return Parameter("project", Project._meta.pk)


def _owner() -> Parameter:
    return Parameter("owner", Project._meta.get_field("owner"))


_PROJECT = CompiledQuery(_own_project)
_ARTIFACTS = CompiledQuery(lambda: Artifact.objects.filter(project=_project()).order_by("pk"))


@cache
def _project_with_guest_notes(tier: Tier) -> CompiledQuery[Project]:
    return CompiledQuery(lambda: _own_project().annotate(guest_notes=_guest_notes("pk", tier)))


@cache
def _documents_with_project(tier: Tier) -> CompiledQuery[Artifact]:
    return CompiledQuery(
        lambda: (
            Artifact.objects.filter(
                project=_project(), project__owner=_owner(), project__deleted_at=None
            )
            .select_related("project")
            .annotate(
                tests_told=tests_in_project("project"), guest_notes=_guest_notes("project", tier)
            )
            .order_by("pk")
        )
    )


def _guest_notes(project: str, tier: Tier) -> Coalesce:
    """Count the notes of guests on a document; `project` is the column of its project's key."""
    artifact_type = Parameter("artifact_type", GuestNote._meta.get_field("artifact_type"))
    notes = guest_notes_on(OuterRef(project), artifact_type, tier).order_by()
    counted = notes.values("link__project").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted), 0)


@cache
def _project_with_counts(tier: Tier) -> CompiledQuery[Project]:
    since = Parameter("since", GenerationAttempt._meta.get_field("created_at"))
    return CompiledQuery(
        lambda: (
            _own_project()
            .with_held_notes(tier)
            .annotate(ordered_today=counted_since(_owner(), since))
        )
    )
