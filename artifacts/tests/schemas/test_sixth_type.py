"""A sixth document type is its folder, one line of the registry, and translations: done here to a
copy, and used.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from artifacts.tests.support.sixth_type import copy_with_sixth_type, run

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
    assert "Imagine this:" in page, "the composer of its folder writes it"
    assert ("SECRET-ASK" in page) is (tier is Tier.CTO_SCALE)
    detail = reverse("project_detail", args=[project.pk])
    german = client.get(detail, headers={"Accept-Language": "de"})
    assert ("Vortrag" in german.content.decode()) is IS_TRANSLATED
call_command("regenerate", str(project.pk), only=["pitch"])
assert Artifact.objects.get(project=project, artifact_type="pitch").version_number == 2
for name in ("pdf", "md", "md-technical", "docx", "json", "csv"):
    call_command("export", str(project.pk), format=name, tier="cto_scale", output=f"pitch.{name}")
assert "Slides" in open("pitch.md").read() and "SECRET-ASK" not in open("pitch.csv").read()

from artifacts.runners.prompts import build_prompt
task = build_prompt(project.get_input(), ArtifactType("pitch"), project.contents()).task
assert "- slides: " in task and '["M-1"]' in task
assert "Open with the moment in which it hurts" in task, "the advice of its folder is given"

from artifacts.checker.rules import RULES
from artifacts.checker.sample import check_sample
rule = RULES["slide_shows_milestone"]
assert rule.family == "completeness"
assert [finding.rule for finding in check_sample(rule.bad).findings] == ["slide_shows_milestone"]
assert not check_sample(rule.good).findings, "the sample of its folder is in the sample project"

client.force_login(User.objects.get(is_superuser=True))
row = Artifact.objects.get(project=project, artifact_type="pitch")
assert client.get(reverse("admin:artifacts_artifact_change", args=[row.pk])).status_code == 200
"""

GENERAL = (
    "schemas/test_schemas.py",
    "documents/test_status.py",
    "generation/test_claims.py",
    "usage/test_totals.py",
)
"""Some of the tests that go through every type, or count them."""


def changed_files(folder: Path) -> set[str]:
    """Return what differs from the last commit, new folders as one."""
    told = subprocess.run(
        ["git", "status", "--porcelain"], cwd=folder, capture_output=True, text=True, check=True
    ).stdout
    return {line[3:] for line in told.splitlines()}


@pytest.fixture(scope="module")
def last(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The code with the Pitch as its last document, and with its translations."""
    folder = tmp_path_factory.mktemp("last")
    copy_with_sixth_type(folder, is_first=False)
    return folder


def test_it_is_its_folder_one_line_and_the_translations(last: Path) -> None:
    assert changed_files(last) == {
        "artifacts/document_types/pitch/",
        "artifacts/schemas/__init__.py",
        "artifacts/locale/de/LC_MESSAGES/django.po",
        "artifacts/locale/de/LC_MESSAGES/django.mo",
        # Made by `manage.py schemas` and `python -m artifacts.checker.handbook`.
        "docs/schemas/package.json",
        "docs/schemas/pitch.json",
        "docs/consistency.md",
    }


def test_it_is_used_wherever_documents_are(last: Path) -> None:
    run(last, "-c", f"IS_TRANSLATED = True\n{WALK}")


def test_it_may_be_the_first(tmp_path: Path) -> None:
    copy_with_sixth_type(tmp_path, is_first=True)
    run(tmp_path, "-c", f"IS_TRANSLATED = False\n{WALK}")


def test_tests_that_go_through_all_types_take_it_in(last: Path) -> None:
    files = (f"artifacts/tests/{name}" for name in GENERAL)
    run(last, "-m", "pytest", "-q", "-p", "no:xdist", "--ds=artifacts.tests.settings", *files)
