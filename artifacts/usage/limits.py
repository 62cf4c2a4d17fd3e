"""How often something may be done in a while, counted in the cache."""

from __future__ import annotations

from django.core.cache import cache


def allow(name: str, *, most: int, seconds: int) -> bool:
    """Count one more for `name`, and return whether that is still within `most` in so many seconds.

    The while begins with the first one. It is counted before what it limits is done, so that no two
    can slip through at the same moment. Raises CountsUnavailable where the cache is away.
    """
    key = f"limit-{name}"
    if cache.add(key, 1, seconds):
        return True
    try:
        return cache.incr(key) <= most
    except ValueError:
        # It ended between the two calls; this is the first of the next while.
        cache.set(key, 1, seconds)
        return True
