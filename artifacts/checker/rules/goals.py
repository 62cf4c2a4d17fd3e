"""Goals: the test and the numbers that the founder named are repeated as they are."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.fractions import parts_in_words
from artifacts.checker.comparisons.made_here import is_made_here
from artifacts.checker.comparisons.pass_marks import (
    all_but_some,
    another_number_passes,
    exceeds_mark,
    parts_counted,
    ratios_asked,
    reached,
)
from artifacts.checker.comparisons.trial_terms import lasts_otherwise, takes_place_otherwise
from artifacts.checker.context import CheckContext
from artifacts.checker.cues.plan import ONE_OF_BOTH
from artifacts.checker.findings import Severity
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.rules.registry import Violation, contradiction, rule
from artifacts.checker.stems import stems_of
from artifacts.facts.grammar.matches import (
    FractionMatch,
    MoneyMatch,
    NumberMatch,
    ShareMatch,
    SpanMatch,
)
from artifacts.text import gettext_noop


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("“%(sentence)s” is not the test we set ourselves: “%(told)s”"),
    hint=gettext_noop("Name the numbers of our test, or change the test in our answers."),
    writer_hint="Name the numbers of the founder's own test.",
    good={
        "answers.validation": (
            "5 shops for a month. It is passed if four of the five keep counting."
        ),
        "mvp_scope.success_metrics": ["4 of the 5 shops keep counting for a month"],
    },
    bad={
        "answers.validation": (
            "5 shops for a month. It is passed if four of the five keep counting."
        ),
        "mvp_scope.success_metrics": ["2 of the 5 shops keep counting for a month"],
    },
)
def test_differs(context: CheckContext) -> Iterator[Violation]:
    """What counts as passed is what our answers say."""
    known = context.knowledge
    said = known.told.get("validation", ())
    if known.test is None or not said:
        return
    told = known.test.pass_mark or " ".join(s.text for s in said)
    passing = list(filter(_has_figures, said))
    about = frozenset().union(*(s.stems for s in said))
    for passage, sentence in context.claims:
        is_metric = passage.section.name == "success_metrics"
        if takes_place_otherwise(known, sentence):
            yield contradiction(passage, sentence, "", told)
            continue
        if not _is_about_test(sentence, passing, is_metric=is_metric):
            continue
        is_broken = lasts_otherwise(known, sentence, is_metric=is_metric)
        if not is_broken and sentence.stems & about:
            is_broken = _breaks_mark(known, sentence, passing, is_metric=is_metric)
        if is_broken:
            yield contradiction(passage, sentence, "", told)


def _is_about_test(sentence: Sentence, passing: list[Sentence], *, is_metric: bool) -> bool:
    """Whether a sentence says what the test is or when it is passed."""
    is_supposed = sentence.says(cues.CONDITIONAL) and not sentence.says(cues.PASSED)
    if sentence.mark or (is_supposed and not (is_metric and sentence.says(cues.WOULD))):
        return False
    if sentence.says(cues.TEST):
        return True
    if not is_metric:
        return False
    counts_money = any(any(s.each(MoneyMatch)) for s in passing)
    return counts_money or not any(sentence.each(MoneyMatch))


def _has_figures(sentence: Sentence) -> bool:
    counted = any(isinstance(m, FractionMatch | ShareMatch | NumberMatch) for m in sentence.matches)
    return counted or sentence.says(cues.CAP) or sentence.says(cues.FLOOR)


def _breaks_mark(
    known: Knowledge, sentence: Sentence, passing: list[Sentence], *, is_metric: bool
) -> bool:
    if exceeds_mark(known, sentence):
        return False
    said = _ratios(known)
    ratios = ratios_asked(known, sentence, passing, said)
    # "97 % in time lets no more than two of the eighty be late" names the mark and what it leaves.
    of_share = ratios | said if sentence.has(FractionMatch) else ratios
    is_mark = is_metric or sentence.says(cues.PASSED)
    loose = [*_loose_fractions(sentence), *_whole_first(sentence)]
    return (
        (is_mark and _other_measure(sentence, passing))
        or _other_fraction(known, sentence, loose, ratios, is_metric=is_metric)
        or (is_mark and _other_share(known, sentence, passing, of_share))
        or (is_mark and not loose and _other_count(sentence, passing, ratios))
        or another_number_passes(known, sentence, passing, ratios)
    )


def _other_fraction(
    known: Knowledge,
    sentence: Sentence,
    loose: list[tuple[Decimal, Decimal]],
    ratios: set[Decimal],
    *,
    is_metric: bool,
) -> bool:
    """Whether a sentence has another part of all pass than the founder's `ratios`."""
    test = known.test
    assert test is not None
    if not ratios:
        return False
    ratios = ratios | reached(known)
    shares = _shares_told(known)
    close = [(f.part, f.whole) for f in sentence.each(FractionMatch)]
    return any(
        part / whole not in ratios
        and not _is_rounded(part, whole, shares)
        and (whole == test.participants or is_metric or (test.pass_number and is_close))
        for fractions, is_close in ((close, True), (loose, False))
        for part, whole in fractions
    )


