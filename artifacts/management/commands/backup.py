from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from artifacts.exceptions import BackupRefused
from artifacts.services.operations.backups import write_backup


class Command(BaseCommand):
    help = "Write all that is stored into one file, while everything goes on."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", metavar="FILE", type=Path, help="a file that does not exist yet"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            summary = write_backup(options["file"])
        except BackupRefused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            self.style.SUCCESS(
                f"Wrote {summary.projects} project(s) of {summary.users} user(s) to"
                f" {options['file']} ({summary.size:,} bytes). Keep SECRET_KEY with it: share links"
                " need it."
            )
        )
