"""Consistency: one quantity has one value, in all documents and in our answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.context import CheckContext
from artifacts.checker.findings import Location, Severity
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.passages import Passage
from artifacts.checker.readings import DocumentRead
from artifacts.checker.remembered import remembered
from artifacts.checker.rules.registry import Violation, rule, shorten
from artifacts.checker.text import (
    NUMBER_VALUES,
    either,
    number_value,
    plain_digits,
    sentence_around,
)
from artifacts.document_types.milestones.schema import MilestonesContent
from artifacts.facts.grammar.matches import NumberMatch
from artifacts.schemas import ArtifactType, schedule
from artifacts.text import gettext_noop

_READ_MAX = 3_000
_ALONE = re.compile(
    r" (?:the founder|one founder|der gründer|die gründerin|le fondateur|la fondatrice) "
    r"(?:[^ .,;]+ ){0,6}(?:alone|on (?:her|his) own|single-handed|allein|alleine|seule?) "
)
"""One founder who does it alone."""
_FOUNDER = cues.Cue(
    "the founder, one founder, der gründer, die gründerin, le fondateur, la fondatrice"
)
"""What that begins with."""
_NAMING_SIZES = (NumberMatch, cues.SOLE, cues.BY_NUMBER, _FOUNDER)
"""What sentences have that may say how many of us there are."""
_NUMBER = "|".join(
    [
        "[0-9]{1,3}",
        *sorted((name for name in NUMBER_VALUES if " " not in name), key=len, reverse=True),
    ]
)

_TOTAL = re.compile(
    rf"(?<!\w)(?:total of|total duration of|total duration is|in total|altogether|insgesamt),? "
    rf"(?:about |around |etwa |rund )?(?P<a>{_NUMBER})[ -](?:weeks|wochen)(?!\w)|"
    rf"(?<!\w)(?P<b>{_NUMBER}) (?:weeks|wochen) (?:in total|altogether|overall|in"
    r" all|insgesamt)(?!\w)",
    re.IGNORECASE,
)
_SAYS_TOTAL = cues.Cue("total of, in total, total duration, altogether, overall, in all, insgesamt")
_WHOLE_PLAN = either(
    "plan\nproject\nroadmap\ntimeline\nschedule\nfirst version\nmvp\nprojekt\nerste"
    " version\nzeitplan"
)
_OF_A_PART = either("trial\npilot\ntest\nphase\ntalks\nbuild\ntestphase\npilotphase")
_OF_ITEMS = re.compile(r"\[\[[A-Z]-\d")

_AMOUNT = (
    r"(?:(?P<before>€|\$|£|eur|usd|chf|gbp) ?(?P<n1>[0-9]{1,7}(?:[.,][0-9]{1,3})?)|"
    r"(?P<n2>[0-9]{1,7}(?:[.,][0-9]{1,3})?)"
    r" ?(?P<after>€|\$|£|euros?|dollars?|pounds?|eur|usd|chf|gbp|franken|francs))"
)
_SAID_AMOUNT = re.compile(rf"(?<!\w){_AMOUNT}(?!\w)")
_PRICE = re.compile(
    rf"(?<!\w)(?:(?:our|the) price(?: is| of|:)|we charge|unser preis(?: ist| von|:)|der preis(?:"
    rf" ist| von|:)|"
    rf"wir verlangen) (?:about |around |etwa |rund )?{_AMOUNT}(?!\w)"
)
_NAMES_PRICE = cues.Cue("our price, the price, we charge, unser preis, der preis, wir verlangen")
_CURRENCY = {"€": "eur", "$": "usd", "£": "gbp", "franken": "chf", "francs": "chf"}
_OTHER_PRICE = either("""
    later
    raise*
    lower*
    increase*
    would
    could
    if
    first year
    discount*
    instead
    rival*
    competitor*
    später
    würde
    könnte
    wenn
    rabatt*
    statt
    """)


@rule(
    severity=Severity.BROKEN,
    compares=True,
    message=gettext_noop("This says %(said)s weeks in total, and our milestones take %(total)s."),
    hint=gettext_noop(
        "Point at [[milestones.total_duration_weeks]] instead of writing the number, or correct it."
    ),
    good={"milestones.resource_plan": "The whole plan takes 5 weeks in total."},
    bad={"milestones.resource_plan": "The whole plan takes 7 weeks in total."},
)
def weeks_differ(context: CheckContext) -> Iterator[Violation]:
    """Where a text gives the plan's total in weeks, it is the computed one."""
    if context.plan is None:
        return
    total = str(context.plan.total_duration_weeks)
    each = context.of_each(_totals_said)
    for passage, said in chain.from_iterable(each):
        if said != total:
            about = (Location(ArtifactType.MILESTONES, "total_duration_weeks"),)
            yield Violation(passage.place, said, {"said": said, "total": total}, about)


