"""What was made of a value is given out for that value again, and for no other."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.utils.translation import gettext_lazy

from artifacts.models import Artifact
from artifacts.models.remembered import Remembered
from artifacts.tests.support.factories import make_project


@pytest.fixture
def asked() -> list[Any]:
    return []


@pytest.fixture
def upper(asked: list[Any]) -> Remembered[str]:
    def make(stored: Any) -> str:
        asked.append(stored)
        return str(stored).upper()

    return Remembered(make, most=2)


def test_equal_values_are_asked_for_once(upper: Remembered[str], asked: list[Any]) -> None:
    assert upper.of({"a": ["b", 1]}) == upper.of(json.loads('{"a": ["b", 1]}'))
    assert len(asked) == 1


def test_a_value_that_was_changed_in_place_is_another(upper: Remembered[str]) -> None:
    stored = {"a": ["b"]}
    before = upper.of(stored)
    stored["a"].append("c")
    assert upper.of(stored) != before


@pytest.mark.parametrize(("one", "other"), [(1, True), (1, 1.0), ("1", 1), ([], {}), (None, "")])
def test_values_of_two_kinds_are_two(one: Any, other: Any) -> None:
    kinds = Remembered(lambda stored: type(stored).__name__, most=9)
    assert kinds.of(one) != kinds.of(other)


def test_what_was_not_asked_for_longest_goes_first(
    upper: Remembered[str], asked: list[Any]
) -> None:
    for stored in ("a", "b", "a", "c", "a", "b"):
        upper.of(stored)
    assert asked == ["a", "b", "c", "b"]


def test_what_has_no_plain_value_is_made_each_time(
    upper: Remembered[str], asked: list[Any]
) -> None:
    for _ in range(2):
        assert upper.of([gettext_lazy("Save")])
    assert len(asked) == 2


@pytest.mark.django_db
class TestRows:
    def test_what_a_writer_is_told_follows_every_change_in_memory(self) -> None:
        project = make_project(idea="Bread by bicycle")
        assert project.get_input() is project.get_input()
        hashes = project.input_hashes(with_facts=True)
        project.idea = "Bread by boat"
        assert project.get_input().idea == "Bread by boat"
        project.answers["problem"] = "It is stale by noon"
        assert project.get_input().answers.problem == "It is stale by noon"
        assert {
            key
            for key, value in project.input_hashes(with_facts=True).items()
            if value != hashes[key] and not key.startswith("facts.")
        } == {"idea", "answers.problem"}

    def test_hashes_of_sections_follow_the_content_in_memory(self) -> None:
        project = make_project(written=True)
        row = Artifact.objects.get(project=project, artifact_type="brief")
        before = row.section_hashes()
        assert row.current_content is not None
        row.current_content["target_user"] = "Bakers"
        after = row.section_hashes()
        assert {key for key in after if after[key] != before[key]} == {"brief.target_user"}

    def test_rows_that_store_the_same_share_what_was_read_of_it(self) -> None:
        first, other = (
            Artifact.objects.get(project=make_project(written=True), artifact_type="risk_log")
            for _ in range(2)
        )
        assert first.content is other.content
        assert other.current_content is not None
        other.current_content["technical_risks"][0]["title"] = "The oven breaks"
        other.save()
        other.refresh_from_db()
        vars(other).pop("content")
        assert first.content is not None
        assert other.content is not None
        assert first.content != other.content
        assert "oven" not in first.content.model_dump_json()
