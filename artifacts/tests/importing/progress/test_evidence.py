"""What the files of builders say: ids, ticks, statuses and dates, whatever stands around them."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artifacts.importing import Unreadable
from artifacts.importing.progress import (
    FormEvidence,
    ProgressState,
    Refusal,
    RefusedFile,
    Sighting,
    read_evidence,
)
from artifacts.importing.progress.evidence import count_ticks, own_id
from artifacts.tests.support.builders import HOSTILE

TASKS = "openspec/changes/m-1-count/tasks.md"
TASK = "backlog/tasks/task-1 - f-1-shelf.md"
HEADER = "ID,Title,Description,Status,Priority,Started,Completed,Canceled"


def read(*files: tuple[str, str | bytes]) -> tuple[FormEvidence, ...]:
    return read_evidence(
        (name, text if isinstance(text, bytes) else text.encode()) for name, text in files
    )


def seen(*files: tuple[str, str]) -> list[tuple[str, ProgressState, int, int]]:
    return [(s.name, s.state, s.done, s.total) for found in read(*files) for s in found.sightings]


def task(title: str, status: str = "To Do", criteria: str = "") -> str:
    matter = f'---\nid: TASK-1\ntitle: "{title}"\nstatus: {status}\n---\n'
    return f"{matter}\n<!-- AC:BEGIN -->\n{criteria}\n<!-- AC:END -->\n"


def packed(**files: str) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in files.items():
            file.writestr(name, text)
    return archive.getvalue()


def refusal(name: str, content: str | bytes) -> Refusal | Unreadable:
    with pytest.raises(RefusedFile) as caught:
        read((name, content))
    return caught.value.reason


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- [ ] 1.1 F-1.1: It counts", ("F-1.1", ProgressState.OPEN)),
        ("- [x] 1.1 F-1.1: It counts", ("F-1.1", ProgressState.DONE)),
        ("- [X] F-1.2", ("F-1.2", ProgressState.DONE)),
        ("  * [x] **F-10.3**: text F-2.1", ("F-10.3", ProgressState.DONE)),
        ("+ [ ] 12.3.4. F-1.1 text", ("F-1.1", ProgressState.OPEN)),
        ("- [x] 1.2 Write tests for F-1.1", ("", ProgressState.DONE)),
        ("- [x] F-1 as a whole", ("", ProgressState.DONE)),
        ("- [x] XF-1.1", ("", ProgressState.DONE)),
    ],
)
def test_a_task_of_openspec_is_a_criterion_by_its_id(
    line: str, expected: tuple[str, ProgressState]
) -> None:
    (found,) = read((TASKS, f"# Tasks\n\n{line}\n"))
    names = [(s.name, s.state) for s in found.sightings]
    assert names == ([expected] if expected[0] else [])
    assert found.others == (not expected[0])


def test_archived_changes_count_too() -> None:
    files = [
        (TASKS, "- [ ] F-2.1: b"),
        ("openspec/changes/archive/2027-01-09-m-1/tasks.md", "- [x] F-1.1: a"),
    ]
    assert [name for name, *_ in seen(*files)] == ["F-2.1", "F-1.1"]


@pytest.mark.parametrize(
    ("name", "status", "state"),
    [
        (TASK, "To Do", ProgressState.OPEN),
        (TASK, "In Progress", ProgressState.STARTED),
        (TASK, "Done", ProgressState.DONE),
        (TASK, "Draft", ProgressState.OPEN),
        (TASK, "Blocked", ProgressState.STARTED),
        ("backlog/completed/task-1 - f.md", "Done", ProgressState.DONE),
        ("my-repo-main/backlog/archive/tasks/task-1 - f.md", "To Do", ProgressState.DROPPED),
        ("task-1 - f.md", "Done", ProgressState.DONE),
    ],
)
def test_a_task_of_backlog_has_its_status_and_folder(
    name: str, status: str, state: ProgressState
) -> None:
    criteria = "- [x] #1 It counts\n- [ ] #2 It sorts"
    assert seen((name, task("F-1 Shelf: count", status, criteria))) == [("F-1", state, 1, 2)]


def test_a_backlog_may_have_statuses_of_its_own() -> None:
    config = ("backlog/config.yml", 'statuses: ["Idea", "Doing", "Shipped"]\n')
    for status, state in (
        ("Idea", ProgressState.OPEN),
        ("Doing", ProgressState.STARTED),
        ("Shipped", ProgressState.DONE),
    ):
        assert seen(config, (TASK, task("F-1 Shelf", status))) == [("F-1", state, 0, 0)]


@pytest.mark.parametrize(
    ("row", "state"),
    [
        ("A-1,F-1 Shelf,,Backlog,High,,,", ProgressState.OPEN),
        ("A-1,F-1 Shelf,,Todo,High,,,", ProgressState.OPEN),
        ("A-1,F-1 Shelf,,In Review,High,,,", ProgressState.STARTED),
        ("A-1,F-1 Shelf,,Backlog,High,2027-01-05,,", ProgressState.STARTED),
        ("A-1,F-1 Shelf,,Shipped,High,2027-01-05,2027-01-09,", ProgressState.DONE),
        ("A-1,F-1 Shelf,,Done,High,,,", ProgressState.DONE),
        ("A-1,F-1 Shelf,,Canceled,High,,,", ProgressState.DROPPED),
        ("A-1,F-1 Shelf,,Odd,High,,,2027-01-09", ProgressState.DROPPED),
    ],
)
def test_an_issue_of_linear_has_its_status_and_dates(row: str, state: ProgressState) -> None:
    assert seen(("linear.csv", f"{HEADER}\n{row}\n")) == [("F-1", state, 0, 0)]


def test_the_criteria_of_an_issue_are_its_checkboxes() -> None:
    text = f'{HEADER}\nA-1,F-2 List,"Done when\n\n- [x] a\n- [ ] b, ""c""\n",Todo,,,,\n'
    assert seen(("linear.csv", text)) == [("F-2", ProgressState.OPEN, 1, 2)]
    (found,) = read(("linear.csv", text))
    assert found.sightings[0].where == "linear.csv, 2"


def test_spreadsheets_that_write_semicolons_are_read() -> None:
    assert seen(("l.csv", "Title;Status\nF-1 Shelf, one;Done\n")) == [
        ("F-1", ProgressState.DONE, 0, 0)
    ]


def test_an_archive_of_a_repository_is_searched_for_tasks() -> None:
    content = packed(**{
        f"shop-main/{TASKS}": "- [x] 1.1 F-1.1: a",
        f"shop-main/{TASK}": task("F-1 Shelf", "Done"),
        "shop-main/README.md": "- [x] F-9.9: no task of ours",
        "shop-main/node_modules/x/backlog/tasks/task-9 - f.md": task("F-9 x"),
        "__MACOSX/shop-main/backlog/tasks/._task-1.md": "\0",
        "shop-main/backlog/tasks/task-2 - empty.md": "",
    })  # fmt: skip
    found = read_evidence([("shop.zip", content)])
    assert [(one.form, [s.name for s in one.sightings]) for one in found] == [
        ("OpenSpec", ["F-1.1"]),
        ("Backlog.md", ["F-1"]),
    ]


def test_what_is_none_of_ours_is_refused_by_its_reason() -> None:
    assert refusal("a.md", "# A note") is Refusal.NOT_OURS
    assert refusal("a.csv", "Name,ProgressState\nF-1,Done\n") is Refusal.NOT_ISSUES
    assert refusal("a.csv", f'{HEADER}\nA-1,"F-1 "x,,Done,,,,\n') is Refusal.BROKEN_TABLE
    assert refusal(TASK, "---\nid: 1\ntitle: [\nstatus: x\n---\n") is Refusal.BROKEN_TASK
    assert refusal(TASK, "no rows at the top") is Refusal.BROKEN_TASK
    assert refusal("a.zip", b"PK\x03\x04 cut off") is Refusal.NOT_AN_ARCHIVE
    assert refusal("a.zip", packed(**{"a.txt": "x"})) is Refusal.NOTHING_IN_IT
    assert refusal("backlog/config.yml", "statuses: [a, b]") is Refusal.NOTHING_IN_IT
    assert refusal("a.md", "") is Unreadable.EMPTY
    assert refusal("a.md", b"\xff\xfea\x00") is Unreadable.NOT_UTF8
    assert refusal("a.md", b"a\0") is Unreadable.NUL
    assert refusal("a.md", b"a" * 2_000_001) is Unreadable.TOO_BIG
    assert refusal("a.zip", b"PK" + bytes(20_000_000)) is Refusal.ARCHIVE_TOO_BIG


def test_a_damaged_or_locked_archive_is_refused() -> None:
    content = bytearray(packed(**{TASKS: "- [x] F-1.1: a\n" * 50}))
    damaged = bytearray(content)
    damaged[60:70] = bytes(10)
    assert refusal("a.zip", bytes(damaged)) is Refusal.NOT_AN_ARCHIVE
    # The bit that says that an entry is encrypted, in its own header and in the one at the end.
    content[6] |= 1
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    assert refusal("a.zip", bytes(content)) is Refusal.ENCRYPTED


def test_an_archive_that_grows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    grown = packed(**{TASKS: "- [ ] F-1.1: " + "a" * 3_000_000})
    assert len(grown) < 10_000
    assert refusal("a.zip", grown) is Unreadable.TOO_BIG
    many = packed(
        **{f"openspec/changes/m-{n}/tasks.md": "- [ ] F-1.1: " + "a" * 1_900_000 for n in range(12)}
    )
    assert refusal("a.zip", many) is Refusal.TOO_MUCH
    countless = packed(**{f"backlog/tasks/task-{n} - f.md": task("F-1 x") for n in range(2_001)})
    assert refusal("a.zip", countless) is Refusal.TOO_MANY


@given(st.sampled_from(HOSTILE), st.sampled_from(HOSTILE))
def test_an_id_is_read_only_where_a_title_begins_with_it(first: str, second: str) -> None:
    title = " ".join(f"{first} {second}".split())
    assert own_id(f"F-12 {title}") == "F-12"
    assert own_id(f"x {title}") == ""


def test_an_id_of_a_criterion_is_none_of_a_feature() -> None:
    assert own_id("F-1.2 text") == ""
    assert own_id("F-1. text") == "F-1"
    assert own_id("M-3: text") == "M-3"
    assert own_id("F-0 text") == ""


def test_ticks_are_counted() -> None:
    assert count_ticks("- [x] a\n  * [X] b\n- [ ] c\n- [y] d\n-[x] e\n- [x]\n") == (3, 4)


@given(st.text(), st.sampled_from(["a.md", "a.csv", "a.zip", TASK, TASKS, "backlog/config.yml"]))
def test_any_text_is_read_or_refused(text: str, name: str) -> None:
    try:
        found = read((name, text.encode("utf-8", "replace")))
    except RefusedFile:
        return
    assert all(isinstance(one, Sighting) for evidence in found for one in evidence.sightings)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for data in (content, b"PK" + content, packed(**{TASKS: "- [x] F-1.1: a"})[: len(content)]):
        try:
            read(("a.zip", data))
        except RefusedFile:
            continue
