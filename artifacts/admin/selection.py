"""Which projects, or documents of projects, staff have selected to be regenerated."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from artifacts.generation.claims import HEAVY_FIELDS
from artifacts.models import Artifact
from artifacts.schemas import GENERATION_ORDER, ArtifactType

MANY = 100
"""How many projects are started at a time: what one request hands to the queue in a few seconds."""

MOST_DOCUMENTS = MANY * len(GENERATION_ORDER)


@dataclass(frozen=True, slots=True)
class Selection:
    """Whole projects, or some documents of each; without their texts."""

    project_keys: Sequence[uuid.UUID]
    artifacts: Sequence[Artifact] = ()
    """The documents, where not whole projects were selected."""

    @classmethod
    def named_in(cls, named: QueryDict) -> Selection:
        """Return what an address or a form names; what can be no key is passed over."""
        artifacts = _named_artifacts(named)
        if artifacts:
            return cls(list(dict.fromkeys(a.project_id for a in artifacts)), artifacts)
        return cls(_named_projects(named))

    @property
    def artifact_keys(self) -> list[int]:
        return [artifact.pk for artifact in self.artifacts]

    @property
    def types(self) -> dict[uuid.UUID, tuple[ArtifactType, ...]]:
        """The selected documents of each project."""
        found: dict[uuid.UUID, tuple[ArtifactType, ...]] = {}
        for artifact in self.artifacts:
            found[artifact.project_id] = (*found.get(artifact.project_id, ()), artifact.type)
        return found


def refusal(project_keys: Sequence[uuid.UUID]) -> str:
    """Return why these projects are not regenerated together; "" where they can be."""
    if not project_keys:
        return "Nothing was selected. Nothing was started."
    if len(project_keys) > MANY:
        return (
            f"At most {MANY} projects are regenerated at a time. Nothing was started; select"
            " fewer of them."
        )
    return ""


def _named_projects(named: QueryDict) -> list[uuid.UUID]:
    keys = []
    for text in named.getlist("project")[: MANY + 1]:
        try:
            keys.append(uuid.UUID(text))
        except ValueError:
            continue
    return list(dict.fromkeys(keys))


def _named_artifacts(named: QueryDict) -> list[Artifact]:
    keys = [
        int(text)
        for text in named.getlist("artifact")
        if text.isascii() and text.isdigit() and len(text) < 19
    ]
    keys = keys[: MOST_DOCUMENTS + 1]
    return (
        list(Artifact.objects.filter(pk__in=keys).defer(*HEAVY_FIELDS).order_by("pk"))
        if keys
        else []
    )
