"""What stands inside a line: escapes and links to anchors undone, all other markup kept as the characters it is."""

from __future__ import annotations

import html
import re

from artifacts.coherence.references import POINTER
from artifacts.text import fold_spaces

# Every alternative ends where the next one could begin, so that no text is looked at twice.
_MARKUP = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|\[(?:\\.|[^\\\[\]]){0,1000}\]\(#(?P<target>[A-Za-z0-9_.-]{1,110})\)"
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


def _ends_in_backslash(line: str) -> bool:
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _undo(raw: str) -> str:
    return _MARKUP.sub(_meaning, raw)


def _meaning(match: re.Match[str]) -> str:
    if escaped := match["escaped"]:
        return escaped
    if entity := match["entity"]:
        return html.unescape(entity)
    pointer = f"[[{match['target']}]]"
    return pointer if POINTER.fullmatch(pointer) else match[0]
