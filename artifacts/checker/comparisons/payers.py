"""Who pays whom: whether a text turns round what the founder says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.compounds import shares_head
from artifacts.checker.comparisons.derivations import derivation
from artifacts.checker.comparisons.figures_told import PERCENT, Known
from artifacts.checker.comparisons.parts_of_all import is_part_of_a_time
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.price_cases import price_limits
from artifacts.checker.cues.terms import FOR_BOTH
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.remembered import remembered
from artifacts.checker.stems import stems_of
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch, ShareMatch

_SPENT_IN = ("problem", "workaround")
"""Answers whose amounts nobody pays to us."""


def swapped_payer(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's sentence where we pay somebody an amount that is said to be paid by
    them; else "".
    """
    for match in sentence.each(MoneyMatch):
        clause = sentence.clause_of(match)
        payer = in_front_of_pay(clause)
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
        payer = in_front_of_pay(clause) - SAY_LITTLE
        if not payer or clause.says(cues.NEGATION) or clause.says(cues.WE_PAY):
            continue
        if (spent := _spent_by_us(known, match)) and not cues.OURSELVES.begin(clause.words):
            return spent[0].sentence.text
        said = [k for k in known.money if k.answer == "price" and k.amount == match.amount]
        if said and _pays_something_else(known, payer, said):
            return said[0].sentence.text
    return ""


def _spent_by_us(known: Knowledge, match: MoneyMatch) -> list[Known]:
    """Return where the founder names an amount, if it is we who pay it each time; how people like
    us cope today tells what anybody like them pays.
    """
    said = [k for k in known.money if k.amount == match.amount]
    is_ours = all(k.clause.says(cues.WE_PAY) and k.answer not in _SPENT_IN for k in said)
    return said if is_ours else []


def _pays_something_else(known: Knowledge, payer: frozenset[str], said: list[Known]) -> bool:
    """Whether `payer` pays another amount than those `said`, or nothing."""
    if payer & known.payers_denied and not payer & known.paying:
        return True
    if not payer & (known.payers_denied | known.free | _payers_of_others(known, said[0].amount)):
        return False
    payers = [_payer_told(k) - SAY_LITTLE for k in said]
    return all(one and not one & payer for one in payers)


def _payers_of_others(known: Knowledge, amount: Decimal) -> frozenset[str]:
    """Return the stems of those who pay a price other than `amount`."""
    others = (k for k in known.money if k.answer == "price" and k.amount != amount)
    return frozenset().union(*(_payer_told(k) for k in others))


def _payer_told(said: Known) -> frozenset[str]:
    """Return the stems of who pays a price: "a farm pays $9", "$9 from the farm"."""
    if payer := in_front_of_pay(said.clause):
        return payer
    money = next((m for m in said.clause.each(MoneyMatch) if m.amount == said.amount), None)
    behind = said.sentence.padded(money.last, said.clause.last) if money else ""
    found = _PAID_BY.search(behind)
    words = behind[found.end() :].split()[:_PAYER_WITHIN] if found else []
    return said.sentence.stems_of(" ".join(words))


_PAID_BY = cues.Cue("""
    from the, from each, from every, by the, vom, von der, von den, von jedem, von jeder
    de la part de, van de, van het, van elke, por parte de
    """)
"""Words behind an amount, in front of who pays it."""
_PAYER_WITHIN = 2


@remembered
def in_front_of_pay(clause: Clause) -> frozenset[str]:
    """Return the stems of who pays, where a clause names them first: "each rink pays", and in
    "€9 zahlt die Familie" behind the amount and the verb.
    """
    found = clause.find(cues.PAY)
    if found is None:
        return frozenset()
    language = clause.sentence.source.lexicon.language
    before = clause.words[: found.start()]
    if language in _VERB_SECOND and _is_amount_alone(clause, before):
        behind = clause.words[found.end() :].split()[:_SUBJECT_WORDS]
        return stems_of(" ".join(behind), language)
    return stems_of(before, language)


_VERB_SECOND = ("de", "nl")


def _is_amount_alone(clause: Clause, before: str) -> bool:
    """Whether nothing but an amount, and what it is for, stands in front of the verb."""
    money = next(clause.each(MoneyMatch), None)
    if money is None:
        return False
    amount = f"{clause.sentence.source.words(money.first, money.last)}"
    words = before.strip().removeprefix("die ").removeprefix("de ").strip()
    return words == amount


