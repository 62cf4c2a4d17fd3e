"""What a founder is told about the state of each document of a project.

Pure functions of rows that have been read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache, lru_cache

from django.utils.translation import get_language

from artifacts.documents.staleness import (
    ABSENT,
    Inputs,
    changed_inputs,
    describe_input,
    names_facts,
)
from artifacts.models import Artifact, Project
from artifacts.models.stored import Failure, StillFits
from artifacts.schemas import ArtifactType
from artifacts.schemas.fingerprints import fingerprint
from artifacts.translation import translated
from artifacts.unlocked import cached_property


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


IN_LINE = (DocumentState.QUEUED, DocumentState.POSTPONED)
UNDER_WAY = (DocumentState.WRITING, DocumentState.INTERRUPTED, *IN_LINE)


@dataclass(frozen=True, slots=True)
class DocumentFace:
    """What lists of documents tell of one, and nothing of its text."""

    type: ArtifactType
    state: DocumentState
    seconds: int
    causes: tuple[str, ...]
    blocked_by: ArtifactType | None
    is_written: bool
    version_number: int
    has_user_edits: bool
    generated_at: datetime | None
    resumes_at: datetime | None
    failure: Failure | None


@dataclass(frozen=True, slots=True)
class DocumentStatus:
    """One document of a project and how it stands."""

    artifact: Artifact
    state: DocumentState
    seconds: int = 0
    """How long it has been written at, where the state is WRITING."""
    causes: tuple[str, ...] = ()
    """What has changed since it was written, where the state is STALE."""
    changed: Inputs = field(default_factory=dict)
    """The same by key, with its hashes of now."""
    fitting: StillFits | None = None
    """Who said that it still fits what has changed, which `fits` names."""
    fits: tuple[str, ...] = ()

    @property
    def type(self) -> ArtifactType:
        return self.artifact.type

    @property
    def base(self) -> str:
        """What the form carries that says that it still fits, where the state is STALE."""
        return fits_base(self.artifact, self.changed) if self.changed else ""

    @property
    def blocked_by(self) -> ArtifactType | None:
        return ArtifactType(self.artifact.blocked_by) if self.artifact.blocked_by else None

    @property
    def face(self) -> DocumentFace:
        row = self.artifact
        return DocumentFace(
            self.type,
            self.state,
            self.seconds,
            self.causes,
            self.blocked_by,
            row.is_written,
            row.version_number,
            row.has_user_edits,
            row.generated_at,
            row.resumes_at,
            row.last_failure,
        )


LOOK_SECONDS = 2
LOOK_SECONDS_IN_LINE = 10
SHORT_WAIT = timedelta(seconds=20)
"""How long an order waits for a free writer before its pages look less often."""


@dataclass(frozen=True, slots=True)
class ProjectStatus:
    documents: tuple[DocumentStatus, ...]
    look_seconds: int = LOOK_SECONDS
    """How often an open page asks what is new while something is under way."""

    def _count(self, *states: DocumentState) -> int:
        return sum(document.state in states for document in self.documents)

    @property
    def faces(self) -> list[DocumentFace]:
        return [document.face for document in self.documents]

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
        """True if a writer began and went away; an order that nobody has begun yet only
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
        """True if documents are missing without one that failed, as they are after a cancelled
        generation.
        """
        resting = not self.is_running and not self._count(DocumentState.FAILED)
        return resting and (self.needs_retry or self.written < self.total)

    @property
    def is_settled(self) -> bool:
        """True if every document is written, and none is being written or has failed."""
        return self._count(DocumentState.READY, DocumentState.STALE) == self.total

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
    postponed = set()
    for artifact in artifacts:
        state = _state(artifact, now=now)
        if state is DocumentState.POSTPONED:
            # All that one claim holds waits; the first is what it waits for.
            state = DocumentState.QUEUED if artifact.generation_token in postponed else state
            postponed.add(artifact.generation_token)
        seconds = 0
        if state is DocumentState.WRITING and artifact.begun_at is not None:
            seconds = max(0, int((now - artifact.begun_at).total_seconds()))
        if state is DocumentState.READY:
            statuses.append(_written_status(artifact, now_hashes))
        else:
            statuses.append(DocumentStatus(artifact, state, seconds))
    return ProjectStatus(tuple(statuses), look_seconds=_look_seconds(statuses, now=now))


