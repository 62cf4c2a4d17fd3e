"""The list of artifacts. Each artifact has pages of its own."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString

from artifacts.admin import badges
from artifacts.admin.changelists import FastListAdmin, is_list, link_to, link_to_list
from artifacts.admin.edit_pages import EditPages
from artifacts.admin.filters import ArtifactStateFilter
from artifacts.admin.fit_pages import FitPages
from artifacts.admin.generation import RegenerateArtifacts
from artifacts.admin.json_pages import JsonPages
from artifacts.admin.note_pages import NotePages
from artifacts.admin.release_pages import ReleasePages
from artifacts.admin.restore_pages import RestorePages
from artifacts.admin.search import HELP, Search
from artifacts.models import Artifact, GenerationAttempt


@admin.register(Artifact)
class ArtifactAdmin(
    RegenerateArtifacts,
    ReleasePages,
    FastListAdmin,
    EditPages,
    RestorePages,
    JsonPages,
    NotePages,
    FitPages,
):
    list_display = [
        "document",
        "project_link",
        "owner_link",
        "state",
        "version_number",
        "updated_at",
        "elsewhere",
    ]
    list_display_links = None
    list_filter = [ArtifactStateFilter, "artifact_type", "project__owner__tier", "updated_at"]
    list_select_related = ["project__owner"]
    ordering = ["-updated_at", "-id"]
    sortable_by = ["updated_at"]
    date_hierarchy = "updated_at"
    search = Search(keys=("project_id",), owner="project__owner", project="project")
    search_help_text = HELP
    linked_from = ("project__owner__id__exact",)
    actions = ["regenerate"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        queryset = super().get_queryset(request)
        if not is_list(request):
            return queryset
        shown = ("project__name", "project__owner__email", "project__owner__username")
        return badges.for_badges(queryset).only(*badges.READ, *shown)

    @admin.display(description="Document")
    def document(self, artifact: Artifact) -> SafeString:
        return link_to(artifact, artifact.type.label)

    @admin.display(description="Project")
    def project_link(self, artifact: Artifact) -> SafeString:
        return link_to(artifact.project)

    @admin.display(description="Founder")
    def owner_link(self, artifact: Artifact) -> SafeString:
        return link_to(artifact.project.owner, artifact.project.owner.email)

    @admin.display(description="State")
    def state(self, artifact: Artifact) -> SafeString:
        return badges.as_html(badges.document_badges(artifact, now=timezone.now()))

    @admin.display(description="See also")
    def elsewhere(self, artifact: Artifact) -> SafeString:
        return link_to_list(GenerationAttempt, "Attempts", artifact__id__exact=artifact.pk)
