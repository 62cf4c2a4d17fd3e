"""Goals: the test and the numbers that the founder named are repeated as they are."""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.broken_marks import breaks_mark
from artifacts.checker.comparisons.made_here import is_made_here
from artifacts.checker.comparisons.trial_terms import lasts_otherwise, takes_place_otherwise
from artifacts.checker.context import CheckContext
from artifacts.checker.cues.plan import HOW_IT_WAS
from artifacts.checker.findings import Severity
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.rules.registry import Violation, contradiction, rule
from artifacts.facts.grammar.matches import (
    FractionMatch,
    MoneyMatch,
    NumberMatch,
    ShareMatch,
)
from artifacts.text import gettext_noop


@rule(
    severity=Severity.BROKEN,
    told=lambda known: known.test and known.told["validation"],
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
    said = known.told["validation"]
    assert known.test is not None
    told = known.test.pass_mark or " ".join(s.text for s in said)
    passing = list(filter(_has_figures, said))
    about = frozenset().union(*(s.stems for s in said))
    for passage, sentence in context.claims:
        is_metric = passage.section.name == "success_metrics"
        if takes_place_otherwise(known, sentence):
            yield contradiction(passage, sentence, told)
            continue
        if not _is_about_test(sentence, passing, is_metric=is_metric):
            continue
        is_broken = lasts_otherwise(known, sentence, is_metric=is_metric)
        if not is_broken and sentence.stems & about:
            is_broken = breaks_mark(known, sentence, passing, is_metric=is_metric)
        if is_broken:
            yield contradiction(passage, sentence, told)


def _is_about_test(sentence: Sentence, passing: list[Sentence], *, is_metric: bool) -> bool:
    """Whether a sentence says what the test is or when it is passed."""
    concludes = _repeats_conclusion(sentence, passing)
    if sentence.mark or sentence.says(_NOT_GONE_ON):
        return False
    if sentence.says(HOW_IT_WAS) and not sentence.says(cues.PASSED):
        return False
    if not concludes and _is_supposed(sentence, is_metric=is_metric):
        return False
    if sentence.says(cues.TEST) or concludes:
        return True
    if not is_metric:
        return False
    counts_money = any(any(s.each(MoneyMatch)) for s in passing)
    return counts_money or not any(sentence.each(MoneyMatch))


def _is_supposed(sentence: Sentence, *, is_metric: bool) -> bool:
    """Whether a sentence only supposes something, and does not say when the test is passed."""
    if not sentence.says(cues.CONDITIONAL) or sentence.says(cues.PASSED):
        return False
    return not (is_metric and sentence.says(cues.WOULD))


_NOT_GONE_ON = cues.Cue("""
    not carry on, not go on, not continue, not keep going, don't carry on, don't go on
    hören wir auf, machen wir nicht weiter, geht es nicht weiter, nous arrêtons, on arrête
    stoppen we, gaan we niet door, no seguimos, lo dejamos
    """)
"""What is done when a test is not passed."""


def _repeats_conclusion(sentence: Sentence, passing: list[Sentence]) -> bool:
    """Whether a sentence says in the founder's words what is done when the test is passed: "we buy
    the other two".
    """
    for told in passing:
        for clause in told.clauses:
            words = clause.words.split()
            runs = (words[i : i + _RUN] for i in range(len(words) - _RUN + 1))
            if clause.says(cues.OURSELVES) and any(
                f" {' '.join(run)} " in sentence.words for run in runs
            ):
                return True
    return False


_RUN = 3
"""Words in a row by which a sentence repeats another one."""


def _has_figures(sentence: Sentence) -> bool:
    counted = any(isinstance(m, FractionMatch | ShareMatch | NumberMatch) for m in sentence.matches)
    return counted or sentence.says(cues.CAP) or sentence.says(cues.FLOOR)


@rule(
    severity=Severity.IMPORTANT,
    needs=(NumberMatch,),
    told=lambda known: known.counts,
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
            yield contradiction(passage, sentence, told, of=f"{number.value:f}", figure=figure)


def _counts_told_otherwise(
    known: Knowledge, sentence: Sentence
) -> Iterator[tuple[NumberMatch, str]]:
    """Yield the counts that our answers tell with another number, and where they do."""
    numbers = [n for n in sentence.each(NumberMatch) if n.noun and not n.measure and n.value > 1]
    for number in numbers[:_MOST_COUNTS]:
        if number.value in known.numbers:
            continue
        told = _told_otherwise(known, sentence, number, numbers)
        if told and not is_made_here(sentence, number):
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
