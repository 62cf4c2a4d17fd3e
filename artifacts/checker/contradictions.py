"""Contradictions between two passages that a language model found, kept while both stand in the
documents.

What a model says about them is not kept: it has read sections that not every reader of a finding
may read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from artifacts.checker.findings import Finding, Location, Severity, finding_id, highest_gate
from artifacts.checker.passages import Passage, passages_in
from artifacts.checker.rules.registry import shorten
from artifacts.documents.references import POINTER
from artifacts.schemas import Contents
from artifacts.schemas.base import StrictModel
from artifacts.schemas.marks import without_marks
from artifacts.text import fold_spaces, gettext_noop

RULE = "contradiction_read"
FOUND_MAX = 10
"""Contradictions of one pass that are kept; a model that finds more has misunderstood."""
_QUOTE_LEAST, _QUOTE_MOST = 8, 600
_SHOWN_MAX = 160

MESSAGE = gettext_noop(
    "This does not seem to agree with %(where)s: “%(one)s” here, “%(other)s” there."
)
HINT = gettext_noop(
    "Decide which of the two holds and change the other one, or ignore it where both can be true."
)


class Quotation(StrictModel):
    """Words of a document, by the values of its type and section."""

    document: str
    section: str
    quote: str


class Contradiction(StrictModel):
    """Two passages of which not both can be true."""

    one: Quotation
    other: Quotation


def read_contradictions(answer: Any, contents: Contents) -> list[dict[str, Any]]:
    """Return what a model's `answer` names, as it is stored, without what is not in the form or not
    in the text.
    """
    entries = answer.get("contradictions") if isinstance(answer, Mapping) else None
    found = list(_valid(entries if isinstance(entries, list) else ()))
    kept = [entry for entry in found if _finding(contents, entry) is not None]
    return [entry.model_dump() for entry in kept[:FOUND_MAX]]


def contradiction_findings(stored: Iterable[Any], contents: Contents) -> tuple[Finding, ...]:
    """Return a finding for each stored contradiction of which both passages still stand in the
    documents.
    """
    found = (_finding(contents, entry) for entry in _valid(stored))
    return tuple({finding.id: finding for finding in found if finding is not None}.values())


def _valid(entries: Iterable[Any]) -> Iterator[Contradiction]:
    for entry in entries:
        try:
            yield Contradiction.model_validate(entry)
        except ValidationError:
            continue


def _finding(contents: Contents, entry: Contradiction) -> Finding | None:
    one, other = (_passage(contents, quotation) for quotation in (entry.one, entry.other))
    if one is None or other is None or _bare(entry.one.quote) == _bare(entry.other.quote):
        return None
    places = (one.place, other.place)
    values: tuple[tuple[str, str | Location], ...] = (
        ("where", other.place),
        ("one", shorten(entry.one.quote, _SHOWN_MAX)),
        ("other", shorten(entry.other.quote, _SHOWN_MAX)),
    )
    return Finding(
        id=finding_id(RULE, one.place, f"{entry.one.quote}\x1f{entry.other.quote}"),
        rule=RULE,
        severity=Severity.IMPORTANT,
        place=one.place,
        gate=highest_gate(places),
        template=MESSAGE,
        values=values,
        hint=HINT,
        passage=entry.one.quote,
        about=(other.place,),
    )


def _passage(contents: Contents, quotation: Quotation) -> Passage | None:
    """Return the text that holds a quotation, in the section that it names; None where it does not
    stand there.
    """
    quote = _bare(quotation.quote)
    if not _QUOTE_LEAST <= len(quote) <= _QUOTE_MOST:
        return None
    passages = (
        passage
        for artifact_type, content in contents.items()
        if artifact_type.value == quotation.document
        for passage in passages_in(artifact_type, content)
    )
    named = (passage for passage in passages if passage.place.section == quotation.section)
    return next((p for p in named if quote in _bare(p.text)), None)


def _bare(text: str) -> str:
    """Return `text` in the form in which a quotation is looked for: without pointers, marks, case
    and line breaks.
    """
    return fold_spaces(POINTER.sub(" ", without_marks(text))).casefold()
