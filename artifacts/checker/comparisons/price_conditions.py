"""Conditions of a price that a text turns round: what is free in a case, at first or for somebody,
one price where there are several, and a fee denied that our answers ask for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.bill_terms import per_of
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.paying import SAY_LITTLE, spoken_of
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.remembered import remembered
from artifacts.checker.stems import stems_of
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch, PlaceMatch

_CHARGED = cues.Cue("""
    payable, charged, is billed, are billed, is invoiced, has to be paid, must be paid, costs, cost
    fällig, berechnet, in rechnung, muss bezahlt, kostet, kosten, zu zahlen, dû, due, facturé*
    coûte, coûtent, verschuldigd, gerekend, kost, kosten, se cobra, se paga, cuesta
    """)
_NOT_IN_THAT_CASE = cues.Cue("""
    after, later, beyond, over, above, more than, unless, from the second, otherwise, nach, danach
    ab dem, ab der, über, mehr als, sonst, später, après, au-delà, plus de, sinon, na, meer dan
    anders, después, más de, más allá
    """)
"""Words by which a text speaks of another case than the free one."""
_ONE_PRICE = cues.Cue("""
    one flat fee, a flat fee, single flat, one single price, a single price, one price, flat price
    without exception, no exceptions, cost * * the same, cost * the same
    costs * the same, cost the same
    costs the same, pays the same, pay the same, einheitlich*, ein einziger preis, ein preis für
    ausnahmslos, ohne ausnahme, kosten gleich viel, dasselbe, tarif unique, prix unique
    gleich viel, den gleichen preis, denselben preis, the same price, même tarif, dezelfde prijs
    sans exception, le même prix, eenheidsprijs, zonder uitzondering, hetzelfde, precio único
    sin excepción, lo mismo
    """)
_FEE = re.compile(
    r" (?:fees?|charges?|contribution|[^ ]*gebühr(?:en)?|[^ ]*beitrag|[^ ]*miete|frais|redevance"
    r"|vergoeding|tarief|tarifa|cuota|cargo) "
)
_EXTRA = cues.Cue("""
    extra, additional, booking, hidden, zusätzliche, zusätzlich, versteckte, supplémentaire*
    bijkomende, adicional*
    """)
_NO_MORE = cues.Cue("""
    no further, without further, without any further, no other, keine weiteren, keine weitere
    ohne weitere, dass weitere, sans autres, sans autre, aucun autre, geen verdere, zonder verdere
    sin más
    """)
_BORNE_BY = re.compile(
    r" (?:deducted from|taken from|withheld from|kept from|borne by|charged to|paid by|billed to"
    r"|at the expense of|abgezogen von|getragen von|bezahlt von|zu lasten|à la charge|prélevé sur"
    r"|payé par|ten laste van|betaald door|a cargo de|pagado por) (?P<who>(?:[^ ]+ ){1,4})"
)
_BEARS = re.compile(
    r" (?P<who>(?:[^ ]+ ){1,4})(?:contributes?|bears?|chips? in|pays?|beteiligt sich|trägt|zahlt"
    r"|steuert|contribue|supporte|paie|draagt|betaalt|contribuye|paga|aporta) "
)


def free_in_that_case(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's words that something is free in a case where a sentence charges it in
    the same case; else "".
    """
    if sentence.negated or sentence.says(cues.FREE):
        return ""
    if said := _said_of_the_same(known, sentence):
        return said
    if not sentence.says(_CHARGED):
        return ""
    if sentence.says(_NOT_IN_THAT_CASE):
        return ""
    for told in known.told["price"]:
        if any(told.each(MoneyMatch)) or not told.says(cues.FREE) or told.negated:
            continue
        own = told.stems - SAY_LITTLE
        shared = own & sentence.stems
        if len(shared) >= _SAME_CASE and 2 * len(shared) > len(own):
            return told.text
    return ""


