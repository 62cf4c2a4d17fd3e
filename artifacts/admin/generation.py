"""Regenerate documents, cancel that, and release stuck leases: actions, buttons and the pages that
ask why.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db.models import BooleanField, ExpressionWrapper, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.text import get_text_list

from artifacts import tasks
from artifacts.exceptions import LeaseGone
from artifacts.forms.reasons import ReasonForm
from artifacts.forms.staff_generation import EDITS_WORDS, RegenerateForm, ReleaseForm, What
from artifacts.generation.batches import Batch, generate_each
from artifacts.generation.claims import HEAVY_FIELDS, Requester, cancel_generation
from artifacts.generation.leases import LEASE, QUEUED
from artifacts.generation.release import release_lease
from artifacts.models import Artifact, GenerationAttempt, Project, User
from artifacts.schemas import GENERATION_ORDER, ArtifactType

MANY = 100
"""How many projects are started at a time: what one request hands to the queue in a few seconds."""

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

    def has_release_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("artifacts.release_artifact")

    def ask_what(
        self,
        request: HttpRequest,
        project_keys: Sequence[uuid.UUID],
        artifact_keys: Sequence[int] = (),
    ) -> HttpResponse | None:
        """Show the page that asks what to write, and why; None with a message where it is too
        much.
        """
        if len(project_keys) > MANY:
            sentence = (
                f"At most {MANY} projects are regenerated at a time. Nothing was started; select"
                " fewer of them."
            )
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
        named = request.POST if request.method == "POST" else request.GET
        artifacts = _named_artifacts(named)
        keys = list(dict.fromkeys(a.project_id for a in artifacts)) or _named_projects(named)
        if not keys or len(keys) > MANY:
            what = (
                f"At most {MANY} projects at a time can be regenerated"
                if keys
                else "Nothing was selected"
            )
            self.message_user(request, f"{what}. Nothing was started.", messages.ERROR)
            return self.back_to(request)
        form = RegenerateForm(
            request.POST if request.method == "POST" else None, with_selected=bool(artifacts)
        )
        if not form.is_valid():
            return self.page_of_regeneration(
                request, keys, [artifact.pk for artifact in artifacts], form
            )
        batch = self._start(request, keys, artifacts, form)
        self._tell(request, batch)
        if len(artifacts) == 1:
            return redirect("admin:artifacts_artifact_change", artifacts[0].pk)
        return self.back_to(request, keys[0] if len(keys) == 1 else None)

    def _start(
        self,
        request: HttpRequest,
        keys: Sequence[uuid.UUID],
        artifacts: Sequence[Artifact],
        form: RegenerateForm,
    ) -> Batch:
        assert isinstance(request.user, User)
        selected: dict[uuid.UUID, Types] = {}
        for artifact in artifacts:
            selected[artifact.project_id] = (*selected.get(artifact.project_id, ()), artifact.type)
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
            policy = EDITS_WORDS[form.policy][0].lower()
            log(
                request,
                [project, *_rows(project, types)],
                f"Regenerated: {_labels(types)} ({policy}).",
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
            self.message_user(request, "There is no such project any more.", messages.WARNING)
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
    """The acts on artifacts."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.release_view)
        return [
            path("<int:artifact_id>/release/", view, name="artifacts_artifact_release"),
            *super().get_urls(),
        ]

    @admin.action(description="Regenerate the selected documents", permissions=["regenerate"])
    def regenerate(self, request: HttpRequest, queryset: QuerySet[Artifact]) -> HttpResponse | None:
        named = queryset.prefetch_related(None).values_list("pk", "project_id")
        selected = dict(named[: MANY * len(GENERATION_ORDER) + 1])
        return self.ask_what(request, list(dict.fromkeys(selected.values())), list(selected))

    def release_view(self, request: HttpRequest, artifact_id: int) -> HttpResponse:
        """Say who holds a document and what releasing it means, ask why, and release it."""
        if not self.has_release_permission(request):
            raise PermissionDenied
        artifact = (
            Artifact.objects.select_related("project__owner")
            .defer(*HEAVY_FIELDS)
            .filter(pk=artifact_id)
            .first()
        )
        if artifact is None:
            self.message_user(request, "There is no such document any more.", messages.WARNING)
            return self.back_to(request)
        form = ReleaseForm(
            request.POST if request.method == "POST" else None,
            initial={"token": artifact.generation_token},
        )
        if form.is_valid():
            self._release(request, artifact, form)
            return self.back_to(request, artifact.pk)
        return self.ask(
            request,
            "admin/artifacts/artifact/release.html",
            title="Release the lease",
            form=form,
            artifact=artifact,
            lease=_lease(artifact, now=timezone.now()),
        )

    def _release(self, request: HttpRequest, artifact: Artifact, form: ReleaseForm) -> None:
        reason = form.cleaned_data["reason"]
        try:
            released = release_lease(
                artifact,
                token=form.cleaned_data["token"],
                note=f"Released by {request.user}: {reason}",
            )
        except LeaseGone as gone:
            self.message_user(request, str(gone), messages.WARNING)
            return
        log(
            request,
            [artifact, artifact.project],
            f"Released the lease of: {_labels(released.types)}.",
            reason,
        )
        others = tuple(t for t in released.types if t is not artifact.type)
        more = f" With it, what the same generation held: {_labels(others)}." if others else ""
        sentence = (
            f"Released the {artifact.type.label} of {artifact.project}.{more} Nothing is written"
            " again by itself."
        )
        self.message_user(request, sentence, messages.SUCCESS)


