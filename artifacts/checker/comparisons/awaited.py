"""Money that waits for something: which part of whose money comes only after what, in the founder's
words, and whether a text has it earlier or whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.bare_amounts import ON_FUNDS
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.fractions import parts_named
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.remembered import remembered
from artifacts.facts.grammar.matches import DateMatch, MoneyMatch, NumberMatch, ShareMatch
from artifacts.facts.grammar.sets import word_set

_WAITS = cues.Cue("""
    only when, only once, only after, only against, only if, only on, only comes on, until, when
    once, after, against, on delivery, on completion, upon, as soon as
    erst wenn, erst , wenn, erst nach, erst im, erst nachdem, sobald, nach, gegen, erst auf, wenn
    bis zum, bis zur, bis
    seulement après, seulement à, seulement au, seulement lors, une fois, quand, après, sur factures
    sur présentation, sur bilan
    sur justificatifs, sur rapport, contre, dès que
    pas na, pas als, pas in, pas wanneer, zodra, tegen, na, wanneer
    sólo cuando, cuando, contra, después de, tras, una vez que, hasta
    """)
"""Words in front of what money waits for."""
_ONLY = cues.Cue("""
    only when, only once, only after, only afterwards, only against, only if, only on, only comes
    second only, erst, seulement après, seulement quand, seulement à, seulement au, seulement lors
    pas na, pas als, pas in, pas wanneer
    sólo cuando, sólo después, solo cuando, solo después
    """)
"""Those that say it without a verb."""
_AT_FIRST = cues.Cue("""
    when we sign, on signing, on signature, at the start, now, straight away, jetzt, gleich, sofort
    bei unterschrift, au démarrage, à la signature, bij ondertekening, al firmar, al principio
    """)
_SENT = cues.Cue("""
    sends, comes in, arrives in, kommt im, schickt, verse en, envoie, komt in, stuurt, manda, envía
    llega en, llegan en
    """)
"""Verbs of money that comes in a month."""
_OF_WHICH = cues.Cue("of which, of it, of that, davon, dont, waarvan, de los cuales, de las cuales")
_HELD_BACK = cues.Cue("""
    hold back, holds back, held back, holding back, keep back, keeps back, kept back, retain*
    withhold*, withheld, sit on, sits on, keep, keeps, behält, behalten, zurückbehalten, einbehalten
    einbehält, zurückhält, zurückhalten, zurückgehalten, hält, zurück
    retient, retiennent, retenu*, garde, gardent, houdt, achterhouden, ingehouden
    retien*, retenid*
    """)
_COMES = cues.Cue("""
    release*, draw, draws, drawn, refund*, reimburse*, gives back, get, gets, receive*, disburse*
    zahlt, gibt, kommt, kommen, fließt, bekommen, bekomme, rembourse*, libère, débloque*
    geeft, komt, krijg*, libera*, desembols*, manda*, moitié, half, hälfte, helft, mitad
    """)
_SPENT = cues.Cue("""
    drawn, draw, draws, used, use, uses, spent, spend, finances, pays for, buys, drawn on, released
    paid out, is paid, disbursed, transferred, overgemaakt, gestort, available, at * disposal
    at the disposal, on hand
    gebaut, umgebaut, gekauft, angeschafft, built, bought
    bezahlt, ausgegeben, verwendet, abgerufen, ausgezahlt, überwiesen, verfügbar, verfügung, bereit
    utilisé*, dépensé*, débloqué*, versé*, disponible*, uitgegeven, gebruikt, beschikbaar, opgenomen
    complet*, gastad*, usad*, disponible*, completo*
    """)
_WHOLE = cues.Cue("""
    in a single, single instalment, one instalment, single payment, nothing is held back
    nothing is kept back, to the last, the full, in full, its full, all of its, complete, completely
    pays all, pay all, completos, completas, íntegr*, die vollen, den vollen, die ganzen
    die kompletten, ungekürzt
    bis auf den letzten, en totalité, en entier, intégral*, en une seule, voltallig, volledig
    in één keer, en un solo
    """)
_ON_SIGNING = cues.Cue("""
    on signature, on signing, upon signing, upon signature, when the contract is signed
    at signing, with the signature, mit der unterschrift, bei unterzeichnung, bei der unterschrift
    nach der unterschrift, sobald der vertrag unterschrieben, à la signature, dès la signature
    bij ondertekening, bij de ondertekening, a la firma, al firmar, with the approval
    mit der zusage, mit dem bescheid
    """)
_ALREADY = cues.Cue("""
    already, schon, bereits, déjà, er al, al overgemaakt, al gestort, al betaald, al vanaf, al in
    ya, desde
    """)
_EVEN_WITHOUT = cues.Cue("""
    even without, even with no, even if no, with or without, regardless of, whether or not, although
    even though, not yet, auch ohne, selbst ohne, mit oder ohne, unabhängig von, obwohl
    même sans, avec ou sans, quoique, bien que, ook zonder, met of zonder, ongeacht, hoewel
    incluso sin, aun sin, con o sin, aunque
    """)
_GRANT_AFTER = cues.Cue("""
    subsidy after, grant after, subsidy on, grant on, zuschuss nach, förderung nach
    subvention après, aide après, subsidie na, subvención después, ayuda después
    """)
"""Money and what it waits for, without a verb: "a 6 lakh subsidy after commissioning"."""
_EVENT_WORDS = 9
"""Words behind "only when" that name what money waits for."""


@dataclass(frozen=True)
class Awaited:
    """A part of a sum that waits for something, as the founder tells it."""

    whole: Decimal
    part: Decimal
    giver: frozenset[str]
    event: frozenset[str]
    told: Sentence
    by_date: bool
    """Whether it comes on a day, which may be before the first of anything."""


@remembered
def awaited_of(known: Knowledge) -> tuple[Awaited, ...]:
    """Return what money waits for in the founder's words."""
    return tuple(_awaited(known))


