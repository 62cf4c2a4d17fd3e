"""What a run has consumed so far, over all its requests and all its models."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pydantic_ai.messages import ModelResponse
from pydantic_ai.usage import RequestUsage

from artifacts.runners.base import Usage
from artifacts.runners.llm.models import price

TOKENS_MAX = 10_000_000
"""No request takes more; a server that says so, or less than nothing, does not count."""

TYPICAL_CHARACTERS = 4
"""Characters of a token, for guessing."""
CHARACTERS_PER_TOKEN_MOST = 8
"""No text has so many characters for every token."""
SENT_LEAST = 4_000


@dataclass
class Meter:
    """Sums.

    A request whose price nobody tells makes the whole cost unknown; for limits it counts with a
    guess.
    """

    model: str = ""
    requests: int = 0
    spent_usd: Decimal = Decimal(0)
    dearest_usd: Decimal = Decimal(0)
    """What the dearest request has cost, or was guessed to: the best guess for the next one."""
    warning: str = ""
    _tokens_in: int = 0
    _tokens_out: int = 0
    _tokens_cached: int = 0
    _answered: bool = False
    _all_is_known: bool = True

    def add(self, response: ModelResponse, *, guess_usd: Decimal) -> None:
        """Count an answer; the guess is for where nobody tells what it took."""
        self._count_tokens(response)
        cost = price(response) if _is_told(response.usage) else None
        if cost is None:
            self._all_is_known = False
        self._spend(guess_usd if cost is None else cost)

    def compare(self, response: ModelResponse, sent: int) -> None:
        """Warn where a server says that it read far less than the `sent` characters: it cut the
        prompt in silence.
        """
        read = response.usage.input_tokens
        if (
            _is_told(response.usage)
            and sent >= SENT_LEAST
            and 0 < read * CHARACTERS_PER_TOKEN_MOST < sent
        ):
            self.warning = (
                f"{self.model} read {read} tokens of about {sent // TYPICAL_CHARACTERS} that were"
                " sent: its context is too small, and it wrote without the rest. See"
                " docs/language-model.md."
            )

    def miss(self, guess_usd: Decimal, *, came: ModelResponse | None = None) -> None:
        """Count a request that broke off, with as much as `came` of its answer; the guess is for
        all of it.
        """
        if came is not None:
            self._count_tokens(came)
        self._all_is_known = False
        self._spend(guess_usd)

    def _count_tokens(self, response: ModelResponse) -> None:
        usage = response.usage
        if _is_told(usage):
            self._answered = True
            self._tokens_in += usage.input_tokens
            self._tokens_out += usage.output_tokens
            self._tokens_cached += usage.cache_read_tokens

    def _spend(self, usd: Decimal) -> None:
        self.spent_usd += usd
        self.dearest_usd = max(self.dearest_usd, usd)

    def usage(self, prompt_version: str = "") -> Usage:
        """Return the sums.

        Where every request was turned away they are zero, for that costs nothing.
        """
        measured = self._answered or self._all_is_known
        return Usage(
            model=self.model,
            prompt_version=prompt_version,
            tokens_in=self._tokens_in if measured else None,
            tokens_out=self._tokens_out if measured else None,
            tokens_cached=self._tokens_cached if measured else None,
            requests=self.requests,
            cost_usd=self.spent_usd if self._all_is_known else None,
            guessed_usd=None if self._all_is_known else self.spent_usd,
            warning=self.warning,
        )


def _is_told(usage: RequestUsage) -> bool:
    """Return whether a server told what a request took, in numbers that can be."""
    counts = (usage.input_tokens, usage.output_tokens, usage.cache_read_tokens)
    return usage.has_values() and all(0 <= count <= TOKENS_MAX for count in counts)
