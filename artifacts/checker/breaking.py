"""What a new version of one document would break of the others, which stay as they are.

Pure functions.
"""

from __future__ import annotations

from functools import partial

from artifacts.checker.check import check
from artifacts.checker.findings import Finding, Report, Severity
from artifacts.checker.readings import Readings
from artifacts.documents.retired import Superseded
from artifacts.interview.questions import ProjectInput
from artifacts.schemas import ArtifactContent, ArtifactType, Contents


def broken_by(
    project: ProjectInput,
    standing: Contents,
    artifact_type: ArtifactType,
    new: ArtifactContent,
    *,
    superseded: Superseded | None = None,
    readings: Readings | None = None,
) -> tuple[Finding, ...]:
    """Return the findings that make broken what is consistent now, once `new` is the document of
    `artifact_type`.

    `standing` are the documents as they are, the one to be replaced too. Nothing where they
    contradict each other already, or the founder's words: then it is not the new version that
    breaks them. `readings` is what earlier checks of the project have read.
    """
    look = partial(check, project, superseded=superseded, readings=readings or Readings())
    return () if _broken(look(standing)) else _broken(look({**standing, artifact_type: new}))


def _broken(report: Report) -> tuple[Finding, ...]:
    return tuple(finding for finding in report.findings if finding.severity is Severity.BROKEN)
