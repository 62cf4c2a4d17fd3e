"""The results of trying language models."""

from __future__ import annotations

from django.db import models


class LanguageModel(models.Model):
    """A model under the name that the settings give it, as `try_model` last found it."""

    name = models.CharField(max_length=200, primary_key=True)
    takes_schema = models.BooleanField(default=False)
    """Whether it writes by a JSON schema that is sent along."""
    tried_at = models.DateTimeField()

    class Meta:
        ordering = ["name"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
