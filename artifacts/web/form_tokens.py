"""The token of a page's forms, as Django makes it.

Django chooses each character of the mask by a call of its own, and looks each up in the alphabet:
of a page that is sent as it was kept, that was the seventh part.
"""

from __future__ import annotations

import os

from django.http import HttpRequest
from django.middleware.csrf import CSRF_ALLOWED_CHARS, CSRF_SECRET_LENGTH, get_token

_COUNT = len(CSRF_ALLOWED_CHARS)
_PLACES = {char: place for place, char in enumerate(CSRF_ALLOWED_CHARS)}
_TWICE = CSRF_ALLOWED_CHARS * 2
"""The alphabet, so that the sum of two places needs no remainder."""

_EVEN = 256 - 256 % _COUNT
"""Bytes from here on would make the first characters of the alphabet likelier than the others."""
_OF_BYTES = bytes(ord(CSRF_ALLOWED_CHARS[byte % _COUNT]) for byte in range(256))
_LEFT_OUT = bytes(range(_EVEN, 256))


def form_token(request: HttpRequest) -> str:
    """Return what `get_token` does: the secret of this browser behind another mask."""
    secret = request.META.get("CSRF_COOKIE")
    if secret is None:
        return get_token(request)  # makes one
    # Renews the cookie, which is used.
    request.META["CSRF_COOKIE_NEEDS_UPDATE"] = True
    mask = _mask()
    places = _PLACES
    return mask + "".join(
        [_TWICE[places[one] + places[two]] for one, two in zip(secret, mask, strict=True)]
    )


def _mask() -> str:
    """Return random characters of the alphabet, all equally likely."""
    mask = b""
    while len(mask) < CSRF_SECRET_LENGTH:
        mask += os.urandom(2 * CSRF_SECRET_LENGTH).translate(_OF_BYTES, _LEFT_OUT)
    return mask[:CSRF_SECRET_LENGTH].decode("ascii")
