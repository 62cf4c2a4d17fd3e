"""What differs between two versions: nothing is lost in the telling, and as little as possible is
called different.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artifacts.diff.content import DocumentDifference, compare_documents, words_of
from artifacts.diff.html import show_pieces
from artifacts.diff.text import (
    Pieces,
    TextChange,
    compare_lines,
    compare_words,
    place_entries,
    reads_the_same,
)
from artifacts.documents.presentation import present_document
from artifacts.documents.references import ReferenceIndex
from artifacts.schemas import ArtifactType, load_content
from artifacts.tests.support.factories import PLAIN
from artifacts.tiers import Tier

SCOPE = ArtifactType.MVP_SCOPE
FEATURES = [
    {"id": f"F-{number}", "name": name, "description": f"We do {name}.", "priority": "low"}
    for number, name in enumerate(("counting", "ordering", "reporting", "scanning"), 1)
]

texts = st.text(alphabet="ab数. ,\n", max_size=40)


def compare(
    before: dict[str, Any], now: dict[str, Any], tier: Tier = Tier.CTO_SCALE
) -> DocumentDifference:
    views, indexes = [], []
    for changes in (before, now):
        content = load_content(SCOPE, {**PLAIN[SCOPE], **changes})
        index = ReferenceIndex({SCOPE: content}, tier)
        views.append(present_document(SCOPE, content, index, tier))
        indexes.append(index)
    return compare_documents(views[0], views[1], words=words_of(*indexes))


def features(before: list[Any], now: list[Any]) -> list[tuple[str, str, bool]]:
    difference = compare({"core_features": before}, {"core_features": now})
    section = next(s for s in difference.sections if s.section.name == "core_features")
    return [(item.id, item.change.value, item.is_moved) for item in section.items]


@given(texts, texts)
def test_words_give_both_texts_back_exactly(before: str, now: str) -> None:
    pieces = compare_words(before, now)
    assert "".join(piece.text for piece in pieces if piece.change is not TextChange.ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.change is not TextChange.REMOVED) == now


@given(st.lists(texts, max_size=6), st.lists(texts, max_size=6))
def test_no_line_is_lost_or_told_twice(before: list[str], now: list[str]) -> None:
    lines = compare_lines(before, now)
    old = [
        "".join(p.text for p in line.pieces if p.change is not TextChange.ADDED) for line in lines
    ]
    new = [
        "".join(p.text for p in line.pieces if p.change is not TextChange.REMOVED) for line in lines
    ]
    assert sorted(
        t for t, line in zip(old, lines, strict=True) if line.change is not TextChange.ADDED
    ) == sorted(before)
    assert [
        t for t, line in zip(new, lines, strict=True) if line.change is not TextChange.REMOVED
    ] == now


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_entries_are_placed_once_and_moved_only_when_their_order_changed(
    before: list[int], now: list[int]
) -> None:
    rows = place_entries(before, now)
    assert sorted(old for old, _, _ in rows if old is not None) == list(range(len(before)))
    assert [new for _, new, _ in rows if new is not None] == list(range(len(now)))
    stayed = [old for old, new, moved in rows if old is not None and new is not None and not moved]
    assert stayed == sorted(stayed)
    if [key for key in before if key in now] == [key for key in now if key in before]:
        assert not any(moved for _, _, moved in rows)


def test_only_the_words_that_changed_are_marked() -> None:
    pieces = compare_words("We count a shelf.", "We count every shelf.")
    assert [(piece.text, piece.change.value) for piece in pieces] == [
        ("We count ", "same"),
        ("a", "removed"),
        ("every", "added"),
        (" shelf.", "same"),
    ]


def test_a_rewritten_phrase_is_one_change_and_not_a_row_of_crumbs() -> None:
    pieces = compare_words("one two three", "four five six")
    assert [piece.change for piece in pieces] == [TextChange.REMOVED, TextChange.ADDED]


@pytest.mark.parametrize(
    ("before", "now", "marked"),
    [
        ("We count.", "We count twice.", ["twice"]),
        ("“We count”, they say", "“We scan”, they say", ["scan"]),
        ("Owners of small shops walk", "Our first users walk", ["Our first users"]),
        ("数える店", "数えた店", ["た"]),
        ("It's fine", "It isn't fine", ["It isn't"]),
    ],
)
def test_neither_spaces_nor_marks_around_a_new_word_are_called_new(
    before: str, now: str, marked: list[str]
) -> None:
    added = [
        piece.text.strip()
        for piece in compare_words(before, now)
        if piece.change is TextChange.ADDED
    ]
    assert added == marked
    assert text_of(compare_words(before, now), TextChange.ADDED) == before


def test_very_long_texts_are_compared_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("artifacts.diff.text.MAX_WORDS", 3)
    assert len(compare_words("a b c d", "a b c e")) == 2


def test_items_are_followed_by_their_ids() -> None:
    renamed = [{**FEATURES[0], "name": "tallying"}, *FEATURES[1:]]
    assert features(FEATURES, renamed)[0] == ("F-1", "changed", False)
    assert features(FEATURES, FEATURES[1:])[0] == ("F-1", "removed", False)
    assert features(FEATURES[1:], FEATURES)[0] == ("F-1", "added", False)
    (section,) = compare({"core_features": FEATURES}, {"core_features": renamed}).changed
    assert [piece.text for piece in section.items[0].title] == ["counting", "tallying"]


def test_one_item_that_moves_marks_no_other() -> None:
    moved = features(FEATURES, [*FEATURES[1:], FEATURES[0]])
    assert moved == [*((f"F-{n}", "same", False) for n in (2, 3, 4)), ("F-1", "same", True)]


def test_every_field_of_an_item_is_compared_in_its_own_way() -> None:
    old = {**FEATURES[0], "acceptance_criteria": ["It works offline", "It is fast"]}
    new = {
        **FEATURES[0],
        "acceptance_criteria": ["It works offline", "It is quiet"],
        "priority": "high",
    }
    section = compare({"core_features": [old]}, {"core_features": [new]}).changed[0]
    by_name = {field.field.name: field for field in section.items[0].fields}
    assert [(p.text, p.change.value) for p in by_name["priority"].pieces] == [
        ("low", "removed"),
        ("high", "added"),
    ]
    assert [line.change.value for line in by_name["acceptance_criteria"].lines] == [
        "same",
        "changed",
    ]
    assert by_name["description"].change is TextChange.SAME


def text_of(pieces: Pieces, hidden: TextChange) -> str:
    return "".join(piece.text for piece in pieces if piece.change is not hidden)


def test_an_item_that_one_version_alone_has_is_told_as_a_whole() -> None:
    more = [*FEATURES[:1], {**FEATURES[1], "acceptance_criteria": ["It is fast"]}]
    for before, now, hidden in (
        (FEATURES[:1], more, TextChange.REMOVED),
        (more, FEATURES[:1], TextChange.ADDED),
    ):
        (section,) = compare({"core_features": before}, {"core_features": now}).changed
        item = section.items[1]
        pieces = [item.title, *(field.pieces for field in item.fields)]
        lines = [line.pieces for field in item.fields for line in field.lines]
        texts = [text_of(one, hidden) for one in (*pieces, *lines)]
        assert item.is_whole
        assert [field.field.name for field in item.fields] == [
            "description",
            "priority",
            "acceptance_criteria",
        ]
        assert [text for text in texts if text] == [
            "ordering",
            "We do ordering.",
            "low",
            "It is fast",
        ]
        assert {piece.change for one in (*pieces, *lines) for piece in one} == {
            TextChange.ADDED if hidden is TextChange.REMOVED else TextChange.REMOVED
        }


def test_a_section_that_was_never_written_is_added_without_more_words() -> None:
    (section,) = compare({"scalability_plan": None}, {"scalability_plan": "We grow."}).changed
    assert [(piece.text, piece.change) for piece in section.pieces] == [
        ("We grow.", TextChange.ADDED)
    ]


def test_each_side_is_in_the_language_of_its_version() -> None:
    sections = compare({"_language": "de"}, {"_language": "en"}).sections
    assert {(one.before_language, one.now_language) for one in sections} == {("de", "en")}


def test_a_pointer_reads_as_what_it_leads_to() -> None:
    before, now = ({"success_metrics": [f"[[F-1]] is used by {n} shops"]} for n in (5, 6))
    (line,) = compare(before, now).changed[0].lines
    assert text_of(line.pieces, TextChange.REMOVED) == "F-1 Shelf count is used by 6 shops"


def test_a_new_name_of_what_a_text_points_at_is_no_difference_of_that_text() -> None:
    metrics = {"success_metrics": ["[[F-1]] is used by 5 shops"], "core_features": [FEATURES[0]]}
    difference = compare(
        metrics, {**metrics, "core_features": [{**FEATURES[0], "name": "tallying"}]}
    )
    assert [one.section.name for one in difference.changed] == ["core_features"]


def test_a_pointer_to_an_item_that_is_gone_still_says_what_it_was() -> None:
    metrics = {"success_metrics": ["[[F-2]] is used"], "core_features": FEATURES}
    now = {"success_metrics": ["Nothing is measured"], "core_features": FEATURES[:1]}
    lines = compare(metrics, now).changed[1].lines
    assert "F-2 ordering" in text_of(lines[0].pieces, TextChange.ADDED)


def test_counts_say_how_much_there_is_to_look_at() -> None:
    difference = compare(
        {"core_features": FEATURES, "out_of_scope": ["Invoices", "Payroll"]},
        {
            "core_features": [*FEATURES[2:], FEATURES[0]],
            "out_of_scope": ["Invoices", "Payroll runs"],
        },
    )
    assert difference.counts == {"removed": 1, "moved": 1, "changed": 1}
    assert [section.section.name for section in difference.changed] == [
        "core_features",
        "out_of_scope",
    ]
    assert [section.unchanged for section in difference.changed] == [2, 1]


def test_what_is_locked_is_not_compared() -> None:
    difference = compare({"scalability_plan": "Old."}, {"scalability_plan": "New."}, Tier.PARTNER)
    assert difference.changed == ()
    assert [section.name for section in difference.locked] == ["scalability_plan"]


def test_the_same_twice_differs_in_nothing() -> None:
    assert compare({}, {}).changed == ()


def test_differences_are_escaped() -> None:
    pieces = compare_words("<b>old</b>", "<script>new</script>")
    assert "&lt;b&gt;old&lt;/b&gt;" in show_pieces(pieces, "before")
    assert "<script>" not in show_pieces(pieces)


def test_what_went_and_what_came_is_marked_for_eyes_and_ears() -> None:
    pieces = compare_words("We count.", "We scan.")
    went = '<del><span class="unseen"> [removed:] </span>count</del>'
    came = '<ins><span class="unseen"> [added:] </span>scan</ins>'
    assert show_pieces(pieces, "before") == f"We {went}."
    assert show_pieces(pieces, "now") == f"We {came}."
    assert show_pieces(pieces) == f"We {went}{came}."


def test_items_that_differ_in_unseen_spaces_read_the_same() -> None:
    item = {"title": "Rain  in May ", "affects": ["F-1"]}
    assert reads_the_same([item], [{**item, "title": "Rain in May"}])
    assert not reads_the_same([item], [{**item, "affects": ["F-2"]}])
    assert not reads_the_same([item], [item, item])
    assert not reads_the_same([item], [{**item, "more": ""}])
    assert not reads_the_same([item], item)
    assert not reads_the_same("", None)


@st.composite
def feature_lists(draw: st.DrawFn) -> list[dict[str, Any]]:
    numbers = draw(st.lists(st.integers(1, 6), unique=True, min_size=1))
    return [
        {
            "id": f"F-{number}",
            "name": draw(st.sampled_from(["count", "order"])),
            "description": draw(st.sampled_from(["We do it.", "We do it twice."])),
            "priority": draw(st.sampled_from(["low", "high"])),
            "acceptance_criteria": draw(
                st.lists(st.sampled_from(["It is fast", "It is [[F-1]]"]), max_size=2)
            ),
        }
        for number in numbers
    ]


@given(feature_lists(), feature_lists())
def test_no_item_is_lost_and_none_is_moved_without_another_order(
    before: list[Any], now: list[Any]
) -> None:
    found = features(before, now)
    assert [name for name, change, _ in found if change != "removed"] == [
        item["id"] for item in now
    ]
    assert {name for name, change, _ in found if change != "added"} == {
        item["id"] for item in before
    }
    by_id = {item["id"]: item for item in before}
    assert all(
        (by_id[item["id"]] == item) == (change == "same")
        for item, change in _of_both(before, now, found)
    )


def _of_both(
    before: list[Any], now: list[Any], found: list[tuple[str, str, bool]]
) -> list[tuple[Any, str]]:
    changes = {name: change for name, change, _ in found}
    old = {item["id"] for item in before}
    return [(item, changes[item["id"]]) for item in now if item["id"] in old]
