"""Facts: prices, dates, hours, money and the test are those of the fact sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.knowledge import PERCENT, SAY_LITTLE, Knowledge, Known
from artifacts.checker.stems import stems_of
from artifacts.coherence.dossier import Dossier, Passage
from artifacts.coherence.findings import Severity
from artifacts.coherence.rules.figures import derivation, is_said
from artifacts.coherence.rules.registry import Fault, rule, shorten
from artifacts.facts import sums
from artifacts.facts.grammar.matches import (
    DateMatch,
    FractionMatch,
    HoursMatch,
    MoneyMatch,
    NumberMatch,
    PlaceMatch,
    ShareMatch,
    SpanMatch,
)
from artifacts.interview import gettext_noop

_WEEK = re.compile(r" (?:week|woche|kw|semaine|semana) ([0-9]{1,3}) ")
_SLACK_DAYS = 3
_MOST_HOURS = 168


def _fault(passage: Passage, sentence: Sentence, what: str, told: str, **values: object) -> Fault:
    shown = {**values, "sentence": shorten(sentence.text), "told": shorten(told)}
    return Fault(passage.place, what, shown, passage=sentence.text, told=told)


# -- prices ------------------------------------------------------------------------------------------------------------


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("“%(sentence)s” is not what we said of who pays what: “%(told)s”"),
    hint=gettext_noop("Name who pays and how much as our answers do, or change the price there."),
    writer_hint=gettext_noop("Name who pays and how much as the interview does."),
    good={
        "answers.price": "29 euros a month from the shop, of which the helper gets 9 euros. Free for suppliers.",
        "brief.market_analysis": "A shop pays 29 euros a month, and suppliers pay nothing.",
    },
    bad={
        "answers.price": "29 euros a month from the shop, of which the helper gets 9 euros. Free for suppliers.",
        "brief.market_analysis": "A supplier pays 29 euros a month, and for the shop it is free.",
    },
)
def payer_differs(dossier: Dossier) -> Iterator[Fault]:
    """Who pays pays what our answers say, and who pays nothing there pays nothing."""
    known = dossier.knowledge
    for passage, sentence in dossier.claims:
        if cues.CONDITIONAL(sentence.words) or not (cues.PAY(sentence.words) or cues.FREE(sentence.words)):
            continue
        told = _other_payer(known, sentence) or _free_differs(known, sentence)
        if told:
            yield _fault(passage, sentence, "", told)


def _other_payer(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder said where an amount they named is put to somebody else's account; else ""."""
    for match in (*sentence.each(MoneyMatch), *sentence.each(ShareMatch)):
        clause = sentence.clause_of(match)
        if not cues.PAY(clause.words):
            continue
        value, unit = _value(known, match)
        said = [k for k in (*known.money, *known.shares) if k.amount == value and k.unit == unit]
        if not said or any(_own(k.clause) & clause.stems for k in said):
            continue
        if any(known.home == unit and _said_of_all(k) for k in said):
            continue
        others = [
            k
            for k in (*known.money, *known.shares)
            if k.unit == unit and k.amount != value and _own(k.clause) & clause.stems
        ]
        if others:
            return others[0].sentence.text
    return ""


def _value(known: Knowledge, match: MoneyMatch | ShareMatch) -> tuple[Decimal, str]:
    if isinstance(match, ShareMatch):
        return match.percent, PERCENT
    return match.amount, match.currency or known.home


def _own(clause: Clause) -> frozenset[str]:
    return clause.stems - SAY_LITTLE


def _said_of_all(known: Known) -> bool:
    """Whether the founder names the amount for nobody in particular and puts no other beside it."""
    money = [m for m in known.sentence.each(MoneyMatch)] + [n for n in known.sentence.each(NumberMatch) if not n.noun]
    return not _own(known.clause) and len(money) < 2 and known.answer == "price"


