"""Which model writes what, and what is said of settings that cannot work."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.conf import settings as django_settings

from artifacts import tasks
from artifacts.checks import check_language_models, check_runner
from artifacts.exceptions import RunnerUnavailable
from artifacts.runners import get_runner
from artifacts.runners.llm import settings as settings_module
from artifacts.runners.llm.settings import LLMSettings, parse_models, problems
from artifacts.schemas import ArtifactType
from artifacts.tiers import Tier

KEYS = {"ANTHROPIC_API_KEY": "x"}
SETTINGS = LLMSettings(model="anthropic:one")


@pytest.mark.parametrize(
    ("tier", "artifact_type", "model"),
    [
        (Tier.BOOTSTRAPPER, ArtifactType.BRIEF, "anthropic:one"),
        (Tier.CTO_SCALE, ArtifactType.BRIEF, "anthropic:tier"),
        (Tier.PARTNER, ArtifactType.RISK_LOG, "anthropic:type"),
        (Tier.CTO_SCALE, ArtifactType.RISK_LOG, "anthropic:both"),
    ],
)
def test_the_most_special_model_writes_and_the_others_stand_in(tier, artifact_type, model):
    models = parse_models(
        "cto_scale=anthropic:tier, risk_log=anthropic:type,cto_scale/risk_log=anthropic:both"
    )
    settings = replace(SETTINGS, models=models, fallback_models=("anthropic:other", model))
    assert settings.models_for(tier, artifact_type) == (model, "anthropic:other")


@pytest.mark.parametrize("text", ["risk_log", "risk_log=", "risk_log=a:b,risk_log=c:d"])
def test_a_list_of_models_that_cannot_be_read_is_refused(text):
    with pytest.raises(ValueError, match="LLM_MODELS"):
        parse_models(text)


@pytest.mark.parametrize(
    ("changes", "environment", "sentence"),
    [
        ({"model": ""}, KEYS, "Set LLM_MODEL"),
        ({}, {}, "Set ANTHROPIC_API_KEY"),
        ({}, {"ANTHROPIC_BASE_URL": "http://proxy"}, "Set ANTHROPIC_API_KEY"),
        ({"fallback_models": ("openai:x",)}, KEYS, "Set OPENAI_API_KEY"),
        ({"models": {"brief": "ollama:x"}}, KEYS, "Set OLLAMA_BASE_URL"),
        ({"models": {"letter": "anthropic:x"}}, KEYS, "LLM_MODELS names 'letter'"),
        ({"model": "claude"}, KEYS, "'claude' names no language model"),
        ({"model": "abacus:x"}, KEYS, "Use one of: anthropic:<model>"),
        ({"model": "anthropic:"}, KEYS, "names no language model"),
        ({"total_seconds": 3600}, KEYS, "LLM_TOTAL_SECONDS must not be above"),
    ],
)
def test_what_keeps_settings_from_working_is_said_with_what_to_do(changes, environment, sentence):
    (problem,) = problems(replace(SETTINGS, **changes), environment)
    assert sentence in problem


def test_a_server_of_ones_own_needs_no_key():
    settings = replace(SETTINGS, model="openai-chat:x", fallback_models=("ollama:y",))
    environment = {
        "OPENAI_BASE_URL": "http://localhost:8001/v1",
        "OLLAMA_BASE_URL": "http://localhost:11434/v1",
    }
    assert not list(problems(settings, environment))


def llm(**changes: Any) -> dict[str, Any]:
    return {**django_settings.LLM, **changes}


def test_the_check_says_what_is_wrong_whatever_writes(settings, monkeypatch):
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    settings.LLM = llm(model="anthropic:x")
    assert [message.id for message in (*check_runner(), *check_language_models())] == [
        "artifacts.E002"
    ]
    settings.RUNNER = "llm"
    assert [message.id for message in (*check_runner(), *check_language_models())] == [
        "artifacts.E001"
    ]
    with pytest.raises(RunnerUnavailable, match="Set ANTHROPIC_API_KEY"):
        get_runner("llm")


def test_the_check_warns_of_a_budget_that_cannot_be_held(settings, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "x")
    settings.LLM = llm(
        model="openai:gpt-4o", fallback_models=["openai:nobody-knows-me"], budget_usd=1
    )
    (message,) = check_language_models()
    assert message.id == "artifacts.W001"
    assert "openai:nobody-knows-me" in message.msg


@pytest.mark.parametrize("provider", ["google", "groq", "mistral", "bedrock"])
def test_a_provider_whose_library_is_missing_says_how_to_install_it(monkeypatch, provider):
    monkeypatch.setattr("artifacts.runners.llm.settings._is_installed", lambda module: False)
    names = ("GOOGLE_API_KEY", "GROQ_API_KEY", "MISTRAL_API_KEY", "AWS_DEFAULT_REGION")
    (problem,) = problems(LLMSettings(model=f"{provider}:x"), dict.fromkeys(names, "x"))
    assert f"pip install 'pydantic-ai-slim[{provider}]==" in problem


def test_what_a_provider_needs_beside_a_key_is_named():
    found = " ".join(problems(LLMSettings(model="azure:x"), {}))
    assert "AZURE_OPENAI_API_KEY" in found
    assert "AZURE_OPENAI_ENDPOINT" in found
    assert "OPENAI_API_VERSION" in found


def test_a_library_that_is_missing_is_found_to_be():
    assert settings_module._is_installed("json.decoder")
    assert not settings_module._is_installed("no_such_package.at_all")


def test_a_worker_says_at_its_start_which_budgets_cannot_be_held(settings, monkeypatch, caplog):
    monkeypatch.setenv("OPENAI_API_KEY", "x")
    monkeypatch.setattr("artifacts.runners.llm.load_models", lambda: None)
    settings.LLM = llm(model="openai:nobody-knows-me")
    settings.FOUNDER_DAY_BUDGET_USD = 5
    tasks._load()
    assert (
        "Nobody knows the price of openai:nobody-knows-me, so FOUNDER_DAY_BUDGET_USD cannot hold"
        in caplog.text
    )


def test_the_check_names_every_budget_that_cannot_be_held(settings, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "x")
    settings.LLM = llm(model="openai:nobody-knows-me", unpriced="refuse")
    settings.INSTALLATION_DAY_BUDGET_USD = 5
    (message,) = check_language_models()
    assert "INSTALLATION_DAY_BUDGET_USD" in message.msg
    assert "LLM_UNPRICED=refuse" in str(message.hint)
