"""What is known of a project: the facts, and every figure in the founder's words with the clause it was said in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence, read_text
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
_OF_PRICE = ("price",)


@dataclass(frozen=True)
class Known:
    """An amount or a share that the founder gave. `unit` is a currency, or "%"."""

    amount: Decimal
    unit: str
    answer: str
    clause: Clause

    @property
    def sentence(self) -> Sentence:
        return self.clause.sentence


@dataclass(frozen=True)
class KnownCount:
    number: Decimal
    stems: frozenset[str]
    clause: Clause


class Knowledge:
    """What the founder told, ready to be compared with. `texts` are idea and answers by their keys."""

    def __init__(self, texts: Mapping[str, str], sheet: Facts, today: date) -> None:
        self.sheet = sheet
        self.today = today
        self.language = sheet.language or "en"
        self.home = _home(sheet)
        self.told: dict[str, tuple[Sentence, ...]] = {
            key: read_text(text, self.language, self.home) for key, text in texts.items() if text.strip()
        }

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(sentence for sentences in self.told.values() for sentence in sentences)

    # -- figures ---------------------------------------------------------------------------------------------------

    @cached_property
    def money(self) -> tuple[Known, ...]:
        return tuple(self._money())

    def _money(self) -> Iterator[Known]:
        for key, sentences in self.told.items():
            unit = ""
            for sentence in sentences:
                for match in sentence.each(MoneyMatch):
                    clause = sentence.clause_of(match)
                    unit = match.currency or self.home
                    yield from (Known(v, unit, key, clause) for v in (match.amount, match.high) if v is not None)
                if unit and key in (*_OF_PRICE, "constraint", "budget"):
                    for number in sentence.each(NumberMatch):
                        bare = not number.noun or key in _OF_PRICE and number.value > 1 and not number.worded
                        if bare and not number.measure:
                            yield Known(number.value, unit, key, sentence.clause_of(number))

    @cached_property
    def computed(self) -> frozenset[tuple[Decimal, str]]:
        """Amounts that follow from the facts as `artifacts.facts.sums` reckons, and those of the sheet itself."""
        found: list[tuple[Decimal, str]] = []
        for income in (sums.reach_income(self.sheet), sums.test_income(self.sheet)):
            if income:
                found.append((income.total.amount, income.total.currency))
        for money in (sums.money_now(self.sheet), sums.money_later(self.sheet)):
            if money:
                found.append((money.amount, money.currency))
        budget = self.sheet.budget.value
        if budget:
            found += [(part.amount, budget.currency) for part in (budget, *budget.later)]
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
                found += [KnownCount(v, nouns, sentence.clause_of(fraction)) for v in (fraction.part, fraction.whole)]
        return tuple(found)

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        """Every number of any unit that the founder gave."""
        found = {count.number for count in self.counts} | {known.amount for known in (*self.money, *self.shares)}
        for sentence in self.sentences:
            found |= {m.amount for m in sentence.each(SpanMatch)} | {m.hours for m in sentence.each(HoursMatch)}
            found |= {Decimal(m.day) for m in sentence.each(DateMatch) if m.day}
        return frozenset(found | self._sums)

    @property
    def _sums(self) -> set[Decimal]:
        even = sums.break_even(self.sheet)
        reach = sums.capacity(self.sheet, sums.weeks_available(self.sheet, self.today))
        return ({Decimal(even.sales)} if even else set()) | ({reach.hours} if reach else set())

    # -- time ------------------------------------------------------------------------------------------------------

    @cached_property
    def dates(self) -> tuple[tuple[DateMatch, Sentence], ...]:
        found = []
        for sentence in self.sentences:
            found += [(match, sentence) for match in sentence.each(DateMatch)]
            found += [
                (match, sentence) for m in sentence.each(DateRangeMatch) for match in (m.begin, m.end_date)
            ]
        return tuple(found)

    @property
    def test(self) -> Test | None:
        return self.sheet.test.value

    @cached_property
    def test_ends(self) -> date | None:
        """The last day of the founder's test, as far as it can be told; it may begin right after the deadline."""
        test, deadline = self.test, self.sheet.deadline.value
        if test is None:
            return None
        if test.ends:
            return test.ends
        begins = test.begins or deadline
        return begins + timedelta(weeks=float(test.weeks)) if begins and test.weeks else None

    # -- words -----------------------------------------------------------------------------------------------------

    @cached_property
    def hours(self) -> tuple[tuple[Decimal, Clause], ...]:
        """Hours of work in a week, with the clause they were said in; bare numbers beside such hours count too."""
        found = []
        for sentence in self.sentences:
            said = list(sentence.each(HoursMatch))
            found += [(match.hours, sentence.clause_of(match)) for match in said]
            if said:
                bare = (m for m in sentence.each(NumberMatch) if not m.noun and not m.measure)
                found += [(match.value, sentence.clause_of(match)) for match in bare]
        return tuple(found)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        return tuple(clause for sentence in self.sentences for clause in sentence.clauses)

    @cached_property
    def free(self) -> frozenset[str]:
        """The stems of who or what pays or costs nothing."""
        found: set[str] = set()
        for clause in self.clauses:
            if cues.FREE(clause.words) or _pays_not(clause):
                found |= clause.stems
        return frozenset(found - _GENERAL)

    @cached_property
    def paying(self) -> frozenset[str]:
        """The stems of who pays, or what is paid for: beside a price, or the subject of a word for paying."""
        prices = {(fact.value.amount, fact.value.currency) for fact in self.sheet.prices if fact.value}
        found: set[str] = set()
        for known in (*self.money, *self.shares):
            unit = None if known.unit == PERCENT else known.unit
            if known.answer in _OF_PRICE and (known.amount, unit) in prices:
                found |= known.clause.stems
        for clause in self.clauses:
            if cues.PAY(clause.words) and not cues.FREE(clause.words) and not _pays_not(clause):
                if not any(clause.each(MoneyMatch)) and not cues.NEGATION(clause.words):
                    found |= clause.stems
        payer = self.sheet.payer.value
        return frozenset(found - _GENERAL) if payer is None else frozenset(found - _GENERAL)

    @cached_property
    def places(self) -> tuple[PlaceMatch, ...]:
        return tuple(match for sentence in self.sentences for match in sentence.each(PlaceMatch))

    @cached_property
    def ruled_out_platforms(self) -> frozenset[str]:
        return frozenset(
            match.platform for sentence in self.sentences for match in sentence.each(PlatformMatch) if match.negated
        )

    @cached_property
    def law_stems(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """Each law, permit and approval that the founder named, with the stems that tell it."""
        names = [fact.value for fact in self.sheet.laws if fact.value]
        names += [match.name for sentence in self.sentences for match in sentence.each(LawMatch)]
        read = {name: read_text(name, self.language, self.home) for name in dict.fromkeys(names)}
        return tuple((name, frozenset().union(*(s.stems for s in parts))) for name, parts in read.items())

    @cached_property
    def ruled_out(self) -> tuple[tuple[Clause, frozenset[str]], ...]:
        """What the founder left out: the clauses that deny something, each with its stems."""
        found = []
        for key, sentences in self.told.items():
            if key in ("problem", "workaround", "stage", "evidence", "validation", "target_user", "first_version"):
                continue
            for sentence in sentences:
                found += list(_denied(sentence, everything=key == "left_out"))
        return tuple(found)

    @cached_property
    def later(self) -> tuple[tuple[Sentence, frozenset[str], frozenset[Decimal]], ...]:
        """Sentences that say that money or a permit comes only later: with stems and amounts."""
        found = []
        for sentence in (s for key in ("constraint", "budget", "price", "idea") for s in self.told.get(key, ())):
            if not cues.NOT_YET(sentence.words) or not any(sentence.each(MoneyMatch)):
                continue
            clauses = [c for i, c in enumerate(sentence.clauses) if _touches_later(sentence, i)]
            stems: frozenset[str] = frozenset().union(*(clause.stems for clause in clauses)) - _GENERAL
            amounts = frozenset(m.amount for clause in clauses for m in clause.each(MoneyMatch))
            found.append((sentence, stems, amounts))
        return tuple(found)

    @cached_property
    def not_counted(self) -> frozenset[tuple[Decimal, str]]:
        """Amounts that the founder does not count on."""
        found = set()
        for sentences in self.told.values():
            for number, sentence in enumerate(sentences):
                words = [sentence.words]
                if number + 1 < len(sentences):
                    words.append(sentences[number + 1].words)
                if any(sentence.each(MoneyMatch)) and cues.NOT_COUNTED(words[0]):
                    head = [c for c in sentence.clauses if any(c.each(MoneyMatch))]
                    cut = next((c.first for c in sentence.clauses if cues.NOT_COUNTED(c.words)), sentence.last)
                    found |= {
                        (m.amount, m.currency or self.home)
                        for c in head
                        if c.first <= cut
                        for m in c.each(MoneyMatch)
                    }
        return frozenset(found)


_GENERAL = frozenset(
    "pay zahlen paie pagar betal cost kosten koste price preis prix prijs precio bill rechnu factur invoic card karte "
    "carte month buy kauf kaufen use nutzen money geld argent".split()
)
"""Stems that stand beside every price."""


def _home(sheet: Facts) -> str:
    for fact in sheet.prices:
        if fact.value and fact.value.currency:
            return fact.value.currency
    if sheet.budget.value:
        return sheet.budget.value.currency
    codes = [fact.value.code[:2] for fact in sheet.regions if fact.value and fact.value.code]
    return currency_of(codes[0]) if codes else ""


def _pays_not(clause: Clause) -> bool:
    """Whether somebody is said not to pay: "they buy nothing", "we do not charge"."""
    if any(clause.each(MoneyMatch)):
        return False
    words = clause.words
    if cues.PAY(words) and cues.NEGATION(words):
        return True
    at = clause.sentence.clauses.index(clause) if clause in clause.sentence.clauses else 0
    short = clause.last - clause.first <= 4 and words.rstrip().endswith((" nicht", " not", " rien", " niet", " no"))
    return bool(at and short and cues.PAY(clause.sentence.clauses[at - 1].words))


def _touches_later(sentence: Sentence, number: int) -> bool:
    """Whether a clause says that something comes later, or stands right before one that does."""
    clauses = sentence.clauses
    return cues.NOT_YET(clauses[number].words) or (
        number + 1 < len(clauses) and cues.NOT_YET(clauses[number + 1].words)
    )


def _denied(sentence: Sentence, *, everything: bool) -> Iterator[tuple[Clause, frozenset[str]]]:
    """Yield what a sentence rules out. In "No fillings, no X-rays" each clause does, in "not a penny more" none."""
    if cues.CONDITIONAL(sentence.words) and not everything:
        return
    for clause in sentence.clauses:
        if any(clause.each(MoneyMatch)):
            continue
        denied = cues.NEGATION(clause.words)
        if not denied and not everything:
            continue
        own = clause.stems - _GENERAL
        if own:
            yield clause, own
