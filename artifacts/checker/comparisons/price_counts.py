"""Prices for one of a thing, and for so many of it: whether a text asks the price of one for
several, or has no end where our answers count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.bill_terms import nouns_of, per_of
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.price_cases import PRICE_PERIODS
from artifacts.checker.comparisons.price_pieces import ANY_NUMBER
from artifacts.checker.comparisons.price_times import begins_tier, is_count_of
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.stems import stems_of
from artifacts.facts.grammar.matches import (
    MoneyMatch,
    NumberMatch,
    SpanMatch,
)
from artifacts.facts.grammar.sets import word_set

_FOR = (
    r" (?:for|covers?|buys?|für|kosten|kostet|decken|deckt|pour|couvre|voor|dekt|por|para|cubre)"
    r" (?:(?:all|its|the|their|those|these|alle|seine|ihre|die|diese|les|ses|ces|de|alle|zijn|los"
    r"|las|sus) )?$"
)
_BEHIND_AMOUNT = re.compile(f"^{_FOR}")
"""Words between an amount and what it is asked for: "£48 for its three chimneys"."""
_BEFORE_AMOUNT = re.compile(
    r"^ (?:(?:[^ .,;:]+ ){0,2})(?:cost|costs|come to|comes to|are|kosten|kostet|machen|coûtent"
    r"|coûte|kost|cuestan|cuesta|son|sont|zijn|sind) (?:(?:a household|together|in all|zusammen"
    r"|insgesamt|en tout|samen|en total) )?$"
)
"""Words between what is counted and an amount: "three chimneys cost £48"."""
_WITH = cues.Cue("with, mit, avec, met, con")
_PAYS_IT = re.compile(
    r"^ (?:[^ .,;:]+ ){0,3}(?:pays|zahlt|bezahlt|paie|paye|betaalt|paga) (?:[^ .,;:]+ )?$"
)
"""Words between what somebody has so many of and what they pay: "a shop with three tills pays"."""
_EACH = cues.Cue("""
    each, apiece, every, per, a piece, je, jeweils, jede, jeder, jedes, pro, chacun, chacune, pièce
    par, elk, per stuk, ieder, cada, cada uno, cada una, por
    """)
"""Words by which an amount is for each of several."""
_PERIODS_EACH = re.compile(
    r" (?:per|je|pro|par|por|a|an) (?:hour|day|week|month|quarter|year|stunde|tag|woche|monat"
    r"|quartal|jahr|jour|semaine|mois|trimestre|an|dag|maand|kwartaal|jaar|día|semana|mes|año)(?= )"
)
"""Times that an amount is for each of."""
_AS_OFTEN = cues.Cue("""
    as often as, as many times as, as frequently as, so oft, beliebig oft, so häufig
    aussi souvent que, autant de fois que, zo vaak, zo dikwijls, tantas veces como
    todas las veces que, cuantas veces
    """)
"""Phrases by which something is done any number of times."""
_CARD = re.compile(
    r" (?:dreier|vierer|fünfer|sechser|achter|zehner|zwölfer|zwanziger)"
    r"(?:block|karte|pack|paket|kurs|abo|rabatt)? "
    r"|-(?:visit|ride|lesson|class|swim|trip|wash) (?:card|pass|block|pack) "
    r"| (?:carnet|tienrittenkaart|tienbeurtenkaart|bono) "
)
"""Cards for so many, by a word for them: "der Zehnerblock"."""
_BETWEEN_THEM = cues.Cue("""
    between them, together, in all, in total, each, apiece, zusammen, insgesamt, miteinander, je
    jeder, jede, jedes, ensemble, en tout, chacun, chacune, samen, in totaal, elk, juntos, juntas
    en total, cada uno, cada una
    """)
"""Words by which an amount is what several pay, together or each."""
_OF_THEIR_OWN = cues.Cue("""
    of their own, of his own, of her own, on their own, their own, separately, alone, einen eigenen
    eine eigene, ein eigenes, einzeln, für sich, leur propre, séparément, een eigen, apart
    su propio, su propia, por separado
    """)
"""Words by which each of several has a whole thing."""
_BEGINS_TIER = cues.Cue("""
    from, up to, over, above, more than, at least, ab, bis, bis zu, über, mehr als, mindestens
    dès, jusqu' à, jusqu'à, plus de, à partir de, vanaf, tot, meer dan, desde, hasta, más de
    """)
"""Words in front of a number from or up to which a price holds."""


def price_of_one_for_several(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price for one of something, where a sentence asks it for several of
    them; else "".
    """
    money = _sum_asked_for(sentence)
    told = prices_of_amount(known, money) if money else []
    if money is None or any(_has_a_count(said) for said in told):
        return ""
    counted = [match for match in _several(sentence) if _is_asked_for(sentence, money, match)]
    found = (k for k in told for match in counted if _is_for_one(k, sentence, match))
    return next((said.sentence.text for said in found), "")


