"""The package as a PDF, set by Typst from package.typ.

What people wrote goes in as JSON strings, which Typst never evaluates. Same package and same
options, same bytes.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from artifacts.exceptions import ExportBusy, ExportFailed
from artifacts.exporters import glyphs
from artifacts.exporters.brand import Brand
from artifacts.exporters.options import Options
from artifacts.exporters.package import Package
from artifacts.exporters.typst_data import typst_data
from artifacts.text import gettext_noop

logger = logging.getLogger(__name__)

TEMPLATE = Path(__file__).parent / "package.typ"
PICTURES = Path(__file__).parent / "word_figures.typ"
CHARACTERS_MAX = 600_000
LINES_MAX = 8_000
"""A compile cannot be stopped, so what would make many hundreds of pages is not begun."""
COVER_PPI = 60.0
PICTURE_PPI = 192.0
"""Of a picture in a Word document, so that it is sharp in print."""
LINE = '"spans":'
"""The key of every text that stands on lines of its own; in what people wrote, its quotation marks
are escaped.
"""

# One at a time: a compile uses all processors anyway, and two of them in a process share
# locks and memory so much that together they are no faster.
_SLOTS = threading.BoundedSemaphore(1)
_WAIT_SECONDS = 20


def render(package: Package, options: Options) -> bytes:
    """Return the PDF.

    Raises ExportFailed if the package is too long, or too many are being made.
    """
    data = typst_data(package, options)
    text = json.dumps(data, ensure_ascii=False)
    if len(text) > CHARACTERS_MAX or text.count(LINE) > LINES_MAX:
        raise ExportFailed(
            gettext_noop(
                "This is too long for a PDF. Export one document at a time, or choose Markdown,"
                " which has no limit."
            )
        )
    shown = glyphs.show(text)
    if shown.missing:
        notice = _missing_notice(shown.missing)
        logger.warning("PDF: no font for %s", _code_points(shown.missing))
        shown = glyphs.show(json.dumps({**data, "notice": notice}, ensure_ascii=False))
    with _slot():
        return _compile(shown.text, package, options.brand)


def render_cover(package: Package, options: Options) -> bytes:
    """Return the cover alone, as a PNG.

    Raises ExportFailed, ExportBusy if too many files are being made.
    """
    data = typst_data(package, options)
    data["summary"] = None
    for chapter in data["chapters"]:
        chapter |= {"sections": [], "figures": dict.fromkeys(chapter["figures"])}
    shown = glyphs.show(json.dumps(data, ensure_ascii=False))
    arguments = _arguments(shown.text, package, options.brand)
    try:
        with _slot():
            pages = typst.compile(str(TEMPLATE), format="png", ppi=COVER_PPI, **arguments)
    except typst.TypstError as error:
        logger.exception("A cover failed")
        raise ExportFailed(gettext_noop("The cover could not be made.")) from error
    return bytes(pages[0])


def render_pictures(
    package: Package, options: Options, drawings: Sequence[Mapping[str, Any]], width_mm: float
) -> list[bytes]:
    """Return a PNG of that width for each of `drawings`: the name, the language and the data of a
    figure of figures.typ.

    None at all where they cannot be drawn, which the log says. Raises ExportBusy if too many
    files are being made.
    """
    if not drawings:
        return []
    brand = {"colour": options.brand.ink}
    data = {"brand": brand, "width": width_mm, "pictures": drawings}
    shown = glyphs.show(json.dumps(data, ensure_ascii=False))
    arguments = _arguments(shown.text, package, options.brand)
    try:
        with _slot():
            pages = typst.compile(str(PICTURES), format="png", ppi=PICTURE_PPI, **arguments)
    except typst.TypstError:
        logger.exception("The pictures of a Word document failed")
        return []
    return [bytes(page) for page in (pages if isinstance(pages, list) else [pages])]


@contextmanager
def _slot() -> Iterator[None]:
    if not _SLOTS.acquire(timeout=_WAIT_SECONDS):
        raise ExportBusy
    try:
        yield
    finally:
        _SLOTS.release()


def _arguments(data: str, package: Package, brand: Brand) -> dict[str, Any]:
    return {
        "root": TEMPLATE.parent,
        "font_paths": _fonts(),
        # The logo comes apart from the texts, so that its bytes count for nothing if their
        # length does.
        "sys_inputs": {
            "data": data,
            "logo": json.dumps(list(brand.logo)),
            "fonts": ",".join(_families()),
        },
        "timestamp": int(package.date.timestamp()),
    }


def _compile(data: str, package: Package, brand: Brand) -> bytes:
    """Compile as accessible PDF; a text that the standard refuses is set without its promise, and
    the log says so.
    """
    arguments = _arguments(data, package, brand)
    try:
        content, warnings = typst.compile_with_warnings(
            str(TEMPLATE), pdf_standards=["ua-1"], **arguments
        )
        for warning in warnings:
            logger.warning("PDF: %s", warning)
        return bytes(content)
    except typst.TypstError as error:
        logger.warning("A PDF does not fit PDF/UA-1, made without: %s", error)
    try:
        return bytes(typst.compile(str(TEMPLATE), **arguments))
    except typst.TypstError as error:
        logger.exception("A PDF failed")
        raise ExportFailed(
            gettext_noop(
                "The PDF could not be made; nothing was saved. Markdown or DOCX hold the same text."
            )
        ) from error


@cache
def _fonts() -> typst.Fonts:
    folders = [str(folder) for folder in (glyphs.FONTS, glyphs.EXTRA) if folder.is_dir()]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


@cache
def _families() -> tuple[str, ...]:
    """The families that stand in where the text's own font has no such character: those of text
    before symbols.
    """
    families = [
        name for name in _fonts().families() if not name.startswith(("Source Serif", "Inter"))
    ]
    # Any of the CJK families has all characters; the language of a text chooses the national forms.
    order = ("Naskh", "Serif", "CJK SC", "")
    return tuple(
        sorted(
            families,
            key=lambda name: ("CJK" in name and "SC" not in name, _place(order, name), name),
        )
    )


def _place(order: Sequence[str], name: str) -> int:
    return next(place for place, part in enumerate(order) if part in name)


def _missing_notice(missing: Sequence[str]) -> str:
    boxes = sum(glyphs.show(char).text.startswith(glyphs.BOX) for char in missing)
    if not boxes:
        return _("Symbols that our fonts do not have are given by their names, in brackets.")
    return ngettext(
        "%(count)s character of this text is not in our fonts and is shown as %(box)s. "
        "The Markdown and DOCX exports have it.",
        "%(count)s characters of this text are not in our fonts and are shown as %(box)s. "
        "The Markdown and DOCX exports have them.",
        boxes,
    ) % {"count": boxes, "box": glyphs.BOX}


def _code_points(chars: Iterable[str]) -> str:
    return " ".join(f"U+{ord(char):04X}" for char in list(chars)[:20])
