"""Steps of the first version, and whether a line on what is left out names one of them."""

from __future__ import annotations

import re
from functools import partial

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.irregular import LEMMA_OF
from artifacts.checker.stems import stem, stems_of
from artifacts.checker.text import WORD
from artifacts.facts.grammar.sets import word_set

_PARTICLES = word_set(
    "ab an auf aus bei ein fest her hin los mit nach statt um vor weg weiter zu zurück bereit"
    " gegen frei durch über unter vorbei zusammen heraus hinaus herein heim wieder dazu"
    " af op in mee na terug toe uit"
)
"""Parts of German and Dutch verbs that stand at the end of a clause."""
_SEPARABLE = ("de", "nl")
_END_OF_CLAUSE = re.compile(r"[,;:.]| (?:und|oder|en|of) ")
_END_OF_HEAD = re.compile(r"[;:(]|,(?! (?:dass|ob|that|que|dat)\b)")
_RUN = 4
"""Words in a row by which a line repeats a step."""


def head_of_line(text: str) -> str:
    """Return what a line leaves out: all in front of its reason, "A message that it is done"."""
    return _END_OF_HEAD.split(text)[0]


def stems_of_step(line: str, language: str) -> frozenset[str]:
    """Return the stems of a step, with verbs whose parts stand apart joined: "setzt eine Woche
    aus".
    """
    found = set(stems_of(line, language))
    if language not in _SEPARABLE:
        return frozenset(found)
    for part in _END_OF_CLAUSE.split(line):
        *before, last = part.casefold().split() or [""]
        if last in _PARTICLES:
            verbs = (_VERB_OF.get(word) or LEMMA_OF.get(word, word) for word in before)
            found |= {stem(f"{last}{verb}", language) for verb in verbs}
    found |= {one[2:] for one in found if one.startswith("be") and len(one) >= _WITHOUT_BE}
    return frozenset(found - {""})


_VERB_OF = {"gibt": "geben", "geht": "gehen", "kommt": "kommen", "macht": "machen"}
"""Verbs that say too little to be compared but with a particle."""
_WITHOUT_BE = 6
"""Letters of a stem that may be one with "be-" in front: who "beprobt" takes a "Probe"."""


def stems_of_head(stems: frozenset[str], text: str, language: str) -> frozenset[str]:
    """Return the stems of what a line leaves out, without words that only say when it comes, and
    with the verbs of German nouns: "Freigabe" is what is "freigegeben".
    """
    found = stems - SAYS_WHEN
    if language != "de":
        return found or stems
    nouns = [(word, ending) for word in WORD.findall(text.casefold()) for ending in _NOUN_OF]
    root = partial(stem, language=language)
    verbs = {
        root(word): root(word.removesuffix(ending) + _NOUN_OF[ending])
        for word, ending in nouns
        if word.endswith(ending) and word != ending
    }
    return frozenset(verbs.get(one, one) for one in found) or stems


_NOUN_OF = {"gabe": "geben", "nahme": "nehmen", "gang": "gehen", "zug": "ziehen"}
"""What German nouns of doing end in, and the verb of it."""
SAYS_WHEN = frozenset(
    stem(word, language)
    for language, words in {
        "en": "comes come follows follow version release phase stage season later waits wait"
        " planned year left next until postponed added",
        "de": "folgt folgen version ausbaustufe phase saison später wartet warten geplant durch"
        " entfällt entfallen zunächst verschoben",
    }.items()
    for word in words.split()
)
"""Stems of words that only say when something comes."""


def repeated_step(line: Sentence, steps: list[str]) -> str:
    """Return the first of `steps` that the head of a line repeats in its own words; else ""."""
    return next((step for step in steps if _repeats(line, step)), "")


def _repeats(line: Sentence, step: str) -> bool:
    """Whether the head of a line begins with what a step begins with and shares another
    word, or repeats several words in a row.
    """
    own, others = (WORD.findall(text.casefold()) for text in (head_of_line(line.text), step))
    if own and others and own[0] == others[0] and len(own[0]) > _ARTICLE:
        return len({w for w in own if len(w) > _ARTICLE} & set(others)) > 1
    words = f" {' '.join(others)} "
    runs = (" ".join(own[i : i + _RUN]) for i in range(len(own) - _RUN + 1))
    return any(f" {run} " in words and line.stems_of(run) for run in runs)


_ARTICLE = 3


def main_noun(sentence: Sentence) -> str:
    """Return the stem of the noun that the head of a line is about: "reminders" of "Automatic
    reminders for overdue keys"; "" where there is none.
    """
    clause = sentence.clauses[0]
    language = sentence.source.lexicon.language
    found = ""
    for index in range(clause.first, clause.last):
        token = sentence.source.tokens[index]
        if token.lower in cues.PREPOSITIONS:
            break
        one = stem(token.text, language) if token.kind == "word" else ""
        if one in SAYS_WHEN:
            continue
        if one and (language != "de" or token.text[0].isupper()):
            found = one
            if language != "en":
                break
    return found
