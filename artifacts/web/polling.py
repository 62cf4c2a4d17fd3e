"""Pages that ask every few seconds what is new: where that is nothing, the answer is 204, after one
query of its own.

A page says with each look what it has seen. That holds for five minutes at most, so that no age on
it is more than that behind; times that run are counted on by the page itself.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from artifacts.generation.streaming import live_mark
from artifacts.models.stamps import PageStamp
from artifacts.services.documents.kept import kept_key
from artifacts.web.clock import MINUTE

AGES_HOLD = 5 * MINUTE
SEEN = "Seen"
"""The header in which a page that stays open says what it has seen."""


def seen_mark(request: HttpRequest, stamp: PageStamp | None) -> str:
    """Return what a page that is rendered from rows of `stamp` has seen; "" where nothing is being
    written.
    """
    if stamp is None or not stamp.is_moving:
        return ""
    period = int(timezone.now().timestamp() // AGES_HOLD)
    tier = getattr(request.user, "tier", "")
    reader = (request.user.pk, tier, get_language(), timezone.get_current_timezone_name())
    live = live_mark(*stamp.writing) if stamp.writing else ""
    return kept_key("seen", *reader, period, stamp.text, stamp.late, live)


def nothing_new(request: HttpRequest, mark: str) -> HttpResponse | None:
    """Return the answer to a page that has seen just that, or None.

    A 304 would empty the element that asks.
    """
    if mark and request.headers.get(SEEN) == mark:
        return HttpResponse(status=204)
    return None
