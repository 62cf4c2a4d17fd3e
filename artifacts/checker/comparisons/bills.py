"""Bills: what counted things come to at the prices that our answers name for them.

Many amounts can be made from some figures of a founder; a bill has to be made from all the things
that its sentence counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.arithmetic import number_text, ways
from artifacts.checker.comparisons.bill_terms import (
    beyond_the_free,
    for_longer,
    in_steps,
    is_named_by,
    may_be_for_each,
    named_beside,
    nouns_counted,
    price_at,
    prices_of,
    sizes,
    up_to_so_many,
    with_surcharge,
)
from artifacts.checker.comparisons.bills_apart import is_no_bill
from artifacts.checker.comparisons.derivations import is_said, operands
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.fractions import NTH, parts_named
from artifacts.checker.comparisons.multipliers import weeks_told
from artifacts.checker.comparisons.payers import amount_and_unit
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.price_cases import PRICE_PERIODS
from artifacts.checker.comparisons.price_minimum import is_bill_of_least
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import (
    DateMatch,
    FractionMatch,
    HoursMatch,
    MoneyMatch,
    NumberMatch,
    ShareMatch,
    SpanMatch,
)

_MOST_COUNTS = 3
_MOST_TIMES = 5
_CENT = Decimal("0.01")
_ONE = Decimal(1)
_SMALLER = {"week": (7,), "month": (4,), "year": (12, 52)}
"""How many smaller units of time one has that a price may be paid for."""


@dataclass(frozen=True)
class Bill:
    """What a bill in a sentence may be made from."""

    terms: tuple[frozenset[Decimal], ...]
    """For each counted thing what it may come to."""
    besides: frozenset[Decimal]
    """Prices that may be on the bill once."""

    def can_be(self, total: Decimal) -> bool:
        """Return whether `total` is what some of the things and no more than two single prices come
        to.
        """
        *others, last = self.terms
        nothing = Decimal(0)
        sums = {nothing}
        for term in others:
            sums |= {one + other for one in sums for other in term}
        rests = {total - beside - value for beside in self.besides for value in (nothing, *last)}
        return any(abs(one) < _CENT for one in rests) or not rests.isdisjoint(sums)

    def is_missed_by_a_digit(self, total: Decimal) -> bool:
        """Return whether `total` has one digit that differs from what the things come to, or two
        that changed places: a slip, and no bill that is made in a way which we do not know.
        """
        sums = {Decimal(0)}
        for term in self.terms:
            sums |= {one + other for one in sums for other in term}
        made = (one + beside for one, beside in product(sums, self.besides))
        return any(_is_slip_of(total, one) for one in made)


def _is_slip_of(one: Decimal, other: Decimal) -> bool:
    digits, others = f"{one:.2f}", f"{other:.2f}"
    if len(digits) != len(others):
        return False
    at = [index for index, digit in enumerate(digits) if digit != others[index]]
    if len(at) == _SWAPPED:
        first, last = at
        return last == first + 1 and digits[first : last + 1] == others[last] + others[first]
    return len(at) == 1


_SWAPPED = 2


def wrong_bill(known: Knowledge, sentence: Sentence) -> MoneyMatch | None:
    """Return the amount that a sentence says counted things come to, if no price makes it."""
    total = _total_of(known, sentence) if _states_a_bill(sentence) else None
    bill = bill_of(known, sentence, total) if total else None
    if total is None or bill is None or bill.can_be(total.amount):
        return None
    if not (bill.is_missed_by_a_digit(total.amount) or _names_all_prices(sentence)):
        return None
    if is_no_bill(known, sentence, total) or _is_of_weeks(known, sentence, bill, total):
        return None
    return None if _is_made_of_others(known, sentence, total) else total


def _is_of_weeks(known: Knowledge, sentence: Sentence, bill: Bill, total: MoneyMatch) -> bool:
    """Whether an amount is what comes to so much a week over a time that our answers name: "ten
    hours a week bring 1,520 during a stay", which lasts four weeks.
    """
    return any(bill.can_be(total.amount / weeks) for weeks in weeks_told(known, sentence))


def _names_all_prices(sentence: Sentence) -> bool:
    """Whether a price stands behind each thing that a sentence counts: "six ropes at £8"."""
    return all(price_at(sentence, number) is not None for number in sentence.each(NumberMatch))


def _total_of(known: Knowledge, sentence: Sentence) -> MoneyMatch | None:
    """Return the last amount where it is the largest and the only one nobody told."""
    amounts = [*sentence.each(MoneyMatch)]
    if not amounts:
        return None
    *others, total = amounts
    if total.high is not None or not _is_new(known, total):
        return None
    is_largest = max(amounts, key=lambda m: m.amount) is total
    return total if is_largest and not any(_is_new(known, m) for m in others) else None


def _is_made_of_others(known: Knowledge, sentence: Sentence, total: MoneyMatch) -> bool:
    """Whether an amount can be made of a count whose noun our prices do not name: it may be another
    word for what they do.
    """
    _, unit = amount_and_unit(known, total)
    prices = [k for k in known.money if k.answer == "price" and k.unit == unit]
    counts = {
        number_text(n.value)
        for n in sentence.each(NumberMatch)
        if not prices_of(prices, sentence, n) and not cues.PEOPLE(f" {n.noun.casefold()} ")
    }
    if not counts:
        return False
    found = ways(total.amount, operands(known, sentence, total, unit))
    return any(counts.intersection(how.split()) for how in found)


def is_bill(
    known: Knowledge, sentence: Sentence, match: MoneyMatch, *, using: Decimal | None = None
) -> bool:
    """Return whether an amount is what counted things come to, or the least of them, and only so
    with the price `using` where it is given.
    """
    if using is None and is_bill_of_least(known, sentence, match.amount):
        return True
    bill = bill_of(known, sentence, match) if match.high is None else None
    if bill is None or not bill.can_be(match.amount):
        return False
    rest = bill_of(known, sentence, match, without=using) if using is not None else None
    return rest is None or not rest.can_be(match.amount)


def _is_new(known: Knowledge, match: MoneyMatch) -> bool:
    """Whether nobody told an amount, nor a price for several or a year of which it is one part."""
    return not is_said(known, *amount_and_unit(known, match)) and match.amount not in known.bundles


def _states_a_bill(sentence: Sentence) -> bool:
    """Whether a sentence says in plain words that something costs so much, and nothing else."""
    if sentence.mark or not any(sentence.each(NumberMatch)) or _is_denied(sentence):
        return False
    for kind in (ShareMatch, FractionMatch, HoursMatch, DateMatch):
        if any(sentence.each(kind)):
            return False
    words = _up_to_last_amount(sentence)
    is_plain = not any(cue(words) for cue in _NOT_PLAIN) and not parts_named(sentence)
    return is_plain and any(sentence.says(cue) for cue in _COSTS)


def _up_to_last_amount(sentence: Sentence) -> str:
    """Return a sentence as far as the clause of its last amount: what the bill is then compared
    with makes it no other.
    """
    *_, last = sentence.each(MoneyMatch)
    return sentence.padded(sentence.first, sentence.clause_of(last).last)


def _is_denied(sentence: Sentence) -> bool:
    """Whether a bill is denied, and not only what is said behind its last amount."""
    return sentence.negated and cues.NEGATION(_up_to_last_amount(sentence))


_COSTS = (
    cues.RESULT,
    cues.PAY,
    cues.BILLED,
    cues.Cue("""
    bring, brings, takes in, take in, amount to, amounts to, earns, yield, yields, receives an
    receives a, invoice shows, beläuft sich, belaufen sich, nimmt ein, nehmen ein, s' élève à
    s' élèvent à, rapporte, vaut, valent, bedraagt, bedragen, brengt, brengen, asciende a
    ascienden a, importa, vale, valen, is worth, are worth, ist * wert, sind * wert
    """),
)
_DIVIDED = cues.Cue("""
    shares, share, shared, sharing, split, splits, per head, a head, between them, divided
    per person, a person, apiece, half of, teilen, teilt, geteilt, aufgeteilt, pro kopf, verteilt
    partag*, divis*, réparti*, par tête, par personne, delen, deelt, gedeeld, verdeeld, per persoon
    compart*, repart*, dividid*, por persona, mitad, moitié, helft, hälfte
    """)
"""Phrases after which an amount is surely somebody's part of another."""
_NOT_PLAIN = (cues.COMPARED, _DIVIDED, cues.APPROXIMATE, cues.FLAT, cues.ASSUMED)


