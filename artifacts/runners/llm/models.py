"""The models of this process, each with one HTTP client, and what their answers cost."""

from __future__ import annotations

import os
import re
import threading
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pydantic_ai.exceptions import UserError
from pydantic_ai.messages import ModelResponse
from pydantic_ai.models import Model, infer_model

from artifacts.exceptions import RunnerUnavailable
from artifacts.runners.llm.settings import PROVIDERS

if TYPE_CHECKING:
    from pydantic_ai.models.openai import OpenAIChatModel

COST_MAX = 1_000
"""USD. No request costs more; a provider that says so does not count."""

_OTHER_NAME = re.compile(r"(?i)\buse ['\"`]?(max_completion_tokens|max_tokens)\b")

_lock = threading.Lock()
OTHERS_SERVERS = ("ollama:", "openai-chat:")
"""Names that lead to a server of whatever make; the library knows the ways of all others."""

OPENAIS_HOST = "api.openai.com"
"""Only there is the limit of an answer `max_completion_tokens`; servers of other makers ignore that
name in silence.
"""

_models: dict[tuple[str, str, str], NamedModel] = {}


@dataclass
class NamedModel:
    """A model under the name that the settings give it."""

    name: str
    model: Model
    streams: bool = True
    """False once its server has shown that it does not."""
    tells_end: bool = False
    """Whether its library passes on how an answer ended."""
    output_limit: int | None = None
    """How many tokens its answers may have, once its server has said so."""
    takes_schema: bool = True
    """False once its server has refused to write by a JSON schema, or has written nothing."""

    @property
    def takes_cache_marks(self) -> bool:
        return self.model.system == "anthropic"

    @property
    def may_take_schema(self) -> bool:
        """Whether the library knows how to hold this model to a JSON schema."""
        return bool(self.model.profile.get("supports_json_schema_output", False))

    def rename_limit(self, refusal: str) -> bool:
        """Give the limit of an answer the other name where `refusal`, a server's words, asks for
        that.

        Returns whether it did.
        """
        found, chat = _OTHER_NAME.search(refusal), _speaking_chat(self.model)
        if found is None or chat is None:
            return False
        wanted = found[1].lower()
        is_new_name = chat.profile.get("openai_chat_supports_max_completion_tokens", True)
        if is_new_name == (wanted == "max_completion_tokens"):
            return False
        self.model = _naming_the_limit(chat, wanted)
        return True


def get_model(name: str) -> NamedModel:
    """Return the model of that name, made when it is first asked for.

    May take seconds: never call it on the loop.

    Raises RunnerUnavailable.
    """
    provider = PROVIDERS[name.partition(":")[0]]
    key = (name, os.environ.get(provider.address, ""), os.environ.get(provider.key, ""))
    with _lock:
        if key not in _models:
            try:
                _models[key] = NamedModel(name, _make(name), tells_end=True)
            except (UserError, ImportError) as error:
                raise RunnerUnavailable(
                    f"{name} cannot be used: {type(error).__name__}."
                ) from error
        return _models[key]


def _make(name: str) -> Model:
    model = infer_model(name)
    if (
        (chat := _speaking_chat(model))
        and name.startswith(OTHERS_SERVERS)
        and OPENAIS_HOST not in chat.base_url
    ):
        return _naming_the_limit(chat, "max_tokens")
    return model


def _speaking_chat(model: Model) -> OpenAIChatModel | None:
    """Return the model where it speaks OpenAI's chat completions.

    Loads no library that it does not need.
    """
    if model.system == "anthropic":
        return None
    from pydantic_ai.models.openai import OpenAIChatModel

    return model if isinstance(model, OpenAIChatModel) else None


def _naming_the_limit(model: OpenAIChatModel, name: str) -> Model:
    """Return the same model on the same connections, told the limit of an answer under the given
    name.
    """
    from pydantic_ai.profiles.openai import OpenAIModelProfile

    assert model.provider is not None
    profile = OpenAIModelProfile(
        openai_chat_supports_max_completion_tokens=name == "max_completion_tokens"
    )
    return type(model)(model.model_name, provider=model.provider, profile=profile)


def price(response: ModelResponse) -> Decimal | None:
    """Return what an answer cost in USD, or None if nobody knows.

    What the provider says itself, as OpenRouter does, is truer than any list of prices.
    """
    told = (response.provider_details or {}).get("cost")
    if isinstance(told, (int, float)) and 0 <= told < COST_MAX:
        return Decimal(str(told))
    try:
        return response.cost().total_price
    except (LookupError, ValueError, AssertionError):
        return None


def _forget() -> None:
    """Connections of the parent are not the child's to use."""
    global _lock  # noqa: PLW0603
    _lock = threading.Lock()
    _models.clear()


os.register_at_fork(after_in_child=_forget)
