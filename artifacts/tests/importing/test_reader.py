"""From blocks to sections and items: which heading names what, and where the rest goes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from artifacts.importing import Leftover, ParsedFile, Reason, read_file
from artifacts.importing.blocks import BlockKind
from artifacts.importing.parsed import Stamp
from artifacts.schemas import ArtifactType
from artifacts.tests.importing.test_import_markdown import HEAD, READABLE, read

BRIEF, SCOPE = ArtifactType.BRIEF, ArtifactType.MVP_SCOPE
COUNT = "#### F-1 Count\n\nWe count.\n\n"
OUT = "### Out of scope\n\n- Invoices\n"
ASSUMED = '## <a id="brief"></a>Brief\n\n### <a id="brief.assumptions"></a>Assumptions\n\n'


def items(parsed: ParsedFile, name: str = "core_features") -> list[tuple[str, str]]:
    """Return the ids and titles of the items in a section."""
    found = next(one for (_, key), one in parsed.sections.items() if key == name)
    title = found.section.item_class.title_field if found.section.item_class else ""
    return [(item.item_id, item.values[title]) for item in found.items]


def left(parsed: ParsedFile) -> list[tuple[str, Reason]]:
    return [(one.text, one.reason) for one in parsed.leftovers]


class TestFrontMatter:
    @staticmethod
    def matter(rows: str) -> ParsedFile:
        return read(f"---\n{rows}\n---\n\nText")

    def test_it_says_of_which_project_and_version_the_file_is(self) -> None:
        rows = 'project: Shelf\nid: abc\ndocuments: [{type: brief, version: "3", state: s1}]'
        parsed = self.matter(rows)
        assert (parsed.project_name, parsed.project_id) == ("Shelf", "abc")
        assert parsed.stamps == {BRIEF: Stamp(3, "s1")}

    @pytest.mark.parametrize(
        ("document", "stamps"),
        [
            ("{type: brief}", {BRIEF: Stamp(0, "")}),
            ("{type: brief, version: three, state: [a]}", {BRIEF: Stamp(0, "")}),
            ("{type: brief, version: 1234567890}", {BRIEF: Stamp(0, "")}),
            ("{type: weather, version: 3}", {}),
            ("{version: 3}", {}),
            ("brief", {}),
        ],
    )
    def test_what_it_says_of_documents_is_taken_as_far_as_it_is_known(
        self, document: str, stamps: Mapping[ArtifactType, Stamp]
    ) -> None:
        rows = f"id: [a]\nproject: {{b: c}}\ndocuments:\n- {document}\n- {{type: mvp_scope}}"
        parsed = self.matter(rows)
        assert parsed.stamps == {**stamps, SCOPE: Stamp(0, "")}
        assert (parsed.project_name, parsed.project_id) == ("", "")

    def test_documents_that_are_no_list_are_none(self) -> None:
        assert self.matter("id: abc\ndocuments: brief").stamps == {}


class TestHeadings:
    def test_levels_tell_items_without_ids_from_what_divides_them(self) -> None:
        parsed = read(f"{HEAD}{COUNT}##### Why\n\nBecause.\n\n#### Order\n\nWe order.\n\n{OUT}")
        assert items(parsed) == [("F-1", "Count"), ("", "Order")]
        section = parsed.sections[SCOPE, "core_features"]
        assert section.items[0].values["description"] == "We count.\n\n##### Why\n\nBecause."
        assert parsed.sections[SCOPE, "out_of_scope"].entries == ["Invoices"]

    def test_an_unknown_heading_takes_its_text_along_until_a_known_one(self) -> None:
        parsed = read(f"{HEAD}{COUNT}### Ideas\n\nLater.\n\n- List\n\n#### F-2 Order\n\n{OUT}")
        assert left(parsed) == [
            ("### Ideas", Reason.HEADING),
            ("Later.", Reason.HEADING),
            ("- List", Reason.HEADING),
        ]
        assert items(parsed) == [("F-1", "Count"), ("F-2", "Order")]
        first, second = parsed.sections[SCOPE, "core_features"].items
        assert (first.is_partial, second.is_partial) == (True, False)
        assert parsed.sections[SCOPE, "core_features"].is_partial
        assert not parsed.sections[SCOPE, "out_of_scope"].is_partial

    def test_an_item_of_another_kind_is_a_heading_that_is_unknown_here(self) -> None:
        parsed = read(f"{HEAD}{COUNT}#### R-1 Rain\n\nIt rains.\n\n{OUT}")
        assert items(parsed) == [("F-1", "Count")]
        assert left(parsed) == [
            ("#### R-1 Rain", Reason.HEADING),
            ("It rains.", Reason.HEADING),
        ]
        assert {"F-1", "R-1"} <= parsed.item_ids

    def test_a_section_that_comes_twice_is_told_and_nothing_taken_out_of_it(self) -> None:
        parsed = read(f"# MVP Scope\n\n{OUT}\n{OUT.replace('Invoices', 'Bills')}")
        section = parsed.sections[SCOPE, "out_of_scope"]
        assert (section.entries, section.is_partial) == (["Invoices"], True)
        assert left(parsed) == [("### Out of scope", Reason.TWICE), ("- Bills", Reason.TWICE)]

    def test_a_text_above_all_sections_is_outside(self) -> None:
        parsed = read(f"Hello\n\n# MVP Scope\n\nWelcome\n\n## Strange\n\nWords\n\n{OUT}")
        assert left(parsed) == [
            (text, Reason.OUTSIDE) for text in ("Hello", "Welcome", "## Strange", "Words")
        ]
        assert parsed.sections[SCOPE, "out_of_scope"].entries == ["Invoices"]

    def test_tables_and_diagrams_between_sections_may_be_ours(self) -> None:
        parsed = read(f"| a |\n| - |\n\n```\nb\n```\n\n{HEAD}| c |\n| - |\n")
        assert parsed.leftovers == [
            Leftover("| a |\n| - |", Reason.MADE, BlockKind.TABLE),
            Leftover("```\nb\n```", Reason.MADE, BlockKind.FENCE),
            Leftover("| c |\n| - |", Reason.NO_TEXT_HERE, BlockKind.TABLE),
        ]

    @pytest.mark.parametrize(
        ("title", "found"),
        [
            ("# MVP Scope", [SCOPE]),
            ("## mvp  scope", [SCOPE]),
            ("# Shelf: MVP Scope", [SCOPE]),
            ("## Shelf: MVP Scope", []),
            ("### MVP Scope", []),
            ("# F-1 MVP Scope", []),
            ('#### <a id="mvp_scope"></a>Our plan', [SCOPE]),
        ],
    )
    def test_a_document_is_headed_by_its_anchor_or_its_title(
        self, title: str, found: list[ArtifactType]
    ) -> None:
        assert read(f"{title}\n\nText").documents == found

    def test_a_file_of_one_document_is_known_by_its_heading_or_its_front_matter(self) -> None:
        stamp = "---\nid: a\ndocuments: [{type: mvp_scope}]\n---\n"
        assert read("# MVP Scope").is_single
        assert not read("## MVP Scope").is_single
        assert read(f"{stamp}## MVP Scope").is_single
        assert not read_file(f"{stamp}## MVP Scope", {SCOPE: READABLE[SCOPE]}).is_single

    def test_sections_of_the_same_title_are_those_of_the_document_they_stand_in(self) -> None:
        parsed = read("# Milestones\n\n## Milestones\n\n### M-1 Go\n\n## Out of scope\n\n- One")
        assert list(parsed.sections) == [(ArtifactType.MILESTONES, "milestones")]
        assert ("- One", Reason.HEADING) in left(parsed)

    def test_a_bold_paragraph_may_head_a_section_once(self) -> None:
        parsed = read("# MVP Scope\n\n**Out of scope**\n\n- One\n\n**Out of scope**\n\n- Two")
        assert parsed.sections[SCOPE, "out_of_scope"].entries == ["One", "Two"]
        assert left(parsed) == [("**Out of scope**", Reason.NO_TEXT_HERE)]


class TestItems:
    TITLES: Mapping[str, str] = {"F-1": "We count all.", "A-1": "Shops pay."}

    def test_an_anchor_that_stands_alone_belongs_to_what_follows(self) -> None:
        parsed = read(f'{HEAD}<a id="F-7"></a>\n\n#### Count\n\nWe count.\n\n#### Order\n')
        assert items(parsed) == [("F-7", "Count"), ("", "Order")]

    @pytest.mark.parametrize("anchor", ['<a id="mine"></a>', '<a id="F-7"></a> and more'])
    def test_any_other_anchor_is_a_text(self, anchor: str) -> None:
        parsed = read(f"{HEAD}{COUNT}See {anchor}\n\n#### Order\n")
        assert items(parsed) == [("F-1", "Count"), ("", "Order")]
        assert parsed.sections[SCOPE, "core_features"].items[0].values["description"].count("<a")

    def test_a_paragraph_is_the_heading_of_a_known_item_that_has_no_other(self) -> None:
        text = f"{HEAD}F-1 We count all.\n\nText.\n\n{OUT}"
        assert items(read_file(text, READABLE, self.TITLES)) == [("F-1", "We count all.")]
        assert items(read(text)) == []
        headed = read_file(f"{text}\n\n### Core features\n\n{COUNT}", READABLE, self.TITLES)
        assert items(headed) == []
        anchored = read_file(f'{text}\n\nSee <a id="F-1"></a>', READABLE, self.TITLES)
        assert items(anchored) == []

    def test_a_sentence_about_a_known_item_is_no_heading(self) -> None:
        parsed = read_file(f"{HEAD}F-1 is slow.\n\n{OUT}", READABLE, self.TITLES)
        assert items(parsed) == []
        assert left(parsed) == [("F-1 is slow.", Reason.NO_TEXT_HERE)]
        assert parsed.beginnings == {"F-1": 1}

    def test_an_item_of_another_section_has_no_heading_here(self) -> None:
        parsed = read_file(f"{HEAD}A-1 Shops pay.\n\n{OUT}", READABLE, self.TITLES)
        assert left(parsed) == [("A-1 Shops pay.", Reason.NO_TEXT_HERE)]

    def test_items_without_texts_may_be_rows_or_paragraphs(self) -> None:
        text = f"{ASSUMED}A-1 Shops pay. (Basis: guess)\n\n- A-2 Owners count\n\n  > more\n- Third"
        parsed = read_file(text, READABLE, self.TITLES)
        assert items(parsed, "assumptions") == [
            ("A-1", "Shops pay."),
            ("A-2", "Owners count"),
            ("", "Third"),
        ]
        first, second, third = parsed.sections[BRIEF, "assumptions"].items
        assert first.values["basis"] == "guess"
        assert (second.is_partial, third.is_partial) == (True, False)
        assert second.source == "- A-2 Owners count\n  > more"
        assert left(parsed) == [("  > more", Reason.NO_TEXT_HERE)]
        assert {"A-1", "A-2"} <= parsed.item_ids

    def test_names_of_items_are_counted_outside_of_links(self) -> None:
        parsed = read(f"{HEAD}F-1 and [F-2](#F-2), F-1, XF-3 and F-4-b\n")
        assert parsed.mentions == {"F-1": 2}

    def test_what_a_text_says_below_its_items_is_told_with_all_of_it(self) -> None:
        parsed = read(f"{HEAD}{COUNT}**Acceptance criteria:**\n\n> quoted\n\n{OUT}")
        assert parsed.leftovers == [Leftover("> quoted", Reason.NO_TEXT_HERE, BlockKind.OTHER)]
        (item,) = parsed.sections[SCOPE, "core_features"].items
        assert item.source == f"{COUNT}**Acceptance criteria:**\n\n> quoted"


def test_lists_take_their_entries_and_leave_what_is_below() -> None:
    parsed = read("# MVP Scope\n\n## Out of scope\n\n- One\n\n  > more\n- \n- Two\n\nText")
    assert parsed.sections[SCOPE, "out_of_scope"].entries == ["One", "Two"]
    assert left(parsed) == [("  > more", Reason.NO_TEXT_HERE), ("Text", Reason.NO_TEXT_HERE)]


def test_texts_take_in_all_blocks_but_rules() -> None:
    text = "# Product Brief\n\n## Target user\n\nShops\n\n***\n\n- a\n- b\n\n> c\n\n| d |\n| - |"
    parsed = read(text)
    assert parsed.sections[BRIEF, "target_user"].entries == [
        "Shops",
        "- a\n- b",
        "> c",
        "| d |\n| - |",
    ]
    assert parsed.leftovers == []
