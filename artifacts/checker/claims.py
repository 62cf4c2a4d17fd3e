"""What a text claims: its sentences, each with its typed values and with the words that say what
these mean.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, TypeVar

from artifacts.checker import cues
from artifacts.checker.cues.cue import LATE, cues_said
from artifacts.checker.remembered import remembered
from artifacts.checker.stems import names, names_of, stems, stems_of, terms
from artifacts.facts.grammar.matches import Match, MoneyMatch
from artifacts.facts.grammar.scanner import scan_source
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source, source
from artifacts.facts.grammar.tokens import Token
from artifacts.schemas.marks import MARK
from artifacts.unlocked import cached_property

_CACHED = 4096
_BESIDE = 2
_CLAUSE_SIGNS = frozenset(";:,–—()")
_CLAUSE_WORDS = {
    "en": word_set("and but while whereas"),
    "de": word_set("und aber während sondern doch"),
    "fr": word_set("et mais tandis"),
    "nl": word_set("en maar terwijl"),
    "es": word_set("y pero mientras"),
}
"""Words between two parts of a sentence; French "en" and "y" part nothing."""

M = TypeVar("M", bound=Match)


class _WordSpans:
    """Words that can be asked for cues, all of which are looked for once."""

    words: str
    cues_said: int
    """The bits of all cues that stand in the words, and of those that `says` has to look for."""

    def says(self, cue: cues.Cue) -> bool:
        """Return whether one of the phrases of `cue` stands in the words."""
        if not self.cues_said & cue.bit:
            return False
        return cue.bit != LATE or cue(self.words)

    def find(self, cue: cues.Cue) -> re.Match[str] | None:
        """Return the first of the phrases of `cue` in the words, None without any."""
        return cue.search(self.words) if self.cues_said & cue.bit else None


@dataclass
class Clause(_WordSpans):
    """The part of a sentence between commas and joining words; `first` and `last` are its tokens,
    `last` exclusive.
    """

    sentence: Sentence
    first: int
    last: int

    @cached_property
    def words(self) -> str:  # type: ignore[override]
        return f" {self.sentence.source.words(self.first, self.last)} "

    @cached_property
    def cues_said(self) -> int:  # type: ignore[override]
        return cues_said(self.words)

    def says(self, cue: cues.Cue) -> bool:
        # Most cues that its sentence is asked for do not stand there either.
        return bool(self.sentence.cues_said & cue.bit) and super().says(cue)

    @cached_property
    def stems(self) -> frozenset[str]:
        return self.sentence.stems_between(self.first, self.last)

    @cached_property
    def terms(self) -> frozenset[str]:
        """Its stems, and the general terms of kinds of a thing."""
        return self.sentence.terms_between(self.first, self.last)

    @property
    def place(self) -> int:
        """Its place among the clauses of its sentence, 0 if it is none of them."""
        return self.sentence.places_of_clauses.get((self.first, self.last), 0)

    def each(self, kind: type[M]) -> Iterator[M]:
        if not self.sentence.has(kind):
            return iter(())
        return (m for m in self.sentence.each(kind) if self.first <= m.first < self.last)


@dataclass
class Sentence(_WordSpans):
    """One sentence of a text; `first` and `last` are its tokens, `last` exclusive."""

    source: Source
    first: int
    last: int
    before: Sentence | None = None
    """The sentence before it in the same text."""
    mark: str = ""
    """"+" for what we suggest, "=" for what was computed, "?" for what is open; else empty."""

    @cached_property
    def text(self) -> str:
        tokens = self.source.tokens
        return self.source.text[tokens[self.first].start : tokens[self.last - 1].end]

    @cached_property
    def folded(self) -> str:
        """Its text in small letters, without its full stop."""
        return self.text.casefold().removesuffix(".")

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """Its typed values in order. Of a text of which only the words are asked for, none are
        looked for: that is most of reading it.
        """
        found = _scanned(self.source)
        begin = bisect_left(found, self.first, key=_first_of)
        return found[begin : bisect_left(found, self.last, key=_first_of)]

    @cached_property
    def words(self) -> str:  # type: ignore[override]
        """Its words and signs in lower case, with a space around each."""
        return f" {self.source.words(self.first, self.last)} "

    @cached_property
    def cues_said(self) -> int:  # type: ignore[override]
        return cues_said(self.words)

    @cached_property
    def stems(self) -> frozenset[str]:
        return self.stems_between(self.first, self.last)

    @cached_property
    def terms(self) -> frozenset[str]:
        """Its stems, and the general terms of kinds of a thing."""
        return self.terms_between(self.first, self.last)

    @cached_property
    def negated(self) -> bool:
        return self.says(cues.NEGATION)

    @cached_property
    def is_certain(self) -> bool:
        """Whether it says something outright: no denial, and nothing under a condition."""
        return not self.negated and not self.says(cues.CONDITIONAL)

    @cached_property
    def asks(self) -> bool:
        return self.source.tokens[self.last - 1].text == "?"

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Its parts between commas and joining words; all of it where there is nothing else."""
        found: list[Clause] = []
        begin = self.first
        inside = {
            index
            for match in self.matches
            for index in range(match.first, _end_of(match, self.source))
        }
        joining = _CLAUSE_WORDS[self.source.lexicon.language]
        tokens = self.source.tokens
        for index in range(self.first, self.last):
            word = tokens[index].lower
            if (word in _CLAUSE_SIGNS or word in joining) and index not in inside:
                if index > begin:
                    found.append(Clause(self, begin, index))
                begin = index + 1
        if self.last > begin:
            found.append(Clause(self, begin, self.last))
        return tuple(found) or (Clause(self, self.first, self.last),)

    @cached_property
    def places_of_clauses(self) -> dict[tuple[int, int], int]:
        """The places of its clauses by their tokens."""
        return {(clause.first, clause.last): at for at, clause in enumerate(self.clauses)}

    def each(self, kind: type[M]) -> Iterator[M]:
        return iter(self.by_kind.get(kind, ()))

    def has(self, kind: type[Match]) -> bool:
        """Return whether there is a value of that kind: rules ask for each of them, and most
        sentences have none.
        """
        return kind in self.by_kind

    @cached_property
    def by_kind(self) -> dict[type[Any], list[Any]]:
        """Its values by their classes, and by those that they are kinds of."""
        found: dict[type[Any], list[Any]] = {}
        for match in self.matches:
            for kind in type(match).__mro__:
                found.setdefault(kind, []).append(match)
        return found

    def clause_of(self, match: Match) -> Clause:
        """Return the clause that `match` begins in."""
        return [clause for clause in self.clauses if clause.first <= match.first][-1]

    def between_commas(self, match: Match) -> tuple[int, int]:
        """Return the tokens between the commas around `match`; the last is exclusive."""
        commas = [at for at in range(self.first, self.last) if self.source.word(at) == ","]
        begins = (self.first, *(at + 1 for at in commas))
        ends = (*commas, self.last)
        return max(b for b in begins if b <= match.first), min(e for e in ends if e >= match.last)

    def stems_between(self, first: int, last: int) -> frozenset[str]:
        return stems(self._words_between(first, last), self.source.lexicon.language)

    def stems_of(self, text: str) -> frozenset[str]:
        """Return the stems of a text in the language of the sentence, such as a part of it."""
        return stems_of(text, self.source.lexicon.language)

    def names_of(self, text: str) -> frozenset[str]:
        """Return what a text names in the language of the sentence."""
        return names_of(text, self.source.lexicon.language)

    def terms_between(self, first: int, last: int) -> frozenset[str]:
        return terms(self._words_between(first, last), self.source.lexicon.language)

    def names_between(self, first: int, last: int) -> frozenset[str]:
        return names(self._words_between(first, last), self.source.lexicon.language)

    def _words_between(self, first: int, last: int) -> Iterator[str]:
        tokens = self.source.tokens[first:last]
        return (part for token in tokens if token.kind == "word" for part in _parts(token.text))

    def says_between(self, cue: cues.Cue, first: int, last: int) -> bool:
        """Return whether a phrase of `cue` stands in the words from token `first` to `last`,
        exclusive.
        """
        return cue(self.padded(first, last))

    def begins_at(self, cue: cues.Cue, first: int) -> bool:
        """Return whether the words from token `first` on begin with a phrase of `cue`."""
        return cue.begin(self.padded(first, self.last))

    def in_front(self, match: Match) -> str:
        """Return the two words in front of `match`, which say how it is meant."""
        return self.padded(match.first - _BESIDE, match.first)

    def behind(self, match: Match) -> str:
        """Return the two words behind `match`, which say how it is meant."""
        return self.padded(match.last, match.last + _BESIDE)

    def padded(self, first: int, last: int) -> str:
        """Return the words from token `first` to `last`, exclusive and within the sentence, with
        spaces around.
        """
        words = self.source.lower[max(first, self.first) : min(last, self.last)]
        return f" {' '.join(words)} "


