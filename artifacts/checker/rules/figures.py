"""Figures: every amount is the founder's, follows from theirs by arithmetic, or says that it is an
assumption.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from artifacts.checker import cues
from artifacts.checker.arithmetic import Operands, derive, derive_share, number_text
from artifacts.checker.claims import Sentence
from artifacts.checker.context import CheckContext, Passage
from artifacts.checker.findings import Severity
from artifacts.checker.knowledge import PERCENT, Knowledge
from artifacts.checker.rules.registry import Violation, rule, shorten
from artifacts.facts.grammar.matches import (
    FractionMatch,
    HoursMatch,
    MoneyMatch,
    NumberMatch,
    ShareMatch,
    SpanMatch,
)
from artifacts.schemas.base import FieldKind
from artifacts.text import gettext_noop

_TOLD = 10
"""How many figures of one text are told: once these are corrected, the next are."""
_FACTOR_AND_RESULT = 2
_TRIED = 40
"""How many figures of one sentence are looked into."""
_PERIODS = {"month": 12, "week": 52, "quarter": 4}
_HALF_OFF = Decimal("0.5")


@rule(
    severity=Severity.IMPORTANT,
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
def amount_unknown(dossier: CheckContext) -> Iterator[Violation]:
    """Every amount of money and every percentage is known, follows from what is known, or is marked
    as assumed.
    """
    told: dict[int, int] = {}
    for passage, sentence in dossier.claims:
        if _states_result(sentence):
            continue
        for figure in _unfounded(dossier, passage, sentence):
            told[id(passage)] = told.get(id(passage), 0) + 1
            if told[id(passage)] <= _TOLD:
                values = {"figure": figure, "sentence": shorten(sentence.text)}
                yield Violation(passage.place, figure, values, passage=sentence.text)


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("%(figure)s does not add up: “%(sentence)s”"),
    hint=gettext_noop("Recalculate it from the figures in our answers, and correct the sentence."),
    writer_hint="Recalculate it from the figures of the interview, and correct the sentence.",
    good={"brief.market_analysis": "Three shops at 29 euros a month make 87 euros a month."},
    bad={"brief.market_analysis": "Three shops at 29 euros a month make 97 euros a month."},
)
def sum_wrong(dossier: CheckContext) -> Iterator[Violation]:
    """Where a sentence calculates, the result is what its own figures and ours make."""
    for passage, sentence in dossier.claims:
        figures = list(_wrong_products(sentence))
        if _states_result(sentence):
            figures += _unfounded(dossier, passage, sentence)
        for figure in islice(figures, _TOLD):
            values = {"figure": figure, "sentence": shorten(sentence.text)}
            made = _made_by_its_figures(sentence)
            yield Violation(passage.place, figure, values, passage=sentence.text, derivation=made)


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
        return f"{' + '.join(map(number_text, parts))} = {number_text(sum(parts, Decimal(0)))}"
    return ""


def _states_result(sentence: Sentence) -> bool:
    """Whether a sentence has a count, or more than one amount, and a word that says what these
    make.
    """
    amounts = sum(1 for _ in sentence.each(MoneyMatch)) + sum(1 for _ in sentence.each(ShareMatch))
    counts = sum(1 for n in sentence.each(NumberMatch) if n.value > 1) + sum(
        1 for _ in sentence.each(SpanMatch)
    )
    return amounts > 0 and amounts + counts > 1 and sentence.says(cues.RESULT)


def _unfounded(dossier: CheckContext, passage: Passage, sentence: Sentence) -> Iterator[str]:
    if sentence.mark in ("+", "?") or sentence.says(cues.ASSUMED) or _in_assumption(passage):
        return
    known = dossier.knowledge
    for money in islice(sentence.each(MoneyMatch), _TRIED):
        for value in (money.amount, money.high):
            if value is not None and not is_founded(known, sentence, money, value):
                yield sentence.source.text[money.start : money.stem_end]
                break
    for share in islice(sentence.each(ShareMatch), _TRIED):
        if (
            not share.worded
            and share.percent not in (0, 100)
            and not _share_founded(known, sentence, share)
        ):
            yield sentence.source.text[share.start : share.end]


def _in_assumption(passage: Passage) -> bool:
    return passage.section.name == "assumptions" or any(
        pointer.startswith("A-") or pointer == "brief.assumptions" for pointer in passage.pointers
    )


def is_founded(known: Knowledge, sentence: Sentence, money: MoneyMatch, value: Decimal) -> bool:
    """Return whether an amount was said, follows from what was said, or is only an example."""
    unit = money.currency or known.home
    if is_said(known, value, unit) or _is_example(sentence, money):
        return True
    return derivation(known, sentence, money, value) is not None


def is_said(known: Knowledge, value: Decimal, unit: str) -> bool:
    """Return whether the founder named this amount; a currency that is not told is any."""
    if (value, unit) in known.computed:
        return True
    if any(k.amount == value and (k.unit == unit or not k.unit or not unit) for k in known.money):
        return True
    return any(low <= value <= high for low, high, of in known.ranges if of == unit)


def derivation(
    known: Knowledge, sentence: Sentence, money: MoneyMatch, value: Decimal
) -> str | None:
    """Return how an amount follows from the sentence and from what is known, or None."""
    return derive(value, operands(known, sentence, money, money.currency or known.home))


def operands(
    known: Knowledge, sentence: Sentence, target: MoneyMatch | None, unit: str
) -> Operands:
    """Return what an amount in `sentence` may be made from."""
    near = [
        value
        for m in sentence.each(MoneyMatch)
        if m is not target and (m.currency or known.home) == unit
        for value in (m.amount, m.high)
        if value is not None
    ]
    stated, named = _multipliers(known, sentence)
    groups = known.amounts_by_answer(unit)
    before = _amounts_before(known, sentence, unit)
    both = sentence.says(cues.TOGETHER) and 2 in stated
    return Operands(
        near=tuple(near),
        groups=(before, *groups.values()) if before else tuple(groups.values()),
        sums=tuple(amounts for answer, amounts in groups.items() if answer != "price" or both),
        stated=tuple(stated),
        named=tuple(named),
        near_shares=tuple(m.percent for m in sentence.each(ShareMatch)),
        shares=tuple(dict.fromkeys((*(k.amount for k in known.shares), *_parts_in_words(known)))),
        periods=tuple(dict.fromkeys(_periods(known, sentence))),
        compared=sentence.says(cues.COMPARED),
        shared=sentence.says(cues.SHARED),
        about=target is not None
        and cues.APPROXIMATE(sentence.padded(target.first - 3, target.first)),
    )


def _parts_in_words(known: Knowledge) -> Iterator[Decimal]:
    """Yield the percentages that the founder's price names as parts: a fifth, a third."""
    words = [sentence.words for sentence in known.told.get("price", ())]
    for part, names in cues.PARTS_OF.items():
        if any(f" {name} " in said for name in names for said in words):
            yield part * 100


