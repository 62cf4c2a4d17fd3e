"""Artifacts and the attempts to write them."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from artifacts.admin.base import ReadOnlyAdmin, ReadOnlyInline
from artifacts.models import Artifact, GenerationAttempt
from artifacts.services.claims import HEAVY_FIELDS


class AttemptInline(ReadOnlyInline):
    model = GenerationAttempt
    fields = readonly_fields = ("created_at", "trigger", "outcome", "version_written", "duration_seconds", "error")


@admin.register(Artifact)
class ArtifactAdmin(ReadOnlyAdmin):
    list_display = [
        "artifact_type",
        "project_link",
        "generation_status",
        "version_number",
        "generated_at",
        "updated_at",
    ]
    list_select_related = ["project"]
    list_filter = ["generation_status", "artifact_type", "generated_at"]
    search_fields = ["=project__id", "project__name", "project__owner__email"]
    inlines = [AttemptInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Artifact]:
        queryset = super().get_queryset(request)
        match = request.resolver_match
        return (
            queryset.defer(*HEAVY_FIELDS) if match and match.url_name == "artifacts_artifact_changelist" else queryset
        )

    @admin.display(description="Project", ordering="project__name")
    def project_link(self, artifact: Artifact) -> SafeString:
        url = reverse("admin:artifacts_project_change", args=[artifact.project_id])
        return format_html('<a href="{}">{}</a>', url, artifact.project)
