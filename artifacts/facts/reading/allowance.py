"""Whether an amount is a limit that was set for all of it: "it may cost 40,000"."""

from __future__ import annotations

from artifacts.facts.grammar.matches import Match
from artifacts.facts.reading.context import Told, says
from artifacts.facts.reading.cues import Cues

_MAY_COST = Cues(
    "may cost; can cost; dürfen es; darf es; mag kosten; peut coûter; mag het kosten; puede costar"
)
_MAY = Cues("may; can; darf; dürfen; mag; peut; puede")
"""With "cost" behind the amount, a limit that was set: "er darf 86.000 € kosten"."""
_TO_COST = Cues("kosten; cost; coûter; costar")


def may_cost(told: Told, match: Match) -> bool:
    """Return whether an amount is what all of it may cost."""
    if says(told.clause(match), _MAY_COST):
        return True
    return says(told.before(match, 4), _MAY) and says(told.after(match, 2), _TO_COST)
