"""The server that plays the language models, proved with the clients that the product uses."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from pydantic import BaseModel

from artifacts.document_types.brief.schema import ProductBriefContent
from artifacts.schemas import ArtifactType
from artifacts.tests.support.llm_documents import documents
from artifacts.tests.support.llm_server import LLMServer

PROTOCOLS = ("openai-chat", "openai", "anthropic")


@pytest.fixture(scope="module")
def running() -> Iterator[LLMServer]:
    with LLMServer() as server:
        yield server


@pytest.fixture
def server(running: LLMServer) -> LLMServer:
    running.forget()
    return running


def _model(server: LLMServer, protocol: str) -> Any:
    from pydantic_ai.models.anthropic import AnthropicModel
    from pydantic_ai.models.openai import OpenAIChatModel, OpenAIResponsesModel
    from pydantic_ai.providers.anthropic import AnthropicProvider
    from pydantic_ai.providers.openai import OpenAIProvider

    if protocol == "anthropic":
        return AnthropicModel(
            "claude-haiku-4-5", provider=AnthropicProvider(base_url=server.url, api_key="k")
        )
    kind = OpenAIChatModel if protocol == "openai-chat" else OpenAIResponsesModel
    return kind("gpt-5-mini", provider=OpenAIProvider(base_url=server.openai_url, api_key="k"))


class Tiny(BaseModel):
    word: str
    number: int


def _modes() -> dict[str, Any]:
    from pydantic_ai import NativeOutput, PromptedOutput, ToolOutput

    content = ProductBriefContent
    return {
        "tool": ToolOutput(content, strict=False),
        "native": NativeOutput(content),
        "prompted": PromptedOutput(content),
        "tiny": ToolOutput(Tiny),
        "text": str,
    }


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_clients_take_its_answers_in_every_form(server: LLMServer, protocol: str) -> None:
    from pydantic_ai import Agent

    async def ask() -> None:
        async with _model(server, protocol) as model:
            for name, output in _modes().items():
                agent = Agent(model, output_type=output, instructions="We write.", retries=0)
                result: Any = await agent.run(
                    "Write the brief." if name != "text" else "Say hello."
                )
                async with agent.run_stream(
                    "Write the brief." if name != "text" else "Say hello."
                ) as stream:
                    streamed: Any = await stream.get_output()
                assert streamed == result.output
                if name in ("tool", "native", "prompted"):
                    assert (
                        streamed.model_dump(exclude={"schema_version"})
                        == documents()[ArtifactType.BRIEF]
                    )
                assert result.usage.output_tokens == stream.usage.output_tokens > 0
                assert result.usage.input_tokens > 0

    # In a thread of its own: where a browser has been driven, a loop runs in this one.
    with ThreadPoolExecutor(1) as threads:
        threads.submit(asyncio.run, ask()).result()
    assert {request.protocol for request in server.requests} == {protocol}
