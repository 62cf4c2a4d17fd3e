"""Draws the pictures of a Word document as they are in the PDF, and stores them in it."""

from __future__ import annotations

import io
import struct
from typing import Any

from docx.document import Document
from docx.shared import Mm

from artifacts.exporters import pdf
from artifacts.exporters.options import Options
from artifacts.exporters.package import Package
from artifacts.exporters.word_xml import StoredPicture
from artifacts.schemas import ArtifactType

DRAWN = ("timeline", "risks", "map", "journey")
FIRST_NUMBER = 1_000
"""The number of the first picture: those of others, as of a logo in the header, are smaller."""

Figures = dict[ArtifactType, dict[str, Any]]
"""For each document the figures of its chapter by name; None for those that it has not."""


def draw_pictures(
    package: Package, figures: Figures, document: Document, options: Options
) -> dict[tuple[ArtifactType, str], StoredPicture]:
    """Draw every picture, and store in `document` those that fit on a page.

    A longer one is left out: its table, or the section that it is about, says the same. Raises
    ExportBusy if too many files are being made.
    """
    wanted = [
        (chapter.type, name, chapter.language)
        for chapter in package.chapters
        for name in DRAWN
        if figures[chapter.type][name] and not _is_empty(name, figures[chapter.type][name])
    ]
    drawings = [
        {"name": name, "lang": language, "figure": figures[of][name]}
        for of, name, language in wanted
    ]
    width, tallest = _room(document)
    found: dict[tuple[ArtifactType, str], StoredPicture] = {}
    for (of, name, _language), content in zip(
        wanted, pdf.render_pictures(package, options, drawings, width / Mm(1)), strict=False
    ):
        height = _height(content, width)
        if height <= tallest:
            relation, _image = document.part.get_or_add_image(io.BytesIO(content))
            number = FIRST_NUMBER + len(found)
            alt = figures[of][name]["alt"]
            found[of, name] = StoredPicture(relation, number, width, height, alt)
    return found


def _is_empty(name: str, figure: dict[str, Any]) -> bool:
    """Return whether no risk has a place in the matrix."""
    return name == "risks" and not figure["cells"]


def _room(document: Document) -> tuple[int, int]:
    """Return how wide a text is, and how tall a picture may be, in EMU."""
    section: Any = document.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    height = section.page_height - section.top_margin - section.bottom_margin
    return width, height * 9 // 10


def _height(png: bytes, width: int) -> int:
    """Return how tall a PNG is that is drawn so wide."""
    across, down = struct.unpack(">II", png[16:24])
    return int(width * down / across)
