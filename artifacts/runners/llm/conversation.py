"""Ask models: one request after the other, with what to do when one is slow, broken, busy or cut
off.
"""

from __future__ import annotations

import asyncio
import logging
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from http import HTTPStatus

from pydantic_ai.direct import model_request, model_request_stream
from pydantic_ai.exceptions import (
    ModelConnectionError,
    ModelHTTPError,
    ModelRequestRejectedError,
    ModelTimeoutError,
    UnexpectedModelBehavior,
)
from pydantic_ai.messages import ModelMessage, ModelResponse, TextPart

from artifacts.runners.base import (
    BUSY,
    RetryableRunnerError,
    RunnerError,
)
from artifacts.runners.llm import errors
from artifacts.runners.llm.answers import answer_in, stop_reading, text_of
from artifacts.runners.llm.meter import Meter
from artifacts.runners.llm.models import NamedModel
from artifacts.runners.llm.parsing import is_cut_off, join
from artifacts.runners.llm.refusals import fitting_limit, is_about_streaming, is_too_long
from artifacts.runners.llm.request_budget import OverBudget, RequestBudget
from artifacts.runners.llm.requests import (
    Exchange,
    JsonSchema,
    Opening,
    Parameters,
    build_messages,
    parameters_of,
    texts_of,
)
from artifacts.runners.llm.settings import LLMSettings
from artifacts.runners.llm.streaming import Live
from artifacts.runners.prompts import continue_prompt

logger = logging.getLogger(__name__)

CONTINUATIONS = 3
ADAPTATIONS = 3
"""How often one request is changed to what its server takes: its limit and the name of that."""
CHARACTERS_PER_TOKEN = 8
"""More text than this for every token allowed is not read: no model writes so much, a broken server
may.
"""
BACKOFF_SECONDS = 1.0
_FORM_REFUSED = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY})
COME_BACK_SECONDS = 60.0
"""When to try again where a provider that is too busy does not say."""


