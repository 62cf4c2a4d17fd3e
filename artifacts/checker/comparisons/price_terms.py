"""The terms of a price, all of which are compared here: from how many pieces it holds, and for whom
it is another one. What is in it stands in `price_extras`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.measures import is_same_measure
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.price_alike import priced_alike
from artifacts.checker.comparisons.price_always import (
    both_for_one,
    free_without_end,
    is_free_within,
    priced_thing_free,
    thing_denied,
)
from artifacts.checker.comparisons.price_begins import FROM_A_LATER, paid_from_the_start
from artifacts.checker.comparisons.price_cases import price_limits
from artifacts.checker.comparisons.price_conditions import (
    charged_though_free,
    fee_denied,
    free_in_that_case,
    one_price_for_several,
    travel_charged,
    who_pays_nothing,
)
from artifacts.checker.comparisons.price_counts import (
    any_number_for_one_price,
    as_often_as_wanted,
    other_price_for_so_many,
    price_of_one_for_several,
    tiers_though_flat,
)
from artifacts.checker.comparisons.price_extras import (
    other_extras,
    priced_apart,
    said_excluded,
    said_extra,
    said_included,
)
from artifacts.checker.comparisons.price_for_a_time import other_time_for_price
from artifacts.checker.comparisons.price_minimum import fewer_than_billed, prices_of, things_counted
from artifacts.checker.comparisons.price_pieces import (
    all_is_kept,
    first_is_charged,
    other_share_kept,
)
from artifacts.checker.comparisons.price_sides import dear_as_theirs
from artifacts.checker.comparisons.price_sizes import beyond_its_size, same_at_any_size
from artifacts.checker.comparisons.price_sums import sum_though_priced
from artifacts.checker.comparisons.price_times import (
    denied_fee,
    for_each_of_several,
    free_time_differs,
    other_first_price,
    other_first_thing,
    other_price_of_thing,
    prices_of_things,
)
from artifacts.checker.comparisons.price_turned_down import (
    discount_though_none,
    price_turned_down,
)
from artifacts.checker.comparisons.share_bearers import borne_by_another
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.remembered import remembered
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch, SpanMatch


def terms_differ(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder said of a price whose terms a sentence changes; else ""."""
    if not known.told["price"] or sentence.says(cues.CONDITIONAL):
        return ""
    if not sentence.has(MoneyMatch) and _HOLDS.search(sentence.words):
        return ""  # what a jar holds is no term of its price
    checks = _CHECKS_OF_AMOUNTS if sentence.has(MoneyMatch) else _checks_for(known)
    return next(filter(None, (check(known, sentence) for check in checks)), "")


_HOLDS = re.compile(
    r" (?:enthalten|enthält|contains?|holds?|contient|contiennent|bevat|bevatten|contienen?)"
    r" (?:[^ .,;]+ ){0,2}[0-9]+(?:[.,][0-9]+)? (?:kg|g|l|ml|cl|lb|oz|kilo|kilos|liter|litres?) "
)


@remembered
def _checks_for(known: Knowledge) -> tuple[_Check, ...]:
    """Return those of the `_CHECKS` that have something of the founder's to compare with."""
    things = any(prices_of_things(known))
    told = known.told["price"]
    is_free = any(one.says(cues.FREE) for one in told)
    is_shared = any(share.answer == "price" for share in known.shares)
    has = {
        _limit_denied: any(price_limits(known)),
        other_extras: any(said_extra(known)) or any(said_included(known)),
        all_is_kept: is_shared,
        other_share_kept: is_shared,
        borne_by_another: is_shared,
        fee_denied: any(prices_of(known)),
        free_in_that_case: is_free,
        free_time_differs: is_free,
        paid_from_the_start: _has_a_beginning(told),
        charged_though_free: who_pays_nothing(known),
        free_without_end: any(is_free_within(c) for one in told for c in one.clauses),
        priced_thing_free: things,
        thing_denied: things,
        priced_apart: things or any(said_excluded(known)),
    }
    return tuple(check for check in _CHECKS if check not in has or has[check])


def _has_a_beginning(told: Collection[Sentence]) -> bool:
    """Whether the founder says of a price for how long it holds, or that it begins later."""
    if any(one.says(cues.FIRST_PERIOD) or one.has(SpanMatch) for one in told):
        return True
    return any(FROM_A_LATER.search(one.words) for one in told)


# -- how many
# --------------------------------------------------------------------------------------------------


def _below_tier(known: Knowledge, sentence: Sentence) -> str:
    """Return the price for many where a sentence has few at it: 20 bags at what 50 cost each."""
    amounts = {m.amount for m in sentence.each(MoneyMatch)}
    for said in prices_of(known):
        if said.amount not in amounts:
            continue
        for least, nouns in things_counted(said.clause):
            source = said.sentence
            before = source.in_front(least)
            behind = source.behind(least)
            if not (cues.FROM_COUNT(before) or cues.AND_MORE(behind)):
                continue
            counted = [n.value for n, same in things_counted(sentence) if same & nouns]
            if counted and max(counted) < least.value:
                return said.sentence.text
    return ""


def _from_the_first(known: Knowledge, sentence: Sentence) -> str:
    """Return the price that holds from a number on where a sentence has it from the first piece."""
    first = _FROM_THE_FIRST.search(sentence.words)
    if first is None:
        return ""
    amounts = {m.amount for m in sentence.each(MoneyMatch)}
    for said in prices_of(known):
        told = {m.amount for m in said.sentence.each(MoneyMatch)}
        if said.amount not in amounts or len(told & amounts) > 1:
            continue
        if any(_names(first["thing"], n, said.sentence) for n in _limits(said.sentence)):
            return said.sentence.text
    return ""


