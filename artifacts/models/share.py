"""A link by which people without an account read chosen documents of a project, and the notes they
leave there.

Neither table says which address a link has: `token_hash` finds it, and `seed` makes it only
together with the server's secret key (`services.sharing`).
"""

from __future__ import annotations

import uuid
from datetime import datetime
from enum import StrEnum

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.tiers import Tier

LABEL_MAX = 80
GUEST_NAME_MAX = 80
GUEST_NOTE_MAX = 2000


class LinkState(StrEnum):
    ACTIVE = "active"
    EXPIRED = "expired"
    REVOKED = "revoked"


class ShareLinkQuerySet(models.QuerySet["ShareLink"]):
    def open(self, *, now: datetime) -> ShareLinkQuerySet:
        """Links that lead somewhere: neither they nor their project nor its owner have ended."""
        return self.filter(
            revoked_at=None,
            expires_at__gt=now,
            project__deleted_at=None,
            project__owner__is_active=True,
            project__owner__erase_at=None,
        )

    def unrevoked(self) -> ShareLinkQuerySet:
        return self.filter(revoked_at=None)


class ShareLink(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    project = models.ForeignKey(
        "artifacts.Project", on_delete=models.CASCADE, related_name="share_links"
    )
    label = models.CharField(max_length=LABEL_MAX, blank=True, default="")
    """Whom it is for, in the founder's words; no guest sees it."""
    seed = models.BinaryField(max_length=32)
    token_hash = models.CharField(max_length=64, unique=True)
    documents = models.JSONField(default=list)
    """The chosen types. One that is not written yet is shown as soon as it is."""
    tier = models.CharField(max_length=20, choices=[(tier.value, tier.label) for tier in Tier])
    """The most that guests read; never more than what the owner's own tier opens when they do."""
    password = models.CharField(max_length=128, blank=True, default="")
    """As Django's hashers store it; empty if none is asked for."""
    allows_notes = models.BooleanField(default=False)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    view_count = models.PositiveIntegerField(default=0)
    last_viewed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()

    objects = ShareLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tier__in=[tier.value for tier in Tier]), name="share_tier_is_known"
            ),
        ]
        # The list that staff see.
        indexes = [models.Index(fields=["-created_at", "-id"], name="share_newest")]

    def __str__(self) -> str:
        return f"Share link of {self.project}"

    def get_tier(self) -> Tier:
        return Tier(self.tier)

    def chosen(self) -> tuple[ArtifactType, ...]:
        """Return the chosen types in order."""
        return tuple(t for t in GENERATION_ORDER if t.value in self.documents)

    def state(self, *, now: datetime) -> LinkState:
        if self.revoked_at:
            return LinkState.REVOKED
        return LinkState.ACTIVE if self.expires_at > now else LinkState.EXPIRED


class GuestNoteQuerySet(models.QuerySet["GuestNote"]):
    def held(self) -> GuestNoteQuerySet:
        return self.filter(state=GuestNote.State.HELD)

    def approved(self) -> GuestNoteQuerySet:
        return self.filter(state=GuestNote.State.APPROVED)

    def fit_for(self, tier: Tier) -> GuestNoteQuerySet:
        """Notes of guests who read no more than `tier` opens: another's words may repeat what it
        does not.
        """
        return self.filter(tier__in=[one.value for one in Tier if one <= tier])


class GuestNote(models.Model):
    class State(models.TextChoices):
        HELD = "held", "Waits for the founder"
        APPROVED = "approved", "Shown to guests"
        HIDDEN = "hidden", "Hidden from guests"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    link = models.ForeignKey(ShareLink, on_delete=models.CASCADE, related_name="guest_notes")
    artifact_type = models.CharField(max_length=40)
    section = models.CharField(max_length=60, blank=True, default="")
    """The section it is about; empty if it is about the whole document."""
    assumption = models.CharField(max_length=80, blank=True, default="", db_default="")
    """The item's id, where it is evidence for or against an assumption: "A-1"."""
    name = models.CharField(max_length=GUEST_NAME_MAX)
    text = models.TextField()
    tier = models.CharField(max_length=20, choices=[(tier.value, tier.label) for tier in Tier])
    """What the guest read when writing it."""
    state = models.CharField(max_length=12, choices=State.choices, default=State.HELD)
    created_at = models.DateTimeField()
    moderated_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True, db_default=Now())
    """When the founder was told of it by mail, or need not be; None while a mail is due."""

    objects = GuestNoteQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["held", "approved", "hidden"]),
                name="guest_note_state_is_known",
            ),
        ]
        # What a page of a share shows, and how many wait.
        indexes = [
            models.Index(fields=["link", "state", "artifact_type"], name="guest_note_shown"),
            models.Index(
                fields=["created_at"], name="guest_note_untold", condition=Q(told_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"Note of {self.name}"

    @property
    def type(self) -> ArtifactType | None:
        return ArtifactType(self.artifact_type) if self.artifact_type in set(ArtifactType) else None

    @property
    def assumption_key(self) -> str:
        """The key of the assumption it is evidence about: "brief.A-1"; empty for another note."""
        return f"{self.artifact_type}.{self.assumption}" if self.assumption else ""

    @property
    def section_title(self) -> str:
        section = self.type.content_class.section(self.section) if self.type else None
        return section.title if section else ""
