"""Patterns for the words of traits, and where they are denied."""

from __future__ import annotations

import re
from functools import cache

from artifacts.facts.grammar.platforms import NEGATIONS
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Told

WHAT_IT_DOES = ("idea", "first_version")
"""Answers in which a hint at people or devices counts: elsewhere children eat along, members are
counted and phones have a radio.
"""


@cache
def pattern(words: str) -> re.Pattern[str]:
    """Return a pattern for words split by spaces; "~" stands for a space, "*" at the end for any
    ending.
    """
    parts = [re.escape(word).replace(r"\~", " ").replace("~", " ") for word in words.split()]
    parts = [part[:-2] + r"[\w-]{0,24}" if part.endswith(r"\*") else part for part in parts]
    parts = [r"[\w-]{0,24}" + part[2:] if part.startswith(r"\*") else part for part in parts]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w)")


def is_denied(told: Told, start: int) -> bool:
    """Whether one of the three words in front of `start` in its sentence denies what follows, or
    the sentence stays away from it all.
    """
    if _AWAY_FROM.search(told.text_in_front(start, ".!?;\n")):
        return True
    return bool(_DENY & set(told.text_in_front(start, ".!?;,\n").split()[-3:]))


_AWAY_FROM = re.compile(
    r"(?<!\w)(?:(?:stay|keep|steer) (?:away|clear) (?:from|of)|hands off|lassen wir die finger"
    r"|verzichten wir|wir verzichten|außen vor bleib)(?!\w)"
)
"""Words of a sentence that leaves out all that it lists."""
_DENY = NEGATIONS | word_set("nothing nobody none nichts niemand keines rien personne niets nada")
