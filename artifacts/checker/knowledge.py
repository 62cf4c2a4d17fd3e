"""What is known of a project: the facts, and every figure in the founder's words with the clause it
was said in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence, read_text
from artifacts.checker.fractions import fractions_in
from artifacts.checker.needs import permits_needed, places_left_out
from artifacts.checker.paying import SAY_LITTLE, paying_stems, pays_not, spoken_of
from artifacts.checker.ruled_out import RuledOut, ruled_out_in
from artifacts.facts import sums
from artifacts.facts.grammar.currencies import currency_of
from artifacts.facts.grammar.matches import (
    DateMatch,
    DateRangeMatch,
    FractionMatch,
    HoursMatch,
    LawMatch,
    MoneyMatch,
    NumberMatch,
    PlaceMatch,
    PlatformMatch,
    ShareMatch,
    SpanMatch,
)
from artifacts.facts.schema import Facts, Test

PERCENT = "%"
_BUDGET = ("constraint", "budget")
_SURELY_MONEY = 1000
"""From here on a bare number beside an amount of money is money too, and no age and no year of a
calendar.
"""
_PARTS_MOST = 24
_SHORT = 8
"""Most words of a clause that only says who does not pay."""
_ON_PAYING = ("price", "target_user", "idea", "constraint")
_RULES_OUT_IN = ("left_out", "constraint", "price", "budget", "deadline", "team", "place")


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


@dataclass(frozen=True)
class KnownCount:
    number: Decimal
    stems: frozenset[str]
    clause: Clause


class Knowledge:
    """What the founder told, ready to be compared with.

    `texts` are idea and answers by their keys.
    """

    def __init__(self, texts: Mapping[str, str], sheet: Facts, today: date) -> None:
        self.sheet = sheet
        self.today = today
        self.language = sheet.language or "en"
        self.home = _home(sheet)
        self._parts_of_money: dict[tuple[str, str], tuple[Decimal, ...]] = {}
        self.told: dict[str, tuple[Sentence, ...]] = {
            key: read_text(text, self.language, self.home)
            for key, text in texts.items()
            if text.strip()
        }

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
                    unit = match.currency or self.home
                    amounts = (value for value in (match.amount, match.high) if value is not None)
                    yield from (Known(value, unit, key, clause, match.per) for value in amounts)
                for number in sentence.each(NumberMatch) if unit else ():
                    value = _bare_amount(key, sentence, number)
                    if value is not None:
                        clause = sentence.clause_of(number)
                        yield Known(value, unit, key, clause, is_bare=True)

    def _unit_of(self, sentences: tuple[Sentence, ...]) -> str:
        """Return the currency of the first amount in an answer, "" where it has none."""
        first = next((m for s in sentences for m in s.each(MoneyMatch)), None)
        return (first.currency or self.home) if first else ""

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
            if known.unit == unit and (known.amount, unit) not in self.not_counted:
                found.setdefault(known.answer, {})[known.amount] = None
        return {answer: tuple(amounts) for answer, amounts in found.items() if amounts}

    def parts_of_money(self, answer: str, unit: str) -> tuple[Decimal, ...]:
        """Return what the parts come to that an answer names of its amounts: "in three equal
        parts", "a quarter of it later", "80 % as we spend it".
        """
        if answer == "price":
            return ()
        if (answer, unit) not in self._parts_of_money:
            parts: dict[Decimal, None] = {}
            for sentence in self.told.get(answer, ()):
                fractions = fractions_in(sentence)
                amounts = (
                    [k.amount for k in self.money if k.sentence is sentence] if fractions else []
                )
                for part, whole in fractions:
                    parts |= dict.fromkeys(amount * part / whole for amount in amounts)
            self._parts_of_money[answer, unit] = tuple(parts)[:_PARTS_MOST]
        return self._parts_of_money[answer, unit]

    @cached_property
    def tiers(self) -> tuple[Decimal, ...]:
        """The counts that the answer about the price names: where another price begins."""
        told = self.told.get("price", ())
        values = [n.value for s in told for n in s.each(NumberMatch)]
        values += [span.amount for s in told for span in s.each(SpanMatch)]
        return tuple(dict.fromkeys(value for value in values if value > 1))[:_PARTS_MOST]

    @cached_property
    def months_priced(self) -> int | None:
        """How many months a year the price is paid in, where the answer names from when to when."""
        for sentence in self.told.get("price", ()):
            for found in sentence.each(DateRangeMatch):
                if found.begin.day is None and found.end_date.day is None:
                    return (found.end_date.month - found.begin.month) % 12 + 1
        prices = (fact.value for fact in self.sheet.prices)
        return next((p.months_a_year for p in prices if p and p.months_a_year), None)

    @cached_property
    def bundles(self) -> tuple[Decimal, ...]:
        """What one piece costs of a price for several: £5 of "£50 for the course of ten"."""
        found: dict[Decimal, None] = {}
        for sentence in self.told.get("price", ()):
            for clause in sentence.clauses:
                numbers = [n.value for n in clause.each(NumberMatch) if n.value > 1]
                for money in clause.each(MoneyMatch):
                    found |= dict.fromkeys(money.amount / number for number in numbers)
        return tuple(found)[:_PARTS_MOST]

    @cached_property
    def has_steps(self) -> bool:
        return any(s.says(cues.STEPS) for s in self.told.get("price", ()))

    @cached_property
    def has_extras(self) -> bool:
        return any(s.says(cues.EXTRAS) for s in self.told.get("price", ()))

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
                nouns = sentence.stems_between(match.first, match.last)
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
        amounts = sorted({k.amount for k in self.money if k.answer in _BUDGET})
        return tuple(combinations(amounts[:_PARTS_MOST], 2))

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
        found = {count.number for count in self.counts} | {
            known.amount for known in (*self.money, *self.shares)
        }
        for sentence in self.sentences:
            found |= {m.amount for m in sentence.each(SpanMatch)} | {
                m.hours for m in sentence.each(HoursMatch)
            }
            found |= {Decimal(m.day) for m in sentence.each(DateMatch) if m.day}
        sheet, test = self.sheet, self.sheet.test.value
        found |= {
            Decimal(value) for value in (sheet.people.value, sheet.hours_per_week.value) if value
        }
        found |= (
            {Decimal(value) for value in (test.participants, test.weeks, test.pass_number) if value}
            if test
            else set()
        )
        return frozenset(found | self._sums)

    @property
    def _sums(self) -> set[Decimal]:
        even = sums.break_even(self.sheet)
        reach = sums.capacity(self.sheet, sums.weeks_available(self.sheet, self.today))
        return ({Decimal(even.sales)} if even else set()) | ({reach.hours} if reach else set())

    # -- time
    # ----------------------------------------------------------------------------------------------

    @cached_property
    def dates(self) -> tuple[tuple[DateMatch, Sentence], ...]:
        found = []
        for sentence in self.sentences:
            found += [(match, sentence) for match in sentence.each(DateMatch)]
            found += [
                (match, sentence)
                for m in sentence.each(DateRangeMatch)
                for match in (m.begin, m.end_date)
            ]
        return tuple(found)

    @property
    def test(self) -> Test | None:
        return self.sheet.test.value

    @cached_property
    def test_ends(self) -> date | None:
        """The last day of the founder's test, as far as it can be told; it may begin right after
        the deadline.
        """
        test, deadline = self.test, self.sheet.deadline.value
        if test is None:
            return None
        if test.ends:
            return test.ends
        begins = test.begins or self._test_month or deadline
        return begins + timedelta(weeks=float(test.weeks)) if begins and test.weeks else None

    @property
    def _test_month(self) -> date | None:
        """The first day of the month that the answer about the test names, in the year of the
        deadline.
        """
        deadline = self.sheet.deadline.value
        for sentence in self.told.get("validation", ()) if deadline else ():
            for match in sentence.each(DateMatch):
                assert deadline is not None
                return date(match.year or deadline.year, match.month, 1)
        return None

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of every word the founder said."""
        return frozenset().union(*(sentence.stems for sentence in self.sentences))

    # -- words
    # ----------------------------------------------------------------------------------------------

    @cached_property
    def hours(self) -> tuple[tuple[Decimal, Clause], ...]:
        """Hours of work in a week, with the clause they were said in; bare numbers beside such
        hours count too.
        """
        found = []
        for sentence in self.sentences:
            said = list(sentence.each(HoursMatch))
            found += [(match.hours, sentence.clause_of(match)) for match in said]
            if said:
                bare = (m for m in sentence.each(NumberMatch) if not m.noun and not m.measure)
                found += [(match.value, sentence.clause_of(match)) for match in bare]
                spans = (m for m in sentence.each(SpanMatch) if m.unit == "hour")
                found += [(span.amount, sentence.clause_of(span)) for span in spans]
        return tuple(found)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        return tuple(clause for sentence in self.sentences for clause in sentence.clauses)

    @cached_property
    def clauses_on_paying(self) -> tuple[Clause, ...]:
        """The clauses of the answers that may say who pays."""
        return tuple(c for key in _ON_PAYING for s in self.told.get(key, ()) for c in s.clauses)

    @cached_property
    def free(self) -> frozenset[str]:
        """The stems of who or what pays or costs nothing."""
        found: set[str] = set()
        for clause in self.clauses_on_paying:
            if _is_up_to(clause):
                continue
            if (clause.says(cues.FREE) and not clause.says(cues.INSTEAD)) or pays_not(clause):
                found |= (
                    clause.stems
                    if clause.stems - SAY_LITTLE - paying_stems(clause)
                    else spoken_of(clause)
                )
        return frozenset(found - SAY_LITTLE)

    @cached_property
    def payers_denied(self) -> frozenset[str]:
        """The stems of those whom a clause says are not the ones who pay: "she pays, not the
        school".
        """
        found: frozenset[str] = frozenset()
        for clause in self.clauses_on_paying:
            at = clause.sentence.clauses.index(clause)
            short = cues.NOT_THEY.begin(clause.words) and clause.last - clause.first <= _SHORT
            if at and short and clause.sentence.clauses[at - 1].says(cues.PAY):
                found |= clause.stems
        return found - SAY_LITTLE

    @cached_property
    def free_by_price(self) -> frozenset[str]:
        """The stems of who the answer about the price says pays nothing, whatever they pay to
        others elsewhere.
        """
        clauses = [c for sentence in self.told.get("price", ()) for c in sentence.clauses]
        free = [
            c.stems
            for c in clauses
            if c.says(cues.FREE) and not any(c.each(MoneyMatch)) and not _is_up_to(c)
        ]
        charged = [
            c.stems
            for c in clauses
            if any(c.each(MoneyMatch)) or (c.says(cues.PAYS) and not pays_not(c))
        ]
        return frozenset().union(*free) - frozenset().union(*charged) - SAY_LITTLE

    @cached_property
    def paying(self) -> frozenset[str]:
        """The stems of who pays, or what is paid for: beside a price, or with a word for paying."""
        prices = {
            (fact.value.amount, fact.value.currency) for fact in self.sheet.prices if fact.value
        }
        found: set[str] = set()
        for known in (*self.money, *self.shares):
            unit = None if known.unit == PERCENT else known.unit
            if known.clause.says(cues.WE_PAY):
                continue
            if known.answer == "price" and (known.amount, unit) in prices:
                found |= known.clause.stems
        for clause in self.clauses_on_paying:
            if (
                clause.says(cues.PAYS)
                and not clause.says(cues.WE_PAY)
                and not clause.says(cues.NEGATION)
                and not clause.says(cues.FREE)
            ):
                found |= clause.stems
        return frozenset(found - SAY_LITTLE)

    @cached_property
    def places(self) -> tuple[PlaceMatch, ...]:
        return tuple(match for sentence in self.sentences for match in sentence.each(PlaceMatch))

    @cached_property
    def places_left_out(self) -> frozenset[str]:
        """The lower-case names of places that a clause begins to deny ("no graves in Graz") or says
        are left out.
        """
        return places_left_out(self.told, set(self._region_names))

    @property
    def _region_names(self) -> Iterator[str]:
        return (fact.value.name.casefold() for fact in self.sheet.regions if fact.value)

    @cached_property
    def ruled_out_platforms(self) -> frozenset[str]:
        return frozenset(
            match.platform
            for sentence in self.sentences
            for match in sentence.each(PlatformMatch)
            if match.negated
        )

    @cached_property
    def law_stems(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """Each law, permit and approval that the founder named, with the stems that tell it."""
        names = [fact.value for fact in self.sheet.laws if fact.value]
        names += [match.name for sentence in self.sentences for match in sentence.each(LawMatch)]
        read = {name: read_text(name, self.language, self.home) for name in dict.fromkeys(names)}
        return tuple(
            (name, frozenset().union(*(s.stems for s in parts))) for name, parts in read.items()
        )

    @cached_property
    def permits(self) -> dict[str, Sentence]:
        """Each kind of permit that the founder needs first, with the sentence that says so."""
        return permits_needed(self.sentences)

    @cached_property
    def ruled_out(self) -> tuple[RuledOut, ...]:
        """What the founder left out: the lines that say so, and what the other answers deny."""
        return tuple(
            item
            for key in _RULES_OUT_IN
            for sentence in self.told.get(key, ())
            for item in ruled_out_in(sentence, everything=key == "left_out")
        )

    @cached_property
    def later(self) -> tuple[tuple[Sentence, frozenset[str], frozenset[Decimal]], ...]:
        """Sentences that say that money or a permit comes only later: with stems and amounts."""
        found = []
        for sentence in (
            s for key in ("constraint", "budget", "price", "idea") for s in self.told.get(key, ())
        ):
            if not sentence.says(cues.NOT_YET) or not any(sentence.each(MoneyMatch)):
                continue
            clauses = [c for i, c in enumerate(sentence.clauses) if _touches_later(sentence, i)]
            stems: frozenset[str] = (
                frozenset().union(*(clause.stems for clause in clauses)) - SAY_LITTLE
            )
            amounts = frozenset(
                m.amount
                for clause in clauses
                if not cues.NOW(clause.words)
                for m in clause.each(MoneyMatch)
            )
            found.append((sentence, stems, amounts))
        return tuple(found)

    @cached_property
    def not_counted(self) -> frozenset[tuple[Decimal, str]]:
        """Amounts that the founder does not count on."""
        found: set[tuple[Decimal, str]] = set()
        for sentence in self.sentences:
            if not sentence.says(cues.NOT_COUNTED):
                continue
            tokens = sentence.source.tokens
            denied = next((c for c in sentence.clauses if c.says(cues.NOT_COUNTED)), None)
            for match in sentence.each(MoneyMatch) if denied else ():
                assert denied is not None
                same_part = tokens[match.first].clause == tokens[denied.first].clause
                if same_part and match.first < denied.last:
                    found.add((match.amount, match.currency or self.home))
        return frozenset(found)


def _is_up_to(clause: Clause) -> bool:
    """Whether a clause holds for so many: "free up to ten bows" is not free for those with more."""
    return any(number.value > 1 for number in clause.each(NumberMatch))


def _bare_amount(key: str, sentence: Sentence, number: NumberMatch) -> Decimal | None:
    """Return the amount that a number without a currency stands for, or None.

    "Thirty thousand is ours, sixteen is Dad's" is about 30,000 and 16,000.
    """
    if key == "price":
        return None if number.noun or number.worded else number.value
    if key not in _BUDGET or (number.noun and not number.worded):
        return None
    if number.value >= _SURELY_MONEY:
        return number.value
    in_thousands = number.worded and any(
        other.worded and other.value >= _SURELY_MONEY for other in sentence.each(NumberMatch)
    )
    return number.value * _SURELY_MONEY if in_thousands and not number.noun else None


def _home(sheet: Facts) -> str:
    for fact in sheet.prices:
        if fact.value and fact.value.currency:
            return fact.value.currency
    if sheet.budget.value:
        return sheet.budget.value.currency
    codes = [fact.value.code[:2] for fact in sheet.regions if fact.value and fact.value.code]
    return currency_of(codes[0]) if codes else ""


def _touches_later(sentence: Sentence, number: int) -> bool:
    """Whether a clause says that something comes later, or stands right before one that does."""
    clauses = sentence.clauses
    return cues.NOT_YET(clauses[number].words) or (
        number + 1 < len(clauses) and cues.NOT_YET(clauses[number + 1].words)
    )
