"""Whether an amount is a limit that was set for all of it: "it may cost 40,000"."""

from __future__ import annotations

from artifacts.facts.grammar.matches import Match, MoneyMatch
from artifacts.facts.reading.budget_words import HAVE
from artifacts.facts.reading.context import Told, says
from artifacts.facts.reading.cues import Cues

_MAY_COST = Cues(
    "may cost; can cost; dürfen es; darf es; mag kosten; peut coûter; mag het kosten; puede costar"
)
_MAY = Cues("may; can; darf; dürfen; mag; peut; puede")
"""With "cost" behind the amount, a limit that was set: "er darf 86.000 € kosten"."""
_TO_COST = Cues("kosten; cost; coûter; costar")


_ALL_MAY = Cues(
    "it may; it can; all may; all of it may; all of it can; everything may; everything can;"
    " dürfen es; darf es; es darf; es dürfen; alles darf; alles zusammen darf; das ganze darf;"
    " darf alles; das projekt darf; tout peut; ça peut; le tout peut; het mag; alles mag; mag het;"
    " todo puede; todo esto puede"
)
"""With "cost", said of all that is made and not of one thing that is bought for it."""
_BEFORE, _BEHIND = 3, 2


def may_cost(told: Told, match: Match) -> bool:
    """Return whether an amount is what all of it may cost. What something may cost is all there is
    where no other money is had: "we have 9,000, the oven may cost 3,000" tells only of a part.
    """
    if not may_cost_something(told, match):
        return False
    is_of_all = says(told.clause(match), _ALL_MAY) or _leads_to_parts(told, match)
    return is_of_all or _is_had(told, match) or not _other_money_is_had(told, match)


def may_cost_something(told: Told, match: Match) -> bool:
    """Return whether the clause of an amount says what something may cost."""
    if says(told.clause(match), _MAY_COST):
        return True
    return says(told.before(match, 4), _MAY) and says(told.after(match, 2), _TO_COST)


def is_most(told: Told, match: Match) -> bool:
    """Return whether an amount is what all of it must not go beyond: "mehr als 11.000 € darf es
    nicht werden", "it mustn't go over £11,000".
    """
    clause = told.clause(match)
    if not (says(clause, _MUST_NOT) and says(clause, _ALL)):
        return False
    return _BEYOND.end(told.before(match))


_BEYOND = Cues(
    "more than; over; beyond; above; past; exceed; mehr als; über; plus de; dépasser; meer dan;"
    " boven; más de; pasar de; superar"
)
_MUST_NOT = Cues(
    "must not; mustn't; may not; can't; cannot; can not; should not; shouldn't; won't; will not;"
    " darf es nicht; darf das nicht; darf nicht; dürfen nicht; dürfen es nicht; soll es nicht; soll"
    " nicht; nicht werden; nicht kosten; nicht ausgeben; nicht gehen; kann es nicht; geht nicht;"
    " geht es nicht; ne doit pas; ne peut pas; ne doivent pas; mag het niet; mag niet; no debe; no"
    " puede; no podemos"
)
_ALL = Cues(
    "it; all; everything; we; es; alles; das ganze; wir; ça; tout; cela; on; nous; het; todo; esto"
)


def _leads_to_parts(told: Told, match: Match) -> bool:
    """Whether a colon behind the clause of an amount leads to what it is made of."""
    return told.source.word(told.clause_of(match)[1] - 1) == ":"


def _other_money_is_had(told: Told, match: Match) -> bool:
    return any(_is_had(told, other) for other in told.each(MoneyMatch) if other is not match)


def _is_had(told: Told, match: Match) -> bool:
    before = _MAY_COST.removed_from(told.before(match, _BEFORE))
    return says(before, HAVE) or says(told.after(match, _BEHIND), HAVE)
