"""Whether a sentence says what others do, and not what is planned."""

from __future__ import annotations

import re
from itertools import dropwhile

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.cues.others import BACKWARD, NOBODY_ELSE, OTHERS, OURSELVES_NAMED
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.stems import stem
from artifacts.facts.grammar.matches import PlaceMatch
from artifacts.facts.grammar.sets import word_set

_COMPARING = frozenset({"market_analysis", "competitive_strategy", "problem_statement"})
"""Sections on how things are, and on what others offer."""
_ON_THE_PRODUCT = frozenset(
    {"architecture", "data_flow", "technical_architecture", "integration_points"}
)
"""Sections on how it works, where a "reading" is ours, whatever others read without us."""
_INTO_A_PLACE = word_set("""
    in from across around outside near at of aus im in bei um außerhalb von dans à en de du des d au
    aux hors uit te rond buiten van del cerca fuera
    """)
"""Words in front of a place that tell where something or somebody is."""
_OPENERS = word_set("""
    first initially zuerst zunächst anfangs erst d'abord eerst primero
    all many most some several large larger big bigger small smaller cheap cheaper such
    die alle viele manche einige große größere kleine kleinere
    les des certains certaines plusieurs grandes petites grands petits
    veel sommige grote grotere kleine los las unos unas algunos algunas muchos muchas
    """)
"""Words that a subject of several may begin with before its noun."""
_SINGULAR = word_set("""
    the a an one every each this that der das ein eine einen einem einer jede jeder jedes
    le la l un une chaque het de een elke el una cada lo
    """)
"""Words that begin the subject of a sentence which may well be ours: "a second source of"."""
_PASSIVE = word_set("wird werden wurde wurden")
"""Behind the first word of a sentence, these say that it is no subject: "Beliefert werden ..."."""
_SUBJECT = 6
"""Most words of a subject up to the place that belongs to it."""


def is_about_others(
    known: Knowledge,
    sentence: Sentence,
    section: str,
    name: str,
    *,
    done: frozenset[str] = frozenset(),
) -> bool:
    """Return whether a sentence of a section says what others do: it names them, begins with
    something from where we are not, or compares, and names neither `name` nor us. `done` are the
    stems of what it has done, which makes nobody of those who begin it.
    """
    if _names_ourselves(sentence, name):
        return False
    if sentence.says(OTHERS) or _begins_elsewhere(known, sentence):
        return True
    if section not in _ON_THE_PRODUCT and _begins_with_theirs(known, sentence, done):
        return True
    if section not in _COMPARING:
        return False
    is_of_some = sentence.source.word(sentence.first) in _SOME
    return is_of_some or _begins_with_unknown(known, sentence)


_SOME = word_set(
    "some others einige manche andere certains certaines d'autres sommige andere otros"
)
"""Words that begin a sentence on several of a kind, in a section that compares."""


def _names_ourselves(sentence: Sentence, name: str) -> bool:
    """Whether a sentence speaks of us before it says what is done."""
    words = _THAN_OURS.sub(" ", _first_words(sentence))
    is_named = OURSELVES_NAMED(words) or name.casefold() in sentence.text.casefold()
    return is_named or _THAT_WE.search(sentence.words) is not None


_THAT_WE = re.compile(
    r" , (?:which|that|whom) we | , (?:die|das|den|der) wir | , que (?:nous|on) "
    r"| , (?:die|dat) we | , que (?:[^ .,;]+[aei]mos) "
)
"""A clause by which what was named is ours: "dry cleaning, which we offer"."""


def _first_words(sentence: Sentence) -> str:
    """Return the words of the first clause, with those of the next one where it is only a noun of
    two: "torn straps and small holes".
    """
    if not sentence.clauses:
        return sentence.words
    first, *rest = sentence.clauses
    is_noun = rest and first.last - first.first <= _NOUN
    is_joined = is_noun and sentence.source.word(first.last) in _JOINING
    return sentence.padded(first.first, rest[0].last) if is_joined else first.words


_NOUN = 3
_JOINING = word_set("and und et en y or oder ou of o")
_THAN_OURS = re.compile(
    r" (?:more|less|dearer|cheaper) than ours?(?= )"
    r"| (?:mehr|weniger|teurer|billiger) als (?:unser[^ ]*|wir|bei uns)(?= )"
)
"""What somebody else's price is compared with."""


def _begins_elsewhere(known: Knowledge, sentence: Sentence) -> bool:
    """Whether a sentence begins with a place that is none of ours, or with what is there."""
    ours = known.places_of_offer
    for match in sentence.each(PlaceMatch):
        if match.first - sentence.first > _SUBJECT or match.name in ours:
            continue
        before = [sentence.source.word(i) for i in range(sentence.first, match.first)]
        if any(word in _INTO_A_PLACE for word in before[-2:]):
            return True
    return False


