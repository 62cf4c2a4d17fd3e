"""How many documents a founder may have written in a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Count, Q, Subquery
from django.db.models.functions import Coalesce

from artifacts.exceptions import QuotaExceeded
from artifacts.models import GenerationAttempt, User
from artifacts.models.attempt import GenerationAttemptQuerySet
from artifacts.usage.totals import end_of_day, start_of_day

Outcome = GenerationAttempt.Outcome

COUNTED = Q(outcome__in=(Outcome.OPEN, Outcome.STORED, Outcome.PROPOSED)) | Q(
    outcome__in=(Outcome.FAILED, Outcome.CANCELLED), started_at__isnull=False
)
"""What was begun counts, however it ended: it was paid for, and could be read while it was written.

What failed or was cancelled before anybody began it costs a founder nothing. What a worker gave up
counts as the attempt that followed it.
"""


@dataclass(frozen=True, slots=True)
class DayUse:
    """A founder's use of today's documents. Days begin at midnight UTC."""

    used: int
    limit: int
    resets_at: datetime

    @property
    def left(self) -> int:
        return max(0, self.limit - self.used)


def day_use(user: User, *, now: datetime) -> DayUse:
    """Return how many documents `user` has asked for today, and how many that may be. One query."""
    return day_used(user, _orders(user.pk, start_of_day(now)).count(), now=now)


def day_used(user: User, used: int, *, now: datetime) -> DayUse:
    """Return the same where it was counted already, with `counted_since`."""
    return DayUse(used, daily_limit(user), end_of_day(now))


def counted_since(founder: Any, moment: Any) -> Coalesce:
    """Return how many documents a founder has asked for since a moment, as an expression of
    another query. Both may be expressions themselves.
    """
    orders = _orders(founder, moment).order_by().values("requested_by").annotate(orders=Count("pk"))
    return Coalesce(Subquery(orders.values("orders")), 0)


def _orders(founder: Any, since: Any) -> GenerationAttemptQuerySet:
    return GenerationAttempt.objects.asked_by(founder).filter(COUNTED, created_at__gte=since)


def daily_limit(user: User) -> int:
    """Return how many documents a day `user` may have written: what staff allowed, else what the
    tier does.
    """
    if user.daily_documents is not None:
        return user.daily_documents
    limit: int = settings.DAILY_DOCUMENTS[user.get_tier().value]
    return limit


def check_quota(user: User, *, wanted: int, now: datetime) -> None:
    """Raise QuotaExceeded unless `wanted` more documents fit into today's.

    Inside a transaction: the founder's row is locked, so that two requests at once cannot both
    count the same rest.
    """
    locked = User.objects.select_for_update().only("pk", "tier", "daily_documents").get(pk=user.pk)
    use = day_use(locked, now=now)
    if wanted > use.left:
        raise QuotaExceeded(wanted=wanted, left=use.left, limit=use.limit, resets_at=use.resets_at)
