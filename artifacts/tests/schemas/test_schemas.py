from __future__ import annotations

import copy
from typing import Annotated, Any, ClassVar

import pytest
from pydantic import ValidationError

from artifacts.document_types.brief.schema import ProductBriefContent
from artifacts.document_types.milestones.schema import MilestonesContent
from artifacts.document_types.mvp_scope.schema import MvpScopeContent
from artifacts.document_types.risk_log.schema import RiskLogContent
from artifacts.schemas import (
    GENERATION_ORDER,
    ArtifactAnnotation,
    ArtifactContent,
    ArtifactType,
    load_content,
)
from artifacts.schemas.base import Section, SectionKind, describe_errors
from artifacts.schemas.fields import LINE_MAX, PROSE_MAX, Prose
from artifacts.tests.support.factories import PLAIN
from artifacts.tiers import Gate, Tier

SECTIONS = {
    "brief": (
        (
            "problem_statement target_user value_proposition key_constraint differentiation_points"
            " assumptions open_questions"
        ),
        "market_analysis",
        "competitive_strategy",
    ),
    "mvp_scope": (
        "core_features out_of_scope success_metrics",
        "technical_architecture",
        "scalability_plan",
    ),
    "milestones": (
        "milestones critical_path total_duration_weeks",
        "resource_plan",
        "risk_mitigation_timeline",
    ),
    "risk_log": (
        "technical_risks market_risks execution_risks",
        "financial_risks",
        "strategic_risks",
    ),
    "how_it_works": (
        "user_journey architecture data_flow",
        "integration_points",
        "security_compliance",
    ),
}


def plain(artifact_type: ArtifactType, **changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(dict(PLAIN[artifact_type])), **changes}


@pytest.mark.parametrize("artifact_type", [ArtifactType(name) for name in SECTIONS])
def test_every_type_has_the_sections_and_gates_of_the_design(artifact_type: ArtifactType) -> None:
    core, business, strategic = (names.split() for names in SECTIONS[artifact_type])
    access = {
        tier: [s.name for s in artifact_type.content_class.access(tier).readable] for tier in Tier
    }
    assert access == {
        Tier.BOOTSTRAPPER: core,
        Tier.PARTNER: core + business,
        Tier.CTO_SCALE: core + business + strategic,
    }


@pytest.mark.parametrize("artifact_type", GENERATION_ORDER)
def test_what_is_not_readable_is_locked_and_has_a_title_and_a_purpose(
    artifact_type: ArtifactType,
) -> None:
    for tier in Tier:
        access = artifact_type.content_class.access(tier)
        assert set(access.readable) | set(access.locked) == set(
            artifact_type.content_class.sections()
        )
        assert all(section.title and section.purpose for section in access.locked)


@pytest.mark.parametrize("artifact_type", GENERATION_ORDER)
def test_readable_values_leave_gated_ones_behind(artifact_type: ArtifactType) -> None:
    content = load_content(artifact_type, PLAIN[artifact_type])
    gates = {section.gate for section in content.sections()}
    for tier in Tier:
        shown = str(content.readable(tier))
        assert {gate for gate in gates if f"SECRET-{gate.name}" in shown} == {
            gate for gate in gates if gate is not Gate.CORE and gate.opens_for(tier)
        }


@pytest.mark.parametrize("artifact_type", GENERATION_ORDER)
def test_a_plain_payload_validates_and_survives_a_round_trip(artifact_type: ArtifactType) -> None:
    content = load_content(artifact_type, PLAIN[artifact_type])
    stored = content.model_dump(mode="json")
    assert stored["_schema_version"] == 1
    assert load_content(artifact_type, stored) == content
    assert load_content(artifact_type, stored).model_dump(mode="json") == stored


def test_items_without_ids_get_the_next_free_ones() -> None:
    feature = {"name": "x", "description": "x", "priority": "low"}
    payload = plain(
        ArtifactType.MVP_SCOPE, core_features=[{**feature}, {**feature, "id": "F-4"}, {**feature}]
    )
    assert [f.id for f in MvpScopeContent.model_validate(payload).core_features] == [
        "F-5",
        "F-4",
        "F-6",
    ]


def test_ids_run_through_all_sections_of_a_document() -> None:
    content = RiskLogContent.model_validate(PLAIN[ArtifactType.RISK_LOG])
    assert [item.id for _, item in content.items()] == ["R-1", "R-2", "R-3"]


