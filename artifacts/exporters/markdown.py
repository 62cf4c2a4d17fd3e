"""The package as Markdown, in two variants.

Readable: pastes cleanly into Notion, Google Docs and mail; no tables of numbers, no code,
references as words. Technical: for a repository; front matter, anchors and links, acceptance
criteria as tasks, tables, Mermaid.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from artifacts.charts.pictures import CoverageMatrix, RiskMatrix
from artifacts.checker.findings import Finding, Location
from artifacts.checker.messages import message_of
from artifacts.documents.labels import in_language
from artifacts.documents.presentation import FieldView, ItemView, SectionView
from artifacts.documents.references import Target
from artifacts.exporters.commonmark import begin, escape, escape_cell, escape_heading
from artifacts.exporters.figure_texts import (
    coverage_columns,
    coverage_texts,
    risks_texts,
    timeline_texts,
)
from artifacts.exporters.figures import risk_rows
from artifacts.exporters.gaps import ANCHOR, GapsTexts, KnownGaps, gaps_texts
from artifacts.exporters.mermaid import flow, gantt
from artifacts.exporters.package import Chapter, Package, TextSpan, lines
from artifacts.exporters.summary_data import SummaryLine, summary_groups
from artifacts.exporters.wording import capitalised, chapter_note, legend
from artifacts.schemas.base import SectionKind
from artifacts.summary.one_page import OnePage
from artifacts.text import fold_spaces
from artifacts.translation import translated


def render_readable(package: Package) -> str:
    return _Readable(package).render()


def render_technical(package: Package) -> str:
    return _Technical(package).render()


class _Readable:
    """Every method yields blocks, which stand apart by an empty line."""

    def __init__(self, package: Package) -> None:
        self.package = package
        # A single document is headed by its own title, and everything in it moves up by one level.
        self.top = "#" if package.is_single else "##"

    def render(self) -> str:
        return "\n\n".join(block for block in self.package_blocks() if block) + "\n"

    def package_blocks(self) -> Iterator[str]:
        name = escape_heading(self.package.project_name)
        if not self.package.is_single:
            yield f"# {name}"
            yield escape(_("Strategy package"))
        if self.package.summary:
            yield from self.summary(self.package.summary)
        for chapter in self.package.chapters:
            with in_language(chapter.language):
                blocks = list(self.chapter(chapter))
            yield from blocks
        if gaps := self.package.gaps:
            yield from self.known_gaps(gaps)

    def summary(self, page: OnePage) -> Iterator[str]:
        yield f"## {escape_heading(page.headings['page'])}"
        for heading, entries in summary_groups(self.package):
            if heading:
                yield f"### {escape_heading(heading)}"
            yield self.bullets(map(self.summary_line, entries))
        yield begin(escape(page.legend))

    def summary_line(self, line: SummaryLine) -> str:
        bold = f"**{escape(line.bold)}** " if line.bold else ""
        under = (f"\n  - {begin(self.spans(spans))}" for spans in line.under)
        return f"{bold}{self.spans(line.spans)}{''.join(under)}"

    def chapter(self, chapter: Chapter) -> Iterator[str]:
        version, date = chapter_note(chapter)
        yield f"{self.top} {self.chapter_title(chapter)}"
        yield f"{escape(chapter.purpose)} {escape(f'{version}, {date}.')}"
        # Here and not at the end, where an import would take it for the end of the last section.
        yield begin(escape(legend(chapter)))
        yield from self.overview(chapter)
        for section in chapter.sections:
            yield from self.section(chapter, section)

    def chapter_title(self, chapter: Chapter) -> str:
        title = (
            f"{self.package.project_name}: {chapter.title}"
            if self.package.is_single
            else chapter.title
        )
        return escape_heading(title)

    def overview(self, chapter: Chapter) -> Iterator[str]:
        yield from ()

    def section(self, chapter: Chapter, view: SectionView) -> Iterator[str]:
        section = view.section
        yield self.section_heading(chapter, section.name, section.title)
        match section.kind:
            case SectionKind.ITEMS if not any(item.texts for item in view.value):
                yield self.bullets(self.row(item) for item in view.value)
            case SectionKind.ITEMS:
                for item in view.value:
                    yield from self.item(chapter, item)
            case SectionKind.ITEM_IDS:
                yield self.bullets(self.spans([self.package.linked(link)]) for link in view.value)
            case SectionKind.LINES:
                yield self.bullets(self.text(line) for line in view.value)
            case SectionKind.NUMBER:
                yield escape(view.amount)
            case _:
                yield from self.paragraphs(view.value)

    def known_gaps(self, gaps: KnownGaps) -> Iterator[str]:
        words = gaps_texts(gaps, is_single=self.package.is_single)
        yield f"## {self.known_gaps_title(words)}"
        yield begin(escape(words.purpose))
        yield f"**{escape(words.verdict)}** · {escape(words.score)}"
        yield begin(escape(words.summary))
        if words.evidence:
            yield begin(escape(words.evidence))
        for severity, findings in gaps.groups():
            yield f"### {escape_heading(translated(severity.label))}"
            yield begin(escape(_(severity.meaning)))
            yield self.bullets(
                self.finding(finding, words.hint, _(finding.hint), words.see)
                for finding in findings
            )
        if gaps.report.ignored:
            yield f"### {escape_heading(words.ignored)}"
            yield begin(escape(words.ignored_meaning))
            yield self.bullets(
                self.finding(f, words.reason, gaps.reason(f)) for f in gaps.report.ignored
            )

    def known_gaps_title(self, words: GapsTexts) -> str:
        return escape_heading(words.title)

    def finding(self, finding: Finding, label: str, words: str, see: str = "") -> str:
        """Return one finding, and under it what is to be said of it."""
        # What the checker quotes is text: a pointer in it is not followed.
        entry = f"**{self.place(finding.place)}:** {escape(message_of(finding))}"
        under = [f"{escape(label)} {escape(fold_spaces(words))}"]
        if see and finding.about:
            under.append(f"{escape(see)} {', '.join(map(self.place, finding.about))}")
        return "\n".join([entry, *(f"  - {begin(line)}" for line in under)])

    def place(self, place: Location) -> str:
        return self.spans([self.package.place(place)])

    def section_heading(self, chapter: Chapter, name: str, title: str) -> str:
        return f"{self.top}# {escape_heading(title)}"

    def item(self, chapter: Chapter, item: ItemView) -> Iterator[str]:
        yield self.item_heading(chapter, item)
        if item.badges:
            yield " · ".join(self.badge(view) for view in item.badges)
        for place, view in enumerate(item.texts):
            if place:
                yield self.label(view)
            yield from self.paragraphs(view.value)
        for view in item.lines:
            yield self.label(view)
            yield self.criteria(view)
        for view in item.links:
            yield (
                f"{self.label(view)}"
                f" {', '.join(self.spans([self.package.linked(link)]) for link in view.value)}"
            )

    def item_heading(self, chapter: Chapter, item: ItemView) -> str:
        return f"{self.top}## {escape_heading(f'{item.id} {self.package.plain_text(item.title)}')}"

    def row(self, item: ItemView) -> str:
        """Return an item that is one sentence, with what it is weighed by."""
        weights = ", ".join(map(self.badge, item.badges))
        return f"**{escape(item.id)}** {self.text(item.title)}{f' ({weights})' if weights else ''}"

    def badge(self, view: FieldView) -> str:
        return escape(
            view.display_value if view.field.unit else f"{view.field.label}: {view.display_value}"
        )

    def label(self, view: FieldView) -> str:
        return f"**{escape(view.field.label)}:**"

    def criteria(self, view: FieldView) -> str:
        return self.bullets(self.text(line) for line in view.value)

    def bullets(self, entries: Iterable[str]) -> str:
        return "\n".join(f"- {begin(entry)}" for entry in entries)

    def paragraphs(self, text: str) -> Iterator[str]:
        for line in lines(text):
            yield begin(self.text(line))

    def text(self, text: str) -> str:
        """Return one line of text with its pointers, for use inside a line."""
        return self.spans(self.package.spans(" ".join(text.split())))

    def spans(self, spans: Iterable[TextSpan]) -> str:
        return escape("".join(span.text for span in spans))


def _inert(quoted: str) -> str:
    """Spell the marks of HTML in a JSON text by their numbers: not every reader of Markdown knows
    front matter.
    """
    return quoted.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


class _Technical(_Readable):
    def render(self) -> str:
        return f"{self.front_matter()}\n{super().render()}"

    def front_matter(self) -> str:
        """JSON values are YAML too, whatever a name contains."""
        documents = [
            {
                "type": chapter.type.value,
                "version": chapter.version,
                "date": chapter.date.date().isoformat(),
                "state": chapter.state,
            }
            for chapter in self.package.chapters
        ]
        matter: dict[str, Any] = {"project": self.package.project_name}
        if self.package.project_id:
            matter["id"] = self.package.project_id
        matter["documents"] = documents
        rows = (
            f"{name}: {_inert(json.dumps(value, ensure_ascii=False))}"
            for name, value in matter.items()
        )
        return "\n".join(["---", *rows, "---", ""])

    def package_blocks(self) -> Iterator[str]:
        blocks = super().package_blocks()
        if self.package.is_single:
            yield from blocks
            return
        yield next(blocks)
        yield next(blocks)
        chapters = self.package.chapters
        entries = [
            f"{found.type.number}. [{escape(found.title)}](#{found.type.value})"
            for found in chapters
        ]
        if gaps := self.package.gaps:
            title = gaps_texts(gaps, is_single=False).title
            entries.append(f"{chapters[-1].type.number + 1}. [{escape(title)}](#{ANCHOR})")
        yield "\n".join(entries)
        yield from blocks

    def known_gaps_title(self, words: GapsTexts) -> str:
        return f"{_anchor(ANCHOR)}{super().known_gaps_title(words)}"

    def chapter_title(self, chapter: Chapter) -> str:
        return f"{_anchor(chapter.type.value)}{super().chapter_title(chapter)}"

    def section_heading(self, chapter: Chapter, name: str, title: str) -> str:
        return f"{self.top}# {_anchor(f'{chapter.type.value}.{name}')}{escape_heading(title)}"

    def item_heading(self, chapter: Chapter, item: ItemView) -> str:
        title = escape_heading(f"{item.id} {self.package.plain_text(item.title)}")
        return f"{self.top}## {_anchor(item.id)}{title}"

    def row(self, item: ItemView) -> str:
        return _anchor(item.id) + super().row(item)

    def criteria(self, view: FieldView) -> str:
        mark = "[ ] " if view.field.name.endswith("criteria") else ""
        return "\n".join(f"- {mark}{begin(self.text(line))}" for line in view.value)

    def spans(self, spans: Iterable[TextSpan]) -> str:
        # An exclamation mark before a link would make it a picture; brackets of the text itself are
        # escaped.
        return "".join(_link(span) for span in spans).replace("![", r"\![")

    def overview(self, chapter: Chapter) -> Iterator[str]:
        pictures = self.package.pictures.of(chapter.type)
        if pictures.timeline:
            yield f"{self.top}# {escape(timeline_texts(pictures.timeline)['heading'])}"
            yield gantt(self.package, pictures.timeline)
        if pictures.risks:
            yield from self.risk_table(chapter, pictures.risks)
        if pictures.coverage:
            yield from self.coverage_table(pictures.coverage)
        if pictures.journey:
            yield flow(self.package, pictures.journey)

    def risk_table(self, chapter: Chapter, matrix: RiskMatrix) -> Iterator[str]:
        risks = risk_rows(chapter, matrix)
        words = risks_texts(risks)
        yield f"{self.top}# {escape(words['heading'])}"
        rows = [
            (
                _item_link(risk.id),
                self.cell(risk.title),
                escape_cell(risk.section),
                escape_cell(capitalised(risk.severity.display_value)),
                escape_cell(capitalised(risk.likelihood.display_value)),
            )
            for risk in risks
        ]
        yield _table(
            (_("No."), words["risk"], words["kind"], words["severity"], words["likelihood"]), rows
        )

    def coverage_table(self, coverage: CoverageMatrix) -> Iterator[str]:
        words = coverage_texts(coverage)
        yield f"{self.top}# {escape(words['heading'])}"
        rows = [
            (
                _item_link(row.feature.item_id),
                self.cell(row.feature.title),
                *(
                    ", ".join(self.item_link(target) for target in cell(row).shown) or words["none"]
                    for _title, cell in coverage_columns(coverage)
                ),
            )
            for row in coverage.rows.shown
        ]
        yield _table((_("No."), words["item"], *words["columns"]), rows)

    def item_link(self, target: Target) -> str:
        """Return the id of an item, leading to it where the package has it."""
        return _item_link(target.item_id) if self.package.leads_inside(target) else target.item_id

    def cell(self, title: str) -> str:
        return escape_cell(self.package.plain_text(title))


def _anchor(name: str) -> str:
    return f'<a id="{name}"></a>'


def _item_link(item_id: str) -> str:
    return f"[{item_id}](#{item_id})"


def _link(span: TextSpan) -> str:
    if span.mark:
        # As it is stored, so that it comes back with an import. Without a definition it links to
        # nothing.
        return span.mark.code
    if span.target is None:
        return escape(span.text)
    name = span.target.item_id or f"{span.target.artifact_type.value}.{span.target.anchor}"
    return f"[{escape(span.text)}](#{name})"


def _table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    titles = [escape_cell(title) for title in header]
    table = [titles, ["---"] * len(titles), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in table)
