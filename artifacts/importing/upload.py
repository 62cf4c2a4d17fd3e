"""The bytes of an uploaded file as text."""

from __future__ import annotations

from enum import StrEnum

MAX_BYTES = 2_000_000


class Unreadable(StrEnum):
    """Why a file is not read at all."""

    TOO_BIG = "too_big"
    NOT_UTF8 = "not_utf8"
    NUL = "nul"
    EMPTY = "empty"


class UnreadableFile(Exception):
    """Raised when bytes are no text that could be an export."""

    def __init__(self, reason: Unreadable) -> None:
        self.reason = reason
        super().__init__(reason.value)


def decode(data: bytes) -> str:
    """Return the text of a file in UTF-8, with or without a mark, with `\\n` line ends. Raises UnreadableFile."""
    if len(data) > MAX_BYTES:
        raise UnreadableFile(Unreadable.TOO_BIG)
    if b"\0" in data:
        raise UnreadableFile(Unreadable.NUL)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(Unreadable.NOT_UTF8) from error
    if not text.strip():
        raise UnreadableFile(Unreadable.EMPTY)
    return text.replace("\r\n", "\n").replace("\r", "\n")
