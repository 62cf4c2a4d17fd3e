"""Under which laws and permits it is offered."""

from __future__ import annotations

import re

from artifacts.facts.grammar.matches import LawMatch
from artifacts.facts.reading.context import Reading, Told, read
from artifacts.facts.schema import FACTS_MAX, Fact

_ANSWERS = (
    "place",
    "constraint",
    "idea",
    "target_user",
    "problem",
    "deadline",
    "budget",
    "validation",
    "left_out",
)
_WOULD_NEED = re.compile(
    r" (?:would (?:need|require|take)|bräuchten?|müssten (?:wir|ich)|il faudrait|aurait besoin"
    r"|zou(?:den)? (?:we )?nodig hebben|necesitaríamos|haría falta) "
)
"""What would be needed if something were done that is not."""


def read_laws(reading: Reading) -> tuple[Fact[str], ...]:
    """Return the laws, permits and approvals by name, each once."""
    found: dict[str, Fact[str]] = {}
    for told in reading.pick(_ANSWERS):
        for match in told.each(LawMatch):
            if not _would_be_needed(told, match):
                found.setdefault(
                    match.name.lower(), read(match.name[:400], told.span(match.start, match.end))
                )
    return tuple(found.values())[:FACTS_MAX]


def _would_be_needed(told: Told, match: LawMatch) -> bool:
    """Whether a permit, and no law by its letters or number, would only be needed for more than is
    done: "above that the yard would need a permit, too".
    """
    is_permit = match.name[-1:].islower() and not re.search(r"[0-9]|[A-Z]{2}", match.name)
    first, _ = told.clause_of(match)
    return is_permit and _WOULD_NEED.search(told.padded(first, match.first)) is not None
