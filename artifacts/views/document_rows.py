"""The documents of a project as the overview lists them: how each stands, and what waits in it for
its founder.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from artifacts.documents.presentation import summary
from artifacts.documents.references import ReferenceIndex
from artifacts.models import Artifact, Project
from artifacts.services.accounts.support import SupportNote, support_notes
from artifacts.services.documents.notes import placed_notes
from artifacts.services.documents.status import DocumentFace, ProjectStatus
from artifacts.tiers import Tier
from artifacts.usage.estimates import usual


@dataclass(frozen=True, slots=True)
class DocumentRow:
    document: DocumentFace
    is_current: bool
    """Whether it is the one that is being written."""
    summary: str
    """A line on what it says, or on what it is for while there is none."""
    language: str
    """That of the summary, where it is the document's own."""
    usual_seconds: float | None
    """How long writing it usually takes, where that is known."""
    edits: int
    """Sections edited by hand, of those that this reader may see; so with the notes."""
    open_notes: int
    support: SupportNote | None
    """What staff said of the version that stands, waits or is being written, where they asked for
    it.
    """
    has_proposal: bool


def document_rows(
    project: Project, status: ProjectStatus, tier: Tier, index: ReferenceIndex
) -> list[DocumentRow]:
    """Return one row for each document. One query, and another one in five minutes."""
    estimates = usual() if status.is_running else {}
    notes = support_notes(project, [document.artifact for document in status.documents])
    current = status.current
    return [
        _row(
            document.face,
            document.artifact,
            notes.get(document.type),
            tier,
            index,
            is_current=document is current,
            usual_seconds=estimates[document.type].seconds if estimates else None,
        )
        for document in status.documents
    ]


def readable_edits(artifact: Artifact, tier: Tier) -> int:
    """Count the edited sections that this reader can see: what a gate hides must not show in a
    number either.
    """
    edited = artifact.edited_names
    if not edited:
        return 0
    readable = artifact.type.content_class.access(tier).readable
    return sum(section.name in edited for section in readable)


def _row(
    face: DocumentFace,
    artifact: Artifact,
    support: SupportNote | None,
    tier: Tier,
    index: ReferenceIndex,
    *,
    is_current: bool,
    usual_seconds: float | None,
) -> DocumentRow:
    content = artifact.content
    return DocumentRow(
        face,
        is_current,
        index.plain_text(summary(content, tier))
        if content
        else gettext(face.type.content_class.purpose),
        content.language if content else "",
        usual_seconds,
        edits=readable_edits(artifact, tier),
        open_notes=placed_notes(artifact, content, tier).open_count,
        support=support,
        has_proposal=artifact.has_proposal,
    )
