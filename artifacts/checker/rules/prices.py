"""Prices: who pays what, from when and where, and what money there is, is what our answers say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.arithmetic import derive
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.context import CheckContext
from artifacts.checker.derivations import derivation, is_said, operands
from artifacts.checker.findings import Severity
from artifacts.checker.knowledge import PERCENT, Knowledge, Known
from artifacts.checker.payers import paid_by_another, swapped_payer
from artifacts.checker.paying import SAY_LITTLE, is_elliptic
from artifacts.checker.rules.registry import Violation, contradiction, rule
from artifacts.checker.stems import stems_of
from artifacts.facts.grammar.matches import (
    FractionMatch,
    MoneyMatch,
    NumberMatch,
    PlaceMatch,
    ShareMatch,
)
from artifacts.text import gettext_noop


@rule(
    severity=Severity.BROKEN,
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
def payer_differs(dossier: CheckContext) -> Iterator[Violation]:
    """Who pays pays what our answers say, and who pays nothing there pays nothing."""
    known = dossier.knowledge
    for passage, sentence in dossier.claims:
        if sentence.says(cues.CONDITIONAL) or not (
            sentence.says(cues.PAY) or sentence.says(cues.FREE)
        ):
            continue
        told = (
            swapped_payer(known, sentence)
            or paid_by_another(known, sentence)
            or _other_payer(known, sentence)
            or _free_differs(known, sentence)
        )
        if told:
            yield contradiction(passage, sentence, "", told)


def _other_payer(known: Knowledge, sentence: Sentence) -> str:
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
        value, unit = _value(known, match)
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


_SPENT_IN = ("problem", "workaround")
"""Answers whose amounts nobody pays to us."""


def _value(known: Knowledge, match: MoneyMatch | ShareMatch) -> tuple[Decimal, str]:
    if isinstance(match, ShareMatch):
        return match.percent, PERCENT
    return match.amount, match.currency or known.home


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


def _free_differs(known: Knowledge, sentence: Sentence) -> str:
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


@rule(
    severity=Severity.BROKEN,
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
def price_beyond_limit(dossier: CheckContext) -> Iterator[Violation]:
    """What somebody pays is no less and no more than the limits our answers set."""
    known = dossier.knowledge
    limits = list(_limits(known))
    if not limits:
        return
    for passage, sentence in dossier.claims:
        if not sentence.says(cues.PAY) and not sentence.says(cues.SEES):
            continue
        for match in sentence.each(MoneyMatch):
            unit = match.currency or known.home
            if (
                is_said(known, match.amount, unit)
                or derivation(known, sentence, match, match.amount) is None
            ):
                continue
            for limit, is_cap, said in limits:
                beyond = match.amount > limit if is_cap else match.amount < limit
                if beyond and _same_case(sentence, said):
                    figure = sentence.source.text[match.start : match.stem_end]
                    yield contradiction(
                        passage, sentence, figure, said.sentence.text, figure=figure
                    )
                    break


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("%(figure)s is for another time than we said: “%(told)s”"),
    hint=gettext_noop("Name the time that our answers name with this price, or change it there."),
    writer_hint="Name the time that the interview names with this price.",
    good={"brief.market_analysis": "A shop pays 29 euros a month."},
    bad={"brief.market_analysis": "A shop pays 29 euros a year."},
)
def price_period_differs(dossier: CheckContext) -> Iterator[Violation]:
    """A price is for the time that our answers name: a month, a year, an hour."""
    known = dossier.knowledge
    for passage, sentence in dossier.claims:
        for match in sentence.each(MoneyMatch):
            periods = _PERIODS.intersection(match.per)
            if not periods or sentence.says(cues.CONDITIONAL):
                continue
            unit = match.currency or known.home
            said = [k for k in known.money if k.amount == match.amount and k.unit == unit]
            told = [k for k in said if _PERIODS.intersection(k.per)]
            if not told or len(told) < len(said) or any(periods & set(k.per) for k in told):
                continue
            if derivation(known, sentence, match, match.amount) is None:
                figure = sentence.source.text[match.start : match.end]
                yield contradiction(passage, sentence, figure, told[0].sentence.text, figure=figure)


@rule(
    severity=Severity.BROKEN,
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
def price_condition_dropped(dossier: CheckContext) -> Iterator[Violation]:
    """A price that depends on something does so in every text, and holds in the months of our
    answers.
    """
    known = dossier.knowledge
    for passage, sentence in dossier.claims:
        if sentence.says(cues.NO_FLAT) and (told_flat := _flat_price(known)):
            yield contradiction(passage, sentence, "", told_flat)
            continue
        is_flat, all_year = sentence.says(cues.FLAT), sentence.says(cues.ALL_YEAR)
        if not is_flat and not all_year:
            continue
        for match in sentence.each(MoneyMatch):
            value, unit = _value(known, match)
            said = [
                k
                for k in known.money
                if k.answer == "price" and k.amount == value and k.unit == unit
            ]
            told = next((k for k in said if not k.sentence.says(cues.FLAT)), None)
            if told is None:
                continue
            if (is_flat and _depends(known, sentence, told)) or (
                all_year and (known.months_priced or 12) < 12 and _PERIODS.intersection(match.per)
            ):
                yield contradiction(passage, sentence, "", told.sentence.text)
                break


@rule(
    severity=Severity.BROKEN,
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
def price_of_another_case(dossier: CheckContext) -> Iterator[Violation]:
    """Where our answers name a price for a case, a sum for this case is made from it."""
    known = dossier.knowledge
    prices = [k for k in known.money if k.answer == "price" and not k.is_bare]
    if len({k.amount for k in prices}) < _SEVERAL:
        return
    for passage, sentence in dossier.claims:
        if not sentence.says(cues.PAY) or sentence.says(cues.CONDITIONAL):
            continue
        for match in sentence.each(MoneyMatch):
            told = _case_of(known, prices, sentence, match)
            if told and not _follows_from(known, sentence, match, told):
                figure = sentence.source.text[match.start : match.stem_end]
                yield contradiction(passage, sentence, figure, told.sentence.text, figure=figure)
                break


_SEVERAL = 2
_WORDS_OF_CASE = 3
"""How many words a sentence shares with a case that it names."""


def _case_of(
    known: Knowledge, prices: list[Known], sentence: Sentence, match: MoneyMatch
) -> Known | None:
    """Return the one price whose case the sentence names best, if the amount is made from
    others.
    """
    unit = match.currency or known.home
    if (
        is_said(known, match.amount, unit)
        or derivation(known, sentence, match, match.amount) is None
    ):
        return None
    mine = _keys_of(sentence, frozenset())
    scored = [(len(_keys_of(k.clause, _unit_stems(k)) & mine), k) for k in prices if k.unit == unit]
    best = max((score for score, _ in scored), default=0)
    first = [k for score, k in scored if score == best]
    if best < _WORDS_OF_CASE or len({k.amount for k in first}) > 1:
        return None
    if any(m.amount == first[0].amount for m in sentence.each(MoneyMatch)):
        return None
    return first[0]


def _unit_stems(known: Known) -> frozenset[str]:
    return stems_of(" ".join(known.per), known.sentence.source.lexicon.language)


def _keys_of(part: Sentence | Clause, units: frozenset[str]) -> frozenset[str]:
    """Return what tells a case: its words, and "all N" of something; not what the price is per."""
    sentence = part.sentence if isinstance(part, Clause) else part
    stems = part.stems - SAY_LITTLE - units
    bundles = {
        f"{n.value:f}"
        for n in sentence.each(NumberMatch)
        if part.first <= n.first < part.last
        and n.value > 1
        and cues.ALL_OF(sentence.padded(n.first - 3, n.first))
    }
    return stems | bundles


def _follows_from(known: Knowledge, sentence: Sentence, match: MoneyMatch, told: Known) -> bool:
    """Whether an amount is made from the price of the case, alone or with others."""
    given = operands(known, sentence, match, told.unit)
    without = tuple(tuple(a for a in group if a != told.amount) for group in given.groups)
    others = replace(
        given,
        groups=without,
        sums=tuple(tuple(a for a in group if a != told.amount) for group in given.sums),
        prices=tuple(a for a in given.prices if a != told.amount),
    )
    if derive(match.amount, others) is None:
        return True
    alone = replace(given, groups=((told.amount,),), sums=(), prices=(told.amount,))
    return derive(match.amount, alone) is not None


def _depends(known: Knowledge, sentence: Sentence, told: Known) -> bool:
    """Whether a price changes with what the sentence says that it does not change with."""
    language = sentence.source.lexicon.language
    flat = cues.FLAT.search(sentence.words)
    assert flat is not None
    behind = stems_of(sentence.words[flat.end() :], language)
    pieces = stems_of(" ".join(unit for unit in told.per if unit not in _PERIODS), language)
    if pieces & sentence.stems and behind & pieces:
        return True
    others = [
        k
        for k in known.money
        if k.answer == "price" and k.amount != told.amount and k.unit == told.unit
    ]
    if any(behind & (k.clause.stems - SAY_LITTLE) for k in others):
        return True
    return bool(others) and _is_beyond_tier(sentence, told)


def _flat_price(known: Knowledge) -> str:
    """Return the founder's sentence that sets a price for any number or for several; else ""."""
    for sentence in known.told.get("price", ()):
        bundle = any(
            cues.ALL_OF(sentence.padded(n.first - 3, n.first)) for n in sentence.each(NumberMatch)
        )
        if any(sentence.each(MoneyMatch)) and (bundle or sentence.says(cues.AS_MANY)):
            return sentence.text
    return ""


