"""The kinds of mail that founders can turn off, and the signed links that do so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.core import signing
from django.urls import reverse

from artifacts.models import User
from artifacts.text import gettext_noop

SALT = "artifacts.accounts.notices"


class Notice(StrEnum):
    """A kind of mail; `column` says of a founder whether they want it."""

    DOCUMENTS_READY = "documents_ready"
    GUEST_NOTES = "guest_notes"
    ANSWERS = "answers"
    WEEKLY = "weekly"

    @property
    def column(self) -> str:
        return f"mail_{self.value}"

    @property
    def label(self) -> str:
        return _LABELS[self]

    def is_wanted_by(self, user: User) -> bool:
        return bool(getattr(user, self.column))


_LABELS = {
    Notice.DOCUMENTS_READY: gettext_noop("When documents that I asked for are ready"),
    Notice.GUEST_NOTES: gettext_noop("When guests leave notes, at most once an hour for a project"),
    Notice.ANSWERS: gettext_noop("When a request of mine is answered"),
    Notice.WEEKLY: gettext_noop("On Mondays: what is next"),
}


@dataclass(frozen=True, slots=True)
class Subscription:
    """Whose mails of which kind."""

    user: User
    notice: Notice


def unsubscribe_url(user: User, notice: Notice) -> str:
    """Return the address that ends these mails. It does nothing else, and never expires."""
    token = signing.Signer(salt=SALT).sign_object([user.pk, notice.value])
    return f"{settings.SITE_URL}{reverse('mail_off', args=[token])}"


def find_subscription(token: str) -> Subscription | None:
    """Return what an address is about; None if it is none of ours, or the account is gone."""
    try:
        key, kind = signing.Signer(salt=SALT).unsign_object(token)
    except signing.BadSignature:
        return None
    user = User.objects.filter(pk=key).first()
    return Subscription(user, Notice(kind)) if user and kind in set(Notice) else None
