"""`RUNNER=replay:FILE`: recorded documents are stored as if a model had written them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from artifacts.exceptions import RunnerUnavailable
from artifacts.generation.claims import Requester
from artifacts.generation.service import generate
from artifacts.interview.questions import ProjectInput
from artifacts.models import GenerationAttempt, Project
from artifacts.runners import get_runner
from artifacts.schemas import ArtifactType
from artifacts.services.projects.lifecycle import create_project
from artifacts.tests.support.factories import make_user

RECORDED = Path(__file__).parent / "recorded" / "shelfwise.json"
RECORDED_TYPES = [
    ArtifactType(name) for name in json.loads(RECORDED.read_text(encoding="utf-8"))["documents"]
]


@pytest.fixture
def recording() -> dict[str, Any]:
    recording: dict[str, Any] = json.loads(RECORDED.read_text(encoding="utf-8"))
    return recording


def play(path: Path, recording: dict[str, Any]) -> tuple[Project, Any]:
    project = create_project(
        owner=make_user(), described=ProjectInput.from_brief(recording["project"])
    )
    trigger = Requester(GenerationAttempt.Trigger.COMMAND)
    generation = generate(project, RECORDED_TYPES, trigger=trigger, runner=f"replay:{path}")
    return Project.objects.with_artifacts().get(pk=project.pk), generation


@pytest.mark.django_db
def test_recorded_documents_are_stored_with_a_receipt(recording: dict[str, Any]) -> None:
    project, generation = play(RECORDED, recording)
    assert not generation.failures
    contents = project.contents()
    assert list(contents) == RECORDED_TYPES
    told = recording["documents"]["brief"]["value_proposition"]
    assert contents[ArtifactType.BRIEF].model_dump()["value_proposition"] == told
    receipts = list(GenerationAttempt.objects.filter(artifact__project=project))
    assert {receipt.model for receipt in receipts} == {"recorded answers"}
    assert {receipt.cost_usd for receipt in receipts} == {0}


@pytest.mark.django_db
def test_a_document_that_was_not_recorded_fails_alone(
    tmp_path: Path, recording: dict[str, Any]
) -> None:
    del recording["documents"]["risk_log"]
    path = tmp_path / "without_risks.json"
    path.write_text(json.dumps(recording), encoding="utf-8")
    project, generation = play(path, recording)
    assert [step.artifact_type for step in generation.failures] == [ArtifactType.RISK_LOG]
    assert ArtifactType.HOW_IT_WORKS in project.contents()
    failed = GenerationAttempt.objects.get(artifact__project=project, outcome="failed")
    assert "no document called risk_log" in failed.error


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "cannot read the recording"),
        ("{", "is not JSON"),
        ("[]", 'needs an object "documents"'),
        ('{"documents": {}}', 'needs an object "documents"'),
        ('{"documents": {"weather": {}}}', "unknown documents: weather"),
        ('{"documents": {"brief": []}}', "needs an object for: brief"),
    ],
)
def test_a_recording_that_cannot_be_played_is_refused_before_anything_starts(
    tmp_path: Path, text: str | None, said: str
) -> None:
    path = tmp_path / "recording.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(RunnerUnavailable, match=said):
        get_runner(f"replay:{path}")


def test_a_recording_has_to_be_named() -> None:
    with pytest.raises(RunnerUnavailable, match="replay:FILE"):
        get_runner("replay")
