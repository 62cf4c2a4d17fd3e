"""Who bears a share that we take: the one whom our answers name, or somebody else."""

from __future__ import annotations

import re

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import ShareMatch

_ARTICLE = (
    r"(?:the|each|every|der|die|das|dem|den|des|jeder|jede|jedes|le|la|l'|les|chaque|de|het|elke"
    r"|el|los|las|cada)"
)
_BORNE_BY = re.compile(
    r" (?:paid by|borne by|from|trägt|zahlt|bezahlt|übernimmt|vom|von|payés? par|à la charge de"
    rf"|supporte|draagt|betaalt|paga|asume)(?: {_ARTICLE})? (?P<who>[^ .,;:]+)(?= )"
)
"""Words behind a share, in front of who bears it."""
_BEARS = re.compile(
    rf"(?:^| |, ){_ARTICLE} (?P<who>[^ .,;:]+) (?:pays|bears|carries|trägt|zahlt|bezahlt|übernimmt"
    r"|paie|supporte|draagt|betaalt|paga|asume)(?: [^ .,;:]+){0,2} $"
)
"""Words in front of a share that say who bears it: "der Gast trägt die 8 %"."""
_TAKEN_OFF = re.compile(
    r"^ (?:is|are|get|gets|geht|gehen|wird|werden|est|sont|wordt|worden|se)"
    r" (?:added to|put on|taken off|deducted from|vom|von|auf|ajoutés? à|op|bij)"
    r"(?: [^ .,;:]+){0,2}?"
    rf" (?:{_ARTICLE} )?(?P<who>[^ .,;:]+?)(?:'s|’s)?"
    r" (?:bill|side|proceeds|share|ab|abgezogen|aufgeschlagen|draufgeschlagen|rekening) "
)
"""Words behind a share that say from whose money it is taken."""


def borne_by_another(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's words on a share that a sentence has somebody else bear; else ""."""
    if not sentence.has(ShareMatch) or sentence.says(cues.CONDITIONAL):
        return ""
    for share in sentence.each(ShareMatch):
        who = _bearer_in(sentence, share)
        if not who:
            continue
        for told in known.told["price"]:
            right = _bearer_told(told, share)
            if right and not right & who and who & known.stems:
                return told.text
    return ""


def _bearer_in(sentence: Sentence, share: ShareMatch) -> frozenset[str]:
    """Return the stems of who bears a share by a sentence."""
    clause = sentence.clause_of(share)
    if clause.says(cues.NEGATION):
        return frozenset()
    before = _BEARS.search(sentence.padded(clause.first, share.first))
    behind = _TAKEN_OFF.search(sentence.padded(share.last, clause.last))
    found = before or behind
    return sentence.stems_of(found["who"]) - SAY_LITTLE if found else frozenset()


def _bearer_told(told: Sentence, share: ShareMatch) -> frozenset[str]:
    """Return the stems of who bears the same share in the founder's words."""
    mine = [one for one in told.each(ShareMatch) if one.percent == share.percent]
    others = [one for one in told.each(ShareMatch) if one.percent != share.percent]
    if len(mine) != 1 or others:
        return frozenset()
    found = _BORNE_BY.search(told.padded(mine[0].last, told.last))
    return told.stems_of(found["who"]) - SAY_LITTLE if found else frozenset()
