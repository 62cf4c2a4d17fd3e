"""Words that are declared with documents, questions and findings, in the reader's language."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext

from artifacts.text import InContext


def translated(text: str | None) -> str:
    """Return `text` in the reader's language: in its own context, where it was declared with
    one.
    """
    # Asked for "", gettext answers with the head of the catalogue.
    if not text:
        return ""
    return pgettext(text.context, text) if isinstance(text, InContext) else gettext(text)


def clock_label(when: datetime) -> str:
    """Return a time of the day on the reader's clock, with the time zone: "01:00 CET"."""
    return str(
        date_format(timezone.localtime(when), pgettext("format of a time with its zone", "H:i e"))
    )
