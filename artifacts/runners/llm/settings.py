"""Which model writes what, and within which limits.

No Django, and no language-model library, in this module.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any

from artifacts.runners.llm.connections import problem_of_address, problem_of_key
from artifacts.schemas import ArtifactType
from artifacts.tiers import Tier

TOTAL_SECONDS_MAX = 1_500
"""After half an hour a document is taken to be stuck, and its lease is no longer renewed."""


@dataclass(frozen=True, slots=True)
class Provider:
    """What a provider needs in the environment: a key, unless an address of one's own is given, or
    just an address.
    """

    key: str = ""
    address: str = ""
    needs_key_at_own_address: bool = False
    needs: tuple[str, ...] = ()
    """Other variables without which it cannot be reached."""
    extra: str = ""
    """What the product does not install automatically: an extra of the library, and the module that
    comes with it.
    """
    module: str = ""


PROVIDERS: Mapping[str, Provider] = {
    "anthropic": Provider("ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", needs_key_at_own_address=True),
    "openai": Provider("OPENAI_API_KEY", "OPENAI_BASE_URL"),
    "openai-chat": Provider("OPENAI_API_KEY", "OPENAI_BASE_URL"),
    "openrouter": Provider("OPENROUTER_API_KEY"),
    "deepseek": Provider("DEEPSEEK_API_KEY"),
    "ollama": Provider(address="OLLAMA_BASE_URL"),
    "google": Provider("GOOGLE_API_KEY", extra="google", module="google.genai"),
    "groq": Provider("GROQ_API_KEY", extra="groq", module="groq"),
    "mistral": Provider("MISTRAL_API_KEY", extra="mistral", module="mistralai"),
    # Amazon's own library finds its credentials in many places.
    "bedrock": Provider(needs=("AWS_DEFAULT_REGION",), extra="bedrock", module="boto3"),
    "azure": Provider(
        "AZURE_OPENAI_API_KEY", needs=("AZURE_OPENAI_ENDPOINT", "OPENAI_API_VERSION")
    ),
}


@dataclass(frozen=True, slots=True)
class LLMSettings:
    """Times are in seconds, `max_output_tokens` is per request, `budget_usd` is per document; None
    is no limit.
    """

    model: str = ""
    fallback_models: tuple[str, ...] = ()
    models: Mapping[str, str] = field(default_factory=dict)
    """Other models by tier, by type of document or by both: `cto_scale`, `risk_log`,
    `cto_scale/risk_log`.
    """
    temperature: float | None = None
    request_seconds: float = 180.0
    total_seconds: float = 600.0
    retries: int = 2
    retry_after_seconds: float = 20.0
    repair_rounds: int = 2
    max_output_tokens: int = 16_000
    budget_usd: Decimal | None = None
    unpriced: str = "guess"
    """How a model without a known price counts for budgets: `guess`, `free` or `refuse`."""
    last_pass: frozenset[Tier] = frozenset()
    """For founders of which tiers a model reads all documents against each other once they are
    written.
    """
    schema_models: frozenset[str] = frozenset()
    """The models of which a trial has shown that they write by a JSON schema."""

    def models_for(self, tier: Tier, artifact_type: ArtifactType) -> tuple[str, ...]:
        """Return the model for a document and those to ask when it fails, in order and without
        repetitions.
        """
        keys = (f"{tier.value}/{artifact_type.value}", artifact_type.value, tier.value)
        first = next((self.models[key] for key in keys if key in self.models), self.model)
        return tuple(dict.fromkeys((first, *self.fallback_models)))

    def all_models(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.model, *self.models.values(), *self.fallback_models)))


def parse_models(text: str) -> dict[str, str]:
    """Return the models by key from `key=model,key=model`. Raises ValueError with a sentence."""
    found: dict[str, str] = {}
    for entry in filter(None, (part.strip() for part in text.split(","))):
        key, equals, model = (part.strip() for part in entry.partition("="))
        if not equals or not model:
            raise ValueError(f"{entry!r} in LLM_MODELS is not of the form key=model.")
        if key in found:
            raise ValueError(f"LLM_MODELS names {key!r} twice.")
        found[key] = model
    return found


def parse_last_pass(text: str) -> frozenset[Tier]:
    """Return the tiers from `on`, `off` or `partner,cto_scale`.

    Raises ValueError with a sentence.
    """
    words = {word.strip().lower() for word in text.split(",") if word.strip()}
    if words <= {"off"}:
        return frozenset()
    if words == {"on"}:
        return frozenset(Tier)
    known = {tier.value for tier in Tier}
    if not words <= known:
        raise ValueError(f"LLM_LAST_PASS must be on, off or tiers: {', '.join(sorted(known))}.")
    return frozenset(map(Tier, words))


def load_settings(values: Mapping[str, Any]) -> LLMSettings:
    """Return the settings from `values`, which are named as the fields are.

    Raises ValueError with a sentence.
    """
    return LLMSettings(
        **{
            **values,
            "models": parse_models(values["models"]),
            "last_pass": parse_last_pass(values["last_pass"]),
            "fallback_models": tuple(filter(None, map(str.strip, values["fallback_models"]))),
        }
    )


def problems(settings: LLMSettings, environment: Mapping[str, str] = os.environ) -> Iterator[str]:
    """Yield a sentence, with what to do, for everything that keeps these settings from working."""
    if not settings.model:
        yield (
            "No language model is chosen. Set LLM_MODEL, e.g. LLM_MODEL=anthropic:<model>, or"
            " RUNNER=fake."
        )
        return
    if settings.total_seconds > TOTAL_SECONDS_MAX:
        yield f"LLM_TOTAL_SECONDS must not be above {TOTAL_SECONDS_MAX}."
    for key in settings.models:
        if key not in _keys():
            yield (
                f"LLM_MODELS names {key!r}; use a tier, a document or both:"
                f" {', '.join(sorted(_plain_keys()))}."
            )
    # Two models of one provider have the same problem once.
    yield from dict.fromkeys(
        problem
        for model in settings.all_models()
        for problem in _problems_of_model(model, environment)
    )


def _problems_of_model(model: str, environment: Mapping[str, str]) -> Iterator[str]:
    name, _, which = model.partition(":")
    provider = PROVIDERS.get(name)
    if provider is None or not which:
        known = ", ".join(f"{known}:<model>" for known in PROVIDERS)
        yield f"{model!r} names no language model that we know how to reach. Use one of: {known}."
        return
    yield from _missing_variables(model, provider, environment)
    if provider.module and not _is_installed(provider.module):
        library = f"pydantic-ai-slim[{provider.extra}]=={version('pydantic-ai-slim')}"
        yield f"{model} needs a library that is not installed. Run: pip install '{library}'"
    key, address = environment.get(provider.key, ""), environment.get(provider.address, "")
    if problem := key and problem_of_key(provider.key, key):
        yield problem
    if problem := address and problem_of_address(provider.address, address):
        yield problem


def _missing_variables(
    model: str, provider: Provider, environment: Mapping[str, str]
) -> Iterator[str]:
    """Yield which variables a model needs that are not set."""
    has_address = bool(provider.address and environment.get(provider.address))
    if provider.key:
        needs_key = provider.needs_key_at_own_address or not has_address
        if needs_key and not environment.get(provider.key):
            yield f"{model} needs a key. Set {provider.key} in the environment."
    elif provider.address and not has_address:
        yield (
            f"{model} needs the address of its server. Set {provider.address}, e.g."
            " http://localhost:11434/v1."
        )
    for variable in provider.needs:
        if not environment.get(variable):
            yield f"{model} needs {variable}. Set it in the environment."


def _is_installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # of the package that it belongs to
        return False


def _plain_keys() -> set[str]:
    return {tier.value for tier in Tier} | {artifact_type.value for artifact_type in ArtifactType}


def _keys() -> set[str]:
    both = {
        f"{tier.value}/{artifact_type.value}" for tier in Tier for artifact_type in ArtifactType
    }
    return _plain_keys() | both
