"""The language-model runner, with models that are functions: what is asked, what is kept, what is
told.
"""

from __future__ import annotations

import asyncio
import json
import os
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from pydantic_ai.exceptions import (
    ModelAuthenticationError,
    ModelConnectionError,
    ModelHTTPError,
    ModelRateLimitError,
    ModelRequestRejectedError,
    ModelServerError,
    UnexpectedModelBehavior,
)
from pydantic_ai.messages import (
    CachePoint,
    ModelMessage,
    ModelRequest,
    ModelResponse,
    TextPart,
    ThinkingPart,
    UserPromptPart,
)
from pydantic_ai.models.function import AgentInfo, FunctionModel
from pydantic_ai.usage import RequestUsage

from artifacts.runners.base import (
    BUDGET_SPENT,
    PermanentRunnerError,
    ProjectInput,
    RetryableRunnerError,
    RunnerError,
    WriteRequest,
)
from artifacts.runners.fake import RunnerFake
from artifacts.runners.llm import RunnerLLM, ask_json, loop, models
from artifacts.runners.llm.errors import quotable
from artifacts.runners.llm.models import NamedModel
from artifacts.runners.llm.parsing import is_cut_off, read_json, read_partial, without_thinking
from artifacts.runners.llm.settings import LLMSettings
from artifacts.schemas import ArtifactType, load_content
from artifacts.tests.support.llm_answers import filled_up

BRIEF = {
    "name": "Shelfwise",
    "idea": "An inventory tracker for small shops",
    "price": "29 euros a month",
}
PROJECT = ProjectInput.from_brief(BRIEF)
COMPOSED = RunnerFake().generate_artifacts(BRIEF)
DOCUMENTS = {name: filled_up(ArtifactType(name), content) for name, content in COMPOSED.items()}
SETTINGS = LLMSettings(model="openai:one", retries=1, request_seconds=5, total_seconds=10)
NOT_TO_BE_TOLD = "sk-secret-9b1d"

Reply = str | Exception | ModelResponse


