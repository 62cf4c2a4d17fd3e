"""The rows of the project that a claim writes, kept in memory from document to document.

They are read again only where one of them was changed by somebody else since, which each store
tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from artifacts.checker import new_readings
from artifacts.documents.staleness import Inputs, input_hashes, section_hashes
from artifacts.generation.attempts import Turn
from artifacts.generation.claims import Claim
from artifacts.generation.storing import Changes, Stored
from artifacts.interview.questions import ProjectInput
from artifacts.models import Artifact, GenerationAttempt, Project
from artifacts.models.artifact import ROTATED
from artifacts.models.attempt import ORDERED
from artifacts.models.compiled import CompiledQuery, Parameter
from artifacts.models.project import INPUT_COLUMNS
from artifacts.models.row_versions import KEPT_BY_WRITERS, annotated_versions
from artifacts.schemas import GENERATION_ORDER, ArtifactContent, ArtifactType, Contents

READ = (
    "artifact_type",
    *KEPT_BY_WRITERS,
    "begun_at",
    "resumes_at",
    "project",
    *(f"project__{name}" for name in (*INPUT_COLUMNS, "owner", "owner__tier")),
)
"""What a writer reads of a document's row, of its project and of the founder; what is read now and
then, such as notes, is asked for then.
"""

_ROTATED_TO = frozenset(ROTATED.values())
_TOKEN: Any = Parameter("token", GenerationAttempt._meta.get_field("token"))
_OPEN_ATTEMPTS = CompiledQuery(
    lambda: (
        GenerationAttempt.objects.open()
        .of(_TOKEN)
        .select_related("artifact__project__owner")
        .only(*ORDERED, *(f"artifact__{name}" for name in READ))
        .annotate(**annotated_versions())
    )
)
_PROJECT = Parameter("project", Project._meta.pk)
_ALL_ROWS = CompiledQuery(
    lambda: (
        Artifact.objects.filter(project=_PROJECT)
        .select_related("project__owner")
        .only(*READ)
        .annotate(**annotated_versions())
    )
)


class ProjectRows:
    """What one writer knows of the project's documents, and of what its founder told."""

    def __init__(self, cascade: Claim) -> None:
        self._cascade = cascade
        self._rows: list[Artifact] = []
        self._versions: dict[int, str] = {}
        self._told = ""
        self._is_current = False
        self._input: ProjectInput | None = None
        self._told_hashes: Inputs | None = None
        self._hashes: dict[ArtifactType, tuple[ArtifactContent, Inputs]] = {}
        self._as_json: dict[ArtifactType, tuple[ArtifactContent, dict[str, Any]]] = {}
        self._readings = new_readings()
        self.attempts: Mapping[int, GenerationAttempt] = {}
        """The attempts of the claim that were open at its beginning, by the key of their
        document.
        """

    def first_turn(self) -> Turn | None:
        """Read what the claim holds; None if it no longer holds anything.

        One query where it holds all documents.
        """
        found = _OPEN_ATTEMPTS.rows(token=self._cascade.token)
        self.attempts = {attempt.artifact_id: attempt for attempt in found}
        if len(found) == len(GENERATION_ORDER):
            rows = [(attempt.artifact, vars(attempt)) for attempt in found]
            self._take(rows)
        return self.next_turn() if found else None

    def next_turn(self) -> Turn | None:
        """Return the first document that the token still holds, with all rows as they are now; None
        without any.
        """
        if not self._is_current:
            self._read()
        held = [
            row
            for row in self._rows
            if row.is_generating and row.generation_token == self._cascade.token
        ]
        if not held:
            return None
        artifact, *waiting = held
        return Turn(artifact, self.attempts[artifact.pk], waiting, self._rows, self._readings)

    @property
    def project_input(self) -> ProjectInput:
        """What a writer is told of the project, as it is now."""
        if self._input is None:
            self._input = self._rows[0].project.get_input()
        return self._input

    def input_hashes(self, earlier: Contents) -> Inputs:
        """Return the same as `staleness.input_hashes`; of a document that stays the same it is made
        once.
        """
        hashes = self._of_project
        for artifact_type, content in earlier.items():
            known = self._hashes.get(artifact_type)
            if known is None or known[0] is not content:
                stored = self._as_json.get(artifact_type, (None, None))
                as_json = stored[1] if stored[0] is content else None
                known = content, section_hashes(artifact_type, content, as_json)
                self._hashes[artifact_type] = known
            hashes = hashes | known[1]
        return hashes

    @property
    def _of_project(self) -> Inputs:
        if self._told_hashes is None:
            self._told_hashes = input_hashes(self.project_input, {})
        return self._told_hashes

    def stored(
        self, turn: Turn, content: ArtifactContent | None, changes: Changes, found: Stored
    ) -> None:
        """Note what was stored of this turn; `content` is the new current version, None if that
        stays.

        Where somebody else has changed a row since it was read, all are read again for the next
        turn.
        """
        for name, value in changes.stored.items():
            if name not in _ROTATED_TO and not hasattr(value, "resolve_expression"):
                vars(turn.artifact)[name] = value
        if content is not None:
            self._as_json[turn.type] = content, changes.stored["current_content"]
            turn.artifact.version_number += 1
            turn.artifact.content_version = turn.artifact.version_number
            turn.artifact.content = content
        own = turn.artifact.pk
        known = {key: version for key, version in self._versions.items() if key != own}
        self._is_current = bool(found.now) and found.before == known and found.told == self._told
        self._versions = dict(found.now)

    def forget(self) -> None:
        """Read all rows again for the next turn: something else than a store has changed them."""
        self._is_current = False

    def _read(self) -> None:
        rows = _ALL_ROWS.rows(project=self._cascade.project_id)
        self._take([(row, vars(row)) for row in rows])

    def _take(self, rows: list[tuple[Artifact, dict[str, Any]]]) -> None:
        self._rows = sorted((row for row, _ in rows), key=lambda row: row.type.number)
        self._versions = {row.pk: told["row_version"] for row, told in rows}
        self._told = next((told["told_version"] for _, told in rows), "")
        for row in self._rows:
            row.project = self._rows[0].project
        self._input = self._told_hashes = None
        self._is_current = True
