"""The founders of bench/studied_founders.json, with what they told and what is written for them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings

from artifacts.checker.check import check
from artifacts.checker.findings import Finding
from artifacts.checker.readings import Readings
from artifacts.interview.questions import ProjectInput
from artifacts.runners.offline.composing import compose
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from bench.contradictions import TODAY, with_text

Founder = Mapping[str, Any]

FILE: Path = settings.BASE_DIR / "bench/studied_founders.json"
FOUNDERS: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))
BY_ID = {founder["id"]: founder for founder in FOUNDERS}


def project_of(founder: Founder) -> ProjectInput:
    """Return what a founder told, as the checker takes it."""
    answers = {**founder["answers"], "first_version": founder["first_version"]}
    return ProjectInput.from_brief(
        {"name": founder["name"], "idea": founder["idea"], "answers": answers, "today": TODAY}
    )


def documents_of(project: ProjectInput) -> dict[ArtifactType, Any]:
    """Return the five documents of the offline writer."""
    contents: dict[ArtifactType, Any] = {}
    for artifact_type in GENERATION_ORDER:
        written = compose(project, artifact_type, dict(contents))
        contents[artifact_type] = artifact_type.content_class.model_validate(written)
    return contents


def sentences_of(founder: Founder) -> Iterator[tuple[ArtifactType, str, str]]:
    """Yield what contradicts a founder, and then what is true: document, section and sentence."""
    for told in (*founder["contradictions"], *founder["harmless"]):
        yield ArtifactType(told["document"]), told["section"], told["text"]


def judge_of(project: ProjectInput) -> Callable[[ArtifactType, str, str], list[Finding]]:
    """Return what tells the findings that a text in a section of a document adds to those of the
    offline writer's documents.
    """
    contents = documents_of(project)
    readings = Readings()
    known = {finding.id for finding in check(project, contents, readings=readings).findings}

    def judge(artifact_type: ArtifactType, section: str, text: str) -> list[Finding]:
        changed = {**contents, artifact_type: with_text(contents[artifact_type], section, text)}
        report = check(project, changed, readings=readings)
        return [finding for finding in report.findings if finding.id not in known]

    return judge
