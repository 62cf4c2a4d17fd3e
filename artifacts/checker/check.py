"""Checks that five documents are true to each other and to what the founder said.

Pure functions, no database.

The same project gives the same findings, with the same ids, on every run. Time grows with the
length of the texts.
"""

from __future__ import annotations

from artifacts.checker.alone import findings_alone
from artifacts.checker.context import CheckContext, Edited
from artifacts.checker.evidence import evidence
from artifacts.checker.findings import Finding, Report, reading_order
from artifacts.checker.readings import Readings
from artifacts.checker.rules import RULES
from artifacts.checker.rules.registry import findings_of, rules_about
from artifacts.checker.rules.traceability import coverage
from artifacts.documents.retired import Superseded
from artifacts.documents.testing import AssumptionOutcomes
from artifacts.interview.questions import ProjectInput
from artifacts.schemas import ArtifactType, Contents


def check(
    project: ProjectInput,
    contents: Contents,
    *,
    superseded: Superseded | None = None,
    edited: Edited | None = None,
    only: ArtifactType | None = None,
    outcomes: AssumptionOutcomes = (),
    readings: Readings | None = None,
) -> Report:
    """Return everything that is wrong with the documents that have been written.

    `superseded` holds the items that newer versions dropped, `edited` the names of the sections
    whose words are the founder's own, `outcomes` what tests of assumptions found. With `only`, the
    report is about that document as it stands among the others. `readings` is what earlier checks
    of the project have read.
    """
    context = CheckContext(
        project, contents, superseded or {}, edited or {}, only, readings or Readings()
    )
    if only:
        return Report(tuple(_findings_about(only, context)))
    asked = [rule for rule in RULES.values() if rule.compares]
    found = findings_of(asked, context) + findings_alone(context)
    findings = sorted(found, key=reading_order)
    confirmed = evidence(context, outcomes)
    return Report(tuple(findings), tuple(coverage(context)), evidence=confirmed)


def _findings_about(artifact_type: ArtifactType, context: CheckContext) -> list[Finding]:
    """Return what all rules find that touches that document, in reading order."""
    found = findings_of(rules_about(artifact_type), context)
    touching = [finding for finding in found if finding.touches(artifact_type)]
    return sorted(touching, key=reading_order)
