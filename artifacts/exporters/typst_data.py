"""The package as package.typ reads it: plain values, in which texts are only ever strings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from artifacts.checker.findings import Finding
from artifacts.checker.messages import message_of
from artifacts.documents.labels import in_language
from artifacts.documents.presentation import FieldView, ItemView, SectionView
from artifacts.documents.references import shorten
from artifacts.exporters import figures
from artifacts.exporters.gaps import gaps_words
from artifacts.exporters.options import Options
from artifacts.exporters.package import Chapter, Package, TextSpan, lines
from artifacts.exporters.summary_data import summary_data
from artifacts.exporters.wording import (
    capitalised,
    chapter_note,
    coverage_words,
    legend,
    risks_words,
    timeline_words,
)
from artifacts.schemas.base import SectionKind
from artifacts.text import fold_spaces
from artifacts.translation import translated

_LONG = re.compile(r"\S{25,}")
_KANA = re.compile("[\u3040-\u30ff]")
_ZERO_WIDTH_SPACE = "\u200b"
_SCRIPTS = {
    "ARABIC": "ar",
    "HEBREW": "he",
    "DEVANAGARI": "hi",
    "THAI": "th",
    "GREEK": "el",
    "CYRILLIC": "ru",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "CJK": "zh",
}
SHORT = 1_500
"""Up to so many characters a text may be kept on one page."""


def typst_data(package: Package, options: Options) -> dict[str, Any]:
    brand = options.brand
    first = package.chapters[0]
    title = package.project_name
    return {
        "title": _text(title),
        "short_title": _text(shorten(title, 70)),
        "plain_title": title,
        "subtitle": first.title if package.is_single else _("Strategy package"),
        "kind": _("Strategy document") if package.is_single else _("Strategy package"),
        "single": package.is_single,
        "date": chapter_note(first)[1] if package.is_single else _month(package),
        "paper": options.paper.value,
        "lang": package.language,
        "brand": {
            "name": brand.name,
            "colour": brand.ink,
            "mark": brand.has_own_mark,
            "logo_format": brand.logo_format,
            "logo_on_cover": brand.logo_height(11, 60) if brand.logo else 0,
            "logo_on_pages": brand.logo_height(4.2, 30) if brand.logo else 0,
        },
        "words": {
            "contents": _("Contents"),
            "page": _("Page %(page)s of %(total)s") % {"page": "{page}", "total": "{total}"},
            "documents": _("In this package"),
            "notice": _("About the characters"),
            "number": _("No."),
        },
        "notice": "",
        "summary": summary_data(package, _spans),
        "chapters": [_chapter(package, chapter) for chapter in package.chapters],
        "gaps": _known_gaps(package),
    }


def _month(package: Package) -> str:
    return formats.date_format(package.date, "DATE_FORMAT")


def _chapter(package: Package, chapter: Chapter) -> dict[str, Any]:
    with in_language(chapter.language):
        return _chapter_data(package, chapter)


def _chapter_data(package: Package, chapter: Chapter) -> dict[str, Any]:
    version, date = chapter_note(chapter)
    return {
        "lang": chapter.language,
        "id": chapter.type.value,
        "number": chapter.type.number,
        "title": chapter.title,
        "purpose": chapter.purpose,
        "version": version,
        "date": date,
        "timeline": _timeline(package, chapter),
        "risks": _risks(package, chapter),
        "coverage": _coverage(package, chapter),
        "sections": [_section(package, chapter, section) for section in chapter.sections],
        "legend": legend(chapter),
    }


def _section(package: Package, chapter: Chapter, view: SectionView) -> dict[str, Any]:
    section = view.section
    found: dict[str, Any] = {
        "id": f"{chapter.type.value}.{section.name}",
        "title": section.title,
        "kind": section.kind.value,
        "short": section.kind is SectionKind.PROSE and len(view.value) < SHORT,
    }
    match section.kind:
        case SectionKind.ITEMS:
            items = [_item(package, chapter, item) for item in view.value]
            bare = all(not item["parts"] for item in items)
            found |= {"items": items, "kind": "rows" if bare else "items"}
            found["noun"] = capitalised(view.value[0].noun) if items else ""
        case SectionKind.ITEM_IDS:
            found["lines"] = [_spans([package.linked(link)]) for link in view.value]
        case SectionKind.LINES:
            found["lines"] = [_line(package, line) for line in view.value]
        case SectionKind.NUMBER:
            found |= {"number": str(view.value), "unit": view.unit}
        case _:
            found["paragraphs"] = _paragraphs(package, view.value)
    return found


def _item(package: Package, chapter: Chapter, item: ItemView) -> dict[str, Any]:
    parts: list[dict[str, Any]] = [
        {
            "label": "" if place == 0 else view.field.label,
            "paragraphs": _paragraphs(package, view.value),
        }
        for place, view in enumerate(item.texts)
    ]
    parts += [
        {"label": view.field.label, "lines": [_line(package, line) for line in view.value]}
        for view in item.lines
    ]
    parts += [
        {
            "label": view.field.label,
            "links": [_spans([package.linked(link)]) for link in view.value],
        }
        for view in item.links
    ]
    return {
        "id": f"{chapter.type.value}.{item.id}",
        "name": item.id,
        "number": item.number or 0,
        "title": _line(package, item.title),
        "badges": [_badge(view) for view in item.badges],
        "parts": parts,
    }


def _badge(view: FieldView) -> dict[str, str]:
    """`tone` colours what is good or bad to have; the word says it too."""
    tone = (view.value or "plain") if view.field.name in {"severity", "likelihood"} else "plain"
    if view.field.name == "priority" and view.value == "high":
        tone = "accent"
    return {
        "label": "" if view.field.unit else view.field.label,
        "value": capitalised(view.words),
        "tone": tone,
    }


def _level(level: str, words: str) -> dict[str, str]:
    return {"label": "", "value": capitalised(words), "tone": level or "plain"}


def _short(text: str) -> str:
    """Cut a title to what fits beside a bar; the letters of East Asia are twice as wide."""
    is_wide = any(unicodedata.east_asian_width(char) in {"W", "F"} for char in text)
    return shorten(text, 32 if is_wide else 64)


def _timeline(package: Package, chapter: Chapter) -> dict[str, Any] | None:
    found = figures.timeline(chapter)
    if found is None:
        return None
    bars = [
        {
            "to": f"{chapter.type.value}.{bar.item.id}",
            "name": bar.item.id,
            "title": _line(package, _short(package.words(bar.item.title))),
            "start": bar.start,
            "weeks": bar.weeks,
            "critical": bar.is_critical,
        }
        for bar in found.bars
    ]
    return {**timeline_words(found), "bars": bars, "total": found.total}


def _risks(package: Package, chapter: Chapter) -> dict[str, Any] | None:
    found = figures.risks(chapter)
    if not found:
        return None
    rows = [
        {
            "to": f"{chapter.type.value}.{risk.item.id}",
            "name": risk.item.id,
            "title": _line(package, package.words(risk.item.title)),
            "section": risk.section.section.title,
            "severity": risk.severity,
            "likelihood": risk.likelihood,
            "badges": [
                _level(risk.severity, risk.severity_words),
                _level(risk.likelihood, risk.likelihood_words),
            ],
        }
        for risk in found
    ]
    return {**risks_words(found), "rows": rows}


def _coverage(package: Package, chapter: Chapter) -> dict[str, Any] | None:
    found = figures.coverage(package, chapter)
    if (
        found is None
        or not any(item.texts for _, item in chapter.items())
        or figures.risks(chapter)
    ):
        return None
    rows = [
        {
            "to": f"{chapter.type.value}.{row.item.id}",
            "name": row.item.id,
            "title": _line(package, package.words(row.item.title)),
            "badges": [_badge(view) for view in row.item.badges],
            "cells": [[_spans([_bare(package, name)]) for name in cell] for cell in row.cells],
        }
        for row in found.rows
    ]
    return {
        **coverage_words(found),
        "columns": [column.title for column in found.columns],
        "rows": rows,
    }


_GAPS_WORDS = ("title", "purpose", "verdict", "score", "summary", "evidence")


def _known_gaps(package: Package) -> dict[str, Any] | None:
    gaps = package.gaps
    if gaps is None:
        return None
    words = gaps_words(gaps, is_single=package.is_single)
    found: dict[str, Any] = {name: getattr(words, name) for name in _GAPS_WORDS}
    found["tone"] = {"broken": "high", "needs_work": "medium", "ready": "low"}[
        gaps.report.verdict.value
    ]
    found["groups"] = [
        {
            "title": translated(severity.label),
            "meaning": _(severity.meaning),
            "tone": {"broken": "high", "important": "medium", "minor": "plain"}[severity.value],
            "findings": [_finding(package, f, words.hint, _(f.hint), words.see) for f in findings],
        }
        for severity, findings in gaps.groups()
    ]
    if ignored := gaps.report.ignored:
        findings = [_finding(package, f, words.reason, gaps.reason(f)) for f in ignored]
        found["groups"].append(
            {
                "title": words.ignored,
                "meaning": words.ignored_meaning,
                "tone": "plain",
                "findings": findings,
            }
        )
    return found


def _finding(
    package: Package, finding: Finding, label: str, words: str, see: str = ""
) -> dict[str, Any]:
    # What the checker quotes is text: a pointer in it is not followed.
    return {
        "name": finding.place.item_id,
        "place": _spans([package.place(finding.place)]),
        "message": _spans([TextSpan(fold_spaces(message_of(finding)))]),
        "label": label,
        "words": _spans([TextSpan(fold_spaces(words))]),
        "see": see if finding.about else "",
        "others": [_spans([package.place(place)]) for place in finding.about],
    }


def _bare(package: Package, item_id: str) -> TextSpan:
    return TextSpan(item_id, package.span(item_id).target)


def _line(package: Package, text: str) -> dict[str, Any]:
    return _spans(package.spans(fold_spaces(text)))


def _paragraphs(package: Package, text: str) -> list[dict[str, Any]]:
    return [_spans(package.spans(line)) for line in lines(text)]


def _spans(spans: Iterable[TextSpan]) -> dict[str, Any]:
    pieces = list(spans)
    whole = "".join(span.text for span in pieces)
    found: dict[str, Any] = {"spans": list(_pieces(pieces))}
    if language := _language(whole):
        found |= {"lang": language, "rtl": language in {"ar", "he"}}
    return found


def _text(text: str) -> dict[str, Any]:
    pieces = [TextSpan(text)]
    language = _language(text)
    return {"spans": list(_pieces(pieces)), "lang": language, "rtl": language in {"ar", "he"}}


def _pieces(spans: Iterable[TextSpan]) -> Iterator[str | list[str]]:
    for span in spans:
        text = _LONG.sub(_breakable, span.text.replace("\t", " "))
        if span.mark:
            yield [text, ""]
        elif target := span.target:
            yield [text, f"{target.artifact_type.value}.{target.anchor}"]
        else:
            yield text


def _breakable(match: re.Match[str]) -> str:
    """Let a long unbroken token break, but never inside a letter and its marks."""
    token = match[0]
    if not token.isascii() and any(
        unicodedata.category(char).startswith(("Lo", "M")) for char in token
    ):
        return token
    return _ZERO_WIDTH_SPACE.join(token[place : place + 12] for place in range(0, len(token), 12))


def _language(text: str) -> str:
    """Return the language that a text's first letter speaks for, or "" for that of the package."""
    first = next((char for char in text if char.isalpha()), "")
    if first < "\u0370":
        return ""
    language = _SCRIPTS.get(unicodedata.name(first, "").partition(" ")[0], "")
    return "ja" if language == "zh" and _KANA.search(text) else language
