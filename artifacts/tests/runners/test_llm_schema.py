"""Models that were tried are held to the schema of a document, as servers take it."""

from __future__ import annotations

import json
import re

import pytest

from artifacts.runners.base import ProjectInput, RunnerError, WriteRequest, WriteResult
from artifacts.runners.llm import RunnerLLM
from artifacts.runners.llm.settings import LLMSettings
from artifacts.runners.prompts.shape import describe_sections, json_schema
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.tests.support.llm_answers import fit
from artifacts.tests.support.llm_documents import documents
from artifacts.tests.support.llm_server import Fault, LLMServer

PROJECT = ProjectInput.from_brief({"name": "Shelfwise", "idea": "Stock counting for small shops."})
CHAT = "openai-chat:gpt-5-mini"


class TestSchema:
    """A model that was tried is held to the schema of the document; nothing that goes wrong with it
    costs one.
    """

    NAMES = (CHAT, "openai:gpt-5-mini", "anthropic:claude-haiku-4-5")

    @staticmethod
    def write(model: str = CHAT, known: bool = True) -> WriteResult:
        order = WriteRequest(schema_models=frozenset({model} if known else ()))
        settings = LLMSettings(
            model=model, request_seconds=5, total_seconds=20, retries=1, repair_rounds=1
        )
        return RunnerLLM(settings).write(PROJECT, ArtifactType.BRIEF, {}, order)

    @pytest.mark.parametrize("model", NAMES)
    def test_it_is_sent_to_models_that_were_tried(self, server: LLMServer, model: str) -> None:
        assert self.write(model).usage.requests == 1
        (request,) = server.requests
        assert request.asked.schema is not None
        assert set(request.asked.schema["properties"]) >= {"problem_statement", "assumptions"}
        assert request.streams

    @pytest.mark.parametrize("model", NAMES)
    def test_it_is_not_sent_to_others(self, server: LLMServer, model: str) -> None:
        self.write(model, known=False)
        assert server.requests[0].asked.schema is None

    @pytest.mark.parametrize("status", [400, 422])
    def test_a_refusal_is_met_without_it_and_remembered(
        self, server: LLMServer, status: int
    ) -> None:
        server.schema_refusal = (
            status,
            "response_format: json_schema is unavailable for this model",
        )
        assert self.write().usage.requests == 2
        assert self.write().usage.requests == 1
        assert [bool(request.asked.schema) for request in server.requests] == [True, False, False]

    def test_an_empty_answer_is_asked_for_again_without_it(self, server: LLMServer) -> None:
        server.faults = [Fault.EMPTY]
        self.write()
        assert [bool(request.asked.schema) for request in server.requests] == [True, False]

    @pytest.mark.parametrize("fault", [Fault.UNAUTHORIZED, Fault.UNKNOWN_MODEL])
    def test_a_wrong_key_or_name_is_no_matter_of_the_schema(
        self, server: LLMServer, fault: Fault
    ) -> None:
        server.faults_at[ArtifactType.BRIEF] = fault
        with pytest.raises(RunnerError):
            self.write()
        assert len(server.requests) == 1

    def test_a_server_that_breaks_over_it_is_asked_again_without_it(
        self, server: LLMServer
    ) -> None:
        server.schema_refusal = (500, "failed to parse grammar")
        assert self.write().usage.requests == 2
        assert [bool(request.asked.schema) for request in server.requests] == [True, False]

    def test_the_rest_of_an_answer_is_asked_for_without_it(self, server: LLMServer) -> None:
        server.faults = [Fault.TRUNCATED]
        self.write()
        assert [bool(request.asked.schema) for request in server.requests] == [True, False]

    def test_a_repair_is_held_to_the_sections_that_are_repaired(self, server: LLMServer) -> None:
        server.faults = [Fault.DANGLING_REFERENCES]
        self.write()
        first, second = (request.asked.schema for request in server.requests)
        assert first is not None
        assert second is not None
        assert set(second["properties"]) < set(first["properties"])

    def test_a_prompt_that_is_too_long_is_no_matter_of_the_schema(self, server: LLMServer) -> None:
        server.faults = [Fault.TOO_LONG]
        with pytest.raises(RunnerError):
            self.write()
        assert len(server.requests) == 1

    @pytest.mark.parametrize("artifact_type", GENERATION_ORDER)
    def test_it_asks_for_what_the_task_names(self, artifact_type: ArtifactType) -> None:
        told = describe_sections(artifact_type.content_class).splitlines()
        schema = json_schema(artifact_type.content_class)
        names = [line.removeprefix("- ").partition(":")[0] for line in told]
        assert list(schema["properties"]) == schema["required"] == names
        for name, line in zip(names, told, strict=True):
            if start := re.match(r"- [a-z_]+: \[(?={)", line):
                shown, _ = json.JSONDecoder().raw_decode(line[start.end() :])
                assert schema["properties"][name]["items"]["required"] == list(shown)
        content = documents()[artifact_type]
        artifact_type.content_class.model_validate(fit(content, schema, schema))
