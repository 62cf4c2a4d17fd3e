"""HTML that is kept without the tokens of its forms, which are others in each answer."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass

from django.middleware.csrf import CSRF_TOKEN_LENGTH
from django.utils.crypto import get_random_string

ANY_CSRF = get_random_string(CSRF_TOKEN_LENGTH)
"""Stands in what is rendered to be kept where the token of an answer comes; nobody can type it."""

_CSRF = re.compile(r'name="csrfmiddlewaretoken" value="([0-9A-Za-z]{64})"')
# Begins with the text itself and not with a look behind, so that it is found as fast as a text is.
_ONCE = re.compile(r'(name="once" value=")[0-9a-f]{32}(?=")')
_IS_CSRF, _IS_ONCE = "csrf", "once"


@dataclass(frozen=True, slots=True)
class KeptHtml:
    """HTML in pieces; between them stand the tokens of forms, of the kinds that `tokens` names in
    order.
    """

    pieces: tuple[str, ...]
    tokens: tuple[str, ...]

    @classmethod
    def of(cls, html: str, csrf: str) -> KeptHtml:
        """Take the tokens out of `html`, which was rendered with `csrf`; "" where it has no such
        token.
        """
        pieces: list[str] = []
        tokens: list[str] = []
        for part in html.split(csrf) if csrf else [html]:
            if pieces:
                tokens.append(_IS_CSRF)
            before, *after = _ONCE.split(part)
            for name, rest in zip(after[::2], after[1::2], strict=True):
                pieces.append(before + name)
                tokens.append(_IS_ONCE)
                before = rest
            pieces.append(before)
        return cls(tuple(pieces), tuple(tokens))

    @property
    def asks_for_csrf(self) -> bool:
        return _IS_CSRF in self.tokens

    def fill(self, csrf: str) -> str:
        """Return the HTML with `csrf` and new marks of forms that make something."""
        parts = [self.pieces[0]]
        for token, piece in zip(self.tokens, self.pieces[1:], strict=True):
            parts += (csrf if token == _IS_CSRF else secrets.token_hex(16), piece)
        return "".join(parts)


def csrf_in(html: str) -> str:
    """Return the token that the forms of a page carry; "" where none does."""
    found = _CSRF.search(html)
    return found[1] if found else ""
