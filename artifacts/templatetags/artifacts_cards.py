"""Link previews (OpenGraph, which Twitter reads as well)."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import RequestContext

register = template.Library()


@register.inclusion_tag("public/_card.html", takes_context=True)
def card(context: RequestContext, title: str, summary: str, image: str = "") -> dict[str, Any]:
    """`image` is the path of a cover; addresses are absolute, as other sites need them."""
    request = context["request"]
    brand = context.get("brand")
    return {
        "title": title,
        "summary": summary,
        "site": brand.name if brand else "Cofounder",
        "url": request.build_absolute_uri(request.path),
        "image": request.build_absolute_uri(image) if image else "",
    }
