"""What has to be there before anything begins, and where nothing is offered: as the founder says
it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.cues.needless import NEEDLESS, NO_DUTY, UNDER
from artifacts.checker.remembered import remembered


def permits_needed(sentences: Iterable[Sentence]) -> dict[str, Sentence]:
    """Return each kind of permit that somebody has to have, with the first sentence that says
    so.
    """
    found: dict[str, Sentence] = {}
    for sentence in sentences:
        if _WOULD_NEED.search(sentence.words):
            continue
        if sentence.says(cues.REQUIRED) or sentence.negated or _TAKES.search(sentence.words):
            found |= {kind: sentence for kind, _ in permit_words(sentence) if kind not in found}
    return found


_WOULD_NEED = re.compile(
    r" (?:would (?:need|require|have to)|bräuchten|bräuchte|müssten wir|müsste ich|aurions besoin"
    r"|aurait besoin|il faudrait|zouden (?:we )?(?:een )?(?:[^ ]+ )?nodig|necesitaríamos)(?= )"
)
"""What would be needed if something were done that is not."""
_TAKES = re.compile(
    r" (?:takes?|requires?|calls for|demands?|verlangt|erfordert|exige|vereist|requiere) "
)
"""Other verbs for needing something."""


@remembered
def permit_words(part: Sentence | Clause) -> tuple[tuple[str, str], ...]:
    """Return each kind of permit that is named, with its word: "registered" is the kind of
    "registration".
    """
    return tuple(_permit_words(part))


def _permit_words(part: Sentence | Clause) -> Iterator[tuple[str, str]]:
    source = part.sentence.source if isinstance(part, Clause) else part.source
    for index in range(part.first, part.last):
        word = source.word(index)
        kind = _permit_kind(word)
        if kind and not (word == _EXCEPTION and source.word(index - 1) == "mit"):
            yield kind, word


_EXCEPTION = "ausnahme"
"""One that an authority grants is a permit, and "mit Ausnahme von" is none."""


@lru_cache(maxsize=20_000)
def _permit_kind(word: str) -> str:
    """Return the kind of permit that a word names, or a compound ends in; "" if there is none."""
    for form in (word, *(word.removesuffix(ending) for ending in ("en", "e", "s", "n"))):
        kind = form if form in cues.PERMITS else _lacked(form) or _ends_in_permit(form)
        if kind:
            return _SAME.get(kind[:_KIND], kind[:_KIND])
    return ""


def _ends_in_permit(form: str) -> str:
    """Return the longest permit that a compound ends in, "" if there is none."""
    ends = (form[begin:] for begin in range(len(form) - _ENDING_LEAST + 1))
    return next((end for end in ends if end in cues.PERMITS), "")


def _lacked(form: str) -> str:
    """Return the permit that somebody has not: "inspected" of "uninspected"; "" if it is none."""
    if not form.startswith("un") or len(form) < _LACKED_LEAST:
        return ""
    bare = form[2:]
    return next((one for one in (bare, bare.removesuffix("ed")) if one in cues.PERMITS), "")


_LACKED_LEAST = 8
_ENDING_LEAST = 6
"""Letters of a permit that a compound may end in."""
_KIND = 5
"""Letters that tell kinds of permits apart."""
_SAME = {
    "gesch": "schul", "abgen": "abnah", "zugel": "zulas", "vette": "vetti", "einge": "eintr"
}  # fmt: skip
"""Participles with the kind of their noun: who is "geschult" has a "Schulung"."""


def places_left_out(
    told: Mapping[str, Iterable[Sentence]], regions: Collection[str]
) -> frozenset[str]:
    """Return the lower-case names that an answer leaves out, but for `regions` and for names of
    people served.
    """
    served = " ".join(
        clause.words
        for key in ("target_user", "place")
        for sentence in told.get(key, ())
        for clause in sentence.clauses
        if not clause.says(cues.NEGATION)
    )
    found = {
        name
        for key in ("constraint", "place", "target_user", "left_out")
        for sentence in told.get(key, ())
        for clause in sentence.clauses
        for name in _names_left_out(clause)
    }
    return frozenset(name for name in found - set(regions) if f" {name} " not in served)


def _names_left_out(clause: Clause) -> Iterator[str]:
    tokens = clause.sentence.source.tokens[clause.first : clause.last]
    if len(tokens) > _SHORT:
        return
    denied = cues.NEGATION(f" {tokens[0].lower} ") and not clause.says(cues.NEED)
    if denied or clause.says(cues.LEAVES_OUT):
        yield from (
            token.lower for token in tokens if token.kind == "word" and token.text[0].isupper()
        )


def called_needless(sentence: Sentence) -> Iterator[Clause]:
    """Yield the clauses that say that something need not be kept; not one that says what a law does
    not ask for.
    """
    for clause in sentence.clauses:
        if UNDER.begin(clause.words) or clause.says(cues.CONDITIONAL):
            continue
        if NO_DUTY.search(clause.words) or clause.says(NEEDLESS):
            yield clause


_SHORT = 7
"""Most words of a clause that does nothing but leave a place out."""
