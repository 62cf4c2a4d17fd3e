"""Template filters for a founder's words: each escapes text for one file format."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from django import template

from artifacts.exporters import wording
from artifacts.exporters.builders import text

register = template.Library()

register.filter("md", text.inline)
register.filter("head", text.heading)
register.filter("block", text.block)
register.filter("weeks", wording.weeks)


@register.filter
def prose(paragraphs: Iterable[str]) -> str:
    """Return paragraphs as Markdown, an empty line between them."""
    return "\n\n".join(map(text.block, paragraphs))


@register.filter
def one_line(paragraphs: Iterable[str]) -> str:
    """Return paragraphs as Markdown on one line."""
    return text.inline(" ".join(paragraphs))


@register.filter
def quoted(value: object) -> str:
    """Return a value for YAML, where JSON is read as it is meant whatever the value contains."""
    return json.dumps(value, ensure_ascii=False)


@register.filter
def day(value: date | None) -> str:
    """Return a date as tools read it: 2027-01-04; "" for None."""
    return f"{value:%Y-%m-%d}" if value else ""


@register.filter
def capital(value: str) -> str:
    """Return a level as trackers spell it: High."""
    return value.capitalize()


@register.filter
def three_digits(number: int) -> str:
    return f"{number:03}"
