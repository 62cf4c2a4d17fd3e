"""How and when somebody pays: in cash or by card, in advance or afterwards, as the founder says."""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import MoneyMatch

_TOLD_IN = ("price", "first_version", "idea", "constraint", "left_out")


def paid_otherwise(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder said of how or when one pays, where a sentence names only ways that
    they do not; else "".
    """
    if not sentence.is_certain or not _is_about_paying_us(sentence):
        return ""
    for ways in (cues.PAYING_BY, cues.PAYING_WHEN):
        named = {way for way, cue in ways.items() if sentence.says(cue)}
        told = dict(_told(known, ways)) if named else {}
        if told and named.isdisjoint(told) and not _is_of_another(known, sentence, told):
            return next(iter(told.values())).sentence.text
    return ""


def _is_of_another(known: Knowledge, sentence: Sentence, told: dict[str, Clause]) -> bool:
    """Whether a sentence is about somebody of whom another price is told, with no way to pay it:
    "$45 a visit, paid by card. At a clinic it is $22 a draw."
    """
    ways = frozenset().union(*(clause.sentence.stems for clause in told.values()))
    others = (s for s in known.told["price"] if s.has(MoneyMatch))
    silent = (s.stems - ways for s in others if all(s is not c.sentence for c in told.values()))
    return any((stems - SAY_LITTLE) & sentence.stems for stems in silent)


def _is_about_money(sentence: Sentence) -> bool:
    cues_of_money = (cues.PAY, cues.PAYS, cues.BILLED, cues.COSTS)
    return sentence.has(MoneyMatch) or any(sentence.says(cue) for cue in cues_of_money)


def _is_about_paying_us(sentence: Sentence) -> bool:
    is_ours = sentence.says(cues.WE_PAY) or sentence.says(cues.SUPPLIERS)
    return (sentence.says(cues.PAYS) or sentence.says(cues.BILLED)) and not is_ours


def _told(known: Knowledge, ways: dict[str, cues.Cue]) -> Iterator[tuple[str, Clause]]:
    """Yield the ways that the founder names, each with a clause that does not deny it."""
    for key in _TOLD_IN:
        for sentence in known.told[key]:
            for clause in sentence.clauses:
                if clause.says(cues.SUPPLIERS) or clause.says(cues.NEGATION):
                    continue
                if key != "price" and not _is_about_money(sentence):
                    continue  # "a card that says what is in the glaze"
                yield from ((way, clause) for way, cue in ways.items() if clause.says(cue))
