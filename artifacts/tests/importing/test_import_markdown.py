"""The way back of the technical Markdown export: what it says is read as it was written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artifacts.exporters import Format
from artifacts.importing import (
    MAX_BYTES,
    MAX_HEADINGS,
    MAX_LINES,
    ParsedFile,
    ParsedItem,
    ParsedSection,
    Reason,
    Unreadable,
    UnreadableFile,
    decode,
    read_file,
)
from artifacts.importing.inline import plain, plain_lines
from artifacts.importing.reconcile import merge_lines, merge_text
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import SectionKind
from artifacts.tests.exporters.test_export_markdown import TEXTS
from artifacts.tests.support.exports import Contents, make_export, make_sources, with_text
from artifacts.tests.support.factories import PLAIN
from artifacts.tests.support.fillers import PIECES, over_and_over
from artifacts.text import clean_text, fold_spaces
from artifacts.tiers import Tier

READABLE = {t: t.content_class.access(Tier.CTO_SCALE).readable for t in ArtifactType}
HEAD = (
    '## <a id="mvp_scope"></a>MVP Scope\n\n### <a id="mvp_scope.core_features"></a>Core'
    " features\n\n"
)


def exported(contents: Contents = PLAIN, only: ArtifactType | None = None) -> str:
    return make_export(Format.MARKDOWN_TECHNICAL, contents=contents, only=only).content.decode()


def read(text: str) -> ParsedFile:
    return read_file(text, READABLE)


def kept(parsed: ParsedFile) -> str:
    """Everything that was read, wherever it was put."""
    sections = parsed.sections.values()
    values = (
        value
        for section in sections
        for item in section.items
        for value in (item.source, *item.values.values())
    )
    entries = (entry for section in sections for entry in section.entries)
    return " ".join([*(one.text for one in parsed.leftovers), *entries, *map(str, values)])


def _title(item: ParsedItem) -> Any:
    return item.values.get("title") or item.values.get("name") or item.values.get("text")


def _text(item: ParsedItem) -> str:
    return fold_spaces(item.values.get("description") or _title(item))


SAID: dict[SectionKind, Callable[[ParsedSection], list[Any]]] = {
    SectionKind.PROSE: lambda parsed: parsed.entries,
    SectionKind.LINES: lambda parsed: parsed.entries,
    SectionKind.ITEMS: lambda parsed: [
        text for i in parsed.items for text in (i.item_id, _title(i), _text(i))
    ],
}
EXPECTED: dict[SectionKind, Callable[[Any], list[str]]] = {
    SectionKind.PROSE: lambda value: str(value).split("\n"),
    SectionKind.LINES: list,
    SectionKind.ITEMS: lambda value: [
        text for i in value for text in (i.id, i.label, getattr(i, "description", i.label))
    ],
}


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_every_text_is_read_as_it_was_exported(lines: list[str]) -> None:
    text = clean_text(("x" + "\n\n".join(lines))[:900].strip() + "x").replace("[[", "[")
    contents = with_text(text)
    parsed = read(exported(contents))
    for artifact_type, source in make_sources(contents).items():
        for section in artifact_type.content_class.sections():
            value = getattr(source.content, section.name)
            if section.kind in SAID and value and "[[" not in str(value):
                said = SAID[section.kind](parsed.sections[artifact_type, section.name])
                assert said == [
                    fold_spaces(one) for one in EXPECTED[section.kind](value) if fold_spaces(one)
                ]
    assert {one.reason for one in parsed.leftovers} <= {Reason.OUTSIDE, Reason.MADE}


def test_links_become_pointers_again() -> None:
    parsed = read(exported())
    assert (
        parsed.sections[ArtifactType.MILESTONES, "milestones"].items[0].values["description"]
        == "We build [[F-1]]."
    )
    feature = parsed.sections[ArtifactType.MVP_SCOPE, "core_features"].items[0]
    assert feature.values["description"] == "We count a shelf, within [[brief.key_constraint]]."
    assert feature.values["acceptance_criteria"] == ["A count survives a lost connection"]


def test_links_of_items_are_read_inside_and_outside_of_their_file() -> None:
    for only in (None, ArtifactType.MILESTONES):
        first, second = (
            read(exported(only=only)).sections[ArtifactType.MILESTONES, "milestones"].items
        )
        assert first.values["delivers"] == ["F-1"]
        assert second.values["depends_on"] == ["M-1"]
        assert first.values["estimated_weeks"] == 3


def test_the_front_matter_says_where_the_file_is_from() -> None:
    parsed = read(exported())
    assert parsed.project_name == "Shelfwise"
    assert parsed.stamps[ArtifactType.BRIEF].version == 3
    assert not parsed.is_single
    assert read(exported(only=ArtifactType.BRIEF)).is_single


@pytest.mark.parametrize(
    "matter",
    ["---\n", "---\nid: [\n---\n", '---\ndocuments: [1, {"type": []}]\n---\n', "---\n---\n"],
)
def test_a_broken_front_matter_is_no_error(matter: str) -> None:
    assert read(matter + HEAD).sections


def test_headings_whose_anchors_were_lost_are_known_by_their_words() -> None:
    features = (
        "# MVP Scope\n\n## Core features\n\n### F-1 Shelf count\n\nPriority: low\n\nA text.\n\n"
    )
    parsed = read(f"{features}## Out of scope\n\n* One\n")
    item = parsed.sections[ArtifactType.MVP_SCOPE, "core_features"].items[0]
    assert (item.item_id, item.values["priority"], item.values["description"]) == (
        "F-1",
        "low",
        "A text.",
    )
    assert parsed.sections[ArtifactType.MVP_SCOPE, "out_of_scope"].entries == ["One"]


def test_what_belongs_nowhere_is_left_over_with_its_reason() -> None:
    text = (
        f"Hello\n\n{HEAD}Between.\n\n#### New one\n\nPriority: low\n\nText\n\n# Strange\n\nLost"
        " words\n\n- and a list\n"
    )
    parsed = read(text)
    assert [
        item.values["name"]
        for item in parsed.sections[ArtifactType.MVP_SCOPE, "core_features"].items
    ] == ["New one"]
    assert [(one.text, one.reason) for one in parsed.leftovers] == [
        ("Hello", Reason.OUTSIDE),
        ("Between.", Reason.NO_TEXT_HERE),
        ("# Strange", Reason.HEADING),
        ("Lost words", Reason.HEADING),
        ("- and a list", Reason.HEADING),
    ]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(["\n", "\n\n", "#### ", "- ", "**Mitigation:**", HEAD, "---\n"]), TEXTS
        )
    ).map("".join)
)
def test_no_word_of_any_file_is_lost(text: str) -> None:
    text = clean_text(text).replace("\n---", "\n")
    words = kept(read(HEAD + text))
    for word in {"a", "1"} & set(text.split()):
        assert word in words


def test_what_editors_do_to_a_text_is_no_difference() -> None:
    wrapped = exported().replace(
        "We see owners count stock on paper.", "We see owners count\nstock on paper."
    )
    starred = wrapped.replace("\n- ", "\n* ")
    for text in (wrapped, starred):
        assert read(text).sections == read(exported()).sections


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (r"\*a\* \[b\] \\ &amp; &#35; \&amp;", r"*a* [b] \ & # &amp;"),
        (
            "[F-2 Title](#F-2) and [key](#brief.key_constraint)",
            "[[F-2]] and [[brief.key_constraint]]",
        ),
        (
            "[a](#nothing) [b](https://a.example) **c** `d`",
            "[a](#nothing) [b](https://a.example) **c** `d`",
        ),
    ],
)
def test_escapes_and_links_are_undone_and_other_markup_stays(raw: str, text: str) -> None:
    assert plain(raw) == text


def test_only_a_hard_break_begins_a_line() -> None:
    assert plain_lines("a\nb\\\nc  \nd\\\\\ne") == "a b\nc\nd\\ e"


def test_what_was_not_changed_stays_as_it_is_stored() -> None:
    stored = "One  [[F-9]]\nTwo\n\nThree\nFour [[F-9]]"
    shown = ["One F-9", "Two", "Three", "Four F-9"]
    words = str
    assert merge_text(stored, shown, shown, words) == stored
    assert merge_text(
        stored, shown, ["One F-9", "Two", "New", "Four F-9"], words
    ) == stored.replace("Three", "New")
    assert merge_text(stored, shown, ["One F-9", "Two", "Three", "Four, F-9!"], words).endswith(
        "Three\nFour, [[F-9]]!"
    )
    assert merge_lines(["a  [[F-9]]", "b"], ["a F-9", "b"], ["b", "a F-9", "c F-9"], words) == [
        "b",
        "a  [[F-9]]",
        "c F-9",
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"a\0b", Unreadable.NUL),
        ("é".encode("latin-1"), Unreadable.NOT_UTF8),
        ("a".encode("utf-16"), Unreadable.NOT_UTF8),
        (b" \n", Unreadable.EMPTY),
        (b"a" * (MAX_BYTES + 1), Unreadable.TOO_BIG),
        (b"a\n" * (MAX_LINES + 1), Unreadable.TOO_LONG),
        (b"## a\n" * (MAX_HEADINGS + 1), Unreadable.TOO_LONG),
        (b"a\n==\n" * (MAX_HEADINGS + 1), Unreadable.TOO_LONG),
        (b"#\n" * (MAX_HEADINGS + 1), Unreadable.TOO_LONG),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: Unreadable) -> None:
    with pytest.raises(UnreadableFile) as error:
        decode(data)
    assert error.value.reason is reason


def test_marks_and_line_ends_do_not_matter() -> None:
    assert decode(b"\xef\xbb\xbfa\r\nb\rc") == "a\nb\nc"
    text = exported()
    assert read(decode(text.replace("\n", "\r\n").encode("utf-8-sig"))) == read(text)


@pytest.mark.parametrize("piece", PIECES)
def test_marks_over_and_over_lose_no_word(piece: str) -> None:
    """How long that takes beside an eighth of it is in bench/uploads.py."""
    assert "Walrus" in kept(read(f"{HEAD}#### F-1 x\n\n{over_and_over(piece, 20_000)}\n\nWalrus\n"))
