"""The hours of work in a week: whose they are, and whether a text says so too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, product

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.fractions import parts_named
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.cues.terms import EACH_WEEK
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import (
    HoursMatch,
    Match,
    NumberMatch,
    ShareMatch,
    SpanMatch,
)

_MOST_HOURS = 168
_MOST_SUMMED = 8


def are_hours_of_a_week(sentence: Sentence, match: HoursMatch) -> bool:
    """Whether hours can be all of a week's, and not "three hours fewer"."""
    is_less = sentence.says_between(cues.FEWER, match.first - 3, match.first)
    return not is_less and match.hours <= _MOST_HOURS


def too_many_each(known: Knowledge, sentence: Sentence, match: HoursMatch) -> bool:
    """Whether hours that each of at least two people works make more than the whole team has."""
    total = known.sheet.hours_per_week.value
    if not total or not sentence.is_certain:
        return False
    near = sentence.padded(match.first - 6, match.first)
    clause_before = sentence.padded(sentence.clause_of(match).first, match.first)
    is_each = (
        cues.EACH(near)
        or sentence.begins_at(cues.EACH, match.last)
        or (match.hours != total and _BOTH_WORK(clause_before))
        or _is_doubled(sentence, match)
        or (match.hours > total and sentence.says(cues.EACH))
    )
    return is_each and 2 * match.hours > total and _names_several(known, sentence, match)


def unequal_each(known: Knowledge, sentence: Sentence, match: HoursMatch) -> bool:
    """Return whether hours are said to be those of each of several whose hours our answers tell
    apart: "each of the two gives 13" of 20 and 6.
    """
    told = {value for value, _ in known.hours} - {known.sheet.hours_per_week.value}
    if len(told) < _SEVERAL_TOLD or match.hours in told or not sentence.is_certain:
        return False
    before = sentence.padded(sentence.first, match.first)
    return _EACH_OF.search(before) is not None and not sentence.says(_ON_AVERAGE)


_SEVERAL_TOLD = 2
_ON_AVERAGE = cues.Cue("""
    on average, average, averages, im schnitt, im durchschnitt, durchschnittlich, en moyenne
    gemiddeld, de media, en promedio
    """)
_WE = cues.Cue("we, they, wir, sie, nous, ils, elles, wij, ze, ellos")
_MAKES = cues.Cue("""
    makes, make, so, gives, that is, comes to, together, in all, macht, ergibt, also, zusammen
    insgesamt, sind das, kommen auf, fait, font, soit, ensemble, samen, maakt, dus, hacen, suman
    juntos, así que
    """)


def _is_doubled(sentence: Sentence, match: HoursMatch) -> bool:
    """Whether a sentence has hours twice as many, too: "both work 36 hours a week, which makes
    72".
    """
    behind = (figure for figure in sentence.matches if figure.first >= match.last)
    return sentence.says(_MAKES) and any(_value_of(figure) == 2 * match.hours for figure in behind)


_EACH_OF = re.compile(
    r" (?:each|every one|jeder|jede|jedes|chacune?|elk|ieder|cada un[oa]) (?:of the|of us|der"
    r"|von den|von uns|des|d' entre|van de|van ons|de los|de las|de nosotros) "
)
_BOTH_WORK = cues.Cue("both, beide, tous les deux, toutes les deux, allebei, ambos, ambas")


def _names_several(known: Knowledge, sentence: Sentence, match: HoursMatch) -> bool:
    """Whether more than one person is named in front of `match`."""
    before = sentence.padded(sentence.first, match.first)
    both = cues.BOTH(before) or cues.BOTH_OF(before) or _BOTH_WORK(before)
    both = both or _EACH_OF.search(before) is not None
    if both or (_WE.begin(before) and _are_several(known)):
        return True
    numbers = (n for n in sentence.each(NumberMatch) if n.last <= match.first)
    return any(n.noun and n.value > 1 for n in numbers)


