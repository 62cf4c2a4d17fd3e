"""What all admin pages of rows that the services own have in common."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest


class ReadOnlyInline(admin.TabularInline[Any, Any]):
    """Rows that the code owns: shown, never typed."""

    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ReadOnlyAdmin(admin.ModelAdmin[Any]):
    """Rows that the services own: saved from a form, they would undo what a worker has stored meanwhile."""

    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only together with the whole project: alone, an artifact would take its ids and versions with it."""
        match = request.resolver_match
        own_page = match is not None and str(match.url_name).startswith(f"artifacts_{self.opts.model_name}_")
        return not own_page and super().has_delete_permission(request, obj)
