"""Projects: list, description and restoring."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from artifacts.admin import badges
from artifacts.admin.base import ChangedColumnsAdmin, ReadOnlyInline, log
from artifacts.admin.changelists import (
    COUNTED,
    FastListAdmin,
    is_list,
    link_to,
    link_to_list,
    links,
)
from artifacts.admin.consistency import coherence_table
from artifacts.admin.description_pages import DescriptionPages
from artifacts.admin.filters import DocumentsFilter, ProjectKindFilter
from artifacts.admin.generation import RegenerateProjects
from artifacts.admin.search import HELP, Search
from artifacts.admin.selection import MANY
from artifacts.exceptions import ArtifactsError, InvalidProject
from artifacts.facts.labels import fact_rows
from artifacts.forms.reasons import ReasonForm
from artifacts.generation.claims import HEAVY_FIELDS
from artifacts.models import Artifact, GenerationAttempt, Project, ShareLink
from artifacts.services.projects.lifecycle import parse_project, undelete_project

TOLD = ("name", "idea")
"""What staff say of a project that they make; later it is changed with the founders' forms."""


class ArtifactInline(ReadOnlyInline):
    model = Artifact
    fields = readonly_fields = (
        "inspect",
        "generation_status",
        "version_number",
        "generated_at",
        "failure",
    )
    show_change_link = False
    ordering = ["pk"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Artifact]:
        return super().get_queryset(request).defer(*HEAVY_FIELDS)

    @admin.display(description="Document")
    def inspect(self, artifact: Artifact) -> SafeString:
        page = reverse("admin:artifacts_artifact_change", args=[artifact.pk])
        views = (
            ("document", artifact.type.label),
            ("compare", "Compare"),
            ("attempts", "Attempts"),
            ("raw", "JSON"),
        )
        return format_html_join(
            " · ", '<a href="{}?view={}">{}</a>', ((page, view, words) for view, words in views)
        )


