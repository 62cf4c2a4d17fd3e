"""Every figure in the founder's words, with the clause it was said in, and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

from artifacts.checker import cues
from artifacts.checker.claims import AnswerSentences, Clause, Sentence, read_text
from artifacts.checker.comparisons.bare_amounts import ON_FUNDS, bare_amounts
from artifacts.checker.comparisons.declined import is_declined
from artifacts.checker.comparisons.enumerations import enumerations
from artifacts.checker.comparisons.fractions import fractions_in
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.facts import sums
from artifacts.facts.grammar.currencies import currency_of
from artifacts.facts.grammar.matches import (
    DateMatch,
    DateRangeMatch,
    FractionMatch,
    HoursMatch,
    MoneyMatch,
    NumberMatch,
    ShareMatch,
    SpanMatch,
)
from artifacts.facts.schema import Facts
from artifacts.unlocked import cached_property

PERCENT = "%"
_PARTS_MOST = 24
_MEASURED = 2
_PAID_BY = frozenset(("week", "month", "quarter"))
_IN_A_COMPOUND = re.compile(r" ([1-9][0-9]{0,3}) ?- ?[a-zäöü]{2,}")
"""How many of something one piece holds: "der 5-Liter-Beutel"."""


@dataclass(frozen=True)
class Known:
    """An amount or a share that the founder gave. `unit` is a currency, or "%"."""

    amount: Decimal
    unit: str
    answer: str
    clause: Clause
    per: tuple[str, ...] = ()
    """What it is counted by: "month", "cup"."""
    is_bare: bool = False
    """Whether it is a number without a currency, which may count something else."""

    @property
    def sentence(self) -> Sentence:
        return self.clause.sentence

    @cached_property
    def about(self) -> frozenset[str]:
        """The stems of its clause, or of the one before, too, where it is nothing but an amount:
        "Jugs are extra, £2 apiece".
        """
        clauses = self.sentence.clauses
        at = self.clause.place
        money = next(self.clause.each(MoneyMatch), None)
        if not at or money is None or any(clauses[at - 1].each(MoneyMatch)):
            return self.clause.stems
        before = self.sentence.stems_between(self.clause.first, money.first)
        behind = self.sentence.stems_between(money.last, self.clause.last)
        named = (before | behind) - SAY_LITTLE
        return self.clause.stems if named else self.clause.stems | clauses[at - 1].stems


@dataclass(frozen=True)
class KnownCount:
    number: Decimal
    stems: frozenset[str]
    clause: Clause


class FiguresTold:
    """The figures that the founder told; `texts` are idea and answers by their keys."""

    def __init__(self, texts: Mapping[str, str], sheet: Facts, today: date) -> None:
        self.sheet = sheet
        self.today = today
        self.language = sheet.language or "en"
        self.home = _home(sheet)
        self._parts_of_money: dict[tuple[str, str], tuple[Decimal, ...]] = {}
        self.told = AnswerSentences(
            (key, read_text(said, self.language, self.home))
            for key, said in texts.items()
            if said.strip()
        )

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(sentence for sentences in self.told.values() for sentence in sentences)

    # -- figures
    # ----------------------------------------------------------------------------------------------

    @cached_property
    def money(self) -> tuple[Known, ...]:
        return tuple(self._money())

    def _money(self) -> Iterator[Known]:
        for key, sentences in self.told.items():
            unit = self._unit_of(sentences)
            for sentence in sentences:
                for match in sentence.each(MoneyMatch):
                    clause = sentence.clause_of(match)
                    of = match.currency or self.home
                    amounts = (value for value in (match.amount, match.high) if value is not None)
                    yield from (Known(value, of, key, clause, match.per) for value in amounts)
            if unit is None:
                continue
            for sentence, bare in bare_amounts(key, sentences):
                here = self._unit_of((sentence,))
                clause = sentence.clause_of(bare.number)
                own = unit if here is None else here
                yield Known(bare.value, own, key, clause, bare.per, is_bare=True)

    def _unit_of(self, sentences: tuple[Sentence, ...]) -> str | None:
        """Return the currency of the first amount in some sentences, "" if that is not told, None
        if there is no amount.
        """
        first = next((m for s in sentences for m in s.each(MoneyMatch)), None)
        return None if first is None else first.currency or self.home

    @cached_property
    def ranges(self) -> tuple[tuple[Decimal, Decimal, str], ...]:
        """Amounts that were given as from and to, with their currency."""
        return tuple(
            (match.amount, match.high, match.currency or self.home)
            for sentence in self.sentences
            for match in sentence.each(MoneyMatch)
            if match.high is not None
        )

    def amounts_by_answer(self, unit: str) -> dict[str, tuple[Decimal, ...]]:
        """Return the founder's amounts of a currency by the answer they were given in, those of the
        price first.
        """
        found: dict[str, dict[Decimal, None]] = {"price": {}}
        for known in self.money:
            is_of_unit = known.unit == unit or "" in (known.unit, unit)
            if is_of_unit and (known.amount, unit) not in self.not_counted:
                found.setdefault(known.answer, {})[known.amount] = None
        return {answer: tuple(amounts) for answer, amounts in found.items() if amounts}

    def parts_of_money(self, answer: str, unit: str) -> tuple[Decimal, ...]:
        """Return what the parts come to that an answer names of its amounts: "in three equal
        parts", "a quarter of it later", "80 % as we spend it"; and what is there of it at first.
        """
        if answer == "price":
            return ()
        if (answer, unit) not in self._parts_of_money:
            parts: dict[Decimal, None] = {}
            for sentence in self.told[answer]:
                fractions = fractions_in(sentence)
                amounts = (
                    [k.amount for k in self.money if k.sentence is sentence] if fractions else []
                )
                for part, whole in fractions:
                    parts |= dict.fromkeys(amount * part / whole for amount in amounts)
            parts |= dict.fromkeys(self._there_at_first(answer, unit))
            self._parts_of_money[answer, unit] = tuple(parts)[:_PARTS_MOST]
        return self._parts_of_money[answer, unit]

    def _there_at_first(self, answer: str, unit: str) -> Iterator[Decimal]:
        """Yield what is there of the budget before any of it comes that waits for something."""
        budget = self.sheet.budget.value
        if answer in ON_FUNDS and budget and budget.later and budget.currency == unit:
            yield budget.amount - sum(part.amount for part in budget.later)

    @cached_property
    def tiers(self) -> tuple[Decimal, ...]:
        """The counts that the answer about the price names: where another price begins."""
        told = self.told["price"]
        values = [n.value for s in told for n in s.each(NumberMatch)]
        spans = [span for s in told for span in s.each(SpanMatch)]
        values += [s.amount * 12 if s.unit == "year" else s.amount for s in spans]
        return tuple(dict.fromkeys(value for value in values if value > 1))[:_PARTS_MOST]

    @cached_property
    def times_priced(self) -> tuple[Decimal, ...]:
        """For how many weeks or months the answer about the price says that it is paid."""
        spans = (span for s in self.told["price"] for span in s.each(SpanMatch))
        return tuple(dict.fromkeys(s.amount for s in spans if s.unit in _PAID_BY and s.amount > 1))

    @cached_property
    def months_priced(self) -> int | None:
        """How many months a year the price is paid in, where the answer names from when to when."""
        for sentence in self.told["price"]:
            for found in sentence.each(DateRangeMatch):
                if found.begin.day is None and found.end_date.day is None:
                    return (found.end_date.month - found.begin.month) % 12 + 1
        prices = (fact.value for fact in self.sheet.prices)
        return next((p.months_a_year for p in prices if p and p.months_a_year), None)

    @cached_property
    def bundles(self) -> tuple[Decimal, ...]:
        """What one piece costs of a price for several: £5 of "£50 for the course of ten", and a
        month of a price for a year.
        """
        prices = (fact.value for fact in self.sheet.prices)
        yearly = (price.amount for price in prices if price and price.per == "year")
        found: dict[Decimal, None] = dict.fromkeys(amount / 12 for amount in yearly)
        for sentence in self.told["price"]:
            in_each = _sizes_in(sentence)
            for clause in sentence.clauses:
                numbers = [*_counts_in(clause), *in_each]
                for money in clause.each(MoneyMatch):
                    counts = (*numbers, *counts_of(sentence, money))
                    found |= dict.fromkeys(money.amount / number for number in counts)
        return tuple(found)[:_PARTS_MOST]

    @cached_property
    def has_steps(self) -> bool:
        return any(s.says(cues.STEPS) for s in self.told["price"])

    @cached_property
    def has_extras(self) -> bool:
        """Whether a price grows with what is taken: "140 a visit, and 6 per piece"."""
        return any(s.says(cues.EXTRAS) or _adds_by_piece(s) for s in self.told["price"])

    @cached_property
    def computed(self) -> frozenset[tuple[Decimal, str]]:
        """Amounts that follow from the facts as `artifacts.facts.sums` calculates, and those of the
        sheet itself.
        """
        found: list[tuple[Decimal, str]] = []
        for income in (sums.reach_income(self.sheet), sums.test_income(self.sheet)):
            if income:
                found.append((income.total.amount, income.total.currency))
        for money in (sums.money_now(self.sheet), sums.money_later(self.sheet)):
            if money:
                found.append((money.amount, money.currency))
        budget = self.sheet.budget.value
        if budget:
            found.append((budget.amount, budget.currency))
            found += [(part.amount, budget.currency) for part in budget.later]
        for price in (fact.value for fact in self.sheet.prices):
            if price:
                found.append((price.amount, price.currency or PERCENT))
        return frozenset(found)

    @cached_property
    def shares(self) -> tuple[Known, ...]:
        return tuple(
            Known(match.percent, PERCENT, key, sentence.clause_of(match))
            for key, sentences in self.told.items()
            for sentence in sentences
            for match in sentence.each(ShareMatch)
        )

    @cached_property
    def ratios(self) -> tuple[Decimal, ...]:
        """The percentages that the founder's "nine of ten" come to."""
        fractions = (f for s in self.sentences for f in s.each(FractionMatch))
        return tuple(dict.fromkeys(f.part * 100 / f.whole for f in fractions))[:_PARTS_MOST]

    @cached_property
    def counts(self) -> tuple[KnownCount, ...]:
        found = []
        for sentence in self.sentences:
            for match in sentence.each(NumberMatch):
                # "240 kg of acorns" are acorns, too.
                last = match.last + _MEASURED if match.measure else match.last
                nouns = sentence.stems_between(match.first, last)
                for value in (match.value, match.high):
                    if value is not None:
                        found.append(KnownCount(value, nouns, sentence.clause_of(match)))
            for fraction in sentence.each(FractionMatch):
                nouns = sentence.stems_between(fraction.first, fraction.last + 2)
                found += [
                    KnownCount(v, nouns, sentence.clause_of(fraction))
                    for v in (fraction.part, fraction.whole)
                ]
        return tuple(found)

    @cached_property
    def budget_pairs(self) -> tuple[tuple[Decimal, Decimal], ...]:
        """Return the smaller and the larger of each two amounts of the money there is."""
        amounts = sorted({k.amount for k in self.money if k.answer in ON_FUNDS})
        budget = self.sheet.budget.value
        there = self._there_at_first("constraint", budget.currency) if budget else ()
        pairs = [(amount, budget.amount) for amount in there if budget]
        return (*combinations(amounts[:_PARTS_MOST], 2), *pairs)

    @cached_property
    def counted_pairs(self) -> tuple[tuple[Decimal, Decimal], ...]:
        """Return the smaller and the larger of each two counts of one answer: "171 of our 200"."""
        pairs: dict[tuple[Decimal, Decimal], None] = {}
        for sentences in self.told.values():
            counts = {n.value for s in sentences for n in s.each(NumberMatch) if n.value > 1}
            ordered = sorted(counts)[:_PARTS_MOST]
            pairs |= dict.fromkeys(combinations(ordered, 2))
        return tuple(pairs)

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        """Every number of any unit that the founder gave."""
        found = {count.number for count in self.counts}
        found |= {known.amount for known in (*self.money, *self.shares)}
        for sentence in self.sentences:
            found |= {m.amount for m in sentence.each(SpanMatch)}
            found |= {m.hours for m in sentence.each(HoursMatch)}
            found |= {Decimal(m.day) for m in sentence.each(DateMatch) if m.day}
        found |= {Decimal(sum(row)) for row in self.rows_of_counts}
        return frozenset(found | self._numbers_of_sheet)

    @cached_property
    def rows_of_counts(self) -> tuple[tuple[Decimal, ...], ...]:
        """Several counts of one thing in a row, each time the founder gives some."""
        return tuple(row for sentence in self.sentences for row in enumerations(sentence))

    @property
    def _numbers_of_sheet(self) -> set[Decimal]:
        values = [self.sheet.people.value, self.sheet.hours_per_week.value]
        test = self.sheet.test.value
        if test:
            values += [test.participants, test.weeks, test.pass_number]
        return {Decimal(value) for value in values if value}

    @cached_property
    def contents(self) -> tuple[tuple[Decimal, frozenset[str]], ...]:
        """How much one of a thing holds, with the stems of the thing: "sacks of 12 kg"."""
        found: dict[tuple[Decimal, frozenset[str]], None] = {}
        for sentence in (*self.told["price"], *self.told["idea"]):
            for number in sentence.each(NumberMatch):
                holder = sentence.stems_between(number.first - 2, number.first - 1)
                is_held = sentence.source.word(number.first - 1) in cues.PER_PIECE
                if is_held and holder and number.noun and number.value > 1:
                    found[number.value, holder] = None
        return tuple(found)[:_PARTS_MOST]

    @cached_property
    def parts_counted(self) -> tuple[tuple[Decimal, frozenset[str]], ...]:
        """What the shares come to of a count that the founder names beside them, with the stems of
        their sentence: of 640 bikes "27 % had no light".
        """
        found: list[tuple[Decimal, frozenset[str]]] = []
        for share in self.shares:
            counts = (n.value for n in share.sentence.each(NumberMatch) if n.value > 1)
            parts = (share.amount / 100, 1 - share.amount / 100)
            found += [(n * part, share.sentence.stems) for n in counts for part in parts]
        return tuple(found)[:_PARTS_MOST]

    @cached_property
    def not_counted(self) -> dict[tuple[Decimal, str], str]:
        """What the founder says of each amount, with its currency, that they do not count on."""
        return {
            (known.amount, known.unit): known.sentence.text
            for known in self.money
            if is_declined(known.clause)
        }


