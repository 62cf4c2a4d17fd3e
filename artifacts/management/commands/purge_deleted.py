from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from artifacts.services.projects.lifecycle import KEEP_DELETED, expired_projects, purge_deleted


class Command(BaseCommand):
    help = (
        f"Delete for good the projects that were deleted more than {KEEP_DELETED.days} days ago."
        " Workers do it hourly."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="say which those are, and change nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        if options["dry_run"]:
            expired = expired_projects(now)
            for key in expired:
                self.stdout.write(f"would delete {key}")
            self.stdout.write(
                f"Would delete {len(expired)} project(s) for good. Nothing was changed."
            )
            return
        purged = 0
        while some := purge_deleted(now):
            purged += some
        self.stdout.write(self.style.SUCCESS(f"Deleted {purged} project(s) for good."))
