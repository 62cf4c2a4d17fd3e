"""The last chapter of an export: the checker's findings that the reader may see."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from artifacts.checker.findings import Finding, Report, Severity
from artifacts.checker.messages import evidence_texts
from artifacts.schemas import ArtifactType
from artifacts.tiers import Tier
from artifacts.translation import translated

ANCHOR = "known_gaps"


@dataclass(frozen=True, slots=True)
class KnownGaps:
    report: Report
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Why each of the ignored findings is ignored, by its id."""

    def visible_to(self, tier: Tier, only: Collection[ArtifactType] | None) -> KnownGaps:
        """Return what a reader of `tier` may know, about all documents or about those in `only`."""
        report = self.report.visible_to(tier)

        def about(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
            return tuple(f for f in findings if only is None or any(map(f.touches, only)))

        # Coverage is not part of the chapter: the documents draw it themselves.
        cut = Report(about(report.findings), (), about(report.ignored), report.evidence)
        return KnownGaps(
            cut, {finding.id: self.reasons.get(finding.id, "") for finding in cut.ignored}
        )

    def groups(self) -> list[tuple[Severity, list[Finding]]]:
        """Return the open findings by severity, worst first, without empty groups."""
        found = [(s, [f for f in self.report.findings if f.severity is s]) for s in Severity]
        return [(severity, findings) for severity, findings in found if findings]

    def reason(self, finding: Finding) -> str:
        return self.reasons[finding.id]


@dataclass(frozen=True, slots=True)
class GapsTexts:
    """The words of the chapter that are the same in every format."""

    title: str
    purpose: str
    verdict: str
    score: str
    summary: str
    evidence: str
    """What has been confirmed, and what was and was not checked; "" where that is not known."""
    hint: str
    see: str
    reason: str
    ignored: str
    ignored_meaning: str


def gaps_texts(gaps: KnownGaps, *, is_single: bool) -> GapsTexts:
    report = gaps.report
    return GapsTexts(
        title=_("Known gaps"),
        purpose=_("What does not fit together yet, and how we would fix it."),
        verdict=translated(report.verdict.label),
        score=_("%(score)s of 100") % {"score": report.score},
        summary=_summary(len(report.findings), is_single=is_single),
        evidence=_evidence(report),
        hint=_("How to fix it:"),
        see=_("See also:"),
        reason=_("Why we leave it:"),
        ignored=_("Left as it is"),
        ignored_meaning=_(
            "We know of these and have a reason to live with them; they do not count above."
        ),
    )


def _evidence(report: Report) -> str:
    if report.evidence is None:
        return ""
    words = evidence_texts(report.evidence)
    return f"{words.percent} ({'; '.join(words.parts)}). {words.checked} {words.unchecked}"


def _summary(count: int, *, is_single: bool) -> str:
    if count == 0:
        return _(
            "We checked this by fixed rules and found nothing to fix. That says that our documents"
            " agree with each other and with our answers; whether the plan is right, only customers"
            " can say."
        )
    if is_single:
        return ngettext(
            "We read this document against the others and against our answers, and found %(count)s"
            " thing to fix.",
            "We read this document against the others and against our answers, and found %(count)s"
            " things to fix.",
            count,
        ) % {"count": count}
    return ngettext(
        "We read all our documents against each other and against our answers, and found %(count)s"
        " thing to fix.",
        "We read all our documents against each other and against our answers, and found %(count)s"
        " things to fix.",
        count,
    ) % {"count": count}
