"""The one-page summary as the formats write it: as package.typ reads it, or line by line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from artifacts.documents.labels import in_language, mark_label
from artifacts.documents.references import Target
from artifacts.exporters.package import Package, TextSpan
from artifacts.facts.sum_cards import SumCard
from artifacts.schemas.marks import Mark
from artifacts.summary.answers import PageEntry
from artifacts.summary.one_page import OnePage, PageItem

Runs = Callable[[list[TextSpan]], dict[str, Any]]


def summary_data(package: Package, runs: Runs) -> dict[str, Any] | None:
    """Return the summary of a package, its texts as `runs` makes them of spans; None if none."""
    page = package.summary
    if page is None:
        return None
    with in_language(page.language):
        return {
            "lang": page.language,
            "headings": dict(page.headings),
            "purpose": summary_purpose(),
            "texts": [_entry(package, entry, runs) for entry in page.texts],
            "figures": [_entry(package, entry, runs) for entry in page.figures],
            "sums": _sums(page, runs),
            "risks": [_item(package, item, runs) for item in page.risks],
            "assumptions": [_item(package, item, runs) for item in page.assumptions],
            "questions": [
                runs([*package.spans(question), mark_span(Mark.OPEN, page.language)])
                for question in page.questions
            ],
            "legend": page.legend,
        }


def summary_purpose() -> str:
    """Return what the page is for, in the active language."""
    return _("What it is, for whom, by when, and what could stop us.")


def mark_span(mark: Mark, language: str) -> TextSpan:
    """Return a mark as it stands behind a text that is none of a document's."""
    return TextSpan(f" ({mark_label(mark, language)})", mark=mark)


def _entry(package: Package, entry: PageEntry, runs: Runs) -> dict[str, Any]:
    return {
        "label": entry.label,
        "text": runs(list(package.spans(entry.text))),
        "note": runs(list(package.spans(entry.note))) if entry.note else None,
        "open": entry.is_open,
    }


def _sums(page: OnePage, runs: Runs) -> list[dict[str, Any]]:
    return [
        {
            "figure": runs([TextSpan(card.figure)]),
            "words": runs([TextSpan(card.label), mark_span(Mark.COMPUTED, page.language)]),
            "sum": runs([TextSpan(card.sum)]) if card.sum else None,
        }
        for card in page.sums
    ]


def _item(package: Package, item: PageItem, runs: Runs) -> dict[str, Any]:
    return {
        "name": item.target.item_id,
        "to": _anchor(package, item.target),
        "title": runs(list(package.spans(item.title))),
        "note": runs(list(package.spans(item.note))) if item.note else None,
        "badges": [
            {"label": badge.label, "value": badge.value, "tone": badge.level or "plain"}
            for badge in item.badges
        ],
    }


def _anchor(package: Package, target: Target) -> str:
    is_inside = package.leads_inside(target)
    return f"{target.artifact_type.value}.{target.anchor}" if is_inside else ""


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """A line of a summary without columns: the bold label, the text after it, and the note below
    both.
    """

    bold: str
    spans: tuple[TextSpan, ...] = ()
    under: tuple[tuple[TextSpan, ...], ...] = ()


def summary_groups(package: Package) -> list[tuple[str, list[SummaryLine]]]:
    """Return the lines of the summary under their headings; the first has none of its own."""
    page = package.summary
    if page is None:
        return []
    headings = page.headings
    groups = [
        ("", [_answer_line(package, entry) for entry in (*page.texts, *page.figures)]),
        (headings["risks"], [_item_line(package, item) for item in page.risks]),
        (headings["assumptions"], [_item_line(package, item) for item in page.assumptions]),
        (headings["sums"], [_sum_line(page, card) for card in page.sums]),
        (headings["questions"], [_question_line(package, page, q) for q in page.questions]),
    ]
    return [(heading, lines) for heading, lines in groups if lines]


def _answer_line(package: Package, entry: PageEntry) -> SummaryLine:
    notes = (tuple(package.spans(entry.note)),) if entry.note else ()
    return SummaryLine(f"{entry.label}:", tuple(package.spans(entry.text)), notes)


def _item_line(package: Package, item: PageItem) -> SummaryLine:
    weights = ", ".join(f"{badge.label}: {badge.value}" for badge in item.badges)
    notes = (tuple(package.spans(item.note)),) if item.note else ()
    title = tuple(package.spans(f"{item.title} "))
    return SummaryLine(item.target.item_id, (*title, TextSpan(f"({weights})")), notes)


def _sum_line(page: OnePage, card: SumCard) -> SummaryLine:
    spans = (TextSpan(card.label), mark_span(Mark.COMPUTED, page.language))
    return SummaryLine(card.figure, spans, ((TextSpan(card.sum),),) if card.sum else ())


def _question_line(package: Package, page: OnePage, question: str) -> SummaryLine:
    return SummaryLine("", (*package.spans(question), mark_span(Mark.OPEN, page.language)))
