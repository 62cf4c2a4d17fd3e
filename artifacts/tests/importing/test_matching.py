"""Which items of a file are which of its export, and what that makes of them. No database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from artifacts.document_types.mvp_scope.schema import MvpScopeContent
from artifacts.documents.references import ReferenceIndex
from artifacts.importing.changes import ChangeKind, FileComparison, ProposedChange, Unmatched
from artifacts.importing.matching import match_items
from artifacts.importing.parsed import ParsedFile, ParsedItem, ParsedSection
from artifacts.schemas import ArtifactType
from artifacts.tests.support.proposed import feature, scope
from artifacts.tiers import Tier

SCOPE = ArtifactType.MVP_SCOPE
CONTENT = MvpScopeContent.model_validate(
    scope(feature("Count"), feature("Order"), feature("Report"))
)


def item(item_id: str, name: str, **values: Any) -> ParsedItem:
    return ParsedItem(
        item_id,
        {"name": name, "description": "We do it.", "priority": "low", **values},
        source=name,
    )


EXPORTED = [item("F-1", "Count"), item("F-2", "Order"), item("F-3", "Report")]


class TestMatching:
    def test_by_id_whatever_the_title(self) -> None:
        matching = match_items([item("F-2", "Buy")], EXPORTED, title_field="name")
        assert matching.named == ["F-2"]
        assert matching.missing == ("F-1", "F-3")

    def test_by_title_where_the_id_is_unknown(self) -> None:
        matching = match_items(
            [item("", "order"), item("F-77", "Report")], EXPORTED, title_field="name"
        )
        assert matching.named == ["F-2", "F-3"]

    def test_a_title_whose_item_is_there_under_its_id_is_a_new_item(self) -> None:
        matching = match_items(
            [item("F-2", "Buy"), item("", "Order")], EXPORTED, title_field="name"
        )
        assert [found_id for found_id, _item in matching.found] == ["F-2", ""]

    def test_an_id_that_comes_twice(self) -> None:
        matching = match_items(
            [item("F-1", "Count"), item("F-1", "Again")], EXPORTED, title_field="name"
        )
        assert [one.source for one in matching.repeated] == ["Again"]

    def test_an_item_of_another_section(self) -> None:
        matching = match_items(
            [item("J-1", "Step")], EXPORTED, title_field="name", elsewhere={"J-1"}
        )
        assert [one.source for one in matching.foreign] == ["Step"]
        assert matching.found == ()


SECTION = next(section for section in MvpScopeContent.sections() if section.name == "core_features")


def file_with(items: Sequence[ParsedItem]) -> ParsedFile:
    ids = [one.item_id for one in items if one.item_id]
    sections = {(SCOPE, SECTION.name): ParsedSection(SECTION, items=list(items))}
    return ParsedFile(
        sections=sections, documents=[SCOPE], item_ids=set(ids), mentions=Counter(ids)
    )


def compared(*items: ParsedItem) -> list[ProposedChange | Unmatched]:
    """Return what a file with these features changes."""
    index = ReferenceIndex({SCOPE: CONTENT}, Tier.CTO_SCALE)
    files = file_with(items), file_with(EXPORTED)
    comparison = FileComparison(SCOPE, CONTENT, *files, index, (SECTION,), is_current=True)
    found = comparison.outcomes()
    assert found == comparison.outcomes(), "comparing changes nothing"
    return found


def kinds(found: list[ProposedChange | Unmatched]) -> list[tuple[ChangeKind, str]]:
    changes = [one.change for one in found if isinstance(one, ProposedChange)]
    assert len(changes) == len(found)
    return [(change.kind, change.item_id) for change in changes]


class TestChanges:
    def test_a_file_without_a_change(self) -> None:
        assert compared(*EXPORTED) == []

    def test_edited_then_added_then_deleted_then_reordered(self) -> None:
        found = compared(
            item("F-3", "Report"), item("F-2", "Order", priority="high"), item("", "Scan")
        )
        assert kinds(found) == [
            (ChangeKind.ITEM, "F-2"),
            (ChangeKind.ADD, ""),
            (ChangeKind.DELETE, "F-1"),
            (ChangeKind.ORDER, ""),
        ]

    def test_an_item_that_comes_twice_is_told_first(self) -> None:
        found = compared(*EXPORTED[:2], EXPORTED[2], item("F-1", "Again"))
        assert [one.text for one in found if isinstance(one, Unmatched)] == ["Again"]
