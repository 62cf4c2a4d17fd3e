"""What a language model that fails, refuses or is busy comes to."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from pydantic_ai.exceptions import (
    ModelAuthenticationError,
    ModelConnectionError,
    ModelRateLimitError,
    ModelServerError,
    UnexpectedModelBehavior,
)

from artifacts.runners.base import (
    PermanentRunnerError,
    RetryableRunnerError,
)
from artifacts.runners.llm.errors import quotable
from artifacts.schemas import ArtifactType
from artifacts.tests.support.llm_scripts import (
    NOT_TO_BE_TOLD,
    SETTINGS,
    Script,
    answer,
    failure,
    http_error,
    text_of,
    use,
    write,
)

pytestmark = pytest.mark.usefixtures("quick")


@pytest.mark.parametrize(
    ("error", "kind", "sentence"),
    [
        (http_error(500, ModelServerError), RetryableRunnerError, "is not working"),
        (ModelConnectionError("one", "reset"), RetryableRunnerError, "broke off"),
        (UnexpectedModelBehavior("no stream"), RetryableRunnerError, "is not working"),
        (RuntimeError(NOT_TO_BE_TOLD), RetryableRunnerError, "is not working"),
        (http_error(401, ModelAuthenticationError), PermanentRunnerError, "not available"),
        (http_error(405), PermanentRunnerError, "not available"),
        (http_error(413), PermanentRunnerError, "too long"),
    ],
)
def test_errors_become_a_sentence_for_the_founder_and_a_line_for_the_log(
    monkeypatch, error, kind, sentence
):
    script = Script(*[error] * 4)
    use(monkeypatch, script)
    raised = failure()
    assert type(raised) is kind
    assert sentence in raised.message
    assert NOT_TO_BE_TOLD not in str(raised)
    assert (raised.usage.model, raised.usage.requests) == ("openai:one", len(script.asked))


def test_a_refusal_is_permanent_and_counts_what_it_cost(monkeypatch, one_cent_an_answer):
    use(monkeypatch, Script(answer("I will not.", "content_filter"), streams=False))
    error = failure()
    assert isinstance(error, PermanentRunnerError)
    assert "other words" in error.message
    assert error.usage.cost_usd == Decimal("0.01")


@pytest.mark.parametrize(("pause", "requests"), [(0.0, 2), (3600.0, 1)])
def test_a_pause_that_is_asked_for_is_waited_for_up_to_a_limit(monkeypatch, pause, requests):
    busy = http_error(429, ModelRateLimitError, headers={"retry-after": f"{pause:.0f}"})
    script = Script(busy, busy)
    use(monkeypatch, script)
    error = failure()
    assert error.retry_after_seconds == pause
    assert len(script.asked) == requests
    assert (error.usage.tokens_in, error.usage.cost_usd) == (0, Decimal(0))


def test_a_provider_that_is_too_busy_and_does_not_say_for_how_long_is_asked_again_later(
    monkeypatch,
):
    script = Script(*[http_error(429, ModelRateLimitError)] * 2)
    use(monkeypatch, script)
    assert failure().retry_after_seconds == 60
    assert len(script.asked) == 2


def test_a_pause_that_outlasts_the_time_for_the_document_is_not_waited_for(monkeypatch):
    busy = http_error(429, ModelRateLimitError, headers={"retry-after": "15"})
    script = Script(busy, busy)
    use(monkeypatch, script)
    assert failure().retry_after_seconds == 15
    assert len(script.asked) == 1


def test_another_model_is_asked_when_the_first_fails(monkeypatch):
    first = Script(*[http_error(401, ModelAuthenticationError)] * 2)
    second = Script(
        text_of(ArtifactType.BRIEF, key_constraint="[[F-987]]"), text_of(ArtifactType.BRIEF)
    )
    use(monkeypatch, first, second)
    written = write(settings=replace(SETTINGS, fallback_models=("openai:two",)))
    assert (written.usage.model, written.usage.requests) == ("openai:two", 3)
    assert len(first.asked) == 1


def test_where_all_fail_the_one_that_says_when_to_come_back_is_waited_for(monkeypatch):
    first = Script(*[ModelConnectionError("one", "reset")] * 3)
    second = Script(http_error(429, ModelRateLimitError, headers={"retry-after": "300"}))
    use(monkeypatch, first, second)
    assert (
        failure(settings=replace(SETTINGS, fallback_models=("openai:two",))).retry_after_seconds
        == 300
    )


def test_where_all_fail_what_may_pass_is_told(monkeypatch):
    first = Script(*[ModelConnectionError("one", "reset")] * 3)
    second = Script(http_error(401, ModelAuthenticationError))
    use(monkeypatch, first, second)
    assert isinstance(
        failure(settings=replace(SETTINGS, fallback_models=("openai:two",))), RetryableRunnerError
    )


def test_keys_and_what_was_sent_are_not_quoted(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "a-key-in-no-known-form")
    assert quotable("Wrong key: a-key-in-no-known-form") == "Wrong key: ***"
    assert quotable("Incorrect key sk-proj-123 given") == "Incorrect key *** given"
    assert (
        quotable(
            "Cannot read: my idea is a very secret machine",
            ["… my idea is a very\nsecret machine …"],
        )
        == "(repeats what was sent)"
    )
    assert len(quotable("ab " * 900)) <= 200
