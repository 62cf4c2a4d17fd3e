"""Read JSON out of what a model wrote: whole, or as far as it goes."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic_core import from_json

_OVERLAP_MAX = 400
_OVERLAP_MIN = 12

_THINKING = re.compile(
    r"\s*<(think|thinking|thought|reasoning)>.*?(?:</\1>|\Z)", re.IGNORECASE | re.DOTALL
)
_THINKING_ENDS = re.compile(r"</(?:think|thinking|thought|reasoning)>", re.IGNORECASE)


def without_thinking(text: str) -> str:
    """Return `text` without the thoughts in tags that a server left in front of it; "" where it is
    nothing else.

    Where the template of a chat opens the tag itself, only the end of it is in the text. Text that
    begins with JSON is left as it is: what looks like a tag in there was written for the founder.
    """
    while found := _THINKING.match(text):
        text = text[found.end() :]
    if not text.lstrip().startswith(("{", "[", "```")) and (end := _THINKING_ENDS.search(text)):
        return text[end.end() :]
    return text


def read_json(text: str, *, opening: str = "{[") -> Any:
    """Return the JSON that a model wrote, whatever it says around it; `opening` has the brackets it
    may begin with.

    If there is a code fence it is its contents, else the first thing that begins with such a
    bracket. A part of broken JSON is never taken for the whole. Raises ValueError, which
    quotes nothing.
    """
    if "```" in text and not text.lstrip().startswith(tuple(opening)):
        text = text[text.find("```") :]
    start = min((place for bracket in opening if (place := text.find(bracket)) >= 0), default=-1)
    if start < 0:
        raise ValueError("there is no JSON in it")
    try:
        # Line breaks inside texts are no JSON, but there is no doubt about what is meant.
        value, _ = json.JSONDecoder(parse_constant=_refuse, strict=False).raw_decode(text, start)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    return value


def is_cut_off(text: str) -> bool:
    """Return whether `text` holds a JSON object in which nothing is wrong but that it ends too
    early.
    """
    start = text.find("{")
    if start < 0:
        return False
    try:
        read_json(text, opening="{")
    except ValueError:
        try:
            from_json(text[start:], allow_partial=True)
        except ValueError:
            return False
        return True
    return False


def read_partial(text: str) -> dict[str, Any]:
    """Return what can be read so far of a JSON object that is still being written."""
    text = without_thinking(text)
    start = text.find("{")
    if start < 0:
        return {}
    try:
        value = from_json(text[start:], allow_partial="trailing-strings")
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def join(text: str, more: str) -> str:
    """Return `text` gone on with by `more`, without what `more` says again of the end of `text`."""
    more = _without_fence(more)
    for size in range(min(len(text), len(more), _OVERLAP_MAX), _OVERLAP_MIN - 1, -1):
        if text.endswith(more[:size]):
            return text + more[size:]
    return text + more


def _without_fence(text: str) -> str:
    first, newline, rest = text.partition("\n")
    return rest if newline and first.strip().startswith("```") else text


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON")
