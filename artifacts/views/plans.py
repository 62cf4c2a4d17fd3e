"""The plans: what each adds, with a real example of it, what it costs, and asking for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from artifacts.documents.presentation import make_index
from artifacts.exceptions import PlanRefused
from artifacts.facts.labels import PERIODS, money_text
from artifacts.models import PlanRequest
from artifacts.services.accounts.branding import BRANDING_TIER
from artifacts.services.accounts.plans import (
    ask_for_plan,
    asked_plans,
    plan_sales,
    withdraw_request,
)
from artifacts.services.projects.sample import readers_language, sample_contents, sample_project
from artifacts.tiers import Tier
from artifacts.views.loaders import FounderRequest, founder_required, no_store
from artifacts.views.public import Excerpt, TierPlan, plan_examples, plans

ANSWERS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """One plan as the page compares it."""

    plan: TierPlan
    price: str
    """Empty where it is on request."""
    daily: int
    projects: int
    has_brand: bool
    examples: tuple[Excerpt, ...]
    """A piece of each section that it adds, from the example."""

    @property
    def tier(self) -> Tier:
        return self.plan.tier


@require_safe
def pricing(request: HttpRequest) -> HttpResponse:
    """The plans for everybody; founders are sent to the page that knows theirs. No query."""
    if request.user.is_authenticated:
        return redirect("plan_list")
    return render(request, "public/pricing.html", _context())


@founder_required
@no_store
def plan_list(request: FounderRequest) -> HttpResponse:
    """The same for a founder, with what was asked for and what became of it."""
    closed = request.user.plan_requests.exclude(state=PlanRequest.RequestState.OPEN)
    return render(
        request,
        "public/pricing.html",
        {
            **_context(),
            "tier": request.user.get_tier(),
            "asked_plans": asked_plans(request.user),
            "answers": list(closed.order_by("-answered_at")[:ANSWERS_SHOWN]),
        },
    )


@founder_required
def plan_ask(request: FounderRequest, tier: str) -> HttpResponse:
    """Ask for a plan; asking again for one that was asked for changes nothing."""
    wanted = _known(tier)
    if request.method != "POST":
        return redirect("plan_list")
    try:
        asked = ask_for_plan(request.user, wanted)
    except PlanRefused as error:
        messages.warning(request, str(error))
        return redirect(_back(request))
    if checkout := plan_sales().checkout_url(asked):
        return redirect(checkout)
    sentence = (
        _("You asked for the %(plan)s plan. We answer here and by email.")
        if request.user.mail_answers
        else _("You asked for the %(plan)s plan. We answer here.")
    )
    messages.success(request, sentence % {"plan": wanted.label})
    return redirect(_back(request))


@founder_required
def plan_withdraw(request: FounderRequest, tier: str) -> HttpResponse:
    wanted = _known(tier)
    if request.method != "POST":
        return redirect("plan_list")
    if withdraw_request(request.user, wanted):
        sentence = _("You no longer ask for the %(plan)s plan. Your plan stays as it is.")
        messages.success(request, sentence % {"plan": wanted.label})
    else:
        messages.warning(request, _("There was nothing to withdraw: it was answered already."))
    return redirect(_back(request))


def _known(tier: str) -> Tier:
    try:
        return Tier(tier)
    except ValueError as error:
        raise Http404(f"There is no plan {tier!r}.") from error


def _back(request: HttpRequest) -> str:
    """Return the page of ours that the form was on, else that of the plans."""
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_ours and wanted.startswith("/") else "plan_list"


def _context() -> Mapping[str, Any]:
    language = readers_language()
    return {
        "columns": list(_columns(language)),
        "sample": sample_project(language),
        "index": make_index(sample_contents(language), Tier.CTO_SCALE, {}),
    }


def _columns(language: str) -> Iterator[PlanColumn]:
    for plan in plans():
        name = plan.tier.value
        yield PlanColumn(
            plan=plan,
            price=_price_text(settings.PLAN_PRICES[name]),
            daily=settings.DAILY_DOCUMENTS[name],
            projects=settings.PROJECTS[name],
            has_brand=plan.tier == BRANDING_TIER,
            examples=plan_examples(plan.tier, language),
        )


def _price_text(price: tuple[Any, str, str] | None) -> str:
    if price is None:
        return ""
    amount, currency, period = price
    return f"{money_text(amount, currency)} {_(PERIODS[period])}"
