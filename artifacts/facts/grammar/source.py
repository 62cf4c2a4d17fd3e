"""A text with its tokens and its language: what every recogniser reads."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from artifacts.facts.grammar.figures import Number, number_at
from artifacts.facts.grammar.lexicon import Lexicon, lexicon
from artifacts.facts.grammar.tokens import Token, tokenize
from artifacts.unlocked import cached_property


@dataclass
class Source:
    text: str
    tokens: list[Token]
    lexicon: Lexicon
    home: str = ""
    """The currency people pay in there, ISO 4217; it settles "$", "pesos" and "cents"."""

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every token in lower case, and the parts of those with hyphens."""
        whole = {token.lower for token in self.tokens}
        return frozenset(whole.union(*(word.split("-") for word in whole if "-" in word)))

    def word(self, index: int) -> str:
        """Return the lower-case text of a token, "" outside the text."""
        # Every recogniser asks for the words around a token, and seldom for one outside the text.
        try:
            return self.lower[index] if index >= 0 else ""
        except IndexError:
            return ""

    def is_word(self, index: int) -> bool:
        return 0 <= index < len(self.tokens) and self.tokens[index].kind == "word"

    def has_any(self, words: frozenset[str]) -> bool:
        """Return whether one of `words` is in the vocabulary: quicker than a pattern that needs
        one of them.
        """
        return not words.isdisjoint(self.vocabulary)

    def words(self, first: int, last: int) -> str:
        """Return lower-case tokens from `first` to `last`, exclusive, with single spaces between
        them.
        """
        return " ".join(self.lower[max(first, 0) : last])

    @cached_property
    def lower(self) -> list[str]:
        """The tokens in lower case: the words around a value are asked for over and over."""
        return [token.lower for token in self.tokens]

    def sentence(self, index: int) -> int:
        return self.tokens[index].sentence if 0 <= index < len(self.tokens) else -1

    def opening(self, index: int, most: int) -> int:
        """Return the first token of the sentence of token `index`, at most `most` tokens in front
        of it.
        """
        sentence = self.sentence(index)
        first = index
        while first > max(index - most, 0) and self.sentence(first - 1) == sentence:
            first -= 1
        return first

    def touches(self, index: int) -> bool:
        """Whether token `index` follows the one before it without a space."""
        return 0 < index < len(self.tokens) and not self.tokens[index].spaced

    def number(self, index: int, *, money: bool = False) -> Number | None:
        if not 0 <= index < len(self.tokens):
            return None
        key = (index, money)
        if key not in self._numbers:
            self._numbers[key] = number_at(self.tokens, index, self.lexicon, money=money)
        return self._numbers[key]

    @cached_property
    def _numbers(self) -> dict[tuple[int, bool], Number | None]:
        """The numbers that were asked for: each recogniser asks for the one in front of it."""
        return {}

    def skip_hyphen(self, index: int) -> int:
        """Return the index behind a hyphen that touches the token before it, or `index`."""
        return index + 1 if self.word(index) == "-" and self.touches(index) else index

    def skip(self, index: int, allowed: Collection[str], most: int = 3) -> int:
        """Return the first index from `index` on whose word is not in `allowed`, after `most` at
        the latest.
        """
        limit = index + most
        while index < limit and self.word(index) in allowed:
            index += 1
        return index

    def back(self, index: int, allowed: Collection[str], most: int = 2) -> int:
        """Return the last index up to `index` whose word is not in `allowed`, at most `most` in
        front of it.
        """
        limit = index - most
        while index > limit and self.word(index) in allowed:
            index -= 1
        return index


def source(text: str, language: str, home: str = "") -> Source:
    tables = lexicon(language)
    return Source(text, tokenize(text, frozenset(tables.months)), tables, home)
