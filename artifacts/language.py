"""In which language documents are written. No Django here."""

from __future__ import annotations

DEFAULT_LANGUAGE = "en"
DOCUMENT_LANGUAGES = (DEFAULT_LANGUAGE, "de")
"""The languages that we can write documents in; every label of a document is translated into each
of them.
"""


def choose_language(*wanted: str) -> str:
    """Return the first of `wanted` that we write, else the default.

    Empty means that nothing was chosen or told.
    """
    return next(
        (language for language in wanted if language in DOCUMENT_LANGUAGES), DEFAULT_LANGUAGE
    )
