"""The Word document: real styles, a contents field that has its entries, links, tables, header and
footer.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from artifacts.exporters import Brand, Format, Options, Paper
from artifacts.schemas import ArtifactType
from artifacts.tests.support.exports import make_export, with_text


def word(**changes: Any) -> Any:
    return Document(io.BytesIO(make_export(Format.DOCX, **changes).content))


def styled(document: Any, style: str) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == style]


def test_headings_are_headings() -> None:
    document = word()
    assert styled(document, "Title") == ["Shelfwise"]
    assert styled(document, "Heading 1") == [artifact_type.label for artifact_type in ArtifactType]
    assert "Key constraint" in styled(document, "Heading 2")
    assert "F-1 Shelf count" in styled(document, "Heading 3")


def test_the_contents_have_their_entries_before_word_fills_them() -> None:
    document = word()
    assert styled(document, "toc 1") == [artifact_type.label for artifact_type in ArtifactType]
    assert "Key constraint" in styled(document, "toc 2")
    codes = [code.text for code in document.element.iter(qn("w:instrText"))]
    assert any("TOC" in code for code in codes)


def test_every_link_leads_to_a_bookmark_and_no_bookmark_is_there_twice() -> None:
    body = word().element
    targets = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    names = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    numbers = [mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(targets) > 40
    assert set(targets) <= set(names)
    assert len(set(names)) == len(names) == len(set(numbers))


def test_tables_hold_the_plan_the_risks_and_the_coverage() -> None:
    rows = [[cell.text for cell in row.cells] for table in word().tables for row in table.rows]
    assert ["M-1", "Count", "1–3", "3\N{NO-BREAK SPACE}weeks", "Decides the end"] in rows
    assert ["R-1", "Lost counts", "Technical risks", "High", "Low"] in rows
    assert ["F-1", "Shelf count", "M-1", "R-1", "J-1"] in rows


def test_header_and_footer_say_whose_it_is_and_count_the_pages() -> None:
    section = word(options=Options(brand=Brand("Northlight"), paper=Paper.LETTER)).sections[0]
    assert section.header.paragraphs[0].text.startswith("Northlight")
    assert "Shelfwise" in section.footer.paragraphs[0].text
    assert " PAGE " in str(section.footer._element.xml)
    assert round(section.page_width.inches, 1) == 8.5


def test_its_properties_name_the_project_and_its_date() -> None:
    properties = word().core_properties
    assert (properties.title, properties.author) == ("Shelfwise", "Cofounder")
    assert properties.created is not None
    assert properties.created.date().isoformat() == "2026-03-09"


def test_it_has_no_picture_of_the_template_it_was_made_from() -> None:
    with zipfile.ZipFile(io.BytesIO(make_export(Format.DOCX).content)) as archive:
        assert not [name for name in archive.namelist() if "thumbnail" in name]


@pytest.mark.parametrize("text", ["جرد المخزون على الهاتف", "ספירת מלאי"])
def test_a_text_that_is_read_from_the_right_begins_there(text: str) -> None:
    paragraphs = [p for p in word(contents=with_text(text)).paragraphs if p.text == text]
    assert paragraphs
    assert all(paragraph._p.find(f".//{qn('w:bidi')}") is not None for paragraph in paragraphs)
    assert all(paragraph._p.find(f".//{qn('w:rtl')}") is not None for paragraph in paragraphs)
