from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from artifacts.exceptions import ArtifactsError
from artifacts.importing.progress import MAX_ARCHIVE_BYTES, FormProgress
from artifacts.importing.progress.files import is_wanted
from artifacts.management.projects import find_project
from artifacts.services.files.progress import count_text, read_progress, state_label
from artifacts.tiers import Tier

_FOLDERS = ("openspec/changes", "backlog", ".backlog")


class Command(BaseCommand):
    help = "Say how far builders are, by OpenSpec, Backlog.md or Linear's CSV. Changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "project", metavar="PROJECT", help="a project's UUID or its name, if only one has it"
        )
        parser.add_argument(
            "files",
            metavar="FILE",
            nargs="+",
            type=Path,
            help="a repository's folder or ZIP, a tasks.md, a task of Backlog.md, or Linear's CSV",
        )
        parser.add_argument("--json", action="store_true", help="one JSON object on stdout")
        parser.add_argument(
            "--tier",
            choices=[t.value for t in Tier],
            help="whose features (default: the owner's tier)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        project = find_project(options["project"])
        tier = Tier(options["tier"] or project.owner.tier)
        try:
            found = read_progress(project, _contents(options["files"]), tier=tier)
        except OSError as error:
            raise CommandError(f"Could not read {error.filename}: {error.strerror}.") from error
        except ArtifactsError as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(
                json.dumps({"progress": [asdict(one) for one in found]}, ensure_ascii=False)
            )
            return
        for one in found:
            self._tell(one)

    def _tell(self, progress: FormProgress) -> None:
        self.stdout.write(
            f"{progress.form}: {progress.done} of {len(progress.features)} features done"
        )
        features = {found.feature.id: found for found in progress.features}
        for found in progress.milestones:
            milestone = found.milestone
            count = count_text(found.done, found.total, is_of_features=bool(milestone.features))
            self.stdout.write(_line(milestone.title, state_label(found.state), count))
            for feature in map(features.__getitem__, milestone.features):
                count = count_text(feature.done, feature.total)
                self.stdout.write(
                    f"  {_line(feature.feature.title, state_label(feature.state), count)}"
                )
        for place in progress.unknown:
            self.stdout.write(
                self.style.WARNING(
                    f"Not in the documents: {place.name} {place.title} ({place.where})"
                )
            )
        if left := progress.unknown_count - len(progress.unknown):
            self.stdout.write(self.style.WARNING(f"Not in the documents: {left} more."))
        if progress.others:
            self.stdout.write(f"Tasks that name none of our ids: {progress.others}")


def _line(title: str, state: str, count: str) -> str:
    return f"{title}: {state}{f', {count}' if count else ''}"


def _contents(paths: list[Path]) -> Iterator[tuple[str, bytes]]:
    """Yield names and contents of files, and of those in a folder that we read. Raises OSError."""
    for path in paths:
        if not path.is_dir():
            yield path.name, _read(path)
            continue
        inside = [
            file
            for folder in _FOLDERS
            for file in sorted((path / folder).rglob("*"))
            if file.is_file()
        ]
        wanted = [(file.relative_to(path).as_posix(), file) for file in inside]
        if not any(is_wanted(name) for name, _file in wanted):
            raise CommandError(
                f"There are no tasks in {path}: we look for openspec/changes/ and backlog/ in it."
            )
        yield from ((name, _read(file)) for name, file in wanted if is_wanted(name))


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_ARCHIVE_BYTES + 1)
