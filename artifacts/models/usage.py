"""Anonymous sums of the receipts that were deleted, alone or with their account."""

from __future__ import annotations

from django.db import models


class KeptUsage(models.Model):
    """What writing took on a day (UTC), of all receipts that were deleted since."""

    day = models.DateField()
    runner = models.CharField(max_length=100)
    model = models.CharField(max_length=200, blank=True, default="")
    attempts = models.PositiveIntegerField(default=0)
    documents = models.PositiveIntegerField(default=0)
    """Versions written."""
    tokens_in = models.PositiveBigIntegerField(default=0)
    tokens_out = models.PositiveBigIntegerField(default=0)
    cost_usd = models.DecimalField(max_digits=14, decimal_places=6, default=0)
    guessed_usd = models.DecimalField(max_digits=14, decimal_places=6, default=0)

    class Meta:
        ordering = ["-day", "runner", "model"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["day", "runner", "model"], name="kept_usage_once")
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.attempts} attempts by {self.runner} {self.model}".rstrip()
