"""What was made of a content is made again for another one, and for another reader."""

from __future__ import annotations

import pytest

from artifacts.schemas import ArtifactContent, ArtifactType, load_content, shared
from artifacts.schemas.shared import made_of, share
from artifacts.tests.support.factories import PLAIN


def risks(title: str = "The kiln breaks") -> ArtifactContent:
    plain = PLAIN[ArtifactType.RISK_LOG]
    return load_content(ArtifactType.RISK_LOG, {**plain, "technical_risks": [_risk(title)]})


def _risk(title: str) -> dict[str, str]:
    return {"id": "R-1", "title": title, "description": "It is old.", "severity": "high"} | {
        "likelihood": "low",
        "mitigation": "We rent another one.",
    }


class Maker:
    def __init__(self) -> None:
        self.made = 0

    def make(self) -> int:
        self.made += 1
        return self.made


def test_what_is_shared_is_used_again_for_the_same_object_and_what_is_given() -> None:
    maker, content = Maker(), share(risks())
    given = ["en", "en", "de", "de", "en"]
    assert [made_of(content, "it", one, maker.make) for one in given] == [1, 1, 2, 2, 3]
    assert made_of(content, "something else", "en", maker.make) == 4
    assert made_of(share(risks()), "it", "en", maker.make) == 5


def test_a_content_that_somebody_may_change_is_always_looked_at() -> None:
    maker, content = Maker(), risks()
    assert [made_of(content, "it", "", maker.make) for _ in range(3)] == [1, 2, 3]


def test_only_so_many_contents_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "SHARED_MOST", 3)
    shared._shared.clear()
    first, *others = [share(risks(f"Kiln {number}")) for number in range(3)]
    maker = Maker()
    made_of(first, "it", "", maker.make)
    others.append(share(risks("The last")))
    assert len(shared._shared) == 3
    assert made_of(first, "it", "", maker.make) == 1
    assert [made_of(others[0], "it", "", maker.make) for _ in range(2)] == [2, 3]
