"""What the checker says, ready for a page: in its reader's language, with places as links.

Reports and findings come here cut to what their reader may know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext

from artifacts.checker.findings import Finding, Location, Report, Severity
from artifacts.checker.messages import (
    EvidenceTexts,
    evidence_texts,
    full_place_text,
    message_of,
    place_text,
)
from artifacts.models import Project
from artifacts.models.project import ProjectAddress
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import SectionKind
from artifacts.services.documents.checks import known_report
from artifacts.tiers import Tier
from artifacts.translation import translated


@dataclass(frozen=True, slots=True)
class OtherPlace:
    """A place that a finding speaks of besides its own."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word of one of two passages that stand side by side."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class FindingView:
    finding: Finding
    url: str
    """The place in its document."""
    edit_url: str
    """The form that changes it, or "" where nobody changes it by hand."""
    facts_url: str = ""
    """The page on which the founder changes what they told us, where the finding is about that."""
    others: tuple[OtherPlace, ...] = ()
    reason: str = ""
    """Why it is ignored."""

    @property
    def message(self) -> str:
        return message_of(self.finding)

    @property
    def place(self) -> str:
        """Words for the place within its document."""
        return place_text(self.finding.place)

    @property
    def full_place(self) -> str:
        """Words for the place among all documents."""
        return full_place_text(self.finding.place)

    @property
    def hint(self) -> str:
        return gettext(self.finding.hint)

    @property
    def here(self) -> tuple[Word, ...]:
        """The sentence that is wrong, with the words that what we told does not have."""
        return _words(self.finding.passage, self.finding.told)

    @property
    def told(self) -> tuple[Word, ...]:
        """What the founder said instead, with the words that the sentence does not have."""
        return _words(self.finding.told, self.finding.passage)


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one severity that are shown."""

    severity: Severity
    findings: tuple[FindingView, ...]

    @property
    def label(self) -> str:
        return translated(self.severity.label)

    @property
    def meaning(self) -> str:
        return gettext(self.severity.meaning)


@dataclass(frozen=True)
class CoherenceView:
    """A report that has been cut to its reader, for a page."""

    project: ProjectAddress
    report: Report
    reasons: Mapping[str, str]
    """Why findings are ignored, by their ids."""
    most: int
    """How many findings are shown."""

    @cached_property
    def groups(self) -> tuple[FindingGroup, ...]:
        shown = _views(self.project, self.report.findings[: self.most], self.reasons)
        groups = (
            FindingGroup(s, tuple(view for view in shown if view.finding.severity is s))
            for s in Severity
        )
        return tuple(group for group in groups if group.findings)

    @cached_property
    def ignored(self) -> tuple[FindingView, ...]:
        return _views(self.project, self.report.ignored, self.reasons)

    @property
    def more(self) -> int:
        """How many findings are left out."""
        return max(0, len(self.report.findings) - self.most)

    @property
    def verdict(self) -> str:
        return translated(self.report.verdict.label)

    @property
    def count(self) -> int:
        return len(self.report.findings)

    @property
    def evidence(self) -> EvidenceTexts | None:
        return evidence_texts(self.report.evidence) if self.report.evidence else None


SHOWN = 30
"""How many findings a page shows, worst first; nobody fixes more at once."""
SHOWN_BESIDE = 6


def consistency_of(
    project: Project, tier: Tier, only: ArtifactType | None = None
) -> CoherenceView | None:
    """What a founder of `tier` may know of a project's findings, or of those of one document, for
    its page.

    None while nothing is written. No query where the project was loaded with its artifacts.
    """
    if not any(row.is_written for row in project.documents()):
        return None
    report = known_report(project).visible_to(tier)
    if only is not None:
        report = report.of(only)
    known = {finding.id for finding in report.ignored}
    reasons = {key: one.reason for key, one in project.ignored.items() if key in known}
    most = SHOWN if only is None else SHOWN_BESIDE
    return CoherenceView(project.address, report, reasons, most)


def view_finding(project: Project, finding: Finding) -> FindingView:
    reasons = {key: one.reason for key, one in project.ignored.items()}
    return _views(project.address, [finding], reasons)[0]


def _views(
    project: ProjectAddress, findings: Iterable[Finding], reasons: Mapping[str, str]
) -> tuple[FindingView, ...]:
    return tuple(
        FindingView(
            finding,
            _place_url(project, finding.place),
            _edit_url(project, finding.place),
            reverse("project_facts", args=[project.pk]) if finding.told else "",
            tuple(
                OtherPlace(_place_url(project, place), full_place_text(place))
                for place in finding.about
            ),
            reasons.get(finding.id, ""),
        )
        for finding in findings
    )


def _words(text: str, other: str) -> tuple[Word, ...]:
    """Return the words of `text`; those that differ have letters or digits and are not in
    `other`.
    """
    known = {_bare(word) for word in other.split()}
    return tuple(
        Word(word, bool(bare := _bare(word)) and bare not in known) for word in text.split()
    )


def _bare(word: str) -> str:
    return word.casefold().strip(".,;:!?()“”„\"'’")


def _place_url(project: ProjectAddress, place: Location) -> str:
    return f"{project.page_of(place.artifact_type)}#{place.anchor}"


def _edit_url(project: ProjectAddress, place: Location) -> str:
    section = place.artifact_type.content_class.section(place.section)
    if section is None or section.computed:
        return ""
    if place.item_id:
        return reverse(
            "item_edit", args=[project.pk, place.artifact_type.value, place.section, place.item_id]
        )
    if section.kind in (SectionKind.PROSE, SectionKind.LINES):
        return reverse("section_edit", args=[project.pk, place.artifact_type.value, place.section])
    return ""
