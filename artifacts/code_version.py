"""A fingerprint of the running code: cached results of another build are not used."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

_KINDS = {".py", ".html", ".svg", ".toml", ".json", ".md", ".mo"}


@cache
def code_version() -> str:
    """Return 16 hex digits of all code, templates, rules and translations; the same in all
    processes of one build.

    Read once in a process, and only where its cache is shared with others that might run another
    build.
    """
    if settings.CACHES["kept"]["OPTIONS"]["BACKEND"].endswith(".LocMemCache"):
        return "of this process"
    digest = hashlib.blake2b(digest_size=8)
    root = Path(settings.BASE_DIR)
    for folder in ("artifacts", "cofounder", "templates"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in _KINDS and "tests" not in path.parts:
                digest.update(
                    str(path.relative_to(root)).encode() + b"\0" + path.read_bytes() + b"\0"
                )
    return digest.hexdigest()
