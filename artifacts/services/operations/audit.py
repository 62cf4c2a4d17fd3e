"""Check stored data against the invariants of docs/architecture.md.

Reads only, unless told to repair.

What cannot be seen in rows is not looked at: I-4, I-5 and I-9 are about what happens while
something is done, I-8 and I-11 to I-14 about what is shown. Of I-8, I-11 and I-13 the part that
rows do show is looked at. Nothing that is told quotes a founder.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import DatabaseError, connection
from django.db.models import Count, F, Prefetch, Q, QuerySet
from pydantic import ValidationError

from artifacts.models import Artifact, GenerationAttempt, Project, ShareLink
from artifacts.schemas import (
    GENERATION_ORDER,
    ArtifactAnnotation,
    ArtifactContent,
    ArtifactType,
    load_content,
)
from artifacts.text import clean_text
from artifacts.tiers import Tier

CHUNK = 200
"""How many projects are read at once: some megabytes of documents."""

RESUMED_WITHIN = timedelta(seconds=60)
"""How long after its lease has ended a generation may wait for a worker (I-6)."""

Outcome = GenerationAttempt.Outcome
Repair = Callable[[], int]
"""Puts one thing right that is safe to put right, if it is still as it was found; returns how many
rows that were.
"""


@dataclass(frozen=True, slots=True)
class Breach:
    """One thing that must not be, and where. `repair` is done only when asked for."""

    rule: str
    what: str
    project: str
    document: str = ""
    repair: Repair | None = None

    def as_json(self) -> dict[str, Any]:
        told = {name: value for name, value in asdict(self).items() if name != "repair"}
        return {**told, "can_be_repaired": self.repair is not None}


Part = tuple[int, int]
"""Which of how many parts of the projects, from 1 on: several processes look at one each."""


def audit_projects(
    *, now: datetime, contents: bool = True, part: Part = (1, 1)
) -> Iterator[tuple[int, list[Breach]]]:
    """Yield how many projects were looked at by then, with what is wrong in them, some hundreds at
    a time.

    Without `contents` the texts are left out, and the database itself finds the few projects that
    are worth a look.
    """
    artifacts = Artifact.objects.order_by("pk")
    if not contents:
        artifacts = artifacts.defer(
            "current_content", "previous_content", "proposal", "annotations", "inputs"
        )
    open_attempts = GenerationAttempt.objects.open().order_by("pk")
    projects = projects_of(part) if contents else projects_of(part).filter(pk__in=_suspects())
    projects = projects.order_by("pk").prefetch_related(
        Prefetch("artifacts", queryset=artifacts),
        Prefetch("artifacts__attempts", queryset=open_attempts, to_attr="open_attempts"),
    )
    seen = 0
    found: list[Breach] = []
    for project in projects.iterator(chunk_size=CHUNK):
        found += _audit_project(project, now=now, contents=contents)
        seen += 1
        if seen % CHUNK == 0:
            yield seen, found
            found = []
    yield seen, found


def projects_of(part: Part) -> QuerySet[Project]:
    """Return the projects of one part.

    Their keys are random, so the parts are about as large as each other.
    """
    number, of = part
    first, end = ((1 << 128) * (number - 1) // of, (1 << 128) * number // of)
    projects = Project.objects.filter(pk__gte=uuid.UUID(int=first))
    return projects if number == of else projects.filter(pk__lt=uuid.UUID(int=end))


def _suspects() -> set[uuid.UUID]:
    """Return the keys of the projects in which something is odd beside the texts.

    Four statements over all rows.
    """
    known = [artifact_type.value for artifact_type in GENERATION_ORDER]
    artifacts = Artifact.objects.order_by()
    is_held = Q(generation_token__isnull=False) | Q(lease_expires_at__isnull=False)
    odd = (
        Q(content_version__gt=F("version_number"))
        | Q(previous_version__gt=F("version_number"))
        | Q(previous_version=F("content_version"), previous_version__gt=0)
        | (~Q(generation_status=Artifact.GenerationStatus.GENERATING) & is_held)
        | ~Q(artifact_type__in=known)
    )
    of_attempts = (
        GenerationAttempt.objects.open().order_by().values_list("artifact__project_id", flat=True)
    )
    complete = artifacts.values("project_id").annotate(number=Count("pk")).filter(number=len(known))
    return {
        *artifacts.filter(odd).values_list("project_id", flat=True),
        *artifacts.generating().values_list("project_id", flat=True),
        *of_attempts,
        *Project.objects.exclude(pk__in=complete.values("project_id")).values_list("pk", flat=True),
    }


def audit_tables() -> Iterator[Breach]:
    """Look at what is between rows: references that lead nowhere, and versions that two attempts
    say they wrote.
    """
    try:
        connection.check_constraints()
    except DatabaseError as error:
        yield Breach("I-9", f"A row refers to one that is not there ({type(error).__name__}).", "")
    attempts = GenerationAttempt.objects.filter(
        outcome=Outcome.STORED, version_written__isnull=False
    )
    columns = attempts.values_list("artifact_id", "version_written", "artifact__version_number")
    before: tuple[int, int | None] | None = None
    for artifact_id, version, number in columns.order_by("artifact_id", "version_written").iterator(
        chunk_size=10_000
    ):
        if (artifact_id, version) == before:
            yield Breach(
                "I-1", f"Two attempts wrote version {version} of document {artifact_id}.", ""
            )
        if version is not None and version > number:
            yield Breach(
                "I-1",
                f"Version {version} of document {artifact_id} was written, but it has {number}.",
                "",
            )
        before = artifact_id, version
    for pk, tier, documents in (
        ShareLink.objects.order_by("pk").values_list("pk", "tier", "documents").iterator()
    ):
        if tier not in set(Tier) or not set(documents) <= set(ArtifactType):
            yield Breach(
                "I-8", f"Share link {pk} names a tier or a document that does not exist.", ""
            )


def _audit_project(project: Project, *, now: datetime, contents: bool) -> Iterator[Breach]:
    rows = list(project.artifacts.all())
    key = str(project.pk)
    by_type = {row.artifact_type: row for row in rows}
    for missing in [one for one in GENERATION_ORDER if one.value not in by_type]:
        yield Breach(
            "I-1", "Its row is missing.", key, missing.value, _make_row(project.pk, missing)
        )
    for row in rows:
        if row.artifact_type not in set(ArtifactType):
            yield Breach("I-1", "No such document is registered.", key, row.artifact_type)
            continue
        checks = [_numbers(row), _open_attempts(row, now), _lock(row, now)]
        if contents:
            checks += [_contents(row), _notes(row)]
        for check in checks:
            for rule, what, *repair in check:
                yield Breach(rule, what, key, row.artifact_type, *repair)
    if contents:
        for rule, what in _texts(project):
            yield Breach(rule, what, key)


Found = Iterator[tuple[Any, ...]]
"""Rule, what is wrong, and where there is one the repair."""


def _numbers(row: Artifact) -> Found:
    if not 0 <= row.content_version <= row.version_number:
        yield "I-1", f"The current version is {row.content_version} of {row.version_number}."
    if row.previous_version > row.version_number:
        yield "I-2", f"The previous version is {row.previous_version} of {row.version_number}."
    if row.previous_version and row.previous_version == row.content_version:
        yield "I-2", f"The current and the previous version are both {row.content_version}."


def _lock(row: Artifact, now: datetime) -> Found:
    if not row.is_generating:
        if row.generation_token or row.lease_expires_at:
            yield "I-3", "It is not being written, and yet somebody holds it.", _drop_token(row)
    elif row.lease_expires_at is not None and row.lease_expires_at < now - RESUMED_WITHIN:
        yield "I-6", "Its lease ended more than a minute ago, and no worker has taken it up."


def _open_attempts(row: Artifact, now: datetime) -> Found:
    attempts: Sequence[GenerationAttempt] = row.open_attempts  # type: ignore[attr-defined]
    held = [one for one in attempts if row.is_generating and one.token == row.generation_token]
    for one in attempts:
        if one not in held:
            yield "I-3", f"Attempt {one.pk} is open, but holds no lock.", _close_attempt(one, now)
    if len(held) > 1:
        yield "I-3", f"{len(held)} attempts are open for one lock."
    if row.is_generating and not held:
        yield "I-3", "It is locked without an attempt that says what for."


def _contents(row: Artifact) -> Found:
    if (row.current_content is None) != (row.content_version == 0):
        yield (
            "I-10",
            (
                f"Version {row.content_version} has {'no' if row.current_content is None else 'a'}"
                " text."
            ),
        )
    if (row.previous_content is None) != (row.previous_version == 0):
        yield (
            "I-2",
            (
                f"Previous version {row.previous_version} has"
                f" {'no' if row.previous_content is None else 'a'} text."
            ),
        )
    proposed = waiting.content if (waiting := row.stored_proposal) else None
    stored = {
        "current": row.current_content,
        "previous": row.previous_content,
        "proposed": proposed,
    }
    for name, value in stored.items():
        if value is None:
            continue
        try:
            content = load_content(row.type, value)
        except ValidationError as error:
            yield "I-10", f"The {name} text does not validate ({error.error_count()} errors)."
            continue
        if any(clean_text(text) != text for text in _strings(value)):
            yield "I-11", f"The {name} text holds characters that are never stored."
        if name == "current":
            yield from _items(row, content)


def _items(row: Artifact, content: ArtifactContent) -> Found:
    ids = [item.id for _, item in content.items()]
    again = sorted({one for one in ids if ids.count(one) > 1})
    if again:
        yield "I-10", f"{', '.join(again)} stand for several items."
    retired = sorted(set(ids) & set(row.retired_items))
    if retired:
        yield "I-10", f"{', '.join(retired)} are in use and remembered as dropped."
    unknown = sorted(set(row.edited_names) - {section.name for section in content.sections()})
    if unknown:
        yield "I-7", f"Edits are remembered of sections that do not exist: {', '.join(unknown)}."


def _notes(row: Artifact) -> Found:
    for note in row.annotations:
        try:
            ArtifactAnnotation.model_validate(note)
        except ValidationError as error:
            yield "I-7", f"A note cannot be read ({error.error_count()} errors)."


def _texts(project: Project) -> Iterator[tuple[str, str]]:
    for name, read in {"answers": project.get_answers, "facts": project.stored_facts}.items():
        try:
            read()
        except ValidationError as error:
            yield "I-10", f"The {name} do not validate ({error.error_count()} errors)."
    texts = [project.name, project.idea, *_strings(project.answers)]
    if any(clean_text(text) != text for text in texts):
        yield "I-11", "What the founder told holds characters that are never stored."


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for part in value.values():
                yield from _strings(part)
        case list() | tuple():
            for part in value:
                yield from _strings(part)


# Repairs: each checks again what it found, because the installation keeps running.


def _make_row(project_id: uuid.UUID, artifact_type: ArtifactType) -> Repair:
    def repair() -> int:
        row = Artifact(project_id=project_id, artifact_type=artifact_type.value)
        Artifact.objects.bulk_create([row], ignore_conflicts=True)
        return 1

    return repair


def _close_attempt(attempt: GenerationAttempt, now: datetime) -> Repair:
    def repair() -> int:
        holding = Artifact.objects.held_by(attempt.token).filter(pk=attempt.artifact_id)
        rows = GenerationAttempt.objects.filter(pk=attempt.pk, token=attempt.token)
        if holding.exists():
            return 0
        return rows.close(Outcome.ABANDONED, now=now, error="Closed by an audit: it held no lock.")

    return repair


def _drop_token(row: Artifact) -> Repair:
    def repair() -> int:
        rows = Artifact.objects.filter(pk=row.pk, generation_token=row.generation_token)
        return rows.exclude(generation_status=Artifact.GenerationStatus.GENERATING).update(
            generation_token=None,
            lease_expires_at=None,
            generation_started_at=None,
            begun_at=None,
            resumes_at=None,
        )

    return repair
