"""The idea that was typed on the landing page before there was an account: kept in the session
until its project is created.

Signing up and signing in keep the session; signing out ends it.
"""

from __future__ import annotations

import time

from django.http import HttpRequest

SESSION_KEY = "started_idea"
KEPT_SECONDS = 3 * 24 * 60 * 60
"""As long as the link in the mail that confirms an address is good for."""


def keep_idea(request: HttpRequest, text: str) -> None:
    request.session[SESSION_KEY] = {"text": text, "at": time.time()}


def kept_idea(request: HttpRequest) -> str:
    """Return what was typed, "" where nothing was or that is too long ago."""
    kept = request.session.get(SESSION_KEY)
    return str(kept["text"]) if kept and kept["at"] >= time.time() - KEPT_SECONDS else ""


def forget_idea(request: HttpRequest) -> None:
    request.session.pop(SESSION_KEY, None)
