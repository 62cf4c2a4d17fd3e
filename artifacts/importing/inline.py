"""The text of a line: escapes and links to anchors undone, all other markup kept literally."""

from __future__ import annotations

import html
import re
from html.entities import html5

from artifacts.documents.references import POINTER
from artifacts.text import fold_spaces

# Every alternative ends where the next one could begin, so that no text is looked at twice.
_MARKUP = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|\[(?P<words>(?:\\.|[^\\\[\]]){0,1000})\]"
    r"\(<?(?:#(?P<target>[A-Za-z0-9_.-]{1,110})|(?P<address>[^()<>\s]{1,2000}))>?(?:\s+\"[^\"]{0,200}\")?\)"
    r"|<(?P<auto>(?:https?://|mailto:|www\.)[^<>\s]{1,2000}|[^<>\s@\\]{1,200}@[^<>\s@]{1,250})>"
)
_SCHEME = re.compile(r"^(?:https?://|mailto:)", re.IGNORECASE)
_STRONG = re.compile(
    r"(\*{1,3}|_{1,3})(?=[^\s*_])(?P<words>(?:(?!\1).)+)(?<![\s*_\\])\1", re.DOTALL
)


def plain(raw: str) -> str:
    """Return one line of text."""
    return fold_spaces(_undo(raw))


def plain_lines(raw: str) -> str:
    """Return a paragraph's text; only a hard break begins a new line in it."""
    rows = [""]
    for line in raw.split("\n"):
        is_hard = line.endswith("  ") or _ends_in_backslash(line)
        rows[-1] += f" {line[:-1] if _ends_in_backslash(line) else line}"
        if is_hard:
            rows.append("")
    return "\n".join(text for row in rows if (text := plain(row)))


def without_emphasis(raw: str) -> str:
    """Return what a text says that is emphasised as a whole; any other text as it is."""
    match = _STRONG.fullmatch(raw.strip())
    return match["words"] if match else raw.strip()


def is_emphasised(raw: str) -> bool:
    """Whether a text is emphasised as a whole."""
    return _STRONG.fullmatch(raw.strip()) is not None


def _ends_in_backslash(line: str) -> bool:
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _undo(raw: str) -> str:
    return _MARKUP.sub(_meaning, raw)


def _meaning(match: re.Match[str]) -> str:
    if escaped := match["escaped"]:
        return escaped
    if entity := match["entity"]:
        # A name that is none stays, even if it begins with one: "&nothing;" is no "¬hing;".
        return html.unescape(entity) if entity[1] == "#" else html5.get(entity[1:], entity)
    if auto := match["auto"]:
        # Some tools put brackets around an address that has escapes in it.
        return _undo(auto.removeprefix("mailto:"))
    if address := match["address"]:
        words = plain(match["words"])
        is_same = _bare(words) == _bare(_undo(address))
        return words if is_same else match[0]
    pointer = f"[[{match['target']}]]"
    return pointer if POINTER.fullmatch(pointer) else match[0]


def _bare(address: str) -> str:
    return _SCHEME.sub("", address).rstrip("/")
