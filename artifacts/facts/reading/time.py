"""The day by which it must be ready, and the earliest start."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from artifacts.facts.grammar.matches import DateMatch, DateRangeMatch, SpanMatch
from artifacts.facts.reading.context import Reading, Told, read, says
from artifacts.facts.reading.counted_days import counted_day, day_counted_later
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.duration import AT_LATEST, FAR, is_limit
from artifacts.facts.schema import Fact

_MUST = Cues(
    "we start on; we begin on; we start; i start on; wir starten; wir beginnen; wir fangen; fangen"
    " wir; go out; goes out; comes out; come out; is published; erscheint; erscheinen; paraît;"
    " paraissent; verschijnt; verschijnen; se publica; promised; versprochen; promis; prometido;"
    " beloofd; first delivery; first customers; want it out; want it ready; want it done;"
    " want to be out; want to be open;"
    " has to; have to; must; needs to; need to; should; want to open; we open;"
    " opens; open on; we start selling; launch; lapses; expires; runs out; first paid; be ready;"
    " be out; be live; be running; be there; is ready; go live; muss; müssen; soll; sollen;"
    " verfällt; läuft aus; eröffnen; starten; fertig; laufen; erste; erster; stehen; doit;"
    " doivent; devons; faut; prêt; prête; ouvrir; ouvre; ouvrons; expire; moet; moeten; klaar;"
    " loopt; vervalt; open; openen; openen we; hay que; tiene que; tenemos que; debe; listo;"
    " lista; abrir; abrimos; vence"
)
_NOT_THAT = Cues(
    "miss; verpassen; too early; zu früh; since; seit; depuis; sinds; desde; ab; ab dem; ab april;"
    " vanaf; from; à partir; à partir du; a partir; begins; begin; beginnt; started; gestartet;"
    " applied; was; war; were; earliest; frühestens; from january; onwards; an; on when; born;"
    " gegründet; founded; not before; nicht vor; nicht vor dem;"
    " pas avant; pas avant le; niet voor; no antes de; no antes del"
)
_ANSWERS = ("deadline", "constraint", "budget", "team", "idea", "place", "stage", "validation")


@dataclass
class _Candidate:
    told: Told
    match: DateMatch
    day: date
    score: int


def read_deadline(reading: Reading) -> Fact[date]:
    """Return the day by which it must be ready, where one day is called that more clearly than any
    other.
    """
    candidates = sorted(
        (candidate for told in reading.pick(_ANSWERS) for candidate in _dates(told, reading.today)),
        key=lambda candidate: -candidate.score,
    )
    # A day by which a grant has to be spent is the limit only where no other day is.
    product = [candidate for candidate in candidates if not _is_of_money(candidate)]
    best = _clearest(product) or _clearest(candidates)
    return read(best.day, best.told.span(best.match.start, best.match.end)) if best else Fact()


def _clearest(candidates: list[_Candidate]) -> _Candidate | None:
    if not candidates:
        return None
    return candidates[0] if candidates[0].score >= _CLEAR or _is_alone(candidates) else None


_CLEAR = 2
"""A score from which on a day is called a limit clearly enough."""


def _is_alone(candidates: list[_Candidate]) -> bool:
    """Whether only one day to come is named with its year among what must hold, and is not about
    money: "The doors open wide on 8 March 2027".
    """
    days = [found for found in candidates if found.told.key in ("constraint", "deadline")]
    if len(days) != 1 or days[0] is not candidates[0] or days[0].score < 0:
        return False
    match, told = days[0].match, days[0].told
    near = told.around(match)
    first, last = told.clause_of(match)
    money = any(first <= index < last for index in told.money_begins)
    return match.year is not None and not money and not says(near, _NO_DAY_OF_OURS)


def _is_of_money(found: _Candidate) -> bool:
    """Whether money has to be spent or accounted for by a day."""
    return says(found.told.part(found.match), _SPENT_BY)


_SPENT_BY = Cues(
    "spent; receipted; accounted for; used up; drawn down; repaid; paid back; auszugeben;"
    " ausgegeben; verbraucht; abgerechnet; abzurechnen; verwendet; zurückgezahlt; zurückzuzahlen;"
    " abgerufen; dépensé; dépensés; dépensée; justifié; justifiés; remboursé; uitgegeven;"
    " verantwoord; terugbetaald; rendir; rendirlo; rendirlos; rendirla; rendirlas; gastado;"
    " gastarlo; gastarlos; justificar; justificarlo; justificarlos; devolver; devolverlos"
)


_NO_DAY_OF_OURS = Cues(
    "pays; paid; pay out; comes; arrives; signed; decides; votes; applied; expires; valid; closes;"
    " election; zahlt; kommt; ausgezahlt; entscheidet; unterschrieben; beantragt; gilt; schließt;"
    " test; trial; until; bis; wenn; if; holiday; holidays; urlaub"
)


def _dates(told: Told, today: date) -> Iterator[_Candidate]:
    steps = _Steps(told)
    for named in told.each(DateMatch):
        on = named.on(today) or last_day(named, today)
        if on is None:
            continue
        match, day = counted_day(told, named, on) or _must_be_later(told, named, on) or (named, on)
        if day >= today:
            yield _Candidate(told, match, day, _score(told, match) - _LESS * steps.is_ours(match))


def _must_be_later(told: Told, match: DateMatch, day: date) -> tuple[DateMatch, date] | None:
    """Return the day counted behind another of which alone the sentence says that something must
    be ready: "the fair is on 1 June, three weeks before that it must be ready".
    """
    if says(told.part(match), _MUST):
        return None
    counted = day_counted_later(told, match, day)
    return next((found for found in counted if says(told.part(found[0]), _MUST)), None)


_LESS = 4
"""What a day loses that is only one of our steps."""


class _Steps:
    """The days on which the founders ask for something, begin behind that, or leave a job: none of
    them is the day by which it is ready.
    """

    def __init__(self, told: Told) -> None:
        self._told = told
        self._asked = says(told.padded(0, len(told.source.tokens)), _ASKS)

    def is_ours(self, match: DateMatch) -> bool:
        part = self._told.part(match)
        if says(part, _LEAVES_JOB) or says(part, _ASKS):
            return True
        return self._asked and _BARE_START.end(self._told.before(match))


_LEAVES_JOB = Cues(
    "quit my job; quit our jobs; quit work; i quit; leave my job; left my job; leaving my job; i"
    " resign; hand in my notice; handed in my notice; give notice; my last day; last working day;"
    " i stop working; i retire; kündige; kündigen; gekündigt; kündigung; letzter arbeitstag; höre"
    " ich auf; ich höre auf; gehe in rente; quitte mon emploi; je démissionne; mijn ontslag; zeg"
    " mijn baan op; dejo mi trabajo; renuncio"
)
_ASKS = Cues(
    "apply; applies; applying; application; applications; we file; i file; hand in the form;"
    " antrag; anträge; antragstellung; antragsfrist; beantragen; beantrage; bewerbung; bewerben"
    " wir; bewerbungsfrist; candidature; dossier de candidature; demande de subvention; aanvraag;"
    " aanvragen; solicitud; solicitamos"
)
"""What the founders do to be let or given something."""
_BARE_START = Cues(
    "start; start on; start is; starts; starts on; begin; begin on; beginning; start am; start:;"
    " beginn; beginn am; anfang am; début; début le; start op; inicio; inicio el"
)


def last_day(match: DateMatch, today: date) -> date | None:
    """Return the last day of "the end of March", in the first year from `today` on where none was
    said; a month alone names no day.
    """
    if match.edge != "end":
        return None
    year = match.year or today.year + (match.month < today.month)
    return date(year, match.month, calendar.monthrange(year, match.month)[1])


def _score(told: Told, match: DateMatch) -> int:
    near = told.clause(match)
    score = {"deadline": 3, "constraint": 0, "stage": 0, "validation": -3}.get(told.key, -1)
    is_only_a_start = _is_only_a_start(told, match)
    if not is_only_a_start and _is_called_latest(told, match):
        score += 2
    if says(near, _MUST) or says(told.before(match, 6), _FIRST):
        score += 2
    if is_only_a_start or _is_counted_from(told, match):
        score -= 4
    if says(_OR_ELSE.sub(" ", near), _TO_BE_MISSED):
        score -= 3
    return score


_OR_ELSE = re.compile(
    r" (?:or|or else|otherwise|else|oder|sonst|sinon|ou|anders|of|si no|o) (?:[^ ]+ ){0,2}"
    r"(?:miss|verpassen|raterons|manquer)(?= )"
)
"""What would be missed if a day were not kept: "ready by 26 March or we miss the season"."""


def _is_called_latest(told: Told, match: DateMatch) -> bool:
    before = told.before(match, 4)
    # nearest in front is what the preposition belongs to
    if AT_LATEST.end(_without_article(before)) or says(told.after(match, 4), _LATEST_BEHIND):
        return True
    return says(before, _LATEST_BEFORE)


def _is_only_a_start(told: Told, match: DateMatch) -> bool:
    """Whether something is under way or holds from a day on, and nothing opens on it."""
    before = told.before(match, 4)
    onwards = says(told.after(match, 2), ("an", "on", "onwards", "geltend", "geldt"))
    if not onwards and not _NOT_THAT.end(before):
        return False
    if says(before, ("fangen", "fange", "fängt")) or _OPEN_FROM.end(before):
        return False
    return not (_HAS_TO.begin(told.after(match)) or says(told.after(match, 8), _ON_OFFER))


def _is_counted_from(told: Told, match: DateMatch) -> bool:
    """Whether work begins on a day and the sentence counts the weeks from then: "we start on
    11 January, and the first user works with it after 30 weeks at most".
    """
    sentence = told.source.sentence(match.first)
    following = told.within(SpanMatch, match.last, match.last + FAR)
    return says(told.clause(match), _WORK_BEGINS) and any(
        span.weeks and told.source.sentence(span.first) == sentence and is_limit(told, span)
        for span in following
    )


_WORK_BEGINS = Cues(
    "we start; i start; we begin; i begin; work starts; work begins; fangen wir; wir fangen; fange"
    " ich; ich fange; wir starten; starten wir; wir beginnen; beginnen wir; legen wir los; geht es"
    " los; geht's los; on commence; nous commençons; beginnen we; we beginnen; empezamos"
)
_LATEST_BEFORE = ("by", "uiterlijk", "spätestens", "bis", "tardar", "latest", "plus tard")
_LATEST_BEHIND = (
    "at the latest", "spätestens", "au plus tard", "a más tardar", "uiterlijk", "latest",
)  # fmt: skip
_TO_BE_MISSED = (
    "will miss", "miss", "verpassen", "schaffen wir nicht", "too early", "zu früh", "raterons",
    "manquer",
)  # fmt: skip


_ON_OFFER = Cues(
    "offen; geöffnet; open; live; online; buchbar; erhältlich; available; ouvert; disponible"
)
_HAS_TO = Cues(
    "muss; müssen; soll; sollen; must; has to; have to; doit; doivent; moet; moeten; debe"
)
_OPEN_FROM = Cues(
    "runs from; running from; open from; opens from; offen ab; geöffnet ab; läuft ab; läuft vom;"
    " ouvert à partir du; ouvert dès le; open vanaf; abierto desde el"
)
_FIRST = Cues("first; erste; erster; ersten; erstes; premier; première; eerste; primer; primera")
"""The first of what is offered on a day makes it the day by which it is ready."""


def _without_article(before: str) -> str:
    words = before.split()
    if words and words[-1] in ("the", "dem", "den", "le", "de", "el"):
        words.pop()
    return f" {' '.join(words)} "


_START = Cues(
    "start on; start from; begin on; can start; cannot start before; not before; earliest; at the"
    " earliest; frühestens; können ab; anfangen ab; starten ab; beginnen ab; au plus tôt;"
    " commencer; op zijn vroegst; beginnen vanaf; empezar; from; ours from; available from; ab dem;"
    " ab; vanaf; à partir du; a partir del; desde el"
)
_START_OF_WORK = Cues(
    "money; grant; start; begin; back; work; geld; förderung; anfangen; beginnen; zeit; argent;"
    " commencer; empezar; dinero; ours; gilt; available"
)


def read_start(reading: Reading) -> Fact[date]:
    """Return the first day on which work can begin, where it is said so."""
    for told in reading.pick(("deadline", "team", "constraint", "budget")):
        for match in told.each(DateMatch):
            day = match.on(reading.today)
            if day is None or day < reading.today:
                continue
            if _START.end(told.before(match)) and says(told.around(match), _START_OF_WORK):
                return read(day, told.span(match.start, match.end))
    return Fact()


def days_of(match: DateRangeMatch, today: date) -> tuple[date | None, date | None]:
    """Return the first and the last day of a stretch; an end that is told without a year comes
    after the beginning.
    """
    begin, end = match.begin.on(today), match.end_date.on(today)
    if begin and end and end < begin and match.end_date.year is None:
        end = match.end_date.on(begin)
    return begin, end


def weeks_between(match: DateRangeMatch, today: date) -> Decimal | None:
    """Return the whole weeks from one day to the other, the nearest number of them."""
    begin, end = days_of(match, today)
    if begin is None or end is None or end <= begin:
        return None
    return Decimal(round((end - begin).days / 7)) or None
