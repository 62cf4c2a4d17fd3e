"""Regenerate documents, and cancel that: actions, buttons and the pages that ask why."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import BooleanField, ExpressionWrapper, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.text import get_text_list

from artifacts import tasks
from artifacts.admin.base import log
from artifacts.admin.selection import MANY, MOST_DOCUMENTS, Selection, refusal
from artifacts.forms.reasons import ReasonForm
from artifacts.forms.staff_generation import EDITS_LABELS, RegenerateForm, What
from artifacts.generation.batches import Batch, generate_each
from artifacts.generation.claims import HEAVY_FIELDS, Requester, cancel_generation
from artifacts.models import Artifact, GenerationAttempt, Project, User
from artifacts.schemas import ArtifactType

NAMES_SHOWN = 5

Types = tuple[ArtifactType, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One document as the page shows it before it is regenerated."""

    label: str
    edited: tuple[str, ...]
    has_proposal: bool
    is_generating: bool
    is_selected: bool

    @property
    def is_remarkable(self) -> bool:
        return bool(self.edited or self.has_proposal or self.is_generating or self.is_selected)


class GenerationPages(admin.ModelAdmin[Any]):
    """What the admin of projects and that of artifacts share."""

    def has_regenerate_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("artifacts.regenerate_artifact")

    def ask_what(
        self,
        request: HttpRequest,
        project_keys: Sequence[uuid.UUID],
        artifact_keys: Sequence[int] = (),
    ) -> HttpResponse | None:
        """Show the page that asks what to write, and why; None with a message where it is too
        much.
        """
        if sentence := refusal(project_keys):
            self.message_user(request, sentence, messages.ERROR)
            return None
        form = RegenerateForm(with_selected=bool(artifact_keys))
        return self.page_of_regeneration(request, project_keys, artifact_keys, form)

    def page_of_regeneration(
        self,
        request: HttpRequest,
        project_keys: Sequence[uuid.UUID],
        artifact_keys: Sequence[int],
        form: RegenerateForm,
    ) -> HttpResponse:
        projects = list(_with_documents(project_keys).select_related("owner"))
        return self.ask(
            request,
            "admin/artifacts/project/regenerate.html",
            title="Regenerate",
            form=form,
            only=What.ONLY.value,
            rows=[(project, _documents(project, set(artifact_keys))) for project in projects],
            fields=[("artifact", key) for key in artifact_keys]
            or [("project", key) for key in project_keys],
            documents=len(artifact_keys),
            action=reverse("admin:artifacts_project_regenerate"),
        )

    def ask(self, request: HttpRequest, template: str, **context: Any) -> TemplateResponse:
        status = (
            422
            if any(one.errors for one in context.values() if isinstance(one, ReasonForm))
            else 200
        )
        context |= {**self.admin_site.each_context(request), "opts": self.opts}
        return TemplateResponse(request, template, context, status=status)

    def back_to(self, request: HttpRequest, key: object = None) -> HttpResponseRedirect:
        """Lead to the page of the row with that key, else to the list; to the index for who may see
        neither.
        """
        if not self.has_view_permission(request):
            return redirect("admin:index")
        name = f"admin:artifacts_{self.opts.model_name}"
        return redirect(f"{name}_change", key) if key else redirect(f"{name}_changelist")


