"""How long something is kept, and whether a text deletes it at another time."""

from __future__ import annotations

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
    weeks = _weeks_kept(sentence) if sentence.is_certain else None
    if weeks is None:
        return "", ""
    for told in known.sentences:
        law = next((match.name for match in told.each(LawMatch)), "")
        said = _weeks_kept(told) if law else None
        if said and told.stems & sentence.stems and abs(said - weeks) > said * _SLACK:
            return law, told.text
    return "", ""


def _weeks_kept(sentence: Sentence) -> Decimal | None:
    """Return for how many weeks a sentence has something be kept, None if it does not tell."""
    for clause in sentence.clauses:
        spans = [span.weeks for span in clause.each(SpanMatch) if span.weeks is not None]
        if len(spans) == 1 and (clause.says(_KEPT) or clause.says(_DELETED)):
            return spans[0]
    return None
