"""What happens to requests before and after the views."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from artifacts.exceptions import CountsUnavailable
from artifacts.views.errors import counts_unavailable


class CountsMiddleware:
    """Answers in words where a limit cannot be counted, also where it is one of allauth's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return counts_unavailable(request) if isinstance(exception, CountsUnavailable) else None
