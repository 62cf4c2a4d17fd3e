"""The formats, a file in one of them, and how a browser is told its name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from django.utils.http import content_disposition_header


class Format(StrEnum):
    """The formats, each with its content type and the ending of its files."""

    content_type: str
    suffix: str

    def __new__(cls, value: str, content_type: str = "", suffix: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.content_type = content_type
        member.suffix = suffix
        return member

    PDF = "pdf", "application/pdf", ".pdf"
    MARKDOWN = "md", "text/markdown; charset=utf-8", ".md"
    MARKDOWN_TECHNICAL = "md-technical", "text/markdown; charset=utf-8", ".md"
    DOCX = (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".docx",
    )
    JSON = "json", "application/json", ".json"
    CSV = "csv", "text/csv; charset=utf-8", ".csv"
    BUILDERS = "builders", "application/zip", ".zip"


SUMMED_UP = frozenset({Format.PDF, Format.DOCX, Format.MARKDOWN})
"""The formats for people, which begin with the package on one page."""


@dataclass(frozen=True, slots=True)
class Export:
    filename: str
    content_type: str
    content: bytes
    etag: str


def content_disposition(filename: str) -> str:
    """Return the header for a download: a name that every browser reads, and the full one in any
    script.
    """
    if filename.isascii():
        return content_disposition_header(as_attachment=True, filename=filename) or ""
    plain = filename.encode("ascii", "ignore").decode().strip(" .-")
    stem = plain.rpartition(".")[0].strip(" .-")
    fallback = plain if stem else f"export.{filename.rpartition('.')[2]}"
    header = content_disposition_header(as_attachment=True, filename=fallback) or ""
    full = content_disposition_header(as_attachment=True, filename=filename) or ""
    return f"{header};{full.partition(';')[2]}"
