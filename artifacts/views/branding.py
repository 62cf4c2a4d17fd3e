"""A founder's own brand on exports: set it, preview it on a cover, and remove it."""

from __future__ import annotations

import hashlib
from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from artifacts.exceptions import BrandingLocked, InvalidBranding
from artifacts.exporters import Options
from artifacts.exporters.brand import OUR_BRAND
from artifacts.forms.branding import BrandForm
from artifacts.models import Branding
from artifacts.services.accounts.branding import (
    brand_of,
    drop_branding,
    may_brand,
    require_branding,
    set_branding,
)
from artifacts.services.files.exporting import order_sample
from artifacts.services.projects.sample import readers_language
from artifacts.views.files import cover_response
from artifacts.views.loaders import FounderRequest, founder_form, founder_required
from artifacts.web.typed_forms import form_context, submitted_data


@founder_form
def brand(request: FounderRequest) -> HttpResponse:
    """The brand with its form, or for a plan that does not open it a cover of ours and what a
    larger plan would add.
    """
    row = Branding.objects.filter(owner=request.user).first()
    has_logo = bool(row and row.logo)
    sent = submitted_data(request)
    if sent is None:
        initial = {"name": row.name, "colour": row.colour} if row else {"colour": OUR_BRAND.colour}
        return _page(request, row, BrandForm(initial=initial, has_logo=has_logo))
    form = BrandForm(sent, request.FILES, has_logo=has_logo)
    if request.method != "POST":
        return _page(request, row, form)
    try:
        require_branding(request.user)
        if form.is_valid():
            set_branding(
                request.user,
                name=form.cleaned_data["name"],
                colour=form.cleaned_data["colour"],
                logo=form.cleaned_data["logo"],
                drops_logo=form.cleaned_data.get("drops_logo", False),
            )
            messages.success(request, gettext("Saved. Your next PDF and Word files carry it."))
            return redirect("account_brand")
    except BrandingLocked as error:
        messages.error(request, str(error))
        return _page(request, row, form, status=403)
    except InvalidBranding as invalid:
        for name, sentences in invalid.errors.items():
            for sentence in sentences:
                form.add_error(name, sentence)
    if request.FILES and "logo" not in form.errors:
        form.add_error(
            "logo", gettext("A file cannot be kept here. Please choose the logo once more.")
        )
    return _page(request, row, form, status=422)


@founder_required
@require_POST
def brand_remove(request: FounderRequest) -> HttpResponse:
    if drop_branding(request.user):
        messages.success(request, gettext("Removed. Your exports carry our name again."))
    return redirect("account_brand")


@founder_required
@require_safe
def brand_cover(request: FounderRequest) -> HttpResponse:
    """A cover as the founder's exports have it now, as a picture."""
    options = Options(brand=brand_of(request.user.pk))
    return cover_response(
        request,
        place=f"user-{request.user.pk}",
        order=partial(order_sample, options, language=readers_language()),
    )


def _page(
    request: FounderRequest, row: Branding | None, form: BrandForm, *, status: int = 200
) -> HttpResponse:
    is_open = may_brand(request.user)
    return render(
        request,
        "account/brand.html",
        {
            **form_context(request, form),
            "is_open": is_open,
            "branding": row,
            # A new address for a new cover: a browser may show the old picture under the old one
            # without asking.
            "cover_version": (
                hashlib.sha256(repr(brand_of(request.user.pk)).encode()).hexdigest()[:12]
            ),
        },
        status=status,
    )
