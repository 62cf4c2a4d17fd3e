"""Markdown has several spellings for the same thing: an export that was rewritten in any of them
says the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from artifacts.importing import read_file
from artifacts.importing.front_matter import MAX_CHARS, MAX_DEPTH, split_front_matter
from artifacts.importing.inline import plain
from artifacts.models import Project
from artifacts.schemas import ArtifactType
from artifacts.services.files.importing import ChangeKind, Origin
from artifacts.tests.importing.test_import_markdown import HEAD, READABLE
from artifacts.tests.importing.test_importing import exported, plan
from artifacts.tests.support.factories import make_project, make_user
from artifacts.tiers import Tier

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

ITEM_HEADING = re.compile(r'^#### (<a id="[A-Z]-\d"></a>)([A-Z]-\d) (.+)$', re.MULTILINE)
HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)


@pytest.fixture
def project() -> Project:
    return make_project(make_user(Tier.CTO_SCALE), written=True)


def rewritten(pattern: re.Pattern[str] | str, new: str) -> Callable[[str], str]:
    return lambda text: re.sub(
        pattern, new, text, flags=0 if isinstance(pattern, re.Pattern) else re.MULTILINE
    )


def underlined(text: str) -> str:
    return re.sub(
        r"^(##?) (.+)$",
        lambda m: f"{m[2]}\n{'=' if m[1] == '#' else '-'}{'---' * 3}",
        text,
        flags=re.MULTILINE,
    )


def referenced(text: str) -> str:
    found: list[str] = []

    def link(match: re.Match[str]) -> str:
        found.append(match[2])
        return f"[{match[1]}][t{len(found)}]"

    text = re.sub(r"\[([^\]|]+)\]\((#[^)]+)\)(?! \|)", link, text)
    return text + "".join(
        f"\n[T{number}]: {target} 'A title'" for number, target in enumerate(found, 1)
    )


SPELLINGS: dict[str, Callable[[str], str]] = {
    "item headings as paragraphs": rewritten(ITEM_HEADING, r"\1\2 \3"),
    "item headings as paragraphs without anchors": rewritten(ITEM_HEADING, r"\2 \3"),
    "item headings as bold paragraphs": rewritten(ITEM_HEADING, r"**\2 \3**"),
    "item headings as bold paragraphs with anchors": rewritten(ITEM_HEADING, r"\1**\2 \3**"),
    "items a level higher": rewritten(r"^#### ", "### "),
    "items a level higher without anchors": rewritten(ITEM_HEADING, r"### \2 \3"),
    "all headings of one level": rewritten(r"^###* ", "## "),
    "closed headings": rewritten(HEADING, r"\1 \2 \1"),
    "underlined headings": underlined,
    "anchors above headings": rewritten(r"^(#+) (<a id=.*?</a>)(.+)$", r"\2\n\n\1 \3"),
    "anchors right above headings": rewritten(r"^(#+) (<a id=.*?</a>)(.+)$", r"\2\n\1 \3"),
    "anchors behind headings": rewritten(r"^(#+) (<a id=.*?</a>)(.+)$", r"\1 \3 \2"),
    "anchors by name": rewritten(r"<a id=\"(.+?)\"></a>", r"<a name='\1' />"),
    "bold headings": rewritten(r"^(#+ (?:<a id=.*?</a>)?)(.+)$", r"\1**\2**"),
    "no anchors": rewritten(r"<a id=.*?</a>", ""),
    "ids with a colon": rewritten(ITEM_HEADING, r"#### \1\2: \3"),
    "ids with a dash": rewritten(ITEM_HEADING, r"#### \1\2 – \3"),
    "ids in brackets": rewritten(ITEM_HEADING, r"#### [\2] \3"),
    "ids as links": rewritten(ITEM_HEADING, r"#### [\2](#\2) \3"),
    "ids behind titles": rewritten(ITEM_HEADING, r"#### \3 (\2)"),
    "labels with the colon outside": rewritten(r"^\*\*(.+):\*\*", r"**\1**:"),
    "labels with underscores": rewritten(r"^\*\*(.+):\*\*", r"__\1:__"),
    "labels in italics": rewritten(r"^\*\*(.+):\*\*", r"*\1:*"),
    "labels without a colon": rewritten(r"^\*\*(Acceptance criteria|Mitigation):\*\*", r"**\1**"),
    "labels as headings": rewritten(r"^\*\*(Acceptance criteria|Mitigation):\*\*", r"##### \1"),
    "labels as headings of the level of items": rewritten(
        r"^\*\*(Acceptance criteria|Mitigation):\*\*", r"### \1"
    ),
    "bold weights": rewritten(r"^Priority: ", "**Priority:** "),
    "other marks of lists": rewritten(r"^- ", "* "),
    "numbered lists": rewritten(r"^- (?!\[)", "1. "),
    "indented lists": rewritten(r"^- ", "  -   "),
    "rows of links as lists": rewritten(
        r"^(\*\*(?:Delivers|Depends on|Affects|Uses):\*\*) (.+)$", r"\1\n\n- \2"
    ),
    "links by reference": referenced,
    "links with a title": rewritten(r"\((#[A-Z]-\d)\)(?! \|)", r'(<\1> "Go there")'),
    "trailing spaces": rewritten(r"$", "  "),
    "windows line ends in tables": rewritten(r"\| ---", "|:---"),
    "padded tables": rewritten(r" \| ", "    |    "),
    "contents with other numbers": rewritten(r"^\d\. (?=\[)", "1) "),
    "diagrams with other fences": rewritten("^```", "~~~"),
    "rules between chapters": rewritten(r"^## <a", "---\n\n## <a"),
}


@pytest.mark.parametrize("name", SPELLINGS)
def test_another_spelling_is_no_difference(name: str, project: Project) -> None:
    text = exported(project)
    front, _, body = text.partition("---\n\n")
    changed = SPELLINGS[name](body)
    assert changed != body
    found = plan(project, f"{front}---\n\n{changed}")
    assert (found.changes, found.unmatched, found.origin) == ((), (), Origin.NOW)
    assert found.found == plan(project, text).found


@pytest.mark.parametrize("only", [ArtifactType.MVP_SCOPE, ArtifactType.MILESTONES])
@pytest.mark.parametrize("name", SPELLINGS)
def test_nor_is_it_in_a_file_of_one_document(
    name: str, only: ArtifactType, project: Project
) -> None:
    text = exported(project, only)
    front, _, body = text.partition("---\n\n")
    found = plan(project, f"{front}---\n\n{SPELLINGS[name](body)}")
    assert (found.changes, found.unmatched, found.origin) == ((), (), Origin.NOW)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<https://a.example/b_c>", "https://a.example/b_c"),
        (r"<https://a.example/?b=1\&c=2>", "https://a.example/?b=1&c=2"),
        ("<mail@a.example> <mailto:mail@a.example>", "mail@a.example mail@a.example"),
        ("[www.x.example](http://www.x.example)", "www.x.example"),
        ("[https://x.example/](https://x.example)", "https://x.example/"),
        ("[mail@a.example](mailto:mail@a.example)", "mail@a.example"),
        ("[our site](https://x.example)", "[our site](https://x.example)"),
        (r"\<https://a.example>", "<https://a.example>"),
        ("a <b> and <c@d", "a <b> and <c@d"),
    ],
)
def test_addresses_are_read_as_their_words(raw: str, text: str) -> None:
    assert plain(raw) == text


@pytest.mark.parametrize(
    "matter",
    [
        "version: 2, type: brief",
        '{"type": "brief", "version": 2,}',
    ],
)
def test_front_matter_is_yaml(matter: str) -> None:
    if not matter.startswith("{"):
        matter = f"{{{matter}}}"
    blocks = f"documents:\n  [\n    {matter},\n  ]\nproject: 'Shelf: wise'\nid: abc"
    parsed = read_file(f"---\n{blocks}\n---\n\n{HEAD}", READABLE)
    assert (parsed.project_name, parsed.project_id) == ("Shelf: wise", "abc")
    assert parsed.stamps[ArtifactType.BRIEF].version == 2


def test_front_matter_in_block_lists_keeps_numbers_and_dates_as_texts() -> None:
    text = (
        "---\ndocuments:\n- date: 2026-03-09\n  state: 1234567890123456\n  type: brief\n  version:"
        " 3\n...\n\nText\n"
    )
    stamp = read_file(text, READABLE).stamps[ArtifactType.BRIEF]
    assert (stamp.version, stamp.state) == (3, "1234567890123456")


@pytest.mark.parametrize(
    "rows",
    [
        "id: &x abc\nproject: *x",
        f"id: {'[' * (MAX_DEPTH + 1)}{']' * (MAX_DEPTH + 1)}",
        f"id: {'a' * MAX_CHARS}",
        "id: [",
        "? [a]\n: b",
    ],
)
def test_front_matter_that_is_not_read_is_left_over(rows: str) -> None:
    matter, body = split_front_matter(f"---\n{rows}\n---\nText")
    assert (matter.values, matter.unread, body) == ({}, rows, "Text")
    assert rows in [one.text for one in read_file(f"---\n{rows}\n---\nText", READABLE).leftovers]


@pytest.mark.parametrize(
    "text",
    [
        "---\nHello\n---\nText",
        "---\n\nNote: this\n\n---\nText",
        "---\n- a\n---\n",
        "---\na: b",
        "---\na: b\n---\n",
    ],
)
def test_a_text_between_rules_is_no_front_matter(text: str) -> None:
    matter, body = split_front_matter(text)
    assert (matter.values, matter.unread, body) == ({}, "", text)


def test_an_item_whose_id_stands_anywhere_is_not_missing(project: Project) -> None:
    text = exported(project)
    (item,) = re.findall(r'^#### <a id="F-2">.*?(?=^#)', text, re.DOTALL | re.MULTILINE)
    for kept in (
        "F-2: this one is in our tracker now.\n\n",
        '<a id="F-2"></a>\n\n',
        "See F-2 there.\n\n",
    ):
        found = plan(project, text.replace(item, kept))
        assert [change for change in found.changes if change.kind is ChangeKind.DELETE] == []
    (change,) = plan(project, text.replace(item, "")).changes
    assert (change.kind, change.item_id) == (ChangeKind.DELETE, "F-2")


def test_nothing_is_taken_out_of_a_section_that_was_read_in_part(project: Project) -> None:
    text = exported(project)
    (item,) = re.findall(r'^#### <a id="F-2">.*?(?=^#)', text, re.DOTALL | re.MULTILINE)
    found = plan(project, text.replace(item, "### Reordering\n\nIt lists what runs out.\n\n"))
    assert found.changes == ()
    assert any("could not be read" in one.reason and "F-2" in one.text for one in found.unmatched)
    found = plan(project, text.replace("- Invoices", "Invoices"))
    assert found.changes == ()
    assert [one.text for one in found.unmatched] == ["Invoices", "Out of scope"]


def test_a_field_under_a_label_that_is_unknown_is_not_emptied(project: Project) -> None:
    text = exported(project).replace("**Acceptance criteria:**", "**Done when:**")
    (change,) = plan(project, text).changes
    assert set(change.value) == {"description"}
    assert "A count survives" in change.value["description"]


@pytest.mark.parametrize("heading", ["##### Done when", "### Done when"])
def test_a_heading_that_is_unknown_empties_nothing_of_the_item_above(
    heading: str, project: Project
) -> None:
    found = plan(project, exported(project).replace("**Acceptance criteria:**", heading))
    assert {name for change in found.changes for name in change.value} <= {"description"}
    told = [
        *(one.text for one in found.unmatched),
        *(change.value["description"] for change in found.changes),
    ]
    assert any("Done when" in text and "A count survives" in text for text in told)


@pytest.mark.parametrize("anchor", ['<a id="mine"></a>', "See F-2 <a id='F-1'></a> "])
def test_an_anchor_inside_of_a_text_makes_it_no_heading(anchor: str, project: Project) -> None:
    text = exported(project).replace("A phone and a server.", f"{anchor}A phone.\n\nAnd a server.")
    (change,) = plan(project, text).changes
    assert change.key == "how_it_works.architecture"
    assert change.value.endswith("A phone.\n\nAnd a server.")


def test_words_in_a_row_of_links_are_left_over(project: Project) -> None:
    text = exported(project).replace(
        "**Depends on:** [M-1 Count](#M-1)", "**Depends on:** [M-1 Count](#M-1), a miracle"
    )
    found = plan(project, text)
    assert found.changes == ()
    assert "a miracle" in found.unmatched[0].text


def test_a_definition_that_no_link_uses_is_left_over(project: Project) -> None:
    found = plan(project, f"{exported(project)}\n[1]: https://a.example\n")
    assert [one.text for one in found.unmatched] == ["[1]: https://a.example"]


def test_a_table_of_somebody_else_in_an_older_file_is_left_over(project: Project) -> None:
    table = "| Ours | Theirs |\n| --- | --- |\n| Cheap | Dear |"
    text = exported(project).replace('## <a id="mvp_scope">', f'{table}\n\n## <a id="mvp_scope">')
    text = text.replace(
        '### <a id="brief.problem_statement">', f'{table}\n\n### <a id="brief.problem_statement">'
    )
    older = re.sub(r'"version": 1', '"version": 0', text)
    found = plan(project, older)
    assert found.origin is Origin.OLDER
    assert any("Theirs" in one.text for one in found.unmatched)


def test_typography_counts_outside_of_pandocs_own_markdown(project: Project) -> None:
    text = exported(project).replace("Owners of small shops.", "Owners' small shops.")
    (change,) = plan(project, text).changes
    assert change.value == "Owners' small shops."
