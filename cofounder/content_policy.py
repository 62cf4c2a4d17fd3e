"""The Content-Security-Policy of the settings, put together once and not for each response."""

from __future__ import annotations

from typing import Any

from csp.constants import HEADER
from csp.middleware import CheckableLazyObject, CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class ContentPolicyMiddleware(CSPMiddleware):
    """Sends the policy as it is in the settings; where a request or a response has its own, it is
    made as always.
    """

    def __init__(self, get_response: Any) -> None:
        super().__init__(get_response)
        self._policy = build_policy()

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if settings.DEBUG or _has_its_own(request, response):
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, self._policy)
        # A nonce that is asked for from now on would not be in the header.
        vars(request)["csp_nonce"] = CheckableLazyObject(self._csp_nonce_post_response)
        return response


def _has_its_own(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether there is a nonce, or a view has changed or lifted the policy for its response."""
    return "_csp_nonce" in vars(request) or any(name.startswith("_csp") for name in vars(response))
