"""Read what a model answered out of the library's messages."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from pydantic_ai.messages import (
    ModelResponse,
    PartDeltaEvent,
    PartStartEvent,
    TextPart,
    TextPartDelta,
    ThinkingPart,
)
from pydantic_ai.models import StreamedResponse

from artifacts.runners.llm.parsing import read_json, without_thinking

logger = logging.getLogger(__name__)


def answer_in(response: ModelResponse) -> str:
    """Return what a model answered, without what it thought before."""
    text = "".join(part.content for part in response.parts if isinstance(part, TextPart))
    if not text.strip():
        # The library misses the end of the thoughts where it comes in one piece with what follows.
        thoughts = "".join(
            part.content for part in response.parts if isinstance(part, ThinkingPart)
        )
        text = thoughts if "</" in thoughts and without_thinking(thoughts) != thoughts else ""
    return without_thinking(text)


def is_unfinished(response: ModelResponse) -> bool:
    """Return whether an answer ended though its server did not say that it was done.

    Some servers never say so: an answer that is whole JSON is taken to be done.
    """
    # Where a server does not say how an answer ended, the library may say "stop"; only the details
    # tell.
    told = response.finish_reason and "finish_reason" in (response.provider_details or {})
    if told or response.finish_reason not in {None, "stop"}:
        return False
    try:
        read_json(answer_in(response))
    except ValueError:
        return True
    return False


def what_came(stream: StreamedResponse | None) -> ModelResponse | None:
    """Return as much as came of a broken answer.

    Nothing that goes wrong here may hide what broke it.
    """
    try:
        return stream.get() if stream else None
    except Exception as error:
        logger.warning("Cannot count what a broken answer took: %s", type(error).__name__)
        return None


def text_of(event: object) -> str:
    """Return the text that an event of a stream adds to the answer."""
    match event:
        case (
            PartStartEvent(part=TextPart(content=text))
            | PartDeltaEvent(delta=TextPartDelta(content_delta=text))
        ):
            return text
    return ""


_CLOSE_SECONDS = 1.0
"""How long a stream that does not end when it is cancelled is read on."""


async def stop_reading(stream: StreamedResponse) -> None:
    """Close a stream whose rest nobody wants, and end all that reads it.

    If it were only closed, the libraries' generators would be left where they wait. A search for
    garbage, in any thread, would then close these nested generators in any order, some while they
    are still being closed. What goes wrong here says nothing of why reading was given up.
    """
    with suppress(Exception):
        await stream.cancel()
    # The connection is gone: to read on fails, in the innermost generator first.
    with suppress(Exception):
        async with asyncio.timeout(_CLOSE_SECONDS):
            async for _ in stream:
                await asyncio.sleep(0)  # or the timeout has no turn
