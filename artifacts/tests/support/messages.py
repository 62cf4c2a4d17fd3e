"""Collects every string that is marked for translation, keeps the catalogues in step, and compiles
them.

`make messages` runs it. It needs no gettext tools: templates are read by Django's own `templatize`,
Python by `ast`, and the declarations of documents and questions from the registry.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import polib

from artifacts.schemas.units import Unit
from artifacts.text import InContext

ROOT = Path(__file__).resolve().parents[3]
LOCALES = ROOT / "artifacts" / "locale"
HANDED_OVER = ROOT / "artifacts" / "exporters" / "builders" / "templates"
"""The files of the builders' export, whose words of ours follow the language of the documents."""

PLAIN = {"_", "gettext", "gettext_lazy", "gettext_noop"}
PLURAL = {"ngettext", "ngettext_lazy"}
IN_CONTEXT = {"pgettext", "pgettext_lazy"}
PLURAL_IN_CONTEXT = {"npgettext", "npgettext_lazy"}
_TEXT = r"""(u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))"""
_CALL = re.compile(
    rf"\b(_|gettext|ngettext|pgettext|npgettext)\({_TEXT}(?:, ?{_TEXT})?(?:, ?{_TEXT})?"
)


class Message(NamedTuple):
    """A text, its plural form and its context; the last two are empty if there is none."""

    text: str
    plural: str = ""
    context: str = ""


def message_of(entry: polib.POEntry | polib.MOEntry) -> Message:
    return Message(entry.msgid, entry.msgid_plural, entry.msgctxt or "")


def collect() -> dict[Message, list[str]]:
    """Return every message with the places where it is used."""
    found: dict[Message, list[str]] = {}
    for message, place in (*_in_templates(), *_in_python(), *_in_declarations()):
        places = found.setdefault(message, [])
        if place not in places:
            places.append(place)
    return found


def _in_templates() -> Iterator[tuple[Message, str]]:
    from django.utils.translation.template import templatize

    for path in sorted([*(ROOT / "templates").rglob("*"), *HANDED_OVER.rglob("*")]):
        if path.suffix in {".html", ".txt", ".md"}:
            place = str(path.relative_to(ROOT))
            for match in _CALL.finditer(templatize(path.read_text(), origin=place)):
                texts = [ast.literal_eval(text) for text in match.groups()[1:] if text]
                yield from ((message, place) for message in _message(match[1], texts))


def _in_python() -> Iterator[tuple[Message, str]]:
    for path in sorted((ROOT / "artifacts").rglob("*.py")):
        if "tests" not in path.relative_to(ROOT).parts:
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                    yield from (
                        (message, str(path.relative_to(ROOT)))
                        for message in _called(node.func.id, node.args)
                    )


def _called(name: str, arguments: list[ast.expr]) -> Iterator[Message]:
    yield from _message(
        name,
        [a.value for a in arguments if isinstance(a, ast.Constant) and isinstance(a.value, str)],
    )


def _message(function: str, texts: list[str]) -> Iterator[Message]:
    """Yield the message that a call of `function` with these texts asks for."""
    match function, texts:
        case ("InContext", [text, context, *_]):
            yield Message(text, context=context)
        case (name, [text, *_]) if name in PLAIN:
            yield Message(text)
        case (name, [text, plural, *_]) if name in PLURAL:
            yield Message(text, plural)
        case (name, [context, text, *_]) if name in IN_CONTEXT:
            yield Message(text, context=context)
        case (name, [context, text, plural, *_]) if name in PLURAL_IN_CONTEXT:
            yield Message(text, plural, context)


def _in_declarations() -> Iterator[tuple[Message, str]]:
    for text, place in _declared():
        if text:
            context = text.context if isinstance(text, InContext) else ""
            yield Message(str(text), context=context), place
    for unit, place in _units():
        yield Message(unit.one, unit.several), place


def _declared() -> Iterator[tuple[str, str]]:
    from artifacts.interview.questions import QUESTIONS
    from artifacts.schemas import ArtifactType

    for question in QUESTIONS:
        for text in (question.title, question.prompt, question.why, question.example):
            yield text, "artifacts/interview/questions.py"
    for artifact_type in ArtifactType:
        place = f"artifacts/document_types/{artifact_type.value}/schema.py"
        content_class = artifact_type.content_class
        yield from (
            (text, place)
            for text in (artifact_type.label, artifact_type.short_label, content_class.purpose)
        )
        for section in content_class.sections():
            yield from ((text, place) for text in (section.title, section.purpose))
            yield from ((text, place) for text in _item_words(section.item_class))


def _units() -> Iterator[tuple[Unit, str]]:
    """The units that stand behind a number, of sections and of items' fields."""
    from artifacts.schemas import ArtifactType

    for artifact_type in ArtifactType:
        for section in artifact_type.content_class.sections():
            fields: tuple[Any, ...] = section.item_class.fields() if section.item_class else ()
            for declared in (section, *fields):
                if declared.unit:
                    yield declared.unit, f"artifacts/document_types/{artifact_type.value}/schema.py"


def _item_words(item_class: Any) -> Iterator[str]:
    from artifacts.schemas.fields import NOT_GIVEN

    if item_class is not None:
        yield item_class.noun
        for field in item_class.fields():
            yield field.label
            yield from field.choices
            if field.choices and not field.required:
                yield NOT_GIVEN


def catalogue(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / "django.po"


def update(language: str) -> list[str]:
    """Bring a catalogue in step with the code, compile it, and return the texts that still want a
    translation.
    """
    path = catalogue(language)
    entries = polib.pofile(str(path)) if path.exists() else ()
    old = {message_of(entry): entry for entry in entries}
    po = polib.POFile(wrapwidth=110)
    po.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": language,
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for message, places in sorted(collect().items()):
        text, plural, context = message
        entry = old.get(message) or polib.POEntry(
            msgid=text,
            msgid_plural=plural,
            msgctxt=context or None,
            msgstr_plural={0: "", 1: ""} if plural else None,
        )
        entry.occurrences = [(place, "") for place in places]
        entry.flags = ["python-format"] if re.search(r"%\(\w+\)[sd]", text + plural) else []
        po.append(entry)
    path.parent.mkdir(parents=True, exist_ok=True)
    po.save(str(path))
    po.save_as_mofile(str(path.with_suffix(".mo")))
    return [entry.msgid for entry in po.untranslated_entries()]


if __name__ == "__main__":
    import os
    import sys

    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "artifacts.tests.settings"
    django.setup()
    for folder in sorted(LOCALES.iterdir()):
        for text in update(folder.name):
            sys.stdout.write(f"{folder.name}: {text!r} is not translated yet\n")