def _counts_in(clause: Clause) -> list[Decimal]:
    """Return the counts of a clause, and how many of something one piece in it holds."""
    return [number.value for number in clause.each(NumberMatch) if number.value > 1]


def _sizes_in(sentence: Sentence) -> list[Decimal]:
    """Return how many of something one piece holds that a sentence prices, each time it does."""
    return [Decimal(found) for found in _IN_A_COMPOUND.findall(sentence.words)]


def counts_of(sentence: Sentence, money: MoneyMatch) -> Iterator[Decimal]:
    """Yield the counts within what an amount is for: "$320 for the eight evenings"."""
    source = sentence.source
    for index in range(money.first + 1, money.last):
        number = source.number(index) if source.tokens[index].start >= money.stem_end else None
        if number and not number.article:
            yield number.value


def _home(sheet: Facts) -> str:
    for fact in sheet.prices:
        if fact.value and fact.value.currency:
            return fact.value.currency
    if sheet.budget.value:
        return sheet.budget.value.currency
    codes = [fact.value.code[:2] for fact in sheet.regions if fact.value and fact.value.code]
    return currency_of(codes[0]) if codes else ""


def _adds_by_piece(sentence: Sentence) -> bool:
    """Whether a sentence joins a price for each of something to another price."""
    behind = list(sentence.each(MoneyMatch))[1:]
    return any(m.per and sentence.says_between(cues.PLUS, m.first - 2, m.first) for m in behind)
