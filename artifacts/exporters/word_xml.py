"""Paragraphs, links and tables as WordprocessingML. All text is escaped here, and only here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_GRAPHIC = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RTL = re.compile(r"[^A-Za-z\u00c0-\u058f]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_TEXT_WIDTH = 9000  # in twentieths of a point


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """A picture that is stored in the document; its size is in EMU, and no two have one number."""

    relation: str
    number: int
    width: int
    height: int
    alt: str


def is_rtl(text: str) -> bool:
    return bool(_RTL.match(text))


def paragraph(content: str, style: str = "", *, rtl: bool = False) -> str:
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + ("<w:bidi/>" if rtl else "")
    if rtl:
        content = content.replace("</w:rPr>", "<w:rtl/></w:rPr>").replace(
            "<w:r><w:t", "<w:r><w:rPr><w:rtl/></w:rPr><w:t"
        )
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def run(text: str, *, bold: bool = False, style: str = "") -> str:
    properties = (f'<w:rStyle w:val="{style}"/>' if style else "") + ("<w:b/>" if bold else "")
    shown = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{shown}<w:t xml:space="preserve">{escape(_NOT_XML.sub("", text))}</w:t></w:r>'


def hyperlink(words: str, bookmark: str, *, link_style: bool = True) -> str:
    content = run(words, style="Reference" if link_style else "")
    return f'<w:hyperlink w:anchor="{bookmark}">{content}</w:hyperlink>'


def picture(found: StoredPicture) -> str:
    """A picture in the line, with the words for those who cannot see it."""
    size = f'cx="{found.width}" cy="{found.height}"'
    name = f'id="{found.number}" name="Picture {found.number}"'
    alt = quoteattr(_NOT_XML.sub("", found.alt))
    return (
        f'<w:r><w:drawing><wp:inline {_DRAWING} distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {size}/><wp:docPr {name} descr={alt}/>"
        f'<a:graphic {_GRAPHIC}><a:graphicData uri="{_PICTURE}">'
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{found.relation}"/><a:stretch>'
        "<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def bookmark(name: str, number: int) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def table(header: Iterable[str], rows: Iterable[Iterable[str]], shares: Iterable[float]) -> str:
    """A table with a header row that is repeated on every page; `shares` are the widths of its
    columns.
    """
    parts = list(shares)
    widths = [round(_TEXT_WIDTH * part / sum(parts)) for part in parts]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(
        (run(title, bold=True) for title in header),
        widths,
        "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>",
    )
    body = "".join(_row(row, widths, "<w:trPr><w:cantSplit/></w:trPr>") for row in rows)
    properties = (
        '<w:tblPr><w:tblStyle w:val="Plain"/><w:tblW w:w="5000" w:type="pct"/><w:tblLook'
        ' w:firstRow="1"/></w:tblPr>'
    )
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl><w:p/>"


def _row(cells: Iterable[str], widths: list[int], properties: str) -> str:
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}"'
        f' w:type="dxa"/></w:tcPr>{paragraph(cell, "Cell")}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{properties}{written}</w:tr>"