class ProjectAdminForm(forms.ModelForm[Project]):
    """Refuses what a founder could not have said either: the founder's pages rely on it."""

    language = forms.ChoiceField(
        label="Language of the documents",
        required=False,
        choices=[("", "That of the founder's words"), ("en", "English"), ("de", "German")],
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and "idea" in cleaned:
            try:
                described = parse_project({key: cleaned[key] for key in TOLD})
            except InvalidProject as error:
                raise forms.ValidationError(str(error)) from error
            cleaned |= described.model_dump(include=set(TOLD))
        return cleaned


@admin.register(Project)
class ProjectAdmin(DescriptionPages, RegenerateProjects, FastListAdmin, ChangedColumnsAdmin):
    form = ProjectAdminForm
    list_display = ["name", "owner_link", "tier", "state", "elsewhere", "created_at"]
    list_select_related = ["owner"]
    list_filter = [DocumentsFilter, ProjectKindFilter, "owner__tier", "created_at"]
    ordering = ["-created_at", "-id"]
    sortable_by = ["created_at"]
    date_hierarchy = "created_at"
    search = Search(keys=("pk",), project="pk", followed=COUNTED + 1)
    search_help_text = HELP
    autocomplete_fields = ["owner"]
    readonly_fields = [
        "id",
        "elsewhere",
        "told",
        "unknown_answers",
        "answered_at",
        "fact_sheet",
        "interviewed_at",
        "deleted_at",
        "created_at",
        "updated_at",
        "coherence",
    ]
    add_fields = ("owner", *TOLD, "language")
    shown_fields = (
        *TOLD,
        "owner",
        "language",
        "elsewhere",
        "told",
        "unknown_answers",
        "fact_sheet",
        "coherence",
        "interviewed_at",
        "answered_at",
        "deleted_at",
        "created_at",
        "updated_at",
        "id",
    )
    inlines = [ArtifactInline]
    actions = ["regenerate", "undelete"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        queryset = super().get_queryset(request)
        if not is_list(request):
            return queryset
        documents = Prefetch("artifacts", queryset=badges.for_badges(Artifact.objects.all()))
        return queryset.defer(
            "idea", "answers", "facts", "unknown_answers", "ignored_findings"
        ).prefetch_related(documents)

    @admin.display(description="Founder")
    def owner_link(self, project: Project) -> SafeString:
        return link_to(project.owner, project.owner.email)

    @admin.display(description="Tier")
    def tier(self, project: Project) -> str:
        return project.owner.get_tier().label

    @admin.display(description="State")
    def state(self, project: Project) -> SafeString:
        own = [("bad", "deleted")] * bool(project.deleted_at) + [
            ("quiet", "draft")
        ] * project.is_draft
        return badges.as_html(
            [*own, *badges.project_badges(project.artifacts.all(), now=timezone.now())]
        )

    @admin.display(description="See also")
    def elsewhere(self, project: Project) -> SafeString:
        return links(
            link_to_list(Artifact, "Documents", project__id__exact=project.pk),
            link_to_list(GenerationAttempt, "Attempts", artifact__project__id__exact=project.pk),
            link_to_list(ShareLink, "Share links", project__id__exact=project.pk),
        )

    @admin.display(description="Answers")
    def told(self, project: Project) -> SafeString:
        questions = project.get_interview().questions()
        answers = project.get_answers().model_dump()
        rows = [(one.prompt, answers[one.key]) for one in questions if answers.get(one.key)]
        said = format_html_join("", "<p><b>{}</b><br><span dir=auto>{}</span></p>", rows)
        page = reverse("admin:project_answers", args=[project.pk])
        return said + format_html('<p><a href="{}">Change name, idea and answers</a></p>', page)

    @admin.display(description="Fact sheet")
    def fact_sheet(self, project: Project) -> SafeString:
        rows = fact_rows(project.stored_facts())
        read = format_html_join("", "<p><b>{}:</b> {} <i>({})</i></p>", rows)
        page = reverse("admin:project_facts", args=[project.pk])
        return (read or SafeString("<p>Nothing was read yet.</p>")) + format_html(
            '<p><a href="{}">Correct the facts</a></p>', page
        )

    @admin.display(description="Consistency")
    def coherence(self, project: Project) -> SafeString | str:
        return coherence_table(project)

    def get_fields(self, request: HttpRequest, obj: Project | None = None) -> tuple[str, ...]:
        return self.shown_fields if obj else self.add_fields

    def get_readonly_fields(
        self, request: HttpRequest, obj: Project | None = None
    ) -> list[str] | tuple[str, ...]:
        """There is nothing to check before a project is saved; and once it is, it is its
        founder's.
        """
        names = super().get_readonly_fields(request, obj)
        if not obj:
            return []
        return [*names, *TOLD, *([] if request.user.is_superuser else ["owner"])]

    def save_model(
        self, request: HttpRequest, obj: Project, form: forms.ModelForm[Any], change: Any
    ) -> None:
        if not change:
            obj.reread_facts()
        super().save_model(request, obj, form, change)

    @admin.action(description="Bring deleted projects back", permissions=["change"])
    def undelete(self, request: HttpRequest, queryset: QuerySet[Project]) -> HttpResponse | None:
        """Ask why, and bring each back, or say why it cannot be."""
        projects = list(queryset[: MANY + 1])
        if len(projects) > MANY:
            self.message_user(
                request,
                f"At most {MANY} projects are restored at a time. Nothing was done.",
                messages.ERROR,
            )
            return None
        form = ReasonForm(request.POST if "confirmed" in request.POST else None)
        if not form.is_valid():
            context = {"title": "Bring deleted projects back", "form": form, "projects": projects}
            return self.ask(
                request,
                "admin/artifacts/project/undelete.html",
                **context,
                checkbox=ACTION_CHECKBOX_NAME,
            )
        for project in projects:
            if project.deleted_at is None:
                self.message_user(request, f"{project.name} was not deleted.", messages.INFO)
                continue
            try:
                undelete_project(project, is_limited=False)
            except ArtifactsError as error:
                self.message_user(request, f"{project.name}: {error}", messages.WARNING)
            else:
                log(request, [project], "Restored.", form.cleaned_data["reason"])
                self.message_user(request, f"{project.name} is back.", messages.SUCCESS)
        return None
