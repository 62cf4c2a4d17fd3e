"""What a language model is told that reads the facts from a founder's answers.

Pure functions, as its neighbours.
"""

from __future__ import annotations

import hashlib
import types
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from string import Template
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from artifacts.facts.naming import TITLES
from artifacts.facts.schema import TRAITS
from artifacts.facts.second_reading import READ_GROUPS, fact_class
from artifacts.facts.sheet import LISTS
from artifacts.interview.questions import QUESTIONS
from artifacts.interview.wording import EXTRA_MOST
from artifacts.runners.prompts import FOLDER, fence

RELEASE = "1"


def fact_instructions(today: date) -> str:
    """Return the same words for every project on one day."""
    return _filled(today.isoformat())


def fact_prompt(texts: Mapping[str, str]) -> str:
    """Return what is said about one project; `texts` are the idea and the answers by their keys."""
    told = fence({key: text for key, text in texts.items() if text})
    return (
        f"<answers>\n{told}\n</answers>\n\nRead the facts from these answers, as one JSON object."
    )


@cache
def fact_prompt_version() -> str:
    """Return the release and a hash of the instructions, whatever the day."""
    return f"facts-{RELEASE}-{hashlib.sha256(_filled('').encode()).hexdigest()[:8]}"


def _filled(today: str) -> str:
    text = (FOLDER / "facts.md").read_text(encoding="utf-8")
    groups = [group for group in READ_GROUPS if not group.startswith("traits.")]
    return Template(text).substitute(
        facts="\n".join(map(_describe, groups)),
        traits="\n".join(f"- {trait}: {TITLES[f'traits.{trait}']}" for trait in TRAITS),
        asked="\n".join(f"- {question.prompt}" for question in QUESTIONS),
        most=EXTRA_MOST,
        today=today,
    )


def _describe(group: str) -> str:
    listed = " (list)" if group in LISTS else ""
    return (
        f"- {group}{listed}: {TITLES[group]}."
        f" {_form(fact_class(group).model_fields['value'].annotation)}"
    )


def _form(kind: Any) -> str:
    """Return the form of a value in a few words; what may be left out has a question mark."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _form(args[0])
    if origin in (Union, types.UnionType):
        return _form(next(arg for arg in args if arg is not type(None)))
    if origin is Literal:
        return "|".join(f'"{value}"' for value in args)
    if origin is tuple:
        return f"[{_form(args[0])}]"
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        fields = kind.model_fields.items()
        entries = (
            f"{name}{'' if field.is_required() else '?'}: {_form(field.annotation)}"
            for name, field in fields
        )
        return f"{{{', '.join(entries)}}}"
    return {bool: "true", int: "whole number", Decimal: "number", date: "day"}.get(kind, "text")
