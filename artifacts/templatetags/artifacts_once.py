"""`{% once %}` in a form that makes something."""

from __future__ import annotations

from django import template

from artifacts.forms.idempotency import once_field

register = template.Library()
register.simple_tag(once_field, name="once")
