"""What one request to a model holds, as the library wants it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

from pydantic_ai.messages import (
    CachePoint,
    ModelMessage,
    ModelRequest,
    ModelResponse,
    TextPart,
    UserPromptPart,
)
from pydantic_ai.models import ModelRequestParameters
from pydantic_ai.output import OutputObjectDefinition
from pydantic_ai.settings import ModelSettings

from artifacts.runners.llm.models import NamedModel
from artifacts.runners.llm.settings import LLMSettings

JsonSchema = Mapping[str, Any]


class Parameters(TypedDict):
    """How a request is made, by the names of the library's arguments."""

    model_settings: ModelSettings
    model_request_parameters: ModelRequestParameters


@dataclass(frozen=True, slots=True)
class Opening:
    """The first request: blocks that the next document's request begins with too, then what is
    asked for now.
    """

    instructions: str
    shared: tuple[str, ...]
    task: str

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.instructions, *self.shared, self.task)


@dataclass(frozen=True, slots=True)
class Exchange:
    """An answer and what was asked next."""

    answer: str
    question: str


def build_messages(
    model: NamedModel, opening: Opening, exchanges: Sequence[Exchange]
) -> list[ModelMessage]:
    """Return the conversation so far, in the form in which its beginning is kept by the
    provider.
    """
    # Where the provider is told what to keep, blocks and marker; elsewhere one text, whose
    # beginning it keeps.
    if model.takes_cache_marks:
        mark = [CachePoint()] if opening.shared else []  # it must follow something
        content: list[str | CachePoint] = [*opening.shared, *mark, opening.task]
        first = UserPromptPart(content=content)
    else:
        first = UserPromptPart(content="\n\n".join((*opening.shared, opening.task)))
    messages: list[ModelMessage] = [ModelRequest(parts=[first], instructions=opening.instructions)]
    for exchange in exchanges:
        messages.append(ModelResponse(parts=[TextPart(exchange.answer)]))
        question = UserPromptPart(content=exchange.question)
        messages.append(ModelRequest(parts=[question], instructions=opening.instructions))
    return messages


def parameters_of(
    model: NamedModel, settings: LLMSettings, max_tokens: int, schema: JsonSchema | None = None
) -> Parameters:
    """Return how a request is made: its limits, and the schema that its answer is held to."""
    asked = ModelRequestParameters()
    if schema is not None:
        wanted = OutputObjectDefinition(json_schema=dict(schema), name="document")
        asked = ModelRequestParameters(output_mode="native", output_object=wanted)
    return Parameters(
        model_settings=_settings(model, settings, max_tokens), model_request_parameters=asked
    )


def texts_of(opening: Opening, exchanges: Sequence[Exchange]) -> list[str]:
    """Return all that is sent, text by text."""
    return [
        *opening.texts,
        *(text for exchange in exchanges for text in (exchange.answer, exchange.question)),
    ]


def _settings(model: NamedModel, settings: LLMSettings, max_tokens: int) -> ModelSettings:
    found = ModelSettings(
        max_tokens=max_tokens,
        max_retries=0,
        timeout=settings.request_seconds,
        request_timeout=settings.request_seconds,
    )
    if settings.temperature is not None:
        found["temperature"] = settings.temperature
    if model.name.startswith("openai:"):
        # Founders' ideas are not left with the provider longer than the answer takes.
        return {**found, "openai_store": False}  # type: ignore[typeddict-unknown-key]
    if model.name.startswith("openrouter:"):
        return {**found, "openrouter_usage": {"include": True}}  # type: ignore[typeddict-unknown-key]
    return found
