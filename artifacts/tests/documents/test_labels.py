"""Labels of a document follow its own language, whatever its reader's is."""

from __future__ import annotations

import pytest
from django.utils.translation import deactivate, get_language, override

from artifacts.documents.labels import document_title, in_language
from artifacts.schemas import ArtifactType

TITLES = {"en": "Risk Log", "de": "Risikoliste"}


@pytest.mark.parametrize("reader", ["en-gb", "de", None])
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_title_is_in_the_documents_language(reader: str | None, language: str) -> None:
    if reader is None:
        deactivate()
        assert document_title(ArtifactType.RISK_LOG, language) == TITLES[language]
        return
    with override(reader):
        assert document_title(ArtifactType.RISK_LOG, language) == TITLES[language]
        assert get_language() == reader


def test_the_readers_language_is_back_afterwards_also_from_inside_another() -> None:
    with override("de"):
        with in_language("de"), in_language("en"), in_language("en"):
            assert get_language() == "en-gb"
        assert get_language() == "de"