class RegenerateProjects(GenerationPages):
    """The acts on projects, and the page that both lists lead to."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("regenerate/", view(self.regenerate_view), name="artifacts_project_regenerate"),
            path(
                "<uuid:project_id>/cancel/", view(self.cancel_view), name="artifacts_project_cancel"
            ),
            *super().get_urls(),
        ]

    @admin.action(
        description="Regenerate documents of the selected projects", permissions=["regenerate"]
    )
    def regenerate(self, request: HttpRequest, queryset: QuerySet[Project]) -> HttpResponse | None:
        return self.ask_what(
            request, list(queryset.prefetch_related(None).values_list("pk", flat=True)[: MANY + 1])
        )

    def regenerate_view(self, request: HttpRequest) -> HttpResponse:
        """Ask what to write of the projects or documents that the address or the form names, and
        start it.
        """
        if not self.has_regenerate_permission(request):
            raise PermissionDenied
        said = request.POST if request.method == "POST" else None
        selection = Selection.named_in(request.GET if said is None else said)
        if sentence := refusal(selection.project_keys):
            self.message_user(request, sentence, messages.ERROR)
            return self.back_to(request)
        form = RegenerateForm(said, with_selected=bool(selection.artifacts))
        if not form.is_valid():
            return self.page_of_regeneration(
                request, selection.project_keys, selection.artifact_keys, form
            )
        self._tell(request, self._start(request, selection, form))
        return self._back_to_selection(request, selection)

    def _back_to_selection(self, request: HttpRequest, selection: Selection) -> HttpResponse:
        keys = selection.project_keys
        if len(selection.artifacts) == 1:
            return redirect("admin:artifacts_artifact_change", selection.artifacts[0].pk)
        return self.back_to(request, keys[0] if len(keys) == 1 else None)

    def _start(self, request: HttpRequest, selection: Selection, form: RegenerateForm) -> Batch:
        assert isinstance(request.user, User)
        keys, selected = selection.project_keys, selection.types
        needs_text = form.cleaned_data["what"] == What.STALE
        # One after the other where their text is read: a hundred projects are a lot of text.
        batches = [[key] for key in keys] if needs_text else [keys]
        found = (
            project
            for some in batches
            for project in (
                Project.objects.filter(pk__in=some).with_artifacts()
                if needs_text
                else _with_documents(some)
            )
        )
        reason = form.cleaned_data["reason"]
        batch = generate_each(
            found,
            lambda project: form.types(project, selected.get(project.pk, ())),
            trigger=Requester(GenerationAttempt.Trigger.STAFF, request.user, reason),
            edits=form.policy,
            wish=form.cleaned_data["wish"],
            deliver=tasks.deliver,
        )
        for project, types in batch.started:
            policy = EDITS_LABELS[form.policy][0].lower()
            log(
                request,
                [project, *_rows(project, types)],
                f"Regenerated: {labels(types)} ({policy}).",
                reason,
            )
        return batch

    def _tell(self, request: HttpRequest, batch: Batch) -> None:
        if batch.started:
            sentence = (
                f"Started {_count(len(batch.started), 'project')}:"
                f" {_count(batch.documents, 'document')}."
            )
            self.message_user(request, sentence, messages.SUCCESS)
        for cause, projects in batch.skipped.items():
            names = ", ".join(project.name for project in projects[:NAMES_SHOWN])
            more = f" and {len(projects) - NAMES_SHOWN} more" if len(projects) > NAMES_SHOWN else ""
            self.message_user(
                request,
                f"{len(projects)} skipped: {names}{more} \N{EN DASH} {cause}",
                messages.WARNING,
            )

    def cancel_view(self, request: HttpRequest, project_id: uuid.UUID) -> HttpResponse:
        """Ask why, and stop what is being written of a project."""
        if not self.has_regenerate_permission(request):
            raise PermissionDenied
        project = _with_documents([project_id]).select_related("owner").first()
        if project is None:
            self.message_user(request, "This project no longer exists.", messages.WARNING)
            return self.back_to(request)
        running = [artifact for artifact in project.documents() if artifact.is_generating]
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if not form.is_valid():
            context = {
                "title": "Stop writing",
                "form": form,
                "project": project,
                "running": running,
            }
            return self.ask(request, "admin/artifacts/project/cancel.html", **context)
        reason = form.cleaned_data["reason"]
        stopped = cancel_generation(project, note=f"Stopped by {request.user}: {reason}")
        if stopped:
            log(
                request,
                [project, *running],
                f"Stopped {_count(stopped, 'document')} before they were written.",
                reason,
            )
            sentence = (
                f"Stopped before {_count(stopped, 'document')} of {project} were written. What was"
                " there is kept."
            )
            self.message_user(request, sentence, messages.SUCCESS)
        else:
            self.message_user(
                request, "Nothing was being written, so nothing was stopped.", messages.INFO
            )
        return self.back_to(request, project.pk)


class RegenerateArtifacts(GenerationPages):
    """The act on artifacts: it leads to the page of the projects."""

    @admin.action(description="Regenerate the selected documents", permissions=["regenerate"])
    def regenerate(self, request: HttpRequest, queryset: QuerySet[Artifact]) -> HttpResponse | None:
        named = queryset.prefetch_related(None).values_list("pk", "project_id")
        selected = dict(named[: MOST_DOCUMENTS + 1])
        return self.ask_what(request, list(dict.fromkeys(selected.values())), list(selected))


def _with_documents(keys: Sequence[uuid.UUID]) -> QuerySet[Project]:
    """Projects with their documents, without the text of those."""
    waits = ExpressionWrapper(Q(proposal__isnull=False), output_field=BooleanField())
    documents = Artifact.objects.defer(*HEAVY_FIELDS).annotate(is_proposed=waits).order_by("pk")
    return Project.objects.filter(pk__in=keys).prefetch_related(
        Prefetch("artifacts", queryset=documents)
    )


def _rows(project: Project, types: Types) -> list[Artifact]:
    return [artifact for artifact in project.documents() if artifact.type in types and artifact.pk]


def _documents(project: Project, selected: set[int]) -> list[Document]:
    """Return the documents that there is something to know of."""
    documents = (
        Document(
            label=artifact.type.label,
            edited=tuple(_section_title(artifact.type, name) for name in artifact.edited_names),
            has_proposal=getattr(artifact, "is_proposed", False),
            is_generating=artifact.is_generating,
            is_selected=artifact.pk in selected,
        )
        for artifact in project.documents()
    )
    return [document for document in documents if document.is_remarkable]


def _section_title(artifact_type: ArtifactType, name: str) -> str:
    section = artifact_type.content_class.section(name)
    return section.title if section else name


def labels(types: Iterable[ArtifactType]) -> str:
    return get_text_list([artifact_type.label for artifact_type in types], "and")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
