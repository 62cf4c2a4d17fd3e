"""What guests see of a shared project.

No account, no session, no cookie but that of an accepted password.

A guest's right is the address itself, and every answer depends on it alone. So the forms here carry
no CSRF token: no browser has a right of its own that another site could make use of, and the
accepted password's cookie is not sent along with other sites' posts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial, wraps
from typing import Any, cast

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from artifacts.documents.presentation import DocumentView, present_document
from artifacts.exceptions import (
    CountsUnavailable,
    ExportBusy,
    ExportFailed,
    InvalidEdit,
    ShareLinkNotFound,
    TooManyTries,
    WrongPassword,
)
from artifacts.exporters import Format
from artifacts.exporters.brand import OUR_BRAND
from artifacts.forms.sharing import GuestNoteForm, SharePasswordForm
from artifacts.models import Artifact
from artifacts.schemas import ArtifactType
from artifacts.services.accounts.branding import brand_of
from artifacts.services.files.exporting import ExportRequest, order_export
from artifacts.services.files.pictures import guests_pictures
from artifacts.services.sharing.guest_notes import add_guest_note
from artifacts.services.sharing.links import Share, acceptance, open_link, try_password
from artifacts.services.sharing.view_counts import count_view
from artifacts.text import clean_text
from artifacts.views.files import cover_response, file_response
from artifacts.views.shared_texts import summary_text
from artifacts.web.idempotency import once
from artifacts.web.visitors import is_page_view

COOKIE = "share"
CARD_MAX = 200
"""How much of a document's summary goes with a link to it."""
ACCEPTED_SECONDS = 12 * 60 * 60
BRAND_SECONDS = 5 * 60
LIGHT_GROUND, DARK_GROUND = "#f3f1eb", "#1f2227"
"""`--sunken` of variables.css, which is nearest to text of all that is behind it."""

SharedView = Callable[..., HttpResponse]


@dataclass(frozen=True)
class SharedPages:
    """Stands in templates where a founder's page has the project: links lead to the pages of the
    share.
    """

    name: str
    token: str

    def page_of(self, artifact_type: ArtifactType) -> str:
        return reverse("shared_document", args=[self.token, artifact_type.value])


def shared(view: SharedView) -> SharedView:
    """Give `view` the share that the address opens, once its password was accepted; count it; keep
    it to the guest.

    Whatever the reason that there is nothing to be seen, the answer is one and the same.
    """

    @csrf_exempt
    @wraps(view)
    def wrapped(request: HttpRequest, token: str, **names: Any) -> HttpResponse:
        try:
            share = open_link(token, now=timezone.now())
            response = _ask_or_answer(view, request, share, token, **names)
        except ShareLinkNotFound:
            response = render(
                request,
                "shared/gone.html",
                {**share_context(), "not_sent": _typed(request)},
                status=404,
            )
        return _private(response)

    return cast("SharedView", wrapped)


def _ask_or_answer(
    view: SharedView, request: HttpRequest, share: Share, token: str, **names: Any
) -> HttpResponse:
    if view is not _password and not _is_accepted(request, share):
        return _ask(request, token, SharePasswordForm())
    response = view(request, share=share, token=token, **names)
    if view is not _password and response.status_code == 200 and _is_a_view(request, share):
        count_view(share.link, guest=guest_mark(request), now=timezone.now())
    return response


@require_safe
def _document(request: HttpRequest, share: Share, token: str, artifact_type: str) -> HttpResponse:
    return _show(request, share, token, share.document(artifact_type))


