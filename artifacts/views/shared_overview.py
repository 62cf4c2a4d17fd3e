"""The first page of a share: its documents, and what guests are asked about."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from artifacts.documents.testing import WeakAssumption
from artifacts.exceptions import (
    CountsUnavailable,
    InvalidEdit,
    ShareLinkNotFound,
    TooManyTries,
)
from artifacts.forms.sharing import EvidenceForm
from artifacts.services.files.one_page import guests_page
from artifacts.services.sharing.evidence import add_evidence, weakest_of
from artifacts.services.sharing.links import Share
from artifacts.views.shared import guest_mark, limit_status, share_context, shared
from artifacts.views.shared_texts import plain_text, summary_text
from artifacts.web.idempotency import once


@require_safe
def _overview(request: HttpRequest, share: Share, token: str) -> HttpResponse:
    return _show_overview(request, share, token)


@require_POST
def _evidence(request: HttpRequest, share: Share, token: str) -> HttpResponse:
    """Keep what a guest knows about an assumption; the text comes back where that cannot be."""
    if not share.link.allows_notes:
        raise ShareLinkNotFound
    form = _evidence_form(share, weakest_of(share), request.POST)
    if not form.is_valid():
        return _show_overview(request, share, token, form, status=422)
    try:
        once(
            request,
            lambda: add_evidence(
                share, guest=guest_mark(request), now=timezone.now(), **form.cleaned_data
            ),
            key_of=lambda note: note.pk,
        )
    except InvalidEdit as error:
        form.refuse(error)
        return _show_overview(request, share, token, form, status=422)
    except (TooManyTries, CountsUnavailable) as error:
        form.add_error(None, str(error))
        return _show_overview(request, share, token, form, status=limit_status(error))
    return redirect(f"{reverse('shared', args=[token])}?sent=1#evidence")


def _show_overview(
    request: HttpRequest,
    share: Share,
    token: str,
    form: EvidenceForm | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    context = {
        **share_context(share, token),
        "rows": [(row, summary_text(share, row)) for row in share.documents],
        "form": form or _offered_form(share),
        "index": share.index,
        "one_page": guests_page(share, today=timezone.localdate()),
        "sent": form is None and "sent" in request.GET,
    }
    return render(request, "shared/overview.html", context, status=status)


def _offered_form(share: Share) -> EvidenceForm | None:
    asked = weakest_of(share)
    return _evidence_form(share, asked) if asked else None


def _evidence_form(
    share: Share, asked: list[WeakAssumption], data: QueryDict | None = None
) -> EvidenceForm:
    choices = [(one.item.id, plain_text(share.index, one.item.text)) for one in asked]
    return EvidenceForm(data, choices=choices)


overview = shared(_overview)
evidence = shared(_evidence)