def _amounts_before(known: Knowledge, sentence: Sentence, unit: str) -> tuple[Decimal, ...]:
    """Return the amounts of the sentence before, which "three of that size" may mean."""
    if sentence.before is None:
        return ()
    amounts = (m for m in sentence.before.each(MoneyMatch) if (m.currency or known.home) == unit)
    return tuple(m.amount for m in islice(amounts, _TRIED))


def _multipliers(known: Knowledge, sentence: Sentence) -> tuple[list[Decimal], list[Decimal]]:
    """Return what amounts can be multiplied with: its own counts, and those of what it names."""
    counted: set[str] = set()
    stated: list[Decimal] = []
    for number in sentence.each(NumberMatch):
        counted |= sentence.stems_between(number.first, number.last)
        stated.append(number.value)
    for span in sentence.each(SpanMatch):
        stated.append(span.amount)
        if span.unit == "year":
            stated.append(span.amount * 12)
    for fraction in sentence.each(FractionMatch):
        stated += (fraction.part, fraction.whole)
    stated += _other_counts(sentence)
    naming = sentence.stems - counted
    named = [count.number for count in known.counts if count.number > 1 and count.stems & naming]
    return list(dict.fromkeys(stated)), list(dict.fromkeys(named))


def _other_counts(sentence: Sentence) -> Iterator[Decimal]:
    """Yield counts that are no noun's: "twice", "viermal", and what follows an amount ("for the
    seven months").
    """
    found_in = sentence.source
    for index in range(sentence.first, sentence.last):
        word = found_in.word(index)
        if word in cues.TIMES:
            yield cues.TIMES[word]
        elif (
            found_in.lexicon.language == "de"
            and word.endswith("mal")
            and word[:-3] in found_in.lexicon.numbers
        ):
            yield found_in.lexicon.numbers[word[:-3]]
    for money in sentence.each(MoneyMatch):
        for index in range(money.first + 1, money.last):
            number = (
                found_in.number(index) if found_in.tokens[index].start >= money.stem_end else None
            )
            if number and not number.article:
                yield number.value


