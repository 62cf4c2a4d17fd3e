"""Money that the founder could have, and does not want or count on."""

from __future__ import annotations

from artifacts.checker import cues
from artifacts.checker.claims import Clause
from artifacts.checker.cues.funds import DECLINED


def is_declined(clause: Clause) -> bool:
    """Return whether a clause, or a later one of the same part of its sentence, says that the money
    in it is not counted on.
    """
    sentence = clause.sentence
    denied = next((each for each in sentence.clauses if _is_not_taken(each)), None)
    if denied is None or clause.first > denied.first:
        return False
    tokens = sentence.source.tokens
    return tokens[clause.first].clause == tokens[denied.first].clause


def _is_not_taken(clause: Clause) -> bool:
    return clause.says(cues.NOT_COUNTED) or clause.says(DECLINED)
