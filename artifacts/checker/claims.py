"""What a text claims: its sentences, each with its typed values and with the words that say what
these mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from artifacts.checker import cues
from artifacts.checker.stems import stems
from artifacts.facts.grammar.matches import Match, MoneyMatch
from artifacts.facts.grammar.scanner import scan_source
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source, source
from artifacts.schemas.marks import MARK

_CACHED = 4096
_CLAUSE_SIGNS = frozenset(";:,–—()")
_CLAUSE_WORDS = word_set("""
    and but while whereas and und aber während sondern doch et mais tandis en maar terwijl y pero
    mientras
    """)

M = TypeVar("M", bound=Match)


class _WordSpans:
    """Words that can be asked for cues, each of which is looked for once."""

    words: str

    def says(self, cue: cues.Cue) -> bool:
        """Return whether one of the phrases of `cue` stands in the words."""
        told: dict[int, bool] = self.__dict__.setdefault("_told", {})
        answer = told.get(id(cue))
        if answer is None:
            answer = told[id(cue)] = cue(self.words)
        return answer


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
    def stems(self) -> frozenset[str]:
        return self.sentence.stems_between(self.first, self.last)

    def each(self, kind: type[M]) -> Iterator[M]:
        return (m for m in self.sentence.each(kind) if self.first <= m.first < self.last)


@dataclass
class Sentence(_WordSpans):
    """One sentence of a text; `first` and `last` are its tokens, `last` exclusive."""

    source: Source
    first: int
    last: int
    matches: tuple[Match, ...]
    before: Sentence | None = None
    """The sentence before it in the same text."""
    mark: str = ""
    """"+" for what we suggest, "=" for what was computed, "?" for what is open; else empty."""

    @cached_property
    def text(self) -> str:
        tokens = self.source.tokens
        return self.source.text[tokens[self.first].start : tokens[self.last - 1].end]

    @cached_property
    def words(self) -> str:  # type: ignore[override]
        """Its words and signs in lower case, with a space around each."""
        return f" {self.source.words(self.first, self.last)} "

    @cached_property
    def stems(self) -> frozenset[str]:
        return self.stems_between(self.first, self.last)

    @cached_property
    def negated(self) -> bool:
        return cues.NEGATION(self.words)

    @cached_property
    def asks(self) -> bool:
        return self.source.tokens[self.last - 1].text == "?"

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Its parts between commas and joining words, each with at least two words."""
        found: list[Clause] = []
        begin = self.first
        inside = {
            index
            for match in self.matches
            for index in range(match.first, _end_of(match, self.source))
        }
        for index in range(self.first, self.last + 1):
            ends = index == self.last or (
                index not in inside
                and (
                    self.source.word(index) in _CLAUSE_SIGNS
                    or self.source.word(index) in _CLAUSE_WORDS
                )
            )
            if ends:
                if index > begin:
                    found.append(Clause(self, begin, index))
                begin = index + 1
        return tuple(found)

    def each(self, kind: type[M]) -> Iterator[M]:
        return (match for match in self.matches if isinstance(match, kind))

    def clause_of(self, match: Match) -> Clause:
        """Return the clause that `match` begins in."""
        return next(
            (c for c in self.clauses if c.first <= match.first < c.last),
            Clause(self, self.first, self.last),
        )

    def stems_between(self, first: int, last: int) -> frozenset[str]:
        tokens = self.source.tokens[first:last]
        language = self.source.lexicon.language
        words = (part for token in tokens if token.kind == "word" for part in _parts(token.text))
        return stems(words, language)

    def padded(self, first: int, last: int) -> str:
        """Return the words from token `first` to `last`, exclusive and within the sentence, with
        spaces around.
        """
        return f" {self.source.words(max(first, self.first), min(last, self.last))} "


def _end_of(match: Match, found_in: Source) -> int:
    """Return the index behind `match`, without what follows an amount as "per ...": that may be the
    next clause.
    """
    if not isinstance(match, MoneyMatch):
        return match.last
    return next(
        (i for i in range(match.first, match.last) if found_in.tokens[i].start >= match.stem_end),
        match.last,
    )


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
    plain = MARK.sub(lambda match: " " * len(match[0]), text) if "[[" in text else text
    found_in = source(plain, language, home)
    matches = scan_source(found_in)
    tokens = found_in.tokens
    at = begin = 0
    before = None
    for index in range(1, len(tokens) + 1):
        if index < len(tokens) and tokens[index].sentence == tokens[begin].sentence:
            continue
        mine = []
        while at < len(matches) and matches[at].first < index:
            mine.append(matches[at])
            at += 1
        ends = tokens[index].start if index < len(tokens) else len(text)
        mark = MARK.search(text, tokens[begin].start, ends) if "[[" in text else None
        before = Sentence(found_in, begin, index, tuple(mine), before, mark[1] if mark else "")
        if mine or any(token.kind == "word" for token in tokens[begin:index]):
            yield before
        begin = index
