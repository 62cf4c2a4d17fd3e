"""Whatever column of a row changes that a page's stamp names, the page that is sent reads as one
that is rendered then.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import models
from django.db.models import Model
from django.utils import timezone

from artifacts.models import (
    Artifact,
    AssumptionTest,
    GenerationAttempt,
    GuestNote,
    PlanRequest,
    Project,
)
from artifacts.models.columns import SURVEYED
from artifacts.models.stamps import OF_ATTEMPTS, OF_NOTES, OF_REQUESTS, UNSEEN
from artifacts.schemas import ArtifactAnnotation, ArtifactType
from artifacts.schemas.base import FieldKind
from artifacts.tests.support.factories import (
    AssumptionTestFactory,
    GuestNoteFactory,
    PlanRequestFactory,
    make_assuming_project,
)
from artifacts.tests.views.test_kept_pages import document, overview, shown
from artifacts.tests.views.test_kept_regions import client_of, forget_all
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

KEYS = frozenset({"id", "owner", "project", "artifact_type", "artifact", "link", "founder"})
"""Columns that make a row another one, or that of another project."""

NOW = timezone.now()
LONG_AGO = NOW - timedelta(days=90)
TEXT = "CHANGED by somebody"


def _stamped() -> Iterator[tuple[type[Model], str]]:
    parts: tuple[tuple[type[Model], frozenset[str], frozenset[str]], ...] = (
        (Project, frozenset(), SURVEYED),
        (Artifact, frozenset(), UNSEEN),
        (GenerationAttempt, OF_ATTEMPTS, frozenset()),
        (GuestNote, OF_NOTES, frozenset()),
        (AssumptionTest, frozenset(), frozenset()),
        (PlanRequest, OF_REQUESTS, frozenset()),
    )
    for model, only, without in parts:
        for field in model._meta.concrete_fields:
            if (not only or field.name in only) and field.name not in KEYS | without:
                yield model, field.name


COLUMNS = list(_stamped())


def _edit_of(row: Any) -> dict[str, Any]:
    told = {"generated": TEXT, "at": LONG_AGO.isoformat(), "by": "Ada", "by_id": row.pk}
    return {row.type.content_class.sections()[0].name: {**told, "by_support": True}}


def _content_of(row: Any) -> dict[str, Any]:
    """Return the content with another text in its first section."""
    stored = dict(row.current_content)
    name = row.type.content_class.sections()[0].name
    value = stored[name]
    if isinstance(value, str):
        return {**stored, name: TEXT}
    heading = next(key for key in ("title", "name") if key in value[0])
    return {**stored, name: [{**value[0], heading: TEXT}, *value[1:]]}


def _note_on(row: Any) -> list[Any]:
    name = row.type.content_class.sections()[0].name
    note = ArtifactAnnotation(id="a", section_id=name, note=TEXT, created_at=LONG_AGO)
    return [note.model_dump(mode="json")]


def _proposal_of(row: Any) -> dict[str, Any]:
    told = {"content": row.current_content, "inputs": {}, "base": "", "attempt": 0}
    return {**told, "created_at": LONG_AGO.isoformat()}


def _pass_of(row: Any) -> dict[str, Any]:
    return {**row.findings, "contradictions": {"at": NOW.isoformat(), "found": []}}


def _word_of(row: Any) -> dict[str, Any]:
    told = {"version": row.content_version, "inputs": {"idea": "0"}, "at": LONG_AGO.isoformat()}
    return {**told, "by": "Ada", "by_id": None, "by_support": True}


def _tested(row: Any) -> dict[str, Any]:
    state = AssumptionTest.Phase.PASSED
    return {"state": state, "ended_on": date(2026, 1, 2), "said_yes": 2, "asked": 3}


OTHERWISE: dict[tuple[type[Model], str], Callable[[Any], Any]] = {
    (Project, "answers"): lambda row: {**row.answers, "problem": TEXT},
    (Project, "facts"): lambda row: {},
    (Project, "language"): lambda row: "de",
    (Project, "unknown_answers"): lambda row: ["price"],
    (Project, "interview_questions"): lambda row: {"spent": {"cost_usd": "3.5", "tokens_in": 9}},
    (Project, "ignored_findings"): lambda row: {
        "0" * 16: {"reason": TEXT, "at": LONG_AGO.isoformat(), "location_fingerprint": "0"}
    },
    (Project, "ticks"): lambda row: {"people": {"ada": "2026-01-02"}, "milestones": {}},
    (Project, "interviewed_at"): lambda row: LONG_AGO,
    (Project, "deleted_at"): lambda row: LONG_AGO,
    (Artifact, "current_content"): _content_of,
    (Artifact, "previous_content"): _content_of,
    (Artifact, "inputs"): lambda row: {**row.inputs, "idea": "0" * 16},
    (Artifact, "edited_sections"): _edit_of,
    (Artifact, "previous_inputs"): lambda row: {"idea": "0" * 16},
    (Artifact, "previous_edited_sections"): _edit_of,
    (Artifact, "still_fits"): _word_of,
    (Artifact, "annotations"): _note_on,
    (Artifact, "proposal"): _proposal_of,
    (Artifact, "superseded_items"): lambda row: {"F-9": {"title": TEXT, "version": 1}},
    (Artifact, "findings"): _pass_of,
    (Artifact, "generation_status"): lambda row: "failed",
    (Artifact, "failure"): lambda row: {"message": TEXT, "reference": "abc"},
    (Artifact, "blocked_by"): lambda row: "brief",
    (GenerationAttempt, "trigger"): lambda row: GenerationAttempt.Trigger.RECOVERY,
    (GenerationAttempt, "outcome"): lambda row: GenerationAttempt.Outcome.FAILED,
    (GuestNote, "state"): lambda row: GuestNote.State.APPROVED,
    (GuestNote, "tier"): lambda row: Tier.CTO_SCALE.value,
    (PlanRequest, "tier"): lambda row: Tier.CTO_SCALE.value,
}
"""What a column may hold where any text or number would not do."""
TOGETHER: dict[tuple[type[Model], str], Callable[[Any], dict[str, Any]]] = {
    (AssumptionTest, name): _tested for name in ("state", "ended_on", "said_yes", "asked")
} | {
    (Artifact, "resumes_at"): lambda row: {
        "resumes_at": NOW + timedelta(hours=1),
        "generation_status": "generating",
        "generation_token": uuid.uuid4(),
        "lease_expires_at": NOW + timedelta(hours=1),
        "generation_started_at": NOW,
        "begun_at": None,
    }
}
"""Columns that the database lets change with others alone."""

_BY_FIELD: dict[type[models.Field[Any, Any]], Callable[[Any], Any]] = {
    models.DateTimeField: lambda _: LONG_AGO,
    models.DateField: lambda _: LONG_AGO.date(),
    models.DecimalField: lambda value: Decimal("3.5"),
    models.FloatField: lambda value: 99.5,
    models.IntegerField: lambda value: (value or 0) + 3,
    models.UUIDField: lambda _: uuid.uuid4(),
    models.CharField: lambda _: TEXT,
    models.TextField: lambda _: TEXT,
}


def changed(model: type[Model], name: str, row: Any) -> dict[str, Any]:
    """Return other values for that column of a row, and for those that must change with it."""
    if (model, name) in TOGETHER:
        return TOGETHER[model, name](row)
    if (model, name) in OTHERWISE:
        return {name: OTHERWISE[model, name](row)}
    field = model._meta.get_field(name)
    make = next(make for kind, make in _BY_FIELD.items() if isinstance(field, kind))
    return {name: make(getattr(row, name))}


@pytest.fixture
def project() -> Project:
    """A written project with whatever else its pages show."""
    made = make_assuming_project()
    made.owner.tier = Tier.PARTNER.value
    made.owner.save(update_fields=["tier"])
    AssumptionTestFactory.create(project=made)
    GuestNoteFactory.create(link__project=made)
    PlanRequestFactory.create(founder=made.owner, tier=Tier.CTO_SCALE)
    return Project.objects.get(pk=made.pk)


def rows_of(model: type[Model], project: Project) -> list[Any]:
    filters: dict[type[Model], dict[str, Any]] = {
        Project: {"pk": project.pk},
        Artifact: {"project": project},
        GenerationAttempt: {"artifact__project": project},
        GuestNote: {"link__project": project},
        AssumptionTest: {"project": project},
        PlanRequest: {"founder": project.owner},
    }
    return list(model._default_manager.filter(**filters[model]))


@pytest.mark.parametrize(
    ("model", "name"), COLUMNS, ids=[f"{model.__name__}.{name}" for model, name in COLUMNS]
)
def test_a_page_that_is_sent_reads_as_one_that_is_rendered(
    project: Project, model: type[Model], name: str
) -> None:
    client, paths = client_of(project.owner), [overview(project), document(project)]

    def sent() -> list[tuple[int, str]]:
        return [
            (response.status_code, shown(response)) for response in (client.get(p) for p in paths)
        ]

    sent()
    assert sent() == sent()
    rows = rows_of(model, project)
    assert rows
    for row in rows:
        model._default_manager.filter(pk=row.pk).update(**changed(model, name, row))
    kept = sent()
    fresh = []
    for path in paths:
        forget_all()
        response = client.get(path)
        fresh.append((response.status_code, shown(response)))
    assert kept == fresh


def _another(value: Any, field: Any) -> Any:
    """Return another value for a section, or for a field of an item."""
    if isinstance(value, str) and getattr(field, "choices", None):
        return next(choice for choice in field.choices if choice not in (value, ""))
    if isinstance(value, str):
        return f"{value} CHANGED."
    if isinstance(value, int):
        return value + 1
    if isinstance(value, list) and value and isinstance(value[0], str):
        return value[1:] if getattr(field, "kind", None) is FieldKind.LINKS else [TEXT, *value[1:]]
    return None


def _edits(row: Artifact) -> Iterator[dict[str, Any]]:
    """Yield the content with each value of it in turn as another one."""
    stored: dict[str, Any] = row.current_content or {}
    for section in row.type.content_class.sections():
        value = stored[section.name]
        if section.item_class is None:
            if not section.computed and (new := _another(value, section)) is not None:
                yield {**stored, section.name: new}
            continue
        fields = [field for field in section.item_class.fields() if not field.computed]
        for number, item in enumerate(value or ()):
            for field in fields:
                if (new := _another(item.get(field.name), field)) is not None:
                    items = [*value[:number], {**item, field.name: new}, *value[number + 1 :]]
                    yield {**stored, section.name: items}


@pytest.mark.one_database
@pytest.mark.parametrize("artifact_type", list(ArtifactType), ids=str)
def test_the_page_of_a_project_shows_each_value_of_its_documents_as_it_is(
    project: Project, artifact_type: ArtifactType
) -> None:
    client, path = client_of(project.owner), overview(project)
    row = project.artifacts.get(artifact_type=artifact_type)
    edits = list(_edits(row))
    assert len(edits) >= len(row.type.content_class.sections()) - 2
    sent = []
    for content in edits:
        project.artifacts.filter(pk=row.pk).update(current_content=content)
        sent.append(shown(client.get(path)))
    for content, page in zip(edits, sent, strict=True):
        project.artifacts.filter(pk=row.pk).update(current_content=content)
        forget_all()
        assert page == shown(client.get(path))