def _sum_asked_for(sentence: Sentence) -> MoneyMatch | None:
    """Return the only amount of a sentence that says plainly what something costs, and not what
    each of it does.
    """
    if not sentence.is_certain or _EACH(_PERIODS_EACH.sub(" ", sentence.words)):
        return None
    if any(map(sentence.says, (cues.COMPARED, cues.UP_TO))):
        return None
    amounts = list(sentence.each(MoneyMatch))
    is_sum = len(amounts) == 1 and amounts[0].high is None
    return amounts[0] if is_sum and PRICE_PERIODS.issuperset(amounts[0].per) else None


def prices_of_amount(known: Knowledge, money: MoneyMatch) -> list[Known]:
    """Return where the founder names an amount as a price, if they name it as nothing else."""
    unit = money.currency or known.home
    told = [k for k in known.money if (k.amount, k.unit) == (money.amount, unit)]
    return told if all(k.answer == "price" and not k.is_bare for k in told) else []


def _has_a_count(said: Known) -> bool:
    """Whether a price is, or may be, for more than one: "£85 for two sweeps"."""
    return any(number.value > 1 for number in said.clause.each(NumberMatch))


def _several(sentence: Sentence) -> Iterator[NumberMatch | SpanMatch]:
    """Yield what a sentence has more than one of: things, and short times.

    "£18 for three months" may well be £18 in each of them.
    """
    yield from (number for number in sentence.each(NumberMatch) if number.value > 1)
    spans = sentence.each(SpanMatch)
    yield from (span for span in spans if span.amount > 1 and span.unit in _SHORT_TIMES)


_SHORT_TIMES = ("hour", "day", "week")


def _is_asked_for(sentence: Sentence, money: MoneyMatch, counted: NumberMatch | SpanMatch) -> bool:
    """Whether an amount is what so many cost, by the words between the two."""
    if _WITH(sentence.in_front(counted)):
        return _PAYS_IT.search(sentence.padded(counted.last, money.first)) is not None
    if money.per:
        return False  # "$900 a week for its two weeks"
    # There are no words from the later one to the earlier one.
    behind = _BEHIND_AMOUNT.search(sentence.padded(money.last, counted.first))
    before = _BEFORE_AMOUNT.search(sentence.padded(counted.last, money.first))
    return bool(behind or before)


def _is_for_one(said: Known, sentence: Sentence, counted: NumberMatch | SpanMatch) -> bool:
    """Whether a price is for one of what is counted."""
    if isinstance(counted, SpanMatch):
        return counted.unit in said.per
    measure = {counted.noun.casefold()} if counted.measure else frozenset[str]()
    named = nouns_of(sentence, counted) | measure
    if _PIECES.issuperset(map(str.casefold, said.per)) and said.per:
        return bool(named & said.clause.stems)
    return bool(named & (per_of(said) | {unit.casefold() for unit in said.per}))


_PIECES = word_set("piece pieces stück stk pièce stuk stuks pieza unidad unit head kopf each")
"""Units that say no more than that a price is for one."""


