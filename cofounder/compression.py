"""Compress responses, except those whose length could reveal a secret."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

_JSON = "application/json"


class CompressTexts(GZipMiddleware):
    """Compress what is text; PDF, Word and pictures are compressed by themselves, and static files
    by WhiteNoise.

    BREACH reads a secret off the lengths of answers: it has the visitor's browser ask for a page
    again and again, with guesses in the address that the page repeats. Our session cookies are not
    sent with such requests (`SameSite=Lax`), tokens of forms are masked differently in each answer,
    and Django pads what it compresses by a random length. Beyond that, what a browser asks for on
    behalf of another site, with cookies of ours, is not compressed at all.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if not _is_text(response) or _is_asked_for_elsewhere(request):
            return response
        return super().process_response(request, response)


def _is_text(response: HttpResponseBase) -> bool:
    kind = response.get("Content-Type", "").partition(";")[0]
    return kind.startswith("text/") or kind == _JSON


def _is_asked_for_elsewhere(request: HttpRequest) -> bool:
    """Whether the browser says that a page of another site made it ask; a link that is typed or
    opened is "none".
    """
    site = request.headers.get("Sec-Fetch-Site", "none")
    return bool(request.COOKIES) and site not in {"none", "same-origin"}
