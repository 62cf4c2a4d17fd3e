"""Which files of a repository or an upload are read, up to which size, and what of them is said."""

from __future__ import annotations

import io
import zipfile

import pytest

from artifacts.importing import Unreadable
from artifacts.importing.progress import (
    ProgressState,
    Refusal,
    RefusedFile,
    Sighting,
    files,
    read_evidence,
)
from artifacts.importing.progress.files import is_wanted
from artifacts.tests.importing.progress.test_evidence import (
    HEADER,
    TASK,
    TASKS,
    packed,
    read,
    refusal,
    seen,
    task,
)

MET = "- [x] 1.1 F-1.1: It counts\n"


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("openspec/changes/m-1/tasks.md", True),
        ("shop/openspec/changes/archive/2027-m-1/tasks.md", True),
        ("shop\\openspec\\changes\\m-1\\tasks.md", True),
        ("myopenspec/changes/m-1/tasks.md", False),
        ("openspec/changes/m-1/tasks.md.bak", False),
        ("openspec/changes/a/b/c/tasks.md", False),
        ("openspec/tasks.md", False),
        ("backlog/tasks/task-1.md", True),
        (".backlog/drafts/task-1.md", True),
        ("backlog/archive/tasks/task-1.md", True),
        ("backlog/docs/task-1.md", False),
        ("backlog/tasks/._task-1.md", False),
        ("node_modules/x/backlog/tasks/task-1.md", False),
        ("backlog/config.yml", True),
        ("backlog/config.yaml", True),
        ("config.yml", False),
        ("README.md", False),
    ],
)
def test_paths_of_ours_are_wanted(path: str, wanted: bool) -> None:
    assert is_wanted(path) is wanted


def test_a_file_that_stands_alone_is_known_by_what_is_in_it() -> None:
    assert seen(("my.md", task("F-1 Shelf"))) == [("F-1", ProgressState.OPEN, 0, 0)]
    assert seen(("my.md", MET)) == [("F-1.1", ProgressState.DONE, 1, 1)]
    assert seen(("MY.CSV", "Title,Status\nF-1 Shelf,Done\n")) == [("F-1", ProgressState.DONE, 0, 0)]
    assert refusal("my.md", "---\nid: 1\ntitle: x\n---\n") is Refusal.NOT_OURS
    assert refusal("my.txt", "Title,Status\nF-1,Done\n") is Refusal.NOT_OURS


def test_a_refusal_names_the_file_it_is_about() -> None:
    broken = "---\nid: 1\ntitle: [\nstatus: x\n---\n"
    for name, content in (
        ("a.md", "# A note"),
        ("b.md", ""),
        (TASK, broken),
        ("c.csv", "Name\nF-1\n"),
        ("d.csv", f'{HEADER}\nA-1,"F-1 "x\n'),
        ("e.zip", b"PK cut off"),
    ):
        with pytest.raises(RefusedFile, match=name) as caught:
            read((TASKS, MET), (name, content))
        assert caught.value.name == name
    with pytest.raises(RefusedFile) as caught:
        read(("shop.zip", packed(**{TASK: broken})))
    assert caught.value.name == TASK
    with pytest.raises(RefusedFile) as caught:
        read(("shop.zip", packed(**{TASK: "\0"})))
    assert (caught.value.name, caught.value.reason) == (TASK, Unreadable.NUL)


