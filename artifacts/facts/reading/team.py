"""Who works on it: how many people, and hours a week of all of them together."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from artifacts.facts.grammar.matches import NumberMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Reading, Told, read, says
from artifacts.facts.reading.hour_names import FIRST_PERSON
from artifacts.facts.reading.hour_words import EACH, TOGETHER, WORKERS
from artifacts.facts.reading.hours import GIVES, Statement, statements_in
from artifacts.facts.reading.team_lists import (
    counted_and_one,
    group_at_opening,
    listed_together,
    people_listed,
    team_size,
)
from artifacts.facts.reading.team_words import (
    ALL_RELATIVES,
    ALONE,
    BOTH,
    COUNTED_AND_I,
    FOUNDERS,
    LISTED_TOGETHER,
    NAMED,
    ONE_LISTED,
    OPENS_ALONE,
    PAIR,
    SINGLE,
    TEAM,
)
from artifacts.facts.schema import Fact, Span

_ANSWERS = ("team", "constraint", "idea", "deadline", "stage", "budget")


def read_team(reading: Reading) -> tuple[Fact[int], Fact[Decimal]]:
    """Return the number of people, and the hours of all of them in a week."""
    statements: list[Statement] = []
    for told in reading.pick(_ANSWERS):
        statements = list(statements_in(told))
        if statements:
            break
    people = _people(reading, statements)
    if people.value and _gives_open_hours(statements):
        return read(people.value + 1, *people.said), Fact()
    return people, _hours(statements, people.value)


def _gives_open_hours(statements: list[Statement]) -> bool:
    """Whether the teller works beside those with hours: "Ann gives 20 hours a week, Bo 10, I do the
    evenings".
    """
    if not statements or any(item.total or item.each for item in statements):
        return False
    told, last = statements[0].told, statements[-1]
    if FIRST_PERSON & set(told.before_words(last.first).split()):
        return False
    following = told.padded(
        last.last, told.closing(last.last, 5, told.source.sentence(last.first))
    ).split()
    return following[:1] in ([","], [";"], ["and"], ["und"]) and following[1:2] in (
        ["i"],
        ["ich"],
        ["je"],
        ["ik"],
    )


def _hours(statements: list[Statement], people: int | None) -> Fact[Decimal]:
    if not statements:
        return Fact()
    total = next((statement for statement in statements if statement.total), None)
    if total is None and _shared(statements):
        total = statements[0]
    if total:
        used = [total, *_added(statements)]
        return _fact(sum((statement.hours for statement in used), Decimal(0)), used)
    if len(statements) == 1 and statements[0].each:
        return _fact(statements[0].hours * people, statements) if people else Fact()
    return _fact(_summed(statements, people), statements)


def _summed(statements: list[Statement], people: int | None) -> Decimal:
    """Return the hours of all who have hours; one sentence beside the team is about all of it."""
    first = statements[0]
    if len(statements) == 1 and (people or 0) > 1 and first.told.key != "team":
        return first.hours
    return sum((statement.hours * statement.times for statement in statements), Decimal(0))


def _added(statements: list[Statement]) -> list[Statement]:
    """Return who is named behind the hours of all others: "9 hours a week together, and the ranger
    puts in 3".
    """
    if not statements or not statements[0].total:
        return []
    total = statements[0]
    between = [item for item in statements[1:] if not item.total and item.told is total.told]
    return [
        item
        for item in between
        if item.told.source.sentence(item.first) == item.told.source.sentence(total.first)
        and _is_somebody_else(item, total)
    ]


def _is_somebody_else(item: Statement, total: Statement) -> bool:
    """Whether somebody named behind the hours of all gives these on top of them."""
    words = item.told.source.words
    if GIVES & set(words(item.first - 5, item.first).split()):
        return True
    between = words(total.last, item.first).split()
    joined = next((place for place, word in enumerate(between) if word in _AND), None)
    return joined is not None and bool(ALL_RELATIVES & set(between[joined:]))


_AND = word_set("and und et en y plus")


def _fact(hours: Decimal, statements: list[Statement]) -> Fact[Decimal]:
    if not 0 < hours <= 2000:
        return Fact()
    return read(hours, *(item.told.span(item.start, item.end) for item in statements))


def _people(reading: Reading, statements: list[Statement]) -> Fact[int]:
    if shared := _shared(statements):
        return read(len(shared), *(item.told.span(item.start, item.end) for item in shared))
    if listed := _listed(statements):
        return read(*listed)
    named = _named_with_hours(statements)
    if found := _first_told(reading, _said_people):
        return read(max(found[0] + len(_added(statements)), named), found[1])
    if named:
        return read(named, *(item.told.span(item.start, item.end) for item in statements))
    found = _first_told(reading, _one_by_one) or _first_told(
        reading, lambda told: _alone(told) or _counted(told, statements)
    )
    found = found or _several_with_hours(statements)
    return read(*found) if found else Fact()


def _listed(statements: list[Statement]) -> tuple[int, Span] | None:
    """Return those who are listed in front of the hours of all."""
    total = next((statement for statement in statements if statement.total), None)
    if total is None or _added(statements):
        return None
    return listed_together(total.told, total.first)


def _named_with_hours(statements: list[Statement]) -> int:
    """Return how many people have hours of their own; 0 where the hours are one person's or of
    all.
    """
    if len(statements) < 2 or any(statement.total for statement in statements):
        return 0
    return sum(item.times for item in statements)


def _several_with_hours(statements: list[Statement]) -> tuple[int, Span] | None:
    """Return those who are said to give so many hours each: "Ann is in for 25 hours a week, so am
    I".
    """
    if len(statements) != 1 or statements[0].times < 2:
        return None
    item = statements[0]
    return item.times, item.told.span(item.start, item.end)


def _first_told(
    reading: Reading, find: Callable[[Told], tuple[int, Span] | None]
) -> tuple[int, Span] | None:
    """Return what `find` finds in the first answer about the team in which it finds anything."""
    return next(filter(None, map(find, reading.pick(_ANSWERS))), None)


_WHO_WORK = re.compile("only|arbeit|machen tun|work|travail|werk|trabaj|hacen")
"""Of several counts, that of those who do the work comes first."""


def _shared(statements: list[Statement]) -> list[Statement]:
    """Return who shares the hours of all: "33 hours a week: Ann 21, me 12"."""
    parts = statements[1:]
    if len(parts) < 2 or not (statements[0].total or _ends_in_colon(statements[0])):
        return []
    return parts if sum(item.hours for item in parts) == statements[0].hours else []


def _ends_in_colon(item: Statement) -> bool:
    return item.told.source.word(item.last) == ":"


def _said_people(told: Told) -> tuple[int, Span] | None:
    text = told.lower
    if several := counted_and_one(told, text):
        return several
    for match in sorted(TEAM.finditer(text), key=lambda found: not _WHO_WORK.search(found[0])):
        size = team_size(told, next(group for group in match.groups() if group))
        if size and not _counts_others(told, text, match):
            return size, told.span(match.start(), match.end())
    counted = people_listed(told) or _counted_and_i(told, text) or _listed_together(told, text)
    return counted or _named(told, text)


def _named(told: Told, text: str) -> tuple[int, Span] | None:
    """Count those who are named one after the other, or called a pair."""
    if named := NAMED.search(told.source.text):
        return named.group().count(",") + 2, told.span(named.start(), named.end())
    if pair := PAIR.search(text) or BOTH.search(text):
        return 2, told.span(pair.start(), pair.end())
    return None


def _counts_others(told: Told, text: str, match: re.Match[str]) -> bool:
    return _others_follow(told, text, match.end()) or _is_board(text, match)


def _is_board(text: str, match: re.Match[str]) -> bool:
    """Whether those who decide are counted, who need not be those who work on it."""
    near = text[max(match.start() - _NEAR, 0) : match.end() + _NEAR]
    return not _WHO_WORK.search(match[0]) and bool(_BOARD.search(near))


_NEAR = 30
"""How many characters away the board may be named: "im Vorstand sind wir zu fünft"."""
_BOARD = re.compile(
    r"on the (?:board|committee)|im vorstand|dans le (?:bureau|comité)|in het bestuur"
    r"|en la (?:directiva|junta)"
)


def _counted_and_i(told: Told, text: str) -> tuple[int, Span] | None:
    """Count "two riders and me", where it is people that are counted and no time or money."""
    for match in COUNTED_AND_I.finditer(text):
        size = team_size(told, match[1])
        nouns = match["noun"].split()
        if size and size > 1 and not any(map(told.source.lexicon.units.get, nouns)):
            return size + 1, told.span(match.start(), match.end())
    return None


def _listed_together(told: Told, text: str) -> tuple[int, Span] | None:
    """Count those of a list who have their hours together."""
    found = LISTED_TOGETHER.search(text)
    if found is None:
        return None
    count = len(re.findall(ONE_LISTED, found["list"]))
    return count, told.span(found.start("list"), found.end("list"))


def _others_follow(told: Told, text: str, end: int) -> bool:
    """Whether the phrase goes on to count something else: "we are two hours away"."""
    following = _NEXT_WORD.match(text, end)
    if not following:
        return False
    word = following[1]
    return word in told.source.lexicon.units or word in (
        "miles",
        "km",
        "meters",
        "of",
        "abende",
        "steps",
    )


_NEXT_WORD = re.compile(r"\s+([\w'-]+)")


def _one_by_one(told: Told) -> tuple[int, Span] | None:
    """Count who is named one after the other in a sentence that speaks of all: "Iris cooks,
    I drive, each three mornings a week".
    """
    for place, (first, last) in enumerate(told.sentences):
        end = told.sentences[place + 1][1] if place + 1 < len(told.sentences) else last
        words = told.padded(first, min(end, first + 40))
        if not (says(words, TOGETHER) or (EACH | _WE) & set(words.split())):
            continue
        openers = [
            index
            for index in range(first, min(last, first + 40))
            if index == first or told.source.word(index - 1) in (",", ";", "and", "und")
        ]
        me = sum(told.source.word(index) in _I for index in openers)
        others = sum(_is_somebody(told, index) for index in openers)
        if me and others:
            tokens = told.source.tokens
            return others + 1, told.span(tokens[first].start, tokens[last - 1].end)
    return None


_I = word_set("i ich je ik yo")
_WE = word_set("we wir nous wij nosotros nosotras")


def _is_somebody(told: Told, index: int) -> bool:
    """Whether a person opens the clause at token `index`: "my wife", "die Iris", "Jo bakes"."""
    if told.source.word(index) in _I or told.source.number(index):
        return False
    if told.source.word(index) in ("my", "our", "meine", "mein", "ma", "mon", "mijn", "mi"):
        return told.source.word(index + 1) in ALL_RELATIVES
    at = index + (told.source.word(index) in ("der", "die"))
    tokens = told.source.tokens
    if at + 1 >= len(tokens) or tokens[at + 1].kind != "word":
        return False
    if tokens[at].lower.removesuffix("s") in told.source.lexicon.weekdays:
        return False
    named = (
        tokens[at].kind == "word" and tokens[at].text.istitle() and tokens[at + 1].text.islower()
    )
    german = told.source.lexicon.language == "de"
    return named and (not german or at > index) and tokens[at].lower not in _NO_NAME


_NO_NAME = word_set(
    "we they he she it that this there then both each everything nobody all the a an in on at but"
    " so what who how money work two three four five"
)


def _alone(told: Told) -> tuple[int, Span] | None:
    for first, last in told.sentences:
        words = told.padded(first, min(last, first + 80))
        of_self = OPENS_ALONE.begin(words) or _SPEAKS_OF_SELF & set(words.split())
        if says(words, ALONE) and of_self:
            if says(words, ("who work alone", "tuners", "customers")):
                continue
            return 1, told.span(told.source.tokens[first].start, told.source.tokens[last - 1].end)
    return None


_SPEAKS_OF_SELF = word_set(
    "i i'm i've i'll me mir mine my ich je j' moi ik yo mi trabajo hago estoy just only developer"
    " else sonst"
)


def _counted(told: Told, statements: list[Statement]) -> tuple[int, Span] | None:
    return (
        _workers_counted(told, statements)
        or _group_counted(told, statements)
        or _single_worker(told, statements)
        or _teller_alone(told, statements)
    )


def _workers_counted(told: Told, statements: list[Statement]) -> tuple[int, Span] | None:
    """Return the number of workers that is told near their hours, or of founders anywhere."""
    near = {
        told.source.sentence(statement.first) for statement in statements if statement.told is told
    }
    for match in told.each(NumberMatch):
        noun = next(iter(match.noun.lower().split()[-1:]), "")
        if noun not in WORKERS or match.value != int(match.value) or not 1 <= match.value <= 50:
            continue
        is_near = told.key == "team" or told.source.sentence(match.first) in near
        if is_near or noun in FOUNDERS:
            return int(match.value), told.span(match.start, match.end)
    return None


def _group_counted(told: Told, statements: list[Statement]) -> tuple[int, Span] | None:
    first = next((item.first for item in statements if item.told is told), None)
    return None if first is None else group_at_opening(told, first)


def _single_worker(told: Told, statements: list[Statement]) -> tuple[int, Span] | None:
    """Return where one developer is named in the answer that names the hours."""
    if not statements or statements[0].told is not told:
        return None
    text = told.source.text
    found = SINGLE.search(text.lower())
    return (1, told.span(found.start(), min(found.end(), len(text)))) if found else None


def _teller_alone(told: Told, statements: list[Statement]) -> tuple[int, Span] | None:
    """Return the hours that the teller calls theirs, where these are the only ones."""
    if len(statements) != 1 or statements[0].told is not told:
        return None
    hours = statements[0]
    if hours.each or hours.total:
        return None
    words = told.padded(
        told.opening(hours.first, 30),
        told.closing(hours.last, 12, told.source.sentence(hours.first)),
    )
    if says(words, _OF_ME) and not says(words, ("we", "wir", "nous", "wij", "nosotros")):
        return 1, told.span(hours.start, hours.end)
    return None


_OF_ME = ("mine", "i", "ich", "je", "j'", "ik", "yo", "puedo", "tengo", "me")
