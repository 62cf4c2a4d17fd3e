"""Words that are declared with documents, questions and findings, in the reader's language."""

from __future__ import annotations

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
