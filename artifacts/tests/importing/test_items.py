"""What the blocks of an item say of its fields, and what of them is left over."""

from __future__ import annotations

from typing import Any

import pytest

from artifacts.importing import ParsedItem, Reason
from artifacts.importing.items import read_row
from artifacts.schemas import ArtifactType
from artifacts.tests.importing.test_import_markdown import HEAD, read

RISKS = '## <a id="risk_log"></a>Risk Log\n\n### <a id="risk_log.technical_risks"></a>Risks\n\n'
PLAN = '## <a id="milestones"></a>Milestones\n\n### <a id="milestones.milestones"></a>Steps\n\n'
RISK = f"{RISKS}#### R-1 Rain\n\n"
WEIGHED = f"{RISK}Severity: high · Likelihood: low\n\nIt rains.\n\n"


def only(text: str) -> tuple[ParsedItem, list[str]]:
    """Return the only item of a file, and what of it is left over."""
    parsed = read(text)
    (section,) = parsed.sections.values()
    (item,) = section.items
    assert {one.reason for one in parsed.leftovers} <= {Reason.NO_TEXT_HERE}
    return item, [one.text for one in parsed.leftovers]


def values(text: str) -> dict[str, Any]:
    item, left = only(text)
    assert left == []
    return dict(item.values)


def test_an_item_says_all_of_its_fields() -> None:
    text = f"{WEIGHED}And again.\n\n**Mitigation:**\n\nUmbrellas.\n\n**Affects:** [F-1](#F-1)"
    item, left = only(text)
    assert item.values == {
        "title": "Rain",
        "severity": "high",
        "likelihood": "low",
        "description": "It rains.\n\nAnd again.",
        "mitigation": "Umbrellas.",
        "affects": ["F-1"],
    }
    assert (item.item_id, item.is_partial, left) == ("R-1", False, [])
    assert item.source == text.removeprefix(RISKS)


def test_what_is_not_named_is_empty_but_for_weights() -> None:
    assert values(RISK) == {"title": "Rain", "description": "", "mitigation": "", "affects": []}


@pytest.mark.parametrize(
    ("line", "weights"),
    [
        ("Severity: high · Likelihood: low", {"severity": "high", "likelihood": "low"}),
        ("**Severity:** high · __Likelihood:__ low", {"severity": "high", "likelihood": "low"}),
        ("severity: High", {"severity": "high"}),
        ("Schwere: hoch", {"severity": "high"}),
        ("Severity: dreadful", {"severity": "dreadful"}),
    ],
)
def test_the_first_line_may_weigh_an_item(line: str, weights: dict[str, str]) -> None:
    found = values(f"{RISK}{line}\n\nIt rains.")
    assert {name: found[name] for name in ("severity", "likelihood") if name in found} == weights
    assert found["description"] == "It rains."


@pytest.mark.parametrize(
    "line",
    [
        "Severity: high · It rains",
        "Severity: high · Severity: low",
        "Severity:",
        "Weight: high",
        "Severity: high, Likelihood: low, and more: much",
    ],
)
def test_a_line_that_says_more_is_a_text(line: str) -> None:
    found = values(f"{RISK}{line}\n\nIt rains.")
    said = {**found, "severity": found.get("severity", "")}
    assert line in said["description"] or said["severity"] == line.partition(": ")[2]


def test_a_weight_further_down_is_a_text() -> None:
    found = values(f"{RISK}It rains.\n\nSeverity: high")
    assert found["description"] == "It rains.\n\nSeverity: high"
    assert "severity" not in found


@pytest.mark.parametrize(
    ("line", "weeks"),
    [("3 weeks", 3), ("1 week", 1), ("2 Wochen", 2), ("99 weeks", 99), ("3 moons", None)],
)
def test_a_number_has_its_unit(line: str, weeks: int | None) -> None:
    found = values(f"{PLAN}#### M-1 Count\n\n{line}\n\nWe count.")
    assert found.get("estimated_weeks") == weeks
    assert found["description"] == ("We count." if weeks else f"{line}\n\nWe count.")


