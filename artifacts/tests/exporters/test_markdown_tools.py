"""An export that went through a formatter or a converter comes back without a difference."""

from __future__ import annotations

import os
from dataclasses import dataclass

import pytest

from artifacts.exporters import Format, prepare
from artifacts.models import Project
from artifacts.services.files import importing
from artifacts.services.files.importing import ImportPlan, Origin, plan_import
from artifacts.tests.importing.test_importing import exported
from artifacts.tests.support.exports import make_sources
from artifacts.tests.support.factories import StubRunner, claim_all, make_project, make_user
from artifacts.tests.support.markdown_tools import (
    CONTENTS,
    PROJECT_ID,
    RECORDED,
    SOURCE,
    TOOLS,
    is_installed,
    rewrite,
)
from artifacts.tiers import Tier

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

IS_RECORDING = bool(os.environ.get("RECORD_MARKDOWN_TOOLS"))


@dataclass
class Recorded:
    """Stands for an order of an export: the one that the recorded files were made from."""

    content: bytes

    def file(self) -> Recorded:
        return self


@pytest.fixture
def project() -> Project:
    from artifacts.generation.writer import write_claim

    project = make_project(make_user(Tier.CTO_SCALE))
    write_claim(claim_all(project), runner=StubRunner(contents=CONTENTS))
    return Project.objects.get(pk=project.pk)


@pytest.fixture
def source(monkeypatch: pytest.MonkeyPatch, project: Project) -> str:
    """The recorded export, which is what a file without a change would say."""
    if IS_RECORDING:
        order = prepare(
            "Shelfwise",
            make_sources(CONTENTS),
            Tier.CTO_SCALE,
            Format.MARKDOWN_TECHNICAL,
            project_id=PROJECT_ID,
        )
        SOURCE.write_bytes(order.make().content)
    text = SOURCE.read_text(encoding="utf-8").replace(PROJECT_ID, str(project.pk))
    monkeypatch.setattr(
        importing, "order_export", lambda *_args, **_options: Recorded(text.encode())
    )
    return text


def plan(project: Project, text: str) -> ImportPlan:
    return plan_import(
        Project.objects.with_artifacts().get(pk=project.pk), text, tier=Tier.CTO_SCALE
    )


@pytest.mark.parametrize("name", TOOLS)
def test_what_a_tool_once_wrote_differs_in_nothing(
    name: str, project: Project, source: str
) -> None:
    file = RECORDED / f"{name}.md"
    if IS_RECORDING and is_installed(name):
        file.write_text(rewrite(name, SOURCE.read_text(encoding="utf-8")), encoding="utf-8")
    text = file.read_text(encoding="utf-8").replace(PROJECT_ID, str(project.pk))
    found = plan(project, text)
    assert (found.changes, found.unmatched, found.origin) == ((), (), Origin.NOW)
    assert found.found == plan(project, source).found


@pytest.mark.parametrize("name", TOOLS)
def test_what_an_installed_tool_writes_differs_in_nothing(name: str, project: Project) -> None:
    if not is_installed(name):
        pytest.skip(f"{TOOLS[name][0]} is not installed")
    found = plan(project, rewrite(name, exported(project)))
    assert (found.changes, found.unmatched, found.origin) == ((), (), Origin.NOW)


@pytest.mark.parametrize("name", TOOLS)
def test_an_edit_is_found_in_what_a_tool_wrote(name: str, project: Project, source: str) -> None:
    text = (
        (RECORDED / f"{name}.md").read_text(encoding="utf-8").replace(PROJECT_ID, str(project.pk))
    )
    assert "We list it." in text
    (change,) = plan(project, text.replace("We list it.", "We list it twice.")).changes
    assert change.value == {"description": "We list it twice."}
