"""When a form comes with a token that is no longer good, what was typed into it comes back."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from artifacts.web.stashed_posts import hands_back, typed_fields

# What pages put into their forms themselves: fingerprints, ids of items, levels, nothing. Sent
# again, but not shown.
_MACHINE_MADE = re.compile(
    r"[0-9a-f]{16,}|[\w.]+=[0-9a-f]{10}("
    r" [\w.]+=[0-9a-f]{10})*|[A-Z]-[0-9]+|high|medium|low|mine|new|on|"
)

RETRY_SECONDS = 60


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 (Django's signature)
    """Offer to send the form again, with its text, if our own page sent it; to any other site say
    nothing of it.
    """
    fields = typed_fields(request) if hands_back(request) and _is_from_us(request) else {}
    entries = [(name, value) for name, values in fields.items() for value in values]
    shown = [
        (_label(name), name, value) for name, value in entries if not _MACHINE_MADE.fullmatch(value)
    ]
    hidden = [(name, value) for name, value in entries if _MACHINE_MADE.fullmatch(value)]
    response = render(
        request,
        "artifacts/components/send_again.html" if shown else "403_csrf.html",
        {"shown": shown, "hidden": hidden, "action": request.get_full_path()},
        status=403,
    )
    return _for_htmx(response) if getattr(request, "htmx", False) else response


def counts_unavailable(request: HttpRequest) -> HttpResponse:
    """Say that something is limited which cannot be counted at the moment."""
    response = render(request, "503.html", status=503)
    response["Retry-After"] = str(RETRY_SECONDS)
    return _for_htmx(response) if getattr(request, "htmx", False) else response


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
