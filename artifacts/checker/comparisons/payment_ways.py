"""How and when somebody pays: in cash or by card, in advance or afterwards, as the founder says."""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.knowledge import Knowledge

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
        if told and named.isdisjoint(told):
            return next(iter(told.values())).sentence.text
    return ""


def _is_about_paying_us(sentence: Sentence) -> bool:
    is_ours = sentence.says(cues.WE_PAY) or sentence.says(cues.SUPPLIERS)
    return (sentence.says(cues.PAYS) or sentence.says(cues.BILLED)) and not is_ours


def _told(known: Knowledge, ways: dict[str, cues.Cue]) -> Iterator[tuple[str, Clause]]:
    """Yield the ways that the founder names, each with a clause that does not deny it."""
    for key in _TOLD_IN:
        for sentence in known.told.get(key, ()):
            for clause in sentence.clauses:
                if clause.says(cues.SUPPLIERS) or clause.says(cues.NEGATION):
                    continue
                yield from ((way, clause) for way, cue in ways.items() if clause.says(cue))
