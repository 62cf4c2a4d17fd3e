"""How the founder's own words stand in our sentences: as part of one where they are a short phrase, else quoted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from artifacts.runners.offline import lexicon
from artifacts.text import clean_text, fold_spaces

EXCERPT = 200
_PHRASE_MAX = 140
_SHORT_MAX = 60

_ENDINGS = ".!?…。！？؟۔"
_SLOT = re.compile(r"\{(\w+)\}(\.?)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_OPENING = re.compile(r"\[(?=\[)")
_CLOSING = re.compile(r"\](?=\])")
_INSIDE_SENTENCE_END = re.compile(r"[.!?;:…]\s|[\[\]{}<>\"“”„«»|\\…:;!?]|://|www\.")
_INNER_QUOTES = str.maketrans({'"': "'", "“": "‘", "”": "’", "„": "‚", "‟": "‘"})
_SENTENCE_END = re.compile(r"[.!?…۔؟](?= )|[。！？]")
_CUT_BEFORE = re.compile(r",? (?:who|that|which|whose|where|when|with|without|because|but|so|aged|and)\b|[,;(–—/]| - ")
_MODIFIERS_OF_TONE = range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)
_TAGS = range(0xE0020, 0xE0080)


@dataclass(frozen=True, slots=True)
class Words:
    """One text of the founder, ready to be spoken. `text` is clean, on one line, and holds no pointer."""

    text: str = ""
    phrase: bool = False
    """A short English phrase without a verb of its own, which can stand inside a sentence of ours."""

    def __bool__(self) -> bool:
        return bool(self.text)

    def quote(self, limit: int = EXCERPT) -> str:
        """Return the words between quotation marks, without a full stop at their end."""
        shown = excerpt(self.text, limit).translate(_INNER_QUOTES)
        if not shown.endswith(("..", "…")):
            shown = shown.removesuffix(".").removesuffix("。")
        return f"“{shown.rstrip()}”"

    def inline(self, limit: int = EXCERPT) -> str:
        """Return the words as they stand inside a sentence: bare when they are a phrase, else quoted."""
        return lower_first(self.text.rstrip(" .,")) if self.phrase else self.quote(limit)

    def stated(self, lead: str, limit: int = EXCERPT) -> str:
        """Return a sentence that says what `lead` (a singular subject) is."""
        if self.phrase:
            return f"{lead} is {self.inline()}."
        return fill(f"{lead}, in our own words: {{words}}.", {"words": self.quote(limit)})


def listen(text: str) -> Words:
    """Return what the founder said, or empty words where the text says nothing."""
    flat = defuse(fold_spaces(clean_text(text)))
    return Words(flat, is_phrase(flat)) if says_something(flat) else Words()


def defuse(text: str) -> str:
    """Part doubled brackets, so that nothing a founder types becomes a pointer of ours."""
    return _CLOSING.sub("] ", _OPENING.sub("[ ", text))


def says_something(text: str) -> bool:
    """Return whether `text` is more than punctuation or a way to say "I do not know"."""
    bare = " ".join(_WORD.findall(text[:80].casefold().replace("’", "'")))
    return bool(bare) and bare not in lexicon.NON_ANSWERS


def words_of(text: str) -> list[str]:
    return _WORD.findall(text)


def is_phrase(text: str) -> bool:
    """Return whether `text` is a short English phrase that reads well inside a sentence."""
    bare = text.rstrip(" .,")
    if not bare or len(bare) > _PHRASE_MAX or _INSIDE_SENTENCE_END.search(bare):
        return False
    words = [word.replace("’", "'") for word in words_of(bare)]
    lower = [word.casefold() for word in words]
    if not words or lower[0] in lexicon.CLAUSE_OPENERS or lexicon.PERSONAL.intersection(lower):
        return False
    before_relative = next((i for i, word in enumerate(lower) if word in lexicon.RELATIVES and i), len(lower))
    if lexicon.VERBS.intersection(lower[:before_relative]) or _opens_like_a_clause(lower):
        return False
    return _reads_english(bare, lower)


def _opens_like_a_clause(lower: list[str]) -> bool:
    """Return whether a plural is followed by what looks like its verb, as in "climbers look at each blade"."""
    if len(lower) < 3 or not is_plural(lower[0]) or lower[2] not in lexicon.AFTER_VERBS:
        return False
    second = lower[1]
    return not (
        second in lexicon.POSTMODIFIERS | lexicon.ENGLISH or is_plural(second) or second.endswith(("ing", "ed"))
    )


def _reads_english(text: str, lower: list[str]) -> bool:
    if any(unicodedata.category(char) in ("Cf", "Mn", "So", "Sk") for char in text):
        return False
    if lexicon.FOREIGN.intersection(lower):
        return False
    if lexicon.ENGLISH.intersection(lower):
        return all("LATIN" in unicodedata.name(char, "") for char in text if char.isalpha())
    if not text.isascii():
        return False
    return text[0] in "0123456789$" or any(
        word in lexicon.COMMON or word.endswith(("ers", "ors", *lexicon.COMMON_ENDINGS))
        for word in (lower[0], lower[-1])
    )


def lower_first(text: str) -> str:
    """Lower-case the first letter where the first word is surely a common English word."""
    first = next(iter(words_of(text[:60])), "")
    if not text.startswith(first) or first[1:] != first[1:].lower():
        return text
    common = first.casefold()
    if len(first) > 1 or common == "a":
        known = common in lexicon.COMMON or common in lexicon.ENGLISH
        heads = is_plural(common) and common not in lexicon.PROPER and not common.endswith("ans")
        following = next(iter(words_of(text[len(first) : len(first) + 30])), "of").casefold()
        if heads and following in lexicon.POSTMODIFIERS:
            return text[0].lower() + text[1:]
        if known or (common.endswith(lexicon.COMMON_ENDINGS) and common not in lexicon.PROPER):
            return text[0].lower() + text[1:]
        if common in lexicon.ORDINARY and text[1:] == text[1:].lower():
            return text[0].lower() + text[1:]
    return text


def upper_first(text: str) -> str:
    """Capitalise the first letter, but leave names such as iPhone as they are."""
    first = next(iter(words_of(text[:60])), "")
    if first[1:] != first[1:].lower():
        return text
    return text[:1].upper() + text[1:] if len(text[:1].upper()) == 1 else text


def plural_head(words: Words) -> str:
    """Return the short plural core of a phrase ("owners of small shops"), or "" where there is none to be sure of."""
    if not words.phrase:
        return ""
    text = words.inline()
    short = text[: cut.start()] if (cut := _CUT_BEFORE.search(text)) else text
    if not 0 < len(short) <= _SHORT_MAX:
        return ""
    tokens = [token.casefold() for token in words_of(short)]
    if not tokens or tokens[0] in lexicon.SINGULAR_OPENERS or tokens[-1] in lexicon.POSTMODIFIERS:
        return ""
    head = next((tokens[i - 1] for i, token in enumerate(tokens) if token in lexicon.POSTMODIFIERS and i), tokens[-1])
    return short.strip() if is_plural(head) else ""


def is_plural(noun: str) -> bool:
    if noun in lexicon.PLURALS:
        return True
    return len(noun) > 3 and noun.endswith("s") and not noun.endswith(("ss", "us", "is", "ness", "ous"))


def excerpt(text: str, limit: int = EXCERPT) -> str:
    """Return about `limit` characters of `text` at most, cut after a sentence or a word, never inside a character."""
    if len(text) <= limit:
        return text
    head = text[:limit]
    ends = [match.end() for match in _SENTENCE_END.finditer(text[: limit + 1]) if match.end() <= limit]
    if ends and ends[-1] >= limit // 3:
        return f"{head[: ends[-1]]} …"
    space = head.rfind(" ")
    if space >= limit // 2:
        return head[:space].rstrip(" ,;:-–—([.") + "…"
    return head[: _boundary(text, limit)].rstrip() + "…"


def _boundary(text: str, position: int) -> int:
    while position > 0 and _joined(text, position):
        position -= 1
    return position


def _joined(text: str, position: int) -> bool:
    """Return whether the character at `position` belongs to the one before it as a reader sees them."""
    before, after = text[position - 1], text[position]
    if unicodedata.category(after).startswith("M") or after in "\u200d\u200c\ufe0f" or before == "\u200d":
        return True
    if unicodedata.combining(before) == 9:
        return True
    if ord(after) in _MODIFIERS_OF_TONE or ord(after) in _TAGS:
        return True
    if ord(after) in _FLAGS and ord(before) in _FLAGS:
        start = position
        while start > 0 and ord(text[start - 1]) in _FLAGS:
            start -= 1
        return (position - start) % 2 == 1
    return "\u1100" <= after <= "\u11ff" and "\u1100" <= before <= "\ud7a3"


def fill(template: str, slots: Mapping[str, str]) -> str:
    """Put `slots` into `template`; a full stop after a slot goes where the slot's text already ends its sentence."""

    def put(match: re.Match[str]) -> str:
        value = slots[match[1]]
        ended = value.rstrip("”’)").endswith(tuple(_ENDINGS))
        return value if ended else value + match[2]

    return _SLOT.sub(put, template)


def paragraphs(*parts: str) -> str:
    """Join the parts that are not empty with a blank line between them."""
    return "\n\n".join(part.strip() for part in parts if part.strip())


def sentences(*parts: str) -> str:
    """Join the parts that are not empty with a space between them."""
    return " ".join(part.strip() for part in parts if part.strip())


def listed(names: list[str]) -> str:
    """Return "a", "a and b" or "a, b and c"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""
