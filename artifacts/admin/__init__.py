from __future__ import annotations

from artifacts.admin import (
    accounts,
    artifacts,
    attempts,
    others,
    plan_requests,
    projects,
    sharing,
)

__all__ = ["accounts", "artifacts", "attempts", "others", "plan_requests", "projects", "sharing"]