@dataclass(frozen=True)
class _Times:
    """What a bill may be multiplied with."""

    spans: tuple[SpanMatch, ...]
    often: tuple[tuple[Decimal, ...], ...]
    """Counts of what has no price, and periods of a year; of each no more than one is taken."""

    def products(self, periods: Collection[str] = ()) -> frozenset[Decimal]:
        """Return the products of some of them, and of all spans in one of the `periods`, which a
        price is paid for.
        """
        found = {_ONE}
        for span in self.spans:
            kept = set() if span.unit in periods else found
            found = kept | {one * other for one, other in product(found, _lengths(span))}
        for some in self.often[:_MOST_TIMES]:
            found |= {one * other for one, other in product(found, some)}
        return frozenset(found)

    def also(self, counts: Iterable[Decimal]) -> _Times:
        return _Times(self.spans, (*((count,) for count in counts), *self.often))


def _lengths(span: SpanMatch) -> tuple[Decimal, ...]:
    return (span.amount, *(span.amount * many for many in _SMALLER.get(span.unit, ())))


def bill_of(
    known: Knowledge, sentence: Sentence, total: MoneyMatch, *, without: Decimal | None = None
) -> Bill | None:
    """Return what a bill of the things that a sentence counts can be made from, None where it
    counts nothing that has a price. `without` is a price that is not used.
    """
    prices, others = _prices(known, sentence, total, without)
    things = _things(prices, sentence)
    if not things or len(things) > _MOST_COUNTS:
        return None
    counted = {k.amount for n, _ in things for k in prices if is_named_by(k, sentence, n)}
    single = [k for k in (*prices, *others) if k.amount not in counted]
    times = _times(known, sentence, total, things)
    terms = tuple(
        frozenset(_terms(number.value, [*own, *others], prices, mine))
        for number, own, mine in _with_times(sentence, things, times)
    )
    return Bill(terms, frozenset(_besides(single, sentence.stems - SAY_LITTLE, times.products())))