def any_number_for_one_price(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price for each of something, or up to so many, where a sentence gives
    as many as somebody likes for it; else "".
    """
    found = _AS_MANY_OF.search(sentence.words)
    if found is None or sentence.negated:
        return ""
    things = sentence.stems_of(found["what"])
    told = (k for money in sentence.each(MoneyMatch) for k in prices_of_amount(known, money))
    for said in told:
        if not said.sentence.says(ANY_NUMBER) and things & (per_of(said) | _up_to(said)):
            return said.sentence.text
    return ""


_AS_MANY_OF = re.compile(
    r" (?:as many|so viele|beliebig viele|autant de|autant d'|zoveel|tantos|tantas)"
    r" (?P<what>[^ .,;]+)(?= )"
)
"""What somebody has as many of as they like."""


def _up_to(said: Known) -> frozenset[str]:
    """Return the stems of what a price is for up to a number of."""
    sentence = said.sentence
    numbers = (n for n in sentence.each(NumberMatch) if n.noun)
    most = (n for n in numbers if cues.UP_TO(sentence.in_front(n)))
    return frozenset().union(*(nouns_of(sentence, n) for n in most))


def as_often_as_wanted(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price for so many of something, where a sentence gives it as often as
    somebody wants; else "".
    """
    if not sentence.says(_AS_OFTEN) or sentence.negated:
        return ""
    named = {match.value for match in sentence.each(NumberMatch)}
    told = (k for money in sentence.each(MoneyMatch) for k in prices_of_amount(known, money))
    return next((k.sentence.text for k in told if _is_limited_otherwise(k, named)), "")


def _is_limited_otherwise(said: Known, named: set[Decimal]) -> bool:
    """Whether a price is for so many of something, and not for one of the numbers `named`."""
    if said.sentence.says(cues.AS_MANY) or said.sentence.says(_AS_OFTEN):
        return False
    own = set(_counts_of(said))
    return _CARD.search(said.clause.words) is not None or (bool(own) and not own & named)


def _counts_of(said: Known) -> Iterator[Decimal]:
    """Yield how many of something a price is for, but for the numbers where a tier begins."""
    numbers = (n for n in said.clause.each(NumberMatch) if n.noun and n.value > 1)
    counts = (n for n in numbers if not n.measure and is_count_of(said, n))
    yield from (n.value for n in counts if not begins_tier(said.sentence, n))


def other_price_for_so_many(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price for each of so many ("£60 each when three boats book"), where a
    sentence has as many pay another one of our prices; else "".
    """
    if not sentence.says(_BETWEEN_THEM) or not sentence.is_certain:
        return ""
    if any(map(sentence.says, (cues.COMPARED, _OF_THEIR_OWN))):
        return ""
    amounts = {money.amount for money in sentence.each(MoneyMatch)}
    if not amounts <= {k.amount for k in known.money if k.answer == "price" and not k.is_bare}:
        return ""
    for said, number in _prices_for_each_of_so_many(known):
        if _counts_as_many(sentence, said, number):
            own = {said.amount, said.amount * number.value}
            return "" if own & amounts else said.sentence.text
    return ""


def _prices_for_each_of_so_many(known: Knowledge) -> Iterator[tuple[Known, NumberMatch]]:
    for said in known.money:
        if said.answer == "price" and said.clause.says(_EACH):
            yield from ((said, number) for number in said.clause.each(NumberMatch))


def _counts_as_many(sentence: Sentence, said: Known, number: NumberMatch) -> bool:
    """Whether a sentence counts as many of what a number in the clause of a price counts."""
    nouns = nouns_of(said.sentence, number)
    same = (n for n in sentence.each(NumberMatch) if n.value == number.value > 1)
    return any(nouns_of(sentence, n) & nouns for n in same)


def tiers_though_flat(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's price that is the same for any number of something, where a sentence has
    it depend on the number; else "".
    """
    if not sentence.has(MoneyMatch) or sentence.negated:
        return ""
    nouns = frozenset().union(*(nouns_of(sentence, n) for n in _tier_numbers(sentence)))
    for told in known.told["price"] if nouns else ():
        found = told.find(ANY_NUMBER)
        behind = " ".join(told.words[found.end() :].split()[:_NEAR]) if found else ""
        if told.has(MoneyMatch) and nouns & stems_of(behind, known.language):
            return told.text
    return ""


_NEAR = 2
"""Words behind "however many" that name what there are so many of."""


def _tier_numbers(sentence: Sentence) -> Iterator[NumberMatch]:
    for number in sentence.each(NumberMatch):
        if sentence.says_between(_BEGINS_TIER, number.first - 2, number.first):
            yield number