class Script:
    """A model that gives prepared replies, one a request, and remembers what it was asked."""

    def __init__(self, *replies: Reply, streams: bool = True, hangs: bool = False) -> None:
        self._hangs = hangs
        self.replies = list(replies)
        self.asked: list[list[ModelMessage]] = []
        self.info: list[AgentInfo] = []
        self.model = NamedModel(
            "openai:one", FunctionModel(self._plain, stream_function=self._stream), streams
        )
        self.on_piece: Callable[[], object] = lambda: None

    def _next(self, messages: list[ModelMessage], info: AgentInfo) -> Reply:
        self.asked.append(messages)
        self.info.append(info)
        reply = self.replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return reply

    def _plain(self, messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
        reply = self._next(messages, info)
        return (
            reply
            if isinstance(reply, ModelResponse)
            else ModelResponse(parts=[TextPart(str(reply))])
        )

    async def _stream(self, messages: list[ModelMessage], info: AgentInfo) -> AsyncIterator[str]:
        reply = self._next(messages, info)
        if self._hangs:
            await asyncio.Event().wait()
        assert isinstance(reply, str)
        for start in range(0, max(len(reply), 1), 400):
            yield reply[start : start + 400]
            self.on_piece()
            await asyncio.sleep(0)

    @property
    def questions(self) -> list[str]:
        """The last thing that was said to the model, request by request."""
        found = []
        for messages in self.asked:
            request = messages[-1]
            assert isinstance(request, ModelRequest)
            part = request.parts[-1]
            assert isinstance(part, UserPromptPart)
            found.append(str(part.content))
        return found


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("artifacts.runners.llm.conversation.BACKOFF_SECONDS", 0.0)


def use(monkeypatch: pytest.MonkeyPatch, *scripts: Script) -> None:
    """Let the names of the settings, in their order, stand for these models."""
    for script, name in zip(scripts, ("openai:one", "openai:two"), strict=False):
        script.model.name = name
    named = {script.model.name: script.model for script in scripts}
    monkeypatch.setattr(models, "get_model", named.__getitem__)


def answer(text: str, finish: Any = "stop", tokens: int = 1_000) -> ModelResponse:
    usage = RequestUsage(input_tokens=100, output_tokens=tokens)
    return ModelResponse(parts=[TextPart(text)], finish_reason=finish, usage=usage)


@pytest.fixture
def one_cent_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("artifacts.runners.llm.meter.price", lambda response: Decimal("0.01"))


def text_of(artifact_type: ArtifactType, **changes: Any) -> str:
    return json.dumps({**DOCUMENTS[artifact_type.value], **changes})


def earlier_than(artifact_type: ArtifactType) -> dict[ArtifactType, Any]:
    return {t: load_content(t, DOCUMENTS[t.value]) for t in artifact_type.earlier}


def http_error(
    status: int, category: Any = None, message: str = "", headers: dict[str, str] | None = None
) -> ModelHTTPError:
    body = {"error": {"message": message}}
    return ModelHTTPError.for_category(
        category, status_code=status, model_name="one", body=body, headers=headers
    )


def failure(**options: Any) -> RunnerError:
    with pytest.raises(RunnerError) as raised:
        write(**options)
    return raised.value


def write(
    artifact_type: ArtifactType = ArtifactType.BRIEF,
    order: WriteRequest | None = None,
    settings: LLMSettings = SETTINGS,
) -> Any:
    return RunnerLLM(settings).write(
        PROJECT, artifact_type, earlier_than(artifact_type), order or WriteRequest()
    )


def test_a_good_answer_is_taken_as_it_is(monkeypatch):
    script = Script(
        "Here it is:\n```json\n" + text_of(ArtifactType.BRIEF) + "\n```\nAnything else?"
    )
    use(monkeypatch, script)
    written = write()
    assert load_content(ArtifactType.BRIEF, written.content) == load_content(
        ArtifactType.BRIEF, DOCUMENTS["brief"]
    )
    assert (written.usage.model, written.usage.requests) == ("openai:one", 1)
    assert written.usage.tokens_in
    assert written.usage.tokens_out
    assert written.usage.prompt_version


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "b\\nc"}',
        '{"a": "b\nc"}',
        'As [[F-1]] says [1]:\n{"a": "b\nc"} That is all {really}.',
        'In {braces}:\n```json\n{"a": "b\\nc"}\n```',
    ],
)
def test_json_is_found_whatever_stands_around_it(text):
    assert read_json(text, opening="{") == {"a": "b\nc"}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ('<think>{"a": 1}</think>{"b": 2}', '{"b": 2}'),
        ('\n<THINK>one</THINK>\n<reasoning>{</reasoning>{"b": 2}', '{"b": 2}'),
        ('one {"a": 1}\n</think>\n\n{"b": 2}', '\n\n{"b": 2}'),
        ('<think>{"a": 1', ""),
        ('{"b": "</think>"}', '{"b": "</think>"}'),
        ('```json\n{"b": "<think>x</think>"}\n```', '```json\n{"b": "<think>x</think>"}\n```'),
    ],
)
def test_thoughts_in_tags_are_no_part_of_the_answer(text, answer):
    assert without_thinking(text) == answer
    assert read_partial(text) == read_partial(answer)


def test_thoughts_whose_end_comes_with_the_answer_are_cut_off(monkeypatch):
    """The library then takes all of it for thoughts."""
    thoughts = ThinkingPart('Well, {"a": 1}.</think>\n' + text_of(ArtifactType.BRIEF))
    use(monkeypatch, Script(ModelResponse(parts=[thoughts], finish_reason="stop"), streams=False))
    assert write().usage.requests == 1


@pytest.mark.parametrize(
    "text", ["", "{", '{"a": [{"b": 1}', '{"a": NaN}', "[1]", '{"a":' * 100_000]
)
def test_broken_json_is_an_error_and_never_a_part_of_it(text):
    with pytest.raises(ValueError):  # noqa: PT011
        read_json(text, opening="{")


