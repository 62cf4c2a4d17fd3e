"""How far each feature and milestone is, from what files say and what the documents plan."""

from __future__ import annotations

from artifacts.importing.progress import (
    FormEvidence,
    FormProgress,
    PlannedFeature,
    PlannedMilestone,
    ProgressState,
    Sighting,
    report_of,
)

FEATURES = [
    PlannedFeature("F-1", "F-1 Count", 2),
    PlannedFeature("F-2", "F-2 List", 1),
    PlannedFeature("F-3", "F-3", 0),
]
MILESTONES = [
    PlannedMilestone("M-1", "M-1 Talks", ()),
    PlannedMilestone("M-2", "M-2 Build", ("F-1", "F-2")),
    PlannedMilestone("", "Unplanned", ("F-3",)),
]


def criterion(name: str, *, done: bool = False) -> Sighting:
    item_id, _, place = name.partition(".")
    return Sighting(
        item_id,
        int(place),
        "",
        ProgressState.DONE if done else ProgressState.OPEN,
        int(done),
        1,
        "tasks.md",
    )


def whole(item_id: str, state: ProgressState, done: int = 0, total: int = 0) -> Sighting:
    return Sighting(item_id, 0, f"{item_id} title", state, done, total, "task.md")


def report(*sightings: Sighting) -> FormProgress:
    return report_of(FormEvidence("Form", sightings), FEATURES, MILESTONES)


def features(found: FormProgress) -> list[tuple[ProgressState, int, int]]:
    return [(one.state, one.done, one.total) for one in found.features]


def milestones(found: FormProgress) -> list[tuple[ProgressState, int, int]]:
    return [(one.state, one.done, one.total) for one in found.milestones]


def test_nothing_said_is_missing() -> None:
    found = report()
    assert features(found) == [(ProgressState.MISSING, 0, 0)] * 3
    assert milestones(found) == [
        (ProgressState.MISSING, 0, 0),
        (ProgressState.MISSING, 0, 2),
        (ProgressState.MISSING, 0, 1),
    ]


def test_a_feature_is_done_with_its_last_criterion() -> None:
    found = report(criterion("F-1.1", done=True), criterion("F-1.2"), criterion("F-2.1", done=True))
    assert features(found)[:2] == [(ProgressState.STARTED, 1, 2), (ProgressState.DONE, 1, 1)]
    assert milestones(found)[1] == (ProgressState.STARTED, 1, 2)
    assert found.done == 1


def test_a_criterion_that_was_added_since_is_still_to_be_met() -> None:
    assert features(report(criterion("F-1.1", done=True)))[0] == (ProgressState.STARTED, 1, 2)


def test_a_criterion_that_is_there_twice_is_met_once_both_are_ticked() -> None:
    twice = [criterion("F-2.1", done=True), criterion("F-2.1")]
    assert features(report(*twice))[1] == (ProgressState.OPEN, 0, 1)


def test_a_feature_without_criteria_has_the_question_that_stands_in_for_them() -> None:
    assert features(report(criterion("F-3.1", done=True)))[2] == (ProgressState.DONE, 1, 1)


def test_a_milestone_without_features_has_its_own_state() -> None:
    found = report(whole("M-1", ProgressState.STARTED, 1, 3))
    assert milestones(found)[0] == (ProgressState.STARTED, 1, 3)


def test_a_milestone_is_done_with_its_last_feature() -> None:
    found = report(whole("F-1", ProgressState.DONE, 2, 2), whole("F-2", ProgressState.DROPPED))
    assert milestones(found)[1] == (ProgressState.DONE, 1, 2)
    found = report(whole("F-1", ProgressState.DROPPED), whole("F-2", ProgressState.DROPPED))
    assert milestones(found)[1] == (ProgressState.DROPPED, 0, 2)
    found = report(whole("F-1", ProgressState.DONE), whole("F-2", ProgressState.OPEN))
    assert milestones(found)[1] == (ProgressState.STARTED, 1, 2)


def test_a_feature_in_two_tasks_is_done_with_both() -> None:
    found = report(whole("F-1", ProgressState.DONE, 1, 1), whole("F-1", ProgressState.OPEN, 0, 2))
    assert features(found)[0] == (ProgressState.STARTED, 1, 3)


def test_unknown_ids_are_listed_and_others_counted() -> None:
    places = [
        criterion("F-9.1"),
        criterion("F-1.3", done=True),
        whole("M-7", ProgressState.DONE),
        whole("", ProgressState.OPEN),
    ]
    found = report(*places)
    assert [place.name for place in found.unknown] == ["F-9.1", "F-1.3", "M-7"]
    assert (found.unknown_count, found.others) == (3, 1)
    assert features(found)[0] == (ProgressState.MISSING, 0, 0)


def test_the_list_of_unknown_ids_has_an_end() -> None:
    found = report(*(criterion(f"F-9.{number}") for number in range(1, 301)))
    assert (len(found.unknown), found.unknown_count) == (100, 300)
