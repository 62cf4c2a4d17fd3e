"""The amounts in an answer that may be prices: money, what goes on with it without a currency, and
shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from artifacts.facts.grammar import words
from artifacts.facts.grammar.matches import Match, MoneyMatch, NumberMatch, ShareMatch
from artifacts.facts.grammar.per import per_phrases
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.budget import PERIODS
from artifacts.facts.reading.context import Told
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.price_shares import is_cut
from artifacts.facts.reading.price_words import AT_LEAST, OURSELVES


@dataclass
class Amount:
    told: Told
    match: Match
    amount: Decimal
    currency: str
    per: tuple[str, ...]
    last: int
    """The token behind the amount itself, without its "per ..."."""
    high: Decimal | None = None


def amounts_in(told: Told) -> Iterator[Amount]:
    """Yield money, bare numbers that go on with the money before them ("18 pesos ... and 24"), and
    shares.
    """
    before: Amount | None = None
    share: ShareMatch | None = None
    for match in told.matches:
        if isinstance(match, ShareMatch):
            if not match.worded and is_cut(told, match, share):
                share = match
                yield Amount(told, match, match.percent, "", ("percent",), match.last)
        elif found := _amount(told, match, before):
            # The next may be for what one is for: "9 a kilo, 12 fetched, hotels 7 a kilo".
            per = found.per or (before.per if before else ())
            before = replace(found, per=per)
            yield found


def _amount(told: Told, match: Match, before: Amount | None) -> Amount | None:
    if isinstance(match, MoneyMatch) and match.currency:
        per = match.per or _per_of_the_same(told, match, before)
        return Amount(told, match, match.amount, match.currency, per, match.last, match.high)
    if before and isinstance(match, NumberMatch) and _is_next(told, match, before):
        return _gone_on(told, match, before)
    return None


def _per_of_the_same(told: Told, match: MoneyMatch, before: Amount | None) -> tuple[str, ...]:
    """Return what the amount before is per where `match` is the same price under a condition: "$16
    per gallon, $12 if you help", "38 € je Fühler, ab 50 Stück 31 €".
    """
    if before is None or _is_in_another_sentence(told, match, before):
        return ()
    between = told.padded(before.match.last, match.first)
    is_next = bool(_NEXT.search(between)) and len(between.split()) <= _NEAR
    same = is_next and _UNDER_CONDITION.begin(told.after(match))
    return before.per if same or _FROM_SO_MANY.search(between) else ()


def _is_in_another_sentence(told: Told, match: Match, before: Amount) -> bool:
    return told.source.sentence(match.first) != told.source.sentence(before.match.first)


_NEXT = re.compile(r" (?:,|or|oder|ou|of|o) (?:(?:and|und|et|en|y|but|nur|only) )?$")
_NEAR = 5
"""Words between a price and the same one under a condition, at most."""
_UNDER_CONDITION = Cues(
    "if; when; for those; for everybody; for everyone; for anybody who; for anyone who; for whom;"
    " wenn; falls; für alle; für die , die; für den , der; si; quand; pour ceux; pour celles; als;"
    " voor wie; indien; cuando; para quien; para quienes"
)
_FROM_SO_MANY = re.compile(
    r"^ (?:, )?(?:(?:and|und|et|en|y) )?(?:from|above|over|beyond|ab|vom|von|über|à partir de"
    r"|au-delà de|dès|vanaf|boven|a partir de|desde|más de) (?!,)(?:[^ ]+ ){1,7}$"
)
"""All that stands between two prices where the second one is for more of the same."""


def _is_next(told: Told, match: NumberMatch, before: Amount) -> bool:
    apart = told.source.sentence(match.first) - told.source.sentence(before.match.first)
    return apart in (0, 1) and match.high is None and not match.measure


def _gone_on(told: Told, match: NumberMatch, before: Amount) -> Amount | None:
    """Return the amount that a number without a currency is, behind one with it."""
    # A noun behind a number is what it counts, but a word behind as many thousands as before goes
    # on with the sentence: "52.000 pesos en el patio y 61.000 puesto en la casa".
    if match.noun and not (_is_joined(told, match) and _is_dear(match.value, before)):
        return None
    if _is_counted_before(told, match):
        return None
    number = told.source.number(match.first)
    if number is None:
        return None
    value = _in_its_scale(told, match, before)
    per, end = _counted_by(told, number.last)
    stands = not match.worded and _stands_alone(told, match)
    if stands or _is_price_of_one(told, match, value, before, per):
        return Amount(told, match, value, before.currency, per, end)
    return None


def _is_counted_before(told: Told, match: NumberMatch) -> bool:
    """Whether the sentence has counted so many already: "if fewer than 40 come, we charge for
    40".
    """
    if told.source.word(match.first - 1) not in _FOR:
        return False
    opening = told.opening(match.first, 40)
    return any(
        other.value == match.value for other in told.within(NumberMatch, opening, match.first)
    )


def _counted_by(told: Told, index: int) -> tuple[tuple[str, ...], int]:
    """Return what an amount in front of token `index` is per, also "for air", and the token behind
    that.
    """
    per, end = per_phrases(told.source, index)
    if per or told.source.word(index) not in _FOR or not told.source.is_word(index + 1):
        return per, end
    thing = told.source.tokens[index + 1]
    named = thing.lower not in _FOR_ONE and told.source.number(index + 1) is None
    return ((thing.text[:40],), index + 2) if named else (per, end)


_FOR = word_set("for für pour voor para")


def _in_its_scale(told: Told, match: NumberMatch, before: Amount) -> Decimal:
    """Return "two-eighty" as 2.80 beside a price of some pounds, and as 280 beside hundreds."""
    if "-" not in told.source.word(match.first) or not 100 < match.value < 1000:
        return match.value
    return min(match.value, match.value / 100, key=lambda value: _ratio(value, before.amount))


def _ratio(value: Decimal, other: Decimal) -> Decimal:
    return max(value / other, other / value) if value and other else Decimal(1)


def _is_joined(told: Told, match: NumberMatch) -> bool:
    """Whether "and" stands in front of a number, or in front of its "at": "y a 5.000 puesto"."""
    leads, before = told.source.word(match.first - 1), told.source.word(match.first - 2)
    return leads in _JOINS or (leads in _AT and before in _JOINS)


_AT = word_set("at a à zu te für for pour voor por")
_JOINS = word_set("y et und en and o ou oder of or , en")
_THOUSAND = 1000


def _is_dear(value: Decimal, before: Amount) -> bool:
    return value >= _THOUSAND and _ratio(value, before.amount) <= _CLOSE


_CLOSE, _FAR, _FAR_EACH = 5, 12, 100
"""How many times as much the next price may be: a count of people or days is seldom near."""


_STANDS_BEFORE = word_set(
    "and und et en y or oder for für pour voor por para at à a op , : is en für only nur costs cost"
    " kostet kosten coûte coûtent kost cuesta cuestan"
)


def _stands_alone(told: Told, match: Match) -> bool:
    """Whether a bare number stands where an amount would: behind "and" or "for", before a
    preposition or the end, or behind the one word that it is the price of.
    """
    leads = told.source.word(match.first - 1)
    if leads == "of" and told.source.lexicon.language == "nl":
        return True
    if leads in _STANDS_BEFORE:
        return leads != "a" or told.source.lexicon.language != "fr"
    if leads in _COUNTED_BEHIND:
        return False
    # "Einzelgrab 34 € im Monat, Doppelgrab 49."
    named = told.source.word(match.first - 2) == "," and told.source.word(match.last) in _ENDS
    return named and told.source.tokens[match.first - 1].kind == "word"


_ENDS = word_set(". , ; )") | {""}


def _is_price_of_one(
    told: Told, match: NumberMatch, value: Decimal, before: Amount, per: tuple[str, ...]
) -> bool:
    """Whether a number is the price of one more thing: "a club pays eighteen for each", "Kinder
    vier", "twenty-two a plate", "with a lid 24".
    """
    leads = told.source.word(match.first - 1)
    if _ratio(value, before.amount) > _most_ratio(told, match, per) or told.source.number(
        match.last
    ):
        return False
    if _has_cents(told, match) or _is_our_turn(told, match):
        return bool(per) or told.source.word(match.last) in _ENDS
    is_least = bool(per) and value >= _THOUSAND and AT_LEAST.end(told.before(match))
    if is_least or leads in _COUNTED_BEHIND:
        return is_least
    is_same = bool(per) and set(per) <= set(before.per) - PERIODS
    return is_same or _leads_to_thing(told, match, leads, counted=bool(per))


def _most_ratio(told: Told, match: NumberMatch, per: tuple[str, ...]) -> int:
    """Return how many times as much as the price before the next one may be."""
    leads = told.source.word(match.first - 1)
    is_price = "piece" in per or leads in words.ADVERBS_PER or _has_cents(told, match)
    return _FAR_EACH if is_price else _FAR


def _has_cents(told: Told, match: NumberMatch) -> bool:
    """Whether a number is written as only money is: "1,50"."""
    return bool(_CENTS.fullmatch(told.source.tokens[match.first].text))


_CENTS = re.compile(r"[0-9]{1,4}[.,][0-9]{2}")


def _is_our_turn(told: Told, match: NumberMatch) -> bool:
    """Whether a number is ours behind what somebody else asks for: "..., wir 55"."""
    source = told.source
    return source.word(match.first - 1) in OURSELVES and source.word(match.first - 2) in (",", ";")


def _leads_to_thing(told: Told, match: NumberMatch, leads: str, *, counted: bool) -> bool:
    """Whether the words around a number tell who pays it or what for."""
    is_last, for_one = told.source.word(match.last) in _ENDS, _is_for_one(told, match)
    if leads in _PAYS:
        return is_last or for_one or counted
    if not (is_last or for_one):
        return False
    return match.worded if leads == "," and for_one else _names_thing(told, match)


def _is_for_one(told: Told, match: NumberMatch) -> bool:
    """Whether a number leads to what it is the price of, or from how many on: "forty for a sister",
    "seven-fifty from ten heads on".
    """
    follows, counted = told.source.word(match.last), told.source.number(match.last + 1)
    if follows in _ON_CONDITION and told.source.word(match.first - 1) == ",":
        return True
    return follows in (_FOR_ONE if counted is None else _FROM_ON)


_PAYS = word_set(
    "pays pay zahlt zahlen bezahlt paie paient paye betaalt betalen paga pagan costs cost kostet"
    " kosten coûte coûtent kost cuesta cuestan is it's c'est sale salen"
)
_FOR_ONE = word_set("each apiece for for-each je pro pour chacun chacune voor elk elke para cada")
_COUNTED_BEHIND = word_set(
    "of with von mit aus bis until til to ab from since seit nach after before vor um about"
    " than als more less mehr weniger over under über unter only nur at-least mindestens"
    " höchstens maximal minimum maximum most least are sind have has haben hat need brauchen"
    " there in im am on the die der das des den les des los las de d' van jusqu'à hasta tot"
    " plus dès à partir sur desde vanaf avec con met au moins minstens minimaal mínimo máximo"
    " around circa etwa rund i we wir ich nous on je ik we wij"
)
"""In front of a number these make it a count, a limit, a time or a part."""


_FROM_ON = word_set("from ab vanaf desde")
_ON_CONDITION = word_set("if wenn falls si als indien bij")


_MOST_WORDS = 6


def _names_thing(told: Told, match: NumberMatch) -> bool:
    """Whether the words from the last comma on only name what a number is the price of."""
    first = opening = told.opening(match.first, _MOST_WORDS)
    for index in range(opening, match.first):
        if told.source.word(index) in _PARTS_BEGIN:
            first = index + 1
    begins = first > opening or match.first - opening < _MOST_WORDS
    named = told.source.words(first, match.first).split()
    if not begins or not named or not _NO_THING.isdisjoint(named):
        return False
    if len(named) > 1 and _is_one_of_several(told, named):
        return True
    if told.source.lexicon.language == "de" or len(named) == 1:
        return named[0] not in _COUNTED_BEHIND or named[0] in _WITH
    return named[0] in _WITH


def _is_one_of_several(told: Told, words: list[str]) -> bool:
    """Whether words name which one of several or from how many on: "der zweite am selben Tag", "ab
    20 Paletten".
    """
    if words[0] in _THE and words[1] in _WHICH:
        return True
    counted = words[1].isdigit() or words[1] in told.source.lexicon.numbers
    return words[0] in _FROM_MANY and counted and len(words) > 2


_THE = word_set(
    "the each every der die das jeder jede jedes le la les de het el los las chaque elke"
)
_WHICH = word_set(
    "second third other next large small big half zweite dritte andere nächste weitere große kleine"
    " halbe deuxième troisième autre suivant grand grande petit petite tweede derde volgende grote"
    " kleine halve segundo segunda tercero tercera otro otra grande pequeño pequeña media medio"
)
_FROM_MANY = word_set("from ab bei bij vanaf desde")
_PARTS_BEGIN = word_set(", ; : ( und and et en y")
_WITH = word_set(
    "with without mit ohne avec sans met zonder con sin for für pour voor para a an"
    " ein eine un une een una"
)
_NO_THING = word_set(
    "i we wir ich nous on je ik we wij they sie ils ze are sind have has haben hat need brauchen"
    " until bis wants want will wollen"
)
