"""What a thing costs that the founder has to buy, where they say so beside their budget."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from artifacts.facts.grammar import scan
from artifacts.facts.grammar.matches import MoneyMatch
from artifacts.facts.schema import Money
from artifacts.text import sentences

_COSTS = re.compile(
    r"\b(?:costs?(?! shar)|kostet|kosten|coûte(?:nt)?|cuestan?|kost)\b", re.IGNORECASE
)
_ONE_OF_MANY = re.compile(
    r"(?:an?|one|each|every|eine?[rs]?|jede[rs]?|une?|chaque|een|elke|una|cada)\b", re.IGNORECASE
)
_NOT_BOUGHT_ONCE = re.compile(
    r"\b(?:per|pro|je|month|year|week|day|monat|jahr|woche|tag|mois|an|maand|jaar|mes|año"
    r"|otherwise|elsewhere|would|may|if|sonst|würde|darf|dürfen|falls|wenn|zusammen|insgesamt"
    r"|in all|altogether|them|people|customers?|leute|kundschaft|kunden|ihn|ihnen)\b",
    re.IGNORECASE,
)
"""Words of what is paid again and again, by others, or only perhaps."""
_QUOTED_MAX = 90


@dataclass(frozen=True, slots=True)
class Cost:
    """What one thing costs; `count` of them can be bought, and `left` remains.

    `count` is 0 where there is one such thing only: "the projector", but "a drone".
    """

    words: str
    left: Decimal
    count: int


def told_cost(text: str, language: str, budget: Money) -> Cost | None:
    """Return the one thing of which an answer tells what it costs, in the currency of `budget`,
    which is the money there is to buy it with.

    Of several nobody knows here whether all have to be bought.
    """
    found = [
        (sentence, clause, amount)
        for sentence in sentences(text)
        for clause in re.split(r"[,;:] ", sentence)
        if (amount := _bought_for(clause, language, budget))
    ]
    if len(found) != 1:
        return None
    sentence, clause, amount = found[0]
    words = sentence if len(sentence) <= _QUOTED_MAX else clause
    is_one_of_many = bool(_ONE_OF_MANY.match(clause.strip()))
    count = int(budget.amount // amount) if is_one_of_many else 1
    left = budget.amount - count * amount
    return Cost(words, left, count if is_one_of_many else 0) if left else None


def _bought_for(clause: str, language: str, budget: Money) -> Decimal | None:
    if not _COSTS.search(clause) or _NOT_BOUGHT_ONCE.search(clause):
        return None
    amounts = [match for match in scan(clause, language) if isinstance(match, MoneyMatch)]
    if len(amounts) != 1 or amounts[0].high is not None or amounts[0].per:
        return None
    amount = amounts[0].amount
    fits = amounts[0].currency == budget.currency and 0 < amount < budget.amount
    return amount if fits else None