def _free_differs(known: Knowledge, sentence: Sentence) -> str:
    paying, free = known.paying - known.free, known.free - known.paying
    for clause in sentence.clauses:
        own = clause.stems - SAY_LITTLE
        is_free = cues.FREE(clause.words)
        if is_free and own & paying and not own & free and not any(clause.each(MoneyMatch)):
            return _said_about(known, own & paying)
        if cues.PAY(clause.words) and not is_free and not cues.NEGATION(clause.words):
            subject = _subject(clause) & free
            if subject and (any(clause.each(MoneyMatch)) or any(clause.each(ShareMatch))):
                return _said_about(known, subject)
        if _no_period_fee(known, clause):
            return known.sheet.prices[0].said[0].text if known.sheet.prices[0].said else "-"
    return ""


def _subject(clause: Clause) -> frozenset[str]:
    """Return the stems in front of the word for paying, or all where nothing stands there."""
    found = cues.PAY.search(clause.words)
    before = clause.words[: found.start()] if found else ""
    own = stems_of(before, clause.sentence.source.lexicon.language)
    return own or clause.stems


def _no_period_fee(known: Knowledge, clause: Clause) -> bool:
    """Whether a clause says that there is no monthly fee where the price is one."""
    if not cues.NEGATION(clause.words) or not cues.FEE(clause.words):
        return False
    return any(p.value and p.value.per in ("month", "year") and p.value.amount for p in known.sheet.prices)


def _said_about(known: Knowledge, about: frozenset[str]) -> str:
    """Return the founder's sentence about somebody, best one that says who pays."""
    mine = [s for s in known.sentences if s.stems & about]
    paying = [s for s in mine if cues.FREE(s.words) or cues.PAY(s.words) or any(s.each(MoneyMatch))]
    return (paying or mine)[0].text if mine else ""


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("%(figure)s is beyond the limit we set: “%(told)s”"),
    hint=gettext_noop("Reckon with the least and the most that our answers name, or change them there."),
    writer_hint=gettext_noop("Reckon with the least and the most that the interview names."),
    good={
        "answers.price": "3 euros an hour, at most 15 euros a day.",
        "brief.market_analysis": "Four hours on a day cost 12 euros.",
    },
    bad={
        "answers.price": "3 euros an hour, at most 15 euros a day.",
        "brief.market_analysis": "Seven hours on a day cost 21 euros.",
    },
)
def price_beyond_limit(dossier: Dossier) -> Iterator[Fault]:
    """What somebody pays is no less and no more than the limits our answers set."""
    known = dossier.knowledge
    limits = list(_limits(known))
    if not limits:
        return
    for passage, sentence in dossier.claims:
        if not cues.PAY(sentence.words) and not cues.SEES(sentence.words):
            continue
        for match in sentence.each(MoneyMatch):
            unit = match.currency or known.home
            if is_said(known, match.amount, unit) or derivation(known, sentence, match, match.amount) is None:
                continue
            for limit, is_cap, said in limits:
                beyond = match.amount > limit if is_cap else match.amount < limit
                if beyond and _same_case(sentence, said):
                    figure = sentence.source.text[match.start : match.stem_end]
                    yield _fault(passage, sentence, figure, said.sentence.text, figure=figure)
                    break


def _limits(known: Knowledge) -> Iterator[tuple[Decimal, bool, Known]]:
    """Yield the most and the least that one sale can cost: amount, whether it is the most, and how it was said."""
    for said in known.money:
        if said.answer != "price" or said.unit == PERCENT:
            continue
        for match in said.clause.each(MoneyMatch):
            if match.amount != said.amount:
                continue
            before = said.sentence.padded(match.first - 4, match.first)
            if cues.CAP(before):
                yield said.amount, True, said
            elif cues.FLOOR(before):
                yield said.amount, False, said


def _same_case(sentence: Sentence, said: Known) -> bool:
    """Whether a sentence speaks of one of what the limit holds for: one day, one visit, one family."""
    units: set[str] = set()
    for match in said.clause.each(MoneyMatch):
        units |= {unit.casefold() for unit in match.per}
    words = sentence.words
    if any(form in words for unit in units for form in cues.ONE_OF.get(unit, ())):
        return True
    if units & set(cues.ONE_OF):
        return False
    own = stems_of(" ".join(units), sentence.source.lexicon.language)
    if own:
        return bool(own & sentence.stems)
    numbers = [n for n in sentence.each(NumberMatch) if n.value > 1]
    return len(numbers) == 1


