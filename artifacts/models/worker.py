"""Worker processes that have reported lately."""

from __future__ import annotations

import uuid

from django.db import models


class Worker(models.Model):
    """One process that writes documents.

    The id is drawn when it starts: a host may give a number twice.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    host = models.CharField(max_length=253)
    pid = models.PositiveIntegerField()
    threads = models.PositiveIntegerField()
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    """By the database's clock, as all leases are."""
    skew_seconds = models.FloatField(default=0, db_default=0)
    """How far the clock of its machine is ahead of the database's."""

    class Meta:
        ordering = ["host", "started_at"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.host}, process {self.pid}"
