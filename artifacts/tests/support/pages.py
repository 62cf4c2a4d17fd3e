"""Every URL of a project, found in the URL configuration, so that the tests of access forget no
page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, reverse

from artifacts.interview.questions import QUESTIONS
from artifacts.models import Artifact, GuestNote, Project
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import SectionKind
from artifacts.services.assumptions.register import list_entries
from artifacts.services.documents.checks import check_project
from artifacts.tiers import Tier
from artifacts.urls import project_urls

NOTE = "0123456789abcdef0123456789abcdef"
UNKNOWN = "01234567-89ab-4cde-8f01-23456789abcd"

FIXED: dict[str, list[dict[str, str]]] = {
    "conflict": [{"conflict": "test-longer"}],
    "number": [{"number": "0"}],
    "path": [{"path": "prices"}, {"path": "budget"}],
}
"""Parameters that need nothing to exist."""


def _names(
    patterns: Iterable[Any], parameters: frozenset[str] = frozenset()
) -> Iterator[tuple[str, frozenset[str]]]:
    for pattern in patterns:
        known = parameters | frozenset(pattern.pattern.converters)
        if isinstance(pattern, URLResolver):
            yield from _names(pattern.url_patterns, known)
        elif isinstance(pattern, URLPattern):
            yield str(pattern.name), known


PARAMETERS: dict[str, frozenset[str]] = dict(_names(project_urls))
"""The name of every URL below a project, with its parameters beside the project's id."""

NAMES = tuple(PARAMETERS)


def url(name: str, project: Project) -> str:
    """One URL of that name, for a document, section, item and note that exist in a written
    project.
    """
    return next(urls(name, project, only=ArtifactType.MVP_SCOPE))


def urls(name: str, project: Project, only: ArtifactType | None = None) -> Iterator[str]:
    """Every URL of that name: all documents, sections, items and questions, whatever the reader's
    permissions.
    """
    parameters = PARAMETERS[name]
    fixed = next((FIXED[name] for name in FIXED if name in parameters), None)
    for arguments in fixed or _arguments(parameters, project, only):
        yield reverse(name, kwargs={"project_id": project.pk, **arguments})


_ROWS: dict[str, Callable[[Project], Iterable[Any]]] = {
    "link_id": lambda project: project.share_links.all(),
    "guest_note_id": lambda project: GuestNote.objects.filter(link__project=project),
    "test_id": lambda project: project.tests.all(),
}
"""Rows of a project that are named by their key."""


def _arguments(
    parameters: frozenset[str], project: Project, only: ArtifactType | None
) -> Iterator[dict[str, str]]:
    if "key" in parameters:
        yield from ({"key": question.key} for question in QUESTIONS)
    elif "finding_id" in parameters:
        yield from ({"finding_id": finding.id} for finding in check_project(project).findings)
        yield {"finding_id": "0123456789ab"}
    elif "entry" in parameters:
        yield from ({"entry": entry.key} for entry in list_entries(project, max(Tier)))
        yield {"entry": "brief.A-99"}
    elif rows := next((name for name in _ROWS if name in parameters), None):
        yield from ({rows: str(row.pk)} for row in _ROWS[rows](project))
        yield {rows: UNKNOWN}
    elif "artifact_type" not in parameters:
        yield {}
    else:
        for artifact in project.documents():
            if only in (None, artifact.type):
                for places in _places(parameters, artifact):
                    yield {"artifact_type": artifact.type.value, **places}


def _places(parameters: frozenset[str], artifact: Artifact) -> Iterator[dict[str, str]]:
    if "note_id" in parameters:
        yield {"note_id": NOTE}
    elif "section" not in parameters:
        yield {}
    elif "item_id" in parameters:
        assert artifact.content is not None
        yield from (
            {"section": section.name, "item_id": item.id}
            for section, item in artifact.content.items()
        )
    else:
        sections = artifact.type.content_class.sections()
        # Sections with items first, so that the first URL of a name is one that every verb fits.
        ordered = sorted(sections, key=lambda section: section.kind is not SectionKind.ITEMS)
        yield from ({"section": section.name} for section in ordered)
