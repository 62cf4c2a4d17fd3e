"""Asking for a larger plan, wherever a page says that it opens something."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django import template
from django.template.context import RequestContext
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from artifacts.tiers import Tier
from artifacts.web.clock import holds_for

register = template.Library()


@register.inclusion_tag("artifacts/components/_plan_request.html", takes_context=True)
def plan_request(context: RequestContext, tier: Tier, next_url: str = "") -> dict[str, Any]:
    """A button that asks for the plan, or since when it is asked for. `asked_plans` of the context
    knows.
    """
    asked = (context.get("asked_plans") or {}).get(tier)
    return {"tier": tier, "asked": asked, "next": next_url, "csrf_token": context["csrf_token"]}


@register.filter
def asked_on(when: datetime) -> str:
    """When something was asked for, as a sentence, by the reader's calendar."""
    here, now = timezone.localtime(when), timezone.localtime()
    tomorrow = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    holds_for((tomorrow - now).total_seconds())
    if here.date() == now.date():
        return _("You asked for it today.")
    pattern = (
        pgettext("format of a day of this year", "j F")
        if here.year == now.year
        else pgettext("format of a day", "j F Y")
    )
    day = date_format(here, pattern)
    return _("You asked for it on %(day)s.") % {"day": day}
