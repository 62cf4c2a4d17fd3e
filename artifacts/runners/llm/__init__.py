"""The language-model runner.

Importing this costs nothing: the libraries are loaded when something is written.

No other package imports a language-model library.
"""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Callable, Coroutine
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from django.conf import settings as django_settings

from artifacts.exceptions import RunnerUnavailable
from artifacts.interview.questions import ProjectInput
from artifacts.runners.base import (
    PermanentRunnerError,
    RetryableRunnerError,
    RunnerError,
    Usage,
    WriteRequest,
    WriteResult,
)
from artifacts.runners.llm.loop import run
from artifacts.runners.llm.settings import LLMSettings, load_settings, problems
from artifacts.schemas import ArtifactType, Contents

if TYPE_CHECKING:
    from artifacts.runners.llm.meter import Meter

__all__ = ["RunnerLLM", "ask_json", "current_settings", "find_contradictions", "load_models"]

logger = logging.getLogger(__name__)

T = TypeVar("T")

_loading = threading.Lock()


def current_settings() -> LLMSettings:
    """Return the settings of this installation.

    Raises RunnerUnavailable, whose text says what to do.
    """
    try:
        settings = load_settings(django_settings.LLM)
    except ValueError as error:
        raise RunnerUnavailable(str(error)) from error
    if found := list(problems(settings)):
        raise RunnerUnavailable(" ".join(found))
    return settings


def load_models() -> None:
    """Load the libraries, and make the models that the settings name.

    Takes seconds, once a process.

    Raises RunnerUnavailable.
    """
    _load_libraries()
    from artifacts.runners.llm.models import get_model

    for name in current_settings().all_models():
        get_model(name)


def _load_libraries() -> None:
    """Import all that writing needs, one thread at a time.

    Where many threads at once begin to import modules that import each other, Python lets some of
    them see unfinished ones rather than wait for ever, and their documents would fail.
    """
    with _loading:
        from artifacts.runners.llm import asking, comparing, conversation, writing  # noqa: F401


class RunnerLLM:
    """Writes with the language models that the settings name. Safe to use from many threads."""

    name = "llm"

    def __init__(self, settings: LLMSettings | None = None) -> None:
        """Raises RunnerUnavailable if the settings cannot work."""
        self.settings = settings or current_settings()

    def write(
        self,
        project: ProjectInput,
        artifact_type: ArtifactType,
        earlier: Contents,
        order: WriteRequest,
    ) -> WriteResult:
        """Return content that validates, and what it took. Raises RunnerError."""
        _load_libraries()
        from artifacts.runners.llm.conversation import Conversation
        from artifacts.runners.llm.models import get_model
        from artifacts.runners.llm.requests import Opening
        from artifacts.runners.llm.streaming import Live
        from artifacts.runners.llm.writing import Writer
        from artifacts.runners.prompts import build_prompt

        prompt = build_prompt(project, artifact_type, earlier, order.rewriting)
        live = Live(order.on_partial)
        conversation = Conversation(
            models=[
                get_model(name) for name in self.settings.models_for(order.tier, artifact_type)
            ],
            settings=replace(self.settings, schema_models=order.schema_models),
            opening=Opening(prompt.instructions, prompt.shared, prompt.task),
            live=live,
            budget_usd=self.settings.budget_usd,
            left_today_usd=order.budget_usd,
        )
        writer = Writer(conversation, project, artifact_type, earlier, order.rewriting)

        def look() -> None:
            if order.is_wanted and not order.is_wanted():
                raise PermanentRunnerError("stopped, because its result could no longer be stored")
            live.look()

        content = _finish(writer.write(), conversation.meter, prompt.version, look=look)
        return WriteResult(content, conversation.meter.usage(prompt.version))


def find_contradictions(
    project: ProjectInput,
    contents: Contents,
    order: WriteRequest,
    settings: LLMSettings | None = None,
) -> tuple[Any, Usage]:
    """Return what a model answers that reads all documents in `contents` against each other, and
    what it took.

    Raises RunnerError, which says what was consumed.
    """
    _load_libraries()
    from artifacts.runners.llm.comparing import compare, make_comparison

    settings = replace(settings or current_settings(), schema_models=order.schema_models)
    conversation = make_comparison(
        settings, project, contents, tier=order.tier, left_today_usd=order.budget_usd
    )

    def look() -> None:
        if order.is_wanted and not order.is_wanted():
            raise PermanentRunnerError("stopped, because its result could no longer be stored")

    answer = _finish(compare(conversation), conversation.meter, look=look)
    return answer, conversation.meter.usage()


def ask_json(
    instructions: str,
    prompt: str,
    *,
    model: str | None = None,
    seconds: float,
    max_tokens: int,
    left_today_usd: Decimal | None = None,
) -> tuple[Any, Usage]:
    """Return the JSON that a model answers to `prompt`, and what it took; by default LLM_MODEL is
    asked.

    Raises RunnerError, and RunnerUnavailable if no model is set up.
    """
    _load_libraries()
    from artifacts.runners.llm.asking import ask_for_json
    from artifacts.runners.llm.conversation import Conversation
    from artifacts.runners.llm.models import get_model
    from artifacts.runners.llm.requests import Opening

    settings = current_settings()
    names = (model,) if model else tuple(dict.fromkeys((settings.model, *settings.fallback_models)))
    conversation = Conversation(
        models=[get_model(name) for name in names],
        settings=replace(
            settings,
            total_seconds=seconds,
            request_seconds=min(seconds, settings.request_seconds),
            max_output_tokens=max_tokens,
        ),
        opening=Opening(instructions, (), prompt),
        budget_usd=settings.budget_usd,
        left_today_usd=left_today_usd,
    )
    answer = _finish(ask_for_json(conversation), conversation.meter)
    return answer, conversation.meter.usage()


def _finish(
    work: Coroutine[Any, Any, T],
    meter: Meter,
    version: str = "",
    *,
    look: Callable[[], None] | None = None,
) -> T:
    """Run `work` to its end.

    Raises RunnerError, which says what was consumed and nothing that was written or sent.
    """
    try:
        return run(work, look=look)
    except RunnerError as error:
        error.usage = meter.usage(version)
        raise
    except Exception as error:
        # The text of an unforeseen error may hold what a founder wrote; where it happened is enough
        # to find it.
        where = "".join(traceback.format_tb(error.__traceback__)[-4:])
        logger.error("The language-model runner broke: %s\n%s", type(error).__name__, where)
        raise RetryableRunnerError(
            f"unforeseen {type(error).__name__}", usage=meter.usage(version)
        ) from None
