"""An artifact as staff look at it: with all that is stored of it and of the documents beside it.

What is stored may be unreadable, for that is when staff come here: such a document counts as
unwritten for everything that reads it, and its raw text is shown with what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from pydantic import ValidationError

from artifacts.admin.base import artifact_page
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactAnnotation, ArtifactType
from artifacts.schemas.base import describe_errors
from artifacts.services.documents.status import DocumentStatus, project_status
from artifacts.tiers import Tier

EVERYTHING = max(Tier)
"""Staff see all gates, but where they look at a document as somebody else sees it."""

ERRORS_SHOWN = 20


@dataclass
class Inspected:
    """An artifact with its project and the documents beside it."""

    project: Project
    artifact: Artifact
    unreadable: Mapping[ArtifactType, str]
    """What is wrong with the documents that do not validate as they are stored.

    They have no `content` here.
    """
    query: Mapping[str, str]
    """What the address asks for beside the artifact."""

    @property
    def problem(self) -> str:
        return self.unreadable.get(self.artifact.type, "")

    @property
    def others_unreadable(self) -> list[str]:
        return [kind.label for kind in self.unreadable if kind is not self.artifact.type]

    @cached_property
    def status(self) -> DocumentStatus | None:
        """How the document stands; None if the project's answers cannot be read."""
        try:
            status = project_status(self.project, now=timezone.now())
        except ValidationError:
            return None
        return status.documents[self.artifact.type.number - 1]

    @cached_property
    def notes(self) -> list[PlacedNote]:
        found = [_placed(self.artifact, note) for note in self.artifact.readable_notes]
        return sorted(
            found, key=lambda placed: (placed.note.deleted_at is not None, placed.note.created_at)
        )

    @property
    def open_notes(self) -> int:
        return sum(placed.is_open for placed in self.notes)

    def url(self, view: str) -> str:
        address = reverse("admin:artifacts_artifact_change", args=[self.artifact.pk])
        return f"{address}?{urlencode({'view': view})}"

    @property
    def attempts_url(self) -> str:
        return self.url("attempts")

    @property
    def edits_url(self) -> str:
        return self.url("edits")

    @property
    def raw_url(self) -> str:
        return self.url("raw")

    @property
    def edit_url(self) -> str:
        return reverse("admin:artifacts_artifact_edit_json", args=[self.artifact.pk])


@dataclass(frozen=True, slots=True)
class StaffPages:
    """Where links in a document lead staff: to the same view of the other documents of the
    project.
    """

    project: Project
    tier: Tier

    def page_of(self, artifact_type: ArtifactType) -> str:
        return f"{artifact_page(self.project, artifact_type)}?tier={self.tier.value}"


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note with words for where it stands."""

    note: ArtifactAnnotation
    place: str
    gate: str

    @property
    def is_open(self) -> bool:
        return self.note.resolved_at is None and self.note.deleted_at is None


def inspect(object_id: str | int, query: Mapping[str, str] | None = None) -> Inspected | None:
    """Return the artifact with that key, as it is stored now. Two queries."""
    if not str(object_id).isdecimal():
        return None
    project = (
        Project.objects.select_related("owner")
        .with_artifacts()
        .filter(artifacts__pk=object_id)
        .first()
    )
    if project is None:
        return None
    unreadable = {}
    for row in project.documents():
        try:
            if row.content is None:
                continue
        except ValidationError as error:
            unreadable[row.type] = describe_errors(error, ERRORS_SHOWN)
            row.content = None
    artifact = next(row for row in project.documents() if row.pk == int(object_id))
    return Inspected(project, artifact, unreadable, query or {})


def _placed(artifact: Artifact, note: ArtifactAnnotation) -> PlacedNote:
    section = artifact.type.content_class.section(note.section_id)
    title = section.title if section else note.section_id
    return PlacedNote(
        note,
        f"{title}, {note.item_id}" if note.item_id else title,
        section.gate.label if section else "",
    )