@dataclass(frozen=True, slots=True)
class Lease:
    """Who holds a document: since when, until when, and what else they hold."""

    attempt: GenerationAttempt | None
    renewed_at: datetime
    has_run_out: bool
    waiting: Types


def _lease(artifact: Artifact, *, now: datetime) -> Lease | None:
    """Return the lease of a document that somebody holds, in two queries; None where nobody
    does.
    """
    token, until = artifact.generation_token, artifact.lease_expires_at
    if not artifact.is_generating or token is None or until is None:
        return None
    attempt = (
        GenerationAttempt.objects.open()
        .of(token)
        .filter(artifact=artifact)
        .select_related("requested_by")
    )
    held = list(
        Artifact.objects.held_by(token).only("artifact_type", "begun_at", "lease_expires_at")
    )
    waiting = tuple(
        sorted((row.type for row in held if row.pk != artifact.pk), key=lambda t: t.number)
    )
    # What waits behind a document that is being written goes by the lease of that one.
    ends = [row.lease_expires_at for row in held if row.begun_at and row.lease_expires_at]
    until = ends[0] if ends else until
    renewed_at = until - (LEASE if ends else QUEUED)
    return Lease(attempt.first(), renewed_at, until < now, waiting)


def log(request: HttpRequest, rows: Iterable[Any], what: str, reason: str) -> None:
    """Write who did what and why into the admin's log of each row."""
    assert request.user.pk is not None
    LogEntry.objects.log_actions(
        user_id=request.user.pk,
        queryset=list(rows),
        action_flag=CHANGE,
        change_message=f"{what} Reason: {reason}",
    )


def _named_projects(named: QueryDict) -> list[uuid.UUID]:
    keys = []
    for text in named.getlist("project")[: MANY + 1]:
        try:
            keys.append(uuid.UUID(text))
        except ValueError:
            continue
    return list(dict.fromkeys(keys))


def _named_artifacts(named: QueryDict) -> list[Artifact]:
    keys = [
        int(text)
        for text in named.getlist("artifact")
        if text.isascii() and text.isdigit() and len(text) < 19
    ]
    keys = keys[: MANY * len(GENERATION_ORDER) + 1]
    return (
        list(Artifact.objects.filter(pk__in=keys).defer(*HEAVY_FIELDS).order_by("pk"))
        if keys
        else []
    )


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


def _labels(types: Iterable[ArtifactType]) -> str:
    return get_text_list([artifact_type.label for artifact_type in types], "and")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