def _periods(known: Knowledge, sentence: Sentence) -> Iterator[Decimal]:
    if sentence.says(cues.YEARLY):
        yield from (Decimal(12), Decimal(52))
    for price in known.sheet.prices:
        if price.value and price.value.months_a_year:
            yield Decimal(price.value.months_a_year)
    for span in sentence.each(SpanMatch):
        if span.unit in _PERIODS:
            yield span.amount


def _is_example(sentence: Sentence, money: MoneyMatch) -> bool:
    """Return whether an amount is supposed and not claimed: "on a booking of $80", "if it costs
    $80, ...".
    """
    before = sentence.padded(money.first - 5, money.first)
    if cues.EXAMPLE_OF(before) and before.rstrip().endswith(
        (" of", " von", " über", " de", " van")
    ):
        return True
    clause = sentence.clause_of(money)
    return clause.first == sentence.first and cues.CONDITIONAL(
        sentence.padded(clause.first, clause.first + 1)
    )


def _share_founded(known: Knowledge, sentence: Sentence, share: ShareMatch) -> bool:
    said = tuple(k.amount for k in known.shares)
    if share.percent in said or (share.percent, PERCENT) in known.computed:
        return True
    given = Operands(
        near_shares=tuple(m.percent for m in sentence.each(ShareMatch) if m is not share),
        shares=said,
        about=cues.APPROXIMATE(sentence.padded(share.first - 3, share.first)),
    )
    return derive_share(share.percent, given, _parts(known, sentence)) is not None


