"""What names a document, section or item at the beginning of a block, in all its spellings."""

from __future__ import annotations

import pytest

from artifacts.importing.headings import (
    Name,
    anchors_in,
    begins_with_anchor,
    first_id,
    has_pandoc_html,
    is_like_heading,
    is_ours,
    read_heading,
    read_name,
    take_anchors,
)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Core features", Name("", "", "Core features")),
        ('<a id="brief"></a>Product Brief', Name("brief", "", "Product Brief")),
        ("F-1 Count", Name("", "F-1", "Count")),
        ("F-1", Name("", "F-1", "")),
        ("F-12. Count ", Name("", "F-12", "Count")),
        ("**F-1** Count", Name("", "F-1", "Count")),
        ("**F-1 Count**", Name("", "F-1", "Count")),
        ("[F-1](#F-1) Count", Name("", "F-1", "Count")),
        ("F-1 – Count", Name("", "F-1", "Count")),
        ("Count (F-1)", Name("", "F-1", "Count")),
        ("Count [F-1] ", Name("", "F-1", "Count")),
        ('<a id="F-1"></a>Count (F-1)', Name("F-1", "F-1", "Count")),
        ('<a id="F-2"></a>Count, unlike (F-1)', Name("F-2", "", "Count, unlike (F-1)")),
        ('<a id="F-2"></a>F-1 Count', Name("F-2", "F-1", "Count")),
        ("F-1-b Count", Name("", "", "F-1-b Count")),
        ('<a id="F-1"></a><a id="F-2"></a>Count', Name("F-1", "", "Count")),
    ],
)
def test_a_name_is_an_anchor_an_id_and_words(raw: str, name: Name) -> None:
    assert read_name(raw) == name
    assert name.id == (name.anchor or name.item_id)


def test_an_id_that_a_tool_gave_a_heading_is_none_of_its_words() -> None:
    assert read_heading("F-1 Count {#f-1-count .unnumbered}") == Name("", "F-1", "Count")
    assert read_name("F-1 Count {#f-1-count}").words == "Count {#f-1-count}"


def test_anchors_are_taken_out_of_a_text_in_any_form() -> None:
    pandoc = '`<a name="b">`{=html}`</a>`{=html}'
    raw = f"One <a id='a'></a>two {pandoc} <a id=c />three \\<a id=\"d\"></a>"
    assert take_anchors(raw) == ('One two  three \\<a id="d"></a>', ["a", "b", "c"])
    assert anchors_in(raw) == {"a", "b", "c"}
    assert take_anchors(" No anchor ") == ("No anchor", [])


def test_pandocs_own_html_is_known_by_its_form() -> None:
    assert has_pandoc_html('`<a id="a">`{=html}')
    assert not has_pandoc_html('`<a id="a">` {=html}')


@pytest.mark.parametrize(
    ("anchor", "ours"),
    [
        ("brief", True),
        ("brief.target_user", True),
        ("F-1", True),
        ("chapter", False),
        ("F-1x", False),
        ("", False),
    ],
)
def test_anchors_of_ours_are_known_by_their_form(anchor: str, ours: bool) -> None:
    assert is_ours(anchor) is ours


@pytest.mark.parametrize(
    ("raw", "begins"),
    [
        ('<a id="F-1"></a>Count', True),
        ('**<a id="F-1"></a>Count**', True),
        ('_<a id="F-1"></a>Count_', True),
        ('`<a id="F-1">`{=html}Count', True),
        ('See <a id="F-1"></a>Count', False),
        ("Count", False),
    ],
)
def test_a_text_begins_with_an_anchor_or_within_its_emphasis(raw: str, begins: bool) -> None:
    assert begins_with_anchor(raw) is begins


@pytest.mark.parametrize(
    ("raw", "item_id"),
    [
        ("F-1 is slow.", "F-1"),
        ("**F-1** is slow.", "F-1"),
        ("**F-1 is slow.**", "F-1"),
        ("(F-1) is slow.", "F-1"),
        ("[F-1](#F-1) is slow.", ""),
        ("Slow is F-1", ""),
        ("F-1.2 is slow.", ""),
        ("", ""),
    ],
)
def test_a_paragraph_begins_with_an_id_that_is_no_link(raw: str, item_id: str) -> None:
    assert first_id(raw) == item_id


@pytest.mark.parametrize(
    ("raw", "title", "is_like"),
    [
        ("F-1 We count a shelf.", "We count a shelf.", True),
        ("F-1 we *count* a shelf.", "We \\*count\\* a shelf.", True),
        ("F-1 We count a shelf.", None, False),
        ("F-1 Count", None, True),
        ("F-1 Count", "Something else", True),
        ("F-1 Count:", None, False),
        ("**F-1 We count.**", None, True),
        ("F-1 Count\nand more", None, False),
        (f"F-1 {'x' * 200}", None, True),
        (f"F-1 {'x' * 201}", None, False),
    ],
)
def test_a_paragraph_may_be_a_heading_if_it_has_the_title_or_the_form_of_one(
    raw: str, title: str | None, is_like: bool
) -> None:
    assert is_like_heading(raw, title) is is_like
