"""The time there is: how many weeks the work may take, where somebody says so."""

from __future__ import annotations

from decimal import Decimal

from artifacts.facts.grammar.matches import SpanMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Reading, Told, read, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.schema import Fact

AT_LATEST = Cues(
    "by; no later than; not later than; at the latest; latest; deadline; due; before; ready on;"
    " ready for; until; bis; bis zum; spätestens; allerspätestens; bis dahin; vor dem; vor; fällig;"
    " stichtag; frist; au plus tard; avant; avant le; d' ici; d'ici; date limite; échéance; jusqu'"
    " au; uiterlijk; voor; vóór; a más tardar; antes de; antes del; fecha límite; para el;"
    " before the"
)
_LIMIT = Cues(
    "within; no more than; not more than; at most; in; in no more than; have; less than; under; up"
    " to; max; maximum; there are; innerhalb von; innerhalb; binnen; höchstens; maximal; in"
    " höchstens; nicht länger als; haben; dürfen; spätestens in; spätestens nach; bleiben; en;"
    " geben wir uns; we give ourselves; nous nous donnons; geven we onszelf; nos damos;"
    " heb ik; hebben we; hebben wij; hoogstens; ten hoogste; nous avons; tenemos solo;"
    " dans; sous; d' ici; au plus; avons; moins de; gives us; leaves us; leave us; gives me; leaves"
    " me; gibt uns; lässt uns; lassen uns; nous laisse; nous laissent; nous donne; geeft ons; laat"
    " ons; nos da; nos deja; laisse; laissent; i've got; we've got; i've; we've; maximaal; hebben;"
    " hooguit; niet meer dan; em; máximo; tenemos; tengo; menos de; como máximo; dentro de; en"
    " menos de; on a; j' ai; there's; only"
)
_GIVEN = Cues(
    "give ourselves; give myself; allow ourselves; allow myself; we give ourselves; i give myself;"
    " we allow ourselves; i allow myself; i give us; geben wir uns; wir geben uns; gebe ich mir;"
    " ich gebe mir; gebe ich uns; ich gebe uns; nous nous donnons; geven we onszelf; nos damos"
)
_READY = Cues(
    "everything; ready; out; live; launch; launched; running; finished; done; built; in all;"
    " altogether; from the start; first version; want to; we want; wollen wir; möchten wir;"
    " serve; bedienen; open; stand; on sale; fertig; stehen; laufen; läuft; eröffnen; starten;"
    " verkauft; erste version; zeit; time; temps; prêt; lancé; ouvrir; terminé; klaar; tijd;"
    " draaien; listo; lista; abrir; funcionar; tiempo; deadline; limit; must; has to; have to;"
    " should; muss; müssen; soll; sollen; doit; moet; tiene que; hay que; to first; to the"
    " first; bis zum ersten; bis zur ersten; until the first; first customer; longer than;"
    " länger als; dann endet; dann läuft; dann ist; then ends; then it ends; après; daarna"
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


def _ends(before: str, cues: tuple[str, ...]) -> bool:
    return any(before.endswith(f" {cue} ") for cue in cues)


def read_duration(reading: Reading) -> Fact[Decimal]:
    """Return the weeks there are in all. A span is a limit only where it is called one."""
    for told in reading.pick(("deadline", "constraint", "idea", "budget", "team")):
        for match in told.each(SpanMatch):
            if match.high is None and match.weeks and is_limit(told, match):
                weeks = (
                    match.weeks.to_integral_value(rounding="ROUND_FLOOR")
                    if match.weeks >= 1
                    else match.weeks
                )
                if weeks <= 520:
                    return read(weeks, told.span(match.start, match.end))
    return Fact()


def is_limit(told: Told, match: SpanMatch) -> bool:
    """Return whether a span is called all the time there is for the work."""
    before = told.before(match, 5)
    refused = _is_of_something_else(told, match, before)
    if told.key == "deadline":
        return not refused or _ends(before, ("have", "haben"))
    if refused or match.unit in ("year", "day") or _ends(before, _ONE_OF_SEVERAL):
        return False
    if _is_called_all(told, match):
        return True
    around, after = told.around(match), told.after(match, 5)
    if _COUNTED_FROM.begin(after) or _from_month(told, match) or _ends_then(told, match):
        return says(around, _READY)
    return _is_called_limit(before) and (says(around, _READY) or says(after, _THEN_OVER))


def _is_of_something_else(told: Told, match: SpanMatch, before: str) -> bool:
    """Whether a span is how long something takes, people wait, or somebody did a thing."""
    if _ONLY_AFTER.end(before) or _LATER.begin(told.after(match)):
        return True
    return _NO_LIMIT.end(before) or says(told.after(match, 2), _NO_LIMIT) or says(before, _WAITS)


_LATER = Cues("later; after that; afterwards; später; danach; darauf; plus tard; después")
"""Behind a span that only leads from one day to another."""
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
    before, after = told.before(match, FAR), told.after(match, 5)
    if says(before, _GIVEN) or _GIVEN.begin(after):
        return True
    near = before + after
    if _is_bounded(told, match) and not says(near, _OF_TEST):
        return True
    if _ALL_THERE_IS.begin(after) or says(told.after(match, FAR), _ALL_BEHIND):
        return True
    if not _COUNTED_FROM.begin(after):
        return False
    return AT_LATEST.end(told.before(match)) or match.first == told.opening(match.first, 8)


def _from_month(told: Told, match: SpanMatch) -> bool:
    """Whether a span is counted from a month: "26 Wochen vom Januar an"."""
    return (
        told.source.word(match.last) in _FROM
        and told.source.word(match.last + 1) in told.source.lexicon.months
    )


_ALL_BEHIND = Cues(
    "that's all the time; that is all the time; that's all i; and no more; mehr nicht; mehr zeit"
    " ist nicht; c'est tout le temps; meer tijd is er niet; no hay más tiempo"
)


def _ends_then(told: Told, match: SpanMatch) -> bool:
    """Whether something else than the test is due behind a span: "after eight weeks", "by then"."""
    before, around = told.before(match), told.around(match)
    if says(around, _OF_TEST):
        return False
    if told.source.lexicon.language == "nl" and _ends(before, ("over",)):
        return True
    return _AFTER.end(before) or says(around, _BY_THEN)


def _is_bounded(told: Told, match: SpanMatch) -> bool:
    """Whether two ends are named: "20 weeks from the go-ahead till the first order", "from A to B
    24 weeks".
    """
    before, after = told.before(match, FAR), told.after(match, FAR)
    if not _FROM.isdisjoint(after.split()[:1]):
        return says(after, _TO)
    if not _FROM & set(before.split()):
        return False
    if says(before, _TO):
        return says(told.after(match, 4), _NO_MORE) or says(told.before(match, 4), _NO_LONGER)
    return _UNTIL.begin(after)


FAR = 20
"""How many words a span may stand from the two ends that it lies between."""
_FROM = word_set("from between ab vom von zwischen entre depuis du dès vanaf tussen van desde de")
_TO = Cues(
    "to; till; until; and the; and first; bis; bis zum; bis zur; und der; und dem; und erstem; und"
    " erster; jusqu' à; jusqu' au; et la;"
    " et le; tot; en de; en het; hasta; y la; y el"
)
_NO_LONGER = Cues(
    "we get; i get; there are; kriegen wir; bekommen wir; on a; nous avons; krijgen we; tenemos;"
    " we allow ourselves; we give ourselves; i allow myself; i give myself; geben wir uns; erlauben"
    " wir uns; gebe ich mir; nous nous donnons; geven we onszelf; nos damos; longer than; länger"
    " als; langer dan; no longer than; not longer than; no more than; not more than; at most; less"
    " than; under; up"
    " to; within; nicht länger als; nicht mehr als; höchstens; maximal; unter; binnen; pas plus"
    " de; moins de; niet langer dan; hoogstens; ten hoogste; no más de; menos de; it may take; it"
    " may be; it is; dürfen es; sind es; bleiben; liegen"
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
_OF_TEST = Cues(
    "test; trial; pilot; probe; probezeit; essai; proef; prueba; if; wenn; si; als er; als de; als"
    " het; als we; als minstens"
)
_COUNTED_FROM = Cues(
    "from the start; from today; from now; from the day; from when; from the first; of the"
    " first; of the go-ahead; after the start; after we start; from signing; of the start; ab"
    " start; ab beginn; ab heute; ab jetzt; ab dem; ab der; nach dem start; nach beginn; nach"
    " start; vom start; à partir; à compter; dès le; après le; vanaf de; vanaf het; vanaf nu;"
    " na de; na het; desde el; desde que; a partir"
)
_THEN_OVER = Cues(
    "then; after that; and then; dann; danach; après; ensuite; puis; daarna; dan; luego; después;"
    " before; bevor; bis; not one more; keine mehr; pas une de plus; niet meer; ni una más; avant;"
    " until; jusqu' à; voordat; antes; to open; pour ouvrir; um zu; left; übrig; and no more; und"
    " nicht mehr"
)
