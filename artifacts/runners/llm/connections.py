"""Say why a server could not be reached, and what about an address or a key cannot work."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from urllib.parse import urlsplit

_WORDS = (
    (
        "certificate",
        ssl.SSLError,
        "TLS failed: its certificate, or that of a proxy, is not accepted here",
    ),
    ("name or service not known", socket.gaierror, "no server of that name is known here (DNS)"),
    ("refused", ConnectionRefusedError, "nothing listens at that address and port"),
    ("unreachable", None, "the network does not lead there"),
)
"""(words in the text of an error, its class, what that means).

Libraries hide the one or the other.
"""


def why_unreachable(error: BaseException) -> str:
    """Return why a connection could not be made, as the errors beneath `error` tell; "" where they
    do not.
    """
    for cause in _causes(error):
        if "wrong version number" in str(cause).casefold():
            return "TLS failed: the server speaks plain http"
        for words, kind, meaning in _WORDS:
            if (kind and isinstance(cause, kind)) or words in str(cause).casefold():
                return meaning
    return ""


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    left = [error]
    while left:
        cause = left.pop(0)
        if id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        left += cause.exceptions if isinstance(cause, BaseExceptionGroup) else ()
        left += [inner for inner in (cause.__cause__, cause.__context__) if inner is not None]


def problem_of_address(name: str, address: str) -> str:
    """Return what is wrong with the address in the variable `name`, in a sentence; "" where nothing
    is.
    """
    try:
        parts = urlsplit(address)
        is_whole = parts.scheme in {"http", "https"} and parts.hostname
    except ValueError:
        is_whole = False
    if is_whole and not any(character.isspace() for character in address):
        return ""
    return (
        f"{name} is no address. It must begin with http:// or https://, e.g."
        " http://localhost:11434/v1."
    )


def problem_of_key(name: str, key: str) -> str:
    """Return what is wrong with the key in the variable `name`, in a sentence without the key; ""
    where nothing is.
    """
    if key.isascii() and key.isprintable() and " " not in key:
        return ""
    return f"{name} holds a line break, a blank or a letter that no key has. Set it again."
