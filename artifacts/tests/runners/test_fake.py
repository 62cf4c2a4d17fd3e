"""The offline runner: its protocol, its scenarios and its convenience."""

from __future__ import annotations

import copy
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from artifacts.runners.base import (
    PermanentRunnerError,
    ProjectInput,
    RetryableRunnerError,
    Runner,
    WriteRequest,
)
from artifacts.runners.fake import RunnerFake
from artifacts.schemas import GENERATION_ORDER, ArtifactType

BRIEF = {
    "name": "Shelfwise",
    "idea": "An inventory tracker for small shops",
    "price": "29 euros a month",
}
PROJECT = ProjectInput.from_brief(BRIEF)


def test_it_is_a_runner():
    runner: Runner = RunnerFake()
    assert runner.name == "fake"


def test_it_writes_all_documents_in_order():
    runner = RunnerFake("happy_path")
    documents = runner.generate_artifacts(BRIEF)
    assert list(documents) == ["brief", "mvp_scope", "milestones", "risk_log", "how_it_works"]
    assert [call.artifact_type for call in runner.calls] == list(GENERATION_ORDER)
    assert runner.calls[2].earlier == (ArtifactType.BRIEF, ArtifactType.MVP_SCOPE)


def test_documents_validate_and_carry_every_gated_section():
    for artifact_type, document in RunnerFake().generate_artifacts(BRIEF).items():
        content = ArtifactType(artifact_type).content_class.model_validate(document)
        assert all(getattr(content, section.name) for section in content.sections())


def test_it_costs_nothing():
    usage = RunnerFake().write(PROJECT, ArtifactType.BRIEF, {}).usage
    assert (usage.model, usage.tokens_in, usage.tokens_out) == ("offline writer", 0, 0)
    assert usage.cost_usd == Decimal(0)
    assert usage.prompt_version


def test_the_same_input_gives_the_same_documents():
    assert RunnerFake().generate_artifacts(BRIEF) == RunnerFake().generate_artifacts(
        dict(reversed(BRIEF.items()))
    )


def test_it_changes_nothing_it_is_given():
    brief = {**BRIEF, "answers": {"problem": "Counting takes an evening"}}
    before = copy.deepcopy(brief)
    RunnerFake().generate_artifacts(brief)
    assert brief == before


def test_an_answer_of_none_is_no_answer():
    extra = {**BRIEF, "problem": None, "answers": {"stage": None}}
    assert RunnerFake().generate_artifacts(extra) == RunnerFake().generate_artifacts(BRIEF)


def test_answers_may_stand_beside_or_below():
    nested = {"name": "Shelfwise", "idea": BRIEF["idea"], "answers": {"price": BRIEF["price"]}}
    assert RunnerFake().generate_artifacts(nested) == RunnerFake().generate_artifacts(BRIEF)


@pytest.mark.parametrize(
    ("idea", "name"),
    [
        ("An inventory tracker for small shops that warns", "An inventory tracker for small"),
        ("umbrella", "umbrella"),
        ("農家と近所の人をつなぐ野菜の予約サービス", "農家と近所の人をつなぐ野菜の予約サービス"),
    ],
)
def test_a_missing_name_is_taken_from_the_idea(idea, name):
    runner = RunnerFake()
    runner.generate_artifacts({"idea": idea})
    assert runner.calls[0].project.name == name


def test_llm_failure_fails_once_and_then_works():
    runner = RunnerFake("llm_failure")
    with pytest.raises(RetryableRunnerError):
        runner.write(PROJECT, ArtifactType.BRIEF, {})
    assert runner.write(PROJECT, ArtifactType.BRIEF, {}).content["value_proposition"]


def test_rate_limited_fails_every_time_and_says_when_to_come_back():
    runner = RunnerFake("rate_limited")
    for _ in range(3):
        with pytest.raises(RetryableRunnerError) as raised:
            runner.write(PROJECT, ArtifactType.BRIEF, {})
        assert raised.value.retry_after_seconds
        assert raised.value.retryable
        assert "try again" in raised.value.message


def test_fails_at_fails_there_every_time_and_nowhere_else():
    runner = RunnerFake("fails_at:mvp_scope")
    assert runner.write(PROJECT, ArtifactType.BRIEF, {}).content
    for _ in range(2):
        with pytest.raises(PermanentRunnerError):
            runner.write(PROJECT, ArtifactType.MVP_SCOPE, {})


@pytest.mark.parametrize("artifact_type", list(GENERATION_ORDER))
def test_invalid_output_does_not_validate(artifact_type):
    earlier = {
        other: other.content_class.model_validate(document)
        for other, document in zip(
            GENERATION_ORDER, RunnerFake().generate_artifacts(BRIEF).values(), strict=True
        )
        if other in artifact_type.earlier
    }
    written = RunnerFake(f"invalid_output:{artifact_type.value}").write(
        PROJECT, artifact_type, earlier
    )
    with pytest.raises(ValidationError):
        artifact_type.content_class.model_validate(written.content)


def test_slow_takes_its_time_and_says_section_by_section_what_it_has(monkeypatch):
    waited: list[float] = []
    said: list[Any] = []
    monkeypatch.setattr("artifacts.runners.fake.time.sleep", waited.append)
    content = (
        RunnerFake("slow:0.5")
        .write(PROJECT, ArtifactType.BRIEF, {}, WriteRequest(on_partial=said.append))
        .content
    )
    assert sum(waited) == pytest.approx(0.5)
    assert [len(partial) for partial in said] == list(range(1, len(content) + 1))
    assert said[-1] == content


@pytest.mark.parametrize(
    "scenario",
    [
        *(
            "",
            "sunny",
            "happy_path:brief",
            "fails_at",
            "fails_at:",
            "fails_at:budget",
            "invalid_output:x",
        ),
        *("slow", "slow:soon", "slow:-1", "slow:nan", "slow:inf"),
    ],
)
def test_an_unknown_scenario_is_refused_with_the_valid_ones(scenario):
    with pytest.raises(ValueError, match=r"Valid are happy_path, .*slow:<seconds>.*mvp_scope"):
        RunnerFake(scenario)
