"""The admin's page that releases the lease of a stuck document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone

from artifacts.admin.base import log
from artifacts.admin.generation import GenerationPages, labels
from artifacts.exceptions import LeaseGone
from artifacts.forms.staff_generation import ReleaseForm
from artifacts.generation.claims import HEAVY_FIELDS
from artifacts.generation.leases import LEASE, QUEUED
from artifacts.generation.release import release_lease
from artifacts.models import Artifact, GenerationAttempt
from artifacts.schemas import ArtifactType


class ReleasePages(GenerationPages):
    """Takes a document from those who hold it."""

    def has_release_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("artifacts.release_artifact")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.release_view)
        return [
            path("<int:artifact_id>/release/", view, name="artifacts_artifact_release"),
            *super().get_urls(),
        ]

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
            self.message_user(request, "This document no longer exists.", messages.WARNING)
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
            f"Released the lease of: {labels(released.types)}.",
            reason,
        )
        others = tuple(t for t in released.types if t is not artifact.type)
        more = f" With it, what the same generation held: {labels(others)}." if others else ""
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
    waiting: tuple[ArtifactType, ...]


def _lease(artifact: Artifact, *, now: datetime) -> Lease | None:
    """Return the lease of a document that somebody holds, in two queries; None if nobody
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
