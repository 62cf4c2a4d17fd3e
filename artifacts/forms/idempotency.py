"""The hidden field of a form that makes something."""

from __future__ import annotations

import secrets

from django.utils.html import format_html
from django.utils.safestring import SafeString

FIELD = "once"


def once_field() -> SafeString:
    """Return another one each time that the form is rendered, so that two clicks on one page are
    one.
    """
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, secrets.token_hex(16))
