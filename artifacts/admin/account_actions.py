"""Actions on accounts that ask for a reason first: for several from the list, for one from its
page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from artifacts.accounts.staff_actions import (
    allow_daily,
    change_tier,
    keep_account,
    lift_suspension,
    suspend,
)
from artifacts.exceptions import AccountRefused
from artifacts.forms.account_actions import AllowanceForm, TierForm
from artifacts.forms.reasons import AccountReasonForm
from artifacts.models import User


@dataclass(frozen=True, slots=True)
class AccountAction:
    title: str
    does: str
    """What it does, in a sentence."""
    form: type[AccountReasonForm]
    service: Callable[..., bool]


ACTS = {
    "tier": AccountAction(
        "Change the tier",
        "Sections open or hide at once; nothing is destroyed.",
        TierForm,
        change_tier,
    ),
    "allowance": AccountAction(
        "Change the daily allowance",
        "It counts from today's documents on.",
        AllowanceForm,
        allow_daily,
    ),
    "suspend": AccountAction(
        "Suspend",
        "Nobody can sign in to it, open sessions end, share links stop working, and what is being"
        " written is cancelled. What is stored stays.",
        AccountReasonForm,
        suspend,
    ),
    "lift": AccountAction(
        "Lift the suspension",
        "The founder can sign in again, and share links open.",
        AccountReasonForm,
        lift_suspension,
    ),
    "keep": AccountAction(
        "Undo the deletion",
        "The account is the founder's again, with everything as it was, and share links open.",
        AccountReasonForm,
        keep_account,
    ),
}


class AccountActionsAdmin(admin.ModelAdmin[Any]):
    """The acts as actions of the list and as pages of an account."""

    actions = ["act_tier", "act_allowance", "act_suspend", "act_lift", "act_keep"]
    change_form_template = "admin/artifacts/user/change_form.html"

    @admin.action(description=ACTS["tier"].title, permissions=["change"])
    def act_tier(self, request: HttpRequest, queryset: QuerySet[User]) -> HttpResponse:
        return self._account_action(request, "tier", queryset)

    @admin.action(description=ACTS["allowance"].title, permissions=["change"])
    def act_allowance(self, request: HttpRequest, queryset: QuerySet[User]) -> HttpResponse:
        return self._account_action(request, "allowance", queryset)

    @admin.action(description=ACTS["suspend"].title, permissions=["change"])
    def act_suspend(self, request: HttpRequest, queryset: QuerySet[User]) -> HttpResponse:
        return self._account_action(request, "suspend", queryset)

    @admin.action(description=ACTS["lift"].title, permissions=["change"])
    def act_lift(self, request: HttpRequest, queryset: QuerySet[User]) -> HttpResponse:
        return self._account_action(request, "lift", queryset)

    @admin.action(description=ACTS["keep"].title, permissions=["change"])
    def act_keep(self, request: HttpRequest, queryset: QuerySet[User]) -> HttpResponse:
        return self._account_action(request, "keep", queryset)

    def get_urls(self) -> list[URLPattern]:
        page = path(
            "<int:pk>/action/<str:name>/",
            self.admin_site.admin_view(self.account_action_page),
            name="artifacts_user_action",
        )
        return [page, *super().get_urls()]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        user = self.get_object(request, object_id)
        acts = {}
        if user and user.pk != request.user.pk and self.has_change_permission(request, user):
            needless = {"lift" if user.is_active else "suspend"}
            if user.erase_at is None:
                needless.add("keep")
            acts = {name: act.title for name, act in ACTS.items() if name not in needless}
        return super().change_view(
            request, object_id, form_url, {**(extra_context or {}), "acts": acts}
        )

    def account_action_page(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        user = self.get_object(request, str(pk))
        if user is None or name not in ACTS:
            raise Http404
        if not self.has_change_permission(request, user):
            raise PermissionDenied
        return self._account_action(
            request, name, [user], back=reverse("admin:artifacts_user_change", args=[pk])
        )

    def _account_action(
        self, request: HttpRequest, name: str, users: Iterable[User], *, back: str = ""
    ) -> HttpResponse:
        """Ask for a reason; once there is one, act on each account, and say which were left as they
        are and why.

        An owner who has not shown the password for a while is asked for it first.
        """
        raise_if_reauthentication_required(request, app="allauth.account")
        act, users = ACTS[name], list(users)
        now = (
            {"tier": users[0].tier, "documents": users[0].daily_documents}
            if len(users) == 1
            else {}
        )
        is_answer = "confirmed" in request.POST or (back and request.method == "POST")
        form = act.form(request.POST if is_answer else None, initial=now)
        if form.is_valid():
            self._act_on(request, act, users, form.cleaned_data)
            return HttpResponseRedirect(back or request.get_full_path())
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": act.title,
            "act": act,
            "form": form,
            "users": users,
            "action": "" if back else f"act_{name}",
            "checkbox": ACTION_CHECKBOX_NAME,
            "back": back or request.get_full_path(),
        }
        return TemplateResponse(request, "admin/artifacts/user/action.html", context)

    def _act_on(
        self,
        request: HttpRequest,
        act: AccountAction,
        users: Iterable[User],
        values: dict[str, Any],
    ) -> None:
        changed = 0
        for user in users:
            try:
                changed += act.service(user, by=request.user, **values)
            except AccountRefused as error:
                self.message_user(request, f"{user}: {error}", messages.WARNING)
        level = messages.SUCCESS if changed else messages.INFO
        self.message_user(request, f"{act.title}: {changed} account(s) changed.", level)
