"""Mails that wait to be sent. They are rows, so that a mail server that is away loses none."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now

from artifacts.models.user import User


class Mail(models.Model):
    """One mail as it will be read: written when it was ordered, deleted when it is sent."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="mails")
    """Whom it is for; None if it goes to the operators."""
    address = models.EmailField()
    subject = models.CharField(max_length=250)
    text = models.TextField()
    created_at = models.DateTimeField(db_default=Now())
    due_at = models.DateTimeField(db_index=True)
    """When it is to be tried, or tried again."""
    unsubscribe_url = models.CharField(max_length=250, blank=True, default="", db_default="")
    """Where its reader ends mails of this kind; empty for one that has to be sent."""
    tries = models.PositiveSmallIntegerField(default=0, db_default=0)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.subject} ({self.tries} tries)"
