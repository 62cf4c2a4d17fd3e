"""What findings, their places and the evidence are called on pages, in the reader's language."""

from __future__ import annotations

import dataclasses

from django.utils.translation import override

from artifacts.checker.findings import Evidence, Finding, Location, Severity
from artifacts.checker.messages import evidence_texts, full_place_text, message_of, place_text
from artifacts.schemas import ArtifactType

FEATURE = Location(ArtifactType.MVP_SCOPE, "core_features", "F-2")


def message(template: str, **values: str | Location) -> str:
    return message_of(
        Finding(
            "1", "rule", Severity.MINOR, FEATURE, FEATURE.gate, template, tuple(values.items()), ""
        )
    )


def test_documents_are_named_in_the_language_of_the_reader() -> None:
    several = "Two of them: %(documents)s."
    one = "It is in the %(document)s."
    with override("de"):
        assert message(several, documents="MVP Scope, Risk Log") == (
            "Two of them: MVP-Umfang, Risikoliste."
        )
        assert message(one, document="Milestones") == "It is in the Meilensteinplan."
    assert message(several, documents="MVP Scope, Risk Log") == (
        "Two of them: MVP Scope, Risk Log."
    )


def test_words_of_documents_are_left_as_they_are() -> None:
    with override("de"):
        assert message("%(was)s", was="Milestones") == "Milestones"


def test_a_place_is_named_by_its_section_and_item() -> None:
    whole = dataclasses.replace(FEATURE, item_id="")
    assert place_text(FEATURE) == "Core features, F-2"
    assert place_text(whole) == "Core features"
    assert full_place_text(FEATURE) == "MVP Scope, Core features, F-2"
    unknown = Location(ArtifactType.MVP_SCOPE, "of_a_later_version")
    assert place_text(unknown) == "of_a_later_version"


def test_evidence_is_told_as_far_as_there_is_any() -> None:
    none = Evidence(0, 0, 0, 0, None, ("Whether it is true",))
    assert evidence_texts(none).parts == ()
    assert evidence_texts(none).percent == "Evidence: 0%"
    assert evidence_texts(none).unchecked == "Not checked: Whether it is true."
    some = Evidence(4, 1, 1, 1, 40, (), assumptions_disproved=2)
    with override("en"):
        assert evidence_texts(some).parts == (
            "1 of 4 assumptions confirmed",
            "2 disproved by tests",
            "1 of 1 fact confirmed",
            "40% of the text is our suggestion or calculation",
        )
    one = dataclasses.replace(some, assumptions=1, assumptions_disproved=1, facts=0)
    assert evidence_texts(one).parts[:2] == (
        "1 of 1 assumption confirmed",
        "1 disproved by a test",
    )
    with override("de"):
        assert evidence_texts(some).parts[1] == "2 durch Tests widerlegt"
