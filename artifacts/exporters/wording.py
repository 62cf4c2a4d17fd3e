"""The words that exports add to the documents: notes and legends. Those of pictures are in
`figure_texts`.
"""

from __future__ import annotations

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from artifacts.documents.labels import marks_legend
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
    """Return what the marks of a document mean; empty if it has none."""
    return marks_legend(chapter.view.marks, chapter.language)


def weeks(count: int) -> str:
    return WEEKS.amount(count, ngettext)
