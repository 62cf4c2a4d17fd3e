"""Text that was submitted after the session had ended: kept until its founder signs in again.

The session of somebody who is signed out belongs to a browser, and another founder may sign in
there next. So every founder's browser carries a signed mark of who was last at work in it; what is
kept carries the same mark and is given back to that founder alone. Where there is no mark nothing
is kept.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, TypedDict
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from artifacts.forms.idempotency import FIELD
from artifacts.models import User
from artifacts.web.plan_answers import tell_plan_answers

View = Callable[..., HttpResponse]

MAX_BYTES = 200_000
KEPT_SECONDS = 2 * 60 * 60
MARK_SECONDS = 365 * 24 * 60 * 60
SESSION_KEY = "unsent"
COOKIE = "founder"
SALT = "artifacts.web.stashed_posts"


class Kept(TypedDict):
    fields: dict[str, list[str]]
    founder: str
    at: float


def founder_required(view: View) -> View:
    """Require a sign-in; what a signed-out founder posts to a form of texts is kept for them
    (`pop_stash`).
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return _ask_to_sign_in(request)
        tell_plan_answers(request)
        response = view(request, *args, **kwargs)
        remember_writer(request, response)
        return response

    return wrapped


def pop_stash(request: HttpRequest) -> QueryDict | None:
    """Return what this founder had sent to exactly this address while signed out, and forget it."""
    kept: dict[str, Kept] = request.session.get(SESSION_KEY, {})
    if request.method != "GET" or not kept:
        return None
    since = time.time() - KEPT_SECONDS
    mine = {
        path: one
        for path, one in kept.items()
        if one["founder"] == _mark(request) and one["at"] >= since
    }
    found = mine.pop(request.get_full_path(), None)
    if mine != kept:
        request.session[SESSION_KEY] = mine
    return QueryDict(urlencode(found["fields"], doseq=True)) if found else None


def typed_fields(request: HttpRequest) -> dict[str, list[str]]:
    """What a POST carries, without its token and without passwords."""
    return {
        name: [str(value) for value in values]
        for name, values in request.POST.lists()
        if name not in {"csrfmiddlewaretoken", FIELD} and "password" not in name.lower()
    }


def keeps_posts(page: View) -> View:
    """Let what staff had typed outlive signing in again; `page` itself checks who may see it."""

    @wraps(page)
    def wrapped(request: HttpRequest, **names: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            stash_post(request)
        response = page(request, **names)
        remember_writer(request, response)
        return response

    return wrapped


def stash_post(request: HttpRequest) -> None:
    """Keep what somebody sends who is signed out, and say so, or that it could not be kept."""
    if request.method != "POST" or not any(map(any, typed_fields(request).values())):
        return
    if _keep(request):
        messages.info(
            request, _("You had been signed out. Sign in, and what you typed is on the page again.")
        )
    else:
        messages.warning(
            request,
            _(
                "You had been signed out, and we could not keep what you typed. Go back in your"
                " browser to copy it."
            ),
        )


def hands_back(request: HttpRequest) -> bool:
    """Whether the address is that of a form whose texts come back; those of accounts ask for what
    must not be kept.
    """
    return request.path.startswith(reverse("project_list")) or request.path == reverse(
        "account_brand"
    )


def _ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    if hands_back(request):
        stash_post(request)
    # htmx would put the sign-in page into the middle of this one.
    htmx = getattr(request, "htmx", None)
    page = htmx.current_url_abs_path if htmx and request.method != "POST" else None
    answer = redirect_to_login(page or request.get_full_path())
    return HttpResponseClientRedirect(answer["Location"]) if htmx else answer


def _keep(request: HttpRequest) -> bool:
    """Keep the fields, and drop what is oldest where all would be too much.

    False if these are not kept.
    """
    founder = request.get_signed_cookie(COOKIE, default="", salt=SALT)
    if not founder:
        return False
    path = request.get_full_path()
    typed = Kept(fields=typed_fields(request), founder=founder, at=time.time())
    if _size(path, typed) > MAX_BYTES:
        return False
    kept: dict[str, Kept] = {
        key: one for key, one in request.session.get(SESSION_KEY, {}).items() if key != path
    }
    kept[path] = typed
    while sum(_size(path, one) for path, one in kept.items()) > MAX_BYTES:
        kept.pop(min(kept, key=lambda key: kept[key]["at"]))
    request.session[SESSION_KEY] = kept
    return True


def _size(path: str, kept: Kept) -> int:
    return len(path) + sum(
        len("".join((name, *values)).encode()) for name, values in kept["fields"].items()
    )


def _mark(request: HttpRequest) -> str:
    assert isinstance(request.user, User)
    return salted_hmac(SALT, str(request.user.pk)).hexdigest()


def remember_writer(request: HttpRequest, response: HttpResponse) -> None:
    """Mark the browser as the signed-in founder's, so that what it sends after the session has
    ended can be kept.
    """
    if request.user.is_authenticated and request.get_signed_cookie(
        COOKIE, default="", salt=SALT
    ) != _mark(request):
        response.set_signed_cookie(
            COOKIE,
            _mark(request),
            salt=SALT,
            max_age=MARK_SECONDS,
            httponly=True,
            samesite="Lax",
            secure=bool(settings.SESSION_COOKIE_SECURE),
        )
