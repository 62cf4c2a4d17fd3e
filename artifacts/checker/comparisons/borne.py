"""Who bears the cost, where a text says so without an amount: "the bill goes to the tenant"."""

from __future__ import annotations

import re

from artifacts.checker import cues
from artifacts.checker.claims import Clause
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.stems import stems_of

_WHO = r"(?P<who>(?:[^ .,;:]+ ){1,3}?)"
_ITS_END = (
    r"(?=(?:each|every|once|per|for|in|on|at|by|as|and|or|themselves|alone|je|pro|im|am|für|selbst"
    r"|allein|und|[.,;:]) |$)"
)
_BORNE = (
    re.compile(
        rf" {_WHO}(?:bears?|carry|carries|foots?|meets?|settles?|picks? up|covers?) the"
        r" (?:costs?|bills?|expenses?) "
    ),
    re.compile(
        r" (?:bills?|invoices?|costs?) (?:goes|go|is sent|are sent|is passed|are passed|falls?)"
        rf" (?:on )?(?:to|on) (?:the |each |every )?{_WHO}{_ITS_END}"
    ),
    re.compile(rf" {_WHO}(?:is|are|gets?) (?:charged|billed|invoiced) (?=for |each |per )"),
    re.compile(rf" (?:paid|settled|borne|met) (?:for )?by (?:the |each |every )?{_WHO}{_ITS_END}"),
    re.compile(
        r" kosten (?:trägt|tragen|übernimmt|übernehmen|zahlt|zahlen) (?:der |die |das |jede[rs]? )?"
        rf"{_WHO}{_ITS_END}"
    ),
    re.compile(rf" {_WHO}(?:trägt|tragen|übernimmt|übernehmen) die kosten "),
    re.compile(
        rf" rechnung(?:en)? (?:geht|gehen) an (?:den |die |das |jede[ns]? )?{_WHO}{_ITS_END}"
    ),
    re.compile(rf" {_WHO}(?:wird|werden) (?:[^ .,;:]+ ){{0,4}}in rechnung gestellt "),
    re.compile(
        r" (?:bezahlt|gezahlt|beglichen) (?:wird|werden) (?:es |sie )?(?:vom|von der|von den"
        rf"|von dem|von) {_WHO}{_ITS_END}"
    ),
)
TELLS_WHO = cues.Cue("""
    bear the, bears the, foot the bill, foots the bill, bill goes, bills go, bill is sent
    invoice goes, invoices go, invoice is sent, cost falls, costs fall, picks up the bill
    pick up the bill, settles the bill, settle the bill, meet the cost, meets the cost
    in rechnung gestellt, rechnung geht, rechnungen gehen, kosten trägt, kosten tragen
    kosten übernimmt, kosten übernehmen
    """)
"""Words by which somebody pays, of which none is one for paying."""


def bearers(clause: Clause) -> frozenset[str]:
    """Return the stems of who bears the cost by the words of a clause, none where it names
    nobody.
    """
    found = next(filter(None, (form.search(clause.words) for form in _BORNE)), None)
    if found is None or clause.says(cues.NEGATION):
        return frozenset()
    return stems_of(found["who"], clause.sentence.source.lexicon.language) - SAY_LITTLE
