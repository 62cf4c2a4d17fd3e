"""The way back of the technical Markdown export: from an edited file to sections and items.

No Django here.

    read_file(text, readable) -> ParsedFile

Time is linear in the length of the text, whatever it contains.
"""

from __future__ import annotations

from artifacts.importing.parsed import Leftover, ParsedFile, ParsedItem, ParsedSection, Reason
from artifacts.importing.reader import read_file
from artifacts.importing.upload import (
    MAX_BYTES,
    MAX_HEADINGS,
    MAX_LINES,
    Unreadable,
    UnreadableFile,
    decode,
)

__all__ = [
    "MAX_BYTES",
    "MAX_HEADINGS",
    "MAX_LINES",
    "Leftover",
    "ParsedFile",
    "ParsedItem",
    "ParsedSection",
    "Reason",
    "Unreadable",
    "UnreadableFile",
    "decode",
    "read_file",
]
