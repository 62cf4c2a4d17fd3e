from __future__ import annotations

import reversion
from django.db import models
from simple_history.models import HistoricalRecords
from wagtail.models import RevisionMixin


class Row(models.Model):
    """What all save: a document as JSON, and its number."""

    content = models.JSONField()
    version = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.version}"


class Bare(Row):
    pass


@reversion.register()
class Reversion(Row):
    pass


class SimpleHistory(Row):
    history = HistoricalRecords()


class Wagtail(RevisionMixin, Row):
    pass
