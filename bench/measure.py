"""How long something takes, and how that grows with what it is given."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable

ROUNDS = 60
PARTS = 8


def milliseconds(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median time of `act` in milliseconds, once it is warm."""
    spent = []
    act()
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        spent.append(time.perf_counter() - began)
    return statistics.median(spent) * 1000


def print_worst_growth(
    texts: Iterable[str], prepare: Callable[[str, int], Callable[[], object]], longest: int
) -> None:
    """Print which of `texts`, over and over, takes the most time beside an eighth of it.

    A pattern that takes the square of its length would take 64 times as long.
    """
    grown = {
        text: (
            milliseconds(prepare(text, longest), 3)
            / milliseconds(prepare(text, longest // PARTS), 3)
        )
        for text in texts
    }
    worst = max(grown, key=lambda text: grown[text])
    print(
        f"one thing over and over: {grown[worst]:.0f} times the time for {PARTS} times the text, at"
        f" worst ({worst!r})"
    )