def _parts(known: Knowledge, sentence: Sentence) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield pairs of which one may be a share of the other: the sentence's own numbers, the test's
    pass mark.
    """
    for fraction in sentence.each(FractionMatch):
        yield fraction.part, fraction.whole
    test = known.test
    if test and test.pass_number and test.participants:
        yield Decimal(test.pass_number), Decimal(test.participants)
    numbers = [n.value for n in sentence.each(NumberMatch)] + [
        m.amount for m in sentence.each(MoneyMatch)
    ]
    for one in numbers[:_TRIED]:
        for other in numbers[:_TRIED]:
            if one < other:
                yield one, other
    named = [c for c in known.counts if c.stems & sentence.stems]
    for count in named[:_TRIED]:
        for number in numbers[:_TRIED]:
            if number < count.number:
                yield number, count.number


def _wrong_products(sentence: Sentence) -> Iterator[str]:
    """Yield totals that do not follow from their own sentence: "20 bags of 3 kg weigh 80 kg"."""
    numbers = list(sentence.each(NumberMatch))
    measured = [n for n in numbers if n.noun and _is_measure(n)]
    for each in measured:
        before = sentence.source.word(each.first - 1)
        if before not in cues.PER_PIECE or not numbers:
            continue
        counted = [
            n
            for n in numbers
            if n not in measured and n.last in (each.first - 1, each.first - 2) and n.noun
        ]
        totals = [
            m for m in measured if m is not each and m.noun.casefold() == each.noun.casefold()
        ]
        if (
            len(counted) != 1
            or len(totals) != 1
            or counted[0].value * each.value == totals[0].value
        ):
            continue
        if not cues.APPROXIMATE(sentence.padded(totals[0].first - 3, totals[0].first)):
            yield sentence.source.text[totals[0].start : totals[0].end]
    yield from _wrong_hours(sentence)


def _is_measure(number: NumberMatch) -> bool:
    return (
        number.measure
        or number.noun.casefold().startswith(("lit", "kilo"))
        or number.noun in ("kg", "g", "km")
    )


def _wrong_hours(sentence: Sentence) -> Iterator[str]:
    hours = list(sentence.each(HoursMatch))
    if len(hours) < 2 or not sentence.says(cues.RESULT):
        return
    bare = [n.value for n in sentence.each(NumberMatch) if not n.noun]
    parts = [h.hours for h in hours[:-1]] + bare
    if len(parts) > 1 and abs(sum(parts, Decimal(0)) - hours[-1].hours) > _HALF_OFF:
        yield sentence.source.text[hours[-1].start : hours[-1].end]


_SMALL = 30
"""Counts up to here are part of a plan more often than a claim about the world."""


@rule(
    severity=Severity.IMPORTANT,
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
def figure_without_source(dossier: CheckContext) -> Iterator[Violation]:
    """Every count comes from the founder, follows from theirs or from the plan, or stands beside an
    assumption.
    """
    known = dossier.knowledge
    for passage, sentence in dossier.claims:
        if (
            sentence.mark
            or dossier.is_edited(passage.place)
            or not _is_claim(passage)
            or _in_assumption(passage)
        ):
            continue
        if (
            sentence.says(cues.ASSUMED)
            or sentence.says(cues.CONDITIONAL)
            or any(sentence.each(MoneyMatch))
        ):
            continue
        if any(_begins_example(sentence, number) for number in sentence.each(NumberMatch)):
            continue
        counts = (number for number in sentence.each(NumberMatch) if _is_count(sentence, number))
        for number in islice(counts, _TOLD):
            if (
                str(number.value) in dossier.computed_numbers
                or number.value in dossier.edited_numbers
            ):
                continue
            if f"{number.value:f}" in dossier.project.name:
                continue
            for value in (number.value, number.high):
                if (
                    value is not None
                    and value not in known.numbers
                    and not _count_follows(known, sentence, number, value)
                ):
                    figure = sentence.source.text[number.start : number.end]
                    yield Violation(
                        passage.place,
                        f"{value:f}",
                        {"figure": shorten(figure), "sentence": shorten(sentence.text)},
                        passage=sentence.text,
                    )
                    break


def _begins_example(sentence: Sentence, number: NumberMatch) -> bool:
    """Whether a sentence begins with the size of one thing that stands for others: "A line of 45
    traps gives ...".
    """
    found_in = sentence.source
    one = found_in.word(sentence.first) in _ONE
    return (
        one
        and number.first == sentence.first + 3
        and found_in.word(number.first - 1) in cues.PER_PIECE
    )


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
    after = sentence.padded(number.first + 1, number.first + 3)
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


def _count_follows(
    known: Knowledge, sentence: Sentence, number: NumberMatch, value: Decimal
) -> bool:
    near = [n.value for n in islice(sentence.each(NumberMatch), _TRIED) if n is not number]
    stated, named = _multipliers(known, sentence)
    given = Operands(
        near=(*near, *named),
        stated=tuple(n for n in stated if n != number.value),
        near_shares=tuple(m.percent for m in sentence.each(ShareMatch)),
        about=cues.APPROXIMATE(sentence.padded(number.first - 3, number.first)),
    )
    return derive(value, given) is not None
