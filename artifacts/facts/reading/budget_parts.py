"""Sums that are a part of another one: "of it 18,000", "2,500 of that", "the last £2,200"."""

from __future__ import annotations

from artifacts.facts.grammar.matches import Match, NumberMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Told, says
from artifacts.facts.reading.cues import Cues

_PART = word_set("davon wovon dont waarvan which hiervon thereof")
_WHOLE = (["of", "which"], ["of", "that"], ["of", "it"], ["of", "this"])


def is_followed_by_whole(told: Told, match: Match) -> bool:
    """Return whether the words behind an amount point back to one in front of it."""
    after = told.after(match, 3).split()
    return after[:2] in _WHOLE or bool(_PART & set(after[:2]))


def is_part(told: Told, match: Match) -> bool:
    """Return whether an amount is inside one that was named in front of it: "of it 18,000 from"."""
    before = told.before(match, 8)
    for sign in (";", ":", "."):
        before = " " + before.rpartition(f" {sign} ")[2].lstrip()
    return (
        is_followed_by_whole(told, match)
        or _THE_LAST.end(before)
        or says(_SHARES_OF_THAT.removed_from(before), _OF_THAT)
    )


def is_had_bare(told: Told, match: NumberMatch) -> bool:
    """Return whether thousands in words that count nothing are money that somebody has, or what
    these make, though no currency is named: "Zwölftausend hab ich ... Macht 16.000".
    """
    if told.key not in _ON_MONEY or not _is_thousands(match):
        return False
    if match.worded:
        return says(told.part(match), _HAD)
    in_words = any(n.worded and _is_thousands(n) for n in told.each(NumberMatch))
    return in_words and says(told.part(match), _MAKES)


def _is_thousands(match: NumberMatch) -> bool:
    return not match.noun and match.high is None and match.value >= _LEAST


_ON_MONEY = ("constraint", "budget")
_LEAST = 1000
_MAKES = Cues("macht; makes; make; fait; macht also; maakt; son")
_HAD = Cues(
    "hab ich; habe ich; haben wir; ich habe; wir haben; leiht mir; leiht uns; leihen uns; gibt uns;"
    " gibt mir; i have; i've; we have; we've; lends me; lends us; gives us; gives me"
)
_THE_LAST = Cues(
    "the last; the final; the remaining; the other; the rest,; the first; die letzten; die"
    " restlichen; die übrigen; die ersten; les derniers; les dernières; de laatste; de overige; los"
    " últimos; las últimas"
)
"""In front of a later sum, which is one end of the one before it: "£5,200, the last £2,200 not
before March".
"""

_OF_THAT = Cues(
    "out of that; of that; of which; of it; of this; out of it; in it; in that; in this; among it;"
    " including; included; davon; darin; darunter; hiervon; einschließlich; inklusive; wovon; dont;"
    " y compris; waarvan; inclusief; incluido; incluidos; de los cuales"
)
_SHARES_OF_THAT = Cues(
    "half of that; half of it; half of this; half of which; third of that; third of it; quarter of"
    " that; quarter of it; hälfte davon; drittel davon; viertel davon; fünftel davon; % davon;"
    " prozent davon; % of that; % of it; moitié de cela; helft daarvan; derde daarvan"
)
"""A share of the sum in front of it, which says nothing of the next sum: "a third of that after the
report, and we add 5,500"."""
