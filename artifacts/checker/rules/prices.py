"""Prices: who pays what, from when and where, and what money there is, is what our answers say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.bills import is_bill
from artifacts.checker.comparisons.borne import TELLS_WHO
from artifacts.checker.comparisons.derivations import derivation, is_said
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.let_off import free_differs
from artifacts.checker.comparisons.payers import (
    amount_and_unit,
    other_payer,
    paid_by_another,
    swapped_payer,
    tells_who_pays,
)
from artifacts.checker.comparisons.payment_ways import paid_otherwise
from artifacts.checker.comparisons.price_cases import (
    PRICE_PERIODS,
    SEVERAL_PRICES,
    case_of,
    depends_on_it,
    flat_price,
    follows_from,
    is_no_price,
    is_of_another_price,
    is_same_case,
    nearer_cases,
    price_limits,
    prices_by_place,
)
from artifacts.checker.comparisons.price_of_others import price_of_somebody_else
from artifacts.checker.comparisons.price_pieces import same_for_any_number
from artifacts.checker.comparisons.price_sides import one_price_for_either
from artifacts.checker.comparisons.price_terms import terms_differ
from artifacts.checker.comparisons.price_tiers import price_of_other_tier
from artifacts.checker.comparisons.price_times import said_for_another_time
from artifacts.checker.context import CheckContext
from artifacts.checker.findings import Severity
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.remembered import remembered_beside
from artifacts.checker.rules.registry import Violation, contradiction, rule
from artifacts.facts.grammar.matches import MoneyMatch, PlaceMatch
from artifacts.text import gettext_noop


@rule(
    severity=Severity.BROKEN,
    needs=(cues.PAY, cues.FREE, TELLS_WHO),
    told=tells_who_pays,
    message=gettext_noop("“%(sentence)s” is not what we said of who pays what: “%(told)s”"),
    hint=gettext_noop("Name who pays and how much as our answers do, or change the price there."),
    writer_hint="Name who pays and how much as the interview does.",
    good={
        "answers.price": (
            "29 euros a month from the shop, of which the helper gets 9 euros. Free for suppliers."
        ),
        "brief.market_analysis": "A shop pays 29 euros a month, and suppliers pay nothing.",
    },
    bad={
        "answers.price": (
            "29 euros a month from the shop, of which the helper gets 9 euros. Free for suppliers."
        ),
        "brief.market_analysis": "A supplier pays 29 euros a month, and for the shop it is free.",
    },
)
def payer_differs(context: CheckContext) -> Iterator[Violation]:
    """Who pays pays what our answers say, and who pays nothing there pays nothing."""
    known = context.knowledge
    for passage, sentence in context.claims_with(cues.PAY, cues.FREE, TELLS_WHO):
        if told := _told_of_payer(known, sentence):
            yield contradiction(passage, sentence, told)


_WITHOUT_US = re.compile(r" (?:that|which|who|and) (?:would|could|might) (?:otherwise|else)(?= )")
"""What would be without us is no condition of a price: "work that would otherwise not come"."""


@remembered_beside
def _told_of_payer(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder said of who pays, where a sentence says otherwise; else ""."""
    if not any(map(sentence.says, (cues.PAY, cues.FREE, TELLS_WHO))):
        return ""
    if cues.CONDITIONAL(_WITHOUT_US.sub(" ", sentence.words)):
        return ""
    return (
        swapped_payer(known, sentence)
        or paid_by_another(known, sentence)
        or other_payer(known, sentence)
        or free_differs(known, sentence)
    )