@require_POST
def _note(request: HttpRequest, share: Share, token: str, artifact_type: str) -> HttpResponse:
    """Keep a note for the founder; the text comes back where that cannot be."""
    row = share.document(artifact_type)
    if not share.link.allows_notes:
        raise ShareLinkNotFound
    form = GuestNoteForm(request.POST, document=_read(share, row))
    if not form.is_valid():
        return _show(request, share, token, row, form, status=422)
    try:
        once(
            request,
            lambda: add_guest_note(
                share, row, guest=guest_mark(request), now=timezone.now(), **form.cleaned_data
            ),
            key_of=lambda note: note.pk,
        )
    except InvalidEdit as error:
        form.refuse(error)
        return _show(request, share, token, row, form, status=422)
    except (TooManyTries, CountsUnavailable) as error:
        form.add_error(None, str(error))
        return _show(request, share, token, row, form, status=limit_status(error))
    return redirect(
        f"{reverse('shared_document', args=[token, row.type.value])}?sent=1#guest-notes"
    )


@require_http_methods(["GET", "HEAD", "POST"])
def _password(request: HttpRequest, share: Share, token: str) -> HttpResponse:
    """Ask for the password, and remember in a cookie for this link alone that it was right."""
    if request.method != "POST" or not share.link.password:
        return redirect("shared", token)
    form = SharePasswordForm(request.POST)
    if not form.is_valid():
        return _ask(request, token, form, status=422)
    try:
        try_password(share.link, form.cleaned_data["password"], guest=_address(request))
    except WrongPassword as error:
        form.add_error("password", str(error))
        return _ask(request, token, form, status=422)
    except (TooManyTries, CountsUnavailable) as error:
        form.add_error(None, str(error))
        return _ask(request, token, form, status=limit_status(error))
    response = redirect(_next(request, token))
    response.set_signed_cookie(
        COOKIE,
        acceptance(share.link),
        salt=COOKIE,
        max_age=ACCEPTED_SECONDS,
        path=reverse("shared", args=[token]),
        httponly=True,
        samesite="Lax",
        secure=bool(settings.SESSION_COOKIE_SECURE),
    )
    return response


@require_safe
def _pdf(request: HttpRequest, share: Share, token: str, artifact_type: str = "") -> HttpResponse:
    """One document of the share, or all of them, as a file."""
    only = share.document(artifact_type).type if artifact_type else None
    try:
        return file_response(request, _order(share, only), who=f"link-{share.link.pk}")
    except ExportFailed as error:
        status = 503 if isinstance(error, ExportBusy) else 422
        return render(
            request,
            "shared/no_file.html",
            {**share_context(share, token), "failure": gettext(str(error))},
            status=status,
        )


@require_safe
def _cover(request: HttpRequest, share: Share, **_names: str) -> HttpResponse:
    """The cover of that file, as a picture."""
    if not share.documents:
        raise ShareLinkNotFound
    return cover_response(request, place=f"share-{share.link.pk}", order=partial(_order, share))


@require_safe
def _logo(_request: HttpRequest, share: Share, **_names: str) -> HttpResponse:
    """The founder's logo, where the pages stand under a brand that has one."""
    brand = brand_of(share.project.owner_id)
    if not brand.logo:
        raise ShareLinkNotFound
    response = HttpResponse(
        brand.logo, content_type=brand.logo_type, headers={"X-Content-Type-Options": "nosniff"}
    )
    response["Cache-Control"] = f"private, max-age={BRAND_SECONDS}"
    return response


@require_safe
def _style(request: HttpRequest, share: Share, **_names: str) -> HttpResponse:
    """The founder's colour as a style sheet, so far from the ground of our pages that it can be
    read.
    """
    brand = brand_of(share.project.owner_id)
    if brand == OUR_BRAND:
        raise ShareLinkNotFound
    colours = {"light": brand.readable_on(LIGHT_GROUND), "dark": brand.readable_on(DARK_GROUND)}
    response = render(request, "shared/brand.css", colours, content_type="text/css")
    response["Cache-Control"] = f"private, max-age={BRAND_SECONDS}"
    return response


def _order(share: Share, only: ArtifactType | None = None) -> ExportRequest:
    return order_export(
        share.project,
        tier=share.tier,
        file_format=Format.PDF,
        only=only,
        among=[row.type for row in share.documents],
    )


