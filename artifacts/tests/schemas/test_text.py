"""What every text goes through: NFC, one kind of line end, nothing that breaks an encoder."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from artifacts.text import clean_text

UNWANTED = [
    *(number for number in range(0x20) if number not in (0x09, 0x0A, 0x0D)),
    *(number for number in range(0x7F, 0xA0) if number != 0x85),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *range(0xD800, 0xE000),
    0xFEFF,
    0xFFFE,
    0xFFFF,
]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\x85"])
def test_every_line_end_is_one(end: str) -> None:
    assert clean_text(f"a{end}b") == "a\nb"


def test_whatever_is_unwanted_is_taken_out_wherever_it_stands() -> None:
    for number in UNWANTED:
        assert clean_text(f"{chr(number)}a{chr(number)}b{chr(number)}") == "ab", hex(number)


def test_all_else_stays_in_its_composed_form() -> None:
    changed = {*UNWANTED, 0x0D, 0x85, 0x2028, 0x2029}
    for number in set(range(sys.maxunicode + 1)) - changed:
        assert clean_text(chr(number)) == unicodedata.normalize("NFC", chr(number)), hex(number)


def test_letters_are_put_together() -> None:
    assert clean_text("Cafe\u0301") == "Café"
    assert clean_text("Cafe\u0301\x00") == "Café"
    assert clean_text("e\x00\u0301") == "é"