def _are_several(known: Knowledge) -> bool:
    """Whether more than one person works on it, by our answers."""
    people = known.sheet.people.value
    return people is not None and people > 1


def wrong_hours_together(known: Knowledge, sentence: Sentence) -> bool:
    """Return whether hours that a sentence adds up are not what we have together: "30 and 40, in
    all 70", "12 each, which makes 36".
    """
    if not known.sheet.hours_per_week.value or not sentence.is_certain:
        return False
    if not sentence.has(HoursMatch) and not sentence.says(EACH_WEEK):
        return False
    found = _TOGETHER.search(sentence.words)
    if found is None and sentence.says(cues.EACH):
        found = _MADE_OF_EACH.search(sentence.words)
    return found is not None and Decimal(found["sum"]) not in hours_said(known)


_TOGETHER = re.compile(
    r" (?:together|in all|in total|altogether|zusammen|insgesamt|ensemble|en tout|samen|in totaal"
    r"|juntos|juntas|en total)(?: (?:so|that|is|are|makes|also|das|sind|macht|dus|soit|son))*"
    r" (?P<sum>[0-9]{1,3}) (?:[.;!]|hours?|stunden|std|heures|h|uur|horas) "
)

_MADE_OF_EACH = re.compile(
    r" (?:which|that|this|das|was|ce qui|ça|dat|wat|lo que)"
    r" (?:makes|gives|is|macht|ergibt|sind|fait|maakt|suma|hace)"
    r" (?P<sum>[0-9]{1,3}) (?:[.;!,]|in all|together|zusammen|ensemble|samen|juntos"
    r"|(?:hours?|stunden|std|heures|h|uur|horas)"
    r"(?! (?:a|per|each|every|am|pro|im|par|al|por)"
    r" (?:day|month|year|tag|monat|jahr|jour|dag|dia|día))) "
)


def hours_follow(known: Knowledge, sentence: Sentence, match: HoursMatch) -> bool:
    """Return whether hours are divided or made from what we said, or are not ours at all: "of the
    60 hours two fifths are hers", "two at forty and one at twenty, so a hundred", "a cook with six
    hours a week".
    """
    if match.hours in hours_said(known) and any(_parts_of_whole(sentence)):
        return True
    return _is_made_from_told(known, sentence, match) or _are_others(known, sentence, match)


def _parts_of_whole(sentence: Sentence) -> Iterator[object]:
    yield from parts_named(sentence)
    yield from (share for share in sentence.each(ShareMatch) if share.percent < _ALL)


_ALL = 100


def _is_made_from_told(known: Knowledge, sentence: Sentence, match: HoursMatch) -> bool:
    """Whether hours are the sum that a sentence makes of hours in front of them which we named,
    each so many times.
    """
    ranges = (m.high for s in known.sentences for m in s.each(HoursMatch) if m.high)
    told = {*ranges, *(value for value, _ in known.hours)}
    made = Decimal(0)
    times = Decimal(1)
    for figure in (figure for figure in sentence.matches if figure.first < match.first):
        value = _value_of(figure)
        if isinstance(figure, NumberMatch) and figure.noun:
            times = value
        elif value in told:
            made, times = made + times * value, Decimal(1)
    return made == match.hours


def _value_of(figure: Match) -> Decimal:
    if isinstance(figure, HoursMatch):
        return figure.hours
    if isinstance(figure, SpanMatch):
        return figure.amount if figure.unit == "hour" else Decimal(0)
    return figure.value if isinstance(figure, NumberMatch) else Decimal(0)


def _are_others(known: Knowledge, sentence: Sentence, match: HoursMatch) -> bool:
    """Whether hours are of those whom it is made for, and of nobody who works on it."""
    before = sentence.stems_between(sentence.first, match.first) - SAY_LITTLE
    return bool(before & known.hours_of_others) and not sentence.stems & known.hours_of_ours


