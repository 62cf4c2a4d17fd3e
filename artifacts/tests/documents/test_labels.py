"""Labels of a document follow its own language, whatever its reader's is."""

from __future__ import annotations

import pytest
from django.utils.translation import deactivate, get_language, override

from artifacts.documents.labels import document_title, in_language, word_in
from artifacts.schemas import ArtifactType
from artifacts.text import InContext

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


def test_a_word_of_two_contexts_is_told_in_each() -> None:
    contexts = ("document", "short name of a document")
    told = [word_in(InContext("How It Works", context), "de") for context in contexts]
    assert told == ["So funktioniert es", "Ablauf"]
