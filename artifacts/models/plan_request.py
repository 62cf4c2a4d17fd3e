"""Founders' requests for a larger plan, which staff answer."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from artifacts.models.user import User
from artifacts.tiers import Tier

WORD_MAX = 1_000


class PlanRequestQuerySet(models.QuerySet["PlanRequest"]):
    def open(self) -> PlanRequestQuerySet:
        return self.filter(state=PlanRequest.RequestState.OPEN)

    def untold(self) -> PlanRequestQuerySet:
        """Answers of which their founder has not read on a page yet."""
        answered = (PlanRequest.RequestState.GRANTED, PlanRequest.RequestState.DECLINED)
        return self.filter(state__in=answered, told_at=None)


class PlanRequest(models.Model):
    class RequestState(models.TextChoices):
        OPEN = "open", "Open"
        GRANTED = "granted", "Granted"
        DECLINED = "declined", "Declined"
        WITHDRAWN = "withdrawn", "Withdrawn"

    founder = models.ForeignKey(User, on_delete=models.CASCADE, related_name="plan_requests")
    tier = models.CharField(max_length=20, choices=[(tier.value, tier.label) for tier in Tier])
    state = models.CharField(
        max_length=12,
        choices=RequestState.choices,
        default=RequestState.OPEN,
        db_default=RequestState.OPEN,
    )
    word = models.TextField(blank=True, default="", db_default="")
    """What staff say to the founder with their answer."""
    created_at = models.DateTimeField(db_default=Now())
    answered_at = models.DateTimeField(null=True, blank=True)
    """When it was granted, declined or withdrawn."""
    answered_by = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    told_at = models.DateTimeField(null=True, blank=True)
    """When a page has told the founder of the answer."""

    objects = PlanRequestQuerySet.as_manager()

    class Meta:
        # Who may see and change accounts may see and answer what they ask for.
        default_permissions = ()
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["founder", "tier"], condition=Q(state="open"), name="plan_request_one_open"
            ),
            models.CheckConstraint(
                condition=Q(tier__in=[tier.value for tier in Tier]), name="plan_request_tier_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "granted", "declined", "withdrawn"]),
                name="plan_request_state_known",
            ),
        ]
        # The list that staff see, whole and of those that wait.
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="plan_request_newest"),
            models.Index(
                fields=["-created_at", "-id"],
                name="plan_request_open",
                condition=Q(state="open"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_tier().label} for {self.founder}"

    def get_tier(self) -> Tier:
        return Tier(self.tier)

    @property
    def is_open(self) -> bool:
        return self.state == self.RequestState.OPEN
