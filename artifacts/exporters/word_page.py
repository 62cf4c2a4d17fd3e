"""The page of a Word document: its size, styles, header and footer."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from artifacts.exporters.brand import Brand
from artifacts.exporters.options import Options, Paper
from artifacts.exporters.package import Package
from artifacts.exporters.word_xml import NAMESPACE, run

# INK stands for the colour of the brand.
STYLES = Path(__file__).parent / "styles.xml"
_LOGO_MM = (7, 45)
_LOCALES = {"en": "en-GB", "de": "de-DE"}
_SIZES = {Paper.A4: (210, 297), Paper.LETTER: (215.9, 279.4)}


def set_up(document: Document, package: Package, options: Options) -> None:
    _drop_thumbnail(document)
    ink = options.brand.ink.removeprefix("#").upper()
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in _SIZES[options.paper])
    section.left_margin = section.right_margin = Mm(26)
    section.top_margin, section.bottom_margin = Mm(28), Mm(25)
    for style in list(parse_xml(STYLES.read_text(encoding="utf-8").replace("INK", ink))):
        document.styles.element.append(style)
    _restyle(document, ink)
    _speak(document, package.language)
    _head_and_foot(section, package, options)
    properties = document.core_properties
    properties.title = package.project_name[:255]
    properties.author = options.brand.name
    properties.comments = ""
    properties.language = package.language
    properties.created = properties.modified = package.date.replace(tzinfo=None, microsecond=0)


def _drop_thumbnail(document: Document) -> None:
    """The template has a thumbnail of its own, which file managers would show for our file."""
    relations = document.part.package.rels
    for name in [
        name
        for name, relation in relations.items()
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL
    ]:
        del relations[name]


def _speak(document: Document, language: str) -> None:
    """Name the language of all text, for spelling, hyphenation and readers that speak."""
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), _LOCALES.get(language, language))


def _restyle(document: Document, ink: str) -> None:
    sizes = {
        "Title": 34,
        "Subtitle": 13,
        "Heading 1": 24,
        "Heading 2": 15,
        "Heading 3": 11.5,
        "TOC Heading": 15,
        "Normal": 10.5,
    }
    for name, size in sizes.items():
        style: Any = document.styles[name]
        style.font.name = "Georgia"
        style.font.size = Pt(size)
        fonts = style.element.rPr.rFonts
        for attribute in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[attribute]
        for script in ("w:hAnsi", "w:cs"):
            fonts.set(qn(script), "Georgia")
        if name != "Normal":
            style.font.color.rgb = RGBColor.from_string(
                ink if name in {"Title", "Heading 1"} else "1C1E22"
            )
    document.styles["Normal"].paragraph_format.line_spacing = 1.25
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    document.styles["Heading 1"].paragraph_format.page_break_before = True
    document.styles["TOC Heading"].paragraph_format.page_break_before = False
    for spacing in document.styles["Subtitle"].element.findall(
        f"./{qn('w:rPr')}/{qn('w:spacing')}"
    ):
        spacing.getparent().remove(spacing)
    for name, before in (("Heading 2", 18), ("Heading 3", 12)):
        document.styles[name].paragraph_format.space_before = Pt(before)
        document.styles[name].paragraph_format.space_after = Pt(4)
    border = document.styles["Title"].element.find(f".//{qn('w:pBdr')}")
    if border is not None:
        border.getparent().remove(border)


def _head_and_foot(section: Any, package: Package, options: Options) -> None:
    what = package.chapters[0].title if package.is_single else _("Strategy package")
    page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    tab = "<w:r><w:tab/></w:r>"
    stops = "".join(f'<w:tab w:val="clear" w:pos="{place}"/>' for place in (4320, 8640))
    tabs = f'<w:tabs>{stops}<w:tab w:val="right" w:pos="9000"/></w:tabs>'
    contents = {
        section.header: run(options.brand.name, bold=True) + tab + run(what),
        section.footer: run(package.project_name) + tab + page,
    }
    for part, xml in contents.items():
        part.is_linked_to_previous = False
        element = part.part.element
        for paragraph in list(element):
            element.remove(paragraph)
        style = '<w:pStyle w:val="Note"/>'
        element.append(parse_xml(f"<w:p {NAMESPACE}><w:pPr>{style}{tabs}</w:pPr>{xml}</w:p>"))
    if options.brand.logo:
        _head_with_logo(section.header.paragraphs[0], options.brand)


def _head_with_logo(paragraph: Any, brand: Brand) -> None:
    """Put the logo before the name; it is described by the name, for readers that speak."""
    picture = paragraph.add_run()
    picture.add_picture(io.BytesIO(brand.logo), height=Mm(brand.logo_height(*_LOGO_MM)))
    picture.add_text("  ")
    element = picture.element
    element.xpath(".//wp:docPr")[0].set("descr", brand.name)
    element.getparent().pPr.addnext(element)
