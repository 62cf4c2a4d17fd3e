"""The first steps with an uploaded file: its bytes, the lines above its text, and its markup."""

from __future__ import annotations

import pytest

from artifacts.importing import Unreadable, UnreadableFile, decode, upload
from artifacts.importing.front_matter import MAX_CHARS, MAX_DEPTH, FrontMatter, split_front_matter
from artifacts.importing.inline import is_emphasised, plain, plain_lines, without_emphasis


class TestBytes:
    @pytest.mark.parametrize(
        ("limit", "most", "text", "reason"),
        [
            ("MAX_BYTES", 4, "a\u00e9b", Unreadable.TOO_BIG),
            ("MAX_LINES", 2, "a\r\nb\rc", Unreadable.TOO_LONG),
            ("MAX_HEADINGS", 5, "# a\n  ## b\nc\n===\nd\n---\n#\n", Unreadable.TOO_LONG),
        ],
    )
    def test_as_many_as_may_be_are_read(
        self,
        limit: str,
        most: int,
        text: str,
        reason: Unreadable,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(upload, limit, most)
        assert decode(text.encode()) == text.replace("\r\n", "\n").replace("\r", "\n")
        monkeypatch.setattr(upload, limit, most - 1)
        with pytest.raises(UnreadableFile, match=reason.value) as caught:
            decode(text.encode())
        assert caught.value.reason is reason

    def test_what_only_looks_like_a_heading_counts_as_none(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(upload, "MAX_HEADINGS", 0)
        assert decode(b"#a\n    # b\n####### c\n- d\n==e")

    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
    def test_another_encoding_is_named_even_where_its_bytes_are_text(self, encoding: str) -> None:
        with pytest.raises(UnreadableFile) as caught:
            decode("\ufeff\u4e2d\u6587".encode(encoding))
        assert caught.value.reason is Unreadable.NOT_UTF8


class TestFrontMatter:
    @pytest.mark.parametrize("end", ["---", "---  ", "...", "...\t"])
    def test_it_ends_with_a_rule_or_dots(self, end: str) -> None:
        found = split_front_matter(f"---  \nid: a\n{end}\nText\n---\nmore")
        assert found == (FrontMatter({"id": "a"}), "Text\n---\nmore")

    def test_one_without_rows_is_taken_off(self) -> None:
        assert split_front_matter("---\n---\nText") == (FrontMatter(), "Text")
        assert split_front_matter("---\n# a remark\n---\n\nText") == (FrontMatter(), "\nText")

    def test_the_longest_and_the_deepest_one_are_read(self) -> None:
        rows = f"id: {'a' * (MAX_CHARS - 5)}\n"
        assert len(rows) == MAX_CHARS
        matter, body = split_front_matter(f"---\n{rows}---\nText")
        assert (len(matter.values["id"]), body) == (MAX_CHARS - 5, "Text")
        # The mapping, its value and each list in it are a step down; the last list is empty.
        lists = MAX_DEPTH - 1
        deep = f"id: {'[' * lists}{']' * lists}"
        assert split_front_matter(f"---\n{deep}\n---\nText")[0].values
        too_deep = f"id: [{'[' * lists}{']' * lists}]"
        assert split_front_matter(f"---\n{too_deep}\n---\nText")[0].unread == too_deep

    def test_many_rows_beside_each_other_are_not_deep(self) -> None:
        rows = "\n".join(f"- type: t{number}" for number in range(2 * MAX_DEPTH))
        matter, _ = split_front_matter(f"---\nid: a\ndocuments:\n{rows}\n---\nText")
        assert len(matter.values["documents"]) == 2 * MAX_DEPTH

    def test_rows_with_an_empty_one_between_are_ours_if_they_name_documents(self) -> None:
        ours = "---\nid: a\n\ndocuments: []\n---\nText"
        assert split_front_matter(ours) == (FrontMatter({"id": "a", "documents": []}), "Text")
        for rows in ("id: a\n\nproject: b", "id: [\n\nproject: b"):
            text = f"---\n{rows}\n---\nText"
            assert split_front_matter(text) == (FrontMatter(), text)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("**a b**", "a b"),
        ("  __a__ ", "a"),
        ("*a*", "a"),
        ("***a***", "a"),
        ("**a** b", None),
        ("**a** and **b**", None),
        ("** a**", None),
        ("**a **", None),
        (r"**a\**", None),
        ("****", None),
        ("**a_", None),
    ],
)
def test_a_text_is_emphasised_as_a_whole_or_not_at_all(raw: str, words: str | None) -> None:
    assert is_emphasised(raw) is (words is not None)
    assert without_emphasis(raw) == (raw.strip() if words is None else words)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("[F-1 Count](#F-1)", "[[F-1]]"),
        ("[F-1](<#F-1>)", "[[F-1]]"),
        ('[F-1](#F-1 "Go there")', "[[F-1]]"),
        ("[a](#weather)", "[a](#weather)"),
        ("[[F-1]](#F-1)", "[[F-1]](#F-1)"),
        ("[https://x.example/a_b](https://x.example/a_b/)", "https://x.example/a_b"),
        (r"[x.example/a\_b](https://x.example/a\_b)", "x.example/a_b"),
        ("<http://x.example> <www.x.example>", "http://x.example www.x.example"),
        ("&euro; &nothing; &#x41;", "\u20ac &nothing; A"),
        (r"\a \. a\\b", r"\a . a\b"),
        ("a \t b", "a b"),
    ],
)
def test_markup_of_a_line_is_undone_as_far_as_it_is_ours(raw: str, text: str) -> None:
    assert plain(raw) == text


def test_a_paragraph_has_a_line_for_each_hard_break() -> None:
    assert plain_lines("a\n  b  \nc\\\nd\\\\\ne") == "a b\nc\nd\\ e"
    assert plain_lines("  \n\\") == ""