def _awaited(known: Knowledge) -> Iterator[Awaited]:
    if known.sheet.budget.value is None:
        return
    funds = [k for k in known.money if k.answer in ON_FUNDS]
    for key in ON_FUNDS:
        for sentence in known.told[key]:
            for clause in _clauses_of_waiting(sentence):
                if _says_that_it_waits(clause):
                    yield from _of_clause(funds, clause)


def _clauses_of_waiting(sentence: Sentence) -> Iterator[Clause]:
    """Yield the clauses, with what follows "only" or "erst" as part of its clause."""
    clauses = sentence.clauses
    for at, clause in enumerate(clauses):
        is_open = clause.words.endswith(_OPEN) and at + 1 < len(clauses)
        yield Clause(sentence, clause.first, clauses[at + 1].last) if is_open else clause


_OPEN = (" erst ", " only ", " seulement ", " pas ", " sólo ", " solo ")


def _says_that_it_waits(clause: Clause) -> bool:
    rest = clause.find(cues.THE_REST)
    # "A quarter on signing and the rest against invoices" is about the rest.
    words = clause.words[rest.end() :] if rest else clause.words
    if clause.says(cues.NOT_COUNTED) or _AT_FIRST(words):
        return False
    if rest and _WAITS(words):
        return True
    if clause.says(_ONLY) or _comes_on_a_day(clause):
        return True
    moves = (_HELD_BACK, _COMES, cues.ARRIVES, cues.GIVES_MONEY)
    if not clause.says(_WAITS):
        return False
    # "A third of that after the report" has no verb.
    is_told = any(clause.says(cue) for cue in moves) or clause.says(_GRANT_AFTER)
    return is_told or _share_in(clause) < 1


def _comes_on_a_day(clause: Clause) -> bool:
    return clause.says(_SENT) and any(clause.each(DateMatch)) and any(clause.each(MoneyMatch))


def _of_clause(funds: list[Known], clause: Clause) -> Iterator[Awaited]:
    fund = _fund_of(funds, clause)
    waits = clause.find(_ONLY) or clause.find(_WAITS)
    waits = waits or clause.find(_SENT)
    if fund is None or waits is None:
        return
    behind = clause.words[waits.end() :].split()[:_EVENT_WORDS]
    event = clause.sentence.stems_of(" ".join(behind)) - SAY_LITTLE
    about = fund.clause.stems | clause.sentence.stems_of(clause.words[: waits.start()])
    part = _part_that_waits(funds, fund, clause)
    if part and (event or part < fund.amount):
        giver, by_date = about - SAY_LITTLE - event, any(clause.each(DateMatch))
        yield Awaited(fund.amount, part, giver, event, clause.sentence, by_date)


def _fund_of(funds: list[Known], clause: Clause) -> Known | None:
    """Return the amount that a clause is about: the last in front of it, or one whose giver it
    names.
    """
    beside = (k for k in funds if k.sentence is clause.sentence)
    mine = [k for k in beside if k.clause.first <= clause.first]
    if clause.says(_HELD_BACK) or clause.says(_OF_WHICH):
        mine = _wholes(mine, clause) or _counted_in(funds, clause) or mine
    mine = mine or _named_first(funds, clause.sentence)
    return max(mine, key=lambda k: (k.clause.first, k.amount), default=None)


