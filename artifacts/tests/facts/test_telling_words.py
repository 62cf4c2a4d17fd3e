"""A text is passed by in which no word tells a law, and none of these holds one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from artifacts.facts.grammar.laws import laws_in
from artifacts.facts.grammar.needed_papers import PAPERS_IN
from artifacts.facts.grammar.permit_forms import CITED, PERMITS_IN
from artifacts.facts.grammar.source import source

RECORDED = Path(__file__).with_name("founders.txt").read_text().splitlines()
NAMED = {
    "en": [
        "We wait for the Certificate of Compliance.",
        "We are on the MHRA register.",
        "The fire brigade has to sign off on it.",
        "Under the Vermont maple grading law each can has a mark.",
        "We keep to the Code of Practice of the Pony Society.",
        "We enrol with the Grain Office.",
        "Nobody flies without a CAA operator ID.",
        "We hold RA 9003 and a UL listing.",
    ],
    "de": [
        "Es gilt die Richtlinie 2001/95/EG.",
        "Das Bauamt muss den Umbau genehmigen.",
        "Wir brauchen eine Brandschutz-Abnahme.",
        "Dazu kommt ein AV-Vertrag.",
        "Wir müssen beim Zuchtamt eingetragen sein.",
        "Das Forstamt hat den Weg bewilligt.",
    ],
}


def spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield what the patterns find that are asked of no text without a telling word."""
    yield from (found.span() for found in CITED[language].finditer(text))
    for find in (PERMITS_IN[language], PAPERS_IN[language]):
        yield from ((start, end) for start, end, _ in find(text))


@pytest.mark.parametrize(("language", "text"), [(one, t) for one in NAMED for t in NAMED[one]])
def test_a_law_that_no_name_tells_is_found(language: str, text: str) -> None:
    assert list(spans(text, language))
    assert list(laws_in(source(text, language)))


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_founders_tell_is_passed_by_only_without_a_law(language: str) -> None:
    found = 0
    for text in RECORDED:
        for start, _ in spans(text, language):
            laws = laws_in(source(text, language))
            assert any(law.start <= start < law.end for law in laws), text
            found += 1
    assert found
