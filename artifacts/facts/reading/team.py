"""Who works on it: how many people, and hours a week of all of them together."""

from __future__ import annotations

import re
from decimal import Decimal

from artifacts.facts.grammar.matches import NumberMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Reading, Told, read, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.hours import (
    EACH,
    FIRST_PERSON,
    GIVES,
    TOGETHER,
    WORKERS,
    Statement,
    statements_in,
)
from artifacts.facts.schema import Fact, Span

_ANSWERS = ("team", "constraint", "idea", "deadline", "stage", "budget")
_RELATIVES = {
    "en": (
        "brother sister wife husband father mother dad mum mom partner friend colleague nephew"
        " niece cousin son daughter uncle aunt co-founder cofounder neighbour neighbor flatmate"
        " brother-in-law sister-in-law father-in-law mother-in-law"
    ),
    "de": (
        "bruder schwester frau mann vater mutter partner partnerin freund freundin kollege kollegin"
        " neffe nichte cousin cousine sohn tochter onkel tante schwager schwägerin mitgründer"
        " mitgründerin nachbar nachbarin schwiegervater schwiegermutter mitbewohner mitbewohnerin"
        " verlobte verlobter"
    ),
    "fr": (
        "frère sœur soeur femme mari père mère associé associée ami amie collègue neveu nièce"
        " cousin cousine fils fille oncle tante compagnon compagne beau-frère belle-sœur conjoint"
        " conjointe voisin voisine"
    ),
    "nl": (
        "broer zus vrouw man vader moeder vriend vriendin collega neef nicht zoon dochter oom tante"
        " compagnon zwager schoonzus buurman buurvrouw partner"
    ),
    "es": (
        "hermano hermana esposa esposo marido mujer padre madre papá mamá socio socia amigo amiga"
        " colega primo prima hijo hija tío tía cuñado cuñada sobrino sobrina vecino vecina"
        " compañero compañera pareja novio novia"
    ),
}
_OF = {language: f"(?:{'|'.join(words.split())})" for language, words in _RELATIVES.items()}
_PAIR = re.compile(
    r"(?<!\w)(?:"
    + "|".join(
        (
            rf"my (?:\w+ ){{0,2}}{_OF['en']} (?:\w+ ){{0,3}}and (?:i|me|myself)",
            rf"(?:i|me) and my (?:\w+ ){{0,2}}{_OF['en']}",
            rf"meine? (?:\w+ )?{_OF['de']} und ich",
            rf"ich und meine? (?:\w+ )?{_OF['de']}",
            rf"(?:mon|ma) {_OF['fr']} et moi",
            rf"moi et (?:mon|ma) {_OF['fr']}",
            rf"mijn {_OF['nl']} en ik",
            rf"ik en mijn {_OF['nl']}",
            rf"mi {_OF['es']} y yo",
            rf"yo y mi {_OF['es']}",
        )
    )
    + r")(?!\w)"
)
_N = r"([\w-]{1,15})"
_TEAM = re.compile(
    r"(?<!\w)(?:"
    + "|".join(
        (
            rf"only {_N} (?:of us )?(?:work|do|are on)",
            rf"(?:between|among) (?:the|us|all) {_N}(?: of us)?",
            rf"{_N} of us",
            rf"we are (?:a team of |about )?{_N}",
            rf"a team of {_N}",
            rf"(?:so|thus|that makes|making) {_N} (?:people|persons)",
            rf"{_N} (?:people|persons) (?:in all|altogether|all told|in total)",
            rf"{_N} (?:leute|personen) insgesamt",
            rf"wir sind (?:zu |ein team von |ein team aus )?{_N}",
            rf"{_N} sind wir",
            r"zu (zweit|dritt|viert|fünft|sechst)",
            r"wir (zwei|drei|vier|fünf)(?! [A-ZÄÖÜ])",
            rf"(?:die )?arbeit machen {_N}",
            rf"nous sommes (?:une équipe de )?{_N}",
            rf"on est {_N}",
            r"nous (deux|trois|quatre)",
            r"à (deux|trois|quatre)",
            rf"(?:wij|we) zijn (?:met |met z'n |met zijn )?{_N}",
            rf"met (?:z'n|zijn) {_N}",
            r"wij (twee|drie|vier|vijf)",
            rf"somos (?:un equipo de )?{_N}",
        )
    )
    + r")(?!\w)"
)
_NAMED = re.compile(
    r"(?<!\w)(?!(?:You|They|He|She|And|But|Then|Both|So)\b)(?:[A-Z]\w{1,20}, ){0,4}[A-Z]\w{1,20}"
    r" (?:and (?:I|me)|und ich|et moi|en ik|y yo)(?!\w)"
)
_BOTH = re.compile(
    r"(?<!\w)(?:we both|both of us|the pair of us|us two|wir beide|uns beide|nous deux|wij beiden"
    r"|nosotros dos|nosotras dos)(?!\w)"
)
_SINGLE = re.compile(
    r"(?<!\w)(?:one|a single|ein|eine|un|une|een|una)"
    r" (?:developer|person|founder|entwickler|entwicklerin|développeur"
    r"|développeuse|ontwikkelaar|persona)(?!\w)"
)
_ORDINAL = {"zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6}
_ALONE = Cues(
    "niemand außer mir; keiner außer mir; nobody but me; nobody except me; no one but me; no"
    " employees; nobody else; no one else; niemand sonst; sonst niemand; personne d'autre; niemand"
    " anders; nadie más; alone; by myself; on my own; one-person; one-man; one-woman; just me;"
    " only me; solo; single-handed; allein; alleine; ganz allein; seul; seule; toute seule; tout"
    " seul; alleen ik; in mijn eentje; helemaal alleen; sola"
)
_FOUNDERS = word_set(
    "founders gründer gründerinnen fondateurs fondatrices oprichters fundadores fundadoras"
)


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
    totals = [statement for statement in statements if statement.total]
    if totals:
        used = [totals[0], *_added(statements)]
        return _fact(sum((statement.hours for statement in used), Decimal(0)), used)
    if len(statements) == 1 and statements[0].each:
        return _fact(statements[0].hours * people, statements) if people else Fact()
    if len(statements) == 1 and people and people > 1 and statements[0].told.key != "team":
        return _fact(statements[0].hours, statements)
    return _fact(
        sum((statement.hours * statement.times for statement in statements), Decimal(0)), statements
    )


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
        and GIVES & set(item.told.source.words(max(item.first - 5, 0), item.first).split())
    ]


