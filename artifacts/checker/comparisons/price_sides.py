"""Two sides of a price: ours that a text calls equal to somebody else's, and one price for two
kinds of a thing that have each their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.bill_terms import per_of
from artifacts.checker.comparisons.derivations import is_said
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import MoneyMatch

_AS_DEAR = cues.Cue("""
    as dear as, as expensive as, as cheap as, costs as much as, cost as much as, costs the same as
    cost the same as, the same price as, priced like, genauso teuer wie, ebenso teuer wie
    gleich teuer wie, so teuer wie, so günstig wie, kostet dasselbe wie, kosten dasselbe wie
    gleich viel wie, genauso viel wie, ebenso viel wie
    kostet so viel wie, kostet genauso viel wie, aussi cher que, aussi chère que, le même prix que
    au même prix que, autant que, even duur als, net zo duur als, evenveel als, dezelfde prijs als
    tan caro como, tan cara como, lo mismo que, el mismo precio que
    """)
"""Phrases between two things of the same price."""
_NAMELY = cues.Cue("namely, that is, nämlich, also, à savoir, soit, namelijk, es decir, o sea")
"""Words in front of the amount that a comparison comes to."""
_EITHER = re.compile(
    r" (?:whether(?: it is| it's| they are| for)?|ob(?: es| sie)?|que ce soit(?: pour)?"
    r"|of het nu?|ya sea)(?P<one>(?: [^ .,;:]+){1,4}) (?:or|oder|ou|of|o)"
    r"(?P<other>(?: [^ .,;:]+){1,4}) "
)
"""What a price is said not to change with: "whether it is a tie or a blazer"."""

_RELATIVE = re.compile(
    r" (?:that|who|which)(?: [^ .,;:]+){1,4}(?= (?:pay|pays|get|gets|cost|costs) )"
)
"""A relative clause without commas: who "brings nothing" may well pay."""


def dear_as_theirs(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price of something, where a sentence gives it the price of what it is
    called as dear as; else "".
    """
    if not sentence.says(_AS_DEAR) or sentence.says(cues.CONDITIONAL):
        return ""
    for money in sentence.each(MoneyMatch):
        words = _words_of_comparison(sentence, money)
        found = _AS_DEAR.search(words)
        is_told = is_said(known, money.amount, money.currency)
        if found and is_told and not cues.NEGATION(words):
            ours = sentence.stems_of(words[: found.start()]) - SAY_LITTLE
            theirs = sentence.stems_of(words[found.end() :]) - SAY_LITTLE - ours
            return _price_of_its_own(known, money, ours, theirs)
    return ""


def _words_of_comparison(sentence: Sentence, money: MoneyMatch) -> str:
    """Return the words of the clause of an amount, and of the next one where that goes on with "as
    dear as"; those of the one before where the amount only says what that comes to.
    """
    clause = sentence.clause_of(money)
    if clause.place and _NAMELY.begin(clause.words):
        return sentence.clauses[clause.place - 1].words
    behind = sentence.clauses[clause.place + 1 :]
    if behind and _AS_DEAR.begin(behind[0].words):
        return clause.words + behind[0].words
    return clause.words


def _price_of_its_own(
    known: Knowledge, money: MoneyMatch, ours: frozenset[str], theirs: frozenset[str]
) -> str:
    """Return our price of what is called "as dear as" something, unless it is `money`; else ""."""
    named = (k for k in _prices(known) if ours & (k.clause.stems | per_of(k)))
    prices = [k for k in named if not theirs & k.clause.stems]
    is_ours = any(k.amount == money.amount for k in prices)
    return "" if is_ours or not prices else prices[0].sentence.text


def _prices(known: Knowledge) -> list[Known]:
    return [k for k in known.money if k.answer == "price" and not k.is_bare]


def one_price_for_either(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price for one of two kinds, where a sentence has the same for both
    ("whether it is a tie or a blazer"); else "".
    """
    if told := _one_price_in_either_case(known, sentence):
        return told
    found = _EITHER.search(sentence.words)
    if found is None or cues.NEGATION(_RELATIVE.sub("", sentence.words)):
        return ""
    kinds = [sentence.stems_of(found[side]) - SAY_LITTLE for side in ("one", "other")]
    if not all(kinds):
        return ""
    amounts = (m for m in sentence.each(MoneyMatch) if not _is_of_one(sentence, m, found, kinds))
    pairs = _pairs(known, amounts)
    others = (other for own, other in pairs if _is_for_one_kind(own, other, kinds, sentence))
    return next((other.sentence.text for other in others), "")


def _one_price_in_either_case(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price for a case, where a sentence has it cost the same in this case or
    not: "whether the owner is in the club or not"; else "".
    """
    found = _OR_NOT.search(sentence.words)
    if found is None:
        return ""
    case = sentence.stems_of(found["case"]) - SAY_LITTLE
    prices = _prices(known)
    for said in prices:
        others = frozenset().union(*(k.clause.stems for k in prices if k.amount != said.amount))
        if others and len(case & said.clause.stems - others) >= _WORDS_OF_CASE:
            return said.sentence.text
    return ""


_WORDS_OF_CASE = 2
_OR_NOT = re.compile(
    r" (?:whether|ob|que|of|tanto si)(?P<case>(?: [^ .,;:]+){1,9}) "
    r"(?:or not|oder nicht|ou non|of niet|como si no) "
)
"""A case that a price is said not to depend on."""


def _is_of_one(
    sentence: Sentence, money: MoneyMatch, found: re.Match[str], kinds: list[frozenset[str]]
) -> bool:
    """Whether an amount is told of one of two kinds alone, elsewhere than where both are named."""
    amount = sentence.source.words(money.first, money.last)
    rest = f"{sentence.words[: found.start()]} , {sentence.words[found.end() :]}"
    part = next((part for part in rest.split(" , ") if amount in part), "")
    stems = sentence.stems_of(part)
    one, other = kinds
    return bool((one - other) & stems) != bool((other - one) & stems)


def _pairs(known: Knowledge, amounts: Iterable[MoneyMatch]) -> Iterator[tuple[Known, Known]]:
    """Yield our price of each amount with each of our others."""
    prices = _prices(known)
    for money in amounts:
        told = [k for k in prices if k.amount == money.amount]
        yield from product(told, (k for k in prices if k.amount != money.amount))


def _is_for_one_kind(
    said: Known, other: Known, kinds: list[frozenset[str]], sentence: Sentence
) -> bool:
    """Whether one of two kinds has another price than `said`: one of its own, or that of whatever
    `said` is not for.
    """
    own, others = _told_of(said), _told_of(other)
    is_other_kind = any((others - own) & kind for kind in kinds)
    if is_other_kind and own & others - frozenset().union(*kinds):
        return True
    is_of_one = sum(bool((own - others) & kind) for kind in kinds) == 1
    return is_of_one and bool(per_of(other) & sentence.stems)


def _told_of(said: Known) -> frozenset[str]:
    """Return the stems of what a price is for."""
    return (said.clause.stems | per_of(said)) - SAY_LITTLE
