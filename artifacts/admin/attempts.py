"""The attempts to write artifacts: the receipts."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from artifacts.admin import badges
from artifacts.admin.base import ReadOnlyAdmin
from artifacts.admin.changelists import FastListAdmin, is_list, link_to
from artifacts.admin.funnel import FunnelPages
from artifacts.admin.metrics import OverviewPages
from artifacts.admin.search import HELP, Search
from artifacts.models import GenerationAttempt

Outcome = GenerationAttempt.Outcome

KINDS = {
    Outcome.OPEN: "busy",
    Outcome.STORED: "good",
    Outcome.PROPOSED: "busy",
    Outcome.FAILED: "bad",
    Outcome.POSTPONED: "quiet",
    Outcome.SKIPPED: "warn",
    Outcome.ABANDONED: "warn",
    Outcome.CANCELLED: "quiet",
}

READ = (
    "created_at",
    "trigger",
    "outcome",
    "runner",
    "duration_seconds",
    "cost_usd",
    "reference",
    "artifact__artifact_type",
    "artifact__project__name",
    "artifact__project__owner__email",
)


@admin.register(GenerationAttempt)
class GenerationAttemptAdmin(OverviewPages, FunnelPages, FastListAdmin, ReadOnlyAdmin):
    list_display = [
        "created_at",
        "document",
        "project_link",
        "owner_link",
        "trigger",
        "result",
        "runner",
        "duration_seconds",
        "cost_usd",
        "reference",
    ]
    list_select_related = ["artifact__project__owner"]
    list_filter = ["outcome", "trigger", "created_at"]
    ordering = ["-created_at", "-id"]
    sortable_by = ["created_at"]
    date_hierarchy = "created_at"
    search = Search(
        keys=("artifact__project_id",),
        texts=("reference",),
        owner="artifact__project__owner",
        project="artifact__project",
    )
    search_help_text = f"The reference of a failure. {HELP}"
    linked_from = ("artifact__project__id__exact",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        queryset = super().get_queryset(request)
        return queryset.only(*READ) if is_list(request) else queryset

    @admin.display(description="Document")
    def document(self, attempt: GenerationAttempt) -> SafeString:
        return link_to(attempt.artifact, attempt.artifact.type.label)

    @admin.display(description="Project")
    def project_link(self, attempt: GenerationAttempt) -> SafeString:
        return link_to(attempt.artifact.project)

    @admin.display(description="Founder")
    def owner_link(self, attempt: GenerationAttempt) -> SafeString:
        return link_to(attempt.artifact.project.owner, attempt.artifact.project.owner.email)

    @admin.display(description="Outcome")
    def result(self, attempt: GenerationAttempt) -> SafeString:
        outcome = Outcome(attempt.outcome)
        return badges.as_html([(KINDS[outcome], outcome.name.lower())])
