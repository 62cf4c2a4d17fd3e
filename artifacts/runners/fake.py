"""The offline runner: no key, no network, the same words for the same idea.

It also plays the failures we test with.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Any

from artifacts.interview.questions import NAME_MAX, Answers
from artifacts.runners.base import (
    BUSY,
    Contents,
    PermanentRunnerError,
    ProjectInput,
    RetryableRunnerError,
    Usage,
    WriteRequest,
    WriteResult,
)
from artifacts.runners.offline import VERSION, compose_with_inputs
from artifacts.runners.offline.quoting import fitting
from artifacts.schemas import GENERATION_ORDER, ArtifactContent, ArtifactType
from artifacts.text import is_blank, one_line

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

    `scenario` is `happy_path`, `llm_failure` (the first call meets a rate limit, later ones work),
    `rate_limited` (every one does), `fails_at:<type>`, `invalid_output:<type>`, or
    `slow:<seconds>`, which says section by section what it has.
    """

    name = "fake"

    def __init__(self, scenario: str = "happy_path") -> None:
        self.scenario = scenario
        self.calls: list[Call] = []
        self._has_failed = False
        self._act, self._at, self._pause_seconds = _parse(scenario)

    def write(
        self,
        project: ProjectInput,
        artifact_type: ArtifactType,
        earlier: Contents,
        order: WriteRequest | None = None,
    ) -> WriteResult:
        """Return the content of `artifact_type`. Raises RunnerError if the scenario says so."""
        self.calls.append(Call(project, artifact_type, tuple(earlier)))
        self._maybe_refuse()
        if self._act == "fails_at" and artifact_type.value == self._at:
            raise PermanentRunnerError(
                f"scenario fails_at: {artifact_type.value} cannot be written"
            )
        content, uses = compose_with_inputs(project, artifact_type, earlier)
        if self._pause_seconds:
            self._write_slowly(content, (order or WriteRequest()).on_partial)
        if self._act == "invalid_output" and artifact_type.value == self._at:
            content = _spoiled(content)
        usage = Usage(
            model="offline writer",
            prompt_version=VERSION,
            tokens_in=0,
            tokens_out=0,
            cost_usd=Decimal(0),
        )
        return WriteResult(content, usage, uses=uses)

    def generate_artifacts(self, brief: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        """Return all documents, with every gated section, for a plain dict of name, idea and
        answers.

        The problem may stand for the idea. Raises RunnerError if the scenario says so, whatever
        the dict; else ValueError for keys that are unknown and for values that do not fit.
        """
        self._maybe_refuse()
        project = _project(brief)
        earlier: dict[ArtifactType, ArtifactContent] = {}
        for artifact_type in GENERATION_ORDER:
            written = self.write(project, artifact_type, dict(earlier))
            content = artifact_type.content_class.model_validate(written.content)
            content.language = project.document_language
            earlier[artifact_type] = content
        return {
            artifact_type.value: content.model_dump() for artifact_type, content in earlier.items()
        }

    def _write_slowly(
        self, content: Mapping[str, Any], on_partial: Callable[[Mapping[str, Any]], None] | None
    ) -> None:
        """Spend the pause section by section, and say after each what is there."""
        for count in range(1, len(content) + 1):
            time.sleep(self._pause_seconds / len(content))
            if on_partial:
                on_partial(dict(islice(content.items(), count)))

    def _maybe_refuse(self) -> None:
        """Raise what a writing service answers that has too much to do, before it has looked at
        what is wanted.
        """
        if self._act == "llm_failure" and not self._has_failed:
            self._has_failed = True
            raise RetryableRunnerError(
                "scenario llm_failure: rate limit exceeded; the next call works", message=BUSY
            )
        if self._act == "rate_limited":
            raise RetryableRunnerError(
                "scenario rate_limited: rate limit exceeded",
                message=BUSY,
                retry_after_seconds=RETRY_AFTER_SECONDS,
            )


def _parse(scenario: str) -> tuple[str, str, float]:
    """Return (what to play, at which type, seconds to wait).

    Raises ValueError for anything unknown.
    """
    act, colon, detail = scenario.partition(":")
    if act in _PLAIN_SCENARIOS and not colon:
        return act, "", 0.0
    if act in _TYPED_SCENARIOS and detail in {
        artifact_type.value for artifact_type in GENERATION_ORDER
    }:
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
    return (
        f"Valid are {', '.join(_PLAIN_SCENARIOS)}, {typed} and slow:<seconds>, where <type> is one"
        f" of {types}."
    )


def _spoiled(content: dict[str, Any]) -> dict[str, Any]:
    """Return the content without its first section and with a key that no schema knows."""
    first = next(iter(content), "")
    return {key: value for key, value in content.items() if key != first} | {
        "unexpected": "not a section"
    }


def _project(brief: Mapping[str, Any]) -> ProjectInput:
    _refuse_unknown(brief)
    known = {key: value for key, value in brief.items() if value is not None}
    answers = known.get("answers")
    below = answers.problem if isinstance(answers, Answers) else _below(answers).get("problem")
    told = (known.get("idea"), known.get("problem"), below)
    known["idea"] = next((text for text in told if not _is_missing(text)), None)
    if known["idea"] is None:
        raise ValueError("Tell us the idea, or at least the problem: give idea or problem.")
    if _is_missing(known.get("name")):
        known["name"] = _name_from(str(known["idea"]))
    return ProjectInput.from_brief(known)


def _refuse_unknown(brief: Mapping[str, Any]) -> None:
    """Raise ValueError that names every key which means nothing here, with those that do."""
    unknown = [
        str(key) for key in brief if key not in {*ProjectInput.model_fields, *Answers.model_fields}
    ]
    unknown += [
        f"answers.{key}" for key in _below(brief.get("answers")) if key not in Answers.model_fields
    ]
    if unknown:
        fields, answers = ", ".join(ProjectInput.model_fields), ", ".join(Answers.model_fields)
        raise ValueError(
            f"Unknown: {', '.join(unknown)}. Known are {fields}; and as answers {answers}."
        )


def _below(answers: object) -> Mapping[str, Any]:
    """Return the answers of a plain dict; what is none is refused when the whole is validated."""
    return answers if isinstance(answers, Mapping) else {}


def _is_missing(value: object) -> bool:
    return value is None or (isinstance(value, str) and is_blank(value))


def _name_from(idea: str) -> str:
    words = one_line(idea).split()[:_NAME_WORDS]
    return fitting(" ".join(words).rstrip(" .,:;"), _NAME_LENGTH)[:NAME_MAX] or "Our project"