document = shared(_document)
note = shared(_note)
password = shared(_password)
pdf = shared(_pdf)
cover = shared(_cover)
logo = shared(_logo)
style = shared(_style)


def _show(
    request: HttpRequest,
    share: Share,
    token: str,
    row: Artifact,
    form: GuestNoteForm | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    document = _read(share, row)
    place = share.documents.index(row)
    return render(
        request,
        "shared/document.html",
        {
            **share_context(share, token),
            "artifact": row,
            "summary": summary_text(share, row)[:CARD_MAX],
            "cover": reverse("shared_cover", args=[token]),
            "document": document,
            "number": place + 1,
            "index": share.index,
            "pictures": guests_pictures(share),
            "before": share.documents[place - 1] if place else None,
            "after": share.documents[place + 1] if place + 1 < len(share.documents) else None,
            "notes": share.notes(row.type),
            "form": form or (GuestNoteForm(document=document) if share.link.allows_notes else None),
            "sent": form is None and "sent" in request.GET,
        },
        status=status,
    )


def _read(share: Share, row: Artifact) -> DocumentView:
    """What a guest sees of a document; sections that the tier does not open are not even named."""
    assert row.content is not None
    view = present_document(row.type, row.content, share.index, share.tier)
    return replace(view, names_locked=False)


def share_context(share: Share | None = None, token: str = "") -> dict[str, Any]:
    """What every page has.

    Nobody is signed in on them, also where the browser belongs to a founder.
    """
    nobody: dict[str, Any] = {"user": None, "messages": ()}
    if share is None:
        return nobody
    brand = brand_of(share.project.owner_id)
    return {
        **nobody,
        "project": SharedPages(share.project.name, token),
        "token": token,
        "link": share.link,
        "documents": share.documents,
        "brand": None if brand == OUR_BRAND else brand,
    }


def _ask(
    request: HttpRequest, token: str, form: SharePasswordForm, *, status: int = 200
) -> HttpResponse:
    # Neither the name of the project nor what is shared of it is said before the password.
    wanted = request.POST.get("next", re.sub("(notes|evidence)/$", "", request.path))
    context = {
        **share_context(),
        "token": token,
        "form": form,
        "next": wanted,
        "not_sent": _typed(request),
    }
    return render(request, "shared/password.html", context, status=status)


def _typed(request: HttpRequest) -> str:
    """A guest's note that can no longer be stored, because the link, its documents or its password
    have changed since.
    """
    return clean_text(request.POST.get("text", ""))


def limit_status(error: TooManyTries | CountsUnavailable) -> int:
    return 503 if isinstance(error, CountsUnavailable) else 429


def _next(request: HttpRequest, token: str) -> str:
    """The page of this share that was asked for before the password."""
    home = reverse("shared", args=[token])
    wanted = request.POST.get("next", "")
    return wanted if re.fullmatch(re.escape(home) + r"[a-z_]*/?(pdf/)?", wanted) else home


def _is_accepted(request: HttpRequest, share: Share) -> bool:
    if not share.link.password:
        return True
    mark = request.get_signed_cookie(COOKIE, default="", salt=COOKIE, max_age=ACCEPTED_SECONDS)
    return constant_time_compare(mark or "", acceptance(share.link))


def _is_a_view(request: HttpRequest, share: Share) -> bool:
    """False for the owner, for programs, and for what a browser asks for beside a page."""
    return is_page_view(request) and request.user.pk != share.project.owner_id


def _address(request: HttpRequest) -> str:
    """The visitor's address, as a mark that says nothing of it."""
    return salted_hmac(
        "artifacts.views.shared", str(get_adapter(request).get_client_ip(request))
    ).hexdigest()[:24]


def guest_mark(request: HttpRequest) -> str:
    """The same for the same browser at the same address."""
    agent = request.headers.get("User-Agent", "")
    return salted_hmac("artifacts.views.shared.guest", _address(request) + agent).hexdigest()[:24]


def _private(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    response.headers.setdefault("Cache-Control", "private, no-store")
    return response
