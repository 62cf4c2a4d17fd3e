"""The budget: all that may be spent for certain. Costs, prices and money that is only hoped for are
not part of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from artifacts.facts.grammar.matches import Match, MoneyMatch, NumberMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.allowance import is_most, may_cost, may_cost_something
from artifacts.facts.reading.budget_parts import is_followed_by_whole, is_had_bare, is_part
from artifacts.facts.reading.budget_words import HAVE, ITEM_COST, TOTAL, UNSURE
from artifacts.facts.reading.context import NEAR, Reading, Told, read, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.later_money import (
    condition_of,
    later_of_all,
    later_rest,
    names_source,
    percent_later,
)
from artifacts.facts.schema import FACTS_MAX, Budget, Fact, LaterMoney

PERIODS = word_set("hour day week month quarter year night minute")


@dataclass
class _Part:
    match: MoneyMatch | NumberMatch
    amount: Decimal
    currency: str


def read_budget(reading: Reading) -> Fact[Budget]:
    """Return all that may be spent for certain."""
    for told in reading.pick(("budget", "constraint", "idea", "stage")):
        parts = list(_own_money(told))
        if parts and (found := _total(told, parts)):
            return found
    return Fact()


def _own_money(told: Told) -> Iterator[_Part]:
    """Yield the amounts that can be a budget or a part of one: no cost, no price, nothing that is
    only hoped for.
    """
    amounts = list(_amounts(told))
    for place, part in enumerate(amounts):
        if place and (_is_restated(amounts[place - 1], part) or _is_refused(told, part)):
            continue
        near = _segment(told, amounts, place)
        if says(near, UNSURE) or _ON_CONDITION.begin(told.after(part.match)):
            continue
        if says(told.padded(part.match.last, part.match.last + 12), _TAKEN_BACK):
            continue
        is_spent = _is_cost(told, part.match) or may_cost_something(told, part.match)
        if is_spent and not (may_cost(told, part.match) or is_most(told, part.match)):
            continue
        yield part


def _is_restated(before: _Part, part: _Part) -> bool:
    """Whether a sum only says the one in front of it in other figures: "seven lakh, 700,000"."""
    same = (before.amount, before.currency) == (part.amount, part.currency)
    return same and part.match.first - before.match.last <= 2


def _is_refused(told: Told, part: _Part) -> bool:
    """Whether a later sum is called too much, or only the limit of one before it: "£9,000 and not
    £12,000", "£9,000 ...; no more than £9,000".
    """
    before = told.before(part.match)
    if _NOT.end(before):
        return True
    if not _NO_MORE_THAN.end(before):
        return False
    return any(
        other.amount == part.amount
        for other in _amounts(told)
        if other.match.first < part.match.first
    )


_NOT = Cues("and not; but not; und nicht; aber nicht; et pas; mais pas; en niet; maar niet; y no")
_NO_MORE_THAN = Cues(
    "no more than; not more than; never more than; at most; nicht mehr als; höchstens; maximal; pas"
    " plus de; au plus; niet meer dan; hoogstens; no más de; como máximo"
)


def _amounts(told: Told) -> Iterator[_Part]:
    """Yield amounts of money, and bare numbers in sentences with one: "nineteen thousand from the
    shop and $8,000 from ...".
    """
    money = [m for m in told.each(MoneyMatch) if m.currency and m.high is None]
    currencies = {told.source.sentence(m.first): m.currency for m in money}
    latest = ""
    for match in told.matches:
        if isinstance(match, MoneyMatch) and _is_sum(match):
            latest = match.currency
            yield _Part(match, match.amount, match.currency)
        elif isinstance(match, NumberMatch):
            currency = currencies.get(told.source.sentence(match.first), "")
            yield from _bare_part(told, match, currency or _currency_of_bare(told, match, latest))


def _currency_of_bare(told: Told, match: NumberMatch, latest: str) -> str:
    """Return the currency of a number in a sentence without one, "" where it is no money; `latest`
    is that of the amount before.
    """
    if is_followed_by_whole(told, match):
        # "We have £6,000. 2,500 of that comes in March."
        return latest
    return told.source.home if is_had_bare(told, match) else ""


def _bare_part(told: Told, match: NumberMatch, currency: str) -> Iterator[_Part]:
    """Yield the sum that a number is in a sentence with amounts in `currency`."""
    if currency and _is_bare(match):
        yield _Part(match, match.value, currency)
    elif currency and (_is_in_thousands(told, match) or _is_sum_in_thousands(told, match)):
        yield _Part(match, match.value * 1000, currency)


def _is_in_thousands(told: Told, match: NumberMatch) -> bool:
    """Whether a number of thousands and another one, both in words, add up to an amount near them:
    "$26,000: sixteen thousand is ours, and ten is a loan".
    """
    if not match.worded or match.noun or match.value >= _SMALL_BUDGET:
        return False
    near = match.first - NEAR, match.last + NEAR
    others = [o.value for o in told.within(NumberMatch, *near) if o.worded and o.value >= 1000]
    sums = {match.value * 1000 + other for other in others}
    return any(money.amount in sums for money in told.within(MoneyMatch, *near))


def _is_sum_in_thousands(told: Told, match: NumberMatch) -> bool:
    """Whether a number in words is what the amounts in front of it make, in thousands: "$50,000 and
    $36,000, so eighty-six".
    """
    if not match.worded or match.noun or match.value >= _SMALL_BUDGET:
        return False
    before = told.opening(match.first, NEAR), match.first
    amounts = [m.amount for m in told.within(MoneyMatch, *before) if _is_sum(m)]
    amounts += [n.value for n in told.within(NumberMatch, *before) if _is_bare(n)]
    return len(amounts) > 1 and sum(amounts) == match.value * 1000


def _is_sum(match: MoneyMatch) -> bool:
    if not match.currency or match.high is not None:
        return False
    return match.amount >= 1 and not _is_rate(match)


def _is_bare(match: NumberMatch) -> bool:
    named = match.noun and not names_source(match)
    return not named and match.high is None and match.value >= _SMALL_BUDGET


def _segment(told: Told, amounts: list[_Part], place: int) -> str:
    """Return the words of the clause that belong to one amount of several: from the last comma or
    "and" in front of it to the last one in front of the next.
    """
    match = amounts[place].match
    first, last = told.clause_of(match)
    if place and amounts[place - 1].match.last > first:
        first = _boundary(told, amounts[place - 1].match.last, match.first)
    if place + 1 < len(amounts) and amounts[place + 1].match.first < last:
        last = _boundary(told, match.last, amounts[place + 1].match.first)
    return told.padded(first, last)


_BOUNDARIES = word_set(", and und et en y plus dazu")


def _boundary(told: Told, first: int, last: int) -> int:
    for index in range(last - 1, first - 1, -1):
        if told.source.word(index) in _BOUNDARIES:
            return index
    return last


_ON_CONDITION = Cues(
    "if; grant if; loan if; but only if; provided; should the; falls; wenn sie zustimmt; sofern; si"
    " la; si le; si elle; si la mairie; indien; mits; si el; si la"
)
"""What makes money behind it one that may not come."""
_TAKEN_BACK = Cues(
    "rechnen wir nicht; rechne ich nicht; darauf bauen wir nicht; darauf baue ich nicht; darauf"
    " zählen wir nicht; do not count on that; don't count on it; don't rely on it; don't bank on it"
)
_SMALL_BUDGET = 500
"""An amount below that with "per ..." behind it is a rate, above it the words behind it say who
gives it.
"""


def _is_rate(match: MoneyMatch) -> bool:
    if any(per in PERIODS or per == "piece" for per in match.per):
        return True
    return bool(match.per) and match.amount < _SMALL_BUDGET


def _is_cost(told: Told, match: Match) -> bool:
    """Whether the words right around an amount make it the cost of a thing."""
    before = told.before(match, 6)
    for sign in (";", ":", ","):
        before = " " + before.rpartition(f" {sign} ")[2].lstrip()
    following = told.after(match, 5).replace(" cost share ", " share ")
    for sign in (";", ":", ",", "."):
        following = following.partition(f" {sign} ")[0] + " "
    thing = before.split()[:1] and before.split()[0] in _ONE and _IS.end(before)
    return bool(thing) or says(before, ITEM_COST) or says(following, ITEM_COST)


_ONE = word_set("a an ein eine un une een una")
_IS = Cues("is; are; ist; sind; est; es; kommt auf; liegt bei; runs to; comes to")


def _total(told: Told, parts: list[_Part]) -> Fact[Budget] | None:
    """Return the budget: an amount that is the sum of others, else one called the total, else what
    somebody has.
    """
    whole = _whole_among(told, parts)
    used = [whole] if whole else _had(told, parts)
    amount = sum((part.amount for part in used), Decimal(0))
    if not 0 < amount < 10**12:
        return None
    smaller = [
        part
        for part in parts
        if part is not whole and part.amount < amount and part.currency == used[0].currency
    ]
    later = (
        *_later_parts(told, smaller),
        *later_rest(told, amount, [(part.match, part.amount) for part in smaller]),
    )
    later = later or tuple(later_of_all(told, amount))[:1]
    spans = [
        told.span(part.match.start, told.source.tokens[part.match.last - 1].end) for part in used
    ]
    return read(Budget(amount=amount, currency=used[0].currency, later=later[:FACTS_MAX]), *spans)


def _whole_among(told: Told, parts: list[_Part]) -> _Part | None:
    """Return the amount that is told to be all of it, by the surest sign first."""
    whole = next((part for part in parts if is_most(told, part.match)), None)
    whole = whole or _sum_among(told, parts) or _called_total(told, parts)
    return whole or _opens_list(told, parts) or _allowed(told, parts)


def _allowed(told: Told, parts: list[_Part]) -> _Part | None:
    """Return what all of it may cost, of which the smaller sums behind it are parts: "it may cost
    78,000; 23,400 of that is paid by the canton".
    """
    first = parts[0]
    rest = sum((part.amount for part in parts[1:]), Decimal(0))
    return first if rest < first.amount and may_cost_something(told, first.match) else None


def _later_parts(told: Told, parts: list[_Part]) -> Iterator[LaterMoney]:
    for part in parts:
        if condition := condition_of(told, part.match):
            amount = part.amount * percent_later(told, part.match) / 100
            yield LaterMoney(amount=_to_the_cent(amount), condition=condition)


def _to_the_cent(amount: Decimal) -> Decimal:
    """Return an amount of which a third was taken without its endless digits."""
    cents = round(amount, 2)
    return cents.quantize(Decimal(1)) if cents == int(cents) else cents


def _had(told: Told, parts: list[_Part]) -> list[_Part]:
    """Return the amounts that somebody says are there, which add up unless one is a part of the
    other.
    """
    had = _said_to_be_there(told, parts)
    if not had:
        return []
    if says(told.around(had[0].match), _REST):
        return [max(had, key=lambda part: part.amount)]
    return [part for part in parts if part is had[0] or _adds_to(told, part, had[0])]


def _said_to_be_there(told: Told, parts: list[_Part]) -> list[_Part]:
    had = [part for part in parts if told.key == "budget" or _is_had(told, part)]
    if had or told.key != "constraint":
        return had
    # what must hold names no other money of this size than costs, which are left out already
    return [part for part in parts if part.amount >= _SMALL_BUDGET]


def _adds_to(told: Told, part: _Part, first: _Part) -> bool:
    """Whether an amount of the same sentence and currency comes on top of the first one."""
    sentence = told.source.sentence(first.match.first)
    if part.currency != first.currency or told.source.sentence(part.match.first) != sentence:
        return False
    return not is_part(told, part.match)


def _is_had(told: Told, part: _Part) -> bool:
    """Whether somebody says that it is there; also in front of a colon: "The money: 24,000 ..."."""
    first = told.clause_of(part.match)[0]
    heading = told.source.word(first - 1) == ":" and says(told.before_words(first), HAVE)
    return heading or says(told.clause(part.match), HAVE)


_REST = Cues("the rest; the remainder; den rest; der rest; le reste; de rest; el resto")
_MOST_PARTS = 12


def _sum_among(told: Told, parts: list[_Part]) -> _Part | None:
    """Return the amount that others right behind it, or right before it, add up to, and that is no
    part of another such sum: "38,000 of ours and a grant of 12,000, 7,000 now and 5,000 later, so
    50,000".
    """
    whole, rest = None, parts
    while found := _first_sum(told, rest):
        whole, made_of = found
        rest = [part for part in rest if all(part is not one for one in made_of)]
    return whole


def _first_sum(told: Told, parts: list[_Part]) -> tuple[_Part, list[_Part]] | None:
    """Return the first amount that others beside it add up to, with those."""
    for place, part in enumerate(parts):
        alike = [
            other
            for other in parts[place + 1 : place + 1 + _MOST_PARTS]
            if other.currency == part.currency
        ]
        before = [
            other
            for other in parts[max(place - _MOST_PARTS, 0) : place]
            if other.currency == part.currency
        ]
        for group in (
            alike,
            before[::-1],
            [other for other in alike if not is_part(told, other.match)],
        ):
            running = Decimal(0)
            for count, other in enumerate(group, start=1):
                running += other.amount
                if running == part.amount and count > 1:
                    return part, group[:count]
    return None


def _called_total(told: Told, parts: list[_Part]) -> _Part | None:
    called = [
        part
        for part in parts
        if says(told.before(part.match, 6), TOTAL) or says(told.after(part.match, 5), TOTAL)
    ]
    return max(called, key=lambda part: part.amount) if called else None


def _opens_list(told: Told, parts: list[_Part]) -> _Part | None:
    """Return the amount that others are the parts of: "22,500: 15,000 from a foundation, the rest
    ...", "48,000, of it 18,000 from ...".
    """
    before = Decimal(0)
    for part, other in pairwise(parts):
        same = part.currency == other.currency and other.amount < part.amount
        near = told.source.sentence(part.match.first) == told.source.sentence(other.match.first)
        # "9,000 of ours and 4,000 more, the last 1,500 later": not all of it, but the second sum
        inside = before <= part.amount and is_part(told, other.match)
        before += part.amount
        if same and near and (inside or _ends_in_colon(told, part)):
            return part
    for part in parts:
        # "3,400,000: the cooperative gives ...", with the parts as bare numbers
        opens = part.match.first - told.opening(part.match.first, 6) < 4
        if opens and _ends_in_colon(told, part) and says(told.after(part.match), HAVE):
            return part
    return None


_IS_WHOLE = 8
"""How many words may stand between an amount and the colon in front of its parts."""


def _ends_in_colon(told: Told, part: _Part) -> bool:
    last = told.clause_of(part.match)[1]
    return last - part.match.last < _IS_WHOLE and told.source.word(last - 1) == ":"