def _look_seconds(documents: Iterable[DocumentStatus], *, now: datetime) -> int:
    """Return how often to ask what is new: seldom where everything has been in line for a while."""
    under_way = [document for document in documents if document.state in UNDER_WAY]
    only_waits = all(document.state in IN_LINE for document in under_way)
    since = [document.artifact.generation_started_at or now for document in under_way]
    waits_long = max(since, default=now) < now - SHORT_WAIT
    return LOOK_SECONDS_IN_LINE if only_waits and waits_long else LOOK_SECONDS


def _written_status(artifact: Artifact, inputs: _Inputs) -> DocumentStatus:
    """Return how a document stands that waits for nothing: ready, or out of date."""
    changed, fits = inputs.changed(artifact), inputs.fits(artifact)
    return DocumentStatus(
        artifact,
        DocumentState.STALE if changed else DocumentState.READY,
        causes=_in_words(changed),
        changed=changed,
        fitting=artifact.fitting if fits else None,
        fits=_in_words(fits),
    )


def _in_words(keys: Collection[str]) -> tuple[str, ...]:
    if not keys:
        return ()
    language = get_language()
    return tuple(_described(key, language) for key in keys)


@lru_cache(maxsize=2_000)
def _described(key: str, _language: str | None) -> str:
    """Return the words for an input, once for each language; it is the reader's."""
    return describe_input(key, translated)


def fits_base(artifact: Artifact, changed: Inputs) -> str:
    """Return what names the changes that somebody sees who says that a document still fits."""
    return fingerprint([artifact.content_version, sorted(changed.items())])


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


def changed_under(
    project: Project, artifact: Artifact, artifacts: Sequence[Artifact]
) -> tuple[Inputs, Inputs]:
    """Return what has changed since `artifact` was written, with its hashes of now: what nobody
    said it fits, and what somebody did.
    """
    inputs = _Inputs(project, artifacts)
    return inputs.changed(artifact), inputs.fits(artifact)


def changed_inputs_of(artifact: Artifact, now: Inputs, *, is_covered: bool = False) -> Inputs:
    """Return what has changed since `artifact` recorded its inputs, with its hashes of now.

    `is_covered` asks for what somebody said that it still fits, else for all but that. Nobody can
    say for one that recorded nothing.
    """
    recorded, fitting = artifact.written_from, artifact.fitting
    covered = fitting.inputs if fitting else {}
    return {
        key: now.get(key, ABSENT)
        for key in (changed_inputs(recorded, now) if recorded else ())
        if (covered.get(key) == now.get(key, ABSENT)) is is_covered
    }


class _Inputs:
    """What documents of a project would be written from now, hashed once for all of them."""

    def __init__(self, project: Project, artifacts: Sequence[Artifact]) -> None:
        self._of_project = cache(project.input_hashes)
        self._artifacts = artifacts

    def changed(self, artifact: Artifact) -> Inputs:
        """Return what has changed since `artifact` was written and nobody said it still fits, with
        its hashes of now.

        Nobody can say for one that was restored from before the inputs of previous versions were
        kept.
        """
        return self._since(artifact, is_covered=False)

    def fits(self, artifact: Artifact) -> Inputs:
        """Return what has changed since and is as it was when somebody said that it still fits."""
        return self._since(artifact, is_covered=True) if artifact.fitting else {}

    def _since(self, artifact: Artifact, *, is_covered: bool) -> Inputs:
        if not artifact.written_from:
            return {}
        return changed_inputs_of(artifact, self._now(artifact), is_covered=is_covered)

    def _now(self, artifact: Artifact) -> Inputs:
        """Return the inputs of `artifact` as they are. One that recorded facts recorded all that
        counts: what else there is now may stand beside it.
        """
        if names_facts(artifact.inputs):
            return self._all
        hashes = dict(self._of_project(with_facts=False))
        for artifact_type, of_document in self._of_documents.items():
            if artifact_type in artifact.type.earlier:
                hashes.update(of_document)
        return hashes

    @cached_property
    def _all(self) -> Inputs:
        hashes = dict(self._of_project(with_facts=True))
        for of_document in self._of_documents.values():
            hashes.update(of_document)
        return hashes

    @cached_property
    def _of_documents(self) -> dict[ArtifactType, Mapping[str, str]]:
        return {
            row.type: row.section_hashes()
            for row in self._artifacts
            if row.type.later and row.current_content is not None
        }
