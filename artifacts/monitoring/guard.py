"""Access to the probes: the settings HEALTHZ, READYZ and METRICS say open, token or off."""

from __future__ import annotations

from http import HTTPStatus

from django.conf import settings
from django.utils.crypto import constant_time_compare


def refusal(guard: str, authorization: str) -> HTTPStatus | None:
    """Return the status with which to refuse a request that came with this Authorization header;
    None to answer it.
    """
    if guard == "off":
        return HTTPStatus.NOT_FOUND
    if guard == "open":
        return None
    scheme, _, told = authorization.partition(" ")
    is_known = scheme.lower() == "bearer" and constant_time_compare(
        told.strip(), settings.OPERATIONS_TOKEN
    )
    return None if is_known else HTTPStatus.UNAUTHORIZED
