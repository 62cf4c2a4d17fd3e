"""`manage.py export`: a whole file or none, and errors that say what to do."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from artifacts.exceptions import ExportFailed
from artifacts.exporters import Format
from artifacts.management.commands import export as command
from artifacts.models import Project
from artifacts.services.files.exporting import ExportRequest
from artifacts.tests.support.factories import make_project

pytestmark = pytest.mark.one_database


@pytest.fixture
def project(db: None) -> Project:
    return make_project(written=True)


def run(project: Project | str, **options: Any) -> str:
    out = io.StringIO()
    call_command(
        "export", str(getattr(project, "pk", project)), stdout=out, **{"format": "json", **options}
    )
    return out.getvalue()


@pytest.mark.parametrize("file_format", list(Format))
def test_it_writes_every_format_into_a_folder(
    file_format: Format, project: Project, tmp_path: Path
) -> None:
    said = run(project, format=file_format.value, output=str(tmp_path))
    (file,) = tmp_path.iterdir()
    assert file.name.startswith("Shelfwise - Strategy package")
    assert file.suffix == file_format.suffix
    assert file.stat().st_size > 500
    assert str(file) in said


def test_it_finds_a_project_by_name_and_takes_one_document(
    project: Project, tmp_path: Path
) -> None:
    target = tmp_path / "brief.json"
    run(project.name, only="brief", output=str(target))
    assert [document["type"] for document in json.loads(target.read_text())["documents"]] == [
        "brief"
    ]


def test_a_file_that_was_there_is_replaced_whole(project: Project, tmp_path: Path) -> None:
    target = tmp_path / "package.json"
    target.write_text("old")
    run(project, output=str(target))
    assert json.loads(target.read_text())
    assert [path.name for path in tmp_path.iterdir()] == ["package.json"]


def test_without_a_place_it_writes_where_one_is(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run(project)
    assert (tmp_path / "Shelfwise - Strategy package.json").exists()


def test_a_dash_writes_to_stdout(
    project: Project, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    run(project, output="-")
    assert json.loads(capfdbinary.readouterr().out)["project"] == "Shelfwise"


def test_a_failing_export_leaves_what_was_there(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: ExportRequest) -> None:
        raise ExportFailed("It is too long.")

    target = tmp_path / "package.json"
    target.write_text("old")
    monkeypatch.setattr(ExportRequest, "file", fail)
    with pytest.raises(CommandError, match="It is too long") as error:
        run(project, output=str(target))
    assert error.value.returncode == 1
    assert target.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_disk_that_fails_half_way_leaves_what_was_there(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "package.json"
    target.write_text("old")
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(CommandError, match="No space left"):
        run(project, output=str(target))
    assert target.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_is_not_there_is_a_clear_error(project: Project, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Could not write"):
        run(project, output=str(tmp_path / "no" / "such" / "file.json"))


def test_a_project_that_does_not_exist_or_has_nothing_yet_is_a_clear_error(
    db: None, tmp_path: Path
) -> None:
    with pytest.raises(CommandError, match="no project"):
        run("Nowhere")
    with pytest.raises(CommandError, match="Nothing is written yet"):
        run(make_project(), output=str(tmp_path))
    assert not list(tmp_path.iterdir())


def test_a_file_can_be_read_as_any_other_that_one_makes(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("x")
    command.write_whole(tmp_path / "made", b"x")
    assert (tmp_path / "made").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_file_that_was_there_keeps_its_permissions_and_the_links_to_it(
    project: Project, tmp_path: Path
) -> None:
    file, link = tmp_path / "private.json", tmp_path / "link.json"
    file.write_text("old")
    file.chmod(0o600)
    link.symlink_to(file)
    run(project, output=str(link))
    assert link.is_symlink()
    assert json.loads(file.read_text())["project"] == "Shelfwise"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        command.write_whole(pipe, b"whole")
        assert os.read(reader, 100) == b"whole"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["x" * 300, "folder/"])
def test_a_name_that_no_file_can_have_is_a_clear_error(
    project: Project, tmp_path: Path, name: str
) -> None:
    with pytest.raises(CommandError, match="Nothing was saved"):
        run(project, output=f"{tmp_path}/{name}")
    assert not list(tmp_path.iterdir())
