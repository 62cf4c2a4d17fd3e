"""Share links: people without an account read chosen documents of a project, and may leave notes.

A link's token is `HMAC(secret key, seed)`. The row holds the random seed, with which the founder
can be shown the address again, and the token's hash, by which it is found. So a copy of the
database opens no link without the secret key, and the key opens none without the database. When the
key changes, links go on working, because they are found by the hash; only their addresses cannot be
shown any more, unless the old key is among SECRET_KEY_FALLBACKS.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import secrets
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from artifacts.documents.presentation import make_index
from artifacts.documents.references import ReferenceIndex
from artifacts.exceptions import (
    CountsUnavailable,
    InvalidEdit,
    ShareLinkNotFound,
    ShareRefused,
    TooManyTries,
    WrongPassword,
)
from artifacts.models import Artifact, GuestNote, Project, ShareLink
from artifacts.models.share import GUEST_NAME_MAX, GUEST_NOTE_MAX, LABEL_MAX
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.text import clean_text, fold_spaces, is_blank
from artifacts.tiers import Tier
from artifacts.usage.limits import allow

logger = logging.getLogger(__name__)

SALT = "artifacts.services.sharing"
SEED_BYTES = 32
LINKS_MAX = 50
"""How many links of a project can be open at once."""

LIFETIMES = (7, 30, 90, 365)
"""For how many days a link may be open."""

TRIES_OF_ONE, TRIES_OF_ALL, TRIES_SECONDS = 5, 100, 15 * 60
"""How many passwords one guest, and all together, may try on a link in so many seconds."""

NOTES_OF_ONE, NOTES_SECONDS = 5, 10 * 60
HELD_MAX = 100
"""How many notes may wait on one link; more than that nobody reads, and it is no place to store
things.
"""

VISIT_SECONDS = 30 * 60
"""For how long the same guest is one view."""

WRITE_SECONDS = 5
"""How often at most the views of one link are written down."""

PENDING_SECONDS = 7 * 24 * 60 * 60


@dataclass(frozen=True)
class Share:
    """An open link, and what a guest may read by it: only chosen documents that are written, as its
    tier opens them.
    """

    link: ShareLink

    @property
    def project(self) -> Project:
        return self.link.project

    @property
    def tier(self) -> Tier:
        """The lower one of what was chosen and of what the owner has now."""
        return min(self.link.get_tier(), self.project.owner.get_tier())

    @cached_property
    def documents(self) -> list[Artifact]:
        chosen = self.link.chosen()
        return [
            row
            for row in self.project.documents()
            if row.type in chosen and row.content is not None
        ]

    @cached_property
    def index(self) -> ReferenceIndex:
        """Where pointers lead a guest.

        What was not chosen is not in it, not even the titles of its items.
        """
        contents = {row.type: row.content for row in self.documents if row.content is not None}
        return make_index(
            contents, self.tier, {row.type: row.retired_items for row in self.documents}
        )

    def document(self, artifact_type: str) -> Artifact:
        """Return a document of this share. Raises ShareLinkNotFound."""
        for row in self.documents:
            if row.type.value == artifact_type:
                return row
        raise ShareLinkNotFound

    def notes(self, artifact_type: ArtifactType) -> list[GuestNote]:
        """Return the notes on a document that guests may see: approved, and on what this tier
        opens.
        """
        if not self.link.allows_notes:
            return []
        found = (
            self.link.guest_notes.approved()
            .fit_for(self.tier)
            .filter(artifact_type=artifact_type.value)
        )
        return list(found.order_by("created_at"))


def make_link(
    project: Project,
    *,
    documents: Collection[ArtifactType],
    tier: Tier,
    days: int,
    now: datetime,
    label: str = "",
    password: str = "",
    allows_notes: bool = False,
) -> ShareLink:
    """Make a link of the project and return it; `link_token` is its address.

    Raises ShareRefused.
    """
    if project.share_links.unrevoked().filter(expires_at__gt=now).count() >= LINKS_MAX:
        sentence = _("This project has %(most)s open links already. End one of them first.")
        raise ShareRefused(sentence % {"most": LINKS_MAX})
    seed = secrets.token_bytes(SEED_BYTES)
    link = ShareLink(
        project=project,
        label=_one_line(label, LABEL_MAX),
        seed=seed,
        token_hash=_hash(_token(seed, settings.SECRET_KEY)),
        documents=_checked_documents(documents),
        tier=_checked_tier(project, tier).value,
        password=make_password(password) if password else "",
        allows_notes=allows_notes,
        expires_at=now + _lifetime(days),
        created_at=now,
    )
    link.save(force_insert=True)
    logger.info("Made share link %s of project %s", link.pk, project.pk)
    return link


def change_link(
    link: ShareLink,
    *,
    documents: Collection[ArtifactType],
    tier: Tier,
    label: str,
    allows_notes: bool,
    now: datetime,
    days: int | None = None,
    password: str | None = None,
) -> None:
    """Change what a link shows.

    None for `days` or `password` leaves that as it is; an empty password takes it away.

    Raises ShareRefused, and ShareLinkNotFound where the link has been revoked meanwhile.
    """
    changes: dict[str, Any] = {
        "label": _one_line(label, LABEL_MAX),
        "documents": _checked_documents(documents),
        "tier": _checked_tier(link.project, tier).value,
        "allows_notes": allows_notes,
    }
    if days is not None:
        changes["expires_at"] = now + _lifetime(days)
    if password is not None:
        changes["password"] = make_password(password) if password else ""
    if not ShareLink.objects.unrevoked().filter(pk=link.pk).update(**changes):
        raise ShareLinkNotFound
    logger.info("Changed share link %s", link.pk)


def revoke_link(link: ShareLink, *, now: datetime) -> None:
    """End a link for good. One that has ended stays as it is."""
    if ShareLink.objects.unrevoked().filter(pk=link.pk).update(revoked_at=now):
        logger.info("Revoked share link %s", link.pk)


def link_token(link: ShareLink) -> str | None:
    """Return the token of a link, or None where it was made with a secret key that is no longer
    known.
    """
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        token = _token(bytes(link.seed), key)
        if constant_time_compare(_hash(token), link.token_hash):
            return token
    return None


def open_link(token: str, *, now: datetime) -> Share:
    """Return what the token opens.

    Raises ShareLinkNotFound alike for an unknown, ended, expired or deleted one.
    """
    links = ShareLink.objects.open(now=now).select_related("project__owner")
    link = links.filter(token_hash=_hash(token)).first()
    if link is None:
        raise ShareLinkNotFound
    return Share(link)


def try_password(link: ShareLink, password: str, *, guest: str) -> None:
    """Compare a guest's password with the link's. Raises WrongPassword, and without having compared
    TooManyTries or CountsUnavailable.
    """
    of_one = allow(f"share-try-{link.pk}-{guest}", most=TRIES_OF_ONE, seconds=TRIES_SECONDS)
    if not of_one or not allow(f"share-try-{link.pk}", most=TRIES_OF_ALL, seconds=TRIES_SECONDS):
        raise TooManyTries(
            _("There were too many tries. Please wait a quarter of an hour and try again.")
        )
    if not check_password(password, link.password):
        raise WrongPassword


def acceptance(link: ShareLink) -> str:
    """Return the mark of a guest who knew the password: it is good for this link and this password
    alone.
    """
    return salted_hmac(
        f"{SALT}.acceptance", f"{link.pk}:{link.password}", algorithm="sha256"
    ).hexdigest()


def count_view(link: ShareLink, *, guest: str, now: datetime) -> None:
    """Count a view, once for the same guest in a while, and write down at most one row every few
    seconds.

    Views wait in the cache meanwhile; those that are lost with it are worth less than a guest who
    has to wait. Only the link's row is touched, in a statement of its own.
    """
    with suppress(CountsUnavailable):
        _count_view(link, guest=guest, now=now)


def _count_view(link: ShareLink, *, guest: str, now: datetime) -> None:
    if not cache.add(f"share-visit-{link.pk}-{guest}", 1, VISIT_SECONDS):
        return
    pending = f"share-views-{link.pk}"
    cache.add(pending, 0, PENDING_SECONDS)
    try:
        cache.incr(pending)
    except ValueError:
        cache.set(pending, 1, PENDING_SECONDS)
    if cache.add(f"share-written-{link.pk}", 1, WRITE_SECONDS):
        write_views([link], now=now)


def write_views(links: Iterable[ShareLink], *, now: datetime) -> None:
    """Write down the views that wait for these links."""
    keys = {f"share-views-{link.pk}": link for link in links}
    for key, views in cache.get_many(keys).items():
        if views <= 0:
            continue
        try:
            with transaction.atomic():
                ShareLink.objects.filter(pk=keys[key].pk).update(
                    view_count=F("view_count") + views, last_viewed_at=now
                )
            cache.decr(key, views)
        except (DatabaseError, ValueError, CountsUnavailable):
            logger.warning("Views of share link %s were not counted", keys[key].pk, exc_info=True)


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

    `assumption` is the id of the item that it is evidence about. Raises ShareLinkNotFound where no
    notes are asked for, InvalidEdit, TooManyTries, CountsUnavailable.
    """
    link = share.link
    if not link.allows_notes:
        raise ShareLinkNotFound
    name, text = _one_line(name), clean_text(text).strip()
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


