"""How far one clause of an answer tells that it is, as a place in the order of the stages."""

from __future__ import annotations

import re

from artifacts.facts.reading.actors import LASTS, names_own_kin, outsiders_act
from artifacts.facts.reading.context import Told, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.deeds import tells_deed
from artifacts.facts.reading.stage_careers import is_career
from artifacts.facts.reading.stage_forms import counted_speak, is_conversation, stage_by_form
from artifacts.facts.reading.stage_gifts import is_in_kind
from artifacts.facts.reading.stage_parts import limited
from artifacts.facts.reading.stage_speech import is_conditional, speaks
from artifacts.facts.reading.stage_tells import SINCE, tells
from artifacts.facts.reading.stage_words import (
    AT_OURS,
    BY_HAND,
    FREE,
    MAKING,
    ON_CONDITION,
    ONLY_ME,
    OWN,
    OWN_BODY,
    PAST_OTHERS,
    PLANS,
    STAGE_CUES,
    SURE_NEGATIONS,
    UNPAID,
    WISHES,
)
from artifacts.facts.schema import Stage

ORDER: tuple[Stage, ...] = ("customers", "pilot", "prototype", "talks", "talks")
CUSTOMERS, PILOT, PROTOTYPE, TALKS, MET = range(5)
"""Somebody whom only the form of a clause names may have been served for nothing, too."""


def rank_of(told: Told, part: tuple[int, int], whole: str, *, gift: bool) -> int | None:
    """Return the place in `ORDER` of what one clause tells, None for nothing.

    `gift` says that somebody was served for nothing.
    """
    words = told.padded(*limited(*part))
    if is_career(told, *limited(*part), words):
        return None
    if says(words, UNPAID):
        return PILOT
    if says(words, ONLY_ME):
        return PROTOTYPE
    if _is_elsewhere(words):
        return None
    if gift and says(words, SINCE) and not says(words, OWN):
        return PILOT
    rank = _happened(told, part, words)
    if rank is None or (rank == CUSTOMERS and (says(whole, FREE) or is_in_kind(words))):
        return None
    return _served(rank, words, whole, gift=gift)


def _is_elsewhere(words: str) -> bool:
    """Whether a clause tells of others, of a time to come or of what the founders wish."""
    return says(words, PAST_OTHERS) or says(words, PLANS) or _WE_WISH.search(words) is not None


def _happened(told: Told, part: tuple[int, int], words: str) -> int | None:
    """Return the place in `ORDER` of what a clause says that happened, and did not only not happen
    or is wished for.
    """
    ranks = _possible(words)
    by_words = next((r for r in sorted(ranks) if tells(told, part, words, ORDER[r])), None)
    if SURE_NEGATIONS & set(words.split()):
        return by_words
    ends = limited(*part)
    if ranks == {TALKS}:
        others = outsiders_act(told, *ends) or counted_speak(told, *ends)
        return MET if by_words is None and others else by_words
    if _says_nothing(told, ends, words, by_words):
        return None
    if by_words == PROTOTYPE and is_conversation(told, ends, words):
        by_words = MET
    return _by_form(told, part, words, by_words)


def _says_nothing(told: Told, ends: tuple[int, int], words: str, by_words: int | None) -> bool:
    """Whether a word of a table stands beside what takes its meaning: it is paper so far, or only
    the founders' own people talk.
    """
    if by_words == PROTOTYPE:
        return _is_called_paper(words)
    among_kin = names_own_kin(told, *ends) and not outsiders_act(told, *ends)
    return by_words == TALKS and among_kin


def _possible(words: str) -> set[int]:
    """Return the places in `ORDER` that a clause can tell: of wishes only the talks, and of what
    is denied nothing.
    """
    wished = says(words, WISHES) or is_conditional(words)
    wished = wished or ON_CONDITION.begin(words) or says(words, _IF)
    ranks = {TALKS} if wished else set(range(len(ORDER)))
    if SURE_NEGATIONS & set(words.split()):
        ranks &= {PROTOTYPE} if _opens_denied(words) else set()
    return ranks


