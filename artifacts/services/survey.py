"""Note on each document whether it is out of date and what its worst finding is, so that staff can filter by both.

Either follows from all five documents and the answers together, which no query can tell of a million projects. Whatever
changes a row leaves its `updated_at` unlike its `surveyed_at`; a sweep looks at those projects again. So no writer has
to think of it, and a filter is at most a sweep behind. Founders' pages do not read this: they compute it as they are.
"""

from __future__ import annotations

import logging
import uuid
from itertools import chain, islice

from artifacts.coherence.findings import Severity
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType
from artifacts.services.checking import check_project
from artifacts.status import is_outdated

logger = logging.getLogger(__name__)

SURVEYED_AT_ONCE = 100
"""How many projects one sweep looks at: about two seconds of a worker."""


def survey_changed(limit: int = SURVEYED_AT_ONCE) -> int:
    """Survey at most `limit` projects that have changed, those longest ago first, and return how many that were."""
    keys = _changed(limit)
    for project in Project.objects.filter(pk__in=keys).with_artifacts().iterator(chunk_size=20):
        _survey(project)
    return len(keys)


def _changed(limit: int) -> list[uuid.UUID]:
    # A new project has five new documents; more rows than five times the limit say nothing new.
    documents = Artifact.objects.unsurveyed().order_by("updated_at").values_list("project_id", flat=True)
    projects = Project.objects.unsurveyed().order_by("updated_at").values_list("pk", flat=True)
    found = dict.fromkeys(chain(documents[: limit * 5], projects[:limit]))
    return list(islice(found, limit))


def _survey(project: Project) -> None:
    """Store what is found, each row only if it is still the one that was read; another has its turn next."""
    rows = [row for row in project.documents() if row.pk]
    try:
        worst = _worst_findings(project)
        stale = {row.type for row in rows if is_outdated(project, row, rows)}
    except Exception:
        # Looking at it again and again would not mend it, and would keep the others waiting.
        logger.exception("The documents of project %s cannot be surveyed as they are stored", project.pk)
        worst, stale = {}, set()
    for row in rows:
        finding = worst.get(row.type)
        # Not `save`, which would make it changed again.
        Artifact.objects.filter(pk=row.pk, updated_at=row.updated_at).update(
            is_stale=row.type in stale, worst_finding=finding.value if finding else "", surveyed_at=row.updated_at
        )
    Project.objects.filter(pk=project.pk, updated_at=project.updated_at).update(surveyed_at=project.updated_at)


def _worst_findings(project: Project) -> dict[ArtifactType, Severity]:
    worst: dict[ArtifactType, Severity] = {}
    for finding in check_project(project).findings:
        where = finding.place.artifact_type
        worst[where] = min(worst.get(where, finding.severity), finding.severity, key=lambda severity: severity.rank)
    return worst
