"""Sentences that follow one thing of many through its days: "A loan that starts on 8 September ends
about 8 November". They plan nothing.
"""

from __future__ import annotations

import re

from artifacts.checker.claims import Sentence
from artifacts.facts.grammar.matches import DateMatch

_WITHIN = 9
"""Words in front of a date that may say whose day it is."""
_ONE_THAT = re.compile(
    r" (?:"
    r"(?:an?|one|any|each|every|any(?:one|body)|some(?:one|body)) (?:[^ ,]+ ){0,2}?"
    r"(?:that|which|who) (?:[^ ,]+ ){1,2}(?:on|before|after|from|until|in|by|about)"
    r"|(?:wer|(?:eine?|jede[rs]?) (?:[^ ,]+ ){1,2}?, (?:der|die|das)) (?:[^ ,]+ ){0,2}?"
    r"(?:am|vor dem|nach dem|ab dem|bis zum|vom)"
    r"|(?:une?|chaque|celui|celle) (?:[^ ,]+ ){0,2}?qui (?:[^ ,]+ ){1,2}"
    r"(?:le|avant le|après le|dès le)"
    r"|(?:een|elke?|wie) (?:[^ ,]+ ){0,2}?(?:die|dat) (?:[^ ,]+ ){0,2}?"
    r"(?:op|vóór|voor|na|vanaf|tot)"
    r"|(?:una?|cada|quien) (?:[^ ,]+ ){0,2}?que (?:[^ ,]+ ){1,2}(?:el|antes del|después del)"
    r") $"
)


def is_one_of_many(sentence: Sentence) -> bool:
    """Return whether a date of a sentence is that of any one thing, told by a clause about it."""
    return any(_is_of_one(sentence, match) for match in sentence.each(DateMatch))


def _is_of_one(sentence: Sentence, match: DateMatch) -> bool:
    before = sentence.padded(match.first - _WITHIN, match.first)
    return _ONE_THAT.search(before) is not None
