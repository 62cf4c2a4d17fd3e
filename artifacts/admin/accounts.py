"""Founders and staff."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.db.models import ManyToManyField
from django.forms import ModelMultipleChoiceField
from django.http import HttpRequest

from artifacts.models import User
from artifacts.services.roles import groups_to_give, may_change_account

RANK = ("is_superuser", "user_permissions")
"""What only a superuser gives."""

OWN_RANK = ("is_active", "is_staff", "groups", *RANK)
"""What nobody else changes of their own account."""


@admin.register(User)
class UserAdmin(DjangoUserAdmin[User]):
    list_display = ["username", "email", "tier", "is_staff", "is_active", "date_joined"]
    list_filter = ["tier", "is_staff", "is_active"]
    search_fields = ["username", "email"]
    fieldsets = [*(DjangoUserAdmin.fieldsets or []), ("Subscription", {"fields": ["tier"]})]

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Django asks this for the password's page too."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or may_change_account(_actor(request), obj))

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> list[str] | tuple[str, ...]:
        names = tuple(super().get_readonly_fields(request, obj))
        actor = _actor(request)
        if actor.is_superuser:
            return names
        return (*names, *(OWN_RANK if obj is not None and obj.pk == actor.pk else RANK))

    def formfield_for_manytomany(
        self, db_field: ManyToManyField[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> ModelMultipleChoiceField[Any] | None:
        if db_field.remote_field.model is Group:
            kwargs["queryset"] = groups_to_give(_actor(request))
        return super().formfield_for_manytomany(db_field, request, **kwargs)


def _actor(request: HttpRequest) -> User:
    """Return who is signed in; pages of the admin have nobody else."""
    assert isinstance(request.user, User)
    return request.user
