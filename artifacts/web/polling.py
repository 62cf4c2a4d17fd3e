"""Pages that ask every few seconds what is new: where that is nothing, the answer is 204, after one
query of its own.

A page says with each look what it has seen. That holds for five minutes at most, so that no age on
it is more than that behind; times that run are counted on by the page itself.
"""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass
from typing import Self

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language, get_language_from_request

from artifacts.generation.streaming import live_mark
from artifacts.models import User
from artifacts.models.stamps import PageStamp
from artifacts.services.accounts.preferences import reader_zone
from artifacts.services.documents.kept import kept_key
from artifacts.web.clock import MINUTE

AGES_HOLD = 5 * MINUTE
SEEN = "Seen"
"""The header in which a page that stays open says what it has seen."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What a page depends on beside the rows of its project."""

    key: int
    tier: str
    language: str
    zone: str

    @classmethod
    def of_page(cls, request: HttpRequest) -> Self:
        """Return the one that a page is rendered for at this moment."""
        user = request.user
        zone = timezone.get_current_timezone_name()
        return cls(user.pk or 0, getattr(user, "tier", ""), get_language() or "", zone)

    @classmethod
    def of_look(cls, request: HttpRequest, founder: User) -> Self:
        """Return the same of a founder's request that nobody has chosen a language for yet."""
        language = founder.language or get_language_from_request(request)
        return cls(founder.pk, founder.tier, language, str(reader_zone(founder)))


def seen_mark(reader: Reader, project_id: uuid.UUID, stamp: PageStamp | None) -> str:
    """Return what a page that is rendered from rows of `stamp` has seen; "" where nothing is being
    written.
    """
    if stamp is None or not stamp.is_moving:
        return ""
    # Not all pages at one moment: each begins its five minutes at another one.
    period = (int(time.time()) + project_id.int % AGES_HOLD) // AGES_HOLD
    live = live_mark(*stamp.writing) if stamp.writing else ""
    return kept_key(
        "seen",
        reader.key,
        reader.tier,
        reader.language,
        reader.zone,
        project_id,
        period,
        stamp.text,
        stamp.late,
        live,
    )


def nothing_new(request: HttpRequest, mark: str) -> HttpResponse | None:
    """Return the answer to a page that has seen just that, or None.

    A 304 would empty the element that asks.
    """
    if mark and request.headers.get(SEEN) == mark:
        return HttpResponse(status=204)
    return None
