"""What a run has consumed so far, over all its requests and all its models."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pydantic_ai.messages import ModelResponse

from artifacts.runners.base import Usage
from artifacts.runners.llm.models import price


@dataclass
class Meter:
    """Sums. An answer whose price nobody knows makes the whole cost unknown; what is known still counts for limits."""

    model: str = ""
    requests: int = 0
    spent_usd: Decimal = Decimal(0)
    dearest_usd: Decimal = Decimal(0)
    """What the dearest request has cost: the best guess for the next one."""
    _tokens_in: int = 0
    _tokens_out: int = 0
    _tokens_cached: int = 0
    _answered: bool = False
    _all_is_known: bool = True

    def add(self, response: ModelResponse) -> None:
        """Count an answer, or as much as came of one that broke off."""
        usage = response.usage
        if not usage.has_values():
            self.miss()
            return
        self._answered = True
        self._tokens_in += usage.input_tokens
        self._tokens_out += usage.output_tokens
        self._tokens_cached += usage.cache_read_tokens
        cost = price(response)
        if cost is None:
            self.miss()
        else:
            self.spent_usd += cost
            self.dearest_usd = max(self.dearest_usd, cost)

    def miss(self, guess_usd: Decimal = Decimal(0)) -> None:
        """Note that nobody told us what a request cost. The guess counts for limits, and is never told as a cost."""
        self._all_is_known = False
        self.spent_usd += guess_usd

    def usage(self, prompt_version: str = "") -> Usage:
        """Return the sums. Where every request was turned away they are zero, for that costs nothing."""
        measured = self._answered or self._all_is_known
        return Usage(
            model=self.model,
            prompt_version=prompt_version,
            tokens_in=self._tokens_in if measured else None,
            tokens_out=self._tokens_out if measured else None,
            tokens_cached=self._tokens_cached if measured else None,
            requests=self.requests,
            cost_usd=self.spent_usd if self._all_is_known else None,
        )
