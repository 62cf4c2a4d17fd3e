"""Markdown: what a reader of CommonMark makes of it is what was written."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from artifacts.exporters import Format
from artifacts.exporters.commonmark import escape, escape_cell, escape_heading, escape_line
from artifacts.importing.front_matter import split_front_matter
from artifacts.schemas import ArtifactType
from artifacts.tests.support.exports import make_export, with_text
from artifacts.tests.support.factories import PLAIN
from artifacts.text import clean_text, fold_spaces, one_line

PARSERS = {
    "commonmark": MarkdownIt("commonmark"),
    "gfm": MarkdownIt("gfm-like", {"linkify": False}),
}

# Everything that means something to Markdown, often; and anything else.
PIECES = st.sampled_from(
    [
        *"\\`*_{}[]()<>#+-.!|~&:=\"'$^/ \n\t1",
        "&amp;",
        "&#35;",
        "](",
        "![",
        "```",
        "    ",
        "---",
        "a",
        "1.",
        "<b>",
        "]:",
        "www.a.de",
        "a_b",
        "~5",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=4)), min_size=1, max_size=24).map("".join)


def shown(tokens: list[Token]) -> list[str]:
    """The text of every block, as a reader sees it."""
    blocks = []
    for token in tokens:
        if token.type == "inline":
            text = "".join(
                c.content if c.type in {"text", "text_special", "code_inline"} else " "
                for c in token.children or ()
            )
            blocks.append(text)
    return blocks


def words(text: str) -> str:
    return one_line(text)


MARKUP = (
    r"""