@dataclass
class Conversation:
    """Asks the first of `models` that answers, and stays with it. Each request counts on `meter`.

    `budget_usd` is what all of it may cost, `left_today_usd` what may be spent today at all; None
    is no limit.
    """

    models: Sequence[NamedModel]
    settings: LLMSettings
    opening: Opening
    meter: Meter = field(default_factory=Meter)
    live: Live = field(default_factory=lambda: Live(None))
    budget_usd: Decimal | None = None
    left_today_usd: Decimal | None = None

    def __post_init__(self) -> None:
        self._left = list(self.models)
        self._ends_at = math.inf
        self._budget = RequestBudget(
            self.meter, self.settings, self.budget_usd, self.left_today_usd
        )
        self._asked_plainly = False
        self._room: dict[str, int] = {}
        self._schema: JsonSchema | None = None

    def time_limit(self) -> asyncio.Timeout:
        """Return what raises TimeoutError in the block when `total_seconds` are over, counted from
        now.
        """
        self._ends_at = asyncio.get_running_loop().time() + self.settings.total_seconds
        return asyncio.timeout_at(self._ends_at)

    async def ask(self, *exchanges: Exchange, schema: JsonSchema | None = None) -> str:
        """Return the whole answer to the opening and `exchanges`; one that was cut off is gone on
        with.

        A model that is known to write by a schema is held to `schema`; the answer of any other is
        plain text. Raises RunnerError.
        """
        self._schema = schema
        text, is_whole = await self._answer(exchanges, "")
        self._schema = None  # the rest of an answer fits no schema
        for _ in range(CONTINUATIONS):
            if is_whole:
                return text
            more, is_whole = await self._answer(
                (*exchanges, Exchange(text, continue_prompt())), text
            )
            text = join(text, more)
        if is_whole:
            return text
        raise RetryableRunnerError(
            f"{self._left[0].name}: cut off {CONTINUATIONS + 1} times", message=errors.ENDLESS
        )

    async def _answer(self, exchanges: Sequence[Exchange], before: str) -> tuple[str, bool]:
        """Return a text, and whether it is whole, from the first model that gives one."""
        failures: list[RunnerError] = []
        while True:
            try:
                return await self._retry_on_lost_connection(self._left[0], exchanges, before)
            except OverBudget as over:
                failures.append(over.failure)
            except RunnerError as error:
                failures.append(error)
            if len(self._left) == 1:
                # What may pass is worth more to the founder than what will not, and most where we
                # know when.
                raise max(
                    failures,
                    key=lambda failure: (
                        failure.retryable,
                        failure.retry_after_seconds is not None,
                    ),
                )
            failed = self._left.pop(0)
            logger.warning(
                "%s failed (%s); asking %s instead", failed.name, failures[-1], self._left[0].name
            )

    async def _retry_on_lost_connection(
        self, model: NamedModel, exchanges: Sequence[Exchange], before: str
    ) -> tuple[str, bool]:
        """Ask one model, again after a pause where that may help and there is money left for it."""
        failure: RunnerError | None = None
        for attempt in range(self.settings.retries + 1):
            try:
                return await self._once(model, exchanges, before)
            except OverBudget:
                if failure is None:
                    raise
                break
            except Exception as error:
                if _is_of_server(error):
                    self._schema = None  # some servers break over a schema that they cannot follow
                failure = errors.translate(
                    error, model=model.name, sent=texts_of(self.opening, exchanges)
                )
            pause = _pause_seconds(failure, attempt)
            is_last = attempt == self.settings.retries
            if is_last or not failure.retryable or pause > self._patience_seconds():
                break
            logger.info("%s; trying again in %.1f s", failure, pause)
            await asyncio.sleep(pause)
        assert failure is not None
        if failure.message == BUSY and failure.retry_after_seconds is None:
            failure.retry_after_seconds = COME_BACK_SECONDS
        raise failure

    def _patience_seconds(self) -> float:
        """Return how long may be waited for a provider: a pause that outlasts the document is of no
        use.
        """
        return min(
            self.settings.retry_after_seconds, self._ends_at - asyncio.get_running_loop().time()
        )

    async def _once(
        self, model: NamedModel, exchanges: Sequence[Exchange], before: str
    ) -> tuple[str, bool]:
        messages = build_messages(model, self.opening, exchanges)
        self._budget.sent = sum(map(len, texts_of(self.opening, exchanges)))
        self.live.begin(before)
        self.meter.model = model.name
        response = await self._respond(model, messages)
        text = answer_in(response)
        if response.finish_reason == "content_filter":
            raise errors.ModelRefusal("the provider's filter, or the model, refused")
        if not text.strip() and response.finish_reason == "length":
            limit = self._max_tokens(model)
            raise errors.OnlyThought(
                f"all {limit} tokens that an answer may have went into thinking"
            )
        if not text.strip():
            self._give_up_schema(model)
            raise errors.Unusable(f"an empty answer, finished with {response.finish_reason}")
        # Some gateways say "stop" of an answer that broke off behind them.
        return text, response.finish_reason != "length" and not is_cut_off(join(before, text))

    async def _respond(self, model: NamedModel, messages: list[ModelMessage]) -> ModelResponse:
        """Return the answer to a request, which is made again where its server says in which form
        it takes it.
        """
        for _ in range(ADAPTATIONS):
            try:
                return await self._request(model, messages)
            except ModelHTTPError as error:
                if not self._adapt(
                    model, errors.provider_message(error)
                ) and not self._is_about_schema(model, error):
                    raise
        return await self._request(model, messages)

    def _is_about_schema(self, model: NamedModel, error: ModelHTTPError) -> bool:
        """Return whether a request may have been refused for its schema alone; it is then made
        without.
        """
        message = errors.provider_message(error)
        is_other = is_too_long(message) or is_about_streaming(message)
        return error.status_code in _FORM_REFUSED and not is_other and self._give_up_schema(model)

    def _give_up_schema(self, model: NamedModel) -> bool:
        """Ask `model` without a schema from now on. Returns whether it was asked with one."""
        if self._schema_for(model) is None:
            return False
        model.takes_schema = False
        logger.warning(
            "%s does not write by a schema after all; it is asked for plain JSON", model.name
        )
        return True

    def _schema_for(self, model: NamedModel) -> JsonSchema | None:
        is_known = model.name in self.settings.schema_models
        return self._schema if is_known and model.takes_schema else None

    def _adapt(self, model: NamedModel, refusal: str) -> bool:
        """Change what further requests to `model` ask for so that it does not refuse them.

        Returns whether it did.
        """
        if model.rename_limit(refusal):
            return True
        limit = fitting_limit(refusal, self._max_tokens(model))
        if limit is None:
            return False
        logger.warning(
            "%s takes no more than LLM_MAX_OUTPUT_TOKENS=%s here", model.name, limit.tokens
        )
        if limit.is_of_model:
            model.output_limit = limit.tokens
        else:
            self._room[model.name] = limit.tokens
        return True

    def _max_tokens(self, model: NamedModel) -> int:
        """Return how many tokens an answer may have: what is set, or what the server has said to
        take.
        """
        asked = self.settings.max_output_tokens
        return min(asked, model.output_limit or asked, self._room.get(model.name, asked))

    async def _request(self, model: NamedModel, messages: list[ModelMessage]) -> ModelResponse:
        if not model.streams:
            return await self._plain(model, messages)
        try:
            return await self._streamed(model, messages)
        except _NoStream as found:
            try:
                response = await self._plain(model, messages)
            except ModelConnectionError as lost:
                # llama.cpp's server closes the connection of the stream late: this request may have
                # gone to it.
                try:
                    response = await self._plain(model, messages)
                except OverBudget:
                    raise lost from None
            if found.is_certain:
                model.streams = False
                logger.warning(
                    "%s does not stream; what it writes is not shown while it is written",
                    model.name,
                )
            return response

    async def _plain(self, model: NamedModel, messages: list[ModelMessage]) -> ModelResponse:
        self._budget.count_request(model)
        try:
            response = await model_request(model.model, messages, **self._parameters(model))
        except BaseException as error:
            self._budget.count_failure(model, error)
            raise
        length = sum(len(part.content) for part in response.parts if isinstance(part, TextPart))
        self._budget.count_answer(model, response, length)
        self._check_length(length)
        return response

    async def _streamed(self, model: NamedModel, messages: list[ModelMessage]) -> ModelResponse:
        self._budget.count_request(model)
        length = 0
        stream = None
        try:
            async with model_request_stream(
                model.model, messages, **self._parameters(model)
            ) as stream:
                async for event in stream:
                    if text := text_of(event):
                        length += len(text)
                        if self._is_endless(length):
                            await stop_reading(stream)
                        self._check_length(length)
                        self.live.add(text)
        except BaseException as error:
            self._budget.count_failure(model, error, stream=stream, received=length)
            if not length:
                self._ask_without_stream(error)
            raise
        response = stream.get()
        try:
            self._budget.count_answer(model, response, length)
        except errors.BrokeOff as error:
            if not response.parts:
                self._ask_without_stream(error)
            raise
        return response

    def _ask_without_stream(self, error: BaseException) -> None:
        """Raise _NoStream where `error`, before any text came, may have another reason than it
        seems, or a known one.

        Some servers break off, or send nothing, where a request without a stream is told what is
        wrong with it.
        """
        if _is_about_streaming(error):
            raise _NoStream(is_certain=True) from None
        if _is_silent(error) and not self._asked_plainly:
            self._asked_plainly = True
            raise _NoStream(is_certain=False) from None

    def _is_endless(self, length: int) -> bool:
        return length > self.settings.max_output_tokens * CHARACTERS_PER_TOKEN

    def _check_length(self, length: int) -> None:
        if self._is_endless(length):
            raise errors.Endless(f"more than {length - 1} characters")

    def _parameters(self, model: NamedModel) -> Parameters:
        return parameters_of(model, self.settings, self._max_tokens(model), self._schema_for(model))


