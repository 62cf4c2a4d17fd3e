"""The steps of the first version where the founder gave no lines: clauses of the idea that say who
does what.
"""

from __future__ import annotations

import re

from artifacts.facts.grammar import scan
from artifacts.facts.grammar.matches import PlaceMatch
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
    less even home always after before until since without between under near within nothing
    over via through during per never someone nobody people
    der die das den dem des ein eine einen einem einer mit von zu zur zum im in auf für aus bei an
    am um als wenn weil
    nach vor bis seit unter neben gegen ohne durch zwischen hinter dann danach gleich jeden jede
    jedes alle manchmal notfalls
    dass damit wo wer was und oder nicht kein keine ihre ihr sein seine unser unsere nur auch sehr
    le la les un une des du de à en pour avec sur dans qui que où het de een van voor met
    op in die dat el la los las
    un una para con por en que
    après avant sans sous chaque na voor zonder onder elke después antes sin cada
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
    return [clause for clause in kept if not _is_no_step(clause)][:STEPS_MAX]


def _is_no_step(clause: str) -> bool:
    """Return whether a clause says only what is not done, or where it is offered: "In Kent and
    Surrey".
    """
    words = [word.strip(",.;:") for word in clause.split()]
    folded = [word.casefold() for word in words]
    if folded[0] in _DENIALS or _says_when(folded) or _says_for_whom(folded):
        return True
    if not _SUBJECTS.isdisjoint(folded):
        return False
    if _DENIALS.isdisjoint(folded):
        return _is_only_names(words)
    return _opens_with_place(clause)


def _is_only_names(words: list[str]) -> bool:
    """Return whether there are names and nothing that is told of them."""
    told = [w for w in words[1:] if w[:1].islower() and w not in _NOT_A_VERB | _AND]
    return not told and sum(word[:1].isupper() for word in words) > 1


def _says_when(words: list[str]) -> bool:
    """Return whether a short clause says only when something happens: "every two weeks, always on
    a Monday".
    """
    opens = words[0] in _EVERY and len(words) <= _SHORT
    return opens and _SUBJECTS.isdisjoint(words) and not _TIMES.isdisjoint(words)


def _says_for_whom(words: list[str]) -> bool:
    """Return whether a clause says only for whom it is: "For people who want none with a rim"."""
    return words[0] in _FOR and _OURS.isdisjoint(words)


_FOR = word_set("for für pour voor para")
_OURS = word_set("we i wir ich nous je wij ik nosotros yo")
_EVERY = word_set(
    "every each once twice alle jeden jede jedes einmal zweimal tous toutes chaque cada"
)
_TIMES = word_set(
    "day days week weeks month months weekday tag tage tagen woche wochen monat monate wochentag"
    " jour jours semaine semaines mois día días semana semanas"
)
_SHORT = 8
_DENIALS = word_set("no not nothing kein keine keinen nicht nichts pas aucun geen niets sin nada")
_AND = word_set("and und et en y")


def _opens_with_place(clause: str) -> bool:
    first_words = len(" ".join(clause.split()[:2]))
    return any(isinstance(m, PlaceMatch) and m.start < first_words for m in scan(clause, "en"))


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
