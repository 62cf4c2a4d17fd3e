from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from artifacts.management.accounts import find_account
from artifacts.services.accounts.founder_data import write_archive


class Command(BaseCommand):
    help = "Write everything that is stored of an account into one ZIP file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", metavar="EMAIL")
        parser.add_argument(
            "-o",
            "--output",
            metavar="FILE",
            type=Path,
            required=True,
            help="a file that does not exist yet",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        user = find_account(options["email"])
        path: Path = options["output"]
        try:
            with path.open("xb") as file:
                path.chmod(0o600)
                write_archive(user, file, pdf_seconds=None)
        except FileExistsError:
            raise CommandError(f"{path} exists already. Nothing was written.") from None
        except OSError as error:
            raise CommandError(f"Cannot write {path}: {error.strerror}.") from error
        self.stdout.write(
            self.style.SUCCESS(
                f"Wrote {user.projects.count()} project(s) of {user.email} to {path}."
            )
        )
