"""What the checker has to say: findings, the coverage of one document by another, and the report
that holds them.

Texts are kept as templates with their values, so that a page can show them in the reader's
language.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any

from artifacts.schemas import GENERATION_ORDER, ArtifactType, Contents
from artifacts.schemas.fingerprints import fingerprint
from artifacts.text import InContext, gettext_noop
from artifacts.tiers import Gate, Tier


class Severity(StrEnum):
    """How much a finding matters, worst first."""

    BROKEN = "broken"
    IMPORTANT = "important"
    MINOR = "minor"

    @property
    def label(self) -> str:
        return {
            "broken": InContext("Broken", "severity"),
            "important": gettext_noop("Important"),
            "minor": gettext_noop("Minor"),
        }[self.value]

    @property
    def meaning(self) -> str:
        return {
            "broken": gettext_noop(
                "The documents contradict themselves or say what cannot be true."
            ),
            "important": gettext_noop("A reader would be misled or left with a question."),
            "minor": gettext_noop("It would read better, but nothing rests on it."),
        }[self.value]

    @property
    def rank(self) -> int:
        return list(Severity).index(self)

    @property
    def points(self) -> int:
        """What one finding takes from the score."""
        return {"broken": 15, "important": 5, "minor": 1}[self.value]


class Verdict(StrEnum):
    READY = "ready"
    NEEDS_WORK = "needs_work"
    BROKEN = "broken"

    @property
    def label(self) -> str:
        return {
            "ready": gettext_noop("Documents agree"),
            "needs_work": gettext_noop("Documents agree in part"),
            "broken": gettext_noop("Documents do not agree"),
        }[self.value]


class Pair(StrEnum):
    """Two kinds of things of which the first should be covered by the second."""

    FEATURES_DELIVERED = "features_delivered"
    FEATURES_IN_JOURNEY = "features_in_journey"
    HIGH_RISKS_PLACED = "high_risks_placed"

    @property
    def label(self) -> str:
        return {
            "features_delivered": gettext_noop("Features that a milestone delivers"),
            "features_in_journey": gettext_noop("Features that the user journey uses"),
            "high_risks_placed": gettext_noop("High risks that name what they affect"),
        }[self.value]


@dataclass(frozen=True, slots=True)
class Location:
    """Where in the five documents something stands."""

    artifact_type: ArtifactType
    section: str
    item_id: str = ""
    field: str = ""

    @property
    def gate(self) -> Gate:
        return _gate_of(self.artifact_type, self.section)

    @property
    def anchor(self) -> str:
        """The place's anchor on the page of its document."""
        return self.item_id or self.section

    @property
    def label(self) -> str:
        """Words for the place within its document: the section's title, and the item's id where
        there is one.
        """
        section = self.artifact_type.content_class.section(self.section)
        title = section.title if section else self.section
        return f"{title}, {self.item_id}" if self.item_id else title

    def __str__(self) -> str:
        return self.full_label

    @property
    def full_label(self) -> str:
        """Words for the place among all documents."""
        document, words = self.artifact_type.label, self.label
        # A document may be named after its main section.
        return words if words.partition(",")[0] == document else f"{document}, {words}"


@lru_cache(maxsize=4_096)
def location(
    artifact_type: ArtifactType, section: str, item_id: str = "", field: str = ""
) -> Location:
    """Return the location of these names, the same for all who ask: each document has a hundred,
    and those of two versions are mostly alike.
    """
    return Location(artifact_type, section, item_id, field)


@lru_cache(maxsize=256)
def _gate_of(artifact_type: ArtifactType, name: str) -> Gate:
    section = artifact_type.content_class.section(name)
    return section.gate if section else Gate.CORE


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong. `gate` is what a reader needs to be told of it at all."""

    id: str
    rule: str
    severity: Severity
    place: Location
    gate: Gate
    template: str
    values: tuple[tuple[str, str | Location], ...]
    hint: str
    about: tuple[Location, ...] = ()
    """Other places that the finding speaks of."""
    writer_hint: str = ""
    """How a model corrects it, where that differs from `hint`."""
    passage: str = ""
    """The sentence that is wrong."""
    told: str = ""
    """What the founder said instead, in their words."""
    derivation: str = ""
    """What the figures of the sentence make, where it calculates: "3 × 29 = 87"."""

    @property
    def message(self) -> str:
        return self.template % dict(self.values)

    def touches(self, artifact_type: ArtifactType) -> bool:
        return any(place.artifact_type is artifact_type for place in (self.place, *self.about))


@dataclass(frozen=True, slots=True)
class CoverageFact:
    """Whether the thing at `place` is covered as `pair` demands."""

    pair: Pair
    place: Location
    is_covered: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    pair: Pair
    covered: int
    total: int

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 means all."""
        return self.covered * 100 // self.total


