"""The words that exports add to the documents: notes, legends and what a figure says to those who
cannot see it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils import formats
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from artifacts.documents.labels import marks_legend
from artifacts.exporters.figures import CoverageFigure, FigureRisk, TimelineFigure
from artifacts.exporters.package import Chapter
from artifacts.schemas.base import WEEKS


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def chapter_note(chapter: Chapter) -> tuple[str, str]:
    """Return the document's version and date, in words."""
    return _("Version %(number)s") % {"number": chapter.version}, formats.date_format(
        chapter.date, "DATE_FORMAT"
    )


def legend(chapter: Chapter) -> str:
    """Return what the marks of a document mean; empty where it has none."""
    return marks_legend(chapter.view.marks, chapter.language)


def weeks(count: int) -> str:
    return WEEKS.amount(count, ngettext)


def timeline_words(found: TimelineFigure) -> dict[str, Any]:
    steps = get_text_list(
        [
            ngettext(
                "%(item)s in week %(first)s", "%(item)s in weeks %(first)s to %(last)s", bar.weeks
            )
            % {"item": bar.item.id, "first": bar.start + 1, "last": bar.start + bar.weeks}
            for bar in found.bars
        ],
        _("and"),
    )
    return {
        "heading": _("Timeline"),
        "caption": (
            _("%(weeks)s from the first day to the last milestone.") % {"weeks": weeks(found.total)}
        ),
        "alt": (
            _("Timeline over %(weeks)s: %(steps)s.") % {"weeks": weeks(found.total), "steps": steps}
        ),
        "critical": _("Decides the end"),
        "slack": _("Has room to move"),
        "week": _("Week"),
    }


def risks_words(found: Sequence[FigureRisk]) -> dict[str, Any]:
    apart = [risk.item.id for risk in found if not risk.likelihood]
    caption = ngettext(
        "%(count)s risk by how bad and how likely it is.",
        "%(count)s risks by how bad and how likely they are.",
        len(found),
    )
    return {
        "heading": _("Risks at a glance"),
        "caption": caption % {"count": len(found)},
        "alt": (
            _("Risks by weight: %(risks)s.")
            % {"risks": get_text_list(list(map(_levels, found)), _("and"))}
        ),
        "apart": (
            _("Likelihood not given: %(risks)s.") % {"risks": ", ".join(apart)} if apart else ""
        ),
        "severity": _("Severity"),
        "likelihood": _("Likelihood"),
        "levels": [_("Low"), _("Medium"), _("High")],
        "risk": _("Risk"),
        "kind": _("Kind"),
    }


def _levels(risk: FigureRisk) -> str:
    values = {
        "item": risk.item.id,
        "severity": risk.severity_words,
        "likelihood": risk.likelihood_words,
    }
    if not risk.likelihood:
        return _("%(item)s severity %(severity)s, likelihood not given") % values
    return _("%(item)s severity %(severity)s, likelihood %(likelihood)s") % values


def coverage_words(found: CoverageFigure) -> dict[str, Any]:
    noun = found.rows[0].item.noun
    return {
        "heading": _("At a glance"),
        "caption": _("Where the other documents speak of each; a dash marks where none does."),
        "item": capitalised(noun),
        "none": "\N{EN DASH}",
    }