def _wholes(funds: list[Known], clause: Clause) -> list[Known]:
    """Return those of some amounts that a part may be held back of: all in a clause that names the
    part, too ("8,000 from a council that holds back 2,000"), else those in front of it.
    """
    inside = [k for k in funds if k.clause.first == clause.first]
    return inside if len(inside) > 1 else [k for k in funds if k.clause.first < clause.first]


def _named_first(funds: list[Known], sentence: Sentence) -> list[Known]:
    """Return the funds whose giver a sentence names before any other."""
    named = (sentence.stems_of(word) - SAY_LITTLE for word in sentence.words.split())
    found = ([k for k in funds if k.clause.stems & stems] for stems in named)
    return next(filter(None, found), [])


def _counted_in(funds: list[Known], clause: Clause) -> list[Known]:
    """Return the funds that a clause calls by their thousands: "out of the twenty"."""
    numbers = {n.value for n in clause.each(NumberMatch)}
    units = (_THOUSAND, _THOUSAND * _THOUSAND)
    return [k for k in funds if any(k.amount == n * unit for n in numbers for unit in units)]


def _part_that_waits(funds: list[Known], fund: Known, clause: Clause) -> Decimal:
    """Return how much of a fund waits: an amount or a share that the clause names, or all of it."""
    mine = (k for k in funds if k.sentence is clause.sentence)
    amounts = (k.amount for k in mine if k.clause.first == clause.first)
    less = [amount for amount in amounts if amount < fund.amount]
    if less:
        return less[-1]
    share = _share_of_rest(fund, clause) if clause.says(cues.THE_REST) else _share_in(clause)
    return fund.amount * share


def _share_of_rest(fund: Known, clause: Clause) -> Decimal:
    """Return what the parts that a sentence names of a sum leave of it."""
    first = fund.clause.first
    named = (n.part / n.whole for n in parts_named(clause.sentence) if n.last > first)
    # A half is one of the parts.
    shares = (s for s in clause.sentence.each(ShareMatch) if s.first >= first and not s.worded)
    return Decimal(1) - sum((*named, *(share.percent / 100 for share in shares)))


def _share_in(clause: Clause) -> Decimal:
    """Return the part of a sum that a clause names, a half where the sum comes in equal parts."""
    source = clause.sentence.source
    found = (s for s in clause.each(ShareMatch) if source.word(s.last) not in _INTEREST)
    shares = [share.percent / 100 for share in found]
    if clause.sentence.says(cues.IN_EQUAL_PARTS) and not shares:
        return Decimal("0.5")
    parts = (n for n in parts_named(clause.sentence) if clause.first <= n.first < clause.last)
    shares += [n.part / n.whole for n in parts]
    return next(iter(shares), Decimal(1))


_INTEREST = word_set("interest zins zinsen intérêt intérêts rente interés intereses")
"""Words behind a share that is no part of a sum: "at 3 % interest"."""


