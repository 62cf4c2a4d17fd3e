"""Who works on it: how many people, and hours a week of all of them together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from artifacts.facts.grammar.matches import HoursMatch, Match, NumberMatch, SpanMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Reading, Told, read, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.schema import Fact, Span

_ANSWERS = ("team", "constraint", "idea", "deadline", "stage", "budget")
_TOGETHER = Cues(
    "between the two; between the three; between the four; together; in total; in all; altogether;"
    " combined; between us;  all of us; zusammen; insgesamt; gemeinsam; ensemble; au total; en"
    " tout; à nous deux; à deux; à trois; samen; in totaal; bij elkaar; entre las dos; entre los"
    " dos; entre los tres; entre todos; entre todas; entre las tres; en total; juntos; juntas; both"
    " of us"
)
_EACH = word_set("each apiece jeweils je jeder jede chacun chacune elk ieder elke cada both beide")
_OTHERS = Cues(
    "customers; users; cooks; they need; kunden; clients; klanten; clientes; open; opening;"
    " geöffnet; öffnungszeiten; saves; spart; spend; lose; verlieren"
)
_PERSON = word_set(
    "i me my we us he she they who friend brother sister wife husband father mother partner"
    " colleague nephew niece cousin son daughter uncle aunt developer designer volunteer"
    " coordinator co-founder cofounder neighbour neighbor student freelancer ich mir mich mein"
    " meine meiner wir uns er sie bruder schwester frau mann vater mutter partner partnerin freund"
    " freundin kollege kollegin neffe nichte sohn tochter onkel tante schwager schwägerin"
    " entwickler entwicklerin mitgründer mitgründerin nachbar nachbarin je moi mon ma nous il elle"
    " ami amie frère sœur femme mari père mère associé associée collègue neveu nièce fils fille ik"
    " mij mijn wij we hij zij vriend vriendin broer zus vrouw man vader moeder collega zoon dochter"
    " compagnon yo mí mi nosotros nosotras él ella amigo amiga hermano hermana esposa esposo padre"
    " madre papá mamá socio socia hijo hija prima primo"
)
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
_SINGLE = re.compile(
    r"(?<!\w)(?:one|a single|ein|eine|un|une|een|una)"
    r" (?:developer|person|founder|entwickler|entwicklerin|développeur"
    r"|développeuse|ontwikkelaar|persona)(?!\w)"
)
_ORDINAL = {"zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6}
_ALONE = Cues(
    "nobody else; no one else; niemand sonst; sonst niemand; personne d'autre; niemand anders;"
    " nadie más; alone; by myself; on my own; one-person; one-man; one-woman; just me; only me;"
    " solo; single-handed; allein; alleine; ganz allein; seul; seule; toute seule; tout seul;"
    " alleen ik; in mijn eentje; helemaal alleen; sola"
)
_WORKERS = word_set(
    "developers developer people persons founders founder volunteers engineers designers"
    " programmers coders friends sisters brothers partners colleagues hygienists leute personen"
    " entwickler entwicklerinnen entwicklerin gründer gründerinnen ehrenamtliche freunde kollegen"
    " geschwister mann personne personnes développeurs développeuse fondateurs bénévoles associés"
    " associées mensen personen ontwikkelaars vrijwilligers vrienden personas desarrolladores"
    " desarrolladoras socios socias amigos amigas voluntarios"
)


_FOUNDERS = word_set(
    "founders gründer gründerinnen fondateurs fondatrices oprichters fundadores fundadoras"
)


@dataclass
class _Statement:
    told: Told
    hours: Decimal
    start: int
    end: int
    first: int
    last: int
    total: bool
    each: bool
    times: int = 1
    """How many people it is said of, beside others: "two developers with 15 hours each"."""


def read_team(reading: Reading) -> tuple[Fact[int], Fact[Decimal]]:
    """Return the number of people, and the hours of all of them in a week."""
    statements: list[_Statement] = []
    for told in reading.pick(_ANSWERS):
        statements = list(_statements(told))
        if statements:
            break
    people = _people(reading, statements)
    if people.value and _gives_open_hours(statements):
        return read(people.value + 1, *people.said), Fact()
    return people, _hours(statements, people.value)


def _gives_open_hours(statements: list[_Statement]) -> bool:
    """Whether the teller works beside those with hours: "Ann gives 20 hours a week, Bo 10, I do the
    evenings".
    """
    if not statements or any(item.total or item.each for item in statements):
        return False
    told, last = statements[0].told, statements[-1]
    if _FIRST_PERSON & set(told.before_words(last.first).split()):
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


_FIRST_PERSON = word_set("i i'll i'd i've my me we us ich wir je j' nous ik wij yo nosotros")


def _statements(told: Told) -> Iterator[_Statement]:
    last_hours: Match | None = None
    last_sentence = -9
    for match in map(partial(_as_hours, told), told.matches):
        sentence = told.source.sentence(match.first)
        if isinstance(match, HoursMatch) and match.high is None:
            if told.key != "team" and says(told.clause(match), _OTHERS):
                continue
            last_hours, last_sentence = match, sentence
            yield _stated(told, match.hours, match)
        elif (
            last_hours
            and sentence - last_sentence in (0, 1)
            and _continues(told, match, last_hours)
        ):
            last_hours, last_sentence = match, sentence
            yield _stated(told, _number(match), match)


def _as_hours(told: Told, match: Match) -> Match:
    if (
        not isinstance(match, SpanMatch)
        or match.unit != "hour"
        or not says(told.after(match, 16), _A_WEEK)
    ):
        return match
    return HoursMatch(
        start=match.start,
        end=match.end,
        first=match.first,
        last=match.last,
        hours=match.amount,
        high=match.high,
    )


_A_WEEK = Cues(
    "per week; a week; each week; die woche; pro woche; in der woche; par semaine; a la semana; por"
    " semana"
)


def _number(match: Match) -> Decimal:
    return (
        match.amount
        if isinstance(match, SpanMatch)
        else match.value
        if isinstance(match, NumberMatch)
        else Decimal(0)
    )


def _stated(told: Told, hours: Decimal, match: Match) -> _Statement:
    near = told.before(match, 9).rpartition(" ; ")[2]
    if _GIVES & set(near.split()[-4:]):
        near = near.rpartition(" , ")[2]
    near = " " + near.lstrip()
    total = says(near, _TOGETHER) or says(told.after(match, 3), _TOGETHER)
    within = told.source.words(match.first, match.last)
    each = any(cue in within for cue in ("each per", "each a ")) or bool(
        _EACH & (set(told.after(match, 2).split()) | set(told.before(match, 2).split()))
    )
    times = _workers_before(told, match) if each and not total else 1
    return _Statement(
        told,
        hours,
        match.start,
        match.end,
        match.first,
        match.last,
        total,
        each and not total,
        times,
    )


def _workers_before(told: Told, match: Match) -> int:
    sentence = told.source.sentence(match.first)
    for other in told.each(NumberMatch):
        nouns = other.noun.lower().split()
        near = told.source.sentence(other.first) == sentence and other.first < match.first
        if near and nouns and nouns[-1] in _WORKERS and 1 < other.value <= 20:
            return int(other.value)
    return 1


def _continues(told: Told, match: Match, hours: Match) -> bool:
    """Whether a bare number goes on with the hours before it: "30 hours a week and my husband for
    6".
    """
    if isinstance(match, SpanMatch):
        if match.unit != "hour" or match.high is not None:
            return False
    elif (
        not isinstance(match, NumberMatch)
        or match.noun
        or match.high is not None
        or match.value > 80
    ):
        return False
    if match.first < hours.last or match.first - hours.last > 16:
        return False
    between = set(told.source.words(hours.last, match.first).split())
    following = told.source.word(match.last)
    named = told.source.tokens[match.first - 1].text[0].isupper() or _names_somebody(
        told, hours.last, match.first
    )
    named = named or bool(between & _GIVES)
    return (named or bool(between & _PERSON)) and (
        isinstance(match, SpanMatch) or following in _ENDS_NUMBER
    )


_GIVES = word_set(
    "puts gives adds contributes manages steuert schafft gibt donne apporte geeft levert aporta"
    " pone"
)
_ENDS_NUMBER = word_set(
    ". , ; and und et en y but aber mais maar pero ( for für pour voor para on at in"
) | {""}


def _names_somebody(told: Told, first: int, last: int) -> bool:
    """Whether a name opens a part of the text: ", and Dave does the sound", "Tunde who codes"."""
    for index in range(first, last - 1):
        token, before = told.source.tokens[index], told.source.word(index - 1)
        opens = before in (",", ";", ".", "and", "und", "et", "en", "y") or index == first
        if (
            opens
            and token.kind == "word"
            and token.text.istitle()
            and told.source.tokens[index + 1].text[0].islower()
        ):
            return token.lower not in told.source.lexicon.months
    return False


def _hours(statements: list[_Statement], people: int | None) -> Fact[Decimal]:
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


def _added(statements: list[_Statement]) -> list[_Statement]:
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
        and _GIVES & set(item.told.source.words(max(item.first - 5, 0), item.first).split())
    ]


def _fact(hours: Decimal, statements: list[_Statement]) -> Fact[Decimal]:
    if not 0 < hours <= 2000:
        return Fact()
    return read(hours, *(item.told.span(item.start, item.end) for item in statements))


def _people(reading: Reading, statements: list[_Statement]) -> Fact[int]:
    for told in reading.pick(_ANSWERS):
        if found := _said_people(told):
            return read(found[0] + len(_added(statements)), found[1])
    if len(statements) > 1 and not any(statement.total for statement in statements):
        spans = [item.told.span(item.start, item.end) for item in statements]
        return read(sum(item.times for item in statements), *spans)
    for told in reading.pick(_ANSWERS):
        if found := _alone(told) or _counted(told, statements):
            return read(*found)
    return Fact()


def _said_people(told: Told) -> tuple[int, Span] | None:
    text = told.source.text.lower().replace("’", "'")
    if len(text) != len(told.source.text):
        return None
    for match in sorted(_TEAM.finditer(text), key=lambda found: "arbeit" not in found.group()):
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
    if pair := _PAIR.search(text):
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


def _alone(told: Told) -> tuple[int, Span] | None:
    for first, last in told.sentences:
        words = told.padded(first, min(last, first + 80))
        if says(words, _ALONE) and says(
            words,
            (
                "i",
                "me",
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


def _counted(told: Told, statements: list[_Statement]) -> tuple[int, Span] | None:
    for match in told.each(NumberMatch):
        nouns = match.noun.lower().split()
        near = any(
            statement.told is told
            and told.source.sentence(statement.first) == told.source.sentence(match.first)
            for statement in statements
        )
        if (
            nouns
            and nouns[-1] in _WORKERS
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
        words = told.before_words(statements[0].first)
        if says(words, ("i", "ich", "je", "j'", "ik", "yo", "puedo", "tengo", "me")) and not says(
            words, ("we", "wir", "nous", "wij", "nosotros")
        ):
            return 1, told.span(statements[0].start, statements[0].end)
    return None
