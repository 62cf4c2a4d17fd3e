"""What pages with a text form share: reading the input, saving it, and the status of the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Generic, TypeVar

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, QueryDict

from artifacts.exceptions import InvalidProject, ProjectDeleted, StaleUpdate
from artifacts.web.stashed_posts import View, pop_stash

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class FormOutcome(Generic[Result]):
    """What became of a form. `result` is what storing it returned; None if nothing is stored."""

    result: Result | None = None
    is_conflict: bool = False
    """True if another window has changed the same text since the form was opened."""


def submitted_data(request: HttpRequest) -> QueryDict | None:
    """Return what was typed into this page's form, now or while signed out; None if it was only
    opened.
    """
    return request.POST if request.method == "POST" else pop_stash(request)


def save_form(
    request: HttpRequest,
    form: forms.Form,
    store: Callable[[], Result | None],
    *,
    error_field: str | None = None,
) -> FormOutcome[Result]:
    """Store what was typed, where the form was sent and is valid.

    What does not fit is said at `error_field`, or above the form where that is None. Raises what
    `store` raises besides StaleUpdate and InvalidProject.
    """
    if request.method != "POST" or not form.is_valid():
        return FormOutcome()
    try:
        return FormOutcome(store())
    except StaleUpdate:
        return FormOutcome(is_conflict=True)
    except InvalidProject as error:
        form.add_error(error_field, str(error))
        return FormOutcome()


def form_context(
    request: HttpRequest, form: forms.Form, base: str = "", *, conflict: bool = False
) -> dict[str, Any]:
    """Return what every page with such a form shows. `base` is the fingerprint of the current text.

    The page carries on the fingerprint of what the founder saw before typing, until the founder has
    seen the current text.
    """
    return {
        "form": form,
        "unsent": form.is_bound and request.method != "POST",
        "base": base if conflict else form.data.get("base", base),
        "is_conflict": conflict,
    }


def form_status(request: HttpRequest, form: forms.Form, *, conflict: bool = False) -> int:
    if conflict:
        return 409
    return 422 if request.method == "POST" and form.errors else 200


def gone_is_404(view: View) -> View:
    """Answer 404 if the project was deleted between looking for it and changing it."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **names: Any) -> HttpResponse:
        try:
            return view(request, *args, **names)
        except ProjectDeleted as error:
            raise Http404(str(error)) from error

    return wrapped
