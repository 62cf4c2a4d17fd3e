"""Beginnings of texts that keep their marks: what is cut must not turn a suggestion into a fact."""

from __future__ import annotations

from artifacts.documents.references import POINTER, ReferenceIndex, shorten
from artifacts.schemas.marks import marks_in, without_marks
from artifacts.text import fold_spaces, sentences


def excerpt(text: str, limit: int, index: ReferenceIndex) -> str:
    """Return the first sentences of `text` that fit `limit`; of a longer one its beginning, with
    the marks of the whole sentence behind it. Pointers become ids or titles.
    """
    kept = ""
    for sentence in sentences(fold_spaces(_in_words(text, index))):
        longer = f"{kept} {sentence}".strip()
        if len(without_marks(longer)) > limit:
            return kept or _cut(sentence, limit)
        kept = longer
    return kept


def _cut(sentence: str, limit: int) -> str:
    marks = "".join(mark.code for mark in dict.fromkeys(marks_in(sentence)))
    return shorten(without_marks(sentence), limit) + marks


def _in_words(text: str, index: ReferenceIndex) -> str:
    def words(pointer: str) -> str:
        target = index.find(pointer)
        if target and not target.is_gone:
            return target.item_id or target.label
        return target.label if target else pointer.rpartition(".")[2].replace("_", " ")

    return POINTER.sub(lambda match: words(match[1]), text)
