"""What a process imports only when it first needs it, and all of it at once for those that serve.

A command such as `manage.py check` needs neither the checker nor the reader nor the offline writer.
A web process and a worker have them before their first request or job, so that no founder waits for
an import, and before they settle (`cofounder/garbage.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module

from django.template import engines
from django.urls import URLPattern, URLResolver, get_resolver

from artifacts.document_types.parts import module_of
from artifacts.schemas import ArtifactType
from cofounder.late_views import LateView

LATE = (
    "artifacts.caching",
    "artifacts.checker.breaking",
    "artifacts.checker.check",
    "artifacts.checker.contradictions",
    "artifacts.exporters.jobs",
    "artifacts.facts.grammar.scanner",
    "artifacts.facts.reading.whole_sheet",
    "artifacts.runners.offline.composing",
    "artifacts.runners.offline.drafted",
)
"""Modules that settings name, or that functions of ours import when they are first called. What
hardly a process ever needs is not among them: the libraries of single formats and of language
models.
"""
FORMS = ("artifacts.forms.accounts", "artifacts.forms.second_factor")
"""Forms that settings name for the pages of allauth."""


def load_late() -> None:
    """Import all that a request or a job may need of ours beside the views."""
    for name in LATE:
        import_module(name)
    for artifact_type in ArtifactType:
        module_of(artifact_type.value, "composer")


def load_views() -> None:
    """Import all views, their forms, and the tags of their templates.

    Raises ImportError or AttributeError where an address has no view.
    """
    engines.all()
    for name in FORMS:
        import_module(name)
    for late in late_views(get_resolver().url_patterns):
        late.view  # noqa: B018 (imports it)


def late_views(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[LateView]:
    """Yield the views of `patterns` that need not be imported yet."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from late_views(pattern.url_patterns)
        elif isinstance(pattern.callback, LateView):
            yield pattern.callback
