"""What an edited file changes in one document: each piece is a change or told. No database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from artifacts.documents.references import ReferenceIndex
from artifacts.importing import read_file
from artifacts.importing.changes import (
    ChangeKind,
    FileComparison,
    FileOutcome,
    ImportedChange,
    ProposedChange,
    Unmatched,
)
from artifacts.schemas import ArtifactType, load_content
from artifacts.schemas.base import Section
from artifacts.schemas.fields import LIST_MAX
from artifacts.schemas.fingerprints import fingerprint
from artifacts.tests.importing.test_import_markdown import READABLE, exported
from artifacts.tests.support.exports import Contents
from artifacts.tests.support.factories import PLAIN
from artifacts.tests.support.proposed import feature, scope
from artifacts.tiers import Tier

BRIEF, SCOPE, MILESTONES, RISKS = (
    ArtifactType.BRIEF,
    ArtifactType.MVP_SCOPE,
    ArtifactType.MILESTONES,
    ArtifactType.RISK_LOG,
)
NEXT = '### <a id="mvp_scope.out_of_scope">'
LIKELY = "Severity: high · Likelihood: low"


def outcomes(
    artifact_type: ArtifactType,
    *edits: tuple[str, str],
    contents: Contents = PLAIN,
    is_current: bool = True,
) -> list[FileOutcome]:
    """Return what an export changes in which the first of each two texts became the second."""
    before = exported(contents)
    now = before
    for old, new in edits:
        assert old in now
        now = now.replace(old, new, 1)
    loaded = {kind: load_content(kind, content) for kind, content in contents.items()}
    return FileComparison(
        artifact_type,
        loaded[artifact_type],
        read_file(now, READABLE),
        read_file(before, READABLE),
        ReferenceIndex(loaded, Tier.CTO_SCALE),
        tuple(READABLE[artifact_type]),
        is_current=is_current,
    ).outcomes()


def changes(found: Sequence[FileOutcome]) -> list[ImportedChange]:
    proposed = [one.change for one in found if isinstance(one, ProposedChange)]
    assert len(proposed) == len(found), found
    return proposed


def told(found: Sequence[FileOutcome]) -> list[tuple[str, str]]:
    unmatched = [(one.text, one.reason) for one in found if isinstance(one, Unmatched)]
    assert len(unmatched) == len(found), found
    return unmatched


def section(artifact_type: ArtifactType, name: str) -> Section:
    found = artifact_type.content_class.section(name)
    assert found is not None
    return found


def new_feature(name: str, more: str = "") -> str:
    return f"#### {name}\n\nPriority: low\n\nIt is new.\n\n{more}"


@pytest.mark.parametrize("artifact_type", PLAIN)
def test_a_file_without_a_change_changes_nothing(artifact_type: ArtifactType) -> None:
    assert outcomes(artifact_type) == []


class TestTexts:
    def test_a_text_is_replaced_where_nobody_has_changed_it_since(self) -> None:
        (found,) = outcomes(BRIEF, ("Owners of small shops.", "Kiosks.\n\nBakers."))
        assert isinstance(found, ProposedChange)
        assert found.source == "Kiosks.\n\nBakers."
        change = found.change
        assert (change.key, change.kind) == ("brief.target_user", ChangeKind.TEXT)
        assert (change.section.name, change.item_id) == ("target_user", "")
        assert change.base == fingerprint("Owners of small shops.")
        assert change.value == "Kiosks.\n\nBakers."

    def test_a_list_is_replaced(self) -> None:
        (change,) = changes(outcomes(SCOPE, ("- Invoices", "- Invoices\n- Payroll")))
        assert (change.key, change.value) == ("mvp_scope.out_of_scope", ["Invoices", "Payroll"])

    def test_a_section_that_was_never_written_is_filled(self) -> None:
        contents = {**PLAIN, SCOPE: {**PLAIN[SCOPE], "scalability_plan": None}}
        heading = '### <a id="mvp_scope.scalability_plan"></a>Scalability plan\n\nWe grow.\n\n'
        place = '## <a id="milestones">'
        (change,) = changes(outcomes(SCOPE, (place, heading + place), contents=contents))
        assert (change.key, change.value) == ("mvp_scope.scalability_plan", "We grow.")
        assert change.base == fingerprint(None)

    def test_nothing_is_taken_out_of_a_list_that_was_read_in_part(self) -> None:
        more = "- Bills\n\n> and payroll"
        contents = {**PLAIN, SCOPE: {**PLAIN[SCOPE], "out_of_scope": ["Invoices", "Tills"]}}
        found = outcomes(SCOPE, ("- Invoices\n- Tills", more), contents=contents)
        ((text, reason),) = told(found)
        assert text == "Bills"
        assert "could not be read" in reason

    def test_a_list_that_was_read_in_part_may_grow(self) -> None:
        (change,) = changes(outcomes(SCOPE, ("- Invoices", "- Invoices\n- Bills\n\n> more")))
        assert change.value == ["Invoices", "Bills"]

    def test_the_words_of_a_pointer_that_leads_nowhere_are_those_of_its_section(self) -> None:
        brief = {**PLAIN[BRIEF], "target_user": "Shops, see [[brief.weak_spots]]. They count."}
        edit = ("They count.", "They scan.")
        (change,) = changes(outcomes(BRIEF, edit, contents={**PLAIN, BRIEF: brief}))
        assert change.value == "Shops, see [[brief.weak_spots]]. They scan."


class TestComputedValues:
    def test_a_number_that_follows_is_told(self) -> None:
        ((text, reason),) = told(outcomes(MILESTONES, ("5 weeks", "9 weeks")))
        assert text == "9 weeks"
        assert "follows from other values" in reason

    def test_so_is_a_path(self) -> None:
        ((text, _),) = told(outcomes(MILESTONES, ("- [M-1 Count](#M-1)\n- [M-2", "- [M-2")))
        assert text == "[[M-2]]"

    def test_a_value_that_was_right_in_an_older_version_is_no_loss(self) -> None:
        edits = (("5 weeks", "9 weeks"), ("- [M-1 Count](#M-1)\n- [M-2", "- [M-2"))
        assert outcomes(MILESTONES, *edits, is_current=False) == []

    @pytest.mark.parametrize("words", ["9 moons", "Nine weeks", "9 weeks, we hope", "9"])
    def test_words_beside_it_are_told_in_a_file_of_any_version(self, words: str) -> None:
        for is_current in (True, False):
            ((text, _),) = told(outcomes(MILESTONES, ("5 weeks", words), is_current=is_current))
            assert text == words

    def test_a_single_week_is_one_too(self) -> None:
        assert outcomes(MILESTONES, ("5 weeks", "1 week"), is_current=False) == []

    def test_words_among_a_path_are_told_and_the_path_is_not(self) -> None:
        edit = ("- [M-1 Count](#M-1)\n- [M-2 Pilot](#M-2)", "- [M-2 Pilot](#M-2)\n- Then we rest")
        ((text, _),) = told(outcomes(MILESTONES, edit, is_current=False))
        assert text == "Then we rest"


class TestItems:
    def test_an_item_that_reads_differently(self) -> None:
        (found,) = outcomes(
            SCOPE, ("F-2 Reorder list", "F-2 Buy list"), ("We list what runs out.", "We buy.")
        )
        assert isinstance(found, ProposedChange)
        assert found.source.startswith('#### <a id="F-2"></a>F-2 Buy list')
        assert found.source.endswith("\n\nWe buy.")
        change = found.change
        assert (change.key, change.kind) == ("mvp_scope.core_features.F-2", ChangeKind.ITEM)
        assert (change.item_id, change.section.name) == ("F-2", "core_features")
        assert change.value == {"name": "Buy list", "description": "We buy."}
        content: Any = load_content(SCOPE, PLAIN[SCOPE])
        assert change.base == fingerprint(content.core_features[1])

    def test_what_was_not_changed_of_a_text_stays_as_it_is_stored(self) -> None:
        (change,) = changes(outcomes(SCOPE, ("We count a shelf, within", "We see a shelf, within")))
        assert change.value == {"description": "We see a shelf, within [[brief.key_constraint]]."}

    def test_so_do_the_spaces_of_lines_and_paragraphs(self) -> None:
        count = feature("Count", "One  two\n\nthree", acceptance_criteria=["It  works", "It lasts"])
        contents = {**PLAIN, SCOPE: scope(count)}
        edits = (("three", "four"), ("- [ ] It lasts", "- [ ] It lasts\n- [ ] It pays"))
        (change,) = changes(outcomes(SCOPE, *edits, contents=contents))
        assert change.value == {
            "description": "One  two\n\nfour",
            "acceptance_criteria": ["It  works", "It lasts", "It pays"],
        }

    def test_a_weight_is_taken_out_where_none_is_needed(self) -> None:
        (change,) = changes(outcomes(RISKS, (LIKELY, "Severity: high")))
        assert change.value == {"likelihood": None}

    def test_a_weight_that_is_needed_or_was_read_in_part_stays(self) -> None:
        assert outcomes(SCOPE, ("Priority: high\n\n", "")) == []
        (change,) = changes(outcomes(RISKS, (LIKELY, "Severity: high\n\n**Odds:** low")))
        assert "likelihood" not in change.value

    def test_what_looks_shorter_in_an_item_that_was_read_in_part_stays(self) -> None:
        criteria = "**Acceptance criteria:**\n\n- [ ] A count survives a lost connection"
        (change,) = changes(outcomes(SCOPE, (criteria, "**Done when:** it counts")))
        assert set(change.value) == {"description"}

    def test_an_item_may_lead_to_others_that_are_there_and_to_no_other(self) -> None:
        links = "**Affects:** [F-1 Shelf count](#F-1)"
        (change,) = changes(outcomes(RISKS, (links, f"{links}, [F-2](#F-2)")))
        assert change.value == {"affects": ["F-1", "F-2"]}
        ((text, reason),) = told(outcomes(RISKS, (links, f"{links}, [F-9](#F-9)")))
        assert "F-9" in reason
        assert text.startswith('#### <a id="R-1">')

    def test_a_link_to_what_is_gone_may_stay(self) -> None:
        risk = {**PLAIN[RISKS]["technical_risks"][0], "affects": ["F-9", "F-1"]}
        contents = {**PLAIN, RISKS: {**PLAIN[RISKS], "technical_risks": [risk]}}
        edit = (
            '[F-1 Shelf count](#F-1)\n\n### <a id="risk_log.financial',
            '[F-2](#F-2)\n\n### <a id="risk_log.financial',
        )
        (change,) = changes(outcomes(RISKS, edit, contents=contents))
        assert change.value == {"affects": ["F-9", "F-2"]}

    def test_those_after_one_that_cannot_be_taken_over_are_looked_at(self) -> None:
        edits = (
            ("**Delivers:** [F-1 Shelf count](#F-1)", "**Delivers:** [F-9](#F-9)"),
            ("2 weeks\n", "4 weeks\n"),
        )
        nowhere, weeks = outcomes(MILESTONES, *edits)
        assert isinstance(nowhere, Unmatched)
        (change,) = changes([weeks])
        assert change.value == {"estimated_weeks": 4}

    def test_those_after_a_new_one_are_looked_at(self) -> None:
        head = '#### <a id="F-1">'
        found = changes(outcomes(SCOPE, (head, new_feature("Scan") + head), ("high", "low")))
        assert [(one.kind, one.item_id) for one in found] == [
            (ChangeKind.ITEM, "F-1"),
            (ChangeKind.ADD, ""),
        ]


class TestNewItems:
    def test_new_items_are_added_under_keys_of_their_own(self) -> None:
        found = outcomes(SCOPE, (NEXT, new_feature("Scan") + new_feature("Tally") + NEXT))
        first, second = changes(found)
        assert [one.kind for one in (first, second)] == [ChangeKind.ADD] * 2
        assert first.value == {
            "name": "Scan",
            "priority": "low",
            "description": "It is new.",
            "acceptance_criteria": [],
        }
        assert first.key != second.key
        for one in (first, second):
            assert one.key == f"mvp_scope.core_features.new-{one.base}"
        assert [one.source.splitlines()[0] for one in found if isinstance(one, ProposedChange)] == [
            "#### Scan",
            "#### Tally",
        ]

    def test_what_a_new_item_needs_is_asked_for_and_what_it_does_not_need_left_out(self) -> None:
        brief = '### <a id="brief.assumptions"></a>Assumptions\n\n- Shops have a phone\n\n'
        place = '### <a id="brief.market_analysis">'
        (change,) = changes(outcomes(BRIEF, (place, brief + place)))
        assert change.value == {"text": "Shops have a phone"}
        (change,) = changes(outcomes(SCOPE, (NEXT, f"#### Scan\n\nPriority: low\n\n{NEXT}")))
        assert change.value["description"] == ""

    def test_a_new_item_that_leads_nowhere_is_told_and_the_next_one_added(self) -> None:
        place = '### <a id="milestones.critical_path">'
        bad = "#### Launch\n\n2 weeks\n\nWe go.\n\n**Delivers:** [F-9](#F-9)\n\n"
        good = "#### Rest\n\n1 week\n\nWe rest.\n\n"
        nowhere, added = outcomes(MILESTONES, (place, bad + good + place))
        assert isinstance(nowhere, Unmatched)
        assert nowhere.text.startswith("#### Launch")
        assert "F-9" in nowhere.reason
        (change,) = changes([added])
        assert change.value["title"] == "Rest"

    def test_what_is_beyond_the_longest_list_is_told_and_nothing_deleted(self) -> None:
        features = [feature(f"Part {number}") for number in range(LIST_MAX)]
        contents = {**PLAIN, SCOPE: scope(*features)}
        gone = exported(contents)
        start = gone.index('#### <a id="F-1"></a>')
        first = gone[start : gone.index('#### <a id="F-2"></a>')]
        added = "".join(map(new_feature, ("One", "Two", "Three")))
        found = outcomes(SCOPE, (first, ""), (NEXT, added + NEXT), contents=contents)
        assert {one.change.kind for one in found if isinstance(one, ProposedChange)} == {
            ChangeKind.ADD
        }
        ((text, reason),) = told([one for one in found if isinstance(one, Unmatched)])
        assert [line for line in text.splitlines() if "####" in line] == ["#### Two", "#### Three"]
        assert str(LIST_MAX) in reason
        assert str(LIST_MAX + 2) in reason


class TestMissingItems:
    HEAD = '#### <a id="F-2"></a>F-2 Reorder list\n\nPriority: medium\n\nWe list what runs out.\n\n'

    def test_an_item_that_is_gone_is_deleted(self) -> None:
        (found,) = outcomes(SCOPE, (self.HEAD, ""))
        assert isinstance(found, ProposedChange)
        assert found.source == "F-2 Reorder list"
        change = found.change
        assert (change.key, change.kind) == ("mvp_scope.core_features.F-2", ChangeKind.DELETE)
        assert (change.item_id, change.value) == ("F-2", None)
        content: Any = load_content(SCOPE, PLAIN[SCOPE])
        assert change.base == fingerprint(content.core_features[1])

    def test_one_that_is_named_in_a_text_is_told_and_stays(self) -> None:
        found = outcomes(SCOPE, (self.HEAD, ""), ("- Invoices", "- Invoices, unlike F-2"))
        ((text, reason),) = told([one for one in found if isinstance(one, Unmatched)])
        assert text == "F-2 Reorder list"
        assert "stays as it is" in reason

    def test_one_of_a_section_that_was_read_in_part_is_told_and_stays(self) -> None:
        head = '#### <a id="F-1">'
        found = outcomes(SCOPE, (self.HEAD, ""), (head, f"> It lists what runs out.\n\n{head}"))
        ((text, reason),) = told(found)
        assert text == "F-2 Reorder list"
        assert "could not be read" in reason

    def test_all_that_are_gone_are_told_of(self) -> None:
        first = exported()
        first = first[first.index('#### <a id="F-1"></a>') : first.index('#### <a id="F-2"></a>')]
        found = changes(outcomes(SCOPE, (first, ""), (self.HEAD, "")))
        assert [one.item_id for one in found] == ["F-1", "F-2"]


class TestOrder:
    def test_the_order_of_the_file_is_that_of_the_items_it_names(self) -> None:
        contents = {**PLAIN, SCOPE: scope(*(feature(name) for name in ("A", "B", "C")))}
        text = exported(contents)
        items = [
            text[text.index(f'#### <a id="F-{n}">') : text.index(end)]
            for n, end in ((1, '#### <a id="F-2">'), (2, '#### <a id="F-3">'), (3, NEXT))
        ]
        edit = ("".join(items), "".join(items[::-1]))
        (change,) = changes(outcomes(SCOPE, edit, contents=contents))
        assert (change.key, change.kind) == ("mvp_scope.core_features.order", ChangeKind.ORDER)
        assert change.value == ("F-3", "F-2", "F-1")
        assert change.base == fingerprint(["F-1", "F-2", "F-3"])

    def test_items_that_the_file_does_not_name_keep_their_place(self) -> None:
        change = ImportedChange(
            "key", section(SCOPE, "core_features"), ChangeKind.ORDER, "", ("F-4", "F-1", "F-9")
        )
        assert change.arranged(["F-1", "F-2", "F-4"]) == ["F-4", "F-2", "F-1"]


@pytest.mark.parametrize(
    ("kind", "name", "value", "count"),
    [
        (ChangeKind.DELETE, "core_features", None, 1),
        (ChangeKind.TEXT, "out_of_scope", [], 1),
        (ChangeKind.TEXT, "out_of_scope", ["a", "b"], 0),
        (ChangeKind.TEXT, "technical_architecture", "", 0),
        (ChangeKind.ITEM, "core_features", {}, 0),
        (ChangeKind.ADD, "core_features", {}, 0),
    ],
)
def test_a_change_knows_how_much_is_gone_after_it(
    kind: ChangeKind, name: str, value: Any, count: int
) -> None:
    change = ImportedChange("key", section(SCOPE, name), kind, "", value)
    assert change.removed(load_content(SCOPE, PLAIN[SCOPE])) == count
