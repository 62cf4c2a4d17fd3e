"""The sentences of the offline writer, as data: TOML files for each language, with the same keys in
all of them.

What is said in one document stands in the folder of its type, the rest in `content` beside this
file.

A sentence may name values in braces. It is said only if all of them are known, so a fact that
nobody told takes its sentences with it. `PLACEHOLDERS` lists what may be named; the test of this
module reads every file against it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict

from artifacts.document_types.parts import text_of
from artifacts.runners.offline.quoting import word_set
from artifacts.schemas import ArtifactType

CONTENT = Path(__file__).parent / "content"

_SLOT = re.compile(r"\{(\w+)\}")

PLACEHOLDERS = word_set("""
    name idea problem user workaround workaround_short price rivals limits condition
    stage stage_short evidence validation
    test_length pass_mark pass_share payer deadline weeks wait today hours people capacity
    step_hours lost_hours budget
    budget_now budget_later later_condition regions laws laws_ahead law platforms channels steps
    first_step last_step
    participants
    pass_number price_words share reach_count reach_price reach_months reach_total sales one_price
    test_count
    test_price test_total test_months pass_count pass_price pass_total
    season_total season_months season_price cost_words cost_base cost_left cost_count
    because previous milestone_hours milestone_end extra_weeks begins assumption_use
    assumption_price assumption_law
    feature features spare risk first_feature last_feature milestone purpose other
    """)


class RiskText(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    description: str
    mitigation: str


class Library(BaseModel):
    """All that the writer can say in one language, by document, section and occasion."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sentences: dict[str, dict[str, str]]
    """By section ("brief.key_constraint") and occasion."""
    risks: dict[str, RiskText]
    units: dict[str, tuple[str, str]]
    """What a number counts: one, other. The number stands for {n}."""
    per: dict[str, str]
    """How a price is said by its period; "each" for a counted thing, "least" for a minimum."""
    criteria: dict[str, list[str]]
    """What somebody can see when a step works, by the kind of step: the first that can be said and
    was not said yet.
    """
    kinds_of_steps: dict[str, tuple[str, ...]]
    """Beginnings of words by which the kind of a step is recognised."""
    platforms: dict[str, str]
    numbers: list[str]
    """Words for zero to twelve, as they stand before a noun."""

    @classmethod
    def read(cls, *texts: str) -> Self:
        """Return what several TOML texts say together. Raises ValueError if two of them say the
        same.
        """
        said: dict[str, Any] = {}
        for text in texts:
            for table, values in tomllib.loads(text).items():
                if isinstance(values, dict) and (
                    twice := values.keys() & said.get(table, {}).keys()
                ):
                    raise ValueError(f"Said twice in {table}: {', '.join(sorted(twice))}")
                said[table] = (
                    {**said.get(table, {}), **values} if isinstance(values, dict) else values
                )
        return cls.model_validate(said)

    def texts(self) -> Mapping[str, str]:
        """Return every text by its key, for the tests that compare languages."""
        sentences = {
            f"{group}.{key}": text
            for group, texts in self.sentences.items()
            for key, text in texts.items()
        }
        risks = {
            f"risks.{key}.{name}": text for key, risk in self.risks.items() for name, text in risk
        }
        criteria = {
            f"criteria.{key}.{n}": text
            for key, texts in self.criteria.items()
            for n, text in enumerate(texts)
        }
        return {**sentences, **risks, **criteria}


@cache
def library(language: str) -> Library:
    """Return the sentences in `language`, which is one of `languages()`."""
    file = f"{language}.toml"
    own = [text_of(artifact_type.value, f"sentences/{file}") for artifact_type in ArtifactType]
    return Library.read((CONTENT / file).read_text(encoding="utf-8"), *own)


@cache
def languages() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in CONTENT.glob("*.toml")))


def slots(template: str) -> list[str]:
    """Return the values that `template` names."""
    return _SLOT.findall(template)


def fill(template: str, values: Mapping[str, str]) -> str:
    """Return `template` with its values, or "" where one of them is not known."""
    if any(not values.get(name) for name in slots(template)):
        return ""
    return _SLOT.sub(lambda match: values[match[1]], template)