def comes_early(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder said money waits for, where a sentence has it before that, or all of
    it where a part waits; else "".
    """
    told = awaited_of(known)
    if not told or sentence.says(cues.CONDITIONAL):
        return ""
    is_less = cues.LESS(cues.IN_ONE_SUM.without(sentence.words))
    if is_less and not sentence.says(_EVEN_WITHOUT):
        return ""
    return next((a.told.text for a in told if _is_early(known, sentence, a)), "")


def _is_early(known: Knowledge, sentence: Sentence, awaited: Awaited) -> bool:
    amounts = amounts_named(sentence)
    whole = {awaited.whole, _all_the_money(known)}
    if not _speaks_of(sentence, awaited, amounts, whole):
        return False
    if sentence.says(_EVEN_WITHOUT) and awaited.event & sentence.stems:
        return True
    there = amounts & left_without(known)
    if awaited.giver & sentence.stems:
        # There may be £12,000 of savings, and as much of a bank that waits.
        there -= whole
    if there or _names_part_there(sentence, awaited):
        return False
    if awaited.event & _stems_behind(cues.BEFORE, sentence):
        return not sentence.negated
    if awaited.event & _stems_behind(cues.EVENT, sentence):
        return False
    if _comes_whole(sentence, awaited, amounts & whole):
        return not sentence.negated or sentence.says(_WHOLE)
    return _comes_at_once(sentence, awaited, amounts) or _is_given_at_once(sentence, awaited)


def _all_the_money(known: Knowledge) -> Decimal:
    budget = known.sheet.budget.value
    assert budget is not None
    return budget.amount


def _names_part_there(sentence: Sentence, awaited: Awaited) -> bool:
    """Whether a sentence speaks of the part of a sum that waits for nothing: "half of it comes
    before the test".
    """
    parts = [n.part / n.whole for n in parts_named(sentence)]
    parts += [share.percent / 100 for share in sentence.each(ShareMatch)]
    return any(part * awaited.whole == awaited.whole - awaited.part for part in parts)


def _speaks_of(
    sentence: Sentence, awaited: Awaited, amounts: set[Decimal], whole: set[Decimal]
) -> bool:
    """Whether a sentence says that a sum, or money of whom it comes from, is there or is spent."""
    is_named = amounts & {*whole, awaited.part}
    if not is_named and (amounts or not awaited.giver & sentence.stems):
        return False
    return any(sentence.says(cue) for cue in (_SPENT, cues.ARRIVES, cues.GIVES_MONEY, cues.NOW))


def _comes_whole(sentence: Sentence, awaited: Awaited, sums: set[Decimal]) -> bool:
    """Whether a sentence has all of a sum come of which a part waits."""
    in_full = any(sentence.says(cue) for cue in (_WHOLE, cues.IN_ONE_SUM, cues.ALL_OF_IT))
    words = {sentence.source.word(m.first - 1) for m in sentence.each(MoneyMatch)}
    if not sums or not (in_full or words & _ALL):
        return False
    return any(one > awaited.part for one in sums) or sentence.says(cues.NOW)


def _comes_at_once(sentence: Sentence, awaited: Awaited, amounts: set[Decimal]) -> bool:
    """Whether a sentence has the part that waits come as the first thing; one half is like the
    other.
    """
    if sentence.negated or awaited.part * 2 == awaited.whole:
        return False
    if awaited.part < awaited.whole and awaited.whole in amounts and sentence.says(_ON_SIGNING):
        return True
    if awaited.part not in amounts:
        return False
    at_once = (_ALREADY,) if awaited.by_date else (_ON_SIGNING, _ALREADY, cues.NOW, cues.AHEAD)
    return any(sentence.says(cue) for cue in at_once)


def _is_given_at_once(sentence: Sentence, awaited: Awaited) -> bool:
    """Whether a clause has those whose money waits give it as the first thing, all of it."""
    if sentence.negated or awaited.part != awaited.whole:
        return False
    at_once = (_ALREADY,) if awaited.by_date else (_ON_SIGNING, _ALREADY, cues.NOW, cues.AHEAD)
    return any(
        awaited.giver & clause.stems and any(clause.says(cue) for cue in at_once)
        for clause in sentence.clauses
        if any(clause.says(cue) for cue in _GIVEN)
    )


_GIVEN = (_SPENT, cues.ARRIVES, cues.GIVES_MONEY)


def left_without(known: Knowledge) -> frozenset[Decimal]:
    """Return what is there of the money before any of it comes that waits, with its parts."""
    budget = known.sheet.budget.value
    told = awaited_of(known)
    if budget is None or not told:
        return frozenset()
    parts = {a.whole: a.part for a in told}
    left = {whole - part for whole, part in parts.items()}
    return frozenset({budget.amount - sum(parts.values()), *left} - {Decimal(0)})


_ALL = word_set("all entire full whole alle sämtliche gesamten vollen ganzen hele volledige")
"""Words right in front of an amount by which no part of it is missing."""


def is_whole_of_part(sentence: Sentence, match: MoneyMatch) -> bool:
    """Return whether an amount only says what another one is a part of: "2,700 of the 3,200"."""
    before = sentence.in_front(match)
    if not _ALL_OF.isdisjoint(before.split()):
        return False
    found = cues.PART_OF.search(before)
    return found is not None and not before[found.end() :].strip()


_ALL_OF = frozenset(("all", "whole", "totalité", "intégralité", "ensemble", "gesamtheit"))
"""Words in front of "of the 22,000" by which no part of it is meant."""


def amounts_named(sentence: Sentence) -> set[Decimal]:
    """Return the amounts of a sentence, and those that "its two million" stands for; not those of
    which only a part is meant.
    """
    found = set()
    for match in sentence.each(MoneyMatch):
        if not is_whole_of_part(sentence, match):
            found.add(match.amount)
    numbers = (n.value for n in sentence.each(NumberMatch) if n.value >= _THOUSAND)
    return found | set(numbers)


_THOUSAND = 1000


def _stems_behind(cue: cues.Cue, sentence: Sentence) -> frozenset[str]:
    """Return the stems of what follows one of the phrases in a sentence."""
    found = cue.search(sentence.words)
    behind = sentence.words[found.end() :].split()[:_EVENT_WORDS] if found else []
    return sentence.stems_of(" ".join(behind)) - SAY_LITTLE
