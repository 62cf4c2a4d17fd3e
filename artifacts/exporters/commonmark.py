"""Text as CommonMark that shows exactly that text: nothing in it is taken for markup."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"[\\`*\[\]<&_~]")
_ALWAYS = re.compile(r"[\\`*\[\]<]")
# Only with its semicolon; in an address such as `?a=1&b=2` a backslash would be part of the link.
_ENTITY = re.compile(r"&(?=(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{0,40});)")
# An underscore between letters or digits is never emphasis, and `snake_case` reads better without a
# backslash.
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
# Where it means "about", a tilde cannot strike anything through.
_TILDE = re.compile(r"(?<!\s)(?<!^)~|~(?!\d)")
_SPACES = re.compile(r"\s+")
_BLOCK = re.compile(r"^(?=[#>+\-=|:~])")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")


def escape(text: str) -> str:
    """Return text for use inside a line: in a sentence, a link, a table cell.

    Spaces at its ends stay.
    """
    text = _SPACES.sub(" ", text)
    if not _SPECIAL.search(text):
        return text
    text = _ALWAYS.sub(r"\\\g<0>", text)
    text = _ENTITY.sub(r"\\&", text)
    return _TILDE.sub(r"\~", _UNDERSCORE.sub(r"\_", text))


def escape_line(text: str) -> str:
    """Return one line of text that may begin a line, where more characters mean something."""
    return begin(escape(text.strip()))


def begin(escaped: str) -> str:
    """Make an escaped text safe at the beginning of a line: no heading, list, quotation, rule or
    table.
    """
    return _NUMBERED.sub(r"\1\\\2", _BLOCK.sub(r"\\", escaped, count=1), count=1)


def escape_heading(text: str) -> str:
    """Return a text for a heading, where number signs at the end would vanish."""
    return escape_line(text).replace("#", r"\#").replace(r"\\#", r"\#")


def escape_cell(text: str) -> str:
    """Return a text for a table cell."""
    return escape(text).replace("|", r"\|")
