"""The PDF: what it is made of, for whom it can be read, and what happens where a font or the time
is missing.
"""

from __future__ import annotations

import io
import json
import logging
import struct
import threading
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pypdf import PdfReader

from artifacts.exceptions import ExportBusy, ExportFailed
from artifacts.exporters import Brand, Format, InvalidBrand, Options, Paper, glyphs, pdf
from artifacts.schemas import ArtifactType
from artifacts.services.projects.sample import sample_contents
from artifacts.tests.support.exports import make_export, pdf_objects, pdf_pages, with_text
from artifacts.tests.support.factories import PLAIN
from artifacts.tests.support.plain import ALL_DOCUMENTS

BYTE = st.integers(0, 255)
RECORDED = Path(__file__).parents[1] / "runners" / "recorded" / "riverbook.json"


def reader(**changes: Any) -> PdfReader:
    return PdfReader(io.BytesIO(make_export(Format.PDF, **changes).content))


def png(width: int = 4, height: int = 4) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    rows = (b"\x00" + b"\x80\x20\x20" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def bookmarks(outline: Any) -> Iterator[str]:
    for entry in outline:
        if isinstance(entry, list):
            yield from bookmarks(entry)
        else:
            yield str(entry["/Title"])


def test_it_promises_to_be_accessible() -> None:
    found = reader()
    root: Any = found.trailer["/Root"]
    assert "pdfuaid:part>1<" in root["/Metadata"].get_data().decode()
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value
    assert root["/Lang"].startswith("en")
    assert "Shelfwise" in found.metadata.title  # type: ignore[union-attr, operator]


def test_pictures_say_in_words_what_they_show() -> None:
    found = pdf_objects(make_export(Format.PDF).content)
    alternatives = " ".join(
        str(entry["/Alt"]) for entry in found if isinstance(entry, dict) and "/Alt" in entry
    )
    assert "M-1 in weeks 1 to 3" in alternatives
    assert "R-1 severity high, likelihood low" in alternatives


def test_every_heading_of_a_table_has_words() -> None:
    found = pdf_objects(make_export(Format.PDF).content)
    headings = [entry for entry in found if isinstance(entry, dict) and entry.get("/S") == "/TH"]
    assert len(headings) > 10
    assert [heading for heading in headings if not heading.get("/K")] == []


def test_every_document_section_and_item_has_a_bookmark() -> None:
    outline = reader().outline
    chapters = [str(entry["/Title"]) for entry in outline if not isinstance(entry, list)]
    assert chapters == ["Contents", *(artifact_type.label for artifact_type in ArtifactType)]
    assert {"Key constraint", "F-1 Shelf count", "R-1 Lost counts", "Timeline"} <= set(
        bookmarks(outline)
    )


def test_the_contents_give_the_pages_on_which_things_are() -> None:
    pages = pdf_pages(make_export(Format.PDF).content)
    assert pages[1].startswith("Cofounder Contents") or "Contents" in pages[1]
    page = next(
        n for n, text in enumerate(pages, start=1) if n > 2 and "We see owners count" in text
    )
    assert f"Problem statement {page}" in pages[1] or f"Problem statement{page}" in pages[1]
    assert f"Page 2 of {len(pages)}" in pages[1]


def test_references_are_links_within_the_file() -> None:
    links = [note.get_object() for page in reader().pages for note in page.get("/Annots", ())]
    assert len(links) > 20
    assert not [link for link in links if "/URI" in str(link.get("/A", ""))]


def test_a_link_says_which_item_of_which_document_it_leads_to() -> None:
    links = [note.get_object() for page in reader().pages for note in page.get("/Annots", ())]
    assert {"MVP Scope F-1", "Risk Log R-1", "Milestones M-1"} <= {
        str(link.get("/Contents")) for link in links
    }


def test_every_link_and_page_number_is_settled_when_the_file_is_made(
    caplog: pytest.LogCaptureFixture,
) -> None:
    contents = {t: content.model_dump(mode="json") for t, content in sample_contents().items()}
    with caplog.at_level(logging.WARNING, "artifacts"):
        for only in (None, *ArtifactType):
            make_export(Format.PDF, contents=contents, only=only)
    assert caplog.text == ""


def test_versions_and_dates_stand_in_it() -> None:
    pages = pdf_pages(make_export(Format.PDF).content)
    assert pages[0].count("Version 3") == ALL_DOCUMENTS
    assert "9 Mar 2026" in pages[0]


def test_a_single_document_has_a_cover_and_itself() -> None:
    pages = pdf_pages(make_export(Format.PDF, only=ArtifactType.BRIEF).content)
    assert "Product Brief" in pages[0]
    assert "Contents" not in " ".join(pages)
    assert "Shelf count" not in " ".join(pages)


@pytest.mark.parametrize(("paper", "width"), [(Paper.A4, 595), (Paper.LETTER, 612)])
def test_the_paper_is_the_one_that_was_chosen(paper: Paper, width: int) -> None:
    pages = reader(options=Options(paper=paper)).pages
    assert {int(page.mediabox.width) for page in pages} == {width}


def test_the_same_text_gives_the_same_bytes() -> None:
    assert make_export(Format.PDF).content == make_export(Format.PDF).content


def test_another_brand_stands_on_every_page() -> None:
    brand = Brand("Northlight Studio", "#FFD34D", png())
    pages = pdf_pages(make_export(Format.PDF, options=Options(brand=brand)).content)
    assert all("Northlight Studio" in page for page in pages)
    assert "Cofounder" not in " ".join(pages)


@pytest.mark.parametrize("colour", ["red", "#12", "#12345g", "#123456; x", ""])
def test_a_colour_that_is_none_is_refused(colour: str) -> None:
    with pytest.raises(InvalidBrand):
        Brand(colour=colour)


@pytest.mark.parametrize(
    "logo",
    [
        b"<svg/>",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n",
        png() + b"x" * 200_000,
        png(5_000, 1),
        b"\xff\xd8\xff\xe0\x00\x00",
        b"\xff\xd8\xff",
    ],
    ids=["svg", "gif", "cut png", "heavy", "wide", "endless jpeg", "cut jpeg"],
)
def test_a_logo_that_is_no_small_picture_is_refused(logo: bytes) -> None:
    with pytest.raises(InvalidBrand):
        Brand(logo=logo)


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ground", ["#ffffff", "#f3f1eb", "#1f2227", "#000000"])
@given(red=BYTE, green=BYTE, blue=BYTE)
@example(255, 255, 255)
@example(255, 211, 77)
@example(14, 89, 75)
@example(0, 0, 0)
def test_text_in_the_colour_of_a_brand_can_be_read(
    ground: str, red: int, green: int, blue: int
) -> None:
    brand = Brand(colour=f"#{red:02x}{green:02x}{blue:02x}")
    made = brand.readable_on(ground)
    darker, lighter = sorted((luminance(made), luminance(ground)))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5
    assert Brand(colour=made).readable_on(ground) == made
    assert brand.ink == brand.readable_on("#ffffff")


WRITTEN = {
    "greek": "Η καταμέτρηση των αποθεμάτων",
    "cyrillic": "Подсчёт остатков на складе",
    "arabic": "جرد المخزون على الهاتف",
    "hebrew": "ספירת מלאי בטלפון",
    "devanagari": "फ़ोन पर स्टॉक की गिनती",
    "thai": "การนับสต็อก",
    "latin": "Zażółć gęślą jaźń, straße, țară, Đặng",
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_scripts_that_our_fonts_have_are_set_without_a_warning(
    text: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "artifacts"):
        make_export(Format.PDF, name=text[:30], contents=with_text(text))
    assert caplog.text == ""


def test_a_character_without_a_font_is_named_in_the_file_and_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING, "artifacts"):
        pages = pdf_pages(
            make_export(Format.PDF, contents=with_text("A 🚀 and \U00012000.")).content
        )
    assert "[rocket]" in " ".join(pages)
    assert "not in our fonts" in pages[1]
    assert "U+1F680" in caplog.text
    assert "PDF/UA" not in caplog.text


def test_lines_can_break_between_characters_without_a_font() -> None:
    assert glyphs.show("\U00012000" * 3).text.split("\u200b") == [glyphs.BOX] * 3 + [""]


def test_what_nobody_sees_is_left_out_without_a_word(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "artifacts"):
        pages = pdf_pages(
            make_export(Format.PDF, contents=with_text("Warning \u26a0\ufe0f here\u2060.")).content
        )
    assert caplog.text == ""
    assert "not in our fonts" not in " ".join(pages)


def test_a_text_that_the_standard_refuses_is_set_without_it(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(glyphs, "show", glyphs.Shown)
    with caplog.at_level(logging.WARNING, "artifacts"):
        content = make_export(Format.PDF, contents=with_text("A \U00012000.")).content
    assert content.startswith(b"%PDF")
    assert "does not fit PDF/UA-1" in caplog.text


def test_a_template_that_fails_is_a_clear_error_and_no_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken = pdf.TEMPLATE.with_name("missing.typ")
    monkeypatch.setattr(pdf, "TEMPLATE", broken)
    with pytest.raises(ExportFailed, match="nothing was saved"):
        make_export(Format.PDF)


def test_more_than_two_at_a_time_wait_and_then_are_told_to_come_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf, "_SLOTS", threading.BoundedSemaphore(1))
    monkeypatch.setattr(pdf, "_WAIT_SECONDS", 0.01)
    with pdf._SLOTS, pytest.raises(ExportBusy):
        make_export(Format.PDF)
    assert make_export(Format.PDF).content


def test_plans_of_any_length_fit_on_the_timeline() -> None:
    milestone = {"title": "Count", "description": "We count.", "estimated_weeks": 52}
    plan = {**PLAIN[ArtifactType.MILESTONES], "milestones": [milestone] * 100}
    pages = pdf_pages(
        make_export(Format.PDF, contents={**PLAIN, ArtifactType.MILESTONES: plan}).content
    )
    assert "5200 weeks from the first day" in " ".join(pages)


def test_a_document_with_the_least_in_it_is_set() -> None:
    least = {
        **PLAIN,
        ArtifactType.RISK_LOG: {"technical_risks": [], "market_risks": [], "execution_risks": []},
    }
    assert "Risk Log" in " ".join(pdf_pages(make_export(Format.PDF, contents=least).content))


def test_threads_do_not_get_into_each_others_files() -> None:
    with ThreadPoolExecutor(4) as threads:
        files = threads.map(
            lambda number: make_export(Format.PDF, name=f"Number {number}"), range(6)
        )
    for number, file in enumerate(files):
        assert f"Number {number}" in pdf_pages(file.content)[0]


@pytest.mark.parametrize("paper", list(Paper))
def test_what_an_item_affects_does_not_begin_a_page(paper: Paper) -> None:
    """In documents of such a length some items' links would stand alone at the top of a page."""
    documents = json.loads(RECORDED.read_text(encoding="utf-8"))["documents"]
    contents = {ArtifactType(name): content for name, content in documents.items()}
    pages = reader(name="Riverbook", contents=contents, options=Options(paper=paper)).pages
    begins = {page.extract_text().split("\n")[1].strip() for page in pages}
    assert not begins & {"Affects", "Depends on", "Delivers", "Uses"}
