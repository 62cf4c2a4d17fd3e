"""Error pages. Each gives back what was typed."""

from __future__ import annotations

import re
import sys
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext, ngettext
from django.views.defaults import server_error as django_server_error

from artifacts.exceptions import TooOften
from artifacts.web.stashed_posts import hands_back, typed_fields

# What pages put into their forms themselves: fingerprints, ids of items, levels, nothing. Sent
# again, but not shown.
_MACHINE_MADE = re.compile(
    r"[0-9a-f]{16,}|[\w.]+=[0-9a-f]{10}("
    r" [\w.]+=[0-9a-f]{10})*|[A-Z]-[0-9]+|high|medium|low|mine|new|on|"
)

SEND_AGAIN = "artifacts/components/send_again.html"

RETRY_SECONDS = 60
DATABASE_RETRY_SECONDS = 10


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 (Django's signature)
    """Offer to send the form again, with its text, if our own page sent it; to any other site say
    nothing of it.
    """
    typed = _typed(request)
    template = SEND_AGAIN if typed["shown"] else "403_csrf.html"
    response = render(request, template, typed, status=403)
    return _for_htmx(response) if getattr(request, "htmx", False) else response


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer what broke: with 503 while the database is away, else with 500.

    Django calls it with the error at hand.
    """
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return database_away(request)
    return django_server_error(request)


def database_away(request: HttpRequest) -> HttpResponse:
    """Say that the database does not answer, and give back what was typed.

    Asks neither session nor database.

    htmx shows nothing of it, so that the page stays as it is; its form says that it could not be
    sent.
    """
    typed = _typed(request)
    reason = gettext(
        "Our database does not answer at the moment, so this is not saved. Everything that was"
        " saved before is safe. What you typed is here: send it again in a minute."
    )
    context = {**typed, "reason": reason, "is_visitor_unknown": True}
    template = "503_database.html"
    if typed["shown"]:
        template = SEND_AGAIN
        context["csrf_token"] = get_token(request)
    response = HttpResponse(render_to_string(template, context), status=503)
    response["Retry-After"] = str(DATABASE_RETRY_SECONDS)
    return response


def too_often(request: HttpRequest, error: TooOften) -> HttpResponse:
    """Say what was done too often and when it may be done again, and give back what was typed."""
    typed = _typed(request)
    minutes = max(1, round(error.retry_after_seconds / 60))
    when = ngettext(
        "It works again in about %(n)s minute.", "It works again in about %(n)s minutes.", minutes
    )
    reason = f"{error} {when % {'n': minutes}}"
    template = SEND_AGAIN if typed["shown"] else "429.html"
    response = render(request, template, {**typed, "reason": reason}, status=429)
    response["Retry-After"] = str(error.retry_after_seconds)
    return _for_htmx(response) if getattr(request, "htmx", False) else response


def counts_unavailable(request: HttpRequest) -> HttpResponse:
    """Say that something is limited which cannot be counted at the moment."""
    response = render(request, "503.html", status=503)
    response["Retry-After"] = str(RETRY_SECONDS)
    return _for_htmx(response) if getattr(request, "htmx", False) else response


def _typed(request: HttpRequest) -> dict[str, Any]:
    """Return what was typed into a form that one of our own pages has sent, for the page that
    offers it again.
    """
    fields = typed_fields(request) if hands_back(request) and _is_from_us(request) else {}
    entries = [(name, value) for name, values in fields.items() for value in values]
    return {
        "shown": [
            (_label(name), name, value)
            for name, value in entries
            if not _MACHINE_MADE.fullmatch(value)
        ],
        "hidden": [(name, value) for name, value in entries if _MACHINE_MADE.fullmatch(value)],
        "action": request.get_full_path(),
    }


def _is_from_us(request: HttpRequest) -> bool:
    source = request.headers.get("Origin")
    if source is None:
        referer = urlsplit(request.headers.get("Referer", ""))
        source = f"{referer.scheme}://{referer.netloc}"
    return source in {f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS}


def _label(name: str) -> str:
    words = name.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:] if words else gettext("Text")


def _for_htmx(response: HttpResponse) -> HttpResponse:
    """htmx shows nothing of an answer with an error's status, and would put this page into a corner
    of another.
    """
    response.status_code = 200
    response["HX-Retarget"] = "#main"
    response["HX-Reselect"] = "#main"
    response["HX-Reswap"] = "outerHTML"
    return response
