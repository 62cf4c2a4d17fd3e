"""What staff type into a search field: an address, a UUID or a name, each looked up where an index
has it.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import QuerySet

from artifacts.models import Project, User

NEWEST = 10_000
"""In how many of the newest rows a text is looked for that nothing begins with."""

HELP = (
    "The founder's email, a UUID, or how the name of a project begins. "
    f"Where none begins so, the newest {NEWEST:,} projects are searched for names that contain it. "
    "Where very many fit, the newest of them are shown."
)


@dataclass(frozen=True, slots=True)
class Search:
    """Where a model has what is searched for: lookups from its rows.

    Finds by the first way that finds anything.
    """

    keys: tuple[str, ...] = ()
    """Where a UUID may stand."""
    texts: tuple[str, ...] = ()
    """Where something may stand that is looked for as it is."""
    owner: str = "owner"
    project: str | None = None
    """The way to the project; "pk" from a project itself, None for what has none."""
    followed: int = 200
    """How many projects or accounts are followed to their rows, which are several for each."""

    def find(self, queryset: QuerySet[Any], term: str) -> QuerySet[Any]:
        if not term:
            return queryset
        return next(
            (found for found in self._ways(queryset, term) if found.exists()), queryset.none()
        )

    def _ways(self, queryset: QuerySet[Any], term: str) -> Iterator[QuerySet[Any]]:
        # One after the other, not joined by OR: an index serves each, and none serves them all. And
        # first the projects or accounts, then their rows: of one statement for both, the database
        # cannot tell how few rows there will be.
        key = _as_uuid(term)
        if key:
            yield from (queryset.filter(**{lookup: key}) for lookup in self.keys)
        yield from (queryset.filter(**{lookup: term}) for lookup in self.texts)
        if self.project and "@" not in term:
            yield self._of(queryset, self.project, Project.objects.filter(name__istartswith=term))
        yield self._of(queryset, self.owner, User.objects.filter(email__startswith=term.lower()))
        if self.project:
            newest = Project.objects.filter(
                created_at__gte=_since(Project.objects.all(), "created_at")
            )
            yield self._of(queryset, self.project, newest.filter(name__icontains=term))
        else:
            joined = User.objects.filter(date_joined__gte=_since(User.objects.all(), "date_joined"))
            yield self._of(queryset, self.owner, joined.filter(email__contains=term.lower()))

    def _of(self, queryset: QuerySet[Any], path: str, found: QuerySet[Any]) -> QuerySet[Any]:
        """Return the rows of `queryset` that lead by `path` to what is `found`: at most to the
        newest.
        """
        newest = found.order_by("-date_joined" if found.model is User else "-created_at", "-pk")
        return queryset.filter(
            **{f"{path}__in": list(newest.values_list("pk", flat=True)[: self.followed])}
        )


def _since(rows: QuerySet[Any], moment: str) -> datetime:
    """Return when the oldest of the NEWEST rows was made."""
    made = rows.order_by(f"-{moment}", "-pk").values_list(moment, flat=True)
    return made[NEWEST : NEWEST + 1].first() or datetime.min.replace(tzinfo=UTC)


def _as_uuid(term: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(term)
    except ValueError:
        return None
