from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from artifacts.exceptions import ArtifactsError
from artifacts.importing import MAX_BYTES
from artifacts.management.projects import find_project
from artifacts.models import Project
from artifacts.services.files.importing import (
    ImportedChange,
    ImportPlan,
    Origin,
    TooManyDeletions,
    plan_import,
    read_upload,
    take_over,
)


class Command(BaseCommand):
    help = "Take over what was edited in a technical Markdown export of a project."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "project", metavar="PROJECT", help="a project's UUID or its name, if only one has it"
        )
        parser.add_argument("file", metavar="FILE", type=Path, help="the edited file")
        parser.add_argument("--dry-run", action="store_true", help="only print what differs")
        parser.add_argument(
            "--allow-deletions",
            action="store_true",
            help="also delete more than a fifth of a document",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        project = Project.objects.with_artifacts().get(pk=find_project(options["project"]).pk)
        plan = _plan(project, options["file"])
        if plan.origin is Origin.OTHER:
            raise CommandError(
                f"This file is of another project, {plan.other_project!r}. Nothing was changed."
            )
        if plan.origin is Origin.UNKNOWN:
            raise CommandError(
                "This file does not say which project it is of: the front matter of a technical"
                " export is missing. On the import page each change can be chosen by itself."
                " Nothing was changed."
            )
        chosen = plan.offered()
        for artifact_type, version, now in plan.outdated:
            self.stdout.write(
                f"{artifact_type.label}: version {version} in the file; changed since, version"
                f" {now} now."
            )
        for change in plan.changes:
            skipped = (
                ""
                if change in chosen
                else " (left out: the file is older than the current version)"
            )
            self.stdout.write(f"{_name(change)}{skipped}")
        for piece in plan.unmatched:
            self.stdout.write(self.style.WARNING(f"Not taken over: {piece.reason}\n{piece.text}"))
        keys = {change.key for change in chosen}
        if options["dry_run"]:
            for deletions in plan.deletions(keys):
                self.stdout.write(
                    self.style.WARNING(f"{deletions} It is done with --allow-deletions only.")
                )
            self.stdout.write(f"{len(chosen)} changes would be taken over; nothing was changed.")
            return
        self._take_over(project, plan, keys, allow_deletions=options["allow_deletions"])

    def _take_over(
        self, project: Project, plan: ImportPlan, keys: set[str], *, allow_deletions: bool
    ) -> None:
        owner = project.owner
        try:
            outcome = take_over(
                plan,
                keys=keys,
                bases=None,
                editor=owner,
                tier=owner.get_tier(),
                allow_deletions=allow_deletions,
            )
        except TooManyDeletions as error:
            raise CommandError(
                f"{error} If that is meant, run the command again with --allow-deletions. Nothing"
                " was changed."
            ) from error
        except ArtifactsError as error:
            raise CommandError(str(error)) from error
        for change, sentence in outcome.refused:
            self.stderr.write(f"{_name(change)}: {sentence}")
        if outcome.refused:
            raise CommandError(
                f"{len(outcome.taken)} changes were taken over, {len(outcome.refused)} were not."
            )
        self.stdout.write(self.style.SUCCESS(f"{len(outcome.taken)} changes were taken over."))


def _plan(project: Project, file: Path) -> ImportPlan:
    try:
        with file.open("rb") as opened:
            text = read_upload(opened.read(MAX_BYTES + 1))
        return plan_import(project, text, tier=project.owner.get_tier())
    except OSError as error:
        raise CommandError(
            f"Could not read {file}: {error.strerror}. Nothing was changed."
        ) from error
    except ArtifactsError as error:
        raise CommandError(f"{error} Nothing was changed.") from error


def _name(change: ImportedChange) -> str:
    place = change.key.partition(".new-")[0]
    return (
        f"{change.kind.value}:"
        f" {place}{f' ({change.item_id})' if change.kind.value == 'add' else ''}"
    )
