"""What a schema's annotations say of fields and sections, and how its errors are told."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from artifacts.document_types.milestones.schema import Milestone, MilestonesContent
from artifacts.document_types.mvp_scope.schema import Feature, MvpScopeContent
from artifacts.schemas.base import ArtifactContent, FieldKind, SectionKind, describe_errors


def test_fields_of_items_have_the_kind_of_their_annotation() -> None:
    features = {field.name: field for field in Feature.fields()}
    assert features["name"].kind is FieldKind.TITLE
    assert features["description"].kind is FieldKind.TEXT
    assert features["priority"].kind is FieldKind.CHOICE
    assert set(features["priority"].choices) == {"high", "medium", "low"}
    assert features["acceptance_criteria"].kind is FieldKind.LINES
    milestones = {field.name: field.kind for field in Milestone.fields()}
    assert milestones["estimated_weeks"] is FieldKind.NUMBER
    assert milestones["delivers"] is FieldKind.LINKS


@pytest.mark.parametrize(
    ("content_class", "name", "kind"),
    [
        (MvpScopeContent, "core_features", SectionKind.ITEMS),
        (MvpScopeContent, "out_of_scope", SectionKind.LINES),
        (MvpScopeContent, "technical_architecture", SectionKind.PROSE),
        (MilestonesContent, "critical_path", SectionKind.ITEM_IDS),
        (MilestonesContent, "total_duration_weeks", SectionKind.NUMBER),
    ],
)
def test_sections_have_the_kind_of_their_annotation(
    content_class: type[ArtifactContent], name: str, kind: SectionKind
) -> None:
    section = content_class.section(name)
    assert section is not None
    assert section.kind is kind


def test_errors_are_told_one_after_another() -> None:
    with pytest.raises(ValidationError) as caught:
        Feature.model_validate(
            {"name": "Count", "description": "We count."} | {"priority": 1, "x": 2}
        )
    first, second = describe_errors(caught.value).split("; ")
    assert first.startswith("priority: ")
    assert second.startswith("x: ")
