"""What the checker says of a project, for staff: everything, whatever the owner's tier."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from pydantic import ValidationError

from artifacts.coherence.findings import Finding
from artifacts.models import Project
from artifacts.schemas.base import describe_errors
from artifacts.services.checking import check_project


def coherence_table(project: Project) -> SafeString | str:
    """Return verdict, score, coverage and findings of `project` as HTML, or why its documents cannot be checked."""
    try:
        report = check_project(project)
    except ValidationError as error:
        return f"The documents cannot be checked as they are stored. {describe_errors(error)}"
    if not project.contents():
        return "Nothing is written yet."
    coverage = "; ".join(f"{pair.pair.label}: {pair.covered} of {pair.total}" for pair in report.coverage)
    reasons = {key: ignored["reason"] for key, ignored in project.ignored_findings.items()}
    rows = [*_rows(project, report.findings, {}), *_rows(project, report.ignored, reasons)]
    head = format_html("<p><b>{}</b>, {} of 100. {}</p>", report.verdict.label, report.score, coverage)
    if not rows:
        return head
    body = format_html_join("", '<tr><td>{}</td><td><a href="{}">{}</a></td><td>{} <i>{}</i></td></tr>', rows)
    return head + format_html(
        "<table><thead><tr><th>Severity</th><th>Place</th><th>What</th></tr></thead><tbody>{}</tbody></table>", body
    )


def _rows(
    project: Project, findings: Iterable[Finding], reasons: dict[str, str]
) -> Iterable[tuple[str, str, str, str, str]]:
    for finding in findings:
        page = reverse("admin:artifacts_artifact_changelist")
        where = f"{page}?project__id__exact={project.pk}&artifact_type__exact={finding.place.artifact_type.value}"
        ignored = f"Ignored: {reasons[finding.id]}" if finding.id in reasons else finding.hint
        yield finding.severity.label, where, finding.place.full_label, finding.message, ignored
