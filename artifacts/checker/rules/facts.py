"""Facts: dates, hours, the team and the test are those of the fact sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.deadline import read_deadline, same_date
from artifacts.checker.comparisons.examples import is_one_of_many
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.team_claims import team_differs
from artifacts.checker.comparisons.working_hours import (
    are_hours_of_a_week,
    are_of_the_same,
    bare_hours_differ,
    claims_full_time,
    hours_follow,
    hours_said,
    too_many_each,
    unequal_each,
    wrong_hours_together,
)
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

_NUMBERED = re.compile(
    r" (?P<unit>week|woche|kw|semaine|semana|month|monat|mois|maand|mes) (?P<n>[0-9]{1,3})"
    r"(?= )(?! (?:hours?|stunden|heures|uren|uur|horas) )"
    r"| (?P<nth>[0-9]{1,3})(?: ?(?:st|nd|rd|th|e|ème|ª|º|\.)) "
    r"(?P<of>week|woche|semaine|semana|month|monat|mois|maand|mes)(?= )"
)
"""The number of a week or a month: "week 28", "in der 22. Woche"."""
_SINCE = re.compile(
    r" (?:after|from|counted|following|of the (?:project|plan|work)|nach|ab|seit"
    r"|des (?:projekts|plans)|nachdem|après|du projet|na|vanaf|van het project|después|desde|tras"
    r"|del proyecto) "
)
"""Words behind the number of a week that is counted from a beginning."""
_MONTHS = frozenset(("month", "monat", "mois", "maand", "mes"))
_WEEKS_A_YEAR = Decimal(52)
_A_YEAR = re.compile(
    r" (?:have|there is|leaves us|gives us|haben wir|wir haben|bleibt uns) (?:a|one|ein|a whole|a"
    r" full|ein ganzes)"
    r" (?:whole |full )?(?:year|jahr) (?:until|till|to|before|from|bis|ab|vor) "
    r"| (?:takes|take|lasts|needs|need|dauert|dauern|braucht|brauchen|vergeht) (?:us |es |wir )?"
    r"(?:about |more than |over |fast |über |mehr als )?"
    r"(?:a|one|ein) (?:full |whole |ganzes |volles |good |gutes )?(?:year|jahr)"
    r" (?:until|till|to|before|bis|ehe|bevor) "
)


@rule(
    severity=Severity.BROKEN,
    told=read_deadline,
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
def deadline_differs(context: CheckContext) -> Iterator[Violation]:
    """What has to be ready is ready by the deadline, and nothing is planned behind it but the
    test.
    """
    deadline = read_deadline(context.knowledge)
    assert deadline is not None
    for passage, sentence in context.claims:
        if sentence.mark == "=" or passage.is_title or is_one_of_many(sentence):
            continue
        for match in sentence.each(DateMatch):
            if deadline.is_broken_by(sentence, match):
                shown = sentence.source.text[match.start : match.end]
                yield contradiction(passage, sentence, deadline.told, of=shown, date=shown)
        later = deadline.later_year(sentence) or deadline.later_season(sentence)
        if later:
            yield contradiction(passage, sentence, deadline.told, of=str(later), date=later)


@rule(
    severity=Severity.IMPORTANT,
    needs=(DateMatch,),
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
def date_differs(context: CheckContext) -> Iterator[Violation]:
    """A day that our answers name is in the same month wherever the same is spoken of."""
    known = context.knowledge
    named = [match for match, _ in known.dates]
    said = list(_days_beside_the_deadline(known))
    for passage, sentence in context.claims_with(DateMatch) if said else ():
        if sentence.mark or passage.place.artifact_type is ArtifactType.MILESTONES:
            continue
        dates = () if is_one_of_many(sentence) else sentence.each(DateMatch)
        for match in dates:
            if match.day is None or same_date(match, named):
                continue
            about = context.stems_of_item(passage.item) if passage.item else frozenset()
            if same := _same_day_of_another_month(said, match, sentence.stems | about):
                shown = sentence.source.text[match.start : match.end]
                other, told = same
                day = told.source.text[other.start : other.end]
                yield contradiction(passage, sentence, told.text, of=shown, date=shown, other=day)


def _days_beside_the_deadline(known: Knowledge) -> Iterator[tuple[DateMatch, Sentence]]:
    deadline = known.sheet.deadline.value
    for match, sentence in known.dates:
        if match.day and not (
            deadline and (match.month, match.day) == (deadline.month, deadline.day)
        ):
            yield match, sentence


def _same_day_of_another_month(
    said: list[tuple[DateMatch, Sentence]], match: DateMatch, about: frozenset[str]
) -> tuple[DateMatch, Sentence] | None:
    for other, told in said:
        is_moved = other.day == match.day and other.month != match.month
        if is_moved and len(told.stems & about) > 1:
            return other, told
    return None


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
def duration_exceeded(context: CheckContext) -> Iterator[Violation]:
    """Nothing is planned for a week behind the time that our answers allow."""
    known = context.knowledge
    limit = sums.weeks_available(known.sheet, known.today)
    fact = known.sheet.duration_weeks or known.sheet.deadline
    if not limit:
        return
    for passage, sentence in context.claims:
        if sentence.mark:
            continue
        is_on_the_test = sentence.says(cues.TEST_WORD)
        planned = _numbered_weeks if is_on_the_test else _weeks_planned
        if is_on_the_test and not _is_about_the_limit(known, sentence):
            continue
        weeks = list(planned(known, sentence))
        if weeks and max(weeks) > limit:
            yield contradiction(passage, sentence, fact.said[0].text, of=f"{max(weeks):g}")


def _weeks_planned(known: Knowledge, sentence: Sentence) -> Iterator[Decimal]:
    """Yield after how many weeks a sentence says that something happens, or that it is ready."""
    yield from _numbered_weeks(known, sentence) if known.sheet.duration_weeks else ()
    if _A_YEAR.search(sentence.words) and sentence.is_certain:
        yield _WEEKS_A_YEAR
    ready = _says_when_ready(sentence)
    for span in sentence.each(SpanMatch):
        if span.unit in _WITHIN_A_DAY or span.weeks is None:
            continue
        if _is_until_ready(known, sentence, span, ready=ready) or _is_between(known, sentence):
            yield span.weeks


def _is_between(known: Knowledge, sentence: Sentence) -> bool:
    """Whether a sentence tells the time from the one to the other that the limit is between."""
    if not sentence.is_certain or _FROM_TO.search(sentence.words) is None:
        return False
    return _is_about_the_limit(known, sentence)


_FROM_TO = re.compile(
    r" (?:between|zwischen|entre|tussen) (?:[^ .;:]+ ){1,8}(?:and|und|et|en|y) "
    r"| (?:from|vom|von|du|depuis|van|desde|del) (?:[^ .;:]+ ){1,8}"
    r"(?:to|until|till|bis|jusqu'|jusqu|au|tot|hasta) "
)
"""Both ends of a time: from the one to the other."""


_WITHIN_A_DAY = frozenset({"minute", "hour"})
"""Units of work and of what is done in a day, and none of a plan: "836 hours come together"."""


def _numbered_weeks(known: Knowledge, sentence: Sentence) -> Iterator[Decimal]:
    """Yield the weeks that a sentence counts from the start, by their number or that of a month."""
    is_the_same = _is_about_the_limit(known, sentence)
    for found in _NUMBERED.finditer(_in_digits(sentence)):
        number = Decimal(found["n"] or found["nth"])
        is_counted = _SINCE.match(_in_digits(sentence)[found.end() :])
        if is_counted or is_the_same or sentence.says(cues.AFTER_START):
            unit = found["unit"] or found["of"]
            yield number * _WEEKS_A_YEAR / 12 if unit in _MONTHS else number


def _is_about_the_limit(known: Knowledge, sentence: Sentence) -> bool:
    """Whether a sentence speaks of what the founder's limit is for."""
    said = known.sheet.duration_weeks.said
    told = (s for s in known.sentences if said and said[0].text in s.text)
    return any(_shared(s, sentence) >= _SAME_MATTER for s in told)


