"""What can go wrong with a provider, in a sentence for the founder and a line for the log.

The line quotes only what is on a list: the kind of error, its status, and what the provider says,
cut short and without keys or anything of what we sent.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from pydantic_ai.exceptions import (
    ModelAPIError,
    ModelConnectionError,
    ModelContextWindowExceededError,
    ModelHTTPError,
    ModelQuotaExceededError,
    ModelRateLimitError,
    ModelRequestRejectedError,
    ModelRequestTimeout,
    ModelTimeoutError,
    UserError,
)

from artifacts.runners.base import (
    BUSY,
    NOT_AVAILABLE,
    PermanentRunnerError,
    RetryableRunnerError,
    RunnerError,
)
from artifacts.runners.llm.connections import why_unreachable
from artifacts.runners.llm.refusals import is_too_long
from artifacts.runners.llm.settings import PROVIDERS
from artifacts.text import gettext_noop

QUOTED_MAX = 200
_KEY_LEAST = 8
_SHARED_MAX = 24
"""So many characters in a row of what we sent make a provider's words unfit for the log."""

_KEY = re.compile(r"(?i)\b(?:sk|pk)[-_]\S+|\bbearer\s+\S+|[\w+/\-]{32,}")

DOWN = gettext_noop(
    "The writing service is not working at the moment. Nothing was lost; please try again later."
)
TOO_SLOW = gettext_noop("The writing service took too long. Nothing was lost; please try again.")
CUT_OFF = gettext_noop(
    "The connection to the writing service broke off. Nothing was lost; please try again."
)
REFUSED = gettext_noop(
    "The writing service does not want to write about this. Please say it in other words in your"
    " idea or your answers."
)
TOO_LONG = gettext_noop(
    "Your idea, your answers and the documents before this one are too long for the writing"
    " service. Please shorten them."
)
NO_FORM = gettext_noop(
    "What was written did not have the form of this document, so we did not keep it. Please try"
    " again."
)
ENDLESS = gettext_noop(
    "What was written became far too long, so we did not keep it. Please try again."
)
TOO_DEAR = gettext_noop(
    "Writing this document would cost more than is set aside for it. Shorter answers make it"
    " cheaper."
)


class ModelRefusal(Exception):
    """Raised when a model answers that it will not write this."""


class Unusable(Exception):
    """Raised when an answer is empty, or is none that we can read.

    The text may stand in the log.
    """


class BrokeOff(Unusable):
    """Raised when an answer ended, though neither its server nor its form says that it was done."""


class OnlyThought(Unusable):
    """Raised when a model used up the limit of an answer before it began to answer."""


class Endless(Unusable):
    """Raised when an answer goes on far beyond what was asked for."""


_PASSING = {
    HTTPStatus.REQUEST_TIMEOUT,
    HTTPStatus.CONFLICT,
    HTTPStatus.TOO_EARLY,
    HTTPStatus.TOO_MANY_REQUESTS,
}

_VERDICTS: tuple[
    tuple[type[Exception] | tuple[type[Exception], ...], type[RunnerError], str], ...
] = (
    (ModelRefusal, PermanentRunnerError, REFUSED),
    (BrokeOff, RetryableRunnerError, CUT_OFF),
    # Asked again it would think as long, at the full price.
    (OnlyThought, PermanentRunnerError, NOT_AVAILABLE),
    (Endless, RetryableRunnerError, ENDLESS),
    (Unusable, RetryableRunnerError, NO_FORM),
    (ModelContextWindowExceededError, PermanentRunnerError, TOO_LONG),
    # A wrong key, no credit, no such model, or a request that this model does not take.
    (
        (ModelRequestRejectedError, ModelQuotaExceededError, UserError),
        PermanentRunnerError,
        NOT_AVAILABLE,
    ),
    (ModelRateLimitError, RetryableRunnerError, BUSY),
    ((ModelRequestTimeout, ModelTimeoutError), RetryableRunnerError, TOO_SLOW),
    (ModelConnectionError, RetryableRunnerError, CUT_OFF),
)
"""What becomes of an error: the first line that it fits.

More special kinds stand before those they belong to.
"""


