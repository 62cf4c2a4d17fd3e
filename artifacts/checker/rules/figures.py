"""Figures: every amount is the founder's, follows from theirs by arithmetic, or says that it is an
assumption.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, islice

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.arithmetic import number_text
from artifacts.checker.comparisons.bills import is_bill
from artifacts.checker.comparisons.bills_apart import is_rest
from artifacts.checker.comparisons.derivations import count_follows, is_founded, is_share_founded
from artifacts.checker.comparisons.stated_sums import wrong_results
from artifacts.checker.comparisons.sums_turned_round import wrong_totals_turned_round
from artifacts.checker.context import CheckContext
from artifacts.checker.findings import Severity
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.passages import Passage
from artifacts.checker.readings import DocumentRead
from artifacts.checker.remembered import remembered, remembered_beside
from artifacts.checker.rules.registry import Violation, rule, shorten
from artifacts.facts.grammar.matches import (
    DateMatch,
    LawMatch,
    Match,
    MoneyMatch,
    NumberMatch,
    ShareMatch,
    SpanMatch,
)
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import FieldKind
from artifacts.text import gettext_noop

_TOLD = 10
"""How many figures of one text are told: once these are corrected, the next are."""
_FACTOR_AND_RESULT = 2
_TRIED = 40
"""How many figures of one sentence are looked into."""


@rule(
    severity=Severity.IMPORTANT,
    needs=(MoneyMatch, ShareMatch),
    message=gettext_noop(
        "Nobody told us %(figure)s, and it does not follow from our figures: “%(sentence)s”"
    ),
    hint=gettext_noop(
        "Correct the figure, mark it as an assumption, or add it to our answers if it is true."
    ),
    writer_hint=(
        "Use a figure from the interview or one that follows from it, or leave the sentence out."
    ),
    good={
        "brief.market_analysis": (
            "Three shops at 29 euros a month pay 87 euros a month, or 1,044 euros a year."
        )
    },
    bad={"brief.market_analysis": "The counting costs a shop 49 euros a month."},
)
def amount_unknown(context: CheckContext) -> Iterator[Violation]:
    """Every amount of money and every percentage is known, follows from what is known, or is marked
    as assumed.
    """
    told: dict[int, int] = {}
    for passage, sentence in context.claims_with(MoneyMatch, ShareMatch):
        if _states_result(sentence):
            continue
        for figure in _unfounded(context, passage, sentence):
            told[id(passage)] = told.get(id(passage), 0) + 1
            if told[id(passage)] <= _TOLD:
                values = {"figure": figure, "sentence": shorten(sentence.text)}
                yield Violation(passage.place, figure, values, passage=sentence.text)


@rule(
    severity=Severity.BROKEN,
    needs=(Match,),
    message=gettext_noop("%(figure)s does not add up: “%(sentence)s”"),
    hint=gettext_noop("Recalculate it from the figures in our answers, and correct the sentence."),
    writer_hint="Recalculate it from the figures of the interview, and correct the sentence.",
    good={"brief.market_analysis": "Three shops at 29 euros a month make 87 euros a month."},
    bad={"brief.market_analysis": "Three shops at 29 euros a month make 97 euros a month."},
)
def sum_wrong(context: CheckContext) -> Iterator[Violation]:
    """Where a sentence calculates, the result is what its own figures and ours make."""
    for passage, sentence in context.claims_with(Match):
        if len(sentence.matches) < _FACTOR_AND_RESULT:
            continue
        figures = list(_wrong_sums(context.knowledge, sentence))
        if _states_result(sentence):
            figures += _unfounded(context, passage, sentence)
        for figure in islice(dict.fromkeys(figures), _TOLD):
            values = {"figure": figure, "sentence": shorten(sentence.text)}
            made = _made_by_its_figures(sentence)
            yield Violation(passage.place, figure, values, passage=sentence.text, derivation=made)


@remembered_beside
def _wrong_sums(known: Knowledge, sentence: Sentence) -> tuple[str, ...]:
    """Return the results in a sentence that its own figures do not make."""
    wrong = (*wrong_results(known, sentence), *wrong_totals_turned_round(known, sentence))
    return tuple(_shown(sentence, match) for match in wrong)


def _shown(sentence: Sentence, match: Match) -> str:
    end = match.stem_end if isinstance(match, MoneyMatch) else match.end
    return sentence.source.text[match.start : end]


def _made_by_its_figures(sentence: Sentence) -> str:
    """Return what the figures in front of the last amount make, "3 × 29 = 87"; "" where that is not
    plain.
    """
    amounts = [m.amount for m in sentence.each(MoneyMatch) if m.high is None]
    counts = [n.value for n in sentence.each(NumberMatch) if n.value > 1]
    if len(amounts) == _FACTOR_AND_RESULT and len(counts) == 1:
        count, amount = counts[0], amounts[0]
        return f"{number_text(count)} × {number_text(amount)} = {number_text(count * amount)}"
    if len(amounts) > _FACTOR_AND_RESULT and not counts and sentence.says(cues.TOGETHER):
        parts = amounts[:-1]
        return f"{' + '.join(map(number_text, parts))} = {number_text(Decimal(sum(parts)))}"
    return ""


@remembered
def _states_result(sentence: Sentence) -> bool:
    """Whether a sentence has a count, or more than one amount, and a word that says what these
    make.
    """
    amounts = sum(1 for _ in sentence.each(MoneyMatch)) + sum(1 for _ in sentence.each(ShareMatch))
    counts = sum(1 for n in sentence.each(NumberMatch) if n.value > 1) + sum(
        1 for _ in sentence.each(SpanMatch)
    )
    return amounts > 0 and amounts + counts > 1 and sentence.says(cues.RESULT)


def _unfounded(context: CheckContext, passage: Passage, sentence: Sentence) -> Iterator[str]:
    if sentence.mark in ("+", "?") or sentence.says(cues.ASSUMED) or _in_assumption(passage):
        return
    # "£5 Friday" is no figure of ours where it is the project's name.
    text = sentence.text.replace(context.project.name, "")
    for figure in _unfounded_figures(context.knowledge, sentence):
        if figure in text:
            yield figure


@remembered_beside
def _unfounded_figures(known: Knowledge, sentence: Sentence) -> tuple[str, ...]:
    return (*_unfounded_amounts(known, sentence), *_unfounded_shares(known, sentence))


def _unfounded_amounts(known: Knowledge, sentence: Sentence) -> Iterator[str]:
    if sentence.has(LawMatch):
        return  # the law sets them
    for money in islice(sentence.each(MoneyMatch), _TRIED):
        ends = (value for value in (money.amount, money.high) if value is not None)
        if all(is_founded(known, sentence, money, value) for value in ends):
            continue
        if not is_bill(known, sentence, money) and not is_rest(known, sentence, money):
            yield sentence.source.text[money.start : money.stem_end]


def _unfounded_shares(known: Knowledge, sentence: Sentence) -> Iterator[str]:
    for share in islice(sentence.each(ShareMatch), _TRIED):
        is_plain = share.worded or share.percent in (0, 100)
        if not is_plain and not is_share_founded(known, sentence, share):
            yield sentence.source.text[share.start : share.end]


def _in_assumption(passage: Passage) -> bool:
    """Whether a text points to the assumptions, or to one of them."""
    return any(
        pointer.startswith("A-") or pointer == "brief.assumptions" for pointer in passage.pointers
    )


_SMALL = 30
"""Counts up to here are part of a plan more often than a claim about the world."""


@rule(
    severity=Severity.IMPORTANT,
    compares=True,
    needs=(NumberMatch,),
    message=gettext_noop("Nobody told us the figure %(figure)s: “%(sentence)s”"),
    hint=gettext_noop(
        "Take it out, mark it as an assumption, or add it to our answers if it is true."
    ),
    writer_hint="Take it out, or mark it as an assumption.",
    good={
        "brief.target_user": (
            "We begin with owners of small shops, about 40 of them by our estimate."
        )
    },
    bad={"brief.target_user": "We begin with 4,800 owners of small shops."},
)
def figure_without_source(context: CheckContext) -> Iterator[Violation]:
    """Every count comes from the founder, follows from theirs or from the plan, or stands beside an
    assumption.
    """
    each = context.of_each(_counts_claimed)
    for passage, sentence, numbers in chain.from_iterable(each):
        for number in () if context.is_edited(passage.place) else numbers:
            value = _unknown_value(context, sentence, number)
            if value is not None:
                figure = sentence.source.text[number.start : number.end]
                yield Violation(
                    passage.place,
                    f"{value:f}",
                    {"figure": shorten(figure), "sentence": shorten(sentence.text)},
                    passage=sentence.text,
                )


def _counts_claimed(
    context: CheckContext, read: DocumentRead
) -> list[tuple[Passage, Sentence, tuple[NumberMatch, ...]]]:
    """Return the sentences of a document that claim how many of something there are."""
    found = []
    for passage, sentence in context.claims_of(read).having(NumberMatch):
        if _needs_source(passage, sentence):
            counts = _counts_of_world(context.knowledge, passage, sentence)
            found.append((passage, sentence, tuple(islice(counts, _TOLD))))
    return found


def _needs_source(passage: Passage, sentence: Sentence) -> bool:
    """Whether a sentence claims something, and not as an example."""
    if sentence.mark:
        return False
    if not _is_claim(passage) or _in_assumption(passage):
        return False
    if sentence.says(cues.ASSUMED) or sentence.says(cues.CONDITIONAL):
        return False
    if sentence.has(MoneyMatch):
        return False
    return not any(_begins_example(sentence, number) for number in sentence.each(NumberMatch))


def _counts_of_world(
    known: Knowledge, passage: Passage, sentence: Sentence
) -> Iterator[NumberMatch]:
    """Yield the numbers that count what there is, and not what we build or plan."""
    for number in sentence.each(NumberMatch):
        is_count = _is_count(sentence, number)
        if is_count and not _is_of_the_build(known, passage, sentence, number):
            yield number


def _unknown_value(
    context: CheckContext, sentence: Sentence, number: NumberMatch
) -> Decimal | None:
    """Return the end of a count that comes from nowhere, None if it comes from somewhere."""
    if str(number.value) in context.computed_numbers or number.value in context.edited_numbers:
        return None
    if f"{number.value:f}" in context.project.name:
        return None
    known = context.knowledge
    for value in (number.value, number.high):
        if value is None or value in known.numbers:
            continue
        if not number.noun and any(one + more == value for one, more in known.budget_pairs):
            continue  # money without its currency: "53 million until then"
        if not count_follows(known, sentence, number, value):
            return value
    return None


def _begins_example(sentence: Sentence, number: NumberMatch) -> bool:
    """Whether a sentence begins with the size of one thing that stands for others: "A line of 45
    traps gives ...".
    """
    found_in = sentence.source
    if sentence.says_between(_EVEN_FOR, number.first - _EVEN_WITHIN, number.first):
        return True
    one = found_in.word(sentence.first) in _ONE
    return (
        one
        and number.first == sentence.first + 3
        and found_in.word(number.first - 1) in cues.PER_PIECE
    )


_EVEN_FOR = cues.Cue("""
    even for, even with, even if, auch bei, selbst bei, sogar bei, auch für, même pour, même avec
    ook bij, zelfs bij, incluso con, incluso para
    """)
"""In front of the size of a thing that is supposed: "even for a collection of only 50"."""
_EVEN_WITHIN = 6


def _is_of_the_build(
    known: Knowledge, passage: Passage, sentence: Sentence, number: NumberMatch
) -> bool:
    """Whether a number is a decision about how it is built or a step of the plan, and claims
    nothing about the world: pixels of a picture, 50 of the 60 sets by May.
    """
    nouns = sentence.stems_between(number.first, number.last)
    told = frozenset().union(*(count.stems for count in known.counts))
    in_build = passage.place.artifact_type is ArtifactType.HOW_IT_WORKS
    if in_build and not nouns & known.stems and not sentence.says(cues.PEOPLE):
        return True
    planned = passage.place.artifact_type is ArtifactType.MILESTONES or any(
        sentence.each(DateMatch)
    )
    if not planned or not nouns & told:
        return False
    return any(c.number > number.value for c in known.counts if c.stems & nouns)


_ONE = frozenset(("a", "an", "one", "ein", "eine", "un", "une", "una", "een"))


def _is_claim(passage: Passage) -> bool:
    """Return whether a count in the text says something about the world: a title or a criterion
    sets one.
    """
    return passage.field is None or passage.field.kind is FieldKind.TEXT


def _is_count(sentence: Sentence, number: NumberMatch) -> bool:
    if number.worded or number.measure or number.value <= _SMALL:
        return False
    if _behind_a_letter(sentence, number):
        return False
    after = sentence.padded(number.last - 1, number.last + 2)
    before = sentence.padded(number.first - 3, number.first)
    if cues.TECHNICAL(after) or cues.NAMED(before) or "°" in after:
        return False
    return bool(number.noun) or number.value >= 1000


def _behind_a_letter(sentence: Sentence, number: NumberMatch) -> bool:
    """Whether a number is part of a name, or an amount in a currency whose sign is a letter:
    "R900".
    """
    if number.first == sentence.first:
        return False
    token = sentence.source.tokens[number.first - 1]
    return token.kind == "word" and token.end == number.start
