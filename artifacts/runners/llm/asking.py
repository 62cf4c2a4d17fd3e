"""Ask a model one question that is answered in JSON."""

from __future__ import annotations

from typing import Any

from artifacts.runners.base import RetryableRunnerError
from artifacts.runners.llm import errors
from artifacts.runners.llm.conversation import Conversation
from artifacts.runners.llm.parsing import read_json
from artifacts.runners.llm.requests import Exchange, JsonSchema

AGAIN = "That is not the JSON that was asked for. Answer with the JSON alone."


async def ask_for_json(conversation: Conversation, schema: JsonSchema | None = None) -> Any:
    """Return the answer; a model that answers otherwise is reminded once.

    A model that is known to write by a schema is held to `schema`. Raises RunnerError.
    """
    try:
        async with conversation.time_limit():
            answer = await conversation.ask(schema=schema)
            try:
                return read_json(answer)
            except ValueError:
                return read_json(await conversation.ask(Exchange(answer, AGAIN)))
    except TimeoutError:
        raise RetryableRunnerError(
            f"not done after {conversation.settings.total_seconds:g} s", message=errors.TOO_SLOW
        ) from None
    except ValueError as error:
        raise RetryableRunnerError(f"no JSON: {error}", message=errors.NO_FORM) from None
