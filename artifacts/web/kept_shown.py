"""Pages that show what they showed before, although something has changed that they do not show.

After an edit most pages of a project read as they did. A page is kept under all that its templates
show, told by value as for a part (`web.kept_parts`): to send it again no template is rendered. What
tells these values is read and checked for each answer, so a page that is sent again is never older
than one that is rendered.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render

from artifacts.models import User
from artifacts.services.documents.kept import KEEP_SECONDS, get_kept, keep
from artifacts.web.clock import holds_for, watch_clock
from artifacts.web.kept_html import ANY_CSRF, KeptHtml
from artifacts.web.kept_parts import part_key


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page with the moment until which its ages are right."""

    html: KeptHtml
    until: float

    stays_in_process: ClassVar[bool] = False


def may_be_shown_again(request: HttpRequest) -> bool:
    """Whether a page is asked for that `keeps_page` may keep, of a project at rest."""
    stamp = getattr(request, "stamp", None)
    return stamp is not None and not stamp.is_moving


def render_shown(
    request: HttpRequest,
    template_name: str,
    shown: Mapping[str, Any],
    tell: Callable[[], dict[str, Any]],
) -> HttpResponse:
    """Render a founder's page, or send what was rendered of the same values with the tokens of this
    answer.

    `tell` returns all that the template and those that it includes show of `shown`. What stands
    around every page is told here. It must have no messages (`may_be_shown_again`).
    """
    key = part_key(template_name, {"around": _around(request), "told": tell()})
    page = get_kept(key)
    if not isinstance(page, ShownPage):
        with watch_clock(KEEP_SECONDS) as clock:
            response = render(request, template_name, {**shown, "csrf_token": ANY_CSRF})
        html = KeptHtml.of(response.content.decode(), ANY_CSRF)
        page = ShownPage(html, time.time() + clock.seconds)
        keep(key, page, seconds=clock.seconds)
    holds_for(page.until - time.time())
    csrf = get_token(request) if page.html.asks_for_csrf else ""
    response = HttpResponse(page.html.fill(csrf))
    vars(response)[_KEY] = key
    return response


def kept_html(key: str) -> KeptHtml | None:
    """Return the page that is kept under `key`, None where it no longer is."""
    page = get_kept(key)
    return page.html if isinstance(page, ShownPage) else None


_KEY = "_shown_key"


def shown_key(response: HttpResponse) -> str:
    """Return the key under which an answer of `render_shown` is kept; "" for any other."""
    key: str = vars(response).get(_KEY, "")
    return key


def _around(request: HttpRequest) -> dict[str, Any]:
    """Return what the base template shows beside the page itself."""
    user = request.user
    assert isinstance(user, User)
    return {
        "path": request.get_full_path(),
        "host": request.get_host(),
        "user": (user.pk, user.name, user.tier),
    }
