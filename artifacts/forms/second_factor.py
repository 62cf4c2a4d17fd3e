"""The forms of second factors: allauth's, in our words."""

from __future__ import annotations

from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.utils.translation import gettext_lazy as _

from artifacts.forms.accounts import OurWords

CODE_HELP = _("Six digits from your app, or one of your recovery codes.")


class AuthenticateForm(OurWords, base.AuthenticateForm):  # type: ignore[misc]
    labels = {"code": _("Code")}
    help_texts = {"code": CODE_HELP}


class ShowFactorForm(OurWords, base.ReauthenticateForm):  # type: ignore[misc]
    labels = {"code": _("Code")}
    help_texts = {"code": CODE_HELP}


class ActivateAppForm(OurWords, totp.ActivateTOTPForm):  # type: ignore[misc]
    labels = {"code": _("Code")}
    help_texts = {"code": _("The six digits that your app shows now.")}


class AddPasskeyForm(OurWords, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    labels = {"name": _("Name")}
    help_texts = {"name": _("So that you know which one it is, e.g. “Phone”.")}


class RenamePasskeyForm(OurWords, webauthn.EditWebAuthnForm):  # type: ignore[misc]
    labels = {"name": _("Name")}
