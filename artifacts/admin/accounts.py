"""Founders and staff."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin

from artifacts.models import User


@admin.register(User)
class UserAdmin(DjangoUserAdmin[User]):
    list_display = ["username", "email", "tier", "is_staff", "is_active", "date_joined"]
    list_filter = ["tier", "is_staff", "is_active"]
    search_fields = ["username", "email"]
    fieldsets = [*(DjangoUserAdmin.fieldsets or []), ("Subscription", {"fields": ["tier"]})]
