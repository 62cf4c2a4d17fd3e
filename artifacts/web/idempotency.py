"""Idempotency keys of forms that create something (`{% once %}`)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest

from artifacts.forms.idempotency import FIELD
from artifacts.services.editing import idempotency

T = TypeVar("T")


def once(
    request: HttpRequest, make: Callable[[], T], *, key_of: Callable[[T], object]
) -> idempotency.Made[T]:
    """Make what the request asks for, unless the same form with the same texts has made it
    already.
    """
    return idempotency.once(_form(request), make, key_of=key_of)


def _form(request: HttpRequest) -> str:
    """Return a key of the form with all that was typed: with another text it is another one, and
    loses nothing.
    """
    if not request.POST.get(FIELD):
        return ""
    fields = sorted(
        (name, values) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"
    )
    sent = json.dumps([request.user.pk, request.get_full_path(), fields])
    return hashlib.sha256(sent.encode("utf-8", "surrogatepass")).hexdigest()
