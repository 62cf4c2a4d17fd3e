"""The models of this process, each with one HTTP client, and what their answers cost."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from decimal import Decimal

from pydantic_ai.exceptions import UserError
from pydantic_ai.messages import ModelResponse
from pydantic_ai.models import Model, infer_model

from artifacts.exceptions import RunnerUnavailable
from artifacts.runners.llm.settings import PROVIDERS

_lock = threading.Lock()
_models: dict[tuple[str, str, str], NamedModel] = {}


@dataclass
class NamedModel:
    """A model under the name that the settings give it."""

    name: str
    model: Model
    streams: bool = True
    """False once its server has shown that it does not."""

    @property
    def takes_cache_marks(self) -> bool:
        return self.model.system == "anthropic"


def get_model(name: str) -> NamedModel:
    """Return the model of that name, made when it is first asked for. May take seconds: never call it on the loop.

    Raises RunnerUnavailable.
    """
    provider = PROVIDERS[name.partition(":")[0]]
    key = (name, os.environ.get(provider.address, ""), os.environ.get(provider.key, ""))
    with _lock:
        if key not in _models:
            try:
                _models[key] = NamedModel(name, infer_model(name))
            except (UserError, ImportError) as error:
                raise RunnerUnavailable(f"{name} cannot be used: {type(error).__name__}.") from error
        return _models[key]


def price(response: ModelResponse) -> Decimal | None:
    """Return what an answer cost in USD, or None where nobody knows."""
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
