"""The idea from the landing page, on the pages between it and the interview."""

from __future__ import annotations

from django import template
from django.template.context import RequestContext

from artifacts.accounts.started_idea import kept_idea

register = template.Library()


@register.simple_tag(takes_context=True, name="kept_idea")
def kept_idea_of(context: RequestContext) -> str:
    return kept_idea(context["request"])