class TestLimits:
    """What is exactly as much as may be is read."""

    def test_of_an_archive(self, monkeypatch: pytest.MonkeyPatch) -> None:
        content = packed(**{TASKS: MET})
        monkeypatch.setattr(files, "MAX_ARCHIVE_BYTES", len(content))
        assert read(("a.zip", content))
        monkeypatch.setattr(files, "MAX_ARCHIVE_BYTES", len(content) - 1)
        assert refusal("a.zip", content) is Refusal.ARCHIVE_TOO_BIG

    def test_of_entries_of_an_archive(self, monkeypatch: pytest.MonkeyPatch) -> None:
        content = packed(**{TASKS: MET, "a.txt": "a"})
        monkeypatch.setattr(files, "MAX_ENTRIES", 2)
        assert read(("a.zip", content))
        monkeypatch.setattr(files, "MAX_ENTRIES", 1)
        assert refusal("a.zip", content) is Refusal.TOO_MANY

    def test_of_files(self, monkeypatch: pytest.MonkeyPatch) -> None:
        three = [
            (TASKS, MET.encode()),
            (TASK, task("F-1 Shelf").encode()),
            ("a.csv", b"Title,Status\nF-1 Shelf,Done\n"),
        ]
        monkeypatch.setattr(files, "MAX_FILES", 3)
        assert len(read_evidence(three)) == 3
        for one in three:
            with pytest.raises(RefusedFile) as caught:
                read_evidence([*three, one])
            assert caught.value.reason is Refusal.TOO_MANY

    def test_of_all_texts_together(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(files, "MAX_TOTAL_BYTES", 2 * len(MET))
        assert read((TASKS, MET), ("b.md", MET))
        with pytest.raises(RefusedFile) as caught:
            read((TASKS, MET), ("b.md", f"{MET} "))
        assert caught.value.reason is Refusal.TOO_MUCH

    def test_of_an_entry(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(files, "MAX_BYTES", len(MET))
        assert read(("a.zip", packed(**{TASKS: MET})))
        monkeypatch.setattr("artifacts.importing.upload.MAX_BYTES", len(MET))
        assert refusal("a.zip", packed(**{TASKS: f"{MET} "})) is Unreadable.TOO_BIG


def test_folders_of_an_archive_are_no_files() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.mkdir("backlog/tasks/old.md")
        file.writestr(TASKS, MET)
    (found,) = read(("a.zip", archive.getvalue()))
    assert found.form == "OpenSpec"


def test_the_first_of_two_settings_of_a_backlog_counts() -> None:
    configs = [
        ("a/backlog/config.yml", "statuses: [Idea, Shipped]"),
        ("b/backlog/config.yml", "statuses: [To Do, Idea]"),
    ]
    assert seen(*configs, (TASK, task("F-1 Shelf", "Idea"))) == [("F-1", ProgressState.OPEN, 0, 0)]


@pytest.mark.parametrize(
    "config", ["statuses: [", "statuses: [One]", "statuses: One", "- a", "statuses: [One, [Two]]"]
)
def test_settings_that_name_no_statuses_leave_the_usual_ones(config: str) -> None:
    found = seen(("backlog/config.yml", config), (TASK, task("F-1 Shelf", "Done")))
    assert found == [("F-1", ProgressState.DONE, 0, 0)]


def test_two_statuses_are_enough() -> None:
    config = ("backlog/config.yml", "statuses: [Later, Shipped]")
    assert seen(config, (TASK, task("F-1 Shelf", "Shipped"))) == [("F-1", ProgressState.DONE, 0, 0)]


@pytest.mark.parametrize(
    "matter", ["id: 1\ntitle: [a]\nstatus: x", "- a", "id: 1\nstatus: x", "id: {"]
)
def test_a_task_without_a_title_is_broken(matter: str) -> None:
    assert refusal(TASK, f"---\n{matter}\n---\n") is Refusal.BROKEN_TASK


def test_a_task_says_where_it_is_and_what_it_is_called() -> None:
    text = task("F-2 List: all", "In Progress", "- [x] a\n- [ ] b").replace(
        "<!-- AC:END", "\n- [x] c\n<!-- AC:END"
    )
    ((found,),) = (one.sightings for one in read((TASK, f"{text}\n- [x] not a criterion\n")))
    assert found == Sighting("F-2", 0, "F-2 List: all", ProgressState.STARTED, 2, 3, TASK)


def test_a_criterion_of_openspec_says_all_that_it_is() -> None:
    (found,) = read((TASKS, f"{MET}- [ ] 1.2 Write tests\n- [x] 1.3 Ship\n"))
    assert found.sightings == (Sighting("F-1", 1, "It counts", ProgressState.DONE, 1, 1, TASKS),)
    assert found.others == 2


def test_an_issue_says_its_title_and_its_row_empty_ones_counted() -> None:
    text = f"{HEADER}\n\nA-1,'F-1 Shelf ,,Todo,,,,\nA-2,Paint\n"
    (found,) = read(("a.csv", text))
    assert found.sightings == (
        Sighting("F-1", 0, "F-1 Shelf", ProgressState.OPEN, 0, 0, "a.csv, 3"),
        Sighting("", 0, "Paint", ProgressState.OPEN, 0, 0, "a.csv, 4"),
    )


@pytest.mark.parametrize("header", ["Title", "Status", "Titel,Status"])
def test_a_table_without_titles_or_statuses_is_none_of_issues(header: str) -> None:
    assert refusal("a.csv", f"{header}\nF-1,Done\n") is Refusal.NOT_ISSUES
