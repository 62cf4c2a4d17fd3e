"""Differences, as compare pages show them."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from artifacts.diff.content import DocumentDifference, FieldDifference, SectionDifference
from artifacts.diff.html import Side, show_pieces
from artifacts.diff.text import Pieces

register = template.Library()


@register.filter
def on_side(pieces: Pieces, side: Side) -> SafeString:
    """The text of one version, with what it has alone marked; or of both in one."""
    return show_pieces(pieces, side)


@register.filter
def field_on_side(field: FieldDifference, side: Side) -> SafeString:
    """The same for a field of an item."""
    return show_pieces(field.pieces, side)


@register.filter
def language_of(side: Side, section: SectionDifference) -> str:
    """The language of the text on one side; of both in one, that of the newer text."""
    return section.before_language if side in ("before", "generated") else section.now_language


@register.filter
def in_short(difference: DocumentDifference) -> str:
    """How much differs: "2 added, 1 removed and 1 moved"; empty if only running text does."""
    words = {
        "added": lambda n: ngettext("%(n)s entry added", "%(n)s entries added", n),
        "removed": lambda n: ngettext("%(n)s entry removed", "%(n)s entries removed", n),
        "changed": lambda n: ngettext("%(n)s entry changed", "%(n)s entries changed", n),
        "moved": lambda n: ngettext("%(n)s entry moved", "%(n)s entries moved", n),
    }
    counts = difference.counts
    return str(
        get_text_list(
            [words[kind](counts[kind]) % {"n": counts[kind]} for kind in words if kind in counts],
            _("and"),
        )
    )
