"""Check the documents of a project, and ignore findings for a reason that the founder gives."""

from __future__ import annotations

import copyreg
import logging
import marshal
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from artifacts.checker import (
    broken_by,
    check_documents,
    contradiction_findings,
    new_readings,
    shared_readings,
)
from artifacts.checker.findings import (
    CoverageFact,
    Evidence,
    Finding,
    Location,
    Report,
    location_fingerprint,
    reading_order,
)
from artifacts.documents.identity import Identified
from artifacts.documents.retired import RetiredItem
from artifacts.exceptions import FindingGone, ProjectDeleted
from artifacts.interview.questions import ProjectInput
from artifacts.models import Artifact, Project, User
from artifacts.models.project import INPUT_COLUMNS, our_today
from artifacts.models.stored import IgnoredFinding, StoredFinding, VersionFindings, dump_ignored
from artifacts.schemas import ArtifactContent, ArtifactType, Contents
from artifacts.services.documents.kept import kept, kept_key
from artifacts.tiers import Tier

if TYPE_CHECKING:
    from artifacts.checker.readings import Readings

logger = logging.getLogger(__name__)

REASON_MAX = 500
READ_OF_PROJECT = (*INPUT_COLUMNS, "ignored_findings")
"""The columns of a project that a check reads."""


def _pickle_by_fields(kind: type[Any]) -> None:
    """Let a kept dataclass be written as a call with its fields: as Python writes one with slots,
    it asks for these sixteen times for each, which took a report longer than many a rule.
    """
    values = attrgetter(*(field.name for field in fields(kind)))
    copyreg.pickle(kind, lambda one: (kind, values(one)))


for _kind in (CoverageFact, Evidence, Finding, Location, Report):
    _pickle_by_fields(_kind)


def check_project(project: Project) -> Report:
    """Return what the checker says of all documents as they stand, with the ignored findings set
    aside.

    At most two queries, and none where the project was loaded `with_artifacts()`. For the eyes of a
    founder call `visible_to` on it.
    """
    documents = project.documents()
    contents = {row.type: row.content for row in documents if row.content is not None}
    report = check_documents(
        project.get_input(),
        contents,
        superseded={row.type: row.retired_items for row in documents},
        edited={row.type: row.edited_names for row in documents},
        outcomes=project.outcomes(),
        readings=shared_readings(),
    )
    read = contradiction_findings(_contradictions(documents), contents)
    if read:
        report = replace(
            report, findings=tuple(sorted((*report.findings, *read), key=reading_order))
        )
    return report.ignoring(_ignored_ids(project, report, contents))


def known_report(project: Project) -> Report:
    """Return what `check_project` does, kept for as long as it would say the same: for pages.

    It is kept under a hash of all that a check reads and of the code that checks, whatever the tier
    of a reader.
    """
    return kept(kept_key("report", _read_by_checks(project)), lambda: check_project(project))


def _contradictions(documents: Sequence[Artifact]) -> list[Any]:
    """Return what the newest last pass of a language model found, as it is stored with the document
    it followed on.
    """
    passes = [one for row in documents if (one := row.last_pass)]
    return max(passes, key=lambda one: one["at"])["found"] if passes else []


def ignore_finding(
    project: Project, *, finding_id: str, reason: str, by: User, tier: Tier
) -> Finding:
    """Set a finding aside until its place changes. Raises FindingGone or ProjectDeleted."""
    with transaction.atomic():
        row = _locked(project)
        finding = _find(check_project(row).visible_to(tier), finding_id)
        ignored = IgnoredFinding(
            reason=reason[:REASON_MAX],
            at=timezone.now(),
            location_fingerprint=location_fingerprint(row.contents(), finding.place),
            by=by.get_username(),
            by_id=by.pk,
        )
        row.ignored_findings = dump_ignored({**row.ignored, finding_id: ignored})
        row.surveyed_at = None
        row.save(update_fields=["ignored_findings", "surveyed_at"])
    logger.info("Finding %s of project %s is ignored by user %s", finding_id, project.pk, by.pk)
    return finding


def stop_ignoring_finding(project: Project, *, finding_id: str, by: User, tier: Tier) -> Finding:
    """Let an ignored finding count again. Raises FindingGone or ProjectDeleted."""
    with transaction.atomic():
        row = _locked(project)
        finding = _find(check_project(row).visible_to(tier), finding_id)
        row.ignored_findings = dump_ignored(
            {key: one for key, one in row.ignored.items() if key != finding_id}
        )
        row.surveyed_at = None
        row.save(update_fields=["ignored_findings", "surveyed_at"])
    logger.info(
        "Finding %s of project %s counts again, says user %s", finding_id, project.pk, by.pk
    )
    return finding


