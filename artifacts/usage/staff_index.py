"""Note on each document whether it is out of date and what its worst finding is, so that staff can
filter by both.

Either follows from all five documents and the answers together, which no query can tell of a
million projects. Whatever changes a row leaves its `updated_at` unlike its `surveyed_at`; a sweep
looks at those projects again. So no writer has to think of it, and a filter is at most a sweep
behind; a project that is being written has its turn when that is over, for each of its documents
would have all of them read again. Founders are told how it is now: their list of projects reads the
documents that no survey has seen as they are, and their other pages do not read this.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice

from artifacts.checker.findings import Severity
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType
from artifacts.services.documents.checks import known_report
from artifacts.services.documents.status import outdated_types

logger = logging.getLogger(__name__)

SURVEYED_AT_ONCE = 100
"""How many projects one sweep looks at: about two seconds of a worker."""
_READ_AT_ONCE = 20
"""How many of them are in memory at a time."""


def index_changed(limit: int = SURVEYED_AT_ONCE) -> int:
    """Survey at most `limit` projects that have changed, those longest ago first, and return how
    many that were.
    """
    keys = _changed(limit)
    for start in range(0, len(keys), _READ_AT_ONCE):
        # All of them before the first is stored: SQLite lets nobody write who is still reading what
        # others have changed since.
        some = keys[start : start + _READ_AT_ONCE]
        for project in list(Project.objects.filter(pk__in=some).with_artifacts()):
            _survey(project)
    return len(keys)


def stale_counts(projects: Iterable[Project]) -> dict[uuid.UUID, int]:
    """Return how many documents of each project are out of date, as they are now.

    One query at most.
    """
    counts = {project.pk: sum(row.is_stale for row in project.documents()) for project in projects}
    behind = [project for project in projects if _has_changed(project)]
    rows: dict[uuid.UUID, list[Artifact]] = {project.pk: [] for project in behind}
    for row in Artifact.objects.filter(project__in=behind).order_by("pk") if behind else ():
        rows[row.project_id].append(row)
    for project in behind:
        with _told_of(project):
            counts[project.pk] = len(_stale(project, rows[project.pk]))
    return counts


def _has_changed(project: Project) -> bool:
    """Whether a document may be out of date of which the last survey did not know."""
    rows = [row for row in project.documents() if row.is_written]
    is_known = project.surveyed_at == project.updated_at and all(
        row.surveyed_at == row.updated_at for row in rows
    )
    return bool(rows) and not is_known


def _changed(limit: int) -> list[uuid.UUID]:
    # A new project has five new documents; more rows than five times the limit say nothing new.
    written_at = Artifact.objects.generating().values("project")
    documents = (
        Artifact.objects.unsurveyed()
        .exclude(project__in=written_at)
        .order_by("updated_at")
        .values_list("project_id", flat=True)
    )
    projects = (
        Project.objects.unsurveyed()
        .exclude(pk__in=written_at)
        .order_by("updated_at")
        .values_list("pk", flat=True)
    )
    found = dict.fromkeys(chain(documents[: limit * 5], projects[:limit]))
    return list(islice(found, limit))


def _survey(project: Project) -> None:
    """Store what is found, each row only if it is still the one that was read; another has its turn
    next.
    """
    rows = [row for row in project.documents() if row.pk]
    worst: dict[ArtifactType, Severity] = {}
    stale: set[ArtifactType] = set()
    with _told_of(project):
        worst = _worst_findings(project)
        stale = _stale(project, rows)
    for row in rows:
        finding = worst.get(row.type)
        # Not `save`, which would make it changed again.
        Artifact.objects.filter(pk=row.pk, updated_at=row.updated_at).update(
            is_stale=row.type in stale,
            worst_finding=finding.value if finding else "",
            surveyed_at=row.updated_at,
        )
    Project.objects.filter(pk=project.pk, updated_at=project.updated_at).update(
        surveyed_at=project.updated_at
    )


def _worst_findings(project: Project) -> dict[ArtifactType, Severity]:
    worst: dict[ArtifactType, Severity] = {}
    for finding in known_report(project).findings:
        where = finding.place.artifact_type
        worst[where] = min(
            worst.get(where, finding.severity), finding.severity, key=lambda severity: severity.rank
        )
    return worst


def _stale(project: Project, rows: Sequence[Artifact]) -> set[ArtifactType]:
    return outdated_types(project, rows, rows)


@contextmanager
def _told_of(project: Project) -> Iterator[None]:
    """Go on without what cannot be read: looking at it again would not fix it, and would keep the
    others waiting.
    """
    try:
        yield
    except Exception:
        logger.exception(
            "The documents of project %s cannot be surveyed as they are stored", project.pk
        )
