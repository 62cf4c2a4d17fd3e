from __future__ import annotations

from artifacts.admin import accounts, artifacts, attempts, projects, sharing

__all__ = ["accounts", "artifacts", "attempts", "projects", "sharing"]
