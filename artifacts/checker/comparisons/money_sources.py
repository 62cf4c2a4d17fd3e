"""Whose the money is: which amount comes from whom, and whom our answers do not name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.fractions import fractions_in
from artifacts.checker.comparisons.money_certainty import certainty_denied
from artifacts.checker.comparisons.money_parts import parts_differ
from artifacts.checker.comparisons.money_to_come import is_part_named
from artifacts.checker.comparisons.payers import amount_and_unit
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.remembered import remembered, remembered_beside
from artifacts.checker.stems import stems_of
from artifacts.facts.grammar.matches import MoneyMatch, ShareMatch

_ON_FUNDS = ("constraint", "budget")
_SOURCE_WORDS = 5
"""Words behind "from" that name whom money comes from."""

Part = MoneyMatch | ShareMatch


@dataclass(frozen=True)
class Fund:
    """An amount or a share in the founder's words, with the stems of what they say of it."""

    amount: Decimal
    unit: str
    about: frozenset[str]
    sentence: Sentence


@remembered_beside
def funds_differ(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder said of money that a sentence says otherwise of; else ""."""
    if unsure := certainty_denied(known, sentence):
        return unsure
    if not any(_parts(sentence)):
        return "" if sentence.says(cues.CONDITIONAL) else _from_somebody_new(known, sentence)
    told = (
        _unconditional(known, sentence)
        or _nothing_to_come(known, sentence)
        or _never_repaid(known, sentence)
    )
    if told or sentence.says(cues.CONDITIONAL):
        return told
    return (
        _from_another(known, sentence)
        or _all_of_a_share(known, sentence)
        or _from_somebody_new(known, sentence)
        or parts_differ(known, sentence)
    )


@remembered
def funds_of(known: Knowledge) -> tuple[Fund, ...]:
    """Return the amounts of the money there is, each with what is said beside it; that of "the
    rest" is 0.
    """
    return tuple(
        source
        for key in _ON_FUNDS
        for sentence in known.told[key]
        for source in _sources(known, sentence)
    )


def _sources(known: Knowledge, sentence: Sentence) -> Iterator[Fund]:
    told = [one for one in (*known.money, *known.shares) if one.sentence is sentence]
    begins = {one.clause.first for one in told}
    for one in told:
        yield Fund(one.amount, one.unit, _about(one.clause, begins), sentence)
    for clause in sentence.clauses:
        if clause.says(cues.THE_REST):
            yield Fund(Decimal(0), known.home, clause.stems - SAY_LITTLE, sentence)


def _parts(part: Sentence | Clause) -> Iterator[Part]:
    yield from part.each(MoneyMatch)
    yield from part.each(ShareMatch)


def _about(clause: Clause, begins: set[int]) -> frozenset[str]:
    """Return the stems of the clause of an amount, and of those behind it up to the next one that
    `begins` with the clause of another.
    """
    found = clause.stems
    for behind in clause.sentence.clauses:
        if behind.first <= clause.first:
            continue
        if behind.first in begins or behind.says(cues.THE_REST):
            break
        found |= behind.stems
    return found - SAY_LITTLE


def _source_in(clause: Clause, match: Part) -> frozenset[str]:
    """Return the stems of whom a clause says that an amount comes from."""
    language = clause.sentence.source.lexicon.language
    before = clause.sentence.padded(clause.first, match.first)
    gives = cues.GIVES_MONEY.search(before)
    if gives and _UNTIL.begin(before):
        return frozenset()  # "until the bank pays out there is 46,500" of somebody else's
    if gives:
        giver = before[: gives.start()]
        if language in _VERB_SECOND:
            # The subject may stand behind: "den größten Teil trägt mit 19.000 € der Kreis".
            giver += clause.sentence.padded(_end_of(match, clause), clause.last)
        return stems_of(giver, language) - SAY_LITTLE
    behind = clause.sentence.padded(match.last, clause.last)
    origin = cues.ORIGIN.search(behind)
    if origin is None:
        return frozenset()
    words = behind[origin.end() :].split()[:_SOURCE_WORDS]
    return stems_of(" ".join(words), language) - SAY_LITTLE


_UNTIL = cues.Cue("""
    until, till, before, bis, bevor, ehe, jusqu' à ce que, jusqu'à ce que, avant que, totdat, tot
    voordat, hasta que, antes de que
    """)
"""What begins a clause that tells what has not happened yet."""


def _end_of(match: Part, clause: Clause) -> int:
    """Return the token behind an amount, which "19.000 € der Kreis" is not counted by."""
    if not isinstance(match, MoneyMatch):
        return match.last
    tokens = clause.sentence.source.tokens
    return min(bisect_left(tokens, match.stem_end, key=lambda t: t.start), match.last)


_VERB_SECOND = frozenset(("de", "nl"))


def _from_another(known: Knowledge, sentence: Sentence) -> str:
    """Return the founder's sentence where an amount comes from somebody who gives another one."""
    funds = funds_of(known)
    for match in _parts(sentence):
        clause = sentence.clause_of(match)
        if isinstance(match, MoneyMatch) and is_part_named(clause, match):
            continue
        if not clause.says(cues.NEGATION) and (other := _other_fund(known, funds, clause, match)):
            return other.sentence.text
    return ""


_NAMES_OF_HALVES = stems_of("half hälfte moitié helft mitad", "en")


def _other_fund(
    known: Knowledge, funds: Sequence[Fund], clause: Clause, match: Part
) -> Fund | None:
    """Return the fund of whom a clause has an amount come from that is of another one."""
    given = _source_in(clause, match) or _waits_for_in(clause, match)
    told = [f.about for f in funds if (f.amount, f.unit) == amount_and_unit(known, match)]
    about = frozenset().union(*told)
    # "Half of that later" names its source in the words before it.
    if not given or given & about or not about - _NAMES_OF_HALVES:
        return None
    if _is_part_of_theirs(funds, given, match):
        return None
    beside = {amount_and_unit(known, other) for other in _parts(clause)}
    return next((f for f in funds if (f.amount, f.unit) not in beside and f.about & given), None)


def _is_part_of_theirs(funds: Sequence[Fund], given: frozenset[str], share: Part) -> bool:
    """Whether the founder names such a share of what those give: "30,000 from the region, half of
    it at the start".
    """
    if not isinstance(share, ShareMatch):
        return False
    wholes = (fund for fund in funds if fund.about & given)
    parts = chain.from_iterable(fractions_in(fund.sentence) for fund in wholes)
    return any(part * 100 == share.percent * whole for part, whole in parts)


def _waits_for_in(clause: Clause, match: Part) -> frozenset[str]:
    """Return the stems of what a share comes after: "60 % after the report"."""
    if not isinstance(match, ShareMatch):
        return frozenset()
    behind = clause.sentence.padded(match.last, clause.last)
    event = cues.EVENT.search(behind)
    return clause.sentence.stems_of(behind[event.end() :]) - SAY_LITTLE if event else frozenset()


def _unconditional(known: Knowledge, sentence: Sentence) -> str:
    """Return what money waits for that a sentence says is there whatever happens."""
    if not sentence.says(cues.UNCONDITIONAL):
        return ""
    amounts = {m.amount for m in sentence.each(MoneyMatch)}
    for source in funds_of(known):
        depends = source.sentence.says(cues.CONDITIONAL) or source.sentence.says(cues.NOT_YET)
        if source.amount in amounts and depends:
            return source.sentence.text
    return ""


def _nothing_to_come(known: Knowledge, sentence: Sentence) -> str:
    """Return the budget where a sentence has a part of it be all there is."""
    budget = known.sheet.budget.value
    if budget is None or not sentence.says(cues.NOTHING_MORE) or not sentence.says(cues.HAVE_MONEY):
        return ""
    for source in funds_of(known):
        is_part = source.unit == budget.currency and source.amount < budget.amount
        if is_part and any(m.amount == source.amount for m in sentence.each(MoneyMatch)):
            return source.sentence.text
    return ""


def _never_repaid(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder borrows where a sentence has it given, or not paid back."""
    kept = sentence.says(cues.GIVEN) or (sentence.negated and sentence.says(cues.NOT_REPAID))
    if not kept or sentence.says(cues.CONDITIONAL):
        return ""
    borrowed = [f for f in funds_of(known) if f.sentence.says(cues.KINDS_OF_FUNDS[0])]
    amounts = {m.amount for m in sentence.each(MoneyMatch)}
    for fund in borrowed:
        is_meant = fund.amount in amounts or fund.about & sentence.stems_of(sentence.text)
        if is_meant and not _is_also_given(fund):
            return fund.sentence.text
    return ""


def _is_also_given(fund: Fund) -> bool:
    """Whether the founder says of the same money that it is given."""
    return fund.sentence.says(cues.GIVEN) and len(list(_parts(fund.sentence))) == 1


def _all_of_a_share(known: Knowledge, sentence: Sentence) -> str:
    """Return the share that somebody gives where a sentence has them give all of it."""
    if sentence.has(ShareMatch) or not sentence.has(MoneyMatch):
        return ""
    for clause in sentence.clauses:
        if sentence.negated or not (clause.says(cues.ALL_OF_IT) and clause.says(cues.GIVES_MONEY)):
            continue
        gives = clause.find(cues.GIVES_MONEY)
        assert gives is not None
        giver = sentence.stems_of(clause.words[: gives.start()]) - SAY_LITTLE
        for source in funds_of(known):
            if source.unit == "%" and giver & source.about and source.amount < _ALL:
                return source.sentence.text
    return ""


_ALL = Decimal(100)


def _from_somebody_new(known: Knowledge, sentence: Sentence) -> str:
    """Return the budget where a sentence has money from a kind of source nobody spoke of."""
    fact = known.sheet.budget
    if not fact.said or sentence.negated or sentence.says(cues.LATER):
        return ""
    for kind in cues.KINDS_OF_FUNDS:
        found = kind.search(sentence.words)
        if found is None or any(_speaks_of(told, kind, found[0]) for told in known.sentences):
            continue
        if any(c.says(kind) and _provides(c) for c in sentence.clauses):
            return _sentence_with(known, fact.said[0].text)
    return ""


def _speaks_of(told: Sentence, kind: cues.Cue, word: str) -> bool:
    """Whether the founder names a kind of source, or a compound that ends in its `word`."""
    return told.says(kind) or f"{word.strip()} " in f"{told.words} "


def _sentence_with(known: Knowledge, text: str) -> str:
    return next((sentence.text for sentence in known.sentences if text in sentence.text), text)


def _provides(clause: Clause) -> bool:
    if not any(_parts(clause.sentence)):
        return clause.says(cues.GIVES_MONEY)
    return clause.says(cues.GIVES_MONEY) or clause.says(cues.HAVE_MONEY) or clause.says(cues.ORIGIN)