def test_what_documents_share_stands_first_and_only_grows(monkeypatch):
    script = Script(*(text_of(t) for t in ArtifactType))
    monkeypatch.setattr(NamedModel, "takes_cache_marks", True)
    use(monkeypatch, script)
    for artifact_type in ArtifactType:
        write(artifact_type)
    shared: list[str] = []
    for messages in script.asked:
        request = messages[0]
        assert isinstance(request, ModelRequest)
        part = request.parts[0]
        assert isinstance(part, UserPromptPart)
        assert not isinstance(part.content, str)
        *blocks, mark, task = part.content
        assert isinstance(mark, CachePoint)
        assert blocks[: len(shared)] == shared
        assert task not in blocks
        shared = blocks  # type: ignore[assignment]
    assert len({messages[0].instructions for messages in script.asked}) == 1  # type: ignore[union-attr]
    assert all(not info.output_tools for info in script.info)


@pytest.mark.parametrize("item_id", ["G-1", "F-x", "F-0", 1, None, ["F-1"], {"F": 1}])
def test_faults_of_form_are_put_right_without_asking_again(monkeypatch, item_id):
    features = [
        {**feature, "priority": "High", "colour": "red", "id": item_id}
        for feature in DOCUMENTS["mvp_scope"]["core_features"]
    ]
    script = Script(
        text_of(ArtifactType.MVP_SCOPE, core_features=features, summary="x", success_metrics=None)
    )
    use(monkeypatch, script)
    settings = replace(SETTINGS, repair_rounds=0)
    content = load_content(
        ArtifactType.MVP_SCOPE, write(ArtifactType.MVP_SCOPE, settings=settings).content
    )
    assert [item.id for _, item in content.items()] == [f"F-{n + 1}" for n in range(len(features))]
    assert content.core_features[0].priority == "high"  # type: ignore[attr-defined]


def test_numbers_written_as_text_are_read(monkeypatch):
    milestones = [
        {**m, "estimated_weeks": f"{m['estimated_weeks']}"}
        for m in DOCUMENTS["milestones"]["milestones"]
    ]
    script = Script(
        text_of(ArtifactType.MILESTONES, milestones=milestones, total_duration_weeks=999)
    )
    use(monkeypatch, script)
    content = load_content(ArtifactType.MILESTONES, write(ArtifactType.MILESTONES).content)
    assert content.total_duration_weeks == DOCUMENTS["milestones"]["total_duration_weeks"]  # type: ignore[attr-defined]


def test_only_what_is_wrong_is_asked_for_again_and_taken(monkeypatch):
    metrics = DOCUMENTS["mvp_scope"]["success_metrics"]
    repaired = {"success_metrics": metrics, "out_of_scope": ["Not asked for"]}
    script = Script(text_of(ArtifactType.MVP_SCOPE, success_metrics=[""]), json.dumps(repaired))
    use(monkeypatch, script)
    written = write(ArtifactType.MVP_SCOPE)
    assert written.content["success_metrics"] == metrics
    assert written.content["out_of_scope"] == DOCUMENTS["mvp_scope"]["out_of_scope"]
    assert "success_metrics > 1: String should have at least 1 character" in script.questions[1]
    assert written.usage.requests == 2


def test_what_is_not_true_to_the_other_documents_is_told_to_the_model(monkeypatch):
    bad = [{**m, "delivers": ["F-987"]} for m in DOCUMENTS["milestones"]["milestones"]]
    script = Script(
        text_of(ArtifactType.MILESTONES, milestones=bad), text_of(ArtifactType.MILESTONES)
    )
    use(monkeypatch, script)
    assert (
        write(ArtifactType.MILESTONES).content["milestones"]
        == DOCUMENTS["milestones"]["milestones"]
    )
    assert "F-987" in script.questions[1]
    assert "total_duration_weeks:" not in script.questions[1]


