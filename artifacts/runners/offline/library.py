"""The sentences of the offline writer, as data: one TOML file for each language, with the same keys
in all of them.

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
from typing import Self

from pydantic import BaseModel, ConfigDict

from artifacts.runners.offline.quoting import word_set

CONTENT = Path(__file__).parent / "content"

_SLOT = re.compile(r"\{(\w+)\}")

PLACEHOLDERS = word_set("""
    name idea problem user workaround workaround_short price rivals limits stage stage_short
    evidence validation
    test_length pass_mark pass_share payer deadline weeks wait today hours people capacity
    step_hours lost_hours budget
    budget_now budget_later later_condition regions laws law platforms steps first_step last_step
    participants
    pass_number reach_count reach_price reach_months reach_total sales one_price test_count
    test_price test_total
    because previous milestone_hours milestone_end extra_weeks begins assumption_use
    assumption_price assumption_law
    feature features spare risk first_feature last_feature milestone purpose other n
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
    kinds_of_steps: dict[str, list[str]]
    """Beginnings of words by which the kind of a step is recognised."""
    platforms: dict[str, str]
    numbers: list[str]
    """Words for zero to twelve, as they stand before a noun."""

    @classmethod
    def read(cls, path: Path) -> Self:
        with path.open("rb") as file:
            return cls.model_validate(tomllib.load(file))

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
    return Library.read(CONTENT / f"{language}.toml")


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
