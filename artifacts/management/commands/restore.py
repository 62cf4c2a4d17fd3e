from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from artifacts.exceptions import BackupRefused
from artifacts.services.operations.backups import restore_backup


class Command(BaseCommand):
    help = (
        "Bring a backup back into an empty installation. Stop the web server and the workers first."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="what `backup` wrote")
        parser.add_argument(
            "--overwrite", action="store_true", help="replace what is stored here now"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            summary = restore_backup(options["file"], overwrite=options["overwrite"])
        except BackupRefused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            self.style.SUCCESS(
                f"Restored {summary.projects} project(s) of {summary.users} user(s)."
            )
        )
