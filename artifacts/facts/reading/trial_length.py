"""How long the founder's own test takes, and when it begins and ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from artifacts.facts.grammar.matches import DateMatch, DateRangeMatch, NumberMatch, SpanMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Told, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.time import days_of, weeks_between

_SPAN_CUES = Cues(
    "for; over; lang; lasting; takes; during; pendant; während; gedurende; durante; first; so; that"
    " is; donc; i.e; über"
)
_NOT_LENGTH = Cues(
    "after; within; every; for a; nach; innerhalb; alle; binnen; après; chaque; na; después; cada;"
    " in the last; for another; per; notice; sign for; von; of"
)
_STRETCH_OF = Cues(
    "term of; season of; semester of; period of; run of; trial of; test of; semester von; zeitraum"
    " von; trimestre de; periode van; periodo de; temporada de"
)
PASSES = Cues(
    "if; passed; pass; counts if; good if; fine if; success; successful; succeeds; we go on; carry"
    " on; go on; have to; has to; must; or i stop; or we stop; enough; we continue; worth it; at"
    " least; satisfied; works if; counts as; wenn; falls; bestanden; gut ist; gut ist es; erfolg;"
    " erfolgreich; gelungen; geschafft; machen wir weiter; ist jedes; mindestens; sobald; müssen;"
    " reicht; si; s'; réussi; réussie; continue; continuons; gagné; au moins; succès; il faut;"
    " doivent; concluant; als; geslaagd; gelukt; minstens; moeten; gaan we door; ten minste; éxito;"
    " aprobado; seguimos; por lo menos; al menos; tienen que; funciona si"
)


@dataclass
class TestLength:
    weeks: Decimal | None = None
    begins: date | None = None
    ends: date | None = None


def length_of(told: Told, today: date) -> TestLength:
    parts = TestLength()
    if stretch := next(told.each(DateRangeMatch), None):
        parts.begins, parts.ends = days_of(stretch, today)
        parts.weeks = weeks_between(stretch, today)
    if span := _clearest_length(told):
        parts.weeks = _weeks_of(span)
    if parts.weeks is None:
        parts.weeks = _within(told) or _once_a_week(told)
    if parts.begins is None:
        parts.begins = _begin(told, today)
    if parts.weeks is not None and not 0 < parts.weeks <= 520:
        parts.weeks = None
    return parts


def _clearest_length(told: Told) -> SpanMatch | None:
    """Return the first span that is most clearly called how long it takes; None if none is."""
    scored = [(_score(told, span), span) for span in told.each(SpanMatch) if _can_be_length(span)]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] > 1 else None


def _can_be_length(span: SpanMatch) -> bool:
    if span.weeks is None or span.unit == "year" or span.high is not None:
        return False
    return span.unit != "day" or span.amount >= 5


def _score(told: Told, span: SpanMatch) -> int:
    before = told.before(span)
    score = 0 if _NOT_LENGTH.end(before) and not _STRETCH_OF.end(before) else 2
    behind = told.after(span, 2)
    score += _SPAN_CUES.end(before) or says(behind, ("lang", "long", "hintereinander"))
    return score + (span.unit == "week")


def _weeks_of(span: SpanMatch) -> Decimal:
    assert span.weeks is not None
    if span.unit == "day":
        return span.weeks.quantize(Decimal("0.1")).normalize()
    return span.weeks.to_integral_value("ROUND_FLOOR")


_BEGINNING = (
    "from",
    "starting",
    "vom",
    "von",
    "ab",
    "ab dem",
    "du",
    "dès le",
    "à partir du",
    "vanaf",
    "del",
    "desde el",
    "on",
)


def _begin(told: Told, today: date) -> date | None:
    """Return the first day of the test: that behind "from"."""
    for single in told.each(DateMatch):
        if says(told.before(single, 2), _BEGINNING):
            return single.on(today)
    return None


def _within(told: Told) -> Decimal | None:
    """Return the weeks of "the first three shows, that is within 5 weeks", where no other length is
    told and no pass mark counts them.
    """
    for match in told.each(SpanMatch):
        first = told.source.sentence(match.first) == told.source.sentence(0)
        inside = _INSIDE.end(told.before(match)) and not says(told.before(match), PASSES)
        if first and inside and match.unit in ("week", "month") and not match.high and match.weeks:
            return match.weeks.to_integral_value("ROUND_FLOOR")
    return None


_INSIDE = Cues("within; inside; in; innerhalb von; innerhalb; binnen; en; dans; dentro de")


def _once_a_week(told: Told) -> Decimal | None:
    """Return as many weeks as days that come once a week: "the first five weekends", "for ten
    Saturdays", where no pass mark counts them.
    """
    for match in told.each(NumberMatch):
        noun = match.noun.lower().rpartition(" ")[2]
        weekly = noun in _WEEKENDS or noun.removesuffix("s") in told.source.lexicon.weekdays
        weekly = weekly or noun.removesuffix("e") in told.source.lexicon.weekdays
        first = told.source.sentence(match.first) == told.source.sentence(0)
        whole = match.high is None and match.value == int(match.value) and match.value > 1
        if weekly and first and whole and not says(told.before(match), PASSES):
            return match.value
    return None


_WEEKENDS = word_set("weekends wochenenden week-ends weekenden fines")