def _is_beyond_tier(sentence: Sentence, told: Known) -> bool:
    """Whether a sentence names more than a price holds for: 120 m where it holds up to 50 m."""
    limits = {
        n.noun.casefold(): n.value
        for n in told.sentence.each(NumberMatch)
        if n.noun and cues.UP_TO(told.sentence.padded(n.first - 2, n.first))
    }
    return any(
        n.value > limits[n.noun.casefold()]
        for n in sentence.each(NumberMatch)
        if n.noun.casefold() in limits
    )


_PERIODS = frozenset({"hour", "day", "week", "month", "quarter", "year"})


def _limits(known: Knowledge) -> Iterator[tuple[Decimal, bool, Known]]:
    """Yield the most and the least that one sale can cost: amount, whether it is the most, and how
    it was said.
    """
    for said in known.money:
        if said.answer != "price" or said.unit == PERCENT:
            continue
        for match in said.clause.each(MoneyMatch):
            if match.amount != said.amount:
                continue
            before = said.sentence.padded(match.first - 4, match.first)
            behind = said.sentence.padded(match.first + 1, match.last + 6)
            if cues.CAP(before) or cues.CAP_BEHIND(behind):
                yield said.amount, True, said
            elif cues.FLOOR(before) or cues.FLOOR_BEHIND(behind):
                yield said.amount, False, said


