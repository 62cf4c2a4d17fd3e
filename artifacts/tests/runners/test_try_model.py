"""`manage.py try_model` against a server that speaks the providers' protocols."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command

from artifacts.services.operations.language_models import schema_models
from artifacts.tests.support.llm_server import Fault, LLMServer

pytestmark = pytest.mark.django_db

CHAT, ANTHROPIC = "openai-chat:gpt-5-mini", "anthropic:claude-haiku-4-5"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[LLMServer]:
    with LLMServer() as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        yield server


def try_models(*models: str) -> tuple[str, str, str]:
    """Return what was printed, what was printed about errors, and with what the command failed."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("try_model", *models, stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue(), err.getvalue(), str(error)
    return out.getvalue(), err.getvalue(), ""


def test_it_tries_every_model_of_the_settings_once(
    server: LLMServer, settings: LazySettings
) -> None:
    settings.LLM = {
        **settings.LLM,
        "model": CHAT,
        "models": f"risk_log={ANTHROPIC}",
        "fallback_models": [CHAT],
    }
    said, wrong, failed = try_models()
    assert (wrong, failed) == ("", "")
    assert [line.partition(",")[0] for line in said.splitlines()] == [
        f"{CHAT} works: key accepted",
        f"{ANTHROPIC} works: key accepted",
    ]
    assert "streams; " in said
    assert "USD" in said
    assert (wrong, failed) == ("", "")
    assert [(request.protocol, bool(request.asked.schema)) for request in server.requests] == [
        ("openai-chat", False),
        ("openai-chat", True),
        ("anthropic", False),
        ("anthropic", True),
    ]


def test_what_is_not_known_or_cannot_be_done_is_said(server: LLMServer) -> None:
    server.faults = [Fault.NO_STREAM]
    said, _, failed = try_models("openai-chat:one-of-our-own")
    assert "does not stream" in said
    assert "price not known" in said
    assert not failed


def test_a_model_that_writes_by_a_schema_is_remembered_to(server: LLMServer) -> None:
    said, _, _ = try_models(CHAT)
    assert "answers in JSON by a schema" in said
    assert schema_models() == {CHAT}
    server.schema_refusal = (
        400,
        "Invalid parameter: 'response_format' of type 'json_schema' is not supported.",
    )
    said, _, failed = try_models(CHAT)
    assert "answers in JSON, " in said
    assert not failed
    assert schema_models() == frozenset()


@pytest.mark.parametrize(
    ("fault", "words", "advice"),
    [
        (Fault.UNAUTHORIZED, "status 401", "Look at the key"),
        (Fault.UNKNOWN_MODEL, "status 404", "the name of the model"),
        (Fault.OUT_OF_CREDIT, "insufficient_quota", "the credit"),
        (Fault.RATE_LIMITED, "status 429", "limits of your account"),
        (Fault.SERVER_ERROR, "status 500", "status page"),
        (Fault.CUT, "ModelConnectionError", "the address"),
        (Fault.WRONG_SHAPE, "does not follow", "Choose another"),
        (Fault.REFUSED, "refused", "Choose another model"),
    ],
)
def test_a_model_that_does_not_work_is_a_failure_with_advice(
    server: LLMServer, fault: Fault, words: str, advice: str
) -> None:
    server.faults = [fault, fault]
    said, wrong, failed = try_models(CHAT)
    assert said == ""
    assert wrong.startswith(f"{CHAT} does not work. ")
    assert words in wrong
    assert advice in wrong
    assert server.environment["OPENAI_API_KEY"] not in wrong
    assert failed == "1 of 1 models cannot be used."


def test_without_a_key_or_a_model_it_says_what_to_set(
    monkeypatch: pytest.MonkeyPatch, settings: LazySettings
) -> None:
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    assert "Set ANTHROPIC_API_KEY" in try_models(ANTHROPIC)[1]
    assert "names no language model" in try_models("gpt-5")[1]
    settings.LLM = {**settings.LLM, "model": "", "models": "", "fallback_models": []}
    assert "Set LLM_MODEL" in try_models()[2]


def test_the_limit_of_the_settings_is_tried_and_the_one_that_fits_is_named(
    server: LLMServer,
) -> None:
    server.faults = [Fault.LIMIT_REFUSED]
    said, _, failed = try_models("openai-chat:of-few-words")
    assert "Set LLM_MAX_OUTPUT_TOKENS=8192" in said
    assert not failed
    server.faults = [Fault.ONLY_THINKING]
    assert "Raise LLM_MAX_OUTPUT_TOKENS" in try_models(CHAT)[1]


def test_all_tries_those_of_the_settings_after_the_named_ones(
    server: LLMServer, settings: LazySettings
) -> None:
    settings.LLM = {**settings.LLM, "model": CHAT, "models": "", "fallback_models": []}
    said, _, failed = try_models(ANTHROPIC, CHAT, "--all")
    assert [line.partition(" ")[0] for line in said.splitlines()] == [ANTHROPIC, CHAT]
    assert not failed
