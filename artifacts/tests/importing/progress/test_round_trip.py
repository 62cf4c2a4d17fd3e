"""What is handed over comes back: every id is known, and what is ticked counts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from artifacts.exporters.builders.handover import Handover
from artifacts.exporters.builders.tasks import make_tasks
from artifacts.importing.progress import (
    FormProgress,
    PlannedFeature,
    PlannedMilestone,
    ProgressState,
    read_evidence,
    report_of,
)
from artifacts.importing.progress.files import is_wanted
from artifacts.tests.support.builders import documents, files_of, hand_over

handovers = documents().map(hand_over)
examples = settings(max_examples=25)


def read_back(handover: Handover, files: dict[str, str]) -> list[FormProgress]:
    wanted = {
        path: text for path, text in files.items() if is_wanted(path) or path == "issues/linear.csv"
    }
    features = [PlannedFeature(f.id, f.title, len(f.criteria)) for f in handover.features]
    milestones = [
        PlannedMilestone(m.id, m.title, tuple(f.id for f in m.features))
        for m in handover.milestones
    ]
    evidence = read_evidence((path, text.encode()) for path, text in wanted.items())
    return [report_of(found, features, milestones) for found in evidence]


@examples
@given(handovers)
def test_nothing_is_begun_and_every_id_is_known(handover: Handover) -> None:
    found = read_back(handover, files_of(handover))
    assert [progress.form for progress in found] == ["OpenSpec", "Backlog.md", "Linear"]
    for progress in found:
        assert (progress.unknown, progress.others, progress.done) == ((), 0, 0)
        assert {one.state for one in progress.features} == {ProgressState.OPEN}
        assert {one.done for one in progress.features} == {0}
    for one in found[0].features:
        assert one.total == max(one.feature.criteria, 1)


@examples
@given(handovers, st.data())
def test_one_feature_that_is_ticked_is_the_one_that_is_done(
    handover: Handover, data: st.DataObject
) -> None:
    feature = data.draw(st.sampled_from(handover.features))
    files = files_of(handover)
    number = next(task.number for task in make_tasks(handover) if task.id == feature.id)
    for path, text in files.items():
        if path.endswith("/tasks.md"):
            lines = text.split("\n")
            ticked = [
                ln.replace("- [ ]", "- [x]", 1) if f" {feature.id}." in ln.split(":")[0] else ln
                for ln in lines
            ]
            files[path] = "\n".join(ticked)
        elif path.startswith(f"backlog/tasks/task-{number} "):
            files[path] = text.replace("\nstatus: To Do\n", "\nstatus: Done\n", 1)
    for progress in read_back(handover, files)[:2]:
        done = [one.feature.id for one in progress.features if one.state is ProgressState.DONE]
        assert (progress.form, done) == (progress.form, [feature.id])
