from __future__ import annotations

import pytest
from django.utils.translation import override

from artifacts.documents import staleness
from artifacts.documents.staleness import (
    changed_inputs,
    changed_since,
    describe_input,
    fact_hashes,
    input_hashes,
    recorded_inputs,
)
from artifacts.interview.questions import ProjectInput
from artifacts.schemas import ArtifactType, load_content
from artifacts.tests.support.factories import PLAIN
from artifacts.translation import translated

TOLD = ProjectInput.from_brief({"name": "Shelfwise", "idea": "Count stock.", "price": "29 euros"})
BRIEF = load_content(ArtifactType.BRIEF, PLAIN[ArtifactType.BRIEF])


def with_price(amount: str, state: str = "read") -> ProjectInput:
    facts = {
        "prices": [{"value": {"amount": amount, "currency": "EUR", "per": "month"}, "state": state}]
    }
    return ProjectInput.model_validate(
        {"name": "Shelfwise", "idea": "Count stock.", "facts": facts}
    )


def changed(told: ProjectInput = TOLD, **sections: str) -> list[str]:
    """Return what counts as changed since a document was written from TOLD and BRIEF."""
    now = BRIEF.model_copy(update=sections)
    return changed_inputs(
        input_hashes(TOLD, {ArtifactType.BRIEF: BRIEF}),
        input_hashes(told, {ArtifactType.BRIEF: now}),
    )


def test_nothing_changed() -> None:
    assert changed() == []


def test_a_changed_section_is_named() -> None:
    assert changed(key_constraint="Two developers.") == ["brief.key_constraint"]


def test_a_changed_answer_is_named() -> None:
    told = ProjectInput.from_brief(
        {"name": "Shelfwise", "idea": "Count stock.", "price": "39 euros"}
    )
    assert changed(told) == ["answers.price", "facts.prices"]


def test_spacing_is_no_change() -> None:
    assert changed(key_constraint="One  developer\nfor eight weeks. ") == []


def test_an_accepted_suggestion_is_no_change() -> None:
    assert changed(key_constraint="One developer for eight weeks[[+]].") == []


def test_a_document_that_came_since_is_a_change() -> None:
    recorded = recorded_inputs(ArtifactType.MVP_SCOPE, input_hashes(TOLD, {}), None)
    assert "brief.key_constraint" in changed_inputs(
        recorded, input_hashes(TOLD, {ArtifactType.BRIEF: BRIEF})
    )


def test_a_document_from_before_facts_is_stale_for_sections_only() -> None:
    recorded = {
        "name": input_hashes(TOLD, {})["name"],
        "answers.price": input_hashes(TOLD, {})["answers.price"],
    }
    assert changed_inputs(recorded, input_hashes(TOLD, {})) == []
    assert "brief.key_constraint" in changed_inputs(
        recorded, input_hashes(TOLD, {ArtifactType.BRIEF: BRIEF})
    )


def test_only_what_a_document_used_counts() -> None:
    now = input_hashes(with_price("29"), {ArtifactType.BRIEF: BRIEF})
    uses = frozenset({"facts.prices", "facts.traits", "brief"})
    recorded = recorded_inputs(ArtifactType.MVP_SCOPE, now, uses)
    assert {key.partition(".")[0] for key in recorded} == {"facts", "brief", "language"}
    assert changed_inputs(
        recorded, input_hashes(with_price("39"), {ArtifactType.BRIEF: BRIEF})
    ) == ["facts.prices"]
    other = with_price("29").model_copy(update={"idea": "Count sheep."})
    assert changed_inputs(recorded, input_hashes(other, {ArtifactType.BRIEF: BRIEF})) == []


def test_a_document_that_used_no_fact_is_not_stale_for_what_it_left_alone() -> None:
    now = input_hashes(TOLD, {ArtifactType.BRIEF: BRIEF})
    recorded = recorded_inputs(ArtifactType.MVP_SCOPE, now, frozenset({"answers.price"}))
    assert set(recorded) == {"answers.price", "language"}
    assert changed_since(recorded, TOLD, {ArtifactType.BRIEF: BRIEF}) == []


def test_only_the_value_of_a_fact_counts() -> None:
    confirmed = input_hashes(with_price("29.00", state="confirmed"), {})
    assert changed_inputs(input_hashes(with_price("29"), {}), confirmed) == []


def test_what_is_open_or_a_verdict_is_hashed_once_for_all_sheets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    traits = {"seasonal": {"value": "yes"}, "children": {"value": "no"}}
    told = ProjectInput.model_validate({"name": "S", "idea": "Count.", "facts": {"traits": traits}})
    known = fact_hashes(told)
    hashed: list[object] = []

    def note(value: object) -> str:
        hashed.append(value)
        return "new"

    monkeypatch.setattr(staleness, "hash_value", note)
    assert fact_hashes(told) == known | {"language": "new"}
    assert len(hashed) == 1
    assert len({known[f"facts.traits.{trait}"] for trait in ("seasonal", "children")}) == 2


def test_the_language_of_the_documents_counts() -> None:
    german = TOLD.model_copy(update={"language": "de"})
    assert changed_inputs(input_hashes(TOLD, {}), input_hashes(german, {})) == ["language"]


def test_inputs_have_words() -> None:
    assert describe_input("facts.prices") == "Fact: Prices"
    assert describe_input("facts.traits.seasonal") == "Fact: Depends on the season"
    assert describe_input("brief.key_constraint") == "Product Brief: Key constraint"
    with override("de"):
        assert (
            describe_input("milestones.milestones", translated) == "Meilensteinplan, Meilensteine"
        )
    assert describe_input("answers.price") == "Answer: Price"
    assert describe_input("idea") == "Project: Idea"
