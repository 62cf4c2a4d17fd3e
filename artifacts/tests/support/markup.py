"""Faults of a page's HTML that browsers forgive, found without a validator."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VOID = _names("area base br col embed hr img input link meta source track wbr")
_LINES = _names(
    "abbr b bdi bdo button cite code dfn em h1 h2 h3 h4 h5 h6 i kbd label legend mark p pre q s "
    "small span strong sub summary sup time u var"
)
"""Elements that hold text, and elements within text; <a>, <ins> and <del> hold what their parent
does.
"""
_BLOCKS = _names(
    "address article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3 h4"
    " h5 h6 header hgroup hr main nav ol p pre search section table ul"
)
_NAMING_AND_HEADING = frozenset({"legend", "summary"})
_NEVER_NESTED = frozenset({"a", "button", "form", "label"})
_END_MAY_BE_LEFT_OUT = _names("dd dt li optgroup option p tbody td tfoot th thead tr")
_REFERENCES = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "aria-errormessage")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?")


def faults(html: str) -> list[str]:
    """Return what is wrong with a page.

    An id that is there twice, a reference to one that is not there, a block within a line of text,
    a link within a link, an element that is closed too late, a term that a list of descriptions has
    twice, and a moment that `datetime` does not take.
    """
    page = _Page()
    page.feed(html)
    page.close()
    known = set(page.ids)
    lost = sorted(
        {
            f"{name} is {value!r}, and no id is"
            for name, value in page.references
            if value not in known
        }
    )
    return [*page.faults, *_more_than_once("id", page.ids), *lost]


def _more_than_once(what: str, names: Iterable[str]) -> Iterator[str]:
    yield from (
        f"{what} {name!r} {number} times" for name, number in Counter(names).items() if number > 1
    )


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.references: list[tuple[str, str]] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self._terms: list[list[str]] = []
        """The terms of each list of descriptions that is open."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._look_at_place(tag)
        self._look_at_attributes(tag, {name: value or "" for name, value in attrs})
        if tag == "dl":
            self._terms.append([])
        elif tag == "dt" and self._terms:
            self._terms[-1].append("")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._look_at_attributes(tag, {name: value or "" for name, value in attrs})

    def handle_data(self, data: str) -> None:
        if "dt" in self._open and self._terms:
            self._terms[-1][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            self.faults.append(f"</{tag}> ends nothing")
            return
        while (name := self._open.pop()) != tag:
            if name not in _END_MAY_BE_LEFT_OUT:
                self.faults.append(f"<{name}> is open where <{tag}> ends")
        if tag == "dl":
            terms = (" ".join(term.split()) for term in self._terms.pop())
            self.faults += _more_than_once("the term", terms)

    def _look_at_place(self, tag: str) -> None:
        if tag in _NEVER_NESTED and tag in self._open:
            self.faults.append(f"<{tag}> within <{tag}>")
        parent = next(
            (name for name in reversed(self._open) if name not in {"a", "ins", "del"}), ""
        )
        is_heading = tag[0] == "h" and parent in _NAMING_AND_HEADING
        if tag in _BLOCKS and parent in _LINES and not is_heading:
            self.faults.append(f"<{tag}> within <{parent}>")

    def _look_at_attributes(self, tag: str, attributes: dict[str, str]) -> None:
        if "id" in attributes:
            self.ids.append(attributes["id"])
        for name in _REFERENCES:
            self.references += [(name, value) for value in attributes.get(name, "").split()]
        if attributes.get("href", "").startswith("#"):
            self.references.append(("href", attributes["href"][1:]))
        if "datetime" in attributes and not _MOMENT.fullmatch(attributes["datetime"]):
            self.faults.append(f"datetime is {attributes['datetime']!r}")
