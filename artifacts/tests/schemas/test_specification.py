"""The original specification, fact by fact.

These facts hold whatever else the product learns to do.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, ClassVar

import pytest
from django.db import IntegrityError, transaction
from pydantic import ValidationError

from artifacts.document_types.risk_log.schema import RiskLogContent
from artifacts.exporters import Format
from artifacts.models import Artifact, Project
from artifacts.schemas import (
    GENERATION_ORDER,
    ArtifactAnnotation,
    ArtifactType,
    load_content,
)
from artifacts.schemas.base import FieldKind
from artifacts.services.files.exporting import order_export
from artifacts.tests.support.factories import (
    PLAIN,
    AnnotationFactory,
    ArtifactFactory,
    ProjectFactory,
    claim_all,
    write,
)
from artifacts.tests.support.specified import CORE_FIELDS, GATED_FIELDS, SPECIFIED
from artifacts.tests.support.versions import write_again
from artifacts.tiers import Tier


class TestTypes:
    def test_there_are_five_in_the_order_in_which_they_are_written(self) -> None:
        assert [artifact_type.value for artifact_type in SPECIFIED] == [
            "brief",
            "mvp_scope",
            "milestones",
            "risk_log",
            "how_it_works",
        ]
        assert set(GENERATION_ORDER) == set(ArtifactType)

    def test_each_has_its_schema(self) -> None:
        classes = [artifact_type.content_class for artifact_type in SPECIFIED]
        assert classes == list(CORE_FIELDS)

    def test_each_is_written_from_all_before_it(self) -> None:
        for number, artifact_type in enumerate(GENERATION_ORDER):
            assert tuple(artifact_type.earlier) == tuple(GENERATION_ORDER[:number])


@pytest.mark.parametrize("artifact_type", SPECIFIED)
class TestSchemas:
    def test_exactly_the_core_fields_are_required(self, artifact_type: ArtifactType) -> None:
        content_class = artifact_type.content_class
        required = {name for name, one in content_class.model_fields.items() if one.is_required()}
        assert required == CORE_FIELDS[content_class]
        for name in required:
            lacking = {key: value for key, value in PLAIN[artifact_type].items() if key != name}
            with pytest.raises(ValidationError, match=name):
                load_content(artifact_type, lacking)

    def test_fields_of_higher_tiers_are_optional(self, artifact_type: ArtifactType) -> None:
        content_class = artifact_type.content_class
        core = {name: PLAIN[artifact_type][name] for name in CORE_FIELDS[content_class]}
        content = load_content(artifact_type, core)
        assert all(getattr(content, name) is None for name in GATED_FIELDS[content_class])

    def test_each_tier_reads_its_own_fields_and_those_below(
        self, artifact_type: ArtifactType
    ) -> None:
        content = load_content(artifact_type, PLAIN[artifact_type])
        business, strategic = GATED_FIELDS[artifact_type.content_class]
        for tier, readable in (
            (Tier.BOOTSTRAPPER, set()),
            (Tier.PARTNER, {business}),
            (Tier.CTO_SCALE, {business, strategic}),
        ):
            shown = set(content.readable(tier))
            assert shown & {business, strategic} == readable
            assert CORE_FIELDS[artifact_type.content_class] <= shown

    def test_every_dump_carries_the_schema_version(self, artifact_type: ArtifactType) -> None:
        content = load_content(artifact_type, PLAIN[artifact_type])
        dumps = (
            content.model_dump(),
            content.model_dump(mode="json"),
            json.loads(content.model_dump_json()),
        )
        for dump in dumps:
            assert dump["_schema_version"] == content.schema_version == 1
            assert load_content(artifact_type, dump) == content

    def test_nothing_undeclared_is_taken(self, artifact_type: ArtifactType) -> None:
        with pytest.raises(ValidationError, match="surprise"):
            load_content(artifact_type, {**PLAIN[artifact_type], "surprise": 1})


class TestPlainPayloads:
    """Items of the plain fields alone: no ids, no links, no likelihood."""

    @pytest.mark.parametrize(
        ("artifact_type", "section", "item"),
        [
            (
                "mvp_scope",
                "core_features",
                {"name": "Count", "description": "We count.", "priority": "high"},
            ),
            (
                "milestones",
                "milestones",
                {"title": "Pilot", "description": "We try it.", "estimated_weeks": 2},
            ),
            (
                "risk_log",
                "technical_risks",
                {
                    "title": "Loss",
                    "description": "It is lost.",
                    "severity": "high",
                    "mitigation": "We save.",
                },
            ),
            (
                "how_it_works",
                "user_journey",
                {"step_number": 1, "title": "Count", "description": "The owner counts."},
            ),
        ],
    )
    def test_they_validate_and_get_their_ids(
        self, artifact_type: str, section: str, item: dict[str, Any]
    ) -> None:
        kind = ArtifactType(artifact_type)
        content = load_content(kind, {**PLAIN[kind], section: [item]})
        [stored] = getattr(content, section)
        assert stored.id == f"{stored.prefix}-1"
        dumped = stored.model_dump()
        assert {name: dumped[name] for name in item} == item
        links = [one.name for one in stored.fields() if one.kind is FieldKind.LINKS]
        assert all(dumped[name] == [] for name in links)

    def test_a_risk_needs_no_likelihood(self) -> None:
        risk = {
            "title": "Loss",
            "description": "It is lost.",
            "severity": "high",
            "mitigation": "We save.",
        }
        content = RiskLogContent.model_validate(
            {"technical_risks": [risk], "market_risks": [], "execution_risks": []}
        )
        assert content.technical_risks[0].likelihood is None


class TestAnnotations:
    SAID: ClassVar[dict[str, Any]] = {
        "section_id": "key_constraint",
        "note": "Is that so?",
        "created_at": datetime(2026, 3, 1, 12, tzinfo=UTC),
    }

    def test_section_note_and_time_are_enough(self) -> None:
        note = ArtifactAnnotation(**self.SAID)
        assert (note.section_id, note.note, note.created_at) == tuple(self.SAID.values())
        assert (note.author, note.author_id, note.item_id) == ("", None, None)

    def test_the_id_is_filled_in_and_is_the_same_each_time(self) -> None:
        assert ArtifactAnnotation(**self.SAID).id == ArtifactAnnotation(**self.SAID).id != ""
        assert (
            ArtifactAnnotation(**{**self.SAID, "note": "No."}).id
            != ArtifactAnnotation(**self.SAID).id
        )
        assert ArtifactAnnotation(**self.SAID, id="mine").id == "mine"

    @pytest.mark.parametrize(
        ("given", "meant"),
        [
            (datetime.fromisoformat("2026-03-01T12:00:00"), datetime(2026, 3, 1, 12, tzinfo=UTC)),
            ("2026-03-01T12:00:00", datetime(2026, 3, 1, 12, tzinfo=UTC)),
            ("2026-03-01T12:00:00Z", datetime(2026, 3, 1, 12, tzinfo=UTC)),
            (
                datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=2))),
                datetime(2026, 3, 1, 10, tzinfo=UTC),
            ),
        ],
    )
    def test_a_time_without_a_zone_is_in_utc(self, given: Any, meant: datetime) -> None:
        note = ArtifactAnnotation(**{**self.SAID, "created_at": given})
        assert note.created_at == meant
        assert ArtifactAnnotation.model_validate(note.model_dump(mode="json")) == note

    @pytest.mark.parametrize("missing", ["section_id", "note", "created_at"])
    def test_each_of_the_three_is_needed(self, missing: str) -> None:
        with pytest.raises(ValidationError, match=missing):
            ArtifactAnnotation(
                **{name: value for name, value in self.SAID.items() if name != missing}
            )

    def test_they_stand_apart_from_the_content_and_outlive_it(self, db: None) -> None:
        row = ArtifactFactory.create(written=True)
        before = row.current_content
        note = AnnotationFactory.create(artifact=row, section="key_constraint")
        write_again(row.project)
        row.refresh_from_db()
        assert [stored["id"] for stored in row.annotations] == [note.id]
        assert row.previous_content == before


@pytest.mark.django_db
class TestStored:
    def test_a_project_has_one_row_of_each_type(self) -> None:
        project = ProjectFactory.create()
        assert sorted(row.artifact_type for row in project.artifacts.all()) == sorted(ArtifactType)
        with pytest.raises(IntegrityError), transaction.atomic():
            ArtifactFactory.build(project=project, artifact_type=ArtifactType.BRIEF).save()
        assert ArtifactFactory.create(artifact_type=ArtifactType.BRIEF).project != project

    def test_there_are_two_versions_and_no_more(self) -> None:
        row = ArtifactFactory.create(written=True)
        assert (row.version_number, row.previous_content) == (1, None)
        seen = [row.current_content]
        for version in (2, 3):
            changed = {**PLAIN[ArtifactType.BRIEF], "key_constraint": f"{version} developers."}
            write_again(row.project, changed)
            row.refresh_from_db()
            assert row.version_number == version
            assert row.previous_content == seen[-1]
            seen.append(row.current_content)
        assert seen[0] not in (row.current_content, row.previous_content)

    def test_a_document_is_idle_generating_or_failed(self) -> None:
        assert {status.value for status in Artifact.GenerationStatus} == {
            "idle",
            "generating",
            "failed",
        }
        assert ArtifactFactory.create().generation_status == "idle"
        assert ArtifactFactory.create(generating=True).generation_status == "generating"
        assert ArtifactFactory.create(failed=True).generation_status == "failed"

    def test_the_whole_content_is_stored_for_every_tier(self) -> None:
        for row in ProjectFactory.create(written=True).documents():
            assert row.current_content is not None
            assert row.current_content["_schema_version"] == 1
            for name in GATED_FIELDS.get(row.type.content_class, ()):
                assert row.current_content[name]

    @pytest.mark.parametrize("tier", Tier)
    def test_what_is_handed_out_is_filtered_by_tier(self, tier: Tier) -> None:
        project = ProjectFactory.create(owner__tier=tier)
        write(claim_all(project))
        fresh = Project.objects.with_artifacts().get(pk=project.pk)
        order = order_export(fresh, tier=fresh.owner.get_tier(), file_format=Format.JSON, only=None)
        documents = {one["type"]: one for one in json.loads(order.file().content)["documents"]}
        for artifact_type in SPECIFIED:
            document, content_class = documents[artifact_type.value], artifact_type.content_class
            business, strategic = GATED_FIELDS[content_class]
            assert (business in document["content"]) == (tier >= Tier.PARTNER)
            assert (strategic in document["content"]) == (tier >= Tier.CTO_SCALE)
            assert CORE_FIELDS[content_class] <= set(document["content"])
