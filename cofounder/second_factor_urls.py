"""The addresses of allauth's pages for second factors, as in `allauth.mfa.urls`.

That module imports fido2, a tenth of what `manage.py check` takes, to show or check a passkey.
"""

from __future__ import annotations

from django.urls import path

from cofounder.late_views import LateViews

base = LateViews("allauth.mfa.base.views")
codes = LateViews("allauth.mfa.recovery_codes.views")
keys = LateViews("allauth.mfa.webauthn.views")
totp = LateViews("allauth.mfa.totp.views")

urlpatterns = [
    path("", base.index, name="mfa_index"),
    path("authenticate/", base.authenticate, name="mfa_authenticate"),
    path("reauthenticate/", base.reauthenticate, name="mfa_reauthenticate"),
    path("totp/activate/", totp.activate_totp, name="mfa_activate_totp"),
    path("totp/deactivate/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("recovery-codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "recovery-codes/generate/",
        codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "recovery-codes/download/",
        codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("webauthn/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("webauthn/add/", keys.add_webauthn, name="mfa_add_webauthn"),
    path(
        "webauthn/reauthenticate/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"
    ),
    path("webauthn/keys/<int:pk>/remove/", keys.remove_webauthn, name="mfa_remove_webauthn"),
    path("webauthn/keys/<int:pk>/edit/", keys.edit_webauthn, name="mfa_edit_webauthn"),
]
