"""Language models that answer by a script."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from pydantic_ai.exceptions import (
    ModelHTTPError,
)
from pydantic_ai.messages import (
    ModelMessage,
    ModelRequest,
    ModelResponse,
    TextPart,
    UserPromptPart,
)
from pydantic_ai.models.function import AgentInfo, FunctionModel
from pydantic_ai.usage import RequestUsage

from artifacts.runners.base import (
    ProjectInput,
    RunnerError,
    WriteRequest,
)
from artifacts.runners.fake import RunnerFake
from artifacts.runners.llm import RunnerLLM, models
from artifacts.runners.llm.models import NamedModel
from artifacts.runners.llm.settings import LLMSettings
from artifacts.schemas import ArtifactType, load_content
from artifacts.tests.support.llm_documents import filled_up

BRIEF = {
    "name": "Shelfwise",
    "idea": "An inventory tracker for small shops",
    "price": "29 euros a month",
}

PROJECT = ProjectInput.from_brief(BRIEF)

COMPOSED = RunnerFake().generate_artifacts(BRIEF)

DOCUMENTS = {name: filled_up(ArtifactType(name), content) for name, content in COMPOSED.items()}

SETTINGS = LLMSettings(model="openai:one", retries=1, request_seconds=5, total_seconds=10)

NOT_TO_BE_TOLD = "sk-secret-9b1d"

Reply = str | Exception | ModelResponse


class Script:
    """A model that gives prepared replies, one a request, and remembers what it was asked."""

    def __init__(self, *replies: Reply, streams: bool = True, hangs: bool = False) -> None:
        self._hangs = hangs
        self.replies = list(replies)
        self.asked: list[list[ModelMessage]] = []
        self.info: list[AgentInfo] = []
        self.model = NamedModel(
            "openai:one", FunctionModel(self._plain, stream_function=self._stream), streams
        )
        self.on_piece: Callable[[], object] = lambda: None

    def _next(self, messages: list[ModelMessage], info: AgentInfo) -> Reply:
        self.asked.append(messages)
        self.info.append(info)
        reply = self.replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return reply

    def _plain(self, messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
        reply = self._next(messages, info)
        return (
            reply
            if isinstance(reply, ModelResponse)
            else ModelResponse(parts=[TextPart(str(reply))])
        )

    async def _stream(self, messages: list[ModelMessage], info: AgentInfo) -> AsyncIterator[str]:
        reply = self._next(messages, info)
        if self._hangs:
            await asyncio.Event().wait()
        assert isinstance(reply, str)
        for start in range(0, max(len(reply), 1), 400):
            yield reply[start : start + 400]
            self.on_piece()
            await asyncio.sleep(0)

    @property
    def questions(self) -> list[str]:
        """The last thing that was said to the model, request by request."""
        found = []
        for messages in self.asked:
            request = messages[-1]
            assert isinstance(request, ModelRequest)
            part = request.parts[-1]
            assert isinstance(part, UserPromptPart)
            found.append(str(part.content))
        return found


def use(monkeypatch: pytest.MonkeyPatch, *scripts: Script) -> None:
    """Let the names of the settings, in their order, stand for these models."""
    for script, name in zip(scripts, ("openai:one", "openai:two"), strict=False):
        script.model.name = name
    named = {script.model.name: script.model for script in scripts}
    monkeypatch.setattr(models, "get_model", named.__getitem__)


def answer(text: str, finish: Any = "stop", tokens: int = 1_000) -> ModelResponse:
    usage = RequestUsage(input_tokens=100, output_tokens=tokens)
    return ModelResponse(parts=[TextPart(text)], finish_reason=finish, usage=usage)


def text_of(artifact_type: ArtifactType, **changes: Any) -> str:
    return json.dumps({**DOCUMENTS[artifact_type.value], **changes})


def earlier_than(artifact_type: ArtifactType) -> dict[ArtifactType, Any]:
    return {t: load_content(t, DOCUMENTS[t.value]) for t in artifact_type.earlier}


def http_error(
    status: int, category: Any = None, message: str = "", headers: dict[str, str] | None = None
) -> ModelHTTPError:
    body = {"error": {"message": message}}
    return ModelHTTPError.for_category(
        category, status_code=status, model_name="one", body=body, headers=headers
    )


def failure(**options: Any) -> RunnerError:
    with pytest.raises(RunnerError) as raised:
        write(**options)
    return raised.value


def write(
    artifact_type: ArtifactType = ArtifactType.BRIEF,
    order: WriteRequest | None = None,
    settings: LLMSettings = SETTINGS,
) -> Any:
    return RunnerLLM(settings).write(
        PROJECT, artifact_type, earlier_than(artifact_type), order or WriteRequest()
    )
