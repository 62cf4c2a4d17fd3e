"""What the checker says of a project, for staff: everything, whatever the owner's tier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from pydantic import ValidationError

from artifacts.admin.base import artifact_page
from artifacts.checker.findings import Finding, Report
from artifacts.checker.messages import evidence_texts
from artifacts.models import Project
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import describe_errors
from artifacts.services.documents.checks import check_project
from artifacts.tiers import Tier


def coherence_table(project: Project, only: ArtifactType | None = None) -> SafeString | str:
    """Return verdict, score, coverage and findings of `project` as HTML, or why its documents
    cannot be checked.

    `only` leaves out the findings that do not concern that document.
    """
    try:
        report = check_project(project)
    except ValidationError as error:
        return f"The documents cannot be checked as they are stored. {describe_errors(error)}"
    if not project.contents():
        return "Nothing is written yet."
    head = _head(report)
    if only is not None:
        report = report.of(only)
    reasons = {key: ignored.reason for key, ignored in project.ignored.items()}
    rows = [*_rows(project, report.findings, {}), *_rows(project, report.ignored, reasons)]
    if not rows:
        return head + format_html("<p>{}</p>", "Nothing concerns this document.") if only else head
    body = format_html_join(
        "", '<tr><td>{}</td><td><a href="{}">{}</a></td><td>{} <i>{}</i></td></tr>', rows
    )
    return head + format_html(
        "<table><thead><tr><th>Severity</th><th>Place</th><th>What</th></tr></thead><tbody>{}</tbody></table>",
        body,
    )


def _head(report: Report) -> SafeString:
    coverage = "; ".join(
        f"{pair.pair.label}: {pair.covered} of {pair.total}" for pair in report.coverage
    )
    head = format_html(
        "<p>The project: <b>{}</b>, {} of 100. {}</p>", report.verdict.label, report.score, coverage
    )
    if report.evidence is None:
        return head
    words = evidence_texts(report.evidence)
    told = f"{'; '.join(words.parts)}. {words.checked} {words.unchecked}"
    return head + format_html("<p><b>{}</b>: {}</p>", words.percent, told)


def _rows(
    project: Project, findings: Iterable[Finding], reasons: Mapping[str, str]
) -> Iterable[tuple[str, str, str, str, str]]:
    for finding in findings:
        page = artifact_page(project, finding.place.artifact_type)
        where = f"{page}?tier={max(Tier).value}#{finding.place.anchor}"
        ignored = f"Ignored: {reasons[finding.id]}" if finding.id in reasons else finding.hint
        yield finding.severity.label, where, finding.place.full_label, finding.message, ignored
