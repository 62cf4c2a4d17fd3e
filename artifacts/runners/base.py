"""What the generation service asks of a runner. Runners know schemas, never the database."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Protocol

from artifacts.interview.questions import ProjectInput
from artifacts.runners.prompts import Rewriting
from artifacts.schemas import ArtifactType, Contents
from artifacts.text import gettext_noop
from artifacts.tiers import Tier

__all__ = [
    "BUDGET_SPENT",
    "BUSY",
    "NOT_AVAILABLE",
    "Contents",
    "PermanentRunnerError",
    "ProjectInput",
    "RetryableRunnerError",
    "Runner",
    "RunnerError",
    "Usage",
    "WriteRequest",
    "WriteResult",
]

NOT_AVAILABLE = gettext_noop(
    "The writing service is not available. We have to fix this; please try again later."
)
"""What a founder reads where only an operator can help."""

BUSY = gettext_noop(
    "The writing service has too much to do at the moment. Nothing was lost; please try again"
    " shortly."
)
"""What a founder reads where a limit of the writing service is reached."""

BUDGET_SPENT = gettext_noop(
    "Today’s budget for writing is used up. What is written is kept; try again after midnight UTC."
)
"""What a founder reads where there is not enough left of the day's budget."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What writing consumed, over all requests.

    Tokens are counts; cost is in USD; None means unknown, never zero.

    Where the cost is unknown, `guessed_usd` is about what it was: what is known of it, and a guess
    for the rest. `tokens_cached` are those of `tokens_in` that the provider had read before, and
    charges less for.
    """

    model: str = ""
    prompt_version: str = ""
    tokens_in: int | None = None
    tokens_out: int | None = None
    tokens_cached: int | None = None
    requests: int | None = None
    cost_usd: Decimal | None = None
    guessed_usd: Decimal | None = None
    warning: str = ""
    """What staff should know of a document that was written all the same."""

    def plus(self, other: Usage) -> Usage:
        """Return what both took together. What is unknown of one of them is unknown of both."""
        both = (self, other)
        costs = [usage.cost_usd for usage in both]
        is_known = None not in costs
        spent = sum(
            (usage.cost_usd or usage.guessed_usd or Decimal(0) for usage in both), Decimal(0)
        )
        return replace(
            self,
            tokens_in=_sum(self.tokens_in, other.tokens_in),
            tokens_out=_sum(self.tokens_out, other.tokens_out),
            tokens_cached=_sum(self.tokens_cached, other.tokens_cached),
            requests=_sum(self.requests, other.requests),
            cost_usd=spent if is_known else None,
            guessed_usd=None if is_known else spent,
            warning=self.warning or other.warning,
        )


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


@dataclass(frozen=True, slots=True)
class WriteRequest:
    """How a document is to be written, beside what it is written from.

    `rewriting` has the current version, and what is wanted of the next one. `on_partial` takes what
    is written so far, as a plain dict that need not be valid; it is called from any thread and must
    be quick. `budget_usd` is what may be spent today; None is no limit. `is_wanted` says whether
    what is written can still be kept. A runner whose work takes long asks it now and then, in the
    thread that called `write`, and raises RunnerError when it is not; it must be quick.
    `schema_models` are the language models that a trial has shown to write by a JSON schema.
    """

    tier: Tier = Tier.BOOTSTRAPPER
    rewriting: Rewriting = field(default_factory=Rewriting)
    on_partial: Callable[[Mapping[str, Any]], None] | None = None
    budget_usd: Decimal | None = None
    is_wanted: Callable[[], bool] | None = None
    schema_models: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class WriteResult:
    """A runner's result: content as a plain dict, not yet validated, and what it took.

    `uses` names the inputs it was written from, as staleness knows them: "facts.prices",
    "answers.problem", "brief.key_constraint", or a whole group, "facts.traits". None means all that
    there was.
    """

    content: Mapping[str, Any]
    usage: Usage = field(default_factory=Usage)
    uses: frozenset[str] | None = None


class RunnerError(Exception):
    """Raised when a runner cannot write a document.

    The text is for the log; `message` is for the founder.

    `usage` is what was consumed all the same. `advice` is what an operator can do, in a sentence;
    it ends the text.
    """

    message = gettext_noop("We could not write this document.")
    retryable = True

    def __init__(
        self,
        detail: str = "",
        *,
        message: str = "",
        retry_after_seconds: float | None = None,
        usage: Usage | None = None,
        advice: str = "",
    ) -> None:
        text = detail or message or self.message
        super().__init__(f"{text.removesuffix('.')}. {advice}" if advice else text)
        self.advice = advice
        self.message = message or self.message
        self.retry_after_seconds = retry_after_seconds
        self.usage = usage or Usage()


class RetryableRunnerError(RunnerError):
    """Raised when the same call may succeed later: an outage, a limit, a timeout."""

    message = gettext_noop(
        "The writing service did not answer. Nothing was lost; please try again in a minute."
    )


class PermanentRunnerError(RunnerError):
    """Raised when the same call would fail again: a refusal, a missing key, an input it cannot
    take.
    """

    message = gettext_noop("The writing service cannot write this document as things stand.")
    retryable = False


class Runner(Protocol):
    """Writes one document at a time. One instance serves one cascade, in one thread."""

    name: str

    def write(
        self,
        project: ProjectInput,
        artifact_type: ArtifactType,
        earlier: Contents,
        order: WriteRequest,
    ) -> WriteResult:
        """Return the content of `artifact_type`, written from `project` and all `earlier`
        documents.

        `earlier` holds the types before this one in GENERATION_ORDER. Those that others cannot do
        without (`needed_by_later`) are always among them; any other is missing where its own
        writing failed. Raises RunnerError.
        """
        ...
