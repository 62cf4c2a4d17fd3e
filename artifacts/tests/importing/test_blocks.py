"""A Markdown text as a row of blocks: each has its source, so that none of it can be lost."""

from __future__ import annotations

import pytest

from artifacts.importing.blocks import Block, BlockKind, ListEntry, read_blocks
from artifacts.importing.links import Definition, split_definitions


@pytest.mark.parametrize(
    ("source", "block"),
    [
        ("## Two", Block(BlockKind.HEADING, "## Two", "Two", level=2)),
        ("One\n===", Block(BlockKind.HEADING, "One\n===", "One", level=1)),
        ("a\nb", Block(BlockKind.PARAGRAPH, "a\nb", "a\nb")),
        ("    a", Block(BlockKind.PARAGRAPH, "    a", "a")),
        ("<div>a</div>", Block(BlockKind.PARAGRAPH, "<div>a</div>", "<div>a</div>")),
        ("***", Block(BlockKind.RULE, "***", "***")),
        ("> a", Block(BlockKind.OTHER, "> a", "> a")),
        ("~~~\na\n\nb\n~~~", Block(BlockKind.FENCE, "~~~\na\n\nb\n~~~", "~~~\na\n\nb\n~~~")),
        ("| a |\n| - |", Block(BlockKind.TABLE, "| a |\n| - |", "| a |\n| - |")),
    ],
)
def test_a_block_has_its_kind_its_source_and_what_it_says(source: str, block: Block) -> None:
    assert read_blocks(f"First\n\n{source}\n\nLast") == (
        [
            Block(BlockKind.PARAGRAPH, "First", "First"),
            block,
            Block(BlockKind.PARAGRAPH, "Last", "Last"),
        ],
        [],
    )


@pytest.mark.parametrize(
    ("source", "entries"),
    [
        ("- a\n* b", [ListEntry("-", "a")]),
        ("- a\n- b", [ListEntry("-", "a"), ListEntry("-", "b")]),
        ("* a\n\n  b\n\n  > c", [ListEntry("-", "a", ("  b", "  > c"))]),
        ("7. a\n8. b", [ListEntry("7.", "a"), ListEntry("8.", "b")]),
        ("2) a", [ListEntry("2)", "a")]),
        ("- # a", [ListEntry("-", "", ("- # a",))]),
    ],
)
def test_a_list_has_its_entries_with_their_marks_and_all_that_is_below(
    source: str, entries: list[ListEntry]
) -> None:
    blocks, _ = read_blocks(source)
    assert list(blocks[0].entries) == entries
    assert blocks[0].source == blocks[0].raw


def test_links_get_the_targets_that_are_defined_elsewhere() -> None:
    text = "[a]: #F-1\nSee [a] and [words][B c].\n\n- [A] [d] (e)\n\n[b  c]: <#F-3> 'T'\n"
    paragraph, rows = read_blocks(text)[0]
    assert paragraph.raw == "See [a](#F-1) and [words](#F-3)."
    assert paragraph.source == "See [a] and [words][B c]."
    assert rows.entries[0].raw == "[A](#F-1) [d] (e)"
    assert rows.raw == "- [A](#F-1) [d] (e)"
    assert read_blocks(text)[1] == []


@pytest.mark.parametrize("raw", [r"\[a] b", "[a](#x)", "[a]: b", "[a\\]", "a"])
def test_what_is_no_link_by_a_label_stays_as_it_is(raw: str) -> None:
    (block,), _ = read_blocks(f"1 {raw}\n\n[a]: #F-1")
    assert block.raw == f"1 {raw}"


def test_definitions_that_no_link_uses_are_told_and_so_are_those_that_come_twice() -> None:
    text = "[a]: #F-1\n[A]: #F-2 (Two)\n\n[a]\n\n[c]: http://x"
    blocks, unused = read_blocks(text)
    assert [block.raw for block in blocks] == ["[a](#F-1)"]
    assert unused == ["[c]: http://x", "[A]: #F-2 (Two)"]


def test_a_paragraph_may_begin_with_definitions() -> None:
    raw = '[A  b]: <x y> "T"\n[c]: z\n[d]: two words\n[e]: f'
    assert split_definitions(raw) == (
        [Definition("a b", "x y", '[A  b]: <x y> "T"'), Definition("c", "z", "[c]: z")],
        "[d]: two words\n[e]: f",
    )
    assert split_definitions("No [a]: b") == ([], "No [a]: b")
    assert split_definitions("[a]: <>") == ([Definition("a", "", "[a]: <>")], "")
