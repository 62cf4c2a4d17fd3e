"""What a schema's annotations say of fields and sections, and how its errors are told."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from artifacts.document_types.brief.schema import Assumption, ProductBriefContent
from artifacts.document_types.how_it_works.schema import JourneyStep
from artifacts.document_types.milestones.schema import Milestone, MilestonesContent
from artifacts.document_types.mvp_scope.schema import Feature, MvpScopeContent
from artifacts.document_types.risk_log.schema import Risk, RiskLogContent
from artifacts.documents.identity import FreeIds
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import (
    WEEKS,
    ArtifactContent,
    FieldKind,
    Item,
    ItemField,
    Section,
    SectionKind,
    describe_errors,
    next_id,
)
from artifacts.schemas.declared import Advised, Limits
from artifacts.schemas.fields import LINE_MAX, LIST_MAX, PROSE_MAX, TITLE_MAX
from artifacts.tests.support.factories import PLAIN

TEXT = Limits(max_length=PROSE_MAX)
TITLE = Limits(max_length=TITLE_MAX)
LEVELS = ("high", "medium", "low")


@pytest.mark.parametrize(
    ("item_class", "fields"),
    [
        (
            Feature,
            [
                ItemField("name", "Name", FieldKind.TITLE, limits=TITLE),
                ItemField("description", "Description", FieldKind.TEXT, limits=TEXT),
                ItemField("priority", "Priority", FieldKind.CHOICE, LEVELS),
                ItemField(
                    "acceptance_criteria",
                    "Acceptance criteria",
                    FieldKind.LINES,
                    required=False,
                    advised=Advised(2, 4),
                ),
            ],
        ),
        (
            Milestone,
            [
                ItemField("title", "Title", FieldKind.TITLE, limits=TITLE),
                ItemField("description", "Description", FieldKind.TEXT, limits=TEXT),
                ItemField(
                    "success_criteria",
                    "Success criteria",
                    FieldKind.LINES,
                    required=False,
                    advised=Advised(2, 3),
                ),
                ItemField(
                    "estimated_weeks",
                    "Estimated weeks",
                    FieldKind.NUMBER,
                    unit=WEEKS,
                    limits=Limits(ge=1, le=52),
                ),
                ItemField("delivers", "Delivers", FieldKind.LINKS, prefix="F", required=False),
                ItemField("depends_on", "Depends on", FieldKind.LINKS, prefix="M", required=False),
            ],
        ),
        (
            Risk,
            [
                ItemField("title", "Title", FieldKind.TITLE, limits=TITLE),
                ItemField("description", "Description", FieldKind.TEXT, limits=TEXT),
                ItemField("severity", "Severity", FieldKind.CHOICE, LEVELS),
                ItemField("likelihood", "Likelihood", FieldKind.CHOICE, LEVELS, required=False),
                ItemField("mitigation", "Mitigation", FieldKind.TEXT, limits=TEXT),
                ItemField("affects", "Affects", FieldKind.LINKS, required=False),
            ],
        ),
        (
            JourneyStep,
            [
                ItemField(
                    "step_number",
                    "Step number",
                    FieldKind.NUMBER,
                    computed=True,
                    required=False,
                    limits=Limits(ge=1, le=LIST_MAX),
                ),
                ItemField("title", "Title", FieldKind.TITLE, limits=TITLE),
                ItemField("description", "Description", FieldKind.TEXT, limits=TEXT),
                ItemField("uses", "Uses", FieldKind.LINKS, prefix="F", required=False),
            ],
        ),
        (
            Assumption,
            [
                ItemField("title", "Title", FieldKind.TEXT, required=False, limits=TITLE),
                ItemField("text", "Text", FieldKind.TITLE, limits=Limits(max_length=LINE_MAX)),
                ItemField("basis", "Basis", FieldKind.CHOICE, ("answer", "inferred", "guess")),
                ItemField("confidence", "Confidence", FieldKind.CHOICE, LEVELS),
            ],
        ),
    ],
)
def test_fields_of_items_are_what_their_annotations_say(
    item_class: type[Item], fields: list[ItemField]
) -> None:
    assert list(item_class.fields()) == fields


def found(content_class: type[ArtifactContent], name: str) -> Section:
    section = content_class.section(name)
    assert section is not None
    return section


@pytest.mark.parametrize(
    ("content_class", "name", "kind", "item_class", "required"),
    [
        (MvpScopeContent, "core_features", SectionKind.ITEMS, Feature, True),
        (MvpScopeContent, "out_of_scope", SectionKind.LINES, None, True),
        (MvpScopeContent, "technical_architecture", SectionKind.PROSE, None, False),
        (MilestonesContent, "critical_path", SectionKind.ITEM_IDS, None, False),
        (MilestonesContent, "total_duration_weeks", SectionKind.NUMBER, None, False),
        (RiskLogContent, "financial_risks", SectionKind.ITEMS, Risk, False),
        (ProductBriefContent, "assumptions", SectionKind.ITEMS, Assumption, False),
    ],
)
def test_sections_are_what_their_annotations_say(
    content_class: type[ArtifactContent],
    name: str,
    kind: SectionKind,
    item_class: type[Item] | None,
    required: bool,
) -> None:
    section = found(content_class, name)
    assert (section.name, section.kind, section.item_class) == (name, kind, item_class)
    assert section.required is required


def test_what_is_no_section_has_none() -> None:
    assert MvpScopeContent.section("weather") is None
    assert MvpScopeContent.section("schema_version") is None


def test_what_follows_from_other_values_is_known_by_its_name() -> None:
    assert MilestonesContent.computed_names() == {"critical_path", "total_duration_weeks"}
    assert JourneyStep.computed_names() == {"step_number"}
    assert MvpScopeContent.computed_names() == Feature.computed_names() == frozenset()


def test_the_next_id_is_the_one_after_the_highest_of_its_kind() -> None:
    assert next_id("F", set()) == "F-1"
    assert next_id("F", {"F-2", "F-10", "M-30", "F-9"}) == "F-11"


def test_ids_taken_one_after_the_other_are_those_that_follow() -> None:
    taken = {"F-2", "F-10", "M-30"}
    free = FreeIds(taken)
    assert [free.take(prefix) for prefix in "FMFJF"] == ["F-11", "M-31", "F-12", "J-1", "F-13"]
    assert {"F-13", "M-31", "J-1"} <= taken


def test_items_are_told_of_the_sections_that_are_asked_for() -> None:
    content = RiskLogContent.model_validate(PLAIN[ArtifactType.RISK_LOG])
    sections = (found(RiskLogContent, "financial_risks"), found(RiskLogContent, "market_risks"))
    assert [(one.name, item.id) for one, item in content.items(sections)] == [
        ("financial_risks", "R-2")
    ]
    assert list(content.items(())) == []


def test_an_item_is_headed_by_its_short_title_where_it_has_one() -> None:
    said: dict[str, Any] = {"text": "Shops have a *phone*", "basis": "guess", "confidence": "low"}
    plain, short = Assumption(**said), Assumption(**said, title="Phones")
    assert (plain.heading_field, plain.heading, plain.short_label) == ("text", *[said["text"]] * 2)
    assert (short.heading_field, short.heading, short.short_label) == ("title", *["Phones"] * 2)
    assert plain.label == short.label == plain.title_text == short.title_text == said["text"]


def errors_of(content_class: type[Item | ArtifactContent], said: Any, **limit: int) -> str:
    with pytest.raises(ValidationError) as caught:
        content_class.model_validate(said)
    return describe_errors(caught.value, **limit)


def test_errors_are_told_one_after_another() -> None:
    said = {"name": "Count", "description": "We count.", "priority": 1, "x": 2}
    first, second = errors_of(Feature, said).split("; ")
    assert first.startswith("priority: ")
    assert second == "x: Extra inputs are not permitted"


def test_of_many_errors_the_first_are_told_and_the_others_counted() -> None:
    said = dict.fromkeys("abcde", 1) | {"name": "A", "description": "B", "priority": "low"}
    told = errors_of(Feature, said).split("; ")
    assert [one.partition(":")[0] for one in told] == ["a", "b", "c", "and 2 more"]
    assert len(errors_of(Feature, said, limit=5).split("; ")) == 5
    assert errors_of(Feature, said, limit=4).endswith("; and 1 more")


def test_an_error_in_a_list_says_which_entry_counted_from_one() -> None:
    features = [*PLAIN[ArtifactType.MVP_SCOPE]["core_features"], {"name": "Scan"}]
    told = errors_of(MvpScopeContent, {**PLAIN[ArtifactType.MVP_SCOPE], "core_features": features})
    assert told.startswith("core_features > 3 > description: ")


def test_an_error_of_the_whole_is_told_without_a_place() -> None:
    said = {**PLAIN[ArtifactType.BRIEF], "_schema_version": 7}
    assert errors_of(ProductBriefContent, said).startswith("schema version 7 is unknown here")


@pytest.mark.parametrize(("ids", "wrong"), [(["F-1", "F-1"], "F-1"), (["F-2", "M-1"], "M-1")])
def test_an_error_of_an_id_names_it_and_its_section(ids: list[str], wrong: str) -> None:
    item = {"name": "Scan", "description": "We scan.", "priority": "low"}
    features = [{**item, "id": item_id} for item_id in ids]
    told = errors_of(MvpScopeContent, {**PLAIN[ArtifactType.MVP_SCOPE], "core_features": features})
    assert told.startswith(f"core_features: id {wrong} ")
