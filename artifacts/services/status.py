"""What a founder is told about the state of each document of a project.

Pure functions of rows that have been read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from artifacts.documents.staleness import (
    Inputs,
    changed_inputs,
    describe_input,
    fact_hashes,
    names_facts,
    section_hashes,
    word_hashes,
)
from artifacts.interview.questions import ProjectInput
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType
from artifacts.translation import translated


class DocumentState(StrEnum):
    WAITING = "waiting"
    WRITING = "writing"
    QUEUED = "queued"
    INTERRUPTED = "interrupted"
    POSTPONED = "postponed"
    READY = "ready"
    STALE = "stale"
    FAILED = "failed"
    BLOCKED = "blocked"


UNDER_WAY = (
    DocumentState.WRITING,
    DocumentState.QUEUED,
    DocumentState.INTERRUPTED,
    DocumentState.POSTPONED,
)


@dataclass(frozen=True, slots=True)
class DocumentStatus:
    """One document of a project and how it stands."""

    artifact: Artifact
    state: DocumentState
    seconds: int = 0
    """How long it has been written at, where the state is WRITING."""
    causes: tuple[str, ...] = ()
    """What has changed since it was written, where the state is STALE."""

    @property
    def type(self) -> ArtifactType:
        return self.artifact.type

    @property
    def blocked_by(self) -> ArtifactType | None:
        return ArtifactType(self.artifact.blocked_by) if self.artifact.blocked_by else None


@dataclass(frozen=True, slots=True)
class ProjectStatus:
    documents: tuple[DocumentStatus, ...]

    def _count(self, *states: DocumentState) -> int:
        return sum(document.state in states for document in self.documents)

    @property
    def written(self) -> int:
        """How many documents can be read."""
        return sum(document.artifact.is_written for document in self.documents)

    @property
    def total(self) -> int:
        return len(self.documents)

    @property
    def done(self) -> int:
        """How many documents do not wait for a writer, for the progress bar."""
        return self.total - self._count(*UNDER_WAY, DocumentState.WAITING)

    @property
    def is_running(self) -> bool:
        return self._count(*UNDER_WAY) > 0

    @property
    def is_interrupted(self) -> bool:
        """True where a writer began and went away; an order that nobody has begun yet only
        waits.
        """
        return self._count(DocumentState.INTERRUPTED) > 0

    @property
    def resumes_at(self) -> datetime | None:
        """When a postponed generation resumes; None while something is being written."""
        waits = [
            d.artifact.resumes_at
            for d in self.documents
            if d.state is DocumentState.POSTPONED and d.artifact.resumes_at
        ]
        return min(waits, default=None) if self.current is None else None

    @property
    def needs_retry(self) -> bool:
        return not self.is_running and self._count(DocumentState.FAILED, DocumentState.BLOCKED) > 0

    @property
    def needs_rest(self) -> bool:
        """True where documents are missing without one that failed, as they are after a cancelled
        generation.
        """
        resting = not self.is_running and not self._count(DocumentState.FAILED)
        return resting and (self.needs_retry or self.written < self.total)

    @property
    def is_new(self) -> bool:
        """True before the first generation."""
        return self._count(DocumentState.WAITING) == self.total

    @property
    def current(self) -> DocumentStatus | None:
        """The document that is being written now."""
        return next(
            (document for document in self.documents if document.state is DocumentState.WRITING),
            None,
        )


def project_status(project: Project, *, now: datetime) -> ProjectStatus:
    """Return how every document of `project` stands.

    Reads `project.artifacts` once, with their content.
    """
    artifacts = project.documents()
    now_hashes = _Inputs(project, artifacts)
    statuses = []
    put_off = set()
    for artifact in artifacts:
        state = _state(artifact, now=now)
        if state is DocumentState.POSTPONED:
            # All that one claim holds waits; the first is what it waits for.
            state = DocumentState.QUEUED if artifact.generation_token in put_off else state
            put_off.add(artifact.generation_token)
        seconds = 0
        if state is DocumentState.WRITING and artifact.begun_at is not None:
            seconds = max(0, int((now - artifact.begun_at).total_seconds()))
        causes = now_hashes.causes(artifact) if state is DocumentState.READY else ()
        statuses.append(
            DocumentStatus(artifact, DocumentState.STALE if causes else state, seconds, causes)
        )
    return ProjectStatus(tuple(statuses))


def _state(artifact: Artifact, *, now: datetime) -> DocumentState:
    if artifact.is_generating:
        if artifact.begun_at is None:
            is_put_off = artifact.resumes_at is not None and now < artifact.resumes_at
            return DocumentState.POSTPONED if is_put_off else DocumentState.QUEUED
        return (
            DocumentState.INTERRUPTED if artifact.is_claimable(now=now) else DocumentState.WRITING
        )
    if artifact.has_failed:
        return DocumentState.FAILED
    if artifact.blocked_by:
        return DocumentState.BLOCKED
    return DocumentState.READY if artifact.is_written else DocumentState.WAITING


def stale_types(status: ProjectStatus) -> tuple[ArtifactType, ...]:
    """Return the documents that something has changed under since they were written."""
    return tuple(
        document.type for document in status.documents if document.state is DocumentState.STALE
    )


def is_outdated(project: Project, artifact: Artifact, artifacts: Sequence[Artifact]) -> bool:
    """Whether something has changed since `artifact` was written, whatever is done to it at the
    moment.
    """
    return outdated_types(project, [artifact], artifacts) != set()


def outdated_types(
    project: Project, wanted: Iterable[Artifact], artifacts: Sequence[Artifact]
) -> set[ArtifactType]:
    """Return which of `wanted` something has changed under since they were written; `artifacts` are
    all there are.
    """
    inputs = _Inputs(project, artifacts)
    return {
        artifact.type for artifact in wanted if artifact.is_written and inputs.changed(artifact)
    }


class _Inputs:
    """What documents of a project would be written from now, hashed once for all of them."""

    def __init__(self, project: Project, artifacts: Sequence[Artifact]) -> None:
        self._project = project
        self._artifacts = artifacts

    def causes(self, artifact: Artifact) -> tuple[str, ...]:
        """Return what has changed since `artifact` was written, in words."""
        return tuple(describe_input(key, translated) for key in self.changed(artifact))

    def changed(self, artifact: Artifact) -> list[str]:
        """Return the keys of what has changed since `artifact` was written.

        Nobody can say for one that was restored from before the inputs of previous versions were
        kept.
        """
        return (
            changed_inputs(artifact.written_from, self._now(artifact))
            if artifact.written_from
            else []
        )

    def _now(self, artifact: Artifact) -> Inputs:
        hashes = self._of_project(with_facts=names_facts(artifact.written_from))
        for row in self._artifacts:
            if row.type in artifact.type.earlier and row.content is not None:
                hashes = hashes | self._of_documents[row.type]
        return hashes

    def _of_project(self, *, with_facts: bool) -> Inputs:
        return {**self._words, **self._facts} if with_facts else self._words

    @cached_property
    def _input(self) -> ProjectInput:
        return self._project.get_input()

    @cached_property
    def _words(self) -> Inputs:
        return word_hashes(self._input)

    @cached_property
    def _facts(self) -> Inputs:
        return fact_hashes(self._input)

    @cached_property
    def _of_documents(self) -> dict[ArtifactType, Inputs]:
        return {
            row.type: section_hashes(row.type, row.content)
            for row in self._artifacts
            if row.type.later and row.content is not None
        }
