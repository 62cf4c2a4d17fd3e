"""Whether a model has a price. Apart from the models, so that a check need not load their libraries."""

from __future__ import annotations

from collections.abc import Iterable


def models_without_price(names: Iterable[str]) -> list[str]:
    """Return those of `names`, such as "anthropic:<model>", whose price is not known."""
    return [name for name in names if not _has_price(name)]


def _has_price(name: str) -> bool:
    from genai_prices import Usage, calc_price

    provider, _, model = name.partition(":")
    try:
        calc_price(Usage(input_tokens=1, output_tokens=1), model, provider_id=provider.removesuffix("-chat"))
    except LookupError:
        return False
    return True