def test_what_is_left_to_mend_does_not_keep_a_valid_document_back(monkeypatch):
    bad = text_of(ArtifactType.BRIEF, key_constraint="As [[F-987]] says, eight weeks.")
    use(monkeypatch, Script(bad, ModelConnectionError("one", "reset")))
    assert "F-987" in write(settings=replace(SETTINGS, retries=0)).content["key_constraint"]


def test_a_worse_version_is_not_taken(monkeypatch):
    first = text_of(ArtifactType.BRIEF, key_constraint="As [[F-987]] says, eight weeks.")
    worse = json.dumps(
        {"key_constraint": "As [[F-987]] and [[R-77]] and [[F-988]] say, 4711 weeks."}
    )
    script = Script(first, worse, worse)
    use(monkeypatch, script)
    assert "R-77" not in write().content["key_constraint"]
    assert len(script.asked) == 2


@pytest.mark.parametrize(
    "reply",
    ["no JSON at all", "[1, 2]", "{}", '{"core_features": ' + "[" * 5000, "{" + NOT_TO_BE_TOLD],
)
def test_what_never_validates_fails_retryably_after_bounded_rounds(monkeypatch, reply):
    script = Script(*[reply] * 3)
    use(monkeypatch, script)
    error = failure()
    assert isinstance(error, RetryableRunnerError)
    assert "did not have the form" in error.message
    assert error.usage.requests == len(script.asked) == 3
    assert NOT_TO_BE_TOLD not in str(error)


def test_an_answer_that_was_cut_off_is_gone_on_with(monkeypatch):
    whole = text_of(ArtifactType.BRIEF)
    first, second, third = whole[:500], whole[480:900], "```json\n" + whole[900:]
    script = Script(answer(first, "length"), answer(second, "length"), answer(third), streams=False)
    use(monkeypatch, script)
    assert write().content["key_constraint"] == DOCUMENTS["brief"]["key_constraint"]
    assert len(script.asked) == 3


def test_an_answer_that_stops_in_the_middle_is_gone_on_with_whatever_its_server_says(monkeypatch):
    whole = text_of(ArtifactType.BRIEF)
    script = Script(answer(whole[:700], "stop"), answer(whole[700:], "stop"), streams=False)
    use(monkeypatch, script)
    assert write().content["key_constraint"] == DOCUMENTS["brief"]["key_constraint"]
    assert "Go on exactly where it stopped" in script.questions[1]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ('{"a": "b', True),
        ('Here it is:\n```json\n{"a": ["b", ', True),
        ('{"a": "b"}', False),
        ('{"a" "b"', False),
        ("We are here.", False),
        ("", False),
    ],
)
def test_json_that_ends_too_early_is_told_from_what_is_wrong(text, cut):
    assert is_cut_off(text) is cut


def test_an_answer_without_end_is_not_read_to_its_end(monkeypatch):
    use(monkeypatch, Script(*["x" * 50_000] * 2))
    error = failure(settings=replace(SETTINGS, max_output_tokens=100))
    assert "far too long" in error.message


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


def test_prices_are_summed_over_all_requests(monkeypatch, one_cent_an_answer):
    bad = text_of(ArtifactType.BRIEF, key_constraint="[[F-987]]")
    use(monkeypatch, Script(answer(bad), answer(text_of(ArtifactType.BRIEF)), streams=False))
    usage = write().usage
    assert (usage.cost_usd, usage.tokens_out, usage.requests) == (Decimal("0.02"), 2_000, 2)


def test_a_known_price_is_looked_up():
    usage = RequestUsage(input_tokens=1_000_000, output_tokens=1_000_000)
    response = ModelResponse(parts=[], model_name="gpt-4o", provider_name="openai", usage=usage)
    assert models.price(response) == Decimal("12.5")
    assert models.price(replace(response, model_name="nobody-knows-me")) is None


def test_an_unknown_price_is_unknown(monkeypatch):
    use(monkeypatch, Script(text_of(ArtifactType.BRIEF)))
    assert write().usage.cost_usd is None


