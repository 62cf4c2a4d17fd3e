from __future__ import annotations

from django.utils.translation import override

from artifacts.coherence.staleness import changed_inputs, describe_input, input_hashes
from artifacts.interview import ProjectInput
from artifacts.schemas import ArtifactType, load_content
from artifacts.tests.factories import PLAIN
from artifacts.words import translated

TOLD = ProjectInput.from_brief({"name": "Shelfwise", "idea": "Count stock.", "price": "29 euros"})
BRIEF = load_content(ArtifactType.BRIEF, PLAIN[ArtifactType.BRIEF])


def changed(told: ProjectInput = TOLD, **sections: str) -> list[str]:
    """Return what counts as changed since a document was written from TOLD and BRIEF."""
    now = BRIEF.model_copy(update=sections)
    return changed_inputs(
        input_hashes(TOLD, {ArtifactType.BRIEF: BRIEF}), input_hashes(told, {ArtifactType.BRIEF: now})
    )


def test_nothing_changed() -> None:
    assert changed() == []


def test_a_changed_section_is_named() -> None:
    assert changed(key_constraint="Two developers.") == ["brief.key_constraint"]


def test_a_changed_answer_is_named() -> None:
    told = ProjectInput.from_brief({"name": "Shelfwise", "idea": "Count stock.", "price": "39 euros"})
    assert changed(told) == ["answers.price"]


def test_spacing_is_no_change() -> None:
    assert changed(key_constraint="One  developer\nfor eight weeks. ") == []


def test_a_document_that_came_since_is_a_change() -> None:
    assert "brief.key_constraint" in changed_inputs(
        input_hashes(TOLD, {}), input_hashes(TOLD, {ArtifactType.BRIEF: BRIEF})
    )


def test_inputs_have_words() -> None:
    assert describe_input("brief.key_constraint") == "Product Brief: Key constraint"
    with override("de"):
        assert describe_input("milestones.milestones", translated) == "Meilensteinplan, Meilensteine"
    assert describe_input("answers.price") == "Answer: Price"
    assert describe_input("idea") == "Project: Idea"
