"""Turn Markdown and HTML, which some models write whatever they are told, into the plain text that
documents hold.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

_FENCE = re.compile(r"^[ \t]*```[^\n]*\n?", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^[ \t]{0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*\n?", re.MULTILINE)
_QUOTE = re.compile(r"^[ \t]{0,3}>[ \t]+", re.MULTILINE)
_BULLET = re.compile(r"^[ \t]*[-*+•][ \t]+(\S[^\n]*)", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\[\]\n]+)\]\((?:https?|mailto):[^\s()]*\)")
_CODE = re.compile(r"`([^`\n]+)`")
_STRONG = re.compile(
    r"(?<![\w*])\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*(?![\w*])|(?<![\w_])__(?=\S)([^_\n]+?)(?<=\S)__(?![\w_])"
)
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])|(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])"
)

_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|code|del|em|font|i|ins|kbd|mark|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_BLOCK_TAG = re.compile(
    r"[ \t]*</?(?:blockquote|div|dd|dl|dt|h[1-6]|hr|ol|p|pre|section|table|tbody|td|th|thead|tr|ul)"
    r"(?:\s[^<>]*)?/?>[ \t]*",
    re.IGNORECASE,
)
_ENTRY_TAG = re.compile(r"[ \t]*<li(?:\s[^<>]*)?>[ \t]*", re.IGNORECASE)
_BREAK_TAG = re.compile(r"[ \t]*(?:<br[ \t]*/?>|</li>)[ \t]*\n?", re.IGNORECASE)
_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|ndash|mdash|hellip|euro|pound|#\d{2,5}|#x[0-9a-f]{2,4});",
    re.IGNORECASE,
)
_GAPS = re.compile(r"\n[ \t]*\n\s*")
_SENTENCE_ENDS = (".", "!", "?", ":", ";", ",", "…", "”", '"', "]]")


def plain_text(text: str) -> str:
    """Return `text` without the signs of Markdown and the tags of HTML that set words apart or part
    paragraphs.

    Pointers and marks in double brackets stay, and so does what only looks like such signs: "2 *
    3", "snake_case". Anything else between angle brackets is left as it was written: wherever it is
    shown, it is text.
    """
    if not any(sign in text for sign in "*_#`<>&•-+[\\"):
        return text
    if "\n" not in text:
        text = text.replace("\\n", "\n")
    return _GAPS.sub("\n\n", _without_markdown(_without_html(text))).strip()


def plain_texts(value: Any) -> Any:
    """Return JSON with every text in it, but for keys, as plain text."""
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, dict):
        return {key: plain_texts(entry) for key, entry in value.items()}
    return [plain_texts(entry) for entry in value] if isinstance(value, list) else value


def _without_html(text: str) -> str:
    if "<" in text:
        text = _INLINE_TAG.sub("", text)
        text = _BREAK_TAG.sub("\n", text)
        text = _ENTRY_TAG.sub("\n- ", text)
        text = _BLOCK_TAG.sub("\n\n", text)
    return (
        _ENTITY.sub(lambda match: unescape(match[0]).replace("\xa0", " "), text)
        if "&" in text
        else text
    )


def _without_markdown(text: str) -> str:
    text = _FENCE.sub("", text)
    text = _RULE.sub("", text)
    text = _HEADING.sub(r"\1\n", text)
    text = _QUOTE.sub("", text)
    text = _BULLET.sub(lambda match: _as_sentence(match[1]) if "\n" in text else match[1], text)
    text = _LINK.sub(r"\1", text)
    text = _CODE.sub(r"\1", text)
    for pattern in (_STRONG, _EMPHASIS):
        text = pattern.sub(lambda match: match[1] or match[2], text)
    return text


def _as_sentence(entry: str) -> str:
    """Return an entry of a list, which without its sign must not run on into the next one."""
    entry = entry.rstrip()
    return entry if entry.endswith(_SENTENCE_ENDS) else f"{entry}."