@pytest.mark.parametrize(
    ("mine", "ordered", "requests"),
    [("0.015", None, 1), (None, "0.019", 1), ("0.02", "1", 2), ("0", None, 0)],
)
def test_the_smaller_budget_bounds_the_rounds(
    monkeypatch, one_cent_an_answer, mine, ordered, requests
):
    bad = text_of(ArtifactType.BRIEF, key_constraint="[[F-987]]")
    script = Script(*[answer(bad)] * 3, streams=False)
    use(monkeypatch, script)
    settings = replace(SETTINGS, budget_usd=mine and Decimal(mine))
    order = WriteRequest(budget_usd=ordered and Decimal(ordered))
    if requests:
        assert write(order=order, settings=settings).usage.requests == requests
    else:
        assert "would cost more" in failure(order=order, settings=settings).message
    assert len(script.asked) == requests


def test_a_day_that_has_not_enough_left_for_a_request_is_no_fault_of_the_document(monkeypatch):
    monkeypatch.setattr(
        "artifacts.runners.llm.request_budget.estimate_usd", lambda name, **tokens: Decimal("0.01")
    )
    script = Script()
    use(monkeypatch, script)
    error = failure(
        order=WriteRequest(budget_usd=Decimal("0.001")),
        settings=replace(SETTINGS, budget_usd=Decimal(1)),
    )
    assert (error.retryable, error.message, script.asked) == (True, BUDGET_SPENT, [])


def test_a_request_of_which_nobody_tells_the_cost_counts_for_the_budget(monkeypatch):
    monkeypatch.setattr(
        "artifacts.runners.llm.request_budget.estimate_usd", lambda name, **tokens: Decimal("0.01")
    )
    script = Script(*[ModelConnectionError("one", "reset", phase="read")] * 3)
    use(monkeypatch, script)
    error = failure(settings=replace(SETTINGS, retries=2, budget_usd=Decimal("0.02")))
    assert "broke off" in error.message
    assert (len(script.asked), error.usage.cost_usd, error.usage.guessed_usd) == (
        2,
        None,
        Decimal("0.02"),
    )
    assert (
        "would cost more"
        in failure(settings=replace(SETTINGS, budget_usd=Decimal("0.001"))).message
    )


@pytest.mark.parametrize("streams", [True, False])
def test_an_answer_that_does_not_tell_what_it_took_counts_for_the_budget(monkeypatch, streams):
    """The function models count tokens, so the price is what is missing here."""
    monkeypatch.setattr(
        "artifacts.runners.llm.request_budget.estimate_usd", lambda name, **tokens: Decimal("0.01")
    )
    bad = text_of(ArtifactType.BRIEF, key_constraint="[[F-987]]")
    script = Script(*[bad] * 3, streams=streams)
    use(monkeypatch, script)
    usage = write(settings=replace(SETTINGS, budget_usd=Decimal("0.015"))).usage
    assert (usage.requests, usage.cost_usd, usage.guessed_usd) == (1, None, Decimal("0.01"))


@pytest.mark.parametrize("tokens", [-1, 10**12])
def test_what_cannot_be_is_not_taken_for_what_it_took(monkeypatch, one_cent_an_answer, tokens):
    use(monkeypatch, Script(answer(text_of(ArtifactType.BRIEF), tokens=tokens), streams=False))
    usage = write().usage
    assert (usage.tokens_in, usage.tokens_out, usage.cost_usd) == (None, None, None)


def test_what_came_of_an_answer_that_broke_off_counts_once(monkeypatch, one_cent_an_answer):
    """What is known of it is within the guess for all of it."""
    monkeypatch.setattr(
        "artifacts.runners.llm.request_budget.estimate_usd", lambda name, **tokens: Decimal("0.02")
    )
    script = Script(text_of(ArtifactType.BRIEF), "x" * 50_000)
    use(monkeypatch, script)
    error = failure(settings=replace(SETTINGS, max_output_tokens=10, retries=0))
    assert error.usage.tokens_out
    assert (error.usage.cost_usd, error.usage.guessed_usd) == (None, Decimal("0.02"))


