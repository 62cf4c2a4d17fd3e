"""A changed text beside the stored one: what nobody changed stays as it is stored."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from artifacts.importing.reconcile import merge_lines, merge_text
from artifacts.importing.typography import restore_lines, restore_text


def words(pointer: str) -> str:
    return {"F-1": "F-1 Count", "F-2": "F-2 Count of all", "F-3": ""}.get(pointer, pointer)


@pytest.mark.parametrize(
    ("stored", "imported", "merged"),
    [
        pytest.param("", ["One", "Two"], "One\n\nTwo", id="nothing stored"),
        pytest.param("A\nB", [], "", id="nothing left"),
        pytest.param(" A\n B \nC ", ["A", "B", "C"], "A\n B \nC", id="no change"),
        pytest.param("A\nB", ["A", "B", "New"], "A\nB\nNew", id="a line more"),
        pytest.param("A\n\nB", ["A", "B", "New"], "A\n\nB\n\nNew", id="a paragraph more"),
        pytest.param("A", ["A", "New"], "A\n\nNew", id="a second paragraph"),
        pytest.param("A\nB\n\nC\nD", ["A", "B", "D"], "A\nB\nD", id="one less"),
        pytest.param(
            "A\nB\n\nC\nD", ["A", "B", "New", "C", "D"], "A\nB\n\nNew\n\nC\nD", id="one between"
        ),
        pytest.param("A\nB\n\nC\nD", ["New", "B", "C", "D"], "New\nB\n\nC\nD", id="one changed"),
        pytest.param("A\nB\n\nC", ["New", "A", "B", "C"], "New\n\nA\nB\n\nC", id="one before"),
        pytest.param("A\nA\n\nB", ["A", "A", "A", "B"], "A\nA\n\nA\n\nB", id="one repeated"),
    ],
)
def test_the_gaps_between_paragraphs_stay_as_they_are_stored(
    stored: str, imported: Sequence[str], merged: str
) -> None:
    exported = [line.strip() for line in stored.split("\n") if line.strip()]
    assert merge_text(stored, exported, imported, words) == merged


def test_gaps_are_the_usual_ones_where_the_export_had_other_paragraphs() -> None:
    assert merge_text("A\n\nB\nC", ["A B", "C"], ["A B", "C", "D"], words) == "A B\n\nC\n\nD"


def test_lines_that_read_the_same_stay_in_the_order_in_which_they_are_stored() -> None:
    stored, shown = ["a  b", "a b", "a   b"], ["a b"] * 3
    assert merge_lines(stored, shown, shown, words) == stored
    assert merge_lines(stored, shown, [*shown, "a b"], words) == [*stored, "a b"]


@pytest.mark.parametrize(
    ("stored", "exported", "imported", "merged"),
    [
        pytest.param(
            ["See [[F-1]]"], ["See F-1 Count"], ["Try F-1 Count"], ["Try [[F-1]]"], id="words"
        ),
        pytest.param(
            ["See [[F-1]]", "And [[F-1]]"],
            ["See F-1 Count", "And F-1 Count"],
            ["Try F-1 Count", "And F-1 Count", "F-1 Count"],
            ["Try [[F-1]]", "And [[F-1]]", "F-1 Count"],
            id="as often as it was lost",
        ),
        pytest.param(
            ["[[F-1]] [[F-1]]"],
            ["F-1 Count F-1 Count"],
            ["F-1 Count or F-1 Count or F-1 Count"],
            ["[[F-1]] or [[F-1]] or F-1 Count"],
            id="twice in a line",
        ),
        pytest.param(
            ["[[F-1]] [[F-2]]"],
            ["F-1 Count F-2 Count of all"],
            ["F-2 Count of all, F-1 Count"],
            ["[[F-2]], [[F-1]]"],
            id="the longest first",
        ),
        pytest.param(
            ["See [[F-1]]"], ["See F-1 Count"], ["F-1 Counted"], ["F-1 Counted"], id="whole words"
        ),
        pytest.param(
            ["See [[F-1]]"], ["See [[F-1]]"], ["F-1 Count"], ["F-1 Count"], id="was never lost"
        ),
        pytest.param(["[[F-3]]"], [" "], ["Words"], ["Words"], id="no words for it"),
        pytest.param(
            ["[[F-1]]", "more"], ["F-1 Count more"], ["F-1 Count"], ["[[F-1]]"], id="other lines"
        ),
    ],
)
def test_pointers_stand_again_where_their_words_do(
    stored: Sequence[str], exported: Sequence[str], imported: Sequence[str], merged: list[str]
) -> None:
    assert merge_lines(stored, exported, imported, words) == merged


def test_texts_that_differ_in_typography_alone_are_those_of_the_export() -> None:
    exported = ["\N{LEFT DOUBLE QUOTATION MARK}a\N{RIGHT DOUBLE QUOTATION MARK}", "b\N{EN DASH}c"]
    assert restore_lines(["b--c", '"a"', "d..."], exported) == [exported[1], exported[0], "d..."]
    text = "It\N{RIGHT SINGLE QUOTATION MARK}s\N{HORIZONTAL ELLIPSIS}\n\na\N{EM DASH}b"
    assert restore_text("It's...\n\na---b\n\nmore", text) == f"{text}\n\nmore"
