"""Forms that have been submitted, so that a repeated submission creates nothing."""

from __future__ import annotations

from django.db import models


class SentForm(models.Model):
    """One form as it was rendered once and sent with these texts, and what came of it."""

    key = models.CharField(max_length=64, primary_key=True)
    made = models.CharField(max_length=100, blank=True, default="")
    """The key of what was made. Stored with it, in one transaction."""
    created_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.key[:8]} made {self.made}"
