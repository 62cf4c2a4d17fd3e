"""What the offline writer takes from the documents before, and without some of them."""

from __future__ import annotations

from typing import Any

import pytest

from artifacts.runners.base import ProjectInput
from artifacts.runners.offline.composing import compose, compose_class
from artifacts.schemas import GENERATION_ORDER, ArtifactType, load_content
from artifacts.tests.support.ideas import IDEAS, SHELFWISE
from artifacts.tests.support.offline_documents import (
    POINTER,
    check_links,
    check_pointers,
    contents_of,
    oysters,
    written,
)
from artifacts.tests.support.unknown_type import GoToMarketContent


def _edited_scope(scope: Any) -> Any:
    """A scope as a founder may leave it: renumbered, one renamed, one deleted, one added."""
    document = scope.model_dump()
    features = document["core_features"]
    for number, feature in zip((7, 2, 9), features, strict=True):
        feature["id"] = f"F-{number}"
    features[1]["name"] = 'Order slips [[F-2]] "by hand"'
    del features[2]
    features.append(
        {"id": "F-11", "name": "Loyalty card", "description": "Stamps.", "priority": "high"}
    )
    return type(scope).model_validate(document)


def test_later_documents_follow_an_edited_scope():
    project = oysters()
    contents = written(project)
    contents[ArtifactType.MVP_SCOPE] = _edited_scope(contents[ArtifactType.MVP_SCOPE])
    for artifact_type in GENERATION_ORDER[2:]:
        earlier = {other: contents[other] for other in artifact_type.earlier}
        contents[artifact_type] = artifact_type.content_class.model_validate(
            compose(project, artifact_type, earlier)
        )
    features = {feature.id for feature in contents[ArtifactType.MVP_SCOPE].core_features}
    assert features == {"F-7", "F-2", "F-11"}
    check_pointers(contents, after=ArtifactType.MVP_SCOPE)
    check_links(contents)


def test_a_scope_of_nothing_known_is_delivered_used_and_pointed_at():
    project = ProjectInput.from_brief(SHELFWISE)
    contents = dict(contents_of(SHELFWISE))
    document = contents[ArtifactType.MVP_SCOPE].model_dump()
    document["core_features"] = [
        {
            "id": f"F-{number}",
            "name": f"{'Long name ' * 19}{number}",
            "description": "D",
            "priority": "low",
        }
        for number in range(3, 43)
    ]
    contents[ArtifactType.MVP_SCOPE] = ArtifactType.MVP_SCOPE.content_class.model_validate(document)
    for artifact_type in GENERATION_ORDER[2:]:
        earlier = {other: contents[other] for other in artifact_type.earlier}
        contents[artifact_type] = artifact_type.content_class.model_validate(
            compose(project, artifact_type, earlier)
        )
    check_pointers(contents, after=ArtifactType.MVP_SCOPE)
    check_links(contents)


def test_deleted_assumptions_are_not_pointed_at():
    project = ProjectInput.from_brief(SHELFWISE)
    document = contents_of(SHELFWISE)[ArtifactType.BRIEF].model_dump()
    document["assumptions"] = [
        {"id": "A-40", "text": "The moon is round", "basis": "guess", "confidence": "low"}
    ]
    contents: dict[ArtifactType, Any] = {
        ArtifactType.BRIEF: load_content(ArtifactType.BRIEF, document)
    }
    for artifact_type in GENERATION_ORDER[1:]:
        contents[artifact_type] = artifact_type.content_class.model_validate(
            compose(project, artifact_type, contents)
        )
    check_pointers(contents, after=ArtifactType.BRIEF)
    check_links(contents)


@pytest.mark.parametrize("missing", [ArtifactType.MILESTONES, ArtifactType.RISK_LOG])
def test_a_document_that_failed_does_not_stop_the_later_ones(missing):
    project = ProjectInput.from_brief(SHELFWISE)
    contents = {
        key: content
        for key, content in contents_of(SHELFWISE).items()
        if key.number < missing.number
    }
    for artifact_type in missing.later:
        contents[artifact_type] = artifact_type.content_class.model_validate(
            compose(project, artifact_type, dict(contents))
        )
    check_pointers(contents)


@pytest.mark.parametrize("key", ["shelfwise", "arabic", "long", "punctuation"])
@pytest.mark.parametrize("with_earlier", [True, False])
def test_an_unknown_document_is_written_from_its_declaration(key, with_earlier):
    project = ProjectInput.from_brief(IDEAS[key])
    earlier = contents_of(IDEAS[key]) if with_earlier else {}
    content = GoToMarketContent.model_validate(compose_class(project, GoToMarketContent, earlier))
    text = content.model_dump_json()
    targets = {item.id for document in earlier.values() for _, item in document.items()}
    for name in POINTER.findall(text):
        assert name in targets or name.startswith("brief.")
    assert content.budget
    assert len(content.channels) >= 2
    if with_earlier:
        assert content.channels[0].serves
