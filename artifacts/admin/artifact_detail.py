"""The views of one artifact: everything that is stored of it, in pages that are plain links to each
other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from pydantic import ValidationError

from artifacts.admin.consistency import coherence_table
from artifacts.admin.inspected import ERRORS_SHOWN, EVERYTHING, Inspected, StaffPages
from artifacts.checker.findings import Finding
from artifacts.diff.content import SectionDifference
from artifacts.documents.presentation import present_document
from artifacts.documents.staleness import ABSENT, changed_since, describe_input
from artifacts.forms.staff import pretty
from artifacts.generation.proposals import read_proposal
from artifacts.models import Artifact, GenerationAttempt
from artifacts.models.stored import Edit
from artifacts.schemas import ArtifactContent, load_content
from artifacts.schemas.base import Section, SectionKind, describe_errors
from artifacts.services.documents.checks import check_project
from artifacts.services.documents.comparison import compare_contents, compare_with_previous
from artifacts.services.editing.restoring import generated_value
from artifacts.tiers import Tier
from artifacts.web.compare_sides import ONE_TEXT, SIDES

ATTEMPTS_SHOWN = 50


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section in the list of all: who may read it, how much is in it, and what has happened to
    it.
    """

    section: Section
    opens_for: tuple[tuple[Tier, bool], ...]
    amount: str
    edit: Edit | None
    notes: int
    findings: int


@dataclass(frozen=True, slots=True)
class EditRow:
    """An edited section: the generated text beside the current text, or as it is stored where it
    cannot be compared.
    """

    name: str
    title: str
    by: str
    by_support: bool
    at: datetime
    difference: SectionDifference | None
    stored: str = ""


@dataclass(frozen=True, slots=True)
class InputRow:
    label: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class RawPart:
    """One JSON column: the name of its download, what it is, its text, and what is wrong with
    it.
    """

    name: str
    title: str
    text: str
    problem: str


@dataclass(frozen=True, slots=True)
class View:
    """One of the pages of an artifact; `reads` is False for those that show what cannot be read
    too.
    """

    label: str
    context: Callable[[Inspected], dict[str, Any]]
    count: Callable[[Inspected], int] = lambda _: 0
    reads: bool = True


def _document(found: Inspected) -> dict[str, Any]:
    wanted = found.query.get("tier", "")
    tier = Tier(wanted) if wanted in set(Tier) else found.project.owner.get_tier()
    index = found.project.reference_index(tier)
    content, artifact = found.artifact.content, found.artifact
    return {
        "tier": tier,
        "tiers": tuple(Tier),
        "index": index,
        "document": present_document(artifact.type, content, index, tier) if content else None,
        "pages": StaffPages(found.project, tier),
        "receipt": (
            artifact.attempts.filter(version_written=artifact.content_version).first()
            if content
            else None
        ),
    }


def _sections(found: Inspected) -> dict[str, Any]:
    try:
        findings = check_project(found.project).findings
    except ValidationError:
        findings = ()
    return {
        "rows": [
            _section_row(found, section, findings)
            for section in found.artifact.type.content_class.sections()
        ]
    }


def _section_row(found: Inspected, section: Section, findings: tuple[Finding, ...]) -> SectionRow:
    mine = (f.place for f in findings if f.place.artifact_type is found.artifact.type)
    return SectionRow(
        section,
        tuple((tier, section.gate.opens_for(tier)) for tier in Tier),
        _amount(section, found.artifact.content),
        found.artifact.edits.get(section.name),
        notes=sum(
            placed.is_open and placed.note.section_id == section.name for placed in found.notes
        ),
        findings=sum(place.section == section.name for place in mine),
    )


def _amount(section: Section, content: ArtifactContent | None) -> str:
    value = getattr(content, section.name, None)
    if value in (None, "", []):
        return "empty"
    if section.kind is SectionKind.NUMBER:
        return section.unit.amount(value) if section.unit else str(value)
    count, noun = (len(value.split()), "word") if isinstance(value, str) else (len(value), "entry")
    plural = "entries" if noun == "entry" else f"{noun}s"
    return f"{count} {noun if count == 1 else plural}"


def _compare(found: Inspected) -> dict[str, Any]:
    artifact = found.artifact
    return {
        "earlier_edits": [
            section.title
            for section in artifact.type.content_class.sections()
            if section.name in artifact.previous_edits
        ],
        "difference": compare_with_previous(found.project, artifact, EVERYTHING),
        "before": f"Before: version {artifact.previous_version}",
        "now": f"Now: version {artifact.content_version}",
        **_how(found.query),
    }


def _how(query: Mapping[str, str]) -> dict[str, Any]:
    """How a comparison is to be shown, as the founders' page knows it too."""
    inline = query.get("as") == "inline"
    show = "all" if query.get("show") == "all" else "changed"
    return {
        "as": "inline" if inline else "side",
        "show": show,
        "sides": ONE_TEXT if inline else SIDES,
    }


def _edits(found: Inspected) -> dict[str, Any]:
    rows = [edit_row(found, name, edit) for name, edit in found.artifact.edits.items()]
    return {
        "rows": rows,
        "before": "As it was generated",
        "now": "As it stands now",
        "show": "changed",
        "sides": SIDES,
    }