def _said_of_the_same(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's words that who does something pays nothing, where a sentence has them
    pay an amount.
    """
    who = _WHO_DOES.match(sentence.words) if any(sentence.each(MoneyMatch)) else None
    if who is None or not sentence.says(cues.PAY):
        return ""
    does = stems_of(who["does"], known.language)
    for told in known.told["price"]:
        same = _WHO_DOES.match(told.words) if told.says(cues.FREE) else None
        if same and does and does == stems_of(same["does"], known.language):
            return told.text
    return ""


_WHO_DOES = re.compile(
    r" (?:who|whoever|anybody who|anyone who|those who|wer|qui|celui qui|ceux qui|wie|quien"
    r"|quienes) (?P<does>[^,;:.]+?) ,? ?"
    r"(?=(?:pays?|zahlt|zahlen|paie|paient|betaalt|betalen|paga|pagan) )"
)
"""Beginnings of a sentence on what those pay who do something."""
_SAME_CASE = 2
"""How many words a sentence shares with a case that it charges, at least."""


def one_price_for_several(known: Knowledge, sentence: Sentence) -> str:
    """Return the other price that our answers name where a sentence has one for all."""
    if not sentence.says(_ONE_PRICE) or cues.NEGATION(_ONE_PRICE.without(sentence.words)):
        return ""
    others = (k for k in _other_prices(known, sentence) if _is_for_some(k, sentence))
    return next((k.sentence.text for k in others), "")


def _other_prices(known: Knowledge, sentence: Sentence) -> list[Known]:
    """Return our prices in the currency of one that a sentence names, but for that one."""
    amounts = {match.amount for match in sentence.each(MoneyMatch)}
    prices = [k for k in known.money if k.answer == "price" and not k.is_bare]
    units = {k.unit for k in prices if k.amount in amounts}
    return [k for k in prices if k.amount not in amounts and k.unit in units]


def _is_for_some(other: Known, sentence: Sentence) -> bool:
    """Whether a price is for what a sentence names, or for some of those who pay."""
    if _is_limit(other):
        return False
    things = per_of(other)
    return bool(things & sentence.stems) or (not things and other.clause.says(cues.PAY))


def _is_limit(said: Known) -> bool:
    cases = (cues.CAP, cues.FLOOR, cues.WE_PAY, cues.ON_TOP, cues.CHEAPER)
    return any(said.clause.says(cue) for cue in cases)


def fee_denied(known: Knowledge, sentence: Sentence) -> str:
    """Return a price of ours where a sentence says that there is no such fee, or none besides."""
    no_more = sentence.has(MoneyMatch) and sentence.says(_NO_MORE)
    for clause in sentence.clauses if sentence.negated or no_more else ():
        is_denied = clause.says(cues.NEGATION) or (no_more and clause.says(_NO_MORE))
        if not is_denied or clause.says(_EXTRA) or not _FEE.search(clause.words):
            continue
        about = sentence.stems if no_more else clause.stems
        if said := _fee_of(known, sentence, clause, about - SAY_LITTLE):
            return said.sentence.text
    return _ends_with_first(known, sentence)


def _fee_of(
    known: Knowledge, sentence: Sentence, clause: Clause, about: frozenset[str]
) -> Known | None:
    """Return our price for what a clause denies a fee of, or for the month or year it names."""
    about -= sentence.stems_of(_FEES_BY_NAME)
    period = _PERIOD_OF_FEE.search(clause.words)
    if period is None:
        return next(_fees_of(known, sentence, about), None)
    about -= sentence.stems_of(period.group())
    return next(_fees_of(known, sentence, about, period.lastgroup), None)


_FEES_BY_NAME = "fee fees charge charges gebühr beitrag frais vergoeding tarief tarifa cuota"
_PERIOD_OF_FEE = re.compile(
    r" (?:(?P<month>monthly|monats[^ ]*|monatliche[^ ]*|mensuel[^ ]*|maandelijkse|mensual)"
    r"|(?P<year>yearly|annual|jahres[^ ]*|jährliche[^ ]*|annuel[^ ]*|jaarlijkse|anual))(?= )"
)


def _ends_with_first(known: Knowledge, sentence: Sentence) -> str:
    """Return a price of ours that is paid again and again where a sentence has nothing be paid
    after one that is paid once.
    """
    if not sentence.says(_NOTHING_AFTER):
        return ""
    amounts = {match.amount for match in sentence.each(MoneyMatch)}
    named = [k for k in known.money if k.answer == "price" and k.amount in amounts]
    if any(map(_is_paid_again, named)):
        return ""
    # Others may well pay each month: only what is told together is paid by the same.
    told = [k.sentence for k in named]
    again = (k for k in known.money if k.sentence in told)
    return next((k.sentence.text for k in again if _is_paid_again(k)), "")


def _is_paid_again(said: Known) -> bool:
    return not _EACH_TIME.isdisjoint(said.per)


_EACH_TIME = frozenset(("week", "month", "quarter", "year"))
_NOTHING_AFTER = cues.Cue("""
    nothing after that, nothing afterwards, nothing more, nothing else, never anything again
    free for good, free for ever, free forever, and that is all, danach nichts, danach nie wieder
    nichts weiter, nichts mehr, weiter nichts, sonst nichts, für immer kostenlos, rien ensuite
    rien après, rien de plus, plus rien, daarna niets, verder niets, después nada, nada más
    """)
"""Phrases by which what was paid was the last."""


def _fees_of(
    known: Knowledge, sentence: Sentence, about: frozenset[str], every: str | None = None
) -> Iterator[Known]:
    """Yield our prices for a thing that is spoken of, or of `every` month or year, which a sentence
    does not name.
    """
    amounts = {match.amount for match in sentence.each(MoneyMatch)}
    for said in known.money:
        is_price = said.answer == "price" and not said.is_bare and said.amount not in amounts
        is_of_period = every in said.per and (not about or bool(about & said.clause.stems))
        is_meant = is_of_period or bool(per_of(said) & about)
        if is_price and is_meant and not said.clause.says(cues.NEGATION):
            yield said


def charged_though_free(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's words that somebody pays nothing where a sentence has them bear a
    part.
    """
    nobody = who_pays_nothing(known)
    if not nobody or not sentence.is_certain or sentence.says(cues.FREE):
        return ""
    for clause in sentence.clauses:
        for who in _who_bears(known, clause):
            if who & nobody and (told := _said_free(known, who & nobody)):
                return told
    return ""


@remembered
def who_pays_nothing(known: Knowledge) -> frozenset[str]:
    """Return the stems of those of whom a clause says that they pay nothing, even where they are
    what others pay for.
    """
    named = [_denied_payer(known, clause) for clause in known.clauses_on_paying]
    return frozenset().union(*named) - SAY_LITTLE | known.free_by_price


def _denied_payer(known: Knowledge, clause: Clause) -> frozenset[str]:
    denied = _PAYS_NOTHING.search(clause.words)
    if denied is None or any(number.value > 1 for number in clause.each(NumberMatch)):
        return frozenset()
    before = " ".join(clause.words[: denied.start()].split()[-_SUBJECT:])
    return stems_of(before, known.language) or spoken_of(clause)


_PAYS_NOTHING = re.compile(
    r" (?:pays?|buys?) (?:nothing|zero)| (?:zahlt|zahlen) (?:dafür )?nichts"
    r"| ne pa(?:ie|ient|ye) rien| (?:betaalt|betalen) niets| no pagan? nada| free for(?= )"
)
_SUBJECT = 3
"""Words in front of the verb that name who pays nothing."""


def _who_bears(known: Knowledge, clause: Clause) -> Iterator[frozenset[str]]:
    """Yield the stems of who bears something by a clause that names an amount or a share of it."""
    found = _BORNE_BY.search(clause.words)
    if found:
        yield clause.sentence.stems_of(found["who"]) - SAY_LITTLE
    bears = _BEARS.search(clause.words)
    if bears and any(clause.each(MoneyMatch)) and clause.first == clause.sentence.first:
        who = clause.sentence.stems_of(bears["who"]) - SAY_LITTLE
        if not who & (known.paying - who_pays_nothing(known)):
            yield who


def _said_free(known: Knowledge, who: frozenset[str]) -> str:
    told = (s for s in known.sentences if s.stems & who and s.says(cues.FREE))
    return next((s.text for s in told), "")


_TRAVEL = cues.Cue("""
    travel, trip, drive, driving, mileage, journey, call-out, anfahrt, fahrt, anreise, wegegeld
    fahrtkosten, déplacement, trajet, voorrijkosten, rit, salida, desplazamiento, viaje
    """)
_BY_DISTANCE = cues.Cue("""
    by the mile, per mile, miles driven, kilometres driven, nach kilometern, je kilometer, pro
    kilometer, au kilomètre, per kilometer, por kilómetro, always, every time, in every case, immer
    jedes mal, in jedem fall, toujours, altijd, siempre
    """)


def travel_charged(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's words that the way costs nothing where a sentence charges it."""
    if not sentence.says(_TRAVEL) or sentence.negated:
        return ""
    if sentence.says(cues.FREE) or sentence.says(cues.INCLUDED):
        return ""
    if not any(_charges_travel(clause) for clause in sentence.clauses):
        return ""
    told = (c for s in known.told["price"] for c in s.clauses if c.says(_TRAVEL))
    always = sentence.says(_BY_DISTANCE)
    return next((c.sentence.text for c in told if _is_free(c, always=always)), "")


def _is_free(clause: Clause, *, always: bool) -> bool:
    """Whether a clause says that something costs nothing, at any distance or `always`."""
    said = (cues.FREE, cues.INCLUDED, cues.NEGATION)
    if not any(clause.says(cue) for cue in said):
        return False
    told = clause.sentence
    return always or not (any(told.each(NumberMatch)) or any(told.each(PlaceMatch)))


def _charges_travel(clause: Clause) -> bool:
    found = clause.find(_TRAVEL)
    behind = f" {clause.words[found.end() :].strip()} " if found else ""
    return cues.ON_TOP(behind) or (_CHARGED(behind) and _is_of_money(clause, behind))


def _is_of_money(clause: Clause, behind: str) -> bool:
    """Whether something is charged, and does not only cost time or miles."""
    return any(clause.each(MoneyMatch)) or not cues.COSTS(behind)
