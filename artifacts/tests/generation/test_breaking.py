"""One document written again never turns documents that agree into documents that do not."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from artifacts.checker.findings import Severity, Verdict
from artifacts.generation.claims import Requester
from artifacts.generation.proposals import read_proposal
from artifacts.generation.service import generate
from artifacts.generation.versions import BREAKS_OTHERS
from artifacts.models import GenerationAttempt, Project, User
from artifacts.runners.base import WriteResult
from artifacts.runners.fake import RunnerFake
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.documents.checks import check_project
from artifacts.tests.support.factories import ProjectFactory, make_user
from artifacts.tests.support.llm_server import LLMServer
from artifacts.tests.support.rows import row_of
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

COMMAND = Requester(GenerationAttempt.Trigger.COMMAND)
SCOPE = ArtifactType.MVP_SCOPE


@pytest.fixture
def founder(db: None) -> User:
    return make_user(Tier.CTO_SCALE)


@pytest.fixture
def project(founder: User) -> Project:
    project = ProjectFactory.create(answered=True, owner=founder)
    generate(project, trigger=COMMAND, runner="fake")
    return project


@pytest.fixture
def careless(monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer that leaves out a feature which later documents build on."""
    write = RunnerFake.write

    def forget(
        self: Any, project: Any, artifact_type: ArtifactType, earlier: Any, order: Any
    ) -> WriteResult:
        result = write(self, project, artifact_type, earlier, order)
        return (
            WriteResult(without_feature(result.content), result.usage)
            if artifact_type is SCOPE
            else result
        )

    monkeypatch.setattr(RunnerFake, "write", forget)


def without_feature(content: Any) -> dict[str, Any]:
    return {**content, "core_features": content["core_features"][:-1]}


def verdict(project: Project) -> Verdict:
    return check_project(Project.objects.with_artifacts().get(pk=project.pk)).verdict


def test_what_would_break_others_waits_as_a_proposal(project: Project, careless: None) -> None:
    before = row_of(project, SCOPE).current_content
    (step,) = generate(project, [SCOPE], trigger=COMMAND, runner="fake").steps
    assert (step.outcome, step.message) == (GenerationAttempt.Outcome.PROPOSED, BREAKS_OTHERS)
    assert row_of(project, SCOPE).current_content == before
    assert read_proposal(row_of(project, SCOPE)) is not None
    assert verdict(project) is not Verdict.BROKEN


def test_the_command_leaves_the_documents_as_they_agree(project: Project, careless: None) -> None:
    out = StringIO()
    call_command("regenerate", str(project.pk), "--only", "mvp_scope", runner="fake", stdout=out)
    assert "contradict documents that stay" in out.getvalue()
    assert verdict(project) is not Verdict.BROKEN


def test_all_documents_written_again_are_stored(project: Project, careless: None) -> None:
    steps = generate(project, trigger=COMMAND, runner="fake").steps
    assert {step.outcome for step in steps} == {GenerationAttempt.Outcome.STORED}


def test_the_rest_of_a_cascade_does_not_count_for_its_beginning(
    project: Project, careless: None
) -> None:
    steps = generate(project, [SCOPE, *SCOPE.later], trigger=COMMAND, runner="fake").steps
    assert {step.outcome for step in steps} == {GenerationAttempt.Outcome.STORED}


def test_what_the_same_claim_has_written_counts_for_what_follows(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = RunnerFake.write

    def forget(
        self: Any, project: Any, artifact_type: ArtifactType, earlier: Any, order: Any
    ) -> WriteResult:
        result = write(self, project, artifact_type, earlier, order)
        if artifact_type is not ArtifactType.MILESTONES:
            return result
        first, *others = result.content["milestones"]
        return WriteResult(
            {**result.content, "milestones": [{**first, "delivers": ["F-987"]}, *others]},
            result.usage,
        )

    monkeypatch.setattr(RunnerFake, "write", forget)
    steps = generate(
        project, [SCOPE, ArtifactType.MILESTONES], trigger=COMMAND, runner="fake"
    ).steps
    assert [step.outcome for step in steps] == [
        GenerationAttempt.Outcome.STORED,
        GenerationAttempt.Outcome.PROPOSED,
    ]


def test_where_documents_contradict_each_other_already_nothing_is_held_up(
    project: Project, careless: None
) -> None:
    scope = row_of(project, SCOPE)
    scope.current_content = without_feature(scope.current_content)
    scope.save()
    assert verdict(project) is Verdict.BROKEN
    (step,) = generate(project, [SCOPE], trigger=COMMAND, runner="fake").steps
    assert step.outcome is GenerationAttempt.Outcome.STORED


def test_the_page_says_what_would_no_longer_fit(
    client: Client, founder: User, project: Project, careless: None
) -> None:
    generate(project, [SCOPE], trigger=COMMAND, runner="fake")
    client.force_login(founder)
    shown = client.get(reverse("artifact_proposal", args=[project.pk, SCOPE.value]))
    assert "because your documents agree now" in shown.content.decode()
    assert shown.context["breaks"]
    assert all(view.finding.severity is Severity.BROKEN for view in shown.context["breaks"])
    document = client.get(
        reverse("artifact_detail", args=[project.pk, SCOPE.value])
    ).content.decode()
    assert "It does not agree with your other documents" in document


class TestModel:
    @pytest.fixture
    def server(
        self, monkeypatch: pytest.MonkeyPatch, settings: LazySettings
    ) -> Iterator[LLMServer]:
        with LLMServer() as server:
            for name, value in server.environment.items():
                monkeypatch.setenv(name, value)
            settings.LLM = {**settings.LLM, "model": "openai-chat:gpt-5-mini", "repair_rounds": 1}
            yield server

    def test_it_is_told_and_repairs_what_would_break(
        self, server: LLMServer, project: Project
    ) -> None:
        current = row_of(project, SCOPE).current_content
        assert current is not None
        server.author.contents = {SCOPE: without_feature(current)}
        (step,) = generate(project, [SCOPE], trigger=COMMAND, runner="llm").steps
        assert step.outcome is GenerationAttempt.Outcome.PROPOSED
        assert len(server.requests) == 2
        assert "must stay: the document Milestones names it" in server.requests[1].prompt
        assert "Write these sections again without these faults" in server.requests[1].prompt

    def test_a_whole_cascade_is_not_held_to_what_it_replaces(
        self, server: LLMServer, project: Project
    ) -> None:
        steps = generate(project, trigger=COMMAND, runner="llm").steps
        assert [step.artifact_type for step in steps if step.succeeded] == list(GENERATION_ORDER)
