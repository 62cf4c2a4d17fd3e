"""Labels for the checker's results on a project."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext

from artifacts.checker.findings import Pair

register = template.Library()


@register.filter
def pair_label(pair: Pair) -> str:
    return gettext(pair.label)
