"""Amounts that a sentence only supposes, and that nobody has to have told."""

from __future__ import annotations

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.facts.grammar.matches import MoneyMatch


def is_supposed(sentence: Sentence, money: MoneyMatch) -> bool:
    """Return whether an amount is supposed and not claimed: "on a booking of $80", "from an $860
    door", "if it costs $80, ...".
    """
    if sentence.says_between(cues.EXAMPLE_OF, money.first - 5, money.first):
        before = sentence.padded(money.first - 5, money.first)
        if before.rstrip().endswith(_IN_FRONT_OF_EXAMPLE):
            return True
    if sentence.begins_at(cues.ON_AN_AMOUNT, money.first - 1):
        return True
    if _is_size_of_one(sentence, money):
        return True
    clause = sentence.clause_of(money)
    return clause.first == sentence.first and (
        sentence.begins_at(cues.CONDITIONAL, clause.first)
        or sentence.begins_at(cues.WHEN_A, clause.first)
    )


def _is_size_of_one(sentence: Sentence, money: MoneyMatch) -> bool:
    """Whether a sentence begins with the amount of one thing that stands for others: "A fare of
    $90 leaves ...".
    """
    found_in = sentence.source
    begins = found_in.word(sentence.first) in _ONE_THING
    is_short = 1 < money.first - sentence.first <= _SIZE_WITHIN
    return begins and is_short and found_in.word(money.first - 1) in _SIZE_OF


_SIZE_WITHIN = 4
"""Tokens at the beginning of a sentence by which its amount is of one thing."""
_ONE_THING = frozenset(("a", "an", "ein", "eine", "un", "une", "een", "una"))
_SIZE_OF = frozenset(("of", "von", "über", "de", "van"))
_IN_FRONT_OF_EXAMPLE = (" of", " von", " über", " de", " van", " a", " an", " einem", " einer")