@pytest.mark.parametrize(
    ("row", "ids", "is_whole"),
    [
        ("[F-1 Count](#F-1), [F-2](#F-2)", ["F-1", "F-2"], True),
        ("[F-1](#F-1); [F-1](#F-1)", ["F-1"], True),
        ("F-1 Count, order and report, F-2", ["F-1", "F-2"], True),
        ("[F-1](#F-1), a miracle", ["F-1"], False),
        ("[F-1](#F-1) or so", ["F-1"], False),
        ("[F-1](#F-1).", ["F-1"], True),
        ("a miracle", [], False),
        ("", [], True),
    ],
)
def test_a_row_of_links_has_ids_and_the_words_of_those_outside(
    row: str, ids: list[str], is_whole: bool
) -> None:
    item, left = only(f"{WEIGHED}**Affects:** {row}")
    assert item.values["affects"] == ids
    assert (left == []) is is_whole
    assert item.is_partial is not is_whole


def test_links_stand_in_lists_below_their_label_and_words_beside_them_are_left_over() -> None:
    item, left = only(f"{WEIGHED}**Affects:**\n\n- [F-1](#F-1)\n- F-2 Count\n\n  > more\n\nF-3")
    assert item.values["affects"] == ["F-1", "F-2", "F-3"]
    assert left == ["  > more"]
    item, left = only(f"{WEIGHED}**Affects:** [F-1](#F-1)\n\nF-2 is slow.\n\n| a |\n| - |")
    assert item.values["affects"] == ["F-1", "F-2"]
    assert left == ["F-2 is slow.", "| a |\n| - |"]


def test_a_list_has_its_entries_without_boxes_and_the_text_behind_its_label() -> None:
    feature = f"{HEAD}#### F-1 Count\n\nPriority: low\n\nWe count.\n\n"
    item, left = only(
        f"{feature}**Acceptance criteria:** It is fast\n\n- [x] It works\n- \n- [ ] It lasts\n\n  "
        "> more\n\nNot a list."
    )
    assert item.values["acceptance_criteria"] == ["It is fast", "It works", "It lasts"]
    assert left == ["  > more", "Not a list."]


def test_a_text_takes_in_lists_and_all_else_below_its_label() -> None:
    found = values(
        f"{WEIGHED}**Mitigation:** We look\nup.\n\n1. Buy\n2. Carry\n\n   > them\n\n| a |\n| - |"
    )
    assert found["mitigation"] == "We look up.\n\n1. Buy\n2. Carry\n   > them\n\n| a |\n| - |"


@pytest.mark.parametrize(
    "label", ["**Odds:** low", "**Odds**", "##### Odds"], ids=["with a text", "alone", "a heading"]
)
def test_a_label_that_is_unknown_is_a_text_of_an_item_read_in_part(label: str) -> None:
    item, left = only(f"{WEIGHED}{label}")
    assert item.is_partial
    assert (item.values["description"], left) == (f"It rains.\n\n{label}", [])


@pytest.mark.parametrize(
    ("raw", "item_id", "said"),
    [
        ("**A-1** Shops pay", "A-1", {"text": "Shops pay"}),
        (
            "A-1 Shops (or so) pay (Basis: guess, Confidence: low)",
            "A-1",
            {"text": "Shops (or so) pay", "basis": "guess", "confidence": "low"},
        ),
        ("Shops pay (Confidence: low) ", "", {"text": "Shops pay", "confidence": "low"}),
        ("Shops pay (most of them)", "", {"text": "Shops pay (most of them)"}),
        ("Shops pay (Basis: guess) soon", "", {"text": "Shops pay (Basis: guess) soon"}),
        ("Shops pay )", "", {"text": "Shops pay )"}),
    ],
)
def test_a_row_has_its_id_its_text_and_what_weighs_it(
    raw: str, item_id: str, said: dict[str, str]
) -> None:
    content: Any = ArtifactType.BRIEF.content_class
    assert read_row(content.section("assumptions").item_class, raw) == (item_id, said)