def _shares_told(known: Knowledge) -> set[Decimal]:
    """Return the percentages of the founder's test, and what they leave, as numbers up to 1."""
    told = known.told.get("validation", ())
    shares = {m.percent / 100 for said in told for m in said.each(ShareMatch)}
    return shares | {1 - share for share in shares}


def _is_rounded(part: Decimal, whole: Decimal, shares: set[Decimal]) -> bool:
    """Whether `part` of `whole` is one of the shares in whole things: 70 % of 92 are 65 or 64."""
    return any(abs(part - share * whole) < 1 for share in shares)


def _other_share(
    known: Knowledge, sentence: Sentence, passing: list[Sentence], ratios: set[Decimal]
) -> bool:
    """Whether a sentence has another share of all pass than the founder's `ratios`, rounded."""
    shares = {m.percent / 100 for m in sentence.each(ShareMatch)} | _named_parts(sentence)
    if not ratios or not shares or _is_of_money(sentence, passing):
        return False
    if _are_ratios_here(sentence, shares):
        return False
    told = reached(known) | ratios
    is_near = any(abs(ratio - share) < _ROUNDING for ratio in told for share in shares)
    return not is_near and any(sentence.stems & s.stems for s in passing)


def _is_of_money(sentence: Sentence, passing: list[Sentence]) -> bool:
    """Whether a sentence is about money, as no sentence on the test is."""
    return any(sentence.each(MoneyMatch)) and not any(any(s.each(MoneyMatch)) for s in passing)


def _are_ratios_here(sentence: Sentence, shares: set[Decimal]) -> bool:
    """Whether shares only repeat "12 of 18" as "two thirds": if these are right is asked of the
    twelve.
    """
    here = {f.part / f.whole for f in sentence.each(FractionMatch)}
    return any(abs(ratio - share) < _ROUGHLY for ratio in here for share in shares)


def _other_measure(sentence: Sentence, passing: list[Sentence]) -> bool:
    """Whether a sentence calls a length of time or an average enough that is not the founder's."""
    return _other_length(sentence, passing) or _other_average(sentence, passing)


def _other_length(sentence: Sentence, passing: list[Sentence]) -> bool:
    for unit in {span.unit for span in sentence.each(SpanMatch)} & _SHORT_UNITS:
        told = {m.amount for s in passing for m in s.each(SpanMatch) if m.unit == unit}
        if told and not told & {m.amount for m in sentence.each(SpanMatch) if m.unit == unit}:
            return True
    return False


def _other_average(sentence: Sentence, passing: list[Sentence]) -> bool:
    if not sentence.says(cues.AVERAGE):
        return False
    averages = [s for s in passing if s.says(cues.AVERAGE)]
    told_numbers = {n.value for s in averages for n in s.each(NumberMatch)}
    numbers = {n.value for n in sentence.each(NumberMatch) if not n.measure}
    others = {n.value for s in passing for n in s.each(NumberMatch)}
    return bool(told_numbers and numbers - others) and not numbers & told_numbers


_NOUN_WITHIN = 5
"""Words behind "a single" that the noun is among."""
_SHORT_UNITS = frozenset({"minute", "hour", "day"})


