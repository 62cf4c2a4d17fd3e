"""What every text goes through before it is validated, hashed or compared. No Django here."""

from __future__ import annotations

import re
import unicodedata
from typing import Self

# NUL and the other controls break PostgreSQL, DOCX and PDF; lone surrogates break every encoder;
# the embedding, override and isolate marks let a text show an order that is not the stored one. Tab
# and newline stay.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85")
_OPENING = re.compile(r"\[(?=\[)")
_CLOSING = re.compile(r"\](?=\])")
_SENTENCE_END = re.compile(
    r"(?<=[.!?…])(?:\[\[[+=?]\]\])?[\"”“»)]*\s+(?=(?:\[\[)?[\"„“«(¿¡]?[\w€$£])|(?<=[。！？])"
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Za-z]|e\.g|i\.e|etc|approx|no|nr|st|dr|mr|mrs|ms|ca|bzw|usw|z\.\s?b|d\.\s?h|u\.\s?a|vgl|abs|art|inkl|fr|sfr|"
    r"max|min|mind|evtl|av|env|p\.\s?ej)|\d)\.$",
    re.IGNORECASE,
)
_ABBREVIATION_MAX = 12
_NUMBERED = re.compile(r"(\d+)\.$")
_OPENER = re.compile(
    r"(?:Die|Der|Das|Ein|Eine|Kein|Keine|Wir|Ich|Es|Er|Sie|Wer|Wenn|Im|In|Am|Bis|Mit|Für|Alle|Mein"
    r"|Meine|Unser|Unsere|Every|Each|If|When|After|Before|Then|There|That|This|All|Until|Nobody"
    r"|Jeder|Jede|Jedes|Nur|Dann|Danach|Vor|Dazu|Dort|The|We|I|It|A|An|No|On|He|She|They|My|Our|Le|La|Les|Nous|Il|Elle|El|Los)"
    r"\b"
)
"""Words that open a sentence and follow no ordinal: "ich 20. Die Meldung ..."."""
_OPENER_MAX = 10
_MONTH = re.compile(
    r"(?:Jan|Jän|Feb|Mär|Mae|Apr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|Dez|Dec)", re.IGNORECASE
)
"""Behind a day, also one that its weekday leads to: "am Freitag, 14. Mai"."""


def gettext_noop(text: str) -> str:
    """Mark a text for translation, as Django's function of this name does; pages translate it."""
    return text


def clean_text(text: str) -> str:
    """Return `text` in NFC with `\\n` line ends and without control, override and surrogate
    characters.
    """
    if not text.isprintable():  # what is, as most texts are, has neither
        text = _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", text)


def fold_spaces(text: str) -> str:
    """Return `text` with every run of white space as one space, so that only a change of words is a
    change.
    """
    return " ".join(text.split())


def one_line(text: str) -> str:
    """Return `text` cleaned, and without line ends."""
    return fold_spaces(clean_text(text))


def fold_lines(text: str) -> str:
    """Return `text` as it reads on a page: each line without spare spaces, and one empty line
    between paragraphs.
    """
    return re.sub(r"\n{3,}", "\n\n", "\n".join(map(fold_spaces, text.split("\n")))).strip()


def is_blank(text: str) -> bool:
    """Whether nothing of `text` would be seen: it has only spaces, and characters without a
    shape.
    """
    return all(unicodedata.category(char)[0] in "CZ" for char in text)


def fold_title(text: str) -> str:
    """Return the form in which two titles are compared: case and spacing do not count."""
    return fold_spaces(text).casefold()


class InContext(str):
    """A word of ours that another language has several words for, with the context that says which
    is meant.
    """

    __slots__ = ("context",)

    context: str

    def __new__(cls, text: str, context: str = "") -> Self:
        word = super().__new__(cls, text)
        word.context = context
        return word


def defuse(text: str) -> str:
    """Return `text` with doubled brackets parted, so that nothing a founder types becomes a pointer
    or a mark of ours.
    """
    return _CLOSING.sub("] ", _OPENING.sub("[ ", text))


def sentences(text: str) -> list[str]:
    """Return the sentences of `text` as they stand; a mark of ours may follow the full stop."""
    found: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        before = text[max(start, match.start() - _ABBREVIATION_MAX) : match.start()]
        after = text[match.end() : match.end() + _OPENER_MAX]
        if _ABBREVIATED.search(before) and not _ends_after_number(before, after):
            continue
        if sentence := text[start : match.start()].strip():
            found.append(sentence + match[0].strip())
        start = match.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found


def _ends_after_number(before: str, after: str) -> bool:
    """Return whether a full stop after a number ends a sentence: "in 2027.

    We", but not "am 4. Januar".
    """
    number = _NUMBERED.search(before)
    if not number:
        return False
    first = after[:1]
    is_listed = before[: number.start()].endswith(", ") and not _MONTH.match(after)
    return (
        bool(_OPENER.match(after))
        or (is_listed and first.isupper())
        or (len(number[1]) > 2 and (first.isupper() or first.isdigit()))
    )
