"""Every form, read back with the standard library: ids, counts, dependencies and dates are ours."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from artifacts.exporters.builders.handover import Handover
from artifacts.exporters.builders.spec_kit import MARKS_MAX
from artifacts.exporters.builders.tasks import TITLE_MAX, Task, make_tasks
from artifacts.exporters.builders.text import without_mentions
from artifacts.facts.schema import Fact, Facts
from artifacts.tests.support.builders import START, documents, files_of, hand_over, with_features

handovers = st.builds(
    lambda contents, is_dated: hand_over(contents, start=START if is_dated else None),
    documents(),
    st.booleans(),
)
examples = settings(max_examples=15)
FORMULA = tuple("=+-@\t")


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def due(task: Task) -> str:
    return task.due.isoformat() if task.due else ""


@examples
@given(handovers)
def test_agents_md_names_every_milestone_feature_and_limit(handover: Handover) -> None:
    files = files_of(handover, "agents")
    text = files["AGENTS.md"]
    assert re.findall(r"^- \*\*(M-\d+) ", text, re.MULTILINE) == [m.id for m in handover.milestones]
    placed = [feature.id for stage in handover.stages for feature in stage.features]
    assert (
        re.findall(r"^(?:  )?- (F-\d+) ", text.partition("## Done means")[0], re.MULTILINE)
        == placed
    )
    never = text.partition("## Never build")[2].partition("\n## ")[0]
    assert never.count("\n- ") == len(handover.out_of_scope)
    asked = text.partition("## Open questions")[2].partition("\n## ")[0]
    assert asked.count("\n- ") == len(handover.questions)
    assert files["CLAUDE.md"] == "@AGENTS.md\n"


@examples
@given(handovers)
def test_openspec_has_a_requirement_and_a_task_for_every_criterion(handover: Handover) -> None:
    files = files_of(handover, "openspec")
    specs = [text for path, text in files.items() if path.endswith("/spec.md")]
    tasks = [text for path, text in files.items() if path.endswith("/tasks.md")]
    ids = sorted(
        found
        for feature in handover.features
        for found in [c.id for c in feature.criteria] or [f"{feature.id}.1"]
    )
    required = [
        found
        for text in specs
        for found in re.findall(r"^### Requirement: (F-\d+\.\d+) ", text, re.MULTILINE)
    ]
    listed = [
        found
        for text in tasks
        for found in re.findall(r"^- \[ \] \d+\.\d+ (F-\d+\.\d+): ", text, re.MULTILINE)
    ]
    assert sorted(required) == sorted(listed) == ids
    for text in specs:
        headings = re.findall(r"^(### Requirement: |#### Scenario: )", text, re.MULTILINE)
        musts = re.findall(r"^Shelfwise MUST meet this criterion of F-", text, re.MULTILINE)
        assert headings == ["### Requirement: ", "#### Scenario: "] * len(musts)
        assert (
            "## Purpose" not in text
            or len(text.partition("## Purpose\n\n")[2].partition("\n")[0]) >= 50
        )
    for path, text in files.items():
        if path.endswith("/proposal.md"):
            assert 50 <= len(text.partition("## Why\n\n")[2].partition("\n\n## ")[0]) <= 1000


@examples
@given(handovers)
def test_spec_kit_has_a_specification_for_every_feature_with_few_marks(handover: Handover) -> None:
    files = files_of(handover, "spec-kit")
    specs = {path: text for path, text in files.items() if path.endswith("/spec.md")}
    placed = [feature for stage in handover.stages for feature in stage.features]
    assert list(specs) == [
        f"specs/{n:03}-{f.folder}/spec.md" for n, f in enumerate(placed, start=1)
    ]
    assert json.loads(files[".specify/feature.json"]) == {
        "feature_directory": f"specs/001-{placed[0].folder}"
    }
    for feature, text in zip(placed, specs.values(), strict=True):
        marks = re.findall(r"^(?:- |1\. )\[NEEDS CLARIFICATION: ", text, re.MULTILINE)
        assert len(marks) <= MARKS_MAX
        open_lines = (
            len(marks)
            + len(re.findall(r"^- Still open: ", text, re.MULTILINE))
            - (not feature.criteria)
        )
        assert open_lines == len(handover.open_questions)
        assert len(re.findall(r"^- \*\*FR-\d{3}\*\*: ", text, re.MULTILINE)) == max(
            len(feature.criteria), 1
        )
        assert re.findall(r"\((F-\d+\.\d+)\)$", text, re.MULTILINE) == [
            c.id for c in feature.criteria
        ]


@examples
@given(handovers)
def test_kiro_has_a_numbered_criterion_for_every_one_of_ours(handover: Handover) -> None:
    texts = [text for path, text in files_of(handover, "kiro").items() if path.startswith(".kiro/")]
    placed = [feature for stage in handover.stages for feature in stage.features]
    for feature, text in zip(placed, texts, strict=True):
        assert re.findall(r"^\d+\. THE PRODUCT SHALL meet (F-\d+\.\d+): ", text, re.MULTILINE) == [
            criterion.id for criterion in feature.criteria
        ]
        assert re.findall(r"^### Requirement 1: (F-\d+) ", text, re.MULTILINE) == [feature.id]


@examples
@given(handovers)
def test_bmad_has_our_epics_and_stories_and_no_other_heading_that_names_them(
    handover: Handover,
) -> None:
    files = files_of(handover, "bmad")
    headings = re.findall(
        r"^#{1,4} .*", files["_bmad-output/planning-artifacts/epics.md"], re.MULTILINE
    )
    expected = [
        [
            f"## Epic {number}: ",
            *(f"### Story {number}.{place}: {feature} " for place, feature in enumerate(ids, 1)),
        ]
        for number, ids in enumerate(
            [[f.id for f in m.features] for m in handover.milestones]
            + ([[f.id for f in handover.unplanned]] if handover.unplanned else []),
            start=1,
        )
    ]
    wanted = ["# Work by milestone", *(beginning for epic in expected for beginning in epic)]
    assert len(headings) == len(wanted)
    assert all(
        found.startswith(beginning) for found, beginning in zip(headings, wanted, strict=True)
    )


@examples
@given(handovers)
def test_task_master_has_numbered_tasks_and_dependencies_that_exist(handover: Handover) -> None:
    found = json.loads(files_of(handover, "task-master")[".taskmaster/tasks/tasks.json"])["master"][
        "tasks"
    ]
    tasks = make_tasks(handover)
    assert [(t["id"], t["dependencies"], t["priority"]) for t in found] == [
        (task.number, list(task.before), task.priority) for task in tasks
    ]
    for task, one in zip(tasks, found, strict=True):
        assert one["title"].startswith(f"{task.id} ")
        assert len(one["title"]) <= TITLE_MAX
        assert all(number < one["id"] for number in one["dependencies"])
        assert one["testStrategy"].split("\n") == list(task.criteria or ("",))


@examples
@given(handovers)
def test_backlog_keeps_ids_criteria_dates_and_dependencies(handover: Handover) -> None:
    files = files_of(handover, "backlog")
    tasks = [text for path, text in files.items() if path.startswith("backlog/tasks/")]
    for task, text in zip(make_tasks(handover), tasks, strict=True):
        matter, _, rest = text.removeprefix("---\n").partition("\n---\n")
        read = yaml.safe_load(matter)
        assert (read["id"], read["title"]) == (f"TASK-{task.number}", task.title)
        assert read["dependencies"] == [f"TASK-{number}" for number in task.before]
        assert read.get("milestone") == (task.milestone.id.lower() if task.milestone else None)
        assert read.get("due_date", "") == due(task)
        assert rest.count("<!-- AC:BEGIN -->") == rest.count("<!-- AC:END -->") == 1
        criteria = rest.partition("<!-- AC:BEGIN -->")[2].partition("<!-- AC:END -->")[0]
        assert re.findall(r"^- \[ \] #(\d+) ", criteria, re.MULTILINE) == [
            str(number) for number in range(1, len(task.criteria) + 1)
        ]
    milestones = [text for path, text in files.items() if path.startswith("backlog/milestones/")]
    read_titles = [yaml.safe_load(text.split("---\n")[1])["title"] for text in milestones]
    assert read_titles == [milestone.title for milestone in handover.milestones]
    yaml.safe_load(files["backlog/config.yml"])


@examples
@given(handovers)
def test_github_gives_every_issue_its_milestone_by_number(handover: Handover) -> None:
    files = files_of(handover, "github")
    found = [(path, json.loads(text)) for path, text in files.items() if path.endswith(".json")]
    assert [path for path, _ in found] == sorted(path for path, _ in found)
    milestones = [content for path, content in found if "/01-" in path]
    issues = [content for path, content in found if "/10-" in path]
    assert [m["title"] for m in milestones] == [m.title for m in handover.milestones]
    assert [m.get("due_on", "")[:10] for m in milestones] == [
        str(m.last_day or "") for m in handover.milestones
    ]
    for task, issue in zip(make_tasks(handover), issues, strict=True):
        named = milestones[issue["milestone"] - 1]["title"] if "milestone" in issue else ""
        assert (issue["title"], named) == (
            task.title,
            task.milestone.title if task.milestone else "",
        )
        assert issue["body"].count("- [ ] ") == len(task.criteria)
        shown = re.sub(r"https?://\S+", "", issue["body"]).replace("&#8203;", "\u200b")
        assert not re.search(r"(?<![\w/])@\w|#\d", shown)


@examples
@given(handovers)
def test_no_cell_of_a_table_is_a_formula_and_every_row_is_an_item(handover: Handover) -> None:
    tasks = make_tasks(handover)
    features = [task for task in tasks if task.feature]
    for name, expected in (
        ("linear", [t.title for t in tasks]),
        ("gitlab", [t.title for t in tasks]),
        ("asana", [" ".join(t.title.replace(",", " ").split()) for t in tasks]),
        ("jira", [m.title for m in handover.milestones] + [t.title for t in features]),
    ):
        rows = rows_of(files_of(handover, name)[f"issues/{name}.csv"])
        assert [
            next(row[key] for key in ("Title", "title", "Name", "Summary") if key in row)
            for row in rows
        ] == expected
        assert not [cell for row in rows for cell in row.values() if cell.startswith(FORMULA)]


@examples
@given(handovers)
def test_trackers_keep_dates_parents_and_dependencies(handover: Handover) -> None:
    tasks = make_tasks(handover)
    files = files_of(handover, "tracker")
    assert [row["due_date"] for row in rows_of(files["issues/gitlab.csv"])] == [
        due(task) for task in tasks
    ]
    jira = rows_of(files["issues/jira.csv"])
    by_id = {row["Work item Id"]: row for row in jira}
    assert len(by_id) == len(jira)
    for row, task in zip(
        jira[len(handover.milestones) :], [t for t in tasks if t.feature], strict=True
    ):
        parent = by_id[row["Parent"]]["Labels"] if row["Parent"] else ""
        assert (row["Due date"], parent) == (due(task), task.milestone.id if task.milestone else "")
    asana = rows_of(files["issues/asana.csv"])
    above: list[str] = []
    for row, task in zip(asana, tasks, strict=True):
        before = row["Dependencies"].split(",") if row["Dependencies"] else []
        assert before == [above[number - 1] for number in task.before]
        assert row["Due Date"] == (task.due.strftime("%m/%d/%Y") if task.due else "")
        above.append(row["Name"])


@examples
@given(documents())
def test_the_calendar_has_a_day_long_event_for_every_milestone(contents: Any) -> None:
    handover = hand_over(contents, start=START)
    unfolded = files_of(handover, "calendar")["plan/milestones.ics"].replace("\r\n ", "")
    events = [dict(line.split(":", 1) for line in event.split("\r\n") if ":" in line) for event in
              unfolded.split("\r\nBEGIN:VEVENT\r\n")[1:]]  # fmt: skip
    keys = ("DTSTART;VALUE=DATE", "DTEND;VALUE=DATE")
    assert [(e["UID"].partition("@")[0], *map(e.__getitem__, keys)) for e in events] == [
        (m.id.lower(), f"{m.first_day:%Y%m%d}", f"{m.last_day + timedelta(days=1):%Y%m%d}")
        for m in handover.milestones if m.last_day
    ]  # fmt: skip
    assert all({"DTSTAMP", "SEQUENCE", "SUMMARY", "DESCRIPTION"} <= set(event) for event in events)


@examples
@given(handovers)
def test_the_chart_names_only_bars_above_and_no_word_is_a_keyword(handover: Handover) -> None:
    lines = files_of(handover, "gantt")["plan/plan.mmd"].splitlines()
    bars = [
        re.fullmatch(r"    (M-\d+)\b[^:]* :(M-\d+), (after [M\d -]+|[\d-]+), (\d+)[ws]", line)
        for line in lines[4:]
    ]
    assert len(bars) == len(handover.milestones)
    above: set[str] = set()
    for found, milestone in zip(bars, handover.milestones, strict=True):
        assert found
        assert (found[1], found[2], int(found[4])) == (milestone.id, milestone.id, milestone.weeks)
        after = found[3].removeprefix("after ").split() if found[3].startswith("after") else []
        assert tuple(after) == milestone.after
        assert above.issuperset(after)
        above.add(milestone.id)


@examples
@given(handovers)
def test_the_project_file_links_tasks_that_exist(handover: Handover) -> None:
    root = ET.fromstring(files_of(handover, "ms-project")["plan/plan.xml"])
    name = {"p": "http://schemas.microsoft.com/project"}
    tasks = root.findall("p:Tasks/p:Task", name)
    ids = {task.findtext("p:UID", "", name): task.findtext("p:WBS", "", name) for task in tasks}
    for task, milestone in zip(tasks, handover.milestones, strict=True):
        assert task.findtext("p:Name", "", name) == milestone.title
        assert task.findtext("p:Duration", "", name) == f"PT{milestone.weeks * 40}H0M0S"
        links = task.findall("p:PredecessorLink/p:PredecessorUID", name)
        assert [ids[link.text or ""] for link in links] == list(milestone.after)
        assert (task.findtext("p:Start", "", name) != "") is handover.is_dated


def test_nobody_is_notified_and_no_number_is_linked() -> None:
    text = "@ann, see #12, me/it#3, GH-4 and https://example.org/a#5, mail a@b.c"
    made = without_mentions(text)
    assert (
        made == "@&#8203;ann, see #&#8203;12, me/it#&#8203;3, GH-&#8203;4 and "
        "https://example.org/a#5, mail a@b.c"
    )


def test_a_start_that_breaks_a_date_is_asked_about() -> None:

    facts = Facts(
        deadline=Fact(value=date(2027, 1, 10), state="read"),
        earliest_start=Fact(value=date(2027, 2, 1), state="read"),
    )
    asked = hand_over(with_features({"name": "Count"}), start=START, facts=facts).questions
    assert any("2027-01-10" in question for question in asked)
    assert any("2027-02-01" in question for question in asked)