@rule(
    severity=Severity.BROKEN,
    needs=(MoneyMatch,),
    told=lambda known: any(price_limits(known)),
    message=gettext_noop("%(figure)s is beyond the limit we set: “%(told)s”"),
    hint=gettext_noop(
        "Use the minimum and the maximum that our answers name, or change them there."
    ),
    writer_hint="Use the minimum and the maximum that the interview names.",
    good={
        "answers.price": "3 euros an hour, at most 15 euros a day.",
        "brief.market_analysis": "Four hours on a day cost 12 euros.",
    },
    bad={
        "answers.price": "3 euros an hour, at most 15 euros a day.",
        "brief.market_analysis": "Seven hours on a day cost 21 euros.",
    },
)
def price_beyond_limit(context: CheckContext) -> Iterator[Violation]:
    """What somebody pays is no less and no more than the limits our answers set."""
    known = context.knowledge
    limits = list(price_limits(known))
    for passage, sentence in context.claims_with(MoneyMatch):
        if not any(map(sentence.says, (cues.PAY, cues.SEES, cues.BILLED))):
            continue
        # A sentence that names the limit may say what it would be without it.
        named = {match.amount for match in sentence.each(MoneyMatch)}
        open_limits = [limit for limit in limits if limit[0] not in named]
        for match, said in _beyond(known, sentence, open_limits):
            figure = sentence.source.text[match.start : match.stem_end]
            yield contradiction(passage, sentence, said.sentence.text, of=figure, figure=figure)


def _beyond(
    known: Knowledge, sentence: Sentence, limits: list[tuple[Decimal, bool, Known]]
) -> Iterator[tuple[MoneyMatch, Known]]:
    """Yield the amounts that our prices make and that are beyond a limit, each with the limit."""
    for match in sentence.each(MoneyMatch):
        is_price = is_said(known, match.amount, match.currency or known.home)
        if is_price and not sentence.says(cues.ONE_ALONE):
            continue
        if is_no_price(known, sentence, match):
            continue
        said = _limit_crossed(limits, sentence, match)
        if said and is_of_another_price(known, sentence, match, said):
            continue
        if said and (is_price or derivation(known, sentence, match, match.amount) is not None):
            yield match, said


def _limit_crossed(
    limits: list[tuple[Decimal, bool, Known]], sentence: Sentence, match: MoneyMatch
) -> Known | None:
    for limit, is_cap, said in limits:
        is_beyond = is_cap == (match.amount > limit)
        if is_beyond and is_same_case(sentence, said, is_floor=not is_cap):
            return said
    return None


@rule(
    severity=Severity.BROKEN,
    needs=(MoneyMatch,),
    told=lambda known: known.money,
    message=gettext_noop("%(figure)s is for another time than we said: “%(told)s”"),
    hint=gettext_noop("Name the time that our answers name with this price, or change it there."),
    writer_hint="Name the time that the interview names with this price.",
    good={"brief.market_analysis": "A shop pays 29 euros a month."},
    bad={"brief.market_analysis": "A shop pays 29 euros a year."},
)
def price_period_differs(context: CheckContext) -> Iterator[Violation]:
    """A price is for the time that our answers name: a month, a year, an hour."""
    known = context.knowledge
    for passage, sentence in context.claims_with(MoneyMatch):
        if sentence.says(cues.CONDITIONAL):
            continue
        for match in sentence.each(MoneyMatch):
            told = said_for_another_time(known, sentence, match)
            if told and derivation(known, sentence, match, match.amount) is None:
                figure = sentence.source.text[match.start : match.end]
                yield contradiction(passage, sentence, told.sentence.text, of=figure, figure=figure)


@rule(
    severity=Severity.BROKEN,
    needs=(cues.NO_FLAT, MoneyMatch),
    message=gettext_noop("“%(sentence)s” leaves out what the price depends on: “%(told)s”"),
    hint=gettext_noop("Say what it depends on as our answers do, or change the price there."),
    writer_hint="Say what the price depends on as the interview does.",
    good={
        "answers.price": "29 euros a month for each till, from the tenth till on 19 euros.",
        "brief.market_analysis": "A shop with two tills pays 58 euros a month.",
    },
    bad={
        "answers.price": "29 euros a month for each till, from the tenth till on 19 euros.",
        "brief.market_analysis": "A shop pays 29 euros a month, no matter how many tills it has.",
    },
)
def price_condition_dropped(context: CheckContext) -> Iterator[Violation]:
    """A price that depends on something does so in every text, and holds in the months of our
    answers.
    """
    known = context.knowledge
    denying = context.claims_with(cues.NO_FLAT)
    told_flat = flat_price(known) if denying else ""
    for passage, sentence in denying if told_flat else ():
        yield contradiction(passage, sentence, told_flat)
    for passage, sentence in context.claims_with(MoneyMatch):
        if told_flat and sentence.says(cues.NO_FLAT):
            continue
        if told_by_piece := (
            same_for_any_number(known, sentence) or one_price_for_either(known, sentence)
        ):
            yield contradiction(passage, sentence, told_by_piece)
        elif told := _said_with_condition(known, sentence):
            yield contradiction(passage, sentence, told.sentence.text)


