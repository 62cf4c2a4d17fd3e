"""What the chapters of a Word document begin with: pictures, and beside them tables, in which one
can search and follow links.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from docx.document import Document

from artifacts.charts.pictures import CoverageMatrix, Timeline
from artifacts.documents.labels import in_language
from artifacts.exporters.figure_texts import coverage_columns, days_text, weeks_text
from artifacts.exporters.figures import RiskRow, risk_rows
from artifacts.exporters.options import Options
from artifacts.exporters.package import Chapter, Package
from artifacts.exporters.typst_figures import chapter_figures
from artifacts.exporters.word_pictures import Figures, draw_pictures
from artifacts.exporters.word_xml import paragraph, picture, run, table
from artifacts.exporters.wording import capitalised, weeks

Link = Callable[[str], str]
"""Makes a link of the id of an item."""


class WordFigures:
    """Writes the figures at the beginning of chapters."""

    def __init__(self, package: Package, document: Document, options: Options, link: Link) -> None:
        self.package = package
        self.link = link
        self._figures: Figures = {}
        for chapter in package.chapters:
            with in_language(chapter.language):
                self._figures[chapter.type] = chapter_figures(package, chapter)
        self._pictures = draw_pictures(package, self._figures, document, options)

    def of(self, chapter: Chapter) -> Iterator[str]:
        """Yield the pictures and tables of a chapter, each below its heading."""
        found = self.package.pictures.of(chapter.type)
        figures = self._figures[chapter.type]
        if found.timeline:
            yield from self._begin(chapter, "timeline")
            yield self._timeline(found.timeline, figures["timeline"])
        if found.risks:
            yield from self._begin(chapter, "risks")
            yield self._risks(risk_rows(chapter, found.risks), figures["risks"])
        if found.coverage:
            yield from self._begin(chapter, "coverage")
            yield from self._map(chapter)
            yield self._coverage(found.coverage, figures["coverage"])
        if (chapter.type, "journey") in self._pictures:
            yield from self._begin(chapter, "journey")

    def _begin(self, chapter: Chapter, name: str) -> Iterator[str]:
        words = self._figures[chapter.type][name]
        yield paragraph(run(words["heading"]), "Heading2")
        yield paragraph(run(words["caption"]))
        yield from self._picture(chapter, name)

    def _picture(self, chapter: Chapter, name: str) -> Iterator[str]:
        if drawn := self._pictures.get((chapter.type, name)):
            yield paragraph(picture(drawn), "Picture")

    def _map(self, chapter: Chapter) -> Iterator[str]:
        yield from self._picture(chapter, "map")
        figure = self._figures[chapter.type]["map"]
        if figure and figure["caption"] and (chapter.type, "map") in self._pictures:
            yield paragraph(run(figure["caption"]), "Note")

    def _timeline(self, timeline: Timeline, words: dict[str, Any]) -> str:
        rows = [
            [
                self.link(bar.target.item_id),
                run(self.package.plain_text(bar.target.title), bold=bar.is_critical),
                run(weeks_text(bar)),
                run(days_text(bar) or weeks(bar.weeks)),
                run(words["critical"] if bar.is_critical else words["slack"]),
            ]
            for bar in timeline.bars.shown
        ]
        when = words["when"] if timeline.start else _("Length")
        header = [_("No."), _("Milestone"), words["week"], when, _("Critical path")]
        return table(header, rows, [1, 3.6, 1.4, 2.8 if timeline.start else 1.6, 2])

    def _risks(self, risks: Iterable[RiskRow], words: dict[str, Any]) -> str:
        rows = [
            [
                self.link(risk.id),
                run(self.package.plain_text(risk.title)),
                run(risk.section),
                run(capitalised(risk.severity.display_value), bold=risk.placed.severity == "high"),
                run(
                    capitalised(risk.likelihood.display_value),
                    bold=risk.placed.likelihood == "high",
                ),
            ]
            for risk in risks
        ]
        header = [_("No."), words["risk"], words["kind"], words["severity"], words["likelihood"]]
        return table(header, rows, [1, 4, 2, 1.5, 1.7])

    def _coverage(self, coverage: CoverageMatrix, words: dict[str, Any]) -> str:
        columns = coverage_columns(coverage)
        rows = [
            [
                self.link(row.feature.item_id),
                run(self.package.plain_text(row.feature.title)),
                *(
                    run(", ").join(self.link(target.item_id) for target in cell(row).shown)
                    or run(words["none"])
                    for _title, cell in columns
                ),
            ]
            for row in coverage.rows.shown
        ]
        header = [_("No."), words["item"], *words["columns"]]
        return table(header, rows, [1, 4, *(2 for _column in columns)])
