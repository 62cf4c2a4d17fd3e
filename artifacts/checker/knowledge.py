"""What is known of a project: the facts, and every figure in the founder's words with the clause it
was said in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence, read_text
from artifacts.checker.comparisons.figures_told import PERCENT, Known
from artifacts.checker.comparisons.needs import permits_needed
from artifacts.checker.comparisons.paying import SAY_LITTLE, paying_stems, pays_not, spoken_of
from artifacts.checker.comparisons.places_told import ON_OTHERS, PlacesTold
from artifacts.checker.comparisons.ruled_out import RuledOut, ruled_out_in
from artifacts.checker.comparisons.sums_in_parts import sums_by_share, sums_with_part
from artifacts.checker.comparisons.things_needed import bodies_in, law_sentences, things_needed
from artifacts.checker.stems import stems_of
from artifacts.facts.grammar.matches import (
    DateMatch,
    DateRangeMatch,
    HoursMatch,
    LawMatch,
    MoneyMatch,
    NumberMatch,
    PlatformMatch,
    SpanMatch,
)
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.schema import Test
from artifacts.unlocked import cached_property

_COMES_UNDER = re.compile(
    r"\b(?:under|comply with|keep to|subject to|governed by|nach|unter|gemäß|laut|gilt|gelten"
    r"|(?:muss|müssen) (?:der|dem|die|das)|must meet|must satisfy) "
)
_LETTERS = re.compile(r"\b(?:[A-ZÄÖÜ]{3,7}|[A-ZÄÖÜ][a-zäöü]{1,5}[A-ZÄÖÜ]{1,3})\b")
"""A law by its letters where something comes under it: "my notes come under PHIA", "nach der
VeVA".
"""
_SECTION_OF_LAW = re.compile(r"§.* [A-ZÄÖÜ][a-zäöüß]+isch(?:es|en|e) [A-ZÄÖÜ][a-zäöüß]{6,}$")
_NO_LAWS = word_set("SMS GPS PDF USB NFC RFID API URL CSV XML VAT USD EUR GBP CHF KES")
_HOURS_MOST = 60
"""Above this a bare number beside hours is an age."""
_ASIDE = 2
"""Most words of a clause that says nothing of its own: ", signed,"."""
_SHORT = 8
"""Most words of a clause that only says who does not pay."""
_ON_PAYING = ("price", "target_user", "idea", "constraint")
_OF_NO_DUTY = ("price", "problem", "workaround")
"""Answers that name no permit which we need: an inspection we sell, one that others have."""
_RULES_OUT_IN = ("left_out", "constraint", "price", "budget", "deadline", "team", "place")


class Knowledge(PlacesTold):
    """What the founder told, ready to be compared with.

    `texts` are idea and answers by their keys.
    """

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
    def participants(self) -> frozenset[str]:
        """The stems of those who take part in the founder's test."""
        test = self.test
        if test is None or not test.participants:
            return frozenset()
        counted = (c.stems for c in self.counts if c.number == test.participants)
        return stems_of(test.noun, self.language).union(*counted)

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
        for sentence in self.told["validation"] if deadline else ():
            for match in sentence.each(DateMatch):
                assert deadline is not None
                return date(match.year or deadline.year, match.month, 1)
        return None

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of every word the founder said."""
        return frozenset().union(*(sentence.stems for sentence in self.sentences))

    @property
    def _own_clauses(self) -> Iterator[Clause]:
        """What the founder says of what they do: not of prices, of the trouble of others, and of
        what is denied.
        """
        told = (found for key, found in self.told.items() if key not in ON_OTHERS)
        clauses = (c for sentences in told for s in sentences for c in s.clauses)
        return (clause for clause in clauses if not clause.says(cues.NEGATION))

    @cached_property
    def own_stems(self) -> frozenset[str]:
        """The stems of what the founder says of what they do."""
        return frozenset().union(*(clause.stems for clause in self._own_clauses))

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The words of the same."""
        return frozenset(word for c in self._own_clauses for word in c.words.split())

    @cached_property
    def stems_of_others(self) -> frozenset[str]:
        """The stems of what people use or pay without us, and of nothing of ours."""
        told = [sentence for key in ON_OTHERS for sentence in self.told[key]]
        left_out = frozenset().union(*(item.clause.stems for item in self.ruled_out))
        return frozenset().union(*(s.stems for s in told)) - self.own_stems - left_out

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
            found += [(match.hours, _with_its_person(sentence.clause_of(match))) for match in said]
            if said:
                numbers = sentence.each(NumberMatch)
                bare = (m for m in numbers if m.value <= _HOURS_MOST and not (m.noun or m.measure))
                found += [(match.value, sentence.clause_of(match)) for match in bare]
                spans = (m for m in sentence.each(SpanMatch) if m.unit == "hour")
                found += [(s.amount, _with_its_person(sentence.clause_of(s))) for s in spans]
        return tuple(found)

    @cached_property
    def hours_of_ours(self) -> frozenset[str]:
        """The stems of the answers that say who works on it for how long."""
        told = (self.told[key] for key in ("constraint", "team"))
        found = (s.stems for part in told for s in part if any(s.each(HoursMatch)))
        return frozenset().union(*found) - SAY_LITTLE - self.hours_of_others

    @cached_property
    def hours_of_others(self) -> frozenset[str]:
        """The stems of whom it is made for, and of whose hours the problem tells."""
        told = [s.stems for s in self.told["target_user"]]
        told += [s.stems for s in self.told["problem"] if any(s.each(HoursMatch))]
        return frozenset().union(*told) - SAY_LITTLE

    @cached_property
    def clauses_on_paying(self) -> tuple[Clause, ...]:
        """The clauses of the answers that may say who pays."""
        return tuple(c for key in _ON_PAYING for s in self.told[key] for c in s.clauses)

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
            at = clause.place
            short = cues.NOT_THEY.begin(clause.words) and clause.last - clause.first <= _SHORT
            if at and short and clause.sentence.clauses[at - 1].says(cues.PAY):
                found |= clause.stems
        return found - SAY_LITTLE

    @cached_property
    def free_by_price(self) -> frozenset[str]:
        """The stems of who the answer about the price says pays nothing, whatever they pay to
        others elsewhere.
        """
        clauses = [c for sentence in self.told["price"] for c in sentence.clauses]
        free = [c.stems for c in clauses if c.says(cues.FREE) and not _is_up_to(c)]
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
        beside = [
            known.clause.stems
            for known in (*self.money, *self.shares)
            if known.answer == "price"
            and (known.amount, None if known.unit == PERCENT else known.unit) in prices
            and not known.clause.says(cues.WE_PAY)
        ]
        charged = [clause.stems for clause in self.clauses_on_paying if _charges(clause)]
        return frozenset().union(*beside, *charged) - SAY_LITTLE

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
        names += _laws_by_letters(self.told["constraint"])
        names += [match.name for sentence in self.sentences for match in sentence.each(LawMatch)]
        # "§ 9 Bayerisches Wassergesetz" is the Wassergesetz, too
        names += [name.rpartition(" ")[2] for name in names if _SECTION_OF_LAW.match(name)]
        read = {name: read_text(name, self.language, self.home) for name in dict.fromkeys(names)}
        return tuple(
            (name, frozenset().union(*(s.stems for s in parts))) for name, parts in read.items()
        )

    @cached_property
    def permits(self) -> dict[str, Sentence]:
        """Each kind of permit that the founder needs first, with the sentence that says so: none
        that only tells what is sold or what others have.
        """
        told = (s for key, said in self.told.items() if key not in _OF_NO_DUTY for s in said)
        return permits_needed(told)

    @cached_property
    def law_sentences(self) -> dict[str, Sentence]:
        """The founder's sentence on each law, by its name."""
        return law_sentences(self.law_stems, self.sentences)

    @cached_property
    def things_needed(self) -> tuple[tuple[frozenset[str], Sentence], ...]:
        """The stems of each thing that the founder says is needed, with the sentence."""
        told = (s for key in ("constraint", "place") for s in self.told[key])
        return tuple(things_needed(told))

    @cached_property
    def requirement_stems(self) -> frozenset[str]:
        """The stems of all laws and things that are needed, and of who grants them."""
        found = [stems for stems, _ in self.things_needed] + [stems for _, stems in self.law_stems]
        told = (*self.permits.values(), *self.law_sentences.values())
        bodies = " ".join(word for sentence in told for word in bodies_in(sentence))
        return frozenset().union(*found, stems_of(bodies, self.language))

    @cached_property
    def ruled_out(self) -> tuple[RuledOut, ...]:
        """What the founder left out: the lines that say so, and what the other answers deny."""
        return tuple(
            item
            for key in _RULES_OUT_IN
            for sentence in self.told[key]
            for item in ruled_out_in(sentence, everything=key == "left_out")
        )

    @cached_property
    def money_awaited(self) -> dict[Decimal, str]:
        """What each amount waits for that is not all there at the start: what comes later, and the
        sums of which it is a share.
        """
        budget = self.sheet.budget.value
        found: dict[Decimal, str] = {}
        funds = [k for k in self.money if k.answer in ("constraint", "budget")]
        for later in budget.later if budget else ():
            assert budget is not None
            wholes = sums_by_share(funds, later, self.language, self.home)
            # One half is like the other, and may be the first.
            if not any(whole == 2 * later.amount for whole in wholes):
                found[later.amount] = later.condition
            wholes += sums_with_part(funds, later, budget.amount)
            found |= dict.fromkeys(wholes, later.condition)
        return found

    @cached_property
    def later(self) -> tuple[tuple[Sentence, frozenset[str], frozenset[Decimal]], ...]:
        """Sentences that say that money or a permit comes only later: with stems and amounts."""
        found = []
        for sentence in (
            s for key in ("constraint", "budget", "price", "idea") for s in self.told[key]
        ):
            named = [known for known in self.money if known.sentence is sentence]
            if not sentence.says(cues.NOT_YET) or not named:
                continue
            clauses = [c for i, c in enumerate(sentence.clauses) if _touches_later(sentence, i)]
            stems: frozenset[str] = (
                frozenset().union(*(clause.stems for clause in clauses)) - SAY_LITTLE
            )
            amounts = _amounts_not_yet(named, clauses)
            found.append((sentence, stems, amounts))
        return tuple(found)


