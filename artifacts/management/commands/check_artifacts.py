from __future__ import annotations

import json
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.text import get_text_list

from artifacts.checker.findings import Finding, Report, Severity
from artifacts.checker.messages import evidence_texts
from artifacts.management.pipes import stop_writing_to_a_closed_pipe
from artifacts.management.projects import USAGE, find_project
from artifacts.models import Project
from artifacts.services.documents.checks import as_json, check_project
from artifacts.tiers import Tier

CHUNK = 50
"""How many projects are read at once: a few megabytes of documents."""


class Command(BaseCommand):
    help = (
        "Say where a project's documents contradict each other, point nowhere or say what nobody"
        " knows."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "project",
            nargs="?",
            metavar="PROJECT",
            help="a project's UUID or its name, if only one has it",
        )
        parser.add_argument("--all", action="store_true", help="every project, one after the other")
        parser.add_argument(
            "--json", action="store_true", help="one JSON object on stdout, counts on stderr"
        )
        parser.add_argument(
            "--fail-on",
            choices=[severity.value for severity in Severity],
            metavar="SEVERITY",
            help=(
                "exit with 1 where there is a finding of this severity or a worse one: broken,"
                " important, minor"
            ),
        )
        parser.add_argument(
            "--tier",
            choices=[tier.value for tier in Tier],
            default=max(Tier).value,
            help="say what this tier may know (default: everything)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._check(options)
        except BrokenPipeError:
            stop_writing_to_a_closed_pipe()

    def _check(self, options: dict[str, Any]) -> None:
        counts: Counter[str] = Counter()
        failed = False
        tell: Callable[[Project, Report, int], None] = self._tell_in_words
        if options["json"]:
            tell = self._tell_among_others if options["all"] else self._tell_alone
        for project in _projects(options["project"], every=options["all"]):
            report = check_project(project).visible_to(Tier(options["tier"]))
            tell(project, report, counts["projects"])
            counts.update(finding.severity.value for finding in report.findings)
            counts.update(projects=1, ignored=len(report.ignored))
            failed |= bool(options["fail_on"]) and report.has(Severity(options["fail_on"]))
        if options["json"] and options["all"]:
            self.stdout.write("]}" if counts["projects"] else '{"projects": []}')
        summary = _summary(counts)
        if failed:
            raise CommandError(summary)
        (self.stderr if options["json"] else self.stdout).write(summary)

    def _tell_alone(self, project: Project, report: Report, _before: int) -> None:
        self.stdout.write(json.dumps(_project_as_json(project, report), ensure_ascii=False))

    def _tell_among_others(self, project: Project, report: Report, before: int) -> None:
        """Write one entry of one object, each on a line of its own: there may be too many to hold
        them all.
        """
        start = "," if before else '{"projects": ['
        self.stdout.write(start)
        self._tell_alone(project, report, before)

    def _tell_in_words(self, project: Project, report: Report, _before: int) -> None:
        self.stdout.write(
            f"{project.name} ({project.pk}): {report.verdict.label}, {report.score} of 100"
        )
        if report.evidence:
            words = evidence_texts(report.evidence)
            self.stdout.write(f"  {words.percent} ({'; '.join(words.parts)})")
            self.stdout.write(f"  {words.checked} {words.unchecked}")
        for finding in report.findings:
            for line in _lines(finding):
                self.stdout.write(line)
        for pair in report.coverage:
            self.stdout.write(
                f"  {pair.pair.label}: {pair.covered} of {pair.total} ({pair.percent} %)"
            )


def _projects(name: str | None, *, every: bool) -> Iterable[Project]:
    if every is bool(name):
        raise CommandError("Name a project, or give --all for every one.", returncode=USAGE)
    return _every_project() if name is None else [find_project(name)]


def _every_project() -> Iterator[Project]:
    yield from (
        Project.objects.active()
        .with_artifacts()
        .order_by("created_at", "pk")
        .iterator(chunk_size=CHUNK)
    )


def _lines(finding: Finding) -> Iterator[str]:
    yield f"  {finding.severity.value:<9} {finding.place.full_label}: {finding.message}"
    yield f"            {finding.hint} [{finding.rule} {finding.id}]"


def _project_as_json(project: Project, report: Report) -> dict[str, Any]:
    return {
        "project": {"id": str(project.pk), "name": project.name},
        "verdict": report.verdict.value,
        "score": report.score,
        "evidence": report.evidence.percent if report.evidence else None,
        "coverage": {pair.pair.value: pair.percent for pair in report.coverage},
        "findings": [as_json(finding) for finding in report.findings],
        "ignored": [finding.id for finding in report.ignored],
    }


def _summary(counts: Counter[str]) -> str:
    found = get_text_list(
        [f"{counts[severity.value]} {severity.value}" for severity in Severity], "and"
    )
    projects = f"{counts['projects']} project{'s' if counts['projects'] != 1 else ''}"
    return f"Checked {projects}: {found}, {counts['ignored']} ignored."