@rule(
    severity=Severity.BROKEN,
    told=lambda known: known.told["price"],
    message=gettext_noop("“%(sentence)s” is not on the terms we set for the price: “%(told)s”"),
    hint=gettext_noop("Keep to the terms of our answers, or change them there."),
    writer_hint="Keep to the terms that the interview sets for the price.",
    good={
        "answers.price": "29 euros a month for a shop, at most 300 euros a year. Help is included.",
        "brief.market_analysis": "A shop pays 29 euros a month, help included.",
    },
    bad={
        "answers.price": "29 euros a month for a shop, at most 300 euros a year. Help is included.",
        "brief.market_analysis": "A shop pays 29 euros a month, and help is charged separately.",
    },
)
def price_terms_differ(context: CheckContext) -> Iterator[Violation]:
    """A price holds for as many, up to as much and with what it includes as our answers say."""
    known = context.knowledge
    for passage, sentence in context.claims:
        told = terms_differ(known, sentence)
        # Who pays what is told once, as that.
        if told and not _told_of_payer(known, sentence):
            yield contradiction(passage, sentence, told)


@rule(
    severity=Severity.IMPORTANT,
    needs=(cues.PAYS, cues.BILLED),
    message=gettext_noop("“%(sentence)s” is not how we said one pays: “%(told)s”"),
    hint=gettext_noop("Say how and when one pays as our answers do, or change that there."),
    writer_hint="Say how and when one pays as the interview does.",
    good={
        "answers.price": "29 euros a month for a shop, paid by card.",
        "brief.market_analysis": "A shop pays by card.",
    },
    bad={
        "answers.price": "29 euros a month for a shop, paid by card.",
        "brief.market_analysis": "A shop pays on invoice.",
    },
)
def payment_way_differs(context: CheckContext) -> Iterator[Violation]:
    """One pays in the ways and at the moment that our answers name."""
    known = context.knowledge
    for passage, sentence in context.claims_with(cues.PAYS, cues.BILLED):
        if sentence.mark not in ("+", "?") and (told := paid_otherwise(known, sentence)):
            yield contradiction(passage, sentence, told)


def _said_with_condition(known: Knowledge, sentence: Sentence) -> Known | None:
    """Return the price that depends on more than a sentence says, None if there is none."""
    is_flat, all_year = sentence.says(cues.FLAT), sentence.says(cues.ALL_YEAR)
    if not is_flat and not all_year:
        return None
    months = known.months_priced
    too_long = all_year and months is not None and months < 12
    for match in sentence.each(MoneyMatch):
        told = _said_at_no_flat_rate(known, match)
        if too_long and PRICE_PERIODS.intersection(match.per):
            return told or _made_from_price(known, sentence, match)
        if told is None:
            continue
        if is_flat and depends_on_it(known, sentence, told):
            return told
    return None


def _made_from_price(known: Knowledge, sentence: Sentence, match: MoneyMatch) -> Known | None:
    """Return the first price where an amount is made from our figures, None if it is not."""
    prices = (k for k in known.money if k.answer == "price")
    is_made = derivation(known, sentence, match, match.amount) is not None
    return next(prices, None) if is_made else None


def _said_at_no_flat_rate(known: Knowledge, match: MoneyMatch) -> Known | None:
    value, unit = amount_and_unit(known, match)
    for said in known.money:
        is_price = said.answer == "price" and said.amount == value and said.unit == unit
        if is_price and not said.sentence.says(cues.FLAT):
            return said
    return None