def _same_case(sentence: Sentence, said: Known) -> bool:
    """Whether a sentence speaks of one of what the limit holds for: one day, one visit, one
    family.
    """
    units: set[str] = set()
    for match in said.clause.each(MoneyMatch):
        units |= {unit.casefold() for unit in match.per}
    words = sentence.words
    if any(form in words for unit in units for form in cues.ONE_OF.get(unit, ())):
        return True
    if units & set(cues.ONE_OF):
        return False
    own = stems_of(" ".join(units), sentence.source.lexicon.language)
    if own:
        return bool(own & sentence.stems)
    numbers = [n for n in sentence.each(NumberMatch) if n.value > 1]
    return len(numbers) == 1


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("“%(sentence)s” comes too early: “%(told)s”"),
    hint=gettext_noop("Say when it comes as our answers do, or change that there."),
    writer_hint="Say when it comes as the interview does.",
    good={
        "answers.constraint": (
            "One developer. 9,000 euros, of which 4,000 euros come only after the report."
        ),
        "milestones.resource_plan": (
            "We begin with 5,000 euros; the other 4,000 euros follow the report."
        ),
    },
    bad={
        "answers.constraint": (
            "One developer. 9,000 euros, of which 4,000 euros come only after the report."
        ),
        "milestones.resource_plan": "The 4,000 euros are already in the bank before the start.",
    },
)
def money_too_early(dossier: CheckContext) -> Iterator[Violation]:
    """Money that comes only later is not there from the start, and a price holds from when we
    said.
    """
    known = dossier.knowledge
    later = [*known.later, *_budget_later(known)]
    there = {k.amount for k in known.money if k.clause.says(cues.NOW)}
    for passage, sentence in dossier.claims:
        if told := _spent_before(known, sentence):
            yield contradiction(passage, sentence, "", told)
            continue
        if not sentence.says(cues.NOW) or not any(sentence.each(MoneyMatch)):
            continue
        if sentence.says(cues.CONDITIONAL) or _denies_now(sentence):
            continue
        amounts = {m.amount for m in sentence.each(MoneyMatch)}
        now = frozenset().union(*(c.stems for c in sentence.clauses if c.says(cues.NOW)))
        for said, stems, values in later:
            if amounts & values or (stems & now and not amounts <= there):
                yield contradiction(passage, sentence, "", said.text)
                break


def _spent_before(known: Knowledge, sentence: Sentence) -> str:
    """Return when a part of the budget comes where a sentence spends it, or all, before that; else
    "".
    """
    budget = known.sheet.budget.value
    if sentence.says(cues.LESS) or sentence.negated or not sentence.says(cues.SPENT):
        return ""
    language = sentence.source.lexicon.language
    tokens = sentence.source.tokens
    for match in sentence.each(MoneyMatch):
        if cues.PART_OF(sentence.padded(match.first - 2, match.first)):
            continue
        last = next(
            (i for i in range(match.first, sentence.last) if tokens[i].text in ";:"), sentence.last
        )
        rest = sentence.padded(match.first, last)
        found = cues.BEFORE.search(rest)
        behind = stems_of(rest[found.end() :], language) if found else frozenset()
        for part in budget.later if budget else ():
            assert budget is not None
            if match.amount in (part.amount, budget.amount) and behind & stems_of(
                part.condition, language
            ):
                return part.condition
        for said, stems, amounts in known.later:
            if match.amount in amounts and behind & stems:
                return said.text
    return ""


