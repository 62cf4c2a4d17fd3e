"""What the founder says about a permit: how long it takes, whether it has been applied for, and
whether it is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from artifacts.facts.grammar import SpanMatch, scan
from artifacts.facts.grammar.matches import WEEKS_OF

_APPLIED = re.compile(
    r"\b(?:(?:have|has|i|we|been|already) (?:already )?(?:applied|asked) for"
    r"|applications? (?:is|was|went|has been|have been) (?:in|made|filed|submitted|sent|handed in)"
    r"|(?:is|are|still) pending"
    r"|(?:habe|haben|ist|sind|wurde|schon|bereits) (?:[\wäöüß.]+ ){0,5}?beantragt"
    r"|antrag (?:läuft|liegt bei\w*|ist gestellt|ist eingereicht|ist seit \w+ eingereicht)"
    r"|antrag (?:[\wäöüß.]+ ){0,4}?(?:gestellt|eingereicht|abgegeben)"
    r"|(?:avons|ai|a été) demandée?|demande (?:est|a été) déposée"
    r"|(?:hebben|heb|is|zijn) (?:[\w.]+ ){0,5}?aangevraagd|aanvraag (?:loopt|is ingediend)"
    r"|(?:hemos|he) (?:solicitado|pedido)|está en trámite)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not|never|\w+n't|must|until|nicht|noch kein\w*|erst|muss|müssen|bis|pas|niet|nog geen"
    r"|no)\b",
    re.IGNORECASE,
)

_GOT = re.compile(
    r"\b(?:registered|licensed|certified|approved|holds?|held|granted|issued|renewed"
    r"|eingetragen|registriert|zugelassen|erteilt|genehmigt|angemeldet|haben|besitzen"
    r"|inscrite?s?|enregistrée?s?|agréée?s?|accordée?s?|geregistreerd|ingeschreven|verleend"
    r"|registrad[oa]s?|inscrit[oa]s?|concedid[oa]s?)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since (?:19|20)\d\d|already|ha(?:s|ve) been|seit (?:19|20)\d\d|schon|bereits|wurde"
    r"|depuis (?:19|20)\d\d|déjà|sinds (?:19|20)\d\d|reeds|desde (?:19|20)\d\d|ya)\b",
    re.IGNORECASE,
)
_NEIGHBOUR = re.compile(r"\b(?:neighbou?r|nachbar|voisin|buurman|buren|vecin)", re.IGNORECASE)


def wait_weeks(said: Iterable[str], language: str) -> int:
    """Return the most weeks that sentences about a permit name; 0 if they name none."""
    matches = (match for sentence in said for match in scan(sentence, language))
    spans = (match for match in matches if isinstance(match, SpanMatch))
    return int(max(map(_most_weeks, spans), default=0))


def is_applied_for(said: Iterable[str]) -> bool:
    """Return whether sentences about a permit say that it has been applied for."""
    clauses = (clause for sentence in said for clause in re.split(r"[,;:]", sentence))
    return any(_APPLIED.search(clause) and not _NOT_YET.search(clause) for clause in clauses)


def is_met(sentence: str, law: str) -> bool:
    """Return whether the clause of a sentence that names a law or permit says that it is met: "We
    are registered under the Charities Act since 2021".
    """
    clauses = (clause for clause in re.split(r"[,;:]", sentence) if law in clause)
    return any(
        _GOT.search(clause)
        and _SINCE.search(clause)
        and not any(sign.search(clause) for sign in (_NOT_YET, _APPLIED, _NEIGHBOUR))
        for clause in clauses
    )


def _most_weeks(span: SpanMatch) -> Decimal:
    """Return the most weeks that a span in weeks or months can mean; 0 for other units."""
    if span.unit not in ("week", "month"):
        return Decimal(0)
    return max(span.weeks or Decimal(0), (span.high or Decimal(0)) * WEEKS_OF[span.unit])
