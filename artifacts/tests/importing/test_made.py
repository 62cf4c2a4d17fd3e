"""What we made ourselves is not told of as left over, whatever its layout; all else is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from artifacts.importing import Leftover, Reason
from artifacts.importing.blocks import BlockKind
from artifacts.importing.made import not_made

PURPOSE = "In which order we build"
TITLE = Leftover("# Shelfwise", Reason.OUTSIDE, BlockKind.HEADING, "Shelfwise")
TABLE = Leftover(
    "| No. | Feature |\n| --- | --- |\n| [F-1](#F-1) | Count |", Reason.MADE, BlockKind.TABLE
)
DIAGRAM = Leftover(
    "```mermaid\ngantt\n    M-1 Count :crit, 0, 3\n```", Reason.MADE, BlockKind.FENCE
)
NOTE = Leftover(f"{PURPOSE}. Version 3, 9 Mar 2026.", Reason.OUTSIDE, BlockKind.PARAGRAPH)
OURS = [TITLE, NOTE, TABLE, DIAGRAM]


def left(found: Sequence[Leftover], *, is_current: bool = True) -> list[str]:
    told = not_made(found, OURS, is_current=is_current, purposes=[PURPOSE])
    return [one.text for one in told]


def table(text: str, reason: Reason = Reason.MADE) -> Leftover:
    return Leftover(text, reason, BlockKind.TABLE)


def paragraph(text: str, reason: Reason = Reason.OUTSIDE) -> Leftover:
    return Leftover(text, reason, BlockKind.PARAGRAPH)


@pytest.mark.parametrize("is_current", [True, False])
def test_what_stands_there_as_we_made_it_is_not_told(is_current: bool) -> None:
    assert left(OURS, is_current=is_current) == []
    assert left(OURS[::-1], is_current=is_current) == []


def test_nor_is_another_layout_of_it() -> None:
    padded = table("|  No.  |  Feature  |\n|:------|:----------|\n| [F-1](#F-1) |  Count    |")
    assert left([padded]) == []
    assert left([paragraph("Feature"), paragraph("**Count**"), paragraph("No.")]) == []


def test_what_is_there_more_often_than_we_made_it_is_told() -> None:
    assert left([TITLE, TITLE]) == ["# Shelfwise"]
    assert left([paragraph("Feature"), paragraph("Feature")]) == ["Feature"]
    assert left([TABLE, paragraph("Feature")]) == ["Feature"]


@pytest.mark.parametrize(
    "one",
    [
        Leftover("Feature", Reason.HEADING, BlockKind.PARAGRAPH),
        Leftover("Feature", Reason.NO_TEXT_HERE, BlockKind.PARAGRAPH),
        Leftover("- Feature", Reason.OUTSIDE, BlockKind.LIST),
        Leftover("Feature of ours", Reason.OUTSIDE, BlockKind.PARAGRAPH),
    ],
)
def test_words_of_ours_in_another_place_are_the_founders(one: Leftover) -> None:
    assert left([one]) == [one.text]


@pytest.mark.parametrize(
    ("one", "says_nothing"),
    [
        (table("|  |  |\n| --- | --- |"), True),
        (Leftover("- ", Reason.NO_TEXT_HERE, BlockKind.LIST), True),
        (Leftover("> ---", Reason.HEADING), True),
        (Leftover("```\n---\n```", Reason.MADE, BlockKind.FENCE), False),
        (paragraph("1 - 2", Reason.HEADING), False),
    ],
)
def test_marks_alone_say_nothing_but_in_code(one: Leftover, says_nothing: bool) -> None:
    assert (left([one]) == []) is says_nothing


@pytest.mark.parametrize(
    "one",
    [
        table("| No. | Feature |\n| --- | --- |\n| F-7 | Scan |\n| F-8 | Tell |"),
        Leftover("```mermaid\ngantt\n    M-9 Sell\n```", Reason.MADE, BlockKind.FENCE),
        paragraph(f"{PURPOSE}. Version 1, 2 Jan 2026."),
        paragraph(f"{PURPOSE}. Fassung 12, 2. Januar 2026."),
    ],
)
def test_what_we_made_of_an_older_version_is_told_in_a_newer_file_alone(one: Leftover) -> None:
    assert left([one], is_current=False) == []
    assert left([one], is_current=True) == [one.text]


@pytest.mark.parametrize(
    "one",
    [
        table("| Ours | Theirs |\n| --- | --- |\n| F-7 | Scan |"),
        table("| No. | Feature |\n| --- | --- |\n| F-7 | Scan |", Reason.HEADING),
        Leftover("```mermaid\npie\n    a : 1\n```", Reason.MADE, BlockKind.FENCE),
        Leftover("```\n\n```", Reason.MADE, BlockKind.FENCE),
        paragraph(f"{PURPOSE}. Version 1, and we build fast."),
        paragraph(f"{PURPOSE}, and how. Version 1, 2 Jan 2026."),
        paragraph("Who pays us. Version 1, 2 Jan 2026."),
        paragraph(f"{PURPOSE}. Version 1, {'x' * 36} 2026"),
        Leftover("No. Feature and more", Reason.OUTSIDE, BlockKind.PARAGRAPH),
    ],
)
def test_what_only_looks_like_ours_is_told_of_a_file_of_any_version(one: Leftover) -> None:
    for is_current in (True, False):
        assert left([one], is_current=is_current) == [one.text]