def count_guest_notes(artifact: Artifact, tier: Tier) -> int:
    """Return how many notes of guests on a document a founder of `tier` may see and has not
    hidden.
    """
    found = GuestNote.objects.filter(
        link__project=artifact.project_id, artifact_type=artifact.type.value
    )
    return found.fit_for(tier).exclude(state=GuestNote.State.HIDDEN).count()


def moderate(
    project: Project, note_id: Any, *, shown: bool, tier: Tier, now: datetime
) -> GuestNote:
    """Show a note to other guests, or hide it from them.

    Raises ShareLinkNotFound where there is none for this founder.
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


def _token(seed: bytes, key: str | bytes) -> str:
    digest = salted_hmac(SALT, seed, secret=key, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _hash(token: str) -> str:
    # The token is random and long: there is nothing that a slow hash would protect from being
    # guessed.
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _checked_documents(documents: Collection[ArtifactType]) -> list[str]:
    chosen = [t.value for t in GENERATION_ORDER if t in documents]
    if not chosen:
        raise ShareRefused(_("Please choose at least one document."))
    return chosen


def _checked_tier(project: Project, tier: Tier) -> Tier:
    if tier > project.owner.get_tier():
        raise ShareRefused(_("A link cannot show more than you can read yourself."))
    return tier


def _lifetime(days: int) -> timedelta:
    if days not in LIFETIMES:
        raise ShareRefused(_("Please choose for how long the link is open."))
    return timedelta(days=days)


def _one_line(text: str, most: int | None = None) -> str:
    return fold_spaces(clean_text(text))[:most]


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
