"""Whom it is for, who pays, the other side, and how many of them the founder knows."""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.facts.grammar.matches import NumberMatch
from artifacts.facts.reading.context import Reading, Told, cut, read, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.schema import FACTS_MAX, Count, Fact, Span

_PAYS = Cues(
    "pays; pay; who pays; buys; buys it; the bill; zahlt; zahlen; bezahlt; bezahlen; zahlen tut;"
    " kunde; paie; paient; payent; betaalt; betalen; paga; pagan; customer; customers are; kauft"
)
_NOTHING = Cues("nothing; nichts; rien; niets; nada; not pay; nicht")
_TWO = Cues(
    "two sides; two kinds; both sides; bring the two together; on the other side; zwei seiten;"
    " beide seiten; andererseits; auf der anderen seite; deux côtés; les deux parties; de l'autre"
    " côté; twee kanten; beide kanten; dos lados; ambas partes; por otro lado"
)


def read_user(reading: Reading) -> Fact[str]:
    """Return whom it is for: the first sentence of that answer, whole."""
    for told in reading.pick(("target_user",)):
        first, last = told.sentences[0]
        start, end = told.source.tokens[first].start, told.source.tokens[last - 1].end
        text = cut(told.source.text[start:end].rstrip(" .;,"))
        if any(char.isalnum() for char in text):
            return read(text, told.span(start, end))
    return Fact()


def _sentences_with(
    reading: Reading, keys: tuple[str, ...], cues: Cues
) -> Iterator[tuple[str, Span, str]]:
    for told in reading.pick(keys):
        for first, last in told.sentences:
            words = told.padded(first, min(last, first + 80))
            if says(words, cues):
                start, end = told.source.tokens[first].start, told.source.tokens[last - 1].end
                yield cut(told.source.text[start:end].rstrip(" .;,")), told.span(start, end), words


def read_payer(reading: Reading) -> Fact[str]:
    """Return the sentence that says who pays, where a sentence about the users says so."""
    for text, span, words in _sentences_with(reading, ("target_user",), _PAYS):
        if not says(words, _NOTHING) and text:
            return read(text, span)
    return Fact()


def read_other_side(reading: Reading) -> Fact[str]:
    for text, span, _ in _sentences_with(reading, ("target_user", "idea"), _TWO):
        if text:
            return read(text, span)
    return Fact()


def read_counts(reading: Reading) -> tuple[Fact[Count], ...]:
    """Return how many users, payers and others there are, from the answer about the users."""
    found: list[Fact[Count]] = []
    for told in reading.pick(("target_user",)):
        for match in told.each(NumberMatch):
            if _counts_people(told, match):
                found.append(
                    read(
                        Count(number=int(match.value), noun=match.noun),
                        told.span(match.start, match.end),
                    )
                )
    return tuple(found)[:FACTS_MAX]


_PLURAL = {
    "en": ("s",),
    "de": ("e", "n", "r", "s"),
    "fr": ("s", "x"),
    "nl": ("en", "s"),
    "es": ("s",),
}
_IRREGULAR = frozenset({"people", "children", "men", "women", "kids"})


def _is_plural(noun: str, language: str) -> bool:
    """Whether the last word can be the name of several: what only follows a number is not what it
    counts.
    """
    last = noun.rsplit(maxsplit=1)[-1]
    if language == "de" and not last[:1].isupper():
        return False
    return last.casefold() in _IRREGULAR or last.endswith(_PLURAL.get(language, ("s",)))


def _counts_people(told: Told, match: NumberMatch) -> bool:
    if match.measure or match.high is not None or not match.noun or match.value != int(match.value):
        return False
    if not 1 < match.value <= 10**9 or not _is_plural(match.noun, told.source.lexicon.language):
        return False
    # "with 3 to 20 hives", "ab 15 Kühen": what describes one of them
    return told.source.word(match.first - 1) not in (
        "with",
        "mit",
        "ab",
        "avec",
        "met",
        "con",
        "over",
        "über",
        "than",
        "als",
    )


def read_evidence(reading: Reading) -> tuple[Fact[str], ...]:
    """Return the sentences of that answer."""
    return tuple(_each_sentence(reading, "evidence"))[:FACTS_MAX]


_FIRST = Cues(
    "first we ask; we ask; ask first; first people; start with; zuerst fragen; fragen wir; als"
    " erstes; d'abord; nous demandons; eerst vragen; primero; preguntamos; first ten; i will ask;"
    " ich frage"
)


def read_first_people(reading: Reading) -> tuple[Fact[str], ...]:
    """Return the sentences that name who is asked first."""
    said = _sentences_with(reading, ("evidence", "validation"), _FIRST)
    return tuple(read(text, span) for text, span, _ in said if text)[:FACTS_MAX]


_SKILLS = Cues(
    "we lack; we need someone; we need somebody; missing; nobody of us can; none of us can; we"
    " cannot; looking for a developer; uns fehlt; uns fehlen; fehlt uns; wir brauchen jemanden; wir"
    " suchen; keiner von uns; il nous manque; nous cherchons; ons ontbreekt; we zoeken; nos falta;"
    " buscamos; no one who can"
)


def read_missing_skills(reading: Reading) -> tuple[Fact[str], ...]:
    said = _sentences_with(reading, ("team", "constraint"), _SKILLS)
    return tuple(read(text, span) for text, span, _ in said if text)[:FACTS_MAX]


def _each_sentence(reading: Reading, key: str) -> Iterator[Fact[str]]:
    for told in reading.pick((key,)):
        for first, last in told.sentences:
            start, end = told.source.tokens[first].start, told.source.tokens[last - 1].end
            text = cut(told.source.text[start:end].strip(" .;,"))
            if any(char.isalnum() for char in text):
                yield read(text, told.span(start, end))