def _fact(hours: Decimal, statements: list[Statement]) -> Fact[Decimal]:
    if not 0 < hours <= 2000:
        return Fact()
    return read(hours, *(item.told.span(item.start, item.end) for item in statements))


def _people(reading: Reading, statements: list[Statement]) -> Fact[int]:
    named = 0
    if len(statements) > 1 and not any(statement.total for statement in statements):
        named = sum(item.times for item in statements)
    if shared := _shared(statements):
        return read(len(shared), *(item.told.span(item.start, item.end) for item in shared))
    for told in reading.pick(_ANSWERS):
        if found := _said_people(told):
            return read(max(found[0] + len(_added(statements)), named), found[1])
    if named:
        return read(named, *(item.told.span(item.start, item.end) for item in statements))
    for told in reading.pick(_ANSWERS):
        if found := _one_by_one(told):
            return read(*found)
    for told in reading.pick(_ANSWERS):
        if found := _alone(told) or _counted(told, statements):
            return read(*found)
    return Fact()


_WHO_WORK = re.compile("only|(?:die )?arbeit")
"""Of several counts, that of those who do the work comes first."""


def _shared(statements: list[Statement]) -> list[Statement]:
    """Return who shares the hours of all: "33 hours a week: Ann 21, me 12"."""
    parts = statements[1:]
    whole = bool(parts) and len(parts) > 1 and statements[0].total
    return parts if whole and sum(item.hours for item in parts) == statements[0].hours else []