def _ratios(known: Knowledge) -> set[Decimal]:
    """Return the shares that the founder named, as numbers up to 1."""
    test = known.test
    found = {f.part / f.whole for s in known.sentences for f in s.each(FractionMatch)}
    for sentence in known.told.get("validation", ()):
        parts = (*_loose_fractions(sentence), *_parts_of_them(sentence))
        found |= {part / whole for part, whole in parts}
        found |= {m.percent / 100 for m in sentence.each(ShareMatch)} | _named_parts(sentence)
    if test and test.pass_number and test.participants:
        found.add(Decimal(test.pass_number) / test.participants)
    if test and test.pass_share:
        found.add(test.pass_share / 100)
    return found | all_but_some(known) | ({Decimal(1)} if _wants_both(known) else set())


def _wants_both(known: Knowledge) -> bool:
    """Whether it is passed if both do something."""
    told = known.told.get("validation", ())
    return any(sentence.says(cues.PASSED) and sentence.says(cues.BOTH_OF) for sentence in told)


_ROUNDING, _ROUGHLY = Decimal("0.02"), Decimal("0.05")


def _named_parts(sentence: Sentence) -> set[Decimal]:
    """Return the parts that a sentence names in words: two thirds."""
    return {part / whole for part, whole in parts_in_words(sentence)}


def _loose_fractions(sentence: Sentence) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield "one house out of four", which has a noun between its numbers."""
    numbers = list(sentence.each(NumberMatch))
    parts = [
        (number.value, number.last)
        for number in numbers
        if not number.noun.casefold().startswith(cues.PARTS)
    ]
    parts += [(Decimal(1), index + 2) for index in _articles(sentence)]
    if ONE_OF_BOTH(sentence.words):
        yield Decimal(1), Decimal(2)
    for whole in numbers:
        for part, last in parts:
            between = sentence.padded(last, whole.first).strip()
            if between in cues.OUT_OF and 0 < part <= whole.value:
                yield part, whole.value


def _parts_of_them(sentence: Sentence) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield "if 30 of them come", whose whole is a number in front of it."""
    numbers = [n for n in sentence.each(NumberMatch) if not n.measure]
    before = sentence.before
    wholes = [*before.each(NumberMatch), *numbers] if before else numbers
    for part in numbers:
        if cues.OF_THEM.begin(sentence.padded(part.last, part.last + 2)):
            larger = [n.value for n in wholes if n is not part and n.value > part.value]
            yield from ((part.value, whole) for whole in larger)


