"""Documents in every state, their receipts, and the founder's notes on them."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.utils import timezone
from factory.base import Factory
from factory.declarations import (
    LazyAttribute,
    LazyFunction,
    PostGeneration,
    SelfAttribute,
    Sequence,
    SubFactory,
    Trait,
)
from factory.django import DjangoModelFactory

from artifacts.generation.claims import Claim, Edits, Outcome
from artifacts.generation.writer import write_claim
from artifacts.models import (
    Artifact,
    GenerationAttempt,
)
from artifacts.runners.base import PermanentRunnerError
from artifacts.schemas import ArtifactAnnotation, ArtifactType
from artifacts.schemas.base import SectionKind
from artifacts.services.documents.notes import add_note
from artifacts.services.editing.manual_edits import change_item, edit_section, fingerprint
from artifacts.services.projects.lifecycle import answer_question
from artifacts.tests.support.factories.projects import ProjectFactory
from artifacts.tests.support.plain import PLAIN, StubRunner, claim_all, reworded, write
from artifacts.tiers import Tier


def _write_up_to(row: Artifact) -> None:
    """Write the document and those it builds on, as far as they are not written."""
    documents = {document.type: document for document in row.project.documents()}
    missing = [t for t in (*row.type.earlier, row.type) if not documents[t].is_written]
    if missing:
        write(claim_all(row.project, missing))
    _reread(row)


def _reread(row: Artifact) -> None:
    row.refresh_from_db()
    row.__dict__.pop("content", None)


def _write(row: Artifact, create: bool, wanted: bool | None, **_: Any) -> None:
    if wanted:
        _write_up_to(row)


def _edit(row: Artifact, create: bool, wanted: bool | None, **_: Any) -> None:
    """Edit the first section that can be edited."""
    if not wanted:
        return
    _write_up_to(row)
    section = next(section for section in row.type.content_class.sections() if not section.computed)
    where: dict[str, Any] = {"section": section.name, "editor": row.project.owner}
    seen = getattr(row.content, section.name)
    if section.kind is SectionKind.ITEMS:
        where |= {"item_id": seen[0].id, "values": {"description": "We wrote this by hand."}}
        change_item(row, base=fingerprint(seen[0]), tier=Tier.CTO_SCALE, **where)
    else:
        by_hand = "We wrote this by hand."
        where["value"] = by_hand if section.kind is SectionKind.PROSE else [by_hand]
        edit_section(row, base=fingerprint(seen), tier=Tier.CTO_SCALE, **where)
    _reread(row)


def _propose(row: Artifact, create: bool, wanted: bool | None, **_: Any) -> None:
    if not wanted:
        return
    if not row.has_user_edits:
        _edit(row, create, wanted)
    contents = {row.type: reworded(PLAIN[row.type])}
    claimed = claim_all(row.project, [row.type], edits=Edits.REVIEW)
    write_claim(claimed, runner=StubRunner(contents=contents))
    _reread(row)


def _outdate(row: Artifact, create: bool, wanted: bool | None, **_: Any) -> None:
    if wanted:
        _write_up_to(row)
        answer_question(row.project, key="price", text="Another price: 7 euros a month")
        row.project.refresh_from_db()


def _fail(row: Artifact, create: bool, wanted: bool | None, **_: Any) -> None:
    def refuse(artifact_type: ArtifactType) -> None:
        raise PermanentRunnerError(f"{artifact_type.value} cannot be written")

    if wanted:
        write_claim(_claim_one(row), runner=StubRunner(before=refuse))
        _reread(row)


def _hold(row: Artifact, create: bool, wanted: bool | None, **_: Any) -> None:
    if wanted:
        _claim_one(row)
        _reread(row)


def _claim_one(row: Artifact) -> Claim:
    earlier = row.type.earlier
    if earlier:
        before = Artifact.objects.get(project=row.project_id, artifact_type=earlier[-1].value)
        _write_up_to(before)
    return claim_all(row.project, [row.type], edits=Edits.KEEP)


class ArtifactFactory(DjangoModelFactory[Artifact]):
    """One of a project's documents, which has them all from its first moment; what it builds on is
    written as needed.

    The flags can be combined. `with_proposal` edits too, because only edits make a new version
    wait. `stale` changes an answer; that the document is out of date is seen at once, and by the
    filters of staff after the next survey.
    """

    class Meta:
        model = Artifact
        skip_postgeneration_save = True

    project = SubFactory(ProjectFactory)
    artifact_type = ArtifactType.BRIEF

    # In this order, whatever the order they are asked for in.
    written = PostGeneration(_write)
    edited = PostGeneration(_edit)
    with_proposal = PostGeneration(_propose)
    stale = PostGeneration(_outdate)
    failed = PostGeneration(_fail)
    generating = PostGeneration(_hold)

    @classmethod
    def _adjust_kwargs(cls, **kwargs: Any) -> dict[str, Any]:
        return {**kwargs, "artifact_type": ArtifactType(kwargs["artifact_type"]).value}

    @classmethod
    def _create(cls, model_class: type[Artifact], *args: Any, **kwargs: Any) -> Artifact:
        return model_class.objects.select_related("project__owner").get(*args, **kwargs)


class GenerationAttemptFactory(DjangoModelFactory[GenerationAttempt]):
    """A receipt that nothing was written for, as figures over many days need them."""

    class Meta:
        model = GenerationAttempt

    class Params:
        failed = Trait(
            outcome=Outcome.FAILED, error="invalid output", reference=Sequence("{:08x}".format)
        )
        still_open = Trait(outcome=Outcome.OPEN, finished_at=None, duration_seconds=None)

    artifact = SubFactory(ArtifactFactory)
    token = LazyFunction(uuid.uuid4)
    trigger = GenerationAttempt.Trigger.FOUNDER
    requested_by = SelfAttribute("artifact.project.owner")
    runner = "fake"
    duration_seconds = 10.0
    outcome = Outcome.STORED
    created_at = LazyFunction(timezone.now)
    started_at = SelfAttribute("created_at")
    finished_at = LazyAttribute(
        lambda made: made.created_at + timedelta(seconds=made.duration_seconds)
    )


class AnnotationFactory(Factory[ArtifactAnnotation]):
    """The founder's note on a section of a document, or on an item of it."""

    class Meta:
        model = ArtifactAnnotation

    artifact = SubFactory(ArtifactFactory, artifact_type=ArtifactType.MVP_SCOPE, written=True)
    section = LazyAttribute(lambda made: made.artifact.type.content_class.sections()[0].name)
    item_id = None
    text = "Ask the pilot shop."
    author = SelfAttribute("artifact.project.owner")
    tier = Tier.CTO_SCALE

    @classmethod
    def _create(
        cls, model_class: type[ArtifactAnnotation], *args: Any, **kwargs: Any
    ) -> ArtifactAnnotation:
        return add_note(*args, **kwargs)
