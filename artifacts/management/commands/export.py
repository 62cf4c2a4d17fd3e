from __future__ import annotations

import os
import stat
import sys
import tempfile
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from artifacts.exceptions import ExportFailed
from artifacts.exporters import Export, Format, Options, Paper
from artifacts.exporters.builders import forms
from artifacts.exporters.builders.base import Group
from artifacts.exporters.options import ALL_FORMS, DEFAULT_FORMS
from artifacts.management.projects import find_project
from artifacts.models import Project
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.files.exporting import order_export
from artifacts.tiers import Tier


class Command(BaseCommand):
    help = (
        "Make a file of a project's documents: PDF, Markdown, Word, JSON, CSV, or a ZIP for"
        " builders."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        types = [artifact_type.value for artifact_type in GENERATION_ORDER]
        parser.add_argument(
            "project", metavar="PROJECT", help="a project's UUID or its name, if only one has it"
        )
        parser.add_argument(
            "--format", required=True, choices=[f.value for f in Format], help="what to make"
        )
        parser.add_argument(
            "--only", choices=types, metavar="TYPE", help=f"one document: {', '.join(types)}"
        )
        parser.add_argument(
            "--tier",
            choices=[t.value for t in Tier],
            help="what to show (default: the owner's tier)",
        )
        parser.add_argument(
            "--paper",
            choices=[p.value for p in Paper],
            default=Paper.A4.value,
            help="for PDF and DOCX",
        )
        parser.add_argument(
            "--known-gaps",
            action="store_true",
            help="add a chapter with what the checker finds (not in CSV and builders)",
        )
        parser.add_argument(
            "--forms",
            metavar="NAMES",
            default=",".join(DEFAULT_FORMS),
            help=(
                "for builders: forms or groups of them, comma-separated (default: %(default)s;"
                f" groups: {', '.join(Group)}, {ALL_FORMS}; forms:"
                f" {', '.join(form.name for form in forms())})"
            ),
        )
        parser.add_argument(
            "--start",
            metavar="DATE",
            type=date.fromisoformat,
            help=(
                "for builders: the day on which the work begins, as 2027-01-04; without it nothing"
                " has dates"
            ),
        )
        parser.add_argument(
            "-o", "--output", metavar="FILE", default="", help="a file, a folder, or - for stdout"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        project = find_project(options["project"])
        export = _export(project, options)
        if options["output"] == "-":
            sys.stdout.buffer.write(export.content)
            sys.stdout.buffer.flush()
            return
        target = Path(options["output"] or ".")
        try:
            if target.is_dir():
                target /= export.filename
            elif options["output"].endswith("/"):
                raise CommandError(f"There is no folder {target}. Nothing was saved.")
            write_whole(target, export.content)
        except OSError as error:
            raise CommandError(
                f"Could not write {target}: {error.strerror}. Nothing was saved."
            ) from error
        self.stdout.write(
            self.style.SUCCESS(f"Wrote {target} ({len(export.content) / 1000:.0f} kB).")
        )


def _export(project: Project, options: dict[str, Any]) -> Export:
    try:
        return order_export(
            project,
            tier=Tier(options["tier"] or project.owner.tier),
            file_format=Format(options["format"]),
            only=ArtifactType(options["only"]) if options["only"] else None,
            options=Options(
                paper=Paper(options["paper"]),
                known_gaps=options["known_gaps"],
                forms=tuple(name.strip() for name in options["forms"].split(",") if name.strip()),
                start=options["start"],
            ),
        ).file()
    except ExportFailed as error:
        raise CommandError(str(error)) from error


def write_whole(target: Path, content: bytes) -> None:
    """Write beside `target` and put it in place in one step, so that nobody ever finds half a file
    there.

    A link goes on leading to the file, and a file that was there keeps its permissions.
    """
    target = target.resolve()
    if target.exists() and not target.is_file():
        # A device or a pipe is written to: a file in its place would take it away from everybody
        # else.
        target.write_bytes(content)
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".export-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(_permissions(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _permissions(target: Path) -> int:
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
