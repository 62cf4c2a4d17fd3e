"""Settings of accounts that do not depend on the environment, most of them of allauth."""

from __future__ import annotations

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",  # the admin's, by user name
    "allauth.account.auth_backends.AuthenticationBackend",
]

ACCOUNT_ADAPTER = "artifacts.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "add_email": "artifacts.forms.accounts.ChangeEmailForm",
    "change_password": "artifacts.forms.accounts.ChangePasswordForm",
    "login": "artifacts.forms.accounts.LoginForm",
    "reauthenticate": "artifacts.forms.accounts.ReauthenticateForm",
    "reset_password": "artifacts.forms.accounts.ResetPasswordForm",
    "reset_password_from_key": "artifacts.forms.accounts.ResetPasswordKeyForm",
    "set_password": "artifacts.forms.accounts.SetPasswordForm",
    "signup": "artifacts.forms.accounts.SignupForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_CONFIRMATION_AUTHENTICATED_REDIRECT_URL = "account"
ACCOUNT_USER_DISPLAY = "artifacts.accounts.adapter.display_name"

MFA_ADAPTER = "artifacts.accounts.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "activate_totp": "artifacts.forms.second_factor.ActivateAppForm",
    "add_webauthn": "artifacts.forms.second_factor.AddPasskeyForm",
    "authenticate": "artifacts.forms.second_factor.AuthenticateForm",
    "edit_webauthn": "artifacts.forms.second_factor.RenamePasskeyForm",
    "reauthenticate": "artifacts.forms.second_factor.ShowFactorForm",
}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
