"""Sentences that follow one thing of many through its days: "A loan that starts on 8 September ends
about 8 November". They plan nothing, unless they say when something is ready.
"""

from __future__ import annotations

import re

from artifacts.checker import cues
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
    r"|(?:wie|(?:een|elke?) (?:[^ ,]+ ){0,2}?(?:die|dat)) (?:[^ ,]+ ){0,2}?"
    r"(?:op|vóór|voor|na|vanaf|tot)"
    r"|(?:quien|(?:una?|cada) (?:[^ ,]+ ){0,2}?que) (?:[^ ,]+ ){1,2}"
    r"(?:el|antes del|después del)"
    r") $"
)


_RUNS = cues.Cue("""
    starts, begins, leaves, running, startet, beginnt, läuft, ausgeht, commence, start, begint
    empieza
    """)
"""What one thing of many does, though these words can also tell that something is ready."""


def is_one_of_many(sentence: Sentence) -> bool:
    """Return whether a clause tells the date of any one thing, and what follows it tells another
    date of that thing or what may become of it.
    """
    dates = list(sentence.each(DateMatch))
    told = next((match for match in dates if _is_of_one(sentence, match)), None)
    if told is None or cues.READY(_RUNS.without(sentence.words)):
        return False
    another = any(match.first > told.first for match in dates)
    return another or sentence.says_between(cues.MAY, told.last, sentence.last)


def _is_of_one(sentence: Sentence, match: DateMatch) -> bool:
    before = sentence.padded(match.first - _WITHIN, match.first)
    return _ONE_THAT.search(before) is not None