def claims_full_time(known: Knowledge, sentence: Sentence) -> bool:
    if not sentence.is_certain:
        return False
    if sentence.says(cues.LEAVES_JOB):
        return not any(s.says(cues.LEAVES_JOB) for s in known.sentences)
    return sentence.says(cues.FULL_TIME) and not _says(known, cues.FULL_TIME)


def hours_said(known: Knowledge) -> set[Decimal]:
    hours = [value for value, _ in known.hours]
    found = set(hours)
    if known.sheet.hours_per_week.value:
        found.add(known.sheet.hours_per_week.value)
    hours += [value for value, _ in _added_up(known)]
    found |= {*hours, *(one + other for one, other in combinations(hours, 2))}
    found |= {Decimal(sum(three)) for three in combinations(hours[:_MOST_SUMMED], 3)}
    people = known.sheet.people.value
    total = known.sheet.hours_per_week.value
    return found | ({total / people} if people and total else set())


def are_of_the_same(known: Knowledge, sentence: Sentence, match: HoursMatch) -> bool:
    """Whether hours that were said are said of the same people: the sum is nobody's alone."""
    clause = sentence.clause_of(match)
    if _are_of_one_alone(known, sentence, match) or _are_of_the_others(known, clause, match):
        return False
    if _are_not_the_founders(known, clause, match):
        return False
    if _are_with_theirs(known, sentence, clause):
        return True
    is_sum = match.hours not in {value for value, _ in known.hours}
    several = any(map(clause.says, (cues.TOGETHER, cues.BOTH_OF, _SEVERAL)))
    if is_sum and not several and _is_of_one(known, sentence, clause):
        return False
    if sentence.says(cues.TOGETHER) or match.hours in _hours_of(known, sentence.stems):
        return True
    return _is_nobody_elses(known, sentence, clause, match)


_SEVERAL = cues.Cue("""
    between them, between the two, à eux deux, à elles deux, the two have, the two give
    the two share, the three have, the three share, people share
    people have, both have, founder and, and the founder, founders have, beide haben, die beiden
    gründer und, gründerin und, und der gründer, und die gründerin, tous les deux, allebei, los dos
    """)
"""Words by which hours are those of more than one."""


def _are_not_the_founders(known: Knowledge, clause: Clause, match: HoursMatch) -> bool:
    """Whether a clause gives the founder other hours than those that they named of themselves."""
    if not _FOUNDER.begin(clause.words) or clause.says(cues.TOGETHER) or clause.says(cues.BOTH_OF):
        return False
    own = {value for value, told in known.hours if _I.begin(told.words)}
    return bool(own) and match.hours not in own


_FOUNDER = cues.Cue("""
    the founder, der gründer, die gründerin, le fondateur, la fondatrice, de oprichter
    el fundador, la fundadora
    """)
_I = cues.Cue("i, i'm, ich, je, j', ik, yo")


def _are_with_theirs(known: Knowledge, sentence: Sentence, clause: Clause) -> bool:
    """Whether hours are those of all, of which a sentence names the part of one: "with the cousin's
    6 hours there are 24".
    """
    parts = set(map(_value_of, sentence.matches))
    return _WITH.begin(clause.words) and bool(parts & _hours_of(known, clause.stems))


_WITH = cues.Cue("with, mit, zusammen mit, avec, met, con, including, samt, inklusive")


def _are_of_the_others(known: Knowledge, clause: Clause, match: HoursMatch) -> bool:
    """Whether those who have hours of their own are said to have together what somebody else
    has.
    """
    own = _hours_of(known, clause.stems) if clause.says(cues.TOGETHER) else set()
    if not own:
        return False
    own |= {value for value, stems in _added_up(known) if stems & clause.stems}
    told = {value for value, _ in known.hours} | {value for value, _ in _added_up(known)}
    with_others = {one + other for one, other in product(own, told)}
    return match.hours not in own | with_others | {known.sheet.hours_per_week.value}