_FROM_THE_FIRST = re.compile(
    r" (?:from|ab|dès|vanaf|desde|à partir) (?:the|der|dem|le|la|du|de la|de|het|el)"
    r" (?:very |aller)?(?:first|ersten|premiere?|première|eerste|primer|primera)"
    r" (?P<thing>[^ .,;:]+) "
)


def _limits(told: Sentence) -> Iterator[NumberMatch]:
    """Yield the numbers of things that the founder says something holds from or beyond."""
    for number in told.each(NumberMatch):
        before = told.padded(number.first - 3, number.first)
        behind = told.behind(number)
        if cues.FROM_COUNT(before) or _PAST(before) or cues.AND_MORE(behind):
            yield number


_PAST = cues.Cue("passé, au-delà de, more than, beyond, voorbij, pasados, mehr als, mindestens")


def _names(thing: str, number: NumberMatch, told: Sentence) -> bool:
    nouns = told.stems_between(number.first, number.last)
    return bool(told.stems_of(thing) & nouns) or is_same_measure(thing, number.noun)


def _limit_denied(known: Knowledge, sentence: Sentence) -> str:
    """Return the most or the least that the founder set where a sentence says there is none."""
    no_cap, no_floor = sentence.says(cues.NO_CAP), sentence.says(cues.NO_FLOOR)
    if not no_cap and not no_floor:
        return ""
    if not any(sentence.each(MoneyMatch)) and not sentence.says(cues.PAY):
        return ""
    for _, is_cap, said in price_limits(known):
        if no_cap if is_cap else no_floor:
            return said.sentence.text
    return ""


# -- which case
# --------------------------------------------------------------------------------------------------


def _no_exception(known: Knowledge, sentence: Sentence) -> str:
    """Return the price of its own that a sentence says something has not."""
    if not sentence.says(cues.NO_EXCEPTION):
        return ""
    amounts = {m.amount for m in sentence.each(MoneyMatch)}
    said = next((k for k in prices_of(known) if k.amount in amounts), None)
    if said is None:
        return ""
    for other in prices_of(known):
        own = other.clause.stems - said.clause.stems - SAY_LITTLE
        if other.amount not in amounts and other.unit == said.unit and own & sentence.stems:
            return other.sentence.text
    return ""


def _bundle_undone(known: Knowledge, sentence: Sentence) -> str:
    """Return the price for several where a sentence has as many paid piece by piece."""
    if sentence.says(cues.SINGLY) or sentence.says(cues.COMPARED):
        return ""
    amounts = {m.amount for m in sentence.each(MoneyMatch)}
    if not amounts or not (sentence.says(cues.RESULT) or sentence.says(cues.BILLED)):
        return ""
    for said in prices_of(known):
        if said.amount not in amounts and _pieces_paid(known, said, sentence) & amounts:
            return said.sentence.text
    return ""


def _pieces_paid(known: Knowledge, said: Known, sentence: Sentence) -> set[Decimal]:
    """Return what the pieces that a price is for would cost one by one, where `sentence` counts
    as many of them.
    """
    found: set[Decimal] = set()
    for number in said.clause.each(NumberMatch):
        before = said.sentence.padded(number.first - 3, number.first)
        if not cues.SET_OF.search(before) or number.value <= 1 or number.measure:
            continue
        bundled = said.sentence.stems_between(number.first, number.last)
        for counted, nouns in things_counted(sentence):
            if counted.value != number.value:
                continue
            found |= {
                k.amount * number.value
                for k in _prices_of_pieces(known, said, sentence)
                if nouns & (_stems_of_units(k, sentence) | bundled)
            }
    return found


def _prices_of_pieces(known: Knowledge, said: Known, sentence: Sentence) -> Iterator[Known]:
    """Yield the prices below one for several, but for those of others whom a sentence names."""
    below = (k for k in prices_of(known) if k.amount < said.amount)
    return (k for k in below if not _names_payer_of(k, said, sentence))


def _names_payer_of(other: Known, said: Known, sentence: Sentence) -> bool:
    """Whether a sentence speaks of those who pay another price than `said`, alone or as a set."""
    pieces = _stems_of_units(other, sentence) | said.clause.stems
    return bool((other.clause.stems - pieces - SAY_LITTLE) & sentence.stems)


def _stems_of_units(said: Known, sentence: Sentence) -> frozenset[str]:
    return frozenset().union(*map(sentence.stems_of, said.per))


_Check = Callable[[Knowledge, Sentence], str]
_CHECKS: tuple[_Check, ...] = (
    _limit_denied,
    other_extras,
    free_time_differs,
    all_is_kept,
    other_share_kept,
    free_in_that_case,
    paid_from_the_start,
    fee_denied,
    charged_though_free,
    travel_charged,
    free_without_end,
    priced_thing_free,
    thing_denied,
    priced_apart,
    priced_alike,
    discount_though_none,
    borne_by_another,
)
"""What may be asked of every sentence."""
_CHECKS_OF_AMOUNTS = (
    *_CHECKS,
    denied_fee,
    other_first_price,
    other_first_thing,
    for_each_of_several,
    other_price_of_thing,
    _below_tier,
    _from_the_first,
    fewer_than_billed,
    _no_exception,
    _bundle_undone,
    first_is_charged,
    one_price_for_several,
    price_of_one_for_several,
    as_often_as_wanted,
    dear_as_theirs,
    other_price_for_so_many,
    tiers_though_flat,
    other_time_for_price,
    both_for_one,
    beyond_its_size,
    same_at_any_size,
    sum_though_priced,
    price_turned_down,
    any_number_for_one_price,
)
"""What is asked of those with an amount."""
