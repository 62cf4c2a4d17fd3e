"""In which ways a figure follows from others, and in which it does not: what follows is not
questioned, and what does not is.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from artifacts.checker.comparisons.arithmetic import Operands, derive, derive_share

PARTS = {"sums": ((6000, 5000, 3000),)}
"""Parts of a budget."""
TWO = {"stated": (3,), "groups": ((8, 5),)}
"""Three of something in the sentence, and prices of 8 and 5."""
TIERS = {"stated": (7,), "prices": (8, 5), "tiers": (3,)}
"""Seven pieces, of which another price holds from or behind the third on."""
YEAR = {"prices": (8, 5), "periods": (12,)}
"""Twelve months, and prices of 8 and 5."""
CUT = {"shares": (25,), "groups": ((8,),)}
"""A quarter of a price of 8."""


def operands(given: dict[str, Any]) -> Operands:
    return Operands(**{name: _decimals(value) for name, value in given.items()})


def _decimals(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_decimals, value))
    return value if isinstance(value, bool) else Decimal(value)


@pytest.mark.parametrize(
    ("target", "given", "how"),
    [
        ("17", {"near": (9, 8)}, "9 + 8"),
        ("1", {"near": (8, 9)}, "9 - 8"),
        ("12", {"near": (3, 4, 5)}, "3 + 4 + 5"),
        ("2", {"near": (9, 4, 3)}, "9 - 4 - 3"),
        ("2", {"near": (3, 9, 4)}, "9 - 3 - 4"),
        ("2", {"near": (3, 4, 9)}, "9 - 3 - 4"),
        ("67", {"near": (7,), "groups": ((60,),)}, "7 + 60"),
        ("53", {"near": (7,), "groups": ((60,),)}, "60 - 7"),
        ("53", {"groups": ((60, 7),)}, None),
        ("9000", PARTS, "6,000 + 3,000"),
        ("1000", PARTS, "6,000 - 5,000"),
        ("14000", PARTS, "6,000 + 5,000 + 3,000"),
        ("15000", PARTS, None),
        ("3", {"groups": ((8, 5),), "compared": True}, "8 - 5"),
        ("3", {"groups": ((8, 5),)}, None),
    ],
)
def test_sums_and_differences(target: str, given: dict[str, Any], how: str | None) -> None:
    assert derive(Decimal(target), operands(given)) == how


@pytest.mark.parametrize(
    ("target", "given", "how"),
    [
        ("320", {"stated": (40,), "groups": ((8,),)}, "40 × 8"),
        ("320", {"named": (40,), "groups": ((8,),)}, "40 × 8"),
        ("96", {"periods": (12,), "groups": ((8,),)}, "12 × 8"),
        ("960", {"stated": (10, 12), "groups": ((8,),)}, "10 × 12 × 8"),
        ("480", {"stated": (10,), "periods": (6,), "groups": ((8,),)}, "10 × 6 × 8"),
        ("480", {"named": (10,), "periods": (6,), "groups": ((8,),)}, "10 × 6 × 8"),
        ("480", {"stated": (10,), "named": (6,), "groups": ((8,),)}, "10 × 6 × 8"),
        # Two counts that only the answers name make nothing of what the text says.
        ("480", {"named": (10, 6), "groups": ((8,),)}, None),
        ("2", {"stated": (4,), "near": (8,)}, "8 ÷ 4"),
        ("2", {"periods": (4,), "near": (8,)}, "8 ÷ 4"),
        ("2", {"stated": (4,), "groups": ((8,),), "shared": True}, "8 ÷ 4"),
        ("2", {"stated": (4,), "groups": ((8,),)}, None),
        ("6", {"stated": (3, 4), "groups": ((8,),), "shared": True}, "3 × 8 ÷ 4"),
        ("6", {"stated": (3, 4), "groups": ((8,),)}, None),
        ("0.5", {"groups": ((8,),), "conversions": (16,)}, "8 ÷ 16"),
        ("128", {"groups": ((8,),), "conversions": (16,)}, "8 × 16"),
    ],
)
def test_amounts_so_many_times(target: str, given: dict[str, Any], how: str | None) -> None:
    assert derive(Decimal(target), operands(given)) == how


@pytest.mark.parametrize(
    ("target", "given", "how"),
    [
        ("29", {**TWO, "joined": True}, "3 × 8 + 5"),
        ("29", {"stated": (3,), "groups": ((8,),), "near": (5,)}, "3 × 8 + 5"),
        ("29", TWO, None),
        ("39", {**TWO, "joined": True}, "3 × (8 + 5)"),
        ("39", TWO, None),
        ("19", TWO, "5 - 3 × 8"),
        ("9", TWO, "3 × (8 - 5)"),
        ("34", {**TWO, "stated": (3, 2)}, "3 × 8 + 2 × 5"),
        ("31", {**TWO, "stated": (3, 2)}, "2 × 8 + 3 × 5"),
        ("13", {"prices": (8, 5, 3), "joined": True}, "8 + 5"),
        ("16", {"prices": (8, 5, 3), "joined": True}, "8 + 5 + 3"),
        ("16", {"prices": (8, 5, 3)}, None),
        ("23", {"prices": (8, 5), "extras": True}, "8 + 3 × 5"),
        ("68", {"prices": (8, 5), "extras": True}, "8 + 12 × 5"),
        ("73", {"prices": (8, 5), "extras": True}, None),
        ("23", {"prices": (8, 5)}, None),
    ],
)
def test_bills_of_several_things(target: str, given: dict[str, Any], how: str | None) -> None:
    assert derive(Decimal(target), operands(given)) == how


@pytest.mark.parametrize(
    ("target", "given", "how"),
    [
        ("44", TIERS, "3 × 8 + 4 × 5"),
        ("41", TIERS, "2 × 8 + 5 × 5"),
        ("28", TIERS, "8 + 4 × 5"),
        ("33", TIERS, "8 + 5 × 5"),
        ("38", TIERS, None),
        ("44", {**TIERS, "stated": ("7.5",)}, None),
        ("44", {"stated": (7, 3), "prices": (8, 5)}, "3 × 8 + 4 × 5"),
        ("50", {"stated": (7,), "prices": (8, 5), "in_steps": True}, "5 × 8 + 2 × 5"),
        ("50", {"stated": (7,), "prices": (8, 5)}, None),
        ("91", YEAR, "12 × 8 - 5"),
        ("101", YEAR, "12 × 8 + 1 × 5"),
        ("106", {**YEAR, "stated": (2,)}, "12 × 8 + 2 × 5"),
        ("106", YEAR, None),
        ("69", {**YEAR, "tiers": (3,)}, "3 × 8 + 9 × 5"),
        ("69", YEAR, None),
    ],
)
def test_prices_that_change(target: str, given: dict[str, Any], how: str | None) -> None:
    assert derive(Decimal(target), operands(given)) == how


@pytest.mark.parametrize(
    ("target", "given", "how"),
    [
        ("2", CUT, "25 % × 8"),
        ("6", CUT, "8 - 25 % × 8"),
        ("10", CUT, "8 + 25 % × 8"),
        ("6", {**CUT, "stated": (3,)}, "8 - 25 % × 8"),
        ("18", {**CUT, "stated": (3,)}, "(8 - 25 % × 8) × 3"),
        ("30", {**CUT, "stated": (3,)}, "(8 + 25 % × 8) × 3"),
        ("7", {**CUT, "prices": (5,), "joined": True}, "25 % × 8 + 5"),
        ("7", {**CUT, "prices": (5,)}, None),
        ("2", {"near_shares": (25,), "groups": ((8,),)}, "25 % × 8"),
        ("7.2", {"shares": (60, 30), "groups": ((8,),)}, "90 % × 8"),
        ("9.68", {"shares": (60, 61), "groups": ((8,),)}, None),
        ("26", {"near": (300, 5), "near_shares": (7,)}, "7 % × 300 + 5"),
        ("52", {"near": (300, 5), "near_shares": (7,), "stated": (2,)}, "(7 % × 300 + 5) × 2"),
        ("2200", {"shares": (20,), "groups": ((6000,),), "sums": ((6000, 1000),)},
         "1,000 + 20 % × 6,000"),
        ("200", {"shares": (20,), "groups": ((6000,),), "sums": ((6000, 1000),)},
         "1,000 - 20 % × 6,000"),
        ("2200", {"shares": (20,), "groups": ((6000, 1000),)}, None),
    ],
)  # fmt: skip
def test_shares_of_amounts(target: str, given: dict[str, Any], how: str | None) -> None:
    assert derive(Decimal(target), operands(given)) == how


@pytest.mark.parametrize(
    ("target", "given", "how"),
    [
        ("3.17", {"near": ("9.50",), "stated": (3,)}, "9.50 ÷ 3"),
        ("3.16", {"near": ("9.50",), "stated": (3,)}, None),
        ("3", {"near": ("9.50",), "stated": (3,)}, None),
        ("103", {"near": (60, 40), "about": True}, "60 + 40"),
        ("104", {"near": (60, 40), "about": True}, None),
        ("103", {"near": (60, 40)}, None),
    ],
)
def test_what_is_rounded(target: str, given: dict[str, Any], how: str | None) -> None:
    assert derive(Decimal(target), operands(given)) == how


@pytest.mark.parametrize(
    ("target", "given", "parts", "how"),
    [
        ("70", {"near_shares": (30,)}, (), "100 - 30"),
        ("70", {"shares": (30,)}, (), "100 - 30"),
        ("55", {"near_shares": (30, 25)}, (), "30 + 25"),
        ("5", {"shares": (30, 25)}, (), "30 - 25"),
        # One of the text and one of the answers are of different wholes.
        ("55", {"near_shares": (30,), "shares": (25,)}, (), None),
        ("25", {}, ((1, 4),), "1 ÷ 4"),
        ("26", {}, ((1, 4),), "1 ÷ 4"),
        ("27", {}, ((1, 4),), None),
        ("29", {"about": True}, ((1, 4),), "1 ÷ 4"),
        ("30", {"about": True}, ((1, 4),), None),
        ("25", {}, ((1, 0), (1, 4)), "1 ÷ 4"),
        ("25", {"near": (8, 10)}, (), "10 ÷ 8"),
        ("25", {"near": (10, 8)}, (), "10 ÷ 8"),
        ("25.2", {"near": (8, 10)}, (), None),
        ("5", {"near": (8, 10), "near_shares": (20,)}, (), "10 ÷ 8"),
        ("6", {"near": (8, 10), "near_shares": (20,)}, (), None),
        ("25", {"near": (0, 10)}, (), None),
    ],
)
def test_percentages(
    target: str, given: dict[str, Any], parts: tuple[tuple[int, int], ...], how: str | None
) -> None:
    assert derive_share(Decimal(target), operands(given), _decimals(parts)) == how
