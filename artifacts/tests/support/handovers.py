"""Projects to hand over: the demo, founders of several kinds, and one with hostile texts."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from artifacts.documents.labels import in_language
from artifacts.exporters.builders import select
from artifacts.exporters.builders.archive import make_parts
from artifacts.exporters.builders.handover import Handover
from artifacts.exporters.builders.handover_reader import make_handover
from artifacts.exporters.package import make_package
from artifacts.exporters.sources import ExportSource
from artifacts.interview.questions import ProjectInput
from artifacts.runners.fake import RunnerFake
from artifacts.schemas import (
    GENERATION_ORDER,
    ArtifactContent,
    ArtifactType,
    Contents,
    load_content,
)
from artifacts.services.projects.sample import SHELFWISE
from artifacts.tests.support.builders import HOSTILE, PROJECT_ID, START
from artifacts.tests.support.factories import PLAIN
from artifacts.text import clean_text
from artifacts.tiers import Tier

FOUNDERS = Path(
    os.environ.get("HANDOVER_FOUNDERS") or Path(__file__).parents[3] / "bench" / "founders.json"
)
"""Founders as bench/ reads them; the first four who write English and two German ones are tried."""
TODAY = date(2026, 11, 29)
MADE = datetime(2026, 11, 29, 12, tzinfo=UTC)
DEMO = "demo"
HOSTILE_NAME = "hostile"


@dataclass(frozen=True)
class Handed:
    """What is handed over of a project, and the files of the forms that were asked for."""

    handover: Handover
    files: dict[str, str]

    def text(self, path: str) -> str:
        return self.files[path]


def case_names() -> list[str]:
    return [DEMO, *(founder["id"] for founder in _founders()), HOSTILE_NAME]


def hand_over_case(
    name: str, *forms: str, start: date | None = START, tier: Tier = Tier.CTO_SCALE
) -> Handed:
    """Return what is handed over of the project that is called `name` in `case_names`."""
    project, contents = _case(name)
    sources = {t: ExportSource(content, 1, MADE) for t, content in contents.items()}
    package = make_package(project.name, sources, tier, None, None, PROJECT_ID, project.sheet)
    with in_language(package.language):
        handover = make_handover(package, start)
        parts = make_parts(handover, select(forms or ("all",)))
        return Handed(handover, {file.path: file.text for part in parts for file in part.files})


def _case(name: str) -> tuple[ProjectInput, Contents]:
    if name == HOSTILE_NAME:
        return SHELFWISE.model_copy(update={"name": "Shelf: #1 /close"}), _hostile()
    founder = next((found for found in _founders() if found["id"] == name), None)
    project = _project(founder) if founder else SHELFWISE.model_copy(update={"today": TODAY})
    return project, _written(project)


def _founders() -> list[dict[str, Any]]:
    founders = json.loads(FOUNDERS.read_text(encoding="utf-8"))
    return [
        founder
        for language, count in (("en", 4), ("de", 2))
        for founder in islice((f for f in founders if f["language"] == language), count)
    ]


def _project(founder: dict[str, Any]) -> ProjectInput:
    answers = {**founder["answers"], "first_version": founder["first_version"]}
    brief = {"name": founder["name"], "idea": founder["idea"], "answers": answers, "today": TODAY}
    return ProjectInput.from_brief(brief)


def _written(project: ProjectInput) -> Contents:
    writer = RunnerFake()
    contents: dict[ArtifactType, ArtifactContent] = {}
    for artifact_type in GENERATION_ORDER:
        written = load_content(
            artifact_type, writer.write(project, artifact_type, dict(contents)).content
        )
        contents[artifact_type] = written.model_copy(update={"language": project.document_language})
    return contents


def _hostile() -> Contents:
    """Return documents in which each hostile text is a name, a description and a criterion."""
    texts = [text for text in map(_fitting, HOSTILE) if text]
    following = cycle(texts[7:] + texts[:7])
    features = [
        {
            "id": f"F-{number}",
            "name": name,
            "description": "\n".join(islice(following, 3)),
            "priority": ("high", "medium", "low")[number % 3],
            "acceptance_criteria": list(islice(following, number % 4)),
        }
        for number, name in enumerate(texts, start=1)
    ]
    ids = [feature["id"] for feature in features]
    milestones = [
        {
            "id": f"M-{number}",
            "title": texts[-number],
            "description": "\n".join(islice(following, 2)),
            "success_criteria": list(islice(following, 2)),
            "estimated_weeks": 1 + number % 3,
            "delivers": ids[number * 6 : number * 6 + 6] if number % 4 else [],
            "depends_on": [f"M-{other}" for other in (number - 1, number - 3) if other > 0],
        }
        for number in range(1, 10)
    ]
    risks = [
        {
            "id": f"R-{number}",
            "title": name,
            "description": "\n".join(islice(following, 2)),
            "severity": "high",
            "mitigation": "\n".join(islice(following, 2)),
            "affects": [ids[number], f"M-{number}"],
        }
        for number, name in enumerate(texts[:9], start=1)
    ]
    steps = [
        {"id": f"J-{number}", "title": name, "description": next(following), "uses": [ids[number]]}
        for number, name in enumerate(texts[9:18], start=1)
    ]
    prose = ("problem_statement", "target_user", "value_proposition", "key_constraint")
    brief = {name: "\n".join(islice(following, 4)) for name in prose}
    found: dict[ArtifactType, dict[str, Any]] = {
        ArtifactType.BRIEF: {**PLAIN[ArtifactType.BRIEF], **brief, "open_questions": texts[:8]},
        ArtifactType.MVP_SCOPE: {
            **PLAIN[ArtifactType.MVP_SCOPE],
            "core_features": features,
            "out_of_scope": texts[8:20],
            "success_metrics": texts[20:30],
        },
        ArtifactType.MILESTONES: {**PLAIN[ArtifactType.MILESTONES], "milestones": milestones},
        ArtifactType.RISK_LOG: {**PLAIN[ArtifactType.RISK_LOG], "technical_risks": risks},
        ArtifactType.HOW_IT_WORKS: {**PLAIN[ArtifactType.HOW_IT_WORKS], "user_journey": steps},
    }
    return {
        artifact_type: load_content(artifact_type, content)
        for artifact_type, content in found.items()
    }


def _fitting(text: str) -> str:
    return clean_text(text)[:180].strip()
