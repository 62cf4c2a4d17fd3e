"""Notes of guests about our weakest assumptions, moderated and limited like all notes of guests."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from artifacts.documents.testing import WeakAssumption, weakest
from artifacts.exceptions import InvalidEdit, ShareLinkNotFound
from artifacts.models import GuestNote, Project
from artifacts.services.sharing.guest_notes import add_guest_note
from artifacts.services.sharing.links import Share
from artifacts.tiers import Tier

ASKED = 3
"""How many assumptions guests are asked about."""


def weakest_of(share: Share) -> list[WeakAssumption]:
    """Return the assumptions that need evidence most, among what guests may read, and none where
    they leave no notes.
    """
    if not share.link.allows_notes:
        return []
    contents = {row.type: row.content for row in share.documents if row.content is not None}
    return weakest(contents, share.project.outcomes(), share.tier)[:ASKED]


def add_evidence(
    share: Share, *, assumption: str, name: str, text: str, guest: str, now: datetime
) -> GuestNote:
    """Keep what a guest knows about one of the weakest assumptions, as a note on it.

    Raises as `add_guest_note`.
    """
    found = next((one for one in weakest_of(share) if one.item.id == assumption), None)
    if found is None:
        if not share.link.allows_notes:
            raise ShareLinkNotFound
        raise InvalidEdit({"assumption": [_("Please choose one of these.")]})
    return add_guest_note(
        share,
        share.document(found.artifact_type.value),
        section=found.section,
        assumption=found.item.id,
        name=name,
        text=text,
        guest=guest,
        now=now,
    )


def accepted_evidence(project: Project, tier: Tier) -> list[GuestNote]:
    """Return what guests know about assumptions, as far as the founder has accepted it and a reader
    of `tier` may see it, the oldest first.
    """
    notes = GuestNote.objects.approved().fit_for(tier).filter(link__project=project)
    return list(notes.exclude(assumption="").order_by("created_at"))
