from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from artifacts import tasks
from artifacts.exceptions import ArtifactsError
from artifacts.generation.claims import Edits, Outcome, Requester, check_claim, in_order
from artifacts.generation.progress import Progress, ProgressCallbackFailed
from artifacts.generation.service import generate
from artifacts.management.pipes import stop_writing_to_a_closed_pipe
from artifacts.management.projects import find_project
from artifacts.models import GenerationAttempt, Project
from artifacts.runners import get_runner
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.documents.checks import as_json, check_project
from artifacts.services.documents.status import project_status, stale_types
from artifacts.tiers import Tier


class Command(BaseCommand):
    help = "Write new versions of a project's documents, in order, each from all before it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        types = [artifact_type.value for artifact_type in GENERATION_ORDER]
        parser.add_argument(
            "project", metavar="PROJECT", help="a project's UUID or its name, if only one has it"
        )
        which = parser.add_mutually_exclusive_group()
        which.add_argument(
            "--only",
            nargs="+",
            choices=types,
            metavar="TYPE",
            help=f"only these: {', '.join(types)}",
        )
        which.add_argument(
            "--stale", action="store_true", help="only what something has changed under since"
        )
        which.add_argument(
            "--from", dest="first", choices=types, metavar="TYPE", help="this one and all after it"
        )
        parser.add_argument(
            "--edits",
            choices=Edits.values,
            default=Edits.REFUSE.value,
            help="what becomes of sections edited by hand (default: refuse)",
        )
        parser.add_argument(
            "--note", default="", metavar="WORDS", help="what the new versions shall do differently"
        )
        parser.add_argument(
            "--runner",
            default="",
            metavar="fake|replay:FILE|llm",
            help=f"default: {settings.RUNNER}",
        )
        parser.add_argument(
            "--as-tier",
            choices=[t.value for t in Tier],
            help="report the sections that this tier reads",
        )
        how = parser.add_mutually_exclusive_group()
        how.add_argument(
            "--enqueue", action="store_true", help="let a worker write, and return at once"
        )
        how.add_argument(
            "--dry-run", action="store_true", help="say what would be written, and change nothing"
        )
        parser.add_argument(
            "--json", action="store_true", help="one JSON object on stdout, progress on stderr"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        project = find_project(options["project"])
        wanted = _wanted(project, options)
        edits = Edits(options["edits"])
        tier = Tier(options["as_tier"] or project.owner.tier)
        report: dict[str, Any] = {
            "project": {"id": str(project.pk), "name": project.name},
            "tier": tier.value,
        }
        try:
            if not wanted:
                report |= {
                    "ok": True,
                    "steps": [],
                    "summary": f"Nothing of {project.name} is stale.",
                }
            elif options["dry_run"]:
                report |= self._dry_run(project, wanted, edits, options["runner"])
            else:
                report |= self._generate(project, wanted, edits, options)
        except ArtifactsError as error:
            report |= {"ok": False, "error": str(error)}
        except ProgressCallbackFailed:
            stop_writing_to_a_closed_pipe()
        except KeyboardInterrupt:
            report |= {
                "ok": False,
                "error": "Interrupted. What was written is kept, and the locks are given back.",
            }
        report |= _standing(Project.objects.with_artifacts().get(pk=project.pk), tier)
        if options["json"]:
            self.stdout.write(json.dumps(report, ensure_ascii=False))
        if not report["ok"]:
            raise CommandError(report["error"])
        if not options["json"]:
            self.stdout.write(self.style.SUCCESS(report["summary"]))

    def _generate(
        self,
        project: Project,
        wanted: Sequence[ArtifactType],
        edits: GenerationAttempt.Edits,
        options: dict[str, Any],
    ) -> dict[str, Any]:
        progress = self.stderr if options["json"] else self.stdout

        def report_step(step: Progress) -> None:
            progress.write(_line(step), ending="\n")

        generation = generate(
            project,
            wanted,
            trigger=Requester(GenerationAttempt.Trigger.COMMAND),
            edits=edits,
            wish=options["note"],
            runner=options["runner"],
            deliver=tasks.deliver if options["enqueue"] else None,
            on_step=report_step,
        )
        if options["enqueue"]:
            return {
                "ok": True,
                "enqueued": list(wanted),
                "summary": f"Enqueued {_count(wanted)} of {project.name}.",
            }
        done = [step for step in generation.steps if step.succeeded]
        seconds = sum(step.seconds for step in generation.steps)
        result = {"ok": True, "steps": [_as_json(step) for step in generation.steps]}
        if len(done) == len(wanted):
            return {
                **result,
                "summary": f"Wrote {_count(done)} of {project.name} in {seconds:.1f} s.",
            }
        failed = [f"{step.artifact_type.label}: {step.message}" for step in generation.failures]
        unfinished = "; ".join(failed) or "another generation took the documents over"
        return {
            **result,
            "ok": False,
            "error": f"Wrote {len(done)} of {_count(wanted)}. {unfinished}",
        }

    def _dry_run(
        self,
        project: Project,
        wanted: Sequence[ArtifactType],
        edits: GenerationAttempt.Edits,
        runner: str,
    ) -> dict[str, Any]:
        get_runner(runner or settings.RUNNER)
        rows = {row.type: row for row in project.documents()}
        for artifact_type in wanted:
            row = rows[artifact_type]
            edited = (
                f", edited by hand: {', '.join(row.edited_names)}" if row.has_user_edits else ""
            )
            self.stderr.write(
                f"would write {artifact_type} v{row.version_number + 1}{edited}", self.style.NOTICE
            )
        check_claim(rows, wanted, edits=edits, now=timezone.now())
        would_write = {
            artifact_type.value: rows[artifact_type].version_number + 1 for artifact_type in wanted
        }
        summary = f"Would write {_count(wanted)} of {project.name}. Nothing was changed."
        return {"ok": True, "dry_run": True, "would_write": would_write, "summary": summary}


def _wanted(project: Project, options: Mapping[str, Any]) -> tuple[ArtifactType, ...]:
    if options["only"]:
        return in_order(ArtifactType(value) for value in options["only"])
    if options["first"]:
        return (ArtifactType(options["first"]), *ArtifactType(options["first"]).later)
    if options["stale"]:
        return stale_types(project_status(project, now=timezone.now()))
    return GENERATION_ORDER


def _standing(project: Project, tier: Tier) -> dict[str, Any]:
    """Return how every document stands now, and what the checker says of them, as far as `tier` may
    read it.
    """
    checked = check_project(project).visible_to(tier)
    return {
        "documents": _documents(project, tier),
        "verdict": checked.verdict.value,
        "score": checked.score,
        "evidence": checked.evidence.percent if checked.evidence else None,
        "findings": [as_json(finding) for finding in checked.findings],
    }


def _documents(project: Project, tier: Tier) -> list[dict[str, Any]]:
    """Return how every document stands, with the sections that `tier` may read and those that it
    may not.
    """
    documents = []
    for artifact in project.documents():
        access = artifact.type.content_class.access(tier)
        documents.append(
            {
                "type": artifact.artifact_type,
                "status": artifact.generation_status,
                "version": artifact.version_number,
                "edited_sections": list(artifact.edited_names),
                "sections": [section.name for section in access.readable],
                "locked": [section.name for section in access.locked],
            }
        )
    return documents


def _line(step: Progress) -> str:
    if step.outcome is Outcome.STORED:
        return f"{step.artifact_type:<14} v{step.version_number} stored in {step.seconds:.2f} s"
    reference = f" (reference {step.reference})" if step.reference else ""
    return f"{step.artifact_type:<14} {step.outcome}: {step.message}{reference}"


def _as_json(step: Progress) -> dict[str, Any]:
    return {
        "type": step.artifact_type.value,
        "outcome": step.outcome.value,
        "version": step.version_number,
        "seconds": round(step.seconds, 3),
        "message": step.message,
        "reference": step.reference,
    }


def _count(things: Sequence[object]) -> str:
    return f"{len(things)} document{'s' if len(things) != 1 else ''}"
