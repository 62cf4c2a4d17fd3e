from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from artifacts.exporters.json_schemas import schema_files

PUBLISHED = Path("docs") / "schemas"


class Command(BaseCommand):
    help = "Write the JSON Schema of every document into docs/schemas."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "-o", "--output", metavar="FOLDER", default=str(settings.BASE_DIR / PUBLISHED)
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(options["output"])
        folder.mkdir(parents=True, exist_ok=True)
        files = schema_files()
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        self.stdout.write(self.style.SUCCESS(f"Wrote {len(files)} schemas to {folder}."))
