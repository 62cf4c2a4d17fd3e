"""The sentences of the offline writer: the same in every language, and each with an occasion."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from artifacts.facts.schema import (
    TRAITS,
    Fact,
    Price,
    Test,
    Traits,
)
from artifacts.language import DOCUMENT_LANGUAGES
from artifacts.runners.base import ProjectInput
from artifacts.runners.offline.composing import compose, compose_class
from artifacts.runners.offline.library import PLACEHOLDERS, fill, languages, library, slots
from artifacts.runners.offline.quoting import word_set
from artifacts.runners.offline.values import VALUES
from artifacts.schemas import ArtifactType
from artifacts.tests.support.ideas import IDEAS
from artifacts.tests.support.offline_documents import fact, oysters, written
from artifacts.tests.support.unknown_type import GoToMarketContent
from artifacts.text import clean_text
from bench.facts import FOUNDERS


def test_every_language_has_the_same_sentences_with_known_values():
    assert set(languages()) == set(DOCUMENT_LANGUAGES)
    first, *others = (library(language) for language in languages())
    for other in others:
        assert set(other.texts()) == set(first.texts())
        assert set(other.units) == set(first.units)
        assert set(other.platforms) == set(first.platforms)
        assert set(other.kinds_of_steps) == set(first.kinds_of_steps)
    for each in (first, *others):
        for key, text in each.texts().items():
            assert set(slots(text)) <= PLACEHOLDERS, key
            assert not re.search(r"\[\[[+=?]\]\](?![.,;:]|$)", text), key


def everything_sayable() -> Iterator[ProjectInput]:
    """Yield projects that together give an occasion for every sentence."""
    for entry in json.loads(FOUNDERS.read_text()):
        steps = {"first_version": entry["first_version"]} if entry["first_version"] else {}
        yield ProjectInput.from_brief(
            {**entry["answers"], **steps, "name": entry["name"], "idea": entry["idea"]}
        )
    for idea in IDEAS.values():
        yield ProjectInput.from_brief({**idea, "name": clean_text(idea["name"]).strip() or "x"})
    nothing = Fact[Any]()
    yield oysters()
    yield oysters(deadline=fact(date(2026, 11, 1)))
    yield oysters(counts=())
    yield ProjectInput.from_brief({"name": "Fog", "idea": "Umbrellas.", "price": "$9 a day."})
    yield oysters(deadline=nothing)
    yield oysters(deadline=nothing, people=nothing)
    yield oysters(hours_per_week=nothing)
    yearly = Price(amount=Decimal(95), currency="USD", per="year", unit="dealer")
    yield oysters(
        prices=(fact(yearly),), people=fact(2), payer=fact("Growers use it, the dealers pay")
    )
    yield oysters(test=fact(Test(weeks=Decimal(6), begins=date(2027, 5, 24))))
    yield ProjectInput.from_brief(
        {
            "name": "Fog",
            "idea": "Umbrellas on loan.",
            "price": "$9 per umbrella.",
            "constraint": "A stand costs $400. We have $3,000.",
            "validation": "5 weeks. We go on if 80 umbrellas are lent.",
        }
    )
    yield oysters(laws=(fact("A tide", ("validation", "for 6 weeks")),))
    for trait in TRAITS:
        alone = Traits(**{trait: fact("yes", ("idea", "handed to the dealer"))})
        yield oysters(
            traits=alone,
            people=fact(2),
            deadline=nothing,
            first_version=(),
            laws=(fact("Fish Act"),),
        )
        yield oysters(
            traits=alone, people=fact(2), deadline=nothing, hours_per_week=nothing, budget=nothing
        )
    for kind, beginnings in library("en").kinds_of_steps.items():
        yield oysters(
            first_version=(
                fact(f"Somebody {beginnings[0]}"),
                fact(f"{kind} and {beginnings[0]} again"),
            )
        )


def test_every_sentence_has_an_occasion(monkeypatch: pytest.MonkeyPatch) -> None:
    reached: set[str] = set()

    def noting(template: str, values: Mapping[str, str]) -> str:
        said = fill(template, values)
        reached.update([template] if said else [])
        return said

    monkeypatch.setattr("artifacts.runners.offline.story.fill", noting)
    monkeypatch.setattr("artifacts.document_types.risk_log.composer.fill", noting)
    for project in everything_sayable():
        contents = written(project.model_copy(update={"language": "en"}))
    compose(
        oysters(), ArtifactType.HOW_IT_WORKS, {}
    )  # what can still be said where the earlier documents failed
    compose(
        oysters(),
        ArtifactType.HOW_IT_WORKS,
        {ArtifactType.MVP_SCOPE: written(oysters())[ArtifactType.MVP_SCOPE]},
    )
    compose(
        ProjectInput.from_brief({"name": "Fog", "idea": "umbrella"}), ArtifactType.HOW_IT_WORKS, {}
    )
    compose_class(oysters(), GoToMarketContent, contents)
    parts = {part.rstrip(".") for template in reached for part in template.split(". ")}
    unsaid = [
        key
        for key, text in library("en").texts().items()
        if not any(part.rstrip(".") in parts for part in text.split(". "))
    ]
    assert not unsaid, " ".join(unsaid)


def test_values_and_placeholders_are_the_same_list():
    given_by_composers = word_set("""
        because milestone_hours milestone_end extra_weeks assumption_use assumption_price
        assumption_law condition feature features
        spare risk first_feature last_feature milestone previous purpose other
        """)
    assert set(VALUES) | given_by_composers == PLACEHOLDERS