def _totals_said(context: CheckContext, read: DocumentRead) -> list[tuple[Passage, str]]:
    """Return the weeks that a document says the whole plan takes, each with its text."""
    return [
        (passage, number_value(match["a"] or match["b"]))
        for passage in context.texts_saying(read, _SAYS_TOTAL)
        if "week" in passage.folded or "woche" in passage.folded
        for match in _TOTAL.finditer(passage.own)
        if _is_of_whole_plan(passage, match.start())
    ]


def _is_of_whole_plan(passage: Passage, position: int) -> bool:
    """Return whether the sentence around a total speaks of the plan, and not of some of it."""
    sentence = sentence_around(passage.own, position)
    if not _WHOLE_PLAN.search(sentence) or _OF_A_PART.search(sentence):
        return False
    return not _OF_ITEMS.search(sentence_around(passage.text, position))


@rule(
    severity=Severity.BROKEN,
    among=(ArtifactType.MILESTONES,),
    told=lambda known: known.sheet.duration_weeks.value,
    message=gettext_noop("Our plan takes %(total)s weeks, and we said: “%(limit)s”"),
    hint=gettext_noop(
        "Drop features or shorten milestones until it fits, or change the limit in our answers."
    ),
    writer_hint="Shorten the milestones until what they deliver is ready within the limit.",
    good={"answers.constraint": "It has to be ready within eight weeks."},
    bad={"answers.constraint": "It has to be ready within three weeks."},
)
def limit_exceeded(context: CheckContext) -> Iterator[Violation]:
    """What the plan delivers is ready within the time that our answers allow; a test may follow."""
    limit = context.knowledge.sheet.duration_weeks
    if context.plan is None:
        return
    assert limit.value is not None
    total = _ready_in_weeks(context.plan)
    if total > limit.value:
        said = limit.said[0].text if limit.said else f"{limit.value:g}"
        said = next((s.text for s in context.knowledge.sentences if said in s.text), said)
        place = Location(ArtifactType.MILESTONES, "total_duration_weeks")
        yield Violation(
            place, f"{limit.value:g}", {"total": total, "limit": shorten(said)}, told=said
        )


def _ready_in_weeks(plan: MilestonesContent) -> int:
    """Return the week in which the last milestone ends that delivers something; of all where none
    does.
    """
    starts = schedule.plan(plan.milestones).starts
    ends = [starts[m.id] + m.estimated_weeks for m in plan.milestones if m.delivers]
    return max(ends, default=plan.total_duration_weeks)


@rule(
    severity=Severity.IMPORTANT,
    compares=True,
    message=gettext_noop("The price is %(price)s here and %(other)s in %(where)s."),
    hint=gettext_noop("Decide on one price and say it everywhere."),
    good={
        "answers.price": "",
        "brief.market_analysis": "We assume that the price is 29 euros.",
        "mvp_scope.scalability_plan": "We assume that the price is 29 euros.",
    },
    bad={
        "answers.price": "",
        "brief.market_analysis": "We assume that the price is 29 euros.",
        "mvp_scope.scalability_plan": "We assume that the price is 49 euros.",
    },
)
def price_differs(context: CheckContext) -> Iterator[Violation]:
    """Where our answers name no price, the documents name one and the same."""
    answers = _said_amounts(context.project.answers.price)
    first: dict[str, _PriceNamed] = {}
    each = context.of_each(_prices_named)
    for named in _lowest_gate_first(list(chain.from_iterable(each))):
        if named.currency in answers:
            continue  # then `amount_unknown` and `payer_differs` know better
        earlier = first.setdefault(named.currency, named)
        if earlier.amount != named.amount:
            where = earlier.passage.place
            values = {"price": named.shown, "other": earlier.shown, "where": where}
            yield Violation(named.passage.place, named.shown, values, (where,))


class _PriceNamed(NamedTuple):
    passage: Passage
    currency: str
    amount: str
    shown: str


def _prices_named(context: CheckContext, read: DocumentRead) -> list[_PriceNamed]:
    """Return what a document calls the price."""
    return [
        _PriceNamed(passage, *_amount(match))
        for passage in context.texts_saying(read, _NAMES_PRICE)
        for match in _PRICE.finditer(passage.own.casefold())
        if not _OTHER_PRICE.search(sentence_around(passage.own, match.start()))
    ]