# -- money that is not there yet ---------------------------------------------------------------------------------------


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("“%(sentence)s” comes too early: “%(told)s”"),
    hint=gettext_noop("Say when it comes as our answers do, or change that there."),
    writer_hint=gettext_noop("Say when it comes as the interview does."),
    good={
        "answers.constraint": "One developer. 9,000 euros, of which 4,000 euros come only after the report.",
        "milestones.resource_plan": "We begin with 5,000 euros; the other 4,000 euros follow the report.",
    },
    bad={
        "answers.constraint": "One developer. 9,000 euros, of which 4,000 euros come only after the report.",
        "milestones.resource_plan": "The 4,000 euros are already in the bank before the start.",
    },
)
def money_too_early(dossier: Dossier) -> Iterator[Fault]:
    """Money that comes only later is not there from the start, and a price holds from when we said."""
    known = dossier.knowledge
    later = [*known.later, *_budget_later(known)]
    for passage, sentence in dossier.claims:
        if not cues.NOW(sentence.words) or not any(sentence.each(MoneyMatch)):
            continue
        if cues.CONDITIONAL(sentence.words) or _denies_now(sentence):
            continue
        amounts = {m.amount for m in sentence.each(MoneyMatch)}
        for said, stems, values in later:
            if amounts & values or stems & sentence.stems:
                yield _fault(passage, sentence, "", said.text)
                break


def _denies_now(sentence: Sentence) -> bool:
    """Whether the clause that says when denies it: "not all of it is there from the start"."""
    for clause in sentence.clauses:
        found = cues.NOW.search(clause.words)
        if found:
            return cues.NEGATION(clause.words.replace(found[0], " "))
    return False


def _budget_later(known: Knowledge) -> Iterator[tuple[Sentence, frozenset[str], frozenset[Decimal]]]:
    """Yield the whole budget where a part of it comes later, with the sentence that says so."""
    budget = known.sheet.budget.value
    if budget is None or not (budget.later or known.later):
        return
    amounts = {budget.amount, *(part.amount for part in budget.later)}
    for sentence in known.sentences:
        said = {m.amount for m in sentence.each(MoneyMatch)}
        if budget.amount in said:
            yield sentence, frozenset(), frozenset(amounts)
            return


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("“%(sentence)s” counts on money that we do not count on: “%(told)s”"),
    hint=gettext_noop("Take that money out, or say in our answers that we can count on it."),
    writer_hint=gettext_noop("Take that money out."),
    good={
        "answers.constraint": "9,000 euros. An aunt talks about 2,000 euros, I do not count on that.",
        "milestones.resource_plan": "We have 9,000 euros.",
    },
    bad={
        "answers.constraint": "9,000 euros. An aunt talks about 2,000 euros, I do not count on that.",
        "milestones.resource_plan": "We spend 9,000 euros and the 2,000 euros from the aunt.",
    },
)
def money_not_counted(dossier: Dossier) -> Iterator[Fault]:
    """Money that our answers do not count on is not spent."""
    known = dossier.knowledge
    if not known.not_counted:
        return
    for passage, sentence in dossier.claims:
        if not cues.SPENDS(sentence.words) or cues.NEGATION(sentence.words) or cues.CONDITIONAL(sentence.words):
            continue
        for match in sentence.each(MoneyMatch):
            if (match.amount, match.currency or known.home) in known.not_counted:
                told = next(s.text for s in known.sentences if any(m.amount == match.amount for m in s.each(MoneyMatch)))
                yield _fault(passage, sentence, "", told)


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("“%(sentence)s” holds somewhere else than we said: “%(told)s”"),
    hint=gettext_noop("Name the price of that place, or change the prices in our answers."),
    writer_hint=gettext_noop("Name the price that the interview gives for that place."),
    good={
        "answers.price": "In Wales 29 euros a month, everywhere else 35 euros a month.",
        "brief.market_analysis": "A shop in Wales pays 29 euros a month.",
    },
    bad={
        "answers.price": "In Wales 29 euros a month, everywhere else 35 euros a month.",
        "brief.market_analysis": "A shop in Toronto pays 29 euros a month.",
    },
)
def price_of_another_place(dossier: Dossier) -> Iterator[Fault]:
    """A price that our answers name for one place is not asked for in another."""
    known = dossier.knowledge
    placed = [k for k in known.money if k.answer == "price" and any(k.clause.each(PlaceMatch))]
    if not placed or len({k.amount for k in known.money if k.answer == "price"}) < 2:
        return
    for passage, sentence in dossier.claims:
        places = {m.name for m in sentence.each(PlaceMatch)}
        for match in sentence.each(MoneyMatch) if places else ():
            said = [k for k in placed if k.amount == match.amount]
            names = {m.name for k in said for m in k.sentence.each(PlaceMatch)}
            if said and not names & places and cues.PAY(sentence.words):
                yield _fault(passage, sentence, "", said[0].sentence.text)
                break


