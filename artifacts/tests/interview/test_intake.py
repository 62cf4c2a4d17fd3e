from __future__ import annotations

import io
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from artifacts.models import Project, User

TOML = """
owner = "{owner}"
name = "Shelfwise"
idea = "Stock counting for small shops."
[answers]
price = "29 euros"
"""


def intake(path: Path | str, *options: str) -> str:
    out = StringIO()
    call_command("intake", str(path), *options, stdout=out)
    return out.getvalue()


def test_a_toml_file_becomes_a_project(founder: User, tmp_path: Path) -> None:
    (tmp_path / "project.toml").write_text(TOML.format(owner=founder.email))
    out = intake(tmp_path / "project.toml")
    project = Project.objects.get()
    assert (project.owner, project.get_answers().price) == (founder, "29 euros")
    assert f"regenerate {project.pk}" in out


def test_json_comes_from_standard_input_too(founder: User, monkeypatch: pytest.MonkeyPatch) -> None:
    text = json.dumps({"name": "Käse & Co", "idea": "チーズ"}).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
    intake("-", "--owner", founder.username)
    assert Project.objects.get().name == "Käse & Co"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "name: Field required"),
        ("name = ", "neither JSON nor TOML"),
        ("{", "neither JSON nor TOML"),
        ("[1, 2]", "Expected one project"),
        ("[" * 100_000, "neither JSON nor TOML"),
        ('{"name": "x"}', "idea: Field required"),
        ('{"name": "", "idea": "y"}', "name: "),
        ('{"name": "x", "idea": 5}', "idea: "),
        ('{"name": "x", "idea": "y", "colour": "red"}', "colour: Extra inputs are not permitted"),
        ('{"name": "x", "idea": "y", "answers": {"colour": "red"}}', "answers > colour"),
        ('{"name": "x", "idea": "y", "answers": "none"}', "answers: "),
    ],
)
def test_what_does_not_fit_is_named(
    content: str, message: str, founder: User, tmp_path: Path
) -> None:
    (tmp_path / "project").write_text(content)
    with pytest.raises(CommandError) as caught:
        intake(tmp_path / "project", "--owner", founder.email)
    assert message in str(caught.value)
    assert caught.value.returncode == 1
    assert not Project.objects.exists()


@pytest.mark.parametrize(
    ("owner", "message"),
    [
        ("nobody@example.com", "There is no user"),
        ("", "Whose project"),
        (7, "Whose project"),
        ("x" * 60_000, "up to 254 characters"),
    ],
)
def test_an_owner_who_is_not_there_is_named(
    owner: Any, message: str, db: None, tmp_path: Path
) -> None:
    (tmp_path / "p.json").write_text(json.dumps({"name": "x", "idea": "y", "owner": owner}))
    with pytest.raises(CommandError, match=message):
        intake(tmp_path / "p.json")


def test_files_that_cannot_be_read_are_named(db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file"):
        intake(tmp_path / "missing.json")
    with pytest.raises(CommandError, match="Is a directory"):
        intake(tmp_path)
    (tmp_path / "latin").write_bytes("name = 'Käse'".encode("latin-1"))
    with pytest.raises(CommandError, match="not UTF-8"):
        intake(tmp_path / "latin")
    (tmp_path / "huge").write_bytes(b" " * 1_000_001)
    with pytest.raises(CommandError, match="larger than"):
        intake(tmp_path / "huge")
