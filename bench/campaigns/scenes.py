"""A project that is being written while its founder goes on working, and what must be true of it in
the end.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.utils import timezone

from artifacts.exceptions import ArtifactsError
from artifacts.generation.claims import Claim, Edits
from artifacts.generation.connections import release_connection
from artifacts.generation.recovery import resume_abandoned
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, GenerationAttempt, Project
from artifacts.schemas import ArtifactType
from artifacts.services.documents.notes import add_note
from artifacts.services.editing.manual_edits import edit_section, fingerprint
from artifacts.services.projects.lifecycle import answer_question
from artifacts.tests.support.factories import StubRunner, claim_all, make_project, make_user
from artifacts.tiers import Tier
from bench.campaigns.ground import breaches
from bench.campaigns.statements import Statements

POLICIES = (Edits.KEEP, Edits.OVERWRITE, Edits.REVIEW)
SECTIONS = {
    ArtifactType.BRIEF: ("problem_statement", "target_user", "value_proposition"),
    ArtifactType.MVP_SCOPE: ("out_of_scope",),
    ArtifactType.HOW_IT_WORKS: ("architecture", "data_flow"),
}
"""Sections of text and lines that the founder edits."""
ROUNDS = 8
"""How often a sweep may find something before a cascade counts as stuck."""


@dataclass
class Scene:
    """A founder with a project: new, or written and edited and now written again."""

    rng: random.Random
    project: Project = field(init=False)
    versions: dict[ArtifactType, int] = field(init=False)
    policy: Edits = field(init=False)
    is_new: bool = field(init=False)
    texts: dict[str, ArtifactType] = field(default_factory=dict)
    """What the founder wrote into documents and was told is stored."""
    notes: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    refused: int = 0
    may_fail: bool = False
    """Whether the fault is one of the writing service, after which a document may have failed."""
    statements: Statements = field(default_factory=Statements)

    def __post_init__(self) -> None:
        self.is_new = self.rng.random() < 0.4
        self.policy = self.rng.choice(POLICIES)
        self.founder = make_user(Tier.CTO_SCALE)
        self.project = make_project(self.founder, written=not self.is_new)
        if not self.is_new:
            for _ in range(self.rng.randint(0, 2)):
                self.edit()
        self.versions = self._versions()

    def again(self) -> None:
        """Begin the next step with what the last one left."""
        self.is_new, self.may_fail, self.policy = False, False, self.rng.choice(POLICIES)
        self.edit()
        current = {row.type: str(row.current_content) for row in self.rows()}
        self.texts = {text: t for text, t in self.texts.items() if text in current[t]}
        self.versions = self._versions()

    def _versions(self) -> dict[ArtifactType, int]:
        return {row.type: row.version_number for row in self.rows()}

    def rows(self) -> list[Artifact]:
        return list(Artifact.objects.filter(project=self.project).select_related("project__owner"))

    def claim(self, **changes: Any) -> Claim:
        return claim_all(self.project, edits=self.policy, **changes)

    def runner(self, before: Any = None) -> StubRunner:
        """A writer during whose calls the founder sometimes does something."""

        def meanwhile(artifact_type: ArtifactType) -> None:
            if before is not None:
                before(artifact_type)
            if self.rng.random() < 0.5:
                self.act()

        return StubRunner(before=meanwhile)

    def act(self) -> None:
        """Do something as the founder, in another process as it were."""
        with self.statements.paused():
            self.rng.choice((self.edit, self.note, self.answer))()
        release_connection()

    def edit(self) -> None:
        artifact_type = self.rng.choice(list(SECTIONS))
        row = self.row(artifact_type)
        if row.content is None:
            return
        section = self.rng.choice(SECTIONS[artifact_type])
        seen = getattr(row.content, section)
        text = f"Founder {self.rng.getrandbits(48):x}"
        value = text if isinstance(seen, str) else [text]
        where: dict[str, Any] = {"section": section, "value": value, "base": fingerprint(seen)}
        try:
            edit_section(row, editor=self.founder, tier=Tier.CTO_SCALE, **where)
        except ArtifactsError:
            self.refused += 1
            return
        for old in [seen] if isinstance(seen, str) else seen:
            self.texts.pop(old, None)  # written over by the founder themselves
        self.texts[text] = artifact_type

    def note(self) -> None:
        artifact_type = self.rng.choice(list(SECTIONS))
        row, text = self.row(artifact_type), f"Note {self.rng.getrandbits(48):x}"
        where: dict[str, Any] = {"section": SECTIONS[artifact_type][0], "item_id": None}
        try:
            add_note(row, text=text, author=self.founder, tier=Tier.CTO_SCALE, **where)
        except ArtifactsError:
            self.refused += 1
        else:
            self.notes.append(text)

    def answer(self) -> None:
        text = f"Anybody, {self.rng.getrandbits(48):x}"
        try:
            answer_question(Project.objects.get(pk=self.project.pk), key="workaround", text=text)
        except ArtifactsError:
            self.refused += 1
        else:
            self.answers = [text]

    def row(self, artifact_type: ArtifactType) -> Artifact:
        rows = Artifact.objects.select_related("project__owner")
        return rows.get(project=self.project, artifact_type=artifact_type.value)

    # What comes after the fault

    def recover(self) -> int:
        """Sweep, each time when the leases have ended, until nothing is written at; return how
        often something was taken up.
        """
        taken_up = 0
        for _ in range(ROUNDS):
            ends = [row.lease_expires_at for row in self.rows() if row.is_generating]
            if not ends:
                break
            now = max([end for end in ends if end] + [timezone.now()]) + timedelta(seconds=1)
            taken_up += len(resume_abandoned(deliver=self.finish, now=now))
        return taken_up

    def finish(self, cascade: Claim) -> None:
        write_claim(cascade, runner=self.runner())

    def waits(self) -> float | None:
        """Return in how many seconds a sweep would take up what is held; None if nothing is."""
        held = [row for row in self.rows() if row.is_generating]
        begun = [row for row in held if row.begun_at is not None]
        ends = [row.lease_expires_at for row in begun or held]
        left = [(end - timezone.now()).total_seconds() for end in ends if end]
        return max([0.0, *left]) if left else None

    def problems(self) -> Iterator[str]:
        """Yield what is not as it must be at the end."""
        rows = self.rows()
        yield from breaches()
        for row in rows:
            was = self.versions[row.type]
            if row.is_generating:
                yield f"I-6 {row.type} is still being written"
            elif row.has_failed and not self.may_fail:
                yield f"{row.type} has failed: {row.failure}"
            elif row.version_number != was + 1 and not (
                row.version_number == was and (row.proposal is not None or self.may_fail)
            ):
                yield f"I-1 {row.type} went from version {was} to {row.version_number}"
        if GenerationAttempt.objects.open().exists():
            yield "A receipt is open"
        yield from self._lost(rows)

    def _lost(self, rows: list[Artifact]) -> Iterator[str]:
        by_type = {row.type: row for row in rows}
        for text, artifact_type in self.texts.items():
            row = by_type[artifact_type]
            if text not in f"{row.current_content} {row.previous_content}":
                yield f"I-7 {text!r} of {artifact_type} is in neither version"
        kept = " ".join(str(row.annotations) for row in rows)
        yield from (f"I-7 {text!r} is gone" for text in self.notes if text not in kept)
        told = str(Project.objects.get(pk=self.project.pk).answers)
        yield from (f"I-7 the answer {text!r} is gone" for text in self.answers if text not in told)

    def leave(self) -> None:
        """Delete all rows, so that the next scene is alone."""
        release_connection()
        self.project.delete()
        self.founder.delete()


@contextmanager
def scene(rng: random.Random) -> Iterator[Scene]:
    made = Scene(rng)
    try:
        yield made
    finally:
        made.leave()
