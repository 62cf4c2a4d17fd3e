"""Finds what the folder of a document type holds, by the names that its files have.

| file | what it holds |
|---|---|
| `schema.py` | the one content class: sections, items, gates; needed |
| `composer.py` | `compose(story)` for the offline writer; without one it writes from titles |
| `sentences/en.toml`, ... | what that composer says, in each language |
| `advice.md` | what makes such a document good, for a language model |
| `rules/<family>.py` | rules of the checker that are about this document alone, by family |
| `sample.toml` | the document of the small project that the examples of rules change |
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from artifacts.schemas.base import ArtifactContent

FOLDER = Path(__file__).parent


def content_class_of(name: str) -> type[ArtifactContent]:
    """Return the one content class that the folder `name` declares. Raises TypeError if it is not
    one.
    """
    module = import_module(f"artifacts.document_types.{name}.schema")
    found = [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, ArtifactContent)
        and value.__module__ == module.__name__
    ]
    if len(found) != 1:
        raise TypeError(f"{module.__name__} declares {len(found)} content classes; it must be one.")
    return found[0]


@cache
def module_of(name: str, part: str) -> ModuleType | None:
    """Return a module of the document type in the folder `name`, e.g. "composer", or None if it
    has none.
    """
    path = f"artifacts.document_types.{name}.{part}"
    return import_module(path) if find_spec(path) else None


def import_rules(name: str) -> None:
    """Import the rules of the checker in the folder `name`, which registers them; none is fine."""
    for path in sorted((FOLDER / name / "rules").glob("[!_]*.py")):
        import_module(f"artifacts.document_types.{name}.rules.{path.stem}")


@cache
def text_of(name: str, file: str) -> str:
    """Return the text of a file of the document type in the folder `name`; empty if it has
    none.
    """
    path = FOLDER / name / file
    return path.read_text(encoding="utf-8") if path.exists() else ""
