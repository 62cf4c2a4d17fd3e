"""What a page says, and what its form carries."""

from __future__ import annotations

from typing import Any

from django.test import Client


def text(response: Any) -> str:
    return str(response.content.decode())


def base(client: Client, url: str) -> str:
    """The fingerprint of what the form at `url` was opened with."""
    return str(client.get(url).context["base"])
