"""Who works on it and on how many days, and whether a text says so too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch

_TEAM_MOST = 30
"""Above this a number of people is none of a team of founders."""
_WORKING_DAYS = 5
_WORKING_HOURS = 5
"""Days of a week and hours of a day that somebody works who does so "on weekdays"."""
_IN_A_WEEK = re.compile(
    r" (?P<number>[^ ]+) (?P<unit>days?|evenings?|nights?|mornings?|tagen?|tage|abenden?|abende"
    r"|jours?|soirs?|soirées?|dagen|avonden|días|tardes|noches)"
    r" (?:a|per|each|every|in der|pro|die|jede|par|de la|per|a la|por) "
    r"(?:week|woche|semaine|semana) "
)
_EVERY = re.compile(
    r" (?:every|each|jeden|chaque|tous les|elke|cada|todas las|todos los)"
    r" (?P<unit>day|evening|night|morning|tag|abend|jours?|soirs?|dag|avond|día|noche)s? "
)
_SEVEN = Decimal(7)


def team_differs(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder said of who works on it, where a sentence has others do it, or has
    them do it on more days; else "".
    """
    people = known.sheet.people
    if people.value is None or not sentence.is_certain or sentence.says(cues.LATER):
        return ""
    differs = (
        _more_people(known, sentence, people.value)
        or _in_larger_company(sentence, people.value)
        or _hires(known, sentence)
        or _does_the_work_of_another(known, sentence)
        or _on_more_days(known, sentence, people.value)
    )
    return _told_of_team(known) if differs else ""


def _told_of_team(known: Knowledge) -> str:
    said = known.sheet.people.said
    if not said:
        return "-"
    return next((s.text for s in known.sentences if said[0].text in s.text), said[0].text)


# -- who
# --------------------------------------------------------------------------------------------------


def _more_people(known: Knowledge, sentence: Sentence, people: int) -> bool:
    """Whether a sentence has more people do the work than there are of us."""
    for number in sentence.each(NumberMatch):
        nouns = sentence.stems_between(number.first, number.last)
        if not nouns or number.measure or not people < number.value <= _TEAM_MOST:
            continue
        is_staff = cues.STAFF(f" {number.noun.casefold()} ") or _are_ours(known, nouns, people)
        if not is_staff or not sentence.says_between(cues.WORKS, number.last, sentence.last):
            continue
        told = [count.number for count in known.counts if count.stems & nouns]
        if number.value not in told and not nouns & _served(known):
            return True
    return False


def _in_larger_company(sentence: Sentence, people: int) -> bool:
    """Whether more of us do it than there are: "zu siebt packen wir"."""
    found = _IN_COMPANY.search(sentence.words)
    if found is None or _TO_EIGHT.search(sentence.text):
        return False
    return cues.COMPANY[found["many"] or found["more"]] > people


_IN_COMPANY = re.compile(
    rf" zu (?P<many>{'|'.join(cues.COMPANY)}) (?=(?:[^ ]+ ){{0,2}}wir )"
    rf"|(?<= wir) (?:[^ ]+ ){{0,4}}zu (?P<more>{'|'.join(cues.COMPANY)}) "
)
_TO_EIGHT = re.compile(r"\b[Zz]u acht (?:[a-zäöüß]+en )?[A-ZÄÖÜ]")
"""The number in front of a noun: "wir fahren zu acht Höfen"."""


def _are_ours(known: Knowledge, nouns: frozenset[str], people: int) -> bool:
    """Whether the founder calls all of the team by a noun, or some where they tell who it is: "two
    hygienists", "two swimming teachers and I".
    """
    told = _told_of_team(known)
    return any(
        count.stems & nouns and (count.number == people or count.clause.sentence.text == told)
        for count in known.counts
    )


def _served(known: Knowledge) -> frozenset[str]:
    """Return the stems of those whom it is for."""
    told = known.told["target_user"]
    return frozenset().union(known.participants, *(sentence.stems for sentence in told))