def test_the_whole_is_bounded_in_time_and_says_what_it_took(monkeypatch):
    script = Script(text_of(ArtifactType.BRIEF), hangs=True)
    use(monkeypatch, script)
    error = failure(settings=replace(SETTINGS, total_seconds=0.05))
    assert isinstance(error, RetryableRunnerError)
    assert "took too long" in error.message
    assert (error.usage.requests, error.usage.cost_usd) == (1, None)


@pytest.mark.parametrize(
    "error",
    [
        UnexpectedModelBehavior("no stream"),
        http_error(400, ModelRequestRejectedError, "Streams: not supported"),
    ],
)
def test_a_server_that_does_not_stream_is_asked_without(monkeypatch, error):
    script = Script(error, answer(text_of(ArtifactType.BRIEF)))
    use(monkeypatch, script)
    assert write().usage.requests == 2
    assert not script.model.streams


def test_what_is_written_is_shown_while_it_is_written(monkeypatch):
    monkeypatch.setattr("artifacts.runners.llm.loop.LOOK_SECONDS", 0.0)
    script = Script(text_of(ArtifactType.BRIEF))
    shown = threading.Event()
    script.on_piece = lambda: shown.wait(5)
    use(monkeypatch, script)
    partials: list[dict[str, Any]] = []

    def tell(partial: Any) -> None:
        partials.append(partial)
        shown.set()
        raise ValueError("a listener that breaks")

    assert write(order=WriteRequest(on_partial=tell)).content
    assert len(partials) == 1
    name, text = next(item for item in partials[0].items() if isinstance(item[1], str))
    assert str(DOCUMENTS["brief"][name]).startswith(text)


def test_what_nobody_wants_any_more_is_stopped_and_counted(monkeypatch):
    monkeypatch.setattr("artifacts.runners.llm.loop.LOOK_SECONDS", 0.0)
    script = Script(text_of(ArtifactType.BRIEF), hangs=True)
    use(monkeypatch, script)
    error = failure(order=WriteRequest(is_wanted=lambda: not script.asked))
    assert "nobody could keep it" in str(error)
    assert (error.usage.requests, error.usage.cost_usd) == (1, None)


def test_many_threads_write_at_once_on_one_loop(monkeypatch):
    script = Script(*[text_of(ArtifactType.BRIEF)] * 40)
    use(monkeypatch, script)
    with ThreadPoolExecutor(20) as pool:
        results = [future.result() for future in [pool.submit(write) for _ in range(40)]]
    assert all(result.usage.requests == 1 for result in results)
    assert sum(thread.name == "language-models" for thread in threading.enumerate()) == 1


def test_a_forked_child_makes_a_loop_of_its_own():
    loop.run(asyncio.sleep(0))
    parent = loop._loop
    loop._forget()
    try:
        loop.run(asyncio.sleep(0))
        assert loop._loop is not parent
    finally:
        loop._loop = parent


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


def test_json_can_be_asked_for_by_others(monkeypatch, settings):
    settings.LLM = {**settings.LLM, "model": "openai:one"}
    monkeypatch.setitem(os.environ, "OPENAI_API_KEY", "x")
    script = Script("Sure!", '["a", "b"]')
    use(monkeypatch, script)
    found, usage = ask_json("Be brief.", "Two letters?", seconds=5, max_tokens=100)
    assert (found, usage.requests, usage.model) == (["a", "b"], 2, "openai:one")


def test_json_that_does_not_come_is_an_error(monkeypatch, settings):
    settings.LLM = {**settings.LLM, "model": "openai:one"}
    monkeypatch.setitem(os.environ, "OPENAI_API_KEY", "x")
    use(monkeypatch, Script("Sure!", "Well"))
    with pytest.raises(RetryableRunnerError) as raised:
        ask_json("Be brief.", "Two letters?", seconds=5, max_tokens=100)
    assert raised.value.usage.requests == 2
