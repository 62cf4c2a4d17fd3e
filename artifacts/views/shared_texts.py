"""Texts of a share as plain text, for places without links."""

from __future__ import annotations

from artifacts.documents.presentation import summary
from artifacts.documents.references import ProsePiece, ReferenceIndex, split
from artifacts.models import Artifact
from artifacts.services.sharing.links import Share


def plain_text(index: ReferenceIndex, text: str) -> str:
    """Return a text with its pointers as words, also where they lead out of the share."""
    return "".join(_plain_words(index, piece) for piece in split(text))


def summary_text(share: Share, row: Artifact) -> str:
    """Return a line on what a document says."""
    assert row.content is not None
    return plain_text(share.index, summary(row.content, share.tier))


def _plain_words(index: ReferenceIndex, piece: ProsePiece) -> str:
    if piece.mark:
        return index.mark_text(piece.mark)
    target = index.find(piece.pointer)
    return (
        target.label if target else piece.text or piece.pointer.rpartition(".")[2].replace("_", " ")
    )
