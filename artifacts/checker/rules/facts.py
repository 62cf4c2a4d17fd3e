"""Facts: dates, hours, the team and the test are those of the fact sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.context import CheckContext
from artifacts.checker.findings import Severity
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.rules.registry import Violation, contradiction, rule
from artifacts.facts import sums
from artifacts.facts.grammar.matches import (
    DateMatch,
    HoursMatch,
    MoneyMatch,
    NumberMatch,
    SpanMatch,
)
from artifacts.schemas import ArtifactType
from artifacts.text import gettext_noop

_WEEK = re.compile(
    r" (?:week|woche|kw|semaine|semana) ([0-9]{1,3}) "
    r"| ([0-9]{1,3})(?: ?(?:st|nd|rd|th|e|ème|ª|\.)) (?:week|woche|semaine|semana) "
)
"""The number of a week: "week 28", "in der 22. Woche"."""
_SLACK_DAYS = 3
_DAYS_OF_EDGE = {
    "": range(1, 32),
    "begin": range(1, 11),
    "first week": range(1, 8),
    "middle": range(10, 21),
    "end": range(20, 32),
    "last week": range(22, 32),
}
"""Which days of a month are meant by its begin, its middle and so on."""
_MOST_HOURS = 168
_MOST_SUMMED = 8
_WEEKS_A_YEAR = Decimal(52)
_A_YEAR = re.compile(
    r" (?:have|there is|leaves us|gives us|haben wir|wir haben|bleibt uns) (?:a|one|ein|a whole|a"
    r" full|ein ganzes)"
    r" (?:whole |full )?(?:year|jahr) (?:until|till|to|before|from|bis|ab|vor) "
)
_YEAR = re.compile(r" (20[0-9]{2})(?= )")


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("%(date)s is not the day we said: “%(told)s”"),
    hint=gettext_noop("Name the deadline of our answers, or change it there."),
    writer_hint="Name the deadline of the interview.",
    good={
        "answers.constraint": "One developer. It has to be ready by 1 May 2030.",
        "brief.key_constraint": (
            "It has to be ready by 1 May 2030, and is tried out on 3 April 2030."
        ),
    },
    bad={
        "answers.constraint": "One developer. It has to be ready by 1 May 2030.",
        "brief.key_constraint": "The shop page opens on 1 June 2030.",
    },
)
def deadline_differs(dossier: CheckContext) -> Iterator[Violation]:
    """What has to be ready is ready by the deadline, and nothing is planned behind it but the
    test.
    """
    known = dossier.knowledge
    deadline = known.sheet.deadline.value
    missed = [match for match, sentence in known.dates if cues.MISSED(_part(sentence, match))]
    if deadline is None and not missed:
        return
    told = known.sheet.deadline.said[0].text if known.sheet.deadline.said else ""
    told = next((s.text for s in known.sentences if told and told in s.text), told)
    said = [
        m
        for m, _ in known.dates
        if not (deadline and _is_whole_month(m) and m.month == deadline.month)
    ]
    # A month that is named for a season does not name each of its days.
    days_said = [m for m in said if not _is_whole_month(m)]
    about = frozenset().union(*(s.stems for s in known.sentences if told and told == s.text))
    for passage, sentence in dossier.claims:
        if sentence.mark == "=" or passage.is_title:
            continue
        for match in sentence.each(DateMatch):
            wrong = _same_date(match, missed) and sentence.says(cues.MUST) and not sentence.negated
            if deadline and not _same_date(match, said if match.day is None else days_said):
                day = _day(match, deadline)
                wrong = day is not None and _is_late(known, sentence, about, day, deadline)
            if wrong:
                shown = sentence.source.text[match.start : match.end]
                yield contradiction(passage, sentence, shown, told, date=shown)
        year = _late_year(known, sentence, about, deadline) if deadline else None
        if year:
            yield contradiction(passage, sentence, str(year), told, date=year)


def _late_year(
    known: Knowledge, sentence: Sentence, about: frozenset[str], deadline: date
) -> int | None:
    """Return the year behind the deadline that a sentence names without a month: "by the end of
    2029".
    """
    if any(sentence.each(DateMatch)) or not (sentence.stems & about or sentence.says(cues.MUST)):
        return None
    years = [int(year) for year in _YEAR.findall(sentence.words) if int(year) > deadline.year]
    if not years:
        return None
    return years[0] if _is_late(known, sentence, about, date(years[0], 1, 1), deadline) else None


def _is_whole_month(match: DateMatch) -> bool:
    """Whether a date names no part of its month: it may begin a season, and is no day that
    something is ready on.
    """
    return match.day is None and not match.edge


def _part(sentence: Sentence, match: DateMatch) -> str:
    """Return the words of a sentence between semicolons that a date stands in."""
    tokens = sentence.source.tokens
    mine = tokens[match.first].clause
    indexes = [i for i in range(sentence.first, sentence.last) if tokens[i].clause == mine]
    return sentence.padded(indexes[0], indexes[-1] + 1)


def _day(match: DateMatch, near: date) -> date | None:
    """Return the first day a date may mean; without a year the one nearest to `near`."""
    try:
        if match.year is not None:
            return date(match.year, match.month, match.day or 1)
        if match.day is None:
            # A month without a year is the next one of that name only where it comes later in the
            # same year.
            return (
                date(near.year, match.month, 1)
                if match.month > near.month and not match.edge
                else None
            )
        days = [
            date(year, match.month, match.day) for year in (near.year - 1, near.year, near.year + 1)
        ]
    except ValueError:
        return None
    return min(days, key=lambda day: abs((day - near).days))


def _same_date(match: DateMatch, others: list[DateMatch]) -> bool:
    """Whether a date is one of `others`; a month is that of a day in it, and "the end of June" is
    30 June.
    """
    return any(
        m.month == match.month
        and (match.day in (m.day, None) or (m.day is None and match.day in _DAYS_OF_EDGE[m.edge]))
        and (m.year == match.year or None in (m.year, match.year))
        for m in others
    )


def _is_late(
    known: Knowledge, sentence: Sentence, about: frozenset[str], day: date, deadline: date
) -> bool:
    if day <= deadline or (sentence.negated and not sentence.says(cues.READY)):
        return False
    same_thing = sentence.says(cues.READY) or sentence.stems & about
    if same_thing and not sentence.says(cues.TEST_WORD):
        return True
    ends = known.test_ends
    return day > (ends or deadline) + timedelta(days=_SLACK_DAYS)


@rule(
    severity=Severity.IMPORTANT,
    message=gettext_noop("%(date)s is %(other)s in our answers: “%(told)s”"),
    hint=gettext_noop("Name the day of our answers, or change it there."),
    writer_hint="Name the day of the interview.",
    good={
        "answers.problem": "The owner of a shop has to report the stock by 31 January.",
        "how_it_works.J-1.description": "By 31 January the owner has the report of the stock.",
    },
    bad={
        "answers.problem": "The owner of a shop has to report the stock by 31 January.",
        "how_it_works.J-1.description": "By 31 March the owner has the report of the stock.",
    },
)
def date_differs(dossier: CheckContext) -> Iterator[Violation]:
    """A day that our answers name is in the same month wherever the same is spoken of."""
    known = dossier.knowledge
    deadline = known.sheet.deadline.value
    said = [
        (m, s)
        for m, s in known.dates
        if m.day and not (deadline and (m.month, m.day) == (deadline.month, deadline.day))
    ]
    if not said:
        return
    for passage, sentence in dossier.claims:
        if sentence.mark or passage.place.artifact_type is ArtifactType.MILESTONES:
            continue
        for match in sentence.each(DateMatch):
            if match.day is None or _same_date(match, [m for m, _ in known.dates]):
                continue
            about = sentence.stems | (
                dossier.stems_of_item(passage.item) if passage.item else frozenset()
            )
            for other, told in said:
                if (
                    other.day == match.day
                    and other.month != match.month
                    and len(told.stems & about) > 1
                ):
                    shown = sentence.source.text[match.start : match.end]
                    named = told.source.text[other.start : other.end]
                    yield contradiction(
                        passage, sentence, shown, told.text, date=shown, other=named
                    )
                    break


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("“%(sentence)s” takes longer than we said: “%(told)s”"),
    hint=gettext_noop("Keep to the time of our answers, or change it there."),
    writer_hint="Keep to the time that the interview sets.",
    good={
        "answers.constraint": "It has to be ready within eight weeks.",
        "milestones.risk_mitigation_timeline": "The first shop counts six weeks after the start.",
    },
    bad={
        "answers.constraint": "It has to be ready within eight weeks.",
        "milestones.risk_mitigation_timeline": "The first shop counts 14 weeks after the start.",
    },
)
def duration_exceeded(dossier: CheckContext) -> Iterator[Violation]:
    """Nothing is planned for a week behind the time that our answers allow."""
    known = dossier.knowledge
    limit = sums.weeks_available(known.sheet, known.today)
    fact = known.sheet.duration_weeks or known.sheet.deadline
    if not limit or not fact.said:
        return
    for passage, sentence in dossier.claims:
        if sentence.mark or sentence.says(cues.TEST_WORD):
            continue
        weeks = list(_weeks_planned(known, sentence))
        if weeks and max(weeks) > limit:
            yield contradiction(passage, sentence, f"{max(weeks):g}", fact.said[0].text)


def _weeks_planned(known: Knowledge, sentence: Sentence) -> Iterator[Decimal]:
    """Yield after how many weeks a sentence says that something happens, or that it is ready."""
    if sentence.says(cues.AFTER_START):
        week = _WEEK.search(sentence.words)
        if week and known.sheet.duration_weeks:
            yield Decimal(week[1] or week[2])
    if (
        _A_YEAR.search(sentence.words)
        and not sentence.negated
        and not sentence.says(cues.CONDITIONAL)
    ):
        yield _WEEKS_A_YEAR
    ready = (
        (
            sentence.says(cues.IS_THERE)
            or (sentence.says(cues.READY) and not any(sentence.each(MoneyMatch)))
        )
        and not sentence.negated
        and not sentence.says(cues.CONDITIONAL)
    )
    for span in sentence.each(SpanMatch):
        if span.weeks is not None and _is_all_the_time(sentence, span):
            yield span.weeks
        if span.weeks is None or span.unit == "year":
            continue
        until_ready = ready and cues.BEHIND(sentence.padded(span.first - 3, span.first))
        if until_ready or cues.AFTER_START(sentence.padded(span.last, span.last + 4)):
            yield span.weeks


def _is_all_the_time(sentence: Sentence, span: SpanMatch) -> bool:
    """Whether a span is called the time there is until something: "we have nine months from signing
    the lease".
    """
    if sentence.negated or sentence.says(cues.CONDITIONAL) or span.unit == "day":
        return False
    before = sentence.padded(span.first - 4, span.first)
    around = sentence.padded(sentence.first, span.first) + sentence.padded(span.last, span.last + 2)
    return cues.TIME_WE_HAVE(before) and cues.TIME_UNTIL(around)


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("%(figure)s is not the money we said we have: “%(told)s”"),
    hint=gettext_noop("Name the budget of our answers, or change it there."),
    writer_hint="Name the budget of the interview.",
    good={
        "answers.budget": "4,000 euros from savings; the phone costs 600 euros.",
        "brief.key_constraint": (
            "The whole budget is 4,000 euros, of which the phone takes 600 euros."
        ),
    },
    bad={
        "answers.budget": "4,000 euros from savings; the phone costs 600 euros.",
        "brief.key_constraint": "The whole budget is 600 euros.",
    },
)
def budget_differs(dossier: CheckContext) -> Iterator[Violation]:
    """What is called the whole budget is the budget of our answers."""
    known = dossier.knowledge
    budget = known.sheet.budget
    if not budget.value or not budget.said:
        return
    whole = {
        budget.value.amount,
        budget.value.amount + sum(part.amount for part in budget.value.later),
    }
    told = next(
        (s.text for s in known.sentences if budget.said[0].text in s.text), budget.said[0].text
    )
    for passage, sentence in dossier.claims:
        if (
            not sentence.says(cues.WHOLE_BUDGET)
            or sentence.negated
            or sentence.says(cues.CONDITIONAL)
        ):
            continue
        amounts = [
            m
            for m in sentence.each(MoneyMatch)
            if (m.currency or known.home) == budget.value.currency
        ]
        if amounts and amounts[0].high is None and not any(m.amount in whole for m in amounts):
            figure = sentence.source.text[amounts[0].start : amounts[0].stem_end]
            yield contradiction(passage, sentence, figure, told, figure=figure)


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("“%(sentence)s” is not the time we have: “%(told)s”"),
    hint=gettext_noop("Name the hours of our answers, or change them there."),
    writer_hint="Name the hours of the interview.",
    good={
        "answers.constraint": (
            "I have 10 hours a week and my brother 6 hours a week, for eight weeks."
        ),
        "milestones.resource_plan": "Together we have 16 hours a week.",
    },
    bad={
        "answers.constraint": (
            "I have 10 hours a week and my brother 6 hours a week, for eight weeks."
        ),
        "milestones.resource_plan": "The brother builds 20 hours a week.",
    },
)
def hours_differ(dossier: CheckContext) -> Iterator[Violation]:
    """The hours of work in a week are those that our answers name, for everybody and together."""
    known = dossier.knowledge
    said = _hours_said(known)
    told = _team_words(known)
    for passage, sentence in dossier.claims:
        if sentence.mark == "+":
            continue
        if told and _claims_full_time(known, sentence):
            yield contradiction(passage, sentence, "", told)
            continue
        for match in sentence.each(HoursMatch):
            if told and _too_many_each(known, sentence, match):
                yield contradiction(passage, sentence, f"{match.hours:g}", told)
                continue
            if cues.FEWER(sentence.padded(match.first - 3, match.first)):
                continue
            if (
                match.hours > _MOST_HOURS
                or not told
                or (match.hours in said and _of_the_same(known, sentence, match))
            ):
                continue
            yield contradiction(passage, sentence, f"{match.hours:g}", told)


def _too_many_each(known: Knowledge, sentence: Sentence, match: HoursMatch) -> bool:
    """Whether hours that each of at least two people works make more than the whole team has."""
    total = known.sheet.hours_per_week.value
    if not total or sentence.negated or sentence.says(cues.CONDITIONAL):
        return False
    before = sentence.padded(sentence.first, match.first)
    several = any(
        n.last <= match.first and n.noun and n.value > 1 for n in sentence.each(NumberMatch)
    )
    several = several or (
        before.split()[:1] in (["we"], ["wir"], ["nous"], ["wij"])
        and (known.sheet.people.value or 0) > 1
    )
    close = cues.EACH(sentence.padded(match.first - 6, match.first))
    return close and (several or cues.BOTH(before)) and 2 * match.hours > total


def _claims_full_time(known: Knowledge, sentence: Sentence) -> bool:
    if not sentence.says(cues.FULL_TIME) or sentence.negated or sentence.says(cues.CONDITIONAL):
        return False
    return not _says(known, cues.FULL_TIME)


def _hours_said(known: Knowledge) -> set[Decimal]:
    hours = [value for value, _ in known.hours]
    found = set(hours)
    if known.sheet.hours_per_week.value:
        found.add(known.sheet.hours_per_week.value)
    found |= {one + other for one, other in combinations(hours, 2)}
    found |= {sum(three, Decimal(0)) for three in combinations(hours[:_MOST_SUMMED], 3)}
    people = known.sheet.people.value
    total = known.sheet.hours_per_week.value
    return found | ({total / people} if people and total else set())


def _of_the_same(known: Knowledge, sentence: Sentence, match: HoursMatch) -> bool:
    """Whether hours that were said are said of the same people: the sum is nobody's alone."""
    clause = sentence.clause_of(match)
    single = {value for value, _ in known.hours}
    alone = {value for value, c in known.hours if c.stems & clause.stems}
    several = clause.says(cues.TOGETHER) or clause.says(cues.BOTH_OF)
    if match.hours not in single and alone and not several:
        return False
    if sentence.says(cues.TOGETHER) or any(
        value == match.hours and c.stems & sentence.stems for value, c in known.hours
    ):
        return True
    named_twice = sum(1 for _ in sentence.each(HoursMatch)) > 1
    own = {
        value for value, c in known.hours if c.stems & (clause if named_twice else sentence).stems
    }
    return not own or match.hours in own or not clause.stems


def _team_words(known: Knowledge) -> str:
    for fact in (known.sheet.hours_per_week, known.sheet.people):
        if fact.said:
            text = fact.said[0].text
            return next((s.text for s in known.sentences if text in s.text), text)
    return ""


def _says(known: Knowledge, cue: cues.Cue) -> bool:
    """Whether the founder says so; a denial says the opposite."""
    return any(cue(sentence.words) and not sentence.negated for sentence in known.sentences)
