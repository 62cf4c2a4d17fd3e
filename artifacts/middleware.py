"""What happens to requests before and after the views."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from django_htmx.http import HttpResponseClientRedirect

from artifacts.accounts.second_factor import has_second_factor, has_shown_factor
from artifacts.exceptions import CountsUnavailable, TooOften
from artifacts.models import User
from artifacts.monitoring.context import accepted_id, add, bound, current_request_id
from artifacts.monitoring.metrics import count_request
from artifacts.services.accounts.preferences import reader_zone
from artifacts.views.errors import counts_unavailable, too_often
from artifacts.views.probes import answer
from artifacts.web.signed_in import known_user

logger = logging.getLogger("artifacts.requests")

OPEN_WHEN_CLOSED = frozenset(
    {
        "account_closed",
        "account_data",
        "account_logout",
        "example_cover",
        "example_pdf",
        "favicon",
        "home",
        "mail_off",
        "robots",
        "set_language",
        "shortcuts",
    }
)
"""What is not the founder's, and what somebody needs who has deleted the account."""

GetResponse = Callable[[HttpRequest], HttpResponse]

REQUEST_ID = "X-Request-ID"
SLOW_SECONDS = 1.0
"""A page that took longer is worth a line of the log, whatever LOG_LEVEL says of the others."""


class ProbesMiddleware:
    """Answers the probes of machines before anything else asks for a host name, HTTPS, a session or
    the database.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return answer(request) or self._get_response(request)


class RequestMiddleware:
    """Gives each request an id, which its log lines, its answer and what it orders carry, and
    counts it.

    An id that the proxy has given is kept where the proxy is trusted.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        told = request.headers.get(REQUEST_ID, "") if settings.BEHIND_PROXY else ""
        with bound(is_fresh=True, request_id=accepted_id(told)):
            began = time.monotonic()
            response = self._get_response(request)
            _note(request, response, time.monotonic() - began)
            response[REQUEST_ID] = current_request_id()
            return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> None:
        if "project_id" in kwargs:
            add(project_id=kwargs["project_id"])


def _note(request: HttpRequest, response: HttpResponse, seconds: float) -> None:
    """Count the request; log what changes something, what broke, and what took long."""
    match = request.resolver_match
    view = match.view_name if match else ""
    method = request.method or ""
    count_request(method=method, view=view, status=response.status_code, seconds=seconds)
    is_usual = method in {"GET", "HEAD"} and response.status_code < 500 and seconds < SLOW_SECONDS
    logger.log(
        logging.DEBUG if is_usual else logging.INFO,
        "%s %s %s in %.3f s",
        method,
        request.path,
        response.status_code,
        seconds,
        extra={
            "fields": {
                "method": method,
                "view": view,
                "status": response.status_code,
                "seconds": round(seconds, 3),
            }
        },
    )


class PreferencesMiddleware:
    """Answers a founder in the language and time zone that they chose, on whichever device.

    Where they chose none, and for visitors, it stays as LocaleMiddleware and the settings have it.
    The admin keeps the installation's language and time zone: its own words are in English, and its
    pages and files say UTC.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with timezone.override(None):
            return self._get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        match = request.resolver_match
        if match is not None and match.app_name == "admin":
            _speak(request, settings.LANGUAGE_CODE)
            return None
        user = _signed_in(request)
        if user is None or match is None:
            return None
        if user.language:
            _speak(request, user.language)
        timezone.activate(reader_zone(user))
        return None


def _speak(request: HttpRequest, language: str) -> None:
    translation.activate(language)
    request.LANGUAGE_CODE = translation.get_language()


def _signed_in(request: HttpRequest) -> User | None:
    """Return who is signed in; None too where the database cannot say, which pages tell that
    need it.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    try:
        user = known_user(request)
    except DatabaseError:
        return None
    return user if isinstance(user, User) else None


class ClosedAccountMiddleware:
    """Shows the founder of an account that waits to be erased nothing but how to bring it back."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        user, match = _signed_in(request), request.resolver_match
        if user is None or user.erase_at is None or match is None:
            return None
        name = match.url_name or ""
        if match.app_name == "admin" or name in OPEN_WHEN_CLOSED or name.startswith("shared"):
            return None
        if request.headers.get("HX-Request"):
            return HttpResponseClientRedirect(reverse("account_closed"))
        return redirect("account_closed")


class StaffFactorMiddleware:
    """Opens the admin, where STAFF_SECOND_FACTOR says so, only to those who have shown a second
    factor.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        match = request.resolver_match
        if not settings.STAFF_SECOND_FACTOR or match is None or match.app_name != "admin":
            return None
        if match.url_name in {"login", "logout", "jsi18n"} or not request.user.is_authenticated:
            return None
        if has_shown_factor(request):
            return None
        if has_second_factor(request.user):
            return redirect_to_login(request.get_full_path(), reverse("mfa_reauthenticate"))
        messages.warning(request, gettext("The admin asks for a second factor. Set one up first."))
        return redirect("mfa_index")


class CountsMiddleware:
    """Answers in words where a limit is reached, or cannot be counted, also where it is one of
    allauth's.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, TooOften):
            return too_often(request, exception)
        return counts_unavailable(request) if isinstance(exception, CountsUnavailable) else None
