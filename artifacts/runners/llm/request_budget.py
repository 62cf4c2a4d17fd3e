"""What the requests for one document cost, and whether there is money left for another one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pydantic_ai.exceptions import ModelConnectionError, ModelHTTPError
from pydantic_ai.messages import ModelResponse
from pydantic_ai.models import StreamedResponse

from artifacts.runners.base import (
    BUDGET_SPENT,
    NOT_AVAILABLE,
    PermanentRunnerError,
    RetryableRunnerError,
    RunnerError,
)
from artifacts.runners.llm import errors
from artifacts.runners.llm.answers import is_unfinished, what_came
from artifacts.runners.llm.meter import TYPICAL_CHARACTERS, Meter
from artifacts.runners.llm.models import NamedModel
from artifacts.runners.llm.prices import estimate_usd, guess_usd, models_without_price
from artifacts.runners.llm.settings import LLMSettings


class OverBudget(Exception):
    """Raised instead of making a request that would cost too much; `failure` says what becomes of
    it.
    """

    def __init__(self, failure: RunnerError) -> None:
        super().__init__(str(failure))
        self.failure = failure


@dataclass
class RequestBudget:
    """Counts requests and their answers on `meter`, and stops those that would cost too much.

    `budget_usd` is what all of them may cost, `left_today_usd` what may be spent today at all; None
    is no limit. `sent` are the characters of the request that is being made.
    """

    meter: Meter
    settings: LLMSettings
    budget_usd: Decimal | None = None
    left_today_usd: Decimal | None = None
    sent: int = 0

    def count_request(self, model: NamedModel) -> None:
        """Count a request that is about to be made. Raises where it would go over a budget."""
        said = f"{self.meter.spent_usd:.4f} USD are spent; another request would go over the"
        if self._is_too_dear(model, self.budget_usd):
            detail = f"{said} {self.budget_usd} USD of a document"
            raise OverBudget(PermanentRunnerError(detail, message=errors.TOO_DEAR))
        if self._is_too_dear(model, self.left_today_usd):
            detail = f"{said} {self.left_today_usd} USD that are left of the day's budget"
            raise OverBudget(RetryableRunnerError(detail, message=BUDGET_SPENT))
        has_budget = self.budget_usd is not None or self.left_today_usd is not None
        if has_budget and self.settings.unpriced == "refuse" and models_without_price([model.name]):
            detail = (
                f"{model.name}: nobody knows its price, and LLM_UNPRICED=refuse keeps it from a"
                " budget"
            )
            raise OverBudget(PermanentRunnerError(detail, message=NOT_AVAILABLE))
        self.meter.requests += 1

    def count_answer(self, model: NamedModel, response: ModelResponse, length: int) -> None:
        """Count an answer of so many characters.

        Raises BrokeOff where it is not whole; its cost is then unknown.
        """
        guess = self._guess_usd(model, length)
        if model.tells_end and is_unfinished(response):
            self.meter.miss(guess, came=response)
            raise errors.BrokeOff(
                f"the answer ended after {length} characters, and nothing said that it was done"
            )
        self.meter.add(response, guess_usd=guess)
        self.meter.compare(response, self.sent)

    def count_failure(
        self,
        model: NamedModel,
        error: BaseException,
        *,
        stream: StreamedResponse | None = None,
        received: int = 0,
    ) -> None:
        """Count a request that failed.

        What was refused, or never reached the provider, costs nothing.
        """
        unsent = isinstance(error, ModelConnectionError) and error.phase in {"pool", "connect"}
        refused = isinstance(error, ModelHTTPError) and not error.in_stream
        if not unsent and not refused:
            self.meter.miss(self._guess_usd(model, received), came=what_came(stream))

    def _is_too_dear(self, model: NamedModel, budget_usd: Decimal | None) -> bool:
        """Return whether another request would go over `budget_usd`, taken that it costs as much as
        the dearest one.
        """
        if budget_usd is None:
            return False
        expected = self.meter.dearest_usd or self._guess_usd(model)
        return budget_usd <= 0 or self.meter.spent_usd + expected > budget_usd

    def _guess_usd(self, model: NamedModel, received: int = 0) -> Decimal:
        """Return about what the request costs: all that was sent, at the full price, and as many
        characters as came.
        """
        tokens_in, tokens_out = self.sent // TYPICAL_CHARACTERS, received // TYPICAL_CHARACTERS
        known = estimate_usd(model.name, tokens_in=tokens_in, tokens_out=tokens_out)
        if known is None and self.settings.unpriced != "free":
            return guess_usd(tokens_in=tokens_in, tokens_out=tokens_out)
        return known or Decimal(0)
