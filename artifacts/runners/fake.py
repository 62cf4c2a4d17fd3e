"""The offline runner: no key, no network, the same words for the same idea. It also plays the failures we test with."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Any

from artifacts.interview import NAME_MAX, Answers, gettext_noop
from artifacts.runners.base import (
    Contents,
    Order,
    PermanentRunnerError,
    ProjectInput,
    RetryableRunnerError,
    Usage,
    Written,
)
from artifacts.runners.offline import VERSION, compose
from artifacts.runners.offline.quoting import fitting
from artifacts.schemas import GENERATION_ORDER, ArtifactContent, ArtifactType
from artifacts.text import clean_text, fold_spaces

RETRY_AFTER_SECONDS = 30.0
_NAME_WORDS = 5
_NAME_LENGTH = 40

_PLAIN_SCENARIOS = ("happy_path", "llm_failure", "rate_limited")
_TYPED_SCENARIOS = ("fails_at", "invalid_output")


@dataclass(frozen=True, slots=True)
class Call:
    """What the runner was asked once."""

    project: ProjectInput
    artifact_type: ArtifactType
    earlier: tuple[ArtifactType, ...]


class RunnerFake:
    """Writes documents from the founder's own words.

    `scenario` is `happy_path`, `llm_failure` (the first call fails, later ones work), `rate_limited` (every one fails),
    `fails_at:<type>`, `invalid_output:<type>` or `slow:<seconds>`, which says section by section what it has.
    """

    name = "fake"

    def __init__(self, scenario: str = "happy_path") -> None:
        self.scenario = scenario
        self.calls: list[Call] = []
        self._act, self._at, self._pause_seconds = _parse(scenario)

    def write(
        self, project: ProjectInput, artifact_type: ArtifactType, earlier: Contents, order: Order | None = None
    ) -> Written:
        """Return the content of `artifact_type`. Raises RunnerError where the scenario says so."""
        self.calls.append(Call(project, artifact_type, tuple(earlier)))
        self._maybe_fail(artifact_type)
        content = compose(project, artifact_type, earlier)
        if self._pause_seconds:
            self._write_slowly(content, (order or Order()).on_partial)
        if self._act == "invalid_output" and artifact_type.value == self._at:
            content = _spoiled(content)
        usage = Usage(model="offline writer", prompt_version=VERSION, tokens_in=0, tokens_out=0, cost_usd=Decimal(0))
        return Written(content, usage)

    def generate_artifacts(self, brief: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        """Return all documents for a plain dict of name, idea and answers; unknown keys do not count."""
        project = _project(brief)
        earlier: dict[ArtifactType, ArtifactContent] = {}
        for artifact_type in GENERATION_ORDER:
            written = self.write(project, artifact_type, dict(earlier))
            earlier[artifact_type] = artifact_type.content_class.model_validate(written.content)
        return {artifact_type.value: content.model_dump() for artifact_type, content in earlier.items()}

    def _write_slowly(self, content: Mapping[str, Any], on_partial: Callable[[Mapping[str, Any]], None] | None) -> None:
        """Spend the pause section by section, and say after each what is there."""
        for count in range(1, len(content) + 1):
            time.sleep(self._pause_seconds / len(content))
            if on_partial:
                on_partial(dict(islice(content.items(), count)))

    def _maybe_fail(self, artifact_type: ArtifactType) -> None:
        if self._act == "llm_failure" and len(self.calls) == 1:
            raise RetryableRunnerError("scenario llm_failure: the first call fails")
        if self._act == "rate_limited":
            raise RetryableRunnerError(
                "scenario rate_limited",
                message=gettext_noop(
                    "The writing service has too much to do at the moment. Nothing was lost; please try again shortly."
                ),
                retry_after_seconds=RETRY_AFTER_SECONDS,
            )
        if self._act == "fails_at" and artifact_type.value == self._at:
            raise PermanentRunnerError(f"scenario fails_at: {artifact_type.value} cannot be written")


def _parse(scenario: str) -> tuple[str, str, float]:
    """Return (what to play, at which type, seconds to wait). Raises ValueError for anything unknown."""
    act, colon, detail = scenario.partition(":")
    if act in _PLAIN_SCENARIOS and not colon:
        return act, "", 0.0
    if act in _TYPED_SCENARIOS and detail in {artifact_type.value for artifact_type in GENERATION_ORDER}:
        return act, detail, 0.0
    if act == "slow":
        try:
            seconds = float(detail)
        except ValueError:
            seconds = -1.0
        if 0 <= seconds < float("inf"):
            return act, "", seconds
    raise ValueError(f"Unknown scenario {scenario!r}. {_valid_scenarios()}")


def _valid_scenarios() -> str:
    types = ", ".join(artifact_type.value for artifact_type in GENERATION_ORDER)
    typed = ", ".join(f"{act}:<type>" for act in _TYPED_SCENARIOS)
    return f"Valid are {', '.join(_PLAIN_SCENARIOS)}, {typed} and slow:<seconds>, where <type> is one of {types}."


def _spoiled(content: dict[str, Any]) -> dict[str, Any]:
    """Return the content without its first section and with a key that no schema knows."""
    first = next(iter(content), "")
    return {key: value for key, value in content.items() if key != first} | {"unexpected": "not a section"}


def _project(brief: Mapping[str, Any]) -> ProjectInput:
    known = {key: brief[key] for key in ("name", "idea", *Answers.model_fields) if brief.get(key) is not None}
    answers = brief.get("answers")
    if isinstance(answers, Answers):
        answers = answers.model_dump()
    if isinstance(answers, Mapping):
        known["answers"] = {key: value for key, value in answers.items() if key in Answers.model_fields}
    if not clean_text(str(known.get("name", ""))).strip():
        known["name"] = _name_from(str(known.get("idea", "")))
    return ProjectInput.from_brief(known)


def _name_from(idea: str) -> str:
    words = fold_spaces(clean_text(idea)).split()[:_NAME_WORDS]
    return fitting(" ".join(words).rstrip(" .,:;"), _NAME_LENGTH)[:NAME_MAX] or "Our project"
