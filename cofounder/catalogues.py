"""Catalogues of texts that hold none: a web process does not ask them.

The texts of pages are written in English, so most applications have an English catalogue without a
translation in it. Django puts each of them behind the others of a language, and a text that is
translated nowhere is looked up in all of them.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import trans_real


def drop_empty_catalogues() -> None:
    """Leave out, in all languages of the settings, the catalogues that translate nothing."""
    for code, _name in settings.LANGUAGES:
        catalogue: Any = trans_real.translation(code)
        while (following := catalogue._fallback) is not None:  # noqa: SLF001 (gettext's own)
            if _is_empty(following):
                catalogue._fallback = following._fallback  # noqa: SLF001
            else:
                catalogue = following


def _is_empty(catalogue: Any) -> bool:
    """Whether it has nothing but its head, which is kept as the translation of no text."""
    texts = getattr(catalogue, "_catalog", None)
    return isinstance(texts, dict) and not texts.keys() - {""}