# -- time --------------------------------------------------------------------------------------------------------------


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("%(date)s is not the day we said: “%(told)s”"),
    hint=gettext_noop("Name the deadline of our answers, or change it there."),
    writer_hint=gettext_noop("Name the deadline of the interview."),
    good={
        "answers.constraint": "One developer. It has to be ready by 1 May 2030.",
        "brief.key_constraint": "It has to be ready by 1 May 2030, and is tried out on 3 April 2030.",
    },
    bad={
        "answers.constraint": "One developer. It has to be ready by 1 May 2030.",
        "brief.key_constraint": "The shop page opens on 1 June 2030.",
    },
)
def deadline_differs(dossier: Dossier) -> Iterator[Fault]:
    """What has to be ready is ready by the deadline, and nothing is planned behind it but the test."""
    known = dossier.knowledge
    deadline = known.sheet.deadline.value
    missed = [match for match, sentence in known.dates if cues.MISSED(_part(sentence, match))]
    if deadline is None and not missed:
        return
    told = known.sheet.deadline.said[0].text if known.sheet.deadline.said else ""
    told = next((s.text for s in known.sentences if told and told in s.text), told)
    said = [match for match, _ in known.dates]
    for passage, sentence in dossier.claims:
        if sentence.mark == "=" or passage.is_title:
            continue
        for match in sentence.each(DateMatch):
            wrong = _same_date(match, missed) and cues.MUST(sentence.words) and not sentence.negated
            if deadline and not _same_date(match, said):
                day = _day(match, deadline)
                wrong = day is not None and _is_late(known, sentence, day, deadline)
            if wrong:
                shown = sentence.source.text[match.start : match.end]
                yield _fault(passage, sentence, shown, told, date=shown)


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
            return None
        days = [date(year, match.month, match.day) for year in (near.year - 1, near.year, near.year + 1)]
    except ValueError:
        return None
    return min(days, key=lambda day: abs((day - near).days))


def _same_date(match: DateMatch, others: list[DateMatch]) -> bool:
    return any(
        m.month == match.month
        and (m.day == match.day or None in (m.day, match.day))
        and (m.year == match.year or None in (m.year, match.year))
        for m in others
    )


