"""What is easily told wrong between two versions: numbers, pointers that lead nowhere, and lines
that have nothing to do with each other.
"""

from __future__ import annotations

from artifacts.diff.content import compare_documents, words_of
from artifacts.diff.text import TextChange, compare_lines
from artifacts.documents.presentation import present_document
from artifacts.documents.references import ReferenceIndex
from artifacts.schemas import ArtifactType, load_content
from artifacts.tests.support.factories import PLAIN
from artifacts.tiers import Tier

MILESTONES = ArtifactType.MILESTONES


def indexed() -> ReferenceIndex:
    content = load_content(MILESTONES, PLAIN[MILESTONES])
    return ReferenceIndex({MILESTONES: content}, Tier.CTO_SCALE)


def test_a_number_that_changed_is_shown_as_it_was_and_as_it_is() -> None:
    first, *later = PLAIN[MILESTONES]["milestones"]
    before, now = (
        load_content(
            MILESTONES,
            {**PLAIN[MILESTONES], "milestones": [{**first, "estimated_weeks": weeks}, *later]},
        )
        for weeks in (3, 8)
    )
    index = indexed()
    views = [present_document(MILESTONES, one, index, Tier.CTO_SCALE) for one in (before, now)]
    difference = compare_documents(views[0], views[1], words=words_of(index, index))
    total = next(s for s in difference.changed if s.section.name == "total_duration_weeks")
    assert [(piece.text, piece.change) for piece in total.pieces] == [
        ("5\N{NO-BREAK SPACE}weeks", TextChange.REMOVED),
        ("10\N{NO-BREAK SPACE}weeks", TextChange.ADDED),
    ]


def test_a_pointer_that_leads_nowhere_in_either_version_reads_as_it_stands() -> None:
    words = words_of(indexed(), indexed())
    assert words("We begin with [[M-99]].") == "We begin with M-99."


def test_lines_that_are_not_alike_are_not_one_line_that_changed() -> None:
    lines = compare_lines(["Invoices"], ["Support by telephone at night"])
    assert {line.change for line in lines} == {TextChange.ADDED, TextChange.REMOVED}
