"""Second factors: our changes to allauth's, and whether a visitor has shown one."""

from __future__ import annotations

import base64
import hashlib
import secrets
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.utils import is_mfa_enabled
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

SALT = "artifacts.accounts.second_factor"


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Keeps secrets encrypted: who reads the database alone, or a backup of it, has no codes."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("That is not the code. Please type the one that your app shows now."),
        "unverified_email": _(
            "Please confirm your email first. It is how you get in again if you lose your second"
            " factor."
        ),
        "cannot_delete_authenticator": _("This second factor cannot be removed."),
        "cannot_generate_recovery_codes": _(
            "Recovery codes come with a second factor. Set one up first."
        ),
        "add_email_blocked": _("Please remove your second factor before you change your email."),
    }

    def encrypt(self, text: str) -> str:
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return _fernet().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            # Made with a SECRET_KEY that is no longer known: a secret that nobody has, so that no
            # code fits.
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def get_totp_issuer(self) -> str:
        return "Cofounder"

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002 (allauth's signature)
        return gettext("My passkey")


def has_second_factor(user: Any) -> bool:
    return bool(is_mfa_enabled(user))


def has_shown_factor(request: HttpRequest) -> bool:
    """Return whether a second factor was asked for, and given, in this session."""
    return any(
        record.get("method") == "mfa"
        for record in get_authentication_records(request, request.user)
    )


def _fernet() -> MultiFernet:
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(_key(str(key))) for key in keys])


def _key(secret: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(f"{SALT}:{secret}".encode()).digest())