@rule(
    severity=Severity.IMPORTANT,
    compares=True,
    needs=_NAMING_SIZES,
    message=gettext_noop("We are %(size)s here and %(other)s in %(where)s."),
    hint=gettext_noop("Say how many we are in our answers, and correct the documents that differ."),
    writer_hint="Name as many people as the interview does.",
    good={
        "milestones.resource_plan": "Our team of two takes turns.",
        "how_it_works.architecture": (
            "A phone and a server that our team of 2 can repair for Shelfwise."
        ),
    },
    bad={
        "milestones.resource_plan": "Our team of two takes turns.",
        "how_it_works.architecture": (
            "A phone and a server that our team of five can repair for Shelfwise."
        ),
    },
)
def team_size_differs(context: CheckContext) -> Iterator[Violation]:
    """The team has the same size in all documents and in our answers."""
    people = context.knowledge.sheet.people.value
    first: tuple[int, object] | None = None
    if people is not None:
        first = people, gettext_noop("our answers")
    each = context.of_each(_sizes_claimed)
    for passage, sentence, size, is_whole in chain.from_iterable(each):
        if is_whole and first is None:
            first = size, passage.place
        if first is None or not _is_other_size(size, first, is_whole=is_whole):
            continue
        other, where = first
        about = (where,) if isinstance(where, Location) else ()
        values = {"size": size, "other": other, "where": where}
        yield Violation(passage.place, str(size), values, about, passage=sentence.text)


def _sizes_claimed(
    context: CheckContext, read: DocumentRead
) -> list[tuple[Passage, Sentence, int, bool]]:
    """Return how many of us a document names today, and whether these are all of us."""
    return [
        (passage, sentence, size, is_whole)
        for passage, sentence in context.claims_of(read).having(*_NAMING_SIZES)
        if sentence.mark != "+"
        for size, is_whole in _team_sizes(sentence)
        if is_whole or not _counts_others(context.knowledge, sentence, size)
    ]


def _is_other_size(size: int, first: tuple[int, object], *, is_whole: bool) -> bool:
    """Whether a size differs; a part of us is only held against our answers."""
    other, where = first
    return size != other if is_whole else size > other and not isinstance(where, Location)


def _counts_others(known: Knowledge, sentence: Sentence, size: int) -> bool:
    """Whether the founder counts so many of the same who are not the team: "14 designers"."""
    nouns = frozenset().union(
        *(
            sentence.stems_between(n.first, n.last)
            for n in sentence.each(NumberMatch)
            if n.value == size
        )
    )
    return any(count.number == size and count.stems & nouns for count in known.counts)


def _may_name_sizes(sentence: Sentence) -> bool:
    if sentence.has(NumberMatch):
        return True
    is_named = sentence.says(cues.SOLE) or sentence.says(cues.BY_NUMBER)
    return is_named or (sentence.says(_FOUNDER) and _ALONE.search(sentence.words) is not None)


@remembered
def _team_sizes(sentence: Sentence) -> tuple[tuple[int, bool], ...]:
    """Return how many people of us a sentence names today, and whether these are all: "a team of
    two", "three developers".
    """
    if not _may_name_sizes(sentence):
        return ()
    if sentence.says(cues.CONDITIONAL) or sentence.says(cues.LATER):
        return ()
    return tuple(_sizes_named(sentence))


def _sizes_named(sentence: Sentence) -> Iterator[tuple[int, bool]]:
    for number in sentence.each(NumberMatch):
        before = sentence.padded(number.first - 4, number.first)
        if number.value != int(number.value):
            continue
        if before.endswith(cues.TEAM_OF):
            yield int(number.value), True
        elif cues.SELF(f" {number.noun.casefold()} ") or (
            number.worded and sentence.begins_at(cues.OF_US, number.last)
        ):
            yield int(number.value), False
    alone = _ALONE.search(sentence.words) and not sentence.says(cues.KIN)
    if alone or (sentence.says(cues.SOLE) and not sentence.negated):
        yield 1, True
    found = sentence.find(cues.BY_NUMBER)
    if found:
        yield cues.COMPANY[found[0].split()[-1]], True


def _lowest_gate_first(prices: list[_PriceNamed]) -> list[_PriceNamed]:
    """Sort the prices so that what everybody may read is what the rest is compared with, and not
    the reverse.
    """
    return sorted(prices, key=lambda named: named.passage.place.gate.tier.rank)


def _said_amounts(price: str) -> dict[str, dict[str, str]]:
    """Return the amounts in our answer by currency: the digits, and how they are written."""
    found: dict[str, dict[str, str]] = {}
    for match in _SAID_AMOUNT.finditer(price[:_READ_MAX].casefold()):
        currency, amount, shown = _amount(match)
        found.setdefault(currency, {})[amount] = shown
    return found


def _amount(match: re.Match[str]) -> tuple[str, str, str]:
    word = match["before"] or match["after"]
    number = match["n1"] or match["n2"]
    currency = _CURRENCY.get(word) or {"euro": "eur", "dollar": "usd", "pound": "gbp"}.get(
        word.removesuffix("s"), word
    )
    shown = (
        f"{word} {number}"
        if match["before"] and word.isalpha()
        else f"{match['before'] or ''}{number}"
    )
    return currency, plain_digits(number), shown if match["before"] else f"{number} {word}"
