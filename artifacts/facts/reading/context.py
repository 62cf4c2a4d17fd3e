"""What was told, ready for reading: each text with its tokens and values, and the words around a
value.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from artifacts.facts.grammar import currencies
from artifacts.facts.grammar.matches import Match, MoneyMatch
from artifacts.facts.grammar.scanner import scan_source
from artifacts.facts.grammar.source import Source
from artifacts.facts.reading.cues import Cues
from artifacts.facts.schema import VALUE_MAX, Fact, Span
from artifacts.unlocked import cached_property

AMBIGUOUS = frozenset(
    {"$", "¢", "ct", "rs", "kr"}
    | {word for word, code in currencies.CENTS.items() if not code}
    | currencies.DOLLAR_WORDS
    | currencies.PESO_WORDS
    | currencies.CROWN_WORDS
    | currencies.RUPEE_WORDS
    | currencies.SHILLING_WORDS
    | currencies.FRANC_WORDS
    | currencies.CFA_WORDS
    | currencies.POUND_WORDS
    | currencies.DINAR_WORDS
    | currencies.DIRHAM_WORDS
    | currencies.KWACHA_WORDS
    | currencies.COUNTED_MONEY
    | {currencies.THOUSAND}
)
"""Words that mean another currency in another country."""

_LETTERS = currencies.LETTERS.keys()

NEAR = 60
"""How many tokens of its sentence, on either side, tell what a value means."""

M = TypeVar("M", bound=Match)
V = TypeVar("V")


def _begins(match: Match) -> int:
    return match.first


@dataclass
class Told:
    """One answer, or the idea."""

    key: str
    source: Source

    @cached_property
    def matches(self) -> list[Match]:
        return scan_source(self.source)

    @cached_property
    def lower(self) -> str:
        """The text in lower case, with its characters where they were."""
        text = self.source.text
        lower = text.lower().replace("’", "'")
        return (
            lower
            if len(lower) == len(text)
            else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
        )

    def settle(self, home: str) -> None:
        """Read the values again where people pay in `home`, if that can make a difference."""
        if home and home != self.source.home:
            self.source.home = home
            words = {token.lower for token in self.source.tokens}
            letters = {token.text for token in self.source.tokens if token.text in _LETTERS}
            if not AMBIGUOUS & words and not letters:
                return
            for name in ("matches", "money_begins"):
                self.__dict__.pop(name, None)

    def each(self, kind: type[M]) -> Iterator[M]:
        return (match for match in self.matches if isinstance(match, kind))

    def within(self, kind: type[M], first: int, last: int) -> Iterator[M]:
        """Yield what begins from token `first` on and before token `last`."""
        for at in range(bisect_left(self.matches, first, key=_begins), len(self.matches)):
            match = self.matches[at]
            if match.first >= last:
                return
            if isinstance(match, kind):
                yield match

    def before(self, match: Match, most: int = NEAR) -> str:
        """Return the words of the sentence before `match`, in lower case, with spaces around
        each.
        """
        return self.padded(self.opening(match.first, most), match.first)

    def after(self, match: Match, most: int = NEAR) -> str:
        """Return the words of the sentence behind `match`, as `before` does."""
        return self.padded(
            match.last, self.closing(match.last, most, self.source.sentence(match.first))
        )

    def around(self, match: Match) -> str:
        """Return the sentence of `match`, as `before` does."""
        sentence = self.source.sentence(match.first)
        return self.padded(
            self.opening(match.first, NEAR), self.closing(match.last, NEAR, sentence)
        )

    def clause(self, match: Match) -> str:
        """Return the words between the semicolons, colons and full stops around `match`, as
        `before` does.
        """
        return self.padded(*self.clause_of(match))

    def part(self, match: Match) -> str:
        """Return the words between the commas around `match` in its clause, as `before` does."""
        first, last = self.clause_of(match)
        words = [token.text for token in self.source.tokens[first:last]]
        begin = max(
            (i + 1 for i, w in enumerate(words) if w == "," and first + i < match.first), default=0
        )
        end = next(
            (i for i, w in enumerate(words) if w == "," and first + i >= match.last), len(words)
        )
        return self.padded(first + begin, first + end)

    def clause_of(self, match: Match) -> tuple[int, int]:
        """Return the first and the last token, exclusive, of the clause around `match`."""
        tokens = self.source.tokens
        clause = tokens[match.first].clause
        first, last = match.first, match.last
        while first > max(match.first - NEAR, 0) and tokens[first - 1].clause == clause:
            first -= 1
        while last < min(match.last + NEAR, len(tokens)) and tokens[last].clause == clause:
            last += 1
        return first, last

    def part_behind(self, match: Match) -> str:
        """Return the words behind `match` up to the next value in its clause, as `before` does."""
        last = self.clause_of(match)[1]
        values = (other.first for other in self.within(Match, match.last, last))
        return self.padded(match.last, next(values, last))

    def before_words(self, index: int) -> str:
        """Return the words of the sentence in front of token `index`, as `before` does."""
        return self.padded(self.opening(index, NEAR), index)

    def padded(self, first: int, last: int) -> str:
        return f" {self.source.words(first, last)} "

    def opening(self, index: int, most: int) -> int:
        """Return the first token of the sentence of token `index`, at most `most` tokens in front
        of it.
        """
        return self.source.opening(index, most)

    def closing(self, index: int, most: int, sentence: int) -> int:
        last = index
        while last < index + most and self.source.sentence(last) == sentence:
            last += 1
        return last

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """First and last token, exclusive, of each sentence."""
        found: list[tuple[int, int]] = []
        for index, token in enumerate(self.source.tokens):
            if found and self.source.tokens[found[-1][0]].sentence == token.sentence:
                found[-1] = (found[-1][0], index + 1)
            else:
                found.append((index, index + 1))
        return found

    @cached_property
    def money_begins(self) -> frozenset[int]:
        """The tokens that amounts of money begin with."""
        return frozenset(match.first for match in self.each(MoneyMatch))

    def last_words(self, at: int, most: int) -> list[str]:
        """Return the last words in front of character `at`, in lower case, at most `most`."""
        return self.lower[:at].rsplit(maxsplit=most)[-most:]

    def text_in_front(self, at: int, signs: str) -> str:
        """Return the text from the last of `signs` to character `at`, in lower case."""
        return self.lower[max(self.lower.rfind(sign, 0, at) for sign in signs) + 1 : at]

    def text_behind(self, at: int, signs: str) -> str:
        """Return the text from character `at` to the next of `signs`, in lower case."""
        return re.split(f"[{signs}]", self.lower[at:], maxsplit=1)[0]

    def text_of(self, first: int, last: int) -> str:
        return self.source.text[self.source.tokens[first].start : self.source.tokens[last - 1].end]

    def span(self, start: int, end: int) -> Span:
        return Span(answer=self.key, start=start, end=end, text=self.source.text[start:end])


@dataclass
class Reading:
    """All that was told, in one language."""

    told: Mapping[str, Told]
    language: str
    today: date

    def pick(self, keys: Iterable[str]) -> Iterator[Told]:
        """Yield what was told under `keys`, in this order, without what was left empty."""
        return (self.told[key] for key in keys if key in self.told)


def says(words: str, cues: Cues | tuple[str, ...]) -> bool:
    """Whether one of `cues` stands in `words`, which have a space before and behind each word."""
    if isinstance(cues, Cues):
        return cues.within(words)
    return any(f" {cue} " in words for cue in cues)


def read(value: V, *spans: Span) -> Fact[V]:
    return Fact(value=value, said=spans, state="read")


def cut(text: str, most: int = VALUE_MAX) -> str:
    """Return `text` within `most` characters, cut behind a sentence, else behind a clause, else
    between two words.
    """
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    shorter = text[:most]
    for signs in (".!?", ";:", ","):
        at = max(shorter.rfind(f"{sign} ") for sign in signs)
        if at > most // 4:
            return shorter[: at + 1].rstrip(",;: ")
    return shorter.rpartition(" ")[0] or shorter