def translate(error: Exception, *, model: str, sent: Sequence[str] = ()) -> RunnerError:
    """Return the runner's error for what `model` raised when it was sent the texts `sent`."""
    kind, message = _verdict(error)
    return kind(
        f"{model}: {describe(error, sent)}",
        message=message,
        advice=advice(error, model),
        retry_after_seconds=error.retry_after if isinstance(error, ModelAPIError) else None,
    )


def _verdict(error: Exception) -> tuple[type[RunnerError], str]:
    status = error.status_code if isinstance(error, ModelHTTPError) else 0
    rejected = isinstance(error, ModelRequestRejectedError)
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE or (
        rejected and is_too_long(provider_message(error))
    ):
        return PermanentRunnerError, TOO_LONG
    for classes, kind, message in _VERDICTS:
        if isinstance(error, classes):
            return kind, message
    if 400 <= status < 500 and status not in _PASSING:
        return PermanentRunnerError, NOT_AVAILABLE
    return RetryableRunnerError, DOWN


def advice(error: Exception, model: str) -> str:
    """Return what an operator can do about an error of `model`, in a sentence; "" where its kind is
    all that tells.
    """
    if isinstance(error, ModelHTTPError) and error.status_code in {
        HTTPStatus.NOT_FOUND,
        HTTPStatus.METHOD_NOT_ALLOWED,
    }:
        return _advice_on_address(model)
    if isinstance(error, OnlyThought):
        return "Raise LLM_MAX_OUTPUT_TOKENS, or choose a model that thinks less."
    return ""


def _advice_on_address(model: str) -> str:
    """Return what may be wrong where a server of one's own does not know what it is asked for."""
    provider, _, name = model.partition(":")
    variable = PROVIDERS[provider].address if provider in PROVIDERS else ""
    address = os.environ.get(variable, "") if variable else ""
    if provider == "anthropic" or not address:
        return ""
    if not address.rstrip("/").endswith("/v1"):
        return f"{variable} does not end in /v1, as it does with most servers; look at that first."
    if provider == "openai":
        return f"Its server may know chat completions only: name it openai-chat:{name}."
    return ""


def describe(error: Exception, sent: Sequence[str] = ()) -> str:
    """Return what may stand in the log of an error."""
    words = [type(error).__name__]
    if isinstance(error, (ModelRefusal, Unusable)):
        return f"{words[0]}: {error}"
    if isinstance(error, ModelHTTPError):
        words.append(f"status {error.status_code}")
    if isinstance(error, ModelAPIError):
        words += [
            f"{code}" for code in (error.provider_error_type, error.provider_error_code) if code
        ]
        if message := provider_message(error):
            words.append(f"“{quotable(message, sent)}”")
    if isinstance(error, ModelConnectionError) and (why := why_unreachable(error)):
        words.append(why)
    return ", ".join(dict.fromkeys(words))


def quotable(text: str, sent: Sequence[str] = ()) -> str:
    """Return the beginning of a provider's words without keys, or a note where they repeat what we
    sent.
    """
    line = " ".join(text[: 4 * QUOTED_MAX].split())
    for key in filter(
        None, (os.environ.get(provider.key) for provider in PROVIDERS.values() if provider.key)
    ):
        # A server of one's own may be given "x" for a key, which is no secret, and is part of many
        # words.
        if len(key) >= _KEY_LEAST:
            line = re.sub(rf"(?<!\w){re.escape(key)}(?!\w)", "***", line)
    line = _KEY.sub("***", line)[:QUOTED_MAX]
    windows = (line[start : start + _SHARED_MAX] for start in range(len(line) - _SHARED_MAX + 1))
    whole = " ".join(" ".join(part.split()) for part in sent)
    if any(window in whole for window in windows):
        return "(repeats what was sent)"
    return line


def provider_message(error: Exception) -> str:
    """Return the provider's own sentence, in the shapes that providers use; "" where there is none.

    It may hold keys and whatever was sent: `quotable` makes it fit to be shown.
    """
    body: Any = error.body if isinstance(error, ModelAPIError) else None
    if isinstance(body, dict):
        inner = body.get("error", body)
        body = inner.get("message") if isinstance(inner, dict) else inner
    return body if isinstance(body, str) else ""
