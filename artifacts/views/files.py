"""Answers that are files: an export, and its cover as a picture.

A browser that has it already gets 304.
"""

from __future__ import annotations

from collections.abc import Callable

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext

from artifacts.exceptions import ExportFailed
from artifacts.exporters import Export, content_disposition
from artifacts.services.files.exporting import ExportRequest
from artifacts.usage.limits import making_file

COVER_SECONDS = 3600


def file_response(request: HttpRequest, order: ExportRequest, *, who: str = "") -> HttpResponse:
    """Answer with the file of `order`; nothing is made for a browser that has it.

    `who` is the founder or the share link that it counts for; empty for nobody. Raises ExportFailed
    and TooOften.
    """
    tag = f'"{order.tag}"'
    known = get_conditional_response(request, etag=tag)
    if known is None:
        with making_file(who):
            response = _download(order.file())
    else:
        response = HttpResponse(status=known.status_code)
    response["ETag"] = tag
    # Kept by the browser for its reader alone, and asked for again each time: the tier may have
    # changed.
    response["Cache-Control"] = "private, no-cache"
    return response


def _download(export: Export) -> HttpResponse:
    return HttpResponse(
        export.content,
        content_type=export.content_type,
        headers={
            "Content-Disposition": content_disposition(export.filename),
            "X-Content-Type-Options": "nosniff",
        },
    )


def cover_response(
    request: HttpRequest, *, place: str, order: Callable[[], ExportRequest]
) -> HttpResponse:
    """Answer with the cover of a PDF as a PNG, 304 where the browser has it, or 503 in words where
    none can be made.

    `place` names what the cover is of; one cover is kept for it.
    """
    try:
        ordered = order()
        tag = f'"{ordered.tag}"'
        known = get_conditional_response(request, etag=tag)
        response = known or HttpResponse(
            _cover(f"cover-{place}", ordered), content_type="image/png"
        )
    except ExportFailed as error:
        return HttpResponse(
            gettext(str(error)), status=503, content_type="text/plain; charset=utf-8"
        )
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _cover(place: str, order: ExportRequest) -> bytes:
    kept = cache.get(place)
    if kept and kept[0] == order.tag:
        return bytes(kept[1])
    made = order.cover()
    cache.set(place, (order.tag, made), COVER_SECONDS)
    return made
