"""The package as JSON, and the items that a tracker would take as CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from django.utils.translation import gettext as _

from artifacts.checker.findings import Finding
from artifacts.checker.messages import message_of
from artifacts.documents.presentation import FieldView, ItemView
from artifacts.exceptions import ExportFailed
from artifacts.exporters.csv_cells import inert
from artifacts.exporters.gaps import KnownGaps
from artifacts.exporters.package import Package
from artifacts.schemas.base import FieldKind
from artifacts.text import gettext_noop

# What a spreadsheet may take for a formula, in the full widths of East Asian keyboards too.


def render_json(package: Package) -> str:
    """Return the documents as they are stored, without what the tier does not open. docs/schemas
    describes it.
    """
    return json.dumps(as_json(package), ensure_ascii=False, indent=2) + "\n"


def as_json(package: Package) -> dict[str, Any]:
    found: dict[str, Any] = {
        "project": package.project_name,
        "documents": [
            {
                "type": chapter.type.value,
                "title": chapter.title,
                "version": chapter.version,
                "date": chapter.date.isoformat(),
                "content": chapter.content,
            }
            for chapter in package.chapters
        ],
    }
    return found | _known_gaps(package.gaps) if package.gaps else found


def _known_gaps(gaps: KnownGaps) -> dict[str, Any]:
    report = gaps.report
    return {
        "coherence": {
            "verdict": report.verdict.value,
            "score": report.score,
            "evidence": report.evidence.percent if report.evidence else None,
        },
        "known_gaps": [
            *(_gap(finding, None) for finding in report.findings),
            *(_gap(finding, gaps.reason(finding)) for finding in report.ignored),
        ],
    }


def _gap(finding: Finding, reason: str | None) -> dict[str, Any]:
    place = finding.place
    return {
        "id": finding.id,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "document": place.artifact_type.value,
        "section": place.section,
        "item": place.item_id,
        "field": place.field,
        "message": message_of(finding),
        "hint": _(finding.hint),
        "ignored_because": reason,
    }


def render_csv(package: Package) -> str:
    """Return a row for every item that can be worked at: features, milestones and risks.

    Those are the items with a text and with something to weigh them by; assumptions and steps of a
    journey are not.
    """
    rows = [
        _row(package, chapter.title, section.section.title, item)
        for chapter in package.chapters
        for section, item in chapter.items()
        if item.texts and item.badges
    ]
    if not rows:
        raise ExportFailed(
            gettext_noop(
                "There is nothing for a tracker here: no features, milestones or risks. "
                "Choose all documents, or another format."
            )
        )
    columns = list(dict.fromkeys(name for row in rows for name in row))
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([inert(name) for name in columns])
    writer.writerows([inert(row.get(name, "")) for name in columns] for row in rows)
    return file.getvalue()


def _row(package: Package, document: str, section: str, item: ItemView) -> dict[str, str]:
    row = {
        "ID": item.id,
        _("Type"): item.noun,
        _("Title"): package.plain_text(item.title),
        _("Document"): document,
        _("Section"): section,
    }
    return row | {view.field.label: _cell(package, view) for view in item.fields}


def _cell(package: Package, view: FieldView) -> str:
    # A level that nobody has given is an empty cell, which a tracker reads as such, and not our
    # words for it.
    if view.value is None:
        return ""
    match view.field.kind:
        case FieldKind.LINES:
            return "\n".join(package.plain_text(line) for line in view.value)
        case FieldKind.LINKS:
            return ", ".join(link.item_id for link in view.value)
        case FieldKind.TEXT:
            return package.plain_text(view.value)
        case FieldKind.CHOICE:
            return view.display_value
        case _:
            return str(view.value)
