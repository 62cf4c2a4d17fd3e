"""Who pays whom: whether a text turns round what the founder says."""

from __future__ import annotations

from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.derivations import derivation
from artifacts.checker.figures_told import PERCENT, Known
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.paying import SAY_LITTLE, is_elliptic
from artifacts.checker.stems import stems_of
from artifacts.facts.grammar.matches import FractionMatch, MoneyMatch, NumberMatch, ShareMatch

_SPENT_IN = ("problem", "workaround")
"""Answers whose amounts nobody pays to us."""


def swapped_payer(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's sentence where we pay somebody an amount that is said to be paid by
    them; else "".
    """
    for match in sentence.each(MoneyMatch):
        clause = sentence.clause_of(match)
        payer = _in_front_of_pay(clause)
        if not payer or clause.says(cues.NEGATION):
            continue
        for said in known.money:
            receiver = _paid_by_us(said.clause) if said.amount == match.amount else frozenset()
            if receiver and payer <= receiver:
                return said.sentence.text
    return ""


def paid_by_another(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's sentence where an amount is somebody's, and the text has somebody else
    pay it who pays another amount or nothing; else "".
    """
    for match in sentence.each(MoneyMatch):
        clause = sentence.clause_of(match)
        payer = _in_front_of_pay(clause) - SAY_LITTLE
        if not payer or clause.says(cues.NEGATION) or clause.says(cues.WE_PAY):
            continue
        said = [k for k in known.money if k.answer == "price" and k.amount == match.amount]
        payers = [_in_front_of_pay(k.clause) - SAY_LITTLE for k in said]
        if said_by_us := [k for k in known.money if k.amount == match.amount]:
            ours = all(k.clause.says(cues.WE_PAY) for k in said_by_us)
            if ours and not cues.OURSELVES.begin(clause.words):
                return said_by_us[0].sentence.text
        others = (
            known.payers_denied
            | known.free
            | frozenset().union(
                *(
                    _in_front_of_pay(k.clause)
                    for k in known.money
                    if k.answer == "price" and k.amount != match.amount
                )
            )
        )
        if said and all(one and not one & payer for one in payers) and payer & others:
            return said[0].sentence.text
        if said and payer & known.payers_denied and not payer & known.paying:
            return said[0].sentence.text
    return ""


def _in_front_of_pay(clause: Clause) -> frozenset[str]:
    """Return the stems of who pays, where a clause names them first: "each rink pays"."""
    found = cues.PAY.search(clause.words)
    return (
        stems_of(clause.words[: found.start()], clause.sentence.source.lexicon.language)
        if found
        else frozenset()
    )


def _gets(clause: Clause) -> frozenset[str]:
    """Return the stems of who gets an amount: "the neighbours get 40p a kilo"."""
    found = cues.GETS.search(clause.words)
    money = next(clause.each(MoneyMatch), None)
    if found is None or money is None or clause.says(cues.FREE):
        return frozenset()
    before = clause.words[: found.start()]
    if not before.strip() and clause.first > clause.sentence.first:
        # "17 neighbours bring us their wool and get 40p": the subject is that of the clause before.
        before = clause.sentence.padded(
            clause.sentence.first, clause.sentence.first + _SUBJECT_WORDS
        )
    return stems_of(before, clause.sentence.source.lexicon.language)


_SUBJECT_WORDS = 3


def _paid_by_us(clause: Clause) -> frozenset[str]:
    """Return the stems of whom we pay: "I pay each rink $25"."""
    found = cues.WE_PAY.search(clause.words)
    if not found:
        return _gets(clause)
    money = next(clause.each(MoneyMatch), None)
    if money is None:
        return frozenset()
    before = clause.sentence.padded(clause.first, money.first)
    return stems_of(before[found.end() :], clause.sentence.source.lexicon.language)


def amount_and_unit(known: Knowledge, match: MoneyMatch | ShareMatch) -> tuple[Decimal, str]:
    if isinstance(match, ShareMatch):
        return match.percent, PERCENT
    return match.amount, match.currency or known.home


def other_payer(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder said where an amount they named is put to somebody else's account;
    else "".
    """
    amounts: list[MoneyMatch | ShareMatch] = [
        *sentence.each(MoneyMatch),
        *sentence.each(ShareMatch),
    ]
    for match in amounts:
        clause = sentence.clause_of(match)
        if not clause.says(cues.PAY):
            continue
        value, unit = amount_and_unit(known, match)
        said = [k for k in (*known.money, *known.shares) if k.amount == value and k.unit == unit]
        if isinstance(match, MoneyMatch) and _is_product(known, sentence, match):
            continue
        is_bare = isinstance(match, MoneyMatch) and said and all(k.is_bare for k in said)
        if isinstance(match, MoneyMatch) and is_bare and derivation(known, sentence, match, value):
            continue  # A number of the price may be no amount: "we do 20 samples a day for $400".
        if all(k.answer in _SPENT_IN for k in said):
            continue
        if cues.PART_OF(sentence.padded(match.first - 2, match.first)):
            continue  # what is paid is a part of it
        closest = max((len(_own(k.clause) & clause.stems) for k in said), default=0)
        if any(known.home == unit and _said_of_all(k) for k in said):
            continue
        named = {m.amount for m in sentence.each(MoneyMatch)} | {
            m.value for m in sentence.each(NumberMatch)
        }
        others = [
            k
            for k in (*known.money, *known.shares)
            if k.unit == unit and k.amount not in named and len(_about(k) & clause.stems) > closest
            if (k.answer == "price" or not closest)
            and (_own(k.clause) or all(k.sentence is not one.sentence for one in said))
        ]
        if others:
            return others[0].sentence.text
    return ""


def _is_product(known: Knowledge, sentence: Sentence, match: MoneyMatch) -> bool:
    """Whether an amount is what the counts of its sentence make of a price."""
    if not any(number.value > 1 for number in sentence.each(NumberMatch)):
        return False
    return "×" in (derivation(known, sentence, match, match.amount) or "")


def _about(known: Known) -> frozenset[str]:
    """Return the stems of who an amount is for; its sentence tells where its own clause says
    nothing else.
    """
    return _own(known.clause) or known.sentence.stems - SAY_LITTLE


def _own(clause: Clause) -> frozenset[str]:
    return clause.stems - SAY_LITTLE


def _said_of_all(known: Known) -> bool:
    """Whether the founder names the amount for nobody in particular and puts no other beside it."""
    money = list(known.sentence.each(MoneyMatch)) + [
        n for n in known.sentence.each(NumberMatch) if not n.noun
    ]
    return not _own(known.clause) and len(money) < 2 and known.answer == "price"


def free_differs(known: Knowledge, sentence: Sentence) -> str:
    paying, free = known.paying - known.free, (known.free - known.paying) | known.free_by_price
    for clause in sentence.clauses:
        own = clause.stems - SAY_LITTLE
        if any(clause.each(FractionMatch)):
            continue  # "two of the twelve months for nothing"
        is_free = clause.says(cues.FREE) or is_elliptic(clause)
        if is_free and own & paying and not own & free and not any(clause.each(MoneyMatch)):
            return _said_about(known, own & paying)
        if clause.says(cues.FEE) and not is_free and not clause.says(cues.NEGATION) and own & free:
            return _said_about(known, own & free)
        if (
            clause.says(cues.PAYS)
            and not is_free
            and not clause.says(cues.NEGATION)
            and clause.first == sentence.first
        ):
            subject = _before_paying(clause)
            if subject and subject <= free:
                return _said_about(known, subject)
        if clause.says(cues.PAY) and not is_free and not clause.says(cues.NEGATION):
            subject = frozenset() if cues.OURSELVES.begin(clause.words) else _subject(clause) & free
            if subject and (any(clause.each(MoneyMatch)) or any(clause.each(ShareMatch))):
                return _said_about(known, subject)
        if _no_period_fee(known, clause):
            return known.sheet.prices[0].said[0].text if known.sheet.prices[0].said else "-"
    return ""


def _before_paying(clause: Clause) -> frozenset[str]:
    """Return the stems in front of the word for paying; none if there are none, or if it is us."""
    found = None if cues.OURSELVES.begin(clause.words) else cues.PAYS.search(clause.words)
    return (
        stems_of(clause.words[: found.start()], clause.sentence.source.lexicon.language)
        if found
        else frozenset()
    )


def _subject(clause: Clause) -> frozenset[str]:
    """Return the stems in front of the word for paying, or all where nothing stands there."""
    found = cues.PAY.search(clause.words)
    before = clause.words[: found.start()] if found else ""
    own = stems_of(before, clause.sentence.source.lexicon.language)
    return own or clause.stems


def _no_period_fee(known: Knowledge, clause: Clause) -> bool:
    """Whether a clause says that there is no monthly fee where the price is one."""
    if not clause.says(cues.NEGATION) or not clause.says(cues.FEE):
        return False
    return any(
        p.value and p.value.per in ("month", "year") and p.value.amount for p in known.sheet.prices
    )


def _said_about(known: Knowledge, about: frozenset[str]) -> str:
    """Return the founder's sentence about somebody, best one that says who pays."""
    mine = [s for s in known.sentences if s.stems & about]
    paying = [s for s in mine if s.says(cues.FREE) or s.says(cues.PAY) or any(s.each(MoneyMatch))]
    return (paying or mine)[0].text if mine else ""
