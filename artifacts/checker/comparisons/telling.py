"""The words by which something that is left out is told from what the founder does."""

from __future__ import annotations

import itertools
import re

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.others import denies_what_came_before
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.ruled_out import NOT_OF_US, RuledOut
from artifacts.checker.cues.others import LEFT_TO_OTHERS
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.remembered import remembered
from artifacts.checker.stems import names_of, stem
from artifacts.facts.grammar.sets import word_set


def has_telling_word(sentence: Sentence, item: RuledOut, known: Knowledge) -> bool:
    """Return whether a sentence that promises something has a word which the founder uses for what
    is left out and for nothing else: a weaker sign than all of its words.
    """
    terms, parts = _tellings(known)[id(item)]
    shared = terms & sentence.terms
    is_told = shared and not _is_first_part_only(sentence, item, shared)
    if not (is_told or any(_begins_one(part, sentence) for part in parts)):
        return False
    if not sentence.is_certain or is_of_somebody(sentence):
        return False
    return not denies_what_came_before(sentence)


@remembered
def _tellings(known: Knowledge) -> dict[int, tuple[frozenset[str], list[str]]]:
    """Return the terms and the parts of compounds that tell each thing which is left out, by its
    identity.
    """
    return {
        id(item): (
            names_of(" ".join(_telling_words(item, known)), known.language),
            _parts_that_tell(item, known),
        )
        for item in known.ruled_out
    }


def is_of_somebody(sentence: Sentence) -> bool:
    """Return whether a sentence speaks of what somebody has or does without us."""
    if sentence.says(LEFT_TO_OTHERS):
        return True
    return _THEIR_OWN(_OUR_OWN.sub("", sentence.words))


_OUR_OWN = re.compile(
    r" (?:our own|unser[a-z]* eigen[a-z]*|notre propre|onze eigen|nuestr[oa]s? propi[oa]s?)(?= )"
)


_THEIR_OWN = cues.Cue("""
    itself, himself, herself, themselves, yourself, of its own, of their own, their own, its own
    his own, her own, as before, as today, as usual, still, who, whose
    selbst, selber, eigene, eigenen, eigener, eigenes, eigenem, wie bisher, wie heute, wie immer
    weiterhin, eux-mêmes, lui-même, elle-même, leur propre, son propre, zelf, eigen, propio
    propia, ellos mismos
    """)


def _telling_words(item: RuledOut, known: Knowledge) -> list[str]:
    """Return the words that tell a thing: its noun, and the words beside one that says little or
    that the founder uses of what they do.
    """
    language = known.language
    words = [word for word in item.words if _is_of_item(word, item, language)]
    heads = frozenset(_heads(item, words, language))
    rare = [word for word in words if word not in _SAY_NOTHING and _is_rare(word, known)]
    if heads.isdisjoint(rare):
        return rare
    # "No electronic lock" is no ban on locks; an English noun says what another one is of.
    is_of_a_kind = language == "de" and not heads.union(_SAY_NOTHING).issuperset(words)
    return [] if is_of_a_kind else [word for word in rare if word in heads]


def _is_of_item(word: str, item: RuledOut, language: str) -> bool:
    return len(word) >= _LEAST and bool(names_of(word, language) & item.stems)


_LEAST = 3
_SAY_NOTHING = word_set("""
    new own ready live whole large small big long short heavy light extra real free full fast slow
    first second next design work works work service services help advice support system systems
    function functions option options plan plans call calls list lists side line lines piece pieces
    kind kinds sort sorts part parts case cases area place places name names order orders customer
    customers single home house stock group groups team data
    neu neue neuen neuer neues ganz ganze ganzen ganzer groß große großen klein kleine kleinen
    schnell schnelle schnellen lang lange langen kurz kurze kurzen schwer schwere schweren
    dienst dienste hilfe beratung arbeit arbeiten system systeme funktion funktionen plan pläne
    liste listen seite seiten teil teile teilen stück stücke art arten fall fälle ort orte name
    fassung version versionen ausbaustufe saison ersten erste season release lassen nehmen
    namen auftrag aufträge kunde kunden haus häuser gruppe gruppen team daten verkauf
    """)
