"""The lists of Django's and allauth's own rows, which staff search and select as they do ours."""

from __future__ import annotations

from allauth.account.admin import EmailAddressAdmin
from allauth.account.models import EmailAddress
from allauth.mfa.admin import AuthenticatorAdmin
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin
from django.contrib.auth.models import Group

from artifacts.admin.base import PatientListAdmin

for model, its_admin in (
    (Group, GroupAdmin),
    (EmailAddress, EmailAddressAdmin),
    (Authenticator, AuthenticatorAdmin),
):
    admin.site.unregister(model)
    admin.site.register(model, type(its_admin.__name__, (PatientListAdmin, its_admin), {}))
