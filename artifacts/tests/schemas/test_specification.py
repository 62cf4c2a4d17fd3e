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

from artifacts.document_types.brief.schema import ProductBriefContent
from artifacts.document_types.how_it_works.schema import HowItWorksContent
from artifacts.document_types.milestones.schema import MilestonesContent
from artifacts.document_types.mvp_scope.schema import MvpScopeContent
from artifacts.document_types.risk_log.schema import RiskLogContent
from artifacts.documents.references import pointers
from artifacts.exporters import Format
from artifacts.models import Artifact, Project
from artifacts.runners.base import RetryableRunnerError, RunnerError
from artifacts.runners.fake import RunnerFake
from artifacts.schemas import (
    GENERATION_ORDER,
    ArtifactAnnotation,
    ArtifactContent,
    ArtifactType,
    load_content,
)
from artifacts.schemas.base import FieldKind
from artifacts.services.exporting import order_export
from artifacts.services.sample import SHELFWISE
from artifacts.tests.support.factories import (
    PLAIN,
    AnnotationFactory,
    ArtifactFactory,
    ProjectFactory,
    claim_all,
    write,
)
from artifacts.tests.support.versions import write_again
from artifacts.tiers import Tier

PROBLEM = "Owners of small shops count stock on paper every Monday and still run out of what sells."

CORE_FIELDS: dict[type[ArtifactContent], set[str]] = {
    ProductBriefContent: {
        "problem_statement",
        "target_user",
        "value_proposition",
        "key_constraint",
        "differentiation_points",
    },
    MvpScopeContent: {"core_features", "out_of_scope", "success_metrics"},
    MilestonesContent: {"milestones"},
    RiskLogContent: {"technical_risks", "market_risks", "execution_risks"},
    HowItWorksContent: {"user_journey", "architecture", "data_flow"},
}
"""What must be given. Critical path and total duration follow from the milestones."""

GATED_FIELDS: dict[type[ArtifactContent], tuple[str, str]] = {
    ProductBriefContent: ("market_analysis", "competitive_strategy"),
    MvpScopeContent: ("technical_architecture", "scalability_plan"),
    MilestonesContent: ("resource_plan", "risk_mitigation_timeline"),
    RiskLogContent: ("financial_risks", "strategic_risks"),
    HowItWorksContent: ("integration_points", "security_compliance"),
}
"""The field that opens with the partner's tier, and the one that opens with the highest."""

SPECIFIED = [
    artifact_type
    for artifact_type in GENERATION_ORDER
    if artifact_type.content_class in CORE_FIELDS
]
"""The five that the specification names. There may be others, which bring their own."""

PAIRS = [
    (later, earlier) for later in SPECIFIED for earlier in later.earlier if earlier in SPECIFIED
]


def written(brief: dict[str, Any]) -> dict[ArtifactType, ArtifactContent]:
    documents = RunnerFake(scenario="happy_path").generate_artifacts(brief)
    return {
        ArtifactType(name): load_content(ArtifactType(name), one) for name, one in documents.items()
    }


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


class TestRunner:
    def test_the_problem_is_idea_enough(self) -> None:
        documents = RunnerFake(scenario="happy_path").generate_artifacts({"problem": PROBLEM})
        assert list(documents) == [artifact_type.value for artifact_type in GENERATION_ORDER]
        runner = RunnerFake()
        runner.generate_artifacts({"answers": {"problem": PROBLEM}})
        assert runner.calls[0].project.idea == PROBLEM

    def test_an_idea_goes_before_the_problem_unless_it_is_blank(self) -> None:
        for given, idea in (
            ("Stock counting", "Stock counting"),
            (" \n", PROBLEM),
            (None, PROBLEM),
        ):
            runner = RunnerFake()
            runner.generate_artifacts({"idea": given, "problem": PROBLEM})
            assert runner.calls[0].project.idea == idea
            assert runner.calls[0].project.answers.problem == PROBLEM

    @pytest.mark.parametrize("artifact_type", SPECIFIED)
    def test_it_returns_the_fields_of_all_tiers(self, artifact_type: ArtifactType) -> None:
        content = written({"problem": PROBLEM})[artifact_type]
        for names in (CORE_FIELDS, GATED_FIELDS):
            assert all(getattr(content, name) for name in names[artifact_type.content_class])

    @pytest.mark.parametrize("brief", [{"problem": PROBLEM}, {}, {"colour": "blue"}, {"idea": 5}])
    def test_llm_failure_is_a_rate_limit_whatever_is_asked(self, brief: dict[str, Any]) -> None:
        with pytest.raises(RetryableRunnerError, match="rate limit") as raised:
            RunnerFake(scenario="llm_failure").generate_artifacts(brief)
        assert isinstance(raised.value, RunnerError)
        assert "too much to do" in raised.value.message

    @pytest.mark.parametrize(
        ("brief", "named"),
        [
            ({"problem": PROBLEM, "colour": "blue", "mood": 1}, "colour, mood"),
            ({"problem": PROBLEM, "answers": {"colour": "blue"}}, "answers.colour"),
            ({"problem": PROBLEM, 5: "x"}, "5"),
        ],
    )
    def test_unknown_keys_are_named_with_those_that_are_known(
        self, brief: dict[str, Any], named: str
    ) -> None:
        with pytest.raises(ValueError, match=rf"Unknown: {named}\. Known are .*idea.*problem"):
            RunnerFake().generate_artifacts(brief)

    @pytest.mark.parametrize(
        "brief", [{}, {"name": "Shelfwise"}, {"idea": " ", "problem": "\u200b"}, {"answers": {}}]
    )
    def test_without_idea_and_problem_it_says_what_it_needs(self, brief: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match="give idea or problem"):
            RunnerFake().generate_artifacts(brief)

    @pytest.mark.parametrize("wrong", [{"idea": 5}, {"answers": "none"}, {"price": 9}])
    def test_values_that_do_not_fit_are_refused_by_name(self, wrong: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match=next(iter(wrong))):
            RunnerFake().generate_artifacts({"problem": PROBLEM, **wrong})


class TestDocumentsTogether:
    @pytest.mark.parametrize(("later", "earlier"), PAIRS)
    def test_each_document_refers_to_those_before_it(
        self, later: ArtifactType, earlier: ArtifactType
    ) -> None:
        documents = written(SHELFWISE.model_dump())
        names = {item.id for _, item in documents[earlier].items()}
        names |= {f"{earlier.value}.{section.name}" for section in documents[earlier].sections()}
        text = json.dumps(documents[later].model_dump(), ensure_ascii=False)
        linked = {
            item_id
            for _, item in documents[later].items()
            for field in item.fields()
            if field.kind is FieldKind.LINKS
            for item_id in getattr(item, field.name)
        }
        assert names & {*pointers(text), *linked}

    @pytest.mark.parametrize("artifact_type", GENERATION_ORDER)
    def test_they_say_we(self, artifact_type: ArtifactType) -> None:
        content = written(SHELFWISE.model_dump())[artifact_type]
        text = json.dumps(content.model_dump(), ensure_ascii=False).casefold()
        spoken = text.replace('"', " ").split()
        assert {"we", "our", "us"} & set(spoken)
        assert "the founder should" not in text
        assert "you should" not in text


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