@dataclass(frozen=True, slots=True)
class Evidence:
    """What has been confirmed. It is counted in what every reader may see."""

    assumptions: int
    assumptions_confirmed: int
    facts: int
    facts_confirmed: int
    ours_percent: int | None
    """How much of the text is ours and not the founder's; None where nothing marks it."""
    unchecked: tuple[str, ...]
    """What was not checked, for translation."""
    assumptions_disproved: int = 0
    """How many a test has disproved; they are not among the confirmed."""

    @property
    def percent(self) -> int:
        """The mean of what is confirmed of the assumptions and of the facts, and of the founder's
        share of the text.
        """
        shares = [
            confirmed * 100 / total
            for confirmed, total in (
                (self.assumptions_confirmed, self.assumptions),
                (self.facts_confirmed, self.facts),
                (None if self.ours_percent is None else 100 - self.ours_percent, 100),
            )
            if total and confirmed is not None
        ]
        return round(sum(shares) / len(shares)) if shares else 0


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was found, worst first and then in reading order; `ignored` counts for
    nothing.
    """

    findings: tuple[Finding, ...] = ()
    covered: tuple[CoverageFact, ...] = ()
    ignored: tuple[Finding, ...] = ()
    evidence: Evidence | None = None
    """What has been confirmed; None where only one document was checked."""

    @property
    def score(self) -> int:
        """100 less 15 for every broken, 5 for every important and 1 for every minor finding, and
        never below 0.
        """
        return max(0, 100 - sum(finding.severity.points for finding in self.findings))

    @property
    def verdict(self) -> Verdict:
        """Broken with any broken finding, needing work with any important one, else ready."""
        if self.count(Severity.BROKEN):
            return Verdict.BROKEN
        return Verdict.NEEDS_WORK if self.count(Severity.IMPORTANT) else Verdict.READY

    @property
    def coverage(self) -> tuple[Coverage, ...]:
        """What there is to cover, pair by pair; a pair with nothing in it is left out."""
        found = []
        for pair in Pair:
            points = [point.is_covered for point in self.covered if point.pair is pair]
            if points:
                found.append(Coverage(pair, sum(points), len(points)))
        return tuple(found)

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)

    def has(self, severity: Severity) -> bool:
        """Return whether there is a finding of this severity or a worse one."""
        return any(finding.severity.rank <= severity.rank for finding in self.findings)

    def visible_to(self, tier: Tier) -> Report:
        """Return what a reader of `tier` may know: no finding and no number speaks of what it does
        not open.
        """
        return Report(
            tuple(finding for finding in self.findings if finding.gate.opens_for(tier)),
            tuple(point for point in self.covered if point.place.gate.opens_for(tier)),
            tuple(finding for finding in self.ignored if finding.gate.opens_for(tier)),
            self.evidence,
        )

    def of(self, artifact_type: ArtifactType) -> Report:
        """Return what concerns one document.

        Coverage is about pairs of documents, and stays behind.
        """
        return Report(
            tuple(finding for finding in self.findings if finding.touches(artifact_type)),
            (),
            tuple(finding for finding in self.ignored if finding.touches(artifact_type)),
        )

    def find(self, finding_id: str) -> Finding | None:
        """Return the finding of that id, ignored or not."""
        return next((f for f in (*self.findings, *self.ignored) if f.id == finding_id), None)

    def ignoring(self, ids: Collection[str]) -> Report:
        """Return the report with the findings of these ids set aside."""
        return replace(
            self,
            findings=tuple(finding for finding in self.findings if finding.id not in ids),
            ignored=tuple(finding for finding in self.findings if finding.id in ids),
        )


def finding_id(rule: str, place: Location, what: str) -> str:
    """Return 12 hex digits that stay the same for as long as the same is wrong at the same
    place.
    """
    parts = (rule, place.artifact_type.value, place.section, place.item_id, place.field, what)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def highest_gate(places: Iterable[Location]) -> Gate:
    return max((place.gate for place in places), key=lambda gate: gate.tier.rank)


def location_fingerprint(contents: Contents, place: Location) -> str:
    """Return a fingerprint (16 hex digits) of the text at `place`, so that a change can be noticed;
    "" without text.
    """
    content = contents.get(place.artifact_type)
    value: Any = getattr(content, place.section, None)
    if place.item_id:
        value = next((item for item in value or () if item.id == place.item_id), None)
        value = getattr(value, place.field, None) if place.field else value
    return "" if value is None else fingerprint(value)


def reading_order(finding: Finding) -> tuple[int, int, int, str, str]:
    """Return the key that sorts findings: worst first, then where they stand in the documents."""
    place = finding.place
    names = [section.name for section in place.artifact_type.content_class.sections()]
    document = GENERATION_ORDER.index(place.artifact_type)
    return finding.severity.rank, document, names.index(place.section), place.item_id, finding.id
