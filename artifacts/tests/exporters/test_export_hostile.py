"""Rule I-11 for exports: whatever a text says, it is shown as text, in every format."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest
from docx import Document
from markdown_it import MarkdownIt
from pypdf import PdfReader

from artifacts.exceptions import ExportFailed
from artifacts.exporters import ExportSource, Format
from artifacts.exporters.package import make_package
from artifacts.schemas import ArtifactType, load_content
from artifacts.tests.support.exports import DATE, all_text, make_export, pdf_pages, with_text
from artifacts.tests.support.factories import PLAIN
from artifacts.tiers import Tier

TYPST = (
    '#read("/etc/passwd") #eval("1+1") $x^2$ = Heading @label <label> _em_ *strong* `raw` \\'
    ' #import "x.typ"'
)
HTML = (
    "<script>alert(1)</script><img src=x onerror=alert(1)> &lt;b&gt; <a"
    ' href="javascript:alert(1)">x</a>'
)
MARKDOWN = (
    "# not a heading ![x](http://evil.example/x.png) [x](javascript:alert(1)) **b** | a | b | ~~s~~"
    " <!-- -->"
)
FORMULA = '=cmd|"/c calc"!A1'
XML = "]]> </w:t></w:r> <w:p/> &amp; {{ x }} {% load y %}"
LONG_WORD = "x" * 5_000

TEXTS = {"typst": TYPST, "html": HTML, "markdown": MARKDOWN, "formula": FORMULA, "xml": XML}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_pdf_shows_it_letter_by_letter(text: str) -> None:
    shown = " ".join(pdf_pages(make_export(Format.PDF, contents=with_text(text)).content))
    assert "".join(text.split()) in "".join(shown.split())
    assert "root:" not in shown


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_word_document_shows_it_letter_by_letter(text: str) -> None:
    content = make_export(Format.DOCX, contents=with_text(text)).content
    document = Document(io.BytesIO(content))
    assert " ".join(text.split()) in [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("file_format", [Format.MARKDOWN, Format.MARKDOWN_TECHNICAL])
def test_markdown_makes_no_markup_of_it(file_format: Format, text: str) -> None:
    markdown = make_export(file_format, contents=with_text(text)).content.decode()
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]
    assert not [
        child for child in inline if child.type in {"image", "s_open", "em_open", "code_inline"}
    ]
    assert all(
        child.content.startswith(('<a id="', "</a>"))
        for child in inline
        if child.type == "html_inline"
    )
    assert all(
        str(child.attrs["href"]).startswith("#") for child in inline if child.type == "link_open"
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\uff1d", " =", "\n="])
def test_no_cell_of_a_csv_begins_a_formula(start: str) -> None:
    content = make_export(Format.CSV, contents=with_text(f"{start}1+1")).content.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(content)) for cell in row]
    assert any("1+1" in cell for cell in cells)
    assert not [cell for cell in cells if cell.lstrip()[:1] in {"=", "+", "-", "@", "\uff1d"}]


@pytest.mark.parametrize("file_format", list(Format))
def test_names_of_projects_are_only_text_too(file_format: Format) -> None:
    file = make_export(file_format, name=f"../../{TYPST[:40]}{HTML[:30]}")
    assert "/" not in file.filename
    assert file.content


@pytest.mark.parametrize("file_format", [f for f in Format if f is not Format.CSV])
def test_controls_and_marks_that_turn_the_reading_order_are_not_passed_on(
    file_format: Format,
) -> None:
    file = make_export(file_format, name="A\x00B\u202eC\u2066D\ud800E")
    match file_format:
        case Format.PDF:
            text = pdf_pages(file.content)[0]
        case Format.DOCX:
            text = Document(io.BytesIO(file.content)).paragraphs[0].text
        case Format.BUILDERS:
            text = all_text(file)
        case _:
            text = file.content.decode()
    assert "ABCDE" in text
    assert file.filename.startswith("ABCDE")


@pytest.mark.parametrize("file_format", list(Format))
def test_a_hundred_thousand_characters_are_all_there(file_format: Format) -> None:
    text = ("An owner counts a shelf. " * 400)[:9_990].strip()
    files = all_text(make_export(file_format, contents=with_text(text)))
    assert files.count("counts a shelf") > 1_200


def test_a_word_without_end_breaks_instead_of_running_off_the_page() -> None:
    reader = PdfReader(io.BytesIO(make_export(Format.PDF, contents=with_text(LONG_WORD)).content))
    right = float(reader.pages[2].mediabox.right)
    ends: list[float] = []

    def visit(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            ends.append(matrix[4])

    for page in reader.pages:
        page.extract_text(visitor_text=visit)
    assert max(ends) < right
    assert (
        "".join(pdf_pages(make_export(Format.PDF, contents=with_text(LONG_WORD)).content)).count(
            "x"
        )
        >= 5_000
    )


def test_what_would_make_thousands_of_pages_is_refused_with_a_way_out() -> None:
    risk = {
        "title": "R",
        "description": "a\nb\n" * 2_400,
        "severity": "low",
        "likelihood": "low",
        "mitigation": "c",
    }
    risks = {**PLAIN[ArtifactType.RISK_LOG], "technical_risks": [risk] * 20}
    with pytest.raises(ExportFailed, match="too long for a PDF"):
        make_export(Format.PDF, contents={**PLAIN, ArtifactType.RISK_LOG: risks})


def test_a_hostile_docx_holds_nothing_that_runs() -> None:
    content = make_export(Format.DOCX, contents=with_text(HTML + FORMULA)).content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        relations = "".join(archive.read(name).decode() for name in names if name.endswith(".rels"))
    assert not [name for name in names if "vba" in name.lower() or "embed" in name.lower()]
    assert 'TargetMode="External"' not in relations


def test_json_gives_the_text_back_as_it_was() -> None:
    text = TYPST + HTML + MARKDOWN
    brief = json.loads(make_export(Format.JSON, contents=with_text(text)).content)["documents"][0]
    assert brief["content"]["problem_statement"] == text


def test_a_package_keeps_nothing_of_what_it_filtered() -> None:
    sources = {t: ExportSource(load_content(t, content), 1, DATE) for t, content in PLAIN.items()}
    package = make_package("Shelfwise", sources, Tier.BOOTSTRAPPER, None)
    assert "SECRET" not in repr(package) + repr(package.index.targets())
