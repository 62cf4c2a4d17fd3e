"""The admin's page on which staff confirm that a document still fits, or withdraw that."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path

from artifacts.admin.action_pages import ActionPages
from artifacts.admin.edit_targets import EditAction, named, signed_in
from artifacts.admin.inspected import Inspected
from artifacts.forms.staff import ConfirmForm
from artifacts.services.documents.fitting import confirm_fits, withdraw_fits
from artifacts.services.editing.locking import fingerprint
from artifacts.web.typed_forms import submitted_data


class FitPages(ActionPages):
    """Clears "out of date", with a reason."""

    def get_urls(self) -> list[URLPattern]:
        page = path("<int:object_id>/fits/", self.artifact_view(self.fits_view), name="fits")
        return [*named([page]), *super().get_urls()]

    def fits_view(self, request: HttpRequest, found: Inspected) -> HttpResponse:
        artifact, status = found.artifact, found.status
        if status is None or not (status.causes or status.fitting):
            messages.info(request, "This document is not out of date.")
            return redirect(found.url("document"))
        base = status.base
        form = ConfirmForm(base, submitted_data(request))

        def do() -> Any:
            if not base:
                return withdraw_fits(artifact, editor=signed_in(request))
            is_seen = form.cleaned_data["base"] == fingerprint(base)
            return confirm_fits(artifact, base=base if is_seen else "", editor=signed_in(request))

        heading = "It still fits" if base else "Mark it as out of date again"
        done = "Noted that it still fits." if base else "Marked it as out of date again."
        act = EditAction(heading, do, lambda _: done, found.url("document"), heading)
        return self.show_form(request, found, form, act)
