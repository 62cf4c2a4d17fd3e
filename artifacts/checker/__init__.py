"""What a text claims, what the founder told, and whether the one follows from the other.

Pure functions, no Django.

Importing this costs nothing: the checker, nearly 150 modules of patterns, is loaded by the first
call of a function in here. `findings` and `messages` do without it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from artifacts.checker.context import Edited
    from artifacts.checker.findings import Finding, Report
    from artifacts.checker.readings import Readings, SharedReadings
    from artifacts.documents.retired import Superseded
    from artifacts.documents.testing import AssumptionOutcomes
    from artifacts.interview.questions import ProjectInput
    from artifacts.schemas import ArtifactContent, ArtifactType, Contents


def check_documents(
    project: ProjectInput,
    contents: Contents,
    *,
    superseded: Superseded | None = None,
    edited: Edited | None = None,
    only: ArtifactType | None = None,
    outcomes: AssumptionOutcomes = (),
    readings: Readings | None = None,
) -> Report:
    """Do what `check.check` does."""
    from artifacts.checker.check import check

    return check(
        project,
        contents,
        superseded=superseded,
        edited=edited,
        only=only,
        outcomes=outcomes,
        readings=readings,
    )


def broken_by(
    project: ProjectInput,
    standing: Contents,
    artifact_type: ArtifactType,
    new: ArtifactContent,
    *,
    superseded: Superseded | None = None,
    readings: Readings | None = None,
) -> tuple[Finding, ...]:
    """Do what `breaking.broken_by` does."""
    from artifacts.checker import breaking

    return breaking.broken_by(
        project,
        standing,
        artifact_type,
        new,
        superseded=superseded,
        readings=readings,
    )


def read_contradictions(answer: Any, contents: Contents) -> list[dict[str, Any]]:
    """Do what `contradictions.read_contradictions` does."""
    from artifacts.checker import contradictions

    return contradictions.read_contradictions(answer, contents)


def contradiction_findings(stored: Iterable[Any], contents: Contents) -> tuple[Finding, ...]:
    """Do what `contradictions.contradiction_findings` does."""
    from artifacts.checker import contradictions

    return contradictions.contradiction_findings(stored, contents)


def new_readings() -> Readings:
    """Return a `Readings` that has read nothing yet."""
    from artifacts.checker.readings import Readings

    return Readings()


@cache
def shared_readings() -> SharedReadings:
    """Return the one `SharedReadings` of this process."""
    from artifacts.checker.readings import SharedReadings

    return SharedReadings()