def _is_late(known: Knowledge, sentence: Sentence, day: date, deadline: date) -> bool:
    if day <= deadline or (sentence.negated and not cues.READY(sentence.words)):
        return False
    if cues.READY(sentence.words) and not cues.TEST_WORD(sentence.words):
        return True
    ends = known.test_ends
    return day > (ends or deadline) + timedelta(days=_SLACK_DAYS)


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("“%(sentence)s” takes longer than we said: “%(told)s”"),
    hint=gettext_noop("Keep to the time of our answers, or change it there."),
    writer_hint=gettext_noop("Keep to the time that the interview sets."),
    good={"milestones.risk_mitigation_timeline": "The first shop counts six weeks after the start."},
    bad={"milestones.risk_mitigation_timeline": "The first shop counts 14 weeks after the start."},
)
def duration_exceeded(dossier: Dossier) -> Iterator[Fault]:
    """Nothing is planned for a week behind the time that our answers allow."""
    known = dossier.knowledge
    limit = sums.weeks_available(known.sheet, known.today)
    fact = known.sheet.duration_weeks or known.sheet.deadline
    if not limit or not fact.said:
        return
    for passage, sentence in dossier.claims:
        if sentence.mark or not cues.AFTER_START(sentence.words) or cues.TEST_WORD(sentence.words):
            continue
        week = _WEEK.search(sentence.words)
        weeks = [Decimal(week[1])] if week and known.sheet.duration_weeks else []
        weeks += [
            s.weeks
            for s in sentence.each(SpanMatch)
            if s.weeks is not None and cues.AFTER_START(sentence.padded(s.last, s.last + 4))
        ]
        if weeks and max(weeks) > limit:
            yield _fault(passage, sentence, f"{max(weeks):g}", fact.said[0].text)


# -- the team ----------------------------------------------------------------------------------------------------------


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("“%(sentence)s” is not the time we have: “%(told)s”"),
    hint=gettext_noop("Name the hours of our answers, or change them there."),
    writer_hint=gettext_noop("Name the hours of the interview."),
    good={
        "answers.constraint": "I have 10 hours a week and my brother 6 hours a week, for eight weeks.",
        "milestones.resource_plan": "Together we have 16 hours a week.",
    },
    bad={
        "answers.constraint": "I have 10 hours a week and my brother 6 hours a week, for eight weeks.",
        "milestones.resource_plan": "The brother builds 20 hours a week.",
    },
)
def hours_differ(dossier: Dossier) -> Iterator[Fault]:
    """The hours of work in a week are those that our answers name, for everybody and together."""
    known = dossier.knowledge
    said = _hours_said(known)
    told = _team_words(known)
    for passage, sentence in dossier.claims:
        if sentence.mark == "+":
            continue
        if told and cues.FULL_TIME(sentence.words) and not sentence.negated and not _says(known, cues.FULL_TIME):
            if not cues.CONDITIONAL(sentence.words):
                yield _fault(passage, sentence, "", told)
                continue
        for match in sentence.each(HoursMatch):
            if match.hours > _MOST_HOURS or not told or (match.hours in said and _of_the_same(known, sentence, match)):
                continue
            yield _fault(passage, sentence, f"{match.hours:g}", told)


def _hours_said(known: Knowledge) -> set[Decimal]:
    hours = [value for value, _ in known.hours]
    found = set(hours)
    if known.sheet.hours_per_week.value:
        found.add(known.sheet.hours_per_week.value)
    found |= {one + other for i, one in enumerate(hours) for other in hours[i + 1 :]}
    people = known.sheet.people.value
    total = known.sheet.hours_per_week.value
    return found | ({total / people} if people and total else set())


def _of_the_same(known: Knowledge, sentence: Sentence, match: HoursMatch) -> bool:
    """Whether hours that were said are said of the same people: the sum is nobody's alone."""
    clause = sentence.clause_of(match)
    if cues.TOGETHER(sentence.words) or any(value == match.hours and c.stems & sentence.stems for value, c in known.hours):
        return True
    own = {value for value, c in known.hours if c.stems & sentence.stems}
    return not own or match.hours in own or not clause.stems


def _team_words(known: Knowledge) -> str:
    for fact in (known.sheet.hours_per_week, known.sheet.people):
        if fact.said:
            text = fact.said[0].text
            return next((s.text for s in known.sentences if text in s.text), text)
    return ""


def _says(known: Knowledge, cue: cues.Cue) -> bool:
    return any(cue(sentence.words) for sentence in known.sentences)


# -- the test ----------------------------------------------------------------------------------------------------------