def bare_hours_differ(known: Knowledge, sentence: Sentence) -> bool:
    """Return whether a bare number beside hours gives those who have hours of their own others:
    "I do 12 hours a week, and Max nine".
    """
    if not sentence.has(HoursMatch) or not sentence.is_certain:
        return False
    for number in sentence.each(NumberMatch):
        clause = sentence.clause_of(number)
        if not _is_alone(number, clause):
            continue
        own = _hours_of(known, clause.stems)
        own |= {value for value, stems in _added_up(known) if stems & clause.stems}
        own |= _together(known, sentence, number)
        if own and number.value not in own and number.value <= _MOST_HOURS:
            return True
    return False


def _together(known: Knowledge, sentence: Sentence, number: NumberMatch) -> set[Decimal]:
    """Return the hours that all whom a number stands with have together: "Ann and Bob the other
    45".
    """
    first, last = sentence.between_commas(number)
    stems = sentence.stems_between(first, last)
    hours = [value for value, told in known.hours if told.stems & stems]
    is_sum = len(hours) > 1 and not sentence.says_between(cues.EACH, first, last)
    return {Decimal(sum(hours))} if is_sum else set()


def _is_alone(number: NumberMatch, clause: Clause) -> bool:
    """Whether a number counts nothing, and is the only value of its clause."""
    return not (number.noun or number.measure or any(m is not number for m in clause.each(Match)))


def _added_up(known: Knowledge) -> Iterator[tuple[Decimal, frozenset[str]]]:
    """Yield what several who have so many hours each have together, with the stems of who they
    are.
    """
    for value, clause in known.hours:
        if clause.says(cues.EACH):
            counts = (number.value for number in clause.each(NumberMatch) if number.noun)
            yield from ((value * count, clause.stems) for count in counts)


def _is_nobody_elses(
    known: Knowledge, sentence: Sentence, clause: Clause, match: HoursMatch
) -> bool:
    """Whether nobody whom a text names has other hours of their own."""
    named_twice = sum(1 for _ in sentence.each(HoursMatch)) > 1
    own = _hours_of(known, (clause if named_twice else sentence).stems)
    # "The founder has 20 hours a week and the friend 5" names those of both.
    own -= {n.value for n in sentence.each(NumberMatch) if not n.noun}
    own -= {span.amount for span in sentence.each(SpanMatch) if span.unit == "hour"}
    return not own or match.hours in own or not clause.stems


def _are_of_one_alone(known: Knowledge, sentence: Sentence, match: HoursMatch) -> bool:
    """Whether the hours of all of us are said to be one person's."""
    of_all = _are_several(known) and match.hours == known.sheet.hours_per_week.value
    alone = sentence.says(cues.SOLE) or sentence.says(cues.ALONE) or _ONE.begin(sentence.words)
    return of_all and alone and not sentence.says(cues.TOGETHER)


_ONE = cues.Cue("""
    one person, one man, one woman, one developer, eine person, ein mensch, une personne
    één persoon, una persona
    """)


def _is_of_one(known: Knowledge, sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause speaks of those who have hours of their own, or its sentence of one person
    where our answers count several.
    """
    if _hours_of(known, clause.stems):
        return True
    if sentence.says(cues.TOGETHER):
        return False
    if sentence.says(cues.SOLE) or sentence.says(cues.ALONE):
        return True
    return _are_several(known) and sentence.says(cues.KIN) and not sentence.says(cues.BOTH)


def _hours_of(known: Knowledge, stems: frozenset[str]) -> set[Decimal]:
    """Return the hours that the founder named in a clause with one of `stems`."""
    return {value for value, clause in known.hours if clause.stems & stems}


def _says(known: Knowledge, cue: cues.Cue) -> bool:
    """Whether the founder says so; a denial says the opposite."""
    return any(cue(sentence.words) and not sentence.negated for sentence in known.sentences)
