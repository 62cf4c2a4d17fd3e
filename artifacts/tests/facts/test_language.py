"""In which language a text is written, whatever letters and signs stand in it."""

from __future__ import annotations

import pytest

from artifacts.facts.reading import language
from artifacts.facts.reading.language import language_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The owner counts a shelf and is done.", "en"),
        ("Der Laden zählt 3½ m² und ist fertig – für 29 €.", "de"),
        ("L’atelier est à nous et les pièces sont là.", "fr"),
        ("De winkel en het magazijn zijn van ons: 2 × 3 m.", "nl"),
        ("La tienda es nuestra y los estantes están aquí.", "es"),
        ("The shop of Мария and her is open.", "en"),
        ("Магазин считает полки the of", ""),
        ("2 × 3 = 6", ""),
        ("¿ ¡", ""),
        ("ñ 漢字漢字", ""),
        ("", ""),
    ],
)
def test_a_language_is_told_by_its_small_words(text: str, told: str) -> None:
    assert language_of((text,)) == told


@pytest.mark.parametrize(
    "text", ["d'un qu’il n'a ſ'un", "ǆ ĸ ÿ ö÷ö a×b", "straße, œuvre; mañana¿", "ab_cd 3e e\u0301"]
)
def test_words_of_latin_letters_are_cut_as_others_are(text: str) -> None:
    assert not language._OTHER_LETTER.search(text)
    assert language._LATIN_WORD.findall(text) == language._WORD.findall(text)
