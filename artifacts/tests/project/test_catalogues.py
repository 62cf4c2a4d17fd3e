"""Leaving out catalogues that hold nothing changes no text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.utils.translation import trans_real

from cofounder.catalogues import drop_empty_catalogues

LANGUAGES = [code for code, _name in settings.LANGUAGES]


@pytest.fixture(autouse=True)
def _catalogues_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trans_real, "_translations", {})


def chain(language: str) -> Iterator[Any]:
    """Yield the catalogues that a text is looked up in, one behind the other."""
    catalogue: Any = trans_real.translation(language)
    while catalogue is not None:
        yield catalogue
        catalogue = catalogue._fallback


def texts(language: str) -> dict[Any, list[str]]:
    """Return what each text of any catalogue reads as, and what none has."""
    translation = trans_real.translation(language)
    keys = {key for catalogue in chain(language) for key, _ in catalogue._catalog.items()}
    keys |= {"A text that nobody has translated.", ""}
    singular = {key if isinstance(key, str) else key[0] for key in keys}
    return {
        key: [
            translation.gettext(key),
            *(translation.ngettext(key, f"{key}s", number) for number in (1, 2)),
        ]
        for key in singular
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_reads_as_before(language: str) -> None:
    before = texts(language)
    assert len(before) > 100
    drop_empty_catalogues()
    assert texts(language) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_catalogues_with_texts_are_asked(language: str) -> None:
    before = list(chain(language))
    drop_empty_catalogues()
    after = list(chain(language))
    assert all(any(key for key, _ in catalogue._catalog.items()) for catalogue in after)
    assert len(after) < len(before)
    assert after == [
        one for one in before if any(key for key, _ in one._catalog.items()) or one is before[0]
    ]
