"""How long something is kept, and whether a text deletes it at another time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import LawMatch, SpanMatch

_KEPT = cues.Cue("""
    keep it, keep them, keep the, kept, is stored, are stored, stored for, retain*, archived
    aufbewahr*, aufheben, aufgehoben, gespeichert, conserv*, gardé*, archivé*, bewaar*, bewaard
    guard*, archiv*
    """)
_DELETED = cues.Cue("""
    wiped, deleted, erased, destroyed, shredded, thrown away, wipe, delete, erase, destroy
    gelöscht, löschen, vernichtet, vernichten, effacé*, supprimé*, détruit*, gewist, verwijderd
    vernietigd, borrad*, borra*, elimina*, destrui*
    """)
_SLACK = Decimal("0.1")
"""How much of a time may be rounded away: 52 weeks are a year."""


def kept_otherwise(known: Knowledge, sentence: Sentence) -> tuple[str, str]:
    """Return the law and the founder's sentence that say how long something is kept, where a
    sentence keeps it for another time; two empty strings if none does.
    """
    kept = dict(_times_kept(sentence)) if sentence.is_certain else {}
    for told in known.sentences if kept else ():
        law = next((match.name for match in told.each(LawMatch)), "")
        same = [weeks for stems, weeks in kept.items() if stems & told.stems]
        if law and same and _is_other_time(told, same):
            return law, told.text
    return "", ""


def _is_other_time(told: Sentence, times: list[Decimal]) -> bool:
    """Whether the founder tells how long something is kept, and it is none of `times`."""
    said = [weeks for _, weeks in _times_kept(told)]
    pairs = [(one, other) for one in said for other in times]
    return bool(said) and all(abs(one - other) > one * _SLACK for one, other in pairs)


def _times_kept(sentence: Sentence) -> Iterator[tuple[frozenset[str], Decimal]]:
    """Yield for how many weeks a clause has something be kept, with the stems of the clause."""
    for clause in sentence.clauses:
        spans = [span.weeks for span in clause.each(SpanMatch) if span.weeks is not None]
        if len(spans) == 1 and (clause.says(_KEPT) or clause.says(_DELETED)):
            yield clause.stems, spans[0]
