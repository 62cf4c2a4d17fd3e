"""A sixth document is one module and one registry line: done here to a copy of the code, and
used.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

MODULE = """
from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from artifacts.schemas.base import (
    ArtifactContent, Item, ItemId, Level, Lines, Link, Prose, Section, Title,
)
from artifacts.tiers import Gate


class Slide(Item):
    prefix: ClassVar[str] = "S"
    noun: ClassVar[str] = "slide"
    title: Title
    speech: Prose
    weight: Level
    points: Lines = []
    shows: Annotated[list[ItemId], Link("Shows", "F")] = []


class PitchContent(ArtifactContent):
    title: ClassVar[str] = "Pitch"
    purpose: ClassVar[str] = "What we say to investors."
    lead: ClassVar[str] = "opening"

    opening: Annotated[Prose, Section("Opening", "The sentence that makes them listen.")]
    slides: Annotated[list[Slide], Field(min_length=1), Section("Slides", "What they see.")]
    ask: Annotated[
        Prose | None, Section("The ask", "What we want from them.", Gate.STRATEGIC)
    ] = None
"""

WALK = """
import django; django.setup()
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactType
from artifacts.tiers import Tier

call_command("migrate", verbosity=0)
call_command("makemigrations", check_changes=True, dry_run=True)
call_command("demo")
for row in Artifact.objects.filter(artifact_type="pitch"):
    row.current_content["ask"] = "SECRET-ASK"
    row.save()
written = set(Artifact.objects.values_list("artifact_type", "version_number"))
assert written >= {("pitch", 1), ("brief", 1)}
for tier in Tier:
    founder = User.objects.get(tier=tier.value, is_staff=False)
    project = founder.projects.get()
    client = Client()
    client.force_login(founder)
    assert "Pitch" in client.get(reverse("project_detail", args=[project.pk])).content.decode()
    page = client.get(reverse("artifact_detail", args=[project.pk, "pitch"])).content.decode()
    assert "Slides" in page and 'id="S-1"' in page and "The ask" in page
    assert ("SECRET-ASK" in page) is (tier is Tier.CTO_SCALE)
call_command("regenerate", str(project.pk), only=["pitch"])
assert Artifact.objects.get(project=project, artifact_type="pitch").version_number == 2
for name in ("pdf", "md", "md-technical", "docx", "json", "csv"):
    call_command("export", str(project.pk), format=name, tier="cto_scale", output=f"pitch.{name}")
assert "Slides" in open("pitch.md").read() and "SECRET-ASK" not in open("pitch.csv").read()
from artifacts.runners.prompts import build_prompt
task = build_prompt(project.get_input(), ArtifactType("pitch"), project.contents()).task
assert "- slides: " in task and "such as F-1" in task
client.force_login(User.objects.get(is_superuser=True))
row = Artifact.objects.get(project=project, artifact_type="pitch")
assert client.get(reverse("admin:artifacts_artifact_change", args=[row.pk])).status_code == 200
"""


@pytest.mark.parametrize("place", ["first", "last"])
def test_a_sixth_type_needs_one_module_and_one_line(place: str, tmp_path: Path) -> None:
    for name in ("artifacts", "cofounder", "templates", "static"):
        shutil.copytree(
            settings.BASE_DIR / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    folder = tmp_path / "artifacts/document_types/pitch"
    folder.mkdir()
    (folder / "schema.py").write_text(MODULE)
    registry = tmp_path / "artifacts/schemas/__init__.py"
    anchor = {"first": '    BRIEF = "brief"', "last": '    HOW_IT_WORKS = "how_it_works"'}[place]
    before, after = registry.read_text().split(anchor)
    rest, newline, end = after.partition("\n")
    line = '    PITCH = "pitch"\n'
    lines = line + anchor + rest + newline if place == "first" else anchor + rest + newline + line
    registry.write_text(before + lines + end)
    result = subprocess.run(
        [sys.executable, "-c", WALK],
        cwd=tmp_path,
        env={
            "DJANGO_SETTINGS_MODULE": "cofounder.settings",
            "DEBUG": "on",
            "QUEUE_URL": "memory",
            "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
            "PYTHONPATH": str(tmp_path),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr[-3000:]
