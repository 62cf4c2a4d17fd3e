"""The policy that is put together once is what django-csp makes for each response."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from csp.decorators import csp_exempt, csp_replace, csp_update
from csp.exceptions import CSPNonceError
from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from cofounder.content_policy import ContentPolicyMiddleware

POLICY = "Content-Security-Policy"


def plain(_: HttpRequest) -> HttpResponse:
    return HttpResponse("a page")


def with_nonce(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(vars(request)["csp_nonce"]))


def with_header(_: HttpRequest) -> HttpResponse:
    return HttpResponse(headers={POLICY: "sandbox"})


def directives(middleware: Callable[[Any], Any], view: Callable[..., Any]) -> list[str] | None:
    """Return the directives that a response of the view has, without what is random in them."""
    response = middleware(view)(RequestFactory().get("/"))
    policy = response.get(POLICY)
    return policy and sorted(re.sub("'nonce-[^']+'", "nonce", policy).split("; "))


@pytest.mark.parametrize(
    "view",
    [
        plain,
        with_nonce,
        with_header,
        csp_exempt()(plain),
        csp_update({"img-src": ["https://example.com"]})(plain),
        csp_replace({"img-src": ["https://example.com"]})(plain),
    ],
)
@pytest.mark.parametrize("debug", [False, True])
def test_each_response_has_the_policy_that_django_csp_gives_it(
    view: Callable[..., Any], debug: bool, settings: Any
) -> None:
    settings.DEBUG = debug
    assert directives(ContentPolicyMiddleware, view) == directives(CSPMiddleware, view)


def test_a_nonce_is_refused_once_the_header_is_there() -> None:
    request = RequestFactory().get("/")
    ContentPolicyMiddleware(plain)(request)
    with pytest.raises(CSPNonceError):
        str(vars(request)["csp_nonce"])