> a¦# a¦####### a¦#¦- a¦+ a¦* a¦-¦1. a¦999) a¦===¦---¦- - -¦***¦_ _ _¦```¦~~~ a¦<b>¦<!-- a -->¦<http://a.example>
[a]: b¦[a](b)
![a](b)¦[ ] a¦[^1]: a¦`a`¦``a`¦_a_¦__a__¦*a*¦~~a~~¦~a~¦&amp;¦&#35;¦&x¦a\¦\a¦\*a*¦a #¦a\#¦:--
a_b_c¦_a_b¦~5 ~6¦~5~6¦|a|¦| --- |¦a | b
""".strip()
    .replace("\n", "¦")
    .split("¦")
)


@pytest.mark.parametrize("parser", PARSERS.values(), ids=PARSERS)
@pytest.mark.parametrize("line", MARKUP)
def test_what_would_be_markup_is_read_as_text(line: str, parser: MarkdownIt) -> None:
    tokens = parser.parse(escape_line(line))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert [
        child.type
        for child in tokens[1].children or ()
        if child.type not in {"text", "text_special"}
    ] == []
    assert shown(tokens) == [line]
    assert shown(parser.parse(f"- {escape_line(line)}")) == [line]
    assert shown(parser.parse(f"# {escape_heading(line)}")) == [line]


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_a_line_is_read_back_as_it_was(text: str) -> None:
    line = words(text)
    if not line:
        return
    for parser in PARSERS.values():
        tokens = parser.parse(escape_line(line))
        assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
        assert fold_spaces("".join(shown(tokens))) == line


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_so_are_headings_list_entries_links_and_cells(text: str, other: str) -> None:
    line, second = words(text), words(other)
    if not line or not second:
        return
    parser = PARSERS["gfm"]
    assert fold_spaces(shown(parser.parse(f"## {escape_heading(line)}"))[0]) == line
    entries = parser.parse(f"- {escape_line(line)}\n- {escape_line(second)}")
    assert [fold_spaces(entry) for entry in shown(entries)] == [line, second]
    assert fold_spaces(shown(parser.parse(f"a [{escape(line)}](#x) b"))[0]) == words(f"a {line} b")
    table = parser.parse(
        f"| a | b |\n| --- | --- |\n| {escape_cell(line)} | {escape_cell(second)} |"
    )
    assert [fold_spaces(cell) for cell in shown(table)] == ["a", "b", line, second]


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3))
@pytest.mark.parametrize("file_format", [Format.MARKDOWN, Format.MARKDOWN_TECHNICAL])
def test_a_whole_package_says_what_was_written(file_format: Format, lines: list[str]) -> None:
    text = ("x" + "\n\n".join(lines))[:900].strip() + "x"
    markdown = make_export(file_format, contents=with_text(text)).content.decode()
    markdown = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL)
    for parser in PARSERS.values():
        said = fold_spaces(" ".join(shown(parser.parse(markdown))))
        for line in clean_text(text).split("\n"):
            assert words(line) in said


def markdown(file_format: Format = Format.MARKDOWN, **changes: Any) -> str:
    return make_export(file_format, **changes).content.decode()


def test_readable_markdown_pastes_cleanly() -> None:
    text = markdown()
    assert text.startswith("# Shelfwise\n")
    assert not re.search(r"^---|```|</?a|\]\(|^\|", text, flags=re.MULTILINE)
    assert "We build F-1 Shelf count." in text
    assert "within key constraint." in text


def test_technical_markdown_begins_with_front_matter() -> None:
    matter = markdown(Format.MARKDOWN_TECHNICAL).split("---\n")[1]
    values = dict(row.split(": ", 1) for row in matter.strip().splitlines())
    assert json.loads(values["project"]) == "Shelfwise"
    first = json.loads(values["documents"])[0]
    assert len(first.pop("state")) == 16
    assert first == {"type": "brief", "version": 3, "date": "2026-03-09"}


def test_front_matter_holds_no_mark_of_html() -> None:
    """A reader of Markdown that does not know front matter shows it as text, with whatever HTML is
    in it.
    """
    name = "<script>alert('&amp;')</script>"
    top = markdown(Format.MARKDOWN_TECHNICAL, name=name).split("---\n")[1]
    assert not set("<>&") & set(top)
    read, _ = split_front_matter(f"---\n{top}---\n")
    assert read.values["project"] == name


def test_every_link_of_technical_markdown_has_its_anchor() -> None:
    text = markdown(Format.MARKDOWN_TECHNICAL)
    links = set(re.findall(r"\]\(#([^)]+)\)", text))
    anchors = re.findall(r'<a id="([^"]+)"></a>', text)
    assert {"F-1", "brief.key_constraint", "milestones"} <= links <= set(anchors)
    assert len(anchors) == len(set(anchors))


def test_a_single_document_links_to_nothing_outside_of_it() -> None:
    text = markdown(Format.MARKDOWN_TECHNICAL, only=ArtifactType.MILESTONES)
    assert "We build F-1 Shelf count." in text
    assert "](#F-1)" not in text
    assert "# " in text.split("---\n")[2]


def test_acceptance_criteria_are_tasks() -> None:
    assert "- [ ] A count survives a lost connection" in markdown(Format.MARKDOWN_TECHNICAL)
    assert "- A count survives a lost connection" in markdown()


def test_technical_markdown_draws_the_timeline_and_the_journey() -> None:
    text = markdown(Format.MARKDOWN_TECHNICAL)
    assert "```mermaid\ngantt\n" in text
    assert "M-2 Pilot :crit, M-2, 3, 5" in text
    assert '```mermaid\nflowchart TD\n    S1["1. Count"]\n```' in text


def test_no_title_breaks_out_of_a_diagram() -> None:
    text = markdown(
        Format.MARKDOWN_TECHNICAL,
        contents=with_text('x"]\n```\n%%{init: {}}%% click S1 "javascript:x" :crit; a'),
    )
    fences = re.findall(r"^```(\w*)$", text, flags=re.MULTILINE)
    assert fences == ["mermaid", "", "mermaid", ""]
    for diagram in re.findall(r"```mermaid\n(.*?)```", text, flags=re.DOTALL):
        assert "%%" not in diagram
        assert "init: {" not in diagram


def test_tables_show_risks_and_where_features_are_covered() -> None:
    text = markdown(Format.MARKDOWN_TECHNICAL)
    assert "| [R-1](#R-1) | Lost counts | Technical risks | High | Low |" in text
    assert "| [F-1](#F-1) | Shelf count | [M-1](#M-1) | [R-1](#R-1) | [J-1](#J-1) |" in text
    assert "| [F-2](#F-2) | Reorder list | – | – | – |" in text


def test_a_section_with_nothing_in_it_is_left_out() -> None:
    assert PLAIN[ArtifactType.RISK_LOG]["market_risks"] == []
    assert "Market risks" not in markdown()
