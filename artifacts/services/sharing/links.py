"""Share links: people without an account read chosen documents of a project.

A link's token is `HMAC(secret key, seed)`. The row holds the random seed, with which the founder
can be shown the address again, and the token's hash, by which it is found. So a copy of the
database opens no link without the secret key, and the key opens none without the database. When the
key changes, links keep working, because they are found by the hash; but their addresses can no
longer be shown, unless the old key is among SECRET_KEY_FALLBACKS.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from artifacts.documents.presentation import make_index
from artifacts.documents.references import ReferenceIndex
from artifacts.exceptions import (
    ShareLinkNotFound,
    ShareRefused,
    TooManyTries,
    WrongPassword,
)
from artifacts.models import Artifact, GuestNote, Project, ShareLink
from artifacts.models.share import LABEL_MAX
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.text import one_line
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
        label=one_line(label)[:LABEL_MAX],
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

    Raises ShareRefused, and ShareLinkNotFound if the link has since been revoked.
    """
    changes: dict[str, Any] = {
        "label": one_line(label)[:LABEL_MAX],
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
    """Return the token of a link, or None if it was made with a secret key that is no longer
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
