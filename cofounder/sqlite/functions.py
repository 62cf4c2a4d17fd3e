"""Functions of ours for SQLite's statements."""

from __future__ import annotations

import hashlib

SHA256_OF_BYTES = "SHA256_OF_BYTES"
"""The hash of a BLOB. Django's function takes texts, which are read into characters for it and
written as bytes again: for the documents of a project that takes as long as hashing them.
"""


def sha256_of_bytes(value: bytes | None) -> str | None:
    return None if value is None else hashlib.sha256(value).hexdigest()