_SAME_MATTER = 2
"""Words and counts shared with the sentence on the limit, from which on a text is about the same.
"""


def _shared(told: Sentence, sentence: Sentence) -> int:
    mine, theirs = ({m.value for m in each.each(NumberMatch)} for each in (told, sentence))
    return len((told.stems & sentence.stems) - SAY_LITTLE) + len(mine & theirs)


def _in_digits(sentence: Sentence) -> str:
    """Return the words of a sentence with plain numbers in digits: "month nine"."""
    numbers = sentence.source.lexicon.numbers
    articles = sentence.source.lexicon.articles
    words = (
        f"{numbers[word]:f}" if word in numbers and word not in articles else word
        for word in sentence.words.split()
    )
    return f" {' '.join(words)} "


def _is_until_ready(known: Knowledge, sentence: Sentence, span: SpanMatch, *, ready: bool) -> bool:
    if _is_all_the_time(sentence, span) or _is_until(sentence, span, ready=ready):
        return True
    return ready and _is_since_the_same(known, sentence, span)


def _is_since_the_same(known: Knowledge, sentence: Sentence, span: SpanMatch) -> bool:
    """Whether a span begins with what the founder's limit begins with: "after the parts are in"."""
    after = cues.EVENT.search(sentence.behind(span))
    if after is None:
        return False
    behind = sentence.stems_between(span.last, min(span.last + _EVENT_WORDS, sentence.last))
    told = known.sheet.duration_weeks.said
    said = (s for s in known.sentences if told and told[0].text in s.text)
    return any(behind & sentence.stems for sentence in said)


