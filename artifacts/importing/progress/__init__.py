"""The way back of the builders' export: what OpenSpec, Backlog.md and Linear say is done.

By our ids; no Django here.

    read_evidence([(name, bytes), ...]) -> (FormEvidence, ...)
    report_of(evidence, features, milestones) -> FormProgress

Nothing is stored and nothing in a document changes. A file may have come from anywhere: it is read
in linear time, up to limits, and refused with the reason where it is not what we hand over.
"""

from __future__ import annotations

from artifacts.importing.progress.evidence import FormEvidence, ProgressState, Sighting
from artifacts.importing.progress.files import (
    MAX_ARCHIVE_BYTES,
    MAX_FILES,
    MAX_TOTAL_BYTES,
    Refusal,
    RefusedFile,
    read_evidence,
)
from artifacts.importing.progress.report import (
    FeatureProgress,
    FormProgress,
    MilestoneProgress,
    PlannedFeature,
    PlannedMilestone,
    report_of,
)

__all__ = [
    "MAX_ARCHIVE_BYTES",
    "MAX_FILES",
    "MAX_TOTAL_BYTES",
    "FeatureProgress",
    "FormEvidence",
    "FormProgress",
    "MilestoneProgress",
    "PlannedFeature",
    "PlannedMilestone",
    "ProgressState",
    "Refusal",
    "RefusedFile",
    "Sighting",
    "read_evidence",
    "report_of",
]