_WE_WISH = re.compile(
    r" (?:i|we) (?:only |just |really )?(?:want|hope|plan|intend|mean|would like|wish|aim) to "
    r"| (?:ich|wir) (?:will|wollen|möchte|möchten|würde|würden) (?:[^ ]+ ){0,6}(?:anfangen|beginnen"
    r"|starten|loslegen|eröffnen|bauen) "
)
"""What the founders wish themselves."""
_IF = Cues("if; falls; sobald; as soon as; à condition que; mits; con tal de que")
"""On a condition, which a sentence need not begin with."""


def _is_called_paper(words: str) -> bool:
    """Whether a clause says that it is a drawing or a sheet so far, whatever else was done."""
    match = _IT_IS.search(words)
    return match is not None and says(f" {match[1]} ", STAGE_CUES["idea"])


_IT_IS = re.compile(
    r" (?:is|it's|ist|c'est|es|is het) (?:only |just |nur |bisher |solo )?"
    r"((?:an?|eine?|une?|una|een) (?:[^ ]+ ?){1,3})"
)


def _by_form(told: Told, part: tuple[int, int], words: str, by_words: int | None) -> int | None:
    """Return what the form of a clause tells if that is more than its words, else what they do."""
    form = stage_by_form(told, limited(*part), words)
    if form == "prototype" and says(words, STAGE_CUES["idea"]):
        # "I have done the sums"
        form = None
    rank = None if form is None else MET if form == "talks" else ORDER.index(form)
    if rank is not None and (by_words is None or rank < by_words):
        return rank
    if by_words is not None or says(words, STAGE_CUES["idea"]):
        return by_words
    return _by_deed(told, part, words)


def _by_deed(told: Told, part: tuple[int, int], words: str) -> int | None:
    """Return the place of a deed that nobody is named for; what they only say are talks."""
    tokens, language = told.source.tokens[slice(*limited(*part))], told.source.lexicon.language
    if says(words, _THEY) and speaks(tokens, language):
        return MET
    return PROTOTYPE if tells_deed(tokens, language) else None


_THEY = Cues("they; he; she; sie; er; ils; elles; zij; ze; ellos; ellas")


def _served(rank: int, words: str, whole: str, *, gift: bool) -> int:
    """Return the rank, which is that of a pilot where somebody else was served for nothing, and not
    where only the family was, or where it has not left the founders' home.
    """
    if rank == PILOT:
        return PROTOTYPE if _is_at_home(words, whole, gift=gift) else rank
    if rank != PROTOTYPE:
        return rank
    made = says(words, MAKING) and not says(words, _TRIED)
    given = gift and not says(words, OWN) and not made
    return PILOT if given or _serves_own_body(words) else rank


def _is_at_home(words: str, whole: str, *, gift: bool) -> bool:
    """Whether what is used or served has not left the founders' own people."""
    own = _is_for_kin(words) or (says(words, BY_HAND) and says(whole, OWN))
    return own or (not gift and says(words, AT_OURS))


_FOR_KIN = re.compile(
    r" (?:my|our|mein|meine|meiner|unser|unsere|unserer) (?:own )?(?:daughter|son|wife|husband"
    r"|mother|father|mum|dad|sister|brother|tochter|sohn|frau|mann|mutter|vater|schwester|bruder)"
    r" (?:[^ ]+ ){0,5}(?:benutzt|nutzt|verwendet|uses|plays|tries|has used|has tried)(?: it| es)? "
)


def _is_for_kin(words: str) -> bool:
    """Whether only the founder's own child or partner uses it."""
    return _FOR_KIN.search(words) is not None


def _serves_own_body(words: str) -> bool:
    """Whether it goes on in a school or a club of the founders, and does not only stand there."""
    lasts = says(words, OWN_BODY) and says(words, LASTS)
    return lasts and not says(words, _ONLY_THERE)


_TRIED = Cues("tried; tested; tried out; probiert; ausprobiert; getestet; erprobt")
_ONLY_THERE = Cues(
    "stands; stand; stood; hangs; hang; lies; lie; in front of; outside; behind; steht; stehen;"
    " hängt; hängen; liegt; liegen; vor; hinter; neben; devant; derrière; staat; staan; hangt"
)


def _opens_denied(words: str) -> bool:
    """Whether the first denial comes late, as in "a thing that stores a piano and nothing else"."""
    told = words.split()
    return next((place for place, word in enumerate(told) if word in SURE_NEGATIONS), 0) > 5
