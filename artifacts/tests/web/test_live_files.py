"""What processes of one machine show each other lies in files, for as long as it holds."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from artifacts import caching
from artifacts.caching import OUTDATED_SECONDS, LiveFiles


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LiveFiles:
    monkeypatch.setattr(caching, "_swept", {})
    return LiveFiles(str(tmp_path), {})


def test_however_many_there_are_all_stay(files: LiveFiles) -> None:
    for number in range(700):
        files.set(f"look-{number}", number, 60)
    assert [files.get(f"look-{number}") for number in range(700)] == list(range(700))


def test_the_folder_is_listed_once_for_many_files(
    files: LiveFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed: list[Path] = []
    iterdir = Path.iterdir

    def noted(folder: Path) -> Iterator[Path]:
        listed.append(folder)
        return iterdir(folder)

    monkeypatch.setattr(Path, "iterdir", noted)
    for number in range(5):
        files.set(f"look-{number}", number, 60)
    assert len(listed) == 1


def test_what_is_outdated_goes_with_the_next_sweep(files: LiveFiles, tmp_path: Path) -> None:
    files.set("old", "text", 60)
    (path,) = tmp_path.iterdir()
    long_ago = time.time() - OUTDATED_SECONDS - 1
    os.utime(path, (long_ago, long_ago))
    caching._swept.clear()
    files.set("new", "text", 60)
    assert not path.exists()
    assert files.get("new") == "text"
