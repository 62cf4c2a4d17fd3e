"""Notes that guests leave by a share link: kept for the founder, who decides what others see."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from artifacts.exceptions import InvalidEdit, ShareLinkNotFound, TooManyTries
from artifacts.models import Artifact, GuestNote, Project
from artifacts.models.share import GUEST_NAME_MAX, GUEST_NOTE_MAX, GuestNoteQuerySet
from artifacts.services.sharing.links import Share
from artifacts.text import clean_text, is_blank, one_line
from artifacts.tiers import Tier
from artifacts.usage.limits import allow

logger = logging.getLogger(__name__)

NOTES_OF_ONE, NOTES_SECONDS = 5, 10 * 60

HELD_MAX = 100
"""How many notes may wait on one link; more than that nobody reads, and it is no place to store
things.
"""


def add_guest_note(
    share: Share,
    artifact: Artifact,
    *,
    section: str,
    name: str,
    text: str,
    guest: str,
    now: datetime,
    assumption: str = "",
) -> GuestNote:
    """Keep a guest's note for the founder, who decides whether others see it.

    `assumption` is the id of the item that it is evidence about. Raises ShareLinkNotFound if no
    notes are asked for, InvalidEdit, TooManyTries, CountsUnavailable.
    """
    link = share.link
    if not link.allows_notes:
        raise ShareLinkNotFound
    name, text = one_line(name), clean_text(text).strip()
    _check_note(artifact, share.tier, section, name, text)
    if not allow(f"share-note-{link.pk}-{guest}", most=NOTES_OF_ONE, seconds=NOTES_SECONDS):
        raise TooManyTries(
            _("You have sent several notes in a short while. Please send this one in ten minutes.")
        )
    if link.guest_notes.held().count() >= HELD_MAX:
        raise TooManyTries(
            _("Many notes wait to be read here already. Please come back in a day or two.")
        )
    note = GuestNote.objects.create(
        link=link,
        artifact_type=artifact.type.value,
        section=section,
        assumption=assumption,
        name=name,
        text=text,
        tier=share.tier.value,
        created_at=now,
        told_at=None,
    )
    logger.info("Added guest note %s by share link %s", note.pk, link.pk)
    return note


def guest_notes(project: Project, tier: Tier) -> list[GuestNote]:
    """Return the notes of all links of a project that a founder of `tier` may see, those that wait
    first.
    """
    found = GuestNote.objects.filter(link__project=project).fit_for(tier).select_related("link")
    return sorted(found[:500], key=lambda note: note.state != GuestNote.State.HELD)


def guest_notes_on(project: Any, artifact_type: Any, tier: Tier) -> GuestNoteQuerySet:
    """Return the notes of guests on a document that a founder of `tier` may see and has not hidden;
    the first two may be expressions of another query.
    """
    found = GuestNote.objects.filter(link__project=project, artifact_type=artifact_type)
    return found.fit_for(tier).exclude(state=GuestNote.State.HIDDEN)


def moderate(
    project: Project, note_id: Any, *, shown: bool, tier: Tier, now: datetime
) -> GuestNote:
    """Show a note to other guests, or hide it from them.

    Raises ShareLinkNotFound if there is none for this founder.
    """
    state = GuestNote.State.APPROVED if shown else GuestNote.State.HIDDEN
    note = (
        GuestNote.objects.filter(link__project=project)
        .fit_for(tier)
        .select_related("link")
        .filter(pk=note_id)
        .first()
    )
    if note is None:
        raise ShareLinkNotFound
    note.state, note.moderated_at = state, now
    note.save(update_fields=["state", "moderated_at"])
    logger.info("Moderated guest note %s: %s", note.pk, state)
    return note


def _check_note(artifact: Artifact, tier: Tier, section: str, name: str, text: str) -> None:
    too_long = _("Please shorten this to %(max)s characters; it has %(length)s now.")
    readable = {one.name for one in artifact.type.content_class.access(tier).readable}
    errors: dict[str, list[str]] = {}
    for field, value, most in (("name", name, GUEST_NAME_MAX), ("text", text, GUEST_NOTE_MAX)):
        if is_blank(value):
            errors[field] = [_("Please write something here.")]
        elif len(value) > most:
            errors[field] = [too_long % {"max": most, "length": len(value)}]
    if section and section not in readable:
        errors["section"] = [_("Please choose one of these.")]
    if errors:
        raise InvalidEdit(errors)
