"""What the admin's pages that change an artifact share: who is let in, the form with its reason,
and the log.

Users without permission to change artifacts get 403 from all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from artifacts.admin.artifact_pages import InspectPages
from artifacts.admin.edit_targets import (
    EditAction,
    StaffEditTarget,
    edit_page,
    impact_of,
)
from artifacts.admin.inspected import Inspected, inspect
from artifacts.forms.editing import FoundersForm
from artifacts.forms.reasons import ReasonForm
from artifacts.web.idempotency import once
from artifacts.web.stashed_posts import keeps_posts
from artifacts.web.submission import FormFailure, TypedForm, submit

TEMPLATES = "admin/artifacts/artifact/"


class ActionPages(InspectPages):
    """Asks for one action on an artifact, and does it with a reason."""

    def artifact_view(
        self, view: Callable[..., HttpResponse], *, needs_text: bool = True
    ) -> Callable[..., HttpResponse]:
        """Let in who may change artifacts, with the one that the address names, where there is
        something to change.

        What is typed by somebody whose session has ended waits for them, as it does on the
        founders' pages.
        """

        def opened(request: HttpRequest, object_id: int, **names: str) -> HttpResponse:
            if not self.may_edit(request):
                raise PermissionDenied
            found = inspect(object_id)
            if found is None:
                return self.gone(request, str(object_id))
            if found.project.deleted_at is not None:
                messages.error(
                    request, "This project is deleted. Restore it first, then change it."
                )
            elif found.artifact.current_content is None:
                messages.error(request, "Nothing is written yet that could be changed.")
            elif needs_text and found.problem:
                messages.error(
                    request,
                    "What is stored does not validate, so there is no form for it. Fix the JSON"
                    " first.",
                )
                return redirect(found.edit_url)
            else:
                return view(request, found, **names)
            return redirect(found.url("document"))

        inside = self.admin_site.admin_view(require_http_methods(["GET", "HEAD", "POST"])(opened))

        return keeps_posts(inside)

    def show_form(
        self,
        request: HttpRequest,
        found: Inspected,
        form: FoundersForm,
        act: EditAction,
        *,
        target: StaffEditTarget | None = None,
        item_id: str = "",
        is_json: bool = False,
        shown: Callable[[], dict[str, Any]] | None = None,
    ) -> HttpResponse:
        """Show the form, or do what it asks for; what is refused comes back with all that was
        typed.
        """
        reason = ReasonForm(form.data if form.is_bound else None)
        refusal = None
        if request.method == "POST":
            outcome = self._attempt(request, found, form, reason, act)
            if not isinstance(outcome, FormFailure):
                return redirect(act.back)
            refusal = outcome
        is_gone = refusal is not None and refusal.is_gone
        edit = edit_page(request, act, target, item_id, is_gone=is_gone, can_delete=shown is None)
        context = {
            **edit.context(request, form, refusal),
            "reason": reason,
            "makes": act.makes,
            "json": target.url("edit_json") if target and not (item_id or shown) else "",
            "impact": impact_of(found, target, item_id),
            "index": target.index if target else None,
            "target": target,
            "is_json": is_json,
            **(shown() if shown else {}),
        }
        page = self.page(request, found, **context)
        return TemplateResponse(
            request, f"{TEMPLATES}edit_form.html", page, status=refusal.status if refusal else 200
        )

    def _attempt(
        self,
        request: HttpRequest,
        found: Inspected,
        form: FoundersForm,
        reason: ReasonForm,
        act: EditAction,
    ) -> FormFailure | str:
        """Return what was done, in words, after it has been logged; or why nothing was."""

        def do() -> str:
            with transaction.atomic():
                done = act.done(act.do())
                if done:
                    self.log(request, found, done, reason)
            return done

        assert isinstance(form, TypedForm)
        outcome = (
            submit(form, lambda: once(request, do, key_of=str).key)
            if reason.is_valid()
            else FormFailure(422)
        )
        if isinstance(outcome, str):
            messages.success(
                request, outcome or "Nothing differs from what is stored, so nothing was saved."
            )
        return outcome

    def log(self, request: HttpRequest, found: Inspected, done: str, reason: ReasonForm) -> None:
        self.log_change(request, found.artifact, f"{done} Reason: {reason.cleaned_data['reason']}")
