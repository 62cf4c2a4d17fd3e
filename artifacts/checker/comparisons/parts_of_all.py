"""Parts of all who take part in a test, as a founder or a text names them: "four of the five",
"70 %", "half of the 40 households".
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.fractions import parts_in_words
from artifacts.checker.comparisons.pass_marks import all_but_some
from artifacts.checker.cues.plan import ONE_OF_BOTH
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import FractionMatch, NumberMatch, ShareMatch, SpanMatch


def ratios_told(known: Knowledge) -> set[Decimal]:
    """Return the shares that the founder named, as numbers up to 1."""
    test = known.test
    found = {f.part / f.whole for s in known.sentences for f in s.each(FractionMatch)}
    for sentence in known.told["validation"]:
        parts = (*loose_fractions(sentence), *_parts_of_them(sentence))
        found |= {part / whole for part, whole in parts}
        found |= {m.percent / 100 for m in sentence.each(ShareMatch)} | named_parts(sentence)
    if test and test.pass_number and test.participants:
        found.add(Decimal(test.pass_number) / test.participants)
    if test and test.pass_share:
        found.add(test.pass_share / 100)
    return found | all_but_some(known) | ({Decimal(1)} if _wants_both(known) else set())


def _wants_both(known: Knowledge) -> bool:
    """Whether it is passed if both do something."""
    told = known.told["validation"]
    return any(sentence.says(cues.PASSED) and sentence.says(cues.BOTH_OF) for sentence in told)


def named_parts(sentence: Sentence) -> set[Decimal]:
    """Return the parts that a sentence names in words: two thirds."""
    return {part / whole for part, whole in parts_in_words(sentence)}


def loose_fractions(sentence: Sentence) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield "one house out of four", which has a noun between its numbers."""
    numbers = list(sentence.each(NumberMatch))
    parts = [
        (number.value, number.last)
        for number in numbers
        if not number.noun.casefold().startswith(cues.PARTS)
    ]
    parts += [(Decimal(1), index + 2) for index in articles(sentence)]
    if sentence.says(ONE_OF_BOTH):
        yield Decimal(1), Decimal(2)
    yield from _half_of(sentence)
    for whole in numbers:
        for part, last in parts:
            between = sentence.padded(last, whole.first).strip()
            if between in cues.OUT_OF and 0 < part <= whole.value:
                yield part, whole.value


def _half_of(sentence: Sentence) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield "half of the 40 households"."""
    for share in sentence.each(ShareMatch):
        for number in sentence.each(NumberMatch) if share.worded else ():
            between = sentence.padded(share.last, number.first).strip()
            if between in cues.OUT_OF | _OF_ARTICLES and number.value > 1:
                yield number.value * share.percent / 100, number.value


_OF_ARTICLES = frozenset(("der", "von den", "des", "de los", "de las", "van de", "our", "of our"))


def is_part_of_a_time(sentence: Sentence, share: ShareMatch) -> bool:
    """Return whether a share is of a length of time: "half of the 60 days"."""
    between = (sentence.padded(share.last, span.first) for span in sentence.each(SpanMatch))
    return any(words.strip() in _OF_A_TIME for words in between)


_OF_A_TIME = cues.OUT_OF | _OF_ARTICLES | {"of the", "of", "der", "de", "des", "van"}


def _parts_of_them(sentence: Sentence) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield "if 30 of them come", whose whole is a number in front of it."""
    numbers = [n for n in sentence.each(NumberMatch) if not n.measure]
    before = sentence.before
    wholes = [*before.each(NumberMatch), *numbers] if before else numbers
    for part in numbers:
        if sentence.begins_at(cues.OF_THEM, part.last):
            larger = [n.value for n in wholes if n is not part and n.value >= part.value]
            yield from ((part.value, whole) for whole in larger)


def whole_first(sentence: Sentence) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield "of 25 graves 12 are ordered", which names the whole in front of its part."""
    numbers = [n for n in sentence.each(NumberMatch) if not n.measure]
    for whole, part in pairwise(numbers):
        is_whole_too = sentence.source.word(part.first - 1) == "in"
        near = part.first - whole.last <= _BETWEEN and not is_whole_too
        if near and 0 < part.value < whole.value and _is_whole_of(sentence, whole):
            yield part.value, whole.value


def _is_whole_of(sentence: Sentence, whole: NumberMatch) -> bool:
    """Whether "of" stands in front of a number, with or without an article, and not "each of"."""
    if sentence.says_between(cues.EACH, whole.first - 3, whole.first):
        return False
    before = sentence.in_front(whole).split()
    return any(word in cues.WHOLE_OF for word in before)


_BETWEEN = 3
"""Most words between the two numbers of "of 25 graves 12"."""


def articles(sentence: Sentence) -> Iterator[int]:
    """Yield the tokens that are an article or the number one, where no value begins with them."""
    taken = {match.first for match in sentence.matches}
    known = sentence.source.lexicon.articles
    for index in range(sentence.first, sentence.last):
        if index not in taken and sentence.source.word(index) in known:
            yield index


def shares_told(known: Knowledge) -> set[Decimal]:
    """Return the percentages of the founder's test, and what they leave, as numbers up to 1."""
    told = known.told["validation"]
    shares = {m.percent / 100 for said in told for m in said.each(ShareMatch)}
    return shares | {1 - share for share in shares}


def is_rounded(
    part: Decimal, whole: Decimal, shares: set[Decimal], *, is_below: bool = False
) -> bool:
    """Return whether `part` of `whole` is one of the shares in whole things: 65 or 64 of 92 are
    70 %, and where it has to be below, 29 of 500 are less than 6 %.
    """
    apart = [share * whole - part for share in shares]
    return any(abs(one) < 1 or (is_below and one == 1) for one in apart)