@pytest.mark.parametrize(
    ("artifact_type", "changes", "place"),
    [
        ("brief", {"surprise": 1}, "surprise"),
        ("brief", {"problem_statement": "  "}, "problem_statement"),
        ("brief", {"problem_statement": "\x00\x07"}, "problem_statement"),
        ("brief", {"problem_statement": 5}, "problem_statement"),
        ("brief", {"problem_statement": "x" * (PROSE_MAX + 1)}, "problem_statement"),
        ("brief", {"differentiation_points": "not a list"}, "differentiation_points"),
        ("brief", {"differentiation_points": ["x" * (LINE_MAX + 1)]}, "differentiation_points > 1"),
        (
            "brief",
            {"assumptions": [{"text": "x", "basis": "rumour", "confidence": "low"}]},
            "basis",
        ),
        ("mvp_scope", {"core_features": []}, "core_features"),
        ("mvp_scope", {"core_features": ["Shelf count"]}, "core_features > 1"),
        (
            "mvp_scope",
            {"core_features": [{"name": "x", "description": "x", "priority": "banana"}]},
            "priority",
        ),
        (
            "mvp_scope",
            {"core_features": [{"name": "x", "description": "x", "priority": "low", "x": 1}]},
            "x",
        ),
        (
            "milestones",
            {"milestones": [{"title": "x", "description": "x", "estimated_weeks": -1}]},
            "estimated_weeks",
        ),
        (
            "milestones",
            {"milestones": [{"title": "x", "description": "x", "estimated_weeks": 55}]},
            "estimated_weeks",
        ),
        (
            "milestones",
            {"milestones": [{"title": "x", "description": "x", "estimated_weeks": 2.5}]},
            "estimated_weeks",
        ),
        (
            "milestones",
            {"milestones": [{"title": "x", "description": "x", "estimated_weeks": "2"}]},
            "estimated_weeks",
        ),
        ("risk_log", {"technical_risks": [{"title": "x"}]}, "severity"),
        ("how_it_works", {"user_journey": None}, "user_journey"),
        ("how_it_works", {"_schema_version": 99}, "schema version 99"),
        ("how_it_works", {"_schema_version": "1"}, "schema version '1'"),
    ],
)
def test_nonsense_does_not_validate_and_the_sentence_says_where(
    artifact_type: str, changes: dict[str, Any], place: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        load_content(ArtifactType(artifact_type), plain(ArtifactType(artifact_type), **changes))
    assert place in describe_errors(caught.value, limit=9)


def test_severity_banana_is_refused() -> None:
    risk = {**PLAIN[ArtifactType.RISK_LOG]["technical_risks"][0], "severity": "banana"}
    with pytest.raises(ValidationError, match="high"):
        RiskLogContent.model_validate(plain(ArtifactType.RISK_LOG, technical_risks=[risk]))


@pytest.mark.parametrize("ids", [["F-1", "F-1"], ["M-1", "F-2"], ["F-0", "F-2"], ["f-1", "F-2"]])
def test_ids_that_clash_or_are_of_another_kind_are_refused(ids: list[str]) -> None:
    features = [
        {"id": item_id, "name": "x", "description": "x", "priority": "low"} for item_id in ids
    ]
    with pytest.raises(ValidationError):
        MvpScopeContent.model_validate(plain(ArtifactType.MVP_SCOPE, core_features=features))


def test_text_is_cleaned_of_what_databases_and_exports_cannot_hold() -> None:
    dirty = " a\x00b\x1bc\u202ed\ud800e\r\nf "
    brief = ProductBriefContent.model_validate(plain(ArtifactType.BRIEF, target_user=dirty))
    assert brief.target_user == "abcde\nf"


def test_total_and_critical_path_are_computed_whatever_was_claimed() -> None:
    payload = plain(ArtifactType.MILESTONES, total_duration_weeks=99, critical_path=["Everything"])
    content = MilestonesContent.model_validate(payload)
    assert (content.total_duration_weeks, content.critical_path) == (5, ["M-1", "M-2"])


def test_an_annotation_round_trips() -> None:
    note = {
        "id": "n1",
        "section_id": "core_features",
        "item_id": "F-1",
        "note": "Ask the pilot shop.",
        "author": "founder@example.com",
        "created_at": "2026-01-01T00:00:00Z",
    }
    annotation = ArtifactAnnotation.model_validate(note)
    assert ArtifactAnnotation.model_validate(annotation.model_dump(mode="json")) == annotation
    with pytest.raises(ValidationError):
        ArtifactAnnotation.model_validate({**note, "note": " "})


class Pitch(ArtifactContent):
    """A content class whose second version renamed a section."""

    title: ClassVar[str] = "Pitch"
    purpose: ClassVar[str] = "To convince."
    lead: ClassVar[str] = "story"
    current_version: ClassVar[int] = 2
    upgrades: ClassVar[Any] = {1: lambda stored: {"story": stored.pop("tale"), **stored}}

    story: Annotated[Prose, Section("Story", "What we tell.", Gate.CORE)]


def test_content_of_an_older_version_is_upgraded_when_it_is_read() -> None:
    pitch = Pitch.model_validate({"_schema_version": 1, "tale": "Once."})
    assert pitch.model_dump() == {"_schema_version": 2, "story": "Once."}
    assert Pitch.model_validate({"schema_version": 1, "tale": "Once."}) == pitch


def test_content_without_a_version_is_of_the_current_one() -> None:
    assert Pitch.model_validate({"story": "Once."}).schema_version == Pitch.current_version


@pytest.mark.parametrize("stored", [None, "story", ["story"]])
def test_what_is_no_content_at_all_does_not_validate(stored: Any) -> None:
    with pytest.raises(ValidationError):
        Pitch.model_validate(stored)


def test_every_prefix_belongs_to_one_type() -> None:
    prefixes = [
        (section.item_class.prefix, artifact_type)
        for artifact_type in GENERATION_ORDER
        for section in artifact_type.content_class.sections()
        if section.kind is SectionKind.ITEMS and section.item_class
    ]
    owners = dict(prefixes)
    assert all(owners[prefix] is artifact_type for prefix, artifact_type in prefixes)