def _hires(known: Knowledge, sentence: Sentence) -> bool:
    """Whether somebody is hired of whom the founder does not speak."""
    found = sentence.find(cues.HIRED)
    if found is None:
        return False
    is_person = sentence.says(cues.STAFF) or sentence.says(cues.SELF) or sentence.says(cues.OUTSIDE)
    if not is_person and not sentence.says(_HIRED_SURELY):
        return False
    root = found.group().strip()[:_ROOT]
    told = (c for s in known.sentences if s.says(cues.HIRED) and not s.negated for c in s.clauses)
    return not any(f" {root}" in clause.words for clause in told)


_ROOT = 4
_HIRED_SURELY = cues.Cue("""
    recruit*, employed, employs, salaried, on the payroll, embauch*, recrut*, angestellt*
    festangestellt*, vollzeitkraft, teilzeitkraft, in loondienst
    """)
"""Words that only people are spoken of with."""


def _does_the_work_of_another(known: Knowledge, sentence: Sentence) -> bool:
    """Whether one of us is said to do what the founder has another one do."""
    told = list(_deeds(known.sentences))
    for person, deeds in _deeds((sentence,)):
        own = frozenset().union(*(stems for who, stems in told if who == person))
        others = frozenset().union(*(stems for who, stems in told if who != person))
        if own and deeds & (others - own) and not deeds & own:
            return True
    return False


def _deeds(sentences: tuple[Sentence, ...]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield what one person alone is said to do in a short clause."""
    for sentence in sentences:
        for clause in sentence.clauses:
            person = _person_of(clause)
            if person and clause.last - clause.first <= _SHORT and not any(clause.each(MoneyMatch)):
                yield person, clause.stems - sentence.stems_of(person)


_SHORT = 7
"""Most words of a clause that does little but say who does what."""


def _person_of(clause: Clause) -> str:
    found = clause.find(cues.KIN)
    i = clause.find(cues.MYSELF)
    if found and i and i.group() not in (" my", " mein", " meine"):
        return ""
    return found.group().strip() if found else "i" if i else ""


# -- when
# --------------------------------------------------------------------------------------------------


def _on_more_days(known: Knowledge, sentence: Sentence, people: int) -> bool:
    """Whether somebody works on more days of a week, or more evenings, than there are hours for or
    than the founder says.
    """
    if not sentence.says(cues.WORKS) and not sentence.says(cues.KIN):
        return False
    for number, unit in _days_in(sentence):
        told = [n for s in known.sentences for n, same in _days_in(s) if same == unit]
        if told:
            return number > max(told)
        is_each_day = unit in _DAYS and number >= _WORKING_DAYS
        if is_each_day and _has_few_hours(known, sentence, number, people):
            return True
    return False


def _has_few_hours(known: Knowledge, sentence: Sentence, days: Decimal, people: int) -> bool:
    """Whether nobody can work on so many days of a week, by the hours that we have, or that those
    have whom a sentence names.
    """
    hours = known.sheet.hours_per_week.value
    if hours is None:
        return False
    person = sentence.find(cues.KIN)
    named = sentence.stems_of(person.group() if person else "")
    own = [value for value, clause in known.hours if clause.stems & named]
    return min(own, default=hours / people) < days * _WORKING_HOURS / 2


_DAYS = frozenset({"da", "ta", "jo", "dí"})


def _days_in(sentence: Sentence) -> Iterator[tuple[Decimal, str]]:
    """Yield how many days or evenings of a week a sentence names, with the first letters of the
    unit.
    """
    for found in _IN_A_WEEK.finditer(sentence.words):
        word = found["number"]
        number = sentence.source.lexicon.numbers.get(word)
        if number is None and word.isdigit() and word.isascii():
            number = Decimal(word)
        if number is not None:
            yield number, found["unit"][:2]
    for found in _EVERY.finditer(sentence.words):
        yield _SEVEN, found["unit"][:2]
