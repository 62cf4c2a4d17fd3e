"""Which characters the fonts of the PDF can show, and the replacements for those that they
cannot.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
EXTRA = FONTS / "extra"
"""Fonts that an installation adds; `make fonts` puts those for Chinese, Japanese and Korean here.
"""

BOX = "\u25a1"
_BREAKABLE_BOX = BOX + "\u200b"
"""A script that we do not have may set words without spaces, and nobody knows where its lines
break.
"""

# What nobody sees, and no font needs to have: variation selectors, word joiner, tags.
_INVISIBLE = frozenset(
    [0x2060, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), *range(0xE0000, 0xE0080)]
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A text in which every character can be shown.

    `missing` are those that something else stands for.
    """

    text: str
    missing: tuple[str, ...] = ()


def show(text: str) -> Shown:
    """Replace every character that no font has: a symbol by its name in brackets, any other by a
    box.
    """
    unknown = set(map(ord, set(text))) - covered()
    if not unknown:
        return Shown(text)
    table = {
        code: "" if code in _INVISIBLE else _replacement(chr(code))
        for code in unknown
        if code != 0x0A
    }
    missing = sorted(chr(code) for code in unknown - _INVISIBLE if code != 0x0A)
    return Shown(text.translate(table), tuple(missing))


def font_files() -> list[Path]:
    found = [path for folder in (FONTS, EXTRA) if folder.is_dir() for path in folder.iterdir()]
    return sorted(path for path in found if path.suffix.lower() in {".ttf", ".otf", ".ttc", ".otc"})


@cache
def covered() -> frozenset[int]:
    """Return every code point that one of the fonts has."""
    found: set[int] = set()
    for path in font_files():
        with path.open("rb") as file:
            data = file.read()
        for offset in _font_offsets(data):
            for first, last in _ranges(data, offset):
                found.update(range(first, last + 1))
    return frozenset(found)


def _replacement(char: str) -> str:
    """Name a symbol, such as an emoji: [rocket].

    The name of a letter would say nothing to a reader.
    """
    if unicodedata.category(char) != "So":
        return _BREAKABLE_BOX
    name = unicodedata.name(char, "").lower()
    return f"[{name}]" if name and name.isascii() else _BREAKABLE_BOX


def _font_offsets(data: bytes) -> tuple[int, ...]:
    """Return where the font begins, or the fonts of a collection do."""
    if data[:4] != b"ttcf":
        return (0,)
    count = struct.unpack(">I", data[8:12])[0]
    return struct.unpack(f">{count}I", data[12 : 12 + 4 * count])


def _ranges(data: bytes, offset: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of code points in the font's character map, from its fullest table."""
    tables = struct.unpack(">H", data[offset + 4 : offset + 6])[0]
    for place in range(offset + 12, offset + 12 + 16 * tables, 16):
        if data[place : place + 4] == b"cmap":
            yield from _character_map(data, struct.unpack(">I", data[place + 8 : place + 12])[0])


def _character_map(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    count = struct.unpack(">H", data[cmap + 2 : cmap + 4])[0]
    subtables = {}
    for place in range(cmap + 4, cmap + 4 + 8 * count, 8):
        subtable = cmap + struct.unpack(">I", data[place + 4 : place + 8])[0]
        subtables[struct.unpack(">H", data[subtable : subtable + 2])[0]] = subtable
    if 12 in subtables:
        groups = struct.unpack(">I", data[subtables[12] + 12 : subtables[12] + 16])[0]
        for place in range(subtables[12] + 16, subtables[12] + 16 + 12 * groups, 12):
            first, last = struct.unpack(">II", data[place : place + 8])
            yield first, last
    elif 4 in subtables:
        yield from _segments(data, subtables[4])


def _segments(data: bytes, subtable: int) -> Iterator[tuple[int, int]]:
    """Yield the segments of a table of format 4; its last one, U+FFFF, stands for nothing."""
    count = struct.unpack(">H", data[subtable + 6 : subtable + 8])[0] // 2
    ends = struct.unpack(f">{count}H", data[subtable + 14 : subtable + 14 + 2 * count])
    start = subtable + 16 + 2 * count
    starts = struct.unpack(f">{count}H", data[start : start + 2 * count])
    yield from ((first, last) for first, last in zip(starts, ends, strict=True) if first != 0xFFFF)
