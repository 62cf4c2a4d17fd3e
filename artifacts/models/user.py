"""A founder or a member of staff."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower

from artifacts.tiers import Tier


class User(AbstractUser):
    tier = models.CharField(
        max_length=20, choices=[(tier.value, tier.label) for tier in Tier], default=Tier.BOOTSTRAPPER.value
    )

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_unique",
                condition=~models.Q(email=""),
                violation_error_message="There is an account with this e-mail address already.",
            ),
            models.CheckConstraint(
                condition=models.Q(tier__in=[tier.value for tier in Tier]), name="user_tier_is_known"
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        # Whoever signs in is looked up by the address in lower case.
        self.email = self.email.lower()
        super().save(*args, **kwargs)

    def get_tier(self) -> Tier:
        return Tier(self.tier)
