"""Perform the action of a form once, even if the form arrives twice or at the same moment.

A row whose key is unique stands for the form, written in the same transaction as what is made. A
request that comes second waits for the first one to end: then either it is made, or the second one
makes it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from django.db import transaction
from django.utils import timezone

from artifacts.models import SentForm

T = TypeVar("T")

KEPT = timedelta(days=1)
"""For how long a form that arrives again is known."""


@dataclass(frozen=True, slots=True)
class Made(Generic[T]):
    """What a form made: its key, and the thing itself where this arrival made it."""

    key: str
    new: T | None


def once(form: str, make: Callable[[], T], *, key_of: Callable[[T], object]) -> Made[T]:
    """Return what `make` makes, or made when `form` arrived before; an empty `form` is known from
    nowhere.

    Where `make` raises, nothing is kept, and the next arrival tries again. What must happen after
    the commit, such as ringing for a worker, is left to the caller.
    """
    if not form:
        new = make()
        return Made(str(key_of(new)), new)
    with transaction.atomic():
        row, is_first = SentForm.objects.get_or_create(
            key=form, defaults={"created_at": timezone.now()}
        )
        if not is_first:
            return Made(row.made, None)
        new = make()
        row.made = str(key_of(new))
        row.save(update_fields=["made"])
    return Made(row.made, new)


def forget_forms(now: datetime) -> int:
    """Delete what was kept for longer than KEPT, and return how many forms those were."""
    return SentForm.objects.filter(created_at__lt=now - KEPT).delete()[0]
