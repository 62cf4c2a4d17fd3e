"""What models cost. Apart from the models, so that a check need not load their libraries."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

GUESSED_IN = Decimal(5)
GUESSED_OUT = Decimal(25)
"""USD for a million tokens read, and written."""


def models_without_price(names: Iterable[str]) -> list[str]:
    """Return those of `names`, such as "anthropic:<model>", whose price is not known."""
    return [name for name in names if estimate_usd(name, tokens_in=1, tokens_out=1) is None]


def estimate_usd(name: str, *, tokens_in: int, tokens_out: int) -> Decimal | None:
    """Return what so many tokens cost, none of them kept by the provider; None if the price is
    not known.
    """
    from genai_prices import Usage, calc_price

    provider, _, model = name.partition(":")
    usage = Usage(input_tokens=tokens_in, output_tokens=tokens_out)
    try:
        return calc_price(usage, model, provider_id=provider.removesuffix("-chat")).total_price
    except LookupError:
        return None


def guess_usd(*, tokens_in: int, tokens_out: int) -> Decimal:
    """Return what so many tokens may cost with a dear model, for one whose price is not known."""
    return (tokens_in * GUESSED_IN + tokens_out * GUESSED_OUT) / 1_000_000
