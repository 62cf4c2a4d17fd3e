"""The archive: what is chosen, by the command too, and that it is the same for the same
documents.
"""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from artifacts.exceptions import ExportFailed
from artifacts.exporters import Format, Options
from artifacts.exporters.builders import forms, select
from artifacts.exporters.builders.base import Group
from artifacts.schemas import ArtifactType
from artifacts.tests.support.builders import START, files_of, hand_over
from artifacts.tests.support.exports import make_export
from artifacts.tests.support.factories import make_project, make_user
from artifacts.tiers import Tier


def chosen(*names: str) -> list[str]:
    return [form.name for form in select(names)]


def paths(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def test_agents_bring_one_way_to_write_the_specification() -> None:
    assert chosen("agents") == ["openspec"]
    assert chosen("all") == [form.name for form in forms()]


def test_a_group_brings_all_of_its_forms() -> None:
    assert chosen("plan") == [form.name for form in forms() if form.group is Group.PLAN]


def test_every_form_can_be_had_by_its_name() -> None:
    for form in forms():
        assert chosen(form.name) == [form.name]


def test_a_form_that_does_not_exist_is_named() -> None:
    with pytest.raises(ExportFailed, match="no such form: cobol, fortran"):
        select(["fortran", "plan", "cobol"])


def test_the_usual_archive() -> None:
    found = paths(make_export(Format.BUILDERS).content)
    assert found[:2] == ["AGENTS.md", "CLAUDE.md"]
    assert {path.partition("/")[0] for path in found[2:]} == {"openspec", "plan"}


def test_the_same_documents_give_the_same_bytes() -> None:
    options = Options(forms=("all",), start=START)
    assert make_export(Format.BUILDERS, options=options) == make_export(
        Format.BUILDERS, options=options
    )


def test_another_choice_or_start_has_another_tag() -> None:
    options = [Options(), Options(forms=("all",)), Options(start=START)]
    assert len({make_export(Format.BUILDERS, options=one).etag for one in options}) == 3


def test_without_features_there_is_nothing_to_build() -> None:
    with pytest.raises(ExportFailed, match="nothing to build"):
        make_export(Format.BUILDERS, only=ArtifactType.BRIEF)


@pytest.mark.parametrize("year", [1, 1999, 2101, 9999])
def test_a_first_day_that_nobody_could_mean_is_refused(year: int) -> None:
    with pytest.raises(ExportFailed, match="between 2000 and 2100"):
        make_export(Format.BUILDERS, options=Options(start=date(year, 12, 31)))


def test_it_says_how_to_import() -> None:
    files = files_of(hand_over(), "jira", "linear")
    assert list(files) == ["issues/README.md", "issues/linear.csv", "issues/jira.csv"]
    assert "npx @linear/import" in files["issues/README.md"]
    assert "leave Parent unmapped" in files["issues/README.md"]


@pytest.mark.django_db
def test_the_command_makes_what_it_is_told(tmp_path: Path) -> None:
    project = make_project(make_user(Tier.PARTNER), written=True)
    target = tmp_path / "handover.zip"
    order = ["export", str(project.pk), "--format", "builders", "-o", str(target)]
    call_command(*order, "--forms", "gantt, calendar", "--start", "2027-01-04", verbosity=0)
    assert paths(target.read_bytes()) == ["plan/milestones.ics", "plan/plan.mmd"]
    with pytest.raises(CommandError, match="no such form"):
        call_command(*order, "--forms", "cobol")
