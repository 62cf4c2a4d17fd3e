from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from artifacts.exceptions import AccountRefused
from artifacts.management.accounts import find_account
from artifacts.services.accounts.founder_data import erase_account


class Command(BaseCommand):
    help = (
        "Delete an account with all that belongs to it, for good. Only sums of what writing took"
        " remain."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", metavar="EMAIL")
        parser.add_argument(
            "--yes", action="store_true", help="do it; without this it only says what would go"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        user = find_account(options["email"])
        number = user.projects.count()
        if not options["yes"]:
            self.stdout.write(
                f"Would delete {user.email} with {number} project(s). Nothing was changed; say"
                " --yes to do it."
            )
            return
        try:
            erase_account(user)
        except AccountRefused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(self.style.SUCCESS(f"Deleted the account with {number} project(s)."))
