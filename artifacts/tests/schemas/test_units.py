"""What a number counts is named in the form that the number asks for, in every file and in every
language.
"""

from __future__ import annotations

from typing import Any

import pytest

from artifacts.documents.labels import unit_in
from artifacts.documents.presentation import make_index, present_document
from artifacts.exporters import Format
from artifacts.schemas import ArtifactType, load_content
from artifacts.schemas.base import WEEKS, SectionKind
from artifacts.tests.support.exports import all_text, make_export
from artifacts.tests.support.factories import PLAIN
from artifacts.tiers import Tier

ONE_WEEK: dict[ArtifactType, Any] = {
    **PLAIN,
    ArtifactType.MILESTONES: {
        **PLAIN[ArtifactType.MILESTONES],
        "milestones": [{"title": "Count", "description": "We build it.", "estimated_weeks": 1}],
    },
}


def shown(content: str) -> str:
    return " ".join(content.split())


@pytest.mark.parametrize(
    "file_format", [Format.MARKDOWN, Format.MARKDOWN_TECHNICAL, Format.DOCX, Format.PDF]
)
def test_a_plan_of_one_week_has_one_week_in_every_file(file_format: Format) -> None:
    text = shown(all_text(make_export(file_format, contents=ONE_WEEK)))
    assert "1 week" in text
    assert "1 weeks" not in text
    assert "weeks 1 to 1" not in text


@pytest.mark.parametrize(("language", "words"), [("en", "1 week"), ("de", "1 Woche")])
def test_a_plan_of_one_week_has_one_week_on_pages_and_in_previews(
    language: str, words: str
) -> None:
    contents = {
        t: load_content(t, {**content, "_language": language}) for t, content in ONE_WEEK.items()
    }
    index = make_index(contents, Tier.PARTNER, {})
    target = index.find("milestones.total_duration_weeks")
    view = present_document(
        ArtifactType.MILESTONES, contents[ArtifactType.MILESTONES], index, Tier.PARTNER
    )
    numbers = [
        section.amount for section in view.sections if section.section.kind is SectionKind.NUMBER
    ]
    items = next(
        section.value for section in view.sections if section.section.kind is SectionKind.ITEMS
    )
    badge = next(field for field in items[0].badges if field.field.unit)
    assert target is not None
    assert {shown(one) for one in (*numbers, badge.display_value)} == {words}


@pytest.mark.parametrize(
    ("language", "number", "word"),
    [
        ("en", 0, "weeks"),
        ("en", 1, "week"),
        ("de", 0, "Wochen"),
        ("de", 1, "Woche"),
        ("de", 2, "Wochen"),
    ],
)
def test_a_unit_has_the_form_that_its_number_asks_for(
    language: str, number: int, word: str
) -> None:
    assert unit_in(WEEKS, number, language) == word


def test_a_unit_is_english_where_nobody_chooses_the_form() -> None:
    assert [WEEKS.amount(number) for number in (1, 2)] == [
        "1\N{NO-BREAK SPACE}week",
        "2\N{NO-BREAK SPACE}weeks",
    ]
