"""What is easily told wrong between two versions: numbers, pointers that lead nowhere, and lines
that have nothing to do with each other.
"""

from __future__ import annotations

import pytest

from artifacts.diff.content import compare_documents, words_of
from artifacts.diff.text import TextChange, compare_lines, compare_words
from artifacts.documents.presentation import present_document
from artifacts.documents.references import ReferenceIndex
from artifacts.documents.retired import RetiredItem, Superseded
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
    assert total.unit == "weeks"


def test_a_pointer_that_leads_nowhere_in_either_version_reads_as_it_stands() -> None:
    words = words_of(indexed(), indexed())
    assert words("We begin with [[M-99]].") == "We begin with M-99."


def test_a_pointer_to_what_was_gone_before_both_versions_reads_as_it_was_called() -> None:
    gone: Superseded = {MILESTONES: {"M-7": RetiredItem(title="Open the shop", version=1)}}
    index = ReferenceIndex({}, Tier.CTO_SCALE, gone)
    assert words_of(index, index)("After [[M-7]].") == "After M-7 Open the shop."


def test_of_lines_that_are_equally_alike_the_first_continues_the_first() -> None:
    lines = compare_lines(["shop 1", "shop 2"], ["shop 3", "shop 4"])
    assert [[piece.text for piece in line.pieces if piece.text != "shop "] for line in lines] == [
        ["1", "3"],
        ["2", "4"],
    ]


@pytest.mark.parametrize(
    ("before", "now", "pieces"),
    [
        ("One\n  two", "One,  two", ["One", "\n", ",", "  two"]),
        ("One \ntwo", "One \n\n", ["One \n", "two", "\n"]),
    ],
)
def test_spaces_around_a_change_that_both_versions_have_are_no_part_of_it(
    before: str, now: str, pieces: list[str]
) -> None:
    assert [piece.text for piece in compare_words(before, now)] == pieces


def test_lines_that_are_not_alike_are_not_one_line_that_changed() -> None:
    lines = compare_lines(["Invoices"], ["Support by telephone at night"])
    assert {line.change for line in lines} == {TextChange.ADDED, TextChange.REMOVED}
