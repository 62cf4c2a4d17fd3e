"""What the checker said is kept for pages, and only for exactly what it read."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest

from artifacts.models import Artifact, Project
from artifacts.services.documents import checks
from artifacts.services.documents.checks import (
    READ_OF_PROJECT,
    check_project,
    ignore_finding,
    known_report,
    stop_ignoring_finding,
)
from artifacts.tests.support.faults import spoil
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db


def fresh(project: Project) -> Project:
    return Project.objects.with_artifacts().get(pk=project.pk)


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[Project]:
    """The projects for which the checker ran."""
    ran: list[Project] = []

    def check_and_note(project: Project) -> Any:
        ran.append(project)
        return check_project(project)

    monkeypatch.setattr(checks, "check_project", check_and_note)
    return ran


def test_what_has_not_changed_is_not_checked_again(
    written_project: Project, checked: list[Project]
) -> None:
    reports = [known_report(fresh(written_project)) for _ in range(3)]
    assert len(checked) == 1
    assert reports == [check_project(fresh(written_project))] * 3


def test_a_report_is_written_and_read_whole(written_project: Project) -> None:
    spoil(written_project, "how_it_works", "data_flow", "Shelfwise: see [[F-99]] for 7,777 euros.")
    report = check_project(fresh(written_project))
    ignored = report.ignoring({report.findings[0].id})
    assert ignored.findings
    assert ignored.ignored
    assert ignored.covered
    assert ignored.evidence
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(ignored, protocol)) == ignored


CHANGES: dict[str, Callable[[Project], object]] = {
    "a text": lambda project: spoil(
        project, "how_it_works", "data_flow", "Shelfwise: see [[F-99]]."
    ),
    "what was dropped": lambda project: _update(
        project, superseded_items={"F-9": {"title": "Old", "version": 1}}
    ),
    "what was edited": lambda project: _update(
        project, edited_sections={"core_features": {"at": "now"}}
    ),
    "the name": lambda project: Project.objects.filter(pk=project.pk).update(name="Another"),
    "the idea": lambda project: Project.objects.filter(pk=project.pk).update(idea="Another one"),
    "an answer": (
        lambda project: Project.objects.filter(pk=project.pk).update(answers={"problem": "Another"})
    ),
    "the language": lambda project: Project.objects.filter(pk=project.pk).update(language="de"),
}


def _update(project: Project, **changes: object) -> None:
    Artifact.objects.filter(project=project, artifact_type="mvp_scope").update(**changes)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_whatever_a_check_reads_makes_it_be_done_again(
    written_project: Project, checked: list[Project], change: Callable[[Project], object]
) -> None:
    known_report(fresh(written_project))
    change(written_project)
    assert known_report(fresh(written_project)) == check_project(fresh(written_project))
    assert len(checked) == 2


def test_ignoring_shows_at_once_and_so_does_heeding(written_project: Project) -> None:
    spoil(written_project, "how_it_works", "data_flow", "Shelfwise: see [[F-99]].")
    finding = next(
        f for f in known_report(fresh(written_project)).findings if f.rule == "pointer_unknown"
    )
    by, tier = written_project.owner, Tier.CTO_SCALE
    ignore_finding(written_project, finding_id=finding.id, reason="we know", by=by, tier=tier)
    assert finding in known_report(fresh(written_project)).ignored
    stop_ignoring_finding(written_project, finding_id=finding.id, by=by, tier=tier)
    assert finding in known_report(fresh(written_project)).findings


def test_a_report_is_kept_whole_and_cut_for_each_reader(written_project: Project) -> None:
    spoil(written_project, "brief", "competitive_strategy", "Shelfwise has SECRET: 4711 users.")
    whole = known_report(fresh(written_project))
    cut = known_report(fresh(written_project)).visible_to(Tier.BOOTSTRAPPER)
    assert "4711" in str(whole.findings)
    assert "4711" not in str(cut)


def test_another_build_knows_nothing_of_it(
    written_project: Project, checked: list[Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    known_report(fresh(written_project))
    monkeypatch.setattr("artifacts.services.documents.kept.code_version", lambda: "another build")
    known_report(fresh(written_project))
    assert len(checked) == 2


def test_the_columns_that_a_check_reads_are_named(
    written_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`get_input` may read no column that the key of a report leaves out."""
    read: set[str] = set()

    def watch(row: Project, name: str) -> Any:
        read.add(name)
        return object.__getattribute__(row, name)

    row = Project.objects.get(pk=written_project.pk)
    with monkeypatch.context() as patch:
        patch.setattr(Project, "__getattribute__", watch)
        row.get_input()
    columns = {field.name for field in Project._meta.concrete_fields}
    assert {"idea", "answers"} <= read
    assert read & columns - {"id"} <= set(READ_OF_PROJECT)


def test_a_report_is_made_again_on_another_day(
    checked: list[Project], written_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A deadline comes too near at midnight, though nobody has changed anything."""
    for day in (date(2026, 11, 29), date(2026, 11, 29), date(2026, 11, 30)):
        monkeypatch.setattr(checks, "our_today", partial(date.fromordinal, day.toordinal()))
        known_report(fresh(written_project))
    assert len(checked) == 2
