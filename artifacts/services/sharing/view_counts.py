"""How often guests look at what a share link opens."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.db.models import F

from artifacts.exceptions import CountsUnavailable
from artifacts.models import ShareLink

logger = logging.getLogger(__name__)

VISIT_SECONDS = 30 * 60
"""For how long the same guest is one view."""

WRITE_SECONDS = 5
"""How often at most the views of one link are written down."""

PENDING_SECONDS = 7 * 24 * 60 * 60


def count_view(link: ShareLink, *, guest: str, now: datetime) -> None:
    """Count a view, once for the same guest in a while, and write down at most one row every few
    seconds.

    Until then they wait in the cache; losing a few views with it costs less than letting a guest
    wait. Only the link's row is touched, in a statement of its own.
    """
    with suppress(CountsUnavailable):
        _count_view(link, guest=guest, now=now)


def _count_view(link: ShareLink, *, guest: str, now: datetime) -> None:
    if not cache.add(f"share-visit-{link.pk}-{guest}", 1, VISIT_SECONDS):
        return
    pending = f"share-views-{link.pk}"
    cache.add(pending, 0, PENDING_SECONDS)
    try:
        cache.incr(pending)
    except ValueError:
        cache.set(pending, 1, PENDING_SECONDS)
    if cache.add(f"share-written-{link.pk}", 1, WRITE_SECONDS):
        write_views([link], now=now)


def write_views(links: Iterable[ShareLink], *, now: datetime) -> None:
    """Write down the views that wait for these links."""
    keys = {f"share-views-{link.pk}": link for link in links}
    for key, views in cache.get_many(keys).items():
        if views <= 0:
            continue
        try:
            with transaction.atomic():
                ShareLink.objects.filter(pk=keys[key].pk).update(
                    view_count=F("view_count") + views, last_viewed_at=now
                )
            cache.decr(key, views)
        except (DatabaseError, ValueError, CountsUnavailable):
            logger.warning("Views of share link %s were not counted", keys[key].pk, exc_info=True)
