"""What the pages that start a generation share: the choices with their effects, and messages for
refusals.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from artifacts.exceptions import (
    ArtifactsError,
    GenerationInProgress,
    RunnerUnavailable,
    UnresolvedEdits,
)
from artifacts.forms.generation import Scope, Types
from artifacts.generation.claims import Requester
from artifacts.models import GenerationAttempt, User
from artifacts.schemas import ArtifactType
from artifacts.services.documents.status import ProjectStatus, stale_types
from artifacts.tiers import Tier
from artifacts.translation import translated
from artifacts.usage.estimates import Estimate, estimate_total
from artifacts.usage.quota import DayUse

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ScopeChoice:
    """One answer to "What shall we regenerate?", and what it would do."""

    scope: Scope
    types: Types
    title: str
    estimate: Estimate
    edited: tuple[str, ...]
    """The sections edited by hand that it would touch, in words."""
    is_checked: bool
    is_too_much: bool
    """True if it needs more documents than are left of today's."""

    @property
    def documents(self) -> str:
        return get_text_list([translated(t.label) for t in self.types], _("and"))


def choices(
    status: ProjectStatus, day: DayUse, *, chosen: ArtifactType | None, wanted: Types, tier: Tier
) -> list[ScopeChoice]:
    """Return the choices that differ in what they write; the one that writes `wanted`, else the
    first, is checked.
    """
    offered = _offered(chosen, stale_types(status))
    checked = wanted if wanted in offered else next(iter(offered))
    return [
        ScopeChoice(
            scope=scope,
            types=types,
            title=_title(scope, chosen, len(types)),
            estimate=estimate_total(types),
            edited=tuple(_edited(status, types, tier)),
            is_checked=types == checked,
            is_too_much=len(types) > day.left,
        )
        for types, scope in offered.items()
    ]


def by_founder(user: User) -> Requester:
    return Requester(GenerationAttempt.Trigger.FOUNDER, user)


def founders_message(error: ArtifactsError) -> str:
    """Return what a founder is told of `error`; what only an operator can fix goes to the log."""
    if isinstance(error, RunnerUnavailable):
        logger.error("A founder's documents cannot be written: %s", error)
        return _(
            "The writer is not available at the moment. Nothing was started; please try again"
            " later."
        )
    if isinstance(error, UnresolvedEdits):
        return _(
            "You have edited some of this by hand. Nothing was started; please choose what becomes"
            " of your edits."
        )
    return str(error)


def refusal_status(error: ArtifactsError) -> int:
    return 409 if isinstance(error, (UnresolvedEdits, GenerationInProgress)) else 422


def _offered(chosen: ArtifactType | None, stale: Types) -> dict[Types, Scope]:
    """Return what there is to choose from; of two names for the same documents, the one that says
    more.
    """
    named: dict[Types, Scope] = {}
    for scope in (Scope.ONE, Scope.LATER, Scope.ALL, Scope.STALE):
        named.setdefault(scope.types(chosen, stale), scope)
    return {types: scope for types, scope in sorted(named.items(), key=_place) if types}


def _place(named: tuple[Types, Scope]) -> int:
    return list(Scope).index(named[1])


def _title(scope: Scope, chosen: ArtifactType | None, count: int) -> str:
    words = {
        Scope.ONE: _("The %(document)s only"),
        Scope.LATER: _("The %(document)s and all after it"),
        Scope.STALE: _("Only what is out of date"),
        Scope.ALL: _("All %(number)s documents"),
    }
    return words[scope] % {
        "document": translated(chosen.label) if chosen else "",
        "number": apnumber(count),
    }


def _edited(status: ProjectStatus, types: Types, tier: Tier) -> Iterator[str]:
    for document in status.documents:
        edited = set(document.artifact.edited_names) if document.type in types else set()
        for section in document.type.content_class.access(tier).readable:
            if section.name in edited:
                yield f"{translated(document.type.label)}: {_(section.title)}"
                edited.remove(section.name)
        if edited:
            yield _("%(document)s: in parts that your plan does not open") % {
                "document": translated(document.type.label)
            }
