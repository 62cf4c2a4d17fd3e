"""A founder's words as the tools of builders take them: one line, fenced paragraphs, names of
folders.
"""

from __future__ import annotations

import re
import unicodedata

from artifacts.documents.labels import document_title
from artifacts.documents.references import POINTER, shorten
from artifacts.exporters.commonmark import begin, escape, escape_heading
from artifacts.exporters.package import Package
from artifacts.exporters.package import lines as split_lines
from artifacts.text import fold_spaces

SLUG_MAX = 40

_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae"}
)
# A backslash does not keep a name from being notified, since trackers look for names in the text
# that is shown. They link `#1`, `owner/name#1` and `GH-1` to whatever has that number; in an
# address they are part of it.
_LINKED = re.compile(r"https?://\S+|(?<![\w/])@(?=\w)|#(?=\d)|\bGH-(?=\d)", re.IGNORECASE)
_SPACE_WITHOUT_WIDTH = "&#8203;"
_NOT_IN_SLUGS = re.compile(r"[^a-z0-9]+")


def slug(item_id: str, title: str) -> str:
    """Return a name for a folder or file: the id, and what of the title is Latin:
    `f-1-shelf-count`, or `f-1`.

    Two items never share one, since their ids differ.
    """
    letters = unicodedata.normalize(
        "NFKD", unicodedata.normalize("NFC", title).lower().translate(_LETTERS)
    )
    plain = _NOT_IN_SLUGS.sub("-", letters.encode("ascii", "ignore").decode()).strip("-")
    if len(plain) > SLUG_MAX:
        plain = plain[: SLUG_MAX + 1].rpartition("-")[0] or plain[:SLUG_MAX]
    return "-".join(part for part in (item_id.lower(), plain) if part)


class Words:
    """Turns stored text into plain words: pointers named, marks in brackets, every line folded."""

    def __init__(self, package: Package) -> None:
        self._package = package

    def line(self, text: str) -> str:
        """Return a text as one line."""
        return fold_spaces("".join(self._piece(text)))

    def paragraphs(self, text: str) -> tuple[str, ...]:
        """Return the paragraphs of a text, each as one line."""
        return tuple(self.line(line) for line in split_lines(text))

    def _piece(self, text: str) -> list[str]:
        pieces = []
        for span in self._package.spans(text):
            # A title may point on; that is said by its id alone, or a circle would never end.
            pieces.append(
                POINTER.sub(
                    lambda pointer: pointer[1].rpartition(".")[2].replace("_", " "), span.text
                )
            )
            # The title of a section alone does not say where a builder finds it.
            if (target := span.target) and not target.item_id:
                pieces.append(f" ({document_title(target.artifact_type, self._package.language)})")
        return pieces


def inline(text: str) -> str:
    """Return a line as Markdown for use inside a line. It can neither open nor close a comment."""
    return _without_comments(escape(text))


def heading(text: str) -> str:
    """Return a line as Markdown for a heading."""
    return _without_comments(escape_heading(text))


def block(text: str) -> str:
    """Return a line as Markdown that may begin a line: no heading, list, fence, rule or quick
    action (`/close`).
    """
    line = begin(inline(text))
    return f"\\{line}" if line.startswith("/") else line


def within(limit: int, text: str) -> str:
    """Return a line as Markdown of at most `limit` characters, shortened between words where it is
    longer.
    """
    length = limit
    while len(found := inline(shorten(text, length))) > limit:
        length = length * limit // len(found)
    return found


def without_mentions(markdown: str) -> str:
    """Return Markdown in which a tracker finds no name to notify and no number to link."""
    return _LINKED.sub(
        lambda found: found[0] if "/" in found[0] else found[0] + _SPACE_WITHOUT_WIDTH, markdown
    )


def _without_comments(escaped: str) -> str:
    # Backlog.md marks its criteria by comments, which it finds behind a backslash too.
    return escaped.replace("<!", "<\\!").replace("-->", "--\\>")
