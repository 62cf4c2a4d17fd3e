"""The documents of a project as the overview lists them: how each stands, and what waits in it for
its founder.
"""

from __future__ import annotations

from dataclasses import dataclass

from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType
from artifacts.services.notes import placed_notes
from artifacts.services.status import DocumentStatus, ProjectStatus
from artifacts.services.support import SupportNote, support_notes
from artifacts.tiers import Tier
from artifacts.usage.estimates import usual


@dataclass(frozen=True, slots=True)
class DocumentRow:
    status: DocumentStatus
    usual_seconds: float | None
    """How long writing it usually takes, where that is known."""
    edits: int
    """Sections edited by hand, of those that this reader may see; so with the notes."""
    open_notes: int
    support: SupportNote | None
    """What staff said of the version that stands, waits or is being written, where they asked for
    it.
    """

    @property
    def type(self) -> ArtifactType:
        return self.status.type

    @property
    def has_proposal(self) -> bool:
        return self.status.artifact.has_proposal


def document_rows(project: Project, status: ProjectStatus, tier: Tier) -> list[DocumentRow]:
    """Return one row for each document. One query, and another one in five minutes."""
    estimates = usual() if status.is_running else {}
    notes = support_notes(project, [document.artifact for document in status.documents])
    return [
        _row(
            document,
            estimates[document.type].seconds if estimates else None,
            notes.get(document.type),
            tier,
        )
        for document in status.documents
    ]


def readable_edits(artifact: Artifact, tier: Tier) -> int:
    """Count the edited sections that this reader can see: what a gate hides must not show in a
    number either.
    """
    readable = artifact.type.content_class.access(tier).readable
    return sum(section.name in artifact.edited_names for section in readable)


def _row(
    document: DocumentStatus, seconds: float | None, support: SupportNote | None, tier: Tier
) -> DocumentRow:
    artifact = document.artifact
    return DocumentRow(
        document,
        seconds,
        edits=readable_edits(artifact, tier),
        open_notes=placed_notes(artifact, artifact.content, tier).open_count,
        support=support,
    )
