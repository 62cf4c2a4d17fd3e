"""German and Dutch compounds: what is told by a part of one, or taken apart."""

from __future__ import annotations

from collections.abc import Collection

from artifacts.checker.stems import stem

LANGUAGES = frozenset({"de", "nl"})
_PART = 4
"""The least letters of one part of a compound."""
_WHOLE = 9
"""Letters of a word that may be a compound of two."""
_BEGINS = 5
"""The least letters of a word that a compound may begin with: "kassa", "Kassamodul"."""
_ENDS = 6
"""The least letters of a word that a compound may end with: "Schloss", "Funkschloss"."""
_ROOT = 5
"""Letters in which two forms of a part agree: "Verwaltung", "verwaltet"."""
_PLURALS = ("", "e", "en", "n", "s", "er")


def told_in_compounds(words: Collection[str], text: Collection[str], language: str) -> set[str]:
    """Return the stems of those of `words` that words of a text hold, or tell in two parts."""
    if language not in LANGUAGES:
        return set()
    long = [word for word in text if len(word) >= _PART]
    # Most words share nothing with a text, which one look at all of it tells.
    joined = " ".join(long)
    return {
        stem(word, language)
        for word in words
        if len(word) >= _BEGINS
        and (
            (word in joined and _is_part(word, long))
            or (word[:_PART] in joined and _is_taken_apart(word, long))
            or _is_participle(word, long)
        )
    } - {""}


def _is_participle(word: str, text: list[str]) -> bool:
    """Whether it is the participle of a verb in a text: "genäht" of "nähen"."""
    if not (word.startswith("ge") and word.endswith("t")) or word in _NO_PARTICIPLES:
        return False
    root = word[2:-1]
    return len(root) >= _VERB and any(
        other.startswith(root) and other[len(root) :] in _VERB_ENDINGS for other in text
    )


_VERB = 3
"""The least letters of the root of a verb."""
_VERB_ENDINGS = ("en", "e", "t", "st", "n", "te", "ten")
_NO_PARTICIPLES = frozenset(
    ("gebiet", "gewicht", "gesicht", "gericht", "gerüst", "gedicht", "geschäft", "gehalt", "gebet")
)


def shares_head(words: Collection[str], text: Collection[str], language: str) -> bool:
    """Return whether a word of a text is what a compound among `words` is a kind of: "die Kasse"
    where "die Pflegekasse" was spoken of.
    """
    if language not in LANGUAGES:
        return False
    heads = {word for word in text if len(word) >= _BEGINS and word.isalpha()} - set(words)
    return any(
        word.endswith(head) and len(word) >= len(head) + _PART for word in words for head in heads
    )


def _is_part(word: str, text: list[str]) -> bool:
    """Whether a longer word begins or ends with it."""
    for other in text:
        if len(other) >= len(word) + 2 and other != word:
            if len(other) > len(word) + 2 and other.startswith(word):
                return True
            if len(word) >= _ENDS and other.endswith(word):
                return True
    return False


def _is_taken_apart(word: str, text: list[str]) -> bool:
    """Whether two words tell the parts of a compound: "Kursverwaltung", "a module manages the
    courses" in German.
    """
    if len(word) < _WHOLE:
        return False
    for cut in range(_PART, len(word) - _PART + 1):
        first, second = word[:cut], word[cut:]
        heads = [other for other in text if _tells_first(first, other)]
        if heads and any(_tells_second(second, other) for other in text):
            return True
    return False


def _tells_first(first: str, other: str) -> bool:
    """Whether a word begins with the first part of a compound, or ends with it in some number."""
    stripped = first.removesuffix("s")
    firsts = (first, stripped) if len(stripped) >= _PART else (first,)
    return any(
        other.startswith(one) or any(other.endswith(f"{one}{plural}") for plural in _PLURALS)
        for one in firsts
    )


def _tells_second(second: str, other: str) -> bool:
    """Whether a word is the second part of a compound, or has the root of it."""
    if other == second:
        return True
    act = second.removesuffix("ung")
    if act != second and len(act) >= _PART and other.startswith(act):
        return True  # "Kontoführung": who "führt das Konto"
    root = max(_ROOT, len(second) - _FORMS)
    return other[:root] == second[:root]


_FORMS = 4
"""Letters in which two forms of a word may differ at their end."""