@rule(
    severity=Severity.BROKEN,
    message=gettext_noop("“%(sentence)s” is not the test we set ourselves: “%(told)s”"),
    hint=gettext_noop("Name the numbers of our test, or change the test in our answers."),
    writer_hint=gettext_noop("Name the numbers of the founder's own test."),
    good={
        "answers.validation": "5 shops for a month. It is passed if four of the five keep counting.",
        "mvp_scope.success_metrics": ["4 of the 5 shops keep counting for a month"],
    },
    bad={
        "answers.validation": "5 shops for a month. It is passed if four of the five keep counting.",
        "mvp_scope.success_metrics": ["2 of the 5 shops keep counting for a month"],
    },
)
def test_differs(dossier: Dossier) -> Iterator[Fault]:
    """What counts as passed is what our answers say."""
    known = dossier.knowledge
    test = known.test
    if test is None or not known.told.get("validation"):
        return
    told = test.pass_mark or " ".join(s.text for s in known.told["validation"])
    passing = [s for s in known.told["validation"] if _has_figures(s)]
    about = frozenset().union(*(s.stems for s in known.told["validation"]))
    for passage, sentence in dossier.claims:
        if sentence.mark or (cues.CONDITIONAL(sentence.words) and not cues.PASSED(sentence.words)):
            continue
        metric = passage.section.name == "success_metrics"
        if not metric and not cues.TEST(sentence.words):
            continue
        if sentence.stems & about and _breaks_mark(known, sentence, passing, is_metric=metric):
            yield _fault(passage, sentence, "", told)


def _has_figures(sentence: Sentence) -> bool:
    return any(isinstance(m, FractionMatch | ShareMatch | NumberMatch) for m in sentence.matches)


def _breaks_mark(known: Knowledge, sentence: Sentence, passing: list[Sentence], *, is_metric: bool) -> bool:
    test = known.test
    assert test is not None
    ratios = _ratios(known)
    loose = list(_loose_fractions(sentence))
    for fraction in sentence.each(FractionMatch):
        ratio = fraction.part / fraction.whole
        if ratios and ratio not in ratios and (fraction.whole == test.participants or is_metric or test.pass_number):
            return True
    for one, other in loose:
        if ratios and one / other not in ratios and (other == test.participants or is_metric):
            return True
    if test.pass_share and (is_metric or cues.PASSED(sentence.words)):
        shares = {m.percent / 100 for m in sentence.each(ShareMatch)}
        if shares and not shares & ratios and any(sentence.stems & s.stems for s in passing):
            return True
    return not loose and _other_count(sentence, passing, is_metric=is_metric)


def _ratios(known: Knowledge) -> set[Decimal]:
    """Return the shares that the founder named, as numbers up to 1."""
    test = known.test
    found = {f.part / f.whole for s in known.sentences for f in s.each(FractionMatch)}
    if test and test.pass_number and test.participants:
        found.add(Decimal(test.pass_number) / test.participants)
    if test and test.pass_share:
        found.add(test.pass_share / 100)
    return found


def _loose_fractions(sentence: Sentence) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield "one house out of four", which has a noun between its numbers."""
    numbers = list(sentence.each(NumberMatch))
    for one, other in zip(numbers, numbers[1:], strict=False):
        between = sentence.padded(one.last, other.first).strip()
        if between in cues.OUT_OF and 0 < one.value <= other.value and not one.noun.casefold().startswith(cues.PARTS):
            yield one.value, other.value


def _other_count(sentence: Sentence, passing: list[Sentence], *, is_metric: bool) -> bool:
    """Whether a sentence counts the things of the pass mark, and another number of them."""
    if not is_metric and not cues.PASSED(sentence.words):
        return False
    marks = [
        (sentence_.stems_between(m.first, m.last), m.value)
        for sentence_ in passing
        for m in sentence_.each(NumberMatch)
        if m.noun and not m.measure
    ]
    for number in sentence.each(NumberMatch):
        nouns = sentence.stems_between(number.first, number.last)
        same = [value for stems, value in marks if stems & nouns]
        if same and number.value not in same:
            return True
    return False