@rule(
    severity=Severity.BROKEN,
    needs=(MoneyMatch,),
    told=lambda known: known.money,
    message=gettext_noop("%(figure)s is not the price we set for this: “%(told)s”"),
    hint=gettext_noop("Use the price that our answers name for this case, or change it there."),
    writer_hint="Use the price that the interview names for this case.",
    good={
        "answers.price": (
            "29 euros a month for a shop. A chain of shops with one owner pays 240 euros a year."
        ),
        "brief.market_analysis": "A chain of shops with one owner pays 240 euros a year.",
    },
    bad={
        "answers.price": (
            "29 euros a month for a shop. A chain of shops with one owner pays 240 euros a year."
        ),
        "brief.market_analysis": "A chain of three shops with one owner pays 87 euros.",
    },
)
def price_of_another_case(context: CheckContext) -> Iterator[Violation]:
    """Where our answers name a price for a case, a sum for this case is made from it."""
    known = context.knowledge
    prices = [k for k in known.money if k.answer == "price" and not k.is_bare]
    for passage, sentence in context.claims_with(MoneyMatch):
        found = (
            price_of_other_tier(known, sentence)
            or price_of_somebody_else(known, sentence)
            or _price_of_case(known, prices, sentence)
        )
        if found:
            match, told = found
            figure = sentence.source.text[match.start : match.stem_end]
            yield contradiction(passage, sentence, told.sentence.text, of=figure, figure=figure)


def _price_of_case(
    known: Knowledge, prices: list[Known], sentence: Sentence
) -> tuple[MoneyMatch, Known] | None:
    """Return an amount that is made from other prices than that of the case which a sentence
    names.
    """
    if len({k.amount for k in prices}) < SEVERAL_PRICES:
        return None
    if not sentence.says(cues.PAY) or sentence.says(cues.CONDITIONAL):
        return None
    for match in sentence.each(MoneyMatch):
        told = case_of(known, prices, sentence, match)
        if told is None:
            continue
        cases = (told, *nearer_cases(prices, sentence, match, told))
        if not any(_is_made_of(known, sentence, match, one) for one in cases):
            return match, told
    return None


def _is_made_of(known: Knowledge, sentence: Sentence, match: MoneyMatch, told: Known) -> bool:
    """Whether an amount is made from one price, alone or on a bill that needs it."""
    if follows_from(known, sentence, match, told):
        return True
    return is_bill(known, sentence, match, using=told.amount)


@rule(
    severity=Severity.BROKEN,
    needs=(MoneyMatch,),
    told=prices_by_place,
    message=gettext_noop("“%(sentence)s” holds somewhere else than we said: “%(told)s”"),
    hint=gettext_noop("Name the price of that place, or change the prices in our answers."),
    writer_hint="Name the price that the interview gives for that place.",
    good={
        "answers.price": "In Wales 29 euros a month, everywhere else 35 euros a month.",
        "brief.market_analysis": "A shop in Wales pays 29 euros a month.",
    },
    bad={
        "answers.price": "In Wales 29 euros a month, everywhere else 35 euros a month.",
        "brief.market_analysis": "A shop in Scotland pays 29 euros a month.",
    },
)
def price_of_another_place(context: CheckContext) -> Iterator[Violation]:
    """A price that our answers name for one place is not asked for in another."""
    placed = prices_by_place(context.knowledge)
    for passage, sentence in context.claims_with(MoneyMatch):
        if sentence.says(cues.PAY) and (told := _said_of_another_place(placed, sentence)):
            yield contradiction(passage, sentence, told.sentence.text)


def _is_elsewhere(sentence: Sentence) -> bool:
    """Whether a place is surely not part of another one: it has a code, or two are compared."""
    places = list(sentence.each(PlaceMatch))
    return len(places) > 1 or any(place.code for place in places)


def _said_of_another_place(placed: list[Known], sentence: Sentence) -> Known | None:
    places = {m.name for m in sentence.each(PlaceMatch)}
    for match in sentence.each(MoneyMatch) if places else ():
        said = [k for k in placed if k.amount == match.amount]
        names = {m.name for k in said for m in k.sentence.each(PlaceMatch)}
        if said and not names & places and _is_elsewhere(sentence):
            return said[0]
    return None
