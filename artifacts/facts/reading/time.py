"""The limit: the day by which it must be ready, or how many weeks there are; and the earliest
start.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from artifacts.facts.grammar.matches import DateMatch, DateRangeMatch, SpanMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Reading, Told, read, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.schema import Fact

_AT_LATEST = Cues(
    "by; no later than; not later than; at the latest; latest; deadline; due; before; ready on;"
    " ready for; until; bis; bis zum; spätestens; allerspätestens; bis dahin; vor dem; vor; fällig;"
    " stichtag; frist; au plus tard; avant; avant le; d' ici; d'ici; date limite; échéance; jusqu'"
    " au; uiterlijk; voor; vóór; a más tardar; antes de; antes del; fecha límite; para el;"
    " before the"
)
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
    " gegründet; founded; not before; nicht vor; pas avant; niet voor"
)
_LIMIT = Cues(
    "within; no more than; not more than; at most; in; in no more than; have; less than; under; up"
    " to; max; maximum; there are; innerhalb von; innerhalb; binnen; höchstens; maximal; in"
    " höchstens; nicht länger als; haben; dürfen; spätestens in; spätestens nach; bleiben; en;"
    " geben wir uns; we give ourselves; nous nous donnons; geven we onszelf; nos damos;"
    " dans; sous; d' ici; au plus; avons; moins de; gives us; leaves us; leave us; gives me; leaves"
    " me; gibt uns; lässt uns; lassen uns; nous laisse; nous laissent; nous donne; geeft ons; laat"
    " ons; nos da; nos deja; laisse; laissent; i've got; we've got; i've; we've; maximaal; hebben;"
    " hooguit; niet meer dan; em; máximo; tenemos; tengo; menos de; como máximo; dentro de; en"
    " menos de; on a; j' ai; there's; only"
)
_GIVEN = Cues(
    "give ourselves; give myself; allow ourselves; allow myself; geben wir uns; wir geben uns; gebe"
    " ich mir; ich gebe mir; nous nous donnons; geven we onszelf; nos damos"
)
_READY = Cues(
    "ready; out; live; launch; launched; running; finished; done; built; in all; altogether; from"
    " the start; first version; want to; we want; wollen wir; möchten wir; serve; bedienen; open;"
    " stand; on sale; fertig; stehen; laufen; läuft; eröffnen; starten; verkauft; erste version;"
    " zeit; time; temps; prêt; lancé; ouvrir; terminé; klaar; tijd; draaien; listo; lista; abrir;"
    " funcionar; tiempo; deadline; limit; must; has to; have to; should; muss; müssen; soll;"
    " sollen; doit; moet; tiene"
    " que; hay que; to first; to the first; bis zum ersten; bis zur ersten; until the first; first"
    " customer; longer than; länger als; dann endet; dann läuft; dann ist; then ends; then it ends;"
    " après; daarna"
)
_NO_LIMIT = Cues(
    "for; since; seit; ago; vor; depuis; il y a; pendant; desde hace; durante; sinds; geleden; old;"
    " alt; experience; erfahrung; expérience; ervaring; experiencia; they say; waiting; wartezeit;"
    " takes; dauert; every; alle; wait; per; notice; each"
)
_WAITS = Cues(
    "wait; waits; waited; waiting; wartet; warten; wartete; warteten; attend; attendent; wacht;"
    " wachten; espera; esperan"
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
    for match in told.each(DateMatch):
        day = match.on(today) or last_day(match)
        if day is not None and day >= today:
            yield _Candidate(told, match, day, _score(told, match))


def last_day(match: DateMatch) -> date | None:
    """Return the last day of "the end of March 2027"; a month alone names no day."""
    if match.edge != "end" or match.year is None:
        return None
    return date(match.year, match.month, calendar.monthrange(match.year, match.month)[1])


def _score(told: Told, match: DateMatch) -> int:
    near = told.clause(match)
    score = {"deadline": 3, "constraint": 0, "stage": 0, "validation": -3}.get(told.key, -1)
    if _is_called_latest(told, match):
        score += 2
    if says(near, _MUST) or says(told.before(match, 6), _FIRST):
        score += 2
    if _is_only_a_start(told, match):
        score -= 4
    if says(near, _TO_BE_MISSED):
        score -= 3
    return score


def _is_called_latest(told: Told, match: DateMatch) -> bool:
    before = told.before(match, 4)
    # nearest in front is what the preposition belongs to
    if _AT_LATEST.end(_without_article(before)) or says(told.after(match, 4), _LATEST_BEHIND):
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
    return not (_HAS_TO.begin(told.after(match, 4)) or says(told.after(match, 8), _ON_OFFER))


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


def _ends(before: str, cues: tuple[str, ...]) -> bool:
    return any(before.endswith(f" {cue} ") for cue in cues)


def read_duration(reading: Reading) -> Fact[Decimal]:
    """Return the weeks there are in all. A span is a limit only where it is called one."""
    for told in reading.pick(("deadline", "constraint", "idea", "budget", "team")):
        for match in told.each(SpanMatch):
            if match.high is None and match.weeks and _is_limit(told, match):
                weeks = (
                    match.weeks.to_integral_value(rounding="ROUND_FLOOR")
                    if match.weeks >= 1
                    else match.weeks
                )
                if 0 < weeks <= 520:
                    return read(weeks, told.span(match.start, match.end))
    return Fact()


def _is_limit(told: Told, match: SpanMatch) -> bool:
    before = told.before(match, 5)
    refused = _is_of_something_else(told, match, before)
    if told.key == "deadline":
        return not refused or _ends(before, ("have", "haben"))
    if refused or match.unit in ("year", "day") or _ends(before, _ONE_OF_SEVERAL):
        return False
    if _is_called_all(told, match) or says(before, _GIVEN):
        return True
    around, after = told.around(match), told.after(match, 5)
    if _COUNTED_FROM.begin(after) or _ends_then(told, match):
        return says(around, _READY)
    return _is_called_limit(before) and (says(around, _READY) or says(after, _THEN_OVER))


def _is_of_something_else(told: Told, match: SpanMatch, before: str) -> bool:
    """Whether a span is how long something takes, people wait, or somebody did a thing."""
    if _ONLY_AFTER.end(before):
        return True
    return _NO_LIMIT.end(before) or says(told.after(match, 2), _NO_LIMIT) or says(before, _WAITS)


_ONLY_AFTER = Cues(
    "only after; not before; erst nach; frühestens nach; seulement après; qu'après; pas na;"
    " sólo después de; solo después de; hasta después de"
)
"""In front of a span: that is when a part of the money comes, and no time for the work."""


def _is_called_limit(before: str) -> bool:
    return says(before, _LIMIT) and not says(before, ("every", "alle"))


_ONE_OF_SEVERAL = ("last", "first", "letzten", "ersten", "derniers")


def _is_called_all(told: Told, match: SpanMatch) -> bool:
    """Whether a span is called all the time there is, whatever is ready then."""
    after = told.after(match, 5)
    near = told.before(match, _FAR) + after
    if _is_bounded(told, match) and not says(near, _OF_TEST):
        return True
    if _ALL_THERE_IS.begin(after):
        return True
    if not _COUNTED_FROM.begin(after):
        return False
    return _AT_LATEST.end(told.before(match, 5)) or match.first == told.opening(match.first, 8)


def _ends_then(told: Told, match: SpanMatch) -> bool:
    """Whether something else than the test is due behind a span: "after eight weeks", "by then"."""
    before, around = told.before(match, 5), told.around(match)
    if says(around, _OF_TEST):
        return False
    if told.source.lexicon.language == "nl" and _ends(before, ("over",)):
        return True
    return _AFTER.end(before) or says(around, _BY_THEN)


def _is_bounded(told: Told, match: SpanMatch) -> bool:
    """Whether two ends are named: "20 weeks from the go-ahead till the first order", "from A to B
    24 weeks".
    """
    before, after = told.before(match, _FAR), told.after(match, _FAR)
    if after.split()[:1] and after.split()[0] in _FROM:
        return says(after, _TO)
    if not _FROM & set(before.split()):
        return False
    if says(before, _TO):
        return says(told.after(match, 4), _NO_MORE) or says(told.before(match, 4), _NO_LONGER)
    return _UNTIL.begin(after)


_FAR = 20
"""How many words a span may stand from the two ends that it lies between."""
_FROM = word_set("from between ab vom von zwischen entre depuis du dès vanaf tussen van desde de")
_TO = Cues(
    "to; till; until; and the; bis; bis zum; bis zur; und der; und dem; jusqu' à; jusqu' au; et la;"
    " et le; tot; en de; en het; hasta; y la; y el"
)
_NO_LONGER = Cues(
    "we get; i get; there are; kriegen wir; bekommen wir; on a; nous avons; krijgen we; tenemos;"
    " we allow ourselves; we give ourselves; i allow myself; i give myself; geben wir uns; erlauben"
    " wir uns; gebe ich mir; nous nous donnons; geven we onszelf; nos damos; longer than; länger"
    " als; langer dan; no longer than; not longer than; no more than; not more than; at most; less"
    " than; under; up"
    " to; within; nicht länger als; nicht mehr als; höchstens; maximal; unter; binnen; pas plus"
    " de; moins de; niet langer dan; no más de; menos de; it may take; it may be; it is; dürfen"
    " es; sind es; bleiben; liegen"
)
_ALL_THERE_IS = Cues(
    "is all we have; is all i have; is all there is; are all we have; is what we have; is what i"
    " have; are what we have; haben wir; habe ich; bleiben uns; bleiben mir; sind alles; ist"
    " alles; nous restent"
)
_UNTIL = Cues("till; until; to the first; bis; bis zum; bis zur; jusqu' à; jusqu' au; tot; hasta")
_NO_MORE = Cues(
    "not more; no more; at most; nicht mehr; mehr nicht; höchstens; pas plus; niet meer; no más; y"
    " no más"
)
_AFTER = Cues("after; nach; après; au bout de; na; después de; al cabo de; a las; inside; innert")
_BY_THEN = Cues(
    "by then; by the end of it; bis dahin; d' ici là; d'ici là; tegen die tijd; para entonces"
)
_OF_TEST = Cues("test; trial; pilot; probe; probezeit; essai; proef; prueba; if; wenn; si; als")
_COUNTED_FROM = Cues(
    "from the start; from today; from now; from the day; from when; from the first; after the"
    " start; after we start; from signing; of the start; ab start; ab beginn; ab heute; ab jetzt;"
    " ab dem; ab der; nach dem start; nach beginn; nach start; vom start; à partir; à compter; dès"
    " le; après le; vanaf de; vanaf het; vanaf nu; na de; na het; desde el; desde que; a partir"
)
_THEN_OVER = Cues(
    "then; after that; and then; dann; danach; après; ensuite; puis; daarna; dan; luego; después;"
    " before; bevor; bis; not one more; keine mehr; pas une de plus; niet meer; ni una más; avant;"
    " until; jusqu' à; voordat; antes; to open; pour ouvrir; um zu; left; übrig; and no more; und"
    " nicht mehr"
)


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
            before = told.before(match, 4)
            if _START.end(before) and says(told.around(match), _START_OF_WORK):
                return read(day, told.span(match.start, match.end))
    return Fact()


def weeks_between(match: DateRangeMatch, today: date) -> Decimal | None:
    """Return the whole weeks from one day to the other, the nearest number of them."""
    begin, end = match.begin.on(today), match.end_date.on(today)
    if begin is None or end is None or end <= begin:
        return None
    return Decimal(round((end - begin).days / 7)) or None
