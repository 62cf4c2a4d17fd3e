"""OpenSpec: a change for each milestone that delivers features, a capability for each feature.

The words that its parser reads (MUST, WHEN, THEN, the headings) are English whatever language the
founder writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from artifacts.documents.references import shorten
from artifacts.exporters.builders.base import File, Form, Group
from artifacts.exporters.builders.filling import fill
from artifacts.exporters.builders.handover import (
    BuildFeature,
    BuildMilestone,
    BuildRisk,
    Criterion,
    Handover,
    Stage,
)
from artifacts.exporters.builders.text import heading, inline, within
from artifacts.schemas import ArtifactType
from artifacts.text import gettext_noop

REQUIREMENTS_MAX = 10
"""Of one change: its validator advises to split larger ones."""
WHY_MAX = 1_000
REQUIREMENT_MAX = 500
NAME_MAX = 60


@dataclass(frozen=True, slots=True)
class Requirement:
    """A criterion, or the question that stands in for those that are missing."""

    id: str
    name: str
    text: str
    then: str

    @classmethod
    def of(cls, project: str, feature: BuildFeature, criterion: Criterion | None) -> Requirement:
        item_id = criterion.id if criterion else f"{feature.id}.1"
        asked = criterion.text if criterion else feature.question
        # The question is a mark of ours, with brackets that tools look for.
        shown = inline(asked) if criterion else asked
        must = f"{inline(project)} MUST meet this criterion of {feature.id}: "
        text = within(max(REQUIREMENT_MAX - len(must), 200), asked) if criterion else asked
        return cls(
            item_id,
            f"{item_id} {heading(shorten(asked, NAME_MAX)) if criterion else 'open'}",
            must + text,
            shown,
        )


@dataclass(frozen=True, slots=True)
class FeatureSpec:
    """The requirements of a feature in a change; `is_first` where it introduces the capability."""

    feature: BuildFeature
    requirements: tuple[Requirement, ...]
    is_first: bool = True


@dataclass(frozen=True, slots=True)
class Change:
    name: str
    stage: Stage
    parts: tuple[FeatureSpec, ...]

    @property
    def milestone(self) -> BuildMilestone | None:
        return self.stage.milestone


def files(handover: Handover) -> Iterator[File]:
    for change in _changes(handover):
        folder = f"openspec/changes/{change.name}"
        values = {"handover": handover, "change": change, "risks": _risks(change)}
        yield File(
            f"{folder}/proposal.md",
            fill("openspec/proposal.md", **values, why=_why(handover, change)),
        )
        yield File(f"{folder}/design.md", fill("openspec/design.md", **values))
        yield File(f"{folder}/tasks.md", fill("openspec/tasks.md", **values))
        for part in change.parts:
            path = f"{folder}/specs/{part.feature.folder}/spec.md"
            version = handover.versions[ArtifactType.MVP_SCOPE]
            yield File(
                path, fill("openspec/spec.md", part=part, handover=handover, version=version)
            )


def _changes(handover: Handover) -> Iterator[Change]:
    for stage in handover.stages:
        parts = [_spec_of(handover, feature) for feature in stage.features]
        if sum(len(part.requirements) for part in parts) <= REQUIREMENTS_MAX:
            yield Change(stage.folder, stage, tuple(parts))
            continue
        for part in parts:
            yield from _split(stage, part)


def _spec_of(handover: Handover, feature: BuildFeature) -> FeatureSpec:
    criteria = feature.criteria or (None,)
    return FeatureSpec(
        feature, tuple(Requirement.of(handover.name, feature, criterion) for criterion in criteria)
    )


def _split(stage: Stage, part: FeatureSpec) -> Iterator[Change]:
    prefix = f"{stage.id.lower() or stage.folder}-{part.feature.folder}"
    for number, begin in enumerate(range(0, len(part.requirements), REQUIREMENTS_MAX), start=1):
        some = part.requirements[begin : begin + REQUIREMENTS_MAX]
        name = prefix if number == 1 else f"{prefix}-part-{number}"
        yield Change(name, stage, (replace(part, requirements=some, is_first=number == 1),))


def _why(handover: Handover, change: Change) -> str:
    if change.milestone is None:
        return (
            "These features of the MVP Scope are in no milestone yet, so they come last. "
            "[NEEDS CLARIFICATION: when are they built?]"
        )
    begin = (
        f"This change delivers {change.milestone.id} of {inline(handover.name)}, as its milestones"
        " plan it: "
    )
    return begin + within(WHY_MAX - len(begin), " ".join(change.milestone.description))


def _risks(change: Change) -> list[BuildRisk]:
    bearers: list[BuildFeature | BuildMilestone] = [part.feature for part in change.parts]
    if change.milestone:
        bearers.append(change.milestone)
    return list(dict.fromkeys(risk for bearer in bearers for risk in bearer.risks))


FORM = Form(
    name="openspec",
    group=Group.AGENTS,
    title="OpenSpec",
    use=gettext_noop(
        "Unzip into your repository, run `npx @fission-ai/openspec validate --all --strict`, and"
        " have your agent apply the first change."
    ),
    folder="openspec/changes/",
    files=files,
)