def _gets(clause: Clause) -> frozenset[str]:
    """Return the stems of who gets an amount: "the neighbours get 40p a kilo"."""
    found = clause.find(cues.GETS)
    money = next(clause.each(MoneyMatch), None)
    if found is None or clause.says(cues.FREE):
        return frozenset()
    if clause.words.startswith((" out ", " back "), found.end()):
        return frozenset()  # money that "is paid out", and nobody who is paid
    if money and clause.sentence.says_between(_PRICED_AT, money.first - 1, money.first):
        return frozenset()  # "shops get it at £7.80": they pay that
    before = clause.words[: found.start()]
    if not before.strip():
        # "17 neighbours bring us their wool and get 40p": the subject is that of the clause before.
        before = clause.sentence.padded(
            clause.sentence.first, clause.sentence.first + _SUBJECT_WORDS
        )
    return clause.sentence.stems_of(before)


_SUBJECT_WORDS = 3
_PRICED_AT = cues.Cue("at, for, zu, für, um, à, pour, te, tegen, voor, a, por")


def _paid_by_us(clause: Clause) -> frozenset[str]:
    """Return the stems of whom we pay: "I pay each rink $25"."""
    found = clause.find(cues.WE_PAY)
    if not found:
        return _gets(clause)
    money = next(clause.each(MoneyMatch), None)
    if money is None:
        return frozenset()
    before = clause.sentence.padded(clause.first, money.first)
    return clause.sentence.stems_of(before[found.end() :])


def amount_and_unit(known: Knowledge, match: MoneyMatch | ShareMatch) -> tuple[Decimal, str]:
    if isinstance(match, ShareMatch):
        return match.percent, PERCENT
    return match.amount, match.currency or known.home


