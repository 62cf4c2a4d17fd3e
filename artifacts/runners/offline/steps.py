"""The steps of the first version where the founder gave no lines: clauses of the idea that say who
does what.
"""

from __future__ import annotations

import re

from artifacts.runners.offline.quoting import bare, word_set
from artifacts.text import sentences

STEPS_MAX = 8
_SUBJECTS = word_set(
    "we i it they you wir ich er sie es man on nous je ils we wij ik ze nosotros yo se"
)
"""Words after which the verbs of a list are surely verbs: "We lend cups, fetch them and wash them".
"""
_ENGLISH = word_set("we i it they you")
_WORDS_MIN = 3
_JOINT = re.compile(
    r"\s*;\s+|,\s+(?:and|und|et|en|y)\s+|,\s+|\s+(?:and|und|et|en|y)\s+", re.IGNORECASE
)
_NOT_A_VERB = word_set("""
    the a an of to in for on with by at from so that who which whose when where because but or not
    no nor as than then
    if his her its their our my your this these those every each all some only just also very more
    less even home always
    over via through during per never someone nobody people
    der die das den dem des ein eine einen einem einer mit von zu zur zum im in auf für aus bei an
    am um als wenn weil
    dass damit wo wer was und oder nicht kein keine ihre ihr sein seine unser unsere nur auch sehr
    le la les un une des du de à en pour avec sur dans qui que où het de een van voor met
    op in die dat el la los las
    un una para con por en que
    """)


def clauses(idea: str) -> list[str]:
    """Return the clauses of `idea` that can stand as a step, in order; none where it is only a name
    or a phrase.

    A sentence is parted at its joints only where every part is a clause of its own, else it stays
    whole: half a sentence would say something that the founder did not.
    """
    found: list[str] = []
    for sentence in sentences(idea):
        found.extend(_parts(bare(sentence)))
    kept = [clause for clause in dict.fromkeys(found) if len(clause.split()) > _WORDS_MIN]
    return kept[:STEPS_MAX]


def _parts(sentence: str) -> list[str]:
    if sentence.split(" ", 1)[0].casefold() not in _SUBJECTS:
        return [sentence[:1].upper() + sentence[1:]]
    subject = sentence.split(" ", 1)[0]
    pieces = _JOINT.split(sentence)
    joints = _JOINT.findall(sentence)
    parts = [pieces[0]]
    for joint, piece in zip(joints, pieces[1:], strict=True):
        if _is_clause(piece) and _is_whole(parts[-1]):
            parts.append(_with_subject(subject, piece))
        else:
            parts[-1] += joint + piece
    return [part[:1].upper() + part[1:] for part in parts if part.strip()]


def _is_whole(part: str) -> bool:
    """Return whether `part` says what its verbs are about; "we plant, water" waits for it."""
    _subject, _, verbs = part.partition(" ")
    return len(part.split()) >= _WORDS_MIN and any(" " in verb for verb in _JOINT.split(verbs))


def _with_subject(subject: str, clause: str) -> str:
    """Return a later clause of a list of verbs with its subject; an English one reads well without:
    "Fetch them".
    """
    words = clause.casefold().split()
    if subject.casefold() in {*_ENGLISH, *words} or len(words) <= _WORDS_MIN:
        return clause
    return f"{subject} {clause}"


def _is_clause(piece: str) -> bool:
    """Return whether `piece` goes on with a verb, as in "fetch them the same night"."""
    words = piece.split()
    if len(words) < _WORDS_MIN or not words[0][:1].islower():
        return False
    return words[0].casefold().strip(",.") not in _NOT_A_VERB
