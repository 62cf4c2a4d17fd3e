"""How far builders are, by page and by command: nothing is kept, and a bad file says why."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from artifacts.exporters import Format, Options
from artifacts.forms.progress import MAX_UPLOADS
from artifacts.models import Artifact, Project
from artifacts.services.files.exporting import order_export
from artifacts.tests.support.factories import make_project, make_user
from artifacts.tiers import Tier

TASKS = (
    b"- [x] 1.1 F-1.1: A count survives a lost connection\n"
    b"- [x] 1.2 F-9.1: Gone <b>\n- [ ] 2.1 Refactor\n"
)


def send(client: Client, project: Project, *files: tuple[str, bytes]) -> Any:
    uploads = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(reverse("project_progress", args=[project.pk]), {"uploads": uploads})


def handed_over(project: Project) -> dict[str, str]:
    order = order_export(
        project, tier=Tier.PARTNER, file_format=Format.BUILDERS, options=Options(forms=("all",))
    )
    with zipfile.ZipFile(io.BytesIO(order.file().content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def packed(files: dict[str, str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"shop-main/{name}", text)
    return content.getvalue()


def test_the_page_for_builders_leads_here(written_project: Project, founder_client: Client) -> None:
    page = founder_client.get(
        reverse("project_builders", args=[written_project.pk])
    ).content.decode()
    assert reverse("project_progress", args=[written_project.pk]) in page


def test_a_ticked_task_is_a_criterion_that_is_met(
    written_project: Project, founder_client: Client
) -> None:
    page = send(founder_client, written_project, ("tasks.md", TASKS)).content.decode()
    assert "OpenSpec" in page
    assert "1 of 2 features are done." in page
    assert "1 of 1 criterion" in page
    assert "<strong>F-9.1</strong> Gone &lt;b&gt;" in page
    assert "1 task names none of our ids" in page


def test_what_was_handed_over_comes_back_without_an_unknown_id(
    written_project: Project, founder_client: Client
) -> None:
    files = handed_over(written_project)
    linear = ("linear.csv", files["issues/linear.csv"].encode())
    page = send(
        founder_client, written_project, ("shop.zip", packed(files)), linear
    ).content.decode()
    for form in ("OpenSpec", "Backlog.md", "Linear"):
        assert f">{form}</h2>" in page
    assert page.count("0 of 2 features are done.") == 3
    assert "Not in our documents" not in page
    assert "none of our ids" not in page


def test_nothing_is_kept_and_no_document_changes(
    written_project: Project, founder_client: Client
) -> None:
    before = list(Artifact.objects.filter(project=written_project).order_by("pk").values())
    assert send(founder_client, written_project, ("tasks.md", TASKS)).status_code == 200
    assert list(Artifact.objects.filter(project=written_project).order_by("pk").values()) == before
    page = founder_client.get(
        reverse("project_progress", args=[written_project.pk])
    ).content.decode()
    assert "OpenSpec</h2>" not in page


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("note.md", b"# A note", "We cannot tell what this is"),
        ("a.csv", b"Name,State\nF-1,Done\n", "no columns Title and Status"),
        ("a.zip", b"PK\x03\x04", "damaged ZIP archive"),
        ("<b>.md", b"", "This file is empty"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    name: str, content: bytes, reason: str, written_project: Project, founder_client: Client
) -> None:
    response = send(founder_client, written_project, (name, content))
    assert response.status_code == 422
    page = response.content.decode()
    assert reason in page
    assert "<b>.md" not in page


def test_no_file_and_too_many_are_said(written_project: Project, founder_client: Client) -> None:
    assert "Please choose a file" in send(founder_client, written_project).content.decode()
    many = [(f"{number}.md", TASKS) for number in range(MAX_UPLOADS + 1)]
    assert "Pack them into a ZIP" in send(founder_client, written_project, *many).content.decode()


def test_a_project_of_which_nothing_is_written_says_so(
    project: Project, founder_client: Client
) -> None:
    response = send(founder_client, project, ("tasks.md", TASKS))
    assert response.status_code == 422
    assert "nothing to build" in response.content.decode()


@pytest.fixture
def command_project(db: None) -> Project:
    return make_project(make_user(Tier.PARTNER), written=True)


def test_the_command_reads_a_repository(
    command_project: Project, tmp_path: Path, capsys: Any
) -> None:
    for name, text in handed_over(command_project).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    tasks = tmp_path / "openspec/changes/m-1-count/tasks.md"
    tasks.write_text(tasks.read_text().replace("- [ ]", "- [x]"))
    call_command("progress", str(command_project.pk), str(tmp_path))
    said = capsys.readouterr().out
    assert "OpenSpec: 1 of 2 features done" in said
    assert "Backlog.md: 0 of 2 features done" in said
    assert "M-1 Count: Done, 1 of 1 feature" in said
    call_command("progress", str(command_project.pk), str(tasks), "--json")
    (found,) = json.loads(capsys.readouterr().out)["progress"]
    assert [(f["feature"]["id"], f["state"]) for f in found["features"]] == [
        ("F-1", "done"),
        ("F-2", "missing"),
    ]


def test_the_command_says_what_it_cannot_read(command_project: Project, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no tasks in"):
        call_command("progress", str(command_project.pk), str(tmp_path))
    with pytest.raises(CommandError, match="Could not read"):
        call_command("progress", str(command_project.pk), str(tmp_path / "none.md"))
    (tmp_path / "a.md").write_text("# A note")
    with pytest.raises(CommandError, match=r"a\.md: We cannot tell"):
        call_command("progress", str(command_project.pk), str(tmp_path / "a.md"))