def other_payer(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder said where an amount they named is put to somebody else's account;
    else "".
    """
    if sentence.says(cues.CHEAPER):
        return ""  # it names somebody else to compare with
    amounts: list[MoneyMatch | ShareMatch] = [
        *sentence.each(MoneyMatch),
        *sentence.each(ShareMatch),
    ]
    for match in amounts:
        clause = sentence.clause_of(match)
        is_paid = cues.PAY(_WHO_PAY.sub(" ", clause.words))
        if not is_paid or clause.says(cues.NEGATION):
            continue
        value, unit = amount_and_unit(known, match)
        same_unit = [k for k in (*known.money, *known.shares) if k.unit == unit]
        said = [k for k in same_unit if k.amount == value]
        if _is_nobodys(known, said) or _is_no_amount_of_its_own(known, sentence, match, said):
            continue
        if other := _said_of_somebody_else(sentence, match, said, same_unit):
            return other.sentence.text
    return ""


_WHO_PAY = re.compile(r" (?:an?|one|the|first|no|every|each|[0-9]+) paying (?=[^ .,;:])")
"""Those who pay, where a sentence may say nothing of what they pay: "until a paying centre"."""


def _is_nobodys(known: Knowledge, said: list[Known]) -> bool:
    """Whether the founder puts an amount to nobody's account: nobody pays it to us, or all do."""
    if all(k.answer in _SPENT_IN for k in said):
        return True
    return any(k.unit == known.home and _said_of_all(k) for k in said)


_PAID_WITH = cues.Cue("paid from, paid out of, bought from, aus, uit")
"""In front of money that something else is paid with."""


def _is_no_amount_of_its_own(
    known: Knowledge, sentence: Sentence, match: MoneyMatch | ShareMatch, said: list[Known]
) -> bool:
    """Whether an amount is a part of another one, or made from others."""
    if sentence.says_between(cues.PART_OF, match.first - 2, match.first):
        return True
    if _PAID_WITH.search(sentence.in_front(match)):
        return True
    if sentence.says_between(cues.COMPARED, match.last, match.last + 2):
        return True
    if isinstance(match, ShareMatch) and is_part_of_a_time(sentence, match):
        return True
    if any(k.clause.says(FOR_BOTH) for k in said):
        return True  # whatever has a price of its own, too
    return isinstance(match, MoneyMatch) and _follows_from_others(known, sentence, match, said)


def _follows_from_others(
    known: Knowledge, sentence: Sentence, match: MoneyMatch, said: list[Known]
) -> bool:
    """Whether an amount is a product, the least or the most that is paid, or a bare number of the
    founder's that follows from other figures.
    """
    if _is_product(known, sentence, match) or _is_limit(known, match):
        return True
    # A number of the price may be no amount: "we do 20 samples a day for $400".
    is_bare = bool(said) and all(k.is_bare for k in said)
    return is_bare and bool(derivation(known, sentence, match, match.amount))


def _is_limit(known: Knowledge, match: MoneyMatch) -> bool:
    """Whether an amount is the least or the most that is paid, whatever it is paid for."""
    return any(amount == match.amount for amount, _, _ in price_limits(known))


def _said_of_somebody_else(
    sentence: Sentence,
    match: MoneyMatch | ShareMatch,
    said: list[Known],
    figures: list[Known],
) -> Known | None:
    """Return the first of `figures` that is said of those the clause speaks of, and that the text
    leaves out; those `said` are of somebody else.
    """
    stems = sentence.clause_of(match).stems
    closest = max(len(_own_or_before(k.clause) & stems) for k in said)
    mine = sentence.clause_of(match).words.split()
    language = sentence.source.lexicon.language
    closest += any(shares_head(k.sentence.words.split(), mine, language) for k in said)
    for other in _left_out(sentence, figures, of_price=bool(closest)):
        is_apart = stems_of_its_own(other.clause) or all(
            other.sentence is not k.sentence for k in said
        )
        if is_apart and len(_about(other) & stems) > closest:
            return other
    return None


def _left_out(sentence: Sentence, figures: list[Known], *, of_price: bool) -> Iterator[Known]:
    """Yield those of `figures` that a sentence does not name, nor speaks of another count."""
    named = {m.amount for m in sentence.each(MoneyMatch)}
    named |= {m.value for m in sentence.each(NumberMatch)}
    for other in figures:
        is_meant = other.answer == "price" or not of_price
        if not is_meant or other.amount in named or other.clause.says(_EXTRA_PIECE):
            continue
        if not _is_for_another_count(other, named):
            yield other


_EXTRA_PIECE = cues.Cue("""
    each * above, each * over, each * beyond, every * above, every * over, every * beyond
    each further, every further, each additional, every additional, each extra, every extra
    jede weitere, jeder weitere, jedes weitere, jeden weiteren, jede * über, jeder * über
    jedes * über, chaque * supplémentaire, chaque * au-delà, par * supplémentaire, elke * boven
    elke extra, elke bijkomende, cada * adicional, cada * por encima
    """)
"""Words for a piece beyond those that the price of the same payer is for."""


def _is_for_another_count(other: Known, named: set[Decimal]) -> bool:
    """Whether an amount is what so many come to, which a text does not name: "a club with 500
    members pays 175 euros".
    """
    counts = [n.value for n in other.clause.each(NumberMatch) if n.noun and n.value > 1]
    return bool(counts) and not other.per and named.isdisjoint(counts)


def _is_product(known: Knowledge, sentence: Sentence, match: MoneyMatch) -> bool:
    """Whether an amount is what the counts of its sentence make of a price."""
    if not sentence.has(NumberMatch):
        return False
    made = derivation(known, sentence, match, match.amount)
    return made is not None and "×" in made


def _about(known: Known) -> frozenset[str]:
    """Return the stems of who an amount is for; its sentence tells where its own clause says
    nothing else.
    """
    return _own_or_before(known.clause) or known.sentence.stems - SAY_LITTLE


def _own_or_before(clause: Clause) -> frozenset[str]:
    """Return what a clause speaks of, or the one before it: "For a choir, €42 a month"."""
    own = stems_of_its_own(clause)
    clauses = clause.sentence.clauses
    at = clause.place
    if own or not at or any(clauses[at - 1].each(MoneyMatch)):
        return own
    return stems_of_its_own(clauses[at - 1])


def stems_of_its_own(clause: Clause) -> frozenset[str]:
    """Return what a clause speaks of, but for words that stand beside every price."""
    return clause.stems - SAY_LITTLE


def _said_of_all(known: Known) -> bool:
    """Whether the founder names the amount for nobody in particular and puts no other beside it."""
    money = list(known.sentence.each(MoneyMatch)) + [
        n for n in known.sentence.each(NumberMatch) if not n.noun
    ]
    return not _own_or_before(known.clause) and len(money) < 2 and known.answer == "price"


def tells_who_pays(known: Knowledge) -> bool:
    """Return whether our answers tell anything of who pays or pays nothing."""
    told = (known.money, known.shares, known.paying, known.free, known.free_by_price)
    return any(told) or bool(known.sheet.prices)  # a price may be corrected without words
