"""Differences between two texts as HTML, escaped."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from artifacts.diff.text import DiffPiece, TextChange

Side = Literal["before", "now", "both"]


def show_pieces(pieces: Iterable[DiffPiece], side: Side = "both") -> SafeString:
    """Return one version's text with what it has alone marked, or both in one with what went and
    what came.
    """
    hidden = {"before": TextChange.ADDED, "now": TextChange.REMOVED}.get(side)
    return format_html_join(
        "", "{}", ((_shown(piece),) for piece in pieces if piece.change is not hidden)
    )


def _shown(piece: DiffPiece) -> str:
    # Screen readers do not tell <ins> and <del> from other text by themselves.
    match piece.change:
        case TextChange.REMOVED:
            return format_html(
                '<del><span class="unseen"> [{}] </span>{}</del>', _("removed:"), piece.text
            )
        case TextChange.ADDED:
            return format_html(
                '<ins><span class="unseen"> [{}] </span>{}</ins>', _("added:"), piece.text
            )
        case _same:
            return piece.text
