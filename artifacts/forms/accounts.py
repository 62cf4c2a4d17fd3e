"""The forms of signing up, signing in and changing an account: allauth's, in our words."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as allauth
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.email_verification import (
    add_email_verification_sent_message,
    consume_email_verification_rate_limit,
    send_verification_email_to_address,
)
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from artifacts.accounts.adapter import belongs_to_another, is_taken
from artifacts.models import User

PASSWORD_HELP = _(
    "8 characters or more, and not one that is easy to guess. A short sentence is a good one."
)


# What Django says of a password or an address. In our catalogue they are translated as we would say
# it.
DJANGOS = (
    gettext_noop("This password is too common."),
    gettext_noop("This password is entirely numeric."),
    gettext_noop("The password is too similar to the %(verbose_name)s."),
    gettext_noop("Enter a valid email address."),
)


class OurWords:
    """Labels and help of ours, no placeholders, and each password typed once: the page can show
    it.
    """

    fields: dict[str, Any]
    labels: dict[str, Any] = {}
    help_texts: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("password2", None)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.help_texts.get(name, "")


class LoginForm(OurWords, allauth.LoginForm):  # type: ignore[misc]
    labels = {"login": _("Email"), "password": _("Password")}


class SignupForm(OurWords, allauth.SignupForm):  # type: ignore[misc]
    """An address that is taken gets a mail that says so; the page does not."""

    labels = {"email": _("Email"), "password1": _("Password")}
    help_texts = {"password1": PASSWORD_HELP}

    def validate_unique_email(self, value: str) -> str:
        self.account_already_exists = is_taken(value)
        return value

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        if not self.account_already_exists:
            try:
                with transaction.atomic():
                    return self.save(request), None
            except IntegrityError:
                self.account_already_exists = True  # the same form sent twice at once
        else:
            # A new account's password is hashed, and that takes longer than all the rest.
            make_password(self.cleaned_data["password1"])
        email = self.cleaned_data["email"]
        adapter = get_adapter(request)
        if consume_email_verification_rate_limit(request, email):
            adapter.send_account_already_exists_mail(email)
        return None, adapter.respond_email_verification_sent(request, None)


class ChangeEmailForm(OurWords, allauth.AddEmailForm):  # type: ignore[misc]
    """One address, replaced once the new one is confirmed.

    Until then the account keeps the one that it has.
    """

    labels = {"email": _("New email")}

    def save(self, request: HttpRequest) -> EmailAddress:
        email = self.cleaned_data["email"]
        waiting = EmailAddress.objects.filter(user=self.user, verified=False)
        waiting.exclude(email__iexact=self.user.email).delete()
        address, _made = EmailAddress.objects.get_or_create(user=self.user, email=email)
        if not belongs_to_another(email, self.user):
            send_verification_email_to_address(request, address)
        elif consume_email_verification_rate_limit(request, email):
            # The page answers as always: it does not tell one account about another.
            get_adapter(request).send_account_already_exists_mail(email)
            add_email_verification_sent_message(request, email, signup=False)
        return address


class ChangePasswordForm(OurWords, allauth.ChangePasswordForm):  # type: ignore[misc]
    labels = {"oldpassword": _("Current password"), "password1": _("New password")}
    help_texts = {"password1": PASSWORD_HELP}


class SetPasswordForm(OurWords, allauth.SetPasswordForm):  # type: ignore[misc]
    labels = {"password1": _("New password")}
    help_texts = {"password1": PASSWORD_HELP}


class ResetPasswordForm(OurWords, allauth.ResetPasswordForm):  # type: ignore[misc]
    users: list[User]
    labels = {"email": _("Email")}

    def clean_email(self) -> str:
        email: str = super().clean_email()
        # Not the account that only waits for this address: who reads its mail is not who signs in
        # there.
        self.users = [user for user in self.users if user.email.lower() == email.lower()]
        return email


class ResetPasswordKeyForm(OurWords, allauth.ResetPasswordKeyForm):  # type: ignore[misc]
    labels = {"password1": _("New password")}
    help_texts = {"password1": PASSWORD_HELP}


class ReauthenticateForm(OurWords, allauth.ReauthenticateForm):  # type: ignore[misc]
    labels = {"password": _("Password")}
