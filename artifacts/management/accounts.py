"""Find the account that a command names."""

from __future__ import annotations

from django.core.management.base import CommandError

from artifacts.models import User


def find_account(email: str) -> User:
    """Return the account of that address. Raises CommandError if there is none."""
    user = User.objects.filter(email=email.strip().lower()).first()
    if user is None:
        raise CommandError(f"There is no account of {email}.")
    return user
