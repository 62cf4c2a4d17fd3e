"""What staff type into a search field: an address, a UUID or a name, each looked up where an index has it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from artifacts.models import Project, User

NEWEST = 10_000
"""In how many of the newest rows a text is looked for that nothing begins with."""

HELP = (
    "The founder's e-mail, a UUID, or how the name of a project begins. "
    f"Where none begins so, the newest {NEWEST:,} projects are searched for names that contain it."
)


@dataclass(frozen=True, slots=True)
class Search:
    """Where a model has what is searched for: lookups from its rows. Finds by the first way that finds anything."""

    keys: tuple[str, ...] = ()
    """Where a UUID may stand."""
    texts: tuple[str, ...] = ()
    """Where something may stand that is looked for as it is."""
    email: str = "owner__email"
    project: str | None = None
    """The way to the project; "pk" from a project itself, None for an account."""

    def find(self, queryset: QuerySet[Any], term: str) -> QuerySet[Any]:
        if not term:
            return queryset
        return next((found for found in self._ways(queryset, term) if found.exists()), queryset.none())

    def _ways(self, queryset: QuerySet[Any], term: str) -> Iterator[QuerySet[Any]]:
        # One after the other, not joined by OR: an index serves each, and none serves them all.
        key = _as_uuid(term)
        if key:
            yield from (queryset.filter(**{lookup: key}) for lookup in self.keys)
        yield from (queryset.filter(**{lookup: term}) for lookup in self.texts)
        if "@" not in term and self.project:
            yield queryset.filter(**{f"{self._name}__istartswith": term})
        yield queryset.filter(**{f"{self.email}__startswith": term.lower()})
        if self.project:
            projects = Project.objects.order_by("-created_at", "-pk").values("pk")[:NEWEST]
            named = Project.objects.filter(pk__in=projects, name__icontains=term)
            yield queryset.filter(**{f"{self.project}__in": named.values("pk")})
        else:
            accounts = User.objects.order_by("-date_joined", "-pk").values("pk")[:NEWEST]
            called = User.objects.filter(pk__in=accounts, email__contains=term.lower())
            yield queryset.filter(**{f"{self._account}__in": called.values("pk")})

    @property
    def _account(self) -> str:
        return self.email.removesuffix("email").removesuffix("__") or "pk"

    @property
    def _name(self) -> str:
        return "name" if self.project == "pk" else f"{self.project}__name"


def _as_uuid(term: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(term)
    except ValueError:
        return None