def version_findings(
    artifact: Artifact,
    new: Identified,
    earlier: Sequence[Artifact],
    project: ProjectInput,
    *,
    edited: Collection[str] = (),
    readings: Readings | None = None,
) -> dict[str, Any]:
    """Return what the checker says of a document before and after a new version, to be stored with
    that.

    Each is judged among the documents that stood before it when it was stored; only a text that was
    edited since is checked again. `readings` is what earlier checks of the project have read. A
    broken checker costs the founder no document: then this is empty.
    """
    among = _Among(earlier, project, readings or new_readings())
    try:
        stored = artifact.version_findings
        if stored and not artifact.has_user_edits and stored.version == artifact.content_version:
            before = stored.after
        else:
            before = _document_findings(
                artifact, artifact.content, artifact.retired_items, among, artifact.edited_names
            )
        after = _document_findings(artifact, new.content, new.superseded, among, edited)
    except Exception:
        logger.exception(
            "The checker broke on %s of project %s", artifact.type, artifact.project_id
        )
        return {}
    return VersionFindings(artifact.version_number + 1, before, after).dump()


def what_would_break(
    project: Project, artifact: Artifact, new: ArtifactContent
) -> tuple[Finding, ...]:
    """Return the findings that `new`, in the place of `artifact`, would bring into documents that
    agree now.

    At most one query, and none where the project was loaded `with_artifacts()`.
    """
    rows = [row for row in project.documents() if row.content is not None]
    return broken_by(
        project.get_input(),
        project.contents(),
        artifact.type,
        new,
        superseded={row.type: row.retired_items for row in rows},
    )


def as_json(finding: Finding) -> dict[str, Any]:
    """Return a finding as plain data, for commands and machines."""
    place = finding.place
    return {
        "id": finding.id,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "document": place.artifact_type.value,
        "section": place.section,
        "item": place.item_id,
        "field": place.field,
        "gate": finding.gate.name.lower(),
        "message": finding.message,
        "hint": finding.hint,
        "derivation": finding.derivation,
    }


@dataclass(frozen=True)
class _Among:
    """What a document is judged among: the documents before it, and what the founder told."""

    earlier: Sequence[Artifact]
    project: ProjectInput
    readings: Readings


def _document_findings(
    artifact: Artifact,
    content: Any,
    superseded: Mapping[str, RetiredItem],
    among: _Among,
    edited: Collection[str],
) -> tuple[StoredFinding, ...]:
    if content is None:
        return ()
    rows = [row for row in among.earlier if row.content is not None]
    contents = {row.type: row.content for row in rows if row.content is not None}
    edits: dict[ArtifactType, Collection[str]] = {row.type: row.edited_names for row in rows}
    report = check_documents(
        among.project,
        {**contents, artifact.type: content},
        superseded={row.type: row.retired_items for row in rows} | {artifact.type: superseded},
        edited={**edits, artifact.type: tuple(edited)},
        only=artifact.type,
        readings=among.readings,
    )
    return tuple(StoredFinding(finding.id, finding.severity.value) for finding in report.findings)


def _read_by_checks(project: Project) -> bytes:
    """Return all that a check reads of a project and its documents, and the day, as bytes."""
    told = [_plain(getattr(project, name)) for name in READ_OF_PROJECT]
    told.append(our_today().isoformat())
    rows = [row.checked_columns for row in project.documents()]
    # Version 2 knows no references, which would tell equal values apart.
    return marshal.dumps([told, rows, repr(project.outcomes())], 2)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _ignored_ids(project: Project, report: Report, contents: Contents) -> set[str]:
    """Return the ids of the findings that were ignored and whose place reads as it did then."""
    ignored = project.ignored
    return {
        finding.id
        for finding in report.findings
        if finding.id in ignored
        and ignored[finding.id].location_fingerprint
        == location_fingerprint(contents, finding.place)
    }


def _locked(project: Project) -> Project:
    row = (
        Project.objects.active()
        .with_artifacts()
        .select_for_update(of=("self",))
        .filter(pk=project.pk)
        .first()
    )
    if row is None:
        raise ProjectDeleted
    return row


def _find(report: Report, finding_id: str) -> Finding:
    finding = report.find(finding_id)
    if finding is None:
        raise FindingGone
    return finding