def _is_of_server(error: Exception) -> bool:
    if not isinstance(error, ModelHTTPError):
        return False
    return error.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR


def _pause_seconds(failure: RunnerError, attempt: int) -> float:
    """Return how long to wait before the next attempt: as the provider says, else ever longer."""
    if failure.retry_after_seconds is not None:
        return failure.retry_after_seconds
    return BACKOFF_SECONDS * 2.0**attempt * random.uniform(0.75, 1.25)  # noqa: S311


class _NoStream(Exception):
    """Raised when a request for a stream was answered by something else; it may be that the server
    cannot stream.
    """

    def __init__(self, *, is_certain: bool) -> None:
        super().__init__()
        self.is_certain = is_certain


def _is_silent(error: BaseException) -> bool:
    """Return whether a server took a request and then let the connection go without a word."""
    if isinstance(error, ModelConnectionError):
        return not isinstance(error, ModelTimeoutError) and error.phase not in {"pool", "connect"}
    return isinstance(error, errors.BrokeOff)


def _is_about_streaming(error: BaseException) -> bool:
    """Return whether a server that cannot stream may answer so: it says it, or sends something that
    is no stream.
    """
    if isinstance(error, ModelRequestRejectedError):
        return is_about_streaming(errors.provider_message(error))
    if isinstance(error, ModelHTTPError):
        is_declined = error.status_code == HTTPStatus.NOT_IMPLEMENTED
        return is_declined and is_about_streaming(errors.provider_message(error))
    return isinstance(error, UnexpectedModelBehavior)
