"""Five documents as a strong model wrote them: nothing is repaired, nothing is found, and the
receipts are right.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from artifacts.generation.claims import Requester
from artifacts.generation.service import generate
from artifacts.interview.questions import ProjectInput
from artifacts.models import GenerationAttempt, Project
from artifacts.runners.llm.prices import estimate_usd
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.documents.checks import check_project
from artifacts.services.projects.lifecycle import create_project
from artifacts.tests.support.factories import make_user
from artifacts.tests.support.llm_server import LLMServer
from artifacts.tiers import Tier
from artifacts.usage.totals import spent_on

pytestmark = pytest.mark.django_db

PATH = Path(__file__).parents[1] / "runners" / "recorded" / "riverbook.json"
RECORDING: dict[str, Any] = json.loads(PATH.read_text(encoding="utf-8"))
COMMAND = Requester(GenerationAttempt.Trigger.COMMAND)


@pytest.fixture
def project(db: None) -> Project:
    described = ProjectInput.from_brief(RECORDING["project"])
    return create_project(owner=make_user(Tier.CTO_SCALE), described=described)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, settings: LazySettings) -> Iterator[LLMServer]:
    with LLMServer() as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        settings.LLM = {**settings.LLM, "model": "anthropic:claude-haiku-4-5"}
        server.author.contents = {
            ArtifactType(name): content for name, content in RECORDING["documents"].items()
        }
        yield server


def findings(project: Project) -> list[str]:
    fresh = Project.objects.with_artifacts().get(pk=project.pk)
    return [finding.message for finding in check_project(fresh).findings]


def test_replayed_they_are_stored_without_a_finding(project: Project) -> None:
    generation = generate(project, GENERATION_ORDER, trigger=COMMAND, runner=f"replay:{PATH}")
    assert not generation.failures
    assert findings(project) == []
    attempts = GenerationAttempt.objects.filter(artifact__project=project)
    assert set(attempts.values_list("model", "tokens_in", "cost_usd")) == {
        ("recorded answers", 0, Decimal(0))
    }


def test_written_by_a_model_none_is_repaired_and_the_receipts_add_up(
    server: LLMServer, project: Project
) -> None:
    generate(project, GENERATION_ORDER, trigger=COMMAND, runner="llm")
    assert [request.artifact_type for request in server.requests] == list(GENERATION_ORDER)
    assert findings(project) == []
    attempts = list(GenerationAttempt.objects.filter(artifact__project=project).order_by("pk"))
    assert [attempt.requests for attempt in attempts] == [1] * len(GENERATION_ORDER)
    for attempt, request in zip(attempts, server.requests, strict=True):
        assert attempt.tokens_in == len(request.prompt) // 4
        assert (
            attempt.tokens_out
            == len(json.dumps(RECORDING["documents"][request.artifact_type], ensure_ascii=False))
            // 4
        )
    assert attempts[0].cost_usd is not None
    first = estimate_usd(
        "anthropic:claude-haiku-4-5", tokens_in=attempts[0].tokens_in or 0, tokens_out=0
    )
    assert first is not None
    assert attempts[0].cost_usd > first
    assert spent_on(project).cost_usd == sum(attempt.cost_usd or Decimal(0) for attempt in attempts)


def test_a_server_that_cut_the_prompt_off_leaves_a_warning_in_the_receipt(
    server: LLMServer, project: Project
) -> None:
    server.context_tokens = 200
    generate(project, [ArtifactType.BRIEF], trigger=COMMAND, runner="llm")
    attempt = GenerationAttempt.objects.get(artifact__project=project)
    assert attempt.outcome == GenerationAttempt.Outcome.STORED
    assert "read 200 tokens of about" in attempt.error
