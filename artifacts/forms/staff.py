"""Forms with which staff change documents. The admin is in English only."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.http import QueryDict

from artifacts.diff.text import compare_words
from artifacts.forms.editing import Difference, FoundersForm
from artifacts.forms.notes import NoteForm
from artifacts.schemas import ArtifactContent
from artifacts.services.editing.locking import fingerprint

JSON_MAX = 500_000
"""How many characters of JSON are read at all. The longest documents have a tenth of that."""


class ConfirmForm(FoundersForm):
    """Nothing to type: the answer to a question about what its `base` was made from."""

    def __init__(self, shown: Any, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"base": fingerprint(shown)})

    def differences(self, current: Any) -> list[Difference]:
        """Empty: the page shows the current text anyway."""
        return []


class PlacedNoteForm(NoteForm):
    """A note, and the section or item that it is on."""

    place = forms.ChoiceField(label="On")

    def __init__(self, content: ArtifactContent, data: QueryDict | None = None) -> None:
        super().__init__(None, data, key="note")
        sections = [(section.name, section.title) for section in content.sections()]
        items = [
            (f"{section.name} {item.id}", f"{item.id} {item.label}"[:80])
            for section, item in content.items()
        ]
        self.fields["place"].choices = [("Sections", sections), ("Items", items)]  # type: ignore[attr-defined]
        self.order_fields(["place", "note"])


class JsonForm(FoundersForm):
    """The whole content of a document, or one section, as JSON."""

    content = forms.CharField(
        label="JSON",
        strip=False,
        widget=forms.Textarea(
            attrs={"rows": 32, "spellcheck": "false", "class": "json", "dir": "ltr"}
        ),
        error_messages={"required": "Please give the JSON."},
    )

    def __init__(self, stored: Any, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"content": pretty(stored), "base": fingerprint(stored)})

    def clean_content(self) -> Any:
        return parse_json(self.cleaned_data["content"])

    def differences(self, current: Any) -> list[Difference]:
        """The current text beside what was typed: section by section, or as a whole."""
        typed = self.cleaned_data["content"]
        if not (isinstance(typed, dict) and isinstance(current, dict)):
            return [("JSON", compare_words(pretty(typed), pretty(current)))]
        names = [name for name in {**current, **typed} if typed.get(name) != current.get(name)]
        return [
            (name, compare_words(pretty(typed.get(name)), pretty(current.get(name))))
            for name in names
        ]


def pretty(value: Any) -> str:
    """Return JSON as people read it."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def parse_json(text: str) -> Any:
    """Return what typed JSON says.

    Raises forms.ValidationError, which names the place where it stops being JSON.
    """
    if len(text) > JSON_MAX:
        raise forms.ValidationError(
            f"This is longer than {JSON_MAX:,} characters. Edit section by section instead."
        )
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
        # Half a character cannot be stored, nor shown again.
        json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise forms.ValidationError(
            f"Line {error.lineno}, column {error.colno}: {error.msg}."
        ) from error
    except UnicodeEncodeError as error:
        raise forms.ValidationError(
            "This has a lone surrogate in it, which is no character."
        ) from error
    except RecursionError as error:
        raise forms.ValidationError("This is nested too deeply.") from error
    except ValueError as error:
        raise forms.ValidationError(f"{error}.") from error
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"The key {key!r} stands twice in the same object")
        found[key] = value
    return found


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
