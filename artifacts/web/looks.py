"""Most looks of open pages find nothing new: these are answered before all that a page needs.

A look comes every few seconds from each page that is open while its project is written. One
statement tells whose session asks, whose project it is and what can be seen of it; where that is
what the page has seen, the answer is 204. Everything else goes on to the view, which decides alone:
who is signed out, an account that is closed, another founder's project, and all that is new.
"""

from __future__ import annotations

import logging
import re
import uuid
from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import Error as DatabaseFailed
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import ResolverMatch, resolve
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from artifacts.generation.connections import release_connection
from artifacts.models.stamps import Look, look_stamp
from artifacts.monitoring.context import add
from artifacts.services.mails.announcing import note_look
from artifacts.usage.totals import start_of_day
from artifacts.web.polling import SEEN, Reader, seen_mark
from cofounder.postgresql.trust import trusting_connections

logger = logging.getLogger(__name__)

PAGES = frozenset({"project_detail", "artifact_detail"})
"""The views whose pages look, by name; both look at a project."""
_BUSTER = re.compile(r"org\.htmx\.cache-buster=[^&]*")
"""The parameter by which htmx keeps browsers from answering out of their caches."""
VARIES = f"Cookie, Accept-Language, HX-Request, {SEEN}"


class LooksMiddleware:
    """Answers looks that find nothing new; comes before the session is read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return _answer(request) or self._get_response(request)


def _answer(request: HttpRequest) -> HttpResponse | None:
    """Return 204 to a page that has seen all there is, None to everything else."""
    seen, session = request.headers.get(SEEN), request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    if not seen or not session or request.method != "GET" or "HX-Request" not in request.headers:
        return None
    # What htmx adds to an address says nothing; other parameters mean something to the view.
    asked = request.META.get("QUERY_STRING", "")
    match = _page(request.path_info) if not asked or _BUSTER.fullmatch(asked) else None
    if match is None:
        return None
    request.get_host()  # raises for a name that is not ours, as for every page
    project_id: uuid.UUID = match.kwargs["project_id"]
    look = _look(project_id, session)
    if look is None or not _is_signed_in(look):
        return None
    if seen_mark(Reader.of_look(request, look.founder), project_id, look.stamp) != seen:
        return None
    note_look(project_id)
    add(project_id=project_id)
    request.resolver_match = match
    return HttpResponse(status=204, headers={"Cache-Control": "private, no-store", "Vary": VARIES})


@lru_cache(maxsize=4_096)
def _page(path: str) -> ResolverMatch | None:
    """Return which page that looks is at this address, None if it is another one."""
    try:
        match = resolve(path)
    except Http404:
        return None
    return match if match.view_name in PAGES else None


def _look(project_id: uuid.UUID, session: str) -> Look | None:
    """Return what tells whether there is news; None too where the database does not answer, which
    the view tells.
    """
    now = timezone.now()
    try:
        with trusting_connections():
            return look_stamp(project_id, session, now=now, since=start_of_day(now))
    except DatabaseFailed as error:
        logger.info("A look found no database (%r); asking it again for the page", error)
        release_connection()
        return None


def _is_signed_in(look: Look) -> bool:
    """Whether the session is one of the project's founder, who may see it.

    Where it was signed with a key from before, the view renews it.
    """
    founder = look.founder
    if not founder.is_active or founder.erase_at is not None:
        return False
    told = SessionStore().decode(look.session)
    return (
        told.get(SESSION_KEY) == str(founder.pk)
        and told.get(BACKEND_SESSION_KEY) in settings.AUTHENTICATION_BACKENDS
        and constant_time_compare(told.get(HASH_SESSION_KEY, ""), founder.get_session_auth_hash())
    )
