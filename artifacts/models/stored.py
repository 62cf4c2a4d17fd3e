"""What the JSON columns hold, as values: how each is read from JSON, also that of older builds, and
written to it.

Columns that hold the values of a pure package are not here: contents, answers, facts, notes and the
interview have their own Pydantic models.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self

from artifacts.schemas.fingerprints import fingerprint

Inputs = Mapping[str, str]
"""A hash by the key of each input that a version was written from: see `documents.staleness`."""


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit of one section by hand: what it reads without the edit, who edited it and when."""

    generated: Any
    """The section's value as JSON, as it was generated."""
    at: datetime
    by: str = ""
    by_id: int | None = None
    """Who that was; None if an older build did not note it."""
    by_support: bool = False
    """True if it was not the project's founder."""

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        return cls(
            generated=stored.get("generated"),
            at=datetime.fromisoformat(stored["at"]),
            by=stored.get("by", ""),
            by_id=stored.get("by_id"),
            by_support=stored.get("by_support", False),
        )

    def dump(self) -> dict[str, Any]:
        return {
            "generated": self.generated,
            "by": self.by,
            "by_id": self.by_id,
            "by_support": self.by_support,
            "at": self.at.isoformat(),
        }


def load_edits(stored: Mapping[str, Mapping[str, Any]]) -> dict[str, Edit]:
    return {section: Edit.load(edit) for section, edit in stored.items()}


def dump_edits(edits: Mapping[str, Edit]) -> dict[str, Any]:
    return {section: edit.dump() for section, edit in edits.items()}


@dataclass(frozen=True, slots=True)
class StillFits:
    """The word that a version still fits although what it was written from has changed."""

    version: int
    inputs: Inputs
    """The hashes of what had changed, as they were then: another change is not covered."""
    at: datetime
    by: str = ""
    by_id: int | None = None
    by_support: bool = False
    """True if it was not the project's founder."""

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        return cls(
            version=stored["version"],
            inputs=stored["inputs"],
            at=datetime.fromisoformat(stored["at"]),
            by=stored.get("by", ""),
            by_id=stored.get("by_id"),
            by_support=stored.get("by_support", False),
        )

    def dump(self) -> dict[str, Any]:
        return {
            "version": self.version,
            "inputs": dict(self.inputs),
            "at": self.at.isoformat(),
            "by": self.by,
            "by_id": self.by_id,
            "by_support": self.by_support,
        }


@dataclass(frozen=True, slots=True)
class StoredProposal:
    """A generated version that waits for the founder's decision."""

    content: Any
    """The content as JSON, with the ids that the runner gave."""
    inputs: Inputs
    base: str
    """The fingerprint of the version that was current when it was written."""
    attempt: int
    """The key of the attempt that wrote it; 0 if none is known."""
    created_at: datetime

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        return cls(
            content=stored["content"],
            inputs=stored["inputs"],
            base=stored["base"],
            attempt=stored.get("attempt", 0),
            created_at=datetime.fromisoformat(stored["created_at"]),
        )

    def dump(self) -> dict[str, Any]:
        return {
            "content": self.content,
            "inputs": dict(self.inputs),
            "base": self.base,
            "attempt": self.attempt,
            "created_at": self.created_at.isoformat(),
        }

    @property
    def fingerprint(self) -> str:
        """What a decision names, so that nobody decides about a proposal unseen."""
        return fingerprint(self.dump())


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a document failed: a sentence for the founder, and the reference that finds the log
    line.
    """

    message: str
    reference: str = ""
    retryable: bool = True

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        return cls(
            stored.get("message", ""), stored.get("reference", ""), stored.get("retryable", True)
        )

    def dump(self) -> dict[str, Any]:
        return {"message": self.message, "reference": self.reference, "retryable": self.retryable}


@dataclass(frozen=True, slots=True)
class IgnoredFinding:
    """Why a finding is ignored, by whom and since when."""

    reason: str
    at: datetime
    location_fingerprint: str
    """What stood at its location then: once that changes, the finding counts again. Called
    `place_fingerprint` once.
    """
    by: str = ""
    by_id: int | None = None

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        return cls(
            reason=stored["reason"],
            at=datetime.fromisoformat(stored["at"]),
            location_fingerprint=stored.get("location_fingerprint") or stored["place_fingerprint"],
            by=stored.get("by", ""),
            by_id=stored.get("by_id"),
        )

    def dump(self) -> dict[str, Any]:
        return {
            "reason": self.reason,
            "by": self.by,
            "by_id": self.by_id,
            "at": self.at.isoformat(),
            "location_fingerprint": self.location_fingerprint,
        }


def dump_ignored(ignored: Mapping[str, IgnoredFinding]) -> dict[str, Any]:
    return {finding_id: one.dump() for finding_id, one in ignored.items()}


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """A finding of a version, as far as it is kept: which one it was, and how severe."""

    id: str
    severity: str


@dataclass(frozen=True, slots=True)
class VersionFindings:
    """What the checker said when `version` was stored: of the text before it, and of its own."""

    version: int
    before: tuple[StoredFinding, ...]
    after: tuple[StoredFinding, ...]

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self | None:
        """Return what `stored` says; None if the checker was never asked, or broke."""
        if "after" not in stored:
            return None
        before, after = (
            tuple(
                StoredFinding(finding["id"], finding["severity"])
                for finding in stored.get(name) or ()
            )
            for name in ("before", "after")
        )
        return cls(stored["version"], before, after)

    def dump(self) -> dict[str, Any]:
        return {"version": self.version, "before": _dump(self.before), "after": _dump(self.after)}


def _dump(findings: tuple[StoredFinding, ...]) -> list[dict[str, str]]:
    return [{"id": finding.id, "severity": finding.severity} for finding in findings]


@dataclass(frozen=True, slots=True)
class Ticks:
    """What the founder has ticked off, with the day: people who were asked, milestones that are
    reached.
    """

    people: Mapping[str, date]
    """By the person's name as `documents.agenda.person_key` makes it."""
    milestones: Mapping[str, date]
    """By the item's id."""

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Self:
        people, milestones = (
            {key: date.fromisoformat(day) for key, day in stored.get(name, {}).items()}
            for name in ("people", "milestones")
        )
        return cls(people, milestones)

    def dump(self) -> dict[str, Any]:
        return {
            name: {key: day.isoformat() for key, day in getattr(self, name).items()}
            for name in ("people", "milestones")
        }
