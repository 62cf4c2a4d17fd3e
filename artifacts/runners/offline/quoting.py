"""How the founder's own words stand in our sentences: unchanged, whole sentences, between quotation
marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from artifacts.text import defuse, one_line, sentences

QUOTE_MAX = 260

_CLAUSE_END = re.compile(r"[,;:–] (?![0-9]{4}\b)")
"""Where a clause ends; the comma of "May 8, 2027" ends none."""
_BEHIND_LABEL = re.compile(r"\s*(?::|\s[–—-])\s+(.+)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_MARKS = {"en": ("“", "”", "‘", "’"), "de": ("„", "“", "‚", "‘")}
_NESTED = re.compile(r"[\"“”„«»‟]")
_NON_ANSWERS = frozenset(
    {
        "i don't know", "don't know", "idk", "no idea", "not sure", "not yet", "unknown", "none",
        "nothing", "n a",
        "na", "tbd", "weiß nicht", "keine ahnung", "unklar", "noch offen", "offen", "keine",
        "nichts", "je ne sais pas",
        "no sé", "weet ik niet",
    }
)  # fmt: skip


def listen(text: str, label: str = "") -> str:
    """Return what the founder said on one line, or "" where the text says nothing.

    `label` is left out where the text begins with it and a colon or dash: our sentences say it.
    Doubled brackets are parted, so that nothing a founder types becomes a pointer or a mark of
    ours.
    """
    flat = _without_label(defuse(one_line(text)), label)
    bare = " ".join(_WORD.findall(flat[:80].casefold().replace("’", "'")))
    return flat if bare and bare not in _NON_ANSWERS else ""


def _without_label(text: str, label: str) -> str:
    if not label or not text.casefold().startswith(label.casefold()):
        return text
    behind = _BEHIND_LABEL.fullmatch(text[len(label) :])
    return behind[1] if behind else text


def quote(text: str, language: str, limit: int = QUOTE_MAX) -> str:
    """Return `text` between quotation marks: whole sentences of it up to about `limit`
    characters.
    """
    outer_open, outer_close, inner_open, inner_close = _MARKS.get(language, _MARKS["en"])
    shown = fitting(text, limit)
    opened = False

    def inner(_match: re.Match[str]) -> str:
        nonlocal opened
        opened = not opened
        return inner_open if opened else inner_close

    shown = _NESTED.sub(inner, shown)
    if not shown.endswith(("..", "…")):
        shown = shown.rstrip().removesuffix(".").removesuffix("。")
    return f"{outer_open}{shown.rstrip()}{outer_close}"


def fitting(text: str, limit: int) -> str:
    """Return the first sentences of `text` that fit `limit`; of a longer one as much as ends in a
    clause.
    """
    if len(text) <= limit:
        return text
    kept = ""
    for sentence in sentences(text):
        if kept and len(kept) + len(sentence) + 1 > limit:
            return kept
        kept = f"{kept} {sentence}".strip()
        if len(kept) > limit:
            break
    return kept if len(kept) <= limit else _clauses(kept, limit)


def around(sentence: str, words: str, limit: int) -> str:
    """Return the clauses of a long sentence that stand about `words`, within `limit` characters
    where they fit.
    """
    at = sentence.find(words)
    if len(sentence) <= limit or at < 0:
        return sentence
    joints = [0, *(match.end() for match in _CLAUSE_END.finditer(sentence)), len(sentence)]
    first, last = _joints_around(joints, at, at + len(words), limit)
    shown = sentence[joints[first] : joints[last]].strip(" ,;:")
    return f"{'… ' if first else ''}{shown}{' …' if last < len(joints) - 1 else ''}"


def _joints_around(joints: list[int], start: int, end: int, limit: int) -> tuple[int, int]:
    """Return the joints between which the clauses from `start` to `end` stand, with as many clauses
    before and behind as `limit` allows.
    """
    first = max(number for number, joint in enumerate(joints[:-1]) if joint <= start)
    last = next(number for number, joint in enumerate(joints) if joint >= end)
    while first > 0 and joints[last] - joints[first - 1] <= limit:
        first -= 1
    while last < len(joints) - 1 and joints[last + 1] - joints[first] <= limit:
        last += 1
    return first, last


def _clauses(text: str, limit: int) -> str:
    head = text[:limit]
    for separator in ("; ", ": ", ", ", " – ", " "):
        cut = head.rfind(separator)
        if cut >= limit // 3:
            return head[:cut].rstrip(" ,;:–-") + " …"
    return head[: _boundary(text, limit)].rstrip() + "…"


def _boundary(text: str, position: int) -> int:
    """Return the last place at or before `position` that parts no character from its accents and
    modifiers.
    """
    while position > 0 and _is_joined(text[position - 1], text[position]):
        position -= 1
    return position


def _is_joined(before: str, after: str) -> bool:
    """Return whether two characters are one as a reader sees them: a letter and its accent, parts
    of one picture.
    """
    return (
        unicodedata.category(after)[0] in "MS"
        or "\u200d" in (before, after)
        or unicodedata.combining(before) == 9
    )


def bare(text: str) -> str:
    """Return a line without the full stop at its end, so that it can stand as a title or in a
    list.
    """
    return text.rstrip().removesuffix(".").rstrip()


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that is written as lines of text."""
    return frozenset(text.split())


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def shared_words(one: Iterable[str], other: Iterable[str]) -> int:
    """Return how many words of four letters or more two texts have in common, by their first five
    letters.
    """
    first, second = ({word[:5] for word in words if len(word) > 3} for words in (one, other))
    return len(first & second)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def shortened(text: str, limit: int) -> str:
    """Return a title that fits: whole, else cut at a clause."""
    return fitting(text, limit - 2) if len(text) > limit else text
