"""How far founders get: of those who signed up in a week, how many have taken each step by now.

One query, whose conditions lie on indexes: accounts by the day they joined (`user_newest`), and for
each of them whether a project of theirs is described, written or shared (foreign keys). What it
reads grows with the accounts of these weeks, not with all. Staff are left out. An account that was
erased no longer counts, nor does a project that was deleted for good: nothing is kept for this
page but when an account first exported something.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import UTC, date, datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import TruncWeek

from artifacts.models import Artifact, Project, ShareLink, User

WEEKS = 12
STEPS = ("Signed up", "Described", "Written", "Exported", "Shared")
"""An account; a finished interview; a document; a file that was downloaded; a share link."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Accounts that have taken each of STEPS, in that order."""

    signed_up: int = 0
    described: int = 0
    written: int = 0
    exported: int = 0
    shared: int = 0

    @property
    def steps(self) -> tuple[int, ...]:
        return astuple(self)


@dataclass(frozen=True, slots=True)
class FunnelWeek:
    monday: date
    counts: Counts


def read_funnel(*, now: datetime, weeks: int = WEEKS) -> list[FunnelWeek]:
    """Return the last `weeks` weeks, the current one included and the oldest first. Weeks begin on
    Monday at midnight UTC. One query.
    """
    today = now.astimezone(UTC).date()
    last = today - timedelta(days=today.weekday())
    mondays = [last - timedelta(weeks=ago) for ago in reversed(range(weeks))]
    since = datetime(mondays[0].year, mondays[0].month, mondays[0].day, tzinfo=UTC)
    own = Project.objects.filter(owner=OuterRef("pk"))
    written = Artifact.objects.filter(project__owner=OuterRef("pk"), version_number__gt=0)
    shared = ShareLink.objects.filter(project__owner=OuterRef("pk"))
    rows = (
        User.objects.filter(date_joined__gte=since, is_staff=False)
        .order_by()
        .values(week=TruncWeek("date_joined", tzinfo=UTC))
        .annotate(
            signed_up=Count("pk"),
            described=Count("pk", filter=Exists(own.exclude(interviewed_at=None))),
            written=Count("pk", filter=Exists(written)),
            exported=Count("pk", filter=Q(first_exported_at__isnull=False)),
            shared=Count("pk", filter=Exists(shared)),
        )
    )
    found = {
        row["week"].date(): Counts(
            row["signed_up"], row["described"], row["written"], row["exported"], row["shared"]
        )
        for row in rows
    }
    return [FunnelWeek(monday, found.get(monday, Counts())) for monday in mondays]


def total(weeks: list[FunnelWeek]) -> Counts:
    """Return the sums over all weeks."""
    return Counts(*(sum(numbers) for numbers in zip(*(w.counts.steps for w in weeks), strict=True)))
