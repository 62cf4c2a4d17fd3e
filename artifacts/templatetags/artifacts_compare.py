"""Differences, as compare pages show them."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from artifacts.comparing.documents import DocumentDifference, FieldDifference
from artifacts.comparing.texts import Piece, Pieces
from artifacts.marking import Side, show_pieces
from artifacts.schemas.base import ItemField
from artifacts.words import translated

register = template.Library()


@register.filter
def on_side(pieces: Pieces, side: Side) -> SafeString:
    """The text of one version, with what it has alone marked; or of both in one."""
    return show_pieces(pieces, side)


@register.filter
def field_on_side(field: FieldDifference, side: Side) -> SafeString:
    """The same for a field of an item; a choice and a unit are words of ours, in the reader's language."""
    if field.is_text:
        return show_pieces(field.pieces, side)
    return show_pieces([Piece(_value_words(field.field, piece.text), piece.change) for piece in field.pieces], side)


def _value_words(field: ItemField, text: str) -> str:
    return text if field.unit else translated(text)


@register.filter
def in_short(difference: DocumentDifference) -> str:
    """How much differs: "2 added, 1 removed and 1 moved"; empty where only running text does."""
    words = {
        "added": lambda n: ngettext("%(n)s entry added", "%(n)s entries added", n),
        "removed": lambda n: ngettext("%(n)s entry removed", "%(n)s entries removed", n),
        "changed": lambda n: ngettext("%(n)s entry changed", "%(n)s entries changed", n),
        "moved": lambda n: ngettext("%(n)s entry moved", "%(n)s entries moved", n),
    }
    counts = difference.counts
    return str(
        get_text_list([words[kind](counts[kind]) % {"n": counts[kind]} for kind in words if kind in counts], _("and"))
    )