_EVENT_WORDS = 7
"""Words behind a span that name what it begins with."""


def _is_until(sentence: Sentence, span: SpanMatch, *, ready: bool) -> bool:
    """Whether a span begins with our start, or ends when something is `ready`."""
    if span.unit == "year":
        return False
    if ready and sentence.says_between(cues.BEHIND, span.first - 3, span.first):
        return True
    return sentence.says_between(cues.AFTER_START, span.last, span.last + 4)


def _says_when_ready(sentence: Sentence) -> bool:
    if not sentence.is_certain:
        return False
    costs = any(sentence.each(MoneyMatch))
    return sentence.says(cues.IS_THERE) or (sentence.says(cues.READY) and not costs)


def _is_all_the_time(sentence: Sentence, span: SpanMatch) -> bool:
    """Whether a span is called the time there is until something: "we have nine months from signing
    the lease".
    """
    if not sentence.is_certain or span.unit == "day":
        return False
    before = sentence.padded(span.first - 4, span.first)
    around = sentence.padded(sentence.first, span.first) + sentence.behind(span)
    return cues.TIME_WE_HAVE(before) and cues.TIME_UNTIL(around)


def _team_words(known: Knowledge) -> str:
    for fact in (known.sheet.hours_per_week, known.sheet.people):
        if fact.said:
            text = fact.said[0].text
            return next((s.text for s in known.sentences if text in s.text), text)
    return ""


@rule(
    severity=Severity.BROKEN,
    told=_team_words,
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
def hours_differ(context: CheckContext) -> Iterator[Violation]:
    """The hours of work in a week are those that our answers name, for everybody and together."""
    known = context.knowledge
    said = hours_said(known)
    told = _team_words(known)
    for passage, sentence in context.claims:
        if sentence.mark == "+" or passage.section.name == "problem_statement":
            continue
        if any(differs(known, sentence) for differs in _DIFFER_AS_A_WHOLE):
            yield contradiction(passage, sentence, told)
            continue
        for match in sentence.each(HoursMatch):
            each = too_many_each(known, sentence, match) or unequal_each(known, sentence, match)
            if each or _are_others(known, sentence, match, said):
                yield contradiction(passage, sentence, told, of=f"{match.hours:g}")


_DIFFER_AS_A_WHOLE = (claims_full_time, wrong_hours_together, bare_hours_differ)


def _are_others(
    known: Knowledge, sentence: Sentence, match: HoursMatch, said: set[Decimal]
) -> bool:
    """Whether hours of a week are not those that our answers name, and do not follow from them."""
    if match.hours in said and are_of_the_same(known, sentence, match):
        return False
    return are_hours_of_a_week(sentence, match) and not hours_follow(known, sentence, match)


@rule(
    severity=Severity.IMPORTANT,
    message=gettext_noop("“%(sentence)s” is not who we said works on it: “%(told)s”"),
    hint=gettext_noop("Name who does the work as our answers do, or change the team there."),
    writer_hint="Name who does the work as the interview does.",
    good={
        "answers.team": "We are two: I build, and my brother sells on two evenings a week.",
        "milestones.resource_plan": "The brother sells on two evenings a week.",
    },
    bad={
        "answers.team": "We are two: I build, and my brother sells on two evenings a week.",
        "milestones.resource_plan": "Four helpers work on it with us.",
    },
)
def people_differ(context: CheckContext) -> Iterator[Violation]:
    """Those do the work whom our answers name, each their part and on their days."""
    known = context.knowledge
    for passage, sentence in context.claims:
        if passage.section.name != "resource_plan" or sentence.mark in ("+", "?"):
            continue
        if told := team_differs(known, sentence):
            yield contradiction(passage, sentence, told)
