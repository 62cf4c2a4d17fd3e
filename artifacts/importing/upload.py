"""The bytes of an uploaded file as text."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum

MAX_BYTES = 2_000_000
MAX_LINES = 50_000
"""Far more than an export has. A line takes its time to be read, however short it is."""
MAX_HEADINGS = 5_000
"""A heading takes more of it. The largest export has some hundreds."""

_HEADING = re.compile(r"^ {0,3}(?:#{1,6}(?:[ \t]|$)|(?:=+|-+)[ \t]*$)", re.MULTILINE)


class Unreadable(StrEnum):
    """Why a file is not read at all."""

    TOO_BIG = "too_big"
    NOT_UTF8 = "not_utf8"
    NUL = "nul"
    EMPTY = "empty"
    TOO_LONG = "too_long"


class UnreadableFile(Exception):
    """Raised when bytes are no text that could be an export."""

    def __init__(self, reason: Unreadable) -> None:
        self.reason = reason
        super().__init__(reason.value)


def decode(data: bytes) -> str:
    """Return the text of a file in UTF-8, with or without a mark, with `\\n` line ends.

    Raises UnreadableFile.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableFile(Unreadable.TOO_BIG)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableFile(Unreadable.NOT_UTF8)
    if b"\0" in data:
        raise UnreadableFile(Unreadable.NUL)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(Unreadable.NOT_UTF8) from error
    if not text.strip():
        raise UnreadableFile(Unreadable.EMPTY)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MAX_LINES or sum(1 for _ in _HEADING.finditer(text)) > MAX_HEADINGS:
        raise UnreadableFile(Unreadable.TOO_LONG)
    return text
