"""Things that the founder says somebody needs, and the sentences that name laws."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.facts.grammar.matches import LawMatch, MoneyMatch

_STOP = (
    r"(?=(?:of|from|under|by|before|for|to|and|or|in|at|on|with|that|which|first|is|are|does|do"
    r"|doesn't|don't|may|can|cannot|we|i|nobody|no|not|gets?|goes|will|must|nach|von|vom|bei|beim"
    r"|für|zum|zur|darf|dürfen|geht|kommt|und|oder|aus|auf|im|wird|werden|kann|können|muss|läuft"
    r"|[.,;:()]) |$)"
)
_NOUNS = r"(?P<what>(?:[^\W\d_][\w'-]+ ){1,4}?)" + _STOP
_NEEDS = re.compile(
    r" (?:needs?|must have|has to have|have to have|must carry|must wear|braucht|brauchen|brauche)"
    r"(?: (?:wir|ich|man|es|vorher|zuerst|first|uns|mir))*"
    r" (?:(?:a|an|its|his|her|their|the|ein|eine|einen|das|die|den|seine|ihre) )" + _NOUNS
)
_AND_ANOTHER = re.compile(
    r"(?:[^ .,;:]+ ){0,4}?(?:and|und|,) (?:a|an|the|ein|eine|einen|das|die|den) " + _NOUNS
)
"""A second thing that is needed: "a licence from the town and a hygiene course"."""
_COMES_FIRST = re.compile(
    r" (?:the|our|das|die|der|unser|unsere) (?P<what>(?:[^\W\d_][\w'-]+ ){1,3}?)"
    r"(?:comes?|has to come|kommt|kommen) (?:first|vorher|zuerst|davor)(?= )"
)
_WITHOUT = re.compile(
    r" (?:without|ohne) (?:(?:a|an|its|his|her|their|the|any|ein|eine|einen|das|die|den) )?"
    + _NOUNS
)
_MUST_BE_GOT = re.compile(
    r" (?:muss|müssen) (?:das|die|der|ein|eine|einen) (?P<what>[^\W\d_]+ )(?:[^ .,;]+ ){0,4}"
    r"(?:geholt|eingeholt|beantragt|vorliegen|vorgelegt|besorgt|da sein|erteilt|gestellt)(?= )"
)
_BEFORE = re.compile(
    r" (?:before|until|bevor|ehe|bis) (?:(?:the|a|our|his|her|their|der|die|das|ein|eine|unser|ihr)"
    r" )(?P<what>[^\W\d_][\w'-]+ (?:[^\W\d_][\w'-]+ ){0,2}?)(?:[^ .,;]+ ){0,4}?(?:signed|granted"
    r"|approved|issued|registered|passed|in place|signs|approves|grants|unterschrieben|erteilt"
    r"|genehmigt|bewilligt|abgenommen|geprüft|bestanden|vorliegt|unterzeichnet|eingetragen) "
)
"""What has to be got before anything else happens."""
_MUST_BE = re.compile(
    r" (?P<what>(?:[^ .,;]+ ){1,2}(?:has to|have to|must|needs to|need to) be (?:first |then )?"
    r"[^ .,;]+ed )"
)
"""What has to be done with something: "the booth has to be measured"."""
_BY_LAW = re.compile(
    r" (?P<what>(?:[^ .,;]+ (?:and|und) )?[^ .,;]+ )(?:under|nach|gemäß|laut)(?: the| dem| der)? $"
)
"""What a law asks for, in front of its name."""
_DENIED = re.compile(
    r" (?:no|not|nobody|none|never|cannot|can't|don't|doesn't|nothing|nicht|nichts|niemand|keine?r?"
    r"|keinen) "
)


def things_needed(told: Iterable[Sentence]) -> Iterator[tuple[frozenset[str], Sentence]]:
    """Yield the stems of each thing that some sentences say is needed, or that nothing is done
    without, with the sentence.
    """
    for sentence in told:
        if sentence.has(MoneyMatch):
            continue
        patterns = [_NEEDS, _MUST_BE_GOT, _COMES_FIRST]
        if _DENIED.search(sentence.words):
            patterns += [_WITHOUT, _BEFORE]
        for pattern in patterns:
            for found in pattern.finditer(sentence.words):
                if stems := _stems_in(sentence, found["what"]):
                    yield stems, sentence
                more = _AND_ANOTHER.match(sentence.words, found.end())
                if more and (stems := _stems_in(sentence, more["what"])):
                    yield stems, sentence
        for found in _MUST_BE.finditer(sentence.words):
            stems = _stems_in(sentence, found["what"])
            if len(stems) > 1:
                yield stems, sentence
        yield from _asked_by_law(sentence)


def _asked_by_law(sentence: Sentence) -> Iterator[tuple[frozenset[str], Sentence]]:
    for law in sentence.each(LawMatch):
        found = _BY_LAW.search(sentence.padded(law.first - _IN_FRONT, law.first))
        for word in found["what"].split() if found else ():
            if stems := _stems_in(sentence, word):
                yield stems, sentence


_IN_FRONT = 6
"""Words in front of a law that may say what it asks for."""


def _stems_in(sentence: Sentence, words: str) -> frozenset[str]:
    return sentence.stems_of(words) - SAY_LITTLE


_BODY = re.compile(
    r"\b(?:[A-Z]{3,6}|[A-ZÄÖÜ][a-zäöüß]{12,}|[A-ZÄÖÜ][a-zäöüß]+(?:amt|behörde|kammer|dienst))\b"
)
"""An authority by its letters, or by a German word: "APHA", "Bezirkshauptmannschaft"."""


def bodies_in(told: Sentence) -> set[str]:
    """Return the lower-case words of a sentence that may be an authority's name."""
    return {word.casefold() for word in _BODY.findall(told.text)}


def law_sentences(
    laws: Iterable[tuple[str, frozenset[str]]], told: Iterable[Sentence]
) -> dict[str, Sentence]:
    """Return the sentence that names each law first."""
    sentences = list(told)
    found = {}
    for name, stems in laws:
        sentence = next((s for s in sentences if name in s.text), None)
        sentence = sentence or next((s for s in sentences if stems and stems <= s.stems), None)
        if sentence is not None and not sentence.says(cues.CONDITIONAL):
            found[name] = sentence
    return found
