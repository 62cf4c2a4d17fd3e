"""A form's token is one that Django takes, and another one in each answer."""

from __future__ import annotations

import os
from collections import Counter

import pytest
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import (
    CSRF_ALLOWED_CHARS,
    CSRF_SECRET_LENGTH,
    CSRF_TOKEN_LENGTH,
    CsrfViewMiddleware,
    get_token,
)

from artifacts.web.form_tokens import form_token

SECRET = "aZ09" * (CSRF_SECRET_LENGTH // 4)


@pytest.fixture
def request_of_a_browser() -> HttpRequest:
    request = HttpRequest()
    request.META["CSRF_COOKIE"] = SECRET
    return request


def is_taken(token: str, secret: str) -> bool:
    """Return whether Django takes a form with this token from a browser with that secret."""
    request = HttpRequest()
    request.method = "POST"
    request.META.update(HTTP_HOST="localhost", CSRF_COOKIE=secret)
    request.COOKIES["csrftoken"] = secret
    request.POST = {"csrfmiddlewaretoken": token}  # type: ignore[assignment]
    guard = CsrfViewMiddleware(lambda _: HttpResponse())
    guard.process_request(request)
    return guard.process_view(request, lambda _: HttpResponse(), (), {}) is None


def test_django_takes_it_and_no_other_one(request_of_a_browser: HttpRequest) -> None:
    token = form_token(request_of_a_browser)
    assert len(token) == CSRF_TOKEN_LENGTH
    assert is_taken(token, SECRET)
    assert is_taken(get_token(request_of_a_browser), SECRET)
    assert not is_taken(token, "b" * CSRF_SECRET_LENGTH)


def test_each_is_another_one(request_of_a_browser: HttpRequest) -> None:
    tokens = {form_token(request_of_a_browser) for _ in range(20)}
    assert len(tokens) == 20
    assert all(is_taken(token, SECRET) for token in tokens)


def test_the_cookie_is_sent_again(request_of_a_browser: HttpRequest) -> None:
    form_token(request_of_a_browser)
    assert request_of_a_browser.META["CSRF_COOKIE_NEEDS_UPDATE"] is True


def test_a_browser_without_a_secret_gets_one() -> None:
    request = HttpRequest()
    assert is_taken(form_token(request), request.META["CSRF_COOKIE"])
    assert request.META["CSRF_COOKIE_NEEDS_UPDATE"] is True


def test_no_character_of_the_mask_is_likelier_than_another(
    request_of_a_browser: HttpRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "urandom", lambda count: bytes(range(256)))
    told = Counter(form_token(request_of_a_browser)[:CSRF_SECRET_LENGTH])
    assert max(told.values()) == 1
    every = iter([bytes(range(first, first + 32)) for first in range(0, 256, 32)])
    monkeypatch.setattr(os, "urandom", lambda count: next(every))
    masks = [form_token(request_of_a_browser)[:CSRF_SECRET_LENGTH] for _ in range(7)]
    # The last of these bytes belong to no whole round of the alphabet.
    assert set(Counter("".join(masks)).values()) <= {3, 4}
    assert set("".join(masks)) == set(CSRF_ALLOWED_CHARS)
