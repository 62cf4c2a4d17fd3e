"""The attempts to write artifacts: the receipts."""

from __future__ import annotations

from django.contrib import admin

from artifacts.admin.base import ReadOnlyAdmin
from artifacts.models import GenerationAttempt


@admin.register(GenerationAttempt)
class GenerationAttemptAdmin(ReadOnlyAdmin):
    list_display = [
        "created_at",
        "artifact",
        "trigger",
        "outcome",
        "runner",
        "duration_seconds",
        "cost_usd",
        "reference",
    ]
    list_select_related = ["artifact__project"]
    list_filter = ["outcome", "trigger", "runner", "created_at"]
    search_fields = ["=reference", "=artifact__project__id", "artifact__project__name"]
    date_hierarchy = "created_at"