"""Words of what is left out that everybody may use of something else."""


def _heads(item: RuledOut, words: list[str], language: str) -> list[str]:
    """Return the noun that a thing is: the last in front of a preposition, in German all in front
    of one.
    """
    in_front = itertools.takewhile(lambda word: word not in _PREPOSITIONS, item.words)
    nouns = [word for word in in_front if word in words and names_of(word, language) & item.nouns]
    return nouns[-1:] if language == "en" else nouns


_PREPOSITIONS = cues.PREPOSITIONS | word_set(
    "about by für mit von über aus an auf in im bei beim zu zum zur nach vor per ohne"
)


def _is_rare(word: str, known: Knowledge) -> bool:
    """Whether the founder has a word, in any form, nowhere but where it is left out."""
    found = stem(word, known.language)
    return found not in _used(known) and found not in SAY_LITTLE


@remembered
def _used(known: Knowledge) -> frozenset[str]:
    """Return the stems of all that the founder says but where something is left out."""
    return frozenset().union(*(clause.stems for clause in _own_clauses(known)))


@remembered
def _own_clauses(known: Knowledge) -> tuple[Clause, ...]:
    """Return the clauses of the answers but for those on others, and for what is left out."""
    left_out: dict[int, set[str]] = {}
    for item in known.ruled_out:
        left_out.setdefault(id(item.clause.sentence), set()).update(item.stems)
    told = (s for key, said in known.told.items() if key not in NOT_OF_US for s in said)
    return tuple(
        clause
        for sentence in told
        for clause in sentence.clauses
        if not clause.terms & left_out.get(id(sentence), set())
    )


@remembered
def _own_words(known: Knowledge) -> frozenset[str]:
    return frozenset(word for clause in _own_clauses(known) for word in clause.words.split())


def _parts_that_tell(item: RuledOut, known: Knowledge) -> list[str]:
    """Return the first parts of German compounds whose second part is what the founder does, or
    says little: "Baby" of "Babyschwimmen" where children learn to swim.
    """
    if known.language not in ("de", "nl"):
        return []
    found = (_first_part(word, known) for word in item.words if len(word) >= _COMPOUND)
    return [part for part in found if part]


_COMPOUND = 9
_PART = 4


def _first_part(word: str, known: Knowledge) -> str:
    own = _own_words(known)
    for cut in range(_PART, len(word) - _PART):
        first, second = word[:cut], word[cut:]
        if second not in _HEADS_THAT_SAY_LITTLE and second not in own:
            continue
        first = first.removesuffix("s") if len(first) > _PART else first
        if stem(first, known.language) not in _used(known):
            return first
    return ""


_HEADS_THAT_SAY_LITTLE = word_set("""
    verwaltung beratung planung vermittlung dienst service funktion modul system anbindung
    erfassung erstellung verkauf angebot betreuung begleitung abrechnung arbeiten kurse kurs
    beheer advies planning dienst verkoop aanbod
    """)
"""Second parts of compounds that say little of what is left out."""


def _is_first_part_only(sentence: Sentence, item: RuledOut, shared: frozenset[str]) -> bool:
    """Whether a text has only the first part of German compounds that are left out: "Zugang" where
    there are no "Zugangskarten".
    """
    language = item.clause.sentence.source.lexicon.language
    if language not in ("de", "nl"):
        return False
    own = [word for word in item.words if names_of(word, language) & shared]
    words = [word for word in sentence.words.split() if names_of(word, language) & shared]
    return bool(words) and all(
        any(_is_first_part(word, compound) for compound in own) for word in words
    )


def _is_first_part(word: str, compound: str) -> bool:
    rest = compound.removeprefix(word).removeprefix("s")
    is_part = compound.startswith(word) and len(rest) >= _PART
    return is_part and not rest.startswith(_ENDINGS)


_ENDINGS = ("ungen", "heit", "keit", "schaft", "innen", "lich", "isch", "ieren", "iert")
"""What makes another form of a word, and no compound."""


def _begins_one(part: str, sentence: Sentence) -> bool:
    """Whether a word of a sentence is or begins with a part of a compound."""
    return f" {part}" in sentence.words
