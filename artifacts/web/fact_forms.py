"""The form of one fact, for the founders' page and the admin: what it shows, how it is stored."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from artifacts.facts.labels import value_text
from artifacts.facts.schema import Facts
from artifacts.facts.sheet import LISTS, OWN_WORDS, fact_at, group_of
from artifacts.forms.facts import FactForm, form_class
from artifacts.models import Project
from artifacts.services.facts.corrections import (
    add_fact,
    correct_fact,
    fact_base,
    lines_base,
    lines_text,
    set_lines,
)


def fact_form(facts: Facts, path: str, said: QueryDict | None, *, prefix: str = "") -> FactForm:
    """Return the form for the fact at `path` with its current value; that of a list adds to it."""
    kind, fact = form_class(path), fact_at(facts, path)
    if group_of(path) in OWN_WORDS:
        initial: dict[str, Any] = {"value": lines_text(facts, group_of(path))}
    else:
        initial = kind.initial_of(fact.value) if fact else {}
    return kind(said, initial=initial, prefix=prefix or None)


def store_fact(project: Project, path: str, form: FactForm, *, base: str) -> Project:
    """Store what was typed, and return the project as it is then.

    Raises StaleUpdate, InvalidProject, ProjectDeleted.
    """
    if group_of(path) in OWN_WORDS:
        return set_lines(project, name=group_of(path), text=form.typed_value(), base=base)
    if path in LISTS:
        return add_fact(project, name=path, value=form.typed_value())
    return correct_fact(project, path=path, value=form.typed_value(), base=base)


def fact_form_base(facts: Facts, path: str) -> str:
    """Return the base that the form carries, to notice that another window changed the fact."""
    if group_of(path) in OWN_WORDS:
        return lines_base(facts, group_of(path))
    fact = fact_at(facts, path)
    return fact_base(fact) if fact is not None else ""


def current_value_text(facts: Facts, path: str) -> str:
    """Return what is stored now, in words."""
    if group_of(path) in OWN_WORDS:
        return lines_text(facts, group_of(path))
    fact = fact_at(facts, path)
    return value_text(path, fact.value) if fact else ""
