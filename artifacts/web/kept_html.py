"""HTML that is kept without the tokens of its forms, which are others in each answer."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass

_CSRF = re.compile(r'name="csrfmiddlewaretoken" value="([0-9A-Za-z]{64})"')
_ONCE = r'(?<=name="once" value=")[0-9a-f]{32}(?=")'
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
        parts = re.split(f"({re.escape(csrf)}|{_ONCE})" if csrf else f"({_ONCE})", html)
        return cls(
            tuple(parts[::2]),
            tuple(_IS_CSRF if token == csrf else _IS_ONCE for token in parts[1::2]),
        )

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
