"""The one door of all exports: names of files, tags, and what a process loads for it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from email.message import Message
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache

from artifacts.exceptions import ExportFailed
from artifacts.exporters import (
    Brand,
    Format,
    Options,
    Paper,
    content_disposition,
    markdown,
    prepare,
)
from artifacts.exporters.jobs import RenderJob
from artifacts.models import Project, User
from artifacts.schemas import ArtifactType
from artifacts.services.editing.manual_edits import edit_section, fingerprint
from artifacts.services.files import exporting
from artifacts.services.files.exporting import order_export
from artifacts.tests.support.exports import make_export, make_sources
from artifacts.tests.support.factories import make_project, make_user
from artifacts.tiers import Tier

pytestmark = pytest.mark.one_database

SOURCES = make_sources()


def tag(**changes: Any) -> str:
    arguments: dict[str, Any] = {
        "project_name": "Shelfwise",
        "sources": SOURCES,
        "tier": Tier.PARTNER,
        "file_format": Format.PDF,
    }
    return prepare(**{**arguments, **changes}).etag


@pytest.mark.parametrize(
    ("name", "filename"),
    [
        ("Shelfwise", "Shelfwise - Strategy package.json"),
        ("../../etc/passwd", "etc passwd - Strategy package.json"),
        ('a"b\\c\r\nd', "a b c d - Strategy package.json"),
        ("在庫", "在庫 - Strategy package.json"),
        ("x" * 120, f"{'x' * 80} - Strategy package.json"),
        ("///", "Strategy package.json"),
        ("...", "Strategy package.json"),
    ],
)
def test_files_are_named_after_the_project_and_never_a_path(name: str, filename: str) -> None:
    assert make_export(Format.JSON, name=name).filename == filename


def test_a_single_document_is_named_after_itself() -> None:
    assert (
        make_export(Format.JSON, only=ArtifactType.BRIEF).filename
        == "Shelfwise - Product Brief.json"
    )
    assert (
        make_export(Format.MARKDOWN_TECHNICAL).filename
        == "Shelfwise - Strategy package (technical).md"
    )


@pytest.mark.parametrize(
    "filename",
    [
        "在庫 - Plan.pdf",
        "Café – Plan.pdf",
        'a"b.pdf',
        "Plan.pdf",
        "在庫.pdf",
        "خطة.json",
        "-rf.pdf",
    ],
)
def test_every_browser_gets_a_name_it_can_read(filename: str) -> None:
    header = content_disposition(filename)
    header.encode("ascii")
    message = Message()
    message["Content-Disposition"] = header
    assert message.get_content_disposition() == "attachment"
    assert message.get_filename() is not None
    assert header.count("filename=") == 1
    plain = header.split(";")[1]
    assert plain.strip().startswith('filename="')
    assert plain.strip('"').endswith(filename[-4:])


@pytest.mark.parametrize("file_format", list(Format))
def test_the_tag_of_a_file_is_known_before_it_is_made(file_format: Format) -> None:
    made = prepare("Shelfwise", SOURCES, Tier.PARTNER, file_format).make()
    assert made.etag == tag(file_format=file_format)


def test_another_text_name_choice_or_reader_has_another_tag() -> None:
    brief = SOURCES[ArtifactType.BRIEF]
    tags = [
        tag(),
        tag(project_name="Other"),
        tag(tier=Tier.CTO_SCALE),
        tag(file_format=Format.DOCX),
        tag(only=[ArtifactType.BRIEF]),
        tag(options=Options(paper=Paper.LETTER)),
        tag(options=Options(brand=Brand("Other"))),
        tag(sources={**SOURCES, ArtifactType.BRIEF: replace(brief, version=4)}),
        tag(
            sources={
                **SOURCES,
                ArtifactType.BRIEF: replace(brief, date=brief.date + timedelta(days=1)),
            }
        ),
    ]
    assert len(set(tags)) == len(tags)


def test_nothing_written_is_a_clear_error() -> None:
    with pytest.raises(ExportFailed, match="Nothing is written yet"):
        prepare("Shelfwise", {}, Tier.PARTNER, Format.PDF).make()


def test_a_fault_of_ours_is_a_clear_error_and_in_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(package: object) -> str:
        raise KeyError("gone")

    monkeypatch.setattr(markdown, "render_readable", fail)
    with pytest.raises(ExportFailed, match="another format may work"):
        make_export(Format.MARKDOWN)
    assert "KeyError" in caplog.text


def test_no_other_command_loads_what_only_exports_need() -> None:
    script = (
        "import sys, django; django.setup(); import artifacts.views.exports, artifacts.urls;"
        "from django.core.management import call_command; call_command('check', verbosity=0);"
        "print([m for m in ('typst', 'docx', 'lxml', 'markdown_it', 'pypdf') if m in sys.modules])"
    )
    environment = {
        "DJANGO_SETTINGS_MODULE": "cofounder.settings",
        "DEBUG": "on",
        "QUEUE_URL": "memory",
    }
    result = subprocess.run(
        [sys.executable, "-c", script],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.strip().endswith("[]")


@pytest.fixture
def project(db: None) -> Project:
    return make_project(make_user(Tier.PARTNER), written=True)


def loaded(project: Project) -> Project:
    return Project.objects.with_artifacts().get(pk=project.pk)


def test_a_second_order_of_the_same_text_makes_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = order_export(loaded(project), tier=Tier.PARTNER, file_format=Format.JSON).file()
    monkeypatch.setattr(RenderJob, "make", None)
    assert order_export(loaded(project), tier=Tier.PARTNER, file_format=Format.JSON).file() == first


def test_the_cache_holds_a_bounded_number_of_files(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = set()
    monkeypatch.setattr(cache, "set", lambda place, *_args: places.add(place))
    for number in range(60):
        project.name = f"Shelfwise {number}"
        order_export(loaded(project), tier=Tier.PARTNER, file_format=Format.JSON)
        exporting.ExportRequest(project.name, make_sources(), Tier.PARTNER, Format.JSON).file()
    assert 10 < len(places) <= exporting.CACHED_EXPORTS


def test_a_large_file_is_not_kept(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "CACHED_BYTES_MAX", 10)
    monkeypatch.setattr(cache, "set", None)
    assert order_export(loaded(project), tier=Tier.PARTNER, file_format=Format.JSON).file().content


def test_an_edit_is_in_the_next_file_with_its_date(project: Project) -> None:
    artifact = loaded(project).documents()[0]
    before = order_export(loaded(project), tier=Tier.PARTNER, file_format=Format.MARKDOWN)
    editor = User.objects.get(pk=project.owner_id)
    base = fingerprint(artifact.current_content["key_constraint"])  # type: ignore[index]
    edit_section(
        artifact,
        section="key_constraint",
        value="Two developers.",
        base=base,
        editor=editor,
        tier=Tier.PARTNER,
    )
    after = order_export(loaded(project), tier=Tier.PARTNER, file_format=Format.MARKDOWN)
    assert "Two developers." in after.file().content.decode()
    assert after.tag != before.tag
    assert after.sources[ArtifactType.BRIEF].date > before.sources[ArtifactType.BRIEF].date


def test_the_date_of_an_edit_behind_a_closed_gate_is_not_told(project: Project) -> None:
    row = project.artifacts.get(artifact_type="brief")
    row.edited_sections = {
        "competitive_strategy": {
            "generated": "x",
            "by": "me",
            "by_id": None,
            "at": "2031-01-01T00:00:00+00:00",
        }
    }
    row.save()
    dates = {
        tier: (
            order_export(loaded(project), tier=tier, file_format=Format.JSON)
            .sources[ArtifactType.BRIEF]
            .date.year
        )
        for tier in Tier
    }
    assert dates[Tier.CTO_SCALE] == 2031
    assert dates[Tier.PARTNER] != 2031