def _prices(
    known: Knowledge, sentence: Sentence, total: MoneyMatch, without: Decimal | None
) -> tuple[list[Known], list[Known]]:
    """Return our prices, and those that the sentence names of what others ask."""
    _, unit = amount_and_unit(known, total)
    of_unit = [k for k in known.money if k.unit == unit and k.amount != without]
    named = sentence.stems - SAY_LITTLE - nouns_counted(sentence)
    others = [k for k in of_unit if k.answer in _MARKET and k.clause.stems & named]
    return [k for k in of_unit if k.answer == "price"], others


_Thing = tuple[NumberMatch, list[Known]]


def _things(prices: list[Known], sentence: Sentence) -> list[_Thing]:
    """Return what a sentence counts that has a price, each with the prices that may be its own."""
    numbers = sentence.each(NumberMatch)
    return [(n, own) for n in numbers if (own := prices_of(prices, sentence, n))]


def _times(known: Knowledge, sentence: Sentence, total: MoneyMatch, things: list[_Thing]) -> _Times:
    taken = {number.first for number, _ in things}
    bare = (n.value for n in sentence.each(NumberMatch) if n.first not in taken)
    spans = tuple(sentence.each(SpanMatch))
    return _Times(spans, tuple(_often(known, sentence, total))).also(bare)


def _with_times(
    sentence: Sentence, things: list[_Thing], times: _Times
) -> Iterator[tuple[NumberMatch, list[Known], _Times]]:
    """Yield the things, each with what its own prices may be multiplied with."""
    for number, own in things:
        rest = (n for n, _ in things if n is not number)
        counts = [n.value for n in rest if may_be_for_each(own, sentence, n)]
        yield number, own, times.also(counts)


_MARKET = ("workaround", "problem", "target_user")
"""Answers that name what others ask."""


def _often(
    known: Knowledge, sentence: Sentence, total: MoneyMatch
) -> Iterator[tuple[Decimal, ...]]:
    """Yield how often something is paid: periods of a year, "twice", "the third"."""
    if sentence.says(cues.YEARLY):
        yield tuple(map(Decimal, (known.months_priced or 12, 52)))
    elif PRICE_PERIODS.intersection(total.per):
        yield tuple(map(Decimal, (12, 52, 4, 7)))
    words = sentence.words.split()
    yield from ((cues.TIMES[word],) for word in words if word in cues.TIMES)
    yield from ((NTH[word],) for word in words if word in NTH)
    if sentence.says(cues.BOTH_OF):
        yield (Decimal(2),)


def _terms(
    count: Decimal, own: list[Known], prices: list[Known], times: _Times
) -> Iterator[Decimal]:
    """Yield what so many of a thing may come to: at one price, or the first at one and the rest at
    another.
    """
    for said in own:
        many = times.products(PRICE_PERIODS.intersection(said.per))
        units = {said.amount, *for_longer(said, prices, times.spans)}
        sized = {one * said.amount / size for size in sizes(said) for one in (_ONE, count)}
        yield from (one * often for one in sized for often in many)
        yield from (count * one * often for one, often in product(units, many))
        flat = (*beyond_the_free(count, said), *up_to_so_many(count, said))
        yield from (one * often for one, often in product(flat, many))
    for one, other in product(own, prices):
        if one.amount != other.amount:
            steps = [*in_steps(count, one, other)]
            if other in own:
                steps += with_surcharge(count, one, other)
            yield from (value * often for value, often in product(steps, times.products()))


def _besides(
    single: list[Known], named: frozenset[str], multiples: Iterable[Decimal]
) -> Iterator[Decimal]:
    """Yield nothing, a single price, and two of them or one so many times where they are named."""
    yield Decimal(0)
    single = [k for k in single if not k.clause.says(cues.FLOOR)]
    yield from (k.amount for k in single)
    spoken_of = {k.amount for k in single if named_beside(k) & named}
    yield from (one + other for one, other in combinations(spoken_of, 2))
    yield from (one * many for one, many in product(spoken_of, multiples))
