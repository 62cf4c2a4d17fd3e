"""A small project with nothing wrong in it, and the same with changes: what the examples of the
rules are about.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from artifacts.checker.check import check
from artifacts.checker.findings import Report
from artifacts.document_types.parts import text_of
from artifacts.documents.retired import RetiredItem, Superseded
from artifacts.interview.questions import ProjectInput
from artifacts.schemas import ArtifactContent, ArtifactType, Contents

_PROJECT: Mapping[str, Any] = {
    "name": "Shelfwise",
    "idea": "Stock counting on a phone for small shops.",
    "target_user": "Owners of small shops",
    "problem": "They count stock on paper every week",
    "price": "29 euros a month per shop",
    "constraint": "One developer for eight weeks",
    "validation": "5 shops count with it for a month",
}


def check_sample(changes: Mapping[str, Any]) -> Report:
    """Return what the checker says of the sample project with `changes`, each by the place where it
    is made.
    """
    project, contents, superseded = sample(changes)
    return check(project, contents, superseded=superseded)


def sample(changes: Mapping[str, Any]) -> tuple[ProjectInput, Contents, Superseded]:
    """Return the sample project with `changes`: what its founder said, its documents, and what
    these have dropped.
    """
    project = dict(_PROJECT)
    superseded: dict[ArtifactType, dict[str, RetiredItem]] = {}
    contents = {
        artifact_type: artifact_type.content_class.model_validate(tomllib.loads(document))
        for artifact_type in ArtifactType
        if (document := text_of(artifact_type.value, "sample.toml"))
    }
    for place, value in changes.items():
        group, _, rest = place.partition(".")
        if group == "answers":
            project[rest] = value
        elif group == "superseded":
            document, item_id = rest.split(".")
            superseded.setdefault(ArtifactType(document), {})[item_id] = value
        else:
            artifact_type = ArtifactType(group)
            contents[artifact_type] = _changed(contents[artifact_type], rest, value)
    return ProjectInput.from_brief(project), contents, superseded


def _changed(content: ArtifactContent, place: str, value: Any) -> ArtifactContent:
    name, _, field = place.partition(".")
    section = content.section(name)
    if section and section.computed:
        # No document that is read can hold this; an example has to force it in.
        setattr(content, name, value)
        return content
    if section:
        return content.model_validate({**content.model_dump(), name: value})
    item = next(item for _, item in content.items() if item.id == name)
    setattr(item, field, value)
    content.compute()
    return content
