"""What the founder leaves out: the things that an answer denies, each with the words that tell
it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.cues.others import LACK
from artifacts.checker.stems import terms_of
from artifacts.facts.grammar.matches import LawMatch, MoneyMatch


@dataclass(frozen=True)
class RuledOut:
    """One thing that is left out: its terms, those of its nouns, and the clause that says so."""

    is_thing: bool
    """Whether the words name a thing ("no cameras"), and not only something that is not done ("we
    never ask").
    """
    stems: frozenset[str]
    nouns: frozenset[str]
    clause: Clause
    words: tuple[str, ...] = ()
    """Its words in lower case."""


def ruled_out_in(sentence: Sentence, *, everything: bool) -> Iterator[RuledOut]:
    """Yield what a sentence rules out: in "No fillings, no X-rays" two things, in "the bus, not the
    child" none.
    """
    for clause in sentence.clauses:
        words = clause.words.replace(" non plus ", " ")
        if not _speaks_of_things(clause, words):
            continue
        if everything or (_rules_out(clause, words) and not _holds_for_now(words)):
            yield from _items(clause, everything=everything)


def _speaks_of_things(clause: Clause, words: str) -> bool:
    """Whether a clause is about what is done, and not about who pays or which law holds."""
    if any(clause.each(MoneyMatch)) or any(clause.each(LawMatch)):
        return False
    is_about_paying = cues.PAYS(words) and not cues.OURSELVES.begin(words)
    return not is_about_paying and not cues.FREE(words)


def _rules_out(clause: Clause, words: str) -> bool:
    """Whether a clause denies a thing, and not one beside another or a need of it."""
    if clause.says(cues.SKIPS):
        return True
    if not cues.RULES_OUT(words):
        return False
    if _lack_of_others(clause):
        return False
    if clause.first > clause.sentence.first and cues.CONTRAST(words[:_BEGINNING]):
        return False
    return not (cues.NOT_COUNTED(words) or cues.MISSED(words) or cues.NEED(words))


def _lack_of_others(clause: Clause) -> bool:
    """Whether a clause says that somebody else has no such thing, which is no choice of ours."""
    return LACK(clause.words) and not cues.OURSELVES(clause.words)


def _holds_for_now(words: str) -> bool:
    """Whether a denial has an end, or an exception."""
    return (
        cues.UNTIL(words)
        or cues.ELSE(words[:_BEGINNING])
        or cues.YET(words)
        or cues.NO_LATER(words)
    )


_BEGINNING = 20
"""Characters of a clause that its first words are in."""


def _items(clause: Clause, *, everything: bool) -> Iterator[RuledOut]:
    """Yield the things of a list with "and" and "nor", each with the words that tell it."""
    found_in = clause.sentence.source
    begin = clause.first
    for index in range(clause.first, clause.last + 1):
        if index < clause.last and found_in.word(index) not in cues.LIST_WORDS:
            continue
        item = _behind_no(Clause(clause.sentence, begin, index))
        begin = index + 1
        if item.terms:
            if cues.RULES_OUT(item.words) and (untouched := _left_alone(item)):
                words = tuple(item.words.split())
                yield RuledOut(
                    is_thing=True, stems=untouched, nouns=untouched, clause=clause, words=words
                )
                continue
            nouns = _nouns(item)
            is_thing = everything or clause.says(cues.NO_THING) or found_in.lexicon.language == "de"
            yield RuledOut(is_thing, item.terms, nouns, clause, tuple(item.words.split()))


def _left_alone(item: Clause) -> frozenset[str]:
    """Return the terms of a thing that we do not "touch", whatever could be done with it."""
    found = _TOUCH.search(item.words)
    if found is None:
        return frozenset()
    return terms_of(item.words[found.end() :], item.sentence.source.lexicon.language)


_TOUCH = cues.Cue(
    "touch, touches, meddle with, meddles with, tamper with, go near, handle, handles"
)
"""Verbs of doing anything at all with a thing."""


def _behind_no(item: Clause) -> Clause:
    """Return what is denied of "half the drivers have no smartphone", all of it where nothing
    stands behind the denial.
    """
    found_in = item.sentence.source
    for index in range(item.first + 1, item.last):
        if cues.NO_THING.begin(f" {found_in.word(index)} "):
            denied = Clause(item.sentence, index, item.last)
            return denied if denied.stems else item
    return item


def _nouns(item: Clause) -> frozenset[str]:
    """Return the stems of what the item is about: German nouns, else the words in front of a
    preposition.
    """
    sentence = item.sentence
    found_in = sentence.source
    if found_in.lexicon.language != "de":
        last = next(
            (i for i in range(item.first, item.last) if found_in.word(i) in cues.PREPOSITIONS),
            item.last,
        )
        return sentence.terms_between(item.first, last) or item.terms
    nouns: frozenset[str] = frozenset()
    for index in range(item.first, item.last):
        if found_in.tokens[index].text[0].isupper():
            nouns |= sentence.terms_between(index, index + 1)
    return nouns or item.terms
