"""Names that stand in a list with places of the founder's, and are places too."""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.checker.claims import Sentence
from artifacts.checker.knowledge import Knowledge

_JOINING = frozenset((",", "and", "et", "en", "y", "e", "or", "ou", "of", "o"))


def places_beside_ours(known: Knowledge, sentence: Sentence) -> Iterator[str]:
    """Yield the names in lists such as "Lukla, Namche and Pokhara" that the founder has nowhere,
    where another one of the list is theirs. German has capitals for every noun and is left alone.
    """
    if sentence.source.lexicon.language == "de":
        return
    ours = {place.name.casefold() for place in known.places}
    for names in _lists(sentence):
        if any(name.casefold() in ours for name in names):
            yield from (name for name in names if not _is_told(known, name))


def _is_told(known: Knowledge, name: str) -> bool:
    word = f" {name.casefold()} "
    return any(word in sentence.words for sentence in known.sentences)


def _lists(sentence: Sentence) -> Iterator[list[str]]:
    """Yield the capitalised words that stand alone or in a list."""
    names: list[str] = []
    for index in range(sentence.first + 1, sentence.last):
        token = sentence.source.tokens[index]
        if token.lower in _JOINING:
            continue
        if _is_name(sentence, index):
            is_next = not names or sentence.source.word(index - 1) in _JOINING
            names = [*names, token.text] if is_next else [token.text]
            continue
        yield names
        names = []
    yield names


def _is_name(sentence: Sentence, index: int) -> bool:
    token = sentence.source.tokens[index]
    return token.kind == "word" and token.text[0].isupper()