class AnswerSentences(dict[str, tuple[Sentence, ...]]):
    """The sentences of idea and answers by their keys, none of what was not answered."""

    def __missing__(self, key: str) -> tuple[Sentence, ...]:
        return ()


def _end_of(match: Match, found_in: Source) -> int:
    """Return the index behind `match`, without what follows an amount as "per ...": that may be the
    next clause.
    """
    if not isinstance(match, MoneyMatch):
        return match.last
    behind = bisect_left(found_in.tokens, match.stem_end, key=lambda token: token.start)
    return min(behind, match.last)


def _parts(word: str) -> tuple[str, ...]:
    if "-" not in word or word.casefold().startswith("e-"):
        return (word,)
    return tuple(word.split("-"))


@lru_cache(maxsize=_CACHED)
def read_text(text: str, language: str, home: str) -> tuple[Sentence, ...]:
    """Return the sentences of `text`.

    What was read is remembered, so that only a text that was changed is read again.

    `language` and `home` are those of `artifacts.facts.grammar.scan`.
    """
    return tuple(_sentences(text, language, home))


def _sentences(text: str, language: str, home: str) -> Iterator[Sentence]:
    plain = MARK.sub(lambda match: " " * len(match[0]), text)
    found_in = source(plain, language, home)
    tokens = found_in.tokens
    before = None
    for begin, end in _bounds_of_sentences(tokens):
        mark = _mark_in(text, tokens[begin].start, _start_of(tokens, end, len(text)))
        before = Sentence(found_in, begin, end, before, mark)
        if any(token.kind == "word" for token in tokens[begin:end]) or before.matches:
            yield before


@remembered
def _scanned(found_in: Source) -> tuple[Match, ...]:
    """Return the typed values of a whole text: one may stand in two of its sentences."""
    return tuple(scan_source(found_in))


def _first_of(match: Match) -> int:
    return match.first


def _bounds_of_sentences(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the first token of each sentence and the one behind its last."""
    begin = 0
    for index, (one, other) in enumerate(pairwise(tokens), start=1):
        if one.sentence != other.sentence:
            yield begin, index
            begin = index
    if tokens:
        yield begin, len(tokens)


def _start_of(tokens: Sequence[Token], index: int, default: int) -> int:
    return tokens[index].start if index < len(tokens) else default


def _mark_in(text: str, start: int, end: int) -> str:
    mark = MARK.search(text, start, end)
    return mark[1] if mark else ""
