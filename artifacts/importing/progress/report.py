"""What files say beside what the documents plan: how far each feature and milestone is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from artifacts.importing.progress.evidence import FormEvidence, ProgressState, Sighting

UNKNOWN_MAX = 100
"""How many places with unknown ids are listed."""


@dataclass(frozen=True, slots=True)
class PlannedFeature:
    """A feature of the documents. Without criteria, it has one: the question that stands in."""

    id: str
    title: str
    criteria: int


@dataclass(frozen=True, slots=True)
class PlannedMilestone:
    """A milestone with the ids of what it delivers; `id` is "" for what is not planned."""

    id: str
    title: str
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeatureProgress:
    feature: PlannedFeature
    state: ProgressState
    done: int
    total: int
    """Criteria; both 0 if the files say only how far the whole is."""


@dataclass(frozen=True, slots=True)
class MilestoneProgress:
    milestone: PlannedMilestone
    state: ProgressState
    done: int
    total: int
    """Features, or criteria where it delivers none; both 0 if only the whole is spoken of."""


@dataclass(frozen=True, slots=True)
class FormProgress:
    form: str
    features: tuple[FeatureProgress, ...]
    milestones: tuple[MilestoneProgress, ...]
    unknown: tuple[Sighting, ...]
    """Places that name an id which the documents do not have, up to UNKNOWN_MAX of them."""
    unknown_count: int
    others: int
    """Tasks that name none of our ids."""

    @property
    def done(self) -> int:
        return sum(found.state is ProgressState.DONE for found in self.features)


def report_of(
    evidence: FormEvidence,
    features: Sequence[PlannedFeature],
    milestones: Sequence[PlannedMilestone],
) -> FormProgress:
    """Return how far everything is that the documents plan, and what the files name beside it."""
    by_id: dict[str, list[Sighting]] = {}
    unknown: list[Sighting] = []
    others = evidence.others
    known = {feature.id: max(feature.criteria, 1) for feature in features}
    planned = {milestone.id for milestone in milestones if milestone.id}
    for sighting in evidence.sightings:
        if not sighting.item_id:
            others += 1
        elif _is_known(sighting, known, planned):
            by_id.setdefault(sighting.item_id, []).append(sighting)
        else:
            unknown.append(sighting)
    found = tuple(_feature(feature, by_id.get(feature.id, ())) for feature in features)
    states = {progress.feature.id: progress.state for progress in found}
    return FormProgress(
        evidence.form,
        found,
        tuple(
            _milestone(milestone, states, by_id.get(milestone.id, ())) for milestone in milestones
        ),
        tuple(unknown[:UNKNOWN_MAX]),
        len(unknown),
        others,
    )


def _is_known(sighting: Sighting, features: Mapping[str, int], milestones: Collection[str]) -> bool:
    if sighting.item_id in milestones:
        return True
    return sighting.criterion <= features.get(sighting.item_id, -1)


def _feature(feature: PlannedFeature, sightings: Sequence[Sighting]) -> FeatureProgress:
    if criteria := [sighting for sighting in sightings if sighting.criterion]:
        unmet = {
            sighting.criterion for sighting in criteria if sighting.state is not ProgressState.DONE
        }
        met = {sighting.criterion for sighting in criteria} - unmet
        total = max(feature.criteria, 1)
        state = (
            ProgressState.DONE
            if len(met) == total
            else ProgressState.STARTED
            if met
            else ProgressState.OPEN
        )
        return FeatureProgress(feature, state, len(met), total)
    done, total = _ticks(sightings)
    return FeatureProgress(
        feature, _together(sighting.state for sighting in sightings), done, total
    )


def _milestone(
    milestone: PlannedMilestone,
    features: Mapping[str, ProgressState],
    sightings: Sequence[Sighting],
) -> MilestoneProgress:
    if not milestone.features:
        done, total = _ticks(sightings)
        return MilestoneProgress(
            milestone, _together(sighting.state for sighting in sightings), done, total
        )
    states = [features[feature_id] for feature_id in milestone.features]
    return MilestoneProgress(
        milestone, _together(states), states.count(ProgressState.DONE), len(states)
    )


def _ticks(sightings: Iterable[Sighting]) -> tuple[int, int]:
    found = list(sightings)
    return sum(sighting.done for sighting in found), sum(sighting.total for sighting in found)


def _together(states: Iterable[ProgressState]) -> ProgressState:
    """Return how far all of them are: done once none is left to do, and started once one is."""
    found = set(states)
    if found <= {ProgressState.MISSING}:
        return ProgressState.MISSING
    if found == {ProgressState.DROPPED}:
        return ProgressState.DROPPED
    if found <= {ProgressState.DONE, ProgressState.DROPPED}:
        return ProgressState.DONE
    return (
        ProgressState.STARTED
        if found & {ProgressState.STARTED, ProgressState.DONE}
        else ProgressState.OPEN
    )
