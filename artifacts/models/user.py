"""A founder or a member of staff."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower

from artifacts.tiers import Tier


class User(AbstractUser):
    tier = models.CharField(
        max_length=20,
        choices=[(tier.value, tier.label) for tier in Tier],
        default=Tier.BOOTSTRAPPER.value,
    )
    daily_documents = models.PositiveIntegerField(null=True, blank=True)
    """How many documents a day instead of what the tier allows; None for the tier's."""
    language = models.CharField(max_length=10, blank=True, default="", db_default="")
    """Of pages and mails, a code of LANGUAGES; empty while the browser decides."""
    time_zone = models.CharField(max_length=64, blank=True, default="", db_default="")
    """A name of the IANA database; empty for the installation's."""
    mail_documents_ready = models.BooleanField(default=True, db_default=True)
    mail_guest_notes = models.BooleanField(default=True, db_default=True)
    mail_answers = models.BooleanField(default=True, db_default=True)
    """Whether to write when a request, as for another plan, is answered."""
    mail_weekly = models.BooleanField(default=False, db_default=False)
    """Whether to write on Mondays what is next."""
    erase_at = models.DateTimeField(null=True, blank=True)
    """When the account goes for good, where its founder has asked for that; None otherwise."""
    first_exported_at = models.DateTimeField(null=True, blank=True)
    """When the founder first took documents away as a file; what staff see of the way to there."""
    has_plan_answer = models.BooleanField(default=False, db_default=False)
    """Whether a request for another plan was answered and no page has told so yet."""
    weekly_mailed_on = models.DateField(null=True, blank=True)
    """The Monday of the last week for which that was done, also where there was nothing to say."""

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_unique",
                condition=~models.Q(email=""),
                violation_error_message="There is an account with this e-mail address already.",
            ),
            models.CheckConstraint(
                condition=models.Q(tier__in=[tier.value for tier in Tier]),
                name="user_tier_is_known",
            ),
        ]

        indexes = [
            # The list that staff see, whole and filtered by what few accounts are.
            models.Index(fields=["-date_joined", "-id"], name="user_newest"),
            models.Index(fields=["tier", "-date_joined", "-id"], name="user_tier"),
            models.Index(
                fields=["-date_joined", "-id"], name="user_staff", condition=models.Q(is_staff=True)
            ),
            models.Index(
                fields=["-date_joined", "-id"],
                name="user_suspended",
                condition=models.Q(is_active=False),
            ),
            models.Index(
                fields=["erase_at"], name="user_erase_at", condition=~models.Q(erase_at=None)
            ),
            # Staff look for how an address begins.
            models.Index(
                fields=["email"], name="user_email_begins", opclasses=["varchar_pattern_ops"]
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        # At sign-in the address is looked up in lower case.
        self.email = self.email.lower()
        super().save(*args, **kwargs)

    def get_tier(self) -> Tier:
        return Tier(self.tier)

    @property
    def name(self) -> str:
        """Return the name that the founder wants to be called by; "" where none was given."""
        return self.first_name
