from __future__ import annotations

from artifacts.admin import accounts, documents

__all__ = ["accounts", "documents"]
