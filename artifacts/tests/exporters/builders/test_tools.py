"""What is handed over, read by the tools that it is for: they read what we meant."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from artifacts.exporters.builders.handover import BuildMilestone, Handover
from artifacts.exporters.builders.tasks import Task, make_tasks
from artifacts.importing.progress import FormEvidence, ProgressState, read_evidence
from artifacts.importing.progress.files import is_wanted
from artifacts.tests.support import builder_tools as tools
from artifacts.tests.support.handovers import DEMO, Handed, case_names, hand_over_case

pytestmark = [
    pytest.mark.builder_tools,
    pytest.mark.skipif(bool(tools.what_is_missing()), reason=tools.what_is_missing()),
]
needs_java = pytest.mark.skipif(tools.is_java_missing(), reason="Java is not installed")
LEVELS = {"high": 2, "medium": 3, "low": 4}


@pytest.fixture(params=case_names())
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def handed(name: str) -> Handed:
    return hand_over_case(name)


def folder_with(tmp_path: Path, handed: Handed, *beginnings: str) -> Path:
    return tools.put(
        tmp_path, {path: text for path, text in handed.files.items() if path.startswith(beginnings)}
    )


def test_openspec_validates_applies_and_keeps_every_criterion(
    handed: Handed, tmp_path: Path
) -> None:
    folder = folder_with(tmp_path, handed, "openspec/")
    changes = list(
        dict.fromkeys(
            path.split("/")[2] for path in handed.files if path.startswith("openspec/changes/")
        )
    )
    found = json.loads(
        tools.run_tool(folder, "openspec", "validate", "--all", "--strict", "--json")
    )
    assert {item["id"] for item in found["items"]} == set(changes)
    assert [item for item in found["items"] if not item["valid"] or item["issues"]] == []
    for change in changes:
        tools.run_tool(folder, "openspec", "archive", change, "--yes")
    specs = json.loads(
        tools.run_tool(folder, "openspec", "validate", "--specs", "--strict", "--json")
    )["items"]
    assert [item for item in specs if not item["valid"] or item["issues"]] == []
    counts = json.loads(tools.run_tool(folder, "openspec", "list", "--specs", "--json"))["specs"]
    expected = {
        feature.folder: max(len(feature.criteria), 1) for feature in handed.handover.features
    }
    assert {spec["id"]: spec["requirementCount"] for spec in counts} == expected
    kept = "\n".join(path.read_text() for path in (folder / "openspec/specs").rglob("spec.md"))
    ids = re.findall(r"^### Requirement: (F-\d+\.\d+) ", kept, re.MULTILINE)
    assert sorted(ids) == sorted(_criterion_ids(handed.handover))


def test_spec_kit_keeps_our_files_and_plans_the_first_feature(
    handed: Handed, tmp_path: Path
) -> None:
    folder = folder_with(tmp_path, handed, "specs/", ".specify/")
    command = ["init", "--here", "--force", "--non-interactive", "--ignore-agent-tools"]
    tools.run(folder, tools.SPECIFY, *command, "--integration", "claude", "--script", "py")
    for path in handed.files:
        if path.startswith(("specs/", ".specify/")):
            assert (folder / path).read_text() == handed.text(path), path
    scripts = folder / ".specify/scripts/python"
    found = json.loads(
        tools.run_python(folder, scripts / "check_prerequisites.py", "--json", "--paths-only")
    )
    first = json.loads(handed.text(".specify/feature.json"))["feature_directory"]
    assert Path(found["FEATURE_SPEC"]) == folder / first / "spec.md"
    planned = json.loads(tools.run_python(folder, scripts / "setup_plan.py", "--json"))
    assert Path(planned["IMPL_PLAN"]) == folder / first / "plan.md"
    assert Path(planned["IMPL_PLAN"]).is_file()
    assert len(list(folder.glob("specs/*/spec.md"))) == len(handed.handover.features)


def test_bmad_counts_our_epics_and_stories(handed: Handed, tmp_path: Path) -> None:
    folder = folder_with(tmp_path, handed, "_bmad-output/")
    epics, status = (
        folder / "_bmad-output/planning-artifacts/epics.md",
        folder / "sprint-status.yaml",
    )
    order = (
        "--epic-file",
        epics,
        "--status-file",
        status,
        "--stories-dir",
        folder,
        "--project",
        "Shelfwise",
    )
    made = json.loads(
        tools.run_python(folder, tools.BMAD, "generate", *order, "--date", "2026-11-29")
    )
    handover = handed.handover
    expected = (len(handover.milestones) + bool(handover.unplanned), len(handover.features))
    assert (made["epics"], made["stories"], made["warnings"], made["illegal"]) == (
        *expected,
        [],
        [],
    )
    read = json.loads(tools.run_python(folder, tools.BMAD, "validate", "--status-file", status))
    assert (read["valid"], read["problems"]) == (True, [])


def test_task_master_reads_every_task_and_dependency(handed: Handed, tmp_path: Path) -> None:
    folder = folder_with(tmp_path, handed, ".taskmaster/")
    said = tools.run_tool(folder, "task-master", "validate-dependencies")
    # It ends well whatever it has found, so only what it says counts.
    assert "All Dependencies Are Valid" in said
    found = json.loads(tools.run_tool(folder, "task-master", "list", "--format", "json"))["tasks"]
    tasks = make_tasks(handed.handover)
    assert [(task["id"], task["title"], task["priority"], task["status"]) for task in found] == [
        (str(task.number), task.title, task.priority, "pending") for task in tasks
    ]
    assert [task["dependencies"] for task in found] == [
        list(map(str, task.before)) for task in tasks
    ]


def test_backlog_reads_every_task_milestone_and_criterion(handed: Handed, tmp_path: Path) -> None:
    folder = folder_with(tmp_path, handed, "backlog/")
    assert (
        "No duplicate IDs, self-referential dependencies, or dependency cycles"
        in tools.run_tool(folder, "backlog", "doctor")
    )
    found = json.loads(tools.run_tool(folder, "backlog", "task", "list", "--json"))["tasks"]
    read = {
        task["id"]: (
            task["title"], task["priority"], task["milestone"], task["acceptanceCriteriaCount"],
            task["dueDate"],
        )
        for task in found
    }  # fmt: skip
    tasks = make_tasks(handed.handover)
    assert read == {f"TASK-{task.number}": _backlog_row(task) for task in tasks}
    for task in tasks[:12]:
        seen = json.loads(tools.run_tool(folder, "backlog", "task", str(task.number), "--json"))[
            "task"
        ]
        assert seen["dependencies"] == [f"TASK-{number}" for number in task.before]


def _backlog_row(task: Task) -> tuple[str, str, str | None, int, str | None]:
    milestone = task.milestone.id.lower() if task.milestone else None
    return (
        task.title,
        task.priority,
        milestone,
        len(task.criteria),
        task.due.isoformat() if task.due else None,
    )


def test_what_is_done_in_backlog_comes_back(tmp_path: Path) -> None:
    handed = hand_over_case(DEMO, "backlog")
    folder = folder_with(tmp_path, handed, "backlog/")
    tools.run_tool(folder, "backlog", "task", "edit", "1", "-s", "In Progress", "--check-ac", "1")
    tools.run_tool(folder, "backlog", "task", "edit", "2", "-s", "Done")
    tools.run_tool(folder, "backlog", "task", "complete", "2")
    tools.run_tool(folder, "backlog", "task", "archive", "3")
    (found,) = read_back(folder)
    by_number = {task.number: task.id for task in make_tasks(handed.handover)}
    states = {sighting.item_id: sighting.state for sighting in found.sightings}
    changed = {1: ProgressState.STARTED, 2: ProgressState.DONE, 3: ProgressState.DROPPED}
    expected = {
        item_id: changed.get(number, ProgressState.OPEN) for number, item_id in by_number.items()
    }
    assert (found.form, states) == ("Backlog.md", expected)


def test_what_is_ticked_in_openspec_comes_back_from_the_archive(tmp_path: Path) -> None:
    handed = hand_over_case(DEMO, "openspec")
    folder = folder_with(tmp_path, handed, "openspec/")
    first, *_others = changes = sorted((folder / "openspec/changes").iterdir())
    tasks = first / "tasks.md"
    ticked = re.findall(r"F-\d+\.\d+(?=:)", tasks.read_text())
    tasks.write_text(tasks.read_text().replace("- [ ]", "- [x]"))
    tools.run_tool(folder, "openspec", "archive", first.name, "--yes")
    assert len(changes) > 1
    (found,) = read_back(folder)
    done = [sighting.name for sighting in found.sightings if sighting.state is ProgressState.DONE]
    assert sorted(done) == sorted(ticked)
    assert sorted(sighting.name for sighting in found.sightings) == sorted(
        _criterion_ids(handed.handover)
    )


def read_back(folder: Path) -> tuple[FormEvidence, ...]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    named = [(path.relative_to(folder).as_posix(), path) for path in files]
    return read_evidence((name, path.read_bytes()) for name, path in named if is_wanted(name))


def test_github_would_take_every_call(handed: Handed, tmp_path: Path) -> None:
    folder = folder_with(tmp_path, handed, "issues/github/")
    found = tools.read("github", *sorted(folder.glob("issues/github/*.json")))
    assert [one for one in found if one["errors"]] == []
    contents = [one["content"] for one in found]
    milestones = [content for content in contents if "body" not in content]
    assert [(content["title"], content["due_on"][:10]) for content in milestones] == [
        (milestone.title, str(milestone.last_day)) for milestone in handed.handover.milestones
    ]
    numbers = {
        milestone.id: number for number, milestone in enumerate(handed.handover.milestones, start=1)
    }
    assert [
        (content["title"], content.get("milestone")) for content in contents if "body" in content
    ] == [
        (task.title, numbers[task.milestone.id] if task.milestone else None)
        for task in make_tasks(handed.handover)
    ]


def test_linear_reads_every_issue(handed: Handed, tmp_path: Path) -> None:
    folder = folder_with(tmp_path, handed, "issues/")
    found = tools.read("linear", folder / "issues/linear.csv")["issues"]
    tasks = make_tasks(handed.handover)
    assert [
        (issue["title"], issue["priority"], issue["status"], issue["labels"]) for issue in found
    ] == [
        (
            task.title,
            LEVELS[task.priority],
            "Backlog",
            [task.milestone.id] if task.milestone else [],
        )
        for task in tasks
    ]
    for issue, task in zip(found, tasks, strict=True):
        assert issue["description"].count("- [ ] ") == len(task.criteria)


def test_ical_reads_every_day(handed: Handed, tmp_path: Path) -> None:
    folder = folder_with(tmp_path, handed, "plan/")
    found = tools.read("ical", folder / "plan/milestones.ics")
    milestones = handed.handover.milestones
    assert [
        (event["summary"], event["first"], event["end"], event["isDay"]) for event in found
    ] == [(m.title, str(m.first_day), str(_day_after(m)), True) for m in milestones]
    assert len({event["uid"] for event in found}) == len(milestones)
    assert all(event["stamp"] for event in found)


@pytest.mark.parametrize("start", [date(2027, 1, 4), date(2027, 3, 27), None])
def test_mermaid_computes_our_dates(name: str, start: date | None, tmp_path: Path) -> None:
    handed = hand_over_case(name, "plan", start=start)
    folder = folder_with(tmp_path, handed, "plan/")
    found = tools.read("mermaid", folder / "plan/plan.mmd")
    milestones = handed.handover.milestones
    assert found["type"] == "gantt"
    assert found["sections"] == []
    assert [task["id"] for task in found["tasks"]] == [m.id for m in milestones]
    assert all(
        re.match(rf"{m.id}\b", task["name"])
        for task, m in zip(found["tasks"], milestones, strict=True)
    )
    assert [(task["start"], task["end"]) for task in found["tasks"]] == [
        tuple(_span(m)) for m in milestones
    ]


def _span(milestone: BuildMilestone) -> Iterator[int]:
    if milestone.first_day is None:
        yield from (milestone.week * 1000, (milestone.week + milestone.weeks) * 1000)
        return
    for day in (milestone.first_day, _day_after(milestone)):
        yield int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)


@needs_java
@pytest.mark.parametrize("is_dated", [True, False])
def test_mpxj_reads_every_date_and_link(name: str, is_dated: bool, tmp_path: Path) -> None:
    handed = hand_over_case(name, "plan", start=date(2027, 1, 4) if is_dated else None)
    folder = folder_with(tmp_path, handed, "plan/")
    found = tools.read_project(folder / "plan/plan.xml")
    milestones = handed.handover.milestones
    assert [(task["wbs"], task["name"], task["duration"]) for task in found["tasks"]] == [
        (m.id, m.title, f"{float(m.weeks)}w") for m in milestones
    ]
    assert [set(task["after"]) for task in found["tasks"]] == [set(m.after) for m in milestones]
    assert {link for task in found["tasks"] for link in task["links"]} <= {"FS"}
    days = [(task["start"][:10], task["finish"][:10]) for task in found["tasks"]]
    assert days == [_worked_days(m) for m in milestones]


def _worked_days(milestone: BuildMilestone) -> tuple[str, str]:
    """From Monday to the Friday before the last Sunday; both empty if nothing has dates."""
    if not milestone.first_day or not milestone.last_day:
        return "", ""
    return str(milestone.first_day), str(milestone.last_day - timedelta(days=2))


def _day_after(milestone: BuildMilestone) -> date:
    assert milestone.last_day
    return milestone.last_day + timedelta(days=1)


def _criterion_ids(handover: Handover) -> list[str]:
    return [
        found
        for feature in handover.features
        for found in [c.id for c in feature.criteria] or [f"{feature.id}.1"]
    ]
