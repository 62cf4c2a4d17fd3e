"""Requests for a plan: visible to staff who see accounts, answered by those who may change them."""

from __future__ import annotations

from copy import copy
from typing import Any

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from artifacts.accounts.plan_answers import decline_request, grant_request
from artifacts.admin import badges
from artifacts.admin.base import ReadOnlyAdmin
from artifacts.admin.changelists import FastListAdmin, link_to
from artifacts.admin.search import Search
from artifacts.exceptions import AccountRefused, PlanRequestClosed
from artifacts.forms.account_actions import PlanAnswerForm
from artifacts.models import PlanRequest, User

KINDS = {
    PlanRequest.RequestState.OPEN.value: "busy",
    PlanRequest.RequestState.GRANTED.value: "good",
    PlanRequest.RequestState.DECLINED.value: "warn",
    PlanRequest.RequestState.WITHDRAWN.value: "quiet",
}
ANSWERS = {"grant": (grant_request, "Granted"), "decline": (decline_request, "Declined")}


@admin.register(PlanRequest)
class PlanRequestAdmin(FastListAdmin, ReadOnlyAdmin):
    """The rights are those to accounts."""

    list_display = ["request", "founder_link", "their_plan", "badge", "created_at", "answered_by"]
    list_select_related = ["founder", "answered_by"]
    list_filter = ["state", "tier", "created_at"]
    ordering = ["-created_at", "-id"]
    sortable_by = ["created_at"]
    date_hierarchy = "created_at"
    search = Search(owner="founder")
    search_help_text = "How the founder's email begins."
    fields = [
        "founder_link",
        "their_plan",
        "tier",
        "badge",
        "created_at",
        "word",
        "answered_at",
        "answered_by",
    ]
    actions = ["grant"]
    change_form_template = "admin/artifacts/planrequest/change_form.html"

    @admin.display(description="Plan")
    def request(self, row: PlanRequest) -> str:
        return row.get_tier().label

    @admin.display(description="Founder")
    def founder_link(self, row: PlanRequest) -> SafeString:
        return link_to(row.founder, row.founder.email)

    @admin.display(description="Founder's plan now")
    def their_plan(self, row: PlanRequest) -> str:
        return row.founder.get_tier().label

    @admin.display(description="State")
    def badge(self, row: PlanRequest) -> SafeString:
        return badges.as_html([(KINDS[row.state], row.get_state_display().lower())])

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _may(request, "view_user") or self.has_answer_permission(request)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_answer_permission(self, request: HttpRequest) -> bool:
        return _may(request, "change_user")

    @admin.action(description="Grant", permissions=["answer"])
    def grant(self, request: HttpRequest, queryset: QuerySet[PlanRequest]) -> HttpResponse | None:
        raise_if_reauthentication_required(request, app="allauth.account")
        for key in queryset.values_list("pk", flat=True):
            self._answer(request, "grant", key)
        return None

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_POST(self.answer_view))
        page = path("<int:pk>/answer/", view, name="artifacts_planrequest_answer")
        return [page, *super().get_urls()]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        row = self.get_object(request, object_id)
        shown = extra_context or {}
        if row is not None and row.is_open and self.has_answer_permission(request):
            shown = {"answer_form": PlanAnswerForm(), **shown}
        return super().change_view(request, object_id, form_url, shown)

    def answer_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Grant or decline one request, with what was typed for the founder."""
        if not self.has_answer_permission(request):
            raise PermissionDenied
        raise_if_reauthentication_required(request, app="allauth.account")
        form = PlanAnswerForm(request.POST)
        name = request.POST.get("answer", "").lower()
        if name not in ANSWERS:
            raise Http404(f"There is no answer {name!r}.")
        here = reverse("admin:artifacts_planrequest_change", args=[pk])
        if not form.is_valid():
            # Django would take the POST for a change of the row, which nobody may.
            page = copy(request)
            page.method = "GET"
            return self.change_view(page, str(pk), extra_context={"answer_form": form})
        if self._answer(request, name, pk, word=form.cleaned_data["word"]):
            here = reverse("admin:artifacts_planrequest_changelist")
        return HttpResponseRedirect(here)

    def _answer(self, request: HttpRequest, name: str, key: int, *, word: str = "") -> bool:
        assert isinstance(request.user, User)
        answer, done = ANSWERS[name]
        try:
            row = answer(key, by=request.user, word=word)
        except (AccountRefused, PlanRequestClosed) as error:
            self.message_user(request, str(error), messages.WARNING)
            return False
        self.message_user(request, f"{done}: {row}. The founder is told.", messages.SUCCESS)
        return True


def _may(request: HttpRequest, name: str) -> bool:
    return bool(request.user.has_perm(f"artifacts.{name}"))
