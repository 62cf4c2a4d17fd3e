"""The forms in which staff make and change accounts: an email, and no user name.

The admin is in English only.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm

from artifacts.accounts.adapter import free_username
from artifacts.models import User


class AddAccountForm(AdminUserCreationForm):  # type: ignore[type-arg]
    """A new account. Its user name is ours, as where somebody signs up."""

    email = forms.EmailField(label="Email")

    class Meta:
        model = User
        fields = ("email",)

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 (Django's signature)
        self.instance.email = self.cleaned_data["email"].lower()
        self.instance.username = free_username(self.instance)
        return super().save(commit)


class ChangeAccountForm(UserChangeForm):  # type: ignore[type-arg]
    """An account whose user name follows its email, where it did before.

    Accounts of the command line may have another user name, and no email.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in (("email", "Email"), ("first_name", "Name")):
            if name in self.fields:
                self.fields[name].label = label

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 (Django's signature)
        before = User.objects.get(pk=self.instance.pk)
        email = self.instance.email = self.instance.email.lower()
        if email and email != before.email and before.username == before.email:
            self.instance.username = free_username(self.instance)
            self.changed_data.append("username")
        return super().save(commit)
