"""Texts as package.typ reads them: pieces that are only ever strings, with the language that each
is written in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from artifacts.exporters.package import Package, TextSpan, lines
from artifacts.text import fold_spaces

_LONG = re.compile(r"\S{25,}")
_KANA = re.compile("[\u3040-\u30ff]")
_ZERO_WIDTH_SPACE = "\u200b"
_SCRIPTS = {
    "ARABIC": "ar",
    "HEBREW": "he",
    "DEVANAGARI": "hi",
    "THAI": "th",
    "GREEK": "el",
    "CYRILLIC": "ru",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "CJK": "zh",
}


def bare(package: Package, item_id: str) -> TextSpan:
    return TextSpan(item_id, package.span(item_id).target)


def text_line(package: Package, text: str) -> dict[str, Any]:
    return text_run(package.spans(fold_spaces(text)))


def text_paragraphs(package: Package, text: str) -> list[dict[str, Any]]:
    return [text_run(package.spans(text)) for text in lines(text)]


def text_run(spans: Iterable[TextSpan]) -> dict[str, Any]:
    pieces = list(spans)
    whole = "".join(span.text for span in pieces)
    found: dict[str, Any] = {"spans": list(_pieces(pieces))}
    if language := _language(whole):
        found |= {"lang": language, "rtl": language in {"ar", "he"}}
    return found


def plain_run(text: str) -> dict[str, Any]:
    pieces = [TextSpan(text)]
    language = _language(text)
    return {"spans": list(_pieces(pieces)), "lang": language, "rtl": language in {"ar", "he"}}


def _pieces(spans: Iterable[TextSpan]) -> Iterator[str | list[str]]:
    for span in spans:
        text = _LONG.sub(_breakable, span.text.replace("\t", " "))
        if span.mark:
            yield [text, ""]
        elif target := span.target:
            yield [text, f"{target.artifact_type.value}.{target.anchor}"]
        else:
            yield text


def _breakable(match: re.Match[str]) -> str:
    """Let a long unbroken token break, but never inside a letter and its marks."""
    token = match[0]
    if not token.isascii() and any(
        unicodedata.category(char).startswith(("Lo", "M")) for char in token
    ):
        return token
    return _ZERO_WIDTH_SPACE.join(token[place : place + 12] for place in range(0, len(token), 12))


def _language(text: str) -> str:
    """Return the language that a text's first letter speaks for, or "" for that of the package."""
    first = next((char for char in text if char.isalpha()), "")
    if first < "\u0370":
        return ""
    language = _SCRIPTS.get(unicodedata.name(first, "").partition(" ")[0], "")
    return "ja" if language == "zh" and _KANA.search(text) else language
