"""Views that are imported when they are first asked for.

A process that shows one page, or none, as most commands do, imports none of the others; a web
process imports all of them before it serves (`cofounder/loading.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase


class LateViews:
    """A module of views, each of them by its name there."""

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> LateView:
        return LateView(self._module, name)


class LateView:
    """A view of that name in a module that need not be imported yet.

    Django reads its name and module when it builds addresses, which takes no import.
    """

    def __init__(self, module: str, name: str) -> None:
        self.__module__ = module
        self.__name__ = self.__qualname__ = name

    @cached_property
    def view(self) -> Callable[..., HttpResponseBase]:
        """The view itself. Raises ImportError or AttributeError where there is none."""
        found: Callable[..., HttpResponseBase] = getattr(
            import_module(self.__module__), self.__name__
        )
        return found

    @property
    def csrf_exempt(self) -> bool:
        """What Django asks a view before it calls it."""
        return getattr(self.view, "csrf_exempt", False)

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.view(request, *args, **kwargs)
