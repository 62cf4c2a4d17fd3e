"""Evidence that a model made up, where the checker's rules say nothing: quotations, studies,
numbers in words.

A founder may write such a sentence, for they know whether it is true; a model does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.context import CheckContext
from artifacts.checker.passages import Passage
from artifacts.checker.text import WORD
from artifacts.runners.llm.problem import Problem
from artifacts.schemas import ArtifactContent
from artifacts.text import fold_spaces

_QUOTED = re.compile(r"[“„\"«](?P<words>[^“”„\"«»]{12,400})[”“\"»]")
_SAYS = re.compile(
    r"\b(?:says?|said|told us|tells us|wrote|writes|explains|explained|according to"
    r"|sagt|sagte|sagen|meint|meinte|erzählt|erzählte|schreibt|schrieb|erklärt"
    r"|dit|disait|explique|raconte|zegt|zei|vertelt|dice|dijo|explica)\b",
    re.IGNORECASE,
)
_QUOTED_WORDS_MIN = 4

_STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|surveys?|polls?|reports?|research|analysts?|statistics|figures from"
    r"|studien?|umfragen?|erhebung(?:en)?|statistik(?:en)?|marktforschung"
    r"|études?|sondages?|onderzoek(?:en)?|estudios?|encuestas?)\b"
    r"(?:[^.!?\n]{0,60}?)"
    r"\b(?:shows?|showed|found|finds?|says?|estimates?|suggests?|proves?|confirms?|puts?"
    r"|zeigt|zeigen|ergab|ergaben|belegt|belegen|besagt|schätzt|bestätigt"
    r"|montrent?|estiment?|toont|tonen|blijkt|muestran?|estiman?)\b",
    re.IGNORECASE,
)
_LARGE = (
    r"(?:hundreds?|thousands?|millions?|billions?|dozens?"
    r"|\w*hundert(?:e|en)?|\w*tausend(?:e|en)?|million(?:en)?|milliarden?|dutzend(?:e|en)?"
    r"|centaines?|milliers?|mille|milliards?|honderd(?:en)?|duizend(?:en)?|miljoen(?:en)?|cientos|miles|millones)"
)
_LARGE_NUMBER = re.compile(rf"\b(?:[^\W\d_]+[ -])?{_LARGE}(?:[ -]{_LARGE})*\b", re.IGNORECASE)


def invented(
    context: CheckContext, passages: Sequence[Passage], previous: ArtifactContent | None = None
) -> Iterator[Problem]:
    """Find sentences that state evidence which the founder did not give and that is not marked as
    ours.

    Text that `previous` has as well is kept: the founder has read it, and may have written it.
    """
    kept = _text_of(context, previous)
    for passage in passages:
        yield from _quotations(context, passage, kept)
    claims = {id(passage) for passage in passages}
    for passage, sentence in context.claims:
        is_kept = bool(kept) and _folded(sentence.text) in kept
        if id(passage) in claims and not is_kept and not _is_open(sentence):
            yield from _made_up(context, passage, sentence)


def _text_of(context: CheckContext, previous: ArtifactContent | None) -> str:
    """Return all texts of the version before, without pointers and folded."""
    if previous is None or context.only is None:
        return ""
    passages = CheckContext(context.project, {context.only: previous}).passages
    return fold_spaces("\n".join(passage.plain for passage in passages)).casefold()


def _folded(text: str) -> str:
    return fold_spaces(text).casefold().rstrip(" .!")


def _is_open(sentence: Sentence) -> bool:
    """Whether a sentence says itself that it is a guess, a wish, a condition or not so."""
    is_marked = bool(sentence.mark) or sentence.negated
    return is_marked or sentence.says(cues.ASSUMED) or sentence.says(cues.CONDITIONAL)


def _made_up(context: CheckContext, passage: Passage, sentence: Sentence) -> Iterator[Problem]:
    if "[[A-" in _stored_around(passage, sentence):
        return
    text = sentence.text
    if (study := _STUDY.search(text)) and study[0].casefold() not in context.said:
        yield _problem(passage, text, "rests on a study or report that nobody told us of")
    if (large := _LARGE_NUMBER.search(text)) and large[0].casefold() not in context.said:
        yield _problem(passage, text, f"has a number in words that nobody told us: {large[0]}")


def _stored_around(passage: Passage, sentence: Sentence) -> str:
    """Return the text as it is stored, pointers and all, from the beginning of a sentence to that
    of the next one.
    """
    plain = passage.stored
    start = plain.find(sentence.text[:20])
    end = start + len(sentence.text) + 20
    return plain[start:end] if start >= 0 else plain


def _quotations(context: CheckContext, passage: Passage, kept: str) -> Iterator[Problem]:
    """Find words in quotation marks that somebody is said to have said, and that the founder did
    not write.
    """
    for line in passage.text.split("\n"):
        for found in _QUOTED.finditer(line):
            words = WORD.findall(found["words"].casefold())
            around = (
                line[max(0, found.start() - 60) : found.start()]
                + " "
                + line[found.end() : found.end() + 60]
            )
            is_kept = bool(kept) and _folded(found["words"]) in kept
            if is_kept or len(words) < _QUOTED_WORDS_MIN or not _SAYS.search(around):
                continue
            if " ".join(words) not in " ".join(WORD.findall(context.said)):
                yield _problem(passage, found[0], "is a quotation of words that nobody told us")


def _problem(passage: Passage, sentence: str, what: str) -> Problem:
    place = passage.place
    where = " > ".join(part for part in (place.section, place.item_id, place.field) if part)
    said = (
        f"“{sentence[:160]}” {what}. Take it out, or say that it is our estimate or still to be"
        " found out."
    )
    return Problem(place.section, f"{where}: {said}")
