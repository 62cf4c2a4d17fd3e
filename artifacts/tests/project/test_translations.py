"""The catalogues have every string that is marked, and a translation for it."""

from __future__ import annotations

import re
from collections import Counter

import polib
import pytest

from artifacts.tests.support.messages import LOCALES, catalogue, collect, message_of

LANGUAGES = sorted(folder.name for folder in LOCALES.iterdir())
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%")


@pytest.fixture(scope="module", params=LANGUAGES)
def po(request: pytest.FixtureRequest) -> polib.POFile:
    return polib.pofile(str(catalogue(request.param)))


def test_german_is_there() -> None:
    assert "de" in LANGUAGES


def test_it_has_exactly_the_strings_that_are_marked(po: polib.POFile) -> None:
    """`make messages` fixes this."""
    in_catalogue = {message_of(entry) for entry in po}
    assert in_catalogue ^ set(collect()) == set()


def test_every_string_is_translated(po: polib.POFile) -> None:
    assert [entry.msgid for entry in po.untranslated_entries()] == []
    assert [entry.msgid for entry in po.fuzzy_entries()] == []


def test_every_placeholder_survives_translation(po: polib.POFile) -> None:
    wrong = []
    for entry in po:
        translations = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
        expected = Counter(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        for translation in translations:
            found = Counter(PLACEHOLDER.findall(translation))
            if set(found) != set(expected) and not (
                entry.msgid_plural and set(found) <= set(expected)
            ):
                wrong.append((entry.msgid, translation))
    assert wrong == []


def test_the_compiled_catalogue_is_the_written_one(po: polib.POFile) -> None:
    compiled = polib.mofile(po.fpath.replace(".po", ".mo"))
    assert {message_of(entry): entry.msgstr for entry in compiled} == {
        message_of(entry): entry.msgstr for entry in po
    }
