"""A project's stamp changes with everything that its pages show."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from artifacts.models import Artifact, GenerationAttempt, GuestNote, Project
from artifacts.models.columns import SURVEYED
from artifacts.models.stamps import OF_ATTEMPTS, project_stamp
from artifacts.tests.support.factories import (
    GuestNoteFactory,
    ShareLinkFactory,
    make_project,
    make_user,
)

pytestmark = pytest.mark.django_db

OF_LEASES = {"lease_expires_at", "resumes_at"}


class TestStamp:
    def stamp(self, project: Project) -> Any:
        return project_stamp(
            project.pk,
            project.owner_id,
            now=timezone.now(),
            since=timezone.now() - timedelta(days=1),
        )

    def test_it_names_every_column(self, written_project: Project) -> None:
        """A new column counts from its first day on. No page is kept while there is a lease."""
        before = self.stamp(written_project)
        assert before == self.stamp(written_project)
        rows: dict[Any, Any] = {
            Project: Project.objects.filter(pk=written_project.pk),
            Artifact: written_project.artifacts.filter(artifact_type="milestones"),
        }
        for model, queryset in rows.items():
            for field in model._meta.concrete_fields:
                if (
                    field.primary_key
                    or field.is_relation
                    or field.name in {*SURVEYED, "deleted_at", "artifact_type", *OF_LEASES}
                ):
                    continue
                kept = queryset.values_list(field.name, flat=True).get()
                queryset.update(**{field.name: _another(field, kept)})
                assert self.stamp(written_project) != before, f"{model.__name__}.{field.name}"
                queryset.update(**{field.name: kept})
                assert self.stamp(written_project) == before

    def test_a_survey_changes_nothing(self, written_project: Project) -> None:
        before = self.stamp(written_project)
        written_project.artifacts.update(
            is_stale=True, worst_finding="minor", surveyed_at=timezone.now()
        )
        assert self.stamp(written_project) == before

    def test_it_tells_attempts_of_this_founder_and_notes_of_this_project(
        self, written_project: Project
    ) -> None:
        before = self.stamp(written_project)
        other = make_project(make_user(), written=True)
        GuestNoteFactory.create(
            link=ShareLinkFactory.create(project=other, allows_notes=True), artifact_type="brief"
        )
        assert self.stamp(written_project) == before
        GenerationAttempt.objects.filter(artifact__project=other).update(
            requested_by=written_project.owner
        )
        assert self.stamp(written_project) != before

    def test_a_guests_note_that_is_shown_counts(self, written_project: Project) -> None:
        note = GuestNoteFactory.create(
            link=ShareLinkFactory.create(project=written_project, allows_notes=True),
            artifact_type="brief",
        )
        before = self.stamp(written_project)
        GuestNote.objects.filter(pk=note.pk).update(state=GuestNote.State.HIDDEN)
        assert self.stamp(written_project) != before

    def test_another_founders_project_has_none(self, written_project: Project) -> None:
        assert (
            project_stamp(
                written_project.pk, make_user().pk, now=timezone.now(), since=timezone.now()
            )
            is None
        )

    def test_what_a_receipt_may_still_change_is_in_it(self) -> None:
        names = {field.name for field in GenerationAttempt._meta.concrete_fields}
        assert names >= OF_ATTEMPTS


def _another(field: Any, value: Any) -> Any:
    kind = field.get_internal_type()
    if kind == "DateTimeField":
        return timezone.now() + timedelta(hours=1)
    if kind == "JSONField":
        return {"another": 1}
    if kind == "UUIDField":
        return "3f0c3a3e-7d0f-4e3e-9d1e-0b8c1c1b1a11"
    if kind in {"PositiveIntegerField", "PositiveSmallIntegerField"}:
        return (value or 0) + 7
    if field.name == "generation_status":
        return "failed"
    return "xx"