def edit_row(found: Inspected, name: str, edit: Edit) -> EditRow:
    artifact = found.artifact
    section = artifact.type.content_class.section(name)
    known = (edit.by, edit.by_support, edit.at)
    if section is None or artifact.content is None:
        return EditRow(
            name, section.title if section else name, *known, None, pretty(edit.generated)
        )
    try:
        written = {
            **artifact.content.model_dump(mode="json"),
            name: generated_value(artifact, section),
        }
        generated = load_content(artifact.type, written)
    except ValidationError:
        return EditRow(name, section.title, *known, None, pretty(edit.generated))
    difference = compare_contents(found.project, artifact, generated, artifact.content, EVERYTHING)
    return EditRow(
        name,
        section.title,
        *known,
        next(one for one in difference.sections if one.section.name == name),
    )


def _notes(found: Inspected) -> dict[str, Any]:
    return {
        "notes": found.notes,
        "unreadable_notes": len(found.artifact.annotations) - len(found.notes),
    }


def _attempts(found: Inspected) -> dict[str, Any]:
    newest = list(found.artifact.attempts.select_related("requested_by")[: ATTEMPTS_SHOWN + 1])
    all_of_them = reverse("admin:artifacts_generationattempt_changelist")
    return {
        "attempts": newest[:ATTEMPTS_SHOWN],
        "all_attempts": (
            f"{all_of_them}?artifact__id__exact={found.artifact.pk}"
            if len(newest) > ATTEMPTS_SHOWN
            else ""
        ),
        "inputs": _inputs(found),
        "upstream": _upstream(found),
        "now": timezone.now(),
    }


def _inputs(found: Inspected) -> list[InputRow] | None:
    """What the document was written from, what has changed first; None if the answers cannot be
    read.
    """
    recorded = found.artifact.written_from
    earlier = {
        kind: text
        for kind, text in found.project.contents().items()
        if kind in found.artifact.type.earlier
    }
    try:
        changed = changed_since(recorded, found.project.get_input(), earlier) if recorded else []
    except ValidationError:
        return None
    same = [key for key, value in recorded.items() if value != ABSENT and key not in changed]
    return [InputRow(describe_input(key), key in changed) for key in (*changed, *same)]


def _upstream(found: Inspected) -> list[tuple[str, int, int]]:
    """The earlier documents with the versions that this one was written from, and those that stand
    now.
    """
    wrote = found.artifact.attempts.filter(version_written=found.artifact.content_version).first()
    read = wrote.versions_read if wrote else {}
    return [
        (row.type.label, read[row.type], row.content_version)
        for row in found.project.documents()
        if row.type in read
    ]


def _findings(found: Inspected) -> dict[str, Any]:
    return {"table": coherence_table(found.project, found.artifact.type)}


def _proposal(found: Inspected) -> dict[str, Any]:
    artifact = found.artifact
    proposal = read_proposal(artifact)
    stored = artifact.stored_proposal
    if proposal is None or artifact.content is None or stored is None:
        return {"proposal": None}
    attempt = GenerationAttempt.objects.filter(pk=stored.attempt).first()
    return {
        "proposal": proposal,
        "attempt": attempt,
        "difference": compare_contents(
            found.project, artifact, artifact.content, proposal.content, EVERYTHING
        ),
        "before": "As it stands now",
        "now": "The version that waits",
        **_how(found.query),
    }


def raw_parts(artifact: Artifact) -> dict[str, RawPart]:
    """Return the JSON that is stored of a document, by the names of the downloads."""
    columns = {
        "current": (f"Current: version {artifact.content_version}", artifact.current_content),
        "previous": (f"Previous: version {artifact.previous_version}", artifact.previous_content),
        "proposal": ("Proposal that waits", artifact.proposal),
    }
    return {
        name: RawPart(name, title, pretty(stored), _problem(artifact, name, stored))
        for name, (title, stored) in columns.items()
        if stored is not None
    }


def _problem(artifact: Artifact, name: str, stored: Any) -> str:
    content: Any = (
        stored.get("content") if name == "proposal" and isinstance(stored, dict) else stored
    )
    try:
        load_content(artifact.type, content)
    except ValidationError as error:
        return describe_errors(error, ERRORS_SHOWN)
    return ""


def _raw(found: Inspected) -> dict[str, Any]:
    return {"parts": raw_parts(found.artifact).values()}


VIEWS: Mapping[str, View] = {
    "document": View("Document", _document),
    "sections": View("Sections", _sections),
    "compare": View("Compare", _compare),
    "edits": View("Edits", _edits, lambda found: len(found.artifact.edited_names)),
    "notes": View("Notes", _notes, lambda found: found.open_notes, reads=False),
    "attempts": View("Writing", _attempts, reads=False),
    "findings": View("Findings", _findings, reads=False),
    "proposal": View("Proposal", _proposal, lambda found: int(found.artifact.has_proposal)),
    "raw": View("JSON", _raw, reads=False),
}
