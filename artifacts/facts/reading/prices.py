"""Prices. Money that others pay or take, costs, deposits and past prices are none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from artifacts.facts.grammar.matches import (
    DateRangeMatch,
    Match,
    MoneyMatch,
    NumberMatch,
    SpanMatch,
)
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.budget import PERIODS
from artifacts.facts.reading.context import NEAR, Reading, Told, read, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.price_advice import is_of_somebody_else
from artifacts.facts.reading.price_amounts import Amount, amounts_in
from artifacts.facts.reading.price_costs import is_spent
from artifacts.facts.reading.price_credits import is_credited, is_given_by_us
from artifacts.facts.reading.price_shares import is_markup, is_our_cut
from artifacts.facts.reading.price_units import counted_by
from artifacts.facts.reading.price_words import (
    AT_LEAST,
    DEPOSIT,
    DIVIDED,
    KEPT,
    NONE_OF_IT,
    NOT_OURS,
    OF_WHICH,
    OTHERS,
    OURSELVES,
    OUT_OF_IT,
    PASSED_ON,
    PAST,
    PAYER_NAMED,
    TAKERS,
    TO_OTHERS,
)
from artifacts.facts.schema import FACTS_MAX, Fact, Price

_CALLED_PRICE = word_set("preis price prix prijs precio beitrag gebühr")
_JOINS = word_set("and und et y en or oder , &")


def read_prices(reading: Reading) -> tuple[Fact[Price], ...]:
    """Return what is charged: from the answer about the price, else where somebody says that they
    charge.
    """
    found: dict[tuple[Decimal, str | None, str], Fact[Price]] = {}
    world, users = _words_of_the_world(reading), _words_of_users(reading)
    for told in reading.pick(("price",)):
        prices = _prices_in(told, users)
        _add(found, (fact for fact in prices if not _is_of_the_world(told, fact, world)))
    if not found:
        for told in reading.pick(("idea", "target_user", "constraint", "validation")):
            _add(found, (fact for fact in _prices_in(told, charged_only=True)))
    return tuple(found.values())[:FACTS_MAX]


_STEM = 5
"""As many letters of a word tell "coach" and "coaches", "Tankstelle" and "Tankstellen" together."""


def _words_of_the_world(reading: Reading) -> frozenset[str]:
    """Return the stems of what people do without us, where our own product has no such word."""
    return _stems(reading, ("problem", "workaround")) - _stems(reading, ("idea", "first_version"))


def _words_of_users(reading: Reading) -> frozenset[str]:
    """Return the stems of the sentence that says whom it is for: these are no others."""
    return frozenset(
        token.lower[:_STEM]
        for told in reading.pick(("target_user",))
        for token in told.source.tokens[slice(*told.sentences[0])]
        if token.kind == "word" and len(token.lower) >= _STEM
    )


def _stems(reading: Reading, keys: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        token.lower[:_STEM]
        for told in reading.pick(keys)
        for token in told.source.tokens
        if token.kind == "word" and len(token.lower) >= _STEM
    )


def _is_of_the_world(told: Told, fact: Fact[Price], world: frozenset[str]) -> bool:
    """Whether the price is that of something people use today: "A coach day is £35".

    It opens a sentence with such a word, and says nothing of us.
    """
    start = fact.said[0].start
    first = bisect_left(told.source.tokens, start, key=lambda token: token.start)
    opening = told.opening(first, 20)
    before = told.source.tokens[opening:first]
    words = {token.lower for token in before}
    counted = any(told.source.number(index) for index in range(opening, first))
    if not opening or words & _OURS or counted or _IF & words:
        return False
    return _IS.end(told.padded(opening, first)) and any(
        token.lower[:_STEM] in world for token in before if len(token.lower) >= _STEM
    )


_IF = word_set("if wenn falls si als indien wanneer si cuando")
_OURS = OURSELVES | word_set("our my unser unsere mein meine bei uns notre nos onze nuestro they")
_IS = Cues(
    "is; are; costs; cost; starts at; start at; begins at; ist; sind; kostet; kosten; beginnt bei;"
    " beginnen bei; est; sont; coûte; commence à; kost; kosten; begint bij; cuesta; es; empieza en"
)


def _add(
    found: dict[tuple[Decimal, str | None, str], Fact[Price]], facts: Iterator[Fact[Price]]
) -> None:
    for fact in facts:
        assert fact.value
        found.setdefault((fact.value.amount, fact.value.currency, fact.value.per), fact)


_CHARGE = Cues(
    "we charge; i charge; pays us; pay us; they pay; members pay; customers pay; the price; wir"
    " nehmen; wir verlangen; zahlt uns; kostet; der preis; nous facturons; paient; paie; le prix;"
    " betalen; betaalt; pagan; paga; cobramos; el precio; costs; pays; für; subscription; abo"
)


def _prices_in(
    told: Told, users: frozenset[str] = frozenset(), *, charged_only: bool = False
) -> Iterator[Fact[Price]]:
    previous: tuple[Amount, bool] | None = None
    for amount in amounts_in(told):
        first = amount.match.first
        since = max(previous[0].match.last, 0) if previous else 0
        opening = told.opening(first, 60)
        before = _DENIED_FEE.sub(" ", told.padded(max(since, opening), first))
        joined = bool(previous) and since >= opening and not set(before.split()) - _JOINS
        refused = previous[1] if joined and previous else _is_refused(told, amount, before, users)
        if not refused and charged_only:
            refused = not amount.per or not says(told.around(amount.match), _CHARGE)
        previous = (amount, refused)
        if not refused and not _is_unsettled(told, amount):
            yield _price(told, amount)


_DENIED_FEE = re.compile(r" (?:nobody|no one|niemand|keiner|personne|nadie) [^;]*;")
"""A fee that nobody pays, in front of a semicolon and of what is paid."""


def _is_unsettled(told: Told, amount: Amount) -> bool:
    """Whether nothing is charged in the end, others get it of the price before, or only a range
    of prices is told.
    """
    behind = told.after(amount.match, 6)
    if OF_WHICH.begin(behind) and says(behind, TO_OTHERS):
        return True
    return amount.high is not None or is_credited(told, amount.match)


def _is_refused(told: Told, amount: Amount, before: str, users: frozenset[str]) -> bool:
    """Whether the words say that this is not what we charge."""
    following = told.after(amount.match, 8)
    is_share = amount.per == ("percent",)
    if is_share and is_our_cut(told, amount.match):
        return False
    if _is_not_ours(told, amount, before, following):
        return True
    if is_share and _stays_ours(told, amount):
        return False
    if _buys_several(told, before):
        return says(before, PAST)
    return (
        _is_charged_by_others(told, amount, before + following.partition(",")[0] + " ", users)
        or is_spent(before, following)
        or _is_taken_by_others(before)
        or _is_wanted_by_others(before)
    )


def _is_not_ours(told: Told, amount: Amount, before: str, following: str) -> bool:
    """Whether an amount is given by us, goes to others or is the price of somebody else."""
    return (
        is_given_by_us(before, following)
        or _goes_to_others(told, amount, following)
        or says(told.clause(amount.match), NOT_OURS)
        or is_of_somebody_else(told, amount.match, before, following)
    )


def _stays_ours(told: Told, amount: Amount) -> bool:
    return says(told.after(amount.match, 4), KEPT) or is_markup(told, amount.match)


def _goes_to_others(told: Told, amount: Amount, following: str) -> bool:
    """Whether an amount is passed on, or none of it is ours."""
    if OUT_OF_IT.begin(following) or PASSED_ON.begin(following):
        return True
    return says(told.part_behind(amount.match), NONE_OF_IT)


def _is_charged_by_others(told: Told, amount: Amount, near: str, users: frozenset[str]) -> bool:
    """Whether an amount was paid before, is given back, or is what others ask for."""
    if says(near, PAST) or says(near, DEPOSIT):
        return True
    clause = told.clause(amount.match)
    if says(clause, _WE_ASK):
        return False
    others = [word for word in _without_comparison(clause).split() if word[:_STEM] not in users]
    return says(f" {' '.join(others)} ", OTHERS) and not says(clause, PAYER_NAMED)


_WE_ASK = Cues(
    "verlangen wir; verlange ich; wir verlangen; ich verlange; nehmen wir; nehme ich; we charge; i"
    " charge; we ask; i ask; nous demandons; je demande; vragen we; vraag ik; cobramos; pedimos;"
    " pays me; pays us; pay me; pay us; zahlt mir; zahlen mir; zahlt uns; zahlen uns; me paie; nous"
    " paie; me paient; nous paient; betaalt mij; betaalt ons; betalen ons; me paga; nos paga; me"
    " pagan; nos pagan"
)
"""Whatever place is named with it, that is a price of ours: "at the market we ask £4"."""


def _buys_several(told: Told, before: str) -> bool:
    """Whether who is named in front of an amount gets so many things for it: "an agency gets ten
    seats for £650".
    """
    part = before.rpartition(" , ")[2].rpartition(" ; ")[2].split()
    verbs = [place for place, word in enumerate(part[1:], start=1) if word in _GETS]
    if not verbs or part[-1] not in _FOR or OURSELVES & set(part):
        return False
    behind = part[verbs[-1] + 1 : -1]
    counted = behind[:1] and (behind[0].isdigit() or behind[0] in told.source.lexicon.numbers)
    return bool(counted) and len(behind) <= _MOST_WORDS


_MOST_WORDS = 4
_GETS = word_set(
    "get gets bekommt bekommen kriegt kriegen erhält reçoit reçoivent krijgt krijgen"
    " recibe reciben tiene obtiene"
)
_FOR = word_set("for für pour voor por")


def _without_comparison(words: str) -> str:
    """Cut off what an amount is compared with: "20, which is half of what others charge"."""
    for sign in (" which is ", " than ", " of what ", " als ", " statt "):
        words = words.partition(sign)[0] + " "
    return words


def _is_wanted_by_others(before: str) -> bool:
    """Whether somebody else wants it: "der Gärtner will 690 €"; in English a verb follows."""
    words = before.rpartition(" , ")[2].split()
    return words[-1:] == ["will"] and not OURSELVES & set(words)


def _is_taken_by_others(before: str) -> bool:
    """Whether somebody else takes the amount behind `before`: "the college wants ...". Words
    before a comma do not count: "if another town wants it, ...".
    """
    near = " " + before.rpartition(" , ")[2].rpartition(" ; ")[2].lstrip()
    words = near.split()
    if _PAYS.end(near):
        return False
    for place, word in enumerate(words):
        bought = words[place + 1] if place + 1 < len(words) else ""
        counted = bought in _BOUGHT | _COUNTS or bought.isdigit()
        buys = counted and word in _BUYING
        if (
            word in TAKERS
            and not buys
            and not OURSELVES & set(words[max(place - 3, 0) : place + 2])
        ):
            if word in ("liegt", "lag") and _CALLED_PRICE & set(words):
                continue
            return word not in ("costs", "vende") or says(before, OTHERS)
    return False


_BUYING = word_set("take takes want wants nimmt nehmen prend prennent neemt toma toman")
_BOUGHT = word_set("it them one some two sie es eine einen ihn welche")
"""Behind a verb of taking these make a buyer of the taker: "shops take it at 95"."""

_COUNTS = word_set(
    "two three four five six seven eight nine ten twelve twenty zwei drei vier fünf sechs sieben"
    " acht neun zehn zwölf zwanzig"
)
_PAYS = Cues("pays; pay; zahlt; zahlen; paie; paient; betaalt; betalen; paga; pagan")


def _price(told: Told, amount: Amount) -> Fact[Price]:
    share = amount.per == ("percent",)
    has_period = any(per in PERIODS for per in amount.per)
    per, unit = (
        ("percent", "") if share else counted_by(told, amount.match, amount.per, amount.last)
    )
    price = Price(
        amount=amount.amount,
        currency=None if share else amount.currency,
        per=per[:40],
        unit=unit[:80],
        months_a_year=_months_a_year(told, amount.match) if has_period else None,
        is_minimum=AT_LEAST.end(told.before(amount.match)),
        is_shared=not share and _is_shared(told, amount),
    )
    return read(price, told.span(amount.match.start, told.source.tokens[amount.last - 1].end))


def _is_shared(told: Told, amount: Amount) -> bool:
    """Whether the rest of the sentence, or the next one, says that others get a part of it."""
    sentence = told.source.sentence(amount.match.first)
    first = last = amount.last
    limit = min(first + 2 * NEAR, len(told.source.tokens))
    while last < limit and told.source.sentence(last) <= sentence + 1:
        last += 1
    parts = (m for m in told.within(Match, first, last) if isinstance(m, _PARTS))
    return says(told.padded(first, last), DIVIDED) or any(
        OUT_OF_IT.begin(words := told.after(part))
        or PASSED_ON.begin(words)
        or OF_WHICH.end(told.before(part))
        for part in parts
    )


_PARTS = (MoneyMatch, NumberMatch)


def _months_a_year(told: Told, match: Match) -> int | None:
    sentence = told.source.sentence(match.first)
    for other in told.within(Match, match.last, match.last + 2 * NEAR):
        if told.source.sentence(other.first) > sentence + 1:
            break
        if isinstance(other, SpanMatch) and other.unit == "month":
            whole = other.amount == int(other.amount) and 1 <= other.amount <= 11
            if whole and says(
                told.after(other, 4),
                ("of the year", "im jahr", "par an", "al año", "per jaar", "a year"),
            ):
                return int(other.amount)
        if (
            isinstance(other, DateRangeMatch)
            and other.begin.day is None
            and other.end_date.day is None
        ):
            return (other.end_date.month - other.begin.month) % 12 + 1
    return None
