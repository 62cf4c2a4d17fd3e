"""Filters for states that few rows are in; an index serves each."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from artifacts.checker.findings import Severity
from artifacts.models import Artifact, Project, ShareLink, User
from artifacts.models.artifact import RARE

STATES = {
    "failed": "Failed",
    "generating": "Being written",
    "interrupted": "Lease expired",
    "stale": "Out of date",
    Severity.BROKEN.value: "Findings: broken",
    Severity.IMPORTANT.value: "Findings: important",
    "edited": "Edited by hand",
    "proposed": "Proposal waiting",
}
"""What staff look for among documents. Stale and findings are as the last survey found them."""


def in_state(state: str) -> Q:
    """Return the condition for documents in one of STATES."""
    if state == "interrupted":
        return RARE["generating"] & Q(lease_expires_at__lt=timezone.now())
    return RARE[state] if state in RARE else Q(worst_finding=state)


class ClosedFilter(admin.SimpleListFilter):
    title = "deleted by the founder"
    parameter_name = "closed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Waits to be erased")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> QuerySet[User]:
        return queryset.exclude(erase_at=None) if self.value() == "yes" else queryset


class ArtifactStateFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(STATES.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Artifact]) -> QuerySet[Artifact]:
        return queryset.filter(in_state(self.value() or "")) if self.value() in STATES else queryset


class DocumentsFilter(ArtifactStateFilter):
    """Projects that have a document in that state."""

    title = "documents"
    parameter_name = "documents"

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() not in STATES:
            return queryset
        # Not by a join, after which Django would have to remove doubles from all rows.
        return queryset.filter(
            pk__in=Artifact.objects.filter(in_state(self.value() or "")).values("project")
        )


class ProjectKindFilter(admin.SimpleListFilter):
    title = "kind"
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("draft", "Draft"), ("deleted", "Deleted")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Project]) -> QuerySet[Project]:
        if self.value() == "draft":
            return queryset.filter(interviewed_at__isnull=True)
        return queryset.filter(deleted_at__isnull=False) if self.value() == "deleted" else queryset


class LinkStateFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("open", "Leads somewhere"), ("expired", "Expired"), ("revoked", "Revoked")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[ShareLink]) -> QuerySet[ShareLink]:
        now = timezone.now()
        if self.value() == "open":
            return queryset.filter(pk__in=ShareLink.objects.open(now=now))
        if self.value() == "expired":
            return queryset.filter(revoked_at=None, expires_at__lte=now)
        return queryset.filter(revoked_at__isnull=False) if self.value() == "revoked" else queryset
