"""Try a language model: a small request or two, made in the way in which documents are written,
with the same limit.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.conf import settings as django_settings

from artifacts.exceptions import RunnerUnavailable
from artifacts.runners.base import BUSY, NOT_AVAILABLE, PermanentRunnerError, RunnerError, Usage
from artifacts.runners.llm.loop import run
from artifacts.runners.llm.settings import LLMSettings, load_settings, problems

if TYPE_CHECKING:
    from artifacts.runners.llm.conversation import Conversation
    from artifacts.runners.llm.models import NamedModel

SECONDS = 60.0

INSTRUCTIONS = "You answer with one JSON object and nothing else."
QUESTION = 'Answer with exactly this JSON object: {"word": "ready", "numbers": [1, 2, 3]}'
ANSWER = {"word": "ready", "numbers": [1, 2, 3]}
SCHEMA = {
    "type": "object",
    "properties": {
        "word": {"type": "string"},
        "numbers": {"type": "array", "items": {"type": "integer"}},
    },
    "required": ["word", "numbers"],
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True)
class Trial:
    """What the requests took. `streams` is whether the text came while it was written.

    `takes_schema` is whether it writes by a JSON schema that is sent along. `output_limit` is how
    many tokens an answer may have, where the model takes fewer than the settings ask for.
    """

    model: str
    streams: bool
    seconds: float
    usage: Usage
    output_limit: int | None = None
    takes_schema: bool = False


def models_to_try() -> tuple[str, ...]:
    """Return every model that the settings name. Raises RunnerUnavailable."""
    models = tuple(filter(None, _settings().all_models()))
    if not models:
        raise RunnerUnavailable("No language model is chosen. Set LLM_MODEL, or name one here.")
    return models


def try_model(name: str) -> Trial:
    """Ask the model for a little JSON, and where that works once more by a schema.

    A model that does not write by a schema can be used all the same. Raises RunnerUnavailable if
    the settings do not suffice, and RunnerError, whose text says what went wrong and what to look
    at.
    """
    settings = replace(_settings(), model=name, models={}, fallback_models=())
    if found := list(problems(settings)):
        raise RunnerUnavailable(" ".join(found))
    from artifacts.runners.llm.asking import ask_for_json
    from artifacts.runners.llm.conversation import Conversation
    from artifacts.runners.llm.models import get_model
    from artifacts.runners.llm.requests import Opening

    model = get_model(name)
    patience = min(SECONDS, settings.request_seconds)
    conversation = Conversation(
        models=[model],
        settings=replace(settings, retries=0, request_seconds=patience, total_seconds=patience),
        opening=Opening(INSTRUCTIONS, (), QUESTION),
    )
    began = time.monotonic()
    try:
        answer = run(ask_for_json(conversation))
    except RunnerError as error:
        text = str(error) if error.advice else f"{error}. {_advice(error)}"
        raise type(error)(text, usage=conversation.meter.usage()) from error
    if answer != ANSWER:
        raise PermanentRunnerError(
            f"{name} answers, but does not follow a simple request for JSON. Choose another."
        )
    seconds = time.monotonic() - began
    takes_schema = model.may_take_schema and _takes_schema(conversation, model)
    return Trial(
        name, model.streams, seconds, conversation.meter.usage(), model.output_limit, takes_schema
    )


def _takes_schema(conversation: Conversation, model: NamedModel) -> bool:
    """Return whether `model` answers by a schema. Whatever goes wrong means no."""
    from artifacts.runners.llm.asking import ask_for_json

    model.takes_schema = True
    by_schema = replace(conversation.settings, schema_models=frozenset({model.name}))
    try:
        answer = run(ask_for_json(replace(conversation, settings=by_schema), SCHEMA))
    except RunnerError:
        return False
    return model.takes_schema and isinstance(answer, dict) and set(answer) == set(ANSWER)


def _settings() -> LLMSettings:
    try:
        return load_settings(django_settings.LLM)
    except ValueError as error:
        raise RunnerUnavailable(str(error)) from error


def _advice(error: RunnerError) -> str:
    """Return what an operator can look at; which error it is shows in the sentence that a founder
    would read.
    """
    from artifacts.runners.llm import errors

    return {
        NOT_AVAILABLE: "Look at the key, the credit and the name of the model with the provider.",
        errors.CUT_OFF: "Look at the address, and whether this machine may reach it.",
        errors.TOO_SLOW: "Look at the address, or give it more time with LLM_REQUEST_SECONDS.",
        BUSY: "Look at the limits of your account, and try again in a minute.",
        errors.DOWN: (
            "Try again in a minute, and look at the provider's status page and at the address."
        ),
        errors.NO_FORM: "It does not answer in JSON when it is asked to; choose another model.",
    }.get(error.message, "Choose another model.")
