"""Texts at the bounds of what is too long, and of what is said twice."""

from __future__ import annotations

import pytest

from artifacts.checker.check import check
from artifacts.schemas import ArtifactType
from artifacts.schemas.fields import LINE_BUDGET
from artifacts.tests.checker.test_checker import written
from artifacts.tests.checker.test_decided_by_bounds import project

FERRY = project()
SCOPE, HOW = ArtifactType("mvp_scope"), ArtifactType("how_it_works")
ROWING = "everybody crossing quietly tonight carries lanterns towards another jetty"


@pytest.mark.parametrize(("beyond", "rules"), [(0, set()), (1, {"text_too_long"})])
def test_a_title_is_as_long_as_a_line(beyond: int, rules: set[str]) -> None:
    contents = written(FERRY)
    contents[SCOPE].out_of_scope.append("a" * (LINE_BUDGET + beyond))
    contents[SCOPE].core_features[0].name = "b" * (LINE_BUDGET + beyond)
    found = [f for f in check(FERRY, contents).findings if f.rule == "text_too_long"]
    assert {finding.rule for finding in found} == rules
    assert len(found) == 2 * beyond


@pytest.mark.parametrize(
    ("text", "is_same"),
    [
        ("everybody crossing quietly tonight carries lanterns towards nowhere whatever", True),
        ("everybody crossing quietly tonight carries lanterns without stopping anywhere", False),
    ],
)
def test_three_runs_of_five_are_the_same_text(text: str, *, is_same: bool) -> None:
    contents = written(FERRY)
    contents[HOW].architecture, contents[SCOPE].technical_architecture = ROWING, text
    rules = {finding.rule for finding in check(FERRY, contents).findings}
    assert ("near_duplicate" in rules) is is_same
