"""What real servers do, each in its own way: what we send, and how we read their answers.

No database.
"""

from __future__ import annotations

import gc
import socket
import ssl
from decimal import Decimal
from types import AsyncGeneratorType
from typing import Any

import httpx2
import pytest
from openai import AsyncOpenAI
from pydantic_ai.exceptions import ModelConnectionError
from pydantic_ai.models.openrouter import OpenRouterModel
from pydantic_ai.providers.openrouter import OpenRouterProvider

from artifacts.runners.base import ProjectInput, RunnerError, WriteRequest, WriteResult
from artifacts.runners.llm import RunnerLLM, models
from artifacts.runners.llm.connections import why_unreachable
from artifacts.runners.llm.errors import ENDLESS, quotable
from artifacts.runners.llm.models import NamedModel
from artifacts.runners.llm.refusals import (
    OutputLimit,
    fitting_limit,
    is_about_streaming,
    is_too_long,
)
from artifacts.runners.llm.settings import LLMSettings, problems
from artifacts.schemas import ArtifactType
from artifacts.tests.support.llm_server import Fault, LLMServer

PROJECT = ProjectInput.from_brief({"name": "Shelfwise", "idea": "Stock counting for small shops."})
CHAT = "openai-chat:gpt-5-mini"


def write(model: str = CHAT, **changes: Any) -> WriteResult:
    options: dict[str, Any] = {
        "request_seconds": 5,
        "total_seconds": 20,
        "retries": 1,
        "repair_rounds": 1,
        **changes,
    }
    return RunnerLLM(LLMSettings(model=model, **options)).write(
        PROJECT, ArtifactType.BRIEF, {}, WriteRequest()
    )


def failure(model: str = CHAT, **changes: Any) -> RunnerError:
    with pytest.raises(RunnerError) as raised:
        write(model, **changes)
    return raised.value


@pytest.mark.parametrize("model", ["ollama:llama3", CHAT])
def test_a_server_of_another_make_is_told_the_limit_by_the_name_that_it_knows(
    server: LLMServer, model: str
) -> None:
    write(model)
    body = server.requests[0].body
    assert (body["max_tokens"], body.get("max_completion_tokens")) == (16_000, None)


def test_a_server_that_wants_the_other_name_gets_it_from_then_on(server: LLMServer) -> None:
    server.limit_name = "max_completion_tokens"
    assert write().usage.requests == 2
    assert write().usage.requests == 1
    assert [
        name for request in server.requests for name in request.body if name.startswith("max_")
    ] == [
        "max_tokens",
        "max_completion_tokens",
        "max_completion_tokens",
    ]


@pytest.mark.parametrize("model", [CHAT, "openai:gpt-5-mini", "anthropic:claude-haiku-4-5"])
def test_a_limit_that_is_too_high_is_lowered_to_what_the_model_can_write(
    server: LLMServer, model: str
) -> None:
    server.faults = [Fault.LIMIT_REFUSED] * 3
    assert write(model).usage.requests == 2
    assert write(model).usage.requests == 1
    assert [request.limit for request in server.requests] == [16_000, 8_192, 8_192]


