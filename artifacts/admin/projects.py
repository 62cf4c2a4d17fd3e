"""Projects: found, described, brought back and written anew."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from artifacts import tasks
from artifacts.admin.base import ReadOnlyInline
from artifacts.admin.coherence import coherence_table
from artifacts.exceptions import ArtifactsError, InvalidProject
from artifacts.models import Artifact, GenerationAttempt, Project, User
from artifacts.services.claims import HEAVY_FIELDS, Edits, Trigger, unfinished_types
from artifacts.services.generation import generate
from artifacts.services.projects import parse_project, undelete_project


class ArtifactInline(ReadOnlyInline):
    model = Artifact
    fields = readonly_fields = ("artifact_type", "generation_status", "version_number", "generated_at", "failure")
    ordering = ["pk"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Artifact]:
        return super().get_queryset(request).defer(*HEAVY_FIELDS)


class ProjectAdminForm(forms.ModelForm[Project]):
    """Refuses what a founder could not have said either: the founder's pages rely on it."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            try:
                described = parse_project({key: cleaned[key] for key in ("name", "idea", "answers")})
            except InvalidProject as error:
                raise forms.ValidationError(str(error)) from error
            cleaned |= described.model_dump()
        return cleaned


@admin.register(Project)
class ProjectAdmin(admin.ModelAdmin[Project]):
    form = ProjectAdminForm
    list_display = ["name", "owner", "is_draft", "deleted_at", "created_at", "updated_at"]
    list_select_related = ["owner"]
    search_fields = ["=id", "name", "owner__email"]
    list_filter = [("deleted_at", admin.EmptyFieldListFilter), "owner__tier", "created_at"]
    date_hierarchy = "created_at"
    autocomplete_fields = ["owner"]
    readonly_fields = ["id", "unknown_answers", "interviewed_at", "deleted_at", "created_at", "updated_at", "coherence"]
    exclude = ["ignored_findings"]
    inlines = [ArtifactInline]
    actions = ["regenerate", "retry", "undelete"]

    @admin.display(description="Draft", boolean=True, ordering="interviewed_at")
    def is_draft(self, project: Project) -> bool:
        return project.is_draft

    @admin.display(description="Coherence")
    def coherence(self, project: Project) -> SafeString | str:
        return coherence_table(project)

    def get_readonly_fields(self, request: HttpRequest, obj: Project | None = None) -> list[str] | tuple[str, ...]:
        """There is nothing to check before a project is saved."""
        names = super().get_readonly_fields(request, obj)
        return names if obj else [name for name in names if name != "coherence"]

    @admin.action(description="Bring deleted projects back", permissions=["change"])
    def undelete(self, request: HttpRequest, queryset: QuerySet[Project]) -> None:
        for project in queryset:
            try:
                undelete_project(project)
            except ArtifactsError as error:
                self.message_user(request, f"{project.name}: {error}", messages.WARNING)
            else:
                self.log_change(request, project, "Brought back.")

    @admin.action(description="Write all documents of the selected projects anew", permissions=["change"])
    def regenerate(self, request: HttpRequest, queryset: QuerySet[Project]) -> None:
        self._generate(request, queryset, unfinished=False)

    @admin.action(description="Retry what failed or was never written", permissions=["change"])
    def retry(self, request: HttpRequest, queryset: QuerySet[Project]) -> None:
        self._generate(request, queryset, unfinished=True)

    def _generate(self, request: HttpRequest, projects: QuerySet[Project], *, unfinished: bool) -> None:
        """Hand every project to the queue, keep founders' edits, and report what was started and what was not."""
        assert isinstance(request.user, User)
        trigger = Trigger(GenerationAttempt.Trigger.STAFF, request.user)
        started = 0
        for project in projects.with_artifacts():  # type: ignore[attr-defined]
            documents = project.documents()
            try:
                types = unfinished_types(documents) if unfinished else [artifact.type for artifact in documents]
                generate(project, types, trigger=trigger, edits=Edits.KEEP, deliver=tasks.deliver)
            except ArtifactsError as error:
                self.message_user(request, f"{project.name}: {error}", messages.WARNING)
            else:
                started += 1
                self.log_change(request, project, "Asked for a generation.")
        self.message_user(request, f"Started {started} generation(s).", messages.SUCCESS if started else messages.INFO)
