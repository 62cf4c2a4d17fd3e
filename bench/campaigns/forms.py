"""The forms and links of a page, as a browser finds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit


@dataclass
class Form:
    action: str
    method: str = "get"
    fields: list[tuple[str, str, str]] = field(default_factory=list)
    """Name, type and value."""


class Page(HTMLParser):
    """Collects the forms and the addresses of our own in a page."""

    def __init__(self, address: str, html: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: set[str] = set()
        self._address = address
        self._textarea = ""
        self._select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        got = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in got:
            self._link(got["href"])
        elif tag == "form":
            target = self._local(got.get("action") or self._address)
            self.forms.append(Form(target, got.get("method", "get").lower()))
        elif self.forms and tag in ("input", "textarea", "select", "button"):
            self._field(tag, got)
        elif tag == "option" and self._select and self.forms:
            self.forms[-1].fields.append((self._select, "option", got.get("value", "")))

    def handle_data(self, data: str) -> None:
        if self._textarea and self.forms:
            name, kind, value = self.forms[-1].fields[-1]
            self.forms[-1].fields[-1] = (name, kind, value + data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._textarea = ""
        elif tag == "select":
            self._select = ""

    def _field(self, tag: str, got: dict[str, str]) -> None:
        name = got.get("name", "")
        self._select = name if tag == "select" else self._select
        self._textarea = name if tag == "textarea" else ""
        if name and tag != "select":
            kind = got.get("type", "text") if tag == "input" else tag
            self.forms[-1].fields.append((name, kind, got.get("value", "")))

    def _link(self, href: str) -> None:
        found = self._local(href)
        if found.startswith("/") and not found.startswith("/static"):
            self.links.add(found.partition("#")[0])

    def _local(self, href: str) -> str:
        parts = urlsplit(urljoin(self._address, href))
        return parts.path + (f"?{parts.query}" if parts.query else "")
