"""allauth's adapter for our accounts: the email is the user name, and an address belongs to one
account.
"""

from __future__ import annotations

import logging
import secrets
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core import context as allauth_context
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from artifacts.accounts.started_idea import kept_idea
from artifacts.models import User

logger = logging.getLogger(__name__)

USERNAME_MAX = 150
WEAK_PASSWORD = _(
    "This password is easy to guess. Take 8 characters or more, and not one of the usual ones; a"
    " short sentence is a good password."
)
MAIL_SENT = "account/messages/email_confirmation_sent.txt"


def display_name(user: User) -> str:
    return user.email or user.get_username()


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "That email and password do not belong together. Please check both and try again."
        ),
        "too_many_login_attempts": _(
            "There were too many attempts that failed. Please wait a few minutes, or set a new"
            " password."
        ),
        "enter_current_password": _("That is not your current password. Please try again."),
        "incorrect_password": _("That is not your password. Please try again."),
        "duplicate_email": _("That is your address already. Please type the new one."),
        "same_as_current": _("That is your address already. Please type the new one."),
    }

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """The user name is only ours: the email, with an ending where somebody else's old one is
        the same.
        """
        user.username = free_username(user)

    def save_user(self, request: HttpRequest, user: User, form: Any, *args: Any) -> User:
        """Keep the language that they signed up in: mails come in it, too."""
        user.language = translation.get_language() or ""
        saved: User = super().save_user(request, user, form, *args)
        return saved

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """A new account begins with its idea, not with an empty list."""
        return reverse("project_new")

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Continue with the idea if it was typed on the landing page."""
        if kept_idea(request):
            return reverse("project_new")
        return str(super().get_login_redirect_url(request))

    def clean_password(self, password: str, user: User | None = None) -> str:
        """Say what is wrong with a password in one message, however much it is."""
        try:
            return str(super().clean_password(password, user))
        except ValidationError as error:
            if len(error.messages) == 1:
                raise
            raise ValidationError(WEAK_PASSWORD, code="password_too_weak") from error

    def can_delete_email(self, email_address: EmailAddress) -> bool:
        """A change that waits for its confirmation may be given up; the account's own address may
        not.
        """
        return str(email_address.email).lower() != str(email_address.user.email).lower()

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """Confirm, unless another account has taken the address since the mail was sent."""
        user = email_address.user
        if belongs_to_another(email_address.email, user):
            message = "account/messages/email_confirmation_failed.txt"
            self.add_message(request, messages.ERROR, message, {"email": email_address.email})
            return False
        was_named_after_email = user.username == user.email
        confirmed = bool(super().confirm_email(request, email_address))
        if confirmed and was_named_after_email:
            user.username = free_username(user)
            user.save(update_fields=["username"])
        return confirmed

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send; a mail server that does not answer stops nobody, and is told."""
        try:
            super().send_mail(template_prefix, email, context)
        except (SMTPException, OSError):
            logger.exception("No mail could be sent (%s)", template_prefix)
            request = allauth_context.request
            request.mail_failed = True
            messages.error(
                request,
                _(
                    "We could not send the message just now. Everything else is done; please ask"
                    " for it again later."
                ),
            )

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        """Add it, unless it says that a mail was sent that could not be."""
        is_untrue = getattr(request, "mail_failed", False) and message_template == MAIL_SENT
        if not is_untrue:
            super().add_message(request, level, message_template, *args, **kwargs)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count failures by account, however its name is spelt, whichever host the browser says
        that it asks.

        In capitals as the database compares it: other letters than those typed may have the same
        ones.
        """
        return str(credentials.get("email") or credentials.get("username") or "").strip().upper()

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account")


def free_username(user: User) -> str:
    """Return the user name for an account of this email: the email, unless it is taken."""
    others = User.objects.exclude(pk=user.pk)
    if others.filter(username__iexact=user.email).exists() or len(user.email) > USERNAME_MAX:
        return f"{user.email[: USERNAME_MAX - 9]}-{secrets.token_hex(4)}"
    return user.email


def is_taken(email: str) -> bool:
    """Whether an account has this address; one that somebody only waits to have confirmed is still
    nobody's.
    """
    return User.objects.filter(email__iexact=email).exists()


def belongs_to_another(email: str, user: User) -> bool:
    """Whether `email` is the address of another account, confirmed or not."""
    return User.objects.filter(email__iexact=email).exclude(pk=user.pk).exists()
