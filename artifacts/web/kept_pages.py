"""Pages that have been seen before are sent again as they were, if nothing has changed that they
show.

One statement tells whether anything has (`models.stamps`). A page is kept for one founder, tier and
language, and for as long as its ages hold. What must be another one in each answer, the tokens of
forms, is made for each.

Not kept are answers to htmx, pages with a message, pages with a query, and any page while a
document is being written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, ClassVar

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.translation import get_language

from artifacts.models import Project, User
from artifacts.models.stamps import PageStamp, database_moment
from artifacts.services.documents.kept import KEEP_SECONDS, get_kept, keep, kept_key
from artifacts.web.clock import watch_clock
from artifacts.web.kept_html import KeptHtml, csrf_in
from artifacts.web.kept_shown import kept_html, shown_key
from artifacts.web.known_rows import known_rows

View = Callable[..., HttpResponse]

_NOT_SHOWN = frozenset({"password", "last_login"})


@dataclass(frozen=True, slots=True)
class KeptPage:
    html: KeptHtml | None
    """None for a page that is kept under what it shows (`web.kept_shown`), and is held once."""
    shown_key: str
    headers: tuple[tuple[str, str], ...]

    stays_in_process: ClassVar[bool] = False

    @classmethod
    def of(cls, response: HttpResponse) -> KeptPage:
        key, headers = shown_key(response), tuple(response.items())
        if key:
            return cls(None, key, headers)
        html = response.content.decode()
        return cls(KeptHtml.of(html, csrf_in(html)), "", headers)

    def answer(self, request: HttpRequest) -> HttpResponse | None:
        """Return the page with the tokens of this answer; None where it is no longer held."""
        html = self.html or kept_html(self.shown_key)
        if html is None:
            return None
        csrf = get_token(request) if html.asks_for_csrf else ""
        return HttpResponse(html.fill(csrf), headers=dict(self.headers))


def keeps_page(stamp_of: Callable[..., PageStamp | None]) -> Callable[[View], View]:
    """Keep the pages of a view behind `founder_required`; `stamp_of` takes what the view does."""

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(request: Any, **names: Any) -> HttpResponse:
            request.stamp = stamp = moment = None
            if _may_be_kept(request):
                moment = database_moment()
                request.stamp = stamp = stamp_of(request, **names)
            if stamp is None or stamp.is_moving:
                return view(request, **names)
            key = _key(request, stamp)
            page = get_kept(key)
            if isinstance(page, KeptPage) and (answer := page.answer(request)):
                return answer
            with watch_clock(KEEP_SECONDS) as clock:
                response = view(request, **names)
            # What changed while it was read belongs to another stamp.
            is_same = moment is not None and database_moment() == moment
            if response.status_code == 200 and (is_same or stamp_of(request, **names) == stamp):
                keep(key, KeptPage.of(response), seconds=clock.seconds)
                _remember_rows(request, stamp)
            return response

        return wrapped

    return decorate


def _remember_rows(request: HttpRequest, stamp: PageStamp) -> None:
    read: Project | None = vars(request).get("project_read")
    if read is not None:
        known_rows.remember(read.pk, stamp, read.artifacts.all())


def _may_be_kept(request: Any) -> bool:
    asks_for_a_page = (
        request.method == "GET" and not request.htmx and "Read-Version" not in request.headers
    )
    return (
        asks_for_a_page and not request.META.get("QUERY_STRING") and not len(get_messages(request))
    )


def _key(request: Any, stamp: PageStamp) -> str:
    user: User = request.user
    about_user = [
        getattr(user, field.attname)
        for field in user._meta.concrete_fields
        if field.name not in _NOT_SHOWN
    ]
    # Quotas begin again at midnight.
    today = timezone.now().date()
    return kept_key(
        "page", request.get_host(), request.path, about_user, get_language(), today, stamp.text
    )