def _with_its_person(clause: Clause) -> Clause:
    """Return a clause that names only hours with the one in front of it, which says whose they
    are: "Max does the code, 12 hours", "Ann works 12 hours, later 20". "I work 12 hours, she 20"
    are those of two.
    """
    at = clause.place
    if not at or clause.stems:
        return clause
    before = clause.sentence.clauses[at - 1]
    if any(before.each(HoursMatch)) and not _LATER.begin(clause.words):
        return clause
    return Clause(clause.sentence, before.first, clause.last)


_LATER = cues.Cue("""
    later, then, afterwards, after that, from then on, später, danach, dann, ensuite, puis
    daarna, luego, después
    """)


def _laws_by_letters(told: Iterable[Sentence]) -> list[str]:
    """Return the words in capitals of sentences that say that something comes under a law."""
    texts = (sentence.text for sentence in told if _COMES_UNDER.search(sentence.text))
    return [name for text in texts for name in _LETTERS.findall(text) if name not in _NO_LAWS]


def _charges(clause: Clause) -> bool:
    """Whether a clause says that somebody pays us."""
    if clause.says(cues.WE_PAY) or clause.says(cues.NEGATION) or clause.says(cues.FREE):
        return False
    return clause.says(cues.PAYS)


def _is_up_to(clause: Clause) -> bool:
    """Whether a clause holds for so many: "free up to ten bows" is not free for those with more."""
    return any(number.value > 1 for number in clause.each(NumberMatch))


def _amounts_not_yet(named: list[Known], clauses: list[Clause]) -> frozenset[Decimal]:
    """Return those of the amounts that stand in `clauses` that do not say "now"."""
    waiting = {clause.first for clause in clauses if not clause.says(cues.NOW)}
    return frozenset(known.amount for known in named if known.clause.first in waiting)


def _touches_later(sentence: Sentence, number: int) -> bool:
    """Whether a clause says that something comes later, or stands right before one that does, with
    no more than a word or two between.
    """
    clauses = sentence.clauses
    behind = [c for c in clauses[number + 1 :] if c.last - c.first > _ASIDE][:1]
    return any(clause.says(cues.NOT_YET) for clause in (clauses[number], *behind))