def _whole_first(sentence: Sentence) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield "of 25 graves 12 are ordered", which names the whole in front of its part."""
    numbers = [n for n in sentence.each(NumberMatch) if not n.measure]
    for whole, part in pairwise(numbers):
        is_whole_too = sentence.source.word(part.first - 1) == "in"
        near = part.first - whole.last <= _BETWEEN and not is_whole_too
        if near and 0 < part.value < whole.value and _is_whole_of(sentence, whole):
            yield part.value, whole.value


def _is_whole_of(sentence: Sentence, whole: NumberMatch) -> bool:
    """Whether "of" stands in front of a number, with or without an article, and not "each of"."""
    if cues.EACH(sentence.padded(whole.first - 3, whole.first)):
        return False
    before = sentence.padded(whole.first - 2, whole.first).split()
    return any(word in cues.WHOLE_OF for word in before)


_BETWEEN = 3
"""Most words between the two numbers of "of 25 graves 12"."""


def _articles(sentence: Sentence) -> Iterator[int]:
    """Yield the tokens that are an article or the number one, where no value begins with them."""
    taken = {match.first for match in sentence.matches}
    articles = sentence.source.lexicon.articles
    for index in range(sentence.first, sentence.last):
        if index not in taken and sentence.source.word(index) in articles:
            yield index


def _other_count(sentence: Sentence, passing: list[Sentence], ratios: set[Decimal]) -> bool:
    """Whether a sentence counts the things of the pass mark, and another number of them."""
    marks = [mark for said in passing for mark in (*_counted(said), *_limited_to_one(said))]
    told = {n.value for said in passing for n in said.each(NumberMatch)}
    alone = _stems_of_one_alone(sentence)
    if any(stems & alone and value > 1 for stems, value in marks):
        return True
    counted = frozenset().union(*(stems for stems, _ in marks))
    return any(
        counted & sentence.stems_between(first, last)
        for value, first, last in parts_counted(sentence, ratios)
        if value not in told
    )


def _stems_of_one_alone(sentence: Sentence) -> frozenset[str]:
    """Return the stems behind "a single", where a sentence says that one is enough."""
    alone = None if sentence.negated else cues.ONE_ALONE.search(sentence.words)
    if alone is None:
        return frozenset()
    words = sentence.words[alone.end() :].split()[:_NOUN_WITHIN]
    return stems_of(" ".join(words), sentence.source.lexicon.language)


def _counted(said: Sentence) -> Iterator[tuple[frozenset[str], Decimal]]:
    """Yield what a sentence counts: the stems of the things, and their number."""
    for number in said.each(NumberMatch):
        if number.noun and not number.measure:
            yield said.stems_between(number.first, number.last), number.value


def _limited_to_one(said: Sentence) -> Iterator[tuple[frozenset[str], Decimal]]:
    """Yield what a sentence wants one of, at most or at least."""
    for index in _articles(said):
        before = said.padded(index - 2, index)
        if cues.CAP(before) or cues.FLOOR(before):
            yield said.stems_between(index, index + 3), Decimal(1)


@rule(
    severity=Severity.IMPORTANT,
    message=gettext_noop("%(figure)s is not the number we said: “%(told)s”"),
    hint=gettext_noop("Name the number of our answers, or change it there."),
    writer_hint="Name the number of the interview.",
    good={
        "answers.problem": "Last year a shop counted 310 shelves and found 118 mistakes.",
        "brief.problem_statement": "Of 310 shelves 118 mistakes came back to the owners.",
    },
    bad={
        "answers.problem": "Last year a shop counted 310 shelves and found 118 mistakes.",
        "brief.problem_statement": "Of 310 shelves 210 mistakes came back to the owners.",
    },
)
def count_differs(context: CheckContext) -> Iterator[Violation]:
    """Where a text repeats what our answers count, it repeats the number."""
    known = context.knowledge
    for passage, sentence in context.claims_with(NumberMatch):
        if sentence.mark or sentence.says(cues.CONDITIONAL) or sentence.says(cues.ASSUMED):
            continue
        for number, told in _counts_told_otherwise(known, sentence):
            figure = sentence.source.text[number.start : number.end]
            yield contradiction(passage, sentence, f"{number.value:f}", told, figure=figure)


def _counts_told_otherwise(
    known: Knowledge, sentence: Sentence
) -> Iterator[tuple[NumberMatch, str]]:
    """Yield the counts that our answers tell with another number, and where they do."""
    numbers = [n for n in sentence.each(NumberMatch) if n.noun and not n.measure and n.value > 1]
    for number in numbers[:_MOST_COUNTS]:
        if number.value in known.numbers or is_made_here(sentence, number):
            continue
        if told := _told_otherwise(known, sentence, number, numbers):
            yield number, told


def _told_otherwise(
    known: Knowledge, sentence: Sentence, number: NumberMatch, numbers: list[NumberMatch]
) -> str:
    """Return the founder's sentence that the words are from and that has another number of the
    same; else "".
    """
    nouns = sentence.stems_between(number.first, number.last)
    beside = [n for n in numbers if n is not number]
    for count in known.counts:
        if not count.stems & nouns or count.number == number.value:
            continue
        told = count.clause.sentence
        shared = (told.stems & sentence.stems) - nouns
        numbers_told = told.each(NumberMatch)
        same_figure = any(_counts_the_same(told, m, beside, sentence) for m in numbers_told)
        if (same_figure and shared) or len(shared) >= _SAME_WORDS:
            return told.text
    return ""


def _counts_the_same(
    told: Sentence, number: NumberMatch, others: list[NumberMatch], sentence: Sentence
) -> bool:
    """Whether one of `others` is the same number, of the same things where it is a small one."""
    nouns = told.stems_between(number.first, number.last)
    return any(
        other.value == number.value
        and (number.value > _SMALL or nouns & sentence.stems_between(other.first, other.last))
        for other in others
    )


_SMALL = 12
"""Up to here the same number of something else says little."""
_MOST_COUNTS = 20
_SAME_WORDS = 4
"""How many words two sentences share beside what they count if one repeats the other."""
