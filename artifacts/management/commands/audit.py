from __future__ import annotations

import json
import time
from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from artifacts.services.operations.audit import Breach, audit_projects, audit_tables, projects_of

PROGRESS_SECONDS = 1.0


def _part(text: str) -> tuple[int, int]:
    number, _, of = text.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        raise ArgumentTypeError("write K/N, such as 2/8")
    return int(number), int(of)


class Command(BaseCommand):
    help = (
        "Look at everything that is stored for what must always hold (I-1 to I-14). Exits with 1 if"
        " something does not."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--quick",
            action="store_true",
            help="leave out the texts: versions, locks and references only",
        )
        parser.add_argument(
            "--part",
            type=_part,
            default=(1, 1),
            metavar="K/N",
            help="the K-th of N parts of the projects, for several processes at once",
        )
        parser.add_argument(
            "--repair", action="store_true", help="put right what is safe to put right"
        )
        parser.add_argument(
            "--json", action="store_true", help="one JSON object on stdout; progress goes to stderr"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self._told = 0
        counts: Counter[str] = Counter()
        began = time.monotonic()
        if options["json"]:
            self.stdout.write('{"violations": [')
        for violation in self._violations(options, counts):
            counts[violation.rule] += 1
            is_repaired = bool(options["repair"] and violation.repair and violation.repair())
            counts["repaired"] += is_repaired
            self._tell(violation, as_json=options["json"], is_repaired=is_repaired)
        self._sum_up(counts, time.monotonic() - began, as_json=options["json"])

    def _violations(self, options: dict[str, Any], counts: Counter[str]) -> Iterator[Breach]:
        part = options["part"]
        if part[0] == 1:
            yield from audit_tables()
        counts["projects"] = total = projects_of(part).count()
        shown_at = 0.0
        for seen, found in audit_projects(
            now=timezone.now(), contents=not options["quick"], part=part
        ):
            yield from found
            if time.monotonic() - shown_at >= PROGRESS_SECONDS:
                shown_at = time.monotonic()
                self._progress(seen, total)

    def _progress(self, seen: int, total: int) -> None:
        if self.stderr.isatty() and total:
            done = min(1.0, seen / total)
            self.stderr.write(
                f"\r[{'#' * int(done * 40):<40}] {seen:,} of {total:,} projects", ending=""
            )

    def _tell(self, violation: Breach, *, as_json: bool, is_repaired: bool) -> None:
        self._told += 1
        if as_json:
            entry = {**violation.as_json(), "repaired": is_repaired}
            self.stdout.write(f"{',' if self._told > 1 else ''}{json.dumps(entry)}")
            return
        where = " of ".join(part for part in (violation.document, violation.project) if part)
        repaired = " Repaired." if is_repaired else ""
        self.stdout.write(
            f"{violation.rule} {where + ': ' if where else ''}{violation.what}{repaired}"
        )

    def _sum_up(self, counts: Counter[str], seconds: float, *, as_json: bool) -> None:
        broken = sum(number for name, number in counts.items() if name.startswith("I-"))
        left = broken - counts["repaired"]
        if as_json:
            rules = {
                name: number for name, number in sorted(counts.items()) if name.startswith("I-")
            }
            summary = {
                "projects": counts["projects"],
                "repaired": counts["repaired"],
                "left": left,
                "by_rule": rules,
            }
            self.stdout.write(f'], "summary": {json.dumps(summary)}}}')
        if self.stderr.isatty():
            self.stderr.write("")
        words = (
            f"{broken} violation(s) in {counts['projects']:,} project(s), "
            f"{counts['repaired']} repaired, {left} left ({seconds:.1f} s)."
        )
        if left:
            raise CommandError(words)
        (self.stderr if as_json else self.stdout).write(words)