def _denies_now(sentence: Sentence) -> bool:
    """Whether the clause that says when denies it: "not all of it is there from the start"."""
    for clause in sentence.clauses:
        found = cues.NOW.search(clause.words)
        if found:
            return cues.NEGATION(clause.words.replace(found[0], " "))
    return False


def _budget_later(
    known: Knowledge,
) -> Iterator[tuple[Sentence, frozenset[str], frozenset[Decimal]]]:
    """Yield the whole budget where a part of it comes later, with the sentence that says so."""
    budget = known.sheet.budget.value
    if budget is None or not (budget.later or known.later):
        return
    amounts = {budget.amount, *(part.amount for part in budget.later)}
    for sentence in known.sentences:
        said = {m.amount for m in sentence.each(MoneyMatch)}
        if budget.amount in said:
            yield sentence, frozenset(), frozenset(amounts)
            return


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("“%(sentence)s” counts on money that we do not count on: “%(told)s”"),
    hint=gettext_noop("Take that money out, or say in our answers that we can count on it."),
    writer_hint="Take that money out.",
    good={
        "answers.constraint": (
            "9,000 euros. An aunt talks about 2,000 euros, I do not count on that."
        ),
        "milestones.resource_plan": "We have 9,000 euros.",
    },
    bad={
        "answers.constraint": (
            "9,000 euros. An aunt talks about 2,000 euros, I do not count on that."
        ),
        "milestones.resource_plan": "We spend 9,000 euros and the 2,000 euros from the aunt.",
    },
)
def money_not_counted(dossier: CheckContext) -> Iterator[Violation]:
    """Money that our answers do not count on is not spent."""
    known = dossier.knowledge
    if not known.not_counted:
        return
    for passage, sentence in dossier.claims:
        if sentence.says(cues.NEGATION) or sentence.says(cues.CONDITIONAL):
            continue
        for match in sentence.each(MoneyMatch):
            unit = match.currency or known.home
            hoped = (
                match.amount
                if sentence.says(cues.SPENDS) and (match.amount, unit) in known.not_counted
                else None
            )
            hoped = hoped or _hoped_in(known, match.amount, unit)
            if hoped:
                told = next(
                    s.text
                    for s in known.sentences
                    if any(m.amount == hoped for m in s.each(MoneyMatch))
                )
                yield contradiction(passage, sentence, "", told)


def _hoped_in(known: Knowledge, amount: Decimal, unit: str) -> Decimal | None:
    """Return the money we do not count on that makes `amount` with the whole budget, or None."""
    budget = known.sheet.budget.value
    if budget is None or budget.currency != unit or is_said(known, amount, unit):
        return None
    return next(
        (
            value
            for value, of in known.not_counted
            if of == unit and budget.amount + value == amount
        ),
        None,
    )


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("“%(sentence)s” holds somewhere else than we said: “%(told)s”"),
    hint=gettext_noop("Name the price of that place, or change the prices in our answers."),
    writer_hint="Name the price that the interview gives for that place.",
    good={
        "answers.price": "In Wales 29 euros a month, everywhere else 35 euros a month.",
        "brief.market_analysis": "A shop in Wales pays 29 euros a month.",
    },
    bad={
        "answers.price": "In Wales 29 euros a month, everywhere else 35 euros a month.",
        "brief.market_analysis": "A shop in Toronto pays 29 euros a month.",
    },
)
def price_of_another_place(dossier: CheckContext) -> Iterator[Violation]:
    """A price that our answers name for one place is not asked for in another."""
    known = dossier.knowledge
    placed = [k for k in known.money if k.answer == "price" and any(k.clause.each(PlaceMatch))]
    if not placed or len({k.amount for k in known.money if k.answer == "price"}) < 2:
        return
    for passage, sentence in dossier.claims:
        places = {m.name for m in sentence.each(PlaceMatch)}
        for match in sentence.each(MoneyMatch) if places else ():
            said = [k for k in placed if k.amount == match.amount]
            names = {m.name for k in said for m in k.sentence.each(PlaceMatch)}
            if said and not names & places and sentence.says(cues.PAY):
                yield contradiction(passage, sentence, "", said[0].sentence.text)
                break