def _said_people(told: Told) -> tuple[int, Span] | None:
    text = told.source.text.lower().replace("’", "'")
    if len(text) != len(told.source.text):
        return None
    for match in sorted(_TEAM.finditer(text), key=lambda found: not _WHO_WORK.match(found.group())):
        word = next(group for group in match.groups() if group)
        value = _ORDINAL.get(word) or told.source.lexicon.numbers.get(word)
        if value is None and word.isdigit():
            value = int(word)
        if (
            value is not None
            and 1 <= value <= 50
            and value == int(value)
            and not _others_follow(told, text, match.end())
        ):
            return int(value), told.span(match.start(), match.end())
    if named := _NAMED.search(told.source.text):
        return named.group().count(",") + 2, told.span(named.start(), named.end())
    if pair := _PAIR.search(text) or _BOTH.search(text):
        return 2, told.span(pair.start(), pair.end())
    return None


def _others_follow(told: Told, text: str, end: int) -> bool:
    """Whether the phrase goes on to count something else: "we are two hours away"."""
    following = re.match(r"\s+([\w'-]+)", text[end : end + 30])
    if not following:
        return False
    word = following[1]
    return word in told.source.lexicon.units or word in (
        "miles",
        "km",
        "meters",
        "of",
        "years",
        "abende",
        "%",
        "steps",
    )


def _one_by_one(told: Told) -> tuple[int, Span] | None:
    """Count who is named one after the other in a sentence that speaks of all: "Iris cooks,
    I drive, each three mornings a week".
    """
    for place, (first, last) in enumerate(told.sentences):
        end = told.sentences[place + 1][1] if place + 1 < len(told.sentences) else last
        words = told.padded(first, min(end, first + 40))
        if not (says(words, TOGETHER) or EACH & set(words.split())):
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
_ALL_RELATIVES = frozenset(word for group in _RELATIVES.values() for word in group.split())


def _is_somebody(told: Told, index: int) -> bool:
    """Whether a person opens the clause at token `index`: "my wife", "die Iris", "Jo bakes"."""
    if told.source.word(index) in _I or told.source.number(index):
        return False
    if told.source.word(index) in ("my", "our", "meine", "mein", "ma", "mon", "mijn", "mi"):
        return told.source.word(index + 1) in _ALL_RELATIVES
    at = index + (told.source.word(index) in ("der", "die"))
    tokens = told.source.tokens
    if at + 1 >= len(tokens) or tokens[at + 1].kind != "word":
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
        if says(words, _ALONE) and says(
            words,
            (
                "i",
                "me",
                "mir",
                "mine",
                "my",
                "ich",
                "je",
                "j'",
                "moi",
                "ik",
                "yo",
                "mi",
                "trabajo",
                "hago",
                "just",
                "only",
                "developer",
                "else",
                "sonst",
            ),
        ):
            if says(words, ("who work alone", "tuners", "customers")):
                continue
            return 1, told.span(told.source.tokens[first].start, told.source.tokens[last - 1].end)
    return None


def _counted(told: Told, statements: list[Statement]) -> tuple[int, Span] | None:
    for match in told.each(NumberMatch):
        nouns = match.noun.lower().split()
        near = any(
            statement.told is told
            and told.source.sentence(statement.first) == told.source.sentence(match.first)
            for statement in statements
        )
        if (
            nouns
            and nouns[-1] in WORKERS
            and (near or told.key == "team" or nouns[-1] in _FOUNDERS)
            and match.value == int(match.value)
            and 1 <= match.value <= 50
        ):
            return int(match.value), told.span(match.start, match.end)
    text = told.source.text
    if statements and statements[0].told is told:
        for found in _SINGLE.finditer(text.lower()):
            return 1, told.span(found.start(), min(found.end(), len(text)))
    if (
        len(statements) == 1
        and statements[0].told is told
        and not (statements[0].each or statements[0].total)
    ):
        words = told.padded(
            told.opening(statements[0].first, 30),
            told.closing(statements[0].last, 12, told.source.sentence(statements[0].first)),
        )
        if says(
            words, ("mine", "i", "ich", "je", "j'", "ik", "yo", "puedo", "tengo", "me")
        ) and not says(words, ("we", "wir", "nous", "wij", "nosotros")):
            return 1, told.span(statements[0].start, statements[0].end)
    return None