def test_a_limit_for_which_the_prompt_leaves_no_room_is_lowered_for_this_document(
    server: LLMServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.limit_tokens = 12_812
    server.refuse = (
        400,
        (
            "This model's maximum context length is 16384 tokens. However, you requested 19572"
            " tokens (3572 in the messages, 16000 in the completion). Please reduce the length of"
            " the messages or completion."
        ),
    )
    assert write().usage.requests == 2
    assert write().usage.requests == 2
    assert server.requests[1].limit == 12_812
    assert "LLM_MAX_OUTPUT_TOKENS=12812" in caplog.text


@pytest.mark.parametrize(
    ("message", "limit"),
    [
        ("Invalid max_tokens value, the valid range of max_tokens is [1, 8192]", (8_192, True)),
        (
            "max_tokens is too large: 16000. This model supports at most 4,096 completion tokens.",
            (4_096, True),
        ),
        (
            "max_tokens: 16000 > 8192, which is the maximum allowed number of output tokens for x",
            (8_192, True),
        ),
        (
            "`max_tokens` must be less than or equal to `8192`, the maximum value for `max_tokens`",
            (8_192, True),
        ),
        (
            "max_output_tokens must be in the range from 1 (inclusive) to 8193 (exclusive)",
            (8_192, True),
        ),
        (
            "input length and `max_tokens` exceed context limit: 190000 + 16000 > 200000, decrease",
            (10_000, False),
        ),
        (
            (
                "max_tokens: the maximum context length is 16384 tokens and your request has 3572"
                " input tokens"
            ),
            (12_812, False),
        ),
        (
            (
                "maximum context length is 4096 tokens. (4000 in the messages, 16000 in the"
                " completion)"
            ),
            None,
        ),
        ("The temperature must be less than or equal to 1000.", None),
        ("max_tokens must be less than or equal to 32000", None),
    ],
)
def test_the_limit_that_fits_is_read_from_the_words_of_servers(
    message: str, limit: tuple[int, bool] | None
) -> None:
    assert fitting_limit(message, 16_000) == (limit and OutputLimit(*limit))


@pytest.mark.parametrize(
    "message",
    [
        "the request exceeds the available context size, try increasing it",
        "The input token count exceeds the maximum number of tokens allowed 1048576.",
        "prompt is too long: 210000 tokens > 200000 maximum",
        "This model's maximum context length is 4096 tokens.",
    ],
)
def test_servers_say_in_many_words_that_a_prompt_is_too_long(
    server: LLMServer, message: str
) -> None:
    assert is_too_long(message)
    server.limit_tokens, server.refuse = 0, (400, message)
    assert "shorten them" in failure().message


@pytest.mark.parametrize(
    ("status", "message"), [(400, "Streams: no."), (501, "streaming is not supported")]
)
def test_a_server_that_says_it_cannot_stream_is_asked_without(
    server: LLMServer, status: int, message: str
) -> None:
    server.stream_refusal = status, message
    assert write().usage.requests == 2
    assert write().usage.requests == 1


def test_an_error_upstream_is_not_about_streaming(server: LLMServer) -> None:
    server.stream_refusal = 400, "Upstream error from the provider"
    assert not failure().retryable
    assert len(server.requests) == 1
    assert not is_about_streaming("Upstream error")


@pytest.mark.parametrize("silence", ["empty", "dropped"])
@pytest.mark.parametrize("model", [CHAT, "openai:gpt-5-mini", "anthropic:claude-haiku-4-5"])
def test_a_stream_that_ends_before_it_begins_has_its_reason_told_without_one(
    server: LLMServer, model: str, silence: Any
) -> None:
    server.silence, server.limit_tokens, server.refuse = (
        silence,
        0,
        (400, "prompt is too long: 9000 tokens"),
    )
    assert "shorten them" in failure(model).message
    assert [request.streams for request in server.requests] == [True, False]


def test_a_connection_that_was_dropped_once_does_not_switch_streaming_off(
    server: LLMServer,
) -> None:
    server.silence = "dropped"
    assert write().usage.requests == 2
    server.silence = ""
    write()
    assert server.requests[-1].streams


@pytest.mark.parametrize("fault", [Fault.ONLY_THINKING, Fault.NO_FINISH])
def test_what_an_answer_without_an_end_took_is_not_paid_twice_and_not_told_as_known(
    server: LLMServer, fault: Fault
) -> None:
    server.faults = [fault]
    if fault is Fault.NO_FINISH:
        usage = write().usage
        assert (usage.requests, usage.cost_usd) == (2, None)
        assert usage.guessed_usd
    else:
        error = failure()
        assert error.usage.requests == 1
        assert "went into thinking. Raise LLM_MAX_OUTPUT_TOKENS" in str(error)


def test_an_address_without_its_path_is_named(
    server: LLMServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OLLAMA_BASE_URL", server.url)
    assert "OLLAMA_BASE_URL does not end in /v1" in str(failure("ollama:llama3"))


def test_a_server_that_knows_chat_completions_only_is_named(server: LLMServer) -> None:
    server.unknown = ("openai",)
    assert "name it openai-chat:gpt-5-mini" in str(failure("openai:gpt-5-mini"))


@pytest.mark.parametrize("model", [CHAT, "anthropic:claude-haiku-4-5"])
@pytest.mark.parametrize(
    ("address", "words"),
    [("http://127.0.0.1:9", "nothing listens"), ("http://no-such-host.invalid", "DNS")],
)
def test_why_a_server_cannot_be_reached_is_told_apart(
    monkeypatch: pytest.MonkeyPatch, model: str, address: str, words: str
) -> None:
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY"):
        monkeypatch.setenv(name, "sk-of-the-test")
    monkeypatch.setenv("OPENAI_BASE_URL", f"{address}/v1")
    monkeypatch.setenv("ANTHROPIC_BASE_URL", address)
    assert words in str(failure(model, retries=0))


def test_a_certificate_that_is_not_accepted_is_told_apart() -> None:
    error = ModelConnectionError("one", "Connection error.")
    error.__cause__ = OSError("connect")
    error.__cause__.__context__ = ssl.SSLCertVerificationError("certificate verify failed")
    assert "certificate" in why_unreachable(error)
    assert why_unreachable(ModelConnectionError("one", "reset")) == ""
    error.__cause__ = ssl.SSLError("[SSL: WRONG_VERSION_NUMBER] wrong version number")
    assert "plain http" in why_unreachable(error)
    error.__cause__ = socket.gaierror(-2, "no such name")
    assert "DNS" in why_unreachable(error)


@pytest.mark.parametrize(
    ("variable", "value", "words"),
    [
        ("OPENAI_BASE_URL", "localhost:8001/v1", "must begin with http://"),
        ("OPENAI_BASE_URL", "http://[broken", "must begin with http://"),
        ("OPENAI_API_KEY", "sk-one\nsk-two", "line break"),
        ("OPENAI_API_KEY", "sk-“one”", "letter that no key has"),
    ],
)
def test_an_address_or_a_key_that_cannot_work_is_said_before_anything_is_asked(
    variable: str, value: str, words: str
) -> None:
    settings = LLMSettings(model=CHAT, fallback_models=("openai-chat:another",))
    (problem,) = problems(settings, {"OPENAI_BASE_URL": "http://localhost/v1", variable: value})
    assert words in problem
    assert variable in problem
    assert value not in problem


def test_a_key_that_is_no_secret_masks_no_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "x")
    assert quotable("max exceeded for x") == "max exceeded for x"
    monkeypatch.setenv("OPENAI_API_KEY", "not-needed")
    assert quotable("It is not-needed, or not-neededed.") == "It is ***, or not-neededed."


def test_the_cost_that_openrouter_tells_is_the_one_that_counts(
    server: LLMServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    # This client is nobody's to close, so it keeps no connection that would be left open.
    connections = httpx2.AsyncClient(limits=httpx2.Limits(max_keepalive_connections=0))
    client = AsyncOpenAI(
        base_url=server.openai_url, api_key="sk-of-the-test", http_client=connections
    )
    model = OpenRouterModel("nobody/knows-me", provider=OpenRouterProvider(openai_client=client))
    named = NamedModel("openrouter:nobody/knows-me", model, tells_end=True)
    monkeypatch.setattr(models, "get_model", {named.name: named}.__getitem__)
    monkeypatch.setenv("OPENROUTER_API_KEY", "sk-of-the-test")
    server.cost_usd = 0.0123
    assert write(named.name).usage.cost_usd == Decimal("0.0123")
    assert server.requests[0].body["usage"] == {"include": True}
    server.cost_usd = -1.0
    assert write(named.name).usage.cost_usd is None


def test_a_server_that_reads_far_less_than_was_sent_leaves_a_warning(server: LLMServer) -> None:
    assert write().usage.warning == ""
    server.context_tokens = 200
    assert "read 200 tokens of about" in write().usage.warning


@pytest.mark.parametrize(("unpriced", "guessed"), [("guess", True), ("free", False)])
def test_a_model_without_a_price_counts_for_budgets_as_is_set(
    server: LLMServer, unpriced: str, guessed: bool
) -> None:
    usage = write("openai-chat:nobody-knows-me", unpriced=unpriced).usage
    assert usage.cost_usd is None
    assert bool(usage.guessed_usd) is guessed


def test_a_model_without_a_price_can_be_kept_from_a_budget(server: LLMServer) -> None:
    error = failure("openai-chat:nobody-knows-me", unpriced="refuse", budget_usd=Decimal(1))
    assert "LLM_UNPRICED" in str(error)
    assert server.requests == []
    assert write("openai-chat:nobody-knows-me", unpriced="refuse").usage.requests == 1


def readers() -> list[str]:
    """The generators that wait for more of an answer."""
    return [
        one.__qualname__
        for one in gc.get_objects()
        if isinstance(one, AsyncGeneratorType) and one.ag_frame is not None
    ]


@pytest.mark.parametrize("model", [CHAT, "openai:gpt-5-mini", "anthropic:claude-haiku-4-5"])
def test_nothing_waits_for_the_rest_of_an_answer_without_end(server: LLMServer, model: str) -> None:
    gc.collect()
    before = readers()
    server.author.huge_characters = 2_000_000
    server.faults = [Fault.HUGE]
    with pytest.raises(RunnerError) as raised:
        write(model, retries=0)
    assert raised.value.message == ENDLESS
    assert readers() == before
