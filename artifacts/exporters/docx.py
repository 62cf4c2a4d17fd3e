"""The package as a Word document, with real headings, links, tables and a table of contents.

python-docx opens the template and keeps the styles; the body is written as one piece of XML, which
takes a tenth of the time that building it cell by cell would.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

import docx
from django.utils.translation import gettext as _
from docx.document import Document
from docx.oxml import parse_xml

from artifacts.checker.findings import Finding
from artifacts.checker.messages import message_of
from artifacts.documents.labels import in_language
from artifacts.documents.presentation import FieldView, ItemView, SectionView
from artifacts.exporters.gaps import GapsTexts, KnownGaps, gaps_texts
from artifacts.exporters.options import Options
from artifacts.exporters.package import Chapter, Package, TextSpan, lines
from artifacts.exporters.summary_data import summary_groups
from artifacts.exporters.word_figures import WordFigures
from artifacts.exporters.word_page import set_up
from artifacts.exporters.word_xml import (
    NAMESPACE,
    bookmark,
    hyperlink,
    is_rtl,
    paragraph,
    run,
    table,
)
from artifacts.exporters.wording import capitalised, chapter_note, legend
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import SectionKind
from artifacts.summary.one_page import OnePage
from artifacts.text import fold_spaces
from artifacts.translation import translated

_SUMMARY = 49
_GAPS = 50
"""The number of the first bookmark of the last chapter: after those of the documents, and before
those of sections.
"""


def render(package: Package, options: Options) -> bytes:
    """Return the document.

    The contents list has its entries already; Word adds the page numbers when it opens.
    """
    document = docx.Document()
    set_up(document, package, options)
    _fill(document, "".join(_Body(package, document, options).blocks()))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _fill(document: Document, xml: str) -> None:
    body = document.element.body
    for element in list(parse_xml(f"<w:body {NAMESPACE}>{xml}</w:body>")):
        body.insert(len(body) - 1, element)


class _Body:
    """Writes the body. Every method yields paragraphs and tables as XML."""

    def __init__(self, package: Package, document: Document, options: Options) -> None:
        self.package = package
        self.figures = WordFigures(package, document, options, self.link)
        self.bookmarks: dict[tuple[ArtifactType, str], str] = {
            anchor: f"b{number}" for number, anchor in enumerate(sorted(package.anchors), start=100)
        }

    def blocks(self) -> Iterator[str]:
        single = self.package.is_single
        title = f"{self.package.project_name}: {self.package.chapters[0].title}" if single else None
        yield paragraph(
            run(title or self.package.project_name), "Title", rtl=is_rtl(self.package.project_name)
        )
        if not single:
            yield paragraph(run(_("Strategy package")), "Subtitle")
        yield from self.contents()
        if self.package.summary:
            yield from self.summary(self.package.summary)
        for chapter in self.package.chapters:
            with in_language(chapter.language):
                blocks = list(self.chapter(chapter))
            yield from blocks
        if gaps := self.package.gaps:
            yield from self.known_gaps(gaps)

    def contents(self) -> Iterator[str]:
        """A field that Word fills, with the entries that other programs show as they are."""
        entries = []
        if self.package.summary:
            entries.append(("TOC1", self.package.summary.headings["page"], "s0"))
        for chapter in self.package.chapters:
            entries.append(("TOC1", chapter.title, f"c{chapter.type.number}"))
            for view in chapter.sections:
                name = self.bookmarks[chapter.type, view.section.name]
                entries.append(("TOC2", view.section.title, name))
        if gaps := self.package.gaps:
            said = gaps_texts(gaps, is_single=self.package.is_single)
            entries.append(("TOC1", said.title, "g0"))
            for place, (title, *_rest) in enumerate(self.gap_groups(gaps, said), start=1):
                entries.append(("TOC2", title, f"g{place}"))
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
            '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        yield paragraph(run(_("Contents")), "TOCHeading")
        for place, (style, words, name) in enumerate(entries):
            yield paragraph(
                (begin if place == 0 else "") + hyperlink(words, name, link_style=False), style
            )
        yield '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'

    def summary(self, page: OnePage) -> Iterator[str]:
        yield paragraph(bookmark("s0", _SUMMARY) + run(page.headings["page"]), "Heading1")
        for heading, entries in summary_groups(self.package):
            if heading:
                yield paragraph(run(heading), "Label")
            for line in entries:
                bold = run(f"{line.bold} ", bold=True) if line.bold else ""
                words = "".join(span.text for span in line.spans)
                yield paragraph(bold + self.runs(line.spans), "ListBullet", rtl=is_rtl(words))
                for spans in line.under:
                    yield self.paragraph(spans, "Note")
        if page.legend:
            yield paragraph(run(page.legend), "Note")

    def chapter(self, chapter: Chapter) -> Iterator[str]:
        mark = bookmark(f"c{chapter.type.number}", chapter.type.number)
        yield paragraph(mark + run(chapter.title), "Heading1")
        yield paragraph(run(chapter.purpose), "Subtitle")
        yield paragraph(run(" · ".join(chapter_note(chapter))), "Note")
        yield from self.figures.of(chapter)
        for view in chapter.sections:
            yield self.heading(chapter, view.section.name, view.section.title, 2)
            yield from self.section(chapter, view)
        if words := legend(chapter):
            yield paragraph(run(words), "Note")

    def known_gaps(self, gaps: KnownGaps) -> Iterator[str]:
        words = gaps_texts(gaps, is_single=self.package.is_single)
        yield paragraph(bookmark("g0", _GAPS) + run(words.title), "Heading1")
        yield paragraph(run(words.purpose), "Subtitle")
        yield paragraph(run(words.verdict, bold=True) + run(f" · {words.score}"))
        yield paragraph(run(words.summary))
        if words.evidence:
            yield paragraph(run(words.evidence), "Note")
        for place, (title, meaning, findings) in enumerate(self.gap_groups(gaps, words), start=1):
            yield paragraph(bookmark(f"g{place}", _GAPS + place) + run(title), "Heading2")
            yield paragraph(run(meaning), "Note")
            for finding in findings:
                yield from finding

    def gap_groups(
        self, gaps: KnownGaps, words: GapsTexts
    ) -> Iterator[tuple[str, str, list[Iterator[str]]]]:
        """Yield the title, the meaning and the findings of each group."""
        for severity, findings in gaps.groups():
            found = [self.finding(f, words.hint, _(f.hint), words.see) for f in findings]
            yield translated(severity.label), _(severity.meaning), found
        if ignored := gaps.report.ignored:
            found = [self.finding(f, words.reason, gaps.reason(f)) for f in ignored]
            yield words.ignored, words.ignored_meaning, found

    def finding(self, finding: Finding, label: str, words: str, see: str = "") -> Iterator[str]:
        # What the checker quotes is text: a pointer in it is not followed.
        yield self.paragraph([self.package.place(finding.place)], "Label")
        yield self.paragraph([TextSpan(fold_spaces(message_of(finding)))])
        yield paragraph(run(f"{label} ", bold=True) + run(fold_spaces(words)), rtl=is_rtl(words))
        if see and finding.about:
            links = [TextSpan(", ")] * (2 * len(finding.about) - 1)
            links[::2] = [self.package.place(place) for place in finding.about]
            yield paragraph(run(f"{see} ", bold=True) + self.runs(links))

    def heading(self, chapter: Chapter, anchor: str, words: str, level: int) -> str:
        name = self.bookmarks[chapter.type, anchor]
        return paragraph(
            bookmark(name, int(name[1:])) + run(words), f"Heading{level}", rtl=is_rtl(words)
        )

    def section(self, chapter: Chapter, view: SectionView) -> Iterator[str]:
        match view.section.kind:
            case SectionKind.ITEMS if not any(item.texts for item in view.value):
                yield self.rows(chapter, view.value)
            case SectionKind.ITEMS:
                for item in view.value:
                    yield from self.item(chapter, item)
            case SectionKind.ITEM_IDS:
                for link in view.value:
                    yield self.paragraph([self.package.linked(link)], "ListBullet")
            case SectionKind.LINES:
                for line in view.value:
                    yield self.paragraph(self.package.spans(fold_spaces(line)), "ListBullet")
            case SectionKind.NUMBER:
                yield paragraph(run(view.amount))
            case _:
                yield from self.paragraphs(view.value)

    def item(self, chapter: Chapter, item: ItemView) -> Iterator[str]:
        yield self.heading(
            chapter, item.id, f"{item.id} {fold_spaces(self.package.plain_text(item.title))}", 3
        )
        if item.badges:
            yield paragraph(run(" · ".join(map(_badge, item.badges))), "Note")
        for place, view in enumerate(item.texts):
            if place:
                yield _label(view)
            yield from self.paragraphs(view.value)
        for view in item.lines:
            yield _label(view)
            for line in view.value:
                yield self.paragraph(self.package.spans(fold_spaces(line)), "ListBullet")
        for view in item.links:
            links = [TextSpan(", ")] * (2 * len(view.value) - 1)
            links[::2] = [self.package.linked(link) for link in view.value]
            yield paragraph(run(f"{view.field.label}: ", bold=True) + self.runs(links))

    def rows(self, chapter: Chapter, items: Iterable[ItemView]) -> str:
        """A table of items that are one sentence each."""
        found = list(items)
        noun = capitalised(found[0].noun) if found else ""
        labels = list(dict.fromkeys(view.field.label for item in found for view in item.badges))
        rows = []
        for item in found:
            name = self.bookmarks[chapter.type, item.id]
            weights = {view.field.label: capitalised(view.display_value) for view in item.badges}
            first = bookmark(name, int(name[1:])) + run(item.id, bold=True)
            rows.append(
                [
                    first,
                    self.runs(self.package.spans(item.title)),
                    *(run(weights.get(n, "")) for n in labels),
                ]
            )
        return table([_("No."), noun, *labels], rows, [1, 6.5, *(1.9 for _label_ in labels)])

    def link(self, item_id: str) -> str:
        """Return the id of an item, leading to it where the package has it."""
        return self.runs([TextSpan(item_id, self.package.span(item_id).target)])

    def paragraphs(self, text: str) -> Iterator[str]:
        for line in lines(text):
            yield self.paragraph(self.package.spans(line))

    def paragraph(self, spans: Iterable[TextSpan], style: str = "") -> str:
        pieces = list(spans)
        return paragraph(
            self.runs(pieces), style, rtl=is_rtl("".join(span.text for span in pieces))
        )

    def runs(self, spans: Iterable[TextSpan]) -> str:
        return "".join(
            (
                hyperlink(span.text, self.bookmarks[span.target.artifact_type, span.target.anchor])
                if span.target
                else run(span.text, style="Mark" if span.mark else "")
            )
            for span in spans
        )


def _badge(view: FieldView) -> str:
    return view.display_value if view.field.unit else f"{view.field.label}: {view.display_value}"


def _label(view: FieldView) -> str:
    return paragraph(run(view.field.label, bold=True), "Label")
