"""The package as package.typ reads it: plain values, in which texts are only ever strings."""

from __future__ import annotations

from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from artifacts.checker.findings import Finding
from artifacts.checker.messages import message_of
from artifacts.documents.labels import in_language
from artifacts.documents.presentation import ItemView, SectionView
from artifacts.documents.references import shorten
from artifacts.exporters.gaps import gaps_texts
from artifacts.exporters.options import Options
from artifacts.exporters.package import Chapter, Package, TextSpan
from artifacts.exporters.summary_data import summary_data
from artifacts.exporters.typst_figures import badge, chapter_figures
from artifacts.exporters.typst_text import plain_run, text_line, text_paragraphs, text_run
from artifacts.exporters.wording import capitalised, chapter_note, legend
from artifacts.schemas.base import SectionKind
from artifacts.text import fold_spaces
from artifacts.translation import translated

SHORT = 1_500
"""Up to so many characters a text may be kept on one page."""


def typst_data(package: Package, options: Options) -> dict[str, Any]:
    brand = options.brand
    first = package.chapters[0]
    title = package.project_name
    return {
        "title": plain_run(title),
        "short_title": plain_run(shorten(title, 70)),
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
        "summary": summary_data(package, text_run),
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
        "figures": chapter_figures(package, chapter),
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
            found["lines"] = [text_run([package.linked(link)]) for link in view.value]
        case SectionKind.LINES:
            found["lines"] = [text_line(package, line) for line in view.value]
        case SectionKind.NUMBER:
            found |= {"number": str(view.value), "unit": view.unit}
        case _:
            found["paragraphs"] = text_paragraphs(package, view.value)
    return found


def _item(package: Package, chapter: Chapter, item: ItemView) -> dict[str, Any]:
    parts: list[dict[str, Any]] = [
        {
            "label": "" if place == 0 else view.field.label,
            "paragraphs": text_paragraphs(package, view.value),
        }
        for place, view in enumerate(item.texts)
    ]
    parts += [
        {"label": view.field.label, "lines": [text_line(package, line) for line in view.value]}
        for view in item.lines
    ]
    parts += [
        {
            "label": view.field.label,
            "links": [text_run([package.linked(link)]) for link in view.value],
        }
        for view in item.links
    ]
    return {
        "id": f"{chapter.type.value}.{item.id}",
        "name": item.id,
        "number": item.number or 0,
        "title": text_line(package, item.title),
        "badges": [badge(view) for view in item.badges],
        "parts": parts,
    }


_GAPS_WORDS = ("title", "purpose", "verdict", "score", "summary", "evidence")


def _known_gaps(package: Package) -> dict[str, Any] | None:
    gaps = package.gaps
    if gaps is None:
        return None
    words = gaps_texts(gaps, is_single=package.is_single)
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
        "place": text_run([package.place(finding.place)]),
        "message": text_run([TextSpan(fold_spaces(message_of(finding)))]),
        "label": label,
        "words": text_run([TextSpan(fold_spaces(words))]),
        "see": see if finding.about else "",
        "others": [text_run([package.place(place)]) for place in finding.about],
    }
