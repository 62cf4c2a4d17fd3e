"""The start page of a founder: all projects, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from artifacts.models import Artifact, Project
from artifacts.models.project import ProjectQuerySet
from artifacts.models.stamps import PageStamp, list_stamp
from artifacts.schemas import GENERATION_ORDER
from artifacts.services.projects.lifecycle import KEEP_DELETED
from artifacts.usage.staff_index import stale_counts
from artifacts.views.loaders import FounderRequest, founder_required, no_store
from artifacts.web.kept_pages import keeps_page

PAGE_SIZE = 50
DELETED_SHOWN = 100


class ProjectState(StrEnum):
    DRAFT = "draft"
    WRITING = "writing"
    FAILED = "failed"
    NEW = "new"
    PARTLY = "partly"
    STALE = "stale"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One project of the list, from rows without their contents."""

    project: Project
    artifacts: list[Artifact]
    stale: int
    """How many documents are out of date."""

    @property
    def state(self) -> ProjectState:
        if any(artifact.is_generating for artifact in self.artifacts):
            return ProjectState.WRITING
        if self.project.is_draft and not self.written:
            return ProjectState.DRAFT
        if any(artifact.has_failed or artifact.blocked_by for artifact in self.artifacts):
            return ProjectState.FAILED
        if not self.written:
            return ProjectState.NEW
        if self.written < len(self.artifacts):
            return ProjectState.PARTLY
        return ProjectState.STALE if self.stale else ProjectState.READY

    @property
    def written(self) -> int:
        return sum(artifact.is_written for artifact in self.artifacts)

    @property
    def changed_at(self) -> datetime:
        return max(
            [self.project.updated_at, *(a.updated_at for a in self.artifacts if a.is_written)]
        )


def _stamp(request: FounderRequest) -> PageStamp:
    deleted_since = timezone.now() - KEEP_DELETED
    return list_stamp(request.user.pk, first=0, count=PAGE_SIZE, deleted_since=deleted_since)


@founder_required
@no_store
@keeps_page(_stamp)
def project_list(request: FounderRequest) -> HttpResponse:
    own = Project.objects.owned_by(request.user)
    page = _page(own.active().prefetch_related(_light_artifacts()), request.GET.get("page", "1"))
    stale = stale_counts(page.object_list)
    kept = own.filter(deleted_at__gt=timezone.now() - KEEP_DELETED)
    deleted = list(kept.order_by("-deleted_at").only("name", "deleted_at")[:DELETED_SHOWN])
    return render(
        request,
        "artifacts/project/list.html",
        {
            "page": page,
            "rows": [
                ProjectRow(project, project.documents(), stale[project.pk]) for project in page
            ],
            "deleted": deleted,
            "just_deleted": next(
                (p for p in deleted if str(p.pk) == request.GET.get("deleted")), None
            ),
            "keep_days": KEEP_DELETED.days,
            "total": len(GENERATION_ORDER),
        },
    )


def _page(projects: ProjectQuerySet, number: str) -> Page[Project]:
    """Return a page of `projects`. Nothing is counted where the first one holds all."""
    found = list(projects[: PAGE_SIZE + 1]) if number == "1" else []
    if 0 < len(found) <= PAGE_SIZE:
        return Paginator(found, PAGE_SIZE).get_page(1)
    return Paginator(projects, PAGE_SIZE).get_page(number)


def _light_artifacts() -> Prefetch[Any]:
    columns = (
        "project",
        "artifact_type",
        "version_number",
        "generation_status",
        "blocked_by",
        "updated_at",
    )
    surveyed = ("is_stale", "surveyed_at")
    return Prefetch("artifacts", queryset=Artifact.objects.only(*columns, *surveyed).order_by("pk"))
