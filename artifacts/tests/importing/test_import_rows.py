"""Rows and paragraphs of imported files in which one thing stands beside another."""

from __future__ import annotations

import pytest

from artifacts.importing.progress import ProgressState, Refusal, RefusedFile, read_evidence
from artifacts.schemas import ArtifactType
from artifacts.tests.importing.progress.test_evidence import packed, seen
from artifacts.tests.importing.test_import_markdown import HEAD, read


def test_a_row_has_all_that_weighs_it() -> None:
    parsed = read(
        '## <a id="brief"></a>Product Brief\n\n### <a id="brief.assumptions"></a>Assumptions\n\n'
        "- **A-1** Owners keep counting (Basis: guess, Confidence: low)\n"
    )
    (item,) = parsed.sections[ArtifactType.BRIEF, "assumptions"].items
    assert item.values == {"text": "Owners keep counting", "basis": "guess", "confidence": "low"}


def test_paragraphs_that_begin_with_an_id_are_counted() -> None:
    """An item that is gone is looked for there: more of them than before may be what it became."""
    parsed = read(f"{HEAD}#### New one\n\nF-1 is slow.\n\nF-1 is dear.\n")
    assert parsed.beginnings["F-1"] == 2


def test_issues_without_dates_are_as_their_status_says() -> None:
    assert seen(("a.csv", "Title,Status\nF-1 Shelf,Todo\n")) == [("F-1", ProgressState.OPEN, 0, 0)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("shop.zip", packed(**{"a.txt": "x"})),
        ("backlog/config.yml", b"statuses: [a, b]"),
    ],
)
def test_what_has_nothing_of_ours_is_refused_by_its_name(name: str, content: bytes) -> None:
    with pytest.raises(RefusedFile) as caught:
        read_evidence([(name, content)])
    assert (caught.value.name, caught.value.reason) == (name, Refusal.NOTHING_IN_IT)