def _begins_with_theirs(known: Knowledge, sentence: Sentence, done: frozenset[str]) -> bool:
    """Whether a sentence begins with what people use without us: "The tractor man in town"; not
    with what is `done`, nor to say what they can have too.
    """
    begin = sentence.first
    if sentence.source.word(begin + 1) in sentence.source.lexicon.months:
        begin += _HEAD  # "From July on the van"
    elif time := _TIME.match(sentence.padded(begin, begin + _SUBJECT)):
        begin += len(time[0].split())
    first = sentence.stems_between(begin, begin + _HEAD)
    subject = sentence.terms_between(begin, begin + _HEAD + _HEAD)
    is_offered = subject & done or _CAN_ALSO.search(sentence.words)
    return bool(first & known.stems_of_others) and not is_offered


_TIME = re.compile(
    r"^ (?:in|from|after|during|im|ab|vom|nach|dem|zum|dès|à partir|depuis|pendant|vanaf|na"
    r"|desde|a partir|en|durante) (?:[^ .,;:]+ ){0,3}?"
    r"(?:spring|summer|autumn|winter|season|year|month|week|day|frühling|frühjahr|sommer|herbst"
    r"|saison|jahr|jahres|monat|monats|woche|tag|printemps|été|automne|hiver|année|mois|semaine"
    r"|jour|lente|zomer|herfst|seizoen|jaar|maand|week|dag|primavera|verano|otoño|invierno"
    r"|temporada|año|mes|semana|día) (?:on |an )?"
)
"""When something happens, in front of what a sentence is about."""
_CAN_ALSO = re.compile(
    r" (?:can|may) also | (?:können|dürfen)(?: [^ .,;]+){0,3} auch | (?:peuvent|peut) aussi "
    r"| (?:kunnen|kan) ook | también (?:pueden|puede) | (?:pueden|puede) también "
)


_HEAD = 2
"""Words at the beginning of a sentence that say what it is about."""


def _begins_with_unknown(known: Knowledge, sentence: Sentence) -> bool:
    """Whether a sentence begins with a noun that the founder uses of nothing of theirs."""
    subject = dropwhile(_OPENERS.__contains__, sentence.words.split())
    word, behind = [*subject, "", ""][:2]
    if word in _SINGULAR or behind in _PASSIVE:
        return False
    if _is_unknown(known, sentence, word):
        return True
    # "Record dealers" are dealers, whatever the founder says of records.
    is_thing = bool(sentence.stems_of(word)) and not word.endswith(("s", "ing"))
    is_english = sentence.source.lexicon.language == "en"
    return is_english and is_thing and _is_unknown(known, sentence, behind)


def _is_unknown(known: Knowledge, sentence: Sentence, word: str) -> bool:
    found = stem(word, sentence.source.lexicon.language)
    says_little = found in SAY_LITTLE and len(word) <= len(found) + _ENDING
    is_general = cues.PEOPLE(f" {word} ") or says_little or word.endswith("ing")
    return bool(found) and not is_general and not _is_own_word(known, word, found)


def _is_own_word(known: Knowledge, word: str, found: str) -> bool:
    """Whether the founder has a word in some form; a compound is not each of those that begin
    alike.
    """
    if found not in known.own_stems:
        return False
    begin = word[:-_ENDING]
    return len(word) <= _COMPOUND or any(own.startswith(begin) for own in known.own_words)


_COMPOUND = 9
"""Most letters of a word that need not be compared beyond its stem."""
_ENDING = 3
"""Letters in which two forms of a compound may differ at their end."""


def belongs_to_others(known: Knowledge, sentence: Sentence, match: PlaceMatch) -> bool:
    """Return whether a sentence is about others from a place: "Presses in Franconia sell"."""
    if sentence.says(OTHERS):
        return True
    if sentence.clauses and sentence.clauses[0].says(OURSELVES_NAMED):
        return False
    is_in_subject = match.first - sentence.first <= _SUBJECT
    return is_in_subject and _begins_with_unknown(known, sentence)


def denies_what_came_before(sentence: Sentence) -> bool:
    """Return whether a sentence ends with a denial of what it speaks of: "..., which the team does
    not do".
    """
    for clause in sentence.clauses[1:]:
        begins = BACKWARD.begin(clause.words) and not _begins_with_article(clause)
        if begins and clause.says(cues.NEGATION) and not clause.says(NOBODY_ELSE):
            return True
    return _TO_IT.search(sentence.words) is not None


def _begins_with_article(clause: Clause) -> bool:
    """Whether a German clause begins with an article and its noun: "die Liste entfällt"."""
    source = clause.sentence.source
    begin = source.tokens[clause.first].start
    is_german = source.lexicon.language == "de"
    return is_german and _ARTICLE_AND_NOUN.match(source.text, begin) is not None


_ARTICLE_AND_NOUN = re.compile(r"(?:die|das|diese[rs]?) [A-ZÄÖÜ]")
_TO_IT = re.compile(
    r" (?:n' y|n' en|er niet|daar niet) "
    r"| (?:dorthin|dahin) (?:[^ ,;:]+ ){0,8}(?:nicht|nie) "
)
"""Denials of what came before, within a clause."""
